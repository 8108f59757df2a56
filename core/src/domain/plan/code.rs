//! The code of a step: what is printed on a sheet to fill in by hand and typed when the sheet is entered. It is made of the
//! step's id, so that a sheet of an earlier version still names its step when the steps were numbered anew.

use super::PlanStep;
use crate::domain::code;

/// The code of a step: its number for people, then four signs that name it, `2.3-7KQM`.
pub fn step_code(step: &PlanStep) -> String {
    code::code(&step.number, step.id)
}

/// The step that a typed code names. The signs decide; the number alone is enough where somebody types just that.
pub fn by_code<'s>(steps: &'s [PlanStep], typed: &str) -> Option<&'s PlanStep> {
    let typed = code::plain(typed);
    let (number, signs) = code::parts(&typed);
    let named = || steps.iter().filter(|step| code::signs(step.id) == signs);
    let both = named().find(|step| code::plain(&step.number) == number);
    let alone = || {
        let mut found = named();
        found.next().filter(|_| found.next().is_none())
    };
    both.or_else(|| steps.iter().find(|step| code::plain(&step.number) == typed)).or_else(alone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::PartId;

    fn step(id: u128, number: &str) -> PlanStep {
        PlanStep {
            id: PartId(uuid::Uuid::from_u128(id)),
            number: number.to_owned(),
            title: "Umschalten".to_owned(),
            instruction: String::new(),
            role: String::new(),
            planned_minutes: None,
            depends_on: Vec::new(),
            counted: true,
            expected: String::new(),
            evidence: String::new(),
            stop_rule: String::new(),
        }
    }

    #[test]
    fn a_code_names_its_step_however_it_is_typed() {
        let steps: Vec<_> = (1..=60).map(|at| step(at, &format!("{}.{}", at / 10, at % 10))).collect();
        for wanted in &steps {
            let code = step_code(wanted);
            let written = code.replace('0', "O").replace('1', "l").replace('-', " – ").to_lowercase();
            for typed in [code.clone(), format!(" {} ", code.to_lowercase())] {
                assert_eq!(by_code(&steps, &typed).map(|step| step.id), Some(wanted.id), "{typed}");
            }
            // A number that was written with letters is no number; the signs behind it are enough.
            assert_eq!(by_code(&steps, &written).map(|step| step.id), Some(wanted.id), "{written}");
            assert_eq!(by_code(&steps, &wanted.number).map(|step| step.id), Some(wanted.id));
        }
    }

    #[test]
    fn the_sheet_of_an_earlier_version_names_its_step_also_under_a_new_number() {
        let printed = step_code(&step(7, "3"));
        let now = [step(9, "3"), step(7, "4")];
        assert_eq!(by_code(&now, &printed).map(|step| step.number.as_str()), Some("4"));
    }

    #[test]
    fn a_code_of_no_step_and_nothing_name_none() {
        let steps = [step(7, "3"), step(8, "4")];
        for typed in ["", " ", "-", "5", "3-", "3-0000", "K-2026-001"] {
            assert_eq!(by_code(&steps, typed), None, "{typed}");
        }
    }
}

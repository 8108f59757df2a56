//! A plan that goes out as a spreadsheet and comes back is the same plan; Markdown is read exactly; nothing is lost unsaid.

use proptest::prelude::*;

use super::*;
use crate::domain::organisation::Language;
use crate::domain::plan::{PlanAbout, PlanObjective, PlanStep, Seat, ServiceTarget, check};

fn part(id: u128) -> PartId {
    PartId(uuid::Uuid::from_u128(id))
}

fn person(id: u128) -> PersonId {
    PersonId(uuid::Uuid::from_u128(id))
}

fn service(id: u128) -> ServiceId {
    ServiceId(uuid::Uuid::from_u128(id))
}

/// Two people share a name: they are told apart by their ids.
fn names() -> Names {
    let people = [(1, "Anna Berg"), (2, "Jonas Keil"), (3, "Mira Sand"), (4, "Mira Sand")];
    let services = [(1, "Cloud-Druck"), (2, "Anmeldung")];
    Names {
        people: people.into_iter().map(|(id, name)| (person(id), name.to_owned())).collect(),
        services: services.into_iter().map(|(id, name)| (service(id), name.to_owned())).collect(),
    }
}

fn read_back(name: &str, bytes: &[u8]) -> PlanRead {
    let mut next = 0x1000;
    let mut new_id = || {
        next += 1;
        part(next)
    };
    read(name, bytes.to_vec(), &names(), &mut new_id)
}

/// Texts as people type them, line breaks and signs of formulas included.
fn said() -> impl Strategy<Value = String> {
    "([a-zA-ZäöüÄÖÜß0-9 .,;:=+@'\"<>&|#*_\\-\\n–€]{0,40}[a-zA-Z0-9])?"
}

fn any_content() -> impl Strategy<Value = PlanContent> {
    let step = (
        said(),
        said(),
        said(),
        prop::option::of(0_u32..10_000),
        any::<bool>(),
        prop::collection::vec(0_usize..6, 0..3),
    );
    let steps = prop::collection::vec(step, 0..6);
    let about = (said(), said(), said(), 0_usize..7, prop::collection::vec(1_u128..6, 0..3));
    let rest = (
        prop::collection::vec((said(), said()), 0..3),
        prop::collection::vec((1_u128..4, prop::option::of(0_u32..5000), said()), 0..3),
        prop::collection::vec((said(), prop::option::of(1_u128..6), prop::option::of(1_u128..6)), 0..3),
    );
    (steps, about, rest).prop_map(
        |(steps, (title, scenario, limits, kind, missing), (objectives, services, seats))| {
            let about = PlanAbout {
                title,
                kind: DrillKind::ALL[kind],
                scenario,
                limits,
                missing: missing.into_iter().map(person).collect(),
                services: services
                    .into_iter()
                    .map(|(id, rto_minutes, starts_with)| ServiceTarget {
                        service: service(id),
                        rto_minutes,
                        rpo_minutes: None,
                        starts_with,
                        ends_with: String::new(),
                    })
                    .collect(),
                objectives: (500..)
                    .zip(objectives)
                    .filter(|(_, (text, criterion))| !text.is_empty() || !criterion.is_empty())
                    .map(|(id, (text, criterion))| PlanObjective { id: part(id), text, criterion })
                    .collect(),
                seats: seats
                    .into_iter()
                    .filter(|(role, ..)| !role.is_empty())
                    .map(|(role, one, two)| Seat { role, person: one.map(person), deputy: two.map(person) })
                    .collect(),
                ..PlanAbout::default()
            };
            let steps = (0_usize..).zip(steps).map(
                |(at, (title, instruction, role, planned_minutes, counted, before))| PlanStep {
                    id: part(u128::try_from(at).unwrap()),
                    number: format!("1.{at}"),
                    title: format!("Schritt {title}"),
                    instruction,
                    role,
                    planned_minutes,
                    depends_on: before
                        .into_iter()
                        .filter(|one| *one < at)
                        .map(|one| part(u128::try_from(one).unwrap()))
                        .collect(),
                    counted,
                    expected: String::new(),
                    evidence: String::new(),
                    stop_rule: String::new(),
                },
            );
            PlanContent { about, steps: steps.collect() }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_that_goes_out_as_a_spreadsheet_comes_back_as_it_was(
        content in any_content(), german in any::<bool>(),
    ) {
        let language = if german { Language::De } else { Language::En };
        let bytes = write(&content, &names(), language).unwrap();
        let back = read_back("plan.xlsx", &bytes);
        prop_assert_eq!(back.problems, vec![]);
        prop_assert_eq!(back.content, content);
    }

    #[test]
    fn whatever_is_read_its_steps_fit_to_each_other(text in "([#]{0,3} ?[a-z0-9.: ]{0,9}\n|- Abhängig von: [1-4], [1-4]\n|```\n){0,20}") {
        prop_assert_eq!(check(&read_back("plan.md", text.as_bytes()).content.steps), Ok(()));
    }
}

const MARKDOWN: &str = "# Ausfall der Region\n\nBrand im Rechenzentrum.\n\n## Szenario\nRegion West Europe fällt aus\n\n\
## Ziele\n- Drucken geht | binnen 60 Minuten\n- Niemand verliert Daten\n\n\
## 1 Abschalten\n- Rolle: Technik\n- Dauer: 2 h\n- **Zählt:** nein\n\nAlles *aus*.\n\n```\n# kein Schritt\n- Rolle: auch nicht\n```\n\n\
### Hinweis\nErst fragen.\n\n## Schritt 2: Umschalten\n- Erwartet: Name löst neu auf\n- Nachweis: dig\n\n\
## Prüfen\n- Abhängig von: 1, 9\n- Dauer: bald\n";

#[test]
fn headings_of_markdown_are_steps_and_the_rest_is_their_instruction() {
    let PlanRead { content, problems } = read_back("plan.md", MARKDOWN.as_bytes());
    assert_eq!(content.about.title, "Ausfall der Region");
    assert_eq!(content.about.background, "Brand im Rechenzentrum.");
    assert_eq!(content.about.scenario, "Region West Europe fällt aus");
    let objectives: Vec<_> =
        content.about.objectives.iter().map(|one| (one.text.as_str(), one.criterion.as_str())).collect();
    assert_eq!(objectives, [("Drucken geht", "binnen 60 Minuten"), ("Niemand verliert Daten", "")]);
    let [first, second, third] = content.steps.try_into().unwrap();
    assert_eq!((first.number.as_str(), first.title.as_str()), ("1", "Abschalten"));
    assert_eq!((first.role.as_str(), first.planned_minutes, first.counted), ("Technik", Some(120), false));
    let instruction =
        "Alles *aus*.\n\n```\n# kein Schritt\n- Rolle: auch nicht\n```\n\n### Hinweis\nErst fragen.";
    assert_eq!(first.instruction, instruction);
    assert_eq!((second.number.as_str(), second.depends_on), ("2", vec![first.id]));
    assert_eq!((third.number.as_str(), third.depends_on), ("3", vec![first.id]));
    let told: Vec<_> = problems.iter().map(|one| (one.place.to_string(), one.reason.clone())).collect();
    assert_eq!(
        told,
        [
            ("plan.md:33".to_owned(), PlanFault::NotMinutes { text: "bald".into() }),
            ("plan.md:31".to_owned(), PlanFault::DependencyUnknown { text: "9".into() }),
        ]
    );
}

#[test]
fn headings_of_one_level_alone_are_all_steps_and_the_file_names_the_plan() {
    let content = read_back("ordner/Übung Ost.md", b"# Eins\n# Zwei\n## Unter\n").content;
    assert_eq!(content.about.title, "Übung Ost");
    let titles: Vec<_> = content.steps.iter().map(|step| step.title.as_str()).collect();
    assert_eq!(titles, ["Eins", "Zwei"]);
    assert_eq!(content.steps[1].instruction, "## Unter");
}

#[test]
fn what_is_no_plan_says_so() {
    let read = read_back("x.json", b"{\"a\": 1}");
    assert!(matches!(read.problems[0].reason, PlanFault::NotAPlan { .. }));
    let none = read_back("leer.md", b"Nur Text\n");
    assert_eq!(none.problems[0].reason, PlanFault::NoSteps);
    assert_eq!(none.content.about.background, "Nur Text", "and nothing is lost");
}

#[test]
fn a_row_that_was_copied_in_a_spreadsheet_becomes_a_step_of_its_own_and_what_is_unknown_is_told() {
    let mut content = PlanContent {
        steps: read_back("plan.md", MARKDOWN.as_bytes()).content.steps,
        ..PlanContent::default()
    };
    let copy = content.steps[0].clone();
    content.steps.push(copy);
    content.about.seats = vec![Seat { role: "Technik".into(), person: Some(person(1)), deputy: None }];
    let bytes = write(&content, &names(), Language::De).unwrap();
    let mut stranger = names();
    stranger.people.insert(person(1), "Anna Wald".into());
    let bytes_with_strangers = write(&content, &stranger, Language::De).unwrap();
    let back = read_back("plan.xlsx", &bytes);
    assert_eq!(back.content.steps.len(), 4);
    assert_ne!(back.content.steps[3].id, back.content.steps[0].id);
    assert_eq!(
        back.problems,
        [PlanProblem {
            place: Place::row("plan.xlsx!Schritte", 5),
            reason: PlanFault::NumberGiven { text: "4".into() },
        }]
    );
    let told = read_back("plan.xlsx", &bytes_with_strangers).problems;
    assert!(told.iter().any(|one| one.reason == PlanFault::PersonUnknown { text: "Anna Wald".into() }));
}

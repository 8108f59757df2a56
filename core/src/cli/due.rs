//! `lotse due` and `lotse ledger`: what is due and how the duties stand, now or as it was known on a day.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening, people};
use crate::app::{Answer, Question};
use crate::deadlines::Deadline;
use crate::domain::policy::{RuleKind, Term};
use crate::duties::{PromiseKind, term_sentence};
use crate::ids::PersonId;
use crate::projections::register::word;
use crate::queries::views::{DeadlineRow, DeadlinesView, DutyRule, LedgerView};
use crate::time::{Day, Instant, Length, Zone};

#[derive(Debug, clap::Args)]
pub struct DueArgs {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(long, value_name = "DATE")]
    on: Option<Day>,
    #[arg(long, value_name = "DAYS")]
    within: Option<u32>,
    #[arg(long)]
    kept: bool,
}

#[derive(Debug, clap::Args)]
pub struct LedgerArgs {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(long, value_name = "DATE")]
    on: Option<Day>,
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(1..=33))]
    duty: Option<u8>,
}

pub fn due(args: &DueArgs, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::asking(&args.file, key_file)?;
    let question = Question::Deadlines { on: args.on, within: args.within, kept: args.kept };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Deadlines(view) = answer {
        if terminal.speaks_json() {
            terminal.line(&view);
        } else {
            let zone = people::organisation(&app)?.zone;
            tell_due(&view, &Teller { zone, people: &view.people, terminal });
        }
    }
    Ok(End::Done)
}

pub fn ledger(args: &LedgerArgs, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::asking(&args.file, key_file)?;
    let every = args.duty.is_none() && terminal.speaks_json();
    let question = Question::Ledger { on: args.on, duty: args.duty, every };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Ledger(view) = answer {
        if terminal.speaks_json() {
            terminal.line(&with_sentences(&view, terminal));
        } else {
            let zone = people::organisation(&app)?.zone;
            tell_ledger(&view, args.duty, &Teller { zone, people: &view.people, terminal });
        }
    }
    Ok(End::Done)
}

/// The ledger, and beside the counts of each duty its name, its trigger, by when it is due and what proves it.
fn with_sentences(view: &LedgerView, terminal: &Terminal) -> Value {
    let mut told = json!(view);
    let duties = told.get_mut("duties").and_then(Value::as_array_mut);
    for (row, duty) in duties.into_iter().flatten().zip(&view.duties) {
        let said = |part: &str| terminal.said(&format!("duty-{}{part}", duty.duty));
        row["says"] = json!({
            "title": said(""),
            "trigger": said("-trigger"),
            "due": said("-due"),
            "proof": said("-proof"),
        });
    }
    told
}

fn tell_due(view: &DeadlinesView, teller: &Teller<'_>) {
    view.items.iter().for_each(|row| teller.tell(row));
    if view.items.is_empty() {
        teller.terminal.add("due-nothing", &[]);
    }
}

fn tell_ledger(view: &LedgerView, duty: Option<u8>, teller: &Teller<'_>) {
    let terminal = teller.terminal;
    for row in view.duties.iter().filter(|row| duty.is_none_or(|duty| duty == row.duty)) {
        terminal.text(&format!("{:>2}  {}", row.duty, terminal.said(&format!("duty-{}", row.duty))));
        let counts = [
            ("ledger-kept", row.kept),
            ("ledger-kept-late", row.kept_late),
            ("ledger-due", row.due),
            ("ledger-late", row.late),
            ("ledger-missing", row.proof_missing),
        ];
        let counts = counts.map(|(name, count)| format!("{} {count}", terminal.said(name)));
        terminal.text(&format!("    {}", counts.join(" · ")));
    }
    let Some(duty) = duty else { return };
    let say = |part: &str, said: &str| {
        terminal.text(&format!("    {}: {said}", terminal.said(&format!("duty-{part}"))));
    };
    for part in ["trigger", "due", "proof"] {
        say(part, &terminal.said(&format!("duty-{duty}-{part}")));
    }
    for rule in view.rules.iter().filter(|rule| rule.duty == duty) {
        say("rule", &teller.holds(rule));
    }
    if view.occurrences.is_empty() {
        terminal.add("ledger-occurrences-none", &[]);
    }
    view.occurrences.iter().for_each(|row| teller.tell(row));
}

/// Tells promises: in which zone, with which names of people, and where.
struct Teller<'a> {
    zone: Zone,
    people: &'a BTreeMap<PersonId, String>,
    terminal: &'a Terminal,
}

impl Teller<'_> {
    /// A promise with its date and how it stands; below it by how much it is late, what made its date, whether that was
    /// moved, and what settled it.
    fn tell(&self, row: &DeadlineRow) {
        let deadline = &row.deadline;
        let when = deadline.due.or(deadline.settled).map_or("–".to_owned(), |at| self.when(at));
        let standing = self.terminal.word("standing", &word(&deadline.standing));
        self.terminal.text(&format!("{when:<21}  {standing:<19} {}", promise(row, self.terminal)));
        let late = deadline.late.map(|late| {
            self.terminal.with("deadlines-late-by", &[("length", length(late, self.terminal).into())])
        });
        let settled = deadline
            .settled
            .map(|at| self.terminal.with("deadlines-settled-at", &[("when", self.when(at).into())]));
        let proof = deadline.settled.and(row.proof_number.as_ref());
        let proof =
            proof.map(|number| self.terminal.with("deadlines-proof", &[("number", number.clone().into())]));
        let below = [late, self.made_by(deadline), self.moved(deadline), settled, proof];
        let below: Vec<String> = below.into_iter().flatten().collect();
        if !below.is_empty() {
            self.terminal.text(&format!("    {}", below.join(" · ")));
        }
    }

    /// An instant in the zone of the organisation.
    fn when(&self, at: Instant) -> String {
        local(at, self.zone, self.terminal)
    }

    /// What made the date: a rule with its term, an objective, or the record itself.
    fn made_by(&self, deadline: &Deadline) -> Option<String> {
        deadline.due?;
        if let Some((rule, term)) = deadline.rule.zip(deadline.term) {
            return Some(self.by_rule(rule, term));
        }
        let objective = matches!(deadline.kind, PromiseKind::Response | PromiseKind::Handling)
            || deadline.duty == Some(26);
        let by = if objective { "deadlines-by-objective" } else { "deadlines-by-record" };
        Some(self.terminal.said(by))
    }

    fn by_rule(&self, rule: RuleKind, term: Term) -> String {
        let (kind, count) = (word(&rule), i64::from(term.amount));
        let term = self.terminal.with(&term_sentence(term.unit), &[("count", count.into())]);
        let values = [
            ("rule", self.terminal.word("rule-kind", &kind).into()),
            ("term", term.into()),
            ("from", self.terminal.word("rule-from", &kind).into()),
        ];
        self.terminal.with("deadlines-by-rule", &values)
    }

    /// A rule that dates a duty with its term, or that it does not hold.
    fn holds(&self, rule: &DutyRule) -> String {
        if let Some(term) = rule.term {
            return self.by_rule(rule.kind, term);
        }
        let name = self.terminal.word("rule-kind", &word(&rule.kind));
        self.terminal.with("duty-rule-off", &[("rule", name.into())])
    }

    /// From which day the date was moved, by whom and why; none where it was not.
    fn moved(&self, deadline: &Deadline) -> Option<String> {
        let (original, by) = deadline.original.zip(deadline.moved_by)?;
        let person = self.people.get(&by).cloned().unwrap_or_else(|| self.terminal.said("person-erased"));
        let values = [
            ("when", Day::at(original, self.zone).to_string().into()),
            ("person", person.into()),
            ("reason", deadline.moved_reason.clone().unwrap_or_default().into()),
        ];
        Some(self.terminal.with("deadlines-moved", &values))
    }
}

/// A length in the two units that matter.
fn length(length: Length, terminal: &Terminal) -> String {
    let minutes = length.whole_seconds() / 60;
    let (hours, days) = (minutes / 60, minutes / 1_440);
    if days > 0 {
        return terminal.with("duration-days", &[("days", days.into()), ("hours", (hours % 24).into())]);
    }
    if hours > 0 {
        return terminal
            .with("duration-hours", &[("hours", hours.into()), ("minutes", (minutes % 60).into())]);
    }
    terminal.with("duration-minutes", &[("minutes", minutes.into())])
}

/// What is promised, and by which record.
pub fn promise(row: &DeadlineRow, terminal: &Terminal) -> String {
    let deadline = &row.deadline;
    let what = deadline.said(terminal.words());
    let text = if deadline.text.is_empty() { String::new() } else { format!(": {}", deadline.text) };
    let about = format!("{} {}", row.number, row.title);
    format!("{what}{text}  {}", about.trim())
}

/// An instant as the terminal writes it: in a zone, with its name then.
pub fn local(at: Instant, zone: Zone, terminal: &Terminal) -> String {
    let local = at.in_zone(zone);
    let name = local.format("%Z").to_string();
    let zone = terminal.find(&format!("report-zone-{name}")).unwrap_or(name);
    format!("{} {zone}", local.format("%Y-%m-%d %H:%M"))
}

//! The promises: what each record says about the 33 duties of the process (duties.md) and about its own dates. Pure functions
//! of one record's state. When something is due, and whether it was kept, is computed by [`crate::deadlines`].

mod drill;
mod governance;
mod guide;
mod incident;
mod notice;
mod told;

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use drill::{Uncounted, yearly};
pub use incident::review_topic;
pub use told::{Known, Row, step};

use crate::domain::State;
use crate::domain::plan::{Plan, Stage};
use crate::domain::policy::{RuleKind, Unit};
use crate::ids::{PartId, PersonId, ServiceId, SlaLevelId, StreamId};
use crate::time::{Day, Instant};
use crate::words::{kebab, word};

/// How many duties the process has.
pub const DUTIES: u8 = 33;

/// The matter "a process review at least so often": begins when the organisation is founded, is done with each approval.
pub const REVIEW_PERIODIC: &str = "reviewPeriodic";

/// The matter "a test at least so often": begins when the organisation is founded, is done with each test by an approved plan
/// that was conducted to its end and whose result was approved.
pub const DRILL_PERIODIC: &str = "drillPeriodic";

/// The matter "a test of this plan at least so often": begins when its first version is approved, ends when it is retired.
pub fn drill_of_plan(plan: StreamId) -> String {
    format!("{DRILL_PERIODIC}:plan:{plan}")
}

/// The matter "a test of this service at least so often": begins when the service is known, ends when it is gone.
pub fn drill_of_service(service: ServiceId) -> String {
    format!("{DRILL_PERIODIC}:service:{service}")
}

/// The matter "a review looks at this accepted risk": begins with the approval of the review that accepted it, and is settled
/// by the approval of a later one that had it among its inputs.
pub fn risk_of_review(risk: PartId) -> String {
    format!("riskOfReview:{risk}")
}

/// What is promised.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
pub enum PromiseKind {
    /// What a duty of the process says and nothing more.
    Duty,
    /// The assessment begins within the response time of the SLA level.
    Response,
    /// The service is restored within the handling time of the SLA level.
    Handling,
    /// The next update to users.
    NextUpdate,
    /// The expected time of repair.
    ExpectedRepair,
    /// The limit of waiting for the provider.
    WaitingLimit,
    /// The provider's own review.
    ProviderReview,
    /// The post-incident report.
    Report,
    /// A recommended action.
    Recommendation,
    /// A process review is held.
    Review,
    /// The team that a change was delegated to answers.
    ChangeAnswer,
    /// A delegated change is done.
    Change,
    /// A change that waits for a day is taken up again.
    ChangeResumes,
    /// The action of a finding is done.
    Finding,
    /// A risk that is borne ends, and its finding is open again.
    RiskEnds,
    /// A DR test takes place.
    Drill,
    /// The result of a test is approved.
    DrillResult,
    /// The result of a test is analysed in a review.
    DrillAnalysis,
    /// A test that was aborted or not passed is done again.
    Retest,
    /// Everyone whom a notice asks has acknowledged it.
    Acknowledgement,
    /// It is decided whether a law asks for a notice to its authority.
    LegalClassification,
    /// The first notice to an authority.
    LegalFirst,
    /// The notice to an authority.
    LegalNotice,
    /// An intermediate report to an authority.
    LegalInterim,
    /// The final report to an authority.
    LegalFinal,
    /// A service credit is claimed.
    CreditClaim,
    /// A valid document is looked through again.
    DocumentReview,
}

impl PromiseKind {
    /// Whether a law asks for it.
    pub const fn is_legal(self) -> bool {
        matches!(
            self,
            Self::LegalClassification
                | Self::LegalFirst
                | Self::LegalNotice
                | Self::LegalInterim
                | Self::LegalFinal
        )
    }
}

/// The sentence that says what is promised: that of the duty, or of the kind of date.
pub fn sentence(kind: PromiseKind, duty: Option<u8>) -> String {
    match (kind, duty) {
        (PromiseKind::Duty, Some(duty)) => format!("duty-{duty}"),
        (kind, _) => format!("promise-kind-{}", kebab(&word(&kind))),
    }
}

/// The sentence that says how long a rule gives.
pub fn term_sentence(unit: Unit) -> String {
    format!("term-{}", kebab(&word(&unit)))
}

/// The rules of the policy that date occurrences of a duty; none for one that the record, an objective or its rest dates.
pub const fn rules(duty: u8) -> &'static [RuleKind] {
    match duty {
        18 => &[RuleKind::WaitingLimit],
        20 => &[RuleKind::NextUpdate],
        27 => &[RuleKind::ReviewAfterEmergency],
        28 => &[RuleKind::ReviewPeriodic],
        31 => &[RuleKind::TeamsInformed, RuleKind::NoticeAcknowledged],
        32 => &[RuleKind::DrillPeriodic],
        33 => &[RuleKind::DrillAnalysed],
        _ => &[],
    }
}

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// At an instant.
    At(Instant),
    /// On a day, until it ends.
    On(Day),
    /// Within the term of a rule, counted from the beginning.
    Rule(RuleKind),
    /// Within the response time of an SLA level, as it was promised at the beginning.
    Response(SlaLevelId),
    /// Within the handling time of an SLA level.
    Handling(SlaLevelId),
    /// Within the shortest recovery time objective (RTO) of the services that are hit.
    Recovery,
    /// Before the record comes to rest.
    Rest,
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(at) => write!(f, "at {}", at.micros()),
            Self::On(day) => write!(f, "on {day}"),
            Self::Rule(kind) => write!(f, "rule {}", word(kind)),
            Self::Response(level) => write!(f, "response {level}"),
            Self::Handling(level) => write!(f, "handling {level}"),
            Self::Recovery => f.write_str("recovery"),
            Self::Rest => f.write_str("rest"),
        }
    }
}

/// Why a text does not say when something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("does not say when something is due")]
pub struct NotADue;

impl FromStr for Due {
    type Err = NotADue;
    fn from_str(text: &str) -> Result<Self, NotADue> {
        let (how, of) = text.split_once(' ').unwrap_or((text, ""));
        let found = match how {
            "at" => of.parse().ok().and_then(|micros| Instant::from_micros(micros).ok()).map(Self::At),
            "on" => of.parse().ok().map(Self::On),
            "rule" => RuleKind::ALL.into_iter().find(|kind| word(kind) == of).map(Self::Rule),
            "response" => of.parse().ok().map(Self::Response),
            "handling" => of.parse().ok().map(Self::Handling),
            "recovery" => Some(Self::Recovery),
            "rest" => Some(Self::Rest),
            _ => None,
        };
        found.ok_or(NotADue)
    }
}

/// What settled a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// At an instant that somebody said.
    At(Instant),
    /// When it was written down: nobody says another moment of it.
    Written,
}

/// That a date was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// When it was due at first.
    pub from: Due,
    /// Who moved it.
    pub by: PersonId,
    /// Why.
    pub reason: String,
}

impl Moved {
    /// Over every move of a date, oldest first: from where it was at first, by whom and why last; none where it never moved.
    /// `told` says of one move from which day, by whom and why.
    pub fn over<Move>(moves: &[Move], told: impl Fn(&Move) -> (Day, PersonId, &str)) -> Option<Self> {
        let (first, last) = moves.first().zip(moves.last())?;
        let ((from, ..), (_, by, reason)) = (told(first), told(last));
        Some(Self { from: Due::On(from), by, reason: reason.to_owned() })
    }
}

/// What a record says about one promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Its name inside the record; the same promise has the same name as long as it stands.
    pub key: String,
    /// The duty of the process that it is an occurrence of, 1 to 33; none for a date of the record's own.
    pub duty: Option<u8>,
    /// What is promised.
    pub kind: PromiseKind,
    /// What a person wrote of it.
    pub text: String,
    /// Who is to keep it.
    pub owner: Option<PersonId>,
    /// What set it off.
    pub begun: Instant,
    /// When it is due.
    pub due: Due,
    /// Whether and why its date was moved.
    pub moved: Option<Moved>,
    /// What settled it.
    pub settled: Option<Settled>,
    /// From when on nothing can settle it any more.
    pub rest: Option<Instant>,
    /// The matter that a record of another noun settles; none when the record settles it alone.
    pub topic: Option<String>,
    /// The services that are hit, for their objectives.
    pub services: Vec<ServiceId>,
}

impl Promise {
    /// Something that is promised, that nobody has settled and that nothing is known of beside.
    pub fn new(key: impl Into<String>, kind: PromiseKind, begun: Instant, due: Due) -> Self {
        Self {
            key: key.into(),
            duty: None,
            kind,
            text: String::new(),
            owner: None,
            begun,
            due,
            moved: None,
            settled: None,
            rest: None,
            topic: None,
            services: Vec::new(),
        }
    }
}

/// What a record says to a matter that other records promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// It promises something.
    Promise(Box<Promise>),
    /// It settles a matter.
    Settles {
        /// The matter.
        topic: String,
        /// When.
        at: Instant,
    },
    /// A matter that recurs is done once more, and due again from then on.
    Beat {
        /// The matter.
        topic: String,
        /// When.
        at: Instant,
        /// What it is called, where it begins with this.
        text: String,
    },
}

/// What a record says, by names that stay.
pub fn of(stream: StreamId, state: &State) -> Vec<(String, Said)> {
    match state {
        State::Incident(incident) => incident::promises(stream, incident),
        State::Organisation(organisation) => {
            let founded = organisation.founded;
            let mut said = vec![
                beat(REVIEW_PERIODIC.to_owned(), founded, ""),
                beat(DRILL_PERIODIC.to_owned(), founded, ""),
            ];
            said.extend(organisation.services.values().map(|service| {
                beat(drill_of_service(service.id), organisation.known_since(service.id), &service.name)
            }));
            said
        }
        State::Plan(plan) => plan_begins(stream, plan),
        State::Review(review) => governance::review(review),
        State::Change(change) => governance::change(change),
        State::Finding(finding) => governance::finding(finding),
        State::Drill(drill) => drill::drill(drill),
        State::Notice(notice) => notice::promises(notice),
        State::Guide(guide) => guide::promises(guide),
        State::Report(_) | State::Batch(_) | State::Policy(_) | State::Reminder(_) => Vec::new(),
    }
}

/// A matter that recurs, by its own name.
fn beat(topic: String, at: Instant, text: &str) -> (String, Said) {
    (topic.clone(), Said::Beat { topic, at, text: text.to_owned() })
}

/// A plan is tested by from its first approval on, as long as it is used.
fn plan_begins(stream: StreamId, plan: &Plan) -> Vec<(String, Said)> {
    let approved = plan.versions.iter().flat_map(|version| &version.path);
    let approved = approved.filter(|passed| passed.stage == Stage::Approved).map(|passed| passed.recorded);
    let begins = approved.min().filter(|_| plan.retired.is_none());
    let named = format!("{} {}", plan.number, plan.title());
    begins.map(|at| beat(drill_of_plan(stream), at, &named)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_something_is_due_is_read_as_it_is_written() {
        let level = SlaLevelId(uuid::Uuid::from_u128(7));
        let at = "2026-05-01T08:00:00Z".parse().unwrap();
        let dues = [
            Due::At(at),
            Due::On("2026-05-01".parse().unwrap()),
            Due::Rule(RuleKind::ReviewPeriodic),
            Due::Response(level),
            Due::Handling(level),
            Due::Recovery,
            Due::Rest,
        ];
        for due in dues {
            assert_eq!(due.to_string().parse(), Ok(due));
        }
        assert_eq!("someday".parse::<Due>(), Err(NotADue));
    }
}

//! The parts of an incident: tickets, messages, recommendations, the provider's case. Plain data without rules.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::words::*;
use crate::ids::{BlobHash, PartId, PersonId, ServiceId};
use crate::time::{Day, Instant, Moment};

/// A support ticket of an incident (duties 1, 12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ticket {
    /// The part's id.
    pub id: PartId,
    /// The ticket system, such as `Zammad`.
    pub system: String,
    /// The ticket's number there.
    pub number: String,
    /// Where it can be opened.
    pub link: Option<String>,
    /// Its subject line.
    pub subject: String,
    /// Whether it carries the keyword `[Notfall]`.
    pub keyword: bool,
    /// When it was opened there; the first one is the milestone.
    #[serde(default)]
    pub opened: Option<Moment>,
}

/// A role of the disaster team and who holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleHeld {
    /// The role.
    pub role: TeamRole,
    /// Who holds it.
    pub person: PersonId,
    /// Who stands in.
    pub deputy: Option<PersonId>,
    /// Since when.
    pub since: Moment,
    /// Until when; none while held.
    pub until: Option<Moment>,
    /// What was said at the hand-over that ended it.
    pub handover: Option<String>,
}

/// Numbers of the impact (report-contents.md (a) 5).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ImpactFigures {
    /// Services of the organisation that are hit.
    pub services: Vec<ServiceId>,
    /// Names of components as an outside source gave them.
    pub components: Vec<String>,
    /// Regions that are hit.
    pub regions: Vec<String>,
    /// Number of tenants hit.
    pub tenants: Option<u32>,
    /// Share of users hit, in per mille.
    pub users_permille: Option<u16>,
    /// Actual data loss (RPA) in minutes; 0 when nothing was lost.
    pub data_loss_minutes: Option<u32>,
}

/// One look at how the provider gets on (duties 15, 17).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProviderCheck {
    /// The line of the timeline that it wrote.
    pub id: PartId,
    /// When.
    pub at: Moment,
    /// Who looked.
    pub by: PersonId,
    /// What was new; none for "checked, nothing new".
    pub news: Option<String>,
}

/// A decision to wait or to recover oneself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProviderDecision {
    /// When.
    pub at: Moment,
    /// What.
    pub choice: ProviderChoice,
    /// Who decided.
    pub decider: PersonId,
    /// Why.
    pub reason: String,
}

impl ProviderState {
    /// Whether a case that stands at `now` may come to stand here: on and never back, but for a review that comes after
    /// all (state-machines.md, provider case).
    pub fn may_follow(self, now: Self) -> bool {
        let comes_after_all = (now, self) == (Self::NoReview, Self::ReviewReceived);
        comes_after_all || (self > now && now != Self::ReviewReceived)
    }
}

impl ProviderCase {
    /// Where the case may stand next, the nearest first; nothing as long as there is no case.
    pub fn next(&self) -> Vec<ProviderState> {
        let Some(now) = self.state else { return Vec::new() };
        ProviderState::ALL.iter().copied().filter(|state| state.may_follow(now)).collect()
    }
}

impl TeamRole {
    /// Whether one person holds it at a time, so that whoever takes it takes it over.
    pub const fn is_one_persons(self) -> bool {
        match self {
            Self::Lead | Self::ProviderContact | Self::Communication | Self::Recorder => true,
            Self::Recovery | Self::Adviser => false,
        }
    }
}

/// The case at the provider (duties 14 to 19).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProviderCase {
    /// The provider's name.
    pub provider: String,
    /// Where the case stands; none as long as there is no case.
    pub state: Option<ProviderState>,
    /// Whether it is at fault, who decided that, and why.
    pub fault: Option<FaultJudged>,
    /// Service Health tracking ids.
    pub tracking_ids: Vec<String>,
    /// Tickets at the provider.
    pub tickets: Vec<String>,
    /// Every check of progress.
    pub checks: Vec<ProviderCheck>,
    /// Until when we agreed to wait.
    pub waiting_limit: Option<Moment>,
    /// Every decision to wait or to recover.
    pub decisions: Vec<ProviderDecision>,
    /// The provider's own review: when received and what it says; in the state `noReview` since when and why there is none.
    pub review: Option<(Moment, String)>,
}

/// Whether the provider is at fault, as it was decided last (duties 14).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct FaultJudged {
    /// Whether it is.
    pub fault: ProviderFault,
    /// When it was decided.
    pub at: Moment,
    /// Who decided.
    pub decider: PersonId,
    /// Why.
    pub reason: String,
}

/// A step of the recovery guide that was carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryStep {
    /// The part's id.
    pub id: PartId,
    /// Number and title of the step.
    pub title: String,
    /// How it went.
    pub result: StepResult,
    /// What was done otherwise than written.
    pub deviation: String,
    /// When.
    pub at: Moment,
}

/// Which guide was used (duties 19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GuideUse {
    /// The guide's title.
    pub title: String,
    /// Its version.
    pub version: String,
}

/// What a message to users says (duties 20, 21).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MessageText {
    /// Who it is for.
    pub audience: Audience,
    /// How it goes out.
    pub channel: Channel,
    /// What it says about the state.
    pub status: MessageStatus,
    /// The German text.
    pub german: String,
    /// The English text.
    pub english: String,
    /// The expected time of repair that it gives.
    pub expected_repair: Option<Moment>,
    /// When it promises the next update.
    pub next_update: Option<Moment>,
}

/// Where a message stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", tag = "state")]
pub enum MessageState {
    /// Being written.
    Draft,
    /// Released by a person, not yet out.
    Released {
        /// Who released it.
        by: PersonId,
    },
    /// Out.
    Sent {
        /// When.
        at: Moment,
    },
    /// It could not be sent.
    Failed {
        /// When.
        at: Moment,
        /// Why.
        reason: String,
    },
}

/// A message to users.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// The part's id.
    pub id: PartId,
    /// What it says.
    pub text: MessageText,
    /// Where it stands.
    pub state: MessageState,
}

/// What is recommended (duties 23).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecommendationText {
    /// What to do.
    pub text: String,
    /// For whom.
    pub to: RecommendedTo,
    /// Its kind.
    pub kind: ActionKind,
    /// How soon it matters.
    pub priority: Priority,
    /// Who owns it.
    pub owner: Option<PersonId>,
    /// The day by which it is due, in the workspace's zone.
    #[schemars(with = "Option<String>")]
    #[ts(type = "string | null")]
    pub due: Option<chrono::NaiveDate>,
    /// The proof that will show it done.
    pub proof_wanted: String,
    /// Whether the record may only close when this is done.
    pub must: bool,
}

/// Where a recommendation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", tag = "state")]
pub enum RecommendationState {
    /// To be done.
    Open,
    /// Done.
    Done {
        /// When.
        at: Moment,
        /// The proof.
        proof: String,
    },
    /// Given up.
    Dropped {
        /// Why.
        reason: String,
    },
}

/// The day of a recommendation that was moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecommendationMove {
    /// From where.
    pub from: Day,
    /// Why; empty where it was changed before a reason was asked for.
    pub reason: String,
    /// Who moved it.
    pub by: PersonId,
    /// When that was written down.
    pub recorded: Instant,
}

/// A recommendation with its owner and state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Recommendation {
    /// The part's id.
    pub id: PartId,
    /// What is recommended.
    pub text: RecommendationText,
    /// Every move of its day, oldest first.
    pub moves: Vec<RecommendationMove>,
    /// Where it stands.
    pub state: RecommendationState,
}

impl Recommendation {
    /// The day by which it is due.
    #[must_use]
    pub fn due(&self) -> Option<Day> {
        self.text.due.and_then(|date| Day::of(date).ok())
    }
}

/// A piece of evidence: any file, by the SHA-256 of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Evidence {
    /// The part's id.
    pub id: PartId,
    /// SHA-256 of the bytes; their address in the workspace.
    pub hash: BlobHash,
    /// The file's name as it came.
    pub name: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// What it shows.
    pub note: String,
    /// When what it shows happened, which is not when it was added.
    pub at: Option<Moment>,
}

/// The same record in an outside source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Outside {
    /// The source: system and instance, such as `statuspage/kctbh9vrtdwd`.
    pub source: String,
    /// The record's id there.
    pub id: String,
    /// Where it can be opened.
    pub url: Option<String>,
}

/// What a fact said, when, and who stated it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Stated {
    /// The text.
    pub text: String,
    /// When it was written down.
    pub recorded: Instant,
    /// Who stated it.
    pub by: PersonId,
}

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// The part's id: of an entry that a person wrote, or of the event that the line stands for.
    pub id: PartId,
    /// Its kind.
    pub kind: EntryKind,
    /// What it says.
    pub what: EntryWhat,
    /// When it happened.
    pub occurred: Moment,
    /// When it was written down.
    pub recorded: Instant,
    /// Who wrote it down.
    pub by: PersonId,
    /// Earlier texts, oldest first, that corrections replaced.
    pub corrected: Vec<Stated>,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<String>,
    /// The id of the update in the outside source that it came from.
    pub outside: Option<String>,
}

/// What a line of the timeline says: a person's words, or an event that Fluent words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum EntryWhat {
    /// A person's words.
    Text(String),
    /// An event: the Fluent id is `event-` and the code; values are texts, ids of people as `person:UUID`.
    Happened {
        /// The event's code, as in its kind.
        code: String,
        /// Values for the sentence.
        values: BTreeMap<String, String>,
    },
}

//! The parts of an incident: tickets, messages, recommendations, the provider's case. Plain data without rules.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{BlobHash, PartId, PersonId, ServiceId};
use crate::time::{Instant, Moment};

/// Declares enums of plain words that cross the wire in camelCase.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
        #[serde(rename_all = "camelCase")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every word of this list, in its natural order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
    )+};
}

words! {
    /// Where the first notice came from (duties 2).
    Source {
        /// An alert of the monitoring system.
        Monitoring,
        /// A customer's call.
        SupportPhone,
        /// A customer's mail.
        SupportMail,
        /// Any other event that points to a problem.
        Other,
    }
    /// How bad it is.
    Severity { /// Gering.
        Low, /// Mittel.
        Medium, /// Hoch.
        High, /// Kritisch.
        Critical }
    /// Where the case at the provider stands (state-machines.md, provider case).
    ProviderState {
        /// Offen.
        Opened,
        /// Bestätigt: the provider knows of it.
        Confirmed,
        /// Entschärft: users can work again.
        Mitigated,
        /// Behoben.
        Resolved,
        /// The provider's own review (PIR) is expected.
        ReviewExpected,
        /// The provider's own review was received.
        ReviewReceived,
        /// There will be no review.
        NoReview,
    }
    /// The named moments of an incident (report-contents.md (a) 6).
    Milestone {
        /// The service began to fail.
        ImpactStart,
        /// Somebody or something noticed.
        Noticed,
        /// The first support ticket was opened.
        TicketOpened,
        /// The incident team began to assess.
        AssessmentStarted,
        /// The deployment team was consulted.
        DeploymentConsulted,
        /// It was decided whether this is an emergency.
        EscalationDecided,
        /// The disaster team stood.
        TeamFormed,
        /// The provider was contacted.
        ProviderContacted,
        /// It was decided to wait for the provider or to recover oneself.
        WaitOrRecoverDecided,
        /// Recovery by the guide began.
        RecoveryStarted,
        /// The provider reported its own fault as mitigated.
        ProviderMitigated,
        /// Running again, perhaps reduced (Wiederanlauf).
        Running,
        /// Fully restored (Wiederherstellung).
        Restored,
        /// A person declared the end.
        Ended,
        /// The record was closed.
        Closed,
    }
    /// Texts that people state about an incident; each keeps its history.
    Fact {
        /// What was reported at first.
        Description,
        /// For management, in a few sentences.
        Summary,
        /// What is hit and what is not.
        Scope,
        /// What users cannot do.
        Impact,
        /// Functions that are hit.
        Functions,
        /// Whether data was lost, changed or disclosed.
        DataLoss,
        /// What it cost.
        Cost,
        /// Countries that are hit.
        Countries,
        /// The cause as known during the emergency; may be the word unknown.
        Cause,
        /// How it was noticed.
        Detection,
        /// Why it was not noticed earlier.
        WhyNotEarlier,
        /// The criteria by which it was escalated.
        EscalationCriteria,
        /// What set it off.
        Trigger,
        /// The root causes.
        RootCauses,
        /// What made it worse or possible.
        ContributingFactors,
        /// How it was solved.
        Resolution,
        /// What was done for the time being.
        TemporaryMeasures,
        /// Quality of the response: promptness.
        Promptness,
        /// Quality of the response: analysis.
        AnalysisQuality,
        /// Quality of the response: escalation.
        EscalationQuality,
        /// Quality of the response: communication.
        CommunicationQuality,
        /// What went well.
        WentWell,
        /// What went badly.
        WentBadly,
        /// Where we were lucky.
        Luck,
        /// Legal classification with its reason.
        LegalClassification,
        /// Service credits: whether due, and the overview.
        Credits,
    }
    /// The class of the cause, for trends.
    CauseClass {
        /// The cloud provider's platform.
        Provider,
        /// A change or deployment of our own.
        Change,
        /// A fault in our software.
        Software,
        /// Configuration.
        Configuration,
        /// Too little capacity.
        Capacity,
        /// Network or name resolution.
        Network,
        /// Certificates, keys, permissions.
        Access,
        /// An attack.
        Security,
        /// A third party other than the provider.
        ThirdParty,
        /// A slip in operation.
        Operation,
        /// Not found.
        Unknown,
    }
    /// A step of the process that was taken.
    TakenStep { /// Bewertung begonnen.
        AssessmentStarted, /// Eskalation beantragt.
        EscalationProposed, /// Eskalation abgelehnt.
        EscalationDeclined, /// Regulär gelöst.
        SolvedBySupport, /// Notfall erklärt.
        EmergencyDeclared, /// Notfallteam gebildet.
        TeamFormed, /// Umfang, Auswirkung und Ursache ermittelt.
        AnalysisCompleted, /// Warten auf den Anbieter entschieden.
        DecidedToWait, /// Eigene Wiederherstellung entschieden.
        DecidedToRecover, /// Wiederherstellung nach dem Leitfaden begonnen.
        RecoveryStarted, /// Wieder angelaufen.
        Running, /// Vollständig wiederhergestellt.
        Restored, /// Rückfall.
        Relapsed, /// Ende erklärt.
        EmergencyEnded, /// Zurückgestuft.
        Downgraded, /// Nachbereitung begonnen.
        FollowUpStarted, /// Berichte an betroffene Benutzer festgehalten.
        CustomerReportsRecorded, /// Geschlossen.
        Closed, /// Wieder geöffnet.
        Reopened }
    /// A deed that is no step of the process and can be taken back.
    DeedKind { /// Entwicklungsteam befragt.
        DeploymentTeamConsulted, /// Verschulden des Anbieters festgestellt.
        ProviderJudged, /// Anbieter angesprochen.
        ProviderContacted, /// Beim Anbieter nachgesehen.
        ProviderChecked, /// Fall beim Anbieter weitergeführt.
        ProviderCaseAdvanced, /// Schritt des Leitfadens festgehalten.
        StepRecorded, /// Nachricht freigegeben.
        MessageReleased, /// Nachricht als versandt eingetragen.
        MessageSent, /// Nachricht als fehlgeschlagen eingetragen.
        MessageFailed, /// Empfehlung erledigt.
        RecommendationCompleted, /// Empfehlung verworfen.
        RecommendationDropped, /// Beleg aufgenommen.
        EvidenceAttached }
    /// The kind of an entry in the timeline.
    EntryKind { /// How things stand.
        Status, /// Something was decided.
        Decision, /// Something was done.
        Action, /// Somebody was told.
        Communication, /// News from the provider.
        Provider, /// A named moment.
        Milestone, /// A piece of evidence.
        Evidence }
    /// The roles of the disaster team.
    TeamRole { /// Leads.
        Lead, /// Recovers the service.
        Recovery, /// Speaks to the provider.
        ProviderContact, /// Informs users.
        Communication, /// Writes the log.
        Recorder, /// Advises.
        Adviser }
    /// Whether the provider is at fault (duties 14).
    ProviderFault { /// Yes.
        Yes, /// In part.
        Partly, /// No.
        No, /// Not known yet.
        Unknown }
    /// What was decided about the provider (duties 18, 19).
    ProviderChoice { /// Wait for the provider.
        Wait, /// Recover by our own guide.
        Recover }
    /// How a step of the guide went.
    StepResult { /// Done as written.
        Done, /// Done with a deviation.
        Deviated, /// Left out.
        Skipped, /// It failed.
        Failed }
    /// Who a message is for.
    Audience { /// All affected users.
        AffectedUsers, /// Certain customers.
        Customers, /// The teams inside.
        Internal, /// An authority.
        Authority, /// The public.
        Public }
    /// How a message goes out.
    Channel { /// Mail.
        Mail, /// The status page.
        StatusPage, /// The telephone.
        Phone, /// The support portal.
        Portal, /// Another way.
        Other }
    /// What a message says about the state.
    MessageStatus { /// Being looked into.
        Investigating, /// The cause is known.
        Identified, /// Recovery is under way.
        Recovering, /// Running again, being watched.
        Monitoring, /// Over.
        Resolved }
    /// Who a recommendation is for (duties 23).
    RecommendedTo { /// For users.
        Users, /// For us.
        Us }
    /// The kind of a recommended action.
    ActionKind { /// Puts one thing right.
        Correction, /// Keeps the cause from coming back.
        Corrective, /// Makes good better.
        Improvement }
    /// How soon a recommended action matters.
    Priority { /// Low.
        Low, /// Medium.
        Medium, /// High.
        High }
    /// Whether the affected users received their reports (duties 24).
    CustomerReports { /// They did.
        Sent, /// No user was affected.
        NoneAffected }
}

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

/// A recommendation with its owner and state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Recommendation {
    /// The part's id.
    pub id: PartId,
    /// What is recommended.
    pub text: RecommendationText,
    /// Where it stands.
    pub state: RecommendationState,
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

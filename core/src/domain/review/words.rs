//! The lists of words of a process review, such as its phases or the steps of the process that it judges. What each is called
//! on screen and paper stands in the locales, under the list's name and the word.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Declares enums of plain words that cross the wire in camelCase, under the name that they have there.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident as $wire:literal { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
        #[serde(rename_all = "camelCase")]
        #[ts(rename = $wire)]
        #[schemars(rename = $wire)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every word of this list, in its natural order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
    )+};
}

words! {
    /// Where a process review stands, in the order of state-machines.md. A rejection leads back to `InProgress`, putting off
    /// back to `Planned`; both stay in the path with their reasons.
    Phase as "ReviewPhase" {
        /// Geplant.
        Planned,
        /// Vorbereitet: the inputs are gathered.
        Prepared,
        /// In Durchführung.
        InProgress,
        /// Entschieden.
        Decided,
        /// Zur Freigabe.
        Submitted,
        /// Freigegeben.
        Approved,
        /// Teams informiert.
        TeamsInformed,
        /// Abgeschlossen.
        Closed,
        /// Abgesagt.
        Cancelled,
    }
    /// Why a review is held on demand (duties 29).
    Why as "ReviewWhy" {
        /// An extension is planned.
        PlannedExtension,
        /// A deficiency was found outside the periodic reviews.
        DeficiencyFound,
    }
    /// The steps of the published process that a review judges one by one (process-source.de.txt).
    Step as "ReviewStep" {
        /// How information about problems comes in, and that each incident has its ticket.
        Notice,
        /// Alerts and customers' reports are assessed.
        Assessment,
        /// The deployment team is consulted where needed.
        Consultation,
        /// It is decided whether this is an emergency.
        Escalation,
        /// No emergency: solved by the usual support, within the SLA level's times.
        RegularSolution,
        /// The deployment team forms the disaster team.
        TeamFormation,
        /// Status updates are logged for all teams to see, and tickets carry `[Notfall]`.
        Logging,
        /// Scope, impact and cause are found.
        Analysis,
        /// The provider's notices, tickets and progress.
        Provider,
        /// Recovery by the guide.
        Recovery,
        /// Affected users are told the status and the expected time.
        UserInformation,
        /// Causes are analysed and improvements recommended.
        CauseAnalysis,
        /// Affected users get their reports, and credits where due.
        CustomerReports,
        /// Reviews decide on changes, and affected teams are informed.
        ReviewsAndChanges,
        /// Tests by fixed action plans.
        Tests,
    }
    /// How well a step works.
    Judgement as "ReviewJudgement" {
        /// It works.
        Effective,
        /// It works in part.
        Partly,
        /// It does not work.
        NotEffective,
        /// It did not happen in the period, so nothing can be said of it.
        NotExercised,
    }
    /// What a review states in words (report-contents.md (c); ISO 22301 9.3).
    Topic as "ReviewTopic" {
        /// Documents that were reviewed, with their versions.
        Documents,
        /// Changes inside the organisation.
        ChangesInside,
        /// Changes outside.
        ChangesOutside,
        /// Measurements and audits.
        Measurements,
        /// What customers and teams say.
        Feedback,
        /// News of risks and of the business impact analysis.
        RiskNews,
        /// Whether the process fits its purpose.
        Suitability,
        /// Whether it is enough.
        Adequacy,
        /// Whether it works.
        Effectiveness,
        /// What it needs: people, money, tools.
        Resources,
        /// Updates to scope, analyses and plans.
        Updates,
        /// How effect is measured from now on.
        Measuring,
    }
    /// Whether somebody who was invited took part.
    Presence as "ReviewPresence" {
        /// Not said yet.
        Invited,
        /// Took part.
        Present,
        /// Let it be known before.
        Excused,
        /// Did not come.
        Absent,
    }
    /// What an input of a review is about.
    InputKind as "ReviewInputKind" {
        /// An emergency, with its durations against the objectives.
        Emergency,
        /// It was decided not to escalate.
        EscalationDeclined,
        /// An emergency that was downgraded.
        Downgraded,
        /// An incident that came near an emergency: of high severity, or with a proposal to escalate, and never declared.
        NearMiss,
        /// A recommended action that is open.
        OpenAction,
        /// A finding whose action is open or not proved yet.
        OpenFinding,
        /// A change that was done since.
        ChangeDone,
        /// A change that is not to be done, or that the team sent back.
        ChangeRefused,
        /// The agreed limit of waiting for the provider was broken.
        WaitingLimitBroken,
        /// The provider's own review is missing.
        ProviderReviewMissing,
        /// The SLA level's response time was missed.
        ResponseLate,
        /// The SLA level's handling time was missed.
        HandlingLate,
        /// The expected time of repair that users were given was not kept.
        RepairLate,
        /// An update that users were promised came late.
        UpdateLate,
        /// The approved result of a DR test.
        TestResult,
        /// A change that the review before asked for, or one before that and that is not at rest.
        EarlierDecision,
        /// A risk that somebody bears until a day: of a finding, a change request or an earlier review.
        AcceptedRisk,
        /// A test that is to be done again.
        RetestDue,
        /// A promise that was kept late, not kept, or whose proof is missing.
        PromiseBroken,
    }
    /// How an input stands to the review before.
    Mark as "ReviewMark" {
        /// The review before did not know it.
        New,
        /// The review before knew it otherwise.
        Changed,
        /// The review before knew it as it is.
        Known,
    }
    /// What can be done with a review as a whole; what it says inside is written while it is in progress.
    Deed as "ReviewDeed" {
        /// Put it off, or bring it forward.
        Postpone,
        /// Cancel it; a duty review is planned anew at once.
        Cancel,
        /// Name who leads it.
        AssignLead,
        /// Invite people.
        Invite,
        /// Gather the inputs.
        Prepare,
        /// Gather what came since.
        Refresh,
        /// Begin.
        Start,
        /// Write in it: judge, decide, state.
        Write,
        /// Conclude it.
        Conclude,
        /// Hand it in for approval.
        Submit,
        /// Send it back with a reason.
        Reject,
        /// Approve it.
        Approve,
        /// Record that a team was informed.
        NoteTeamInformed,
        /// Approve and issue its report.
        IssueReport,
        /// Close it.
        Close,
        /// Begin a new version of what was approved.
        Revise,
        /// Give the new version up.
        DropRevision,
        /// Take the newest step back.
        TakeBack,
    }
}

impl InputKind {
    /// Whether somebody is still to do something by a day, or to decide anew on it.
    pub const fn waits(self) -> bool {
        matches!(self, Self::OpenAction | Self::OpenFinding | Self::AcceptedRisk | Self::RetestDue)
    }
}

impl Phase {
    /// What the review says is not approved yet, and the review is not given up.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::Prepared | Self::InProgress | Self::Decided | Self::Submitted)
    }
}

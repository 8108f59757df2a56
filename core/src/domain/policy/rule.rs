//! The rules that make deadlines, with the terms that the process, laws and sources propose (report-contents.md, "Duties and
//! clocks to seed the engine"), and the laws whose clocks are an optional set.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Term, Unit};

/// What a deadline is for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
pub enum RuleKind {
    /// A process review after each emergency, counted from its end (duties.md 27).
    ReviewAfterEmergency,
    /// A process review at least so often, counted from the last approved one (duties.md 28).
    ReviewPeriodic,
    /// The post-incident report, counted from the emergency's end.
    ReportIssued,
    /// The team that a change was delegated to answers, counted from the delegation.
    ChangeAnswered,
    /// The affected teams are informed, counted from the approval (duties.md 31).
    TeamsInformed,
    /// A test by an approved action plan at least so often, counted from the last one (duties.md 32).
    DrillPeriodic,
    /// The result of a test is approved, counted from the test's end.
    DrillResult,
    /// A test is analysed in a review, counted from the approval of its result (duties.md 33).
    DrillAnalysed,
    /// A test that was aborted or not passed is done again, counted from its end.
    Retest,
    /// Everyone whom a notice asks has acknowledged it, counted from its announcement (duties.md 31).
    NoticeAcknowledged,
    /// A message to users that names no next update is followed by one, counted from when it was sent (duties.md 20).
    NextUpdate,
    /// Waiting for the provider ends where no limit was agreed, counted from the decision to wait (duties.md 18).
    WaitingLimit,
    /// The provider's own review, counted from its mitigation.
    ProviderReview,
    /// A service credit is claimed, counted from the last day of the billing month in which the service was restored
    /// (duties.md 25).
    CreditClaimed,
    /// A valid document is looked through again, counted from its validity or the last look.
    DocumentReviewed,
    /// NIS2, § 32 BSIG: early first notice, counted from knowledge.
    Nis2Early,
    /// NIS2, § 32 BSIG: notice, counted from knowledge.
    Nis2Notice,
    /// NIS2, § 32 BSIG: final report, counted from the notice.
    Nis2Final,
    /// DORA (R301 5.1): initial notification, counted from the classification as major.
    DoraInitial,
    /// DORA (R301 5.1): initial notification at the latest, counted from awareness.
    DoraAware,
    /// DORA (R301 5.1): intermediate report, counted from when the initial notification was sent.
    DoraIntermediate,
    /// DORA (R301 5.1): final report, counted from the last intermediate one.
    DoraFinal,
}

/// What is tested at least so often (duties.md 32).
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
pub enum DrillScope {
    /// The process: any test by an approved plan.
    #[default]
    Process,
    /// Each action plan that is used.
    Plan,
    /// Each service of the organisation.
    Service,
}

/// A law whose clocks Lotse can show. That is help, not legal advice: which of them binds whom, counsel says.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
pub enum Regime {
    /// NIS2 as § 32 BSIG puts it.
    Nis2,
    /// DORA, for customers that are financial entities (R301 5.1).
    Dora,
}

impl Regime {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Nis2, Self::Dora];

    /// What it is called, in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nis2 => "NIS2, § 32 BSIG",
            Self::Dora => "DORA",
        }
    }

    /// The rules that its clocks follow.
    pub const fn rules(self) -> &'static [RuleKind] {
        match self {
            Self::Nis2 => &[RuleKind::Nis2Early, RuleKind::Nis2Notice, RuleKind::Nis2Final],
            Self::Dora => {
                &[RuleKind::DoraInitial, RuleKind::DoraAware, RuleKind::DoraIntermediate, RuleKind::DoraFinal]
            }
        }
    }
}

impl RuleKind {
    /// Every rule, in the order in which they are shown.
    pub const ALL: [Self; 22] = [
        Self::NextUpdate,
        Self::WaitingLimit,
        Self::ProviderReview,
        Self::CreditClaimed,
        Self::ReportIssued,
        Self::ReviewAfterEmergency,
        Self::ReviewPeriodic,
        Self::ChangeAnswered,
        Self::TeamsInformed,
        Self::NoticeAcknowledged,
        Self::DrillPeriodic,
        Self::DrillResult,
        Self::DrillAnalysed,
        Self::Retest,
        Self::DocumentReviewed,
        Self::Nis2Early,
        Self::Nis2Notice,
        Self::Nis2Final,
        Self::DoraInitial,
        Self::DoraAware,
        Self::DoraIntermediate,
        Self::DoraFinal,
    ];

    /// The term that holds as long as nobody sets another one; none for a rule that holds only once somebody wants it.
    pub const fn seeded(self) -> Option<Term> {
        match self {
            Self::NextUpdate
            | Self::WaitingLimit
            | Self::Nis2Early
            | Self::Nis2Notice
            | Self::Nis2Final
            | Self::DoraInitial
            | Self::DoraAware
            | Self::DoraIntermediate
            | Self::DoraFinal => None,
            Self::ReviewAfterEmergency
            | Self::ReviewPeriodic
            | Self::ReportIssued
            | Self::ChangeAnswered
            | Self::TeamsInformed
            | Self::DrillPeriodic
            | Self::DrillResult
            | Self::DrillAnalysed
            | Self::Retest
            | Self::NoticeAcknowledged
            | Self::ProviderReview
            | Self::CreditClaimed
            | Self::DocumentReviewed => Some(self.proposed()),
        }
    }

    /// The term that the process, a law or a source proposes (report-contents.md, "Duties and clocks").
    pub const fn proposed(self) -> Term {
        let (amount, unit) = match self {
            Self::NextUpdate => (2, Unit::Hours),
            Self::WaitingLimit | Self::DoraInitial => (4, Unit::Hours),
            Self::Nis2Early | Self::DoraAware => (24, Unit::Hours),
            Self::Nis2Notice | Self::DoraIntermediate => (72, Unit::Hours),
            Self::ReportIssued | Self::DrillResult | Self::ProviderReview => (14, Unit::Days),
            Self::ReviewAfterEmergency | Self::Retest => (30, Unit::Days),
            Self::ChangeAnswered | Self::TeamsInformed | Self::NoticeAcknowledged => (10, Unit::WorkingDays),
            Self::Nis2Final | Self::DoraFinal => (1, Unit::Months),
            Self::CreditClaimed => (2, Unit::Months),
            Self::ReviewPeriodic | Self::DrillPeriodic | Self::DrillAnalysed | Self::DocumentReviewed => {
                (12, Unit::Months)
            }
        };
        Term { amount, unit }
    }

    /// The law that it belongs to; none for a rule of the process.
    pub fn regime(self) -> Option<Regime> {
        Regime::ALL.into_iter().find(|regime| regime.rules().contains(&self))
    }
}

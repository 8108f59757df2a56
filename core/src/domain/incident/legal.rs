//! What laws ask to be told about an incident: its classification and the notices to the authority (report-contents.md (a) 21,
//! "Duties and clocks"). Which law binds and within which term the policy says. Help, not legal advice.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ClockState, Incident, LegalStage, Milestone, Phase, Refusal, Rules};
use crate::domain::policy::{Regime, RuleKind};
use crate::ids::{PartId, PersonId};
use crate::time::{Instant, Length, Moment};

/// What was decided about an incident under a law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct LegallyClassified {
    /// The line of the timeline that it wrote.
    pub id: PartId,
    /// The law.
    pub regime: Regime,
    /// Whether it must be notified.
    pub reportable: bool,
    /// When it was decided.
    pub at: Moment,
    /// Who decided.
    pub decider: PersonId,
    /// Why.
    pub reason: String,
}

/// A notice that went to an authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuthorityNotice {
    /// The part's id.
    pub id: PartId,
    /// The law.
    pub regime: Regime,
    /// Which of the notices that the law asks for.
    pub stage: LegalStage,
    /// When it was sent.
    pub at: Moment,
    /// To whom.
    pub authority: String,
    /// The authority's reference, or a number of one's own.
    pub reference: String,
    /// What else is to be said of it.
    pub note: String,
    /// Who wrote it down.
    pub by: PersonId,
}

/// What a law asks for next, or has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegalStep {
    /// The law.
    pub regime: Regime,
    /// The notice; none for the classification.
    pub stage: Option<LegalStage>,
    /// The rule that says within which term.
    pub rule: RuleKind,
    /// What the term counts from.
    pub begun: Moment,
    /// When it was done.
    pub settled: Option<Moment>,
}

/// A step with its date as the policy has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct LegalClock {
    /// The law.
    pub regime: Regime,
    /// The notice; none for the classification.
    pub stage: Option<LegalStage>,
    /// The rule that made the date.
    pub rule: RuleKind,
    /// When it is due.
    pub due: Moment,
    /// When it was done.
    pub settled: Option<Moment>,
    /// How it stands.
    pub state: ClockState,
}

impl LegalStage {
    /// The notices that a law asks for, in their order.
    pub const fn of(regime: Regime) -> &'static [Self] {
        match regime {
            Regime::Nis2 => &[Self::First, Self::Notice, Self::Interim, Self::Final],
            Regime::Dora => &[Self::First, Self::Interim, Self::Final],
        }
    }

    /// Whether it may be sent more than once.
    const fn repeats(self) -> bool {
        matches!(self, Self::Interim)
    }
}

/// A notice that the law knows, that is not out already, about something that was classified as one to notify.
///
/// # Errors
/// Why it cannot be recorded.
pub(super) fn notifiable(incident: &Incident, regime: Regime, stage: LegalStage) -> Result<(), Refusal> {
    if !LegalStage::of(regime).contains(&stage) {
        return Err(Refusal::NoSuchNotice { regime, stage });
    }
    if !incident.classified(regime).is_some_and(|classified| classified.reportable) {
        return Err(Refusal::NotClassified { regime });
    }
    if !stage.repeats() && incident.notified(regime, stage).next().is_some() {
        return Err(Refusal::NotifiedAlready { regime, stage });
    }
    Ok(())
}

impl Incident {
    /// What holds under a law, where somebody decided it.
    pub fn classified(&self, regime: Regime) -> Option<&LegallyClassified> {
        self.classifications.iter().rfind(|one| one.regime == regime)
    }

    /// The notices of one kind, in the order in which they were written down.
    pub fn notified(
        &self,
        regime: Regime,
        stage: LegalStage,
    ) -> impl DoubleEndedIterator<Item = &AuthorityNotice> {
        self.notified.iter().filter(move |notice| notice.regime == regime && notice.stage == stage)
    }
}

/// What the laws ask for, whichever of them binds: an emergency is classified; what must be notified is notified step by step.
/// Of what was taken over from elsewhere nothing is asked.
pub fn legal_steps(incident: &Incident) -> Vec<LegalStep> {
    if incident.taken_over.is_some() || incident.phase == Phase::Withdrawn {
        return Vec::new();
    }
    Regime::ALL.into_iter().flat_map(|regime| of_law(incident, regime)).collect()
}

fn of_law(incident: &Incident, regime: Regime) -> Vec<LegalStep> {
    use LegalStage as S;
    let mut found = Vec::new();
    let known = incident.moment(Milestone::Noticed);
    let known = known.unwrap_or_else(|| Moment::exact(incident.recorded, crate::time::Zone::UTC));
    let first_decision = incident.classifications.iter().find(|one| one.regime == regime);
    let aware = match regime {
        Regime::Nis2 => RuleKind::Nis2Early,
        Regime::Dora => RuleKind::DoraAware,
    };
    let step =
        |stage, rule, begun, settled: Option<Moment>| LegalStep { regime, stage, rule, begun, settled };
    if incident.emergency || first_decision.is_some() {
        found.push(step(None, aware, known, first_decision.map(|one| one.at)));
    }
    let Some(classified) = incident.classified(regime).filter(|one| one.reportable) else { return found };
    let sent = |stage| incident.notified(regime, stage).map(|notice| notice.at).min_by_key(|at| at.at);
    let last = |stage| incident.notified(regime, stage).map(|notice| notice.at).max_by_key(|at| at.at);
    match regime {
        Regime::Nis2 => {
            let notice = sent(S::Notice);
            found.push(step(Some(S::First), RuleKind::Nis2Early, known, sent(S::First).or(notice)));
            found.push(step(Some(S::Notice), RuleKind::Nis2Notice, known, notice));
            let counts_from = if notice.is_some_and(|notice| progressed(incident, notice)) {
                incident.moment(Milestone::Ended)
            } else {
                notice
            };
            let counts_from = counts_from.zip(notice);
            found.extend(counts_from.map(|(from, notice)| {
                let from = if from.at < notice.at { notice } else { from };
                step(Some(S::Final), RuleKind::Nis2Final, from, sent(S::Final))
            }));
        }
        Regime::Dora => {
            let first = sent(S::First);
            found.push(step(Some(S::First), RuleKind::DoraInitial, classified.at, first));
            found.push(step(Some(S::First), RuleKind::DoraAware, known, first));
            if let Some(first) = first {
                found.push(step(Some(S::Interim), RuleKind::DoraIntermediate, first, sent(S::Interim)));
            }
            if let Some(interim) = last(S::Interim) {
                found.push(step(Some(S::Final), RuleKind::DoraFinal, interim, sent(S::Final)));
            }
        }
    }
    found
}

/// What an authority hears earlier than so many days after the notice it asked for, or was told beside (§ 32 BSIG (1) 3).
const PROGRESS_FROM: Length = Length::minutes(20 * 24 * 60);

/// Whether a progress notice took the place of the final one (§ 32 BSIG (2)): it is given where the incident goes on when the
/// month runs out, and the final one then counts from the end. An intermediate one on request changes no date.
fn progressed(incident: &Incident, notice: Moment) -> bool {
    let ended = incident.moment(Milestone::Ended);
    incident.notified(Regime::Nis2, LegalStage::Interim).any(|interim| {
        let goes_on = ended.is_none_or(|ended| ended.at > interim.at.at);
        goes_on && interim.at.at >= notice.at.plus(PROGRESS_FROM)
    })
}

/// The steps of the laws that bind, with their dates, as they stand at `now`.
pub fn legal_clocks(incident: &Incident, rules: &Rules<'_>, now: Instant) -> Vec<LegalClock> {
    let clock = |LegalStep { regime, stage, rule, begun, settled }: LegalStep| {
        let due = rules.end(rule, begun)?;
        Some(LegalClock { regime, stage, rule, due, settled, state: ClockState::of(due, settled, now) })
    };
    legal_steps(incident).into_iter().filter_map(clock).collect()
}

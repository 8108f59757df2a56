//! What happened to a finding.

use serde::{Deserialize, Serialize};

use super::words::{Details, Kind, Origin, Phase, Proof};
use crate::ids::{Number, PartId, PersonId};
use crate::time::{Day, Moment};

/// What happened to a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // Named as the commands are, in the past tense; the fields are theirs.
pub enum Event {
    Raised {
        number: Number,
        origin: Origin,
        title: String,
        kind: Kind,
        details: Details,
        owner: Option<PersonId>,
        due: Option<Day>,
    },
    Restated {
        title: String,
        kind: Kind,
        details: Details,
        was_title: String,
        was_kind: Kind,
        was: Details,
    },
    Assigned {
        owner: PersonId,
        due: Day,
        was: Option<PersonId>,
    },
    Accepted {
        at: Moment,
        note: String,
    },
    Started {
        at: Moment,
    },
    DueMoved {
        from: Option<Day>,
        to: Day,
        reason: String,
    },
    ImplementationReported {
        person: PersonId,
        at: Moment,
        how: String,
    },
    ImplementationChecked {
        method: String,
        alone: bool,
    },
    ImplementationRejected {
        reason: String,
    },
    EffectivenessCheckStarted {
        expected: Option<Day>,
        note: String,
    },
    EffectivenessConfirmed {
        proof: Proof,
        note: String,
    },
    FoundIneffective {
        reason: String,
        proof: Option<Proof>,
    },
    Closed {
        note: String,
    },
    Reopened {
        reason: String,
        proof: Proof,
    },
    RiskAccepted {
        approver: PersonId,
        until: Day,
        reason: String,
        alone: bool,
    },
    Resumed {
        reason: String,
    },
    Dropped {
        reason: String,
    },
    StepTakenBack {
        step: PartId,
        phase: Phase,
        was: Phase,
        reason: String,
    },
}

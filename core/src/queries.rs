//! The questions of the screens: one file a screen, each with its SELECTs. Reads only; decides nothing.

pub mod change;
pub mod deadlines;
pub mod drill;
mod filter;
pub mod finding;
pub mod guide;
pub mod home;
pub mod incident;
pub mod journal;
pub mod notice;
pub mod organisation;
pub mod papers;
pub mod plan;
pub mod policy;
pub mod register;
pub mod reminders;
pub mod review;
pub mod review_inputs;
pub mod search;
pub mod views;

use std::collections::BTreeSet;
use std::sync::Arc;

use rusqlite::Connection;

use crate::domain::organisation::Organisation;
use crate::domain::policy::Policy;
use crate::domain::{Context, State};
use crate::ids::{Number, PersonId, RecordRef, StreamId};
use crate::log::{self, LogError};
use crate::projections::{self, ProjectionFault, records};
use crate::time::{Instant, Zone};

/// Why a question cannot be answered.
#[derive(Debug, thiserror::Error)]
pub enum QueryFault {
    /// There is no record of that name.
    #[error("there is no record {0}")]
    NoSuchRecord(String),
    /// A read model could not be read.
    #[error(transparent)]
    Projection(#[from] ProjectionFault),
    /// The log could not be read.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The database could not be read.
    #[error(transparent)]
    Database(#[from] rusqlite::Error),
}

/// The id of a record by its id or number.
///
/// # Errors
/// `NoSuchRecord` for a number that nobody bears; an id is taken as it is.
pub fn resolve(conn: &Connection, record: RecordRef) -> Result<StreamId, QueryFault> {
    match record {
        RecordRef::Id(id) => Ok(id),
        RecordRef::Number(number) => {
            records::with_number(conn, number)?.ok_or_else(|| QueryFault::NoSuchRecord(number.to_string()))
        }
    }
}

/// In which a decision about a record is tried that nobody has ordered; by somebody who has no part in it where nobody is
/// named.
pub fn probe(
    organisation: Option<&Organisation>,
    policy: Policy,
    number: Number,
    by: Option<PersonId>,
    now: Instant,
) -> Context {
    Context {
        now,
        zone: organisation.map_or(Zone::UTC, |organisation| organisation.zone),
        by: by.unwrap_or(PersonId(uuid::Uuid::from_u128(1))),
        roles: BTreeSet::new(),
        number,
        importing: false,
        alone: policy.waives_second_person(organisation.map_or(0, Organisation::taking_part)),
        policy: Arc::new(policy),
    }
}

/// The state of a record and how many events it has.
///
/// # Errors
/// When the log cannot be read or an event not understood.
pub fn state(conn: &Connection, stream: StreamId) -> Result<Option<(State, u64)>, QueryFault> {
    Ok(projections::fold(&log::read_stream(conn, stream)?)?)
}

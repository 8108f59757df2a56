//! The questions of the screens: one file a screen, each with its SELECTs. Reads only; decides nothing.

pub mod change;
pub mod deadlines;
pub mod finding;
pub mod home;
pub mod incident;
pub mod journal;
pub mod organisation;
pub mod papers;
pub mod policy;
pub mod register;
pub mod review;
pub mod review_inputs;
pub mod search;
pub mod views;

use rusqlite::Connection;

use crate::domain::State;
use crate::ids::{RecordRef, StreamId};
use crate::log::{self, LogError};
use crate::projections::{self, ProjectionFault, records};

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

/// The state of a record and how many events it has.
///
/// # Errors
/// When the log cannot be read or an event not understood.
pub fn state(conn: &Connection, stream: StreamId) -> Result<Option<(State, u64)>, QueryFault> {
    Ok(projections::fold(&log::read_stream(conn, stream)?)?)
}

//! The states of the records that were used last. It helps and is never needed: what is missing is folded from the log.

use std::collections::BTreeMap;

use crate::domain::State;
use crate::ids::StreamId;

/// So many records are remembered between orders.
const MOST: usize = 128;

/// States by record, each with the version of the stream that it was folded from.
#[derive(Debug, Default)]
pub struct Memory {
    known: BTreeMap<StreamId, (u64, State)>,
}

impl Memory {
    /// Takes the state of a record out, to be put back after it changed.
    pub fn take(&mut self, stream: StreamId) -> Option<(u64, State)> {
        self.known.remove(&stream)
    }

    /// Looks at the state of a record.
    pub fn look(&self, stream: StreamId) -> Option<&State> {
        self.known.get(&stream).map(|(_, state)| state)
    }

    /// Remembers the state of a record.
    pub fn put(&mut self, stream: StreamId, version: u64, state: State) {
        self.known.insert(stream, (version, state));
    }

    /// Forgets everything: what was remembered may be of a transaction that was rolled back.
    pub fn forget(&mut self) {
        self.known.clear();
    }

    /// Forgets enough to stay small. Ids rise with time, so the oldest records go first.
    pub fn trim(&mut self) {
        while self.known.len() > MOST {
            self.known.pop_first();
        }
    }
}

//! Where the layers meet: an order is decided, appended, projected and followed up in one transaction; a question is
//! answered from a connection beside it. Names no window and no clock; randomness comes in.

mod carry_out;
mod go_bag;
mod guides;
mod handing_over;
mod memory;
mod papers;
pub mod proof;
mod taking_over;
mod testing;
mod verbs;

use std::ops::ControlFlow;
use std::sync::{Mutex, PoisonError};

use ed25519_dalek::SigningKey;
use rusqlite::TransactionBehavior;

pub use go_bag::{GoBag, Packed};
pub use guides::GuidesTaken;
pub use handing_over::{HandedOut, HandoverOutcome, HandoverTaken, HandoverView, NotHanded};
pub use taking_over::{Each, Import, Outcome, Undone};
pub use verbs::{Answer, Bytes, Committed, Failure, Fault, Happened, Order, Question};

use crate::domain::Refusal;
use crate::domain::guide::markdown;
use crate::ids::{BlobHash, dated};
use crate::log::{LogError, blob, checkpoint};
use crate::projections::{self, ProjectionFault, search};
use crate::queries::register::Totals;
use crate::queries::{self, QueryFault};
use crate::time::Instant;
use crate::workspace::Workspace;
use carry_out::Run;
use memory::Memory;
use proof::Proof;

/// A source of random bytes: for ids and for the salts that keep erased texts from being guessed.
pub trait Entropy: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);

    /// A new id that sorts by its time.
    fn id(&self, now: Instant) -> uuid::Uuid {
        let mut chance = [0; 10];
        self.fill(&mut chance);
        dated(now.micros(), &chance)
    }
}

fn chance<const BYTES: usize>(entropy: &dyn Entropy) -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    entropy.fill(&mut bytes);
    bytes
}

/// An open workspace that takes orders and answers questions.
pub struct App {
    workspace: Workspace,
    entropy: Box<dyn Entropy>,
    memory: Mutex<Memory>,
    totals: Mutex<Totals>,
}

/// What became of each of many orders, in their order.
pub type Outcomes = Vec<Result<Committed, Refusal>>;

impl App {
    /// Takes an open workspace; makes its read models when they are missing or of an older program.
    ///
    /// # Errors
    /// `ViewsOfAnotherVersion` where they would have to be made and nothing may be written, or when the log cannot be read
    /// or the read models not written.
    pub fn new(workspace: Workspace, entropy: Box<dyn Entropy>) -> Result<Self, Fault> {
        if workspace.read_only() {
            let reader = workspace.reader().map_err(|fault| unexpected(&fault))?;
            if !projections::current(&reader)? {
                return Err(Fault::Failed(Failure::ViewsOfAnotherVersion));
            }
        } else {
            let mut conn = workspace.writer();
            let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
            if !projections::current(&tx).map_err(Fault::from)? {
                projections::rebuild(&tx).map_err(Fault::from)?;
            }
            tx.commit().map_err(failed)?;
        }
        Ok(Self { workspace, entropy, memory: Mutex::default(), totals: Mutex::default() })
    }

    /// The open workspace.
    pub const fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Carries an order out. When the answer is there, it is on the disk.
    ///
    /// # Errors
    /// The refusal of a rule, or a failure of the world; nothing was written then.
    pub fn execute(&self, order: &Order, now: Instant) -> Result<Committed, Fault> {
        let outcomes =
            self.execute_all(std::slice::from_ref(order), now, &mut |_| ControlFlow::Continue(()))?;
        match outcomes.and_then(|outcomes| outcomes.into_iter().next()) {
            Some(outcome) => outcome.map_err(Fault::Refused),
            None => {
                Err(Fault::Failed(Failure::Unexpected { detail: "an order without an outcome".to_owned() }))
            }
        }
    }

    /// Carries many orders out in one transaction: all that no rule refuses, or none at all. `each` hears how many are
    /// done and may break off; then nothing was written and there are no outcomes.
    ///
    /// # Errors
    /// A failure of the world; nothing was written then.
    pub fn execute_all(
        &self,
        orders: &[Order],
        now: Instant,
        each: &mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<Option<Outcomes>, Fault> {
        if self.workspace.read_only() {
            return Err(Fault::Failed(Failure::ReadOnly));
        }
        let mut conn = self.workspace.writer();
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let mut outcomes = Vec::with_capacity(orders.len());
        for (done, order) in orders.iter().enumerate() {
            if each(done).is_break() {
                memory.forget();
                return Ok(None);
            }
            match (Run { tx: &tx, memory: &mut memory, entropy: self.entropy.as_ref(), now }).order(order) {
                Ok(committed) => outcomes.push(Ok(committed)),
                Err(Fault::Refused(refusal)) => outcomes.push(Err(refusal)),
                Err(failure @ Fault::Failed(_)) => {
                    memory.forget();
                    return Err(failure);
                }
            }
        }
        if let Err(error) = tx.commit() {
            memory.forget();
            return Err(failed(error));
        }
        memory.trim();
        let events = outcomes.iter().flatten().flat_map(|committed| &committed.events);
        if events.into_iter().any(|event| event.kind == "organisation.personErased") {
            // What was erased is gone from the write-ahead log as well, as soon as no reader looks at it any more.
            conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);").map_err(failed)?;
        }
        Ok(Some(outcomes))
    }

    /// Answers a question as things stand at `now`.
    ///
    /// # Errors
    /// `NoSuchRecord`, or a failure of the world.
    pub fn query(&self, question: &Question, now: Instant) -> Result<Answer, Fault> {
        let reader = self.workspace.reader().map_err(|fault| unexpected(&fault))?;
        let conn: &rusqlite::Connection = &reader;
        Ok(match question {
            Question::Home {} => Answer::Home(queries::home::view(conn, now)?),
            Question::Register(query) => {
                let mut totals = self.totals.lock().unwrap_or_else(PoisonError::into_inner);
                Answer::Register(queries::register::page(conn, query, &mut totals)?)
            }
            Question::Incident { record } => {
                Answer::Incident(Box::new(queries::incident::view(conn, *record, now)?))
            }
            Question::PreviewMilestone { record, milestone, to } => {
                Answer::Preview(queries::incident::preview(conn, *record, *milestone, *to, now)?)
            }
            Question::Search { text, limit, ranked } => {
                Answer::Search(queries::search::page(conn, text, *limit, *ranked)?)
            }
            Question::Journal(query) => Answer::Journal(queries::journal::page(conn, query)?),
            Question::Organisation {} => Answer::Organisation(queries::organisation::view(conn)?),
            Question::Reports {} => Answer::Reports(queries::papers::reports(conn, now)?),
            Question::Batches {} => Answer::Batches(queries::papers::batches(conn)?),
            Question::Chain {} => Answer::Chain(queries::journal::chain(conn)?),
            Question::Facets {} => Answer::Facets(queries::register::facets(conn)?),
            Question::Deadlines { on, within, kept } => {
                Answer::Deadlines(queries::deadlines::due(conn, *on, *within, *kept, now)?)
            }
            Question::Ledger { on, duty, every } => {
                let of = queries::deadlines::Occurrences::asked(*duty, *every);
                Answer::Ledger(queries::deadlines::ledger(conn, *on, of, now)?)
            }
            Question::Days { from, until } => Answer::Days(queries::deadlines::days(conn, *from, *until)?),
            Question::Policy {} => Answer::Policy(queries::policy::view(conn, now)?),
            Question::Reviews(query) => Answer::Reviews(queries::review::page(conn, query, now)?),
            Question::Review { record, by } => {
                Answer::Review(Box::new(queries::review::view(conn, *record, *by, now)?))
            }
            Question::Findings(query) => Answer::Findings(queries::finding::page(conn, query, now)?),
            Question::Finding { record, by } => {
                Answer::Finding(Box::new(queries::finding::view(conn, *record, *by, now)?))
            }
            Question::SimilarFindings { concerns } => {
                Answer::SimilarFindings(queries::finding::similar(conn, concerns, None, now)?)
            }
            Question::Changes(query) => Answer::Changes(queries::change::page(conn, query, now)?),
            Question::Change { record, by } => {
                Answer::Change(Box::new(queries::change::view(conn, *record, *by, now)?))
            }
            Question::Notices(query) => Answer::Notices(queries::notice::page(conn, query, now)?),
            Question::Notice { record, by } => {
                Answer::Notice(Box::new(queries::notice::view(conn, *record, *by, now)?))
            }
            Question::Inbox { by } => Answer::Inbox(queries::reminders::inbox(conn, *by, now)?),
            Question::Plans(_)
            | Question::Plan { .. }
            | Question::PlanDifference { .. }
            | Question::ReadPlan { .. }
            | Question::Drills(_)
            | Question::Drill { .. }
            | Question::Coverage { .. } => self.of_tests(conn, question, now)?,
            Question::Guides(query) => Answer::Guides(queries::guide::page(conn, query, now)?),
            Question::Guide { record, version, by } => {
                Answer::Guide(Box::new(queries::guide::view(conn, *record, *version, *by, now)?))
            }
            Question::GuideDifference { record, from, to } => {
                Answer::GuideDifference(queries::guide::difference(conn, *record, *from, *to)?)
            }
            Question::Markdown { text } => Answer::Markdown(markdown::blocks(text)),
        })
    }

    /// Takes up to `limit` further events into the text index; returns how many are still missing.
    ///
    /// # Errors
    /// A failure of the world.
    pub fn index(&self, limit: usize) -> Result<u64, Fault> {
        if self.workspace.read_only() {
            return Ok(0);
        }
        let mut conn = self.workspace.writer();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        search::catch_up(&tx, limit)?;
        let missing = search::behind(&tx)?;
        tx.commit().map_err(failed)?;
        Ok(missing)
    }

    /// Throws the read models away and makes them anew from the log.
    ///
    /// # Errors
    /// A failure of the world; the read models are as they were then.
    pub fn rebuild(&self) -> Result<(), Fault> {
        let mut conn = self.workspace.writer();
        self.memory.lock().unwrap_or_else(PoisonError::into_inner).forget();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        projections::rebuild(&tx)?;
        tx.commit().map_err(failed)
    }

    /// Proves that nobody altered the record. Where everything fits and may be written, a mark says how far and when, signed
    /// when a device's key is given. `progress` hears how many of how many events are done, and may break off.
    ///
    /// # Errors
    /// A failure of the world; what does not fit is told by the proof.
    pub fn prove(
        &self,
        now: Instant,
        device: Option<&SigningKey>,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Proof, Fault> {
        let reader = self.workspace.reader().map_err(|fault| unexpected(&fault))?;
        let proof = proof::prove(&reader, progress)?;
        let fits = proof.finding.is_none() && !proof.chain.broken_off;
        if let Some(head) = proof.chain.head.filter(|_| fits && !self.workspace.read_only()) {
            checkpoint::set(&self.workspace.writer(), head, now, device)?;
        }
        Ok(proof)
    }

    /// Keeps the bytes of a file; an order attaches them afterwards.
    ///
    /// # Errors
    /// `EvidenceTooLarge`, or a failure of the world; nothing is kept then.
    pub fn keep(&self, source: &mut dyn std::io::Read) -> Result<blob::Kept, Fault> {
        if self.workspace.read_only() {
            return Err(Fault::Failed(Failure::ReadOnly));
        }
        let mut conn = self.workspace.writer();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let kept = blob::put_from(&tx, source)?;
        tx.commit().map_err(failed)?;
        Ok(kept)
    }

    /// The bytes of a file that was kept.
    ///
    /// # Errors
    /// `NoSuchEvidence`, `Damaged` when the bytes are no longer what was put in, or a failure of the world.
    pub fn evidence(&self, hash: BlobHash) -> Result<Vec<u8>, Fault> {
        let reader = self.workspace.reader().map_err(|fault| unexpected(&fault))?;
        blob::get(&reader, hash)?.ok_or(Fault::Failed(Failure::NoSuchEvidence { hash }))
    }
}

fn failed(error: rusqlite::Error) -> Fault {
    Fault::from(LogError::from(error))
}

fn unexpected(fault: &dyn std::fmt::Display) -> Fault {
    Fault::Failed(Failure::Unexpected { detail: fault.to_string() })
}

impl From<LogError> for Fault {
    fn from(error: LogError) -> Self {
        let detail = error.to_string();
        Self::Failed(match error {
            LogError::DiskFull => Failure::DiskFull,
            LogError::ReadOnly => Failure::ReadOnly,
            LogError::PayloadTooLong { bytes } => {
                Failure::TooLong { bytes, limit: crate::log::PAYLOAD_LIMIT }
            }
            LogError::EvidenceTooLarge { limit } => Failure::EvidenceTooLarge { limit },
            LogError::EvidenceDamaged { .. }
            | LogError::Damaged(_)
            | LogError::OutOfOrder { .. }
            | LogError::Unreadable { .. } => Failure::Damaged { detail },
            LogError::Conflict { .. }
            | LogError::OtherStream { .. }
            | LogError::NotAKind { .. }
            | LogError::EndOfTime
            | LogError::NoSuchEvent { .. }
            | LogError::Outside(_)
            | LogError::Database(_) => Failure::Unexpected { detail },
        })
    }
}

impl From<ProjectionFault> for Fault {
    fn from(fault: ProjectionFault) -> Self {
        match fault {
            ProjectionFault::Log(error) => error.into(),
            ProjectionFault::Database(error) => LogError::from(error).into(),
            ProjectionFault::Codec(fault) => Self::Failed(Failure::Damaged { detail: fault.to_string() }),
        }
    }
}

impl From<QueryFault> for Fault {
    fn from(fault: QueryFault) -> Self {
        match fault {
            QueryFault::NoSuchRecord(record) => Self::Failed(Failure::NoSuchRecord { record }),
            QueryFault::Projection(fault) => fault.into(),
            QueryFault::Log(error) => error.into(),
            QueryFault::Database(error) => LogError::from(error).into(),
        }
    }
}

#[cfg(test)]
mod tests;

//! Takes a folder of documents over: each is looked up by its title, compared with what is known, and ordered like any other
//! draft, all of them in one transaction.

use std::ops::ControlFlow;

use rusqlite::Connection;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{App, Fault, Order, unexpected};
use crate::domain::guide::{Command as G, Guide, Kind, Remarks, text};
use crate::domain::{Command, rights};
use crate::ids::{OrderId, PersonId, RecordRef, StreamId};
use crate::importers::dirt::{Place, Problem, Reason};
use crate::importers::guides::{Document, Found};
use crate::queries;
use crate::time::Instant;

/// What taking documents over did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuidesTaken {
    /// Documents that were not known: each has the draft of a first version.
    pub new: u32,
    /// Known documents with another text: each has the draft of a new version.
    pub changed: u32,
    /// Known documents with the same text.
    pub unchanged: u32,
    /// Files that were not taken over.
    pub refused: Vec<Problem>,
}

/// Who takes documents over, when, and of which kind those are whose file names none.
struct Taking<'a> {
    app: &'a App,
    kind: Kind,
    by: PersonId,
    now: Instant,
    taken: GuidesTaken,
}

impl App {
    /// Takes documents over as drafts, or says what that would do. `kind` is that of files that say none.
    ///
    /// # Errors
    /// A refusal of the right to write documents, or a failure of the world; nothing was written then.
    pub fn take_guides(
        &self,
        found: &Found,
        kind: Kind,
        by: PersonId,
        write: bool,
        now: Instant,
    ) -> Result<GuidesTaken, Fault> {
        let taken = GuidesTaken { refused: found.problems.clone(), ..GuidesTaken::default() };
        let mut taking = Taking { app: self, kind, by, now, taken };
        let mut orders = Vec::new();
        {
            let reader = self.workspace.reader().map_err(|fault| unexpected(&fault))?;
            may_write(&reader, by)?;
            for document in &found.documents {
                let ordered = taking.orders(&reader, document)?.into_iter();
                orders.extend(ordered.map(|order| (Place::file(&document.file), order)));
            }
        }
        let mut taken = taking.taken;
        if !write || orders.is_empty() {
            return Ok(taken);
        }
        let (places, orders): (Vec<_>, Vec<_>) = orders.into_iter().unzip();
        let outcomes = self.execute_all(&orders, now, &mut |_| ControlFlow::Continue(()))?;
        for (place, outcome) in places.into_iter().zip(outcomes.unwrap_or_default()) {
            if let Err(refusal) = outcome {
                taken.refused.push(Problem::new(place, Reason::Rule { detail: refusal.to_string() }));
            }
        }
        Ok(taken)
    }
}

/// Whether somebody may write documents: a dry run says so as well.
fn may_write(conn: &Connection, by: PersonId) -> Result<(), Fault> {
    let organisation = queries::organisation::organisation(conn)?;
    let roles = organisation.map(|organisation| organisation.roles(by)).unwrap_or_default();
    let order = Command::Guide(G::StartVersion {});
    rights::may(&order, &roles).map_err(|refusal| Fault::Refused(refusal.into()))
}

impl Taking<'_> {
    fn order(&self, record: StreamId, command: G) -> Order {
        Order {
            id: OrderId(self.app.entropy.id(self.now)),
            by: self.by,
            record: Some(RecordRef::Id(record)),
            command: Command::Guide(command),
            batch: None,
        }
    }

    /// The orders that bring a document in; none where nothing is new, or where what is new cannot be written.
    fn orders(&mut self, conn: &Connection, document: &Document) -> Result<Vec<Order>, Fault> {
        let Some((record, guide)) = with_title(conn, &document.title)? else {
            self.taken.new += 1;
            let create = G::Create {
                kind: document.kind.unwrap_or(self.kind),
                title: document.title.clone(),
                text: document.text.clone(),
                remarks: Remarks::default(),
                file: Some(document.file.clone()),
            };
            return Ok(vec![self.order(StreamId(self.app.entropy.id(self.now)), create)]);
        };
        let (open, newest) = (guide.open(), guide.newest_in_force().or(guide.versions.last()));
        let text = text::plain(&document.text);
        if open.or(newest).is_some_and(|known| known.text == text) {
            self.taken.unchanged += 1;
            return Ok(Vec::new());
        }
        Ok(match open {
            None => {
                self.taken.changed += 1;
                let version = guide.versions.last().map_or(1, |last| last.version + 1);
                let edit = G::Edit { version, revision: 0, text, remarks: Remarks::default() };
                vec![self.order(record, G::StartVersion {}), self.order(record, edit)]
            }
            Some(open) if open.stage().is_written() => {
                self.taken.changed += 1;
                let (version, revision, remarks) = (open.version, open.revision, open.remarks.clone());
                vec![self.order(record, G::Edit { version, revision, text, remarks })]
            }
            Some(open) => {
                let (number, version) = (guide.number.to_string(), open.version);
                let reason = Reason::VersionNotOpen { number, version };
                self.taken.refused.push(Problem::new(Place::file(&document.file), reason));
                Vec::new()
            }
        })
    }
}

/// The document that bears or bore a title.
fn with_title(conn: &Connection, title: &str) -> Result<Option<(StreamId, Guide)>, Fault> {
    let found = queries::guide::titled(conn, title)?;
    Ok(found.map(|id| queries::guide::find(conn, RecordRef::Id(id))).transpose()?)
}

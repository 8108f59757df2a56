//! `lotse do`: orders as JSON, one a line, from standard input; one answer a line, in the same order.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};

use super::terminal::{Complaint, End, Terminal};
use super::{clock, lines, opening, people};
use crate::app::{Entropy, Order};
use crate::domain::Command;
use crate::ids::{OrderId, PersonId, RecordRef, StreamId};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(long = "as", value_name = "PERSON")]
    person: Option<String>,
}

/// An order as a line says it: its id and who orders may be left out.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Line {
    #[serde(default)]
    id: Option<OrderId>,
    #[serde(default)]
    by: Option<PersonId>,
    #[serde(default)]
    record: Option<RecordRef>,
    command: Command,
    #[serde(default)]
    batch: Option<StreamId>,
}

/// An answer is what was committed, or `{"fault":…}`. The end is 1 when one order was refused; the others are carried out.
pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::app(&args.file, key_file)?;
    let person = match &args.person {
        Some(name) => Some(people::find(&app, name)?),
        // Where several take part, or nobody yet, each line says who orders.
        None => people::acting(&app, None).ok(),
    };
    lines::answer_each(terminal, |line| {
        let order = order(line, person)?.read_at(clock::stopwatch());
        app.execute(&order, clock::now()).map_err(|fault| Complaint::of(&fault))
    })
}

fn order(line: Value, person: Option<PersonId>) -> Result<Order, Complaint> {
    let Line { id, by, record, command, batch } = lines::understood(line)?;
    let by = by.or(person).ok_or_else(|| Complaint::of(&json!({ "code": "nobodyOrders" })))?;
    Ok(Order { id: id.unwrap_or_else(|| OrderId(fresh_id())), by, record, command, batch })
}

/// A new id that sorts by its time.
pub fn fresh_id() -> uuid::Uuid {
    clock::SystemEntropy.id(clock::now())
}

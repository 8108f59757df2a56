//! `lotse schema`: the JSON Schemas of everything that crosses the wire.

use super::terminal::{Complaint, End, Terminal};
use crate::contract;

#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(terminal: &Terminal) -> Result<End, Complaint> {
    terminal.line(&contract::schemas());
    Ok(End::Done)
}

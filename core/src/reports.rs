//! Paper: what is recorded becomes a [`document::Document`], a document becomes pages.
//! Knows no log, no window and no clock: facts and moments come in.

pub mod asked;
pub mod change;
pub mod document;
pub mod dr_test;
pub mod edition;
mod fields;
pub mod finding;
pub mod frame;
pub mod go_bag;
pub mod guide;
pub mod handover_slip;
pub mod ledger;
pub mod notice;
pub mod plan_steps;
pub mod post_incident;
pub mod process_review;
pub mod register;
pub mod step_sheet;
pub mod today;
pub mod typeset;

mod markdown;
mod pdf;
mod voice;

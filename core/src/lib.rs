//! Everything that Lotse knows. Names no window, no terminal, no clock and no environment.
#![warn(missing_docs)]

pub mod app;
pub mod calendar;
pub mod cli;
pub mod contract;
pub mod deadlines;
pub mod domain;
pub mod duties;
pub mod follow_ups;
pub mod founding;
pub mod handover;
pub mod ids;
pub mod importers;
pub mod log;
pub mod post;
pub mod projections;
pub mod queries;
pub mod reminders;
pub mod reports;
pub mod sample;
pub mod time;
pub mod words;
pub mod workspace;

/// What every program of Lotse allocates with: many small texts are its daily bread, and an import of a large history
/// takes a seventh less time with it than with the C library's.
pub use mimalloc::MiMalloc as Allocator;

//! Any bytes: opened, recognised and read, as archive, workbook, JSON, page or table.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lotse::importers::opening::{SourceFile, open};
use lotse::importers::{Options, Unwatched, read};
use lotse::time::Zone;

fuzz_target!(|bytes: &[u8]| {
    let file = SourceFile { name: "fuzz".to_owned(), bytes: bytes.to_vec() };
    read(&open("fuzz", vec![file]), &Options::new(Zone::UTC), &Unwatched).expect("nobody stops it");
});

//! Any bytes, read as this format although they may be none of it: items or refusals, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lotse::importers::opening::{SourceFile, open};
use lotse::importers::{Options, Unwatched, read};
use lotse::time::Zone;

fuzz_target!(|bytes: &[u8]| {
    let file = SourceFile { name: "fuzz".to_owned(), bytes: bytes.to_vec() };
    let options = Options { format: Some("alertmanager".to_owned()), ..Options::new(Zone::UTC) };
    let reading = read(&open("fuzz", vec![file]), &options, &Unwatched).expect("nobody stops it");
    for item in &reading.items {
        assert!(!item.outside_id.is_empty() && !item.title.is_empty());
    }
});

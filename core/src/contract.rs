//! What the window, the command line and scripts may say and hear, as TypeScript types and as a JSON Schema.
//! The shapes themselves stand where they are used; here they go out.

pub mod desktop;
pub mod import;

use std::collections::BTreeMap;

use schemars::schema_for;
use ts_rs::TS;

pub use crate::app::{Answer, Bytes, Committed, Failure, Fault, Happened, Order, Question};

/// The JSON Schemas of everything that crosses the wire, by name.
pub fn schemas() -> BTreeMap<&'static str, schemars::Schema> {
    BTreeMap::from([
        ("order", schema_for!(Order)),
        ("committed", schema_for!(Committed)),
        ("question", schema_for!(Question)),
        ("answer", schema_for!(Answer)),
        ("fault", schema_for!(Fault)),
    ])
}

/// Writes the TypeScript types into a folder, one file a type, each with those that it needs.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_typescript(folder: &std::path::Path) -> Result<(), ts_rs::ExportError> {
    let config = ts_rs::Config::new().with_out_dir(folder).with_large_int("number");
    Order::export_all(&config)?;
    Committed::export_all(&config)?;
    Question::export_all(&config)?;
    Answer::export_all(&config)?;
    Fault::export_all(&config)?;
    Bytes::export_all(&config)?;
    desktop::DesktopOrder::export_all(&config)?;
    desktop::DesktopAnswer::export_all(&config)?;
    desktop::Changed::export_all(&config)?;
    desktop::Progress::export_all(&config)?;
    desktop::LinkOpened::export_all(&config)?;
    desktop::FileOpened::export_all(&config)?;
    desktop::Dropped::export_all(&config)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::{Path, PathBuf};

    fn texts(folder: &Path) -> BTreeMap<PathBuf, String> {
        let mut found = BTreeMap::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(next) = folders.pop() {
            for entry in std::fs::read_dir(&next).into_iter().flatten().flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else {
                    let name = entry.path().strip_prefix(folder).unwrap().to_owned();
                    found.insert(name, std::fs::read_to_string(entry.path()).unwrap());
                }
            }
        }
        found
    }

    /// Set `LOTSE_WRITE_CONTRACT=1` to write the types instead of comparing them.
    #[test]
    fn the_types_of_the_window_are_those_of_the_core() {
        let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ipc/contract");
        if std::env::var_os("LOTSE_WRITE_CONTRACT").is_some() {
            let _ = std::fs::remove_dir_all(&committed);
            write_typescript(&committed).unwrap();
        }
        let fresh = tempfile::tempdir().unwrap();
        write_typescript(fresh.path()).unwrap();
        let (fresh, committed) = (texts(fresh.path()), texts(&committed));
        let stale: Vec<_> = fresh.iter().filter(|(name, text)| committed.get(*name) != Some(text)).collect();
        assert!(
            stale.is_empty(),
            "run with LOTSE_WRITE_CONTRACT=1: {:?}",
            stale.iter().map(|s| s.0).collect::<Vec<_>>()
        );
        let gone: Vec<_> = committed.keys().filter(|name| !fresh.contains_key(*name)).collect();
        assert!(gone.is_empty(), "run with LOTSE_WRITE_CONTRACT=1: {gone:?}");
    }

    #[test]
    fn every_shape_has_a_schema() {
        for (name, schema) in schemas() {
            assert!(schema.as_object().is_some_and(|object| object.len() > 2), "{name}");
        }
    }
}

//! The program's own log: five files of one megabyte. It says what the program did and never what somebody wrote.

use std::path::Path;

use tauri::Runtime;
use tauri::plugin::TauriPlugin;
use tauri_plugin_log::{Builder, RotationStrategy, Target, TargetKind, TimezoneStrategy};

const FILE: &str = "lotse";
const SIZE_AT_MOST: u128 = 1_000_000;
const FILES_AT_MOST: usize = 5;

/// The plugin that writes into `folder`.
pub fn into_folder<R: Runtime>(folder: &Path) -> TauriPlugin<R> {
    let file = TargetKind::Folder { path: folder.to_owned(), file_name: Some(FILE.to_owned()) };
    Builder::new()
        .clear_targets()
        .target(Target::new(file))
        .target(Target::new(TargetKind::Stderr))
        .level(log::LevelFilter::Warn)
        .level_for("lotse", log::LevelFilter::Info)
        .level_for("lotse_desktop", log::LevelFilter::Info)
        .max_file_size(SIZE_AT_MOST)
        .rotation_strategy(RotationStrategy::KeepSome(FILES_AT_MOST))
        .timezone_strategy(TimezoneStrategy::UseUtc)
        .build()
}

/// The name of the newest file.
pub fn newest(folder: &Path) -> std::path::PathBuf {
    folder.join(FILE).with_extension("log")
}

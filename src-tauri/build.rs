//! Gives our four commands their permissions and makes the build notice a new page.

use std::path::Path;

use tauri_build::{AppManifest, Attributes};

const PAGE: &str = "../ui/dist";

fn main() {
    // The page is built by npm. An empty folder lets the Rust code be checked on a machine without Node.
    if let Err(error) = std::fs::create_dir_all(Path::new(PAGE)) {
        panic!("{PAGE}: {error}");
    }
    println!("cargo:rerun-if-changed={PAGE}");
    let commands = AppManifest::new().commands(&["execute", "query", "desktop", "bytes"]);
    if let Err(error) = tauri_build::try_build(Attributes::new().app_manifest(commands)) {
        panic!("{error:#}");
    }
}

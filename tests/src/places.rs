//! Where things lie in the clone and where its build lies.

use std::path::{Path, PathBuf};

/// The root of the clone.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the clone has a root")
}

/// The folder with the programs that this build made: the one beside the folder of this test's own program.
pub fn built() -> PathBuf {
    let me = std::env::current_exe().expect("a test is a program");
    let deps = me.parent().expect("a program lies in a folder");
    deps.parent().expect("cargo puts tests into a folder `deps`").to_owned()
}

/// The program under test.
pub fn program() -> PathBuf {
    let program = built().join("lotse-desktop");
    assert!(program.is_file(), "{} is not built: cargo build --workspace --bins --tests", program.display());
    program
}

/// Where pictures of the window go.
pub fn pictures() -> PathBuf {
    let folder = built().join("pictures");
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    folder
}

/// All files below a folder whose names end so, in the order of their names; packages of others left out.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    entries
        .into_iter()
        .filter(|path| !path.ends_with("node_modules"))
        .flat_map(|path| if path.is_dir() { files(&path, ending) } else { vec![path] })
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect()
}

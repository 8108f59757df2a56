//! Workspaces of every version of the file that was ever shipped, one in each `frozen/workspace-N.zip`: each opens, is
//! brought up to date, and fits. A frozen file is never written anew.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::fs::{self, File};
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use lotse::app::{Answer, App, Entropy, Question};
use lotse::ids::{BlobHash, RecordRef};
use lotse::log;
use lotse::workspace::{Workspace, migrations};

/// The hash of the newest event of each frozen workspace, by version: these bytes must always give this hash.
const HEADS: [&str; 1] = ["a445423ca05ff03b026488e5e3f49c579d953e1b22e71cd0fe3026969bb4ad2b"];

struct Silent;

impl Entropy for Silent {
    fn fill(&self, _: &mut [u8]) {
        unreachable!("nothing is written")
    }
}

fn thawed(version: usize, folder: &Path) -> Workspace {
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/frozen/workspace-{version}.zip"));
    let mut archive = zip::ZipArchive::new(File::open(frozen).unwrap()).unwrap();
    let mut bytes = Vec::new();
    archive.by_index(0).unwrap().read_to_end(&mut bytes).unwrap();
    let file = folder.join("Probe.lotse");
    fs::write(&file, bytes).unwrap();
    Workspace::open(&file, None, "2027-05-01T08:00:00Z".parse().unwrap()).unwrap()
}

#[test]
fn a_workspace_of_every_version_opens_and_fits() {
    assert_eq!(
        HEADS.len(),
        migrations::VERSION as usize,
        "a new version of the file is frozen with its workspace"
    );
    let now = "2027-05-01T08:00:00Z".parse().unwrap();
    for (version, head) in (1..).zip(HEADS) {
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(thawed(version, folder.path()), Box::new(Silent)).unwrap();
        let found = log::head(&app.workspace().reader().unwrap()).unwrap().unwrap();
        assert_eq!(BlobHash(found.hash).to_string(), head, "version {version}");
        let proof = app.prove(now, None, &mut |_, _| ControlFlow::Continue(())).unwrap();
        assert_eq!(proof.finding, None, "version {version}");
        let record = RecordRef::Number("N-2026-001".parse().unwrap());
        let Answer::Incident(view) = app.query(&Question::Incident { record }, now).unwrap() else {
            panic!("not an incident")
        };
        assert_eq!(
            (view.title.as_str(), view.emergency),
            ("Drucken nicht möglich", true),
            "version {version}"
        );
    }
}

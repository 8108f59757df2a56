//! A real mail server (aiosmtpd) that keeps each mail as a file, for as long as a test runs.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::places;

/// A mail server that ends with the test.
pub struct MailServer {
    child: Child,
    mails: PathBuf,
    /// Where it listens on this machine.
    pub port: u16,
}

impl MailServer {
    /// Starts it and waits until it listens; mails go into a folder there.
    ///
    /// # Panics
    /// Where there is no Python with aiosmtpd.
    pub fn start(folder: &Path) -> Self {
        let mails = folder.join("mails");
        std::fs::create_dir_all(&mails).expect("a folder for mails");
        let port =
            TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("its address").port();
        let mut command = Command::new(python());
        command
            .arg(places::root().join("core/tests/mail/server.py"))
            .arg(&mails)
            .arg(port.to_string())
            .arg("none");
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the mail server starts");
        let mut ready = String::new();
        BufReader::new(child.stdout.take().expect("a piped output")).read_line(&mut ready).expect("a line");
        assert_eq!(ready.trim(), "ready");
        Self { child, mails, port }
    }

    /// The mails that it took, oldest first.
    ///
    /// # Panics
    /// Where one cannot be read.
    pub fn mails(&self) -> Vec<Value> {
        let read = |file: PathBuf| {
            serde_json::from_slice(&std::fs::read(file).expect("a mail")).expect("a mail is JSON")
        };
        places::files(&self.mails, ".json").into_iter().map(read).collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        self.child.wait().ok();
    }
}

/// The Python that has the mail server: that of the system, else the one that comes first.
fn python() -> &'static str {
    let has = |python: &&str| {
        let asked = Command::new(python).args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status();
        asked.is_ok_and(|status| status.success())
    };
    let found = ["/usr/bin/python3", "python3"].into_iter().find(has);
    found.expect("these tests need aiosmtpd (Debian: python3-aiosmtpd); `cargo xtask test` installs it")
}

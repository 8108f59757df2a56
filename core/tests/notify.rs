//! Notices by mail, through the command line to a real mail server (aiosmtpd), whose mails another library reads.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use lotse::workspace::Workspace;
use serde_json::{Value, json};

const ANNA: &str = "0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e60";
const TEAM: &str = "0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e70";

/// A mail server that ends with the test.
struct Server {
    child: Child,
    mails: PathBuf,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        self.child.wait().ok();
    }
}

impl Server {
    fn start(folder: &Path, security: &str, certificate: &[&str]) -> Self {
        let mails = folder.join("mails");
        std::fs::create_dir_all(&mails).unwrap();
        let port = free_port();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mail/server.py");
        let mut command = Command::new(python());
        command.arg(script).arg(&mails).arg(port.to_string()).arg(security).args(certificate);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut ready = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut ready).unwrap();
        assert_eq!(ready.trim(), "ready");
        Self { child, mails, port }
    }

    fn mails(&self) -> Vec<Value> {
        let mut files: Vec<_> =
            std::fs::read_dir(&self.mails).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        files.iter().map(|file| serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()).collect()
    }
}

/// The Python that has the mail server: that of the system, else the one that comes first.
///
/// # Panics
/// Where there is none, with what brings it.
fn python() -> &'static str {
    let has = |python: &&str| {
        let asked = Command::new(python).args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status();
        asked.is_ok_and(|status| status.success())
    };
    let found = ["/usr/bin/python3", "python3"].into_iter().find(has);
    found.expect("these tests need aiosmtpd (Debian: python3-aiosmtpd); `cargo xtask test` installs it")
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn lotse(words: &[&str], input: &str, roots: Option<&Path>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lotse"));
    command.args(words).env("LC_ALL", "en_GB.UTF-8").stdin(Stdio::piped()).stdout(Stdio::piped());
    if let Some(roots) = roots {
        command.env("SSL_CERT_FILE", roots);
    }
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
    child.wait_with_output().unwrap()
}

fn json(output: &Output) -> Value {
    let text = String::from_utf8_lossy(&output.stdout);
    serde_json::from_str(text.lines().next().unwrap_or_default())
        .unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

fn told(file: &str, command: &Value) -> Output {
    let order = json!({ "by": ANNA, "command": command });
    let done = lotse(&["do", file], &order.to_string(), None);
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    done
}

fn person(count: u8) -> String {
    format!("0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e8{count}")
}

/// A workspace with a mail server, a team of these people, and a notice to them.
fn announced(folder: &Path, server: &Value, people: &[(&str, &str)]) -> String {
    let file = folder.join("Probe.lotse");
    drop(Workspace::create(&file, None, "2026-05-01T08:00:00Z".parse().unwrap()).unwrap());
    let file = file.to_str().unwrap().to_owned();
    told(
        &file,
        &json!({ "organisation": { "found": { "name": "Küstenlicht Müller & Söhne", "language": "de",
        "zone": "Europe/Berlin", "teams": [{ "id": TEAM, "kind": "support", "name": "Support" }],
        "founder": { "name": "Anna Berg", "email": "anna@kuestenlicht.example" } } } }),
    );
    for (count, (name, email)) in (0..).zip(people) {
        told(
            &file,
            &json!({ "organisation": { "putPerson": { "id": person(count), "roles": ["recorder"],
            "teams": [TEAM], "data": { "name": name, "email": email } } } }),
        );
    }
    told(&file, &json!({ "policy": { "setMailServer": { "server": server } } }));
    told(
        &file,
        &json!({ "notice": { "announce": {
        "title": "Umschaltung für Größen über 5 €",
        "german": "Ab Montag prüft der Störungsdienst zuerst die Übergänge.\nDanach gilt Schritt 4.", "english": "",
        "teams": [TEAM], "who": "everyone" } } }),
    );
    file
}

fn plain(port: u16) -> Value {
    json!({ "host": "127.0.0.1", "port": port, "security": "none", "user": "", "sender": "lotse@kuestenlicht.example" })
}

#[test]
fn a_mail_arrives_with_its_umlauts_and_a_refused_one_is_recorded_without_its_address() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), "none", &[]);
    let people = [("Jörg Weiß", "joerg@example.org"), ("Mira Öz", "unbekannt@example.org"), ("Ole Ahn", "")];
    let file = announced(folder.path(), &plain(server.port), &people);
    let sent = lotse(&["notify", &file, "M-2026-001", "--as", "Anna Berg", "--json"], "", None);
    assert_eq!(sent.status.code(), Some(1), "one was refused, one has no address: {sent:?}");
    assert_eq!((json(&sent)["sent"].as_u64(), json(&sent)["failed"].as_u64()), (Some(1), Some(2)));

    let [mail] = server.mails().try_into().unwrap();
    assert_eq!(mail["to"], json!(["joerg@example.org"]));
    assert_eq!(mail["from"], "lotse@kuestenlicht.example");
    let header = |name: &str| mail["headers"][name].as_str().unwrap().to_owned();
    assert_eq!(
        header("subject"),
        "M-2026-001: Umschaltung für Größen über 5 € (Fassung 1) – bitte bestätigen"
    );
    assert_eq!(header("from").replace('"', ""), "Küstenlicht Müller & Söhne <lotse@kuestenlicht.example>");
    assert!(header("to").contains("Jörg Weiß"));
    assert_eq!(header("reply-to"), "anna@kuestenlicht.example");
    let text = mail["text"].as_str().unwrap();
    for said in [
        "Guten Tag Jörg Weiß,",
        "Küstenlicht Müller & Söhne informiert Ihr Team über: Umschaltung für Größen über 5 €, Fassung 1.",
        "Ab Montag prüft der Störungsdienst zuerst die Übergänge.",
        "Bitte bestätigen Sie bis ",
        "wählen Sie M-2026-001",
        "antworten Sie auf diese Mail; Anna Berg trägt",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }

    let shown = json(&lotse(&["show", &file, "M-2026-001", "--json"], "", None));
    let of = |count: u8| {
        let asked = shown["asked"].as_array().unwrap();
        asked.iter().find(|asked| asked["person"] == json!(person(count))).unwrap()["sendings"].clone()
    };
    assert_eq!(of(0)[0]["result"], "sent");
    let listed = json(&lotse(&["list", &file, "notices", "--where", "asks=Jörg Weiß", "--json"], "", None));
    assert_eq!((listed["total"].as_u64(), &listed["items"][0]["number"]), (Some(1), &json!("M-2026-001")));
    let table = lotse(&["list", &file, "notices", "--where", "phase=open"], "", None);
    let table = String::from_utf8(table.stdout).unwrap();
    assert!(table.contains("M-2026-001") && table.contains("Umschaltung für Größen"), "{table}");
    let reason = of(1)[0].pointer("/result/failed/reason").unwrap().as_str().unwrap().to_owned();
    assert!(reason.contains("550") && reason.contains("Recipient address rejected"), "{reason}");
    assert!(!reason.contains("unbekannt"), "an address in the log could not be erased: {reason}");
    assert_eq!(of(2)[0]["result"], "noAddress");
}

#[test]
fn a_server_that_is_not_there_is_a_failure_with_a_reason_and_is_tried_again_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let gone = free_port();
    let people = [("Jörg Weiß", "joerg@example.org"), ("Mira Öz", "mira@example.org")];
    let file = announced(folder.path(), &plain(gone), &people);
    let sent = lotse(&["notify", &file, "M-2026-001", "--as", "Anna Berg", "--json"], "", None);
    assert_eq!((sent.status.code(), json(&sent)["failed"].as_u64()), (Some(1), Some(2)), "{sent:?}");
    let reason = json(&sent).pointer("/items/0/result/failed/reason").unwrap().as_str().unwrap().to_owned();
    assert!(reason.to_lowercase().contains("refused"), "{reason}");

    let server = Server::start(folder.path(), "none", &[]);
    told(&file, &json!({ "policy": { "setMailServer": { "server": plain(server.port) } } }));
    let again =
        lotse(&["notify", &file, "M-2026-001", "--as", "Anna Berg", "--to", "Mira Öz", "--json"], "", None);
    assert_eq!(again.status.code(), Some(0), "{again:?}");
    assert_eq!(server.mails().len(), 1);
    let shown = json(&lotse(&["show", &file, "M-2026-001", "--json"], "", None));
    let tried: Vec<_> =
        shown["asked"].as_array().unwrap().iter().map(|a| a["sendings"].as_array().unwrap().len()).collect();
    assert_eq!(tried.iter().sum::<usize>(), 3, "every attempt stays: {shown}");
}

#[test]
fn who_may_not_send_sends_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), "none", &[]);
    let file = announced(folder.path(), &plain(server.port), &[("Jörg Weiß", "joerg@example.org")]);
    let sent = lotse(&["notify", &file, "M-2026-001", "--as", "Jörg Weiß", "--json"], "", None);
    assert_eq!(json(&sent).pointer("/fault/code").unwrap(), "roleMayNot", "{sent:?}");
    assert!(server.mails().is_empty());
}

/// A certificate for `localhost` and its key.
fn certificate(folder: &Path) -> (PathBuf, PathBuf) {
    let (certificate, key) = (folder.join("cert.pem"), folder.join("key.pem"));
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"])
        .args(["-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:FALSE"])
        .arg("-out")
        .arg(&certificate)
        .arg("-keyout")
        .arg(&key)
        .stderr(Stdio::null())
        .status()
        .expect("this test needs openssl; `cargo xtask test` installs it");
    assert!(made.success(), "openssl made no certificate");
    (certificate, key)
}

#[test]
fn the_password_travels_by_tls_alone_and_only_to_a_server_that_is_trusted() {
    for security in ["tls", "startTls"] {
        let folder = tempfile::tempdir().unwrap();
        let (trusted, key) = certificate(folder.path());
        let parts = [trusted.to_str().unwrap(), key.to_str().unwrap()];
        let server = Server::start(folder.path(), security, &parts);
        let settings = json!({ "host": "localhost", "port": server.port, "security": security, "user": "lotse",
            "sender": "lotse@example.org" });
        let people = [("Jörg Weiß", "joerg@example.org"), ("Mira Öz", "mira@example.org")];
        let file = announced(folder.path(), &settings, &people);
        let secret = folder.path().join("password");
        let notify = |password: &str, roots: Option<&Path>| {
            std::fs::write(&secret, format!("{password}\n")).unwrap();
            let secret = secret.to_str().unwrap();
            let words =
                ["notify", &file, "M-2026-001", "--as", "Anna Berg", "--password-file", secret, "--json"];
            json(&lotse(&words, "", roots))
        };
        let reason = |answer: &Value| {
            answer.pointer("/items/0/result/failed/reason").unwrap().as_str().unwrap().to_lowercase()
        };
        let stranger = reason(&notify("geheim", None));
        assert!(stranger.contains("certificate"), "{security}: {stranger}");
        let refused = notify("falsch", Some(&trusted));
        let wrong = reason(&refused);
        assert!(wrong.contains("535"), "{security}: {wrong}");
        assert_eq!(refused["failed"], 2, "nobody else is tried with a password that is wrong: {refused}");
        assert!(server.mails().is_empty());
        assert_eq!(notify("geheim", Some(&trusted))["sent"], 2, "{security}");
        let mails = server.mails();
        assert_eq!(mails.len(), 2);
        for mail in mails {
            assert_eq!((mail["encrypted"].as_bool(), mail["login"].as_str()), (Some(true), Some("lotse")));
        }
    }
}

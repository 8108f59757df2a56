//! `lotse notify`, and notices in `lotse list` and `lotse show`.

use std::path::{Path, PathBuf};

use serde_json::json;
use zeroize::Zeroizing;

use super::changes::{listed, team};
use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening, people};
use crate::app::{Answer, App, Question};
use crate::domain::notice::{Delivery, Subject, SubjectKind, Way};
use crate::domain::policy::MailServer;
use crate::ids::{PersonId, RecordRef};
use crate::post::{self, NoPost, Posted, Sending, Smtp};
use crate::projections::register::word;
use crate::queries::views::{NoticeView, NoticesPage, NoticesQuery};
use crate::workspace::keychain;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    record: RecordRef,
    #[arg(long, value_name = "PERSON")]
    to: Option<String>,
    #[arg(long = "as", value_name = "PERSON")]
    person: Option<String>,
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
}

/// The end is 1 when a letter was not taken; what became of each is recorded either way.
pub fn notify(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::app(&args.file, key_file)?;
    let by = people::acting(&app, args.person.as_deref())?;
    let to = args.to.as_deref().map(|name| people::find(&app, name)).transpose()?;
    let server = post::server(&app, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    let password = password(args.password_file.as_deref(), &server)?;
    let smtp = Smtp::new(&server, password.as_ref());
    let smtp =
        smtp.map_err(|undelivered| Complaint::of(&NoPost::MailRefused { reason: undelivered.reason }))?;
    let sending = Sending { notice: args.record, to, by };
    let posted = post::send(&app, sending, &smtp, &clock::SystemEntropy, &clock::now);
    let posted = posted.map_err(|fault| Complaint::of(&fault))?;
    let failed = posted.iter().filter(|posted| posted.result != Delivery::Sent).count();
    if terminal.speaks_json() {
        terminal.line(&json!({ "items": posted, "sent": posted.len() - failed, "failed": failed }));
    } else {
        tell_posted(&app, &posted, terminal)?;
    }
    Ok(if failed == 0 { End::Done } else { End::FoundWanting })
}

/// The password of the server: the first line of a file, or what the keychain keeps.
fn password(file: Option<&Path>, server: &MailServer) -> Result<Option<Zeroizing<String>>, Complaint> {
    if server.user.is_empty() {
        return Ok(None);
    }
    let password = match file {
        Some(file) => {
            let text = std::fs::read_to_string(file).map_err(|error| Complaint::system(&error))?;
            Some(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
        }
        // A machine without a keychain keeps no password; then one has to be named.
        None => keychain::mail_password(server).ok().flatten(),
    };
    password.map(Some).ok_or_else(|| Complaint::of(&NoPost::MailPasswordMissing))
}

fn tell_posted(app: &App, posted: &[Posted], terminal: &Terminal) -> Result<(), Complaint> {
    let organisation = people::organisation(app)?;
    for Posted { person, result } in posted {
        let known = organisation.people.iter().find(|known| known.id == *person);
        let name = known.and_then(|known| known.name.clone()).unwrap_or_else(|| person.to_string());
        terminal.text(&format!("{name}: {}", delivery(result, terminal)));
    }
    if posted.is_empty() {
        terminal.add("notify-nobody", &[]);
    }
    Ok(())
}

fn delivery(result: &Delivery, terminal: &Terminal) -> String {
    match result {
        Delivery::Sent => terminal.said("notice-delivery-sent"),
        Delivery::NoAddress => terminal.said("notice-delivery-no-address"),
        Delivery::Failed { reason } => format!("{}: {reason}", terminal.said("notice-delivery-failed")),
    }
}

/// `lotse list FILE notices`.
///
/// # Errors
/// A filter that there is not, or a failure of the world.
pub fn list(app: &App, args: &super::list::Args, terminal: &Terminal) -> Result<End, Complaint> {
    let mut query = NoticesQuery {
        search: args.search.clone().unwrap_or_default(),
        limit: args.limit,
        offset: args.offset,
        ..NoticesQuery::default()
    };
    for filter in &args.filter {
        let (key, value) = filter.split_once('=').ok_or_else(|| Complaint::misused(filter, "KEY=VALUE"))?;
        match key {
            "phase" => query.phases.push(listed(key, value)?),
            "kind" => query.kinds.push(listed(key, value)?),
            "team" => query.teams.push(team(app, value)?),
            "asks" => query.asks = Some(people::find(app, value)?),
            other => return Err(Complaint::misused(other, "phase, kind, team, asks")),
        }
    }
    let answer = app.query(&Question::Notices(Box::new(query)), clock::now());
    let Answer::Notices(page) = answer.map_err(|fault| Complaint::of(&fault))? else { return Ok(End::Done) };
    if terminal.speaks_json() {
        terminal.line(&page);
    } else {
        table(&page, terminal);
    }
    Ok(End::Done)
}

fn table(page: &NoticesPage, terminal: &Terminal) {
    for row in &page.items {
        let phase = terminal.word("notice-phase", &word(&row.phase));
        let due = row.due.map_or("–".to_owned(), |due| due.to_string());
        let late = if row.late.is_some() { "!" } else { " " };
        let about = about(&row.about, &row.title, row.kind, terminal);
        terminal.text(&format!("{:<11} {late} {due:<10}  {phase:<14} {about}", row.number));
    }
    let shown = page.items.len().to_string();
    terminal.add("list-shown", &[("shown", shown.into()), ("total", page.total.to_string().into())]);
}

/// `lotse show FILE M-2026-001`.
///
/// # Errors
/// `NoSuchRecord`, or a failure of the world.
pub fn show(app: &App, record: RecordRef, terminal: &Terminal) -> Result<End, Complaint> {
    let answer = app.query(&Question::Notice { record, by: None }, clock::now());
    if let Answer::Notice(view) = answer.map_err(|fault| Complaint::of(&fault))? {
        if terminal.speaks_json() { terminal.line(&view) } else { tell(&view, terminal) }
    }
    Ok(End::Done)
}

/// The number and title of what a notice is about; what has no title is called by its kind.
fn about(number: &str, title: &str, kind: SubjectKind, terminal: &Terminal) -> String {
    let named =
        if title.is_empty() { terminal.word("notice-subject-kind", &word(&kind)) } else { title.to_owned() };
    format!("{number} {named}").trim().to_owned()
}

fn tell(view: &NoticeView, terminal: &Terminal) {
    let name = |person: PersonId| view.people.get(&person).cloned().unwrap_or_else(|| person.to_string());
    let Subject { number, title, kind, .. } = &view.subject;
    terminal.text(&format!("{}  {}", view.number, about(number, title, *kind, terminal)));
    let due = view.due.map_or("–".to_owned(), |due| due.to_string());
    terminal.text(&format!("{}  {due}", terminal.word("notice-phase", &word(&view.phase))));
    for text in [&view.german, &view.english].into_iter().filter(|text| !text.trim().is_empty()) {
        terminal.text("");
        terminal.text(text);
    }
    terminal.text("");
    for asked in &view.asked {
        let state = match (&asked.acknowledged, &asked.excused) {
            (Some(given), _) => {
                let way = match given.way {
                    Way::InProgram => terminal.said("notice-way-in-program"),
                    Way::File(_) => terminal.said("notice-way-file"),
                    Way::ByHand { said_by } => {
                        format!("{} ({})", terminal.said("notice-way-by-hand"), name(said_by))
                    }
                };
                format!("{}  {way}", given.at.at)
            }
            (None, Some(reason)) => format!("{}: {reason}", terminal.said("notice-excused")),
            (None, None) => terminal.said("notice-missing"),
        };
        let sent = asked.sendings.first().map(|sending| delivery(&sending.result, terminal));
        terminal.text(&format!("{:<28} {state}  {}", name(asked.person), sent.unwrap_or_default()));
    }
}

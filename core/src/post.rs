//! Mail to the teams: a notice becomes one letter for each person who is missing, each letter goes to the mail server, and
//! what became of it is recorded. Knows no clock and no keychain: time, chance and the password come in. Addresses are read
//! from the directory and never written into an event.

mod smtp;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use smtp::Smtp;

use crate::app::{Answer, App, Entropy, Fault, Order, Question};
use crate::domain::notice::{self, Deed, Delivery};
use crate::domain::organisation::Language;
use crate::domain::policy::MailServer;
use crate::domain::{Command, Refusal, rights};
use crate::ids::{OrderId, PersonId, RecordRef};
use crate::queries::views::{NoticeView, OrganisationView, PersonView};
use crate::time::{Instant, Moment};
use crate::words::{Words, kebab, word};

/// A letter to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The address.
    pub to: String,
    /// The person's name; empty when it was erased.
    pub to_name: String,
    /// In whose name it is sent.
    pub from_name: String,
    /// The address that answers go to; none: that of the mail server's sender.
    pub answers: Option<String>,
    /// The line above it.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// The id that it bears, in angle brackets.
    pub message: String,
    /// When it is sent.
    pub at: Instant,
}

/// Why a letter was not handed over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Undelivered {
    /// What the server or the network said.
    pub reason: String,
    /// Whether it is the server or the way to it: no other letter would fare better now.
    pub every: bool,
}

impl Undelivered {
    fn letter(error: &impl ToString) -> Self {
        Self { reason: error.to_string(), every: false }
    }

    fn here(error: &impl ToString) -> Self {
        Self { reason: error.to_string(), every: true }
    }
}

/// Something that takes letters.
pub trait Post {
    /// Hands a letter over.
    ///
    /// # Errors
    /// What stood against it.
    fn send(&self, letter: &Letter) -> Result<(), Undelivered>;
}

/// Why nothing was sent at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum NoPost {
    /// No mail server is set.
    #[error("no mail server is set")]
    MailServerMissing,
    /// The server asks for a password that this machine does not keep.
    #[error("the password of the mail server is not kept on this machine")]
    MailPasswordMissing,
    /// A test message did not leave.
    #[error("{reason}")]
    MailRefused {
        /// What the server or the network said.
        reason: String,
    },
}

/// Why a notice was not sent, or not to the end.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum PostFault {
    /// Nothing was sent.
    NoPost(NoPost),
    /// A rule stands against it, or the world.
    Fault(Fault),
}

impl From<Fault> for PostFault {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// What became of a letter to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Posted {
    /// To whom.
    pub person: PersonId,
    /// What became of it.
    pub result: Delivery,
}

/// Who sends which notice to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sending {
    /// The notice.
    pub notice: RecordRef,
    /// To whom; none: to everyone who is missing.
    pub to: Option<PersonId>,
    /// Who sends it.
    pub by: PersonId,
}

/// The mail server that is set.
///
/// # Errors
/// `MailServerMissing`, or why it cannot be read.
pub fn server(app: &App, now: Instant) -> Result<MailServer, PostFault> {
    let Answer::Policy(policy) = app.query(&Question::Policy {}, now)? else {
        return Err(PostFault::NoPost(NoPost::MailServerMissing));
    };
    policy.mail.ok_or(PostFault::NoPost(NoPost::MailServerMissing))
}

/// Sends a notice and records what became of each letter. Who may not send, or what is not to be sent any more, is found out
/// before the first letter leaves.
///
/// # Errors
/// The refusal of a rule, or a failure of the world. That a letter was not taken is no error: it is recorded.
pub fn send(
    app: &App,
    sending: Sending,
    post: &dyn Post,
    chance: &dyn Entropy,
    clock: &dyn Fn() -> Instant,
) -> Result<Vec<Posted>, PostFault> {
    let Answer::Organisation(organisation) = app.query(&Question::Organisation {}, clock())? else {
        return Ok(Vec::new());
    };
    let question = Question::Notice { record: sending.notice, by: Some(sending.by) };
    let Answer::Notice(view) = app.query(&question, clock())? else { return Ok(Vec::new()) };
    allowed(&view, &organisation, sending.by)?;
    let person = |id: PersonId| organisation.people.iter().find(|known| known.id == id);
    let missing = view.asked.iter().filter(|asked| asked.acknowledged.is_none() && asked.excused.is_none());
    // Whoever left is written to only when named: what a team is told stays in it.
    let wanted = missing.filter(|asked| match sending.to {
        Some(to) => to == asked.person,
        None => person(asked.person).is_some_and(|known| known.active),
    });
    let host = server(app, clock())?.sender;
    let host = host.split_once('@').map_or("lotse.invalid", |(_, host)| host.trim());
    let mut posted = Vec::new();
    let mut lost: Option<String> = None;
    for person_id in wanted.map(|asked| asked.person) {
        let now = clock();
        let message = format!("<{}@{host}>", chance.id(now));
        let reachable = person(person_id).filter(|known| !known.email.trim().is_empty());
        let result = match (reachable, &lost) {
            (None, _) => Delivery::NoAddress,
            (Some(_), Some(reason)) => Delivery::Failed { reason: reason.clone() },
            (Some(known), None) => {
                match post.send(&letter(&view, &organisation, (known, person(sending.by)), &message, now)) {
                    Ok(()) => Delivery::Sent,
                    Err(undelivered) => {
                        let reason = without(&undelivered.reason, known.email.trim());
                        lost = Some(reason.clone()).filter(|_| undelivered.every);
                        Delivery::Failed { reason }
                    }
                }
            }
        };
        let at = Moment::exact(now, organisation.zone);
        let command =
            notice::Command::RecordSending { person: person_id, result: result.clone(), at, message };
        let order = Order {
            id: OrderId(chance.id(now)),
            by: sending.by,
            record: Some(RecordRef::Id(view.id)),
            command: Command::Notice(command),
            batch: None,
        };
        app.execute(&order, clock())?;
        posted.push(Posted { person: person_id, result });
    }
    Ok(posted)
}

/// Sends a message that says nothing but that it arrived.
///
/// # Errors
/// `MailRefused` with what stood against it, or why the organisation cannot be read.
pub fn test(
    app: &App,
    to: &str,
    post: &dyn Post,
    chance: &dyn Entropy,
    now: Instant,
) -> Result<(), PostFault> {
    let Answer::Organisation(organisation) = app.query(&Question::Organisation {}, now)? else {
        return Ok(());
    };
    let words = words(organisation.language);
    let values = [("organisation", organisation.name.clone().into())];
    let letter = Letter {
        to: to.to_owned(),
        to_name: String::new(),
        subject: words.say("mail-test-subject", &values),
        body: words.say("mail-test-body", &values),
        from_name: organisation.name,
        answers: None,
        message: format!("<{}@lotse.invalid>", chance.id(now)),
        at: now,
    };
    let refused = |undelivered: Undelivered| NoPost::MailRefused { reason: undelivered.reason };
    post.send(&letter).map_err(|undelivered| PostFault::NoPost(refused(undelivered)))
}

fn allowed(view: &NoticeView, organisation: &OrganisationView, by: PersonId) -> Result<(), PostFault> {
    let refused = |refusal: Refusal| PostFault::Fault(Fault::Refused(refusal));
    let sender = organisation.people.iter().find(|known| known.id == by && known.active);
    let roles = sender.map(|known| known.roles.iter().copied().collect()).unwrap_or_default();
    let record = notice::Command::RecordSending {
        person: by,
        result: Delivery::Sent,
        at: Moment::exact(view.announced, organisation.zone),
        message: String::new(),
    };
    rights::may(&Command::Notice(record), &roles).map_err(|refusal| refused(refusal.into()))?;
    let send = view.possible.iter().find(|possible| possible.deed == Deed::Send);
    send.and_then(|possible| possible.refusal.clone()).map_or(Ok(()), |refusal| Err(refused(refusal.into())))
}

/// A server repeats the address that it does not know. In an event an address could not be erased any more.
fn without(reason: &str, address: &str) -> String {
    let (lower, address) = (reason.to_ascii_lowercase(), address.to_ascii_lowercase());
    let mut kept = String::with_capacity(reason.len());
    let mut from = 0;
    for (at, found) in lower.match_indices(&address) {
        kept.push_str(&reason[from..at]);
        kept.push('…');
        from = at + found.len();
    }
    kept.push_str(&reason[from..]);
    kept
}

fn letter(
    view: &NoticeView,
    organisation: &OrganisationView,
    (person, sender): (&PersonView, Option<&PersonView>),
    message: &str,
    now: Instant,
) -> Letter {
    let words = words(organisation.language);
    let (first, second) = match organisation.language {
        Language::De => (&view.german, &view.english),
        Language::En => (&view.english, &view.german),
    };
    let name = person.name.clone().unwrap_or_default();
    let sender_name = sender.and_then(|sender| sender.name.clone());
    let kind = format!("notice-subject-kind-{}", kebab(&word(&view.subject.kind)));
    let title = Some(view.subject.title.clone()).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| words.say(&kind, &[]));
    let about = [view.subject.number.as_str(), title.as_str()].join(" ");
    // A first version of a document changes nothing: its title is all that there is to tell.
    let text = [first, second].into_iter().map(|text| text.trim()).find(|text| !text.is_empty());
    let values = [
        ("number", view.number.clone().into()),
        ("about", about.trim().to_owned().into()),
        ("version", view.subject.version.to_string().into()),
        ("organisation", organisation.name.clone().into()),
        ("name", name.clone().into()),
        ("sender", sender_name.unwrap_or_else(|| organisation.name.clone()).into()),
        ("text", text.unwrap_or(about.trim()).to_owned().into()),
    ];
    let day = match organisation.language {
        Language::De => "%d.%m.%Y",
        Language::En => "%-d %B %Y",
    };
    let due = view.due.map(|due| due.date().format(day).to_string());
    let due = due.map(|due| words.say("mail-notice-due", &[("day", due.into())]));
    let body =
        [Some(words.say("mail-notice-body", &values)), due, Some(words.say("mail-notice-how", &values))];
    let body: Vec<String> = body.into_iter().flatten().collect();
    Letter {
        to: person.email.clone(),
        to_name: name,
        from_name: organisation.name.clone(),
        answers: sender.map(|sender| sender.email.trim().to_owned()).filter(|email| !email.is_empty()),
        subject: words.say("mail-notice-subject", &values),
        body: body.join("\n\n"),
        message: message.to_owned(),
        at: now,
    }
}

fn words(language: Language) -> &'static Words {
    match language {
        Language::De => Words::german(),
        Language::En => Words::english(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_says_is_kept_without_the_address() {
        let said = "550 5.1.1 <Jonas@Example.org>: unknown; jonas@example.org is nobody";
        assert_eq!(without(said, "jonas@example.org"), "550 5.1.1 <…>: unknown; … is nobody");
        assert_eq!(without("connection refused", "jonas@example.org"), "connection refused");
    }
}

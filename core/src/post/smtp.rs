//! Hands letters to a mail server by SMTP. The only file that names lettre.

use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{Address, SmtpTransport, Transport};
use zeroize::Zeroizing;

use super::{Letter, Post, Undelivered};
use crate::domain::policy::{MailServer, Security};

/// A server that is silent for so long is not reached.
const PATIENCE: Duration = Duration::from_secs(20);

/// A mail server.
pub struct Smtp {
    transport: SmtpTransport,
    sender: Address,
}

impl Smtp {
    /// A server as it is set, with the password where it asks for one. Nothing is said to it yet.
    ///
    /// # Errors
    /// When the sender is no address, or this machine has no roots of trust for TLS.
    pub fn new(server: &MailServer, password: Option<&Zeroizing<String>>) -> Result<Self, Undelivered> {
        let host = server.host.trim();
        let sender = server.sender.trim().parse().map_err(|error| Undelivered::here(&error))?;
        let tls = || TlsParameters::new(host.to_owned()).map_err(|error| Undelivered::here(&error));
        let tls = match server.security {
            Security::None => Tls::None,
            // TLS or nothing: a server that offers none must not learn a password.
            Security::StartTls => Tls::Required(tls()?),
            Security::Tls => Tls::Wrapper(tls()?),
        };
        let mut transport =
            SmtpTransport::builder_dangerous(host).port(server.port).tls(tls).timeout(Some(PATIENCE));
        if let Some(password) = password.filter(|_| !server.user.is_empty()) {
            transport = transport.credentials(Credentials::new(server.user.clone(), password.to_string()));
        }
        Ok(Self { transport: transport.build(), sender })
    }
}

impl Post for Smtp {
    fn send(&self, letter: &Letter) -> Result<(), Undelivered> {
        let to: Address = letter.to.trim().parse().map_err(|error| Undelivered::letter(&error))?;
        let from = Mailbox::new(Some(letter.from_name.clone()), self.sender.clone());
        // An address of the sender that is none keeps nobody from being told.
        let answers = letter.answers.as_ref().and_then(|answers| answers.parse().ok());
        let mut message = Message::builder().from(from);
        if let Some(answers) = answers {
            message = message.reply_to(Mailbox::new(None, answers));
        }
        let message = message
            .to(Mailbox::new(Some(letter.to_name.clone()).filter(|name| !name.is_empty()), to))
            .subject(letter.subject.clone())
            .date(letter.at.utc().into())
            .message_id(Some(letter.message.clone()))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone())
            .map_err(|error| Undelivered::letter(&error))?;
        match self.transport.send(&message) {
            Ok(_) => Ok(()),
            // The server answered: it is this letter that it does not take, unless it does not know who logs in.
            Err(error) if error.status().is_some_and(|status| u16::from(status) != 535) => {
                Err(Undelivered::letter(&error))
            }
            Err(error) => Err(Undelivered::here(&error)),
        }
    }
}

//! The server that takes mail to the teams. Its password is not here: it stands in the keychain of each machine.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Refusal;

/// How the way to the mail server is kept from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "MailSecurity")]
#[schemars(rename = "MailSecurity")]
pub enum Security {
    /// Not at all: for a server on this machine or in a closed network.
    None,
    /// TLS after a greeting in clear text, which must succeed.
    StartTls,
    /// TLS from the first byte.
    Tls,
}

/// A mail server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MailServer {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way is kept from being read.
    pub security: Security,
    /// The name that it is logged in with; empty: no login.
    #[serde(default)]
    pub user: String,
    /// The address that the mail comes from.
    pub sender: String,
}

/// Whether mail can be handed to a server without giving its password away.
pub(super) fn usable(server: &MailServer) -> Result<(), Refusal> {
    let whole = server.sender.trim().split_once('@').is_some_and(|(name, place)| {
        !name.is_empty() && !place.is_empty() && !server.sender.trim().contains(char::is_whitespace)
    });
    if server.host.trim().is_empty() || server.port == 0 {
        Err(Refusal::MailHostMissing)
    } else if !whole {
        Err(Refusal::MailSenderMissing)
    } else if server.security == Security::None && !server.user.is_empty() {
        Err(Refusal::MailPasswordOpen)
    } else {
        Ok(())
    }
}

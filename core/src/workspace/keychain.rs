//! Keeps keys in the system's keychain: Secret Service, Keychain Services, Credential Manager. Knows no file.

use ed25519_dalek::SigningKey;
use keyring::Entry;
use zeroize::Zeroizing;

use super::key::{Key, NoKey, Secret};
use crate::domain::policy::MailServer;

const SERVICE: &str = "Lotse";
const DEVICE: &str = "device";

/// Why the keychain did not serve.
#[derive(Debug, thiserror::Error)]
pub enum KeychainFault {
    /// This machine has no keychain, or it is locked.
    #[error("the keychain: {0}")]
    Unavailable(#[from] keyring::Error),
    /// What lies there is not a key of ours.
    #[error("the keychain holds something else under our name")]
    NotOurs,
    /// No key could be made.
    #[error(transparent)]
    NoKey(#[from] NoKey),
}

/// Keeps the key of a workspace.
///
/// # Errors
/// `Unavailable`.
pub fn keep(secret: &Secret) -> Result<(), KeychainFault> {
    Ok(Entry::new(SERVICE, &secret.account())?.set_secret(secret.bytes())?)
}

/// The key of the workspace whose file begins with `salt`; `None` when none is kept.
///
/// # Errors
/// `Unavailable`, `NotOurs`.
pub fn find(salt: [u8; 16]) -> Result<Option<Key>, KeychainFault> {
    let account = salt.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    Ok(read(&account)?.map(Key::Whole))
}

/// Forgets the key of a workspace.
///
/// # Errors
/// `Unavailable`.
pub fn forget(secret: &Secret) -> Result<(), KeychainFault> {
    match Entry::new(SERVICE, &secret.account())?.delete_credential() {
        Ok(()) | Err(keyring::Error::NoEntry) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The key with which this device signs checkpoints; made and kept at the first asking.
///
/// # Errors
/// `Unavailable`, `NotOurs`, `NoKey`.
pub fn device_key() -> Result<SigningKey, KeychainFault> {
    if let Some(bytes) = read(DEVICE)? {
        return Ok(SigningKey::from_bytes(&bytes));
    }
    let secret = Key::random()?.with_salt([0; 16])?;
    Entry::new(SERVICE, DEVICE)?.set_secret(secret.bytes())?;
    Ok(SigningKey::from_bytes(secret.bytes()))
}

/// Keeps the password of a mail server; an empty one is forgotten.
///
/// # Errors
/// `Unavailable`.
pub fn keep_mail_password(server: &MailServer, password: &str) -> Result<(), KeychainFault> {
    let entry = Entry::new(SERVICE, &mail_account(server))?;
    if !password.is_empty() {
        return Ok(entry.set_password(password)?);
    }
    match entry.delete_credential() {
        Ok(()) | Err(keyring::Error::NoEntry) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The password of a mail server; `None` when none is kept.
///
/// # Errors
/// `Unavailable`.
pub fn mail_password(server: &MailServer) -> Result<Option<Zeroizing<String>>, KeychainFault> {
    match Entry::new(SERVICE, &mail_account(server))?.get_password() {
        Ok(password) => Ok(Some(Zeroizing::new(password))),
        Err(keyring::Error::NoEntry) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// One login has one password, whichever workspace uses it.
fn mail_account(server: &MailServer) -> String {
    format!("mail {}@{}:{}", server.user, server.host, server.port)
}

fn read(account: &str) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainFault> {
    match Entry::new(SERVICE, account)?.get_secret() {
        Ok(bytes) => {
            let bytes = Zeroizing::new(bytes);
            let key = <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| KeychainFault::NotOurs)?;
            Ok(Some(Zeroizing::new(key)))
        }
        Err(keyring::Error::NoEntry) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

//! The key of an encrypted workspace: from a passphrase, from the system's keychain, or typed in from paper. Knows no file.

use std::fmt;
use std::fmt::Write as _;

use argon2::{Algorithm, Argon2, Params, Version};
use ring::rand::{SecureRandom, SystemRandom};
use zeroize::Zeroizing;

use super::header::ENCRYPTED;
use crate::log::chain::sha256;

/// Letters of a printed key: Crockford's base 32, in which no two letters look alike.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What opens an encrypted workspace.
#[derive(Clone)]
pub enum Key {
    /// Something that a person knows.
    Passphrase(Zeroizing<String>),
    /// The key itself, from a keychain or from paper.
    Whole(Zeroizing<[u8; 32]>),
}

/// The key and the salt as SQLCipher takes them.
#[derive(Clone)]
pub struct Secret {
    key: Zeroizing<[u8; 32]>,
    salt: [u8; 16],
}

/// Why a text is no printed key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a recovery key")]
pub struct NotARecoveryKey;

/// The system gave no random bytes, or no memory to stretch a passphrase in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no key could be made")]
pub struct NoKey;

impl Key {
    /// A key of 32 random bytes, for a keychain.
    ///
    /// # Errors
    /// `NoKey` when the system gives no random bytes.
    pub fn random() -> Result<Self, NoKey> {
        let mut bytes = Zeroizing::new([0; 32]);
        SystemRandom::new().fill(bytes.as_mut()).map_err(|_| NoKey)?;
        Ok(Self::Whole(bytes))
    }

    /// A key from a person's words.
    pub fn passphrase(words: &str) -> Self {
        Self::Passphrase(Zeroizing::new(words.to_owned()))
    }

    /// A key that was printed: 56 letters in groups; case, blanks and hyphens do not matter, O is 0, I and L are 1.
    ///
    /// # Errors
    /// `NotARecoveryKey` also when a letter was mistyped: the last letters check the others.
    pub fn from_recovery(text: &str) -> Result<Self, NotARecoveryKey> {
        let mut bits = 0_u32;
        let mut held = 0_u32;
        let mut bytes = Zeroizing::new(Vec::with_capacity(35));
        for letter in text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-') {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value =
                LETTERS.iter().position(|known| char::from(*known) == letter).ok_or(NotARecoveryKey)?;
            held = (held << 5) | u32::try_from(value).map_err(|_| NotARecoveryKey)?;
            bits += 5;
            if bits >= 8 {
                bits -= 8;
                bytes.push(u8::try_from((held >> bits) & 0xff).map_err(|_| NotARecoveryKey)?);
                held &= (1 << bits) - 1;
            }
        }
        let (key, check) = bytes.split_first_chunk::<32>().ok_or(NotARecoveryKey)?;
        if check == check_of(key) { Ok(Self::Whole(Zeroizing::new(*key))) } else { Err(NotARecoveryKey) }
    }

    /// The key as SQLCipher takes it. A passphrase is stretched with Argon2id (64 MiB, 3 passes).
    ///
    /// # Errors
    /// `NoKey` when there is no memory to stretch a passphrase in.
    pub fn with_salt(&self, salt: [u8; 16]) -> Result<Secret, NoKey> {
        let key = match self {
            Self::Whole(key) => key.clone(),
            Self::Passphrase(words) => stretched(words, &salt)?,
        };
        Ok(Secret { key, salt })
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Passphrase(_) => "Key::Passphrase(…)",
            Self::Whole(_) => "Key::Whole(…)",
        })
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// The value of `PRAGMA key`: key and salt in hexadecimal.
    pub(super) fn pragma(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(99));
        text.push_str("x'");
        for byte in self.key.iter().chain(&self.salt) {
            // Writing to a String cannot fail.
            write!(text, "{byte:02x}").ok();
        }
        text.push('\'');
        text
    }

    /// The key as it is printed: eight groups of seven letters. It opens the workspace without the passphrase.
    pub fn recovery(&self) -> Zeroizing<String> {
        let bytes = Zeroizing::new([&self.key[..], check_of(&self.key).as_slice()].concat());
        let mut text = Zeroizing::new(String::with_capacity(64));
        let mut held = 0_usize;
        let mut bits = 0;
        let mut count = 0;
        for byte in bytes.iter() {
            held = (held << 8) | usize::from(*byte);
            bits += 8;
            while bits >= 5 {
                bits -= 5;
                if count > 0 && count % 7 == 0 {
                    text.push('-');
                }
                count += 1;
                text.push(LETTERS.get((held >> bits) & 31).map_or('0', |letter| char::from(*letter)));
            }
            held &= (1 << bits) - 1;
        }
        text
    }

    /// The salt that stands at the beginning of the file, in hexadecimal: the workspace's name in a keychain.
    pub fn account(&self) -> String {
        self.salt.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
    }

    /// The key's bytes, for a keychain.
    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.key
    }
}

/// A new salt that says what kind of file it begins.
///
/// # Errors
/// `NoKey` when the system gives no random bytes.
pub(super) fn new_salt() -> Result<[u8; 16], NoKey> {
    let mut salt = [0; 16];
    SystemRandom::new().fill(&mut salt).map_err(|_| NoKey)?;
    if let Some(mark) = salt.first_chunk_mut() {
        *mark = *ENCRYPTED;
    }
    Ok(salt)
}

fn check_of(key: &[u8; 32]) -> [u8; 3] {
    let [a, b, c, ..] = sha256(key);
    [a, b, c]
}

fn stretched(words: &str, salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, NoKey> {
    let params = Params::new(64 * 1024, 3, 1, Some(32)).map_err(|_| NoKey)?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(words.as_bytes(), salt, key.as_mut())
        .map_err(|_| NoKey)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(byte: u8) -> Secret {
        Key::Whole(Zeroizing::new([byte; 32])).with_salt([1; 16]).unwrap()
    }

    #[test]
    fn a_printed_key_is_read_back_however_it_is_typed() {
        let printed = secret(0xa7).recovery();
        assert_eq!(printed.split('-').map(str::len).collect::<Vec<_>>(), [7; 8]);
        let typed = printed.to_lowercase().replace('-', "  ").replace('0', "o").replace('1', "l");
        let Key::Whole(key) = Key::from_recovery(&typed).unwrap() else { panic!("a passphrase was printed") };
        assert_eq!(*key, [0xa7; 32]);
    }

    #[test]
    fn a_mistyped_key_is_refused() {
        let printed = secret(0xa7).recovery();
        let other = if printed.starts_with('M') { 'N' } else { 'M' };
        let mistyped = format!("{other}{}", &printed[1..]);
        assert!(Key::from_recovery(&mistyped).is_err());
        assert!(Key::from_recovery(&printed[..50]).is_err());
        assert!(Key::from_recovery("").is_err());
        assert!(Key::from_recovery("Ü").is_err());
    }

    #[test]
    fn a_passphrase_gives_another_key_in_each_workspace_and_is_never_printed_by_accident() {
        let key = Key::passphrase("Am Morgen ist die Elbe still");
        let one = key.with_salt([1; 16]).unwrap();
        let two = key.with_salt([2; 16]).unwrap();
        assert_ne!(one.bytes(), two.bytes());
        assert_eq!(format!("{key:?} {one:?}"), "Key::Passphrase(…) Secret(…)");
    }
}

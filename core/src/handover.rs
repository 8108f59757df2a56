//! Change requests and notices that are handed over by file: what a team of another workspace is asked or told, and what it
//! answers. A file is
//! one envelope: the content as it was written, its SHA-256, and the signature of the device that wrote it. Knows no
//! database and no key chain.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};

use crate::domain::change::{Answer, Outside, Text};
use crate::domain::notice::SubjectKind;
use crate::ids::{BlobHash, PartId, PersonId, StreamId};
use crate::log::chain::sha256;
use crate::time::{Day, Instant, Moment};

/// Opens the bytes that are signed.
const MARK: &[u8; 15] = b"lotse-handover1";

/// What an envelope calls itself.
const FORMAT: &str = "lotse-handover";

/// The newest version that this program reads.
const VERSION: u32 = 2;

/// The largest file that is looked at.
pub const LIMIT: u64 = 4 * 1024 * 1024;

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum HandoverFault {
    /// It is no file that Lotse handed over.
    #[error("this is no file that Lotse handed over")]
    HandoverNotAPackage,
    /// A newer program wrote it.
    #[error("a newer program wrote it ({found}; this one knows {known})")]
    HandoverNewer {
        /// The version of the file.
        found: u32,
        /// The newest that this program knows.
        known: u32,
    },
    /// Its content is not the one that was written.
    #[error("it was altered")]
    HandoverAltered,
    /// Nobody signed it.
    #[error("nobody signed it")]
    HandoverUnsigned,
    /// The signature is not that of the key that stands in it.
    #[error("the signature is not that of the key in it")]
    HandoverSignature {
        /// The key that it names.
        fingerprint: String,
    },
    /// It was written in this very workspace.
    #[error("it was written here")]
    HandoverOwn {
        /// The change request.
        number: String,
    },
    /// It answers nothing that was asked here.
    #[error("it answers nothing that was asked here")]
    HandoverNotAsked {
        /// The number of the change request that it names.
        number: String,
    },
    /// There is nothing to hand over.
    #[error("{number} has nothing to hand over")]
    HandoverNothing {
        /// The change request.
        number: String,
    },
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "lotse", rename_all = "camelCase")]
pub enum Content {
    /// What a team is asked.
    Delegation(Box<HandedDelegation>),
    /// What it answers.
    Answer(Box<HandedAnswer>),
    /// What people of another workspace are told.
    Notice(Box<HandedNotice>),
    /// Which of them said that they read it.
    Acknowledgements(Box<HandedAcknowledgements>),
}

impl Content {
    /// The version of the program that first read such a content.
    const fn version(&self) -> u32 {
        match self {
            Self::Delegation(_) | Self::Answer(_) => 1,
            Self::Notice(_) | Self::Acknowledgements(_) => 2,
        }
    }
}

/// What people of another workspace are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HandedNotice {
    /// The id of the notice: the same file again is the same package.
    pub package: PartId,
    /// The workspace that asks, by the hash of its first event.
    pub workspace: String,
    /// Its organisation.
    pub organisation: String,
    /// The number of the notice there.
    pub number: String,
    /// The record there that it is about; none for what has none.
    #[serde(default)]
    pub record: Option<StreamId>,
    /// What kind of matter it is about.
    pub kind: SubjectKind,
    /// What it is about, as it is called there.
    pub title: String,
    /// The version of that.
    pub version: u32,
    /// Its text in German.
    pub german: String,
    /// Its text in English.
    pub english: String,
    /// Until when it is to be acknowledged.
    pub due: Option<Day>,
    /// Who is asked and has not said so yet.
    pub asked: Vec<HandedPerson>,
}

/// Somebody who is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HandedPerson {
    /// The person's id in the workspace that asks.
    pub person: PersonId,
    /// The name.
    pub name: String,
}

/// Which people said that they read a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HandedAcknowledgements {
    /// The package in which the notice came.
    pub package: PartId,
    /// The workspace that asked.
    pub workspace: String,
    /// The number of the notice there.
    pub asked_number: String,
    /// The organisation in which it was read.
    pub organisation: String,
    /// The number of the notice with it.
    pub number: String,
    /// Who said so, and when.
    pub given: Vec<HandedGiven>,
}

/// That somebody said that it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HandedGiven {
    /// The person's id in the workspace that asked, where that named the person.
    pub person: Option<PersonId>,
    /// The name where it was read.
    pub name: String,
    /// When.
    pub at: Moment,
}

/// What a team of another workspace is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HandedDelegation {
    /// The id of what is asked: the same file again is the same package.
    pub package: PartId,
    /// The workspace that asks, by the hash of its first event.
    pub workspace: String,
    /// Its organisation.
    pub organisation: String,
    /// The number of the change request there.
    pub number: String,
    /// The team that is asked, as it is called there.
    pub team: String,
    /// The services and teams that it touches, as they are called there.
    pub affected: String,
    /// Until when it is wanted.
    pub asked: Day,
    /// What is said to it.
    pub note: String,
    /// What the change request says; without services and teams, whose ids mean nothing elsewhere.
    pub text: Text,
}

impl HandedDelegation {
    /// Where a change request comes from that this makes.
    pub fn outside(&self, signer: &str) -> Outside {
        Outside {
            package: self.package,
            workspace: self.workspace.clone(),
            organisation: self.organisation.clone(),
            number: self.number.clone(),
            team: self.team.clone(),
            affected: self.affected.clone(),
            signer: signer.to_owned(),
        }
    }
}

/// What a team of another workspace answers. It names no person: who answered is known there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HandedAnswer {
    /// The id of the answer: the same file again is the same answer.
    pub id: PartId,
    /// What was asked.
    pub package: PartId,
    /// The workspace that asked.
    pub workspace: String,
    /// The number of the change request there.
    pub asked_number: String,
    /// The organisation that answers.
    pub organisation: String,
    /// The number of the change request with it.
    pub number: String,
    /// What it answers.
    pub answer: Answer,
    /// When it did.
    pub answered: Instant,
}

/// A file that was found to be what its signer wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What it holds.
    pub content: Content,
    /// The key that signed it, as 64 hexadecimal digits.
    pub signer: String,
    /// The fingerprint of its content: the same whoever signs it, and on the slip that goes with it.
    pub package: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Envelope {
    format: String,
    version: u32,
    content: String,
    sha256: String,
    #[serde(default)]
    key: String,
    #[serde(default)]
    signature: String,
}

/// Writes a file.
///
/// # Errors
/// When the content cannot be spelt, which plain data always can.
pub fn seal(content: &Content, key: &SigningKey) -> Result<Vec<u8>, serde_json::Error> {
    let version = content.version();
    let content = serde_json::to_string_pretty(content)?;
    let hash = sha256(content.as_bytes());
    let envelope = Envelope {
        format: FORMAT.to_owned(),
        version,
        content,
        sha256: BlobHash(hash).to_string(),
        key: BlobHash(*key.verifying_key().as_bytes()).to_string(),
        signature: hex(&key.sign(&covered(&hash)).to_bytes()),
    };
    let mut bytes = serde_json::to_vec_pretty(&envelope)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads a file and holds it against its signature.
///
/// # Errors
/// What is wrong with it.
pub fn open(bytes: &[u8]) -> Result<Opened, HandoverFault> {
    let too_large = u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LIMIT;
    let envelope: Option<Envelope> = if too_large { None } else { serde_json::from_slice(bytes).ok() };
    let envelope = envelope.filter(|envelope| envelope.format == FORMAT);
    let envelope = envelope.ok_or(HandoverFault::HandoverNotAPackage)?;
    if envelope.version > VERSION {
        return Err(HandoverFault::HandoverNewer { found: envelope.version, known: VERSION });
    }
    let hash = sha256(envelope.content.as_bytes());
    if envelope.sha256.parse() != Ok(BlobHash(hash)) {
        return Err(HandoverFault::HandoverAltered);
    }
    if envelope.key.is_empty() || envelope.signature.is_empty() {
        return Err(HandoverFault::HandoverUnsigned);
    }
    let key = envelope.key.parse::<BlobHash>().ok();
    let key = key.and_then(|bytes| VerifyingKey::from_bytes(&bytes.0).ok());
    let signature = unhex(&envelope.signature).map(|bytes| Signature::from_bytes(&bytes));
    let holds = key
        .zip(signature)
        .is_some_and(|(key, signature)| key.verify_strict(&covered(&hash), &signature).is_ok());
    if !holds {
        return Err(HandoverFault::HandoverSignature { fingerprint: fingerprint(&envelope.key) });
    }
    let content = serde_json::from_str(&envelope.content).map_err(|_| HandoverFault::HandoverNotAPackage)?;
    Ok(Opened { content, signer: envelope.key, package: fingerprint(&envelope.sha256) })
}

/// What a content is told apart by on paper, whoever signs it.
///
/// # Errors
/// When the content cannot be spelt, which plain data always can.
pub fn package_fingerprint(content: &Content) -> Result<String, serde_json::Error> {
    let content = serde_json::to_string_pretty(content)?;
    Ok(fingerprint(&BlobHash(sha256(content.as_bytes())).to_string()))
}

/// A key, or the hash of a package, as people compare it: the first 16 bytes of its hash in groups of four digits.
pub fn fingerprint(signer: &str) -> String {
    let digits = BlobHash(sha256(signer.as_bytes())).to_string();
    let groups = digits.as_bytes().chunks(4).take(8).map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(" ")
}

fn covered(hash: &[u8; 32]) -> Vec<u8> {
    [&MARK[..], hash].concat()
}

fn hex(bytes: &[u8; 64]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn unhex(text: &str) -> Option<[u8; 64]> {
    let (first, second) = text.is_ascii().then(|| text.split_at_checked(64)).flatten()?;
    let (BlobHash(first), BlobHash(second)) = (first.parse().ok()?, second.parse().ok()?);
    [first, second].concat().try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer() -> Content {
        Content::Answer(Box::new(HandedAnswer {
            id: PartId(uuid::Uuid::from_u128(1)),
            package: PartId(uuid::Uuid::from_u128(2)),
            workspace: "cd".repeat(32),
            asked_number: "A-2026-003".to_owned(),
            organisation: "Betrieb GmbH".to_owned(),
            number: "A-2026-001".to_owned(),
            answer: Answer::Accepted {},
            answered: "2026-05-03T10:00:00Z".parse().unwrap(),
        }))
    }

    fn sealed() -> String {
        String::from_utf8(seal(&answer(), &SigningKey::from_bytes(&[4; 32])).unwrap()).unwrap()
    }

    fn fault(text: &str) -> HandoverFault {
        open(text.as_bytes()).unwrap_err()
    }

    /// The file with one field of its envelope said otherwise.
    fn with(field: &str, value: &str) -> String {
        let mut envelope: serde_json::Value = serde_json::from_str(&sealed()).unwrap();
        envelope[field] = value.into();
        envelope.to_string()
    }

    #[test]
    fn what_was_sealed_opens_as_it_was_also_when_the_envelope_was_set_anew() {
        let opened = open(sealed().as_bytes()).unwrap();
        assert_eq!(opened.content, answer());
        assert_eq!(opened.package, package_fingerprint(&answer()).unwrap());
        let key = SigningKey::from_bytes(&[4; 32]);
        assert_eq!(opened.signer, BlobHash(*key.verifying_key().as_bytes()).to_string());
        assert_eq!(open(with("format", FORMAT).as_bytes()).unwrap(), opened);
        assert_eq!(fingerprint(&opened.signer).len(), 39);
    }

    #[test]
    fn what_was_altered_or_signed_by_nobody_or_somebody_else_is_refused() {
        let content: serde_json::Value = serde_json::from_str(&sealed()).unwrap();
        let content = content["content"].as_str().unwrap().replace("accepted", "refused");
        assert_eq!(fault(&with("content", &content)), HandoverFault::HandoverAltered);
        assert_eq!(fault(&with("signature", "")), HandoverFault::HandoverUnsigned);
        let other = SigningKey::from_bytes(&[5; 32]);
        let other = BlobHash(*other.verifying_key().as_bytes()).to_string();
        let expected = HandoverFault::HandoverSignature { fingerprint: fingerprint(&other) };
        assert_eq!(fault(&with("key", &other)), expected);
        assert!(matches!(fault(&with("signature", "zz")), HandoverFault::HandoverSignature { .. }));
        assert_eq!(fault(&with("format", "x")), HandoverFault::HandoverNotAPackage);
        assert_eq!(fault("{}"), HandoverFault::HandoverNotAPackage);
        let newer = sealed().replacen("\"version\": 1", "\"version\": 9", 1);
        assert_eq!(fault(&newer), HandoverFault::HandoverNewer { found: 9, known: 2 });
    }
}

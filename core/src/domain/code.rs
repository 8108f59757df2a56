//! Codes that are printed on paper and typed when the paper is entered: a number for people, and behind it four signs made of
//! an id, so that a number that was misread or means something else by now is noticed.

use crate::ids::PartId;

/// Digits and letters without those that a hand or an eye confuses (Crockford's base 32).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many signs stand behind the number: a wrong code among a hundred right ones passes once in ten thousand times.
const LENGTH: u32 = 4;

/// The code of a part: `2.3-7KQM`.
pub fn code(number: &str, id: PartId) -> String {
    format!("{}-{}", number.trim(), signs(id))
}

/// Four signs out of an id: FNV-1a over its bytes, folded.
pub fn signs(id: PartId) -> String {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = id.0.as_bytes().iter().fold(0xcbf2_9ce4_8422_2325, mix);
    let folded = hash ^ (hash >> 32);
    let sign = |place: u32| {
        let at = usize::try_from((folded >> (5 * place)) & 31).unwrap_or_default();
        char::from(SIGNS[at])
    };
    (0..LENGTH).rev().map(sign).collect()
}

/// What is left of a code when it does not matter how it was typed: no spaces, one kind of dash, capital letters.
pub fn plain(typed: &str) -> String {
    let dashed =
        |sign: char| if matches!(sign, '‐' | '‑' | '‒' | '–' | '—' | '−') { '-' } else { sign };
    typed.chars().filter(|sign| !sign.is_whitespace()).map(dashed).collect::<String>().to_uppercase()
}

/// A plain code as its number and its signs, with O, I and L read as the digits that they were meant to be.
pub fn parts(plain: &str) -> (&str, String) {
    let (number, last) = plain.rsplit_once('-').unwrap_or(("", plain));
    let meant = |sign: char| match sign {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    (number, last.chars().map(meant).collect())
}

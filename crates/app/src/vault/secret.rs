//! What a person knows or holds: a passphrase, the recovery key. Wiped when dropped, never
//! printed by accident.

use std::fmt;

use domain::audit::Hash;
use domain::violation::Violation;
use zeroize::Zeroizing;

use super::slot::random;
use crate::error::AppError;

/// The fewest characters of a passphrase.
const SHORTEST: usize = 12;

/// Passphrases long enough but known to every guesser.
const COMMON: &[&str] = &[
    "password1234",
    "passwordpassword",
    "123456789012",
    "qwertyuiopas",
    "administrator",
    "safeguarding",
    "letmeinletmein",
    "convenorconvenor",
    "welcome12345",
    "childprotection",
];

/// A passphrase as typed.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes a new passphrase.
    ///
    /// # Errors
    /// [`Violation::WeakPassphrase`] when it is short, common, or one character over and over.
    pub fn new(text: &str) -> Result<Self, Violation> {
        let weak = Violation::WeakPassphrase { at_least: 12 };
        let folded = text.to_lowercase();
        let distinct: std::collections::BTreeSet<char> = folded.chars().collect();
        if text.chars().count() < SHORTEST
            || distinct.len() < 5
            || COMMON.contains(&folded.as_str())
        {
            return Err(weak);
        }
        Ok(Self(Zeroizing::new(text.into())))
    }

    /// Takes a passphrase to try, whatever it looks like.
    #[must_use]
    pub fn to_try(text: &str) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    pub(super) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// 160 random bits, printed once and kept in sealed storage by a named officer.
pub struct RecoveryKey(Zeroizing<[u8; 20]>);

/// Without I, L, O and U, which are misread.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl RecoveryKey {
    /// A new key.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn random() -> Result<Self, AppError> {
        Ok(Self(Zeroizing::new(random()?)))
    }

    /// The key as printed: nine groups of four, the last a check.
    #[must_use]
    pub fn printed(&self) -> String {
        let mut letters = base32(self.0.as_slice());
        letters.push_str(&check(self.0.as_slice()));
        letters.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-")
    }

    /// Reads a key as somebody typed it: any case, any separators, I and L for 1, O for 0.
    ///
    /// # Errors
    /// [`Violation::WrongRecoveryKey`] when a letter is missing or the check does not fit.
    pub fn parse(typed: &str) -> Result<Self, Violation> {
        let values: Vec<u8> = typed
            .chars()
            .filter(|c| c.is_alphanumeric())
            .map(value)
            .collect::<Option<_>>()
            .ok_or(Violation::WrongRecoveryKey)?;
        let (key, typed_check) = values.split_at_checked(32).ok_or(Violation::WrongRecoveryKey)?;
        let mut bytes = Zeroizing::new([0_u8; 20]);
        for (group, five) in key.chunks(8).zip(bytes.chunks_mut(5)) {
            let bits = group.iter().fold(0_u64, |bits, value| (bits << 5) | u64::from(*value));
            for (byte, from) in five.iter_mut().zip(bits.to_be_bytes().into_iter().skip(3)) {
                *byte = from;
            }
        }
        let expected: Vec<u8> = check(bytes.as_slice()).chars().filter_map(value).collect();
        if typed_check == expected { Ok(Self(bytes)) } else { Err(Violation::WrongRecoveryKey) }
    }

    pub(super) fn expose(&self) -> &[u8; 20] {
        &self.0
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(…)")
    }
}

fn letter(value: u64) -> char {
    let index = usize::try_from(value & 31).unwrap_or(0);
    LETTERS.get(index).copied().map_or('0', char::from)
}

fn value(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        c => c,
    };
    let index = LETTERS.iter().position(|letter| char::from(*letter) == c)?;
    u8::try_from(index).ok()
}

fn base32(bytes: &[u8]) -> String {
    bytes
        .chunks(5)
        .flat_map(|five| {
            let bits = five.iter().fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
            (0..8).rev().map(move |place| letter(bits >> (place * 5)))
        })
        .collect()
}

/// Four letters that a mistyped key does not fit.
fn check(bytes: &[u8]) -> String {
    Hash::of(bytes).0.iter().take(4).map(|byte| letter(u64::from(*byte))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Passphrase, RecoveryKey};

    #[test]
    fn a_printed_key_is_nine_groups_of_four() {
        let printed = RecoveryKey::random().unwrap().printed();
        assert_eq!(printed.split('-').map(str::len).collect::<Vec<_>>(), [4; 9]);
    }

    #[test]
    fn one_wrong_letter_is_noticed() {
        let printed = RecoveryKey::random().unwrap().printed();
        for place in 0..printed.len() {
            let mut wrong = printed.clone().into_bytes();
            if wrong[place] == b'-' {
                continue;
            }
            wrong[place] = if wrong[place] == b'2' { b'3' } else { b'2' };
            assert!(RecoveryKey::parse(std::str::from_utf8(&wrong).unwrap()).is_err());
        }
    }

    #[test]
    fn short_common_and_repeated_passphrases_are_weak() {
        for weak in ["short", "Password1234", "aaaaaaaaaaaaaaaa", "safeguarding"] {
            assert!(Passphrase::new(weak).is_err(), "{weak}");
        }
        assert!(Passphrase::new("four plain words here").is_ok());
    }
}

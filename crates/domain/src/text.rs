//! Text that means something: not blank, or prepared for searching.
//!
//! It must never know where the text came from.

use std::fmt;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The longest single text that is taken from a form: a long section of minutes is about a tenth.
pub const MAX_TEXT: usize = 200_000;

/// Why a text was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but spaces.
    #[error("blank")]
    Blank,
    /// More than [`MAX_TEXT`] characters.
    #[error("too long")]
    TooLong,
}

/// A text with at least one visible character, trimmed, line ends as `\n`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct NonBlank(String);

impl NonBlank {
    /// Takes a text as typed.
    ///
    /// # Errors
    /// When nothing visible is left, or it is longer than [`MAX_TEXT`].
    pub fn new(text: &str) -> Result<Self, TextError> {
        let text = text.replace("\r\n", "\n");
        let text = text.trim();
        if !text.chars().any(|c| !c.is_whitespace() && !is_invisible(c)) {
            return Err(TextError::Blank);
        }
        if text.chars().count() > MAX_TEXT {
            return Err(TextError::TooLong);
        }
        Ok(Self(text.into()))
    }

    /// A text built from symbols that the program itself chose: at least one is visible.
    pub(crate) fn of_symbols(symbols: impl IntoIterator<Item = char>) -> Self {
        let text: String = symbols.into_iter().collect();
        debug_assert!(Self::new(&text).is_ok(), "a program's own text is never blank");
        Self(text)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl AsRef<str> for NonBlank {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Prints only the length: a text may be part of a child's record.
impl fmt::Debug for NonBlank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NonBlank({} characters)", self.0.chars().count())
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
}

/// A text folded for searching and sorting: lower case, no accents, no punctuation, single
/// spaces. "Siân O'Neill-Žák" becomes "sian oneill zak".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SearchKey(String);

impl SearchKey {
    /// Folds a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut key = String::with_capacity(text.len());
        for c in text.nfkd().filter(|c| !is_combining_mark(*c) && !is_invisible(*c)) {
            match c {
                '\'' | '’' | '‘' | 'ʼ' | '`' => {}
                'ß' => key.push_str("ss"),
                'æ' | 'Æ' => key.push_str("ae"),
                'œ' | 'Œ' => key.push_str("oe"),
                'ø' | 'Ø' => key.push('o'),
                'ł' | 'Ł' => key.push('l'),
                'đ' | 'Đ' | 'ð' | 'Ð' => key.push('d'),
                'þ' | 'Þ' => key.push_str("th"),
                'ı' => key.push('i'),
                c if c.is_alphanumeric() => key.extend(c.to_lowercase()),
                _ => {
                    if !key.is_empty() && !key.ends_with(' ') {
                        key.push(' ');
                    }
                }
            }
        }
        key.truncate(key.trim_end().len());
        Self(key)
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split(' ').filter(|word| !word.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::{NonBlank, SearchKey, TextError};

    #[test]
    fn accents_case_and_apostrophes_do_not_hide_a_name() {
        assert_eq!(SearchKey::of("Siân O’Neill-Žák").as_str(), "sian oneill zak");
        assert_eq!(SearchKey::of("  ŁUKASZ  ").as_str(), "lukasz");
    }

    #[test]
    fn a_text_of_spaces_and_invisible_characters_is_blank() {
        assert_eq!(NonBlank::new(" \u{200b}\t\n"), Err(TextError::Blank));
    }

    #[test]
    fn a_text_never_prints_itself() {
        assert_eq!(format!("{:?}", NonBlank::new("Sam").unwrap()), "NonBlank(3 characters)");
    }
}

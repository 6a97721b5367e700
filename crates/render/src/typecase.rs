//! Setting supplied text in letters our font has.
//!
//! PDF/A and PDF/UA refuse a page with a missing glyph, and a reader of such a
//! page would see an empty box. So every character without a shape is set as
//! [`UNSET`] and counted; the caller decides whether a copy with replaced
//! characters may leave. Characters that have no shape by nature (zero-width,
//! direction controls) are dropped: they could only hide or reorder text.

use typst::foundations::{Array, IntoValue, Value};
use typst::text::Font;
use unicode_normalization::UnicodeNormalization;

/// The visible mark that stands for a character our font cannot set.
pub(crate) const UNSET: char = '\u{25A1}';

/// Sets text and counts what could not be set.
pub(crate) struct Typecase<'a> {
    fonts: &'a [Font],
    n_unset: usize,
}

impl<'a> Typecase<'a> {
    pub(crate) fn new(fonts: &'a [Font]) -> Self {
        Self { fonts, n_unset: 0 }
    }

    /// How many characters were replaced so far.
    pub(crate) fn n_unset(&self) -> usize {
        self.n_unset
    }

    /// One line: any white space, line breaks included, becomes one space.
    pub(crate) fn line(&mut self, text: &str) -> Value {
        let set = self.set(text);
        let words: Vec<&str> = set.split_whitespace().collect();
        words.join(" ").into_value()
    }

    /// Paragraphs (split at blank lines) of lines, as nested arrays of strings.
    pub(crate) fn paragraphs(&mut self, text: &str) -> Value {
        let mut paragraphs = Array::new();
        let mut lines = Array::new();
        for raw in text.lines() {
            if raw.trim().is_empty() {
                if !lines.is_empty() {
                    paragraphs.push(std::mem::take(&mut lines).into_value());
                }
            } else {
                lines.push(self.line(raw));
            }
        }
        if !lines.is_empty() {
            paragraphs.push(lines.into_value());
        }
        paragraphs.into_value()
    }

    fn set(&mut self, text: &str) -> String {
        let mut set = String::with_capacity(text.len());
        for letter in text.nfc() {
            if letter.is_whitespace() {
                set.push(if letter == '\u{A0}' { letter } else { ' ' });
            } else if is_shapeless(letter) {
                // Nothing to see: dropping it cannot change what is read.
            } else if self.has_shape(letter) {
                set.push(letter);
            } else {
                set.push(UNSET);
                self.n_unset += 1;
            }
        }
        set
    }

    fn has_shape(&self, letter: char) -> bool {
        !letter.is_control()
            && !is_private(letter)
            && !needs_shaping(letter)
            && self.fonts.iter().all(|font| font.info().coverage.contains(letter.into()))
    }
}

/// Letters without ink or width, direction controls among them.
fn is_shapeless(letter: char) -> bool {
    matches!(letter,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Code points without an agreed meaning; PDF/A-2a refuses them.
fn is_private(letter: char) -> bool {
    matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Scripts whose letters join or reorder: several glyphs for one letter, which
/// cannot be carried back to text reliably. Names in them need a Latin spelling.
fn needs_shaping(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8FF}' | '\u{900}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{1800}'..='\u{18AF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

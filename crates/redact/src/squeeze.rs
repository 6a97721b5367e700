//! A text reduced to its letters and digits, so that spaces, hyphens, dots and line ends cannot hide a name.
//!
//! Knows where the gaps were, because "Ann Oakley" and "can no ak" differ only there.

use std::ops::Range;

use crate::fold::Folded;

/// The lower-case letters and digits of a folded text, with the way back to its bytes.
#[derive(Debug, Default)]
pub(crate) struct Squeezed {
    pub(crate) bytes: Vec<u8>,
    /// For each byte, its offset in the folded text.
    at: Vec<u32>,
}

/// What lies before a byte of the squeezed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joint {
    /// Nothing: the same run of letters or of digits.
    None,
    /// A change from letters to digits or a capital inside a word ("finlay98", "annLee").
    Soft,
    /// Something other than letters and digits, or the edge of the text.
    Hard,
}

impl Squeezed {
    pub(crate) fn new(folded: &Folded) -> Self {
        let mut squeezed = Self {
            bytes: Vec::with_capacity(folded.lower.len()),
            at: Vec::with_capacity(folded.lower.len()),
        };
        for (at, c) in folded.lower.char_indices() {
            if c.is_alphanumeric() {
                let end = at + c.len_utf8();
                squeezed.bytes.extend_from_slice(&folded.lower.as_bytes()[at..end]);
                squeezed.at.extend((at..end).map(|byte| u32::try_from(byte).unwrap_or(u32::MAX)));
            }
        }
        squeezed
    }

    /// Bytes of the folded text covered by a range of squeezed bytes.
    pub(crate) fn range(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.offset(range.start);
        let end = if range.end > range.start { self.offset(range.end - 1) + 1 } else { start };
        start..end
    }

    fn offset(&self, index: usize) -> usize {
        self.at.get(index).map_or(0, |&at| at as usize)
    }

    /// Length of what was dropped between a squeezed byte and the one before it.
    pub(crate) fn gap(&self, index: usize) -> Range<usize> {
        if index == 0 || index >= self.at.len() {
            return 0..0;
        }
        self.offset(index - 1) + 1..self.offset(index)
    }

    pub(crate) fn joint(&self, folded: &Folded, index: usize) -> Joint {
        if index == 0 || index >= self.bytes.len() || !self.gap(index).is_empty() {
            return Joint::Hard;
        }
        let (before, after) = (self.bytes[index - 1], self.bytes[index]);
        if before.is_ascii_digit() != after.is_ascii_digit() {
            return Joint::Soft;
        }
        let plain = folded.plain.as_bytes();
        let is_upper =
            |index: usize| plain.get(self.offset(index)).is_some_and(u8::is_ascii_uppercase);
        if is_upper(index) && !is_upper(index - 1) { Joint::Soft } else { Joint::None }
    }

    /// The same letters and digits with O read as nought, for numbers.
    pub(crate) fn with_noughts(&self) -> Vec<u8> {
        self.bytes.iter().map(|&byte| if byte == b'o' { b'0' } else { byte }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joints_tell_words_from_runs_inside_words() {
        let folded = Folded::new("annLee98 x");
        let squeezed = Squeezed::new(&folded);
        assert_eq!(squeezed.bytes, b"annlee98x");
        let joints: Vec<Joint> = (0..9).map(|index| squeezed.joint(&folded, index)).collect();
        assert_eq!(joints[1], Joint::None);
        assert_eq!(joints[3], Joint::Soft);
        assert_eq!(joints[6], Joint::Soft);
        assert_eq!(joints[8], Joint::Hard);
        assert_eq!(squeezed.range(&(6..9)), 6..10);
    }
}

//! A stretch of text read from a file, with how its pieces hang together.

use crate::report::Place;

/// How a letter hangs together with the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing between them.
    None,
    /// Perhaps a new word: a change of case, or from letters to digits.
    Perhaps,
    /// A break that may fall within a word: line end, hyphen, pen moved.
    Break,
    /// White space: a new word.
    Space,
    /// Unrelated texts meet here; no term runs over it.
    Wall,
}

/// Stands in a passage where the pen was moved between two letters.
pub(crate) const PEN_MOVED: char = '\u{1E}';
/// Stands between unrelated texts of one passage.
pub(crate) const WALL: char = '\u{1C}';

/// Text from one place.
pub(crate) struct Passage {
    pub(crate) place: Place,
    pub(crate) page: Option<u32>,
    pub(crate) text: String,
    /// Whether misspellings are looked for; not in text that a machine wrote.
    pub(crate) near: Near,
}

/// Whether misspellings count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Near {
    Counts,
    Ignored,
    /// Ignored, and so are short terms.
    LongTermsOnly,
}

impl Passage {
    pub(crate) fn new(place: Place, text: impl Into<String>) -> Self {
        Self { place, page: None, text: text.into(), near: Near::Counts }
    }

    pub(crate) fn on_page(place: Place, page: Option<u32>, text: String) -> Self {
        Self { place, page, text, near: Near::Counts }
    }

    /// Bytes in the grammar of a format, read once more after what they say was
    /// read by itself: its short words are too like names.
    pub(crate) fn grammar(place: Place, text: String) -> Self {
        Self { place, page: None, text, near: Near::LongTermsOnly }
    }

    /// Names and strings that machines write.
    pub(crate) fn exact_only(place: Place, text: String) -> Self {
        Self { place, page: None, text, near: Near::Ignored }
    }
}

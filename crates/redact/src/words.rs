//! The words of a text with their case and place, and two lists: ordinary English words, and stock terms of meetings.
//!
//! A word on a list is never thereby safe: lists only decide whether a capital letter or a resemblance is evidence.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::fold::Folded;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Lower,
    Capital,
    Upper,
    Mixed,
    /// Holds a digit.
    Code,
}

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standpoint {
    /// First of a line, sentence, list item or cell: a capital there says nothing.
    Opening,
    /// Anywhere else.
    Within,
}

/// A run of letters and digits (apostrophes and hyphens part words).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) shape: Shape,
    pub(crate) standpoint: Standpoint,
}

/// How a whole text uses capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Casing {
    /// Capitals mean something.
    Usual,
    /// A transcript without capitals, or a text all in capitals: case says nothing.
    Unmarked,
}

/// All words of a folded text.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) list: Vec<Word>,
    casing: Option<Casing>,
}

impl Words {
    pub(crate) fn new(folded: &Folded, is_own: impl Fn(usize) -> bool) -> Self {
        let mut list = Vec::with_capacity(folded.plain.len() / 5);
        let mut start = None;
        let mut standpoint = Standpoint::Opening;
        for (at, c) in folded.plain.char_indices() {
            if c.is_alphanumeric() {
                start.get_or_insert(at);
                continue;
            }
            if let Some(from) = start.take() {
                list.push(word(&folded.plain, from, at, standpoint));
                standpoint = Standpoint::Within;
            }
            let opens = match c {
                '.' => !list.last().is_some_and(|word: &Word| {
                    word.end == at
                        && !is_own(word.start)
                        && is_shortened(&folded.lower[word.start..at])
                }),
                '!' | '?' | ':' | '\n' | '\r' | '\t' | '|' | '•' | '*' | '"' => true,
                _ => false,
            };
            if opens {
                standpoint = Standpoint::Opening;
            }
        }
        if let Some(from) = start {
            list.push(word(&folded.plain, from, folded.plain.len(), standpoint));
        }
        let casing = Some(casing(list.iter().filter(|word| !is_own(word.start))));
        Self { list, casing }
    }

    pub(crate) fn casing(&self) -> Casing {
        self.casing.unwrap_or(Casing::Usual)
    }

    /// Index of the first word that starts at or after a byte.
    pub(crate) fn index_at(&self, byte: usize) -> usize {
        self.list.partition_point(|word| word.start < byte)
    }
}

/// An initial or title, whose full stop ends no sentence.
fn is_shortened(lower: &str) -> bool {
    lower.chars().count() == 1 || is_title(lower)
}

fn word(plain: &str, start: usize, end: usize, standpoint: Standpoint) -> Word {
    let mut upper = 0;
    let mut lower = 0;
    let mut digits = 0;
    let mut first_upper = false;
    for (index, c) in plain[start..end].chars().enumerate() {
        if c.is_uppercase() {
            upper += 1;
            first_upper |= index == 0;
        } else if c.is_numeric() {
            digits += 1;
        } else {
            lower += 1;
        }
    }
    let shape = match (upper, lower, digits) {
        (_, _, 1..) => Shape::Code,
        (0, _, _) => Shape::Lower,
        (_, 0, _) => Shape::Upper,
        (1, _, _) if first_upper => Shape::Capital,
        _ => Shape::Mixed,
    };
    Word { start, end, shape, standpoint }
}

fn casing<'a>(words: impl Iterator<Item = &'a Word>) -> Casing {
    let (mut n_letters, mut n_lower, mut n_upper) = (0, 0, 0);
    for word in words.filter(|word| word.shape != Shape::Code) {
        n_letters += 1;
        n_lower += usize::from(word.shape == Shape::Lower);
        n_upper += usize::from(word.shape == Shape::Upper);
    }
    let is_plain =
        n_letters >= 12 && (n_lower * 100 >= n_letters * 97 || n_upper * 100 >= n_letters * 80);
    if is_plain { Casing::Unmarked } else { Casing::Usual }
}

/// An English word that may also be a name ("will", "grace", "hill").
pub(crate) fn is_ordinary(lower: &str) -> bool {
    static LIST: LazyLock<HashSet<&str>> =
        LazyLock::new(|| include_str!("words/ordinary.txt").split_whitespace().collect());
    LIST.contains(lower) || inflected(lower).any(|stem| LIST.contains(stem))
}

/// A word that minutes write with a capital though it names nobody ("Section", "Tuesday", "Police").
pub(crate) fn is_stock(lower: &str) -> bool {
    static LIST: LazyLock<HashSet<&str>> =
        LazyLock::new(|| include_str!("words/stock.txt").split_whitespace().collect());
    LIST.contains(lower) || inflected(lower).any(|stem| LIST.contains(stem))
}

/// Capitals that minutes use as words ("GP", "HR"), so that they are no evidence of somebody's initials.
pub(crate) fn is_abbreviation(lower: &str) -> bool {
    static LIST: LazyLock<HashSet<&str>> =
        LazyLock::new(|| include_str!("words/abbreviations.txt").split_whitespace().collect());
    LIST.contains(lower)
}

fn inflected(lower: &str) -> impl Iterator<Item = &str> {
    let enough = lower.len() > 4;
    ["s", "es", "d", "ed", "ing", "ly"]
        .into_iter()
        .filter(move |_| enough)
        .filter_map(|ending| lower.strip_suffix(ending))
}

/// Forms of address that announce a name.
pub(crate) fn is_title(lower: &str) -> bool {
    matches!(
        lower,
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "mx"
            | "dr"
            | "sir"
            | "lady"
            | "lord"
            | "prof"
            | "professor"
            | "rev"
            | "reverend"
            | "fr"
            | "imam"
            | "rabbi"
            | "pastor"
            | "canon"
            | "pc"
            | "ps"
            | "dc"
            | "ds"
            | "di"
            | "dci"
            | "dsu"
            | "sgt"
            | "pcso"
            | "wpc"
            | "insp"
            | "cllr"
            | "councillor"
            | "nurse"
            | "auntie"
            | "nan"
            | "judge"
    )
}

//! Words that look like the name of somebody or something on no list. Always a suggestion.
//!
//! Evidence is a capital inside a sentence, a title before, a street or school word after, or initials; a word found so
//! is then looked for everywhere else in the text.

use std::collections::HashSet;

use super::register::could_be_name;
use super::{Covered, Hit, Text, Unknowns};
use crate::span::{Certainty, Detector, Label, Meaning, Owner};
use crate::words::{
    Casing, Shape, Standpoint, Word, is_abbreviation, is_ordinary, is_stock, is_title,
};

/// Words that end the name of a street, school or other place or body.
const HEADS: &[(Label, &[&str])] = &[
    (
        Label::Address,
        &[
            "street", "road", "avenue", "lane", "close", "drive", "crescent", "court", "terrace",
            "gardens", "grove", "walk", "mews", "rise", "way", "rd", "ave", "cres", "dr", "ln",
            "gdns", "row", "view", "ct", "st", "terr", "sq", "cl",
        ],
    ),
    (
        Label::School,
        &[
            "school",
            "academy",
            "college",
            "nursery",
            "primary",
            "infant",
            "infants",
            "junior",
            "high",
            "preschool",
        ],
    ),
    (
        Label::Organisation,
        &[
            "surgery",
            "hospital",
            "clinic",
            "church",
            "mosque",
            "masjid",
            "temple",
            "gurdwara",
            "synagogue",
            "club",
            "scouts",
            "guides",
            "harriers",
            "rovers",
            "united",
            "athletic",
            "fostering",
            "hostel",
            "hotel",
            "practice",
            "centre",
            "trust",
        ],
    ),
    (
        Label::Place,
        &[
            "park",
            "station",
            "square",
            "estate",
            "bridge",
            "common",
            "interchange",
            "precinct",
            "arcade",
            "green",
        ],
    ),
];

/// The most words before a head that belong to the name.
const MOST_BEFORE_HEAD: usize = 4;

pub(super) fn find(text: &Text, covered: &Covered, unknowns: &mut Unknowns, hits: &mut Vec<Hit>) {
    let mut names = Names { text, covered, unknowns };
    let headed = names.find_headed(hits);
    let (marks, known) = names.mark(&headed);
    names.push_runs(&marks, &known, hits);
}

struct Names<'a> {
    text: &'a Text,
    covered: &'a Covered,
    unknowns: &'a mut Unknowns,
}

impl<'a> Names<'a> {
    fn lower(&self, word: &Word) -> &'a str {
        &self.text.folded.lower[word.start..word.end]
    }

    fn owner(&mut self, words: &str) -> Owner {
        Owner::Unknown(self.unknowns.number(words))
    }

    /// Whether one short gap on one line stands between two words.
    fn is_beside(&self, before: &Word, after: &Word) -> bool {
        let gap = &self.text.folded.lower[before.end..after.start];
        gap.len() <= 2
            && gap.bytes().all(|byte| matches!(byte, b' ' | b'-' | b'\'' | b'.' | b'&'))
            && !(gap.contains('.') && before.end - before.start > 1)
    }

    /// Names with a street, school or other head; returns which words they took.
    fn find_headed(&mut self, hits: &mut Vec<Hit>) -> HashSet<usize> {
        let mut taken = HashSet::new();
        let list = &self.text.words.list;
        for at in 1..list.len() {
            let Some(label) = head_label(self.lower(&list[at])) else {
                continue;
            };
            if self.text.own.has(list[at].start)
                || (self.text.words.casing() == Casing::Usual && list[at].shape == Shape::Lower)
            {
                continue;
            }
            let mut from = at;
            while from > 0
                && at - from < MOST_BEFORE_HEAD
                && self.is_beside(&list[from - 1], &list[from])
                && self.belongs(&list[from - 1])
            {
                from -= 1;
            }
            let with_number = label == Label::Address
                && from > 0
                && list[from - 1].shape == Shape::Code
                && self.is_beside(&list[from - 1], &list[from]);
            if from == at
                || (!with_number && (from..at).all(|index| is_stock(self.lower(&list[index]))))
            {
                continue;
            }
            let first = if with_number { self.first_of_address(from - 1) } else { from };
            let start = list[first].start;
            taken.extend(from..=at);
            let owner = self.owner(&self.text.folded.lower[list[from].start..list[at].end]);
            hits.push(Hit {
                start,
                end: list[at].end,
                label,
                owner,
                detector: Detector::ProperNoun,
                certainty: if with_number { Certainty::Certain } else { Certainty::Suggested },
                meaning: Meaning::Words,
            });
        }
        taken
    }

    /// Takes in the flat or room before a house number.
    fn first_of_address(&self, number: usize) -> usize {
        let list = &self.text.words.list;
        let (Some(flat), Some(of)) = (number.checked_sub(2), number.checked_sub(1)) else {
            return number;
        };
        let is_flat = matches!(
            self.lower(&list[flat]),
            "flat" | "room" | "unit" | "apartment" | "apt" | "studio" | "caravan"
        );
        if is_flat && list[number].start - list[flat].end < 12 && list[of].shape == Shape::Code {
            flat
        } else {
            number
        }
    }

    fn belongs(&self, word: &Word) -> bool {
        let lower = self.lower(word);
        match self.text.words.casing() {
            Casing::Usual => could_be_name(self.text, word) && !is_title(lower),
            Casing::Unmarked => {
                could_be_name(self.text, word) && lower.len() > 2 && !is_ordinary(lower)
            }
        }
    }

    /// Words that look like names, and the words so found.
    fn mark(&self, headed: &HashSet<usize>) -> (Vec<bool>, HashSet<&'a str>) {
        let list = &self.text.words.list;
        let is_usual = self.text.words.casing() == Casing::Usual;
        let in_lower_case: HashSet<&str> = if is_usual {
            list.iter()
                .filter(|word| word.shape == Shape::Lower)
                .map(|word| self.lower(word))
                .collect()
        } else {
            HashSet::new()
        };
        let mut known = HashSet::new();
        let marks = (0..list.len())
            .map(|at| {
                let is_name = !headed.contains(&at) && self.looks_like_name(at, &in_lower_case);
                if is_name && list[at].end - list[at].start > 2 {
                    known.insert(self.lower(&list[at]));
                }
                is_name
            })
            .collect();
        (marks, known)
    }

    fn looks_like_name(&self, at: usize, in_lower_case: &HashSet<&str>) -> bool {
        let list = &self.text.words.list;
        let word = &list[at];
        let lower = self.lower(word);
        let before = at.checked_sub(1).and_then(|before| list.get(before));
        let follows_title =
            before.is_some_and(|before| is_title(self.lower(before)) && self.is_near(before, word));
        let is_titled =
            follows_title && lower.len() > 1 && !is_stock(lower) && word.shape != Shape::Code;
        if self.covered.has(word.start) || (is_title(lower) && !follows_title) {
            return false;
        }
        if self.text.words.casing() == Casing::Unmarked {
            return is_titled && !is_ordinary(lower);
        }
        if !could_be_name(self.text, word) {
            return false;
        }
        if is_titled || (self.follows_known_as(at) && !is_stock(lower)) {
            return true;
        }
        let n_letters = lower.chars().count();
        match (word.shape, word.standpoint) {
            _ if n_letters < 2 => self.is_dotted_initial(at),
            _ if is_stock(lower) || is_abbreviation(lower) => false,
            (Shape::Upper, Standpoint::Opening) if n_letters > 3 => {
                !is_ordinary(lower) && !in_lower_case.contains(lower)
            }
            (Shape::Upper, _) => n_letters <= 3 || !is_ordinary(lower),
            (_, Standpoint::Within) => true,
            (_, Standpoint::Opening) => !is_ordinary(lower) && !in_lower_case.contains(lower),
        }
    }

    /// "Known as", "called", "nicknamed": whatever comes next is a name.
    fn follows_known_as(&self, at: usize) -> bool {
        let before = |n: usize| {
            at.checked_sub(n)
                .and_then(|index| self.text.words.list.get(index))
                .map(|word| self.lower(word))
        };
        let is_announced =
            matches!(before(1), Some("aka" | "nicknamed" | "alias" | "called" | "named"));
        is_announced || (before(1) == Some("as") && matches!(before(2), Some("known" | "saved")))
    }

    /// A title may end in a full stop.
    fn is_near(&self, before: &Word, after: &Word) -> bool {
        let gap = &self.text.folded.lower[before.end..after.start];
        matches!(gap, " " | ". " | "." | "  ")
    }

    /// One of two or more capitals with full stops ("R.F.").
    fn is_dotted_initial(&self, at: usize) -> bool {
        let list = &self.text.words.list;
        let is_single = |word: &Word| word.shape == Shape::Upper && word.end - word.start == 1;
        let touches = |a: &Word, b: &Word| {
            &self.text.folded.lower[a.end..b.start] == "." && is_single(a) && is_single(b)
        };
        let after = list.get(at + 1).is_some_and(|after| touches(&list[at], after));
        after || at.checked_sub(1).is_some_and(|before| touches(&list[before], &list[at]))
    }

    /// Another occurrence of a word found to be a name; an ordinary word counts only with its capital.
    fn is_known(&self, word: &Word, known: &HashSet<&str>) -> bool {
        let lower = self.lower(word);
        let is_free = !self.covered.has(word.start) && !self.text.own.has(word.start);
        is_free
            && known.contains(lower)
            && (!is_ordinary(lower)
                || (word.shape != Shape::Lower && could_be_name(self.text, word)))
    }

    /// An initial, or an ordinary word with a capital, that stands beside a name and so belongs to it ("Long Quenby").
    fn extends(&self, word: &Word) -> bool {
        let lower = self.lower(word);
        let is_capital =
            matches!(word.shape, Shape::Capital | Shape::Upper) && could_be_name(self.text, word);
        let is_single = lower.chars().count() == 1;
        is_capital
            && !self.covered.has(word.start)
            && !is_title(lower)
            && (is_single || (is_ordinary(lower) && head_label(lower).is_none()))
    }

    /// Marks every other occurrence of a word found, joins neighbours, and reports each run once.
    fn push_runs(&mut self, marks: &[bool], known: &HashSet<&str>, hits: &mut Vec<Hit>) {
        let list = &self.text.words.list;
        let is_marked = |names: &Self, at: usize| marks[at] || names.is_known(&list[at], known);
        let (mut at, mut floor) = (0, 0);
        while at < list.len() {
            if !is_marked(self, at) {
                at += 1;
                continue;
            }
            let mut from = at;
            while from > floor
                && self.is_beside(&list[from - 1], &list[from])
                && self.extends(&list[from - 1])
            {
                from -= 1;
            }
            while at + 1 < list.len()
                && self.is_beside(&list[at], &list[at + 1])
                && (is_marked(self, at + 1) || self.extends(&list[at + 1]))
            {
                at += 1;
            }
            floor = at + 1;
            let owner = self.owner(&self.text.folded.lower[list[from].start..list[at].end]);
            hits.push(Hit {
                start: list[from].start,
                end: list[at].end,
                label: Label::Person,
                owner,
                detector: Detector::ProperNoun,
                certainty: Certainty::Suggested,
                meaning: Meaning::Words,
            });
            at += 1;
        }
    }
}

fn head_label(lower: &str) -> Option<Label> {
    HEADS.iter().find(|(_, words)| words.contains(&lower)).map(|(label, _)| *label)
}

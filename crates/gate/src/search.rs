//! Looking for every term in a passage, letters and digits alone.

use std::collections::HashMap;

use crate::fold::{Mark, fold};
use crate::near;
use crate::passage::{Gap, Near, Passage};
use crate::report::{Finding, FindingKind, Findings, Place};
use crate::term::{ReadAs, Term};

/// From this many letters on, a term counts wherever its letters stand.
const N_ANYWHERE: usize = 8;
/// Below this many letters, a term counts only as whole words.
const N_SHORT: usize = 4;
/// From this many letters on, a term is looked for in the grammar of a format.
const N_GRAMMAR: usize = 6;
/// From this many digits on, a number counts inside a longer one, and with one
/// digit wrong.
const N_LONG_NUMBER: usize = 8;

/// Terms folded and sorted by how they begin.
pub(crate) struct Index<'a> {
    folded: Vec<Folded<'a>>,
    by_start: HashMap<[char; 2], Vec<usize>>,
    numbers: Vec<usize>,
    near: Vec<usize>,
}

pub(crate) struct Folded<'a> {
    pub(crate) term: &'a Term,
    pub(crate) marks: Vec<Mark>,
}

impl<'a> Index<'a> {
    /// A term without letters or digits cannot be looked for: that is a finding.
    pub(crate) fn new(terms: &'a [Term], findings: &mut Findings) -> Self {
        let mut index = Self {
            folded: Vec::with_capacity(terms.len()),
            by_start: HashMap::new(),
            numbers: Vec::new(),
            near: Vec::new(),
        };
        for term in terms {
            let marks = match term.read_as {
                ReadAs::Words | ReadAs::OrdinaryWord => fold(&term.text),
                ReadAs::Digits => digits(&fold(&term.text)),
            };
            let Some(start) = start_of(&marks) else {
                findings.add(found(term, Place::File, FindingKind::Unreadable, None));
                continue;
            };
            let at = index.folded.len();
            match term.read_as {
                ReadAs::Digits => index.numbers.push(at),
                ReadAs::Words => {
                    index.by_start.entry(start).or_default().push(at);
                    if near::allowance(marks.len()) > 0 {
                        index.near.push(at);
                    }
                }
                ReadAs::OrdinaryWord => index.by_start.entry(start).or_default().push(at),
            }
            index.folded.push(Folded { term, marks });
        }
        index
    }

    /// Adds a finding for every term in the passage.
    pub(crate) fn search(&self, passage: &Passage, findings: &mut Findings) {
        let marks = fold(&passage.text);
        let kind = passage.place.kind_of_hit();
        let n_least = if passage.near == Near::LongTermsOnly { N_GRAMMAR } else { 1 };
        let long = |at: &usize| self.folded[*at].marks.len() >= n_least;
        for at in self.hits(&marks).into_iter().filter(long) {
            findings.add(found(self.folded[at].term, passage.place, kind, passage.page));
        }
        if passage.near == Near::Counts {
            let terms = self.near.iter().map(|at| &self.folded[*at]);
            for term in near::misspelt(terms, &marks) {
                findings.add(found(term, passage.place, near_kind(passage.place), passage.page));
            }
        }
    }

    fn hits(&self, marks: &[Mark]) -> Vec<usize> {
        let mut hits = Vec::new();
        for from in 0..marks.len() {
            let first = marks[from].letter;
            let second = marks.get(from + 1).map_or('\0', |mark| mark.letter);
            for start in [[first, second], [first, '\0']] {
                for at in self.by_start.get(&start).into_iter().flatten() {
                    if stands_at(&self.folded[*at], marks, from) {
                        hits.push(*at);
                    }
                }
            }
        }
        let number = digits(marks);
        for at in &self.numbers {
            if has_number(&self.folded[*at].marks, &number) {
                hits.push(*at);
            }
        }
        hits.sort_unstable();
        hits.dedup();
        hits
    }
}

/// The first two letters, the second `'\0'` in a term of one.
fn start_of(marks: &[Mark]) -> Option<[char; 2]> {
    let first = marks.first()?.letter;
    Some([first, marks.get(1).map_or('\0', |mark| mark.letter)])
}

fn stands_at(folded: &Folded<'_>, marks: &[Mark], from: usize) -> bool {
    let term = &folded.marks;
    let Some(window) = marks.get(from..from + term.len()) else { return false };
    let same_letters = window.iter().zip(term).all(|(mark, own)| mark.letter == own.letter);
    let crosses_wall = window.iter().skip(1).any(|mark| mark.before == Gap::Wall);
    if !same_letters || crosses_wall {
        return false;
    }
    if folded.term.read_as == ReadAs::OrdinaryWord && !window[0].is_capital {
        return false;
    }
    // Word spaces inside the text where the term has none: a letter-by-letter
    // name, or just two words that happen to join.
    let is_split = window
        .iter()
        .zip(term)
        .skip(1)
        .any(|(mark, own)| mark.before == Gap::Space && own.before == Gap::None);
    let start = marks[from].before;
    let end = gap_after(marks, from + term.len());
    if term.len() < N_SHORT {
        !is_split && start >= Gap::Break && end >= Gap::Break
    } else if term.len() >= N_ANYWHERE && folded.term.read_as == ReadAs::Words {
        true
    } else if is_split {
        start >= Gap::Break && end >= Gap::Break
    } else {
        start >= Gap::Perhaps && (end >= Gap::Perhaps || is_inflected(marks, from + term.len()))
    }
}

fn gap_after(marks: &[Mark], at: usize) -> Gap {
    marks.get(at).map_or(Gap::Wall, |mark| mark.before)
}

/// "Begums", "Jameses": a plural or possessive ending, then the word ends.
fn is_inflected(marks: &[Mark], at: usize) -> bool {
    let ending = |letters: &str| {
        letters.chars().enumerate().all(|(n, letter)| {
            marks.get(at + n).is_some_and(|mark| mark.letter == letter && mark.before == Gap::None)
        }) && gap_after(marks, at + letters.len()) >= Gap::Perhaps
    };
    ending("s") || ending("es")
}

/// Digits alone. Letters between digits are a wall, except O and L beside a
/// digit, which are read as 0 and 1.
fn digits(marks: &[Mark]) -> Vec<Mark> {
    let mut digits: Vec<Mark> = Vec::new();
    let mut gap = Gap::Wall;
    for (at, mark) in marks.iter().enumerate() {
        let beside =
            |other: Option<&Mark>| other.is_some_and(|other| other.letter.is_ascii_digit());
        let is_beside_digit =
            beside(at.checked_sub(1).and_then(|last| marks.get(last))) || beside(marks.get(at + 1));
        let letter = match mark.letter {
            'o' if is_beside_digit => '0',
            'l' | 'i' if is_beside_digit && mark.before <= Gap::Perhaps => '1',
            letter => letter,
        };
        if letter.is_ascii_digit() {
            digits.push(Mark { letter, before: gap.max(mark.before), is_capital: false });
            gap = Gap::None;
        } else {
            gap = Gap::Wall;
        }
    }
    digits
}

fn has_number(term: &[Mark], digits: &[Mark]) -> bool {
    if term.is_empty() {
        return false;
    }
    digits.windows(term.len()).enumerate().any(|(from, window)| {
        if window.iter().skip(1).any(|mark| mark.before == Gap::Wall) {
            return false;
        }
        let n_wrong =
            window.iter().zip(term).filter(|(mark, own)| mark.letter != own.letter).count();
        if term.len() >= N_LONG_NUMBER {
            return n_wrong <= usize::from(term.len() > N_LONG_NUMBER);
        }
        let starts = window[0].before >= Gap::Perhaps;
        let ends = gap_after(digits, from + term.len()) >= Gap::Perhaps;
        n_wrong == 0 && starts && ends
    })
}

fn near_kind(place: Place) -> FindingKind {
    match place.kind_of_hit() {
        FindingKind::Exact => FindingKind::Near,
        kind => kind,
    }
}

fn found(term: &Term, place: Place, kind: FindingKind, page: Option<u32>) -> Finding {
    Finding {
        entity: Some(term.entity.clone()),
        label: Some(term.label.clone()),
        place,
        kind,
        page,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(term: &str, read_as: ReadAs, text: &str) -> bool {
        let terms = [Term::new("e", "l", term, read_as)];
        let mut findings = Findings::default();
        let index = Index::new(&terms, &mut findings);
        index.search(&Passage::new(Place::PageText, text), &mut findings);
        !findings.into_report().is_ok()
    }

    #[test]
    fn a_name_is_found_however_it_is_broken_up() {
        for text in [
            "Hanh Begum rang",
            "HANH\nBEGUM",
            "Hanh Be-\ngum",
            "H a n h B e g u m",
            "hanh.begum@example.org",
            "Begum, hanh begum",
            "hanhbegum",
            "Hạnh Bégum",
            "HanhBegum_1",
        ] {
            assert!(check("Hanh Begum", ReadAs::Words, text), "{text}");
        }
        for text in ["Begum", "the Begums", "Begum's", "B e g u m", "Beg\num", "ms_begum.pdf"] {
            assert!(check("Begum", ReadAs::Words, text), "{text}");
        }
    }

    #[test]
    fn words_that_merely_contain_a_name_raise_no_alarm() {
        for (term, text) in [
            ("Anna", "Susanna can nab a mann answered"),
            ("Wren", "a wrench and nests, when we went"),
            ("Al", "also a late talk"),
            ("Rose", "primrose and prose"),
            ("AB", "a b c, cab, about"),
        ] {
            assert!(!check(term, ReadAs::Words, text), "{term} in {text}");
        }
    }

    #[test]
    fn short_terms_match_as_whole_words_only() {
        assert!(check("AB", ReadAs::Words, "seen by A.B. today"));
        assert!(check("Al", ReadAs::Words, "and al, too"));
        assert!(!check("Al", ReadAs::Words, "calm alto"));
    }

    #[test]
    fn a_name_that_is_an_ordinary_word_counts_with_a_capital_only() {
        assert!(check("Will", ReadAs::OrdinaryWord, "then Will came"));
        assert!(check("Will", ReadAs::OrdinaryWord, "WILL"));
        assert!(!check("Will", ReadAs::OrdinaryWord, "she will come, he willed it"));
    }

    #[test]
    fn numbers_compare_on_digits_alone() {
        for text in ["07700 900123", "(07700) 9OO-123", "0 7 7 0 0 9 0 0 1 2 3", "07700 900124"] {
            assert!(check("07700900123", ReadAs::Digits, text), "{text}");
        }
        assert!(check("12345", ReadAs::Digits, "account 123-45."));
        assert!(!check("12345", ReadAs::Digits, "account 9123457"));
        assert!(!check("07700900123", ReadAs::Digits, "07700 children and 900123 adults"));
    }

    #[test]
    fn misspellings_count_from_five_letters_on() {
        for (term, text) in [
            ("Begum", "Ms Begam rang"),
            ("Ashdown", "the ashdwon family"),
            ("Featherstone", "Fetherston"),
            ("Hanh Begum", "Hahn Begum"),
        ] {
            assert!(check(term, ReadAs::Words, text), "{term} in {text}");
        }
        for (term, text) in [("Begum", "it began to rain"), ("Wren", "When they were")] {
            assert!(!check(term, ReadAs::Words, text), "{term} in {text}");
        }
    }

    #[test]
    fn a_term_without_letters_is_itself_a_finding() {
        assert!(check(" - ", ReadAs::Words, "nothing here"));
        assert!(check("none", ReadAs::Digits, "nothing here"));
    }
}

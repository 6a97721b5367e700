//! Misspellings: words at a small distance from a term.

use std::collections::HashSet;

use crate::fold::Mark;
use crate::passage::Gap;
use crate::search::Folded;
use crate::term::Term;

/// The longest word that is compared; longer runs are not names.
const N_LONGEST: usize = 64;

/// How many letters may be wrong in a term of this length.
pub(crate) fn allowance(n_letters: usize) -> usize {
    match n_letters {
        0..=4 => 0,
        5..=8 => 1,
        9..=13 => 2,
        _ => 3,
    }
}

struct Word {
    letters: String,
    n_letters: usize,
    bag: u64,
    starts_with_capital: bool,
}

/// The terms of which a misspelling stands in the text.
///
/// A term of several words is compared with as many words in a row. Each
/// different stretch is compared once, and only if its length and letters make a
/// match possible, so that time stays bounded.
pub(crate) fn misspelt<'a, 'b: 'a>(
    terms: impl Iterator<Item = &'a Folded<'b>>,
    marks: &[Mark],
) -> Vec<&'b Term> {
    let terms: Vec<(usize, Word, &'b Term)> = terms
        .map(|folded| {
            let n_words = folded.marks.iter().filter(|mark| mark.before > Gap::None).count();
            (n_words.max(1), word(&folded.marks), folded.term)
        })
        .collect();
    if terms.is_empty() {
        return Vec::new();
    }
    let starts: Vec<usize> =
        (0..marks.len()).filter(|at| marks[*at].before > Gap::Perhaps).collect();
    let mut found = Vec::new();
    let most_words = terms.iter().map(|(n_words, _, _)| *n_words).max().unwrap_or(1);
    for n_words in 1..=most_words {
        let wanted: Vec<_> = terms.iter().filter(|(n, _, _)| *n == n_words).collect();
        if wanted.is_empty() {
            continue;
        }
        for stretch in stretches(marks, &starts, n_words) {
            for (_, own, term) in &wanted {
                if is_misspelling(own, &stretch) {
                    found.push(*term);
                }
            }
        }
    }
    found
}

/// Every different run of `n_words` words.
fn stretches(marks: &[Mark], starts: &[usize], n_words: usize) -> Vec<Word> {
    let mut seen = HashSet::new();
    let mut stretches = Vec::new();
    for (n, from) in starts.iter().enumerate() {
        let to = starts.get(n + n_words).copied().unwrap_or(marks.len());
        let run = &marks[*from..to];
        let crosses_wall = run.iter().skip(1).any(|mark| mark.before == Gap::Wall);
        if run.len() > N_LONGEST || run.len() < 4 || crosses_wall {
            continue;
        }
        let stretch = word(run);
        if seen.insert((stretch.letters.clone(), stretch.starts_with_capital)) {
            stretches.push(stretch);
        }
    }
    stretches
}

fn word(marks: &[Mark]) -> Word {
    let letters: String = marks.iter().map(|mark| mark.letter).collect();
    let bag = letters.chars().fold(0, |bag, letter| bag | 1 << (u32::from(letter) % 64));
    let starts_with_capital = marks.first().is_some_and(|mark| mark.is_capital);
    Word { letters, n_letters: marks.len(), bag, starts_with_capital }
}

fn is_misspelling(term: &Word, word: &Word) -> bool {
    let allowed = allowance(term.n_letters);
    if term.n_letters.abs_diff(word.n_letters) > allowed
        || (term.bag ^ word.bag).count_ones() as usize > 2 * allowed
    {
        return false;
    }
    // Five letters are close to too many ordinary words: there, only a word with
    // a capital and the same first letter counts.
    if term.n_letters == 5
        && !(word.starts_with_capital && term.letters.chars().next() == word.letters.chars().next())
    {
        return false;
    }
    strsim::osa_distance(&term.letters, &word.letters) <= allowed
}

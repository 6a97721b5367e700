//! Words that are nearly a registered name: a slip of the pen, another transliteration, a short form.
//!
//! Always a suggestion. The index holds every name with letters left out, so that a word is compared with a handful of
//! names and never with the whole register.

use std::collections::HashMap;

use super::lexicon::Owners;
use super::register::could_be_name;
use super::{Covered, Hit, Lexicon, Text};
use crate::span::{Certainty, Detector, Label, Meaning, Owner};
use crate::words::{is_ordinary, is_stock};

/// Names this short have too many neighbours.
const SHORTEST: usize = 4;

/// Names and words longer than this are compared on their beginning.
const LONGEST: usize = 24;

/// Registered names by their spellings with letters left out.
#[derive(Default)]
pub(crate) struct NearIndex {
    names: Vec<(String, Owners)>,
    without_letters: HashMap<String, Vec<u32>>,
}

impl NearIndex {
    pub(super) fn new(mut names: Vec<(String, Owners)>) -> Self {
        names.retain(|(name, _)| name.chars().count() >= 3);
        names.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut without_letters: HashMap<String, Vec<u32>> = HashMap::new();
        for (index, (name, _)) in names.iter().enumerate() {
            if name.chars().count() < SHORTEST {
                continue;
            }
            for spelling in spellings(name) {
                without_letters.entry(spelling).or_default().extend(u32::try_from(index));
            }
        }
        Self { names, without_letters }
    }

    fn owners_near(&self, word: &str) -> Option<&Owners> {
        let nearest = spellings(word)
            .iter()
            .filter_map(|spelling| self.without_letters.get(spelling))
            .flatten()
            .filter_map(|&index| self.names.get(index as usize))
            .map(|(name, owners)| (strsim::osa_distance(word, name), name, owners))
            .filter(|(distance, name, _)| *distance <= slips(name).min(slips(word)))
            .min_by(|(a, name_a, _), (b, name_b, _)| a.cmp(b).then_with(|| name_a.cmp(name_b)));
        nearest.map(|(_, _, owners)| owners).or_else(|| self.owners_of_short_form(word))
    }

    /// "Ott", "Otty" and "Ottie" for a registered "Ottoline".
    fn owners_of_short_form(&self, word: &str) -> Option<&Owners> {
        let stem = word.strip_suffix("ie").or_else(|| word.strip_suffix('y')).unwrap_or(word);
        if stem.len() < 3 {
            return None;
        }
        let from = self.names.partition_point(|(name, _)| name.as_str() < stem);
        self.names.get(from).filter(|(name, _)| name.starts_with(stem)).map(|(_, owners)| owners)
    }
}

/// How many slips a word of this length may hold.
fn slips(word: &str) -> usize {
    match word.chars().count() {
        0..=3 => 0,
        4..=5 => 1,
        _ => 2,
    }
}

/// A word and every spelling of it with as many letters left out as it may hold slips.
fn spellings(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().take(LONGEST).collect();
    let mut list = vec![letters.clone()];
    let mut from = 0;
    for _ in 0..slips(word) {
        let until = list.len();
        for index in from..until {
            for left_out in 0..list[index].len() {
                let mut shorter = list[index].clone();
                shorter.remove(left_out);
                list.push(shorter);
            }
        }
        from = until;
    }
    let mut spellings: Vec<String> =
        list.into_iter().map(|letters| letters.into_iter().collect()).collect();
    spellings.sort_unstable();
    spellings.dedup();
    spellings
}

pub(super) fn find(text: &Text, lexicon: &Lexicon, covered: &Covered, hits: &mut Vec<Hit>) {
    let mut seen: HashMap<&str, Option<Owners>> = HashMap::new();
    for word in &text.words.list {
        if !could_be_name(text, word) || covered.has(word.start) {
            continue;
        }
        let lower = &text.folded.lower[word.start..word.end];
        if lower.len() < 3 || is_ordinary(lower) || is_stock(lower) {
            continue;
        }
        let owners = seen.entry(lower).or_insert_with(|| lexicon.near.owners_near(lower).cloned());
        if let Some(owners) = owners {
            hits.push(Hit {
                start: word.start,
                end: word.end,
                label: Label::Person,
                owner: Owner::Registered(owners.clone()),
                detector: Detector::NearRegister,
                certainty: Certainty::Suggested,
                meaning: Meaning::Words,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, is_near: bool) {
        let index = NearIndex::new(vec![
            ("ottoline".to_owned(), Owners::from([0])),
            ("quenby".to_owned(), Owners::from([1])),
        ]);
        assert_eq!(index.owners_near(word).is_some(), is_near, "{word}");
    }

    #[test]
    fn slips_of_the_pen_and_short_forms_are_near() {
        for word in ["otoline", "ottolien", "ottoleine", "quemby", "qeunby", "otty", "ott"] {
            check(word, true);
        }
        for word in ["ottawa", "queen", "q", "carolina"] {
            check(word, false);
        }
    }
}

//! Words that narrow down who is meant only beside others: faith, origin, background. Always a suggestion.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Hit, Text};
use crate::span::{Certainty, Detector, Label, Meaning, Owner};

pub(super) fn find(text: &Text, hits: &mut Vec<Hit>) {
    static LIST: LazyLock<HashSet<&str>> =
        LazyLock::new(|| include_str!("../words/background.txt").split_whitespace().collect());
    for word in &text.words.list {
        if LIST.contains(&text.folded.lower[word.start..word.end]) {
            hits.push(Hit {
                start: word.start,
                end: word.end,
                label: Label::Quasi,
                owner: Owner::Nobody,
                detector: Detector::Gazetteer,
                certainty: Certainty::Suggested,
                meaning: Meaning::Words,
            });
        }
    }
}

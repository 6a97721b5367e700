//! Identifiers known by their shape: numbers, codes, links, addresses.
//!
//! Every pattern is bounded, so that a long line costs no more than a short one. A pattern that fits is masked even
//! when its checksum fails: a mistyped NHS number still leads to the child.

mod accept;
mod table;

use std::ops::Range;

use regex::{Regex, RegexBuilder};

use super::lexicon::Lexicon;
use super::{Hit, Text};
use crate::error::RedactError;
use crate::span::{Certainty, Detector, Label, Meaning, Owner};

/// What must stand beside a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edges {
    /// No letter or digit on either side.
    Clear,
    /// No letter or digit after it.
    ClearAfter,
}

impl Edges {
    /// Lets the pattern end only where a word ends, so that "332 or" is not read as "3320" and then refused.
    fn guarded(self, pattern: &str) -> String {
        match self {
            Self::Clear => format!(r"(?:{pattern})(?-u:\b)"),
            Self::ClearAfter => pattern.to_owned(),
        }
    }
}

/// A shape of identifier.
struct Rule {
    name: &'static str,
    label: Label,
    certainty: Certainty,
    edges: Edges,
    /// The group to mask; 0 is the whole match.
    group: usize,
    pattern: &'static str,
    accepts: fn(&str) -> bool,
}

/// A rule ready to run.
struct Recogniser {
    rule: &'static Rule,
    regex: Regex,
}

/// All rules ready to run.
pub(super) struct Patterns(Vec<Recogniser>);

impl Patterns {
    pub(super) fn new() -> Result<Self, RedactError> {
        let recogniser = |rule: &'static Rule| {
            Ok(Recogniser { rule, regex: build(rule.name, &rule.edges.guarded(rule.pattern))? })
        };
        table::RULES.iter().map(recogniser).collect::<Result<_, _>>().map(Self)
    }

    pub(super) fn find(&self, text: &Text, lexicon: &Lexicon, hits: &mut Vec<Hit>) {
        let lower = &text.folded.lower;
        for Recogniser { rule, regex } in &self.0 {
            each_match(regex, lower, rule.group, |range, whole| {
                let words = &lower[range.clone()];
                if !edges_fit(lower, &range, rule.edges) || !(rule.accepts)(words) {
                    return Take::Retry(whole.start);
                }
                let label = refine(rule.label, words);
                let owner = lexicon
                    .owners_of(label, words)
                    .map_or(Owner::Nobody, |owners| Owner::Registered(owners.clone()));
                let certainty =
                    if owner == Owner::Nobody { rule.certainty } else { Certainty::Certain };
                hits.push(Hit {
                    start: range.start,
                    end: range.end,
                    label,
                    owner,
                    detector: Detector::Identifier,
                    certainty,
                    meaning: Meaning::Words,
                });
                Take::Next
            });
        }
    }
}

/// Whether a match was used, or the search goes on one letter after its start.
pub(super) enum Take {
    Next,
    Retry(usize),
}

/// Compiles a pattern.
///
/// # Errors
/// The pattern does not compile or grows too large.
pub(super) fn build(name: &'static str, pattern: &str) -> Result<Regex, RedactError> {
    RegexBuilder::new(pattern)
        .unicode(true)
        .ignore_whitespace(false)
        .size_limit(8 << 20)
        .build()
        .map_err(|_| RedactError::Recogniser { name })
}

/// Calls `take` with the group's range and the whole match's range, in order.
pub(super) fn each_match(
    regex: &Regex,
    lower: &str,
    group: usize,
    mut take: impl FnMut(Range<usize>, Range<usize>) -> Take,
) {
    let mut from = 0;
    while from <= lower.len() {
        let Some(whole) = regex.find_at(lower, from) else {
            return;
        };
        let range = if group == 0 {
            Some(whole.range())
        } else {
            regex
                .captures_at(lower, whole.start())
                .and_then(|found| found.get(group))
                .map(|found| found.range())
        };
        let next = match range {
            Some(range) if !range.is_empty() => take(range, whole.range()),
            _ => Take::Next,
        };
        from = match next {
            Take::Next => whole.end().max(whole.start() + 1),
            Take::Retry(start) => start + 1,
        };
        while !lower.is_char_boundary(from) {
            from += 1;
        }
    }
}

fn edges_fit(lower: &str, range: &Range<usize>, edges: Edges) -> bool {
    let is_clear = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let after = is_clear(lower[range.end..].chars().next());
    match edges {
        Edges::Clear => after && is_clear(lower[..range.start].chars().next_back()),
        Edges::ClearAfter => after,
    }
}

/// A ten-digit number is named by its checksum; it is masked either way.
fn refine(label: Label, words: &str) -> Label {
    let digits = crate::shape::digits_of(words);
    match label {
        Label::NhsNumber if crate::shape::has_nhs_check_digit(&digits) => Label::NhsNumber,
        Label::NhsNumber if digits.starts_with('0') => Label::Phone,
        other => other,
    }
}

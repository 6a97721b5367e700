//! Detectors: each a function from a text to findings. None of them decides what happens to a finding.
//!
//! Order: the register, then shapes of identifiers, then what is nearly on the register or looks like a name. Later
//! detectors add; they never take a finding away.

mod gazetteer;
mod lexicon;
mod near;
mod nouns;
mod own_words;
mod patterns;
mod register;
mod times;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::error::RedactError;
use crate::fold::Folded;
use crate::register::Register;
use crate::span::{Certainty, Detector, Finding, Label, Meaning, Owner};
use crate::squeeze::Squeezed;
use crate::words::Words;

use lexicon::Lexicon;

/// The longest document looked at, in bytes.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Everything needed to look for one register in any number of documents.
pub(crate) struct Finder {
    lexicon: Lexicon,
    patterns: patterns::Patterns,
    times: times::Times,
    own_words: own_words::OwnWords,
}

/// The numbers given to unknown names in one run.
#[derive(Debug, Default)]
pub(crate) struct Unknowns {
    numbers: HashMap<String, u32>,
    /// Numbers whose ids (`u1`, `u2` …) the register uses itself.
    reserved: HashSet<u32>,
    last: u32,
}

impl Unknowns {
    pub(crate) fn new(register: &Register) -> Self {
        let number =
            |entity: &crate::register::Entity| entity.id.as_str().strip_prefix('u')?.parse().ok();
        Self {
            reserved: register.entities().iter().filter_map(number).collect(),
            ..Self::default()
        }
    }

    fn number(&mut self, words: &str) -> u32 {
        if let Some(number) = self.numbers.get(words) {
            return *number;
        }
        self.last += 1;
        while self.reserved.contains(&self.last) {
            self.last += 1;
        }
        self.numbers.insert(words.to_owned(), self.last);
        self.last
    }
}

/// A text prepared for looking.
pub(crate) struct Text {
    pub(crate) folded: Folded,
    pub(crate) words: Words,
    pub(crate) squeezed: Squeezed,
    /// Words that this crate wrote itself in an earlier run.
    pub(crate) own: Covered,
}

impl Text {
    fn new(text: &str, own_words: &own_words::OwnWords) -> Self {
        let folded = Folded::new(text);
        let own = own_words.find(&folded.plain);
        let words = Words::new(&folded, |byte| own.has(byte));
        let squeezed = Squeezed::new(&folded);
        Self { folded, words, squeezed, own }
    }
}

/// Where something was found, in bytes of the folded text.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) label: Label,
    pub(crate) owner: Owner,
    pub(crate) detector: Detector,
    pub(crate) certainty: Certainty,
    pub(crate) meaning: Meaning,
}

impl Finder {
    /// Derives all forms of a register and prepares the recognisers.
    ///
    /// # Errors
    /// The register is too large to be searched for at once, or a recogniser could not be built.
    pub(crate) fn new(register: &Register) -> Result<Self, RedactError> {
        Ok(Self {
            lexicon: Lexicon::new(register)?,
            patterns: patterns::Patterns::new()?,
            times: times::Times::new()?,
            own_words: own_words::OwnWords::new()?,
        })
    }

    /// Finds everything that may have to go, in order of position; findings may overlap.
    pub(crate) fn find(&self, text: &str, unknowns: &mut Unknowns) -> Vec<Finding> {
        let text = Text::new(text, &self.own_words);
        let mut hits = register::find(&text, &self.lexicon);
        self.patterns.find(&text, &self.lexicon, &mut hits);
        self.times.find(&text, &self.lexicon, &mut hits);
        gazetteer::find(&text, &mut hits);
        hits.retain(|hit| {
            !matches!(hit.owner, Owner::Nobody)
                || !text.own.has(hit.start)
                || !text.own.has(hit.end - 1)
        });
        let covered = Covered::by(&hits, text.folded.lower.len());
        near::find(&text, &self.lexicon, &covered, &mut hits);
        let covered = Covered::by(&hits, text.folded.lower.len());
        nouns::find(&text, &covered, unknowns, &mut hits);
        let mut findings: Vec<Finding> =
            hits.into_iter().filter_map(|hit| finding(&text.folded, hit)).collect();
        findings.sort_by_key(|finding| (finding.start, std::cmp::Reverse(finding.end)));
        findings
    }

    /// Finds only exact forms of the register, as the last look at a finished text.
    pub(crate) fn find_registered(&self, text: &str) -> Vec<Finding> {
        let text = Text::new(text, &self.own_words);
        register::find(&text, &self.lexicon)
            .into_iter()
            .filter_map(|hit| finding(&text.folded, hit))
            .collect()
    }
}

fn finding(folded: &Folded, hit: Hit) -> Option<Finding> {
    let range = folded.original(hit.start..hit.end);
    (range.start < range.end).then_some(Finding {
        start: range.start,
        end: range.end,
        label: hit.label,
        owner: hit.owner,
        detector: hit.detector,
        certainty: hit.certainty,
        meaning: hit.meaning,
    })
}

/// Which bytes of the folded text are already spoken for.
pub(crate) struct Covered(Vec<bool>);

impl Covered {
    fn by(hits: &[Hit], length: usize) -> Self {
        Self::ranges(hits.iter().map(|hit| hit.start..hit.end), length)
    }

    fn ranges(ranges: impl Iterator<Item = Range<usize>>, length: usize) -> Self {
        let mut edges = vec![0_i32; length + 1];
        for range in ranges {
            edges[range.start.min(length)] += 1;
            edges[range.end.min(length)] -= 1;
        }
        let mut depth = 0;
        Self(
            edges
                .into_iter()
                .map(|edge| {
                    depth += edge;
                    depth > 0
                })
                .collect(),
        )
    }

    pub(crate) fn has(&self, byte: usize) -> bool {
        self.0.get(byte).copied().unwrap_or(false)
    }
}

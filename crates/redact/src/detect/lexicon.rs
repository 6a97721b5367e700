//! The register prepared for searching: all terms in two automata, numbers by value, birthdays by day.

use std::collections::HashMap;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};
use chrono::NaiveDate;

use super::near::NearIndex;
use crate::error::RedactError;
use crate::forms::{Form, Term, terms};
use crate::register::Register;
use crate::shape;
use crate::span::Label;

/// Whose a term is, ascending.
pub(crate) type Owners = Arc<[usize]>;

/// One string to look for, and every term that is spelt so.
pub(crate) struct Entry {
    pub(crate) terms: Vec<Term>,
    pub(crate) owners: Owners,
}

/// Many strings looked for at once.
#[derive(Default)]
pub(crate) struct Automaton {
    pub(crate) search: Option<AhoCorasick>,
    pub(crate) entries: Vec<Entry>,
}

/// The register prepared for searching.
pub(crate) struct Lexicon {
    /// Names, and e-mail addresses and handles as they are spelt.
    pub(crate) letters: Automaton,
    /// Numbers and codes, in which O is read as nought.
    pub(crate) numbers: Automaton,
    births: HashMap<NaiveDate, Owners>,
    /// Telephone numbers and e-mail addresses by value, whatever the spelling.
    values: HashMap<String, Owners>,
    pub(crate) near: NearIndex,
}

type Collected = HashMap<String, (Vec<Term>, Vec<usize>)>;

impl Lexicon {
    pub(crate) fn new(register: &Register) -> Result<Self, RedactError> {
        let mut letters = Collected::new();
        let mut numbers = Collected::new();
        let mut births: HashMap<NaiveDate, Vec<usize>> = HashMap::new();
        let mut values: HashMap<String, Vec<usize>> = HashMap::new();
        let mut parts: HashMap<String, Vec<usize>> = HashMap::new();
        for (owner, entity) in register.entities().iter().enumerate() {
            for term in terms(entity) {
                if matches!((term.form(), term.label()), (Form::Part | Form::Alias, Label::Person))
                    && term.breaks().is_empty()
                {
                    parts.entry(term.letters().to_owned()).or_default().push(owner);
                }
                collect(if is_number(&term) { &mut numbers } else { &mut letters }, term, owner);
            }
            if let Some(born) = entity.born {
                births.entry(born).or_default().push(owner);
            }
            for identifier in &entity.identifiers {
                values
                    .entry(value_of(shape::label_of(identifier), identifier))
                    .or_default()
                    .push(owner);
            }
        }
        Ok(Self {
            letters: Automaton::new(letters)?,
            numbers: Automaton::new(numbers)?,
            births: births.into_iter().map(|(born, owners)| (born, in_order(owners))).collect(),
            values: values.into_iter().map(|(value, owners)| (value, in_order(owners))).collect(),
            near: NearIndex::new(
                parts.into_iter().map(|(part, owners)| (part, in_order(owners))).collect(),
            ),
        })
    }

    pub(crate) fn born_on(&self, day: NaiveDate) -> Option<&Owners> {
        self.births.get(&day)
    }

    pub(crate) fn owners_of(&self, label: Label, lower: &str) -> Option<&Owners> {
        self.values.get(&value_of(label, lower))
    }
}

/// Two spellings of one telephone number or e-mail address have the same value.
fn value_of(label: Label, text: &str) -> String {
    match label {
        Label::Phone => shape::national_number(&shape::spoken_digits(&text.to_lowercase())),
        Label::Email => shape::email_letters(&text.to_lowercase()),
        _ => crate::fold::letters_and_digits(text).replace('o', "0"),
    }
}

fn is_number(term: &Term) -> bool {
    term.form() == Form::Number
        && !matches!(term.label(), Label::Email | Label::Handle | Label::Url)
}

fn collect(collected: &mut Collected, term: Term, owner: usize) {
    let key =
        if is_number(&term) { term.letters().replace('o', "0") } else { term.letters().to_owned() };
    let (terms, owners) = collected.entry(key).or_default();
    if !terms.contains(&term) {
        terms.push(term);
    }
    if owners.last() != Some(&owner) {
        owners.push(owner);
    }
}

fn in_order(mut owners: Vec<usize>) -> Owners {
    owners.sort_unstable();
    owners.dedup();
    owners.into()
}

impl Automaton {
    fn new(collected: Collected) -> Result<Self, RedactError> {
        if collected.is_empty() {
            return Ok(Self::default());
        }
        let mut sorted: Vec<_> = collected.into_iter().collect();
        sorted.sort_by(|(a, _), (b, _)| a.cmp(b));
        let search = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(sorted.iter().map(|(letters, _)| letters))
            .map_err(|_| RedactError::RegisterTooLarge)?;
        let entries = sorted
            .into_iter()
            .map(|(_, (terms, owners))| Entry { terms, owners: in_order(owners) })
            .collect();
        Ok(Self { search: Some(search), entries })
    }
}

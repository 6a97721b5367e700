//! Names that stand in for names: by role, drawn at random, never an initial, the same throughout one run.

use std::collections::HashMap;

use crate::register::{Entity, EntityKind, Register, Standing};
use crate::span::Label;

/// What the draw of pseudonyms starts from. Different for each recipient and document, and kept only in the store.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Seed(u64);

impl Seed {
    /// Takes a number that the caller drew at random.
    #[must_use]
    pub const fn new(number: u64) -> Self {
        Self(number)
    }
}

impl std::fmt::Debug for Seed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seed(…)")
    }
}

/// Letters that are not mistaken for a word or a digit.
const LETTERS: &[u8] = b"BCDEFGHJKLMNPQRSTUVWXYZ";

/// Words that a person's pseudonym begins with; a letter follows.
pub(crate) const PEOPLE: &[&str] = &["Child", "Relative", "Adult", "Professional", "Person"];

/// Words that any other pseudonym begins with; a number follows.
pub(crate) const THINGS: &[&str] = &["Address", "Place", "Organisation", "School"];

/// The pseudonyms of one run.
#[derive(Debug)]
pub(crate) struct Pseudonyms {
    of_entities: Vec<String>,
    deck: Deck,
    of_unknown: HashMap<u32, String>,
}

impl Pseudonyms {
    pub(crate) fn new(register: &Register, seed: Seed) -> Self {
        let mut deck = Deck::new(seed);
        let mut order: Vec<usize> = (0..register.entities().len()).collect();
        deck.random.shuffle(&mut order);
        let mut of_entities = vec![String::new(); order.len()];
        for index in order {
            let entity = &register.entities()[index];
            of_entities[index] = deck.deal(stem_of(entity), &initials(entity));
        }
        Self { of_entities, deck, of_unknown: HashMap::new() }
    }

    pub(crate) fn of_entity(&self, index: usize) -> &str {
        self.of_entities.get(index).map_or("Person", String::as_str)
    }

    /// The pseudonym of an unknown name.
    pub(crate) fn of_unknown(&mut self, number: u32, label: Label) -> &str {
        let deck = &mut self.deck;
        self.of_unknown.entry(number).or_insert_with(|| deck.deal(stem_of_label(label), ""))
    }
}

fn stem_of(entity: &Entity) -> &'static str {
    match entity.standing() {
        Standing::SubjectChild | Standing::OtherChild => "Child",
        Standing::Relative => "Relative",
        Standing::AdultOfConcern | Standing::PersonOfConcern => "Adult",
        Standing::Professional => "Professional",
        Standing::Source | Standing::ConfidentialSource | Standing::Other => "Person",
        Standing::Address => "Address",
        Standing::Place => "Place",
        Standing::Organisation => "Organisation",
        Standing::School => "School",
    }
}

fn stem_of_label(label: Label) -> &'static str {
    match label {
        Label::Address => "Address",
        Label::Place => "Place",
        Label::Organisation => "Organisation",
        Label::School => "School",
        _ => "Person",
    }
}

/// First letters of every word an entity is known by.
fn initials(entity: &Entity) -> String {
    if entity.kind != EntityKind::Person {
        return String::new();
    }
    let folded = crate::fold::Folded::new(
        &entity
            .names
            .iter()
            .chain(&entity.aliases)
            .fold(String::new(), |all, name| all + " " + name),
    );
    folded
        .plain
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase)
        .collect()
}

/// Letters for people, numbers for everything else, each used once for each stem.
#[derive(Debug)]
struct Deck {
    random: Random,
    left: HashMap<&'static str, Vec<String>>,
    rounds: HashMap<&'static str, usize>,
}

impl Deck {
    fn new(seed: Seed) -> Self {
        Self { random: Random(seed.0), left: HashMap::new(), rounds: HashMap::new() }
    }

    /// The next pseudonym of a stem whose letter is not among those to avoid, if one is left.
    fn deal(&mut self, stem: &'static str, avoid: &str) -> String {
        let left = self.left.entry(stem).or_default();
        let is_free =
            |card: &String| card.chars().next().is_none_or(|first| !avoid.contains(first));
        let mut at = left.iter().rposition(is_free);
        if at.is_none() {
            let round = self.rounds.entry(stem).or_default();
            *round += 1;
            let mut cards = cards(stem, *round);
            self.random.shuffle(&mut cards);
            left.splice(0..0, cards);
            at = left.iter().rposition(is_free);
        }
        let card = match at {
            Some(at) => left.remove(at),
            None => left.pop().unwrap_or_default(),
        };
        format!("{stem} {card}")
    }
}

fn cards(stem: &str, round: usize) -> Vec<String> {
    let is_person = PEOPLE.contains(&stem);
    if !is_person {
        return ((round - 1) * 20 + 1..=round * 20).map(|number| number.to_string()).collect();
    }
    let suffix = if round == 1 { String::new() } else { round.to_string() };
    LETTERS.iter().map(|&letter| format!("{}{suffix}", char::from(letter))).collect()
}

/// A small reproducible generator (splitmix64); it hides an order and guards no secret.
#[derive(Debug)]
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let chosen = self.next() % (last as u64 + 1);
            list.swap(last, usize::try_from(chosen).unwrap_or(0));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn register(n_people: usize) -> Register {
        let person = |index: usize| {
            Entity::named(
                &format!("p{index}"),
                EntityKind::Person,
                "child",
                &format!("Bryn{index} Quenby{index}"),
            )
        };
        Register::new((0..n_people).map(person).collect()).unwrap()
    }

    #[test]
    fn a_pseudonym_is_shared_by_nobody_and_is_no_initial() {
        let pseudonyms = Pseudonyms::new(&register(300), Seed::new(7));
        let names: HashSet<&String> = pseudonyms.of_entities.iter().collect();
        assert_eq!(names.len(), 300);
        assert!(names.iter().all(|name| name.starts_with("Child ")
            && !name.contains(" B")
            && !name.contains(" Q")));
    }

    #[test]
    fn the_same_seed_deals_the_same_pseudonyms_and_another_seed_others() {
        let deal = |seed| Pseudonyms::new(&register(12), Seed::new(seed)).of_entities;
        assert_eq!(deal(1), deal(1));
        assert_ne!(deal(1), deal(2));
    }
}

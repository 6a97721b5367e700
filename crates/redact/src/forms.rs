//! Every way a register entry may be written: the terms that must not survive.
//!
//! The same terms serve detection here and any later check of finished files, so that both look for the same words.
//! Nothing here looks at a text.

mod person;
mod place;

use std::collections::HashSet;

use crate::fold::{Folded, letters_and_digits};
use crate::register::{Entity, EntityKind};
use crate::shape;
use crate::span::Label;
use crate::words::{is_abbreviation, is_ordinary, is_stock};

/// How a term is made from what the register holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// All parts, in any order; also with middle names left out.
    Whole,
    /// One part of a name, or half of a double-barrelled one.
    Part,
    /// A nickname or short name.
    Alias,
    /// Initial and family name, or given name and initial.
    WithInitial,
    /// Initials only.
    Initials,
    /// More than one of a family.
    Plural,
    /// The beginning of an e-mail address or account name.
    Stem,
    /// The distinctive beginning of a place's, school's or street's name.
    Head,
    /// A number, code, postcode, e-mail address, handle or registration.
    Number,
}

/// What a match must show before it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Care {
    /// Any spelling counts.
    Plain,
    /// The term is also an ordinary word or very short: it counts when written with a capital.
    Capital,
    /// Every single letter must be a capital.
    Initials,
    /// It counts only where it touches a digit, `@`, `_`, `.` or `#`.
    Stem,
}

/// Letters and digits to look for, with what is known about them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    letters: String,
    breaks: Vec<u16>,
    form: Form,
    care: Care,
    label: Label,
}

impl Term {
    /// The lower-case letters and digits, without accents, spaces or punctuation.
    #[must_use]
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// Byte offsets in [`Term::letters`] before which a space, hyphen or dot may stand.
    #[must_use]
    pub fn breaks(&self) -> &[u16] {
        &self.breaks
    }

    /// How the term was made.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form
    }

    /// What a match must show.
    #[must_use]
    pub fn care(&self) -> Care {
        self.care
    }

    /// What it names.
    #[must_use]
    pub fn label(&self) -> Label {
        self.label
    }
}

/// All terms of one register entry, each once.
pub fn terms(entity: &Entity) -> impl Iterator<Item = Term> {
    let mut list = Vec::new();
    match entity.kind {
        EntityKind::Person => person::collect(entity, &mut list),
        EntityKind::Address => {
            for text in entity.names.iter().chain(&entity.aliases) {
                place::collect_address(text, &mut list);
            }
        }
        EntityKind::Place => place::collect_named(entity, Label::Place, &mut list),
        EntityKind::School => place::collect_named(entity, Label::School, &mut list),
        EntityKind::Organisation => place::collect_named(entity, Label::Organisation, &mut list),
    }
    for address in &entity.addresses {
        place::collect_address(address, &mut list);
    }
    collect_numbers(entity, &mut list);
    let mut seen = HashSet::with_capacity(list.len());
    list.into_iter().filter(move |term| !term.letters.is_empty() && seen.insert(term.clone()))
}

fn collect_numbers(entity: &Entity, list: &mut Vec<Term>) {
    let labelled = (entity.identifiers.iter().map(|text| (text, shape::label_of(text))))
        .chain(entity.vehicles.iter().map(|text| (text, Label::Vehicle)))
        .chain(entity.handles.iter().map(|text| (text, Label::Handle)));
    for (text, label) in labelled {
        let letters = letters_and_digits(text);
        if letters.chars().count() < 2 {
            continue;
        }
        if matches!(label, Label::Email) {
            let stem = text.split('@').next().unwrap_or_default();
            push_stem(&letters_and_digits(stem), Label::Email, list);
        }
        let breaks = (1..letters.len())
            .filter(|&at| letters.is_char_boundary(at))
            .filter_map(|at| u16::try_from(at).ok());
        let breaks = if matches!(label, Label::Handle | Label::Email | Label::Url) {
            broken(text)
        } else {
            breaks.collect()
        };
        list.push(Term { letters, breaks, form: Form::Number, care: Care::Plain, label });
    }
}

/// Offsets of the letters and digits of a text that follow a gap.
fn broken(text: &str) -> Vec<u16> {
    sequence(&[Part::new(text)]).1
}

fn push_stem(letters: &str, label: Label, list: &mut Vec<Term>) {
    if letters.chars().count() >= 4 {
        list.push(Term {
            letters: letters.to_owned(),
            breaks: Vec::new(),
            form: Form::Stem,
            care: Care::Stem,
            label,
        });
    }
}

/// One word of a name, folded; inner hyphens and apostrophes are places where it may break.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    letters: String,
    breaks: Vec<u16>,
}

impl Part {
    fn new(text: &str) -> Self {
        let mut part = Self { letters: String::new(), breaks: Vec::new() };
        let mut after_gap = false;
        for c in Folded::new(text).lower.chars() {
            if c.is_alphanumeric() {
                if after_gap && !part.letters.is_empty() {
                    part.breaks.extend(u16::try_from(part.letters.len()).ok());
                }
                part.letters.push(c);
                after_gap = false;
            } else {
                after_gap = true;
            }
        }
        part
    }

    fn initial(&self) -> Self {
        Self { letters: self.letters.chars().take(1).collect(), breaks: Vec::new() }
    }

    fn with_ending(&self, ending: &str) -> Self {
        Self { letters: format!("{}{ending}", self.letters), breaks: self.breaks.clone() }
    }

    fn n_letters(&self) -> usize {
        self.letters.chars().count()
    }
}

/// Letters of several parts in a row, and where they may break.
fn sequence(parts: &[Part]) -> (String, Vec<u16>) {
    let mut letters = String::new();
    let mut breaks = Vec::new();
    for part in parts {
        let offset = u16::try_from(letters.len()).unwrap_or(u16::MAX);
        if !letters.is_empty() && !part.letters.is_empty() {
            breaks.push(offset);
        }
        breaks.extend(part.breaks.iter().map(|at| at.saturating_add(offset)));
        letters.push_str(&part.letters);
    }
    (letters, breaks)
}

fn push(parts: &[Part], form: Form, label: Label, list: &mut Vec<Term>) {
    let (letters, breaks) = sequence(parts);
    let n_letters = letters.chars().count();
    let care = match form {
        Form::Initials => Care::Initials,
        Form::WithInitial => Care::Plain,
        _ if n_letters < 3 || (breaks.is_empty() && is_also_a_word(&letters)) => Care::Capital,
        _ => Care::Plain,
    };
    if n_letters >= 2 {
        list.push(Term { letters, breaks, form, care, label });
    }
}

fn is_also_a_word(letters: &str) -> bool {
    is_ordinary(letters) || is_stock(letters) || is_abbreviation(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(entity: &Entity) -> Vec<String> {
        terms(entity).map(|term| term.letters).collect()
    }

    fn check(kind: EntityKind, name: &str, expected: &[&str]) {
        let found = letters(&Entity::named("x", kind, "child", name));
        for form in expected {
            assert!(found.iter().any(|letters| letters == form), "{name}: {form} not in {found:?}");
        }
    }

    #[test]
    fn a_person_is_looked_for_in_every_form() {
        check(
            EntityKind::Person,
            "Ottoline Mae Fennimore-Drax",
            &[
                "ottolinemaefennimoredrax",
                "ottolinefennimoredrax",
                "fennimoredraxottoline",
                "ottoline",
                "fennimore",
                "drax",
                "ofennimoredrax",
                "odrax",
                "fennimoredraxo",
                "ottolinef",
                "of",
                "ofd",
                "omf",
                "fennimoredraxs",
                "ottolinedrax",
                "mfennimoredrax",
            ],
        );
        check(
            EntityKind::Person,
            "Dr Zoë O'Quill",
            &["zoeoquill", "oquill", "quill", "zoeo", "zo"],
        );
        check(
            EntityKind::Person,
            "Van der Plaat, Joost",
            &["joostvanderplaat", "vanderplaat", "plaat", "jplaat"],
        );
    }

    #[test]
    fn an_address_is_looked_for_in_pieces() {
        check(
            EntityKind::Address,
            "Flat 2, 14b Quillon Crescent, Marlow Bassett, ZE3 9QQ",
            &[
                "14bquilloncrescent",
                "quilloncres",
                "quilloncrescent",
                "marlowbassett",
                "ze39qq",
                "14bquilloncres",
            ],
        );
    }

    #[test]
    fn a_school_is_looked_for_without_its_generic_words() {
        check(
            EntityKind::School,
            "Quillon Road RC Primary School",
            &[
                "quillonroadrcprimaryschool",
                "quillonroadrcprimary",
                "quillonroad",
                "quillonroadschool",
                "quillonroadprimary",
            ],
        );
    }

    #[test]
    fn a_name_that_is_an_ordinary_word_needs_a_capital() {
        let entity = Entity::named("x", EntityKind::Person, "child", "Will Quenby");
        let care =
            |wanted: &str| terms(&entity).find(|term| term.letters == wanted).map(|term| term.care);
        assert_eq!(care("will"), Some(Care::Capital));
        assert_eq!(care("quenby"), Some(Care::Plain));
        assert_eq!(care("willquenby"), Some(Care::Plain));
    }
}

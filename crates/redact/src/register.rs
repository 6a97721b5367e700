//! Everybody and everything the case knows by name. What is protected from whom is decided elsewhere.

use std::collections::HashSet;
use std::fmt;

use chrono::NaiveDate;

use crate::error::RedactError;
use crate::fold::letters_and_digits;
use crate::span::words;

/// The most letters and digits in one name, address or number; longer texts are passages, not names.
pub const MOST_LETTERS: usize = 200;

/// The caller's id of a register entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(String);

impl EntityId {
    /// Takes the caller's id as it is.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The id as the caller wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

words! {
    /// What a register entry is.
    EntityKind {
        /// Somebody.
        Person = "person",
        /// A postal address.
        Address = "address",
        /// A town, area or spot.
        Place = "place",
        /// An organisation other than a school.
        Organisation = "organisation",
        /// A school, nursery or college.
        School = "school",
    }
}

/// Whether somebody's whereabouts may ever be told (safe-address flag, domain section 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Whereabouts {
    /// As the recipient's profile says.
    #[default]
    Ordinary,
    /// Address, school, placement and area are hidden from everybody.
    NeverTold,
}

/// One register entry: a person, address, place, organisation or school, with everything it is known by.
#[derive(Clone, PartialEq, Eq)]
pub struct Entity {
    /// The caller's id.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// Its part in the case, in free text ("child", "social worker", "referrer (confidential)").
    pub role: String,
    /// Full names.
    pub names: Vec<String>,
    /// Nicknames, former names, short names.
    pub aliases: Vec<String>,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// Postal addresses, in one line each.
    pub addresses: Vec<String>,
    /// Telephone, NHS, pupil and other numbers, e-mail addresses, postcodes.
    pub identifiers: Vec<String>,
    /// Vehicle registrations.
    pub vehicles: Vec<String>,
    /// Names on social platforms.
    pub handles: Vec<String>,
    /// The safe-address flag.
    pub whereabouts: Whereabouts,
}

impl Entity {
    /// An entry with one name and nothing else.
    #[must_use]
    pub fn named(id: &str, kind: EntityKind, role: &str, name: &str) -> Self {
        Self {
            id: EntityId::new(id),
            kind,
            role: role.to_owned(),
            names: vec![name.to_owned()],
            aliases: Vec::new(),
            born: None,
            addresses: Vec::new(),
            identifiers: Vec::new(),
            vehicles: Vec::new(),
            handles: Vec::new(),
            whereabouts: Whereabouts::Ordinary,
        }
    }

    /// Its part in the case, as far as profiles tell parts apart.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self.kind {
            EntityKind::Person => Standing::of_role(&self.role),
            EntityKind::Address => Standing::Address,
            EntityKind::Place => Standing::Place,
            EntityKind::Organisation => Standing::Organisation,
            EntityKind::School => Standing::School,
        }
    }

    fn texts(&self) -> impl Iterator<Item = &String> {
        self.names
            .iter()
            .chain(&self.aliases)
            .chain(&self.addresses)
            .chain(&self.identifiers)
            .chain(&self.vehicles)
            .chain(&self.handles)
    }
}

impl fmt::Debug for Entity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entity")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

words! {
    /// Parts in a case that profiles treat differently (rows of the matrix in domain section 8).
    Standing {
        /// The child the meeting is about, or who was harmed or displayed the behaviour.
        SubjectChild = "subject_child",
        /// A sibling, friend, linked or other child.
        OtherChild = "other_child",
        /// A parent, carer or other relative.
        Relative = "relative",
        /// The adult a managing-allegations meeting is about.
        AdultOfConcern = "adult_of_concern",
        /// A person who may pose a risk, unproven.
        PersonOfConcern = "person_of_concern",
        /// A referrer, witness or complainant.
        Source = "source",
        /// A source who was promised confidence: hidden from everybody.
        ConfidentialSource = "confidential_source",
        /// Somebody who takes part by virtue of their work.
        Professional = "professional",
        /// Anybody else.
        Other = "other",
        /// A postal address.
        Address = "address",
        /// A town, area or spot.
        Place = "place",
        /// An organisation other than a school.
        Organisation = "organisation",
        /// A school, nursery or college.
        School = "school",
    }
}

/// Words of a role that settle a standing, the most protective first.
const ROLE_WORDS: &[(Standing, &[&str])] = &[
    (Standing::ConfidentialSource, &["confidential", "anonymous"]),
    (Standing::AdultOfConcern, &["adult of concern", "subject adult", "subject of allegation"]),
    (
        Standing::PersonOfConcern,
        &["person of concern", "suspect", "perpetrator", "exploiter", "may pose a risk"],
    ),
    (
        Standing::Source,
        &["referrer", "witness", "complainant", "informant", "whistleblower", "reporter"],
    ),
    (
        Standing::Relative,
        &[
            "mother",
            "father",
            "mum",
            "dad",
            "parent",
            "stepmother",
            "stepfather",
            "partner",
            "grandparent",
            "grandmother",
            "grandfather",
            "aunt",
            "uncle",
            "cousin",
            "carer",
            "guardian",
            "relative",
            "kin",
            "adult in household",
        ],
    ),
    (
        Standing::OtherChild,
        &[
            "sibling",
            "brother",
            "sister",
            "friend",
            "peer",
            "other child",
            "linked child",
            "associate",
        ],
    ),
    (
        Standing::Professional,
        &[
            "worker",
            "teacher",
            "headteacher",
            "head",
            "chair",
            "officer",
            "police",
            "nurse",
            "doctor",
            "gp",
            "lead",
            "manager",
            "coordinator",
            "visitor",
            "minute taker",
            "recorder",
            "professional",
            "practitioner",
            "advisor",
            "adviser",
            "lado",
            "cpc",
            "iro",
            "solicitor",
            "representative",
            "consultant",
            "paediatrician",
            "psychologist",
            "therapist",
            "governor",
            "staff",
            "administrator",
            "assistant",
            "senco",
            "detective",
            "sergeant",
            "constable",
            "inspector",
            "counsellor",
            "midwife",
            "attendee",
            "deputy",
            "director",
            "coach",
            "tutor",
        ],
    ),
    (Standing::SubjectChild, &["child", "subject", "young person", "pupil", "baby", "unborn"]),
];

impl Standing {
    /// Reads a free-text role. Unknown roles are [`Standing::Other`], which no profile keeps by default.
    #[must_use]
    pub fn of_role(role: &str) -> Self {
        let spaced: String = role
            .to_lowercase()
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { ' ' })
            .collect();
        let padded = format!(" {} ", spaced.split_whitespace().collect::<Vec<_>>().join(" "));
        ROLE_WORDS
            .iter()
            .find(|(_, words)| words.iter().any(|word| padded.contains(&format!(" {word} "))))
            .map_or(Self::Other, |(standing, _)| *standing)
    }
}

/// The checked list of everybody the case knows. Order matters only for numbering.
#[derive(Debug, Clone, Default)]
pub struct Register {
    entities: Vec<Entity>,
}

impl Register {
    /// Checks the entries.
    ///
    /// # Errors
    /// Ids missing or repeated, an entry with nothing to look for, a text too long to be a name.
    pub fn new(entities: Vec<Entity>) -> Result<Self, RedactError> {
        let mut seen = HashSet::with_capacity(entities.len());
        for (index, entity) in entities.iter().enumerate() {
            if entity.id.as_str().trim().is_empty() {
                return Err(RedactError::EntityWithoutId { index });
            }
            if !seen.insert(&entity.id) {
                return Err(RedactError::RepeatedEntity { index });
            }
            let mut n_texts = usize::from(entity.born.is_some());
            for text in entity.texts() {
                let length = letters_and_digits(text).chars().count();
                if length > MOST_LETTERS {
                    return Err(RedactError::TextTooLong { index, length, most: MOST_LETTERS });
                }
                n_texts += usize::from(length > 0);
            }
            if n_texts == 0 {
                return Err(RedactError::NothingToLookFor { index });
            }
        }
        Ok(Self { entities })
    }

    /// The entries in their given order.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// Where an id stands on the register.
    #[must_use]
    pub fn position(&self, id: &EntityId) -> Option<usize> {
        self.entities.iter().position(|entity| &entity.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(role: &str, standing: Standing) {
        assert_eq!(Standing::of_role(role), standing, "{role}");
    }

    #[test]
    fn a_free_text_role_is_read_with_the_most_protective_word_first() {
        check("child", Standing::SubjectChild);
        check("Child Protection Coordinator", Standing::Professional);
        check("referrer (confidential)", Standing::ConfidentialSource);
        check("father/partner", Standing::Relative);
        check("teacher; adult of concern", Standing::AdultOfConcern);
        check("other child", Standing::OtherChild);
        check("landlord", Standing::Other);
    }

    #[test]
    fn a_register_with_a_repeated_or_empty_entry_is_refused() {
        let one = Entity::named("a", EntityKind::Person, "child", "Ottoline Fennimore");
        assert_eq!(
            Register::new(vec![one.clone(), one.clone()]).unwrap_err(),
            RedactError::RepeatedEntity { index: 1 }
        );
        let mut blank = one.clone();
        blank.names = vec![" ' ".to_owned()];
        assert_eq!(
            Register::new(vec![blank]).unwrap_err(),
            RedactError::NothingToLookFor { index: 0 }
        );
        let mut nameless = one;
        nameless.id = EntityId::new(" ");
        assert_eq!(
            Register::new(vec![nameless]).unwrap_err(),
            RedactError::EntityWithoutId { index: 0 }
        );
    }

    #[test]
    fn debug_output_of_an_entity_tells_no_name() {
        let entity = Entity::named("a", EntityKind::Person, "child", "Ottoline Fennimore");
        assert!(!format!("{entity:?}").contains("Ottoline"));
    }
}

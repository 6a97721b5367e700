//! The words in which findings and decisions are said: labels, actions, reasons, certainty.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::register::EntityId;

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vmeta])* $variant),* }
        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The word used on the wire and in records.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
            /// Reads the word used on the wire.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word)
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.as_str()) }
        }
    };
}
pub(crate) use words;

words! {
    /// What kind of thing a span is.
    Label {
        /// A person's name in any form.
        Person = "person",
        /// A postal address or a piece of one.
        Address = "address",
        /// A town, area or spot.
        Place = "place",
        /// An organisation other than a school.
        Organisation = "organisation",
        /// A school, nursery or college.
        School = "school",
        /// A postcode.
        Postcode = "postcode",
        /// Somebody's date of birth.
        DateOfBirth = "date_of_birth",
        /// Any other date.
        Date = "date",
        /// An age in years.
        Age = "age",
        /// A telephone number.
        Phone = "phone",
        /// An e-mail address, written or spoken.
        Email = "email",
        /// A link.
        Url = "url",
        /// A name on a social platform.
        Handle = "handle",
        /// An NHS number.
        NhsNumber = "nhs_number",
        /// A National Insurance number.
        NiNumber = "ni_number",
        /// A unique pupil number.
        Upn = "upn",
        /// A reference of a court, council or other case.
        CaseReference = "case_reference",
        /// A police reference or collar number.
        PoliceReference = "police_reference",
        /// A vehicle registration.
        Vehicle = "vehicle",
        /// Bank details.
        Account = "account",
        /// Any other number or code that singles somebody out.
        OtherId = "other_id",
        /// A fact that singles somebody out only beside others.
        Quasi = "quasi",
    }
}

words! {
    /// What is done with a span.
    Action {
        /// Left as written.
        Keep = "keep",
        /// Replaced by a note that something is withheld.
        Withhold = "withhold",
        /// Replaced by a name that is stable within one run.
        Pseudonymise = "pseudonymise",
        /// Replaced by something coarser.
        Generalise = "generalise",
    }
}

words! {
    /// Why something is withheld (domain section 8; the reader sees counts only).
    Reason {
        /// Identifies somebody else.
        ThirdParty = "third_party",
        /// Would be likely to cause serious harm, such as a safe address.
        SeriousHarm = "serious_harm",
        /// Outside this recipient's need to know.
        NotRelevant = "not_relevant",
    }
}

words! {
    /// What noticed a span.
    Detector {
        /// A form of something on the register.
        Register = "register",
        /// Nearly a form of something on the register.
        NearRegister = "near_register",
        /// The shape of an identifier.
        Identifier = "identifier",
        /// A name-like word that is on no list.
        ProperNoun = "proper_noun",
        /// A word that narrows down who is meant.
        Gazetteer = "gazetteer",
    }
}

/// Whether a finding may be acted on without a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// Acted on.
    Certain,
    /// For a person to decide; until then treated as [`crate::Unresolved`] says.
    Suggested,
}

/// Whom a finding belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Owner {
    /// Nobody in particular: an identifier that is not on the register.
    Nobody,
    /// One register entry, or several that share these words. Indices into the register, ascending.
    Registered(Arc<[usize]>),
    /// Somebody not on the register; all mentions of the same words share the number.
    Unknown(u32),
}

/// What a finding says, where that is needed to say it more coarsely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Only its words.
    Words,
    /// A plural of a family name ("the Brambles").
    Family,
    /// A whole date.
    Day(NaiveDate),
    /// A month of a year.
    Month {
        /// The year.
        year: i32,
        /// 1 to 12.
        month: u32,
    },
    /// An age in completed years.
    Years(u16),
}

/// Something in a text that may have to go. Offsets count Unicode scalar values, end exclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// What it is.
    pub label: Label,
    /// Whose it is.
    pub owner: Owner,
    /// What noticed it.
    pub detector: Detector,
    /// Whether a person must look.
    pub certainty: Certainty,
    /// What it says.
    pub meaning: Meaning,
}

/// A decided finding. Spans of one plan are ordered and do not overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// First character of the original text.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// What it is.
    pub label: Label,
    /// The register id, or `u1`, `u2` … for somebody unknown; none if it cannot be said.
    pub entity: Option<EntityId>,
    /// What is done.
    pub action: Action,
    /// What stands in its place; none if it is left as written.
    pub replacement: Option<String>,
    /// Why it goes; none if it stays.
    pub reason: Option<Reason>,
    /// What noticed it.
    pub detector: Detector,
    /// Whether a person must look.
    pub certainty: Certainty,
}

//! People: children, family, professionals, people of concern. One record a person, whatever
//! their parts in different cases; their other names, addresses and numbers are what a safe copy
//! must know to take them out.
//!
//! It must never know what was said about a person.

use chrono::NaiveDate;

use crate::access::closed;
use crate::clock::Instant;
use crate::ids::{AddressId, IdentifierId, PersonId, PersonNameId};
use crate::text::NonBlank;

/// A person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their identifier.
    pub id: PersonId,
    /// Their full name.
    pub name: NonBlank,
    /// When they were born.
    pub date_of_birth: Option<NaiveDate>,
    /// As they describe it.
    pub gender: Option<NonBlank>,
    /// As they wish to be spoken of.
    pub pronouns: Option<NonBlank>,
    /// Their e-mail address.
    pub email: Option<NonBlank>,
    /// Their telephone.
    pub phone: Option<NonBlank>,
    /// Whether they take part as somebody at work.
    pub professional: bool,
    /// Do not disclose location: why (glossary `safe_address`). Takes address, school, placement
    /// and area out of every output.
    pub safe_address: Option<NonBlank>,
    /// Anything a scheduler must know.
    pub notes: Option<NonBlank>,
    /// Aliases, former names, nicknames, names used online.
    pub names: Vec<PersonName>,
    /// Where they live, learn and work.
    pub addresses: Vec<Address>,
    /// Numbers by which other systems know them.
    pub identifiers: Vec<Identifier>,
    /// The record that this one became, when two were one person.
    pub merged_into: Option<PersonId>,
    /// When the record was made.
    pub created_at: Instant,
    /// Counts changes.
    pub version: i64,
}

closed! {
    /// What kind of other name.
    NameKind {
        /// Also known as.
        Alias = "alias",
        /// A former name.
        Former = "former",
        /// A nickname.
        Nickname = "nickname",
        /// A name used online.
        Online = "online",
    }
}

/// Another name of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName {
    /// Its identifier.
    pub id: PersonNameId,
    /// What kind.
    pub kind: NameKind,
    /// The name.
    pub name: NonBlank,
}

closed! {
    /// What kind of address.
    AddressKind {
        /// Where they live.
        Home = "home",
        /// Where they are placed.
        Placement = "placement",
        /// Where they go to school.
        School = "school",
        /// Where they work.
        Work = "work",
        /// Anywhere else.
        Other = "other",
    }
}

/// An address of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Its identifier.
    pub id: AddressId,
    /// What kind.
    pub kind: AddressKind,
    /// The address.
    pub address: NonBlank,
    /// From when.
    pub from: Option<NaiveDate>,
    /// Until when.
    pub until: Option<NaiveDate>,
}

closed! {
    /// What kind of number.
    IdentifierKind {
        /// NHS number.
        Nhs = "nhs",
        /// Unique pupil number.
        Upn = "upn",
        /// The council's case system.
        CaseSystem = "case_system",
        /// A police reference.
        Police = "police",
        /// National Insurance number.
        Ni = "ni",
        /// Anything else.
        Other = "other",
    }
}

/// A number by which another system knows a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identifier {
    /// Its identifier here.
    pub id: IdentifierId,
    /// What kind.
    pub kind: IdentifierKind,
    /// The number.
    pub identifier: NonBlank,
}

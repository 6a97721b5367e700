//! Makes up people, families and agencies. The same seed makes the same people.

use chrono::{Days, NaiveDate};
use domain::agency::{Agency, AgencyKind, AgencyRole};
use domain::clock::Instant;
use domain::ids::{AddressId, AgencyId, AgencyRoleId, IdentifierId, Ids, PersonId, PersonNameId};
use domain::person::{
    Address, AddressKind, Identifier, IdentifierKind, NameKind, Person, PersonName,
};
use domain::text::NonBlank;
use rand::Rng as _;
use rand::seq::IndexedRandom as _;
use rand_chacha::ChaCha8Rng;

use super::words;
use crate::AppError;

/// What every made-up thing is drawn from.
pub(super) struct Maker<'a> {
    pub(super) rng: ChaCha8Rng,
    pub(super) ids: &'a dyn Ids,
    pub(super) created_at: Instant,
}

/// A made-up family around a child.
pub(super) struct Family {
    pub(super) child: Person,
    pub(super) parent: Person,
    pub(super) sibling: Option<Person>,
    pub(super) concern: Person,
    pub(super) school: &'static str,
}

/// A text that is known not to be blank.
pub(super) fn text(words: &str) -> Result<NonBlank, AppError> {
    NonBlank::new(words).map_err(|_| AppError::Document)
}

impl Maker<'_> {
    /// One of a list.
    pub(super) fn one<T: Copy>(&mut self, list: &[T]) -> Result<T, AppError> {
        list.choose(&mut self.rng).copied().ok_or(AppError::Document)
    }

    /// True `percent` times in a hundred.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.rng.random_range(0..100) < percent
    }

    /// A number in a range, both ends included.
    pub(super) fn between(&mut self, from: u32, to: u32) -> u32 {
        self.rng.random_range(from..=to)
    }

    fn person(&mut self, name: &str) -> Result<Person, AppError> {
        Ok(Person {
            id: PersonId::new(self.ids),
            name: text(name)?,
            date_of_birth: None,
            gender: None,
            pronouns: None,
            email: None,
            phone: None,
            professional: false,
            safe_address: None,
            notes: None,
            names: Vec::new(),
            addresses: Vec::new(),
            identifiers: Vec::new(),
            merged_into: None,
            created_at: self.created_at,
            version: 1,
        })
    }

    /// A family on a given day: a child of 10 to 17, a parent, often a sibling, and a person who
    /// may pose a risk.
    pub(super) fn family(&mut self, on: NaiveDate) -> Result<Family, AppError> {
        let surname = self.one(words::FAMILY)?;
        let address = self.address()?;
        let school = self.one(words::SCHOOLS)?;
        let mut child = self.named(surname)?;
        child.date_of_birth = Some(self.born(on, 10, 17));
        let kind = AddressKind::Home;
        child.addresses.push(self.at(kind, &address)?);
        child.addresses.push(self.at(AddressKind::School, school)?);
        let id = IdentifierId::new(self.ids);
        let number = format!("LAC{:06}", self.between(100_000, 999_999));
        let kind = IdentifierKind::CaseSystem;
        child.identifiers.push(Identifier { id, kind, identifier: text(&number)? });
        if self.chance(40) {
            let nickname = self.one(words::NICKNAMES)?;
            child.names.push(self.also(NameKind::Nickname, nickname)?);
        }
        if self.chance(12) {
            child.safe_address = Some(text("Moved after threats to the family")?);
        }
        let mut parent = self.named(surname)?;
        parent.date_of_birth = Some(self.born(on, 31, 52));
        parent.phone = Some(text(&format!("07700 9{:05}", self.between(0, 99_999)))?);
        parent.addresses.push(self.at(AddressKind::Home, &address)?);
        parent.safe_address.clone_from(&child.safe_address);
        let sibling = if self.chance(55) {
            let mut sibling = self.named(surname)?;
            sibling.date_of_birth = Some(self.born(on, 4, 16));
            sibling.addresses.push(self.at(AddressKind::Home, &address)?);
            Some(sibling)
        } else {
            None
        };
        let other = self.one(words::FAMILY)?;
        let mut concern = self.named(other)?;
        let nickname = self.one(words::NICKNAMES)?;
        concern.names.push(self.also(NameKind::Alias, nickname)?);
        Ok(Family { child, parent, sibling, concern, school })
    }

    fn named(&mut self, surname: &str) -> Result<Person, AppError> {
        let given = self.one(words::GIVEN)?;
        self.person(&format!("{given} {surname}"))
    }

    fn also(&mut self, kind: NameKind, name: &str) -> Result<PersonName, AppError> {
        Ok(PersonName { id: PersonNameId::new(self.ids), kind, name: text(name)? })
    }

    fn at(&mut self, kind: AddressKind, address: &str) -> Result<Address, AppError> {
        let id = AddressId::new(self.ids);
        Ok(Address { id, kind, address: text(address)?, from: None, until: None })
    }

    fn address(&mut self) -> Result<String, AppError> {
        let (town, district) = self.one(words::TOWNS)?;
        let (house, street) = (self.between(1, 148), self.one(words::STREETS)?);
        Ok(format!("{house} {street}, {town}, {district} {}AA", self.between(1, 9)))
    }

    fn born(&mut self, on: NaiveDate, youngest: u32, oldest: u32) -> NaiveDate {
        let days = self.between(youngest * 365 + youngest / 4, oldest * 365 + 300);
        on.checked_sub_days(Days::new(days.into())).unwrap_or(on)
    }
}

/// An agency with the people who come from it.
pub(super) struct Team {
    pub(super) agency: Agency,
    pub(super) people: Vec<(Person, AgencyRole)>,
}

const TEAMS: &[(AgencyKind, &str, &str)] = &[
    (AgencyKind::SocialCare, "Trentshire Children's Social Care", "Social worker"),
    (AgencyKind::Police, "Trentshire Police", "Detective sergeant"),
    (AgencyKind::Health, "Trentshire Community Health", "Specialist nurse"),
    (AgencyKind::Education, "Trentshire Education Safeguarding", "Designated safeguarding lead"),
    (AgencyKind::YouthJustice, "Trentshire Youth Justice Service", "Practitioner"),
    (AgencyKind::SubstanceMisuse, "Clearwater Substance Misuse Service", "Young people's worker"),
    (AgencyKind::Voluntary, "Lantern Project", "Advocate"),
];

impl Maker<'_> {
    /// The agencies of the made-up authority; the first person of each is on the standing list.
    pub(super) fn teams(&mut self) -> Result<Vec<Team>, AppError> {
        TEAMS.iter().map(|team| self.team(*team)).collect()
    }

    fn team(&mut self, (kind, name, post): (AgencyKind, &str, &str)) -> Result<Team, AppError> {
        let agency = Agency {
            id: AgencyId::new(self.ids),
            name: text(name)?,
            kind,
            email: Some(text(&format!("{}@trentshire.example", kind.as_str().replace('_', ".")))?),
            secure_email: true,
            phone: None,
            active: true,
            merged_into: None,
            version: 1,
        };
        let mut people = Vec::new();
        for place in 0..3 {
            let surname = self.one(words::FAMILY)?;
            let mut person = self.named(surname)?;
            person.professional = true;
            let role = AgencyRole {
                id: AgencyRoleId::new(self.ids),
                person: person.id,
                agency: agency.id,
                title: text(post)?,
                standing: if place == 0 { Some(text("eram")?) } else { None },
                active: true,
            };
            people.push((person, role));
        }
        Ok(Team { agency, people })
    }
}

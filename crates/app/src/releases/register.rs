//! Who and what a copy knows by name, and which of it this reader may have (the matrix of
//! `domain.md` section 8).
//!
//! Names and details of one person are two entries where the reader may have the name alone: the
//! child's name goes to the family, the child's address does not.

use domain::agency::AgencyKind;
use domain::case::Relationship;
use domain::meeting::InvitationKind;
use domain::person::AddressKind;
use domain::release::{Recipient, RecipientKind};
use domain::text::SearchKey;
use redact::{Entity, EntityId, EntityKind, Register, Standing, Treatment, Whereabouts};
use store::releases::known::{KnownAgency, KnownPerson};

use super::source::Source;
use crate::AppError;

/// The register of one copy and what its reader may have of it.
pub(super) struct Known {
    pub(super) register: Register,
    pub(super) recipient: redact::Recipient,
    /// Whether each entry, in the order of the register, may be read.
    pub(super) kept: Vec<bool>,
}

/// The longest text that is taken as one name or address.
const LONGEST: usize = 180;

struct Entries {
    entities: Vec<Entity>,
    keep: Vec<EntityId>,
    never: Vec<EntityId>,
}

impl Known {
    /// Everybody and everything that the meeting and its cases know.
    pub(super) fn of(source: &Source) -> Result<Self, AppError> {
        let mut entries = Entries { entities: Vec::new(), keep: Vec::new(), never: Vec::new() };
        let hides = source.people.iter().any(|person| person.safe_address);
        for person in &source.people {
            entries.add_person(source, person);
        }
        for agency in &source.agencies {
            entries.add_agency(agency, hides);
        }
        entries.add_named(source);
        let kind = match source.reader.recipient.kind() {
            RecipientKind::Family => redact::RecipientKind::Family,
            RecipientKind::AttendingAgency => redact::RecipientKind::AttendingAgency,
        };
        let kept = entries.entities.iter().map(|entity| entries.is_kept(entity, kind, hides));
        let kept = kept.collect();
        let keep = (kind == redact::RecipientKind::Family).then(|| entries.keep.clone());
        let recipient =
            redact::Recipient { kind, entity: None, keep, never_reveal: entries.never.clone() };
        let register = Register::new(entries.entities).map_err(|_| AppError::Document)?;
        Ok(Self { register, recipient, kept })
    }
}

impl Entries {
    fn add_person(&mut self, source: &Source, person: &KnownPerson) {
        let reader = &source.reader;
        let role = role_of(source, person);
        let standing = Standing::of_role(&role);
        let is_reader = reader.recipient == Recipient::Family(person.id);
        let is_child = person.id == reader.child;
        let is_trusted_professional = standing == Standing::Professional;
        let names_kept = is_reader || is_child || is_trusted_professional;
        let mut names = Entity::named(
            &format!("person:{}", person.id),
            EntityKind::Person,
            &role,
            clipped(&person.name),
        );
        names.aliases = person.aliases.iter().map(|name| clipped(name).to_owned()).collect();
        names.whereabouts = whereabouts(person.safe_address);
        let mut details =
            Entity { id: EntityId::new(format!("details:{}", person.id)), ..names.clone() };
        details.names.clear();
        details.aliases.clear();
        details.born = person.born;
        details.identifiers =
            person.identifiers.iter().map(|one| clipped(one).to_owned()).collect();
        details.handles = person.handles.iter().map(|one| clipped(one).to_owned()).collect();
        let lives = person.addresses.iter().filter(|(kind, _)| *kind != AddressKind::School);
        details.addresses = lives.map(|(_, address)| in_one_line(address)).collect();
        if is_never_revealed(source, person, standing) {
            self.never.extend([names.id.clone(), details.id.clone()]);
        }
        if names_kept {
            self.keep.push(names.id.clone());
        }
        if is_reader {
            self.keep.push(details.id.clone());
        }
        let has_details = details.born.is_some()
            || [&details.identifiers, &details.handles, &details.addresses]
                .iter()
                .any(|texts| texts.iter().any(|text| text.chars().any(char::is_alphanumeric)));
        self.entities.push(names);
        if has_details {
            self.entities.push(details);
        } else {
            self.keep.retain(|id| *id != details.id);
            self.never.retain(|id| *id != details.id);
        }
        self.add_schools(person);
    }

    fn add_schools(&mut self, person: &KnownPerson) {
        let schools = person.addresses.iter().filter(|(kind, _)| *kind == AddressKind::School);
        for (index, (_, address)) in schools.enumerate() {
            let line = in_one_line(address);
            let (name, rest) = line.split_once(", ").unwrap_or((line.as_str(), ""));
            if self.has_name(name) || !name.chars().any(char::is_alphanumeric) {
                continue;
            }
            let id = format!("school:{}:{index}", person.id);
            let mut school = Entity::named(&id, EntityKind::School, "school", name);
            school.addresses.extend((!rest.is_empty()).then(|| rest.to_owned()));
            school.whereabouts = whereabouts(person.safe_address);
            self.entities.push(school);
        }
    }

    /// Agencies that took part are named, except those that would tell where somebody is whose
    /// whereabouts are never told.
    fn add_agency(&mut self, agency: &KnownAgency, hides: bool) {
        let tells_where = matches!(agency.kind, AgencyKind::Education | AgencyKind::Placement);
        let kind = if tells_where { EntityKind::School } else { EntityKind::Organisation };
        let id = format!("agency:{}", agency.id);
        let entity = Entity::named(&id, kind, "agency", clipped(&agency.name));
        if !(tells_where && hides) {
            self.keep.push(entity.id.clone());
        }
        self.entities.push(entity);
    }

    /// Those whom the minutes name without a record of their own: who chaired and took minutes,
    /// who came for an agency, the authority.
    fn add_named(&mut self, source: &Source) {
        let record = &source.record;
        let officers = std::iter::once(&record.chair).chain(&record.minute_taker);
        let attended = record
            .attendance
            .iter()
            .filter(|seat| matches!(seat.kind, InvitationKind::Agency | InvitationKind::Observer));
        let names = officers
            .map(|officer| officer.name.as_str())
            .chain(record.vice_chair.iter().map(|vice| vice.chair_name.as_str()))
            .chain(attended.flat_map(|seat| {
                seat.name.as_deref().into_iter().chain(seat.substitute.as_deref())
            }));
        for (index, name) in names.enumerate() {
            let id = format!("professional:{index}");
            self.add_kept(&id, EntityKind::Person, "professional", name);
        }
        self.add_kept("authority", EntityKind::Organisation, "authority", &source.authority);
    }

    fn add_kept(&mut self, id: &str, kind: EntityKind, role: &str, name: &str) {
        if self.has_name(name) || !name.chars().any(char::is_alphanumeric) {
            return;
        }
        let entity = Entity::named(id, kind, role, clipped(name));
        self.keep.push(entity.id.clone());
        self.entities.push(entity);
    }

    fn has_name(&self, name: &str) -> bool {
        let key = SearchKey::of(name);
        self.entities.iter().flat_map(|entity| &entity.names).any(|one| SearchKey::of(one) == key)
    }

    fn is_kept(&self, entity: &Entity, kind: redact::RecipientKind, hides: bool) -> bool {
        if self.never.contains(&entity.id) {
            return false;
        }
        if kind == redact::RecipientKind::Family {
            return self.keep.contains(&entity.id);
        }
        let is_details = entity.id.as_str().starts_with("details:");
        let tells_where = entity.kind == EntityKind::School && hides;
        !is_details
            && !tells_where
            && redact::treatment_of_entry(kind, entity.standing()) == Treatment::Keep
    }
}

/// A person's part in the child's case, in the words from which profiles tell parts apart.
fn role_of(source: &Source, person: &KnownPerson) -> String {
    if person.id == source.reader.child {
        return "child".into();
    }
    let mut words: Vec<&str> = Vec::new();
    for place in person.places.iter().filter(|place| place.case == source.reader.case) {
        words.push(relationship_word(place.relationship));
        words.extend(place.description.as_deref());
    }
    if words.is_empty() && !person.child_of.is_empty() {
        words.push("other child");
    }
    if words.is_empty() && person.professional {
        words.push("professional");
    }
    words.join("; ")
}

const fn relationship_word(relationship: Relationship) -> &'static str {
    use Relationship as R;
    match relationship {
        R::Mother => "mother",
        R::Father => "father",
        R::Parent => "parent",
        R::Carer => "carer",
        R::Sibling => "sibling",
        R::Grandparent => "grandparent",
        R::Relative => "relative",
        R::PartnerOfParent => "partner",
        R::Friend => "friend",
        R::PeerAtRisk => "peer",
        R::PersonOfConcern => "person of concern",
        R::SocialWorker => "social worker",
        R::TeamManager => "manager",
        R::OtherProfessional => "professional",
        R::Other => "other",
    }
}

/// Always hidden from a family, whatever the profile: people of concern, sources, other families.
/// A confidential source is hidden from everybody.
fn is_never_revealed(source: &Source, person: &KnownPerson, standing: Standing) -> bool {
    if standing == Standing::ConfidentialSource {
        return true;
    }
    let reader = &source.reader;
    if reader.recipient.kind() != RecipientKind::Family
        || reader.recipient == Recipient::Family(person.id)
        || person.id == reader.child
    {
        return false;
    }
    let is_of_other_family = !person.professional
        && person.places.iter().all(|place| place.case != reader.case)
        && !(person.places.is_empty() && person.child_of.is_empty());
    matches!(standing, Standing::PersonOfConcern | Standing::Source) || is_of_other_family
}

const fn whereabouts(is_flagged: bool) -> Whereabouts {
    if is_flagged { Whereabouts::NeverTold } else { Whereabouts::Ordinary }
}

fn in_one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    clipped(&lines.join(", ")).to_owned()
}

/// At most so many characters as a name or an address has: what is longer is looked for by its
/// beginning.
fn clipped(text: &str) -> &str {
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end])
}

//! Everybody and everything that a child's copy must know in order to take them out, in a few
//! reads over all parts of a meeting.

use chrono::NaiveDate;
use domain::agency::AgencyKind;
use domain::case::Relationship;
use domain::ids::{AgencyId, CaseId, MeetingId, PersonId};
use domain::person::AddressKind;
use uuid::Uuid;

use crate::db::Reads;
use crate::error::StoreError;
use crate::statement::{SqlBuilder, sql};

/// Somebody whom the meeting or its cases know.
#[derive(Clone, PartialEq, Eq)]
pub struct KnownPerson {
    /// Who.
    pub id: PersonId,
    /// Their full name.
    pub name: String,
    /// Aliases, former names, nicknames.
    pub aliases: Vec<String>,
    /// Names used online.
    pub handles: Vec<String>,
    /// When they were born.
    pub born: Option<NaiveDate>,
    /// Their addresses, old ones too.
    pub addresses: Vec<(AddressKind, String)>,
    /// Numbers, telephone, e-mail.
    pub identifiers: Vec<String>,
    /// Whether they take part as somebody at work.
    pub professional: bool,
    /// Do not disclose location.
    pub safe_address: bool,
    /// The cases that they are the child of.
    pub child_of: Vec<CaseId>,
    /// Their places in the cases of the meeting.
    pub places: Vec<KnownPlace>,
}

/// Somebody's place in a case.
#[derive(Clone, PartialEq, Eq)]
pub struct KnownPlace {
    /// The case.
    pub case: CaseId,
    /// As what.
    pub relationship: Relationship,
    /// In other words.
    pub description: Option<String>,
}

impl std::fmt::Debug for KnownPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KnownPerson({})", self.id)
    }
}

impl std::fmt::Debug for KnownPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KnownPlace({}, {})", self.case, self.relationship)
    }
}

/// An agency that was asked to the meeting or has one of its actions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAgency {
    /// Which.
    pub id: AgencyId,
    /// Its name.
    pub name: String,
    /// What it does.
    pub kind: AgencyKind,
}

#[derive(sqlx::FromRow)]
struct AgencyRow {
    id: Uuid,
    name: String,
    kind: String,
}

/// Every agency that the meeting asked or gave an action to.
///
/// # Errors
/// When the database fails or a row is unreadable.
pub async fn agencies(
    tx: &mut impl Reads,
    meeting: MeetingId,
) -> Result<Vec<KnownAgency>, StoreError> {
    tx.require_case_reach()?;
    let rows = sql("SELECT id, name, kind FROM agencies WHERE id IN (
                        SELECT agency_id FROM invitations WHERE meeting_id = $1
                        UNION SELECT agency_id FROM actions WHERE meeting_id = $1
                        UNION SELECT agency_id FROM passages WHERE meeting_id = $1)
                    ORDER BY id")
    .bind(meeting)
    .all::<AgencyRow>(tx)
    .await?;
    let inconsistent = |_| StoreError::Inconsistent { table: "agencies", column: "kind" };
    rows.into_iter()
        .map(|row| {
            Ok(KnownAgency {
                id: AgencyId::from_uuid(row.id),
                name: row.name,
                kind: row.kind.parse().map_err(inconsistent)?,
            })
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct PersonRow {
    id: Uuid,
    name: String,
    date_of_birth: Option<NaiveDate>,
    email: Option<String>,
    phone: Option<String>,
    professional: bool,
    safe_address: bool,
}

#[derive(sqlx::FromRow)]
struct FormRow {
    person_id: Uuid,
    kind: String,
    form: String,
}

#[derive(sqlx::FromRow)]
struct PlaceRow {
    person_id: Uuid,
    case_id: Uuid,
    relationship: Option<String>,
    description: Option<String>,
}

/// Everybody whom the meeting or one of its cases knows, by any part: children, family, peers,
/// people of concern, professionals, those asked and their substitutes, owners of actions.
///
/// # Errors
/// When the database fails or a row is unreadable.
pub async fn people(
    tx: &mut impl Reads,
    meeting: MeetingId,
) -> Result<Vec<KnownPerson>, StoreError> {
    tx.require_case_reach()?;
    let places = sql("SELECT p.person_id, p.case_id, p.relationship, p.description
                      FROM case_people p JOIN meeting_cases m ON m.case_id = p.case_id
                      WHERE m.meeting_id = $1
                      UNION ALL
                      SELECT c.child_id, c.id, NULL, NULL FROM cases c
                      JOIN meeting_cases m ON m.case_id = c.id WHERE m.meeting_id = $1
                      ORDER BY 1, 2, 3, 4")
    .bind(meeting)
    .all::<PlaceRow>(tx)
    .await?;
    let mut query = SqlBuilder::new(
        "SELECT id, name, date_of_birth, email, phone, professional, safe_address FROM people
         WHERE merged_into IS NULL AND (id IN (SELECT person_id FROM invitations WHERE meeting_id = ",
    );
    query
        .push_bind(meeting)
        .push(") OR id IN (SELECT substitute_id FROM invitations WHERE meeting_id = ");
    query.push_bind(meeting).push(") OR id IN (SELECT owner_id FROM actions WHERE meeting_id = ");
    query.push_bind(meeting).push(") OR id IN ");
    query.push_list(places.iter().map(|place| place.person_id)).push(") ORDER BY id");
    let people = query.build().all::<PersonRow>(tx).await?;
    let ids: Vec<Uuid> = people.iter().map(|person| person.id).collect();
    let names = forms(
        tx,
        "SELECT person_id, kind, name AS form FROM person_names WHERE person_id IN ",
        &ids,
    )
    .await?;
    let addresses = forms(
        tx,
        "SELECT person_id, kind, address AS form FROM person_addresses WHERE person_id IN ",
        &ids,
    )
    .await?;
    let numbers = forms(
        tx,
        "SELECT person_id, kind, identifier AS form FROM person_identifiers WHERE person_id IN ",
        &ids,
    )
    .await?;
    let of = Forms { names, addresses, numbers, places };
    people.into_iter().map(|row| of.person(row)).collect()
}

async fn forms(
    tx: &mut impl Reads,
    text: &'static str,
    people: &[Uuid],
) -> Result<Vec<FormRow>, StoreError> {
    let mut query = SqlBuilder::new(text);
    query.push_list(people.iter().copied()).push(" ORDER BY person_id, id");
    query.build().all::<FormRow>(tx).await
}

struct Forms {
    names: Vec<FormRow>,
    addresses: Vec<FormRow>,
    numbers: Vec<FormRow>,
    places: Vec<PlaceRow>,
}

impl Forms {
    fn person(&self, row: PersonRow) -> Result<KnownPerson, StoreError> {
        let of = |rows: &[FormRow], wanted: fn(&str) -> bool| -> Vec<String> {
            let theirs = rows.iter().filter(|form| form.person_id == row.id && wanted(&form.kind));
            theirs.map(|form| form.form.clone()).collect()
        };
        let mut identifiers = of(&self.numbers, |_| true);
        identifiers.extend(row.email.clone().into_iter().chain(row.phone.clone()));
        let addresses = self.addresses.iter().filter(|form| form.person_id == row.id);
        let places = self.places.iter().filter(|place| place.person_id == row.id);
        Ok(KnownPerson {
            id: PersonId::from_uuid(row.id),
            name: row.name,
            aliases: of(&self.names, |kind| kind != "online"),
            handles: of(&self.names, |kind| kind == "online"),
            born: row.date_of_birth,
            addresses: addresses.map(address).collect::<Result<_, _>>()?,
            identifiers,
            professional: row.professional,
            safe_address: row.safe_address,
            child_of: places
                .clone()
                .filter(|place| place.relationship.is_none())
                .map(|place| CaseId::from_uuid(place.case_id))
                .collect(),
            places: places
                .filter_map(|place| known_place(place).transpose())
                .collect::<Result<_, _>>()?,
        })
    }
}

fn address(form: &FormRow) -> Result<(AddressKind, String), StoreError> {
    let fault = |_| StoreError::Inconsistent { table: "person_addresses", column: "kind" };
    Ok((form.kind.parse().map_err(fault)?, form.form.clone()))
}

fn known_place(place: &PlaceRow) -> Result<Option<KnownPlace>, StoreError> {
    let fault = |_| StoreError::Inconsistent { table: "case_people", column: "relationship" };
    let Some(word) = &place.relationship else { return Ok(None) };
    Ok(Some(KnownPlace {
        case: CaseId::from_uuid(place.case_id),
        relationship: word.parse().map_err(fault)?,
        description: place.description.clone(),
    }))
}

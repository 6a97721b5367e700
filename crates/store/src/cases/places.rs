//! Who is or was in a case, and as what.

use chrono::NaiveDate;
use domain::case::CasePerson;
use domain::ids::{AgencyId, CaseId, CasePersonId, PersonId};
use uuid::Uuid;

use crate::agencies::optional;
use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::statement::{SqlBuilder, sql};

#[derive(sqlx::FromRow)]
struct PlaceRow {
    id: Uuid,
    case_id: Uuid,
    person_id: Uuid,
    relationship: String,
    description: Option<String>,
    agency_id: Option<Uuid>,
    parental_responsibility: bool,
    invited: bool,
    until_on: Option<NaiveDate>,
}

impl TryFrom<PlaceRow> for CasePerson {
    type Error = StoreError;

    fn try_from(row: PlaceRow) -> Result<Self, StoreError> {
        let unknown = StoreError::Inconsistent { table: "case_people", column: "relationship" };
        Ok(Self {
            id: CasePersonId::from_uuid(row.id),
            case: CaseId::from_uuid(row.case_id),
            person: PersonId::from_uuid(row.person_id),
            relationship: row.relationship.parse().map_err(|_| unknown)?,
            description: optional(row.description.as_deref()),
            agency: row.agency_id.map(AgencyId::from_uuid),
            parental_responsibility: row.parental_responsibility,
            invited: row.invited,
            until: row.until_on,
        })
    }
}

const PLACES: &str = "SELECT id, case_id, person_id, relationship, description, agency_id,
        parental_responsibility, invited, until_on
    FROM case_people WHERE ";

/// Who is or was in a case, in the order they were added.
///
/// # Errors
/// When out of reach, the database fails or a row is unreadable.
pub async fn people(tx: &mut impl Reads, case: CaseId) -> Result<Vec<CasePerson>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(PLACES);
    query.push("case_id = ").push_bind(case).push(" ORDER BY id");
    query.build().all::<PlaceRow>(tx).await?.into_iter().map(CasePerson::try_from).collect()
}

/// Somebody's place in a case.
///
/// # Errors
/// [`StoreError::Missing`] when there is none; when out of reach.
pub async fn place(tx: &mut impl Reads, id: CasePersonId) -> Result<CasePerson, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(PLACES);
    query.push("id = ").push_bind(id);
    let row = query.build().optional::<PlaceRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "case_people" })?.try_into()
}

/// Puts somebody into a case.
///
/// # Errors
/// [`StoreError::Duplicate`] when they have that place already.
pub async fn insert_place(tx: &mut WriteTx, place: &CasePerson) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO case_people
             (id, case_id, person_id, relationship, description, agency_id,
              parental_responsibility, invited, until_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
    .bind(place.id)
    .bind(place.case)
    .bind(place.person)
    .bind(place.relationship.as_str())
    .bind(place.description.as_ref())
    .bind(place.agency)
    .bind(place.parental_responsibility)
    .bind(place.invited)
    .bind(place.until)
    .insert(tx, "case_people")
    .await
}

/// Saves a changed place.
///
/// # Errors
/// [`StoreError::Duplicate`] when they have that place already.
pub async fn update_place(tx: &mut WriteTx, place: &CasePerson) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE case_people
         SET relationship = $1, description = $2, agency_id = $3, parental_responsibility = $4,
             invited = $5, until_on = $6
         WHERE id = $7")
    .bind(place.relationship.as_str())
    .bind(place.description.as_ref())
    .bind(place.agency)
    .bind(place.parental_responsibility)
    .bind(place.invited)
    .bind(place.until)
    .bind(place.id)
    .update_one(tx, "case_people")
    .await
}

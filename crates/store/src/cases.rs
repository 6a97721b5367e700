//! Cases: the list with its columns, one case, and who is in it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::case::{Case, CasePerson, Closed, RatingLevel, Reopened};
use domain::ids::{AgencyId, CaseId, CasePersonId, PersonId, UserId};
use domain::text::{NonBlank, SearchKey};
use uuid::Uuid;

use crate::agencies::optional;
use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::Table;
use crate::statement::{SqlBuilder, sql};

#[derive(sqlx::FromRow)]
struct CaseRow {
    id: Uuid,
    reference: String,
    child_id: Uuid,
    opened_on: NaiveDate,
    closed_on: Option<NaiveDate>,
    closed_reason: Option<String>,
    reopened_on: Option<NaiveDate>,
    reopened_reason: Option<String>,
    chair_id: Option<Uuid>,
    area: Option<String>,
    exploitation: serde_json::Value,
    created_at: DateTime<Utc>,
    version: i64,
}

impl TryFrom<CaseRow> for Case {
    type Error = StoreError;

    fn try_from(row: CaseRow) -> Result<Self, StoreError> {
        let inconsistent = |column| StoreError::Inconsistent { table: "cases", column };
        let closed = match (row.closed_on, optional(row.closed_reason.as_deref())) {
            (None, _) => None,
            (Some(on), Some(reason)) => Some(Closed { on, reason }),
            (Some(_), None) => return Err(inconsistent("closed_reason")),
        };
        let reopened = match (row.reopened_on, optional(row.reopened_reason.as_deref())) {
            (None, _) => None,
            (Some(on), Some(reason)) => Some(Reopened { on, reason }),
            (Some(_), None) => return Err(inconsistent("reopened_reason")),
        };
        Ok(Self {
            id: CaseId::from_uuid(row.id),
            reference: NonBlank::new(&row.reference).map_err(|_| inconsistent("reference"))?,
            child: PersonId::from_uuid(row.child_id),
            opened_on: row.opened_on,
            closed,
            reopened,
            chair: row.chair_id.map(UserId::from_uuid),
            area: optional(row.area.as_deref()),
            exploitation: serde_json::from_value(row.exploitation)
                .map_err(|_| inconsistent("exploitation"))?,
            created_at: row.created_at,
            version: row.version,
        })
    }
}

/// A case that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none; when out of reach.
pub async fn get(tx: &mut impl Reads, id: CaseId) -> Result<Case, StoreError> {
    tx.require_case_reach()?;
    sql("SELECT id, reference, child_id, opened_on, closed_on, closed_reason, reopened_on,
             reopened_reason, chair_id, area, exploitation, created_at, version
         FROM cases WHERE id = $1")
    .bind(id)
    .optional::<CaseRow>(tx)
    .await?
    .ok_or(StoreError::Missing { table: "cases" })?
    .try_into()
}

/// Every reference in use, for the next one.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn references(tx: &mut impl Reads) -> Result<Vec<String>, StoreError> {
    tx.require_case_reach()?;
    let rows = sql("SELECT reference FROM cases").all::<(String,)>(tx).await?;
    Ok(rows.into_iter().map(|(reference,)| reference).collect())
}

fn exploitation(case: &Case) -> Result<serde_json::Value, StoreError> {
    serde_json::to_value(&case.exploitation)
        .map_err(|_| StoreError::Inconsistent { table: "cases", column: "exploitation" })
}

/// Adds a case.
///
/// # Errors
/// [`StoreError::Duplicate`] when its reference is taken.
pub async fn insert(tx: &mut WriteTx, case: &Case) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO cases
             (id, reference, child_id, opened_on, closed_on, closed_reason, reopened_on,
              reopened_reason, chair_id, area, exploitation, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)")
    .bind(case.id)
    .bind(&case.reference)
    .bind(case.child)
    .bind(case.opened_on)
    .bind(case.closed.as_ref().map(|closed| closed.on))
    .bind(case.closed.as_ref().map(|closed| &closed.reason))
    .bind(case.reopened.as_ref().map(|reopened| reopened.on))
    .bind(case.reopened.as_ref().map(|reopened| &reopened.reason))
    .bind(case.chair)
    .bind(case.area.as_ref())
    .bind(exploitation(case)?)
    .bind(case.created_at)
    .bind(case.version)
    .insert(tx, "cases")
    .await
}

/// Saves a changed case.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since it was read.
pub async fn update(tx: &mut WriteTx, case: &Case) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE cases
         SET closed_on = $1, closed_reason = $2, reopened_on = $3, reopened_reason = $4,
             chair_id = $5, area = $6, exploitation = $7, version = version + 1
         WHERE id = $8 AND version = $9")
    .bind(case.closed.as_ref().map(|closed| closed.on))
    .bind(case.closed.as_ref().map(|closed| &closed.reason))
    .bind(case.reopened.as_ref().map(|reopened| reopened.on))
    .bind(case.reopened.as_ref().map(|reopened| &reopened.reason))
    .bind(case.chair)
    .bind(case.area.as_ref())
    .bind(exploitation(case)?)
    .bind(case.id)
    .bind(case.version)
    .update_one(tx, "cases")
    .await
}

/// Whether a list shows open cases, closed ones or both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Standing {
    /// Open ones.
    #[default]
    Open,
    /// Closed ones.
    Closed,
    /// Both.
    All,
}

/// In which order a list stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// By reference.
    #[default]
    Reference,
    /// The highest risk first.
    Level,
    /// The next meeting first; cases without one at the top.
    NextMeeting,
    /// The longest without a meeting first.
    LastMeeting,
}

/// Which cases a list shows.
#[derive(Debug, Clone, Default)]
pub struct CaseFilter {
    /// Part of a reference, or beginnings of words of the child's names.
    pub text: Option<NonBlank>,
    /// Only this level.
    pub level: Option<RatingLevel>,
    /// Only this chair's.
    pub chair: Option<UserId>,
    /// Only this area.
    pub area: Option<NonBlank>,
    /// Open or closed.
    pub standing: Standing,
    /// The order.
    pub order: Order,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    id: Uuid,
    child_id: Uuid,
    chair_id: Option<Uuid>,
    level: Option<String>,
    #[sqlx(flatten)]
    columns: Columns,
}

/// What a list says about a case, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Columns {
    /// Its reference.
    pub reference: String,
    /// The child's name.
    pub child_name: String,
    /// The first alias or nickname.
    pub child_alias: Option<String>,
    /// Whether the child's location must not be disclosed.
    pub safe_address: bool,
    /// The chair's name.
    pub chair_name: Option<String>,
    /// The part of the authority.
    pub area: Option<String>,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// The last meeting held.
    pub last_meeting_on: Option<NaiveDate>,
    /// The next meeting planned.
    pub next_meeting_on: Option<NaiveDate>,
}

/// A case in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Which.
    pub id: CaseId,
    /// The child.
    pub child: PersonId,
    /// Who chairs.
    pub chair: Option<UserId>,
    /// The risk, once rated.
    pub level: Option<RatingLevel>,
    /// The rest.
    pub columns: Columns,
}

const LISTED: &str = "SELECT x.id, x.reference, x.child_id, x.child_name, x.child_alias,
        x.safe_address, x.level, x.chair_id, x.chair_name, x.area, x.opened_on, x.closed_on,
        x.last_meeting_on, x.next_meeting_on";

const CASES: &str =
    " FROM (SELECT c.id, c.reference, c.child_id, p.name AS child_name, p.safe_address,
            (SELECT n.name FROM person_names n
             WHERE n.person_id = c.child_id AND n.kind IN ('alias', 'nickname')
             ORDER BY n.id LIMIT 1) AS child_alias,
            (SELECT r.level FROM risk_ratings r
             WHERE r.case_id = c.id AND r.voided_at IS NULL
             ORDER BY r.rated_at DESC, r.id DESC LIMIT 1) AS level,
            c.chair_id, u.name AS chair_name, c.area, c.opened_on, c.closed_on,
            (SELECT MAX(m.starts_on) FROM meeting_cases mc JOIN meetings m ON m.id = mc.meeting_id
             WHERE mc.case_id = c.id AND m.status = 'held') AS last_meeting_on,
            (SELECT MIN(m.starts_on) FROM meeting_cases mc JOIN meetings m ON m.id = mc.meeting_id
             WHERE mc.case_id = c.id AND m.status = 'planned') AS next_meeting_on
          FROM cases c
          JOIN people p ON p.id = c.child_id
          LEFT JOIN users u ON u.id = c.chair_id) x
    WHERE 1 = 1";

/// Cases in the order asked for: one page, and how many there are in all.
///
/// # Errors
/// When out of reach, the database fails or a row is unreadable.
pub async fn list(
    tx: &mut impl Reads,
    filter: &CaseFilter,
    (offset, limit): (u32, u32),
) -> Result<(Vec<Listed>, u32), StoreError> {
    tx.require_case_reach()?;
    let mut count = SqlBuilder::new("SELECT COUNT(*)");
    count.push(CASES);
    narrow(&mut count, filter);
    let (total,) = count.build().one::<(i64,)>(tx).await?;
    let mut query = SqlBuilder::new(LISTED);
    query.push(CASES);
    narrow(&mut query, filter);
    query.push(in_order(filter.order));
    query.push(" LIMIT ").push_bind(limit).push(" OFFSET ").push_bind(offset);
    let unreadable = StoreError::Inconsistent { table: "risk_ratings", column: "level" };
    let rows = query.build().all::<ListedRow>(tx).await?;
    let listed = |row: ListedRow| {
        let level = row.level.map(|level| level.parse()).transpose().ok()?;
        Some(Listed {
            id: CaseId::from_uuid(row.id),
            child: PersonId::from_uuid(row.child_id),
            chair: row.chair_id.map(UserId::from_uuid),
            level,
            columns: row.columns,
        })
    };
    let listed = rows.into_iter().map(listed).collect::<Option<_>>().ok_or(unreadable)?;
    Ok((listed, Table("cases").count("id", total)?))
}

const fn in_order(order: Order) -> &'static str {
    match order {
        Order::Reference => " ORDER BY x.reference",
        Order::Level => {
            " ORDER BY CASE x.level WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 2
                WHEN 'none' THEN 3 ELSE 4 END, x.reference"
        }
        Order::NextMeeting => {
            " ORDER BY CASE WHEN x.next_meeting_on IS NULL THEN 0 ELSE 1 END, x.next_meeting_on,
                x.reference"
        }
        Order::LastMeeting => {
            " ORDER BY CASE WHEN x.last_meeting_on IS NULL THEN 0 ELSE 1 END, x.last_meeting_on,
                x.reference"
        }
    }
}

fn narrow(query: &mut SqlBuilder, filter: &CaseFilter) {
    match filter.standing {
        Standing::Open => query.push(" AND x.closed_on IS NULL"),
        Standing::Closed => query.push(" AND x.closed_on IS NOT NULL"),
        Standing::All => query,
    };
    if let Some(level) = filter.level {
        query.push(" AND x.level = ").push_bind(level.as_str());
    }
    if let Some(chair) = filter.chair {
        query.push(" AND x.chair_id = ").push_bind(chair);
    }
    if let Some(area) = &filter.area {
        query.push(" AND x.area = ").push_bind(area);
    }
    if let Some(text) = &filter.text {
        query.push(" AND (x.reference LIKE ").push_bind(reference_pattern(text.as_str()));
        query.push(" OR (1 = 1");
        for word in SearchKey::of(text.as_str()).words() {
            query
                .push(" AND EXISTS (SELECT 1 FROM search_words w WHERE w.person_id = x.child_id AND w.word LIKE ")
                .push_bind(format!("{word}%"))
                .push(")");
        }
        query.push("))");
    }
}

/// Part of a reference as a pattern: capitals, digits and hyphens only.
pub(crate) fn reference_pattern(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_alphanumeric() || *c == '-');
    format!("%{}%", kept.collect::<String>().to_uppercase())
}

/// The areas that cases are in.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn areas(tx: &mut impl Reads) -> Result<Vec<String>, StoreError> {
    tx.require_case_reach()?;
    let areas = "SELECT DISTINCT area FROM cases WHERE area IS NOT NULL ORDER BY area";
    let rows = sql(areas).all::<(String,)>(tx).await?;
    Ok(rows.into_iter().map(|(area,)| area).collect())
}

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

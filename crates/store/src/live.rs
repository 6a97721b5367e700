//! What the screen of a meeting names beside the record: its children and the agencies.

use chrono::{DateTime, NaiveDate, Utc};
use domain::agency::AgencyKind;
use domain::clock::Instant;
use domain::ids::{AgencyId, CaseId, MeetingId, PersonId};
use uuid::Uuid;

use crate::db::Reads;
use crate::error::StoreError;
use crate::row::Table;
use crate::statement::sql;

/// A child at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The child.
    pub person: PersonId,
    /// The child's name.
    pub name: String,
    /// When the child was born.
    pub date_of_birth: Option<NaiveDate>,
    /// As the child wishes to be spoken of.
    pub pronouns: Option<String>,
    /// Whether the child's location must not be disclosed.
    pub safe_address: bool,
    /// Since when the level in force before this meeting's own has held.
    pub rated_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct ChildRow {
    id: Uuid,
    reference: String,
    child_id: Uuid,
    name: String,
    date_of_birth: Option<NaiveDate>,
    pronouns: Option<String>,
    safe_address: bool,
    rated_at: Option<DateTime<Utc>>,
}

/// The children of a meeting in their order.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn children(tx: &mut impl Reads, meeting: MeetingId) -> Result<Vec<Child>, StoreError> {
    tx.require_case_reach()?;
    let rows = sql("SELECT c.id, c.reference, c.child_id, p.name, p.date_of_birth, p.pronouns,
             p.safe_address,
             (SELECT MIN(r.rated_at) FROM risk_ratings r
              WHERE r.case_id = c.id AND r.voided_at IS NULL
                  AND (r.meeting_id IS NULL OR r.meeting_id <> $1)
                  AND r.level = mc.prior_level
                  AND NOT EXISTS (
                      SELECT 1 FROM risk_ratings o
                      WHERE o.case_id = c.id AND o.voided_at IS NULL
                          AND (o.meeting_id IS NULL OR o.meeting_id <> $1)
                          AND o.level <> r.level AND o.rated_at > r.rated_at)) AS rated_at
         FROM meeting_cases mc
         JOIN cases c ON c.id = mc.case_id
         JOIN people p ON p.id = c.child_id
         WHERE mc.meeting_id = $1
         ORDER BY mc.position")
    .bind(meeting)
    .all::<ChildRow>(tx)
    .await?;
    let child = |row: ChildRow| Child {
        case: CaseId::from_uuid(row.id),
        reference: row.reference,
        person: PersonId::from_uuid(row.child_id),
        name: row.name,
        date_of_birth: row.date_of_birth,
        pronouns: row.pronouns,
        safe_address: row.safe_address,
        rated_at: row.rated_at,
    };
    Ok(rows.into_iter().map(child).collect())
}

/// An agency as the record names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedAgency {
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

/// Every agency, those no longer offered too: an old record still names them.
///
/// # Errors
/// When the database fails or a row is unreadable.
pub async fn agencies(tx: &mut impl Reads) -> Result<Vec<NamedAgency>, StoreError> {
    let rows = sql("SELECT id, name, kind FROM agencies ORDER BY search_key, id")
        .all::<AgencyRow>(tx)
        .await?;
    let named = |row: AgencyRow| {
        let kind = Table("agencies").word("kind", &row.kind)?;
        Ok(NamedAgency { id: AgencyId::from_uuid(row.id), name: row.name, kind })
    };
    rows.into_iter().map(named).collect()
}

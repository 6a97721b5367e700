//! Passages of the record: one for each meeting, section, child and agency.

use chrono::{DateTime, Utc};
use domain::ids::{AgencyId, CaseId, MeetingId, PassageId, UserId};
use domain::record::{Passage, WithholdReason};
use domain::text::SearchKey;
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::Table;
use crate::statement::{SqlBuilder, sql};

const TABLE: Table = Table("passages");

const COLUMNS: &str =
    "SELECT id, meeting_id, case_id, section, agency_id, position, body, nothing_to_report,
         audience, restriction, origin_id, updated_at, updated_by, version
     FROM passages";

#[derive(sqlx::FromRow)]
struct PassageRow {
    id: Uuid,
    meeting_id: Uuid,
    case_id: Option<Uuid>,
    section: String,
    agency_id: Option<Uuid>,
    position: i64,
    body: String,
    nothing_to_report: bool,
    audience: String,
    restriction: Option<String>,
    origin_id: Option<Uuid>,
    updated_at: DateTime<Utc>,
    updated_by: Uuid,
    version: i64,
}

impl TryFrom<PassageRow> for Passage {
    type Error = StoreError;

    fn try_from(row: PassageRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: PassageId::from_uuid(row.id),
            meeting: MeetingId::from_uuid(row.meeting_id),
            case: row.case_id.map(CaseId::from_uuid),
            section: TABLE.word("section", &row.section)?,
            agency: row.agency_id.map(AgencyId::from_uuid),
            position: TABLE.count("position", row.position)?,
            body: row.body,
            nothing_to_report: row.nothing_to_report,
            audience: TABLE.word("audience", &row.audience)?,
            restriction: TABLE.optional_word("restriction", row.restriction.as_deref())?,
            origin: row.origin_id.map(PassageId::from_uuid),
            updated_at: row.updated_at,
            updated_by: UserId::from_uuid(row.updated_by),
            version: row.version,
        })
    }
}

/// A passage that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get(tx: &mut impl Reads, id: PassageId) -> Result<Passage, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE id = ").push_bind(id);
    let row = query.build().optional::<PassageRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "passages" })?.try_into()
}

/// The passages of a meeting, in the order in which they were begun.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn of_meeting(
    tx: &mut impl Reads,
    meeting: MeetingId,
) -> Result<Vec<Passage>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE meeting_id = ").push_bind(meeting).push(" ORDER BY position, id");
    let rows = query.build().all::<PassageRow>(tx).await?;
    rows.into_iter().map(Passage::try_from).collect()
}

/// Adds a passage.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn insert(tx: &mut WriteTx, passage: &Passage) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO passages (id, meeting_id, case_id, section, agency_id, position, body,
             search_key, nothing_to_report, audience, restriction, origin_id, updated_at,
             updated_by, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)")
    .bind(passage.id)
    .bind(passage.meeting)
    .bind(passage.case)
    .bind(passage.section.as_str())
    .bind(passage.agency)
    .bind(passage.position)
    .bind(passage.body.as_str())
    .bind(&SearchKey::of(&passage.body))
    .bind(passage.nothing_to_report)
    .bind(passage.audience.as_str())
    .bind(passage.restriction.map(WithholdReason::as_str))
    .bind(passage.origin)
    .bind(passage.updated_at)
    .bind(passage.updated_by)
    .bind(passage.version)
    .insert(tx, "passages")
    .await
}

/// Saves a changed passage: its text and what it may be used for.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since `passage` was read.
pub async fn update(tx: &mut WriteTx, passage: &Passage) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE passages
         SET body = $1, search_key = $2, nothing_to_report = $3, audience = $4, restriction = $5,
             origin_id = $6, updated_at = $7, updated_by = $8, version = version + 1
         WHERE id = $9 AND version = $10")
    .bind(passage.body.as_str())
    .bind(&SearchKey::of(&passage.body))
    .bind(passage.nothing_to_report)
    .bind(passage.audience.as_str())
    .bind(passage.restriction.map(WithholdReason::as_str))
    .bind(passage.origin)
    .bind(passage.updated_at)
    .bind(passage.updated_by)
    .bind(passage.id)
    .bind(passage.version)
    .update_one(tx, "passages")
    .await
}

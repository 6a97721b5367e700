//! Versions of the minutes. Triggers keep approved text from being changed or deleted (P14).

use chrono::{DateTime, Utc};
use domain::audit::Hash;
use domain::clock::Instant;
use domain::ids::{MeetingId, MinutesId, UserId};
use domain::record::{Minutes, MinutesContent};
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::Table;
use crate::statement::{SqlBuilder, sql};

const TABLE: Table = Table("minutes");

const COLUMNS: &str = "SELECT id, meeting_id, number, status, content, digest, correction_reason,
         approved_by, approved_at, issued_by, issued_at, version
     FROM minutes";

#[derive(sqlx::FromRow)]
struct MinutesRow {
    id: Uuid,
    meeting_id: Uuid,
    number: i64,
    status: String,
    content: String,
    digest: Vec<u8>,
    correction_reason: Option<String>,
    approved_by: Option<Uuid>,
    approved_at: Option<DateTime<Utc>>,
    issued_by: Option<Uuid>,
    issued_at: Option<DateTime<Utc>>,
    version: i64,
}

impl TryFrom<MinutesRow> for Minutes {
    type Error = StoreError;

    fn try_from(row: MinutesRow) -> Result<Self, StoreError> {
        let digest = row.digest.try_into().map(Hash);
        Ok(Self {
            id: MinutesId::from_uuid(row.id),
            meeting: MeetingId::from_uuid(row.meeting_id),
            number: TABLE.count("number", row.number)?,
            status: TABLE.word("status", &row.status)?,
            content: MinutesContent(row.content),
            digest: digest
                .map_err(|_| StoreError::Inconsistent { table: "minutes", column: "digest" })?,
            correction_reason: TABLE
                .optional_text("correction_reason", row.correction_reason.as_deref())?,
            approved: signed(row.approved_by, row.approved_at),
            issued: signed(row.issued_by, row.issued_at),
            version: row.version,
        })
    }
}

fn signed(by: Option<Uuid>, at: Option<DateTime<Utc>>) -> Option<(UserId, Instant)> {
    by.map(UserId::from_uuid).zip(at)
}

/// A version that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get(tx: &mut impl Reads, id: MinutesId) -> Result<Minutes, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE id = ").push_bind(id);
    let row = query.build().optional::<MinutesRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "minutes" })?.try_into()
}

/// Every version of a meeting's minutes, oldest first.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn of_meeting(
    tx: &mut impl Reads,
    meeting: MeetingId,
) -> Result<Vec<Minutes>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE meeting_id = ").push_bind(meeting).push(" ORDER BY number");
    let rows = query.build().all::<MinutesRow>(tx).await?;
    rows.into_iter().map(Minutes::try_from).collect()
}

/// The newest version, if there is one.
///
/// # Errors
/// When the database fails, the row is unreadable, or the session sees no cases.
pub async fn newest(
    tx: &mut impl Reads,
    meeting: MeetingId,
) -> Result<Option<Minutes>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE meeting_id = ").push_bind(meeting).push(" ORDER BY number DESC LIMIT 1");
    query.build().optional::<MinutesRow>(tx).await?.map(Minutes::try_from).transpose()
}

/// Adds a version.
///
/// # Errors
/// [`StoreError::Duplicate`] when there is one of that number.
pub async fn insert(tx: &mut WriteTx, minutes: &Minutes) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO minutes (id, meeting_id, number, status, content, digest, correction_reason,
             approved_by, approved_at, issued_by, issued_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)")
    .bind(minutes.id)
    .bind(minutes.meeting)
    .bind(minutes.number)
    .bind(minutes.status.as_str())
    .bind(minutes.content.0.as_str())
    .bind(minutes.digest)
    .bind(minutes.correction_reason.as_ref())
    .bind(minutes.approved.map(|(by, _)| by))
    .bind(minutes.approved.map(|(_, at)| at))
    .bind(minutes.issued.map(|(by, _)| by))
    .bind(minutes.issued.map(|(_, at)| at))
    .bind(minutes.version)
    .insert(tx, "minutes")
    .await
}

/// Saves a step: a draft approved, approved minutes issued or superseded.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since `minutes` was read.
pub async fn update(tx: &mut WriteTx, minutes: &Minutes) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE minutes
         SET status = $1, content = $2, digest = $3, correction_reason = $4, approved_by = $5,
             approved_at = $6, issued_by = $7, issued_at = $8, version = version + 1
         WHERE id = $9 AND version = $10")
    .bind(minutes.status.as_str())
    .bind(minutes.content.0.as_str())
    .bind(minutes.digest)
    .bind(minutes.correction_reason.as_ref())
    .bind(minutes.approved.map(|(by, _)| by))
    .bind(minutes.approved.map(|(_, at)| at))
    .bind(minutes.issued.map(|(by, _)| by))
    .bind(minutes.issued.map(|(_, at)| at))
    .bind(minutes.id)
    .bind(minutes.version)
    .update_one(tx, "minutes")
    .await
}

//! When and why a meeting was moved: added, never changed.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::access::Stamp;
use domain::ids::{MeetingId, UserId};
use domain::text::NonBlank;
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::{Table, time_text};
use crate::statement::sql;

/// One move of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The day it had.
    pub from_on: NaiveDate,
    /// The time it had.
    pub from_at: NaiveTime,
    /// The day it got.
    pub to_on: NaiveDate,
    /// The time it got.
    pub to_at: NaiveTime,
    /// Why.
    pub reason: NonBlank,
    /// When, and by whom.
    pub stamp: Stamp,
}

#[derive(sqlx::FromRow)]
struct MoveRow {
    from_on: NaiveDate,
    from_at: String,
    to_on: NaiveDate,
    to_at: String,
    reason: String,
    moved_at: DateTime<Utc>,
    moved_by: Uuid,
}

impl TryFrom<MoveRow> for Move {
    type Error = StoreError;

    fn try_from(row: MoveRow) -> Result<Self, StoreError> {
        let table = Table("meeting_moves");
        Ok(Self {
            from_on: row.from_on,
            from_at: table.time("from_at", &row.from_at)?,
            to_on: row.to_on,
            to_at: table.time("to_at", &row.to_at)?,
            reason: table.text("reason", &row.reason)?,
            stamp: Stamp { at: row.moved_at, by: UserId::from_uuid(row.moved_by) },
        })
    }
}

/// The moves of a meeting, the first first.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn moves(tx: &mut impl Reads, meeting: MeetingId) -> Result<Vec<Move>, StoreError> {
    tx.require_case_reach()?;
    sql("SELECT from_on, from_at, to_on, to_at, reason, moved_at, moved_by
         FROM meeting_moves
         WHERE meeting_id = $1
         ORDER BY number")
    .bind(meeting)
    .all::<MoveRow>(tx)
    .await?
    .into_iter()
    .map(Move::try_from)
    .collect()
}

/// Adds a move after those already there.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn insert_move(
    tx: &mut WriteTx,
    meeting: MeetingId,
    moved: &Move,
) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO meeting_moves (meeting_id, number, from_on, from_at, to_on, to_at, reason,
             moved_at, moved_by)
         SELECT $1, COUNT(*) + 1, $2, $3, $4, $5, $6, $7, $8
         FROM meeting_moves
         WHERE meeting_id = $1")
    .bind(meeting)
    .bind(moved.from_on)
    .bind(time_text(moved.from_at))
    .bind(moved.to_on)
    .bind(time_text(moved.to_at))
    .bind(&moved.reason)
    .bind(moved.stamp.at)
    .bind(moved.stamp.by)
    .insert(tx, "meeting_moves")
    .await
}

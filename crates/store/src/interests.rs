//! Declarations of interest at a meeting.

use domain::ids::{InterestId, InvitationId, MeetingId};
use domain::meeting::Interest;
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::Table;
use crate::statement::sql;

#[derive(sqlx::FromRow)]
struct InterestRow {
    id: Uuid,
    meeting_id: Uuid,
    invitation_id: Uuid,
    interest: String,
    takes_part: bool,
}

impl TryFrom<InterestRow> for Interest {
    type Error = StoreError;

    fn try_from(row: InterestRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: InterestId::from_uuid(row.id),
            meeting: MeetingId::from_uuid(row.meeting_id),
            invitation: InvitationId::from_uuid(row.invitation_id),
            interest: Table("interests").text("interest", &row.interest)?,
            takes_part: row.takes_part,
        })
    }
}

/// The declarations of a meeting in the order of the attendance list.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn of_meeting(
    tx: &mut impl Reads,
    meeting: MeetingId,
) -> Result<Vec<Interest>, StoreError> {
    tx.require_case_reach()?;
    sql("SELECT n.id, n.meeting_id, n.invitation_id, n.interest, n.takes_part
         FROM interests n JOIN invitations i ON i.id = n.invitation_id
         WHERE n.meeting_id = $1
         ORDER BY i.position, n.id")
    .bind(meeting)
    .all::<InterestRow>(tx)
    .await?
    .into_iter()
    .map(Interest::try_from)
    .collect()
}

/// Adds a declaration.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn insert(tx: &mut WriteTx, interest: &Interest) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO interests (id, meeting_id, invitation_id, interest, takes_part)
         VALUES ($1, $2, $3, $4, $5)")
    .bind(interest.id)
    .bind(interest.meeting)
    .bind(interest.invitation)
    .bind(&interest.interest)
    .bind(interest.takes_part)
    .insert(tx, "interests")
    .await
}

/// Takes a declaration back.
///
/// # Errors
/// [`StoreError::Stale`] when it is gone already.
pub async fn delete(
    tx: &mut WriteTx,
    meeting: MeetingId,
    id: InterestId,
) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("DELETE FROM interests WHERE id = $1 AND meeting_id = $2")
        .bind(id)
        .bind(meeting)
        .update_one(tx, "interests")
        .await
}

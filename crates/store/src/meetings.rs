//! Meetings with their children and sittings; moves and figures for lists are in the files below.
//!
//! `update` saves what belongs to the meeting and its sittings; what was concluded about one
//! child is saved with `update_case`, which has a version of its own, so that two people may
//! write about two children of a joint meeting.

mod lists;
mod moves;
mod rows;

use chrono::NaiveDate;
use domain::ids::{CaseId, MeetingId, UserId};
use domain::meeting::{Meeting, MeetingCase, MeetingStatus, Sitting};

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::{LIST, time_text};
use crate::statement::{SqlBuilder, sql};
use rows::{CASE_COLUMNS, CaseRow, MEETING_COLUMNS, MeetingRow, SITTING_COLUMNS, SittingRow};

pub use lists::{
    Child, MinutesDue, OpenCase, OverdueActions, children, minutes_due, open_cases,
    overdue_actions, siblings,
};
pub use moves::{Move, insert_move, moves};

/// Which meetings to list; what is absent does not narrow the list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
    /// Whose meetings.
    pub chair: Option<UserId>,
    /// A child's case.
    pub case: Option<CaseId>,
    /// Where they stand; empty means anywhere.
    pub statuses: Vec<MeetingStatus>,
}

/// A meeting, if there is one.
///
/// # Errors
/// When the database fails, the row is unreadable, or the session sees no cases.
pub async fn find(tx: &mut impl Reads, id: MeetingId) -> Result<Option<Meeting>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(MEETING_COLUMNS);
    query.push(" WHERE id = ").push_bind(id);
    let rows = query.build().all::<MeetingRow>(tx).await?;
    Ok(with_parts(tx, rows).await?.pop())
}

/// A meeting that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get(tx: &mut impl Reads, id: MeetingId) -> Result<Meeting, StoreError> {
    find(tx, id).await?.ok_or(StoreError::Missing { table: "meetings" })
}

/// Meetings by day and time.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn list(tx: &mut impl Reads, filter: &Filter) -> Result<Vec<Meeting>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(MEETING_COLUMNS);
    query.push(" WHERE 1 = 1");
    if let Some(from) = filter.from {
        query.push(" AND starts_on >= ").push_bind(from);
    }
    if let Some(until) = filter.until {
        query.push(" AND starts_on <= ").push_bind(until);
    }
    if let Some(chair) = filter.chair {
        query.push(" AND chair_id = ").push_bind(chair);
    }
    if let Some(case) = filter.case {
        query.push(" AND id IN (SELECT meeting_id FROM meeting_cases WHERE case_id = ");
        query.push_bind(case).push(")");
    }
    if !filter.statuses.is_empty() {
        let words = filter.statuses.iter().map(|status| status.as_str());
        query.push(" AND status IN ").push_list(words);
    }
    query.push(" ORDER BY starts_on, starts_at, id");
    let rows = query.build().all::<MeetingRow>(tx).await?;
    with_parts(tx, rows).await
}

/// The meetings of a child's case, by day.
///
/// # Errors
/// As [`list`].
pub async fn of_case(tx: &mut impl Reads, case: CaseId) -> Result<Vec<Meeting>, StoreError> {
    list(tx, &Filter { case: Some(case), ..Filter::default() }).await
}

/// Whether some meeting has this reference already.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn reference_taken(tx: &mut impl Reads, reference: &str) -> Result<bool, StoreError> {
    tx.require_case_reach()?;
    let row = sql("SELECT COUNT(*) FROM meetings WHERE reference = $1")
        .bind(reference)
        .one::<(i64,)>(tx)
        .await?;
    Ok(row.0 > 0)
}

async fn with_parts(
    tx: &mut impl Reads,
    rows: Vec<MeetingRow>,
) -> Result<Vec<Meeting>, StoreError> {
    let mut meetings =
        rows.into_iter().map(Meeting::try_from).collect::<Result<Vec<_>, StoreError>>()?;
    for some in meetings.chunks_mut(LIST) {
        let ids: Vec<MeetingId> = some.iter().map(|meeting| meeting.id).collect();
        let mut query = SqlBuilder::new(CASE_COLUMNS);
        query.push(" WHERE meeting_id IN ").push_list(ids.clone()).push(" ORDER BY position");
        for row in query.build().all::<CaseRow>(tx).await? {
            let of = MeetingId::from_uuid(row.meeting_id);
            if let Some(meeting) = some.iter_mut().find(|meeting| meeting.id == of) {
                meeting.cases.push(row.try_into()?);
            }
        }
        let mut query = SqlBuilder::new(SITTING_COLUMNS);
        query.push(" WHERE meeting_id IN ").push_list(ids).push(" ORDER BY number");
        for row in query.build().all::<SittingRow>(tx).await? {
            let of = MeetingId::from_uuid(row.meeting_id);
            if let Some(meeting) = some.iter_mut().find(|meeting| meeting.id == of) {
                meeting.sittings.push(row.try_into()?);
            }
        }
    }
    Ok(meetings)
}

/// Puts a meeting in the diary, with its children and sittings.
///
/// # Errors
/// [`StoreError::Duplicate`] when the reference is taken.
pub async fn insert(tx: &mut WriteTx, meeting: &Meeting) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO meetings (id, meeting_type, review, reference, status, starts_on, starts_at,
             duration_minutes, place, link, chair_id, chaired_by, vice_chair_reason,
             minute_taker_id, cancelled_reason, quorate, quorum_override, invitation_sequence,
             closed_at, created_at, created_by, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
             $19, $20, $21, $22)")
    .bind(meeting.id)
    .bind(&meeting.meeting_type)
    .bind(meeting.review)
    .bind(&meeting.reference)
    .bind(meeting.status.as_str())
    .bind(meeting.on)
    .bind(time_text(meeting.at))
    .bind(meeting.minutes)
    .bind(meeting.place.as_ref())
    .bind(meeting.link.as_ref())
    .bind(meeting.chair)
    .bind(meeting.vice_chair.as_ref().map(|vice| vice.user))
    .bind(meeting.vice_chair.as_ref().map(|vice| &vice.reason))
    .bind(meeting.minute_taker)
    .bind(meeting.cancelled_reason.as_ref())
    .bind(meeting.quorate)
    .bind(meeting.quorum_override.as_ref())
    .bind(meeting.invitation_sequence)
    .bind(meeting.closed_at)
    .bind(meeting.created_at)
    .bind(meeting.created_by)
    .bind(meeting.version)
    .insert(tx, "meetings")
    .await?;
    for (position, case) in (1_i64..).zip(&meeting.cases) {
        insert_case(tx, meeting.id, position, case).await?;
    }
    save_sittings(tx, meeting.id, &meeting.sittings).await
}

async fn insert_case(
    tx: &mut WriteTx,
    meeting: MeetingId,
    position: i64,
    case: &MeetingCase,
) -> Result<(), StoreError> {
    sql("INSERT INTO meeting_cases (meeting_id, case_id, position, rule, due_by, late_reason,
             prior_level, level, rating_reason, toolkit_on, voice, voice_reason, nrm, nrm_reason,
             nrm_owner, nrm_on, route, next_on, next_reason, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
             $19, $20)")
    .bind(meeting)
    .bind(case.case)
    .bind(position)
    .bind(case.rule.as_ref())
    .bind(case.due_by)
    .bind(case.late_reason.as_ref())
    .bind(case.prior_level.map(domain::case::RatingLevel::as_str))
    .bind(case.level.map(domain::case::RatingLevel::as_str))
    .bind(case.rating_reason.as_ref())
    .bind(case.toolkit_on)
    .bind(case.voice.map(domain::meeting::Voice::as_str))
    .bind(case.voice_reason.as_ref())
    .bind(case.nrm.map(domain::meeting::NrmDecision::as_str))
    .bind(case.nrm_reason.as_ref())
    .bind(case.nrm_owner.as_ref())
    .bind(case.nrm_on)
    .bind(case.route.map(domain::meeting::Route::as_str))
    .bind(case.next_on)
    .bind(case.next_reason.as_ref())
    .bind(case.version)
    .insert(tx, "meeting_cases")
    .await
}

/// Saves what belongs to the meeting and its sittings; not what was concluded about its children.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since `meeting` was read.
pub async fn update(tx: &mut WriteTx, meeting: &Meeting) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE meetings
         SET review = $1, status = $2, starts_on = $3, starts_at = $4, duration_minutes = $5,
             place = $6, link = $7, chair_id = $8, chaired_by = $9, vice_chair_reason = $10,
             minute_taker_id = $11, cancelled_reason = $12, quorate = $13, quorum_override = $14,
             invitation_sequence = $15, closed_at = $16, version = version + 1
         WHERE id = $17 AND version = $18")
    .bind(meeting.review)
    .bind(meeting.status.as_str())
    .bind(meeting.on)
    .bind(time_text(meeting.at))
    .bind(meeting.minutes)
    .bind(meeting.place.as_ref())
    .bind(meeting.link.as_ref())
    .bind(meeting.chair)
    .bind(meeting.vice_chair.as_ref().map(|vice| vice.user))
    .bind(meeting.vice_chair.as_ref().map(|vice| &vice.reason))
    .bind(meeting.minute_taker)
    .bind(meeting.cancelled_reason.as_ref())
    .bind(meeting.quorate)
    .bind(meeting.quorum_override.as_ref())
    .bind(meeting.invitation_sequence)
    .bind(meeting.closed_at)
    .bind(meeting.id)
    .bind(meeting.version)
    .update_one(tx, "meetings")
    .await?;
    save_sittings(tx, meeting.id, &meeting.sittings).await
}

/// Saves what was concluded about one child at a meeting.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since `case` was read.
pub async fn update_case(
    tx: &mut WriteTx,
    meeting: MeetingId,
    case: &MeetingCase,
) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE meeting_cases
         SET rule = $1, due_by = $2, late_reason = $3, prior_level = $4, level = $5,
             rating_reason = $6, toolkit_on = $7, voice = $8, voice_reason = $9, nrm = $10,
             nrm_reason = $11, nrm_owner = $12, nrm_on = $13, route = $14, next_on = $15,
             next_reason = $16, version = version + 1
         WHERE meeting_id = $17 AND case_id = $18 AND version = $19")
    .bind(case.rule.as_ref())
    .bind(case.due_by)
    .bind(case.late_reason.as_ref())
    .bind(case.prior_level.map(domain::case::RatingLevel::as_str))
    .bind(case.level.map(domain::case::RatingLevel::as_str))
    .bind(case.rating_reason.as_ref())
    .bind(case.toolkit_on)
    .bind(case.voice.map(domain::meeting::Voice::as_str))
    .bind(case.voice_reason.as_ref())
    .bind(case.nrm.map(domain::meeting::NrmDecision::as_str))
    .bind(case.nrm_reason.as_ref())
    .bind(case.nrm_owner.as_ref())
    .bind(case.nrm_on)
    .bind(case.route.map(domain::meeting::Route::as_str))
    .bind(case.next_on)
    .bind(case.next_reason.as_ref())
    .bind(meeting)
    .bind(case.case)
    .bind(case.version)
    .update_one(tx, "meeting_cases")
    .await
}

async fn save_sittings(
    tx: &mut WriteTx,
    meeting: MeetingId,
    sittings: &[Sitting],
) -> Result<(), StoreError> {
    for (number, sitting) in (1_i64..).zip(sittings) {
        sql("INSERT INTO meeting_sittings (meeting_id, number, opened_at, closed_at,
                 adjourned_reason)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (meeting_id, number) DO UPDATE
             SET opened_at = excluded.opened_at, closed_at = excluded.closed_at,
                 adjourned_reason = excluded.adjourned_reason")
        .bind(meeting)
        .bind(number)
        .bind(sitting.opened_at)
        .bind(sitting.closed_at)
        .bind(sitting.adjourned_reason.as_ref())
        .execute(tx)
        .await?;
    }
    Ok(())
}

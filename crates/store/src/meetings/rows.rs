//! Rows of meetings, their children and sittings, read into domain values.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{CaseId, MeetingId, UserId};
use domain::meeting::{Meeting, MeetingCase, Sitting, ViceChair};
use uuid::Uuid;

use crate::error::StoreError;
use crate::row::Table;

pub(super) const MEETING_COLUMNS: &str =
    "SELECT id, meeting_type, review, reference, status, starts_on, starts_at, duration_minutes,
         place, link, chair_id, chaired_by, vice_chair_reason, minute_taker_id, cancelled_reason,
         quorate, quorum_override, invitation_sequence, closed_at, created_at, created_by, version
     FROM meetings";

#[derive(sqlx::FromRow)]
pub(super) struct MeetingRow {
    id: Uuid,
    meeting_type: String,
    review: bool,
    reference: String,
    status: String,
    starts_on: NaiveDate,
    starts_at: String,
    duration_minutes: i64,
    place: Option<String>,
    link: Option<String>,
    chair_id: Uuid,
    chaired_by: Option<Uuid>,
    vice_chair_reason: Option<String>,
    minute_taker_id: Option<Uuid>,
    cancelled_reason: Option<String>,
    quorate: Option<bool>,
    quorum_override: Option<String>,
    invitation_sequence: i64,
    closed_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    created_by: Uuid,
    version: i64,
}

impl TryFrom<MeetingRow> for Meeting {
    type Error = StoreError;

    fn try_from(row: MeetingRow) -> Result<Self, StoreError> {
        let table = Table("meetings");
        let vice_reason =
            table.optional_text("vice_chair_reason", row.vice_chair_reason.as_deref())?;
        let vice_chair = row
            .chaired_by
            .zip(vice_reason)
            .map(|(user, reason)| ViceChair { user: UserId::from_uuid(user), reason });
        Ok(Self {
            id: MeetingId::from_uuid(row.id),
            meeting_type: table.text("meeting_type", &row.meeting_type)?,
            review: row.review,
            reference: table.text("reference", &row.reference)?,
            status: table.word("status", &row.status)?,
            on: row.starts_on,
            at: table.time("starts_at", &row.starts_at)?,
            minutes: table.count("duration_minutes", row.duration_minutes)?,
            place: table.optional_text("place", row.place.as_deref())?,
            link: table.optional_text("link", row.link.as_deref())?,
            chair: UserId::from_uuid(row.chair_id),
            vice_chair,
            minute_taker: row.minute_taker_id.map(UserId::from_uuid),
            cancelled_reason: table
                .optional_text("cancelled_reason", row.cancelled_reason.as_deref())?,
            quorate: row.quorate,
            quorum_override: table
                .optional_text("quorum_override", row.quorum_override.as_deref())?,
            invitation_sequence: table.count("invitation_sequence", row.invitation_sequence)?,
            closed_at: row.closed_at,
            created_at: row.created_at,
            created_by: UserId::from_uuid(row.created_by),
            cases: Vec::new(),
            sittings: Vec::new(),
            version: row.version,
        })
    }
}

pub(super) const CASE_COLUMNS: &str =
    "SELECT meeting_id, case_id, rule, due_by, late_reason, prior_level, level, rating_reason,
         toolkit_on, voice, voice_reason, nrm, nrm_reason, nrm_owner, nrm_on, route, next_on,
         next_reason, version
     FROM meeting_cases";

#[derive(sqlx::FromRow)]
pub(super) struct CaseRow {
    pub(super) meeting_id: Uuid,
    case_id: Uuid,
    rule: Option<String>,
    due_by: Option<NaiveDate>,
    late_reason: Option<String>,
    prior_level: Option<String>,
    level: Option<String>,
    rating_reason: Option<String>,
    toolkit_on: Option<NaiveDate>,
    voice: Option<String>,
    voice_reason: Option<String>,
    nrm: Option<String>,
    nrm_reason: Option<String>,
    nrm_owner: Option<String>,
    nrm_on: Option<NaiveDate>,
    route: Option<String>,
    next_on: Option<NaiveDate>,
    next_reason: Option<String>,
    version: i64,
}

impl TryFrom<CaseRow> for MeetingCase {
    type Error = StoreError;

    fn try_from(row: CaseRow) -> Result<Self, StoreError> {
        let table = Table("meeting_cases");
        Ok(Self {
            case: CaseId::from_uuid(row.case_id),
            rule: table.optional_text("rule", row.rule.as_deref())?,
            due_by: row.due_by,
            late_reason: table.optional_text("late_reason", row.late_reason.as_deref())?,
            prior_level: table.optional_word("prior_level", row.prior_level.as_deref())?,
            level: table.optional_word("level", row.level.as_deref())?,
            rating_reason: table.optional_text("rating_reason", row.rating_reason.as_deref())?,
            toolkit_on: row.toolkit_on,
            voice: table.optional_word("voice", row.voice.as_deref())?,
            voice_reason: table.optional_text("voice_reason", row.voice_reason.as_deref())?,
            nrm: table.optional_word("nrm", row.nrm.as_deref())?,
            nrm_reason: table.optional_text("nrm_reason", row.nrm_reason.as_deref())?,
            nrm_owner: table.optional_text("nrm_owner", row.nrm_owner.as_deref())?,
            nrm_on: row.nrm_on,
            route: table.optional_word("route", row.route.as_deref())?,
            next_on: row.next_on,
            next_reason: table.optional_text("next_reason", row.next_reason.as_deref())?,
            version: row.version,
        })
    }
}

pub(super) const SITTING_COLUMNS: &str =
    "SELECT meeting_id, opened_at, closed_at, adjourned_reason FROM meeting_sittings";

#[derive(sqlx::FromRow)]
pub(super) struct SittingRow {
    pub(super) meeting_id: Uuid,
    opened_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
    adjourned_reason: Option<String>,
}

impl TryFrom<SittingRow> for Sitting {
    type Error = StoreError;

    fn try_from(row: SittingRow) -> Result<Self, StoreError> {
        Ok(Self {
            opened_at: row.opened_at,
            closed_at: row.closed_at,
            adjourned_reason: Table("meeting_sittings")
                .optional_text("adjourned_reason", row.adjourned_reason.as_deref())?,
        })
    }
}

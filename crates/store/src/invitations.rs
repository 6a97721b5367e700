//! Invitations: who is asked to a meeting, what they answered, whether they came.

use chrono::{DateTime, Utc};
use domain::agency::AgencyKind;
use domain::ids::{AgencyId, InvitationId, MeetingId, PersonId};
use domain::meeting::{Invitation, InvitationKind, InvitationRoute, Mark, Substitute};
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::{LIST, Table};
use crate::statement::{SqlBuilder, sql};

mod lists;

pub use lists::{
    Address, Counts, InvitedPerson, ReportCounts, StandingSeat, addresses, counts, invited_people,
    report_counts, standing,
};

const TABLE: Table = Table("invitations");

const COLUMNS: &str =
    "SELECT id, meeting_id, position, kind, agency_id, person_id, capacity, required, route,
         invited_at, reply, reply_route, reply_note, replied_at, withdrawn, mark, part_note,
         substitute_id, substitute_name, apology_reason, version
     FROM invitations";

#[derive(sqlx::FromRow)]
struct InvitationRow {
    id: Uuid,
    meeting_id: Uuid,
    position: i64,
    kind: String,
    agency_id: Option<Uuid>,
    person_id: Option<Uuid>,
    capacity: String,
    required: bool,
    route: Option<String>,
    invited_at: Option<DateTime<Utc>>,
    reply: String,
    reply_route: Option<String>,
    reply_note: Option<String>,
    replied_at: Option<DateTime<Utc>>,
    withdrawn: bool,
    mark: Option<String>,
    part_note: Option<String>,
    substitute_id: Option<Uuid>,
    substitute_name: Option<String>,
    apology_reason: Option<String>,
    version: i64,
}

impl TryFrom<InvitationRow> for Invitation {
    type Error = StoreError;

    fn try_from(row: InvitationRow) -> Result<Self, StoreError> {
        let substitute = TABLE
            .optional_text("substitute_name", row.substitute_name.as_deref())?
            .map(|name| Substitute { person: row.substitute_id.map(PersonId::from_uuid), name });
        Ok(Self {
            id: InvitationId::from_uuid(row.id),
            meeting: MeetingId::from_uuid(row.meeting_id),
            position: TABLE.count("position", row.position)?,
            kind: TABLE.word("kind", &row.kind)?,
            agency: row.agency_id.map(AgencyId::from_uuid),
            person: row.person_id.map(PersonId::from_uuid),
            capacity: TABLE.text("capacity", &row.capacity)?,
            required: row.required,
            route: TABLE.optional_word("route", row.route.as_deref())?,
            invited_at: row.invited_at,
            reply: TABLE.word("reply", &row.reply)?,
            reply_route: TABLE.optional_word("reply_route", row.reply_route.as_deref())?,
            reply_note: TABLE.optional_text("reply_note", row.reply_note.as_deref())?,
            replied_at: row.replied_at,
            withdrawn: row.withdrawn,
            mark: TABLE.optional_word("mark", row.mark.as_deref())?,
            part_note: TABLE.optional_text("part_note", row.part_note.as_deref())?,
            substitute,
            apology_reason: TABLE.optional_text("apology_reason", row.apology_reason.as_deref())?,
            version: row.version,
        })
    }
}

/// An invitation, if there is one.
///
/// # Errors
/// When the database fails, the row is unreadable, or the session sees no cases.
pub async fn find(tx: &mut impl Reads, id: InvitationId) -> Result<Option<Invitation>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE id = ").push_bind(id);
    query.build().optional::<InvitationRow>(tx).await?.map(Invitation::try_from).transpose()
}

/// An invitation that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get(tx: &mut impl Reads, id: InvitationId) -> Result<Invitation, StoreError> {
    find(tx, id).await?.ok_or(StoreError::Missing { table: "invitations" })
}

/// The invitations of a meeting in their order, withdrawn ones too.
///
/// # Errors
/// As [`find`].
pub async fn of_meeting(
    tx: &mut impl Reads,
    meeting: MeetingId,
) -> Result<Vec<Invitation>, StoreError> {
    of_meetings(tx, &[meeting]).await
}

/// The invitations of several meetings, each in its order.
///
/// # Errors
/// As [`find`].
pub async fn of_meetings(
    tx: &mut impl Reads,
    meetings: &[MeetingId],
) -> Result<Vec<Invitation>, StoreError> {
    tx.require_case_reach()?;
    let mut found = Vec::new();
    for some in meetings.chunks(LIST) {
        let mut query = SqlBuilder::new(COLUMNS);
        query.push(" WHERE meeting_id IN ").push_list(some.iter().copied());
        query.push(" ORDER BY meeting_id, position, id");
        for row in query.build().all::<InvitationRow>(tx).await? {
            found.push(row.try_into()?);
        }
    }
    Ok(found)
}

/// Adds an invitation.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn insert(tx: &mut WriteTx, invitation: &Invitation) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    let substitute = invitation.substitute.as_ref();
    sql("INSERT INTO invitations (id, meeting_id, position, kind, agency_id, person_id, capacity,
             required, route, invited_at, reply, reply_route, reply_note, replied_at, withdrawn,
             mark, part_note, substitute_id, substitute_name, apology_reason, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
             $19, $20, $21)")
    .bind(invitation.id)
    .bind(invitation.meeting)
    .bind(invitation.position)
    .bind(invitation.kind.as_str())
    .bind(invitation.agency)
    .bind(invitation.person)
    .bind(&invitation.capacity)
    .bind(invitation.required)
    .bind(invitation.route.map(InvitationRoute::as_str))
    .bind(invitation.invited_at)
    .bind(invitation.reply.as_str())
    .bind(invitation.reply_route.map(InvitationRoute::as_str))
    .bind(invitation.reply_note.as_ref())
    .bind(invitation.replied_at)
    .bind(invitation.withdrawn)
    .bind(invitation.mark.map(Mark::as_str))
    .bind(invitation.part_note.as_ref())
    .bind(substitute.and_then(|substitute| substitute.person))
    .bind(substitute.map(|substitute| &substitute.name))
    .bind(invitation.apology_reason.as_ref())
    .bind(invitation.version)
    .insert(tx, "invitations")
    .await
}

/// Saves a changed invitation: everything but its meeting.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since `invitation` was read.
pub async fn update(tx: &mut WriteTx, invitation: &Invitation) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    let substitute = invitation.substitute.as_ref();
    sql("UPDATE invitations
         SET position = $1, kind = $2, agency_id = $3, person_id = $4, capacity = $5,
             required = $6, route = $7, invited_at = $8, reply = $9, reply_route = $10,
             reply_note = $11, replied_at = $12, withdrawn = $13, mark = $14, part_note = $15,
             substitute_id = $16, substitute_name = $17, apology_reason = $18,
             version = version + 1
         WHERE id = $19 AND version = $20")
    .bind(invitation.position)
    .bind(invitation.kind.as_str())
    .bind(invitation.agency)
    .bind(invitation.person)
    .bind(&invitation.capacity)
    .bind(invitation.required)
    .bind(invitation.route.map(InvitationRoute::as_str))
    .bind(invitation.invited_at)
    .bind(invitation.reply.as_str())
    .bind(invitation.reply_route.map(InvitationRoute::as_str))
    .bind(invitation.reply_note.as_ref())
    .bind(invitation.replied_at)
    .bind(invitation.withdrawn)
    .bind(invitation.mark.map(Mark::as_str))
    .bind(invitation.part_note.as_ref())
    .bind(substitute.and_then(|substitute| substitute.person))
    .bind(substitute.map(|substitute| &substitute.name))
    .bind(invitation.apology_reason.as_ref())
    .bind(invitation.id)
    .bind(invitation.version)
    .update_one(tx, "invitations")
    .await
}

//! Names, addresses and figures around invitations, and who is on the standing list.

use chrono::NaiveDate;
use domain::case::Relationship;
use domain::ids::CaseId;
use domain::text::NonBlank;

use super::{
    AgencyId, AgencyKind, InvitationId, InvitationKind, LIST, MeetingId, PersonId, Reads,
    SqlBuilder, StoreError, Table, Uuid, sql,
};

/// Names and the address behind an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Which invitation.
    pub invitation: InvitationId,
    /// The agency's name.
    pub agency_name: Option<String>,
    /// What the agency does.
    pub agency_kind: Option<AgencyKind>,
    /// The person's name.
    pub person_name: Option<String>,
    /// The person's e-mail address, else the agency's.
    pub email: Option<String>,
}

#[derive(sqlx::FromRow)]
struct AddressRow {
    id: Uuid,
    agency_name: Option<String>,
    agency_kind: Option<String>,
    person_name: Option<String>,
    person_email: Option<String>,
    agency_email: Option<String>,
}

/// Names and addresses for the invitations of some meetings.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn addresses(
    tx: &mut impl Reads,
    meetings: &[MeetingId],
) -> Result<Vec<Address>, StoreError> {
    tx.require_case_reach()?;
    let mut found = Vec::new();
    for some in meetings.chunks(LIST) {
        let mut query = SqlBuilder::new(
            "SELECT i.id, g.name AS agency_name, g.kind AS agency_kind, p.name AS person_name,
                 p.email AS person_email, g.email AS agency_email
             FROM invitations i
             LEFT JOIN agencies g ON g.id = i.agency_id
             LEFT JOIN people p ON p.id = i.person_id
             WHERE i.meeting_id IN ",
        );
        query.push_list(some.iter().copied());
        for row in query.build().all::<AddressRow>(tx).await? {
            found.push(Address {
                invitation: InvitationId::from_uuid(row.id),
                agency_name: row.agency_name,
                agency_kind: Table("agencies").optional_word("kind", row.agency_kind.as_deref())?,
                person_name: row.person_name,
                email: row.person_email.or(row.agency_email),
            });
        }
    }
    Ok(found)
}

/// How many are asked to a meeting, and how many answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// The meeting.
    pub meeting: MeetingId,
    /// Invitations that were not taken back.
    pub invited: u32,
    /// Of them, sent.
    pub sent: u32,
    /// Of them, answered.
    pub replied: u32,
    /// Of them, will come or send somebody.
    pub coming: u32,
}

#[derive(sqlx::FromRow)]
struct CountRow {
    meeting_id: Uuid,
    invited: i64,
    sent: i64,
    replied: i64,
    coming: i64,
}

/// Counts of invitations for some meetings; one without invitations has no row.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn counts(
    tx: &mut impl Reads,
    meetings: &[MeetingId],
) -> Result<Vec<Counts>, StoreError> {
    tx.require_case_reach()?;
    let mut found = Vec::new();
    for some in meetings.chunks(LIST) {
        let mut query = SqlBuilder::new(
            "SELECT meeting_id, COUNT(*) AS invited, COUNT(invited_at) AS sent,
                 COUNT(CASE WHEN reply <> 'none' THEN 1 END) AS replied,
                 COUNT(CASE WHEN reply IN ('accepted', 'substitute') THEN 1 END) AS coming
             FROM invitations
             WHERE NOT withdrawn AND meeting_id IN ",
        );
        query.push_list(some.iter().copied()).push(" GROUP BY meeting_id");
        let table = Table("invitations");
        for row in query.build().all::<CountRow>(tx).await? {
            found.push(Counts {
                meeting: MeetingId::from_uuid(row.meeting_id),
                invited: table.count("id", row.invited)?,
                sent: table.count("invited_at", row.sent)?,
                replied: table.count("reply", row.replied)?,
                coming: table.count("reply", row.coming)?,
            });
        }
    }
    Ok(found)
}

/// How many reports were asked before a meeting, and how many came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportCounts {
    /// The meeting.
    pub meeting: MeetingId,
    /// Requests that are needed.
    pub asked: u32,
    /// Of them, received.
    pub received: u32,
    /// Of them, past their date and not received.
    pub late: u32,
}

#[derive(sqlx::FromRow)]
struct ReportCountRow {
    meeting_id: Uuid,
    asked: i64,
    received: i64,
    late: i64,
}

/// Counts of report requests for some meetings; one without requests has no row.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn report_counts(
    tx: &mut impl Reads,
    meetings: &[MeetingId],
    today: NaiveDate,
) -> Result<Vec<ReportCounts>, StoreError> {
    tx.require_case_reach()?;
    let mut found = Vec::new();
    for some in meetings.chunks(LIST) {
        let mut query = SqlBuilder::new(
            "SELECT meeting_id, COUNT(*) AS asked, COUNT(received_on) AS received,
                 COUNT(CASE WHEN received_on IS NULL AND due_on < ",
        );
        query.push_bind(today).push(
            " THEN 1 END) AS late
             FROM report_requests
             WHERE not_needed_reason IS NULL AND meeting_id IN ",
        );
        query.push_list(some.iter().copied()).push(" GROUP BY meeting_id");
        let table = Table("report_requests");
        for row in query.build().all::<ReportCountRow>(tx).await? {
            found.push(ReportCounts {
                meeting: MeetingId::from_uuid(row.meeting_id),
                asked: table.count("id", row.asked)?,
                received: table.count("received_on", row.received)?,
                late: table.count("due_on", row.late)?,
            });
        }
    }
    Ok(found)
}

/// Somebody asked to a meeting by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitedPerson {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
}

#[derive(sqlx::FromRow)]
struct InvitedRow {
    meeting_id: Uuid,
    person_id: Uuid,
    name: String,
}

/// Who is asked by name to some meetings and has not declined.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn invited_people(
    tx: &mut impl Reads,
    meetings: &[MeetingId],
) -> Result<Vec<InvitedPerson>, StoreError> {
    tx.require_case_reach()?;
    let mut found = Vec::new();
    for some in meetings.chunks(LIST) {
        let mut query = SqlBuilder::new(
            "SELECT i.meeting_id, i.person_id, p.name
             FROM invitations i JOIN people p ON p.id = i.person_id
             WHERE NOT i.withdrawn AND i.reply <> 'declined' AND i.meeting_id IN ",
        );
        query.push_list(some.iter().copied());
        let rows = query.build().all::<InvitedRow>(tx).await?;
        found.extend(rows.into_iter().map(|row| InvitedPerson {
            meeting: MeetingId::from_uuid(row.meeting_id),
            person: PersonId::from_uuid(row.person_id),
            name: row.name,
        }));
    }
    Ok(found)
}

/// Somebody whom the standing list of a meeting type, or the case, names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingSeat {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their agency.
    pub agency: Option<AgencyId>,
    /// Its name.
    pub agency_name: Option<String>,
    /// What it does.
    pub agency_kind: Option<AgencyKind>,
    /// The case that names them; none for the standing list of the type.
    pub case: Option<CaseId>,
    /// What they are in that case; none for the child itself and the standing list.
    pub relationship: Option<Relationship>,
    /// Who is asked.
    pub kind: InvitationKind,
    /// Their post, on the standing list.
    pub title: Option<NonBlank>,
}

#[derive(sqlx::FromRow)]
struct SeatRow {
    person_id: Uuid,
    name: String,
    professional: bool,
    agency_id: Option<Uuid>,
    agency_name: Option<String>,
    agency_kind: Option<String>,
    case_id: Option<Uuid>,
    relationship: Option<String>,
    title: Option<String>,
}

impl SeatRow {
    fn seat(self, child: bool) -> Result<StandingSeat, StoreError> {
        let people = Table("case_people");
        let kind = if child {
            InvitationKind::Child
        } else if self.agency_id.is_some() {
            InvitationKind::Agency
        } else if self.professional {
            InvitationKind::Observer
        } else {
            InvitationKind::Family
        };
        Ok(StandingSeat {
            person: PersonId::from_uuid(self.person_id),
            name: self.name,
            agency: self.agency_id.map(AgencyId::from_uuid),
            agency_name: self.agency_name,
            agency_kind: Table("agencies").optional_word("kind", self.agency_kind.as_deref())?,
            case: self.case_id.map(CaseId::from_uuid),
            relationship: people.optional_word("relationship", self.relationship.as_deref())?,
            kind,
            title: Table("agency_roles").optional_text("title", self.title.as_deref())?,
        })
    }
}

/// Whom the standing list of a meeting type and some cases name: first the posts on the standing
/// list, then each child, then the people marked as invited in the cases.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn standing(
    tx: &mut impl Reads,
    meeting_type: &str,
    cases: &[CaseId],
    today: NaiveDate,
) -> Result<Vec<StandingSeat>, StoreError> {
    tx.require_case_reach()?;
    let mut seats = Vec::new();
    let posts = sql("SELECT r.person_id, p.name, p.professional, g.id AS agency_id,
             g.name AS agency_name, g.kind AS agency_kind, NULL AS case_id, NULL AS relationship,
             r.title
         FROM agency_roles r
         JOIN people p ON p.id = r.person_id
         JOIN agencies g ON g.id = r.agency_id
         WHERE r.standing_meeting_type = $1 AND r.active AND g.active AND p.merged_into IS NULL
         ORDER BY g.search_key, p.search_key, r.id")
    .bind(meeting_type)
    .all::<SeatRow>(tx)
    .await?;
    for row in posts {
        seats.push(row.seat(false)?);
    }
    let mut query = SqlBuilder::new(
        "SELECT c.child_id AS person_id, p.name, p.professional, NULL AS agency_id,
             NULL AS agency_name, NULL AS agency_kind, c.id AS case_id, NULL AS relationship,
             NULL AS title
         FROM cases c JOIN people p ON p.id = c.child_id
         WHERE c.id IN ",
    );
    query.push_list(cases.iter().copied()).push(" ORDER BY p.search_key, c.id");
    for row in query.build().all::<SeatRow>(tx).await? {
        seats.push(row.seat(true)?);
    }
    let mut query = SqlBuilder::new(
        "SELECT s.person_id, p.name, p.professional, g.id AS agency_id, g.name AS agency_name,
             g.kind AS agency_kind, s.case_id, s.relationship, NULL AS title
         FROM case_people s
         JOIN people p ON p.id = s.person_id
         LEFT JOIN agencies g ON g.id = s.agency_id
         WHERE s.invited AND (s.until_on IS NULL OR s.until_on >= ",
    );
    query.push_bind(today).push(") AND s.case_id IN ").push_list(cases.iter().copied());
    query.push(" ORDER BY s.relationship, p.search_key, s.id");
    for row in query.build().all::<SeatRow>(tx).await? {
        seats.push(row.seat(false)?);
    }
    Ok(seats)
}

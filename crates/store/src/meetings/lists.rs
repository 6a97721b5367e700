//! Names and figures for lists of meetings: what a person reads beside a time.

use chrono::{DateTime, NaiveDate, Utc};
use domain::case::RatingLevel;
use domain::clock::Instant;
use domain::ids::{AgencyId, CaseId, MeetingId, PersonId, UserId};
use domain::meeting::MeetingStatus;
use domain::record::MinutesStatus;
use uuid::Uuid;

use crate::db::Reads;
use crate::error::StoreError;
use crate::row::{LIST, Table};
use crate::statement::{SqlBuilder, sql};

/// A child of a case, as lists name it.
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
}

#[derive(sqlx::FromRow)]
struct ChildRow {
    id: Uuid,
    reference: String,
    child_id: Uuid,
    name: String,
}

impl From<ChildRow> for Child {
    fn from(row: ChildRow) -> Self {
        Self {
            case: CaseId::from_uuid(row.id),
            reference: row.reference,
            person: PersonId::from_uuid(row.child_id),
            name: row.name,
        }
    }
}

/// The children of some cases.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn children(tx: &mut impl Reads, cases: &[CaseId]) -> Result<Vec<Child>, StoreError> {
    tx.require_case_reach()?;
    let mut found = Vec::new();
    for some in cases.chunks(LIST) {
        let mut query = SqlBuilder::new(
            "SELECT c.id, c.reference, c.child_id, p.name
             FROM cases c JOIN people p ON p.id = c.child_id
             WHERE c.id IN ",
        );
        query.push_list(some.iter().copied());
        found.extend(query.build().all::<ChildRow>(tx).await?.into_iter().map(Child::from));
    }
    Ok(found)
}

/// An open case, as the list of reviews to schedule needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenCase {
    /// The child and the case.
    pub child: Child,
    /// Its chair.
    pub chair: Option<UserId>,
    /// The last level of risk that was not declared wrong.
    pub level: Option<RatingLevel>,
}

#[derive(sqlx::FromRow)]
struct OpenCaseRow {
    id: Uuid,
    reference: String,
    child_id: Uuid,
    name: String,
    chair_id: Option<Uuid>,
    level: Option<String>,
}

/// Every open case, by the child's name.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn open_cases(tx: &mut impl Reads) -> Result<Vec<OpenCase>, StoreError> {
    tx.require_case_reach()?;
    sql("SELECT c.id, c.reference, c.child_id, p.name, c.chair_id,
             (SELECT r.level FROM risk_ratings r
              WHERE r.case_id = c.id AND r.voided_at IS NULL
              ORDER BY r.rated_at DESC, r.id DESC LIMIT 1) AS level
         FROM cases c JOIN people p ON p.id = c.child_id
         WHERE c.closed_on IS NULL
         ORDER BY p.search_key, c.id")
    .all::<OpenCaseRow>(tx)
    .await?
    .into_iter()
    .map(|row| {
        let level = Table("risk_ratings").optional_word("level", row.level.as_deref())?;
        let (id, reference, child_id, name) = (row.id, row.reference, row.child_id, row.name);
        let child = Child::from(ChildRow { id, reference, child_id, name });
        Ok(OpenCase { child, chair: row.chair_id.map(UserId::from_uuid), level })
    })
    .collect()
}

/// Open cases of the brothers and sisters of the children of some cases, as the cases name them.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn siblings(tx: &mut impl Reads, cases: &[CaseId]) -> Result<Vec<Child>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(
        "SELECT c.id, c.reference, c.child_id, p.name
         FROM cases c JOIN people p ON p.id = c.child_id
         WHERE c.closed_on IS NULL AND c.child_id IN (
             SELECT s.person_id FROM case_people s
             WHERE s.relationship = 'sibling' AND s.until_on IS NULL AND s.case_id IN ",
    );
    query.push_list(cases.iter().copied()).push(") AND c.id NOT IN ");
    query.push_list(cases.iter().copied()).push(" ORDER BY p.search_key, c.id");
    let rows = query.build().all::<ChildRow>(tx).await?;
    Ok(rows.into_iter().map(Child::from).collect())
}

/// How many actions of an agency are past their date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverdueActions {
    /// The agency; none for the family's own actions.
    pub agency: Option<AgencyId>,
    /// Its name.
    pub agency_name: Option<String>,
    /// How many.
    pub count: u32,
    /// The oldest date.
    pub oldest: NaiveDate,
}

#[derive(sqlx::FromRow)]
struct OverdueRow {
    agency_id: Option<Uuid>,
    agency_name: Option<String>,
    number: i64,
    oldest: NaiveDate,
}

/// Open actions that were due before today, by agency, the most first.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn overdue_actions(
    tx: &mut impl Reads,
    today: NaiveDate,
) -> Result<Vec<OverdueActions>, StoreError> {
    tx.require_case_reach()?;
    sql("SELECT a.agency_id, g.name AS agency_name, COUNT(*) AS number, MIN(a.due_on) AS oldest
         FROM actions a LEFT JOIN agencies g ON g.id = a.agency_id
         WHERE a.status IN ('open', 'in_progress') AND a.due_on < $1
         GROUP BY a.agency_id, g.name
         ORDER BY number DESC, g.name")
    .bind(today)
    .all::<OverdueRow>(tx)
    .await?
    .into_iter()
    .map(|row| {
        Ok(OverdueActions {
            agency: row.agency_id.map(AgencyId::from_uuid),
            agency_name: row.agency_name,
            count: Table("actions").count("status", row.number)?,
            oldest: row.oldest,
        })
    })
    .collect()
}

/// A held meeting whose minutes are not out yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinutesDue {
    /// The meeting.
    pub meeting: MeetingId,
    /// When it was closed; none while it is still held or adjourned.
    pub closed_at: Option<Instant>,
    /// Where the newest version stands; none when there is none.
    pub status: Option<MinutesStatus>,
}

#[derive(sqlx::FromRow)]
struct MinutesRow {
    id: Uuid,
    closed_at: Option<DateTime<Utc>>,
    status: Option<String>,
}

/// Held meetings whose newest minutes are not issued, the oldest first.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn minutes_due(tx: &mut impl Reads) -> Result<Vec<MinutesDue>, StoreError> {
    tx.require_case_reach()?;
    sql("SELECT m.id, m.closed_at, n.status
         FROM meetings m
         LEFT JOIN minutes n ON n.meeting_id = m.id
             AND n.number = (SELECT MAX(o.number) FROM minutes o WHERE o.meeting_id = m.id)
         WHERE m.status = $1 AND (n.status IS NULL OR n.status IN ('draft', 'approved'))
         ORDER BY m.starts_on, m.id")
    .bind(MeetingStatus::Held.as_str())
    .all::<MinutesRow>(tx)
    .await?
    .into_iter()
    .map(|row| {
        Ok(MinutesDue {
            meeting: MeetingId::from_uuid(row.id),
            closed_at: row.closed_at,
            status: Table("minutes").optional_word("status", row.status.as_deref())?,
        })
    })
    .collect()
}

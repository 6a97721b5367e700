//! Actions and their history. Lists with names are in the file below.

mod lists;

use chrono::{DateTime, NaiveDate, Utc};
use domain::action::{Action, ActionProgress};
use domain::ids::{ActionId, AgencyId, CaseId, MeetingId, PersonId, UserId};
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::Table;
use crate::statement::{SqlBuilder, sql};

pub use lists::{Filter, Listed, Page, get_listed, list};

const TABLE: Table = Table("actions");

const COLUMNS: &str = "SELECT a.id, a.case_id, a.meeting_id, a.position, a.action, a.owner_id,
         a.owner_name, a.agency_id, a.due_on, a.outcome_sought, a.audience, a.status, a.note,
         a.closed_on, a.not_before, a.version
     FROM actions a";

#[derive(sqlx::FromRow)]
struct ActionRow {
    id: Uuid,
    case_id: Uuid,
    meeting_id: Uuid,
    position: i64,
    action: String,
    owner_id: Option<Uuid>,
    owner_name: String,
    agency_id: Option<Uuid>,
    due_on: NaiveDate,
    outcome_sought: Option<String>,
    audience: String,
    status: String,
    note: Option<String>,
    closed_on: Option<NaiveDate>,
    not_before: Option<NaiveDate>,
    version: i64,
}

impl TryFrom<ActionRow> for Action {
    type Error = StoreError;

    fn try_from(row: ActionRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: ActionId::from_uuid(row.id),
            case: CaseId::from_uuid(row.case_id),
            meeting: MeetingId::from_uuid(row.meeting_id),
            position: TABLE.count("position", row.position)?,
            action: TABLE.text("action", &row.action)?,
            owner: row.owner_id.map(PersonId::from_uuid),
            owner_name: TABLE.text("owner_name", &row.owner_name)?,
            agency: row.agency_id.map(AgencyId::from_uuid),
            due_on: row.due_on,
            outcome_sought: TABLE.optional_text("outcome_sought", row.outcome_sought.as_deref())?,
            audience: TABLE.word("audience", &row.audience)?,
            status: TABLE.word("status", &row.status)?,
            note: TABLE.optional_text("note", row.note.as_deref())?,
            closed_on: row.closed_on,
            not_before: row.not_before,
            version: row.version,
        })
    }
}

/// An action that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get(tx: &mut impl Reads, id: ActionId) -> Result<Action, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE a.id = ").push_bind(id);
    let row = query.build().optional::<ActionRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "actions" })?.try_into()
}

/// The actions that a meeting set, in their order.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn of_meeting(
    tx: &mut impl Reads,
    meeting: MeetingId,
) -> Result<Vec<Action>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE a.meeting_id = ").push_bind(meeting).push(" ORDER BY a.position, a.id");
    let rows = query.build().all::<ActionRow>(tx).await?;
    rows.into_iter().map(Action::try_from).collect()
}

/// Open actions of some cases that another meeting than this one set (R44), soonest due first.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn open_of_cases(
    tx: &mut impl Reads,
    cases: &[CaseId],
    except: MeetingId,
) -> Result<Vec<Action>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE a.status IN ('open', 'in_progress') AND a.meeting_id <> ");
    query.push_bind(except).push(" AND a.case_id IN ").push_list(cases.iter().copied());
    query.push(" ORDER BY a.due_on, a.id");
    let rows = query.build().all::<ActionRow>(tx).await?;
    rows.into_iter().map(Action::try_from).collect()
}

/// Actions of other meetings that a meeting reviewed, soonest due first.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn reviewed_at(
    tx: &mut impl Reads,
    meeting: MeetingId,
) -> Result<Vec<Action>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE a.id IN (SELECT p.action_id FROM action_progress p WHERE p.meeting_id = ");
    query.push_bind(meeting).push(") AND a.meeting_id <> ").push_bind(meeting);
    query.push(" ORDER BY a.due_on, a.id");
    let rows = query.build().all::<ActionRow>(tx).await?;
    rows.into_iter().map(Action::try_from).collect()
}

/// Adds an action.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn insert(tx: &mut WriteTx, action: &Action) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO actions (id, case_id, meeting_id, position, action, owner_id, owner_name,
             agency_id, due_on, outcome_sought, audience, status, note, closed_on, not_before,
             version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)")
    .bind(action.id)
    .bind(action.case)
    .bind(action.meeting)
    .bind(action.position)
    .bind(&action.action)
    .bind(action.owner)
    .bind(&action.owner_name)
    .bind(action.agency)
    .bind(action.due_on)
    .bind(action.outcome_sought.as_ref())
    .bind(action.audience.as_str())
    .bind(action.status.as_str())
    .bind(action.note.as_ref())
    .bind(action.closed_on)
    .bind(action.not_before)
    .bind(action.version)
    .insert(tx, "actions")
    .await
}

/// Saves a changed action.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since `action` was read.
pub async fn update(tx: &mut WriteTx, action: &Action) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE actions
         SET case_id = $1, action = $2, owner_id = $3, owner_name = $4, agency_id = $5,
             due_on = $6, outcome_sought = $7, audience = $8, status = $9, note = $10,
             closed_on = $11, not_before = $12, version = version + 1
         WHERE id = $13 AND version = $14")
    .bind(action.case)
    .bind(&action.action)
    .bind(action.owner)
    .bind(&action.owner_name)
    .bind(action.agency)
    .bind(action.due_on)
    .bind(action.outcome_sought.as_ref())
    .bind(action.audience.as_str())
    .bind(action.status.as_str())
    .bind(action.note.as_ref())
    .bind(action.closed_on)
    .bind(action.not_before)
    .bind(action.id)
    .bind(action.version)
    .update_one(tx, "actions")
    .await
}

#[derive(sqlx::FromRow)]
struct ProgressRow {
    action_id: Uuid,
    number: i64,
    meeting_id: Option<Uuid>,
    status: String,
    note: Option<String>,
    recorded_at: DateTime<Utc>,
    recorded_by: Uuid,
}

impl TryFrom<ProgressRow> for ActionProgress {
    type Error = StoreError;

    fn try_from(row: ProgressRow) -> Result<Self, StoreError> {
        let table = Table("action_progress");
        Ok(Self {
            action: ActionId::from_uuid(row.action_id),
            number: table.count("number", row.number)?,
            meeting: row.meeting_id.map(MeetingId::from_uuid),
            status: table.word("status", &row.status)?,
            note: table.optional_text("note", row.note.as_deref())?,
            recorded_at: row.recorded_at,
            recorded_by: UserId::from_uuid(row.recorded_by),
        })
    }
}

/// What became of an action, oldest first.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn history(
    tx: &mut impl Reads,
    action: ActionId,
) -> Result<Vec<ActionProgress>, StoreError> {
    tx.require_case_reach()?;
    sql("SELECT action_id, number, meeting_id, status, note, recorded_at, recorded_by
         FROM action_progress
         WHERE action_id = $1
         ORDER BY number")
    .bind(action)
    .all::<ProgressRow>(tx)
    .await?
    .into_iter()
    .map(ActionProgress::try_from)
    .collect()
}

/// What a meeting recorded about actions, oldest first.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn progress_at(
    tx: &mut impl Reads,
    meeting: MeetingId,
) -> Result<Vec<ActionProgress>, StoreError> {
    tx.require_case_reach()?;
    sql("SELECT action_id, number, meeting_id, status, note, recorded_at, recorded_by
         FROM action_progress
         WHERE meeting_id = $1
         ORDER BY action_id, number")
    .bind(meeting)
    .all::<ProgressRow>(tx)
    .await?
    .into_iter()
    .map(ActionProgress::try_from)
    .collect()
}

/// Adds a step to an action's history.
///
/// # Errors
/// [`StoreError::Duplicate`] when there is one of that number.
pub async fn insert_progress(
    tx: &mut WriteTx,
    progress: &ActionProgress,
) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO action_progress (action_id, number, meeting_id, status, note, recorded_at,
             recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)")
    .bind(progress.action)
    .bind(progress.number)
    .bind(progress.meeting)
    .bind(progress.status.as_str())
    .bind(progress.note.as_ref())
    .bind(progress.recorded_at)
    .bind(progress.recorded_by)
    .insert(tx, "action_progress")
    .await
}

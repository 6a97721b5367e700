//! Actions with the names that a list shows.

use chrono::NaiveDate;
use domain::action::{Action, ActionStatus};
use domain::ids::{ActionId, AgencyId, CaseId, MeetingId, PersonId, UserId};

use super::ActionRow;
use crate::db::Reads;
use crate::error::StoreError;
use crate::row::Table;
use crate::statement::SqlBuilder;

/// Which actions; what is absent does not narrow the list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of the cases of this chair.
    pub chair: Option<UserId>,
    /// Of this agency.
    pub agency: Option<AgencyId>,
    /// Of this case.
    pub case: Option<CaseId>,
    /// Set by this meeting.
    pub meeting: Option<MeetingId>,
    /// Owned by this person.
    pub owner: Option<PersonId>,
    /// In these states; empty means any.
    pub statuses: Vec<ActionStatus>,
    /// Due before this day and still open.
    pub overdue_on: Option<NaiveDate>,
    /// Without those put off beyond this day.
    pub listed_on: Option<NaiveDate>,
}

/// Which part of a list.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// How many to skip.
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

/// An action with names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The action.
    pub action: Action,
    /// The reference of its case.
    pub case_reference: String,
    /// The child's name.
    pub child_name: String,
    /// The day of the meeting that set it.
    pub meeting_on: NaiveDate,
    /// The agency's name.
    pub agency_name: Option<String>,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    #[sqlx(flatten)]
    action: ActionRow,
    case_reference: String,
    child_name: String,
    meeting_on: NaiveDate,
    agency_name: Option<String>,
}

impl TryFrom<ListedRow> for Listed {
    type Error = StoreError;

    fn try_from(row: ListedRow) -> Result<Self, StoreError> {
        Ok(Self {
            action: row.action.try_into()?,
            case_reference: row.case_reference,
            child_name: row.child_name,
            meeting_on: row.meeting_on,
            agency_name: row.agency_name,
        })
    }
}

const LISTED: &str = "SELECT a.id, a.case_id, a.meeting_id, a.position, a.action, a.owner_id,
         a.owner_name, a.agency_id, a.due_on, a.outcome_sought, a.audience, a.status, a.note,
         a.closed_on, a.not_before, a.version, c.reference AS case_reference,
         p.name AS child_name, m.starts_on AS meeting_on, g.name AS agency_name";

const TABLES: &str = " FROM actions a
     JOIN cases c ON c.id = a.case_id
     JOIN people p ON p.id = c.child_id
     JOIN meetings m ON m.id = a.meeting_id
     LEFT JOIN agencies g ON g.id = a.agency_id
     WHERE 1 = 1";

fn narrow(query: &mut SqlBuilder, filter: &Filter) {
    if let Some(chair) = filter.chair {
        query.push(" AND c.chair_id = ").push_bind(chair);
    }
    if let Some(agency) = filter.agency {
        query.push(" AND a.agency_id = ").push_bind(agency);
    }
    if let Some(case) = filter.case {
        query.push(" AND a.case_id = ").push_bind(case);
    }
    if let Some(meeting) = filter.meeting {
        query.push(" AND a.meeting_id = ").push_bind(meeting);
    }
    if let Some(owner) = filter.owner {
        query.push(" AND a.owner_id = ").push_bind(owner);
    }
    if !filter.statuses.is_empty() {
        let words = filter.statuses.iter().map(|status| status.as_str());
        query.push(" AND a.status IN ").push_list(words);
    }
    if let Some(day) = filter.overdue_on {
        query.push(" AND a.status IN ('open', 'in_progress') AND a.due_on < ").push_bind(day);
    }
    if let Some(day) = filter.listed_on {
        query.push(" AND (a.not_before IS NULL OR a.not_before <= ").push_bind(day).push(")");
    }
}

/// A page of actions, soonest due first, and how many there are in all.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn list(
    tx: &mut impl Reads,
    filter: &Filter,
    page: Page,
) -> Result<(Vec<Listed>, u32), StoreError> {
    tx.require_case_reach()?;
    let mut count = SqlBuilder::new("SELECT COUNT(*)");
    count.push(TABLES);
    narrow(&mut count, filter);
    let (total,) = count.build().one::<(i64,)>(tx).await?;
    let mut query = SqlBuilder::new(LISTED);
    query.push(TABLES);
    narrow(&mut query, filter);
    query.push(" ORDER BY a.due_on, c.reference, a.position, a.id LIMIT ").push_bind(page.limit);
    query.push(" OFFSET ").push_bind(page.offset);
    let rows = query.build().all::<ListedRow>(tx).await?;
    let listed = rows.into_iter().map(Listed::try_from).collect::<Result<_, _>>()?;
    Ok((listed, Table("actions").count("id", total)?))
}

/// One action with names.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get_listed(tx: &mut impl Reads, id: ActionId) -> Result<Listed, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(LISTED);
    query.push(TABLES).push(" AND a.id = ").push_bind(id);
    let row = query.build().optional::<ListedRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "actions" })?.try_into()
}

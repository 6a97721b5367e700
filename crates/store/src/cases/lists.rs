//! Lists of cases with what a row shows, narrowed and in the order asked for.

use chrono::NaiveDate;
use domain::case::RatingLevel;
use domain::ids::{CaseId, PersonId, UserId};
use domain::text::{NonBlank, SearchKey};
use uuid::Uuid;

use crate::db::Reads;
use crate::error::StoreError;
use crate::row::Table;
use crate::statement::{SqlBuilder, sql};

/// Whether a list shows open cases, closed ones or both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Standing {
    /// Open ones.
    #[default]
    Open,
    /// Closed ones.
    Closed,
    /// Both.
    All,
}

/// In which order a list stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// By reference.
    #[default]
    Reference,
    /// The highest risk first.
    Level,
    /// The next meeting first; cases without one at the top.
    NextMeeting,
    /// The longest without a meeting first.
    LastMeeting,
}

/// Which cases a list shows.
#[derive(Debug, Clone, Default)]
pub struct CaseFilter {
    /// Part of a reference, or beginnings of words of the child's names.
    pub text: Option<NonBlank>,
    /// Only this level.
    pub level: Option<RatingLevel>,
    /// Only this chair's.
    pub chair: Option<UserId>,
    /// Only this area.
    pub area: Option<NonBlank>,
    /// Open or closed.
    pub standing: Standing,
    /// The order.
    pub order: Order,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    id: Uuid,
    child_id: Uuid,
    chair_id: Option<Uuid>,
    level: Option<String>,
    #[sqlx(flatten)]
    columns: Columns,
}

/// What a list says about a case, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Columns {
    /// Its reference.
    pub reference: String,
    /// The child's name.
    pub child_name: String,
    /// The first alias or nickname.
    pub child_alias: Option<String>,
    /// Whether the child's location must not be disclosed.
    pub safe_address: bool,
    /// The chair's name.
    pub chair_name: Option<String>,
    /// The part of the authority.
    pub area: Option<String>,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// The last meeting held.
    pub last_meeting_on: Option<NaiveDate>,
    /// The next meeting planned.
    pub next_meeting_on: Option<NaiveDate>,
}

/// A case in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Which.
    pub id: CaseId,
    /// The child.
    pub child: PersonId,
    /// Who chairs.
    pub chair: Option<UserId>,
    /// The risk, once rated.
    pub level: Option<RatingLevel>,
    /// The rest.
    pub columns: Columns,
}

const LISTED: &str = "SELECT x.id, x.reference, x.child_id, x.child_name, x.child_alias,
        x.safe_address, x.level, x.chair_id, x.chair_name, x.area, x.opened_on, x.closed_on,
        x.last_meeting_on, x.next_meeting_on";

const CASES: &str =
    " FROM (SELECT c.id, c.reference, c.child_id, p.name AS child_name, p.safe_address,
            (SELECT n.name FROM person_names n
             WHERE n.person_id = c.child_id AND n.kind IN ('alias', 'nickname')
             ORDER BY n.id LIMIT 1) AS child_alias,
            (SELECT r.level FROM risk_ratings r
             WHERE r.case_id = c.id AND r.voided_at IS NULL
             ORDER BY r.rated_at DESC, r.id DESC LIMIT 1) AS level,
            c.chair_id, u.name AS chair_name, c.area, c.opened_on, c.closed_on,
            (SELECT MAX(m.starts_on) FROM meeting_cases mc JOIN meetings m ON m.id = mc.meeting_id
             WHERE mc.case_id = c.id AND m.status = 'held') AS last_meeting_on,
            (SELECT MIN(m.starts_on) FROM meeting_cases mc JOIN meetings m ON m.id = mc.meeting_id
             WHERE mc.case_id = c.id AND m.status = 'planned') AS next_meeting_on
          FROM cases c
          JOIN people p ON p.id = c.child_id
          LEFT JOIN users u ON u.id = c.chair_id) x
    WHERE 1 = 1";

/// Cases in the order asked for: one page, and how many there are in all.
///
/// # Errors
/// When out of reach, the database fails or a row is unreadable.
pub async fn list(
    tx: &mut impl Reads,
    filter: &CaseFilter,
    (offset, limit): (u32, u32),
) -> Result<(Vec<Listed>, u32), StoreError> {
    tx.require_case_reach()?;
    let mut count = SqlBuilder::new("SELECT COUNT(*)");
    count.push(CASES);
    narrow(&mut count, filter);
    let (total,) = count.build().one::<(i64,)>(tx).await?;
    let mut query = SqlBuilder::new(LISTED);
    query.push(CASES);
    narrow(&mut query, filter);
    query.push(in_order(filter.order));
    query.push(" LIMIT ").push_bind(limit).push(" OFFSET ").push_bind(offset);
    let unreadable = StoreError::Inconsistent { table: "risk_ratings", column: "level" };
    let rows = query.build().all::<ListedRow>(tx).await?;
    let listed = |row: ListedRow| {
        let level = row.level.map(|level| level.parse()).transpose().ok()?;
        Some(Listed {
            id: CaseId::from_uuid(row.id),
            child: PersonId::from_uuid(row.child_id),
            chair: row.chair_id.map(UserId::from_uuid),
            level,
            columns: row.columns,
        })
    };
    let listed = rows.into_iter().map(listed).collect::<Option<_>>().ok_or(unreadable)?;
    Ok((listed, Table("cases").count("id", total)?))
}

const fn in_order(order: Order) -> &'static str {
    match order {
        Order::Reference => " ORDER BY x.reference",
        Order::Level => {
            " ORDER BY CASE x.level WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 2
                WHEN 'none' THEN 3 ELSE 4 END, x.reference"
        }
        Order::NextMeeting => {
            " ORDER BY CASE WHEN x.next_meeting_on IS NULL THEN 0 ELSE 1 END, x.next_meeting_on,
                x.reference"
        }
        Order::LastMeeting => {
            " ORDER BY CASE WHEN x.last_meeting_on IS NULL THEN 0 ELSE 1 END, x.last_meeting_on,
                x.reference"
        }
    }
}

fn narrow(query: &mut SqlBuilder, filter: &CaseFilter) {
    match filter.standing {
        Standing::Open => query.push(" AND x.closed_on IS NULL"),
        Standing::Closed => query.push(" AND x.closed_on IS NOT NULL"),
        Standing::All => query,
    };
    if let Some(level) = filter.level {
        query.push(" AND x.level = ").push_bind(level.as_str());
    }
    if let Some(chair) = filter.chair {
        query.push(" AND x.chair_id = ").push_bind(chair);
    }
    if let Some(area) = &filter.area {
        query.push(" AND x.area = ").push_bind(area);
    }
    if let Some(text) = &filter.text {
        let key = SearchKey::of(text.as_str());
        if key.words().next().is_none() {
            // Nothing but punctuation: there is nothing to look for.
            query.push(" AND 1 = 0");
            return;
        }
        query.push(" AND (x.reference LIKE ").push_bind(reference_pattern(text.as_str()));
        query.push(" OR (1 = 1");
        for word in key.words() {
            query
                .push(" AND EXISTS (SELECT 1 FROM search_words w WHERE w.person_id = x.child_id AND w.word LIKE ")
                .push_bind(format!("{word}%"))
                .push(")");
        }
        query.push("))");
    }
}

/// Part of a reference as a pattern: capitals, digits and hyphens only.
fn reference_pattern(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_alphanumeric() || *c == '-');
    format!("%{}%", kept.collect::<String>().to_uppercase())
}

/// An open case that somebody chairs.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Chaired {
    id: Uuid,
    /// Its reference.
    pub reference: String,
    /// The child's name.
    pub child_name: String,
    /// Its actions that are not closed.
    pub open_actions: i64,
}

impl Chaired {
    /// Which.
    #[must_use]
    pub const fn id(&self) -> CaseId {
        CaseId::from_uuid(self.id)
    }
}

/// The open cases that somebody chairs, by reference.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn chaired_by(tx: &mut impl Reads, chair: UserId) -> Result<Vec<Chaired>, StoreError> {
    tx.require_case_reach()?;
    sql("SELECT c.id, c.reference, p.name AS child_name,
             (SELECT COUNT(*) FROM actions a
              WHERE a.case_id = c.id AND a.status IN ('open', 'in_progress')) AS open_actions
         FROM cases c
         JOIN people p ON p.id = c.child_id
         WHERE c.chair_id = $1 AND c.closed_on IS NULL
         ORDER BY c.reference")
    .bind(chair)
    .all::<Chaired>(tx)
    .await
}

/// The areas that cases are in.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn areas(tx: &mut impl Reads) -> Result<Vec<String>, StoreError> {
    tx.require_case_reach()?;
    let areas = "SELECT DISTINCT area FROM cases WHERE area IS NOT NULL ORDER BY area";
    let rows = sql(areas).all::<(String,)>(tx).await?;
    Ok(rows.into_iter().map(|(area,)| area).collect())
}

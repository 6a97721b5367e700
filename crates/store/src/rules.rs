//! An authority's own versions of rules, and the days it added to the calendar. The versions that
//! ship are in `domain::policy`; a stored version is never changed.

use chrono::NaiveDate;
use domain::access::Stamp;
use domain::calendar::{CalendarDays, Closure, ProclaimedDay};
use domain::ids::RuleRowId;
use domain::policy::{Rule, Status};
use domain::text::NonBlank;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::statement::sql;

/// Every stored version of every row, by name, part and version.
///
/// # Errors
/// When the database fails or a row is unreadable.
pub async fn list(tx: &mut impl Reads) -> Result<Vec<Rule>, StoreError> {
    sql("SELECT body FROM rules ORDER BY rule, part, row_version")
        .all::<(serde_json::Value,)>(tx)
        .await?
        .into_iter()
        .map(|(body,)| {
            let inconsistent = |_| StoreError::Inconsistent { table: "rules", column: "body" };
            serde_json::from_value(body).map_err(inconsistent)
        })
        .collect()
}

/// Adds a version of a row.
///
/// # Errors
/// [`StoreError::Duplicate`] when the row has that version already.
pub async fn insert(
    tx: &mut WriteTx,
    id: RuleRowId,
    rule: &Rule,
    stamp: &Stamp,
) -> Result<(), StoreError> {
    let inconsistent = |_| StoreError::Inconsistent { table: "rules", column: "body" };
    let body = serde_json::to_value(rule).map_err(inconsistent)?;
    sql("INSERT INTO rules
             (id, rule, part, row_version, effective_from, effective_to, status, body, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
    .bind(id)
    .bind(rule.id.to_string())
    .bind(rule.part.map_or("", domain::policy::Part::key))
    .bind(rule.version)
    .bind(rule.effective_from)
    .bind(rule.effective_to)
    .bind(status(rule.status))
    .bind(body)
    .bind(stamp.at)
    .bind(stamp.by)
    .insert(tx, "rules")
    .await
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Seed => "seed",
        Status::Statutory => "statutory",
        Status::Guidance => "guidance",
        Status::Local => "local",
        Status::Proposed => "proposed",
    }
}

/// What kind of day was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOff {
    /// A bank holiday that was proclaimed.
    Proclaimed,
    /// The authority is shut.
    Closure,
}

/// A day added to the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NonWorkingDay {
    /// The day.
    pub on: NaiveDate,
    /// What kind.
    pub kind: DayOff,
    /// What it is called.
    pub name: NonBlank,
}

#[derive(sqlx::FromRow)]
struct DayRow {
    day: NaiveDate,
    kind: String,
    name: String,
}

impl TryFrom<DayRow> for NonWorkingDay {
    type Error = StoreError;

    fn try_from(row: DayRow) -> Result<Self, StoreError> {
        let inconsistent = |column| StoreError::Inconsistent { table: "non_working_days", column };
        let kind = match row.kind.as_str() {
            "proclaimed" => DayOff::Proclaimed,
            "closure" => DayOff::Closure,
            _ => return Err(inconsistent("kind")),
        };
        let name = NonBlank::new(&row.name).map_err(|_| inconsistent("name"))?;
        Ok(Self { on: row.day, kind, name })
    }
}

/// The days that were added, by date.
///
/// # Errors
/// When the database fails or a row is unreadable.
pub async fn days(tx: &mut impl Reads) -> Result<Vec<NonWorkingDay>, StoreError> {
    sql("SELECT day, kind, name FROM non_working_days ORDER BY day")
        .all::<DayRow>(tx)
        .await?
        .into_iter()
        .map(NonWorkingDay::try_from)
        .collect()
}

/// Adds a day to the calendar.
///
/// # Errors
/// [`StoreError::Duplicate`] when the day is in it already.
pub async fn insert_day(tx: &mut WriteTx, day: &NonWorkingDay) -> Result<(), StoreError> {
    let kind = match day.kind {
        DayOff::Proclaimed => "proclaimed",
        DayOff::Closure => "closure",
    };
    sql("INSERT INTO non_working_days (day, kind, name) VALUES ($1, $2, $3)")
        .bind(day.on)
        .bind(kind)
        .bind(&day.name)
        .insert(tx, "non_working_days")
        .await
}

/// Takes a day off the calendar again.
///
/// # Errors
/// [`StoreError::Missing`] when nobody added it.
pub async fn remove_day(tx: &mut WriteTx, on: NaiveDate) -> Result<(), StoreError> {
    let removed = sql("DELETE FROM non_working_days WHERE day = $1").bind(on).execute(tx).await?;
    if removed == 1 { Ok(()) } else { Err(StoreError::Missing { table: "non_working_days" }) }
}

/// The added days as the calendar takes them.
#[must_use]
pub fn calendar_days(days: &[NonWorkingDay]) -> CalendarDays {
    let mut added = CalendarDays::default();
    for day in days {
        match day.kind {
            DayOff::Proclaimed => added.proclaimed.push(ProclaimedDay::Added { on: day.on }),
            DayOff::Closure => added.closures.push(Closure { from: day.on, to: day.on }),
        }
    }
    added
}

//! One case. Lists of cases and who is in one are in the files below.

mod lists;
mod places;

use chrono::{DateTime, NaiveDate, Utc};
use domain::case::{Case, Closed, Reopened};
use domain::ids::{CaseId, PersonId, UserId};
use domain::text::NonBlank;
use uuid::Uuid;

use crate::agencies::optional;
use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::statement::sql;

pub use lists::{CaseFilter, Chaired, Columns, Listed, Order, Standing, areas, chaired_by, list};
pub use places::{insert_place, people, place, update_place};

#[derive(sqlx::FromRow)]
struct CaseRow {
    id: Uuid,
    reference: String,
    child_id: Uuid,
    opened_on: NaiveDate,
    closed_on: Option<NaiveDate>,
    closed_reason: Option<String>,
    reopened_on: Option<NaiveDate>,
    reopened_reason: Option<String>,
    chair_id: Option<Uuid>,
    area: Option<String>,
    exploitation: serde_json::Value,
    created_at: DateTime<Utc>,
    version: i64,
}

impl TryFrom<CaseRow> for Case {
    type Error = StoreError;

    fn try_from(row: CaseRow) -> Result<Self, StoreError> {
        let inconsistent = |column| StoreError::Inconsistent { table: "cases", column };
        let closed = match (row.closed_on, optional(row.closed_reason.as_deref())) {
            (None, _) => None,
            (Some(on), Some(reason)) => Some(Closed { on, reason }),
            (Some(_), None) => return Err(inconsistent("closed_reason")),
        };
        let reopened = match (row.reopened_on, optional(row.reopened_reason.as_deref())) {
            (None, _) => None,
            (Some(on), Some(reason)) => Some(Reopened { on, reason }),
            (Some(_), None) => return Err(inconsistent("reopened_reason")),
        };
        Ok(Self {
            id: CaseId::from_uuid(row.id),
            reference: NonBlank::new(&row.reference).map_err(|_| inconsistent("reference"))?,
            child: PersonId::from_uuid(row.child_id),
            opened_on: row.opened_on,
            closed,
            reopened,
            chair: row.chair_id.map(UserId::from_uuid),
            area: optional(row.area.as_deref()),
            exploitation: serde_json::from_value(row.exploitation)
                .map_err(|_| inconsistent("exploitation"))?,
            created_at: row.created_at,
            version: row.version,
        })
    }
}

/// A case that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none; when out of reach.
pub async fn get(tx: &mut impl Reads, id: CaseId) -> Result<Case, StoreError> {
    tx.require_case_reach()?;
    sql("SELECT id, reference, child_id, opened_on, closed_on, closed_reason, reopened_on,
             reopened_reason, chair_id, area, exploitation, created_at, version
         FROM cases WHERE id = $1")
    .bind(id)
    .optional::<CaseRow>(tx)
    .await?
    .ok_or(StoreError::Missing { table: "cases" })?
    .try_into()
}

/// Every reference in use, for the next one.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn references(tx: &mut impl Reads) -> Result<Vec<String>, StoreError> {
    tx.require_case_reach()?;
    let rows = sql("SELECT reference FROM cases").all::<(String,)>(tx).await?;
    Ok(rows.into_iter().map(|(reference,)| reference).collect())
}

fn exploitation(case: &Case) -> Result<serde_json::Value, StoreError> {
    serde_json::to_value(&case.exploitation)
        .map_err(|_| StoreError::Inconsistent { table: "cases", column: "exploitation" })
}

/// Adds a case.
///
/// # Errors
/// [`StoreError::Duplicate`] when its reference is taken.
pub async fn insert(tx: &mut WriteTx, case: &Case) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO cases
             (id, reference, child_id, opened_on, closed_on, closed_reason, reopened_on,
              reopened_reason, chair_id, area, exploitation, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)")
    .bind(case.id)
    .bind(&case.reference)
    .bind(case.child)
    .bind(case.opened_on)
    .bind(case.closed.as_ref().map(|closed| closed.on))
    .bind(case.closed.as_ref().map(|closed| &closed.reason))
    .bind(case.reopened.as_ref().map(|reopened| reopened.on))
    .bind(case.reopened.as_ref().map(|reopened| &reopened.reason))
    .bind(case.chair)
    .bind(case.area.as_ref())
    .bind(exploitation(case)?)
    .bind(case.created_at)
    .bind(case.version)
    .insert(tx, "cases")
    .await
}

/// Saves a changed case.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since it was read.
pub async fn update(tx: &mut WriteTx, case: &Case) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE cases
         SET closed_on = $1, closed_reason = $2, reopened_on = $3, reopened_reason = $4,
             chair_id = $5, area = $6, exploitation = $7, version = version + 1
         WHERE id = $8 AND version = $9")
    .bind(case.closed.as_ref().map(|closed| closed.on))
    .bind(case.closed.as_ref().map(|closed| &closed.reason))
    .bind(case.reopened.as_ref().map(|reopened| reopened.on))
    .bind(case.reopened.as_ref().map(|reopened| &reopened.reason))
    .bind(case.chair)
    .bind(case.area.as_ref())
    .bind(exploitation(case)?)
    .bind(case.id)
    .bind(case.version)
    .update_one(tx, "cases")
    .await
}

//! Who covers for a chair who is away.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Stamp;
use domain::cover::Cover;
use domain::ids::{CoverId, UserId};
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::Table;
use crate::statement::{SqlBuilder, sql};

const TABLE: Table = Table("covers");

const COLUMNS: &str = "SELECT id, chair_id, covered_by, from_on, until_on, reason, created_at,
        created_by
    FROM covers";

#[derive(sqlx::FromRow)]
struct CoverRow {
    id: Uuid,
    chair_id: Uuid,
    covered_by: Uuid,
    from_on: NaiveDate,
    until_on: NaiveDate,
    reason: Option<String>,
    created_at: DateTime<Utc>,
    created_by: Uuid,
}

impl TryFrom<CoverRow> for Cover {
    type Error = StoreError;

    fn try_from(row: CoverRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: CoverId::from_uuid(row.id),
            chair: UserId::from_uuid(row.chair_id),
            covered_by: UserId::from_uuid(row.covered_by),
            from: row.from_on,
            until: row.until_on,
            reason: TABLE.optional_text("reason", row.reason.as_deref())?,
            named: Stamp { at: row.created_at, by: UserId::from_uuid(row.created_by) },
        })
    }
}

/// Cover that is not over on a day, by its first day.
///
/// # Errors
/// When the database fails or a row is unreadable.
pub async fn from_day(tx: &mut impl Reads, day: NaiveDate) -> Result<Vec<Cover>, StoreError> {
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE until_on >= ").push_bind(day).push(" ORDER BY from_on, id");
    query.build().all::<CoverRow>(tx).await?.into_iter().map(Cover::try_from).collect()
}

/// Cover that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get(tx: &mut impl Reads, id: CoverId) -> Result<Cover, StoreError> {
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE id = ").push_bind(id);
    let row = query.build().optional::<CoverRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "covers" })?.try_into()
}

/// Names cover.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut WriteTx, cover: &Cover) -> Result<(), StoreError> {
    sql("INSERT INTO covers
             (id, chair_id, covered_by, from_on, until_on, reason, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
    .bind(cover.id)
    .bind(cover.chair)
    .bind(cover.covered_by)
    .bind(cover.from)
    .bind(cover.until)
    .bind(cover.reason.as_ref())
    .bind(cover.named.at)
    .bind(cover.named.by)
    .insert(tx, "covers")
    .await
}

/// Takes cover back; the audit record says that it was there.
///
/// # Errors
/// [`StoreError::Stale`] when somebody took it back meanwhile.
pub async fn remove(tx: &mut WriteTx, id: CoverId) -> Result<(), StoreError> {
    sql("DELETE FROM covers WHERE id = $1").bind(id).update_one(tx, "covers").await
}

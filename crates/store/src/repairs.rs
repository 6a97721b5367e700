//! Entries that were moved from the wrong child's case to the right one.

use chrono::{DateTime, Utc};
use domain::access::Stamp;
use domain::ids::{CaseId, UserId};
use domain::repair::Repair;
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::Table;
use crate::statement::sql;

const TABLE: Table = Table("repairs");

/// A repair as one of its two cases shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InCases {
    /// The repair.
    pub repair: Repair,
    /// The reference of the case it was in.
    pub from_reference: String,
    /// The reference of the case it belongs to.
    pub to_reference: String,
}

#[derive(sqlx::FromRow)]
struct RepairRow {
    wrong_id: Uuid,
    again_id: Uuid,
    entity: String,
    from_case_id: Uuid,
    to_case_id: Uuid,
    reason: String,
    repaired_at: DateTime<Utc>,
    repaired_by: Uuid,
    from_reference: String,
    to_reference: String,
}

impl TryFrom<RepairRow> for InCases {
    type Error = StoreError;

    fn try_from(row: RepairRow) -> Result<Self, StoreError> {
        let repair = Repair {
            entity: TABLE.word("entity", &row.entity)?,
            wrong: row.wrong_id,
            again: row.again_id,
            from: CaseId::from_uuid(row.from_case_id),
            to: CaseId::from_uuid(row.to_case_id),
            reason: TABLE.text("reason", &row.reason)?,
            stamp: Stamp { at: row.repaired_at, by: UserId::from_uuid(row.repaired_by) },
        };
        let (from_reference, to_reference) = (row.from_reference, row.to_reference);
        Ok(Self { repair, from_reference, to_reference })
    }
}

/// Keeps a repair.
///
/// # Errors
/// [`StoreError::Duplicate`] when the entry was moved before.
pub async fn insert(tx: &mut WriteTx, repair: &Repair) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO repairs (wrong_id, again_id, entity, from_case_id, to_case_id, reason,
             repaired_at, repaired_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
    .bind(repair.wrong)
    .bind(repair.again)
    .bind(repair.entity.as_str())
    .bind(repair.from)
    .bind(repair.to)
    .bind(&repair.reason)
    .bind(repair.stamp.at)
    .bind(repair.stamp.by)
    .insert(tx, "repairs")
    .await
}

/// What was moved out of a case or into it, oldest first.
///
/// # Errors
/// When out of reach, the database fails or a row is unreadable.
pub async fn of_case(tx: &mut impl Reads, case: CaseId) -> Result<Vec<InCases>, StoreError> {
    tx.require_case_reach()?;
    sql("SELECT r.wrong_id, r.again_id, r.entity, r.from_case_id, r.to_case_id, r.reason,
             r.repaired_at, r.repaired_by, f.reference AS from_reference,
             t.reference AS to_reference
         FROM repairs r
         JOIN cases f ON f.id = r.from_case_id
         JOIN cases t ON t.id = r.to_case_id
         WHERE r.from_case_id = $1 OR r.to_case_id = $1
         ORDER BY r.repaired_at, r.wrong_id")
    .bind(case)
    .all::<RepairRow>(tx)
    .await?
    .into_iter()
    .map(InCases::try_from)
    .collect()
}

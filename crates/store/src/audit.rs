//! The audit chain in the store: appended in the transaction of the change, never rewritten.

use chrono::{DateTime, Utc};
use domain::access::Stamp;
use domain::audit::{AuditEntry, AuditEvents, Hash, Head};
use domain::ids::{CaseId, UserId};
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::statement::sql;

#[derive(sqlx::FromRow)]
struct EntryRow {
    number: i64,
    at: DateTime<Utc>,
    by_user: Uuid,
    action: String,
    entity: String,
    entity_id: Uuid,
    case_id: Option<Uuid>,
    detail: String,
    previous_hash: Vec<u8>,
    hash: Vec<u8>,
}

impl TryFrom<EntryRow> for AuditEntry {
    type Error = StoreError;

    fn try_from(row: EntryRow) -> Result<Self, StoreError> {
        Ok(Self {
            number: row.number,
            at: row.at,
            by: UserId::from_uuid(row.by_user),
            action: row.action,
            entity: row.entity,
            entity_id: row.entity_id,
            case: row.case_id,
            detail: row.detail,
            previous: hash(row.previous_hash, "previous_hash")?,
            hash: hash(row.hash, "hash")?,
        })
    }
}

fn hash(bytes: Vec<u8>, column: &'static str) -> Result<Hash, StoreError> {
    let bytes = bytes.try_into();
    bytes.map(Hash).map_err(|_| StoreError::Inconsistent { table: "audit_events", column })
}

/// Where the chain stands.
///
/// # Errors
/// When the database fails.
pub async fn head(tx: &mut impl Reads) -> Result<Head, StoreError> {
    #[derive(sqlx::FromRow)]
    struct HeadRow {
        number: i64,
        hash: Vec<u8>,
    }
    let row = sql("SELECT number, hash FROM audit_events ORDER BY number DESC LIMIT 1")
        .optional::<HeadRow>(tx)
        .await?;
    row.map_or(Ok(Head::START), |row| {
        Ok(Head { number: row.number, hash: hash(row.hash, "hash")? })
    })
}

pub(crate) async fn append(
    tx: &mut WriteTx,
    stamp: &Stamp,
    events: &AuditEvents,
) -> Result<(), StoreError> {
    let mut head = head(tx).await?;
    for event in events.iter() {
        let entry = AuditEntry::following(head, stamp, event);
        sql("INSERT INTO audit_events
                 (number, at, by_user, action, entity, entity_id, case_id, detail, previous_hash, hash)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
            .bind(entry.number)
            .bind(entry.at)
            .bind(entry.by)
            .bind(entry.action.as_str())
            .bind(entry.entity.as_str())
            .bind(entry.entity_id)
            .bind(entry.case)
            .bind(entry.detail.as_str())
            .bind(entry.previous)
            .bind(entry.hash)
            .insert(tx, "audit_events")
            .await?;
        head = entry.head();
    }
    Ok(())
}

/// Up to `limit` entries after a number, in order.
///
/// # Errors
/// When the database fails or a row is not an entry.
pub async fn after(
    tx: &mut impl Reads,
    number: i64,
    limit: u32,
) -> Result<Vec<AuditEntry>, StoreError> {
    sql("SELECT number, at, by_user, action, entity, entity_id, case_id, detail, previous_hash, hash
         FROM audit_events
         WHERE number > $1
         ORDER BY number
         LIMIT $2")
        .bind(number)
        .bind(limit)
        .all::<EntryRow>(tx)
        .await?
        .into_iter()
        .map(AuditEntry::try_from)
        .collect()
}

/// The latest entries about a case, newest first: who has seen or changed it.
///
/// # Errors
/// When the database fails or a row is not an entry.
pub async fn of_case(
    tx: &mut impl Reads,
    case: CaseId,
    limit: u32,
) -> Result<Vec<AuditEntry>, StoreError> {
    tx.require_case_reach()?;
    sql("SELECT number, at, by_user, action, entity, entity_id, case_id, detail, previous_hash, hash
         FROM audit_events
         WHERE case_id = $1
         ORDER BY number DESC
         LIMIT $2")
        .bind(case)
        .bind(limit)
        .all::<EntryRow>(tx)
        .await?
        .into_iter()
        .map(AuditEntry::try_from)
        .collect()
}

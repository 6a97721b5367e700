//! Documents beside a meeting: kept in the encrypted store with their digest. The content is
//! read by one function only, which the export use case calls with its audit event.

use chrono::{DateTime, Utc};
use domain::access::Stamp;
use domain::audit::Hash;
use domain::ids::{AgencyId, CaseId, DocumentId, MeetingId, UserId};
use domain::text::NonBlank;
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::{LIST, Table};
use crate::statement::{SqlBuilder, sql};

/// A document without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Which.
    pub id: DocumentId,
    /// The meeting that it belongs to.
    pub meeting: Option<MeetingId>,
    /// The case, when it is about one child.
    pub case: Option<CaseId>,
    /// The agency that sent it.
    pub agency: Option<AgencyId>,
    /// Its name as it came.
    pub name: NonBlank,
    /// Its media type.
    pub media_type: NonBlank,
    /// Its size in bytes.
    pub size: u32,
    /// The hash of its content.
    pub digest: Hash,
    /// When it was added, and by whom.
    pub added: Stamp,
}

#[derive(sqlx::FromRow)]
struct DocumentRow {
    id: Uuid,
    meeting_id: Option<Uuid>,
    case_id: Option<Uuid>,
    agency_id: Option<Uuid>,
    name: String,
    media_type: String,
    size: i64,
    digest: Vec<u8>,
    added_at: DateTime<Utc>,
    added_by: Uuid,
}

const TABLE: Table = Table("documents");

const COLUMNS: &str = "SELECT id, meeting_id, case_id, agency_id, name, media_type, size, digest,
         added_at, added_by
     FROM documents";

impl TryFrom<DocumentRow> for Document {
    type Error = StoreError;

    fn try_from(row: DocumentRow) -> Result<Self, StoreError> {
        let digest = row
            .digest
            .try_into()
            .map_err(|_| StoreError::Inconsistent { table: "documents", column: "digest" })?;
        Ok(Self {
            id: DocumentId::from_uuid(row.id),
            meeting: row.meeting_id.map(MeetingId::from_uuid),
            case: row.case_id.map(CaseId::from_uuid),
            agency: row.agency_id.map(AgencyId::from_uuid),
            name: TABLE.text("name", &row.name)?,
            media_type: TABLE.text("media_type", &row.media_type)?,
            size: TABLE.count("size", row.size)?,
            digest: Hash(digest),
            added: Stamp { at: row.added_at, by: UserId::from_uuid(row.added_by) },
        })
    }
}

/// A document that must exist, without its content.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get(tx: &mut impl Reads, id: DocumentId) -> Result<Document, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE id = ").push_bind(id);
    let row = query.build().optional::<DocumentRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "documents" })?.try_into()
}

/// The documents of some meetings, without their content.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn of_meetings(
    tx: &mut impl Reads,
    meetings: &[MeetingId],
) -> Result<Vec<Document>, StoreError> {
    tx.require_case_reach()?;
    let mut found = Vec::new();
    for some in meetings.chunks(LIST) {
        let mut query = SqlBuilder::new(COLUMNS);
        query.push(" WHERE meeting_id IN ").push_list(some.iter().copied());
        query.push(" ORDER BY added_at, id");
        for row in query.build().all::<DocumentRow>(tx).await? {
            found.push(row.try_into()?);
        }
    }
    Ok(found)
}

/// The content of a document. Taken in the transaction that commits its `exported` event.
///
/// # Errors
/// [`StoreError::Missing`] when there is none; [`StoreError::Damaged`] when the content is not
/// what was added.
pub async fn content(tx: &mut WriteTx, document: &Document) -> Result<Vec<u8>, StoreError> {
    tx.require_case_reach()?;
    let row = sql("SELECT content FROM documents WHERE id = $1")
        .bind(document.id)
        .optional::<(Vec<u8>,)>(tx)
        .await?;
    let (content,) = row.ok_or(StoreError::Missing { table: "documents" })?;
    if Hash::of(&content) == document.digest { Ok(content) } else { Err(StoreError::Damaged) }
}

/// Adds a document.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn insert(
    tx: &mut WriteTx,
    document: &Document,
    content: Vec<u8>,
) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO documents (id, meeting_id, case_id, agency_id, name, media_type, size,
             digest, content, added_at, added_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
    .bind(document.id)
    .bind(document.meeting)
    .bind(document.case)
    .bind(document.agency)
    .bind(&document.name)
    .bind(&document.media_type)
    .bind(document.size)
    .bind(document.digest)
    .bind(content)
    .bind(document.added.at)
    .bind(document.added.by)
    .insert(tx, "documents")
    .await
}

//! Reports asked of agencies before a meeting: one request an agency.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::ids::{AgencyId, DocumentId, MeetingId, ReportRequestId};
use domain::meeting::ReportRequest;
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::{LIST, Table};
use crate::statement::{SqlBuilder, sql};

const TABLE: Table = Table("report_requests");

const COLUMNS: &str = "SELECT id, meeting_id, agency_id, asked_on, due_on, chased, chased_on,
         received_on, not_needed_reason, document_id, version
     FROM report_requests";

#[derive(sqlx::FromRow)]
struct ReportRow {
    id: Uuid,
    meeting_id: Uuid,
    agency_id: Uuid,
    asked_on: NaiveDate,
    due_on: NaiveDate,
    chased: i64,
    chased_on: Option<NaiveDate>,
    received_on: Option<NaiveDate>,
    not_needed_reason: Option<String>,
    document_id: Option<Uuid>,
    version: i64,
}

impl TryFrom<ReportRow> for ReportRequest {
    type Error = StoreError;

    fn try_from(row: ReportRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: ReportRequestId::from_uuid(row.id),
            meeting: MeetingId::from_uuid(row.meeting_id),
            agency: AgencyId::from_uuid(row.agency_id),
            asked_on: row.asked_on,
            due_on: row.due_on,
            chased: TABLE.count("chased", row.chased)?,
            chased_on: row.chased_on,
            received_on: row.received_on,
            not_needed: TABLE
                .optional_text("not_needed_reason", row.not_needed_reason.as_deref())?,
            document: row.document_id.map(DocumentId::from_uuid),
            version: row.version,
        })
    }
}

/// A request that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get(tx: &mut impl Reads, id: ReportRequestId) -> Result<ReportRequest, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE id = ").push_bind(id);
    let row = query.build().optional::<ReportRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "report_requests" })?.try_into()
}

/// The requests before a meeting, by the agency's name.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn of_meeting(
    tx: &mut impl Reads,
    meeting: MeetingId,
) -> Result<Vec<ReportRequest>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE meeting_id = ").push_bind(meeting);
    query.push(
        " ORDER BY (SELECT g.search_key FROM agencies g WHERE g.id = report_requests.agency_id),
             id",
    );
    let rows = query.build().all::<ReportRow>(tx).await?;
    rows.into_iter().map(ReportRequest::try_from).collect()
}

/// The names of agencies that are there to be asked.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn agency_names(
    tx: &mut impl Reads,
    agencies: &[AgencyId],
) -> Result<BTreeMap<AgencyId, String>, StoreError> {
    tx.require_case_reach()?;
    let mut names = BTreeMap::new();
    for some in agencies.chunks(LIST) {
        let mut query = SqlBuilder::new("SELECT id, name FROM agencies WHERE id IN ");
        query.push_list(some.iter().copied());
        let rows = query.build().all::<(Uuid, String)>(tx).await?;
        names.extend(rows.into_iter().map(|(id, name)| (AgencyId::from_uuid(id), name)));
    }
    Ok(names)
}

/// Adds a request.
///
/// # Errors
/// [`StoreError::Duplicate`] when the agency was asked for this meeting already.
pub async fn insert(tx: &mut WriteTx, report: &ReportRequest) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO report_requests (id, meeting_id, agency_id, asked_on, due_on, chased,
             chased_on, received_on, not_needed_reason, document_id, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
    .bind(report.id)
    .bind(report.meeting)
    .bind(report.agency)
    .bind(report.asked_on)
    .bind(report.due_on)
    .bind(report.chased)
    .bind(report.chased_on)
    .bind(report.received_on)
    .bind(report.not_needed.as_ref())
    .bind(report.document)
    .bind(report.version)
    .insert(tx, "report_requests")
    .await
}

/// Saves a changed request.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since `report` was read.
pub async fn update(tx: &mut WriteTx, report: &ReportRequest) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE report_requests
         SET due_on = $1, chased = $2, chased_on = $3, received_on = $4, not_needed_reason = $5,
             document_id = $6, version = version + 1
         WHERE id = $7 AND version = $8")
    .bind(report.due_on)
    .bind(report.chased)
    .bind(report.chased_on)
    .bind(report.received_on)
    .bind(report.not_needed.as_ref())
    .bind(report.document)
    .bind(report.id)
    .bind(report.version)
    .update_one(tx, "report_requests")
    .await
}

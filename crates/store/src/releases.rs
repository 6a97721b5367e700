//! Releases: their state, the choices and decisions in them, their pseudonyms, their finished bytes.

use chrono::{DateTime, NaiveDate, Utc};
use domain::audit::Hash;
use domain::clock::Instant;
use domain::ids::{AgencyId, CaseId, MeetingId, MinutesId, PersonId, ReleaseId, UserId};
use domain::release::{Document, Recipient, RecipientKind, Release};
use domain::text::NonBlank;
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::statement::{SqlBuilder, sql};

mod choices;
pub mod known;
mod report;

pub use choices::{choices, decisions, keep_choice, keep_decision, keep_pseudonym, pseudonyms};

#[derive(sqlx::FromRow)]
struct ReleaseRow {
    id: Uuid,
    meeting_id: Uuid,
    minutes_id: Uuid,
    case_id: Uuid,
    audience: String,
    recipient_person_id: Option<Uuid>,
    recipient_agency_id: Option<Uuid>,
    recipient_name: String,
    status: String,
    seed: i64,
    prepared_by: Uuid,
    prepared_at: DateTime<Utc>,
    approved_by: Option<Uuid>,
    approved_at: Option<DateTime<Utc>>,
    issued_by: Option<Uuid>,
    issued_at: Option<DateTime<Utc>>,
    route: Option<String>,
    returned_reason: Option<String>,
    source_digest: Option<Vec<u8>>,
    digest: Option<Vec<u8>>,
    gate_report: Option<serde_json::Value>,
    version: i64,
}

const COLUMNS: &str = "SELECT r.id, r.meeting_id, r.minutes_id, r.case_id, r.audience,
    r.recipient_person_id, r.recipient_agency_id, r.recipient_name, r.status, r.seed,
    r.prepared_by, r.prepared_at, r.approved_by, r.approved_at, r.issued_by, r.issued_at, r.route,
    r.returned_reason, r.source_digest, r.digest, r.gate_report, r.version FROM releases r";

fn inconsistent(column: &'static str) -> StoreError {
    StoreError::Inconsistent { table: "releases", column }
}

fn hash(column: &'static str, bytes: Option<Vec<u8>>) -> Result<Option<Hash>, StoreError> {
    let read = |bytes: Vec<u8>| bytes.try_into().map(Hash).map_err(|_| inconsistent(column));
    bytes.map(read).transpose()
}

fn text(column: &'static str, text: Option<&str>) -> Result<Option<NonBlank>, StoreError> {
    text.map(|text| NonBlank::new(text).map_err(|_| inconsistent(column))).transpose()
}

fn signed(by: Option<Uuid>, at: Option<Instant>) -> Option<(UserId, Instant)> {
    Some((UserId::from_uuid(by?), at?))
}

impl ReleaseRow {
    fn recipient(&self) -> Result<Recipient, StoreError> {
        let kind = self.audience.parse().map_err(|_| inconsistent("audience"))?;
        match (kind, self.recipient_person_id, self.recipient_agency_id) {
            (RecipientKind::Family, Some(person), None) => {
                Ok(Recipient::Family(PersonId::from_uuid(person)))
            }
            (RecipientKind::AttendingAgency, None, Some(agency)) => {
                Ok(Recipient::AttendingAgency(AgencyId::from_uuid(agency)))
            }
            _ => Err(inconsistent("recipient_person_id")),
        }
    }
}

impl TryFrom<ReleaseRow> for Release {
    type Error = StoreError;

    fn try_from(row: ReleaseRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: ReleaseId::from_uuid(row.id),
            meeting: MeetingId::from_uuid(row.meeting_id),
            minutes: MinutesId::from_uuid(row.minutes_id),
            case: CaseId::from_uuid(row.case_id),
            recipient: row.recipient()?,
            recipient_name: NonBlank::new(&row.recipient_name)
                .map_err(|_| inconsistent("recipient_name"))?,
            status: row.status.parse().map_err(|_| inconsistent("status"))?,
            seed: u32::try_from(row.seed).map_err(|_| inconsistent("seed"))?,
            prepared: (UserId::from_uuid(row.prepared_by), row.prepared_at),
            approved: signed(row.approved_by, row.approved_at),
            issued: signed(row.issued_by, row.issued_at),
            route: text("route", row.route.as_deref())?,
            returned_reason: text("returned_reason", row.returned_reason.as_deref())?,
            source: hash("source_digest", row.source_digest)?,
            digest: hash("digest", row.digest)?,
            gate: row.gate_report.map(report::read).transpose()?,
            version: row.version,
        })
    }
}

/// A release that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get(tx: &mut impl Reads, id: ReleaseId) -> Result<Release, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE r.id = ").push_bind(id);
    let row = query.build().optional::<ReleaseRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "releases" })?.try_into()
}

/// Which releases are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// All of a meeting.
    OfMeeting(MeetingId),
    /// All of a child's case.
    OfCase(CaseId),
    /// Those that still have to be approved, issued or made anew.
    Unfinished,
    /// Those that went out and whose minutes were corrected since, without a later copy for the
    /// same recipient having gone out.
    ToReissue,
}

/// A release beside what names it in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The release.
    pub release: Release,
    /// The meeting's neutral reference.
    pub reference: String,
    /// The day of the meeting.
    pub on: NaiveDate,
    /// The case's reference.
    pub case_reference: String,
    /// The version of the minutes.
    pub minutes_number: u32,
    /// Whether those minutes were corrected since.
    pub superseded: bool,
    /// Who prepared it.
    pub prepared_by: String,
    /// The second person.
    pub approved_by: Option<String>,
    /// Who issued it.
    pub issued_by: Option<String>,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    #[sqlx(flatten)]
    release: ReleaseRow,
    reference: String,
    starts_on: NaiveDate,
    case_reference: String,
    number: i64,
    minutes_status: String,
    prepared_by_name: String,
    approved_by_name: Option<String>,
    issued_by_name: Option<String>,
}

const LISTED: &str = "SELECT r.id, r.meeting_id, r.minutes_id, r.case_id, r.audience,
    r.recipient_person_id, r.recipient_agency_id, r.recipient_name, r.status, r.seed,
    r.prepared_by, r.prepared_at, r.approved_by, r.approved_at, r.issued_by, r.issued_at, r.route,
    r.returned_reason, r.source_digest, r.digest, r.gate_report, r.version,
    m.reference, m.starts_on, c.reference AS case_reference, n.number, n.status AS minutes_status,
    pu.name AS prepared_by_name, au.name AS approved_by_name, iu.name AS issued_by_name
    FROM releases r
    JOIN meetings m ON m.id = r.meeting_id
    JOIN cases c ON c.id = r.case_id
    JOIN minutes n ON n.id = r.minutes_id
    JOIN users pu ON pu.id = r.prepared_by
    LEFT JOIN users au ON au.id = r.approved_by
    LEFT JOIN users iu ON iu.id = r.issued_by";

const TO_REISSUE: &str = " WHERE r.status = 'issued' AND n.status = 'superseded'
    AND NOT EXISTS (SELECT 1 FROM releases l JOIN minutes ln ON ln.id = l.minutes_id
        WHERE l.meeting_id = r.meeting_id AND l.case_id = r.case_id AND l.status = 'issued'
        AND ln.number > n.number
        AND (l.recipient_person_id = r.recipient_person_id
            OR l.recipient_agency_id = r.recipient_agency_id))";

/// The distribution log, newest first.
///
/// # Errors
/// When the database fails or a row is unreadable.
pub async fn list(tx: &mut impl Reads, listing: Listing) -> Result<Vec<Listed>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(LISTED);
    match listing {
        Listing::OfMeeting(meeting) => query.push(" WHERE r.meeting_id = ").push_bind(meeting),
        Listing::OfCase(case) => query.push(" WHERE r.case_id = ").push_bind(case),
        Listing::Unfinished => query.push(" WHERE r.status NOT IN ('issued', 'void')"),
        Listing::ToReissue => query.push(TO_REISSUE),
    };
    query.push(" ORDER BY r.prepared_at DESC, r.id DESC");
    let rows = query.build().all::<ListedRow>(tx).await?;
    rows.into_iter().map(listed).collect()
}

/// A release beside what names it.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get_listed(tx: &mut impl Reads, id: ReleaseId) -> Result<Listed, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(LISTED);
    query.push(" WHERE r.id = ").push_bind(id);
    let row = query.build().optional::<ListedRow>(tx).await?;
    listed(row.ok_or(StoreError::Missing { table: "releases" })?)
}

fn listed(row: ListedRow) -> Result<Listed, StoreError> {
    Ok(Listed {
        release: row.release.try_into()?,
        reference: row.reference,
        on: row.starts_on,
        case_reference: row.case_reference,
        minutes_number: u32::try_from(row.number).map_err(|_| inconsistent("minutes_id"))?,
        superseded: row.minutes_status == "superseded",
        prepared_by: row.prepared_by_name,
        approved_by: row.approved_by_name,
        issued_by: row.issued_by_name,
    })
}

/// Adds a release.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut WriteTx, release: &Release) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO releases (id, meeting_id, minutes_id, case_id, audience, recipient_person_id,
             recipient_agency_id, recipient_name, status, seed, prepared_by, prepared_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)")
    .bind(release.id)
    .bind(release.meeting)
    .bind(release.minutes)
    .bind(release.case)
    .bind(release.recipient.kind().as_str())
    .bind(release.recipient.person())
    .bind(release.recipient.agency())
    .bind(&release.recipient_name)
    .bind(release.status.as_str())
    .bind(release.seed)
    .bind(release.prepared.0)
    .bind(release.prepared.1)
    .bind(release.version)
    .insert(tx, "releases")
    .await
}

/// Saves where a release stands. Recipient, source meeting and seed never change.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since `release` was read.
pub async fn update(tx: &mut WriteTx, release: &Release) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE releases SET status = $1, approved_by = $2, approved_at = $3, issued_by = $4,
             issued_at = $5, route = $6, returned_reason = $7, source_digest = $8, digest = $9,
             gate_report = $10, version = version + 1
         WHERE id = $11 AND version = $12")
    .bind(release.status.as_str())
    .bind(release.approved.map(|(by, _)| by))
    .bind(release.approved.map(|(_, at)| at))
    .bind(release.issued.map(|(by, _)| by))
    .bind(release.issued.map(|(_, at)| at))
    .bind(release.route.as_ref())
    .bind(release.returned_reason.as_ref())
    .bind(release.source.map(|hash| hash.0.to_vec()))
    .bind(release.digest.map(|hash| hash.0.to_vec()))
    .bind(release.gate.as_ref().map(report::write))
    .bind(release.id)
    .bind(release.version)
    .update_one(tx, "releases")
    .await
}

#[derive(sqlx::FromRow)]
struct DocumentRow {
    document: Option<Vec<u8>>,
}

/// The finished bytes of a release, once they are fixed.
///
/// # Errors
/// When the bytes are not those whose hash was recorded.
pub async fn document(tx: &mut impl Reads, release: &Release) -> Result<Document, StoreError> {
    tx.require_case_reach()?;
    let row = sql("SELECT document FROM releases WHERE id = $1")
        .bind(release.id)
        .optional::<DocumentRow>(tx)
        .await?;
    let bytes =
        row.and_then(|row| row.document).ok_or(StoreError::Missing { table: "documents" })?;
    let document = Document::of(bytes);
    if release.digest == Some(document.digest) {
        Ok(document)
    } else {
        Err(inconsistent("document"))
    }
}

/// Keeps the finished bytes of a release, or drops them when it goes back to its author.
///
/// # Errors
/// [`StoreError::Stale`] when there is no such release.
pub async fn keep_document(
    tx: &mut WriteTx,
    id: ReleaseId,
    document: Option<&Document>,
) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE releases SET document = $1 WHERE id = $2")
        .bind(document.map(|document| document.bytes.clone()))
        .bind(id)
        .update_one(tx, "releases")
        .await
}

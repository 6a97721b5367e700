//! Reports asked of agencies, and taking a document out of the store.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::Permission;
use domain::audit::{AuditAction, AuditEvent, AuditEvents, EntityKind, Hash};
use domain::diary::{ReportState, default_due};
use domain::field::{Fields, Invalid, Problem};
use domain::ids::{AgencyId, DocumentId, MeetingId, ReportRequestId};
use domain::meeting::{Meeting, MeetingStatus, ReportRequest};
use domain::text::NonBlank;
use store::Reads;
use store::documents::Document;

use crate::{App, AppError, Session};

/// The largest file that is kept, in bytes.
pub const LARGEST_FILE: usize = 25 * 1024 * 1024;

/// A request with what a list shows beside it.
#[derive(Debug)]
pub struct ReportLine {
    /// The request.
    pub report: ReportRequest,
    /// The agency's name.
    pub agency_name: String,
    /// The size of its file.
    pub document_size: Option<u32>,
    /// Where it stands.
    pub state: ReportState,
}

/// The reports of a meeting.
#[derive(Debug)]
pub struct List {
    /// By agency.
    pub reports: Vec<ReportLine>,
    /// Invited agencies that were not asked.
    pub not_asked: Vec<(AgencyId, String)>,
    /// The day offered for new requests.
    pub due_on: NaiveDate,
}

async fn read_list(app: &App, tx: &mut impl Reads, meeting: &Meeting) -> Result<List, AppError> {
    let today = app.clock.today();
    let calendar = crate::policies::calendar(tx).await?;
    let reports = store::reports::of_meeting(tx, meeting.id).await?;
    let addresses = store::invitations::addresses(tx, &[meeting.id]).await?;
    let mut names: BTreeMap<AgencyId, String> = BTreeMap::new();
    let asked = store::invitations::of_meeting(tx, meeting.id).await?;
    for invitation in asked {
        let address = addresses.iter().find(|address| address.invitation == invitation.id);
        let name = address.and_then(|address| address.agency_name.clone());
        if let Some((agency, name)) = invitation.agency.zip(name) {
            names.insert(agency, name);
        }
    }
    let others: Vec<AgencyId> = reports
        .iter()
        .map(|report| report.agency)
        .filter(|agency| !names.contains_key(agency))
        .collect();
    names.extend(store::reports::agency_names(tx, &others).await?);
    let documents = store::documents::of_meetings(tx, &[meeting.id]).await?;
    let size_of = |id: DocumentId| {
        documents.iter().find(|document| document.id == id).map(|document| document.size)
    };
    let mut not_asked = names.clone();
    let lines = reports.into_iter().map(|report| {
        not_asked.remove(&report.agency);
        ReportLine {
            agency_name: names.get(&report.agency).cloned().unwrap_or_default(),
            document_size: report.document.and_then(size_of),
            state: report.state(today),
            report,
        }
    });
    Ok(List {
        reports: lines.collect(),
        not_asked: not_asked.into_iter().collect(),
        due_on: default_due(&calendar, meeting.on, today)?,
    })
}

/// The reports of a meeting. Opening the list is noted in each child's record.
///
/// # Errors
/// When not allowed, there is no such meeting, or the store fails.
pub async fn list(app: &App, session: &Session, meeting: MeetingId) -> Result<List, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let meeting = store::meetings::get(&mut tx, meeting).await?;
    let list = read_list(app, &mut tx, &meeting).await?;
    let events = events_of(meeting.diary_events(AuditAction::Viewed, &[]))?;
    tx.commit(&session.stamp(app), events).await?;
    Ok(list)
}

fn events_of(mut list: Vec<AuditEvent>) -> Result<AuditEvents, AppError> {
    if list.is_empty() {
        return Err(Invalid::one("agencies", Problem::Required).into());
    }
    let first = list.remove(0);
    Ok(AuditEvents::from(first).and_all(list))
}

/// A request for reports.
#[derive(Debug)]
pub struct Asking {
    /// The meeting.
    pub meeting: MeetingId,
    /// Of which agencies.
    pub agencies: Vec<AgencyId>,
    /// When it should be here; three working days before the meeting when not said.
    pub due_on: Option<NaiveDate>,
}

/// Asks agencies for a report, each once.
///
/// # Errors
/// When not allowed, no agency or an unknown one is chosen, one was asked already, the meeting was
/// held or cancelled, or the day is past or after the meeting.
pub async fn ask(app: &App, session: &Session, asking: Asking) -> Result<List, AppError> {
    session.require(Permission::ScheduleMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let meeting = store::meetings::get(&mut tx, asking.meeting).await?;
    meeting.require_planned()?;
    let today = app.clock.today();
    let calendar = crate::policies::calendar(&mut tx).await?;
    let due_on = match asking.due_on {
        Some(due_on) => due_on,
        None => default_due(&calendar, meeting.on, today)?,
    };
    let mut fields = Fields::default();
    fields.require(due_on >= today, "dueOn", Problem::InPast);
    fields.require(due_on <= meeting.on, "dueOn", Problem::TooLate);
    let known = store::reports::agency_names(&mut tx, &asking.agencies).await?;
    let there = store::reports::of_meeting(&mut tx, meeting.id).await?;
    for (index, agency) in asking.agencies.iter().enumerate() {
        let path = format!("agencies.{index}");
        fields.require(known.contains_key(agency), &path, Problem::NotARecord);
        let is_asked = there.iter().any(|report| report.agency == *agency)
            || asking.agencies.iter().take(index).any(|other| other == agency);
        fields.require(!is_asked, &path, Problem::Taken);
    }
    fields.finish()?;
    let mut events = Vec::new();
    for agency in asking.agencies {
        let (report, event) = ReportRequest::ask(&*app.ids, meeting.id, agency, today, due_on);
        store::reports::insert(&mut tx, &report).await?;
        events.push(event);
    }
    let events = events_of(events)?;
    let list = read_list(app, &mut tx, &meeting).await?;
    tx.commit(&session.stamp(app), events).await?;
    Ok(list)
}

/// A request at the version that somebody read, with its meeting.
async fn as_read(
    tx: &mut impl Reads,
    report: ReportRequestId,
    version: i64,
) -> Result<(ReportRequest, Meeting), AppError> {
    let report = store::reports::get(tx, report).await?;
    if report.version != version {
        return Err(AppError::Stale);
    }
    let meeting = store::meetings::get(tx, report.meeting).await?;
    if meeting.status == MeetingStatus::Cancelled {
        let state = meeting.status.as_str().into();
        return Err(domain::violation::Violation::WrongState { state }.into());
    }
    Ok((report, meeting))
}

/// Notes that a report was chased today.
///
/// # Errors
/// When not allowed, changed meanwhile, or the report is here or not needed.
pub async fn chase(
    app: &App,
    session: &Session,
    report: ReportRequestId,
    version: i64,
) -> Result<List, AppError> {
    session.require(Permission::ScheduleMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let (report, meeting) = as_read(&mut tx, report, version).await?;
    let (report, event) = report.chase(app.clock.today())?;
    store::reports::update(&mut tx, &report).await?;
    let list = read_list(app, &mut tx, &meeting).await?;
    tx.commit(&session.stamp(app), event).await?;
    Ok(list)
}

/// A file that came.
pub struct File {
    /// Its name, as it came.
    pub name: NonBlank,
    /// Its media type.
    pub media_type: NonBlank,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// A report that came.
pub struct Receipt {
    /// Which request.
    pub report: ReportRequestId,
    /// The version that was read.
    pub version: i64,
    /// When it came; today when not said.
    pub received_on: Option<NaiveDate>,
    /// Its file.
    pub file: Option<File>,
}

/// Notes that a report came, and keeps its file encrypted in the store.
///
/// # Errors
/// When not allowed, changed meanwhile, in the future, or the file is empty or too large.
pub async fn receive(app: &App, session: &Session, receipt: Receipt) -> Result<List, AppError> {
    session.require(Permission::ScheduleMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let (report, meeting) = as_read(&mut tx, receipt.report, receipt.version).await?;
    let stamp = session.stamp(app);
    let today = app.clock.today();
    let mut events = Vec::new();
    let mut document = None;
    if let Some(file) = receipt.file {
        let mut fields = Fields::default();
        fields.require(!file.content.is_empty(), "file.content", Problem::Required);
        fields.require(file.content.len() <= LARGEST_FILE, "file.content", Problem::TooLarge);
        fields.finish()?;
        let kept = Document {
            id: DocumentId::new(&*app.ids),
            meeting: Some(meeting.id),
            case: None,
            agency: Some(report.agency),
            name: file.name,
            media_type: file.media_type,
            size: u32::try_from(file.content.len()).unwrap_or(u32::MAX),
            digest: Hash::of(&file.content),
            added: stamp,
        };
        document = Some(kept.id);
        events.push(AuditEvent::new(AuditAction::Added, EntityKind::Document, kept.id));
        store::documents::insert(&mut tx, &kept, file.content).await?;
    }
    let (report, event) = report.receive(receipt.received_on.unwrap_or(today), document, today)?;
    store::reports::update(&mut tx, &report).await?;
    let list = read_list(app, &mut tx, &meeting).await?;
    tx.commit(&stamp, AuditEvents::from(event).and_all(events)).await?;
    Ok(list)
}

/// Notes that a report is not needed.
///
/// # Errors
/// When not allowed, changed meanwhile, or the report is here.
pub async fn not_needed(
    app: &App,
    session: &Session,
    report: ReportRequestId,
    version: i64,
    reason: NonBlank,
) -> Result<List, AppError> {
    session.require(Permission::ScheduleMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let (report, meeting) = as_read(&mut tx, report, version).await?;
    let (report, event) = report.release(reason, app.clock.today())?;
    store::reports::update(&mut tx, &report).await?;
    let list = read_list(app, &mut tx, &meeting).await?;
    tx.commit(&session.stamp(app), event).await?;
    Ok(list)
}

/// A document that left the store.
pub struct Exported {
    /// A neutral name: it says nothing of the child, whatever the file was called.
    pub name: String,
    /// Its media type.
    pub media_type: NonBlank,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// Takes a document out of the store: the one way to its content, noted in the record of every
/// child it belongs to.
///
/// # Errors
/// When not allowed, there is no such document, or its content is not what was added.
pub async fn export(
    app: &App,
    session: &Session,
    document: DocumentId,
) -> Result<Exported, AppError> {
    session.require(Permission::ExportDocuments)?;
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let document = store::documents::get(&mut tx, document).await?;
    let content = store::documents::content(&mut tx, &document).await?;
    let mut cases = Vec::from_iter(document.case);
    let mut reference = String::from("document");
    if let Some(meeting) = document.meeting {
        let meeting = store::meetings::get(&mut tx, meeting).await?;
        reference = meeting.reference.as_str().to_owned();
        cases.extend(meeting.cases.iter().map(|subject| subject.case));
    }
    cases.dedup();
    let event = || AuditEvent::new(AuditAction::Exported, EntityKind::Document, document.id);
    let mut of_cases = cases.into_iter().map(|case| event().in_case(case));
    let events = AuditEvents::from(of_cases.next().unwrap_or_else(event)).and_all(of_cases);
    tx.commit(&session.stamp(app), events).await?;
    let ending = ending(document.name.as_str());
    let name = format!("report-{reference}{ending}");
    Ok(Exported { name, media_type: document.media_type, content })
}

/// The ending of a file's name, when it is short and plain: ".pdf".
fn ending(name: &str) -> String {
    let plain = |ending: &&str| {
        (1..=5).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric())
    };
    let ending = name.rsplit_once('.').map(|(_, ending)| ending).filter(plain);
    ending.map(|ending| format!(".{}", ending.to_ascii_lowercase())).unwrap_or_default()
}

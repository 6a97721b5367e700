//! Reports asked of agencies, and the files beside a meeting, on the wire.

use app::reports::{self, Asking, Receipt, ReportLine};
use chrono::NaiveDate;
use domain::diary::ReportState;
use domain::field::Fields;
use domain::ids::{AgencyId, DocumentId, MeetingId, ReportRequestId};
use domain::text::NonBlank;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ApiError;
use crate::host::Desk;
use crate::invitations::FileView;
use crate::wire::{optional_day, version};

/// Asks for the reports of a meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListReports {
    /// The meeting.
    pub meeting: MeetingId,
}

/// The reports of a meeting.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportList {
    /// By agency.
    pub reports: Vec<ReportView>,
    /// Agencies that are invited and were not asked yet.
    pub not_asked: Vec<AgencyChoice>,
    /// The day offered for new requests: three working days before the meeting.
    pub due_on: NaiveDate,
}

/// An agency to choose.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgencyChoice {
    /// Which.
    pub id: AgencyId,
    /// Its name.
    pub name: String,
}

/// A report asked of an agency.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportView {
    /// Which request.
    pub id: ReportRequestId,
    /// The agency.
    pub agency: AgencyId,
    /// Its name.
    pub agency_name: String,
    /// Where the request stands.
    pub state: ReportState,
    /// When it was asked.
    pub asked_on: NaiveDate,
    /// When it should be here.
    pub due_on: NaiveDate,
    /// How often it was chased.
    pub chased: u32,
    /// When last.
    pub chased_on: Option<NaiveDate>,
    /// When it came.
    pub received_on: Option<NaiveDate>,
    /// Why it is not needed.
    pub not_needed_reason: Option<String>,
    /// The file, to be taken out with `export_document`.
    pub document: Option<DocumentId>,
    /// Its size in bytes.
    pub document_size: Option<u32>,
    /// To name when changing.
    pub version: u32,
}

impl From<ReportLine> for ReportView {
    fn from(line: ReportLine) -> Self {
        let ReportLine { report, agency_name, document_size, state } = line;
        Self {
            id: report.id,
            agency: report.agency,
            agency_name,
            state,
            asked_on: report.asked_on,
            due_on: report.due_on,
            chased: report.chased,
            chased_on: report.chased_on,
            received_on: report.received_on,
            not_needed_reason: report.not_needed.map(NonBlank::into_string),
            document: report.document,
            document_size,
            version: version(report.version),
        }
    }
}

impl From<reports::List> for ReportList {
    fn from(list: reports::List) -> Self {
        Self {
            reports: list.reports.into_iter().map(ReportView::from).collect(),
            not_asked: list
                .not_asked
                .into_iter()
                .map(|(id, name)| AgencyChoice { id, name })
                .collect(),
            due_on: list.due_on,
        }
    }
}

/// The reports of a meeting.
pub(crate) async fn list_reports(
    desk: &Desk<'_>,
    request: ListReports,
) -> Result<ReportList, ApiError> {
    Ok(reports::list(&desk.app, &desk.session, request.meeting).await?.into())
}

/// Asks agencies for a report.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskReports {
    /// The meeting.
    pub meeting: MeetingId,
    /// Which agencies.
    pub agencies: Vec<AgencyId>,
    /// When it should be here; three working days before the meeting when not said.
    #[serde(default)]
    pub due_on: Option<String>,
}

/// Asks agencies for a report.
pub(crate) async fn ask_reports(
    desk: &Desk<'_>,
    request: AskReports,
) -> Result<ReportList, ApiError> {
    let mut fields = Fields::default();
    let due_on = optional_day(&mut fields, "dueOn", request.due_on.as_deref());
    fields.finish()?;
    let asking = Asking { meeting: request.meeting, agencies: request.agencies, due_on };
    Ok(reports::ask(&desk.app, &desk.session, asking).await?.into())
}

/// Notes that a report was chased today.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChaseReport {
    /// Which request.
    pub report: ReportRequestId,
    /// The version that was read.
    pub version: u32,
}

/// Notes that a report was chased.
pub(crate) async fn chase_report(
    desk: &Desk<'_>,
    request: ChaseReport,
) -> Result<ReportList, ApiError> {
    let (app, session) = (&desk.app, &desk.session);
    Ok(reports::chase(app, session, request.report, request.version.into()).await?.into())
}

/// Notes that a report came, with its file or without.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiveReport {
    /// Which request.
    pub report: ReportRequestId,
    /// The version that was read.
    pub version: u32,
    /// When it came; today when not said.
    #[serde(default)]
    pub received_on: Option<String>,
    /// The file, kept encrypted in the store.
    #[serde(default)]
    pub file: Option<ReceivedFile>,
}

/// A file that came.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceivedFile {
    /// Its name, as it came.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes, base64; at most 25 MB of them.
    pub content: String,
}

/// Notes that a report came.
pub(crate) async fn receive_report(
    desk: &Desk<'_>,
    request: ReceiveReport,
) -> Result<ReportList, ApiError> {
    let mut fields = Fields::default();
    let received_on = optional_day(&mut fields, "receivedOn", request.received_on.as_deref());
    let file = match &request.file {
        None => None,
        Some(file) => {
            let name = fields.text("file.name", &file.name);
            let media_type = fields.text("file.mediaType", &file.media_type);
            let content = crate::wire::bytes(&mut fields, "file.content", &file.content);
            match (name, media_type, content) {
                (Some(name), Some(media_type), Some(content)) => {
                    Some(reports::File { name, media_type, content })
                }
                _ => None,
            }
        }
    };
    fields.finish()?;
    let receipt =
        Receipt { report: request.report, version: request.version.into(), received_on, file };
    Ok(reports::receive(&desk.app, &desk.session, receipt).await?.into())
}

/// Notes that a report is not needed.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportNotNeeded {
    /// Which request.
    pub report: ReportRequestId,
    /// The version that was read.
    pub version: u32,
    /// Why.
    pub reason: String,
}

/// Notes that a report is not needed.
pub(crate) async fn report_not_needed(
    desk: &Desk<'_>,
    request: ReportNotNeeded,
) -> Result<ReportList, ApiError> {
    let reason = NonBlank::new(&request.reason)
        .map_err(|error| domain::field::Invalid::one("reason", error.into()))?;
    let (app, session) = (&desk.app, &desk.session);
    let list = reports::not_needed(app, session, request.report, request.version.into(), reason);
    Ok(list.await?.into())
}

/// Takes a document out of the store: an audited export.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportDocument {
    /// Which.
    pub document: DocumentId,
}

/// Takes a document out of the store. The name is neutral, whatever the file was called.
pub(crate) async fn export_document(
    desk: &Desk<'_>,
    request: ExportDocument,
) -> Result<FileView, ApiError> {
    let exported = reports::export(&desk.app, &desk.session, request.document).await?;
    Ok(FileView {
        name: exported.name,
        media_type: exported.media_type.into_string(),
        content: crate::wire::base64(&exported.content),
    })
}

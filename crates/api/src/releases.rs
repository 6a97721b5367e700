//! Copies for one recipient, on the wire: prepare, choose, decide, preview, approve, issue.
//!
//! Offsets count Unicode scalar values from 0, end exclusive (`contracts/redact.md`).

use app::releases::{self, Choosing, Preparing};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use domain::field::{Fields, Problem};
use domain::ids::{AgencyId, CaseId, MeetingId, MinutesId, PersonId, ReleaseId, UserId};
use domain::record::{Audience, Section, WithholdReason};
use domain::release::{
    Choice, Chosen, FoundKind, FoundWhere, PartKind, PartRef, Recipient, RecipientKind,
    ReleaseStatus, WordChoice,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::host::Desk;
use crate::{ApiError, ErrorCode};

mod shape;

use shape::{gate, line, view};

/// Begins a copy of approved minutes for one recipient. There is no "send to all": each recipient
/// has a copy of their own.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrepareRelease {
    /// The meeting, whose minutes are approved or issued.
    pub meeting_id: MeetingId,
    /// The child whose copy it is.
    pub case_id: CaseId,
    /// What kind of recipient.
    pub recipient_kind: RecipientKind,
    /// The child, or the relative or carer in the child's case (`family`).
    pub person_id: Option<PersonId>,
    /// The agency that took part (`attending_agency`).
    pub agency_id: Option<AgencyId>,
    /// The recipient as printed ("Ms Q Fennimore"); the name on record when left out.
    pub recipient: Option<String>,
}

/// Opens a release.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ViewRelease {
    /// Which.
    pub id: ReleaseId,
}

/// Chooses what happens to one part of the record in this copy.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChoosePart {
    /// Which release.
    pub id: ReleaseId,
    /// The version that was read.
    pub version: u32,
    /// What kind of part.
    pub part: PartKind,
    /// Which part.
    #[ts(type = "string")]
    pub part_id: Uuid,
    /// What happens to it.
    pub choice: Choice,
    /// Why it is withheld or reworded: required for both.
    pub reason: Option<WithholdReason>,
    /// The other words, when reworded.
    pub wording: Option<String>,
}

/// Decides words: each decision covers every mention in this copy.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecideWords {
    /// Which release.
    pub id: ReleaseId,
    /// The version that was read.
    pub version: u32,
    /// The words: those of cards, or any others that must not be read.
    pub words: Vec<WordDecision>,
}

/// A word and what happens to it.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WordDecision {
    /// The word as the card has it.
    pub word: String,
    /// What happens to it.
    pub choice: WordChoice,
}

/// Makes the exact document as it stands, without saving it.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewRelease {
    /// Which.
    pub id: ReleaseId,
}

/// Fixes the document and asks the second person.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SubmitRelease {
    /// Which.
    pub id: ReleaseId,
    /// The version that was read.
    pub version: u32,
}

/// Sends a release back to its author.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReturnRelease {
    /// Which.
    pub id: ReleaseId,
    /// The version that was read.
    pub version: u32,
    /// Why.
    pub reason: String,
}

/// Approves a release as the second person (R45).
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApproveRelease {
    /// Which.
    pub id: ReleaseId,
    /// The version that was read.
    pub version: u32,
}

/// Records that the copy goes to its recipient.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IssueRelease {
    /// Which.
    pub id: ReleaseId,
    /// The version that was read.
    pub version: u32,
    /// How it travels ("by hand", "secure e-mail").
    pub route: String,
}

/// Takes the issued document out of the store, exactly as it was approved.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportRelease {
    /// Which.
    pub id: ReleaseId,
}

/// Asks for the distribution log of a meeting, of a case, or of everything still open.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListReleases {
    /// Of this meeting.
    pub meeting_id: Option<MeetingId>,
    /// Of this case.
    pub case_id: Option<CaseId>,
}

/// Asks which recipients hold a copy of minutes that were corrected since.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListReissues {}

/// One line of the distribution log.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseLine {
    /// Which.
    pub id: ReleaseId,
    /// Where it stands.
    pub status: ReleaseStatus,
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Its neutral reference ("7F3K").
    pub meeting_reference: String,
    /// The day it was held.
    pub meeting_on: String,
    /// The child's case.
    pub case_id: CaseId,
    /// Its reference.
    pub case_reference: String,
    /// What kind of recipient.
    pub recipient_kind: RecipientKind,
    /// The recipient as printed.
    pub recipient: String,
    /// The version of the minutes that it is made from.
    pub minutes_number: u32,
    /// Whether those minutes were corrected since.
    pub superseded: bool,
    /// Who prepared it.
    pub prepared_by: UserId,
    /// Their name.
    pub prepared_by_name: String,
    /// When.
    pub prepared_at: String,
    /// The second person.
    pub approved_by_name: Option<String>,
    /// When.
    pub approved_at: Option<String>,
    /// Who issued it.
    pub issued_by_name: Option<String>,
    /// When.
    pub issued_at: Option<String>,
    /// How it travelled.
    pub route: Option<String>,
    /// The SHA-256 of the document, in hexadecimal.
    pub digest: Option<String>,
    /// The name of the file: nothing in it tells whom it is about.
    pub file_name: String,
    /// To name when changing.
    pub version: u32,
}

/// The distribution log.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseList {
    /// The newest first.
    pub releases: Vec<ReleaseLine>,
}

/// A release, whole.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseView {
    /// Its line of the distribution log.
    pub release: ReleaseLine,
    /// The minutes.
    pub minutes_id: MinutesId,
    /// The person who gets it.
    pub person_id: Option<PersonId>,
    /// The agency that gets it.
    pub agency_id: Option<AgencyId>,
    /// Whether the one who asks prepared it, and so cannot approve it.
    pub is_author: bool,
    /// Whether choices may be made: it is being prepared, or was sent back.
    pub is_open: bool,
    /// Whether minutes, people or choices changed after it was submitted: it can only become void.
    pub source_changed: bool,
    /// Why it was sent back.
    pub returned_reason: Option<String>,
    /// The record in reading order, with what happens to each part.
    pub parts: Vec<ReleasePartView>,
    /// One card for each different word that goes or may have to go.
    pub words: Vec<WordCard>,
    /// How many cards wait for a decision; it cannot be submitted before all are decided.
    pub undecided: u32,
    /// What is left out, by reason: what the reader is told.
    pub withheld: Vec<WithheldCount>,
    /// What the gate found when it last refused; empty findings when it let the document pass.
    pub gate: Option<GateView>,
}

/// A part of the record in one release.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReleasePartView {
    /// What kind of part.
    pub part: PartKind,
    /// Which.
    #[ts(type = "string")]
    pub part_id: Uuid,
    /// The section, for passages.
    pub section: Option<Section>,
    /// Whose information or action it is.
    pub agency: Option<String>,
    /// As it stands in the record.
    pub original: String,
    /// For whom it was recorded.
    pub audience: Audience,
    /// Why it may not go further.
    pub restriction: Option<WithholdReason>,
    /// Whether it may go in as it stands; when not, it can be withheld or reworded.
    pub may_include: bool,
    /// What happens to it.
    pub choice: Choice,
    /// Why it is withheld or reworded.
    pub reason: Option<WithholdReason>,
    /// The other words.
    pub wording: Option<String>,
    /// Whether a person chose, and who.
    pub chosen_by_name: Option<String>,
    /// What goes in: the text after protected words were taken out; none when withheld.
    pub preview: Option<String>,
    /// What happens within the text that goes in (`wording`, else `original`).
    pub spans: Vec<SpanView>,
}

/// A stretch of text that goes, stays or waits.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SpanView {
    /// First character.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// What it is (`contracts/redact.md`: `person`, `postcode` …).
    pub label: String,
    /// What is done (`keep`, `withhold`, `pseudonymise`, `generalise`).
    pub action: String,
    /// What stands in its place.
    pub replacement: Option<String>,
    /// False: a person decides.
    pub certain: bool,
    /// The word of its card.
    pub word: String,
}

/// One different word, with everywhere it stands.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WordCard {
    /// The word as it is decided on.
    pub word: String,
    /// What it seems to be.
    pub label: String,
    /// What stands in its place.
    pub replacement: Option<String>,
    /// Whether it is certain: such a word goes, whatever anybody decides.
    pub certain: bool,
    /// What was decided.
    pub decision: Option<WordChoice>,
    /// How often it stands in the parts that go in.
    pub mentions: u32,
    /// Some of the places.
    pub contexts: Vec<WordContext>,
}

/// A word with what stands around it.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WordContext {
    /// What kind of part.
    pub part: PartKind,
    /// Which.
    #[ts(type = "string")]
    pub part_id: Uuid,
    /// What stands before.
    pub before: String,
    /// The word as written there.
    pub word: String,
    /// What stands after.
    pub after: String,
}

/// How many parts are left out for a reason.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WithheldCount {
    /// The reason.
    pub reason: WithholdReason,
    /// How many.
    pub parts: u32,
}

/// What the gate says of a finished document.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GateView {
    /// Whether it may leave.
    pub passed: bool,
    /// What stops it.
    pub findings: Vec<GateFindingView>,
}

/// One thing that stops a document.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GateFindingView {
    /// What kind.
    pub kind: FoundKind,
    /// Where in the file.
    pub place: FoundWhere,
    /// On which page.
    pub page: Option<u32>,
    /// Whose name or number, for those who may see the case.
    pub whose: Option<String>,
    /// The part whose words were found.
    #[ts(type = "string | null")]
    pub part_id: Option<Uuid>,
    /// What form of it ("whole", "initials", "sentence").
    pub form: Option<String>,
}

/// The exact document.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseDocument {
    /// The name of the file.
    pub file_name: String,
    /// What kind of file.
    pub media_type: String,
    /// Its bytes in base64.
    pub content: String,
    /// How many parts go in.
    pub included: u32,
    /// How many are left out.
    pub withheld: u32,
    /// How many words were replaced or taken out.
    pub replaced: u32,
    /// What the gate says of it.
    pub gate: GateView,
}

/// The document as issued.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseFile {
    /// The name of the file.
    pub file_name: String,
    /// What kind of file.
    pub media_type: String,
    /// Its bytes in base64.
    pub content: String,
    /// Their SHA-256, in hexadecimal.
    pub digest: String,
}

const PDF: &str = "application/pdf";

/// Begins a copy for one recipient.
pub(crate) async fn prepare_release(
    desk: &Desk<'_>,
    request: PrepareRelease,
) -> Result<ReleaseView, ApiError> {
    let mut fields = Fields::default();
    let name = fields.optional_text("recipient", request.recipient.as_deref());
    let recipient = match (request.recipient_kind, request.person_id, request.agency_id) {
        (RecipientKind::Family, Some(person), None) => Some(Recipient::Family(person)),
        (RecipientKind::AttendingAgency, None, Some(agency)) => {
            Some(Recipient::AttendingAgency(agency))
        }
        (RecipientKind::Family, None, _) => {
            fields.problem("personId", Problem::Required);
            None
        }
        (RecipientKind::AttendingAgency, _, None) => {
            fields.problem("agencyId", Problem::Required);
            None
        }
        (RecipientKind::Family, Some(_), Some(_)) => {
            fields.problem("agencyId", Problem::Contradicts);
            None
        }
        (RecipientKind::AttendingAgency, Some(_), Some(_)) => {
            fields.problem("personId", Problem::Contradicts);
            None
        }
    };
    fields.finish()?;
    let Some(recipient) = recipient else { return Err(ApiError::of(ErrorCode::Invalid)) };
    let asked = Preparing { meeting: request.meeting_id, case: request.case_id, recipient, name };
    let page = releases::prepare(&desk.app, &desk.session, asked).await?;
    Ok(view(desk, page))
}

/// Opens a release.
pub(crate) async fn view_release(
    desk: &Desk<'_>,
    request: ViewRelease,
) -> Result<ReleaseView, ApiError> {
    let page = releases::view(&desk.app, &desk.session, request.id).await?;
    Ok(view(desk, page))
}

/// Chooses what happens to one part.
pub(crate) async fn choose_part(
    desk: &Desk<'_>,
    request: ChoosePart,
) -> Result<ReleaseView, ApiError> {
    let mut fields = Fields::default();
    let wording = fields.optional_text("wording", request.wording.as_deref());
    let needs_reason = request.choice != Choice::Include;
    fields.require(!needs_reason || request.reason.is_some(), "reason", Problem::Required);
    let needs_wording = request.choice == Choice::Reword;
    fields.require(!needs_wording || wording.is_some(), "wording", Problem::Required);
    fields.finish()?;
    let chosen = match (request.choice, request.reason, wording) {
        (Choice::Include, _, _) => Chosen::Include,
        (Choice::Withhold, Some(reason), _) => Chosen::Withhold(reason),
        (Choice::Reword, Some(reason), Some(wording)) => Chosen::Reword { wording, reason },
        (Choice::Withhold | Choice::Reword, _, _) => return Err(ApiError::of(ErrorCode::Invalid)),
    };
    let asked = Choosing {
        release: request.id,
        version: request.version.into(),
        part: PartRef { kind: request.part, id: request.part_id },
        chosen,
    };
    let page = releases::choose(&desk.app, &desk.session, asked).await?;
    Ok(view(desk, page))
}

/// Decides words.
pub(crate) async fn decide_words(
    desk: &Desk<'_>,
    request: DecideWords,
) -> Result<ReleaseView, ApiError> {
    let mut fields = Fields::default();
    fields.require(!request.words.is_empty(), "words", Problem::Required);
    fields.finish()?;
    let words = request.words.into_iter().map(|word| (word.word, word.choice)).collect();
    let (app, session, version) = (&desk.app, &desk.session, request.version.into());
    let page = releases::decide(app, session, request.id, version, words).await?;
    Ok(view(desk, page))
}

/// Makes the exact document as it stands.
pub(crate) async fn preview_release(
    desk: &Desk<'_>,
    request: PreviewRelease,
) -> Result<ReleaseDocument, ApiError> {
    let preview = releases::preview(&desk.app, &desk.session, request.id).await?;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(ReleaseDocument {
        file_name: preview.file_name,
        media_type: PDF.into(),
        content: BASE64.encode(&preview.document.bytes),
        included: count(preview.included),
        withheld: count(preview.withheld),
        replaced: count(preview.replaced),
        gate: gate(&preview.gate, &preview.names),
    })
}

/// Fixes the document and asks the second person.
pub(crate) async fn submit_release(
    desk: &Desk<'_>,
    request: SubmitRelease,
) -> Result<ReleaseView, ApiError> {
    let (app, session) = (&desk.app, &desk.session);
    let page = releases::submit(app, session, request.id, request.version.into()).await?;
    Ok(view(desk, page))
}

/// Sends a release back to its author.
pub(crate) async fn return_release(
    desk: &Desk<'_>,
    request: ReturnRelease,
) -> Result<ReleaseView, ApiError> {
    let mut fields = Fields::default();
    let reason = fields.text("reason", &request.reason);
    fields.finish()?;
    let Some(reason) = reason else { return Err(ApiError::of(ErrorCode::Invalid)) };
    let (app, session, version) = (&desk.app, &desk.session, request.version.into());
    let page = releases::return_to_author(app, session, request.id, version, reason).await?;
    Ok(view(desk, page))
}

/// Approves a release as the second person.
pub(crate) async fn approve_release(
    desk: &Desk<'_>,
    request: ApproveRelease,
) -> Result<ReleaseView, ApiError> {
    let (app, session) = (&desk.app, &desk.session);
    let page = releases::approve(app, session, request.id, request.version.into()).await?;
    Ok(view(desk, page))
}

/// Records that the copy goes to its recipient.
pub(crate) async fn issue_release(
    desk: &Desk<'_>,
    request: IssueRelease,
) -> Result<ReleaseView, ApiError> {
    let mut fields = Fields::default();
    let route = fields.text("route", &request.route);
    fields.finish()?;
    let Some(route) = route else { return Err(ApiError::of(ErrorCode::Invalid)) };
    let (app, session, version) = (&desk.app, &desk.session, request.version.into());
    let page = releases::issue(app, session, request.id, version, route).await?;
    Ok(view(desk, page))
}

/// The document as issued.
pub(crate) async fn export_release(
    desk: &Desk<'_>,
    request: ExportRelease,
) -> Result<ReleaseFile, ApiError> {
    let (file_name, document) = releases::export(&desk.app, &desk.session, request.id).await?;
    Ok(ReleaseFile {
        file_name,
        media_type: PDF.into(),
        content: BASE64.encode(&document.bytes),
        digest: document.digest.to_hex(),
    })
}

/// The distribution log.
pub(crate) async fn list_releases(
    desk: &Desk<'_>,
    request: ListReleases,
) -> Result<ReleaseList, ApiError> {
    let listing = match (request.meeting_id, request.case_id) {
        (Some(meeting), None) => releases::Listing::OfMeeting(meeting),
        (None, Some(case)) => releases::Listing::OfCase(case),
        (None, None) => releases::Listing::Unfinished,
        (Some(_), Some(_)) => {
            return Err(domain::field::Invalid::one("caseId", Problem::Contradicts).into());
        }
    };
    listed(desk, listing).await
}

/// Who holds a copy of minutes that were corrected since.
pub(crate) async fn list_reissues(
    desk: &Desk<'_>,
    _: ListReissues,
) -> Result<ReleaseList, ApiError> {
    listed(desk, releases::Listing::ToReissue).await
}

async fn listed(desk: &Desk<'_>, listing: releases::Listing) -> Result<ReleaseList, ApiError> {
    let listed = releases::list(&desk.app, &desk.session, listing).await?;
    Ok(ReleaseList { releases: listed.iter().map(line).collect() })
}

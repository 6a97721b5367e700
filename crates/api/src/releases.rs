//! Copies for one recipient, on the wire: prepare, choose, decide, preview, approve, issue.
//!
//! Offsets count Unicode scalar values from 0, end exclusive (`contracts/redact.md`).

use app::releases::{self, Choosing, Preparing};
use domain::field::{Fields, Problem};
use domain::release::{Choice, Chosen, PartRef, Recipient, RecipientKind};

use crate::host::Desk;
use crate::wire::{base64, count};
use crate::{ApiError, ErrorCode};

mod requests;
mod shape;
mod views;

pub use requests::*;
pub use views::*;

use shape::{gate, line, view};

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
    Ok(ReleaseDocument {
        file_name: preview.file_name,
        media_type: PDF.into(),
        content: base64(&preview.document.bytes),
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
        content: base64(&document.bytes),
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

//! Minutes, on the wire: the record as frozen, approving, issuing, correcting, taking it out.

use app::minutes::{self, MinutesPage, Read};
use domain::audit::Hash;
use domain::field::{Fields, Problem};
use domain::frozen::FrozenRecord;
use domain::ids::{MeetingId, MinutesId};
use domain::record::{Minutes, MinutesStatus};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::host::Desk;
use crate::wire::{base64, version, words};
use crate::{ApiError, ErrorCode};

/// Asks for the minutes of a meeting: the newest version, or one by number.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GetMinutes {
    /// Of which meeting.
    pub meeting_id: MeetingId,
    /// Which version; none for the newest.
    pub number: Option<u32>,
}

/// A version of the minutes, and what may be done with it.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MinutesView {
    /// Which.
    pub id: MinutesId,
    /// Of which meeting.
    pub meeting_id: MeetingId,
    /// To name when approving, issuing and correcting.
    pub version: u32,
    /// 1, 2, 3 …
    pub number: u32,
    /// Where it stands.
    pub status: MinutesStatus,
    /// The SHA-256 of the frozen record, in hexadecimal.
    pub digest: String,
    /// The record: of a draft as it stands now, of the others as it was frozen.
    pub record: FrozenRecord,
    /// Why a correction was needed.
    pub correction_reason: Option<String>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// When (RFC 3339, UTC).
    pub approved_at: Option<String>,
    /// Who issued it.
    pub issued_by: Option<String>,
    /// When (RFC 3339, UTC).
    pub issued_at: Option<String>,
    /// When the actions should be out (R40).
    pub actions_due_on: Option<String>,
    /// When the minutes should be out (R41).
    pub minutes_due_on: Option<String>,
    /// Until when corrections are taken (R42), once issued.
    pub corrections_until: Option<String>,
    /// Every version, oldest first.
    pub versions: Vec<VersionView>,
    /// Whether the person who asks may approve it: they chaired.
    pub may_approve: bool,
}

/// A version in the list of versions.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VersionView {
    /// 1, 2, 3 …
    pub number: u32,
    /// Where it stands.
    pub status: MinutesStatus,
    /// Why a correction was needed.
    pub correction_reason: Option<String>,
    /// When it was approved.
    pub approved_at: Option<String>,
    /// When it was issued.
    pub issued_at: Option<String>,
}

/// Freezes a draft. Only who chaired may.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApproveMinutes {
    /// Which version of the minutes.
    pub id: MinutesId,
    /// The version that was read.
    pub version: u32,
    /// The digest of the draft that was read: nobody approves what they did not see.
    pub digest: String,
}

/// Records that approved minutes went out.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IssueMinutes {
    /// Which version of the minutes.
    pub id: MinutesId,
    /// The version that was read.
    pub version: u32,
}

/// Begins a correction: a new draft beside the approved text, which stays until it is replaced.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BeginCorrection {
    /// Which version of the minutes: the newest, approved or issued.
    pub id: MinutesId,
    /// The version that was read.
    pub version: u32,
    /// Why.
    pub reason: String,
}

/// Takes the full minutes out of the store as a PDF. Recorded as an export.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportMinutes {
    /// Which version of the minutes.
    pub id: MinutesId,
}

/// A finished document.
#[derive(Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MinutesFile {
    /// A neutral file name: no name of a child, no type of meeting.
    pub file_name: String,
    /// `application/pdf`.
    pub media_type: String,
    /// The bytes, in base64.
    pub base64: String,
}

fn view(page: MinutesPage, desk: &Desk<'_>) -> MinutesView {
    let (minutes, live) = (page.minutes, page.live);
    let name = |signed: Option<(domain::ids::UserId, _)>| signed.map(|(by, _)| live.user_name(by));
    let is_draft = minutes.status == MinutesStatus::Draft;
    MinutesView {
        id: minutes.id,
        meeting_id: minutes.meeting,
        version: version(minutes.version),
        number: minutes.number,
        status: minutes.status,
        digest: minutes.digest.to_hex(),
        record: page.record,
        correction_reason: words(minutes.correction_reason.as_ref()),
        approved_by: name(minutes.approved),
        approved_at: minutes.approved.map(|(_, at)| at.to_rfc3339()),
        issued_by: name(minutes.issued),
        issued_at: minutes.issued.map(|(_, at)| at.to_rfc3339()),
        actions_due_on: page.actions_due_on.map(|day| day.to_string()),
        minutes_due_on: page.minutes_due_on.map(|day| day.to_string()),
        corrections_until: page.corrections_until.map(|day| day.to_string()),
        versions: live.minutes.iter().map(version_view).collect(),
        may_approve: is_draft && live.meeting.chaired_by() == desk.session.user,
    }
}

fn version_view(minutes: &Minutes) -> VersionView {
    VersionView {
        number: minutes.number,
        status: minutes.status,
        correction_reason: words(minutes.correction_reason.as_ref()),
        approved_at: minutes.approved.map(|(_, at)| at.to_rfc3339()),
        issued_at: minutes.issued.map(|(_, at)| at.to_rfc3339()),
    }
}

async fn newest(desk: &Desk<'_>, meeting: MeetingId) -> Result<MinutesView, ApiError> {
    let page = minutes::view(&desk.app, &desk.session, meeting, None).await?;
    Ok(view(page, desk))
}

/// The minutes of a meeting.
pub(crate) async fn get_minutes(
    desk: &Desk<'_>,
    request: GetMinutes,
) -> Result<MinutesView, ApiError> {
    let (app, session) = (&desk.app, &desk.session);
    let page = minutes::view(app, session, request.meeting_id, request.number).await?;
    Ok(view(page, desk))
}

/// 64 hexadecimal digits.
fn digest(text: &str) -> Option<Hash> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
    }
    Some(Hash(bytes))
}

/// Freezes a draft.
pub(crate) async fn approve_minutes(
    desk: &Desk<'_>,
    request: ApproveMinutes,
) -> Result<MinutesView, ApiError> {
    let mut fields = Fields::default();
    let read_digest = fields.take("digest", digest(&request.digest).ok_or(Problem::NotAChoice));
    fields.finish()?;
    let Some(read_digest) = read_digest else { return Err(ApiError::of(ErrorCode::Invalid)) };
    let read = Read { id: request.id, version: request.version.into() };
    let meeting = minutes::approve(&desk.app, &desk.session, read, read_digest).await?;
    newest(desk, meeting).await
}

/// Records that approved minutes went out.
pub(crate) async fn issue_minutes(
    desk: &Desk<'_>,
    request: IssueMinutes,
) -> Result<MinutesView, ApiError> {
    let read = Read { id: request.id, version: request.version.into() };
    let meeting = minutes::issue(&desk.app, &desk.session, read).await?;
    newest(desk, meeting).await
}

/// Begins a correction.
pub(crate) async fn begin_correction(
    desk: &Desk<'_>,
    request: BeginCorrection,
) -> Result<MinutesView, ApiError> {
    let mut fields = Fields::default();
    let reason = fields.text("reason", &request.reason);
    fields.finish()?;
    let Some(reason) = reason else { return Err(ApiError::of(ErrorCode::Invalid)) };
    let read = Read { id: request.id, version: request.version.into() };
    let meeting = minutes::begin_correction(&desk.app, &desk.session, read, reason).await?;
    newest(desk, meeting).await
}

/// Takes the full minutes out as a PDF.
pub(crate) async fn export_minutes(
    desk: &Desk<'_>,
    request: ExportMinutes,
) -> Result<MinutesFile, ApiError> {
    let file = minutes::export(&desk.app, &desk.session, request.id).await?;
    Ok(MinutesFile {
        file_name: file.name,
        media_type: "application/pdf".into(),
        base64: base64(&file.bytes),
    })
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn a_digest_is_read_back() {
        let hash = domain::audit::Hash::of(b"made up");
        assert_eq!(digest(&hash.to_hex()), Some(hash));
        assert_eq!(digest("12"), None);
    }
}

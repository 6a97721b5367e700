//! What is sent about a cancelled meeting, on the wire.

use domain::ids::MeetingId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CALENDAR, FileView};
use crate::ApiError;
use crate::host::Desk;

/// Asks for what tells people that a meeting was cancelled.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TellCancelled {
    /// The meeting.
    pub meeting: MeetingId,
}

/// What is to be sent: neutral in every part, without a name or a reason.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CancellationView {
    /// "Cancelled: Review meeting, ref 7F3K".
    pub subject: String,
    /// Which meeting will not take place, to copy.
    pub details: String,
    /// A calendar file that takes the meeting out of a calendar.
    pub calendar_file: FileView,
    /// The addresses of agencies who were invited: as blind copies.
    pub agencies: Vec<String>,
    /// Those of the family: one by one, and never with an agency.
    pub family: Vec<String>,
}

/// What tells people that a meeting was cancelled.
pub(crate) async fn tell_cancelled(
    desk: &Desk<'_>,
    request: TellCancelled,
) -> Result<CancellationView, ApiError> {
    let (app, session) = (&desk.app, &desk.session);
    let notice = app::invitations::cancellation(app, session, request.meeting).await?;
    Ok(CancellationView {
        subject: notice.message.subject,
        details: notice.message.details,
        calendar_file: FileView {
            name: notice.message.file_name,
            media_type: CALENDAR.into(),
            content: crate::wire::base64(notice.message.calendar.as_bytes()),
        },
        agencies: notice.agencies,
        family: notice.family,
    })
}

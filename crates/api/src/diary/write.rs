//! Scheduling, moving and cancelling a meeting, on the wire.

use app::diary::write::{MoveTo, NewMeeting, PlaceChange};
use domain::diary::{DayOff, LateReason, Slot};
use domain::field::{Fields, Problem};
use domain::ids::{CaseId, MeetingId, UserId};
use domain::text::NonBlank;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::MeetingLine;
use crate::host::Desk;
use crate::wire::{day, time};
use crate::{ApiError, ErrorCode};

/// A child to be heard, with the reason when the day is later than the rule.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScheduleCase {
    /// The case.
    pub case_id: CaseId,
    /// Why the meeting is later than the rule: needed then, and counted as a breach.
    #[serde(default)]
    pub late_reason: Option<String>,
}

/// Schedules a meeting for one child, or several together. The standing list is invited with it
/// (not yet sent).
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScheduleMeeting {
    /// The children, in order.
    pub cases: Vec<ScheduleCase>,
    /// The day.
    pub on: String,
    /// The time: "09:30".
    pub at: String,
    /// How long, in minutes: 15 to 480.
    pub minutes: u32,
    /// The room.
    #[serde(default)]
    pub place: Option<String>,
    /// The link of an online meeting. A place or a link is needed.
    #[serde(default)]
    pub link: Option<String>,
    /// The chair.
    pub chair: UserId,
    /// Who takes the minutes.
    #[serde(default)]
    pub minute_taker: Option<UserId>,
    /// The person saw the warning that nobody works that day.
    #[serde(default)]
    pub day_off_confirmed: bool,
}

/// A meeting after a change.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeetingSaved {
    /// The meeting.
    pub meeting: MeetingLine,
    /// Whether notice is shorter than R07: a warning.
    pub short_notice: bool,
    /// How many people were told of the time before, and must be told again.
    pub to_tell_again: u32,
}

impl From<app::diary::write::Saved> for MeetingSaved {
    fn from(saved: app::diary::write::Saved) -> Self {
        Self {
            meeting: saved.line.into(),
            short_notice: saved.short_notice,
            to_tell_again: saved.to_tell_again,
        }
    }
}

/// Moves a meeting to another time.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MoveMeeting {
    /// Which.
    pub meeting: MeetingId,
    /// The version that was read.
    pub version: u32,
    /// The new day.
    pub on: String,
    /// The new time.
    pub at: String,
    /// How long, in minutes.
    pub minutes: u32,
    /// Why it moves.
    pub reason: String,
    /// Reasons for the children for whom it is later than the rule.
    #[serde(default)]
    pub late: Vec<ScheduleCase>,
    /// The person saw the warning that nobody works that day.
    #[serde(default)]
    pub day_off_confirmed: bool,
}

/// Changes the room, the link or the minute taker; the time stays.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangePlace {
    /// Which.
    pub meeting: MeetingId,
    /// The version that was read.
    pub version: u32,
    /// The room.
    #[serde(default)]
    pub place: Option<String>,
    /// The link.
    #[serde(default)]
    pub link: Option<String>,
    /// Who takes the minutes.
    #[serde(default)]
    pub minute_taker: Option<UserId>,
}

/// Cancels a meeting: the children go back to the list of reviews to schedule.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CancelMeeting {
    /// Which.
    pub meeting: MeetingId,
    /// The version that was read.
    pub version: u32,
    /// Why.
    pub reason: String,
}

/// Reads the reasons; their paths are those of the form.
fn reasons(fields: &mut Fields, list: &str, cases: &[ScheduleCase]) -> Vec<LateReason> {
    let mut read = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        let path = format!("{list}.{index}.lateReason");
        let reason = fields.optional_text(&path, case.late_reason.as_deref());
        read.push(LateReason { case: case.case_id, reason });
    }
    read
}

fn day_off(confirmed: bool) -> DayOff {
    if confirmed { DayOff::Confirmed } else { DayOff::AskFirst }
}

/// Schedules a meeting.
pub(crate) async fn schedule_meeting(
    desk: &Desk<'_>,
    request: ScheduleMeeting,
) -> Result<MeetingSaved, ApiError> {
    let mut fields = Fields::default();
    fields.require(!request.cases.is_empty(), "cases", Problem::Required);
    let cases = reasons(&mut fields, "cases", &request.cases);
    let on = day(&mut fields, "on", &request.on);
    let at = time(&mut fields, "at", &request.at);
    let place = fields.optional_text("place", request.place.as_deref());
    let link = fields.optional_text("link", request.link.as_deref());
    fields.finish()?;
    let (Some(on), Some(at)) = (on, at) else { return Err(ApiError::of(ErrorCode::Invalid)) };
    let new = NewMeeting {
        cases,
        slot: Slot { on, at, minutes: request.minutes },
        place,
        link,
        chair: request.chair,
        minute_taker: request.minute_taker,
        day_off: day_off(request.day_off_confirmed),
    };
    Ok(app::diary::write::schedule(&desk.app, &desk.session, new).await?.into())
}

/// Moves a meeting.
pub(crate) async fn move_meeting(
    desk: &Desk<'_>,
    request: MoveMeeting,
) -> Result<MeetingSaved, ApiError> {
    let mut fields = Fields::default();
    let on = day(&mut fields, "on", &request.on);
    let at = time(&mut fields, "at", &request.at);
    let reason = fields.text("reason", &request.reason);
    let late = reasons(&mut fields, "late", &request.late);
    fields.finish()?;
    let (Some(on), Some(at), Some(reason)) = (on, at, reason) else {
        return Err(ApiError::of(ErrorCode::Invalid));
    };
    let to = MoveTo {
        meeting: request.meeting,
        version: request.version.into(),
        slot: Slot { on, at, minutes: request.minutes },
        reason,
        late,
        day_off: day_off(request.day_off_confirmed),
    };
    Ok(app::diary::write::move_to(&desk.app, &desk.session, to).await?.into())
}

/// Changes the room or the link.
pub(crate) async fn change_place(
    desk: &Desk<'_>,
    request: ChangePlace,
) -> Result<MeetingSaved, ApiError> {
    let mut fields = Fields::default();
    let change = PlaceChange {
        meeting: request.meeting,
        version: request.version.into(),
        place: fields.optional_text("place", request.place.as_deref()),
        link: fields.optional_text("link", request.link.as_deref()),
        minute_taker: request.minute_taker,
    };
    fields.finish()?;
    Ok(app::diary::write::change_place(&desk.app, &desk.session, change).await?.into())
}

/// Cancels a meeting.
pub(crate) async fn cancel_meeting(
    desk: &Desk<'_>,
    request: CancelMeeting,
) -> Result<MeetingSaved, ApiError> {
    let reason = NonBlank::new(&request.reason)
        .map_err(|error| domain::field::Invalid::one("reason", error.into()))?;
    let (meeting, version) = (request.meeting, request.version.into());
    Ok(app::diary::write::cancel(&desk.app, &desk.session, meeting, version, reason).await?.into())
}

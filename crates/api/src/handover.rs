//! Cover for a chair who is away, and handing a chair's work to another, on the wire.

use app::handover::{self, Chaired, Extent, HeldMeeting, NamedCover, NewCover};
use chrono::NaiveDate;
use domain::field::Fields;
use domain::ids::{CaseId, CoverId, MeetingId, UserId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::host::Desk;
use crate::wire::clock_time;
use crate::wire::{count, day, optional_day, words};
use crate::{ApiError, ErrorCode};

/// Asks who covers for whom.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListCovers {}

/// Cover for a chair who is away.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CoverView {
    /// Which.
    pub id: CoverId,
    /// Who is away.
    pub chair: UserId,
    /// Their name.
    pub chair_name: String,
    /// Who covers.
    pub covered_by: UserId,
    /// Their name.
    pub covered_by_name: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Why.
    pub reason: Option<String>,
}

/// Who covers for whom, now and later.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CoverList {
    /// By first day.
    pub covers: Vec<CoverView>,
}

/// Names cover for a chair. Nothing moves in the diary until meetings are handed over.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddCover {
    /// Who is away.
    pub chair: UserId,
    /// Who covers: somebody who may chair.
    pub covered_by: UserId,
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
    /// Why.
    pub reason: Option<String>,
}

/// Takes cover back.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemoveCover {
    /// Which.
    pub id: CoverId,
}

/// Asks what a hand-over would move, before it is confirmed.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewHandOver {
    /// Whose work.
    pub from: UserId,
    /// To whom.
    pub to: UserId,
    /// The first day of the meetings; without one, everything from today and every open case.
    pub first: Option<String>,
    /// The last day of the meetings.
    pub last: Option<String>,
}

/// A case that would change hands.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseToHandOver {
    /// Which.
    pub id: CaseId,
    /// Its reference.
    pub reference: String,
    /// The child's name.
    pub child_name: String,
    /// Its actions that are not closed: they stay with their owners, the new chair asks after them.
    pub open_actions: u32,
}

/// A meeting that would change hands.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeetingToHandOver {
    /// Which.
    pub id: MeetingId,
    /// Its neutral reference.
    pub reference: String,
    /// The day.
    pub on: NaiveDate,
    /// The time in England.
    pub at: String,
    /// The children's names, in order.
    pub children: Vec<String>,
    /// The reference of the meeting in which who would take it is at that time.
    pub busy_with: Option<String>,
}

/// What a hand-over would move.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandOverPreview {
    /// Open cases by reference; none when days were named.
    pub cases: Vec<CaseToHandOver>,
    /// Planned meetings by day and time.
    pub meetings: Vec<MeetingToHandOver>,
}

/// Hands over the cases and meetings that were chosen: all of them or none.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HandOver {
    /// Whose work.
    pub from: UserId,
    /// To whom: somebody who may chair.
    pub to: UserId,
    /// Which cases; one that is somebody else's by now is refused as stale.
    pub cases: Vec<CaseId>,
    /// Which meetings.
    pub meetings: Vec<MeetingId>,
}

/// What was handed over.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandedOver {
    /// How many cases.
    pub cases: u32,
    /// How many meetings.
    pub meetings: u32,
}

impl From<NamedCover> for CoverView {
    fn from(named: NamedCover) -> Self {
        let NamedCover { cover, chair_name, covered_by_name } = named;
        Self {
            id: cover.id,
            chair: cover.chair,
            chair_name,
            covered_by: cover.covered_by,
            covered_by_name,
            from: cover.from,
            until: cover.until,
            reason: words(cover.reason),
        }
    }
}

impl From<Chaired> for CaseToHandOver {
    fn from(case: Chaired) -> Self {
        Self {
            id: case.id(),
            reference: case.reference,
            child_name: case.child_name,
            open_actions: count(case.open_actions),
        }
    }
}

impl From<HeldMeeting> for MeetingToHandOver {
    fn from(held: HeldMeeting) -> Self {
        let meeting = held.line.meeting;
        Self {
            id: meeting.id,
            reference: meeting.reference.into_string(),
            on: meeting.on,
            at: clock_time(meeting.at),
            children: held.line.children.into_iter().map(|child| child.name).collect(),
            busy_with: held.busy_with,
        }
    }
}

async fn covers(desk: &Desk<'_>) -> Result<CoverList, ApiError> {
    let found = handover::list(&desk.app, &desk.session).await?;
    Ok(CoverList { covers: found.into_iter().map(CoverView::from).collect() })
}

/// Who covers for whom.
pub(crate) async fn list_covers(desk: &Desk<'_>, _: ListCovers) -> Result<CoverList, ApiError> {
    covers(desk).await
}

/// Names cover for a chair.
pub(crate) async fn add_cover(desk: &Desk<'_>, request: AddCover) -> Result<CoverList, ApiError> {
    let mut fields = Fields::default();
    let from = day(&mut fields, "from", &request.from);
    let until = day(&mut fields, "until", &request.until);
    let reason = fields.optional_text("reason", request.reason.as_deref());
    fields.finish()?;
    let (Some(from), Some(until)) = (from, until) else {
        return Err(ApiError::of(ErrorCode::Invalid));
    };
    let AddCover { chair, covered_by, .. } = request;
    let new = NewCover { chair, covered_by, from, until, reason };
    handover::add(&desk.app, &desk.session, new).await?;
    covers(desk).await
}

/// Takes cover back.
pub(crate) async fn remove_cover(
    desk: &Desk<'_>,
    request: RemoveCover,
) -> Result<CoverList, ApiError> {
    handover::remove(&desk.app, &desk.session, request.id).await?;
    covers(desk).await
}

/// What a hand-over would move.
pub(crate) async fn preview_hand_over(
    desk: &Desk<'_>,
    request: PreviewHandOver,
) -> Result<HandOverPreview, ApiError> {
    let mut fields = Fields::default();
    let first = optional_day(&mut fields, "first", request.first.as_deref());
    let last = optional_day(&mut fields, "last", request.last.as_deref());
    fields.finish()?;
    let extent = match (first, last) {
        (None, None) => Extent::Everything,
        // One day named is that day alone.
        (Some(first), last) => Extent::Days(first, last.unwrap_or(first)),
        (None, Some(last)) => Extent::Days(desk.app.clock.today(), last),
    };
    let between = (request.from, request.to);
    let work = handover::preview(&desk.app, &desk.session, between, extent).await?;
    Ok(HandOverPreview {
        cases: work.cases.into_iter().map(CaseToHandOver::from).collect(),
        meetings: work.meetings.into_iter().map(MeetingToHandOver::from).collect(),
    })
}

/// Hands over the cases and meetings that were chosen.
pub(crate) async fn hand_over(desk: &Desk<'_>, request: HandOver) -> Result<HandedOver, ApiError> {
    let HandOver { from, to, cases, meetings } = request;
    let told = HandedOver { cases: count(cases.len()), meetings: count(meetings.len()) };
    let wanted = handover::HandOver { from, to, cases, meetings };
    handover::hand_over(&desk.app, &desk.session, wanted).await?;
    Ok(told)
}

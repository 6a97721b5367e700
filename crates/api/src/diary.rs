//! The diary on the wire: what is to be scheduled, the agenda, planning, scheduling, moving and
//! cancelling a meeting.

pub mod plan;
pub mod to_schedule;
pub mod write;

use app::diary::{DiaryClash, DiaryLine};
use chrono::NaiveDate;
use domain::diary::ClashKind;
use domain::ids::{CaseId, MeetingId, UserId};
use domain::meeting::MeetingStatus;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ApiError;
use crate::host::Desk;
use crate::wire::{clock_time, day};

/// Asks for the meetings of some days.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Agenda {
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
    /// Only this chair's.
    pub chair: Option<UserId>,
}

/// The meetings of some days.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgendaView {
    /// Days with a meeting, in order.
    pub days: Vec<AgendaDay>,
    /// Today.
    pub today: NaiveDate,
}

/// A day of the agenda.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgendaDay {
    /// The day.
    pub on: NaiveDate,
    /// Whether it is a working day.
    pub working_day: bool,
    /// Its meetings, by time. Cancelled ones are here too, with their status.
    pub meetings: Vec<MeetingLine>,
}

/// A meeting in a list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeetingLine {
    /// Which.
    pub id: MeetingId,
    /// Its neutral reference: "7F3K".
    pub reference: String,
    /// A review, or the first.
    pub review: bool,
    /// Where it stands.
    pub status: MeetingStatus,
    /// The day.
    pub on: NaiveDate,
    /// The time in England: "09:30".
    pub at: String,
    /// When it ends: "11:00".
    pub until: String,
    /// How long, in minutes.
    pub minutes: u32,
    /// The room.
    pub place: Option<String>,
    /// The link of an online meeting.
    pub link: Option<String>,
    /// Whose meeting it is.
    pub chair: UserId,
    /// Their name.
    pub chair_name: String,
    /// Who takes the minutes.
    pub minute_taker: Option<UserId>,
    /// Their name.
    pub minute_taker_name: Option<String>,
    /// Why it was cancelled.
    pub cancelled_reason: Option<String>,
    /// The children, in order.
    pub children: Vec<MeetingChild>,
    /// How many are invited, withdrawn ones apart.
    pub invited: u32,
    /// How many of them were sent their invitation.
    pub sent: u32,
    /// How many replied.
    pub replied: u32,
    /// How many will come or send somebody.
    pub coming: u32,
    /// How many reports were asked for and are needed.
    pub reports_asked: u32,
    /// How many of them came.
    pub reports_received: u32,
    /// Rises with each change of time.
    pub sequence: u32,
    /// To name when changing.
    pub version: u32,
}

/// A child at a meeting.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeetingChild {
    /// The case.
    pub case_id: CaseId,
    /// Its reference.
    pub case_reference: String,
    /// The child's name.
    pub name: String,
    /// The rule that asked for the meeting: "R01".
    pub rule: Option<String>,
    /// The last day that kept it.
    pub due_by: Option<NaiveDate>,
    /// By how many days the meeting is later than that.
    pub late_days: Option<u32>,
    /// Why.
    pub late_reason: Option<String>,
}

impl From<DiaryLine> for MeetingLine {
    fn from(line: DiaryLine) -> Self {
        let DiaryLine { meeting, chair_name, minute_taker_name, children, counts } = line;
        let on = meeting.on;
        let children = meeting.cases.iter().zip(children).map(|(subject, child)| MeetingChild {
            case_id: subject.case,
            case_reference: child.reference,
            name: child.name,
            rule: subject.rule.as_ref().map(|rule| rule.as_str().to_owned()),
            due_by: subject.due_by,
            late_days: subject.days_late(on),
            late_reason: subject.late_reason.as_ref().map(|reason| reason.as_str().to_owned()),
        });
        Self {
            children: children.collect(),
            id: meeting.id,
            reference: meeting.reference.as_str().to_owned(),
            review: meeting.review,
            status: meeting.status,
            on,
            at: clock_time(meeting.at),
            until: clock_time(meeting.ends_at()),
            minutes: meeting.minutes,
            place: meeting.place.map(domain::text::NonBlank::into_string),
            link: meeting.link.map(domain::text::NonBlank::into_string),
            chair: meeting.chair,
            chair_name,
            minute_taker: meeting.minute_taker,
            minute_taker_name,
            cancelled_reason: meeting.cancelled_reason.map(domain::text::NonBlank::into_string),
            invited: counts.invited,
            sent: counts.sent,
            replied: counts.replied,
            coming: counts.coming,
            reports_asked: counts.reports_asked,
            reports_received: counts.reports_received,
            sequence: meeting.invitation_sequence,
            version: crate::wire::version(meeting.version),
        }
    }
}

/// Something that stands in the way of a day or time. Only `chair_busy` is refused; the rest is
/// for the person to weigh.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClashView {
    /// What.
    pub kind: ClashKind,
    /// With which meeting.
    pub meeting: Option<MeetingId>,
    /// Its neutral reference.
    pub reference: Option<String>,
    /// When it begins: "09:30".
    pub at: Option<String>,
    /// Who is asked to both.
    pub who: Option<String>,
}

impl From<DiaryClash> for ClashView {
    fn from(clash: DiaryClash) -> Self {
        Self {
            kind: clash.clash.kind,
            meeting: clash.clash.meeting,
            reference: clash.reference,
            at: clash.at.map(clock_time),
            who: clash.who,
        }
    }
}

/// The meetings of some days.
pub(crate) async fn agenda(desk: &Desk<'_>, request: Agenda) -> Result<AgendaView, ApiError> {
    let mut fields = domain::field::Fields::default();
    let from = day(&mut fields, "from", &request.from);
    let until = day(&mut fields, "until", &request.until);
    fields.finish()?;
    let (Some(from), Some(until)) = (from, until) else {
        return Err(ApiError::of(crate::ErrorCode::Invalid));
    };
    let agenda = app::diary::agenda(&desk.app, &desk.session, from, until, request.chair).await?;
    let days = agenda.days.into_iter().map(|day| AgendaDay {
        on: day.on,
        working_day: day.working_day,
        meetings: day.meetings.into_iter().map(MeetingLine::from).collect(),
    });
    Ok(AgendaView { days: days.collect(), today: agenda.today })
}

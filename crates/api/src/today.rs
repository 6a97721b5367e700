//! Today on the wire: what needs somebody's attention now.

use chrono::NaiveDate;
use domain::ids::{AgencyId, MeetingId};
use domain::record::MinutesStatus;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ApiError;
use crate::diary::MeetingLine;
use crate::diary::to_schedule::ToScheduleRow;
use crate::host::Desk;

/// Asks what needs attention.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Today {}

/// What needs attention.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TodayView {
    /// Today.
    pub today: NaiveDate,
    /// Meetings today that the person chairs or takes minutes for, by time.
    pub my_meetings: Vec<MeetingLine>,
    /// Planned meetings of theirs in the fourteen days after today.
    pub next_days: Vec<MeetingLine>,
    /// Reviews that are overdue, due today, due soon or need a fact: of the person's own cases
    /// when they chair, else of all.
    pub reviews: Vec<ToScheduleRow>,
    /// How many reviews are overdue in the authority.
    pub overdue_reviews: u32,
    /// Actions past their date, by agency; the most first.
    pub overdue_actions: Vec<OverdueActions>,
    /// Minutes that the person is writing or has to approve.
    pub drafts: Vec<MinutesLine>,
    /// Minutes that are approved and not issued (R41).
    pub to_issue: Vec<MinutesLine>,
    /// Meetings in the next fourteen days whose replies or reports are missing.
    pub silent_replies: u32,
    /// Reports past their date.
    pub late_reports: u32,
}

/// Overdue actions of an agency.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OverdueActions {
    /// The agency; none for the family's own actions.
    pub agency: Option<AgencyId>,
    /// Its name.
    pub agency_name: Option<String>,
    /// How many.
    pub count: u32,
    /// The oldest date.
    pub oldest: NaiveDate,
}

/// Minutes that need something.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MinutesLine {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its neutral reference.
    pub reference: String,
    /// The children's names.
    pub children: Vec<String>,
    /// When it was held.
    pub held_on: NaiveDate,
    /// Where they stand; none when not begun.
    pub status: Option<MinutesStatus>,
    /// The last day for issuing (R41).
    pub issue_by: Option<NaiveDate>,
    /// Days from today; negative when past.
    pub days_left: Option<i32>,
}

/// What needs attention.
pub(crate) async fn today(desk: &Desk<'_>, _: Today) -> Result<TodayView, ApiError> {
    let today = app::today::look(&desk.app, &desk.session).await?;
    let minutes = |lines: Vec<app::today::MinutesLine>| -> Vec<MinutesLine> {
        let line = |line: app::today::MinutesLine| MinutesLine {
            meeting: line.meeting,
            reference: line.reference,
            children: line.children,
            held_on: line.held_on,
            status: line.status,
            issue_by: line.issue_by,
            days_left: line.days_left.map(crate::wire::signed),
        };
        lines.into_iter().map(line).collect()
    };
    let overdue = |line: app::today::OverdueActions| OverdueActions {
        agency: line.agency,
        agency_name: line.agency_name,
        count: line.count,
        oldest: line.oldest,
    };
    Ok(TodayView {
        today: today.today,
        my_meetings: today.my_meetings.into_iter().map(MeetingLine::from).collect(),
        next_days: today.next_days.into_iter().map(MeetingLine::from).collect(),
        reviews: today.reviews.into_iter().map(ToScheduleRow::from).collect(),
        overdue_reviews: today.overdue_reviews,
        overdue_actions: today.overdue_actions.into_iter().map(overdue).collect(),
        drafts: minutes(today.drafts),
        to_issue: minutes(today.to_issue),
        silent_replies: today.silent_replies,
        late_reports: today.late_reports,
    })
}

//! The list of reviews to schedule, on the wire.

use app::diary::to_schedule::{Booked, Row};
use chrono::NaiveDate;
use domain::case::RatingLevel;
use domain::ids::{CaseId, MeetingId, PersonId, UserId};
use domain::policy::due::{Need, State, Task};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ClashView;
use crate::ApiError;
use crate::host::Desk;
use crate::wire::signed;

/// Asks for the reviews to schedule.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ToSchedule {
    /// Only the cases of this chair.
    #[serde(default)]
    pub chair: Option<UserId>,
}

/// The reviews to schedule.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ToScheduleList {
    /// Missing facts first, then overdue, then by days left.
    pub rows: Vec<ToScheduleRow>,
    /// Today.
    pub today: NaiveDate,
}

/// A review to schedule.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ToScheduleRow {
    /// The case.
    pub case_id: CaseId,
    /// Its reference.
    pub case_reference: String,
    /// The child.
    pub child_id: PersonId,
    /// Their name.
    pub child_name: String,
    /// The level of risk now; none when never rated.
    pub level: Option<RatingLevel>,
    /// The chair of the case.
    pub chair: Option<UserId>,
    /// Their name.
    pub chair_name: Option<String>,
    /// The row of the rules: "R01".
    pub rule: String,
    /// The row in a few words.
    pub rule_title: String,
    /// What is owed.
    pub task: Task,
    /// Where it stands.
    pub state: State,
    /// The missing fact, when the state is `needs_fact`.
    pub needs: Option<Need>,
    /// The last day that keeps the rule.
    pub due_by: Option<NaiveDate>,
    /// The last day on or before it on which a meeting can be booked.
    pub book_by: Option<NaiveDate>,
    /// Days from today to `dueBy`; negative when it is past.
    pub days_left: Option<i32>,
    /// How that was found, a sentence for each step.
    pub why: Vec<String>,
    /// The day to offer: the last working day in time without a clash, else the soonest.
    pub suggested: Option<NaiveDate>,
    /// What stands in the way of the last bookable day, so that an earlier one was suggested.
    pub clashes: Vec<ClashView>,
    /// A meeting is planned, but later than the rule allows.
    pub booked: Option<BookedView>,
}

/// A planned meeting later than the rule.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BookedView {
    /// Which.
    pub meeting: MeetingId,
    /// Its neutral reference.
    pub reference: String,
    /// For when.
    pub on: NaiveDate,
}

impl From<Row> for ToScheduleRow {
    fn from(row: Row) -> Self {
        Self {
            case_id: row.case,
            case_reference: row.case_reference,
            child_id: row.child,
            child_name: row.child_name,
            level: row.level,
            chair: row.chair,
            chair_name: row.chair_name,
            rule: row.owed.rule,
            rule_title: row.owed.title,
            task: row.owed.task,
            state: row.owed.state,
            needs: row.owed.needs,
            due_by: row.owed.due_by,
            book_by: row.owed.book_by,
            days_left: row.owed.days_left.map(signed),
            why: row.owed.why,
            suggested: row.suggested,
            clashes: row.clashes.into_iter().map(ClashView::from).collect(),
            booked: row.booked.map(|Booked { meeting, reference, on }| BookedView {
                meeting,
                reference,
                on,
            }),
        }
    }
}

/// The reviews to schedule.
pub(crate) async fn to_schedule(
    desk: &Desk<'_>,
    request: ToSchedule,
) -> Result<ToScheduleList, ApiError> {
    let list = app::diary::to_schedule::list(&desk.app, &desk.session, request.chair).await?;
    let rows = list.rows.into_iter().map(ToScheduleRow::from).collect();
    Ok(ToScheduleList { rows, today: list.today })
}

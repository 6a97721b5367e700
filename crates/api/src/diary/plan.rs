//! Planning one meeting, on the wire: why this date, the window, what clashes, how full the day.

use app::diary::plan::{Draft, PlanChild, PlanDay};
use chrono::NaiveDate;
use domain::ids::{CaseId, MeetingId, PersonId, UserId};
use domain::policy::due::{State, Task};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ClashView;
use crate::ApiError;
use crate::host::Desk;
use crate::wire::{optional_day, optional_time, signed};

/// Asks what to think of when planning a meeting for one child or several.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanOptions {
    /// The cases.
    pub cases: Vec<CaseId>,
    /// The day thought of.
    #[serde(default)]
    pub on: Option<String>,
    /// The time thought of: "09:30".
    #[serde(default)]
    pub at: Option<String>,
    /// How long, in minutes; 90 when not said.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// The chair; that of the first case when not said.
    #[serde(default)]
    pub chair: Option<UserId>,
    /// The room.
    #[serde(default)]
    pub place: Option<String>,
    /// The meeting being moved, which does not clash with itself.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
}

/// What to think of when planning a meeting.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// Each child and what is owed.
    pub children: Vec<PlanChildView>,
    /// The earliest last day of them all: it decides.
    pub due_by: Option<NaiveDate>,
    /// The last day on or before it on which a meeting can be booked.
    pub book_by: Option<NaiveDate>,
    /// The first day to offer; the soonest bookable day when the rule cannot be kept any more.
    pub opens: Option<NaiveDate>,
    /// The last day to offer; none when the rule cannot be kept any more.
    pub closes: Option<NaiveDate>,
    /// The day to offer first.
    pub suggested: Option<NaiveDate>,
    /// The day thought of, looked at closely.
    pub chosen: Option<PlanDayView>,
    /// The days to offer, each with its workload and clashes for this chair.
    pub offered: Vec<PlanDayView>,
    /// Cases of brothers and sisters that could be heard together, with their due days.
    pub siblings: Vec<SiblingView>,
    /// Whom the standing list and the rules would invite.
    pub standing: Vec<StandingView>,
    /// Today.
    pub today: NaiveDate,
}

/// A child in a plan.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanChildView {
    /// The case.
    pub case_id: CaseId,
    /// Its reference.
    pub case_reference: String,
    /// The child's name.
    pub name: String,
    /// The row of the rules.
    pub rule: Option<String>,
    /// The row in a few words.
    pub rule_title: Option<String>,
    /// What is owed.
    pub task: Option<Task>,
    /// Where it stands.
    pub state: Option<State>,
    /// The last day that keeps the rule.
    pub due_by: Option<NaiveDate>,
    /// Days from today.
    pub days_left: Option<i32>,
    /// How that was found.
    pub why: Vec<String>,
    /// By how many days the day thought of is early.
    pub early_days: Option<u32>,
    /// By how many days it is late: scheduling then needs a reason for this child.
    pub late_days: Option<u32>,
}

/// A day in a plan.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanDayView {
    /// The day.
    pub on: NaiveDate,
    /// Whether a meeting can be booked without being asked twice.
    pub bookable: bool,
    /// How many meetings the chair has that day.
    pub workload: u32,
    /// What stands in the way.
    pub clashes: Vec<ClashView>,
    /// The last day for invitations that gives the notice of R07; a warning when it is past.
    pub invite_by: Option<NaiveDate>,
    /// Whether that day is past.
    pub short_notice: bool,
}

/// A brother's or sister's case.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SiblingView {
    /// The case.
    pub case_id: CaseId,
    /// Its reference.
    pub case_reference: String,
    /// The child's name.
    pub name: String,
    /// The last day that keeps the rule.
    pub due_by: Option<NaiveDate>,
}

/// Somebody whom the standing list would invite.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StandingView {
    /// As what: "Police", "Mother".
    pub capacity: String,
    /// Their name, when somebody is named.
    pub name: Option<String>,
    /// The person, when named.
    pub person: Option<PersonId>,
    /// Their agency.
    pub agency_name: Option<String>,
    /// Whether the meeting needs them.
    pub required: bool,
}

fn child(child: PlanChild) -> PlanChildView {
    let owed = child.owed.as_ref();
    PlanChildView {
        case_id: child.case,
        case_reference: child.case_reference,
        name: child.name,
        rule: owed.map(|owed| owed.rule.clone()),
        rule_title: owed.map(|owed| owed.title.clone()),
        task: owed.map(|owed| owed.task),
        state: owed.map(|owed| owed.state),
        due_by: owed.and_then(|owed| owed.due_by),
        days_left: owed.and_then(|owed| owed.days_left).map(signed),
        why: child.owed.map(|owed| owed.why).unwrap_or_default(),
        early_days: child.early_days,
        late_days: child.late_days,
    }
}

impl From<PlanDay> for PlanDayView {
    fn from(day: PlanDay) -> Self {
        Self {
            on: day.on,
            bookable: day.bookable,
            workload: day.workload,
            clashes: day.clashes.into_iter().map(ClashView::from).collect(),
            invite_by: day.invite_by,
            short_notice: day.short_notice,
        }
    }
}

/// What to think of when planning a meeting.
pub(crate) async fn plan_options(
    desk: &Desk<'_>,
    request: PlanOptions,
) -> Result<PlanView, ApiError> {
    let mut fields = domain::field::Fields::default();
    let draft = Draft {
        cases: request.cases,
        on: optional_day(&mut fields, "on", request.on.as_deref()),
        at: optional_time(&mut fields, "at", request.at.as_deref()),
        minutes: request.minutes,
        chair: request.chair,
        place: fields.optional_text("place", request.place.as_deref()),
        meeting: request.meeting,
    };
    fields.finish()?;
    let plan = app::diary::plan::options(&desk.app, &desk.session, draft).await?;
    Ok(PlanView {
        children: plan.children.into_iter().map(child).collect(),
        due_by: plan.due_by,
        book_by: plan.book_by,
        opens: plan.opens,
        closes: plan.closes,
        suggested: plan.suggested,
        chosen: plan.chosen.map(PlanDayView::from),
        offered: plan.offered.into_iter().map(PlanDayView::from).collect(),
        siblings: plan
            .siblings
            .into_iter()
            .map(|sibling| SiblingView {
                case_id: sibling.case,
                case_reference: sibling.case_reference,
                name: sibling.name,
                due_by: sibling.due_by,
            })
            .collect(),
        standing: plan
            .standing
            .into_iter()
            .map(|seat| StandingView {
                capacity: seat.capacity.into_string(),
                name: seat.name,
                person: seat.person,
                agency_name: seat.agency_name,
                required: seat.required,
            })
            .collect(),
        today: plan.today,
    })
}

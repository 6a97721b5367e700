//! Actions outside meetings, on the wire: lists, progress and history.

use app::actions::{self, Filter, Listed, Page};
use app::live::ReadAction;
use chrono::NaiveDate;
use domain::action::{ActionStatus, Report};
use domain::field::{Fields, Problem};
use domain::ids::{ActionId, AgencyId, CaseId, MeetingId, PersonId};
use domain::record::Audience;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ApiError;
use crate::host::Desk;
use crate::wire::{optional_day, version, words};

/// Asks for a page of actions, soonest due first.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListActions {
    /// Which ones.
    pub filter: ActionFilterFields,
    /// How many to skip.
    pub offset: u32,
    /// How many at most: 1 to 200.
    pub limit: u32,
}

/// Which actions. Everything that is set must hold.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActionFilterFields {
    /// Only of the cases that I chair.
    pub mine: bool,
    /// Only of this agency.
    pub agency_id: Option<AgencyId>,
    /// Only of this case.
    pub case_id: Option<CaseId>,
    /// Only set by this meeting.
    pub meeting_id: Option<MeetingId>,
    /// Only owned by this person.
    pub owner_id: Option<PersonId>,
    /// Only in these states; empty means open and in progress.
    pub statuses: Vec<ActionStatus>,
    /// Only open ones whose day has passed.
    pub overdue: bool,
    /// Also those put off until a later day.
    pub snoozed: bool,
}

/// A page of actions.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionPage {
    /// The rows.
    pub actions: Vec<ActionView>,
    /// How many there are in all.
    pub total: u32,
}

/// An action in a list.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionView {
    /// Which.
    pub id: ActionId,
    /// To name when changing.
    pub version: u32,
    /// The child's case.
    pub case_id: CaseId,
    /// Its reference.
    pub case_reference: String,
    /// The child's name.
    pub child_name: String,
    /// The meeting that set it.
    pub meeting_id: MeetingId,
    /// The day of that meeting.
    pub meeting_on: String,
    /// What is to be done.
    pub action: String,
    /// Who does it, when they have a record.
    pub owner_id: Option<PersonId>,
    /// Their name or post.
    pub owner_name: String,
    /// Their agency; none for the family's own actions.
    pub agency_id: Option<AgencyId>,
    /// Its name.
    pub agency_name: Option<String>,
    /// By when.
    pub due_on: String,
    /// Whether that day has passed and it is still open.
    pub overdue: bool,
    /// What it should bring about.
    pub outcome_sought: Option<String>,
    /// Who may read it.
    pub audience: Audience,
    /// How it stands.
    pub status: ActionStatus,
    /// The last word on it.
    pub note: Option<String>,
    /// When it was closed.
    pub closed_on: Option<String>,
    /// Not before this day on anybody's list.
    pub not_before: Option<String>,
}

/// Asks for one action with its history. Recorded as a view of the case.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GetAction {
    /// Which.
    pub id: ActionId,
}

/// An action and what became of it.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionHistoryView {
    /// The action.
    pub action: ActionView,
    /// Oldest first.
    pub history: Vec<ActionProgressView>,
}

/// One step of an action's history.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionProgressView {
    /// 1, 2, 3 …
    pub number: u32,
    /// The meeting that recorded it; none outside meetings.
    pub meeting_id: Option<MeetingId>,
    /// How it stood then.
    pub status: ActionStatus,
    /// What was said.
    pub note: Option<String>,
    /// When (RFC 3339, UTC).
    pub recorded_at: String,
    /// By whom.
    pub recorded_by: String,
}

/// Records progress outside a meeting.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProgressAction {
    /// Which.
    pub id: ActionId,
    /// The version that was read.
    pub version: u32,
    /// How it stands.
    pub status: ActionStatus,
    /// What was done or why not: required for in progress, not possible and not done.
    pub note: Option<String>,
}

/// Puts an open action off everybody's list until a day, or back on it.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SnoozeAction {
    /// Which.
    pub id: ActionId,
    /// The version that was read.
    pub version: u32,
    /// Not before this day; none brings it back.
    pub not_before: Option<String>,
}

/// The most rows of one page.
const MOST: u32 = 200;

fn view(listed: Listed, today: NaiveDate) -> ActionView {
    let action = listed.action;
    ActionView {
        id: action.id,
        version: version(action.version),
        case_id: action.case,
        case_reference: listed.case_reference,
        child_name: listed.child_name,
        meeting_id: action.meeting,
        meeting_on: listed.meeting_on.to_string(),
        overdue: action.is_overdue(today),
        action: action.action.into_string(),
        owner_id: action.owner,
        owner_name: action.owner_name.into_string(),
        agency_id: action.agency,
        agency_name: listed.agency_name,
        due_on: action.due_on.to_string(),
        outcome_sought: words(action.outcome_sought.as_ref()),
        audience: action.audience,
        status: action.status,
        note: words(action.note.as_ref()),
        closed_on: action.closed_on.map(|day| day.to_string()),
        not_before: action.not_before.map(|day| day.to_string()),
    }
}

/// A page of actions.
pub(crate) async fn list_actions(
    desk: &Desk<'_>,
    request: ListActions,
) -> Result<ActionPage, ApiError> {
    let mut fields = Fields::default();
    fields.require((1..=MOST).contains(&request.limit), "limit", Problem::NotANumber);
    fields.finish()?;
    let (today, asked) = (desk.app.clock.today(), request.filter);
    let statuses = if asked.statuses.is_empty() {
        ActionStatus::ALL.iter().copied().filter(|status| status.is_open()).collect()
    } else {
        asked.statuses
    };
    let filter = Filter {
        chair: asked.mine.then_some(desk.session.user),
        agency: asked.agency_id,
        case: asked.case_id,
        meeting: asked.meeting_id,
        owner: asked.owner_id,
        statuses,
        overdue_on: asked.overdue.then_some(today),
        listed_on: (!asked.snoozed).then_some(today),
    };
    let page = Page { offset: request.offset, limit: request.limit };
    let (rows, total) = actions::list(&desk.app, &desk.session, &filter, page).await?;
    Ok(ActionPage { actions: rows.into_iter().map(|row| view(row, today)).collect(), total })
}

/// One action with its history.
pub(crate) async fn get_action(
    desk: &Desk<'_>,
    request: GetAction,
) -> Result<ActionHistoryView, ApiError> {
    let (listed, history) = actions::get(&desk.app, &desk.session, request.id).await?;
    let history = history.into_iter().map(|(step, name)| ActionProgressView {
        number: step.number,
        meeting_id: step.meeting,
        status: step.status,
        note: words(step.note.as_ref()),
        recorded_at: step.recorded_at.to_rfc3339(),
        recorded_by: name,
    });
    let action = view(listed, desk.app.clock.today());
    Ok(ActionHistoryView { action, history: history.collect() })
}

/// Records progress outside a meeting.
pub(crate) async fn progress_action(
    desk: &Desk<'_>,
    request: ProgressAction,
) -> Result<ActionView, ApiError> {
    let mut fields = Fields::default();
    let note = fields.optional_text("note", request.note.as_deref());
    fields.finish()?;
    let read = ReadAction { id: request.id, version: request.version.into() };
    let report = Report { status: request.status, note };
    let listed = actions::progress(&desk.app, &desk.session, read, report).await?;
    Ok(view(listed, desk.app.clock.today()))
}

/// Puts an open action off everybody's list until a day, or back on it.
pub(crate) async fn snooze_action(
    desk: &Desk<'_>,
    request: SnoozeAction,
) -> Result<ActionView, ApiError> {
    let mut fields = Fields::default();
    let not_before = optional_day(&mut fields, "notBefore", request.not_before.as_deref());
    fields.finish()?;
    let read = ReadAction { id: request.id, version: request.version.into() };
    let listed = actions::put_off(&desk.app, &desk.session, read, not_before).await?;
    Ok(view(listed, desk.app.clock.today()))
}

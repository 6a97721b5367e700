//! The commands about cases: read the form, call one use case, shape the view.

use std::collections::HashMap;

use app::cases::{self, CaseFile, CaseFilter, ListOrder, Order, Standing, day_of};
use app::diary::Owed;
use domain::case::{CasePerson, Closed, Reopened, RiskRating};
use domain::case_rules::{NewCase, level_since};
use domain::field::{Fields, Problem};
use domain::ids::{CaseId, CasePersonId, UserId};
use domain::meeting::{Meeting, MeetingStatus};
use domain::text::NonBlank;

use super::{
    AddCasePerson, AssignChair, CaseDue, CaseFilter as Shown, CaseIdentity, CaseList, CaseMeeting,
    CaseOrder, CasePersonView, CasePlace, CaseRow, CaseView, ChangeCase, ChangeCasePerson,
    ChronologyEntry, ChronologyKind, CloseCase, GetCase, ListCases, OpenCase, RemoveCasePerson,
    ReopenCase,
};
use crate::host::Desk;
use crate::risk::{episode_view, incident_view, rating_views};
use crate::wire::clock_time;
use crate::wire::{self, PAGE, count, day, optional_day, words};
use crate::{ApiError, ErrorCode};

/// Cases in the order asked for.
pub(crate) async fn list_cases(desk: &Desk<'_>, request: ListCases) -> Result<CaseList, ApiError> {
    let mut fields = Fields::default();
    let filter = CaseFilter {
        text: fields.optional_text("text", request.text.as_deref()),
        level: request.level,
        chair: request.chair,
        area: fields.optional_text("area", request.area.as_deref()),
        standing: match request.filter.unwrap_or_default() {
            Shown::Open => Standing::Open,
            Shown::Closed => Standing::Closed,
            Shown::All => Standing::All,
        },
        order: Order::default(),
    };
    let order = match request.order.unwrap_or_default() {
        CaseOrder::Reference => ListOrder::Kept(Order::Reference),
        CaseOrder::Level => ListOrder::Kept(Order::Level),
        CaseOrder::NextMeeting => ListOrder::Kept(Order::NextMeeting),
        CaseOrder::LastMeeting => ListOrder::Kept(Order::LastMeeting),
        CaseOrder::Due => ListOrder::Due,
    };
    fields.finish()?;
    let page = wire::page(request.page);
    let window = ((page - 1).saturating_mul(PAGE), PAGE);
    let found = cases::list(&desk.app, &desk.session, filter, order, window).await?;
    let mut histories: HashMap<CaseId, Vec<RiskRating>> = HashMap::new();
    for rating in found.ratings {
        histories.entry(rating.case).or_default().push(rating);
    }
    let row = |row: cases::CaseRow| {
        let (case, owed) = (row.listed, row.owed);
        let history = histories.get(&case.id).map(Vec::as_slice).unwrap_or_default();
        let columns = case.columns;
        CaseRow {
            id: case.id,
            reference: columns.reference,
            child_id: case.child,
            child_name: columns.child_name,
            child_alias: columns.child_alias,
            level: case.level,
            level_since: level_since(history).map(|(_, at)| day_of(at)),
            chair: case.chair,
            chair_name: columns.chair_name,
            area: columns.area,
            opened_on: columns.opened_on,
            closed_on: columns.closed_on,
            last_meeting_on: columns.last_meeting_on,
            next_meeting_on: columns.next_meeting_on,
            due_by: owed.as_ref().and_then(|owed| owed.due_by),
            due_state: owed.map(|owed| owed.state),
            safe_address: columns.safe_address,
        }
    };
    let cases = found.cases.into_iter().map(row).collect();
    Ok(CaseList { cases, areas: found.areas, total: found.total, page, per_page: PAGE })
}

/// The names of those who sign in, for lists.
pub(crate) fn user_name(file: &CaseFile, id: UserId) -> String {
    let user = file.users.iter().find(|user| user.id == id);
    user.map(|user| user.name.as_str().to_owned()).unwrap_or_default()
}

fn view(file: &CaseFile) -> CaseView {
    let case = &file.case;
    CaseView {
        identity: identity(file),
        chair: case.chair,
        chair_name: case.chair.map(|chair| user_name(file, chair)),
        area: words(case.area.clone()),
        exploitation: case.exploitation.clone(),
        opened_on: case.opened_on,
        reopened_on: case.reopened.as_ref().map(|reopened| reopened.on),
        reopened_reason: words(case.reopened.as_ref().map(|reopened| reopened.reason.clone())),
        closed_reason: case.closed.as_ref().map(|closed| closed.reason.as_str().to_owned()),
        people: file.places.iter().map(|place| place_view(file, place)).collect(),
        ratings: rating_views(file),
        incidents: file.incidents.iter().rev().map(|one| incident_view(file, one)).collect(),
        missing_episodes: file.episodes.iter().rev().map(|one| episode_view(file, one)).collect(),
        meetings: file.meetings.iter().rev().map(|one| meeting_view(file, one)).collect(),
        due: file.owed.as_ref().map(due_view),
        chronology: chronology(file),
        version: count(case.version),
    }
}

fn identity(file: &CaseFile) -> CaseIdentity {
    use domain::person::NameKind::{Alias, Nickname};
    let (case, child) = (&file.case, &file.child);
    let alias = child.names.iter().find(|other| matches!(other.kind, Alias | Nickname));
    let level = file.level();
    CaseIdentity {
        id: case.id,
        reference: case.reference.as_str().to_owned(),
        child_id: child.id,
        child_name: child.name.as_str().to_owned(),
        child_alias: alias.map(|other| other.name.as_str().to_owned()),
        date_of_birth: child.date_of_birth,
        level: level.map(|(level, _)| level),
        level_since: level.map(|(_, at)| day_of(at)),
        safe_address_reason: words(child.safe_address.clone()),
        closed_on: case.closed.as_ref().map(|closed| closed.on),
    }
}

fn place_view(file: &CaseFile, place: &CasePerson) -> CasePersonView {
    let person = file.people.iter().find(|person| person.id == place.person);
    let agency = file.agencies.iter().find(|agency| Some(agency.id) == place.agency);
    CasePersonView {
        id: place.id,
        person_id: place.person,
        name: person.map(|person| person.name.as_str().to_owned()).unwrap_or_default(),
        relationship: place.relationship,
        description: words(place.description.clone()),
        agency_id: place.agency,
        agency_name: agency.map(|agency| agency.name.as_str().to_owned()),
        parental_responsibility: place.parental_responsibility,
        invited: place.invited,
        until: place.until,
        safe_address: person.is_some_and(|person| person.safe_address.is_some()),
    }
}

fn meeting_view(file: &CaseFile, meeting: &Meeting) -> CaseMeeting {
    let here = meeting.cases.iter().find(|subject| subject.case == file.case.id);
    let chair = meeting.vice_chair.as_ref().map_or(meeting.chair, |vice| vice.user);
    CaseMeeting {
        id: meeting.id,
        reference: meeting.reference.as_str().to_owned(),
        meeting_type: meeting.meeting_type.as_str().to_owned(),
        review: meeting.review,
        status: meeting.status,
        on: meeting.on,
        at: clock_time(meeting.at),
        chair_name: user_name(file, chair),
        level: here.and_then(|subject| subject.level),
        route: here.and_then(|subject| subject.route),
        cancelled_reason: words(meeting.cancelled_reason.clone()),
    }
}

fn due_view(owed: &Owed) -> CaseDue {
    CaseDue {
        by: owed.due_by,
        state: owed.state,
        rule: owed.rule.clone(),
        rule_title: owed.title.clone(),
        why: owed.why.clone(),
    }
}

/// Everything that happened and was not declared wrong, newest first.
fn chronology(file: &CaseFile) -> Vec<ChronologyEntry> {
    let case = &file.case;
    let entry = |on, kind, id: String, text: Option<&NonBlank>| ChronologyEntry {
        on,
        at: None,
        kind,
        id,
        level: None,
        meeting_type: None,
        text: text.map(|text| text.as_str().to_owned()),
    };
    let at = |at: domain::clock::Instant, kind, id, text| ChronologyEntry {
        at: Some(at.to_rfc3339()),
        ..entry(day_of(at), kind, id, text)
    };
    let mut lines = vec![entry(case.opened_on, ChronologyKind::Opened, case.id.to_string(), None)];
    for one in file.ratings.iter().filter(|one| one.voided.is_none()) {
        let line = at(one.rated_at, ChronologyKind::Rated, one.id.to_string(), Some(&one.reason));
        lines.push(ChronologyEntry { level: Some(one.level), ..line });
    }
    for one in file.incidents.iter().filter(|one| one.voided.is_none()) {
        let (kind, id) = (ChronologyKind::Incident, one.id.to_string());
        lines.push(entry(one.happened_on, kind, id, Some(&one.summary)));
    }
    for one in file.episodes.iter().filter(|one| one.voided.is_none()) {
        let id = one.id.to_string();
        let (left, back) = (ChronologyKind::WentMissing, ChronologyKind::Returned);
        lines.push(at(one.started_at, left, id.clone(), one.note.as_ref()));
        lines.extend(one.returned_at.map(|returned| at(returned, back, id, None)));
    }
    for one in file.meetings.iter().filter(|one| one.status == MeetingStatus::Held) {
        let line = entry(one.on, ChronologyKind::MeetingHeld, one.id.to_string(), None);
        let meeting_type = Some(one.meeting_type.as_str().to_owned());
        lines.push(ChronologyEntry { meeting_type, ..line });
    }
    if let Some(Reopened { on, reason }) = &case.reopened {
        lines.push(entry(*on, ChronologyKind::Reopened, case.id.to_string(), Some(reason)));
    }
    if let Some(Closed { on, reason }) = &case.closed {
        lines.push(entry(*on, ChronologyKind::Closed, case.id.to_string(), Some(reason)));
    }
    lines.sort_by(|a, b| (b.on, &b.at, b.kind).cmp(&(a.on, &a.at, a.kind)));
    lines
}

pub(crate) fn shown(file: &CaseFile) -> CaseView {
    view(file)
}

/// One case.
pub(crate) async fn get_case(desk: &Desk<'_>, request: GetCase) -> Result<CaseView, ApiError> {
    Ok(view(&cases::get(&desk.app, &desk.session, request.id).await?))
}

/// Opens a case for a child.
pub(crate) async fn open_case(desk: &Desk<'_>, request: OpenCase) -> Result<CaseView, ApiError> {
    let mut fields = Fields::default();
    let opened_on = optional_day(&mut fields, "openedOn", request.opened_on.as_deref());
    let area = fields.optional_text("area", request.area.as_deref());
    fields.finish()?;
    let new = NewCase {
        child: request.child_id,
        opened_on: opened_on.unwrap_or_else(|| desk.app.clock.today()),
        chair: request.chair,
        area,
        exploitation: request.exploitation,
    };
    Ok(view(&cases::open(&desk.app, &desk.session, new).await?))
}

/// Changes a case.
pub(crate) async fn change_case(
    desk: &Desk<'_>,
    request: ChangeCase,
) -> Result<CaseView, ApiError> {
    let mut fields = Fields::default();
    let area = fields.optional_text("area", request.area.as_deref());
    fields.finish()?;
    let read = (request.id, request.version.into());
    let exploitation = request.exploitation;
    Ok(view(&cases::change(&desk.app, &desk.session, read, area, exploitation).await?))
}

/// Names the chair of a case.
pub(crate) async fn assign_chair(
    desk: &Desk<'_>,
    request: AssignChair,
) -> Result<CaseView, ApiError> {
    let read = (request.id, request.version.into());
    Ok(view(&cases::assign_chair(&desk.app, &desk.session, read, request.chair).await?))
}

/// Closes a case.
pub(crate) async fn close_case(desk: &Desk<'_>, request: CloseCase) -> Result<CaseView, ApiError> {
    let mut fields = Fields::default();
    let on = day(&mut fields, "on", &request.on);
    let reason = fields.text("reason", &request.reason);
    fields.finish()?;
    let (Some(on), Some(reason)) = (on, reason) else {
        return Err(ApiError::of(ErrorCode::Invalid));
    };
    let read = (request.id, request.version.into());
    Ok(view(&cases::close(&desk.app, &desk.session, read, on, reason).await?))
}

/// Opens a closed case again.
pub(crate) async fn reopen_case(
    desk: &Desk<'_>,
    request: ReopenCase,
) -> Result<CaseView, ApiError> {
    let mut fields = Fields::default();
    let reason = fields.text("reason", &request.reason);
    fields.finish()?;
    let reason = reason.ok_or(ApiError::of(ErrorCode::Invalid))?;
    let read = (request.id, request.version.into());
    Ok(view(&cases::reopen(&desk.app, &desk.session, read, reason).await?))
}

fn in_place(person: CasePerson, place: CasePlace, description: Option<NonBlank>) -> CasePerson {
    CasePerson {
        relationship: place.relationship,
        description,
        agency: place.agency_id,
        parental_responsibility: place.parental_responsibility,
        invited: place.invited,
        ..person
    }
}

/// "Taken" is told at the field.
fn taken(error: app::AppError) -> ApiError {
    use domain::{field::Invalid, violation::Violation};
    match error {
        app::AppError::Refused(Violation::Taken) => {
            Invalid::one("place.relationship", Problem::Taken).into()
        }
        other => other.into(),
    }
}

/// Puts somebody into a case.
pub(crate) async fn add_case_person(
    desk: &Desk<'_>,
    request: AddCasePerson,
) -> Result<CaseView, ApiError> {
    let mut fields = Fields::default();
    let text = request.place.description.as_deref();
    let description = fields.optional_text("place.description", text);
    fields.finish()?;
    let person = CasePerson {
        id: CasePersonId::new(&*desk.app.ids),
        case: request.case_id,
        person: request.person_id,
        relationship: request.place.relationship,
        description: None,
        agency: None,
        parental_responsibility: false,
        invited: false,
        until: None,
    };
    let place = in_place(person, request.place, description);
    let file = cases::add_person(&desk.app, &desk.session, place).await;
    Ok(view(&file.map_err(taken)?))
}

/// Changes somebody's place in a case.
pub(crate) async fn change_case_person(
    desk: &Desk<'_>,
    request: ChangeCasePerson,
) -> Result<CaseView, ApiError> {
    let mut fields = Fields::default();
    let text = request.place.description.as_deref();
    let description = fields.optional_text("place.description", text);
    fields.finish()?;
    let change = |person| in_place(person, request.place, description);
    let file = cases::change_person(&desk.app, &desk.session, request.id, change).await;
    Ok(view(&file.map_err(taken)?))
}

/// Ends somebody's part in a case.
pub(crate) async fn remove_case_person(
    desk: &Desk<'_>,
    request: RemoveCasePerson,
) -> Result<CaseView, ApiError> {
    let mut fields = Fields::default();
    let until = optional_day(&mut fields, "until", request.until.as_deref());
    fields.finish()?;
    let until = Some(until.unwrap_or_else(|| desk.app.clock.today()));
    let change = |person| CasePerson { until, invited: false, ..person };
    Ok(view(&cases::change_person(&desk.app, &desk.session, request.id, change).await?))
}

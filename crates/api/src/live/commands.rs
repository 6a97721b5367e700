//! The commands of the screen of a meeting: parse, one use case, the whole view again.

use app::live::{self, DecisionDraft, MarkRow, Place, Read, ReadAction, Saved};
use domain::action::{ActionTerms, Report};
use domain::field::{Fields, Invalid, Problem};
use domain::hold::{AttendanceChange, Conclusion, PassageChange};
use domain::ids::{DecisionId, MeetingId};
use domain::meeting::{Mark, Substitute};
use domain::record::Decision;
use domain::text::NonBlank;

use super::map::{live_view, passage_view};
use super::{
    ActionFields, AddAction, Adjourn, AttendanceMark, ChangeAction, CloseInquorate, CloseMeeting,
    ConcludeChild, DeclareInterest, LiveMeeting, LiveMeetingView, MarkAllPresent, MarkAttendance,
    OpenMeeting, OverrideQuorum, PassageSaved, RemoveDecision, RemoveInterest, Resume,
    ReviewAction, SaveDecision, SavePassage,
};
use crate::host::Desk;
use crate::wire::{day, optional_day};
use crate::{ApiError, ErrorCode};

type Screen = Result<LiveMeetingView, ApiError>;

async fn screen(desk: &Desk<'_>, id: MeetingId) -> Screen {
    let live = live::after_change(&desk.app, &desk.session, id).await?;
    Ok(live_view(&live, &desk.session))
}

fn read(id: MeetingId, version: u32) -> Read {
    Read { id, version: version.into() }
}

/// A field that `Fields::finish` has already refused when it is absent.
fn taken<T>(value: Option<T>) -> Result<T, ApiError> {
    value.ok_or(ApiError::of(ErrorCode::Invalid))
}

/// Everything that the screen of a meeting needs.
pub(crate) async fn live_meeting(desk: &Desk<'_>, request: LiveMeeting) -> Screen {
    let live = live::live(&desk.app, &desk.session, request.id).await?;
    Ok(live_view(&live, &desk.session))
}

/// Opens a planned meeting.
pub(crate) async fn open_meeting(desk: &Desk<'_>, request: OpenMeeting) -> Screen {
    let mut fields = Fields::default();
    let reason = fields.optional_text("viceChairReason", request.vice_chair_reason.as_deref());
    fields.finish()?;
    live::open(&desk.app, &desk.session, read(request.id, request.version), reason).await?;
    screen(desk, request.id).await
}

/// Marks who came.
pub(crate) async fn mark_attendance(desk: &Desk<'_>, request: MarkAttendance) -> Screen {
    let mut fields = Fields::default();
    let mut rows = Vec::new();
    for (n, row) in request.rows.iter().enumerate() {
        rows.push(mark_row(&mut fields, &format!("rows.{n}"), row));
    }
    fields.finish()?;
    live::mark_attendance(&desk.app, &desk.session, request.meeting_id, rows).await?;
    screen(desk, request.meeting_id).await
}

fn mark_row(fields: &mut Fields, path: &str, row: &AttendanceMark) -> MarkRow {
    let mut text = |name: &str, text: Option<&str>| -> Option<NonBlank> {
        fields.optional_text(&format!("{path}.{name}"), text)
    };
    let name = text("substituteName", row.substitute_name.as_deref());
    let change = AttendanceChange {
        mark: row.mark,
        substitute: name.map(|name| Substitute { person: row.substitute_id, name }),
        part_note: text("partNote", row.part_note.as_deref()),
        apology_reason: row
            .apology_reason
            .as_deref()
            .map(|reason| text("apologyReason", Some(reason))),
    };
    let is_free = row.substitute_id.is_none() || row.mark == Some(Mark::Substitute);
    fields.require(is_free, &format!("{path}.substituteId"), Problem::Contradicts);
    MarkRow { invitation: row.invitation_id, version: row.version.into(), change }
}

/// Marks everybody present who has no mark yet.
pub(crate) async fn mark_all_present(desk: &Desk<'_>, request: MarkAllPresent) -> Screen {
    live::mark_all_present(&desk.app, &desk.session, request.meeting_id).await?;
    screen(desk, request.meeting_id).await
}

/// Records a declaration of interest.
pub(crate) async fn declare_interest(desk: &Desk<'_>, request: DeclareInterest) -> Screen {
    let mut fields = Fields::default();
    let interest = fields.text("interest", &request.interest);
    fields.finish()?;
    let (id, row, interest) = (request.meeting_id, request.invitation_id, taken(interest)?);
    let (app, session) = (&desk.app, &desk.session);
    live::declare_interest(app, session, id, row, interest, request.takes_part).await?;
    screen(desk, id).await
}

/// Takes a declaration of interest back.
pub(crate) async fn remove_interest(desk: &Desk<'_>, request: RemoveInterest) -> Screen {
    live::remove_interest(&desk.app, &desk.session, request.meeting_id, request.id).await?;
    screen(desk, request.meeting_id).await
}

/// Saves a passage.
pub(crate) async fn save_passage(
    desk: &Desk<'_>,
    request: SavePassage,
) -> Result<PassageSaved, ApiError> {
    let place = Place {
        meeting: request.meeting_id,
        section: request.section,
        case: request.case_id,
        agency: request.agency_id,
    };
    let change = PassageChange {
        body: request.body,
        nothing_to_report: request.nothing_to_report,
        audience: request.audience,
        restriction: request.restriction,
    };
    let (app, session, version) = (&desk.app, &desk.session, request.version.into());
    let copied_from = request.copied_from;
    let saved = live::save_passage(app, session, place, version, change, copied_from).await?;
    let users = app::users::names(app, session).await?;
    Ok(match saved {
        Saved::Saved(passage) => {
            PassageSaved::Saved { passage: passage.map(|one| passage_view(&one, &users)) }
        }
        Saved::Conflict(current) => {
            PassageSaved::Conflict { current: current.map(|one| passage_view(&one, &users)) }
        }
    })
}

/// Records what this meeting found about an action of an earlier one.
pub(crate) async fn review_action(desk: &Desk<'_>, request: ReviewAction) -> Screen {
    let mut fields = Fields::default();
    let note = fields.optional_text("note", request.note.as_deref());
    let not_before = optional_day(&mut fields, "notBefore", request.not_before.as_deref());
    fields.finish()?;
    let action = ReadAction { id: request.action_id, version: request.version.into() };
    let report = Report { status: request.status, note };
    let (app, session, id) = (&desk.app, &desk.session, request.meeting_id);
    live::review_action(app, session, id, action, report, not_before).await?;
    screen(desk, id).await
}

/// Adds or changes a decision.
pub(crate) async fn save_decision(desk: &Desk<'_>, request: SaveDecision) -> Screen {
    let mut fields = Fields::default();
    let decision = fields.text("decision", &request.decision);
    let rationale = fields.text("rationale", &request.rationale);
    let dissent = fields.optional_text("dissent", request.dissent.as_deref());
    fields.finish()?;
    let decision = Decision {
        id: request.id.unwrap_or_else(|| DecisionId::new(&*desk.app.ids)),
        meeting: request.meeting_id,
        case: request.case_id,
        position: 0,
        decision: taken(decision)?,
        rationale: taken(rationale)?,
        dissent,
        dissent_agency: request.dissent_agency_id,
        audience: request.audience,
        restriction: request.restriction,
        version: request.version.into(),
    };
    let draft = DecisionDraft { id: request.id, version: request.version.into(), decision };
    live::save_decision(&desk.app, &desk.session, draft).await?;
    screen(desk, request.meeting_id).await
}

/// Takes a decision off the draft record.
pub(crate) async fn remove_decision(desk: &Desk<'_>, request: RemoveDecision) -> Screen {
    let (app, session, id) = (&desk.app, &desk.session, request.meeting_id);
    live::remove_decision(app, session, id, request.id, request.version.into()).await?;
    screen(desk, id).await
}

fn terms(request: &ActionFields) -> Result<ActionTerms, ApiError> {
    let mut fields = Fields::default();
    let action = fields.text("action.action", &request.action);
    let owner_name = fields.text("action.ownerName", &request.owner_name);
    let due_on = day(&mut fields, "action.dueOn", &request.due_on);
    let outcome = request.outcome_sought.as_deref();
    let outcome_sought = fields.optional_text("action.outcomeSought", outcome);
    fields.finish()?;
    Ok(ActionTerms {
        case: request.case_id,
        action: taken(action)?,
        owner: request.owner_id,
        owner_name: taken(owner_name)?,
        agency: request.agency_id,
        due_on: taken(due_on)?,
        outcome_sought,
        audience: request.audience,
    })
}

/// Adds an action.
pub(crate) async fn add_action(desk: &Desk<'_>, request: AddAction) -> Screen {
    let terms = terms(&request.action)?;
    live::add_action(&desk.app, &desk.session, request.meeting_id, terms).await?;
    screen(desk, request.meeting_id).await
}

/// Changes an action that this meeting set.
pub(crate) async fn change_action(desk: &Desk<'_>, request: ChangeAction) -> Screen {
    let terms = terms(&request.action)?;
    let action = ReadAction { id: request.id, version: request.version.into() };
    live::change_action(&desk.app, &desk.session, request.meeting_id, action, terms).await?;
    screen(desk, request.meeting_id).await
}

/// Saves what was concluded about a child.
pub(crate) async fn conclude_child(desk: &Desk<'_>, request: ConcludeChild) -> Screen {
    let conclusion = conclusion(&request)?;
    let (app, session, id) = (&desk.app, &desk.session, request.meeting_id);
    let version = request.version.into();
    live::conclude_child(app, session, id, request.case_id, version, conclusion).await?;
    screen(desk, id).await
}

fn conclusion(request: &ConcludeChild) -> Result<Conclusion, Invalid> {
    let mut fields = Fields::default();
    let conclusion = Conclusion {
        level: request.level,
        rating_reason: fields.optional_text("ratingReason", request.rating_reason.as_deref()),
        toolkit_on: optional_day(&mut fields, "toolkitOn", request.toolkit_on.as_deref()),
        voice: request.voice,
        voice_reason: fields.optional_text("voiceReason", request.voice_reason.as_deref()),
        nrm: request.nrm,
        nrm_reason: fields.optional_text("nrmReason", request.nrm_reason.as_deref()),
        nrm_owner: fields.optional_text("nrmOwner", request.nrm_owner.as_deref()),
        nrm_on: optional_day(&mut fields, "nrmOn", request.nrm_on.as_deref()),
        route: request.route,
        next_on: optional_day(&mut fields, "nextOn", request.next_on.as_deref()),
        next_reason: fields.optional_text("nextReason", request.next_reason.as_deref()),
    };
    fields.finish()?;
    Ok(conclusion)
}

/// The chair goes on without a quorum.
pub(crate) async fn override_quorum(desk: &Desk<'_>, request: OverrideQuorum) -> Screen {
    let mut fields = Fields::default();
    let reason = fields.optional_text("reason", request.reason.as_deref());
    fields.finish()?;
    let meeting = read(request.id, request.version);
    live::override_quorum(&desk.app, &desk.session, meeting, reason).await?;
    screen(desk, request.id).await
}

/// Adjourns a meeting in progress.
pub(crate) async fn adjourn(desk: &Desk<'_>, request: Adjourn) -> Screen {
    let mut fields = Fields::default();
    let reason = fields.text("reason", &request.reason);
    fields.finish()?;
    let meeting = read(request.id, request.version);
    live::adjourn(&desk.app, &desk.session, meeting, taken(reason)?).await?;
    screen(desk, request.id).await
}

/// Resumes an adjourned meeting.
pub(crate) async fn resume(desk: &Desk<'_>, request: Resume) -> Screen {
    live::resume(&desk.app, &desk.session, read(request.id, request.version)).await?;
    screen(desk, request.id).await
}

/// Closes a meeting.
pub(crate) async fn close_meeting(desk: &Desk<'_>, request: CloseMeeting) -> Screen {
    live::close(&desk.app, &desk.session, read(request.id, request.version)).await?;
    screen(desk, request.id).await
}

/// Closes a meeting without a quorum.
pub(crate) async fn close_inquorate(desk: &Desk<'_>, request: CloseInquorate) -> Screen {
    let mut fields = Fields::default();
    let new_on = day(&mut fields, "newOn", &request.new_on);
    fields.finish()?;
    let meeting = read(request.id, request.version);
    live::close_inquorate(&desk.app, &desk.session, meeting, taken(new_on)?).await?;
    screen(desk, request.id).await
}

//! Writing the record: attendance, interests, passages, reviewed and new actions, decisions,
//! conclusions. Each save is small, names the version it read, and changes nothing when sent twice.

use domain::access::Permission;
use domain::action::{Action, ActionTerms, Report, ReportedAt};
use domain::audit::{AuditAction, AuditEvent, AuditEvents, EntityKind};
use domain::field::{Invalid, Problem};
use domain::hold::{AttendanceChange, Conclusion, PassageChange, require_writable};
use domain::ids::{
    ActionId, AgencyId, CaseId, DecisionId, InterestId, InvitationId, MeetingId, PassageId,
};
use domain::meeting::{Interest, Mark, Meeting, MeetingStatus};
use domain::record::{Decision, Passage, Section};
use domain::text::NonBlank;
use store::{StoreError, WriteTx};

use super::{load, require_case};
use crate::{App, AppError, Session};

/// Begins a save of the record: refused unless it may be written now.
async fn begin(
    app: &App,
    session: &Session,
    meeting: MeetingId,
) -> Result<(WriteTx, Meeting), AppError> {
    session.require(Permission::RecordMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let meeting = store::meetings::get(&mut tx, meeting).await?;
    let newest = store::minutes::newest(&mut tx, meeting.id).await?;
    require_writable(&meeting, newest.map(|minutes| minutes.status))?;
    Ok((tx, meeting))
}

/// One row to mark.
#[derive(Debug)]
pub struct MarkRow {
    /// Which row.
    pub invitation: InvitationId,
    /// The version that was read.
    pub version: i64,
    /// What it is to say.
    pub change: AttendanceChange,
}

/// Marks who came: all rows or none.
///
/// # Errors
/// When not allowed, frozen, a row is not of this meeting or was changed meanwhile, or a
/// substitute has no name.
pub async fn mark_attendance(
    app: &App,
    session: &Session,
    meeting: MeetingId,
    rows: Vec<MarkRow>,
) -> Result<(), AppError> {
    let (mut tx, meeting) = begin(app, session, meeting).await?;
    let mut events = Vec::new();
    for (n, row) in rows.into_iter().enumerate() {
        let path = format!("rows.{n}");
        let found = store::invitations::get(&mut tx, row.invitation).await?;
        if found.meeting != meeting.id || found.withdrawn {
            let path = format!("{path}.invitationId");
            return Err(Invalid::one(&path, Problem::NotARecord).into());
        }
        let marked = found.marked(&path, row.change)?;
        if marked == found {
            continue;
        }
        if found.version != row.version {
            return Err(AppError::Stale);
        }
        store::invitations::update(&mut tx, &marked).await?;
        events.push(marked_event(marked.id));
    }
    commit(app, session, tx, events).await
}

/// Marks everybody present who has no mark yet.
///
/// # Errors
/// When not allowed or frozen.
pub async fn mark_all_present(
    app: &App,
    session: &Session,
    meeting: MeetingId,
) -> Result<(), AppError> {
    let (mut tx, meeting) = begin(app, session, meeting).await?;
    let mut events = Vec::new();
    for mut row in store::invitations::of_meeting(&mut tx, meeting.id).await? {
        if row.withdrawn || row.mark.is_some() {
            continue;
        }
        row.mark = Some(Mark::Present);
        store::invitations::update(&mut tx, &row).await?;
        events.push(marked_event(row.id));
    }
    commit(app, session, tx, events).await
}

fn marked_event(id: InvitationId) -> AuditEvent {
    AuditEvent::new(AuditAction::Recorded, EntityKind::Invitation, id).fields(&["mark"])
}

/// Nothing changed, nothing is written: a save sent twice leaves one entry.
async fn commit(
    app: &App,
    session: &Session,
    tx: WriteTx,
    events: Vec<AuditEvent>,
) -> Result<(), AppError> {
    let mut events = events.into_iter();
    let Some(first) = events.next() else { return Ok(()) };
    Ok(tx.commit(&session.stamp(app), AuditEvents::from(first).and_all(events)).await?)
}

/// Records a declaration of interest (S0:41–43).
///
/// # Errors
/// When not allowed, frozen, or the row is not of this meeting.
pub async fn declare_interest(
    app: &App,
    session: &Session,
    meeting: MeetingId,
    invitation: InvitationId,
    interest: NonBlank,
    takes_part: bool,
) -> Result<(), AppError> {
    let (mut tx, meeting) = begin(app, session, meeting).await?;
    let row = store::invitations::get(&mut tx, invitation).await?;
    if row.meeting != meeting.id {
        return Err(Invalid::one("invitationId", Problem::NotARecord).into());
    }
    let id = InterestId::new(&*app.ids);
    let declared = Interest { id, meeting: meeting.id, invitation, interest, takes_part };
    let earlier = store::interests::of_meeting(&mut tx, meeting.id).await?;
    if earlier.iter().any(|one| Interest { id, ..one.clone() } == declared) {
        return Ok(());
    }
    store::interests::insert(&mut tx, &declared).await?;
    let event = AuditEvent::new(AuditAction::Added, EntityKind::Meeting, meeting.id);
    commit(app, session, tx, vec![event.fields(&["interests"])]).await
}

/// Takes a declaration of interest back.
///
/// # Errors
/// When not allowed, frozen, or it is gone already.
pub async fn remove_interest(
    app: &App,
    session: &Session,
    meeting: MeetingId,
    id: InterestId,
) -> Result<(), AppError> {
    let (mut tx, meeting) = begin(app, session, meeting).await?;
    store::interests::delete(&mut tx, meeting.id, id).await?;
    let event = AuditEvent::new(AuditAction::Removed, EntityKind::Meeting, meeting.id);
    commit(app, session, tx, vec![event.fields(&["interests"])]).await
}

/// Where a passage stands in the record.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The meeting.
    pub meeting: MeetingId,
    /// The section.
    pub section: Section,
    /// The child it is about; none when it is about all of them.
    pub case: Option<CaseId>,
    /// Whose information it is.
    pub agency: Option<AgencyId>,
}

impl Place {
    fn holds(&self, passage: &Passage) -> bool {
        (passage.section, passage.case, passage.agency) == (self.section, self.case, self.agency)
    }
}

/// What came of saving a passage.
#[derive(Debug)]
pub enum Saved {
    /// It is saved, or was so already.
    Saved(Option<Passage>),
    /// Somebody else saved meanwhile; nothing was changed.
    Conflict(Option<Passage>),
}

/// Saves a passage: the first save of a place makes it.
///
/// # Errors
/// When not allowed, frozen, the place is not one of the record, or the text contradicts itself.
pub async fn save_passage(
    app: &App,
    session: &Session,
    place: Place,
    version: i64,
    change: PassageChange,
    copied_from: Option<PassageId>,
) -> Result<Saved, AppError> {
    let (mut tx, meeting) = begin(app, session, place.meeting).await?;
    require_case(&meeting, place.case, "caseId")?;
    if place.section.division().by_agency != place.agency.is_some() {
        let code = if place.agency.is_some() { Problem::Contradicts } else { Problem::Required };
        return Err(Invalid::one("agencyId", code).into());
    }
    let passages = store::passages::of_meeting(&mut tx, meeting.id).await?;
    let current = passages.iter().find(|passage| place.holds(passage)).cloned();
    let origin = match copied_from.or(current.as_ref().and_then(|passage| passage.origin)) {
        Some(id) => Some(store::passages::get(&mut tx, id).await?),
        None => None,
    };
    let change = change.checked(place.section, origin.as_ref())?;
    match &current {
        Some(passage) if change.is_said_by(passage) => return Ok(Saved::Saved(current)),
        Some(passage) if passage.version != version => return Ok(Saved::Conflict(current)),
        None if version != 0 => return Ok(Saved::Conflict(None)),
        None if change.body.trim().is_empty() && !change.nothing_to_report => {
            return Ok(Saved::Saved(None));
        }
        Some(_) | None => {}
    }
    let stamp = session.stamp(app);
    let mut passage = Passage {
        id: current.as_ref().map_or_else(|| PassageId::new(&*app.ids), |passage| passage.id),
        meeting: meeting.id,
        case: place.case,
        section: place.section,
        agency: place.agency,
        position: current.as_ref().map_or(next_position(passages.len()), |one| one.position),
        body: change.body,
        nothing_to_report: change.nothing_to_report,
        audience: change.audience,
        restriction: change.restriction,
        origin: origin.map(|passage| passage.id),
        updated_at: stamp.at,
        updated_by: stamp.by,
        version: current.as_ref().map_or(1, |passage| passage.version),
    };
    let action = if current.is_some() {
        store::passages::update(&mut tx, &passage).await?;
        passage.version += 1;
        AuditAction::Changed
    } else {
        store::passages::insert(&mut tx, &passage).await?;
        AuditAction::Added
    };
    let mut event = AuditEvent::new(action, EntityKind::Passage, passage.id);
    event.case = passage.case;
    tx.commit(&stamp, event).await?;
    Ok(Saved::Saved(Some(passage)))
}

fn next_position(n_there: usize) -> u32 {
    u32::try_from(n_there).unwrap_or(u32::MAX).saturating_add(1)
}

/// An action, and the version of it that the caller read.
#[derive(Debug, Clone, Copy)]
pub struct ReadAction {
    /// Which.
    pub id: ActionId,
    /// The version.
    pub version: i64,
}

/// Records what this meeting found about an action of an earlier one (R44).
///
/// # Errors
/// When not allowed, the meeting is not in progress, the action is of another child or closed,
/// changed meanwhile, or a word is missing.
pub async fn review_action(
    app: &App,
    session: &Session,
    meeting: MeetingId,
    read: ReadAction,
    report: Report,
    not_before: Option<chrono::NaiveDate>,
) -> Result<(), AppError> {
    let (mut tx, meeting) = begin(app, session, meeting).await?;
    if !meeting.is_being_held() {
        return Err(meeting.wrong_state().into());
    }
    let stamp = session.stamp(app);
    let action = store::actions::get(&mut tx, read.id).await?;
    require_case(&meeting, Some(action.case), "actionId")?;
    if action.version != read.version {
        return Err(AppError::Stale);
    }
    let number = next_position(store::actions::history(&mut tx, action.id).await?.len());
    let at = ReportedAt::Meeting(meeting.id);
    let (mut action, progress, event) = action.reported(&stamp, number, at, report)?;
    let mut events = AuditEvents::from(event);
    if not_before.is_some() {
        let (put_off, event) = action.put_off(app.clock.today(), not_before)?;
        action = put_off;
        events = events.and(event);
    }
    store::actions::update(&mut tx, &action).await?;
    store::actions::insert_progress(&mut tx, &progress).await?;
    Ok(tx.commit(&stamp, events).await?)
}

/// What a decision is to say.
#[derive(Debug)]
pub struct DecisionDraft {
    /// Which; none for a new one.
    pub id: Option<DecisionId>,
    /// The version that was read.
    pub version: i64,
    /// What it says; its id, position and version are not looked at.
    pub decision: Decision,
}

/// Adds or changes a decision.
///
/// # Errors
/// When not allowed, frozen, changed meanwhile, or about a child who is not at the meeting.
pub async fn save_decision(
    app: &App,
    session: &Session,
    draft: DecisionDraft,
) -> Result<(), AppError> {
    let (mut tx, meeting) = begin(app, session, draft.decision.meeting).await?;
    let mut decision = draft.decision;
    require_case(&meeting, decision.case, "caseId")?;
    if decision.dissent.is_none() && decision.dissent_agency.is_some() {
        return Err(Invalid::one("dissentAgencyId", Problem::Contradicts).into());
    }
    let earlier = store::decisions::of_meeting(&mut tx, meeting.id).await?;
    let action = if let Some(id) = draft.id {
        let found = earlier.iter().find(|one| one.id == id);
        let found = found.ok_or(StoreError::Missing { table: "decisions" })?;
        (decision.id, decision.position, decision.version) = (id, found.position, draft.version);
        store::decisions::update(&mut tx, &decision).await?;
        AuditAction::Changed
    } else {
        let last = earlier.iter().map(|one| one.position).max().unwrap_or(0);
        decision.position = last + 1;
        decision.version = 1;
        let is_same = |one: &Decision| {
            let (id, position, version) = (decision.id, decision.position, decision.version);
            Decision { id, position, version, ..one.clone() } == decision
        };
        if earlier.iter().any(is_same) {
            return Ok(());
        }
        store::decisions::insert(&mut tx, &decision).await?;
        AuditAction::Added
    };
    let mut event = AuditEvent::new(action, EntityKind::Decision, decision.id);
    event.case = decision.case;
    commit(app, session, tx, vec![event]).await
}

/// Takes a decision off the draft record.
///
/// # Errors
/// When not allowed, frozen, of another meeting, or changed meanwhile.
pub async fn remove_decision(
    app: &App,
    session: &Session,
    meeting: MeetingId,
    id: DecisionId,
    version: i64,
) -> Result<(), AppError> {
    let (mut tx, meeting) = begin(app, session, meeting).await?;
    let mut decision = store::decisions::get(&mut tx, id).await?;
    if decision.meeting != meeting.id {
        return Err(StoreError::Missing { table: "decisions" }.into());
    }
    decision.version = version;
    store::decisions::delete(&mut tx, &decision).await?;
    let mut event = AuditEvent::new(AuditAction::Removed, EntityKind::Decision, id);
    event.case = decision.case;
    commit(app, session, tx, vec![event]).await
}

/// Adds an action (R43).
///
/// # Errors
/// When not allowed, frozen, due in the past, or about a child who is not at the meeting.
pub async fn add_action(
    app: &App,
    session: &Session,
    meeting: MeetingId,
    terms: ActionTerms,
) -> Result<(), AppError> {
    let (mut tx, meeting) = begin(app, session, meeting).await?;
    require_case(&meeting, Some(terms.case), "action.caseId")?;
    let earlier = store::actions::of_meeting(&mut tx, meeting.id).await?;
    if earlier.iter().any(|one| one.terms() == terms) {
        return Ok(());
    }
    terms.require_due_from(app.clock.today())?;
    let position = earlier.iter().map(|one| one.position).max().unwrap_or(0) + 1;
    let action = Action::new(ActionId::new(&*app.ids), meeting.id, position, terms);
    store::actions::insert(&mut tx, &action).await?;
    let event = AuditEvent::new(AuditAction::Added, EntityKind::Action, action.id);
    commit(app, session, tx, vec![event.in_case(action.case)]).await
}

/// Changes an action that this meeting set.
///
/// # Errors
/// When not allowed, frozen, of another meeting, closed, changed meanwhile, or due in the past.
pub async fn change_action(
    app: &App,
    session: &Session,
    meeting: MeetingId,
    read: ReadAction,
    terms: ActionTerms,
) -> Result<(), AppError> {
    let (mut tx, meeting) = begin(app, session, meeting).await?;
    require_case(&meeting, Some(terms.case), "action.caseId")?;
    let action = store::actions::get(&mut tx, read.id).await?;
    if action.meeting != meeting.id {
        return Err(StoreError::Missing { table: "actions" }.into());
    }
    if action.terms() == terms {
        return Ok(());
    }
    if action.due_on != terms.due_on {
        terms.require_due_from(app.clock.today())?;
    }
    let (mut action, event) = action.with_terms(terms)?;
    action.version = read.version;
    store::actions::update(&mut tx, &action).await?;
    commit(app, session, tx, vec![event]).await
}

/// Saves what was concluded about a child, complete or not yet. It counts when the chair closes;
/// while minutes are corrected the level and the next date stay.
///
/// # Errors
/// When not allowed, frozen, changed meanwhile, or a part can never be right.
pub async fn conclude_child(
    app: &App,
    session: &Session,
    meeting: MeetingId,
    case: CaseId,
    version: i64,
    conclusion: Conclusion,
) -> Result<(), AppError> {
    let (mut tx, meeting) = begin(app, session, meeting).await?;
    require_case(&meeting, Some(case), "caseId")?;
    let live = load(&mut tx, meeting.id, app.clock.now()).await?;
    let (today, held_on) = (app.clock.today(), meeting.held_on());
    let found = meeting.cases.iter().find(|one| one.case == case);
    let found = found.ok_or(StoreError::Missing { table: "meeting_cases" })?;
    if Conclusion::of(found) == conclusion {
        return Ok(());
    }
    let (mut concluded, event) = if meeting.status == MeetingStatus::Held {
        found.correct_conclusion(meeting.id, today, held_on, conclusion)?
    } else {
        let next = live.next_at(conclusion.level);
        found.conclude(meeting.id, today, held_on, conclusion, next)?
    };
    concluded.version = version;
    store::meetings::update_case(&mut tx, meeting.id, &concluded).await?;
    commit(app, session, tx, vec![event]).await
}

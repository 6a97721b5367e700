//! Actions in a meeting: those of earlier meetings reviewed (R44), new ones set (R43).

use domain::action::{Action, ActionTerms, Report, ReportedAt};
use domain::audit::{AuditAction, AuditEvent, AuditEvents, EntityKind};
use domain::ids::{ActionId, MeetingId};
use store::StoreError;

use super::{begin, commit, next_position, require_case};
use crate::{App, AppError, Session};

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

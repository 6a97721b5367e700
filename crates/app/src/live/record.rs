//! Writing the record: attendance, interests, passages, reviewed and new actions, decisions,
//! conclusions. Each save is small, names the version it read, and changes nothing when sent twice.

mod actions;
mod decisions;
mod passages;

use domain::access::Permission;
use domain::audit::{AuditAction, AuditEvent, AuditEvents, EntityKind};
use domain::field::{Invalid, Problem};
use domain::hold::{AttendanceChange, Conclusion, require_writable};
use domain::ids::{CaseId, InterestId, InvitationId, MeetingId};
use domain::meeting::{Interest, Mark, Meeting, MeetingStatus};
use domain::text::NonBlank;
use store::{StoreError, WriteTx};

use super::{load, require_case};
use crate::{App, AppError, Session};

pub use actions::{ReadAction, add_action, change_action, review_action};
pub use decisions::{DecisionDraft, remove_decision, save_decision};
pub use passages::{Place, Saved, save_passage};

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

fn next_position(n_there: usize) -> u32 {
    u32::try_from(n_there).unwrap_or(u32::MAX).saturating_add(1)
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

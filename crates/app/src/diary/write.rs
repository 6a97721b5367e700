//! Scheduling, moving and cancelling a meeting; changing where it is held.

use domain::access::{Permission, Stamp};
use domain::audit::{AuditAction, AuditEvent, AuditEvents, EntityKind};
use domain::diary::{
    Candidate, DayOff, LateReason, Slot, Subject, Subjects, check_day, check_lateness, new_meeting,
    reference, required_kinds, standing_list,
};
use domain::field::{Fields, Problem};
use domain::ids::{CaseId, MeetingId, UserId};
use domain::meeting::{Meeting, MeetingCase, MeetingStatus};
use domain::policy::Process;
use domain::policy::due::RuleBook;
use domain::text::NonBlank;
use domain::violation::Violation;
use store::meetings::{self, Move};
use store::{Reads, WriteTx};

use super::checks::{check, check_minute_taker, require_chair_free, require_not_planned};
use super::plan::{candidate, owed_to};
use super::{DiaryLine, ERAM, House, Owed, line};
use crate::{App, AppError, Session};

/// How often a reference is drawn again when one is taken: a million exist.
const DRAWS: usize = 100;

/// A meeting to put in the diary.
#[derive(Debug)]
pub struct NewMeeting {
    /// The children, in order, with reasons for those it is late for.
    pub cases: Vec<LateReason>,
    /// Where it is in the diary.
    pub slot: Slot,
    /// The room.
    pub place: Option<NonBlank>,
    /// The link.
    pub link: Option<NonBlank>,
    /// The chair.
    pub chair: UserId,
    /// Who takes the minutes.
    pub minute_taker: Option<UserId>,
    /// What to do about a day on which nobody works.
    pub day_off: DayOff,
}

/// A meeting after a change.
#[derive(Debug)]
pub struct Saved {
    /// The meeting.
    pub line: DiaryLine,
    /// Whether notice is shorter than R07.
    pub short_notice: bool,
    /// How many were told of it as it was before.
    pub to_tell_again: u32,
}

/// A meeting to move.
#[derive(Debug)]
pub struct MoveTo {
    /// Which.
    pub meeting: MeetingId,
    /// The version that was read.
    pub version: i64,
    /// Where it is to be in the diary.
    pub slot: Slot,
    /// Why.
    pub reason: NonBlank,
    /// Reasons for the children it is late for.
    pub late: Vec<LateReason>,
    /// What to do about a day on which nobody works.
    pub day_off: DayOff,
}

/// Where a meeting is to be held.
#[derive(Debug)]
pub struct PlaceChange {
    /// Which.
    pub meeting: MeetingId,
    /// The version that was read.
    pub version: i64,
    /// The room.
    pub place: Option<NonBlank>,
    /// The link.
    pub link: Option<NonBlank>,
    /// Who takes the minutes.
    pub minute_taker: Option<UserId>,
}

fn events(mut events: Vec<AuditEvent>) -> Option<AuditEvents> {
    if events.is_empty() {
        return None;
    }
    let first = events.remove(0);
    Some(AuditEvents::from(first).and_all(events))
}

/// Commits; a change to a meeting always has at least one event.
async fn commit(tx: WriteTx, stamp: &Stamp, list: Vec<AuditEvent>) -> Result<(), AppError> {
    let events = events(list).ok_or(AppError::Missing(EntityKind::Meeting))?;
    Ok(tx.commit(stamp, events).await?)
}

/// Schedules a meeting for one child, or several together, and puts the standing list on it.
///
/// # Errors
/// When not allowed; when a field needs attention (past, not a working day, late without a
/// reason, a case named twice); when the chair is in another meeting then, or a child has one
/// planned already.
pub async fn schedule(app: &App, session: &Session, new: NewMeeting) -> Result<Saved, AppError> {
    session.require(Permission::ScheduleMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let house = House::read(app, &mut tx).await?;
    let book = RuleBook::new(&house.profile.rules);
    let cases: Vec<CaseId> = new.cases.iter().map(|one| one.case).collect();
    let owed = owed_to(&mut tx, &house, &book, &cases).await?;
    let subjects = subjects(&mut tx, &owed).await?;
    let kept = check(&mut tx, &house, &new, &subjects).await?;
    require_chair_free(&mut tx, &house, new.slot, new.chair, None).await?;
    let review = require_not_planned(&mut tx, &house, &cases).await?;

    let stamp = session.stamp(app);
    let drawn = free_reference(app, &mut tx).await?;
    let at_meeting: Vec<MeetingCase> =
        subjects.iter().zip(kept).map(|(subject, reason)| subject.at_meeting(reason)).collect();
    let about = Subjects { cases: at_meeting, review };
    let kind = NonBlank::new(ERAM).map_err(|_| AppError::Missing(EntityKind::Meeting))?;
    let (mut meeting, mut list) =
        new_meeting(&*app.ids, stamp, drawn, kind, new.slot, new.chair, about);
    meeting.place = new.place;
    meeting.link = new.link;
    meeting.minute_taker = new.minute_taker;
    meetings::insert(&mut tx, &meeting).await?;
    list.extend(put_standing_list(app, &mut tx, &house, &meeting).await?);

    let saved = saved(&mut tx, &house, &book, meeting, 0).await?;
    commit(tx, &stamp, list).await?;
    Ok(saved)
}

/// The children with what is owed to them and their level now.
async fn subjects(
    tx: &mut impl Reads,
    owed: &[(meetings::Child, Option<Owed>)],
) -> Result<Vec<Subject>, AppError> {
    let open = meetings::open_cases(tx).await?;
    let subject = |(child, owed): &(meetings::Child, Option<Owed>)| {
        let case = open.iter().find(|case| case.child.case == child.case);
        let mut subject = Owed::subject(owed.as_ref(), child.case);
        subject.prior_level = case.and_then(|case| case.level);
        // A closed case has no meeting.
        case.map(|_| subject).ok_or(AppError::Missing(EntityKind::Case))
    };
    owed.iter().map(subject).collect()
}

async fn free_reference(app: &App, tx: &mut impl Reads) -> Result<NonBlank, AppError> {
    for _ in 0..DRAWS {
        let drawn = reference(&*app.ids);
        if !meetings::reference_taken(tx, drawn.as_str()).await? {
            return Ok(drawn);
        }
    }
    Err(Violation::Taken.into())
}

/// Puts everybody of the standing list on a meeting; nothing is sent.
async fn put_standing_list(
    app: &App,
    tx: &mut WriteTx,
    house: &House,
    meeting: &Meeting,
) -> Result<Vec<AuditEvent>, AppError> {
    let cases: Vec<CaseId> = meeting.cases.iter().map(|subject| subject.case).collect();
    let seats = store::invitations::standing(tx, ERAM, &cases, house.today).await?;
    let candidates: Vec<Candidate> = seats.iter().map(candidate).collect();
    let required = required_kinds(&house.profile, Process::Eram, house.today);
    let mut list = Vec::new();
    for (position, attendee) in (1_u32..).zip(standing_list(&candidates, &required)) {
        let invitation = attendee.invite(&*app.ids, meeting.id, position);
        store::invitations::insert(tx, &invitation).await?;
        let added = AuditEvent::new(AuditAction::Added, EntityKind::Invitation, invitation.id);
        list.push(added);
    }
    Ok(list)
}

async fn saved(
    tx: &mut impl Reads,
    house: &House,
    book: &RuleBook<'_>,
    meeting: Meeting,
    to_tell_again: u32,
) -> Result<Saved, AppError> {
    let invite_by = house.invite_by(book, meeting.on)?;
    let planned = meeting.status == MeetingStatus::Planned;
    let line = line(tx, meeting, house.today).await?;
    let short_notice = planned && invite_by.is_some_and(|last| last < house.today);
    Ok(Saved { line, short_notice, to_tell_again })
}

/// A meeting at the version that somebody read.
async fn as_read(
    tx: &mut impl Reads,
    meeting: MeetingId,
    version: i64,
) -> Result<Meeting, AppError> {
    let meeting = meetings::get(tx, meeting).await?;
    if meeting.version == version { Ok(meeting) } else { Err(AppError::Stale) }
}

/// Moves a meeting. What was sent and answered was about the old time, so everybody is told again.
///
/// # Errors
/// When not allowed, changed meanwhile, begun or cancelled; else as [`schedule`].
pub async fn move_to(app: &App, session: &Session, to: MoveTo) -> Result<Saved, AppError> {
    session.require(Permission::ScheduleMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let house = House::read(app, &mut tx).await?;
    let book = RuleBook::new(&house.profile.rules);
    let meeting = as_read(&mut tx, to.meeting, to.version).await?;
    let (from_on, from_at) = (meeting.on, meeting.at);
    let (mut moved, mut list) = meeting.move_to(to.slot)?;

    let cases: Vec<CaseId> = moved.cases.iter().map(|subject| subject.case).collect();
    let owed = owed_to(&mut tx, &house, &book, &cases).await?;
    let subjects: Vec<Subject> =
        owed.iter().map(|(child, owed)| Owed::subject(owed.as_ref(), child.case)).collect();
    let mut fields = Fields::default();
    check_day(&mut fields, to.slot, to.day_off, &house.calendar, house.now);
    let kept = check_lateness(&mut fields, "late", &subjects, &to.late, to.slot.on);
    fields.finish()?;
    require_chair_free(&mut tx, &house, to.slot, moved.chair, Some(moved.id)).await?;

    let stamp = session.stamp(app);
    meetings::update(&mut tx, &moved).await?;
    moved.version += 1;
    for ((case, subject), reason) in moved.cases.iter_mut().zip(subjects).zip(kept) {
        case.rule = subject.rule;
        case.due_by = subject.due_by;
        case.late_reason = reason;
        meetings::update_case(&mut tx, moved.id, case).await?;
        case.version += 1;
    }
    let (to_on, to_at) = (moved.on, moved.at);
    let entry = Move { from_on, from_at, to_on, to_at, reason: to.reason, stamp };
    meetings::insert_move(&mut tx, moved.id, &entry).await?;
    let (told, events) = tell_again(&mut tx, moved.id).await?;
    list.extend(events);
    let saved = saved(&mut tx, &house, &book, moved, told).await?;
    commit(tx, &stamp, list).await?;
    Ok(saved)
}

/// Sets invitations back to "not sent": their replies were about the old time.
async fn tell_again(
    tx: &mut WriteTx,
    meeting: MeetingId,
) -> Result<(u32, Vec<AuditEvent>), AppError> {
    let mut told = 0;
    let mut list = Vec::new();
    for invitation in store::invitations::of_meeting(tx, meeting).await? {
        if invitation.withdrawn {
            continue;
        }
        told += u32::from(invitation.invited_at.is_some());
        let fresh = invitation.clone().for_new_time();
        if fresh != invitation {
            store::invitations::update(tx, &fresh).await?;
            let changed = AuditEvent::new(AuditAction::Changed, EntityKind::Invitation, fresh.id);
            list.push(changed.fields(&["invited_at", "reply"]));
        }
    }
    Ok((told, list))
}

/// Changes the room, the link or the minute taker; the time stays.
///
/// # Errors
/// When not allowed, changed meanwhile, begun or cancelled.
pub async fn change_place(
    app: &App,
    session: &Session,
    change: PlaceChange,
) -> Result<Saved, AppError> {
    session.require(Permission::ScheduleMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let house = House::read(app, &mut tx).await?;
    let book = RuleBook::new(&house.profile.rules);
    let meeting = as_read(&mut tx, change.meeting, change.version).await?;
    let mut fields = Fields::default();
    let somewhere = change.place.is_some() || change.link.is_some();
    fields.require(somewhere, "place", Problem::Required);
    check_minute_taker(&mut tx, &mut fields, change.minute_taker).await?;
    fields.finish()?;
    let (mut meeting, list) =
        meeting.change_place(change.place, change.link, change.minute_taker)?;
    meetings::update(&mut tx, &meeting).await?;
    meeting.version += 1;
    let told = sent_to(&mut tx, meeting.id).await?;
    let saved = saved(&mut tx, &house, &book, meeting, told).await?;
    commit(tx, &session.stamp(app), list).await?;
    Ok(saved)
}

async fn sent_to(tx: &mut impl Reads, meeting: MeetingId) -> Result<u32, AppError> {
    let counts = store::invitations::counts(tx, &[meeting]).await?;
    Ok(counts.first().map_or(0, |count| count.sent))
}

/// Cancels a meeting: its children are owed one again, from now.
///
/// # Errors
/// When not allowed, changed meanwhile, begun or cancelled already.
pub async fn cancel(
    app: &App,
    session: &Session,
    meeting: MeetingId,
    version: i64,
    reason: NonBlank,
) -> Result<Saved, AppError> {
    session.require(Permission::ScheduleMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let house = House::read(app, &mut tx).await?;
    let book = RuleBook::new(&house.profile.rules);
    let meeting = as_read(&mut tx, meeting, version).await?;
    let stamp = session.stamp(app);
    let (mut meeting, list) = meeting.cancel(stamp.at, reason)?;
    meetings::update(&mut tx, &meeting).await?;
    meeting.version += 1;
    let told = sent_to(&mut tx, meeting.id).await?;
    let saved = saved(&mut tx, &house, &book, meeting, told).await?;
    commit(tx, &stamp, list).await?;
    Ok(saved)
}

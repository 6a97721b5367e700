//! Holding a meeting: opening, the whole screen at once, adjourning, closing.
//!
//! Every save is a committed transaction: nothing is kept in memory, so that a crash loses no
//! more than the words being typed. What is written while it is held is in `live::record`.

mod load;
mod record;

pub use load::{LastTime, Live, Proposal};
pub(crate) use load::{load, process_of};
pub use record::*;
pub use store::live::Child;

use chrono::NaiveDate;
use domain::access::Permission;
use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::case::RiskRating;
use domain::field::{Invalid, Problem};
use domain::hold::new_date;
use domain::ids::{CaseId, MeetingId, MinutesId, RiskRatingId};
use domain::meeting::Meeting;
use domain::record::Minutes;
use domain::text::NonBlank;
use store::{ReadTx, WriteTx};

use crate::minutes::freeze;
use crate::{App, AppError, Session};

/// Everything that the screen of a meeting needs. Opening it is recorded as a view of each child.
///
/// # Errors
/// When not allowed, there is no such meeting, or the store fails.
pub async fn live(app: &App, session: &Session, id: MeetingId) -> Result<Live, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let live = load(&mut tx, id, app.clock.now()).await?;
    let viewed = AuditEvent::new(AuditAction::Viewed, EntityKind::Meeting, id);
    let of_cases = live.meeting.cases.iter().map(|case| viewed.clone().in_case(case.case));
    let events = domain::audit::AuditEvents::from(viewed.clone()).and_all(of_cases);
    tx.commit(&session.stamp(app), events).await?;
    Ok(live)
}

/// The same after a change that was just recorded: not another view.
///
/// # Errors
/// When not allowed, there is no such meeting, or the store fails.
pub async fn after_change(app: &App, session: &Session, id: MeetingId) -> Result<Live, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx: ReadTx = app.db.read(session.reach()).await?;
    load(&mut tx, id, app.clock.now()).await
}

/// A meeting, and the version of it that the caller read.
#[derive(Debug, Clone, Copy)]
pub struct Read {
    /// Which meeting.
    pub id: MeetingId,
    /// The version.
    pub version: i64,
}

async fn get(tx: &mut WriteTx, read: Read) -> Result<Meeting, AppError> {
    let meeting = store::meetings::get(tx, read.id).await?;
    if meeting.version == read.version { Ok(meeting) } else { Err(AppError::Stale) }
}

/// Opens a planned meeting; somebody other than its chair takes the chair and says why (S4:60).
///
/// # Errors
/// When not allowed, it is not planned or its day has not come, or the reason is missing.
pub async fn open(
    app: &App,
    session: &Session,
    read: Read,
    vice_chair_reason: Option<NonBlank>,
) -> Result<(), AppError> {
    session.require(Permission::ChairMeetings)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    let meeting = get(&mut tx, read).await?;
    let vice_chair = meeting.vice_chair_for(session.user, vice_chair_reason)?;
    let (meeting, event) = meeting.open(stamp.at, vice_chair)?;
    store::meetings::update(&mut tx, &meeting).await?;
    Ok(tx.commit(&stamp, event).await?)
}

/// Adjourns a meeting in progress.
///
/// # Errors
/// When not allowed, it is not in progress, or somebody else chairs.
pub async fn adjourn(
    app: &App,
    session: &Session,
    read: Read,
    reason: NonBlank,
) -> Result<(), AppError> {
    session.require(Permission::ChairMeetings)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    let meeting = get(&mut tx, read).await?;
    let (meeting, event) = meeting.adjourn(session.user, stamp.at, reason)?;
    store::meetings::update(&mut tx, &meeting).await?;
    Ok(tx.commit(&stamp, event).await?)
}

/// Resumes an adjourned meeting.
///
/// # Errors
/// When not allowed, it is not adjourned, or somebody else chairs.
pub async fn resume(app: &App, session: &Session, read: Read) -> Result<(), AppError> {
    session.require(Permission::ChairMeetings)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    let meeting = get(&mut tx, read).await?;
    let (meeting, event) = meeting.resume(session.user, stamp.at)?;
    store::meetings::update(&mut tx, &meeting).await?;
    Ok(tx.commit(&stamp, event).await?)
}

/// The chair goes on without a quorum, or takes that back (decisions 20).
///
/// # Errors
/// When not allowed, it is not being held, or somebody else chairs.
pub async fn override_quorum(
    app: &App,
    session: &Session,
    read: Read,
    reason: Option<NonBlank>,
) -> Result<(), AppError> {
    session.require(Permission::ChairMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let meeting = get(&mut tx, read).await?;
    let (meeting, event) = meeting.override_quorum(session.user, reason)?;
    store::meetings::update(&mut tx, &meeting).await?;
    Ok(tx.commit(&session.stamp(app), event).await?)
}

/// Closes a meeting: it is held, its ratings count, its minutes are drafted.
///
/// # Errors
/// When not allowed, somebody else chairs, or anything is missing: then with the whole list.
pub async fn close(app: &App, session: &Session, read: Read) -> Result<(), AppError> {
    session.require(Permission::ChairMeetings)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    get(&mut tx, read).await?;
    let mut live = load(&mut tx, read.id, stamp.at).await?;
    let missing = std::mem::take(&mut live.missing);
    let (meeting, closed) = live.meeting.close(session.user, stamp.at, &live.quorum, missing)?;
    store::meetings::update(&mut tx, &meeting).await?;
    live.meeting = meeting;
    let rated = rate(app, &mut tx, &live, session).await?;
    let drafted = draft(app, &mut tx, &live).await?;
    let events = domain::audit::AuditEvents::from(closed).and_all(rated).and(drafted);
    Ok(tx.commit(&stamp, events).await?)
}

/// Closes a meeting without a quorum: no rating, no clock restarts, a new date for every child
/// (R39; decisions 20).
///
/// # Errors
/// When not allowed, somebody else chairs, it has a quorum, attendance is not marked, or the date
/// is outside the rule.
pub async fn close_inquorate(
    app: &App,
    session: &Session,
    read: Read,
    new_on: NaiveDate,
) -> Result<(), AppError> {
    session.require(Permission::ChairMeetings)?;
    let (stamp, today) = (session.stamp(app), app.clock.today());
    let mut tx = app.db.write(session.reach()).await?;
    get(&mut tx, read).await?;
    let mut live = load(&mut tx, read.id, stamp.at).await?;
    let new_on = new_date(new_on, today, live.inquorate_by, &live.calendar)?;
    let (by, quorum) = (session.user, &live.quorum);
    let (meeting, closed) =
        live.meeting.close_inquorate(by, stamp.at, quorum, &live.missing, new_on)?;
    store::meetings::update(&mut tx, &meeting).await?;
    for case in &meeting.cases {
        store::meetings::update_case(&mut tx, meeting.id, case).await?;
    }
    live.meeting = meeting;
    let drafted = draft(app, &mut tx, &live).await?;
    Ok(tx.commit(&stamp, domain::audit::AuditEvents::from(closed).and(drafted)).await?)
}

/// The ratings count from the meeting's first sitting, as the meeting does: rated later the same
/// day they would look like a change between meetings (R05, R06).
async fn rate(
    app: &App,
    tx: &mut WriteTx,
    live: &Live,
    session: &Session,
) -> Result<Vec<AuditEvent>, AppError> {
    let meeting = &live.meeting;
    let rated_at = meeting.sittings.first().map_or(app.clock.now(), |sitting| sitting.opened_at);
    let mut events = Vec::new();
    for case in &meeting.cases {
        let (Some(level), Some(reason)) = (case.level, case.rating_reason.clone()) else {
            continue;
        };
        let rating = RiskRating {
            id: RiskRatingId::new(&*app.ids),
            case: case.case,
            process: meeting.meeting_type.clone(),
            level,
            reason,
            rated_at,
            rated_by: session.user,
            toolkit_on: case.toolkit_on,
            meeting: Some(meeting.id),
            voided: None,
        };
        store::risk::insert_rating(tx, &rating).await?;
        let event = AuditEvent::new(AuditAction::Added, EntityKind::RiskRating, rating.id);
        events.push(event.in_case(case.case));
    }
    Ok(events)
}

async fn draft(app: &App, tx: &mut WriteTx, live: &Live) -> Result<AuditEvent, AppError> {
    let content = freeze(tx, live).await?.1;
    let (minutes, event) = Minutes::draft(MinutesId::new(&*app.ids), live.meeting.id, content);
    store::minutes::insert(tx, &minutes).await?;
    Ok(event)
}

/// A case that must be one of the meeting's.
fn require_case(meeting: &Meeting, case: Option<CaseId>, path: &str) -> Result<(), Invalid> {
    let is_there = case.is_none_or(|case| meeting.cases.iter().any(|one| one.case == case));
    if is_there { Ok(()) } else { Err(Invalid::one(path, Problem::NotARecord)) }
}

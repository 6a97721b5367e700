//! A chair is away or leaves: who covers, and handing meetings and cases to another chair.
//!
//! Naming cover changes nothing in the diary: somebody looks at each meeting and hands it over.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::Permission;
use domain::audit::{AuditAction, AuditEvent, AuditEvents};
use domain::case_rules::require_chair;
use domain::cover::Cover;
use domain::field::{Invalid, Problem};
use domain::ids::{CaseId, CoverId, MeetingId, UserId};
use domain::meeting::MeetingStatus;
use domain::text::NonBlank;
use domain::violation::Violation;
use store::meetings::Filter;
use store::{Reads, cases, covers, meetings};

pub use store::cases::Chaired;

use crate::diary::checks::require_chair_free;
use crate::diary::{DiaryLine, House, lines, user_names};
use crate::{App, AppError, Session};

/// Cover with the names of both.
#[derive(Debug)]
pub struct NamedCover {
    /// The cover.
    pub cover: Cover,
    /// Who is away.
    pub chair_name: String,
    /// Who covers.
    pub covered_by_name: String,
}

/// Who covers for whom, now and later.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn list(app: &App, session: &Session) -> Result<Vec<NamedCover>, AppError> {
    session.require(Permission::HandOver)?;
    let mut tx = app.db.read(session.reach()).await?;
    let found = covers::from_day(&mut tx, app.clock.today()).await?;
    let names = user_names(&mut tx).await?;
    Ok(found.into_iter().map(|cover| named(cover, &names)).collect())
}

fn named(cover: Cover, names: &BTreeMap<UserId, String>) -> NamedCover {
    let name = |user: UserId| names.get(&user).cloned().unwrap_or_default();
    let (chair_name, covered_by_name) = (name(cover.chair), name(cover.covered_by));
    NamedCover { cover, chair_name, covered_by_name }
}

/// Cover to name.
pub struct NewCover {
    /// Who is away.
    pub chair: UserId,
    /// Who covers.
    pub covered_by: UserId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Why.
    pub reason: Option<NonBlank>,
}

/// Names cover for a chair who is away.
///
/// # Errors
/// When not allowed, or a field needs attention: see [`Cover::check`].
pub async fn add(app: &App, session: &Session, new: NewCover) -> Result<NamedCover, AppError> {
    session.require(Permission::HandOver)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    let chair = store::users::get(&mut tx, new.chair).await?;
    let covered_by = store::users::get(&mut tx, new.covered_by).await?;
    let today = app.clock.today();
    let before = covers::from_day(&mut tx, today).await?;
    let NewCover { from, until, reason, .. } = new;
    let id = CoverId::new(&*app.ids);
    let (away, here) = (chair.id, covered_by.id);
    let cover = Cover { id, chair: away, covered_by: here, from, until, reason, named: stamp };
    cover.check(&chair, &covered_by, &before, today)?;
    covers::insert(&mut tx, &cover).await?;
    let event = cover.event(AuditAction::Added);
    tx.commit(&stamp, event).await?;
    let names = BTreeMap::from([
        (chair.id, chair.name.into_string()),
        (covered_by.id, covered_by.name.into_string()),
    ]);
    Ok(named(cover, &names))
}

/// Takes cover back. Meetings that were handed over stay where they are.
///
/// # Errors
/// When not allowed, or it is not there.
pub async fn remove(app: &App, session: &Session, id: CoverId) -> Result<(), AppError> {
    session.require(Permission::HandOver)?;
    let mut tx = app.db.write(session.reach()).await?;
    let cover = covers::get(&mut tx, id).await?;
    covers::remove(&mut tx, id).await?;
    Ok(tx.commit(&session.stamp(app), cover.event(AuditAction::Removed)).await?)
}

/// How much of a chair's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The planned meetings of some days, for somebody who is away.
    Days(NaiveDate, NaiveDate),
    /// Every open case and every planned meeting from today, for somebody who leaves.
    Everything,
}

/// A meeting that would change hands.
#[derive(Debug)]
pub struct HeldMeeting {
    /// The meeting.
    pub line: DiaryLine,
    /// The reference of the meeting in which who would take it is at that time.
    pub busy_with: Option<String>,
}

/// What would change hands.
#[derive(Debug)]
pub struct Work {
    /// Open cases by reference; none for some days only.
    pub cases: Vec<Chaired>,
    /// Planned meetings by day and time.
    pub meetings: Vec<HeldMeeting>,
}

/// What a hand-over would move, and what stands in the way.
///
/// # Errors
/// When not allowed, the days are backwards, or the store fails.
pub async fn preview(
    app: &App,
    session: &Session,
    (from, to): (UserId, UserId),
    extent: Extent,
) -> Result<Work, AppError> {
    session.require(Permission::HandOver)?;
    let mut tx = app.db.read(session.reach()).await?;
    let house = House::read(app, &mut tx).await?;
    let (first, last) = match extent {
        Extent::Everything => (house.today, None),
        Extent::Days(first, last) if last < first => {
            return Err(Invalid::one("last", Problem::TooEarly).into());
        }
        Extent::Days(first, last) => (first.max(house.today), Some(last)),
    };
    let filter = Filter {
        from: Some(first),
        until: last,
        chair: Some(from),
        case: None,
        statuses: vec![MeetingStatus::Planned],
    };
    let planned = meetings::list(&mut tx, &filter).await?;
    let mut held = Vec::with_capacity(planned.len());
    for line in lines(&mut tx, planned, house.today).await? {
        let busy_with = busy_with(&mut tx, &house, &line, to).await?;
        held.push(HeldMeeting { line, busy_with });
    }
    let cases = match extent {
        Extent::Everything => cases::chaired_by(&mut tx, from).await?,
        Extent::Days(..) => Vec::new(),
    };
    Ok(Work { cases, meetings: held })
}

async fn busy_with(
    tx: &mut impl Reads,
    house: &House,
    line: &DiaryLine,
    chair: UserId,
) -> Result<Option<String>, AppError> {
    let (slot, id) = (line.meeting.slot(), line.meeting.id);
    match require_chair_free(tx, house, slot, chair, Some(id)).await {
        Ok(()) => Ok(None),
        Err(AppError::Refused(Violation::ChairBusy { reference, .. })) => Ok(Some(reference)),
        Err(other) => Err(other),
    }
}

/// What to hand over: what was looked at and chosen, record by record.
pub struct HandOver {
    /// Whose work.
    pub from: UserId,
    /// To whom.
    pub to: UserId,
    /// Which open cases.
    pub cases: Vec<CaseId>,
    /// Which planned meetings.
    pub meetings: Vec<MeetingId>,
}

/// Hands cases and meetings to another chair, all or none, with an event for each.
///
/// # Errors
/// When not allowed; when nothing was chosen or that person cannot chair; [`AppError::Stale`] when
/// one of them is not `from`'s any more; when a meeting began, or who takes it is in another then.
pub async fn hand_over(app: &App, session: &Session, wanted: HandOver) -> Result<(), AppError> {
    session.require(Permission::HandOver)?;
    if wanted.cases.is_empty() && wanted.meetings.is_empty() {
        return Err(Invalid::one("meetings", Problem::Required).into());
    }
    if wanted.from == wanted.to {
        return Err(Invalid::one("to", Problem::Contradicts).into());
    }
    let mut tx = app.db.write(session.reach()).await?;
    require_chair("to", &store::users::get(&mut tx, wanted.to).await?)?;
    let house = House::read(app, &mut tx).await?;
    let mut list: Vec<AuditEvent> = Vec::new();
    for id in wanted.meetings {
        let meeting = meetings::get(&mut tx, id).await?;
        if meeting.chair != wanted.from {
            return Err(AppError::Stale);
        }
        let (meeting, events) = meeting.hand_over(wanted.to)?;
        require_chair_free(&mut tx, &house, meeting.slot(), wanted.to, Some(id)).await?;
        meetings::update(&mut tx, &meeting).await?;
        list.extend(events);
    }
    for id in wanted.cases {
        let mut case = cases::get(&mut tx, id).await?;
        if case.chair != Some(wanted.from) {
            return Err(AppError::Stale);
        }
        list.push(case.hand_over(wanted.to)?);
        cases::update(&mut tx, &case).await?;
    }
    let mut list = list.into_iter();
    let first = list.next().ok_or(AppError::Stale)?;
    let events = AuditEvents::from(first).and_all(list);
    Ok(tx.commit(&session.stamp(app), events).await?)
}

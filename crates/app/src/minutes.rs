//! Minutes: the record as frozen, approving, issuing, correcting, and taking it out as a PDF.

mod document;
mod freeze;
mod words;

pub(crate) use freeze::freeze;

use chrono::NaiveDate;
use domain::access::Permission;
use domain::audit::{AuditAction, AuditEvent, AuditEvents, EntityKind, Hash};
use domain::clock::local_date;
use domain::frozen::FrozenRecord;
use domain::ids::{MeetingId, MinutesId};
use domain::policy::OffMeeting;
use domain::policy::due::{MeetingDays, RuleBook, meeting_deadlines};
use domain::record::{Minutes, MinutesStatus};
use domain::text::NonBlank;
use store::StoreError;

use crate::live::{Live, load, process_of};
use crate::{App, AppError, Session};

/// A version of the minutes with everything around it.
#[derive(Debug)]
pub struct MinutesPage {
    /// The version. A draft holds the record as it stands now.
    pub minutes: Minutes,
    /// Its content, read.
    pub record: FrozenRecord,
    /// The meeting and every version.
    pub live: Live,
    /// When the actions should be out (R40).
    pub actions_due_on: Option<NaiveDate>,
    /// When the minutes should be out (R41).
    pub minutes_due_on: Option<NaiveDate>,
    /// Until when corrections are taken (R42).
    pub corrections_until: Option<NaiveDate>,
}

/// The minutes of a meeting: the newest version, or one by its number. Recorded as a view.
///
/// # Errors
/// When not allowed, there is no such version, or the store fails.
pub async fn view(
    app: &App,
    session: &Session,
    meeting: MeetingId,
    number: Option<u32>,
) -> Result<MinutesPage, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let live = load(&mut tx, meeting, app.clock.now()).await?;
    let found = live.minutes.iter().rev().find(|one| number.is_none_or(|n| one.number == n));
    let mut minutes = found.cloned().ok_or(StoreError::Missing { table: "minutes" })?;
    if minutes.status == MinutesStatus::Draft {
        minutes.content = freeze(&mut tx, &live).await?.1;
        minutes.digest = minutes.content.digest();
    }
    let record = read_content(&minutes)?;
    let viewed = AuditEvent::new(AuditAction::Viewed, EntityKind::Minutes, minutes.id);
    let of_cases = live.meeting.cases.iter().map(|case| viewed.clone().in_case(case.case));
    let events = AuditEvents::from(viewed.clone()).and_all(of_cases);
    tx.commit(&session.stamp(app), events).await?;
    page(minutes, record, live)
}

fn read_content(minutes: &Minutes) -> Result<FrozenRecord, AppError> {
    let inconsistent = StoreError::Inconsistent { table: "minutes", column: "content" };
    if minutes.content.digest() != minutes.digest {
        return Err(StoreError::Inconsistent { table: "minutes", column: "digest" }.into());
    }
    Ok(serde_json::from_str(&minutes.content.0).map_err(|_| inconsistent)?)
}

fn page(minutes: Minutes, record: FrozenRecord, live: Live) -> Result<MinutesPage, AppError> {
    let days = MeetingDays {
        planned: None,
        held: Some(record.held_on),
        minutes_issued: minutes.issued.map(|(_, at)| local_date(at)),
    };
    let rules = RuleBook::new(&live.profile.rules);
    let (process, today) = (process_of(&live.meeting)?, local_date(live.read_at));
    let deadlines = meeting_deadlines(&rules, &live.calendar, process, days, today)?;
    let on = |task| deadlines.iter().find(|one| one.task == task).map(|one| one.on);
    let (actions_due_on, minutes_due_on, corrections_until) =
        (on(OffMeeting::Actions), on(OffMeeting::Minutes), on(OffMeeting::Corrections));
    Ok(MinutesPage { minutes, record, live, actions_due_on, minutes_due_on, corrections_until })
}

/// A version of the minutes, and the version of its row that the caller read.
#[derive(Debug, Clone, Copy)]
pub struct Read {
    /// Which.
    pub id: MinutesId,
    /// The version.
    pub version: i64,
}

/// Freezes a draft with the record as it stands; the version that it corrects is replaced.
///
/// # Errors
/// When not allowed, it is no draft, somebody else chaired, or the record is not the one read.
pub async fn approve(
    app: &App,
    session: &Session,
    read: Read,
    digest_read: Hash,
) -> Result<MeetingId, AppError> {
    session.require(Permission::ChairMeetings)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    let draft = store::minutes::get(&mut tx, read.id).await?;
    let live = load(&mut tx, draft.meeting, stamp.at).await?;
    let content = freeze(&mut tx, &live).await?.1;
    let (mut approved, event) = draft.approve(&live.meeting, &stamp, content, digest_read)?;
    approved.version = read.version;
    store::minutes::update(&mut tx, &approved).await?;
    let mut events = AuditEvents::from(event);
    let is_replaced = |status| matches!(status, MinutesStatus::Approved | MinutesStatus::Issued);
    let older = live.minutes.iter().filter(|one| one.id != read.id && is_replaced(one.status));
    for one in older {
        let (superseded, event) = one.supersede()?;
        store::minutes::update(&mut tx, &superseded).await?;
        events = events.and(event);
    }
    tx.commit(&stamp, events).await?;
    Ok(approved.meeting)
}

/// Records that approved minutes went out.
///
/// # Errors
/// When not allowed, they are not approved, or changed meanwhile.
pub async fn issue(app: &App, session: &Session, read: Read) -> Result<MeetingId, AppError> {
    session.require(Permission::RecordMeetings)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    let approved = store::minutes::get(&mut tx, read.id).await?;
    let (mut issued, event) = approved.issue(&stamp)?;
    issued.version = read.version;
    store::minutes::update(&mut tx, &issued).await?;
    tx.commit(&stamp, event).await?;
    Ok(issued.meeting)
}

/// Begins a correction: a new draft; the approved text stays until the draft is approved.
///
/// # Errors
/// When not allowed, a draft is being written already, or changed meanwhile.
pub async fn begin_correction(
    app: &App,
    session: &Session,
    read: Read,
    reason: NonBlank,
) -> Result<MeetingId, AppError> {
    session.require(Permission::ChairMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let approved = store::minutes::get(&mut tx, read.id).await?;
    if approved.version != read.version {
        return Err(AppError::Stale);
    }
    let (draft, event) = approved.begin_correction(MinutesId::new(&*app.ids), reason)?;
    store::minutes::insert(&mut tx, &draft).await?;
    tx.commit(&session.stamp(app), event).await?;
    Ok(draft.meeting)
}

/// A finished document.
#[derive(Debug)]
pub struct MinutesFile {
    /// A neutral name: the reference and the version, nothing of the child (decisions 23).
    pub name: String,
    /// The PDF.
    pub bytes: Vec<u8>,
}

/// Takes the full minutes out as a PDF, for the agencies that attended. Recorded as an export
/// before the bytes leave.
///
/// # Errors
/// When not allowed, there is no such version, or the document cannot be made.
pub async fn export(app: &App, session: &Session, id: MinutesId) -> Result<MinutesFile, AppError> {
    session.require(Permission::ExportDocuments)?;
    let mut tx = app.db.write(session.reach()).await?;
    let mut minutes = store::minutes::get(&mut tx, id).await?;
    let live = load(&mut tx, minutes.meeting, app.clock.now()).await?;
    if minutes.status == MinutesStatus::Draft {
        minutes.content = freeze(&mut tx, &live).await?.1;
        minutes.digest = minutes.content.digest();
    }
    let record = read_content(&minutes)?;
    let head = store::audit::head(&mut tx).await?;
    let name = format!("minutes-{}-v{}.pdf", record.reference.to_lowercase(), minutes.number);
    let document = document::of(&minutes, &record, &head, app.clock.today());
    let bytes = print(document).await?;
    let exported = AuditEvent::new(AuditAction::Exported, EntityKind::Minutes, id);
    let of_cases = live.meeting.cases.iter().map(|case| exported.clone().in_case(case.case));
    let events = AuditEvents::from(exported.clone()).and_all(of_cases);
    tx.commit(&session.stamp(app), events).await?;
    Ok(MinutesFile { name, bytes })
}

/// Setting type takes a second of one core: not on the threads that answer the screens.
async fn print(document: render::Minutes) -> Result<Vec<u8>, AppError> {
    let printed = tokio::task::spawn_blocking(move || {
        let press = render::Press::new()?;
        render::minutes(&press, &document)
    });
    let printed = printed.await.map_err(|_| AppError::Document)?;
    Ok(printed.map_err(|_| AppError::Document)?.bytes)
}

//! Invitations: who is asked, sending, replies by any route, who is missing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use domain::access::Permission;
use domain::agency::AgencyKind;
use domain::audit::{AuditAction, AuditEvent, AuditEvents, EntityKind};
use domain::diary::{Answer, Attendee, Party, RoleGap, gaps, required_kinds, send_together};
use domain::field::{Fields, Invalid, Problem};
use domain::ids::{InvitationId, MeetingId};
use domain::meeting::{Invitation, InvitationRoute, Meeting, MeetingStatus};
use domain::policy::Process;
use domain::policy::due::RuleBook;
use domain::violation::Violation;
use store::Reads;
use store::invitations::Address;
use store::meetings::Filter;

use crate::diary::{DiaryLine, House, line, lines};
use crate::{App, AppError, Session};

pub use exchange::ics::{Cancellation, Message};

/// How far ahead people are reminded of meetings, in days.
const REMIND_DAYS: u64 = 120;

/// An invitation with its names and address.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The invitation.
    pub invitation: Invitation,
    /// The agency's name.
    pub agency_name: Option<String>,
    /// What the agency does.
    pub agency_kind: Option<AgencyKind>,
    /// The person's name.
    pub person_name: Option<String>,
    /// Where it goes.
    pub email: Option<String>,
}

/// The invitations of a meeting.
#[derive(Debug)]
pub struct List {
    /// The meeting.
    pub meeting: DiaryLine,
    /// In order; withdrawn ones last.
    pub invitations: Vec<Listed>,
    /// Whom the meeting needs and does not have.
    pub gaps: Vec<RoleGap>,
    /// The last day for invitations (R07).
    pub invite_by: Option<NaiveDate>,
    /// Whether that day is past: a warning.
    pub short_notice: bool,
}

async fn listed(tx: &mut impl Reads, meetings: &[MeetingId]) -> Result<Vec<Listed>, AppError> {
    let addresses = store::invitations::addresses(tx, meetings).await?;
    let mut addresses: BTreeMap<InvitationId, Address> =
        addresses.into_iter().map(|address| (address.invitation, address)).collect();
    let found = store::invitations::of_meetings(tx, meetings).await?;
    let listed = found.into_iter().map(|invitation| {
        let address = addresses.remove(&invitation.id);
        let (agency_name, agency_kind, person_name, email) = address
            .map(|a| (a.agency_name, a.agency_kind, a.person_name, a.email))
            .unwrap_or_default();
        Listed { invitation, agency_name, agency_kind, person_name, email }
    });
    Ok(listed.collect())
}

async fn read_list(app: &App, tx: &mut impl Reads, meeting: Meeting) -> Result<List, AppError> {
    let house = House::read(app, tx).await?;
    let book = RuleBook::new(&house.profile.rules);
    let mut invitations = listed(tx, &[meeting.id]).await?;
    invitations.sort_by_key(|one| (one.invitation.withdrawn, one.invitation.position));
    let required = required_kinds(&house.profile, Process::Eram, house.today);
    let asked: Vec<(Invitation, Option<AgencyKind>)> =
        invitations.iter().map(|one| (one.invitation.clone(), one.agency_kind)).collect();
    let invite_by = house.invite_by(&book, meeting.on)?;
    let planned = meeting.status == MeetingStatus::Planned;
    Ok(List {
        meeting: line(tx, meeting, house.today).await?,
        invitations,
        gaps: gaps(&asked, &required),
        invite_by,
        short_notice: planned && invite_by.is_some_and(|last| last < house.today),
    })
}

/// The invitations of a meeting. Opening the list is noted in each child's record.
///
/// # Errors
/// When not allowed, there is no such meeting, or the store fails.
pub async fn list(app: &App, session: &Session, meeting: MeetingId) -> Result<List, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let meeting = store::meetings::get(&mut tx, meeting).await?;
    let events = events_of(meeting.diary_events(AuditAction::Viewed, &[]))?;
    let list = read_list(app, &mut tx, meeting).await?;
    tx.commit(&session.stamp(app), events).await?;
    Ok(list)
}

fn events_of(mut list: Vec<AuditEvent>) -> Result<AuditEvents, AppError> {
    if list.is_empty() {
        return Err(Invalid::one("invitations", Problem::Required).into());
    }
    let first = list.remove(0);
    Ok(AuditEvents::from(first).and_all(list))
}

/// Somebody to add to the list.
#[derive(Debug)]
pub struct NewInvitee {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who, as what.
    pub attendee: Attendee,
}

/// Adds somebody to the list of a planned meeting; nothing is sent.
///
/// # Errors
/// When not allowed, the meeting began, or somebody is missing or on the list already.
pub async fn add(app: &App, session: &Session, new: NewInvitee) -> Result<List, AppError> {
    session.require(Permission::ScheduleMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let meeting = store::meetings::get(&mut tx, new.meeting).await?;
    meeting.require_planned()?;
    let asked = store::invitations::of_meeting(&mut tx, meeting.id).await?;
    let mut fields = Fields::default();
    new.attendee.check(&mut fields, &asked);
    fields.finish()?;
    let last = asked.iter().map(|one| one.position).max().unwrap_or(0);
    let invitation = new.attendee.invite(&*app.ids, meeting.id, last.saturating_add(1));
    store::invitations::insert(&mut tx, &invitation).await?;
    let event = AuditEvent::new(AuditAction::Added, EntityKind::Invitation, invitation.id);
    let list = read_list(app, &mut tx, meeting).await?;
    tx.commit(&session.stamp(app), event).await?;
    Ok(list)
}

/// An invitation at the version that somebody read, with its meeting.
async fn as_read(
    tx: &mut impl Reads,
    invitation: InvitationId,
    version: i64,
) -> Result<(Invitation, Meeting), AppError> {
    let invitation = store::invitations::get(tx, invitation).await?;
    if invitation.version != version {
        return Err(AppError::Stale);
    }
    let meeting = store::meetings::get(tx, invitation.meeting).await?;
    Ok((invitation, meeting))
}

/// Takes an invitation back; it stays on the list as withdrawn.
///
/// # Errors
/// When not allowed, changed meanwhile, or the meeting began.
pub async fn withdraw(
    app: &App,
    session: &Session,
    invitation: InvitationId,
    version: i64,
) -> Result<List, AppError> {
    session.require(Permission::ScheduleMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let (invitation, meeting) = as_read(&mut tx, invitation, version).await?;
    meeting.require_planned()?;
    let (invitation, event) = invitation.withdraw()?;
    store::invitations::update(&mut tx, &invitation).await?;
    let list = read_list(app, &mut tx, meeting).await?;
    tx.commit(&session.stamp(app), event).await?;
    Ok(list)
}

/// Invitations to send together.
#[derive(Debug)]
pub struct Sending {
    /// The meeting.
    pub meeting: MeetingId,
    /// Which.
    pub invitations: Vec<InvitationId>,
    /// How.
    pub route: InvitationRoute,
}

/// What was noted as sent, and what is to be sent.
#[derive(Debug)]
pub struct Sent {
    /// The neutral message.
    pub message: Message,
    /// The addresses, each once.
    pub addresses: Vec<String>,
    /// The list after it.
    pub list: List,
}

/// Notes that invitations were sent, and makes what is to be sent: neutral in every part.
///
/// # Errors
/// When not allowed, nothing is chosen, an invitation belongs to another meeting or was taken
/// back, the meeting began, or agencies and a family are chosen together.
pub async fn send(app: &App, session: &Session, sending: Sending) -> Result<Sent, AppError> {
    session.require(Permission::ScheduleMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let meeting = store::meetings::get(&mut tx, sending.meeting).await?;
    meeting.require_planned()?;
    let chosen: BTreeSet<InvitationId> = sending.invitations.into_iter().collect();
    let asked = store::invitations::of_meeting(&mut tx, meeting.id).await?;
    let asked: Vec<Invitation> = asked.into_iter().filter(|one| chosen.contains(&one.id)).collect();
    if asked.len() != chosen.len() {
        return Err(AppError::Missing(EntityKind::Invitation));
    }
    let stamp = session.stamp(app);
    let mut events = Vec::new();
    for (invitation, event) in send_together(asked, sending.route, stamp)? {
        store::invitations::update(&mut tx, &invitation).await?;
        events.push(event);
    }
    let events = events_of(events)?;
    let message = exchange::ics::message(&meeting, stamp.at)?;
    let list = read_list(app, &mut tx, meeting).await?;
    let addresses: BTreeSet<String> = list
        .invitations
        .iter()
        .filter(|one| chosen.contains(&one.invitation.id))
        .filter_map(|one| one.email.clone())
        .collect();
    tx.commit(&stamp, events).await?;
    Ok(Sent { message, addresses: addresses.into_iter().collect(), list })
}

/// What is to be sent about a meeting that was cancelled, and to whom.
#[derive(Debug)]
pub struct CancellationNotice {
    /// The neutral message, with a file that takes the meeting out of a calendar.
    pub message: Cancellation,
    /// The addresses of agencies and observers who were invited, each once.
    pub agencies: Vec<String>,
    /// Those of the child and the family: never told in the same message.
    pub family: Vec<String>,
}

/// Makes what tells everybody who was sent an invitation that the meeting was cancelled.
///
/// # Errors
/// When not allowed, or the meeting is not cancelled.
pub async fn cancellation(
    app: &App,
    session: &Session,
    meeting: MeetingId,
) -> Result<CancellationNotice, AppError> {
    session.require(Permission::ScheduleMeetings)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    let meeting = store::meetings::get(&mut tx, meeting).await?;
    if meeting.status != MeetingStatus::Cancelled {
        return Err(Violation::WrongState { state: meeting.status.as_str().into() }.into());
    }
    let mut told = listed(&mut tx, &[meeting.id]).await?;
    told.retain(|one| one.invitation.invited_at.is_some() && !one.invitation.withdrawn);
    let addresses = |party: Party| {
        let of_party = told.iter().filter(|one| one.invitation.kind.party() == party);
        let addresses: BTreeSet<String> = of_party.filter_map(|one| one.email.clone()).collect();
        addresses.into_iter().collect()
    };
    let notice = CancellationNotice {
        message: exchange::ics::cancellation(&meeting, stamp.at)?,
        agencies: addresses(Party::Agencies),
        family: addresses(Party::Family),
    };
    tx.commit(&stamp, events_of(meeting.diary_events(AuditAction::Viewed, &[]))?).await?;
    Ok(notice)
}

/// A reply to record.
#[derive(Debug)]
pub struct ReplyGiven {
    /// Which invitation.
    pub invitation: InvitationId,
    /// The version that was read.
    pub version: i64,
    /// What was answered, how, by whom.
    pub answer: Answer,
}

/// Records a reply, however it came, also given by somebody else for them.
///
/// # Errors
/// When not allowed, changed meanwhile, the meeting began, or a field is missing.
pub async fn record_reply(
    app: &App,
    session: &Session,
    given: ReplyGiven,
) -> Result<List, AppError> {
    session.require(Permission::ScheduleMeetings)?;
    let mut tx = app.db.write(session.reach()).await?;
    let (invitation, meeting) = as_read(&mut tx, given.invitation, given.version).await?;
    meeting.require_planned()?;
    let stamp = session.stamp(app);
    let (invitation, event) = invitation.answer(given.answer, stamp)?;
    store::invitations::update(&mut tx, &invitation).await?;
    let list = read_list(app, &mut tx, meeting).await?;
    tx.commit(&stamp, event).await?;
    Ok(list)
}

/// Who was sent an invitation and has not replied, the soonest meeting first.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn to_remind(
    app: &App,
    session: &Session,
    only: Option<MeetingId>,
) -> Result<Vec<(DiaryLine, Vec<Listed>)>, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.read(session.reach()).await?;
    let today = app.clock.today();
    let filter = Filter {
        from: Some(today),
        until: today.checked_add_days(Days::new(REMIND_DAYS)),
        statuses: vec![MeetingStatus::Planned],
        ..Filter::default()
    };
    let mut planned = store::meetings::list(&mut tx, &filter).await?;
    planned.retain(|meeting| only.is_none_or(|only| meeting.id == only));
    let ids: Vec<MeetingId> = planned.iter().map(|meeting| meeting.id).collect();
    let mut silent: BTreeMap<MeetingId, Vec<Listed>> = BTreeMap::new();
    for one in listed(&mut tx, &ids).await? {
        if one.invitation.is_silent() {
            silent.entry(one.invitation.meeting).or_default().push(one);
        }
    }
    planned.retain(|meeting| silent.contains_key(&meeting.id));
    let lines = lines(&mut tx, planned, today).await?;
    let with_silent = lines.into_iter().map(|line| {
        let silent = silent.remove(&line.meeting.id).unwrap_or_default();
        (line, silent)
    });
    Ok(with_silent.collect())
}

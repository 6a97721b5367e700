//! The diary: the agenda, what is to be scheduled, planning, scheduling, moving, cancelling.

pub(crate) mod checks;
mod owed;
pub mod plan;
pub mod to_schedule;
pub mod write;

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use domain::access::Permission;
use domain::calendar::WorkingCalendar;
use domain::diary::{Busy, Clash, MINUTES};
use domain::field::{Invalid, Problem};
use domain::ids::{CaseId, MeetingId, PersonId, UserId};
use domain::meeting::{Meeting, MeetingStatus};
use domain::policy::Profile;
use store::Reads;
use store::meetings::{self, Child, Filter};

use crate::{App, AppError, Session};

pub use owed::Owed;

/// The type of meeting that this diary holds.
pub(crate) const ERAM: &str = "eram";

/// The longest stretch that one agenda shows, in days.
const AGENDA_DAYS: i64 = 400;

/// A meeting with what a list shows beside it.
#[derive(Debug, Clone)]
pub struct DiaryLine {
    /// The meeting.
    pub meeting: Meeting,
    /// Its chair's name.
    pub chair_name: String,
    /// Its minute taker's name.
    pub minute_taker_name: Option<String>,
    /// Its children, in order.
    pub children: Vec<Child>,
    /// Its invitations and reports, counted.
    pub counts: LineCounts,
}

/// Invitations and reports of a meeting, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LineCounts {
    /// Invitations that were not taken back.
    pub invited: u32,
    /// Of them, sent.
    pub sent: u32,
    /// Of them, answered.
    pub replied: u32,
    /// Of them, will come or send somebody.
    pub coming: u32,
    /// Reports that are needed.
    pub reports_asked: u32,
    /// Of them, received.
    pub reports_received: u32,
    /// Of them, past their date.
    pub reports_late: u32,
}

/// Something that stands in the way, with what a person needs to see of it.
#[derive(Debug, Clone)]
pub struct DiaryClash {
    /// What, with which meeting, about whom.
    pub clash: Clash,
    /// The other meeting's neutral reference.
    pub reference: Option<String>,
    /// When it begins.
    pub at: Option<NaiveTime>,
    /// The name of who is asked to both.
    pub who: Option<String>,
}

/// The meetings of some days.
#[derive(Debug)]
pub struct Agenda {
    /// Days with a meeting, in order.
    pub days: Vec<AgendaDay>,
    /// Today.
    pub today: NaiveDate,
}

/// A day with meetings.
#[derive(Debug)]
pub struct AgendaDay {
    /// The day.
    pub on: NaiveDate,
    /// Whether it is a working day.
    pub working_day: bool,
    /// Its meetings by time.
    pub meetings: Vec<DiaryLine>,
}

/// The rules of the authority and its calendar: what most of the diary asks first.
pub(crate) struct House {
    pub(crate) profile: Profile,
    pub(crate) calendar: WorkingCalendar,
    pub(crate) now: domain::clock::Instant,
    pub(crate) today: NaiveDate,
}

impl House {
    pub(crate) async fn read(app: &App, tx: &mut impl Reads) -> Result<Self, AppError> {
        Ok(Self {
            profile: crate::policies::rule_book(tx).await?,
            calendar: crate::policies::calendar(tx).await?,
            now: app.clock.now(),
            today: app.clock.today(),
        })
    }
}

/// The names of everybody who signs in.
pub(crate) async fn user_names(tx: &mut impl Reads) -> Result<BTreeMap<UserId, String>, AppError> {
    let users = store::users::list(tx).await?;
    Ok(users.into_iter().map(|user| (user.id, user.name.into_string())).collect())
}

/// Meetings as a list shows them.
pub(crate) async fn lines(
    tx: &mut impl Reads,
    listed: Vec<Meeting>,
    today: NaiveDate,
) -> Result<Vec<DiaryLine>, AppError> {
    let names = user_names(tx).await?;
    let ids: Vec<MeetingId> = listed.iter().map(|meeting| meeting.id).collect();
    let mut cases: Vec<CaseId> =
        listed.iter().flat_map(|meeting| meeting.cases.iter().map(|one| one.case)).collect();
    cases.sort_unstable();
    cases.dedup();
    let children = meetings::children(tx, &cases).await?;
    let children: BTreeMap<CaseId, Child> =
        children.into_iter().map(|child| (child.case, child)).collect();
    let mut counted: BTreeMap<MeetingId, LineCounts> = BTreeMap::new();
    for count in store::invitations::counts(tx, &ids).await? {
        let line = counted.entry(count.meeting).or_default();
        line.invited = count.invited;
        line.sent = count.sent;
        line.replied = count.replied;
        line.coming = count.coming;
    }
    for count in store::invitations::report_counts(tx, &ids, today).await? {
        let line = counted.entry(count.meeting).or_default();
        line.reports_asked = count.asked;
        line.reports_received = count.received;
        line.reports_late = count.late;
    }
    let line = |meeting: Meeting| DiaryLine {
        chair_name: names.get(&meeting.chair).cloned().unwrap_or_default(),
        minute_taker_name: meeting.minute_taker.and_then(|taker| names.get(&taker).cloned()),
        children: meeting
            .cases
            .iter()
            .filter_map(|subject| children.get(&subject.case).cloned())
            .collect(),
        counts: counted.get(&meeting.id).copied().unwrap_or_default(),
        meeting,
    };
    Ok(listed.into_iter().map(line).collect())
}

/// One meeting as a list shows it.
pub(crate) async fn line(
    tx: &mut impl Reads,
    meeting: Meeting,
    today: NaiveDate,
) -> Result<DiaryLine, AppError> {
    lines(tx, vec![meeting], today)
        .await?
        .pop()
        .ok_or(AppError::Missing(domain::audit::EntityKind::Meeting))
}

/// Meetings that others must make room for, with the people asked by name.
pub(crate) async fn busy(
    tx: &mut impl Reads,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<(Vec<Busy>, BTreeMap<PersonId, String>), AppError> {
    let statuses =
        vec![MeetingStatus::Planned, MeetingStatus::InProgress, MeetingStatus::Adjourned];
    let filter = Filter { from: Some(from), until: Some(until), statuses, ..Filter::default() };
    let listed = meetings::list(tx, &filter).await?;
    let ids: Vec<MeetingId> = listed.iter().map(|meeting| meeting.id).collect();
    let invited = store::invitations::invited_people(tx, &ids).await?;
    let mut people: BTreeMap<MeetingId, Vec<PersonId>> = BTreeMap::new();
    let mut names = BTreeMap::new();
    for one in invited {
        people.entry(one.meeting).or_default().push(one.person);
        names.insert(one.person, one.name);
    }
    let busy = listed
        .into_iter()
        .map(|meeting| Busy { people: people.remove(&meeting.id).unwrap_or_default(), meeting });
    Ok((busy.collect(), names))
}

/// What stands in the way, with references and names.
pub(crate) fn told(
    clashes: Vec<Clash>,
    busy: &[Busy],
    names: &BTreeMap<PersonId, String>,
) -> Vec<DiaryClash> {
    let tell = |clash: Clash| {
        let other = clash.meeting.and_then(|id| busy.iter().find(|one| one.meeting.id == id));
        DiaryClash {
            reference: other.map(|one| one.meeting.reference.as_str().to_owned()),
            at: other.map(|one| one.meeting.at),
            who: clash.person.and_then(|person| names.get(&person).cloned()),
            clash,
        }
    };
    clashes.into_iter().map(tell).collect()
}

/// Whether a length is one that a meeting may have.
pub(crate) fn minutes_or_default(minutes: Option<u32>) -> u32 {
    minutes.filter(|minutes| MINUTES.contains(minutes)).unwrap_or(90)
}

/// The meetings of some days, cancelled ones too.
///
/// # Errors
/// When not allowed, the days are the wrong way round or too many, or the store fails.
pub async fn agenda(
    app: &App,
    session: &Session,
    from: NaiveDate,
    until: NaiveDate,
    chair: Option<UserId>,
) -> Result<Agenda, AppError> {
    session.require(Permission::ReadCases)?;
    let length = until.signed_duration_since(from).num_days();
    if length < 0 {
        return Err(Invalid::one("until", Problem::TooEarly).into());
    }
    if length > AGENDA_DAYS {
        return Err(Invalid::one("until", Problem::TooLate).into());
    }
    let mut tx = app.db.read(session.reach()).await?;
    let calendar = crate::policies::calendar(&mut tx).await?;
    let filter = Filter { from: Some(from), until: Some(until), chair, ..Filter::default() };
    let listed = meetings::list(&mut tx, &filter).await?;
    let today = app.clock.today();
    let mut days: Vec<AgendaDay> = Vec::new();
    for line in lines(&mut tx, listed, today).await? {
        let on = line.meeting.on;
        match days.last_mut().filter(|day| day.on == on) {
            Some(day) => day.meetings.push(line),
            None => days.push(AgendaDay {
                on,
                working_day: calendar.is_bookable(on),
                meetings: vec![line],
            }),
        }
    }
    Ok(Agenda { days, today })
}

//! Planning one meeting: why this date, the window, what clashes, how full the day, who would be
//! asked.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use domain::access::Permission;
use domain::audit::EntityKind;
use domain::diary::{Busy, Candidate, Wanted, clashes, required_kinds, standing_list, suggest};
use domain::field::{Invalid, Problem};
use domain::ids::{CaseId, MeetingId, PersonId, UserId};
use domain::policy::Process;
use domain::policy::due::{DateChoice, RuleBook, Window, window};
use domain::text::NonBlank;
use store::Reads;
use store::invitations::StandingSeat;
use store::meetings::{self, Child};

use super::{DiaryClash, ERAM, House, Owed, busy, minutes_or_default, told};
use crate::{App, AppError, Session};

/// The most days that a plan offers.
const OFFERED_DAYS: usize = 15;

/// How many working days are offered when the rule cannot be kept any more.
const MISSED_DAYS: i32 = 5;

/// What somebody thinks of.
#[derive(Debug)]
pub struct Draft {
    /// The cases.
    pub cases: Vec<CaseId>,
    /// The day.
    pub on: Option<NaiveDate>,
    /// The time.
    pub at: Option<NaiveTime>,
    /// How long.
    pub minutes: Option<u32>,
    /// The chair; that of the first case when not said.
    pub chair: Option<UserId>,
    /// The room.
    pub place: Option<NonBlank>,
    /// The meeting being moved.
    pub meeting: Option<MeetingId>,
}

/// What to think of when planning a meeting.
#[derive(Debug)]
pub struct Plan {
    /// Each child and what is owed.
    pub children: Vec<PlanChild>,
    /// The earliest last day of them all.
    pub due_by: Option<NaiveDate>,
    /// The last bookable day on or before it.
    pub book_by: Option<NaiveDate>,
    /// The first day to offer.
    pub opens: Option<NaiveDate>,
    /// The last day to offer; none when the rule cannot be kept any more.
    pub closes: Option<NaiveDate>,
    /// The day to offer first.
    pub suggested: Option<NaiveDate>,
    /// The day thought of.
    pub chosen: Option<PlanDay>,
    /// The days to offer.
    pub offered: Vec<PlanDay>,
    /// Brothers' and sisters' cases.
    pub siblings: Vec<Sibling>,
    /// Whom the standing list and the rules would invite.
    pub standing: Vec<StandingName>,
    /// Today.
    pub today: NaiveDate,
}

/// A child in a plan.
#[derive(Debug)]
pub struct PlanChild {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub case_reference: String,
    /// The child's name.
    pub name: String,
    /// What is owed.
    pub owed: Option<Owed>,
    /// By how many days the day thought of is early.
    pub early_days: Option<u32>,
    /// By how many days it is late.
    pub late_days: Option<u32>,
}

/// A day in a plan.
#[derive(Debug)]
pub struct PlanDay {
    /// The day.
    pub on: NaiveDate,
    /// Whether it can be booked without being asked twice.
    pub bookable: bool,
    /// How many meetings the chair has that day.
    pub workload: u32,
    /// What stands in the way.
    pub clashes: Vec<DiaryClash>,
    /// The last day for invitations (R07).
    pub invite_by: Option<NaiveDate>,
    /// Whether that day is past.
    pub short_notice: bool,
}

/// A brother's or sister's case.
#[derive(Debug)]
pub struct Sibling {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub case_reference: String,
    /// The child's name.
    pub name: String,
    /// The last day that keeps the rule.
    pub due_by: Option<NaiveDate>,
}

/// Somebody whom the standing list would invite.
#[derive(Debug)]
pub struct StandingName {
    /// As what.
    pub capacity: NonBlank,
    /// Their name.
    pub name: Option<String>,
    /// The person.
    pub person: Option<PersonId>,
    /// Their agency.
    pub agency_name: Option<String>,
    /// Whether the meeting needs them.
    pub required: bool,
}

/// A seat of the standing list as the rule takes it.
pub(crate) fn candidate(seat: &StandingSeat) -> Candidate {
    Candidate {
        person: seat.person,
        kind: seat.kind,
        agency: seat.agency.zip(seat.agency_kind),
        relationship: seat.relationship,
        title: seat.title.clone(),
    }
}

/// What is owed to each child, in the order asked for.
pub(crate) async fn owed_to(
    tx: &mut impl Reads,
    house: &House,
    book: &RuleBook<'_>,
    cases: &[CaseId],
) -> Result<Vec<(Child, Option<Owed>)>, AppError> {
    let known = meetings::children(tx, cases).await?;
    let mut found = Vec::new();
    for case in cases {
        let child = known.iter().find(|child| child.case == *case).cloned();
        let child = child.ok_or(AppError::Missing(EntityKind::Case))?;
        let facts = store::facts::of_case(tx, *case).await?;
        found.push((child, house.owed(book, &facts)?));
    }
    Ok(found)
}

/// What decides the date of a joint meeting: the child who is due first.
fn earliest(owed: &[(Child, Option<Owed>)]) -> Option<&Owed> {
    let dated = owed.iter().filter_map(|(_, owed)| owed.as_ref());
    dated.filter(|owed| owed.due_by.is_some()).min_by_key(|owed| owed.due_by)
}

/// What to think of when planning a meeting.
///
/// # Errors
/// When not allowed, no child is named, a case is unknown, or the store fails.
pub async fn options(app: &App, session: &Session, draft: Draft) -> Result<Plan, AppError> {
    session.require(Permission::ReadCases)?;
    if draft.cases.is_empty() {
        return Err(Invalid::one("cases", Problem::Required).into());
    }
    let mut tx = app.db.read(session.reach()).await?;
    let house = House::read(app, &mut tx).await?;
    let book = RuleBook::new(&house.profile.rules);
    let owed = owed_to(&mut tx, &house, &book, &draft.cases).await?;
    let first = earliest(&owed);
    let (due_by, book_by) =
        (first.and_then(|owed| owed.due_by), first.and_then(|owed| owed.book_by));
    let (opens, closes) = match first {
        None => (None, None),
        Some(owed) => match window(&owed.obligation, &house.calendar, house.today)? {
            Some(Window::Open { opens, closes }) => (Some(opens), Some(closes)),
            Some(Window::Missed { soonest }) => (Some(soonest), None),
            None => (None, None),
        },
    };
    let chair = chair_of(&mut tx, &draft).await?;
    let seats = store::invitations::standing(&mut tx, ERAM, &draft.cases, house.today).await?;
    let look = Look::at(&mut tx, &house, &draft, chair, &seats, [opens, closes, book_by]).await?;
    let suggested = match book_by {
        None => None,
        Some(book_by) => Some(suggest(book_by, house.today, chair, &look.busy, &house.calendar)?.0),
    };
    let chosen = match draft.on {
        None => None,
        Some(on) => Some(look.day(&house, &book, on)?),
    };
    let offered = look.offered(&house, &book, opens, closes)?;
    let siblings = siblings(&mut tx, &house, &book, &draft.cases).await?;
    Ok(Plan {
        children: owed.into_iter().map(|(child, owed)| plan_child(child, owed, draft.on)).collect(),
        due_by,
        book_by,
        opens,
        closes,
        suggested,
        chosen,
        offered,
        siblings,
        standing: standing_names(&seats, &house),
        today: house.today,
    })
}

fn plan_child(child: Child, owed: Option<Owed>, on: Option<NaiveDate>) -> PlanChild {
    let timing = owed.as_ref().zip(on).and_then(|(owed, on)| owed.obligation.timing_of(on));
    let count = |days: i64| u32::try_from(days).ok();
    let (early_days, late_days) = match timing {
        Some(DateChoice::Early { days }) => (count(days), None),
        Some(DateChoice::Late { days }) => (None, count(days)),
        Some(DateChoice::InTime) | None => (None, None),
    };
    PlanChild {
        case: child.case,
        case_reference: child.reference,
        name: child.name,
        owed,
        early_days,
        late_days,
    }
}

async fn chair_of(tx: &mut impl Reads, draft: &Draft) -> Result<Option<UserId>, AppError> {
    if draft.chair.is_some() {
        return Ok(draft.chair);
    }
    let open = meetings::open_cases(tx).await?;
    let first = draft.cases.first();
    Ok(open.into_iter().find(|case| Some(&case.child.case) == first).and_then(|case| case.chair))
}

async fn siblings(
    tx: &mut impl Reads,
    house: &House,
    book: &RuleBook<'_>,
    cases: &[CaseId],
) -> Result<Vec<Sibling>, AppError> {
    let found = meetings::siblings(tx, cases).await?;
    let ids: Vec<CaseId> = found.iter().map(|child| child.case).collect();
    let owed = owed_to(tx, house, book, &ids).await?;
    let sibling = |(child, owed): (Child, Option<Owed>)| Sibling {
        case: child.case,
        case_reference: child.reference,
        name: child.name,
        due_by: owed.and_then(|owed| owed.due_by),
    };
    Ok(owed.into_iter().map(sibling).collect())
}

fn standing_names(seats: &[StandingSeat], house: &House) -> Vec<StandingName> {
    let required = required_kinds(&house.profile, Process::Eram, house.today);
    let candidates: Vec<Candidate> = seats.iter().map(candidate).collect();
    let seat_of = |person: Option<PersonId>| seats.iter().find(|seat| Some(seat.person) == person);
    let name = |attendee: domain::diary::Attendee| StandingName {
        name: seat_of(attendee.person).map(|seat| seat.name.clone()),
        agency_name: seat_of(attendee.person).and_then(|seat| seat.agency_name.clone()),
        capacity: attendee.capacity,
        person: attendee.person,
        required: attendee.required,
    };
    standing_list(&candidates, &required).into_iter().map(name).collect()
}

/// The diary around the days that a plan looks at.
struct Look<'d> {
    draft: &'d Draft,
    chair: Option<UserId>,
    people: Vec<PersonId>,
    busy: Vec<Busy>,
    names: BTreeMap<PersonId, String>,
}

impl<'d> Look<'d> {
    async fn at(
        tx: &mut impl Reads,
        house: &House,
        draft: &'d Draft,
        chair: Option<UserId>,
        seats: &[StandingSeat],
        days: [Option<NaiveDate>; 3],
    ) -> Result<Self, AppError> {
        let days = || days.into_iter().flatten().chain(draft.on);
        let from = days().chain([house.today]).min().unwrap_or(house.today);
        // A suggestion for a missed date looks on from the soonest bookable day.
        let ahead = house.calendar.add_working_days(house.today, 30)?;
        let until = days().chain([ahead]).max().unwrap_or(ahead);
        let (busy, names) = busy(tx, from, until).await?;
        let people = seats.iter().map(|seat| seat.person).collect();
        Ok(Self { draft, chair, people, busy, names })
    }

    fn day(&self, house: &House, book: &RuleBook<'_>, on: NaiveDate) -> Result<PlanDay, AppError> {
        let wanted = Wanted {
            on,
            time: self.draft.at.map(|at| (at, minutes_or_default(self.draft.minutes))),
            chair: self.chair,
            place: self.draft.place.clone(),
            people: self.people.clone(),
            meeting: self.draft.meeting,
        };
        let found = clashes(&wanted, &self.busy, &house.calendar);
        let invite_by = house.invite_by(book, on)?;
        Ok(PlanDay {
            on,
            bookable: house.calendar.is_bookable(on),
            workload: u32::try_from(wanted.workload(&self.busy)).unwrap_or(u32::MAX),
            clashes: told(found, &self.busy, &self.names),
            invite_by,
            short_notice: invite_by.is_some_and(|last| last < house.today),
        })
    }

    /// The bookable days of the window, or the next ones when the rule cannot be kept.
    fn offered(
        &self,
        house: &House,
        book: &RuleBook<'_>,
        opens: Option<NaiveDate>,
        closes: Option<NaiveDate>,
    ) -> Result<Vec<PlanDay>, AppError> {
        let Some(opens) = opens else { return Ok(Vec::new()) };
        let last = match closes {
            Some(closes) => closes,
            None => house.calendar.add_working_days(opens, MISSED_DAYS)?,
        };
        let days = opens.iter_days().take_while(|day| *day <= last);
        days.filter(|day| house.calendar.is_bookable(*day))
            .take(OFFERED_DAYS)
            .map(|day| self.day(house, book, day))
            .collect()
    }
}

//! What stands in the way of a day and a time, and the day to suggest.

use chrono::{Days, NaiveDate, NaiveTime, Timelike as _};

use crate::access::closed;
use crate::calendar::{OutOfRange, WorkingCalendar};
use crate::ids::{MeetingId, PersonId, UserId};
use crate::meeting::{Meeting, MeetingStatus};
use crate::text::{NonBlank, SearchKey};

/// A chair holds at most this many meetings a day (`scheduling.md` 2.1).
pub const DAILY_MEETINGS: usize = 3;

/// How many bookable days back a suggestion looks before it gives the last one all the same.
const SUGGESTION_DAYS: usize = 15;

closed! {
    /// What stands in the way. Only `chair_busy` is refused; the rest is for a person to weigh.
    ClashKind {
        /// A weekend or a bank holiday.
        NotAWorkingDay = "not_a_working_day",
        /// The authority is shut.
        Closed = "closed",
        /// The chair has as many meetings that day as one can hold.
        ChairFull = "chair_full",
        /// The chair is in another meeting then.
        ChairBusy = "chair_busy",
        /// The room is taken then.
        RoomTaken = "room_taken",
        /// Somebody who would be asked is asked elsewhere then.
        PersonBusy = "person_busy",
    }
}

/// Something that stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clash {
    /// What.
    pub kind: ClashKind,
    /// With which meeting.
    pub meeting: Option<MeetingId>,
    /// Who is asked to both.
    pub person: Option<PersonId>,
}

impl Clash {
    const fn of_day(kind: ClashKind) -> Self {
        Self { kind, meeting: None, person: None }
    }
}

/// A meeting in the diary, as far as others must make room for it.
#[derive(Debug, Clone)]
pub struct Busy {
    /// The meeting.
    pub meeting: Meeting,
    /// Who is asked by name and has not declined.
    pub people: Vec<PersonId>,
}

/// A place in the diary that is thought of.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The day.
    pub on: NaiveDate,
    /// From when, for how many minutes; a day alone is looked at without times.
    pub time: Option<(NaiveTime, u32)>,
    /// The chair.
    pub chair: Option<UserId>,
    /// The room.
    pub place: Option<NonBlank>,
    /// Who would be asked by name.
    pub people: Vec<PersonId>,
    /// The meeting being moved: it does not clash with itself.
    pub meeting: Option<MeetingId>,
}

impl Meeting {
    /// When it ends, on the clock.
    #[must_use]
    pub fn ends_at(&self) -> NaiveTime {
        let (end, _) =
            self.at.overflowing_add_signed(chrono::TimeDelta::minutes(self.minutes.into()));
        end
    }

    /// Whether it takes up its place in the diary.
    #[must_use]
    pub fn takes_room(&self) -> bool {
        self.status != MeetingStatus::Cancelled
    }
}

fn minute_of(at: NaiveTime) -> u32 {
    at.hour() * 60 + at.minute()
}

impl Wanted {
    fn others<'b>(&self, busy: &'b [Busy]) -> impl Iterator<Item = &'b Busy> {
        let (on, own) = (self.on, self.meeting);
        busy.iter().filter(move |other| {
            let other = &other.meeting;
            other.on == on && other.takes_room() && Some(other.id) != own
        })
    }

    fn overlaps(&self, other: &Meeting) -> bool {
        self.time.is_some_and(|(at, minutes)| {
            let (begins, other_begins) = (minute_of(at), minute_of(other.at));
            begins < other_begins + other.minutes && other_begins < begins + minutes
        })
    }

    /// How many other meetings the chair has that day.
    #[must_use]
    pub fn workload(&self, busy: &[Busy]) -> usize {
        self.others(busy).filter(|other| Some(other.meeting.chair) == self.chair).count()
    }
}

/// Everything that stands in the way, the day first.
#[must_use]
pub fn clashes(wanted: &Wanted, busy: &[Busy], calendar: &WorkingCalendar) -> Vec<Clash> {
    let mut found = Vec::new();
    if !calendar.is_working_day(wanted.on) {
        found.push(Clash::of_day(ClashKind::NotAWorkingDay));
    } else if !calendar.is_bookable(wanted.on) {
        found.push(Clash::of_day(ClashKind::Closed));
    }
    if wanted.workload(busy) >= DAILY_MEETINGS {
        found.push(Clash::of_day(ClashKind::ChairFull));
    }
    let room = wanted.place.as_ref().map(|place| SearchKey::of(place.as_str()));
    for other in wanted.others(busy).filter(|other| wanted.overlaps(&other.meeting)) {
        let meeting = &other.meeting;
        let clash = |kind, person| Clash { kind, meeting: Some(meeting.id), person };
        if Some(meeting.chair) == wanted.chair {
            found.push(clash(ClashKind::ChairBusy, None));
        }
        let theirs = meeting.place.as_ref().map(|place| SearchKey::of(place.as_str()));
        if room.is_some() && room == theirs {
            found.push(clash(ClashKind::RoomTaken, None));
        }
        for person in wanted.people.iter().filter(|person| other.people.contains(person)) {
            found.push(clash(ClashKind::PersonBusy, Some(*person)));
        }
    }
    found
}

/// The day to offer first: the last bookable day up to `book_by` on which the chair has room, or
/// the soonest bookable day when `book_by` has passed. What stood in the way of the very last day
/// comes with it, so that nobody wonders why an earlier one is offered.
///
/// # Errors
/// [`OutOfRange`] when the calendar does not reach that far.
pub fn suggest(
    book_by: NaiveDate,
    today: NaiveDate,
    chair: Option<UserId>,
    busy: &[Busy],
    calendar: &WorkingCalendar,
) -> Result<(NaiveDate, Vec<Clash>), OutOfRange> {
    let soonest = calendar.next_bookable_day(today)?;
    let wanted =
        |on| Wanted { on, time: None, chair, place: None, people: Vec::new(), meeting: None };
    let has_room = |on| wanted(on).workload(busy) < DAILY_MEETINGS;
    let in_time = book_by >= soonest;
    let first = if in_time { calendar.previous_bookable_day(book_by)? } else { soonest };
    let reasons = clashes(&wanted(first), busy, calendar);
    let mut day = first;
    for _ in 0..SUGGESTION_DAYS {
        if has_room(day) {
            return Ok((day, reasons));
        }
        day = if in_time {
            let before = day.checked_sub_days(Days::new(1)).ok_or(OutOfRange)?;
            let before = calendar.previous_bookable_day(before)?;
            if before < soonest {
                break;
            }
            before
        } else {
            let after = day.checked_add_days(Days::new(1)).ok_or(OutOfRange)?;
            calendar.next_bookable_day(after)?
        };
    }
    Ok((first, reasons))
}

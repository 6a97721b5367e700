//! Which days count, in England and Wales: bank holidays by rule, the published exceptions, days an
//! administrator adds, working-day and month arithmetic, and Europe/London time.
//!
//! It must never know what a date is for, who it concerns, or what day it is today: every date comes
//! in as a parameter. Nothing here uses an operator that can panic; a date that leaves the supported
//! years is an [`OutOfRange`] error.

mod bank_holidays;
mod london;
mod months;
mod slots;
#[cfg(test)]
mod tests;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

pub use bank_holidays::bank_holidays;
pub use london::{add_hours, local_instant, local_time, start_of_day};
pub use months::{add_days, add_months, add_weeks, subtract_days, subtract_months};
pub use slots::{MonthlySlot, NthWeekday, OnHoliday, Ordinal, nth_weekday};

/// First year for which bank holidays are known by rule and published exception.
pub const FIRST_YEAR: i32 = 1990;
/// Last year for which bank holidays are computed.
pub const LAST_YEAR: i32 = 2150;

/// A date outside the years this calendar can answer for ([`FIRST_YEAR`] to [`LAST_YEAR`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the calendar covers the years {FIRST_YEAR} to {LAST_YEAR}")]
pub struct OutOfRange;

/// A day the Crown adds or moves, or that an administrator enters when it is proclaimed
/// (`scheduling.md` 3.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ProclaimedDay {
    /// One more bank holiday.
    Added {
        /// The extra day.
        on: NaiveDate,
    },
    /// A regular bank holiday held on another day.
    Moved {
        /// The day the rule gives.
        from: NaiveDate,
        /// The day it is held instead.
        to: NaiveDate,
    },
}

/// Days on which the authority is shut but which are not bank holidays (a Christmas shutdown).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// First closed day.
    pub from: NaiveDate,
    /// Last closed day.
    pub to: NaiveDate,
}

/// What a closure does to a deadline. Booking is blocked either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosureEffect {
    /// Deadlines run on through the closure (the default: statutory clocks do not stop).
    #[default]
    DeadlinesRunOn,
    /// Closed days are not working days for deadlines either.
    DeadlinesWait,
}

/// The days an administrator may edit; everything else is computed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CalendarDays {
    /// Proclaimed days beyond the shipped table.
    pub proclaimed: Vec<ProclaimedDay>,
    /// Authority closures.
    pub closures: Vec<Closure>,
    /// Whether closures stop working-day clocks.
    pub closure_effect: ClosureEffect,
}

/// What is wrong with the editable days, with the place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarFault {
    /// A closure ends before it begins.
    #[error("closures[{index}].to is before its first day")]
    ClosureBackwards {
        /// Position in [`CalendarDays::closures`].
        index: usize,
    },
    /// A day lies outside the supported years.
    #[error("{list}[{index}] is outside the years {FIRST_YEAR} to {LAST_YEAR}")]
    OutOfRange {
        /// The list the day is in.
        list: &'static str,
        /// Position in that list.
        index: usize,
    },
    /// A moved day is not a bank holiday to begin with.
    #[error("proclaimed[{index}].from is not a bank holiday")]
    NotAHoliday {
        /// Position in [`CalendarDays::proclaimed`].
        index: usize,
    },
}

/// Working days for one authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingCalendar {
    /// Weekdays that are not working days, sorted.
    days_off: Vec<NaiveDate>,
    /// Weekdays on which nothing can be booked, sorted; contains `days_off`.
    unbookable: Vec<NaiveDate>,
}

impl WorkingCalendar {
    /// The calendar of England and Wales with no local additions.
    #[must_use]
    pub fn england_and_wales() -> Self {
        let days_off = bank_holidays::all_years(&[]);
        Self { unbookable: days_off.clone(), days_off }
    }

    /// The calendar with an administrator's days laid over it.
    ///
    /// # Errors
    /// Every fault in `days`, each naming its place.
    pub fn with(days: &CalendarDays) -> Result<Self, Vec<CalendarFault>> {
        let faults = faults_in(days);
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut days_off = bank_holidays::all_years(&days.proclaimed);
        let closed: Vec<NaiveDate> = days
            .closures
            .iter()
            .flat_map(|closure| closure.from.iter_days().take_while(|day| *day <= closure.to))
            .filter(|day| is_weekday(*day))
            .collect();
        let mut unbookable = days_off.clone();
        unbookable.extend(&closed);
        sort_and_dedup(&mut unbookable);
        if days.closure_effect == ClosureEffect::DeadlinesWait {
            days_off.extend(&closed);
            sort_and_dedup(&mut days_off);
        }
        Ok(Self { days_off, unbookable })
    }

    /// Is this a working day for deadlines: a weekday that is no bank holiday?
    #[must_use]
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        is_weekday(day) && self.days_off.binary_search(&day).is_err()
    }

    /// Can a meeting be booked: a working day on which the authority is open?
    #[must_use]
    pub fn is_bookable(&self, day: NaiveDate) -> bool {
        is_weekday(day) && self.unbookable.binary_search(&day).is_err()
    }

    /// The day `n` working days after `day` (before it when `n` is negative). The day itself is day
    /// 0 even on a weekend or holiday, and nothing rolls before counting (`scheduling.md` 3.5);
    /// `n == 0` gives `day` back.
    ///
    /// # Errors
    /// [`OutOfRange`] when the count leaves the supported years.
    pub fn add_working_days(&self, day: NaiveDate, n: i32) -> Result<NaiveDate, OutOfRange> {
        let mut from = in_range(day)?;
        let mut left = n;
        while left != 0 {
            let to = in_range(add_weekdays(from, left)?)?;
            let skipped = self.n_days_off_between(from, to)?;
            left = if left > 0 { skipped } else { -skipped };
            from = to;
        }
        Ok(from)
    }

    /// The last working day on or before `day`.
    ///
    /// # Errors
    /// [`OutOfRange`] when there is none in the supported years.
    pub fn previous_working_day(&self, day: NaiveDate) -> Result<NaiveDate, OutOfRange> {
        seek(day, Direction::Back, |day| self.is_working_day(day))
    }

    /// The first working day on or after `day`.
    ///
    /// # Errors
    /// [`OutOfRange`] when there is none in the supported years.
    pub fn next_working_day(&self, day: NaiveDate) -> Result<NaiveDate, OutOfRange> {
        seek(day, Direction::Forward, |day| self.is_working_day(day))
    }

    /// The last day on or before `day` on which a meeting can be booked (`book_by`).
    ///
    /// # Errors
    /// [`OutOfRange`] when there is none in the supported years.
    pub fn previous_bookable_day(&self, day: NaiveDate) -> Result<NaiveDate, OutOfRange> {
        seek(day, Direction::Back, |day| self.is_bookable(day))
    }

    /// The first day on or after `day` on which a meeting can be booked.
    ///
    /// # Errors
    /// [`OutOfRange`] when there is none in the supported years.
    pub fn next_bookable_day(&self, day: NaiveDate) -> Result<NaiveDate, OutOfRange> {
        seek(day, Direction::Forward, |day| self.is_bookable(day))
    }

    /// Days off strictly after the nearer and up to the farther of two days, in counting order.
    fn n_days_off_between(&self, from: NaiveDate, to: NaiveDate) -> Result<i32, OutOfRange> {
        let rank_through = |day: NaiveDate| self.days_off.partition_point(|off| *off <= day);
        let rank_before = |day: NaiveDate| self.days_off.partition_point(|off| *off < day);
        let n = if from <= to {
            rank_through(to) - rank_through(from)
        } else {
            rank_before(from) - rank_before(to)
        };
        i32::try_from(n).map_err(|_| OutOfRange)
    }
}

#[derive(Clone, Copy)]
enum Direction {
    Back,
    Forward,
}

fn seek(
    day: NaiveDate,
    direction: Direction,
    fits: impl Fn(NaiveDate) -> bool,
) -> Result<NaiveDate, OutOfRange> {
    let mut day = in_range(day)?;
    while !fits(day) {
        day = match direction {
            Direction::Back => day.pred_opt(),
            Direction::Forward => day.succ_opt(),
        }
        .ok_or(OutOfRange)?;
        in_range(day)?;
    }
    Ok(day)
}

/// `n` weekdays on from `day`, ignoring holidays: whole weeks first, then the odd days.
fn add_weekdays(day: NaiveDate, n: i32) -> Result<NaiveDate, OutOfRange> {
    let into_week = i64::from(day.weekday().num_days_from_monday());
    let n = i64::from(n);
    let days = if n > 0 {
        // A weekend counts as its Friday: the next day counted is Monday.
        let start = into_week.min(4);
        let (weeks, odd) = (n / 5, n % 5);
        let over_weekend = if start + odd > 4 { 2 } else { 0 };
        (start - into_week) + weeks * 7 + odd + over_weekend
    } else {
        // Backwards a weekend counts as its Monday: the next day counted is Friday.
        let start = if into_week > 4 { 7 } else { into_week };
        let (weeks, odd) = (-n / 5, -n % 5);
        let over_weekend = if start % 7 - odd < 0 { 2 } else { 0 };
        (start - into_week) - weeks * 7 - odd - over_weekend
    };
    months::shift_days(day, days)
}

fn faults_in(days: &CalendarDays) -> Vec<CalendarFault> {
    let mut faults = Vec::new();
    for (index, day) in days.proclaimed.iter().enumerate() {
        let (first, second) = match *day {
            ProclaimedDay::Added { on } => (on, on),
            ProclaimedDay::Moved { from, to } => (from, to),
        };
        if in_range(first).is_err() || in_range(second).is_err() {
            faults.push(CalendarFault::OutOfRange { list: "proclaimed", index });
        } else if let ProclaimedDay::Moved { from, .. } = *day
            && !bank_holidays(from.year()).contains(&from)
        {
            faults.push(CalendarFault::NotAHoliday { index });
        }
    }
    for (index, closure) in days.closures.iter().enumerate() {
        if in_range(closure.from).is_err() || in_range(closure.to).is_err() {
            faults.push(CalendarFault::OutOfRange { list: "closures", index });
        } else if closure.to < closure.from {
            faults.push(CalendarFault::ClosureBackwards { index });
        }
    }
    faults
}

fn in_range(day: NaiveDate) -> Result<NaiveDate, OutOfRange> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&day.year()) { Ok(day) } else { Err(OutOfRange) }
}

fn is_weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn sort_and_dedup(days: &mut Vec<NaiveDate>) {
    days.sort_unstable();
    days.dedup();
}

/// A day a known number of days after another, for dates built by rule.
fn days_after(day: NaiveDate, n: u64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(n))
}

//! Monthly panel dates: the nth weekday of a month, and what happens when that is a bank holiday
//! (`scheduling.md` 3.1, PN rows).

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{OutOfRange, WorkingCalendar, add_weeks, in_range};

/// Which of a month's weekdays is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Ordinal {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The last, whether fourth or fifth.
    Last,
}

/// A weekday in a month, such as the second Wednesday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NthWeekday {
    /// Which one.
    pub ordinal: Ordinal,
    /// Of which weekday.
    pub weekday: Weekday,
}

/// What a panel does when its date is not a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum OnHoliday {
    /// The same weekday, a week or more later.
    NextSameWeekday,
    /// The working day before.
    PreviousWorkingDay,
    /// The working day after.
    NextWorkingDay,
    /// The date stands; the chair decides.
    Keep,
}

/// A panel date: where the calendar rule puts it and when it is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthlySlot {
    /// The date by the calendar rule.
    pub slot: NaiveDate,
    /// The date after the holiday rule. It may fall in the next month; the chair may move it.
    pub held: NaiveDate,
}

/// The nth weekday of a month, if the month exists.
#[must_use]
pub fn nth_weekday(year: i32, month: u32, weekday: Weekday, ordinal: Ordinal) -> Option<NaiveDate> {
    let nth = match ordinal {
        Ordinal::First => 1,
        Ordinal::Second => 2,
        Ordinal::Third => 3,
        Ordinal::Fourth => 4,
        Ordinal::Last => {
            return NaiveDate::from_weekday_of_month_opt(year, month, weekday, 5)
                .or_else(|| NaiveDate::from_weekday_of_month_opt(year, month, weekday, 4));
        }
    };
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)
}

impl WorkingCalendar {
    /// The date of a monthly panel in one month, moved off bank holidays by `on_holiday`.
    ///
    /// # Errors
    /// [`OutOfRange`] for a month that does not exist or lies outside the supported years.
    pub fn monthly_slot(
        &self,
        year: i32,
        month: u32,
        which: NthWeekday,
        on_holiday: OnHoliday,
    ) -> Result<MonthlySlot, OutOfRange> {
        let slot = nth_weekday(year, month, which.weekday, which.ordinal)
            .ok_or(OutOfRange)
            .and_then(in_range)?;
        let held = match on_holiday {
            OnHoliday::Keep => slot,
            OnHoliday::PreviousWorkingDay => self.previous_working_day(slot)?,
            OnHoliday::NextWorkingDay => self.next_working_day(slot)?,
            OnHoliday::NextSameWeekday => self.next_same_weekday(slot)?,
        };
        Ok(MonthlySlot { slot, held })
    }

    /// The dates of a panel that meets every `every_months` months, for `n` meetings from the month
    /// of `first`.
    ///
    /// # Errors
    /// [`OutOfRange`] when the series leaves the supported years.
    pub fn monthly_slots(
        &self,
        first: NaiveDate,
        n: u32,
        every_months: u32,
        which: NthWeekday,
        on_holiday: OnHoliday,
    ) -> Result<Vec<MonthlySlot>, OutOfRange> {
        let month_start = first.with_day(1).ok_or(OutOfRange)?;
        (0..n)
            .map(|index| {
                let months = index.checked_mul(every_months).ok_or(OutOfRange)?;
                let month = super::add_months(month_start, months)?;
                self.monthly_slot(month.year(), month.month(), which, on_holiday)
            })
            .collect()
    }

    fn next_same_weekday(&self, slot: NaiveDate) -> Result<NaiveDate, OutOfRange> {
        let mut day = slot;
        while self.days_off.binary_search(&day).is_ok() {
            day = add_weeks(day, 1)?;
        }
        Ok(day)
    }
}

//! An interval laid off from a day or a moment.

use chrono::NaiveDate;

use super::obligation::Due;
use crate::calendar::{
    OutOfRange, WorkingCalendar, add_days, add_hours, add_months, add_weeks, start_of_day,
    subtract_days, subtract_months,
};
use crate::clock::{Instant, local_date};
use crate::policy::clocks::{Interval, Unit};

/// The last day within an interval of a day. Hours are counted from the start of the day.
pub(super) fn day_after(
    calendar: &WorkingCalendar,
    from: NaiveDate,
    interval: Interval,
) -> Result<NaiveDate, OutOfRange> {
    let n = u32::from(interval.n);
    match interval.unit {
        Unit::Hours => Ok(local_date(add_hours(start_of_day(from)?, n)?)),
        Unit::Days => add_days(from, n),
        Unit::Weeks => add_weeks(from, n),
        Unit::Months => add_months(from, n),
        Unit::Years => add_months(from, n.saturating_mul(12)),
        Unit::WorkingDays => calendar.add_working_days(from, i32::from(interval.n)),
    }
}

/// The last moment within an interval of an instant: hours run on instants, all else on days.
pub(super) fn due_after(
    calendar: &WorkingCalendar,
    from: Instant,
    interval: Interval,
) -> Result<Due, OutOfRange> {
    match interval.unit {
        Unit::Hours => add_hours(from, u32::from(interval.n)).map(Due::At),
        Unit::Days | Unit::Weeks | Unit::Months | Unit::Years | Unit::WorkingDays => {
            day_after(calendar, local_date(from), interval).map(Due::On)
        }
    }
}

/// The last day that gives an interval of notice before a day. Hours count as the days they fill.
pub(super) fn day_before(
    calendar: &WorkingCalendar,
    day: NaiveDate,
    notice: Interval,
) -> Result<NaiveDate, OutOfRange> {
    let n = u32::from(notice.n);
    match notice.unit {
        Unit::Hours => subtract_days(day, n.div_ceil(24)),
        Unit::Days => subtract_days(day, n),
        Unit::Weeks => subtract_days(day, n * 7),
        Unit::Months => subtract_months(day, n),
        Unit::Years => subtract_months(day, n.saturating_mul(12)),
        Unit::WorkingDays => calendar.add_working_days(day, -i32::from(notice.n)),
    }
}

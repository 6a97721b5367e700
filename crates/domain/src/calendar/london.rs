//! Europe/London: what a UTC instant reads on the clock there, and back. Dates are local; hours run
//! on instants, so 72 hours over a clock change is 72 elapsed hours (HR-02, HR-03).

use chrono::{LocalResult, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::London;

use super::{OutOfRange, in_range};
use crate::clock::{Instant, local_date};

/// The time on the clock in London at this instant.
#[must_use]
pub fn local_time(instant: Instant) -> NaiveTime {
    instant.with_timezone(&London).time()
}

/// The instant of a London clock time. A time in the hour that occurs twice means the earlier one
/// (HR-04: the stricter reading); a time in the hour that is skipped means the moment of the change.
///
/// # Errors
/// [`OutOfRange`] outside the supported years.
pub fn local_instant(day: NaiveDate, time: NaiveTime) -> Result<Instant, OutOfRange> {
    let local = in_range(day)?.and_time(time);
    match London.from_local_datetime(&local) {
        LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => {
            Ok(instant.with_timezone(&Utc))
        }
        LocalResult::None => moment_of_spring_change(day),
    }
}

/// Midnight at the start of this day in London: the earliest that something known only by its date
/// can have happened (HR-05).
///
/// # Errors
/// [`OutOfRange`] outside the supported years.
pub fn start_of_day(day: NaiveDate) -> Result<Instant, OutOfRange> {
    local_instant(day, NaiveTime::MIN)
}

/// The instant `hours` elapsed hours later.
///
/// # Errors
/// [`OutOfRange`] when the result leaves the supported years.
pub fn add_hours(instant: Instant, hours: u32) -> Result<Instant, OutOfRange> {
    let later = TimeDelta::try_hours(i64::from(hours))
        .and_then(|hours| instant.checked_add_signed(hours))
        .ok_or(OutOfRange)?;
    in_range(local_date(later))?;
    Ok(later)
}

/// Clocks in London go forward at 01:00 UTC.
fn moment_of_spring_change(day: NaiveDate) -> Result<Instant, OutOfRange> {
    day.and_hms_opt(1, 0, 0).map(|moment| moment.and_utc()).ok_or(OutOfRange)
}

//! The clock: the only place where the time is read. It must never know who asks or why.

use chrono::{DateTime, NaiveDate, SubsecRound as _, TimeDelta, Utc};
use chrono_tz::Europe::London;

use crate::calendar::start_of_day;

/// A moment, in UTC, to the microsecond (what both databases keep).
pub type Instant = DateTime<Utc>;

/// What tells the time. A parameter everywhere, so that a rule can be tested on any day.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Instant;

    /// Today in England: days, not hours, decide what is due.
    fn today(&self) -> NaiveDate {
        local_date(self.now())
    }
}

/// The day in England at an instant.
#[must_use]
pub fn local_date(at: Instant) -> NaiveDate {
    at.with_timezone(&London).date_naive()
}

/// The computer's clock.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
    fn now(&self) -> Instant {
        Utc::now().trunc_subsecs(6)
    }
}

/// A clock that stands still.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub Instant);

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        self.0.trunc_subsecs(6)
    }
}

/// The computer's clock, moved so that it began at nine in the morning of a given day: a
/// demonstration or a test runs "on" that day, whatever the hour is outside.
#[derive(Debug, Clone, Copy)]
pub struct ShiftedClock(TimeDelta);

impl ShiftedClock {
    /// A clock on which it is nine in the morning of `day` now. A day outside the supported years
    /// moves nothing.
    #[must_use]
    pub fn starting_on(day: NaiveDate) -> Self {
        let now = SystemClock.now();
        let nine = start_of_day(day).map_or(now, |midnight| midnight + TimeDelta::hours(9));
        Self(nine - now)
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> Instant {
        let now = SystemClock.now();
        now.checked_add_signed(self.0).unwrap_or(now)
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock as _, FixedClock, ShiftedClock};

    #[test]
    fn a_shifted_clock_begins_in_the_morning_of_its_day() {
        let clock = ShiftedClock::starting_on("2026-11-23".parse().unwrap());
        assert!(clock.now().to_rfc3339().starts_with("2026-11-23T09:0"));
        assert_eq!(clock.today().to_string(), "2026-11-23");
    }

    #[test]
    fn a_summer_evening_in_utc_is_the_next_day_in_england() {
        let late = "2027-06-30T23:30:00Z".parse().unwrap();
        assert_eq!(FixedClock(late).today().to_string(), "2027-07-01");
    }
}

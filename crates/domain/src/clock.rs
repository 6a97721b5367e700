//! The clock: the only place where the time is read. It must never know who asks or why.

use chrono::{DateTime, NaiveDate, SubsecRound as _, Utc};
use chrono_tz::Europe::London;

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

/// The computer's clock, moved so that it began on a given day: a demonstration or a test runs
/// "on" that day while its hours and minutes go on as usual.
#[derive(Debug, Clone, Copy)]
pub struct ShiftedClock(chrono::TimeDelta);

impl ShiftedClock {
    /// A clock that reads `today` now.
    #[must_use]
    pub fn starting_on(today: NaiveDate) -> Self {
        let days = today.signed_duration_since(SystemClock.today()).num_days();
        Self(chrono::TimeDelta::days(days))
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
    use super::{Clock as _, FixedClock};

    #[test]
    fn a_summer_evening_in_utc_is_the_next_day_in_england() {
        let late = "2027-06-30T23:30:00Z".parse().unwrap();
        assert_eq!(FixedClock(late).today().to_string(), "2027-07-01");
    }
}

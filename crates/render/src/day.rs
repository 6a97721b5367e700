//! Dates and times in words, as public services in the United Kingdom print them.
//!
//! Knows nothing of time zones: the caller gives the wall date and time that the
//! reader lives by.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date with its month in words and no ordinal: "25 November 2026".
#[must_use]
pub fn long_day(date: NaiveDate) -> String {
    let month = MONTHS.get(date.month0() as usize).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// A time by the twelve-hour clock: "10:30am", "2pm", "midday", "midnight".
#[must_use]
pub fn clock_time(time: NaiveTime) -> String {
    let (is_afternoon, hour) = time.hour12();
    let half = if is_afternoon { "pm" } else { "am" };
    match (time.hour(), time.minute()) {
        (0, 0) => "midnight".to_owned(),
        (12, 0) => "midday".to_owned(),
        (_, 0) => format!("{hour}{half}"),
        (_, minute) => format!("{hour}:{minute:02}{half}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_the_month_in_words() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 5).unwrap();
        assert_eq!(long_day(date), "5 November 2026");
    }

    #[test]
    fn times_read_as_people_say_them() {
        for (hour, minute, said) in [
            (0, 0, "midnight"),
            (0, 5, "12:05am"),
            (9, 0, "9am"),
            (10, 30, "10:30am"),
            (12, 0, "midday"),
            (12, 30, "12:30pm"),
            (14, 5, "2:05pm"),
        ] {
            assert_eq!(clock_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap()), said);
        }
    }
}

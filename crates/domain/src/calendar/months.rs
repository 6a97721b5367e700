//! Days, weeks and months added to dates. Months keep the corresponding date or the last day of the
//! month (*Dodds v Walker*), and are always counted from the anchor, never step by step.

use chrono::{Days, Months, NaiveDate};

use super::{OutOfRange, in_range};

/// The day `n` days after `day`.
///
/// # Errors
/// [`OutOfRange`] when the result leaves the supported years.
pub fn add_days(day: NaiveDate, n: u32) -> Result<NaiveDate, OutOfRange> {
    shift_days(day, i64::from(n)).and_then(in_range)
}

/// The same weekday `n` weeks after `day`: day 56 of eight weeks is still in time (WK-01).
///
/// # Errors
/// [`OutOfRange`] when the result leaves the supported years.
pub fn add_weeks(day: NaiveDate, n: u32) -> Result<NaiveDate, OutOfRange> {
    shift_days(day, i64::from(n) * 7).and_then(in_range)
}

/// The corresponding date `n` months after `anchor`, or the last day of that month. There is no
/// end-of-month memory: 28 February and six months is 28 August (MO-05). For a series pass the total
/// from the anchor, so that 31 August and twelve months is 31 August again (MO-09).
///
/// # Errors
/// [`OutOfRange`] when the result leaves the supported years.
pub fn add_months(anchor: NaiveDate, n: u32) -> Result<NaiveDate, OutOfRange> {
    anchor.checked_add_months(Months::new(n)).ok_or(OutOfRange).and_then(in_range)
}

/// The corresponding date `n` months before `anchor`, or the last day of that month.
///
/// # Errors
/// [`OutOfRange`] when the result leaves the supported years.
pub fn subtract_months(anchor: NaiveDate, n: u32) -> Result<NaiveDate, OutOfRange> {
    anchor.checked_sub_months(Months::new(n)).ok_or(OutOfRange).and_then(in_range)
}

/// The day `n` days before `day`.
///
/// # Errors
/// [`OutOfRange`] when the result leaves the supported years.
pub fn subtract_days(day: NaiveDate, n: u32) -> Result<NaiveDate, OutOfRange> {
    shift_days(day, -i64::from(n)).and_then(in_range)
}

/// A day a signed number of days away.
pub(super) fn shift_days(day: NaiveDate, days: i64) -> Result<NaiveDate, OutOfRange> {
    let distance = Days::new(days.unsigned_abs());
    let shifted =
        if days < 0 { day.checked_sub_days(distance) } else { day.checked_add_days(distance) };
    shifted.ok_or(OutOfRange)
}

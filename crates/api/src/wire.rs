//! Small shapes that many features share on the wire: pages of a list, dates and times as typed.

use chrono::{NaiveDate, NaiveTime};
use domain::calendar::local_instant;
use domain::clock::Instant;
use domain::field::{Fields, Problem};
use domain::text::NonBlank;

/// Rows on one page of a list.
pub(crate) const PAGE: u32 = 50;

/// A count as the wire has it.
pub(crate) fn count(n: impl TryInto<u32>) -> u32 {
    n.try_into().unwrap_or(u32::MAX)
}

/// The page asked for, from 1.
pub(crate) fn page(asked: Option<u32>) -> u32 {
    asked.unwrap_or(1).max(1)
}

/// A text that may be absent.
pub(crate) fn words(text: Option<NonBlank>) -> Option<String> {
    text.map(NonBlank::into_string)
}

/// A day as typed: `2026-11-27`.
pub(crate) fn day(fields: &mut Fields, path: &str, text: &str) -> Option<NaiveDate> {
    fields.parse(path, text, Problem::NotADate)
}

/// A day that may be left empty.
pub(crate) fn optional_day(
    fields: &mut Fields,
    path: &str,
    text: Option<&str>,
) -> Option<NaiveDate> {
    match text.map(str::trim) {
        None | Some("") => None,
        Some(text) => day(fields, path, text),
    }
}

/// A day and a time of day in England, as one moment.
pub(crate) fn moment(
    fields: &mut Fields,
    (day_path, day_text): (&str, &str),
    (time_path, time_text): (&str, &str),
) -> Option<Instant> {
    let on = day(fields, day_path, day_text);
    let at = NaiveTime::parse_from_str(time_text.trim(), "%H:%M").map_err(|_| Problem::NotATime);
    let at = fields.take(time_path, at);
    fields.take(day_path, local_instant(on?, at?).map_err(|_| Problem::NotADate))
}

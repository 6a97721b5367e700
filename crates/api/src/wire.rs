//! Small shapes that many features share on the wire: pages of a list, counts, dates, times and
//! files, read with the field's name and written one way.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{NaiveDate, NaiveTime};
use domain::calendar::local_instant;
use domain::clock::Instant;
use domain::field::{Fields, Problem};

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
pub(crate) fn words(text: Option<impl AsRef<str>>) -> Option<String> {
    text.map(|text| text.as_ref().to_owned())
}

/// A day: "2026-11-23".
pub(crate) fn day(fields: &mut Fields, path: &str, text: &str) -> Option<NaiveDate> {
    let problem = if text.trim().is_empty() { Problem::Required } else { Problem::NotADate };
    fields.parse(path, text, problem)
}

/// A day that may be absent.
pub(crate) fn optional_day(
    fields: &mut Fields,
    path: &str,
    text: Option<&str>,
) -> Option<NaiveDate> {
    text.filter(|text| !text.trim().is_empty()).and_then(|text| day(fields, path, text))
}

/// A time of day: "09:30".
pub(crate) fn time(fields: &mut Fields, path: &str, text: &str) -> Option<NaiveTime> {
    let problem = if text.trim().is_empty() { Problem::Required } else { Problem::NotATime };
    let read = NaiveTime::parse_from_str(text.trim(), "%H:%M");
    fields.take(path, read.map_err(|_| problem))
}

/// A time that may be absent.
pub(crate) fn optional_time(
    fields: &mut Fields,
    path: &str,
    text: Option<&str>,
) -> Option<NaiveTime> {
    text.filter(|text| !text.trim().is_empty()).and_then(|text| time(fields, path, text))
}

/// A time of day as text.
pub(crate) fn clock_time(at: NaiveTime) -> String {
    at.format("%H:%M").to_string()
}

/// Days as the wire counts them.
pub(crate) fn signed(days: i64) -> i32 {
    i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX })
}

/// A record's version as the wire counts it.
pub(crate) fn version(version: i64) -> u32 {
    u32::try_from(version).unwrap_or(u32::MAX)
}

/// Bytes as the wire carries them.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Bytes from the wire.
pub(crate) fn bytes(fields: &mut Fields, path: &str, text: &str) -> Option<Vec<u8>> {
    fields.take(path, STANDARD.decode(text.trim()).map_err(|_| Problem::NotAChoice))
}

/// A day and a time of day in England, as one moment.
pub(crate) fn moment(
    fields: &mut Fields,
    (day_path, day_text): (&str, &str),
    (time_path, time_text): (&str, &str),
) -> Option<Instant> {
    let on = day(fields, day_path, day_text);
    let at = time(fields, time_path, time_text);
    fields.take(day_path, local_instant(on?, at?).map_err(|_| Problem::NotADate))
}

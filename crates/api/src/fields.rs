//! Dates, times and files as they travel: read with the field's name, written one way.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{NaiveDate, NaiveTime};
use domain::field::{Fields, Problem};

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

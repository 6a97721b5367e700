//! Rules and non-working days on the wire: what is in force, and a new version of a row.

use chrono::NaiveDate;
use domain::policy::{Interval, Part, RuleId, Status};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for every rule of the store's profile that is in force or coming.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListRules {}

/// One row of the profile.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleRow {
    /// Its stable name: `R01`.
    pub id: RuleId,
    /// Which of the rows that share the name.
    pub part: Option<Part>,
    /// Its version.
    pub version: u32,
    /// The row in a few words.
    pub title: String,
    /// What it asks for, in words: "at least every 8 weeks".
    pub value: String,
    /// Its one figure, when it has one that may be changed; absent also when the chair sets the
    /// date.
    pub figure: Option<Interval>,
    /// Whether a figure may be given.
    pub changeable: bool,
    /// The document it was read from.
    pub source: String,
    /// The paragraph.
    pub paragraph: String,
    /// How firm it is.
    pub status: Status,
    /// The first day in force.
    pub effective_from: NaiveDate,
    /// The last day in force.
    pub effective_to: Option<NaiveDate>,
    /// Whether it is in force today (otherwise it is coming).
    pub in_force: bool,
}

/// The rules of the store's profile.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleList {
    /// The profile's name.
    pub profile: String,
    /// By name, part and version.
    pub rules: Vec<RuleRow>,
}

/// Publishes a new version of a row from a day on; the version before is never changed.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetRuleVersion {
    /// Its stable name.
    pub id: RuleId,
    /// Which of the rows that share the name.
    pub part: Option<Part>,
    /// The newest version that was read.
    pub version: u32,
    /// The first day of the new version: today or later.
    pub effective_from: String,
    /// The figure; absent when the chair is to set the date.
    pub figure: Option<Interval>,
    /// The row in a few words.
    pub title: String,
    /// The document that decided it.
    pub source: String,
    /// The paragraph.
    pub paragraph: Option<String>,
    /// How firm it is.
    pub status: Status,
}

/// A kind of day on which nothing is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DayOff {
    /// A bank holiday that was proclaimed.
    Proclaimed,
    /// The authority is shut; deadlines run on.
    Closure,
}

/// Asks for the days that were added to the calendar.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListNonWorkingDays {}

/// A day added to the calendar.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NonWorkingDayView {
    /// The day.
    pub on: NaiveDate,
    /// What kind.
    pub kind: DayOff,
    /// What it is called.
    pub name: String,
}

/// The days that were added to the calendar.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NonWorkingDayList {
    /// By date.
    pub days: Vec<NonWorkingDayView>,
}

/// Adds days to the calendar.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddNonWorkingDays {
    /// What kind.
    pub kind: DayOff,
    /// The first day.
    pub from: String,
    /// The last day; the first when absent.
    pub until: Option<String>,
    /// What it is called.
    pub name: String,
}

//! Rules and non-working days on the wire: what is in force, and a new version of a row.

use app::{AppError, rules};
use chrono::NaiveDate;
use domain::field::{Fields, Invalid, Problem};
use domain::policy::{EpisodeRule, Interval, NewVersion, Part, Rule, RuleId, Says, Source, Status};
use domain::violation::Violation;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::host::Desk;
use crate::wire::{day, optional_day, words};
use crate::{ApiError, ErrorCode};

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
    /// When episodes call for a meeting, when that is what it says.
    pub episodes: Option<EpisodeRule>,
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
    /// When episodes call for a meeting: for a row that counts them, in place of the figure.
    pub episodes: Option<EpisodeRule>,
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

/// Takes a day off the calendar that was added by mistake.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemoveNonWorkingDay {
    /// Which day.
    pub on: String,
}

fn row(rule: &Rule, today: NaiveDate) -> RuleRow {
    RuleRow {
        id: rule.id,
        part: rule.part,
        version: rule.version,
        title: rule.title.clone(),
        value: rule.body.in_words(),
        figure: rule.body.figure(),
        episodes: rule.body.episodes(),
        changeable: rule.body.takes_figure() || rule.body.episodes().is_some(),
        source: rule.source.document.clone(),
        paragraph: rule.source.paragraph.clone(),
        status: rule.status,
        effective_from: rule.effective_from,
        effective_to: rule.effective_to,
        in_force: rule.is_in_force_on(today),
    }
}

/// Every rule in force or coming.
pub(crate) async fn list_rules(desk: &Desk<'_>, _: ListRules) -> Result<RuleList, ApiError> {
    let profile = rules::list(&desk.app, &desk.session).await?;
    let today = desk.app.clock.today();
    let is_over = |rule: &&Rule| rule.effective_to.is_some_and(|last| last < today);
    let shown = profile.rules.iter().filter(|rule| !is_over(rule));
    let rules = shown.map(|rule| row(rule, today)).collect();
    Ok(RuleList { profile: profile.name, rules })
}

/// Publishes a new version of a row.
pub(crate) async fn set_rule_version(
    desk: &Desk<'_>,
    request: SetRuleVersion,
) -> Result<RuleRow, ApiError> {
    let mut fields = Fields::default();
    let effective_from = day(&mut fields, "effectiveFrom", &request.effective_from);
    let title = fields.text("title", &request.title);
    let document = fields.text("source", &request.source);
    let paragraph = fields.optional_text("paragraph", request.paragraph.as_deref());
    let says_one = request.figure.is_none() || request.episodes.is_none();
    fields.require(says_one, "figure", Problem::Contradicts);
    fields.finish()?;
    let (Some(effective_from), Some(title), Some(document)) = (effective_from, title, document)
    else {
        return Err(ApiError::of(ErrorCode::Invalid));
    };
    let new = NewVersion {
        id: request.id,
        part: request.part,
        after: request.version,
        effective_from,
        says: match request.episodes {
            Some(episodes) => Says::Episodes(episodes),
            None => Says::Figure(request.figure),
        },
        title: title.into_string(),
        source: Source {
            document: document.into_string(),
            paragraph: words(paragraph).unwrap_or_default(),
        },
        status: request.status,
    };
    let rule = rules::set_version(&desk.app, &desk.session, new).await?;
    Ok(row(&rule, desk.app.clock.today()))
}

fn day_list(days: Vec<rules::NonWorkingDay>) -> NonWorkingDayList {
    let view = |day: rules::NonWorkingDay| NonWorkingDayView {
        on: day.on,
        kind: match day.kind {
            rules::DayOff::Proclaimed => DayOff::Proclaimed,
            rules::DayOff::Closure => DayOff::Closure,
        },
        name: day.name.into_string(),
    };
    NonWorkingDayList { days: days.into_iter().map(view).collect() }
}

/// The days that were added to the calendar.
pub(crate) async fn list_non_working_days(
    desk: &Desk<'_>,
    _: ListNonWorkingDays,
) -> Result<NonWorkingDayList, ApiError> {
    Ok(day_list(rules::days(&desk.app, &desk.session).await?))
}

/// Adds days to the calendar.
pub(crate) async fn add_non_working_days(
    desk: &Desk<'_>,
    request: AddNonWorkingDays,
) -> Result<NonWorkingDayList, ApiError> {
    let mut fields = Fields::default();
    let from = day(&mut fields, "from", &request.from);
    let until = optional_day(&mut fields, "until", request.until.as_deref());
    let name = fields.text("name", &request.name);
    fields.finish()?;
    let (Some(from), Some(name)) = (from, name) else {
        return Err(ApiError::of(ErrorCode::Invalid));
    };
    let kind = match request.kind {
        DayOff::Proclaimed => rules::DayOff::Proclaimed,
        DayOff::Closure => rules::DayOff::Closure,
    };
    let span = (from, until.unwrap_or(from));
    let days = rules::add_days(&desk.app, &desk.session, kind, span, name).await;
    let days = days.map_err(|error| match error {
        AppError::Refused(Violation::Taken) => Invalid::one("from", Problem::Taken).into(),
        other => ApiError::from(other),
    })?;
    Ok(day_list(days))
}

/// Takes a day off the calendar.
pub(crate) async fn remove_non_working_day(
    desk: &Desk<'_>,
    request: RemoveNonWorkingDay,
) -> Result<NonWorkingDayList, ApiError> {
    let mut fields = Fields::default();
    let on = day(&mut fields, "on", &request.on);
    fields.finish()?;
    let on = on.ok_or(ApiError::of(ErrorCode::Invalid))?;
    Ok(day_list(rules::remove_day(&desk.app, &desk.session, on).await?))
}

//! `convenor due`: due dates with explanations, JSON in and out.
//!
//! Reads the facts, asks the shipped profile's rules, and writes what is owed. It opens no store,
//! reads no clock (the day is in the input) and repeats nothing of the input but case ids and field
//! paths. Unknown fields are refused, and every fault names its field.

mod fields;
mod input;
#[cfg(test)]
mod tests;

use chrono::{NaiveDate, SecondsFormat};
use domain::calendar::WorkingCalendar;
use domain::clock::Instant;
use domain::policy::due::{Due, Obligation, RuleBook, Standing, State, evaluate};
use domain::policy::{Process, RuleId};
use serde::Serialize;

use input::{Case, Request};

/// Why an input was refused: what `{"error": …}` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct DueError {
    /// Stable code of the refusal.
    pub(crate) code: &'static str,
    /// One sentence that says what to do.
    pub(crate) message: &'static str,
    /// Each field at fault.
    pub(crate) fields: Vec<FieldFault>,
}

/// A field at fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct FieldFault {
    /// Where it is, such as `cases[0].facts[2].at`.
    pub(crate) path: String,
    /// What is wrong with it.
    pub(crate) code: FieldCode,
}

/// What can be wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FieldCode {
    /// It is not there.
    Missing,
    /// There is no such field here.
    UnknownField,
    /// It is another kind of JSON value.
    WrongType,
    /// It is not one of the words allowed.
    UnknownValue,
    /// It is empty.
    Blank,
    /// It is not a time such as `2026-03-02T09:00:00Z`.
    NotATime,
    /// It is not a date such as `2026-03-02`.
    NotADate,
    /// It lies outside the years of the calendar.
    OutOfRange,
    /// `at` and `on` cannot both be given.
    AtAndOn,
    /// A correction must point to an earlier fact.
    NotEarlier,
    /// Another case has this id.
    Duplicate,
    /// An override belongs to a meeting without a quorum.
    OverrideOfQuorate,
}

impl DueError {
    const fn invalid(fields: Vec<FieldFault>) -> Self {
        Self {
            code: "invalid_input",
            message: "The input does not describe cases and facts; correct the fields named.",
            fields,
        }
    }

    const fn not_json() -> Self {
        Self {
            code: "not_json",
            message: "The input is not JSON; give one JSON object.",
            fields: Vec::new(),
        }
    }

    const fn not_written() -> Self {
        Self { code: "internal", message: "The answer could not be written.", fields: Vec::new() }
    }
}

#[derive(Serialize)]
struct Answer {
    cases: Vec<CaseAnswer>,
}

#[derive(Serialize)]
struct CaseAnswer {
    id: String,
    due: Vec<Line>,
}

/// One obligation on the wire.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
struct Line {
    rule: RuleId,
    process: Process,
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_by: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggest_by: Option<NaiveDate>,
    state: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    days_left: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    needs: Option<&'static str>,
    why: Vec<String>,
    facts: Vec<usize>,
}

/// Answers one input.
///
/// # Errors
/// [`DueError`] when the input is not JSON or does not fit the contract, with every field at fault.
pub(crate) fn run(input: &str) -> Result<String, DueError> {
    let json: serde_json::Value = serde_json::from_str(input).map_err(|_| DueError::not_json())?;
    let request = input::read(&json).map_err(DueError::invalid)?;
    let answer = answer(&request)?;
    serde_json::to_string(&answer).map_err(|_| DueError::not_written())
}

fn answer(request: &Request) -> Result<Answer, DueError> {
    let profile = request.profile.profile();
    let rules = RuleBook::new(&profile.rules);
    let calendar = WorkingCalendar::england_and_wales();
    let mut cases = Vec::with_capacity(request.cases.len());
    for (index, Case { id, facts }) in request.cases.iter().enumerate() {
        let owed = evaluate(facts, &rules, &calendar, request.on).map_err(|_| {
            let path = format!("cases[{index}].facts");
            DueError::invalid(vec![FieldFault { path, code: FieldCode::OutOfRange }])
        })?;
        cases.push(CaseAnswer { id: id.clone(), due: owed.iter().map(line).collect() });
    }
    Ok(Answer { cases })
}

fn line(obligation: &Obligation) -> Line {
    let (due_by, due_at) = match obligation.due() {
        Some(Due::On(day)) => (Some(day), None),
        Some(Due::At(instant)) => (None, Some(in_utc(instant))),
        None => (None, None),
    };
    let (days_left, needs) = match obligation.standing {
        Standing::Dated { days_left, .. } => (Some(days_left), None),
        Standing::Needs(need) => (None, Some(need.as_str())),
        Standing::Overdue | Standing::Triggered | Standing::NoClock => (None, None),
    };
    Line {
        rule: obligation.rule.id,
        process: obligation.process,
        what: obligation.task.label(),
        due_by,
        due_at,
        suggest_by: obligation.book_by(),
        state: obligation.state(),
        days_left,
        needs,
        why: obligation.why(),
        facts: obligation.facts.clone(),
    }
}

fn in_utc(instant: Instant) -> String {
    instant.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

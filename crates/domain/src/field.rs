//! What is wrong with a field of a form: which field, and what. The words are in the catalogue.

use serde::{Deserialize, Serialize};

use crate::access::closed;
use crate::text::{NonBlank, TextError};

closed! {
    /// What is wrong with one field.
    Problem {
        /// Nothing was entered.
        Required = "required",
        /// Longer than the field takes.
        TooLong = "too_long",
        /// Not a real date.
        NotADate = "not_a_date",
        /// Not a time of day.
        NotATime = "not_a_time",
        /// Not a whole number in the range.
        NotANumber = "not_a_number",
        /// Not one of the choices.
        NotAChoice = "not_a_choice",
        /// Not an identifier of a record.
        NotARecord = "not_a_record",
        /// A date or time that has not come yet.
        InFuture = "in_future",
        /// A date that has passed.
        InPast = "in_past",
        /// Before a date that it must follow.
        TooEarly = "too_early",
        /// After the last date that the rule allows, without a reason.
        TooLate = "too_late",
        /// Something else has this value already.
        Taken = "taken",
        /// Does not fit with another field.
        Contradicts = "contradicts",
        /// Not a working day.
        NotAWorkingDay = "not_a_working_day",
        /// Too weak or too common.
        TooWeak = "too_weak",
        /// Not an e-mail address.
        NotAnEmail = "not_an_email",
        /// Too large a file.
        TooLarge = "too_large",
    }
}

/// One field and its problem. The path is the name on the wire: `actions.0.dueOn`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FieldProblem {
    /// The field.
    pub path: String,
    /// What is wrong with it.
    pub code: Problem,
}

/// Every problem of a form, at least one: a person corrects them all at once.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} fields need attention", .0.len())]
pub struct Invalid(pub Vec<FieldProblem>);

impl Invalid {
    /// One field, one problem.
    #[must_use]
    pub fn one(path: &str, code: Problem) -> Self {
        Self(vec![FieldProblem { path: path.into(), code }])
    }
}

/// Collects problems while a form is read, so that all are told together.
#[derive(Debug, Default)]
pub struct Fields {
    problems: Vec<FieldProblem>,
}

impl Fields {
    /// Notes a problem.
    pub fn problem(&mut self, path: &str, code: Problem) {
        self.problems.push(FieldProblem { path: path.into(), code });
    }

    /// Notes the problem unless the condition holds.
    pub fn require(&mut self, holds: bool, path: &str, code: Problem) {
        if !holds {
            self.problem(path, code);
        }
    }

    /// A value, or its problem.
    pub fn take<T>(&mut self, path: &str, value: Result<T, Problem>) -> Option<T> {
        value.map_err(|code| self.problem(path, code)).ok()
    }

    /// A text that must not be blank.
    pub fn text(&mut self, path: &str, text: &str) -> Option<NonBlank> {
        self.take(path, NonBlank::new(text).map_err(Problem::from))
    }

    /// A text that may be absent or blank.
    pub fn optional_text(&mut self, path: &str, text: Option<&str>) -> Option<NonBlank> {
        match text.map(NonBlank::new) {
            None | Some(Err(TextError::Blank)) => None,
            Some(Ok(text)) => Some(text),
            Some(Err(error)) => {
                self.problem(path, error.into());
                None
            }
        }
    }

    /// A word of a closed vocabulary, or an identifier: anything read from a text.
    pub fn parse<T: std::str::FromStr>(
        &mut self,
        path: &str,
        text: &str,
        code: Problem,
    ) -> Option<T> {
        self.take(path, text.trim().parse().map_err(|_| code))
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// When any field had a problem.
    pub fn finish(self) -> Result<(), Invalid> {
        if self.problems.is_empty() { Ok(()) } else { Err(Invalid(self.problems)) }
    }
}

impl From<TextError> for Problem {
    fn from(error: TextError) -> Self {
        match error {
            TextError::Blank => Self::Required,
            TextError::TooLong => Self::TooLong,
        }
    }
}

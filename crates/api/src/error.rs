//! What goes back over the wire when something did not work: a code, typed data, never prose,
//! never detail of an unexpected error.

use app::AppError;
use domain::field::{FieldProblem, Invalid};
use domain::violation::Violation;
use serde::Serialize;
use ts_rs::TS;

/// What a screen does about it. Seven; an eighth needs a screen that treats it differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// Fields need attention: show the error summary.
    Invalid,
    /// A rule says no: show the violation's words.
    Refused,
    /// No such record: go back to the list.
    Missing,
    /// Not allowed for this person.
    Denied,
    /// Changed by somebody else: show both.
    Stale,
    /// Nobody is signed in: show the sign-in screen and keep what was typed.
    Locked,
    /// Unexpected: show the reference.
    Internal,
}

/// An error on the wire.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ApiError {
    /// What kind.
    pub code: ErrorCode,
    /// The rule that says no.
    pub violation: Option<Violation>,
    /// The fields that need attention.
    pub fields: Vec<FieldProblem>,
    /// Names an unexpected error in the log.
    pub reference: Option<String>,
    /// Why, for the log of the host; never sent.
    #[serde(skip)]
    #[ts(skip)]
    pub cause: Option<AppError>,
}

impl ApiError {
    /// An error that is only its code.
    #[must_use]
    pub const fn of(code: ErrorCode) -> Self {
        Self { code, violation: None, fields: Vec::new(), reference: None, cause: None }
    }
}

impl From<Invalid> for ApiError {
    fn from(Invalid(fields): Invalid) -> Self {
        Self { fields, ..Self::of(ErrorCode::Invalid) }
    }
}

impl From<Violation> for ApiError {
    fn from(violation: Violation) -> Self {
        Self { violation: Some(violation), ..Self::of(ErrorCode::Refused) }
    }
}

impl From<AppError> for ApiError {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Denied(_) => Self::of(ErrorCode::Denied),
            AppError::Missing(_) => Self::of(ErrorCode::Missing),
            AppError::Stale => Self::of(ErrorCode::Stale),
            AppError::Refused(violation) => violation.into(),
            AppError::Invalid(invalid) => invalid.into(),
            AppError::Locked => Self::of(ErrorCode::Locked),
            AppError::Store(_) | AppError::Document | AppError::System(_) => {
                Self { cause: Some(error), ..Self::of(ErrorCode::Internal) }
            }
        }
    }
}

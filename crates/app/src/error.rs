//! Why a use case did not do what was asked.

use domain::access::Permission;
use domain::audit::EntityKind;
use domain::calendar::OutOfRange;
use domain::field::{Invalid, Problem};
use domain::violation::Violation;
use store::StoreError;

/// What a use case answers when it says no.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The session's roles do not allow it.
    #[error("not allowed: {0}")]
    Denied(Permission),
    /// There is no such record, or it may not be seen: the two look alike.
    #[error("no such {0}")]
    Missing(EntityKind),
    /// The record was changed by somebody else since it was read.
    #[error("changed meanwhile")]
    Stale,
    /// A rule says no.
    #[error(transparent)]
    Refused(#[from] Violation),
    /// Fields need attention.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// Nobody is signed in here.
    #[error("locked")]
    Locked,
    /// The store failed.
    #[error("the store failed")]
    Store(#[source] StoreError),
    /// A document could not be made.
    #[error("a document could not be made")]
    Document,
    /// The system has no randomness, memory or file to give.
    #[error("the system failed: {0}")]
    System(std::io::ErrorKind),
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale { .. } => Self::Stale,
            StoreError::Missing { table } => Self::Missing(entity(table)),
            StoreError::OutOfReach => Self::Denied(Permission::ReadCases),
            StoreError::Duplicate { .. } => Self::Refused(Violation::Taken),
            StoreError::PlainFile => Self::Refused(Violation::PlainFile),
            StoreError::WrongKey => Self::Refused(Violation::ForeignFile),
            StoreError::Damaged => Self::Refused(Violation::DamagedFile),
            StoreError::NewerSchema { .. } => Self::Refused(Violation::NewerStore),
            StoreError::InUse => Self::Refused(Violation::InUse),
            StoreError::Io(kind) => Self::System(kind),
            StoreError::Driver(_)
            | StoreError::Migration(_)
            | StoreError::Inconsistent { .. }
            | StoreError::NotEncrypting => Self::Store(error),
        }
    }
}

/// A day that the calendar does not reach: told at the day's field.
impl From<OutOfRange> for AppError {
    fn from(_: OutOfRange) -> Self {
        Self::Invalid(Invalid::one("on", Problem::NotADate))
    }
}

impl From<domain::action::ReportRefusal> for AppError {
    fn from(refusal: domain::action::ReportRefusal) -> Self {
        match refusal {
            domain::action::ReportRefusal::Refused(violation) => Self::Refused(violation),
            domain::action::ReportRefusal::Invalid(invalid) => Self::Invalid(invalid),
        }
    }
}

impl From<std::io::Error> for AppError {
    fn from(error: std::io::Error) -> Self {
        Self::System(error.kind())
    }
}

/// What a table holds, in the glossary's words.
fn entity(table: &str) -> EntityKind {
    match table {
        "users" => EntityKind::User,
        "people" => EntityKind::Person,
        "agencies" => EntityKind::Agency,
        "cases" => EntityKind::Case,
        "risk_ratings" => EntityKind::RiskRating,
        "incidents" => EntityKind::Incident,
        "missing_episodes" => EntityKind::MissingEpisode,
        "meetings" | "meeting_cases" => EntityKind::Meeting,
        "invitations" => EntityKind::Invitation,
        "report_requests" => EntityKind::ReportRequest,
        "passages" => EntityKind::Passage,
        "decisions" => EntityKind::Decision,
        "actions" => EntityKind::Action,
        "minutes" => EntityKind::Minutes,
        "releases" => EntityKind::Release,
        "documents" => EntityKind::Document,
        "rules" => EntityKind::Rule,
        "non_working_days" => EntityKind::Setting,
        "saved_views" => EntityKind::SavedView,
        "covers" => EntityKind::Cover,
        _ => EntityKind::Store,
    }
}

//! An action: owner, agency, due date; tracked until it is truly done.
//!
//! It must never be closed without saying how: "not possible" and "not done" are two things.

use chrono::NaiveDate;

use crate::access::closed;
use crate::ids::{ActionId, AgencyId, CaseId, MeetingId, PersonId};
use crate::record::Audience;
use crate::text::NonBlank;

closed! {
    /// How an action stands.
    ActionStatus {
        /// Not begun.
        Open = "open",
        /// Begun.
        InProgress = "in_progress",
        /// Done.
        Done = "done",
        /// It could not be done any more.
        NotPossible = "not_possible",
        /// The agency did not do it.
        NotDone = "not_done",
    }
}

impl ActionStatus {
    /// Whether it still stands on the lists.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Self::Open | Self::InProgress => true,
            Self::Done | Self::NotPossible | Self::NotDone => false,
        }
    }
}

/// An action (R43: an owner, an agency and a due date, or it is not saved).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Its identifier.
    pub id: ActionId,
    /// The child's case.
    pub case: CaseId,
    /// The meeting that set it.
    pub meeting: MeetingId,
    /// Its place in the list.
    pub position: u32,
    /// What is to be done.
    pub action: NonBlank,
    /// Who does it, when they have a record.
    pub owner: Option<PersonId>,
    /// Their name or post, as minuted.
    pub owner_name: NonBlank,
    /// Their agency; none for the family's own actions.
    pub agency: Option<AgencyId>,
    /// By when.
    pub due_on: NaiveDate,
    /// What it should bring about.
    pub outcome_sought: Option<NonBlank>,
    /// Who may read it.
    pub audience: Audience,
    /// How it stands.
    pub status: ActionStatus,
    /// The last word on it.
    pub note: Option<NonBlank>,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// Not before this day on anybody's list ("not this meeting").
    pub not_before: Option<NaiveDate>,
    /// Counts changes.
    pub version: i64,
}

//! An action: owner, agency, due date; tracked until it is truly done.
//!
//! It must never be closed without saying how: "not possible" and "not done" are two things.

use chrono::NaiveDate;

use crate::access::{Stamp, closed};
use crate::audit::{AuditAction, AuditEvent, EntityKind};
use crate::clock::{Instant, local_date};
use crate::field::{Fields, Invalid, Problem};
use crate::ids::{ActionId, AgencyId, CaseId, MeetingId, PersonId, UserId};
use crate::record::Audience;
use crate::text::NonBlank;
use crate::violation::Violation;

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

/// What an action says (R43: never without an owner and a due date).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionTerms {
    /// The child's case.
    pub case: CaseId,
    /// What is to be done.
    pub action: NonBlank,
    /// Who does it, when they have a record.
    pub owner: Option<PersonId>,
    /// Their name or post.
    pub owner_name: NonBlank,
    /// Their agency; none for the family's own actions.
    pub agency: Option<AgencyId>,
    /// By when.
    pub due_on: NaiveDate,
    /// What it should bring about.
    pub outcome_sought: Option<NonBlank>,
    /// Who may read it.
    pub audience: Audience,
}

impl ActionTerms {
    /// Refuses a due date that has passed already.
    ///
    /// # Errors
    /// At `action.dueOn`.
    pub fn require_due_from(&self, today: NaiveDate) -> Result<(), Invalid> {
        if self.due_on < today {
            return Err(Invalid::one("action.dueOn", Problem::InPast));
        }
        Ok(())
    }
}

/// One step of an action's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionProgress {
    /// Of which action.
    pub action: ActionId,
    /// 1, 2, 3 …
    pub number: u32,
    /// The meeting that recorded it; none outside meetings.
    pub meeting: Option<MeetingId>,
    /// How it stood then.
    pub status: ActionStatus,
    /// What was said.
    pub note: Option<NonBlank>,
    /// When.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by: UserId,
}

/// What is reported about an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How it stands.
    pub status: ActionStatus,
    /// What was done, or why not.
    pub note: Option<NonBlank>,
}

/// Where a report was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportedAt {
    /// In a meeting.
    Meeting(MeetingId),
    /// Outside meetings.
    Desk,
}

impl Action {
    /// A new action of a meeting.
    #[must_use]
    pub fn new(id: ActionId, meeting: MeetingId, position: u32, terms: ActionTerms) -> Self {
        Self {
            id,
            case: terms.case,
            meeting,
            position,
            action: terms.action,
            owner: terms.owner,
            owner_name: terms.owner_name,
            agency: terms.agency,
            due_on: terms.due_on,
            outcome_sought: terms.outcome_sought,
            audience: terms.audience,
            status: ActionStatus::Open,
            note: None,
            closed_on: None,
            not_before: None,
            version: 1,
        }
    }

    /// What it says.
    #[must_use]
    pub fn terms(&self) -> ActionTerms {
        ActionTerms {
            case: self.case,
            action: self.action.clone(),
            owner: self.owner,
            owner_name: self.owner_name.clone(),
            agency: self.agency,
            due_on: self.due_on,
            outcome_sought: self.outcome_sought.clone(),
            audience: self.audience,
        }
    }

    /// Whether its day has passed and it is still open.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.status.is_open() && self.due_on < today
    }

    /// Takes other terms, while it is open.
    ///
    /// # Errors
    /// [`Violation::ActionClosed`].
    pub fn with_terms(&self, terms: ActionTerms) -> Result<(Self, AuditEvent), Violation> {
        if !self.status.is_open() {
            return Err(Violation::ActionClosed);
        }
        let action = Self {
            case: terms.case,
            action: terms.action,
            owner: terms.owner,
            owner_name: terms.owner_name,
            agency: terms.agency,
            due_on: terms.due_on,
            outcome_sought: terms.outcome_sought,
            audience: terms.audience,
            ..self.clone()
        };
        let event = self.event(AuditAction::Changed).in_case(action.case).fields(&["terms"]);
        Ok((action, event))
    }

    /// Takes a report: how it stands, and the last word on it. "In progress", "not possible" and
    /// "not done" say why.
    ///
    /// # Errors
    /// [`ReportRefusal::Invalid`] without that word; [`ReportRefusal::Refused`] once it is closed.
    pub fn reported(
        &self,
        stamp: &Stamp,
        number: u32,
        at: ReportedAt,
        report: Report,
    ) -> Result<(Self, ActionProgress, AuditEvent), ReportRefusal> {
        if !self.status.is_open() {
            return Err(Violation::ActionClosed.into());
        }
        let needs_note = match report.status {
            ActionStatus::Open | ActionStatus::Done => false,
            ActionStatus::InProgress | ActionStatus::NotPossible | ActionStatus::NotDone => true,
        };
        let mut fields = Fields::default();
        fields.require(!needs_note || report.note.is_some(), "note", Problem::Required);
        fields.finish()?;
        let progress = ActionProgress {
            action: self.id,
            number,
            meeting: match at {
                ReportedAt::Meeting(meeting) => Some(meeting),
                ReportedAt::Desk => None,
            },
            status: report.status,
            note: report.note.clone(),
            recorded_at: stamp.at,
            recorded_by: stamp.by,
        };
        let is_open = report.status.is_open();
        let action = Self {
            status: report.status,
            note: report.note.or_else(|| self.note.clone()),
            closed_on: (!is_open).then(|| local_date(stamp.at)),
            not_before: if is_open { self.not_before } else { None },
            ..self.clone()
        };
        Ok((action, progress, self.event(AuditAction::Recorded).fields(&["status", "note"])))
    }

    /// Puts it off everybody's list until a day, or back on it.
    ///
    /// # Errors
    /// When it is closed, the day has passed, or it would be hidden when it is due.
    pub fn put_off(
        &self,
        today: NaiveDate,
        not_before: Option<NaiveDate>,
    ) -> Result<(Self, AuditEvent), ReportRefusal> {
        if !self.status.is_open() {
            return Err(Violation::ActionClosed.into());
        }
        if not_before.is_some_and(|day| day <= today) {
            return Err(Invalid::one("notBefore", Problem::InPast).into());
        }
        if not_before.is_some_and(|day| day > self.due_on) {
            return Err(Invalid::one("notBefore", Problem::TooLate).into());
        }
        let action = Self { not_before, ..self.clone() };
        Ok((action, self.event(AuditAction::Changed).fields(&["not_before"])))
    }

    fn event(&self, action: AuditAction) -> AuditEvent {
        AuditEvent::new(action, EntityKind::Action, self.id).in_case(self.case)
    }
}

/// Why a report was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReportRefusal {
    /// A rule says no.
    #[error(transparent)]
    Refused(#[from] Violation),
    /// A field needs attention.
    #[error(transparent)]
    Invalid(#[from] Invalid),
}

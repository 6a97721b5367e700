//! Holding a meeting: planned, in progress, adjourned, held. Who may take each step, what makes a
//! quorum, and what must stand in the record before the chair may close.
//!
//! It must never know how the record is stored or shown, nor when anything is due: the days that
//! keep a rule come from [`crate::policy::due`].

mod closing;
mod conclusion;
mod marks;
mod passages;
mod quorum;
#[cfg(test)]
mod tests;

pub use closing::{ConclusionPart, Missing, NextRule, Record, missing};
pub use conclusion::Conclusion;
pub use marks::AttendanceChange;
pub use passages::{Division, PassageChange, require_writable};
pub use quorum::{AtTheTable, FilledSeat, Quorum};

use chrono::NaiveDate;

use crate::audit::{AuditAction, AuditEvent, EntityKind};
use crate::calendar::WorkingCalendar;
use crate::clock::{Instant, local_date};
use crate::field::{Invalid, Problem};
use crate::ids::UserId;
use crate::meeting::{Meeting, MeetingStatus, Sitting, ViceChair};
use crate::text::NonBlank;
use crate::violation::Violation;

/// A changed meeting and what the audit record says about it.
pub type Step = (Meeting, AuditEvent);

impl Meeting {
    /// Who chairs it: the vice-chair once one took the chair, the chair otherwise (S4:60).
    #[must_use]
    pub fn chaired_by(&self) -> UserId {
        self.vice_chair.as_ref().map_or(self.chair, |vice| vice.user)
    }

    /// What only the person in the chair decides.
    ///
    /// # Errors
    /// [`Violation::NotChairing`].
    pub fn require_chaired_by(&self, user: UserId) -> Result<(), Violation> {
        if self.chaired_by() == user { Ok(()) } else { Err(Violation::NotChairing) }
    }

    /// Whether it is being held: in progress or adjourned.
    #[must_use]
    pub const fn is_being_held(&self) -> bool {
        matches!(self.status, MeetingStatus::InProgress | MeetingStatus::Adjourned)
    }

    /// Refuses unless it stands where the step begins.
    ///
    /// # Errors
    /// [`Violation::WrongState`].
    pub fn require_status(&self, status: MeetingStatus) -> Result<(), Violation> {
        if self.status == status { Ok(()) } else { Err(self.wrong_state()) }
    }

    /// The refusal that names the state.
    #[must_use]
    pub fn wrong_state(&self) -> Violation {
        Violation::WrongState { state: self.status.as_str().into() }
    }

    /// The day that it counts as held: its first sitting counts.
    #[must_use]
    pub fn held_on(&self) -> NaiveDate {
        self.sittings.first().map_or(self.on, |sitting| local_date(sitting.opened_at))
    }

    /// Who takes the chair, when somebody other than the chair opens it.
    ///
    /// # Errors
    /// When no reason is given.
    pub fn vice_chair_for(
        &self,
        by: UserId,
        reason: Option<NonBlank>,
    ) -> Result<Option<ViceChair>, Invalid> {
        match reason {
            _ if by == self.chair => Ok(None),
            Some(reason) => Ok(Some(ViceChair { user: by, reason })),
            None => Err(Invalid::one("viceChairReason", Problem::Required)),
        }
    }

    /// Planned to in progress: the first sitting begins.
    ///
    /// # Errors
    /// When it is not planned, or its day has not come.
    pub fn open(&self, at: Instant, vice_chair: Option<ViceChair>) -> Result<Step, Violation> {
        self.require_status(MeetingStatus::Planned)?;
        if local_date(at) < self.on {
            return Err(Violation::TooEarly { earliest: self.on });
        }
        let mut meeting = self.clone();
        meeting.vice_chair = vice_chair;
        Ok(meeting.sitting_begins(at, AuditAction::Opened))
    }

    /// In progress to adjourned: the sitting ends, with the reason.
    ///
    /// # Errors
    /// When it is not in progress, or somebody else chairs.
    pub fn adjourn(&self, by: UserId, at: Instant, reason: NonBlank) -> Result<Step, Violation> {
        self.require_status(MeetingStatus::InProgress)?;
        self.require_chaired_by(by)?;
        let mut meeting = self.clone();
        meeting.sitting_ends(at);
        if let Some(sitting) = meeting.sittings.last_mut() {
            sitting.adjourned_reason = Some(reason);
        }
        meeting.status = MeetingStatus::Adjourned;
        let event = meeting.event(AuditAction::Adjourned);
        Ok((meeting, event))
    }

    /// Adjourned to in progress: another sitting begins.
    ///
    /// # Errors
    /// When it is not adjourned, or somebody else chairs.
    pub fn resume(&self, by: UserId, at: Instant) -> Result<Step, Violation> {
        self.require_status(MeetingStatus::Adjourned)?;
        self.require_chaired_by(by)?;
        Ok(self.clone().sitting_begins(at, AuditAction::Resumed))
    }

    /// The chair goes on without a quorum and says why, or takes that back (decisions 20).
    ///
    /// # Errors
    /// When it is not being held, or somebody else chairs.
    pub fn override_quorum(&self, by: UserId, reason: Option<NonBlank>) -> Result<Step, Violation> {
        if !self.is_being_held() {
            return Err(self.wrong_state());
        }
        self.require_chaired_by(by)?;
        let mut meeting = self.clone();
        meeting.quorum_override = reason;
        let event = meeting.event(AuditAction::Changed).fields(&["quorum_override"]);
        Ok((meeting, event))
    }

    /// In progress to held.
    ///
    /// # Errors
    /// [`Violation::NotReadyToClose`] with everything that is missing; when it is not in progress
    /// or somebody else chairs.
    pub fn close(
        &self,
        by: UserId,
        at: Instant,
        quorum: &Quorum,
        missing: Vec<Missing>,
    ) -> Result<Step, Violation> {
        self.require_status(MeetingStatus::InProgress)?;
        self.require_chaired_by(by)?;
        if !missing.is_empty() {
            return Err(Violation::NotReadyToClose { missing });
        }
        Ok(self.held(at, quorum.is_met()))
    }

    /// In progress to held without a quorum: nothing is concluded, no clock restarts
    /// (decisions 20), and every child has a new date (R39).
    ///
    /// # Errors
    /// [`Violation::QuorumMet`] when it has a quorum or an override; [`Violation::NotReadyToClose`]
    /// while somebody's attendance is not marked.
    pub fn close_inquorate(
        &self,
        by: UserId,
        at: Instant,
        quorum: &Quorum,
        missing: &[Missing],
        new_on: NaiveDate,
    ) -> Result<Step, Violation> {
        self.require_status(MeetingStatus::InProgress)?;
        self.require_chaired_by(by)?;
        if quorum.is_met() || self.quorum_override.is_some() {
            return Err(Violation::QuorumMet);
        }
        let unmarked = |one: &&Missing| matches!(one, Missing::Attendance { .. });
        let missing: Vec<Missing> = missing.iter().filter(unmarked).cloned().collect();
        if !missing.is_empty() {
            return Err(Violation::NotReadyToClose { missing });
        }
        let (mut meeting, event) = self.held(at, false);
        for case in &mut meeting.cases {
            case.level = None;
            case.next_on = Some(new_on);
        }
        Ok((meeting, event.fields(&["quorate", "next_on"])))
    }

    fn sitting_begins(mut self, at: Instant, action: AuditAction) -> Step {
        self.status = MeetingStatus::InProgress;
        self.sittings.push(Sitting { opened_at: at, closed_at: None, adjourned_reason: None });
        let event = self.event(action);
        (self, event)
    }

    fn sitting_ends(&mut self, at: Instant) {
        if let Some(sitting) = self.sittings.last_mut() {
            sitting.closed_at = Some(at);
        }
    }

    fn held(&self, at: Instant, quorate: bool) -> Step {
        let mut meeting = self.clone();
        meeting.sitting_ends(at);
        meeting.status = MeetingStatus::Held;
        meeting.quorate = Some(quorate);
        meeting.closed_at = Some(at);
        let event = meeting.event(AuditAction::Closed);
        (meeting, event)
    }

    fn event(&self, action: AuditAction) -> AuditEvent {
        AuditEvent::new(action, EntityKind::Meeting, self.id)
    }
}

/// The new date of a meeting without a quorum: a bookable day after today, by the rule's last day
/// (R39).
///
/// # Errors
/// Names the field and what is wrong with it.
pub fn new_date(
    new_on: NaiveDate,
    today: NaiveDate,
    latest: Option<NaiveDate>,
    calendar: &WorkingCalendar,
) -> Result<NaiveDate, Invalid> {
    let problem = if new_on <= today {
        Problem::TooEarly
    } else if latest.is_some_and(|latest| new_on > latest) {
        Problem::TooLate
    } else if !calendar.is_bookable(new_on) {
        Problem::NotAWorkingDay
    } else {
        return Ok(new_on);
    };
    Err(Invalid::one("newOn", problem))
}

//! Reports asked of agencies before a meeting.

use chrono::NaiveDate;

use crate::access::closed;
use crate::audit::{AuditAction, AuditEvent, EntityKind};
use crate::calendar::{OutOfRange, WorkingCalendar};
use crate::ids::{AgencyId, DocumentId, Ids, MeetingId, ReportRequestId};
use crate::meeting::ReportRequest;
use crate::text::NonBlank;
use crate::violation::Violation;

/// Working days before the meeting by which a report should be here.
pub const REPORT_WORKING_DAYS: i32 = 3;

closed! {
    /// Where a request for a report stands.
    ReportState {
        /// Asked, and there is time.
        Waiting = "waiting",
        /// Past its date.
        Late = "late",
        /// Here.
        Received = "received",
        /// Not needed.
        NotNeeded = "not_needed",
    }
}

/// The day offered for a new request: three working days before the meeting, never before today.
///
/// # Errors
/// [`OutOfRange`] when the calendar does not reach that far.
pub fn default_due(
    calendar: &WorkingCalendar,
    meeting_on: NaiveDate,
    today: NaiveDate,
) -> Result<NaiveDate, OutOfRange> {
    Ok(calendar.add_working_days(meeting_on, -REPORT_WORKING_DAYS)?.max(today))
}

impl ReportRequest {
    /// Asks an agency.
    #[must_use]
    pub fn ask(
        ids: &dyn Ids,
        meeting: MeetingId,
        agency: AgencyId,
        asked_on: NaiveDate,
        due_on: NaiveDate,
    ) -> (Self, AuditEvent) {
        let report = Self {
            id: ReportRequestId::new(ids),
            meeting,
            agency,
            asked_on,
            due_on,
            chased: 0,
            chased_on: None,
            received_on: None,
            not_needed: None,
            document: None,
            version: 1,
        };
        let event = report.event(AuditAction::Added);
        (report, event)
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> ReportState {
        if self.received_on.is_some() {
            ReportState::Received
        } else if self.not_needed.is_some() {
            ReportState::NotNeeded
        } else if self.due_on < today {
            ReportState::Late
        } else {
            ReportState::Waiting
        }
    }

    /// Chases it.
    ///
    /// # Errors
    /// [`Violation::WrongState`] when it is here or not needed.
    pub fn chase(mut self, today: NaiveDate) -> Result<(Self, AuditEvent), Violation> {
        self.require_open(today)?;
        self.chased = self.chased.saturating_add(1);
        self.chased_on = Some(today);
        let event = self.event(AuditAction::Changed).fields(&["chased", "chased_on"]);
        Ok((self, event))
    }

    /// Notes that it came, with its file or without. A second receipt replaces the date and the
    /// file; the first file stays beside the meeting.
    ///
    /// # Errors
    /// [`Violation::InFuture`] for a day that has not come.
    pub fn receive(
        mut self,
        on: NaiveDate,
        document: Option<DocumentId>,
        today: NaiveDate,
    ) -> Result<(Self, AuditEvent), Violation> {
        if on > today {
            return Err(Violation::InFuture);
        }
        self.received_on = Some(on);
        self.not_needed = None;
        self.document = document.or(self.document);
        let event = self.event(AuditAction::Recorded).fields(&["received_on", "document"]);
        Ok((self, event))
    }

    /// Notes that it is not needed, and why.
    ///
    /// # Errors
    /// [`Violation::WrongState`] when it is here.
    pub fn release(
        mut self,
        reason: NonBlank,
        today: NaiveDate,
    ) -> Result<(Self, AuditEvent), Violation> {
        self.require_open(today)?;
        self.not_needed = Some(reason);
        let event = self.event(AuditAction::Changed).fields(&["not_needed"]);
        Ok((self, event))
    }

    fn require_open(&self, today: NaiveDate) -> Result<(), Violation> {
        match self.state(today) {
            ReportState::Waiting | ReportState::Late => Ok(()),
            state @ (ReportState::Received | ReportState::NotNeeded) => {
                Err(Violation::WrongState { state: state.as_str().into() })
            }
        }
    }

    fn event(&self, action: AuditAction) -> AuditEvent {
        AuditEvent::new(action, EntityKind::ReportRequest, self.id)
    }
}

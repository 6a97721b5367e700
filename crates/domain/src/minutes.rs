//! Minutes from draft to issue: frozen by the chair, never changed, only replaced by a correction
//! (P14; S0:45–47, confirmed as a true record by the chair).
//!
//! It must never know what the record says: it sees its text and the digest of the text.

use crate::access::Stamp;
use crate::audit::{AuditAction, AuditEvent, EntityKind, Hash};
use crate::ids::{MeetingId, MinutesId};
use crate::meeting::Meeting;
use crate::record::{Minutes, MinutesContent, MinutesStatus};
use crate::text::NonBlank;
use crate::violation::Violation;

/// Changed minutes and what the audit record says about them.
pub type Step = (Minutes, AuditEvent);

impl MinutesContent {
    /// The hash of the text.
    #[must_use]
    pub fn digest(&self) -> Hash {
        Hash::of(self.0.as_bytes())
    }
}

impl Minutes {
    /// The first draft, made when the meeting is closed.
    #[must_use]
    pub fn draft(id: MinutesId, meeting: MeetingId, content: MinutesContent) -> Step {
        let draft = Self {
            id,
            meeting,
            number: 1,
            status: MinutesStatus::Draft,
            digest: content.digest(),
            content,
            correction_reason: None,
            approved: None,
            issued: None,
            version: 1,
        };
        let event = draft.event(AuditAction::Added);
        (draft, event)
    }

    /// Freezes the draft with the record as it stands. Who chaired approves, nobody else.
    ///
    /// # Errors
    /// When it is no draft, somebody else chaired, or the record is not the one that was read.
    pub fn approve(
        &self,
        meeting: &Meeting,
        stamp: &Stamp,
        content: MinutesContent,
        digest_read: Hash,
    ) -> Result<Step, Violation> {
        self.require_status(&[MinutesStatus::Draft])?;
        meeting.require_chaired_by(stamp.by)?;
        if content.digest() != digest_read {
            return Err(Violation::RecordChanged);
        }
        let minutes = Self {
            status: MinutesStatus::Approved,
            digest: content.digest(),
            content,
            approved: Some((stamp.by, stamp.at)),
            ..self.clone()
        };
        let event = minutes.event(AuditAction::Approved);
        Ok((minutes, event))
    }

    /// Approved to issued: who sent them, and when.
    ///
    /// # Errors
    /// When they are not approved, or went out already.
    pub fn issue(&self, stamp: &Stamp) -> Result<Step, Violation> {
        self.require_status(&[MinutesStatus::Approved])?;
        let minutes = Self {
            status: MinutesStatus::Issued,
            issued: Some((stamp.by, stamp.at)),
            ..self.clone()
        };
        let event = minutes.event(AuditAction::Issued);
        Ok((minutes, event))
    }

    /// A draft that will replace these minutes. They stay as they are until it is approved.
    ///
    /// # Errors
    /// When they are a draft themselves, or replaced already.
    pub fn begin_correction(&self, id: MinutesId, reason: NonBlank) -> Result<Step, Violation> {
        self.require_status(&[MinutesStatus::Approved, MinutesStatus::Issued])?;
        let draft = Self {
            id,
            number: self.number + 1,
            status: MinutesStatus::Draft,
            correction_reason: Some(reason),
            approved: None,
            issued: None,
            version: 1,
            ..self.clone()
        };
        let event = draft.event(AuditAction::Added).fields(&["correction_reason"]);
        Ok((draft, event))
    }

    /// Replaced by an approved correction.
    ///
    /// # Errors
    /// When they were never approved.
    pub fn supersede(&self) -> Result<Step, Violation> {
        self.require_status(&[MinutesStatus::Approved, MinutesStatus::Issued])?;
        let minutes = Self { status: MinutesStatus::Superseded, ..self.clone() };
        let event = minutes.event(AuditAction::Changed).fields(&["status"]);
        Ok((minutes, event))
    }

    fn require_status(&self, allowed: &[MinutesStatus]) -> Result<(), Violation> {
        if allowed.contains(&self.status) {
            return Ok(());
        }
        Err(Violation::WrongState { state: self.status.as_str().into() })
    }

    fn event(&self, action: AuditAction) -> AuditEvent {
        AuditEvent::new(action, EntityKind::Minutes, self.id)
    }
}

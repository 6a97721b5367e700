//! A release: one version for one recipient, made afresh, never a masked copy.
//!
//! It must never be issued without a second person (R45) and a clean report of the gate. What goes
//! in is decided in [`part`]; here is how a release moves from its author to its recipient.

pub mod part;
pub mod report;

use crate::access::{Stamp, closed};
use crate::audit::{AuditAction, AuditEvent, EntityKind, Hash};
use crate::clock::Instant;
use crate::ids::{AgencyId, CaseId, Ids, MeetingId, MinutesId, PersonId, ReleaseId, UserId};
use crate::text::NonBlank;
use crate::violation::Violation;

pub use part::{Chosen, Part, PartChoice, PartKind, PartRef, Reader, RecordedPart};
pub use report::{FoundKind, FoundWhere, GateFinding, GateReport};

closed! {
    /// What kind of recipient (glossary `audience`).
    RecipientKind {
        /// The child or the child's family.
        Family = "family",
        /// An agency that took part.
        AttendingAgency = "attending_agency",
    }
}

closed! {
    /// Where a release stands.
    ReleaseStatus {
        /// Being prepared.
        Preparing = "preparing",
        /// Waiting for the second person.
        AwaitingApproval = "awaiting_approval",
        /// Sent back to its author.
        Returned = "returned",
        /// Approved, not sent yet.
        Approved = "approved",
        /// Sent.
        Issued = "issued",
        /// Overtaken: its source changed.
        Void = "void",
    }
}

closed! {
    /// What happens to a part of the record in one release.
    Choice {
        /// It goes in.
        Include = "include",
        /// It stays out.
        Withhold = "withhold",
        /// Other words go in.
        Reword = "reword",
    }
}

closed! {
    /// What happens to every mention of a word in one release.
    WordChoice {
        /// It goes, and the gate looks for it.
        Withhold = "withhold",
        /// It is an ordinary word here: it stays.
        Keep = "keep",
    }
}

/// The one who gets a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recipient {
    /// The child, or somebody of the child's family.
    Family(PersonId),
    /// An agency that took part.
    AttendingAgency(AgencyId),
}

impl Recipient {
    /// What kind of recipient it is.
    #[must_use]
    pub const fn kind(self) -> RecipientKind {
        match self {
            Self::Family(_) => RecipientKind::Family,
            Self::AttendingAgency(_) => RecipientKind::AttendingAgency,
        }
    }

    /// The person, when it is one.
    #[must_use]
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Family(person) => Some(person),
            Self::AttendingAgency(_) => None,
        }
    }

    /// The agency, when it is one.
    #[must_use]
    pub const fn agency(self) -> Option<AgencyId> {
        match self {
            Self::Family(_) => None,
            Self::AttendingAgency(agency) => Some(agency),
        }
    }
}

/// A release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its identifier.
    pub id: ReleaseId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The version of the minutes that it is made from.
    pub minutes: MinutesId,
    /// The child whose copy it is.
    pub case: CaseId,
    /// Who gets it: exactly one.
    pub recipient: Recipient,
    /// The recipient's name as printed.
    pub recipient_name: NonBlank,
    /// Where it stands.
    pub status: ReleaseStatus,
    /// Draws the pseudonyms' letters.
    pub seed: u32,
    /// Who prepared it, and when.
    pub prepared: (UserId, Instant),
    /// The second person, and when.
    pub approved: Option<(UserId, Instant)>,
    /// Who issued it, and when.
    pub issued: Option<(UserId, Instant)>,
    /// How it travelled.
    pub route: Option<NonBlank>,
    /// Why it was sent back.
    pub returned_reason: Option<NonBlank>,
    /// What it was made from: the minutes, the register, the choices.
    pub source: Option<Hash>,
    /// The hash of the finished bytes, once they are fixed.
    pub digest: Option<Hash>,
    /// What the gate said of them; none before the first try.
    pub gate: Option<GateReport>,
    /// Counts changes.
    pub version: i64,
}

/// The finished bytes of a release and their hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Document {
    /// The file.
    pub bytes: Vec<u8>,
    /// Its hash, for the distribution log.
    pub digest: Hash,
}

impl Document {
    /// A file with its hash.
    #[must_use]
    pub fn of(bytes: Vec<u8>) -> Self {
        Self { digest: Hash::of(&bytes), bytes }
    }
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Document({} bytes, {:?})", self.bytes.len(), self.digest)
    }
}

/// A decision on every mention of a word in one release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordDecision {
    /// The word, folded.
    pub word: NonBlank,
    /// What happens to it.
    pub choice: WordChoice,
    /// Who decided, and when.
    pub decided: (UserId, Instant),
}

/// What one entity is called in one release. Never exported (glossary `pseudonym_key`).
#[derive(Clone, PartialEq, Eq)]
pub struct Pseudonym {
    /// The key of the register entry, or of an unknown word.
    pub entity: String,
    /// What it is called.
    pub pseudonym: String,
}

impl std::fmt::Debug for Pseudonym {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pseudonym(…)")
    }
}

/// What a release is about: where it comes from and who gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commission {
    /// The meeting.
    pub meeting: MeetingId,
    /// The version of the minutes.
    pub minutes: MinutesId,
    /// The child whose copy it is.
    pub case: CaseId,
    /// Who gets it.
    pub recipient: Recipient,
    /// The recipient's name as printed.
    pub recipient_name: NonBlank,
}

impl Release {
    /// A release that is being prepared.
    #[must_use]
    pub fn new(ids: &dyn Ids, stamp: &Stamp, seed: u32, of: Commission) -> (Self, AuditEvent) {
        let release = Self {
            id: ReleaseId::new(ids),
            meeting: of.meeting,
            minutes: of.minutes,
            case: of.case,
            recipient: of.recipient,
            recipient_name: of.recipient_name,
            status: ReleaseStatus::Preparing,
            seed,
            prepared: (stamp.by, stamp.at),
            approved: None,
            issued: None,
            route: None,
            returned_reason: None,
            source: None,
            digest: None,
            gate: None,
            version: 1,
        };
        let event = release.event(AuditAction::Added);
        (release, event)
    }

    /// An event on this release.
    #[must_use]
    pub fn event(&self, action: AuditAction) -> AuditEvent {
        AuditEvent::new(action, EntityKind::Release, self.id).in_case(self.case)
    }

    /// Whether choices may be made.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.status, ReleaseStatus::Preparing | ReleaseStatus::Returned)
    }

    /// Refuses a change of choices once the document was submitted.
    ///
    /// # Errors
    /// [`Violation::WrongState`].
    pub fn require_open(&self) -> Result<(), Violation> {
        if self.is_open() { Ok(()) } else { Err(self.wrong_state()) }
    }

    /// The document is fixed and waits for the second person.
    ///
    /// # Errors
    /// [`Violation::WrongState`], or [`Violation::GateRefused`].
    pub fn submit(mut self, made: &Made) -> Result<(Self, AuditEvent), Violation> {
        self.require_open()?;
        made.gate.require_passed()?;
        self.status = ReleaseStatus::AwaitingApproval;
        self.returned_reason = None;
        self.source = Some(made.source);
        self.digest = Some(made.document.digest);
        self.gate = Some(made.gate.clone());
        let event = self.event(AuditAction::Changed).fields(&["status", "document"]);
        Ok((self, event))
    }

    /// The gate refused the document: its report is kept, nothing else changes.
    #[must_use]
    pub fn refused(mut self, gate: GateReport) -> (Self, AuditEvent) {
        let event = self.event(AuditAction::Refused).count(gate.findings.len());
        self.gate = Some(gate);
        (self, event)
    }

    /// Back to its author, with a reason. The document is made anew next time.
    ///
    /// # Errors
    /// [`Violation::WrongState`].
    pub fn return_to_author(mut self, reason: NonBlank) -> Result<(Self, AuditEvent), Violation> {
        if self.status != ReleaseStatus::AwaitingApproval {
            return Err(self.wrong_state());
        }
        self.status = ReleaseStatus::Returned;
        self.returned_reason = Some(reason);
        self.source = None;
        self.digest = None;
        let event = self.event(AuditAction::Returned);
        Ok((self, event))
    }

    /// The second person agrees. Whoever prepared the release or made one of its choices is no
    /// second person (R45).
    ///
    /// # Errors
    /// [`Violation::WrongState`] or [`Violation::SamePerson`].
    pub fn approve(
        mut self,
        stamp: &Stamp,
        choosers: &[UserId],
    ) -> Result<(Self, AuditEvent), Violation> {
        if self.status != ReleaseStatus::AwaitingApproval {
            return Err(self.wrong_state());
        }
        if stamp.by == self.prepared.0 || choosers.contains(&stamp.by) {
            return Err(Violation::SamePerson);
        }
        self.status = ReleaseStatus::Approved;
        self.approved = Some((stamp.by, stamp.at));
        let event = self.event(AuditAction::Approved);
        Ok((self, event))
    }

    /// It goes to its recipient; from now on nothing changes.
    ///
    /// # Errors
    /// [`Violation::WrongState`].
    pub fn issue(
        mut self,
        stamp: &Stamp,
        route: NonBlank,
    ) -> Result<(Self, AuditEvent), Violation> {
        if self.status != ReleaseStatus::Approved {
            return Err(self.wrong_state());
        }
        self.status = ReleaseStatus::Issued;
        self.issued = Some((stamp.by, stamp.at));
        self.route = Some(route);
        let event = self.event(AuditAction::Issued);
        Ok((self, event))
    }

    /// Its source changed after it was submitted: it can go no further.
    ///
    /// # Errors
    /// [`Violation::WrongState`] once it was issued, or before it was submitted.
    pub fn void(mut self) -> Result<(Self, AuditEvent), Violation> {
        if !matches!(self.status, ReleaseStatus::AwaitingApproval | ReleaseStatus::Approved) {
            return Err(self.wrong_state());
        }
        self.status = ReleaseStatus::Void;
        let event = self.event(AuditAction::Voided);
        Ok((self, event))
    }

    /// The file's name: nothing in it tells whom or what it is about ("summary-7F3K-1.pdf").
    #[must_use]
    pub fn file_name(&self, reference: &str, minutes_number: u32) -> String {
        let plain: String = reference.chars().filter(char::is_ascii_alphanumeric).collect();
        format!("summary-{plain}-{minutes_number}.pdf")
    }

    fn wrong_state(&self) -> Violation {
        Violation::WrongState { state: self.status.as_str().into() }
    }
}

/// A finished document with what it was made from and what the gate said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// What it was made from.
    pub source: Hash,
    /// The file.
    pub document: Document,
    /// What the gate said.
    pub gate: GateReport,
}

#[cfg(test)]
mod tests;

//! A release: one version for one recipient, made afresh, never a masked copy.
//!
//! It must never be issued without a second person (R45) and a clean report of the gate.

use crate::access::closed;
use crate::audit::Hash;
use crate::clock::Instant;
use crate::ids::{AgencyId, CaseId, MeetingId, MinutesId, PersonId, ReleaseId, UserId};
use crate::text::NonBlank;

closed! {
    /// What kind of recipient (glossary `audience`).
    RecipientKind {
        /// The child's family.
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
    /// What kind of part of the record.
    PartKind {
        /// A passage.
        Passage = "passage",
        /// A decision.
        Decision = "decision",
        /// An action.
        Action = "action",
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
    /// What kind of recipient.
    pub kind: RecipientKind,
    /// The person who gets it.
    pub person: Option<PersonId>,
    /// The agency that gets it.
    pub agency: Option<AgencyId>,
    /// The recipient's name as printed.
    pub recipient: NonBlank,
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
    /// The finished bytes.
    pub document: Option<Document>,
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

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Document({} bytes, {:?})", self.bytes.len(), self.digest)
    }
}

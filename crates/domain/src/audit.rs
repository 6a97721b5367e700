//! The audit record: what happened, to which record, by whom, and the chain that shows that
//! nothing in it was changed afterwards (security P8, P9).
//!
//! It must never know what a record says: an entry holds ids, field names and counts only.

mod chain;

use uuid::Uuid;

use crate::access::closed;
use crate::ids::CaseId;

pub use chain::{AuditEntry, ChainFault, Hash, Head, verify};

closed! {
    /// What was done.
    AuditAction {
        /// The store was created.
        StoreCreated = "store_created",
        /// Somebody signed in.
        SignedIn = "signed_in",
        /// Somebody locked the store or signed out.
        Locked = "locked",
        /// The recovery key was used.
        RecoveryKeyUsed = "recovery_key_used",
        /// A record was added.
        Added = "added",
        /// A record was changed.
        Changed = "changed",
        /// A record was opened.
        Viewed = "viewed",
        /// A record was taken off a list without being destroyed.
        Removed = "removed",
        /// Two records of one person or agency became one.
        Merged = "merged",
        /// An entry was moved to the record it belongs to.
        Repaired = "repaired",
        /// An earlier entry was declared wrong.
        Voided = "voided",
        /// A meeting was scheduled.
        Scheduled = "scheduled",
        /// A meeting was moved to another time.
        Moved = "moved",
        /// A meeting was cancelled.
        Cancelled = "cancelled",
        /// Somebody was invited.
        Invited = "invited",
        /// A reply or a mark of attendance was recorded.
        Recorded = "recorded",
        /// A meeting was opened.
        Opened = "opened",
        /// A meeting was adjourned.
        Adjourned = "adjourned",
        /// A meeting was resumed.
        Resumed = "resumed",
        /// A meeting was closed.
        Closed = "closed",
        /// Minutes or a release were approved.
        Approved = "approved",
        /// Minutes or a release were sent back.
        Returned = "returned",
        /// Minutes or a release were issued.
        Issued = "issued",
        /// A check refused a release.
        Refused = "refused",
        /// Something left the store as a file.
        Exported = "exported",
        /// Something was printed.
        Printed = "printed",
        /// Meetings passed to another chair.
        HandedOver = "handed_over",
        /// A backup was made and verified.
        BackedUp = "backed_up",
        /// A store was restored from a backup.
        Restored = "restored",
        /// A made-up authority was written.
        DemonstrationCreated = "demonstration_created",
    }
}

closed! {
    /// Which kind of record.
    EntityKind {
        /// The store itself.
        Store = "store",
        /// Somebody who signs in.
        User = "user",
        /// A person.
        Person = "person",
        /// An agency.
        Agency = "agency",
        /// A case.
        Case = "case",
        /// A risk rating.
        RiskRating = "risk_rating",
        /// A significant incident.
        Incident = "incident",
        /// A missing episode.
        MissingEpisode = "missing_episode",
        /// A meeting.
        Meeting = "meeting",
        /// An invitation.
        Invitation = "invitation",
        /// A report asked of an agency.
        ReportRequest = "report_request",
        /// A passage of the record.
        Passage = "passage",
        /// A decision.
        Decision = "decision",
        /// An action.
        Action = "action",
        /// A version of the minutes.
        Minutes = "minutes",
        /// A release.
        Release = "release",
        /// A document.
        Document = "document",
        /// A rule.
        Rule = "rule",
        /// A saved view.
        SavedView = "saved_view",
        /// Cover for a chair.
        Cover = "cover",
        /// A setting.
        Setting = "setting",
    }
}

/// One thing that happened, as the use case describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEvent {
    /// What was done.
    pub action: AuditAction,
    /// To which kind of record.
    pub entity: EntityKind,
    /// To which record.
    pub entity_id: Uuid,
    /// The child's case that the record belongs to, for "who has seen this".
    pub case: Option<CaseId>,
    /// The names of the fields that changed: never their values.
    pub fields: Vec<&'static str>,
    /// How many records the event covers, when more than one.
    pub count: Option<u32>,
}

impl AuditEvent {
    /// An event on one record.
    #[must_use]
    pub fn new(action: AuditAction, entity: EntityKind, entity_id: impl Into<Uuid>) -> Self {
        Self {
            action,
            entity,
            entity_id: entity_id.into(),
            case: None,
            fields: Vec::new(),
            count: None,
        }
    }

    /// Names the case that the record belongs to.
    #[must_use]
    pub fn in_case(mut self, case: CaseId) -> Self {
        self.case = Some(case);
        self
    }

    /// Names the fields that changed.
    #[must_use]
    pub fn fields(mut self, fields: &[&'static str]) -> Self {
        self.fields.extend_from_slice(fields);
        self
    }

    /// Says how many records the event covers.
    #[must_use]
    pub fn count(mut self, count: usize) -> Self {
        self.count = Some(u32::try_from(count).unwrap_or(u32::MAX));
        self
    }
}

/// What a commit writes: at least one event.
#[derive(Debug, Clone)]
pub struct AuditEvents {
    first: AuditEvent,
    rest: Vec<AuditEvent>,
}

impl AuditEvents {
    /// Adds an event.
    #[must_use]
    pub fn and(mut self, event: AuditEvent) -> Self {
        self.rest.push(event);
        self
    }

    /// Adds several.
    #[must_use]
    pub fn and_all(mut self, events: impl IntoIterator<Item = AuditEvent>) -> Self {
        self.rest.extend(events);
        self
    }

    /// Every event in order.
    pub fn iter(&self) -> impl Iterator<Item = &AuditEvent> {
        std::iter::once(&self.first).chain(&self.rest)
    }
}

impl From<AuditEvent> for AuditEvents {
    fn from(first: AuditEvent) -> Self {
        Self { first, rest: Vec::new() }
    }
}

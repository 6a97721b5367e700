//! The record of a meeting: passages with audience and restriction, decisions, minutes.
//!
//! It must never know how a recipient's copy is made; it says only what a passage may be used for.

use serde::Serialize;

use crate::access::closed;
use crate::audit::Hash;
use crate::clock::Instant;
use crate::ids::{AgencyId, CaseId, DecisionId, MeetingId, MinutesId, PassageId, UserId};
use crate::text::NonBlank;

closed! {
    /// A section of the record, in the order of the agenda.
    Section {
        /// Introductions and confidentiality.
        Welcome = "welcome",
        /// Accuracy of the last minutes.
        LastMinutes = "last_minutes",
        /// Purpose and threshold.
        Purpose = "purpose",
        /// What an agency brought.
        Information = "information",
        /// What pushes the child towards harm.
        PushFactors = "push_factors",
        /// What pulls.
        PullFactors = "pull_factors",
        /// Missing episodes.
        Missing = "missing",
        /// The child's words.
        ChildVoice = "child_voice",
        /// The family's views.
        FamilyVoice = "family_voice",
        /// Analysis.
        Analysis = "analysis",
        /// The safety plan.
        SafetyPlan = "safety_plan",
        /// Anything else.
        OtherBusiness = "other_business",
    }
}

closed! {
    /// For whom a passage was recorded.
    Audience {
        /// Everybody, the family too.
        Everyone = "everyone",
        /// The agencies at the table.
        Agencies = "agencies",
        /// The closed part: the chair and whom the chair names.
        Closed = "closed",
    }
}

closed! {
    /// Why something is withheld (section 8 codes).
    WithholdReason {
        /// Identifies somebody else.
        ThirdParty = "third_party",
        /// Would be likely to cause serious harm.
        SeriousHarm = "serious_harm",
        /// Against what the child expected or wished.
        ChildWishes = "child_wishes",
        /// Child abuse data.
        ChildAbuseData = "child_abuse_data",
        /// Would prejudice preventing or detecting crime.
        Crime = "crime",
        /// The police have not agreed.
        PoliceSensitive = "police_sensitive",
        /// Legal advice.
        LegalPrivilege = "legal_privilege",
        /// Restricted by proceedings.
        Court = "court",
        /// Outside this recipient's need to know.
        NotRelevant = "not_relevant",
    }
}

/// A passage of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its identifier.
    pub id: PassageId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The child it is about, when only one.
    pub case: Option<CaseId>,
    /// Its section.
    pub section: Section,
    /// Whose information it is.
    pub agency: Option<AgencyId>,
    /// Its place in the section.
    pub position: u32,
    /// The text; empty while nothing was typed.
    pub body: String,
    /// The agency has nothing to report: a choice, not an empty box.
    pub nothing_to_report: bool,
    /// For whom.
    pub audience: Audience,
    /// Why it may not go further.
    pub restriction: Option<WithholdReason>,
    /// The passage that it was copied from: its restriction comes along.
    pub origin: Option<PassageId>,
    /// When it was last changed.
    pub updated_at: Instant,
    /// By whom.
    pub updated_by: UserId,
    /// Counts changes.
    pub version: i64,
}

/// A decision, its reasons and who disagreed: separate fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its identifier.
    pub id: DecisionId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The child it is about, when only one.
    pub case: Option<CaseId>,
    /// Its place in the list.
    pub position: u32,
    /// What was decided.
    pub decision: NonBlank,
    /// Why.
    pub rationale: NonBlank,
    /// Who disagreed and why.
    pub dissent: Option<NonBlank>,
    /// From which agency.
    pub dissent_agency: Option<AgencyId>,
    /// For whom.
    pub audience: Audience,
    /// Why it may not go further.
    pub restriction: Option<WithholdReason>,
    /// Counts changes.
    pub version: i64,
}

closed! {
    /// Where a version of the minutes stands.
    MinutesStatus {
        /// Being written up.
        Draft = "draft",
        /// Approved by the chair: never changed again (P14).
        Approved = "approved",
        /// Sent out.
        Issued = "issued",
        /// Replaced by a correction.
        Superseded = "superseded",
    }
}

/// A version of the minutes: the record as it stood when it was frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// Its identifier.
    pub id: MinutesId,
    /// The meeting.
    pub meeting: MeetingId,
    /// 1, 2, 3 …
    pub number: u32,
    /// Where it stands.
    pub status: MinutesStatus,
    /// The record, as the store keeps it.
    pub content: MinutesContent,
    /// The hash of the content.
    pub digest: Hash,
    /// Why a correction was needed.
    pub correction_reason: Option<NonBlank>,
    /// Who approved it, and when.
    pub approved: Option<(UserId, Instant)>,
    /// Who issued it, and when.
    pub issued: Option<(UserId, Instant)>,
    /// Counts changes.
    pub version: i64,
}

/// The frozen record as canonical JSON text: what the digest covers.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct MinutesContent(pub String);

/// Prints only the length.
impl std::fmt::Debug for MinutesContent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MinutesContent({} bytes)", self.0.len())
    }
}

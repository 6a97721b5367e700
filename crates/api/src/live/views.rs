//! The parts of a meeting's record as its screen shows them.

use domain::action::ActionStatus;
use domain::agency::AgencyKind;
use domain::ids::{
    ActionId, AgencyId, CaseId, DecisionId, InterestId, InvitationId, MeetingId, MinutesId,
    PassageId, PersonId,
};
use domain::meeting::{InvitationKind, Mark, Reply};
use domain::policy::SeatRole;
use domain::record::{Audience, MinutesStatus, Section, WithholdReason};
use serde::Serialize;
use ts_rs::TS;

/// Somebody who was asked, and whether they came.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttendanceView {
    /// Which row.
    pub invitation_id: InvitationId,
    /// To name when marking.
    pub version: u32,
    /// Who is asked.
    pub kind: InvitationKind,
    /// The person, when known.
    pub person_id: Option<PersonId>,
    /// Their name; none when only the agency was asked.
    pub name: Option<String>,
    /// The agency.
    pub agency_id: Option<AgencyId>,
    /// Its name.
    pub agency_name: Option<String>,
    /// What it does.
    pub agency_kind: Option<AgencyKind>,
    /// As what: "Police", "Mother".
    pub capacity: String,
    /// Whether the meeting needs them.
    pub required: bool,
    /// What was answered.
    pub reply: Reply,
    /// Whether they came.
    pub mark: Option<Mark>,
    /// Who came in their place.
    pub substitute_name: Option<String>,
    /// Which part they were there for.
    pub part_note: Option<String>,
    /// Whether a reason for apologies was noted. The reason itself is never shown again.
    pub has_apology_reason: bool,
}

/// Who makes the quorum, and who of them is there (R38).
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuorumView {
    /// Whether enough are there by the marks made so far.
    pub met: bool,
    /// Every seat that the rule names.
    pub seats: Vec<SeatView>,
    /// The row: "R38"; none when the profile has no quorum for this meeting.
    pub rule: Option<String>,
    /// Why the chair goes on all the same (decisions 20).
    pub override_reason: Option<String>,
}

/// A seat of the quorum.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeatView {
    /// Any of these fills it.
    pub any_of: Vec<SeatRole>,
    /// How many agencies must.
    pub at_least: u32,
    /// Whether it is filled.
    pub filled: bool,
}

/// A declaration of interest.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InterestView {
    /// Which.
    pub id: InterestId,
    /// Whose row.
    pub invitation_id: InvitationId,
    /// What it is.
    pub interest: String,
    /// Whether they take part all the same.
    pub takes_part: bool,
}

/// An action of an earlier meeting, to be reviewed.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewActionView {
    /// The action as it stands.
    #[serde(flatten)]
    #[ts(flatten)]
    pub action: LiveActionView,
    /// The meeting that set it.
    pub set_at: MeetingId,
    /// Whether this meeting has looked at it.
    pub reviewed: bool,
    /// What this meeting recorded.
    pub review_note: Option<String>,
}

/// An action on the screen of a meeting.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LiveActionView {
    /// Which.
    pub id: ActionId,
    /// To name when changing.
    pub version: u32,
    /// The child's case.
    pub case_id: CaseId,
    /// What is to be done.
    pub action: String,
    /// Who does it, when they have a record.
    pub owner_id: Option<PersonId>,
    /// Their name or post.
    pub owner_name: String,
    /// Their agency; none for the family's own actions.
    pub agency_id: Option<AgencyId>,
    /// Its name.
    pub agency_name: Option<String>,
    /// By when.
    pub due_on: String,
    /// Whether that day has passed and it is still open.
    pub overdue: bool,
    /// What it should bring about.
    pub outcome_sought: Option<String>,
    /// Who may read it.
    pub audience: Audience,
    /// How it stands.
    pub status: ActionStatus,
    /// The last word on it.
    pub note: Option<String>,
    /// Not before this day on anybody's list.
    pub not_before: Option<String>,
}

/// A passage of the record.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PassageView {
    /// Which.
    pub id: PassageId,
    /// To name when saving again.
    pub version: u32,
    /// Its section.
    pub section: Section,
    /// The child it is about, when only one.
    pub case_id: Option<CaseId>,
    /// Whose information it is.
    pub agency_id: Option<AgencyId>,
    /// The text.
    pub body: String,
    /// The agency has nothing to report.
    pub nothing_to_report: bool,
    /// For whom.
    pub audience: Audience,
    /// Why it may not go further.
    pub restriction: Option<WithholdReason>,
    /// The passage that it was copied from.
    pub origin: Option<PassageId>,
    /// When it was last saved (RFC 3339, UTC).
    pub saved_at: String,
    /// By whom.
    pub saved_by: String,
}

/// What was written at the last held meeting, to stand beside a passage.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LastTimeView {
    /// Which passage: name it as `copiedFrom` when its text is used again.
    pub passage_id: PassageId,
    /// The day of that meeting.
    pub on: String,
    /// Its section.
    pub section: Section,
    /// The child of this meeting that it is about.
    pub case_id: CaseId,
    /// Whose information it was.
    pub agency_id: Option<AgencyId>,
    /// The text.
    pub body: String,
    /// The agency had nothing to report.
    pub nothing_to_report: bool,
    /// For whom.
    pub audience: Audience,
    /// Why it may not go further: comes along with a copy.
    pub restriction: Option<WithholdReason>,
}

/// A decision.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionView {
    /// Which.
    pub id: DecisionId,
    /// To name when changing.
    pub version: u32,
    /// The child it is about, when only one.
    pub case_id: Option<CaseId>,
    /// What was decided.
    pub decision: String,
    /// Why.
    pub rationale: String,
    /// Who disagreed and why.
    pub dissent: Option<String>,
    /// From which agency.
    pub dissent_agency_id: Option<AgencyId>,
    /// For whom.
    pub audience: Audience,
    /// Why it may not go further.
    pub restriction: Option<WithholdReason>,
}

/// A version of the minutes in one line.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MinutesVersionView {
    /// Which.
    pub id: MinutesId,
    /// 1, 2, 3 …
    pub number: u32,
    /// Where it stands.
    pub status: MinutesStatus,
}

/// What came of saving a passage. A conflict loses nothing: the screen shows both texts.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "outcome", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum PassageSaved {
    /// It is saved.
    Saved {
        /// As saved; none when an empty passage was saved where there was none.
        passage: Option<PassageView>,
    },
    /// Somebody else saved meanwhile. Nothing was changed.
    Conflict {
        /// What is saved now.
        current: Option<PassageView>,
    },
}

//! Holding a meeting, on the wire: one view with everything that the screen needs, and small
//! commands that each save at once. It must never decide what may be closed.

mod commands;
mod map;
mod requests;

pub(crate) use commands::*;
pub(crate) use map::{version, words};
pub use requests::*;

use domain::action::ActionStatus;
use domain::agency::AgencyKind;
use domain::case::RatingLevel;
use domain::hold::Missing;
use domain::ids::{
    ActionId, AgencyId, CaseId, DecisionId, InterestId, InvitationId, MeetingId, MinutesId,
    PassageId, PersonId, UserId,
};
use domain::meeting::{InvitationKind, Mark, MeetingStatus, NrmDecision, Reply, Route, Voice};
use domain::policy::SeatRole;
use domain::record::{Audience, MinutesStatus, Section, WithholdReason};
use serde::Serialize;
use ts_rs::TS;

/// Everything that the screen of a meeting needs while it is held and written up.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LiveMeetingView {
    /// Which meeting.
    pub id: MeetingId,
    /// To name when opening, adjourning, resuming, overriding and closing.
    pub version: u32,
    /// The neutral reference: "7F3K".
    pub reference: String,
    /// Its type: `eram`.
    pub meeting_type: String,
    /// A review, or the first.
    pub review: bool,
    /// Where it stands.
    pub status: MeetingStatus,
    /// The day, `2026-11-25`.
    pub on: String,
    /// The time in England, `10:00`.
    pub at: String,
    /// How long it was planned for, in minutes.
    pub minutes: u32,
    /// The room.
    pub place: Option<String>,
    /// Whose meeting it is.
    pub chair_id: UserId,
    /// Their name.
    pub chair_name: String,
    /// Who chairs in the chair's place, and why.
    pub vice_chair: Option<ViceChairView>,
    /// Whether the person who asks is the one who chairs: may override, adjourn and close.
    pub you_chair: bool,
    /// Who takes the minutes.
    pub minute_taker_name: Option<String>,
    /// Its sittings so far.
    pub sittings: Vec<SittingView>,
    /// Minutes spent in all sittings until now.
    pub elapsed_minutes: u32,
    /// Whether the record may be written now: while it is held, or its newest minutes are a draft.
    pub writable: bool,
    /// The sections of the record, in the order of the agenda.
    pub sections: Vec<SectionView>,
    /// The children, in order.
    pub children: Vec<LiveChildView>,
    /// Everybody asked, in order.
    pub attendance: Vec<AttendanceView>,
    /// Who makes the quorum.
    pub quorum: QuorumView,
    /// Declarations of interest.
    pub interests: Vec<InterestView>,
    /// Actions of earlier meetings that were open when this one began: to be reviewed (R44).
    pub review_actions: Vec<ReviewActionView>,
    /// The passages of this meeting.
    pub passages: Vec<PassageView>,
    /// What was written last time, to stand beside them.
    pub last_time: Vec<LastTimeView>,
    /// What was decided.
    pub decisions: Vec<DecisionView>,
    /// New actions.
    pub actions: Vec<LiveActionView>,
    /// What still stops closing; empty when it may be closed.
    pub missing: Vec<Missing>,
    /// The newest version of the minutes.
    pub minutes_version: Option<MinutesVersionView>,
}

/// Who chairs in the chair's place.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ViceChairView {
    /// Who.
    pub user_id: UserId,
    /// Their name.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// From opening to closing or adjourning.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SittingView {
    /// When it began (RFC 3339, UTC).
    pub opened_at: String,
    /// When it ended.
    pub closed_at: Option<String>,
    /// Why it was adjourned.
    pub adjourned_reason: Option<String>,
}

/// A section of the record and how it is divided.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SectionView {
    /// Which.
    pub section: Section,
    /// One passage for each child; otherwise one for the meeting.
    pub by_child: bool,
    /// One passage for each agency.
    pub by_agency: bool,
    /// For whom a new passage is recorded unless somebody chooses.
    pub audience: Audience,
}

/// A child at the meeting: who, why now, and what was concluded so far.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LiveChildView {
    /// The case.
    pub case_id: CaseId,
    /// Its reference: "C-0412".
    pub case_reference: String,
    /// The child.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// When they were born.
    pub date_of_birth: Option<String>,
    /// As they wish to be spoken of.
    pub pronouns: Option<String>,
    /// Whether their location must not be disclosed.
    pub safe_address: bool,
    /// The level before the meeting.
    pub prior_level: Option<RatingLevel>,
    /// Since when.
    pub prior_since: Option<String>,
    /// The rule that asked for the meeting: "R01".
    pub rule: Option<String>,
    /// The last day that kept it.
    pub due_by: Option<String>,
    /// What was concluded so far.
    pub conclusion: ConclusionView,
    /// What the rules propose as the next date, for each level that may be chosen.
    pub proposals: Vec<NextProposalView>,
    /// The last meeting held about the child.
    pub last_meeting_on: Option<String>,
}

/// What was concluded about a child so far.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConclusionView {
    /// To name when changing.
    pub version: u32,
    /// The level that the meeting sets.
    pub level: Option<RatingLevel>,
    /// Why.
    pub rating_reason: Option<String>,
    /// The date of the exploitation toolkit behind it.
    pub toolkit_on: Option<String>,
    /// How the child's views came in.
    pub voice: Option<Voice>,
    /// Why they are absent.
    pub voice_reason: Option<String>,
    /// The NRM decision (R09).
    pub nrm: Option<NrmDecision>,
    /// Why.
    pub nrm_reason: Option<String>,
    /// Who makes the referral.
    pub nrm_owner: Option<String>,
    /// When it is to be made, or was.
    pub nrm_on: Option<String>,
    /// What happens next.
    pub route: Option<Route>,
    /// The next date.
    pub next_on: Option<String>,
    /// Why it is outside the rule, or there is none.
    pub next_reason: Option<String>,
}

/// What the rules propose as the next date at a level.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextProposalView {
    /// The level.
    pub level: RatingLevel,
    /// The row: "R01"; none when no rule asks for a next meeting.
    pub rule: Option<String>,
    /// Whether a next date must be set before closing (or the route says close).
    pub required: bool,
    /// The last day that keeps the rule; none when the chair sets the date, or there is no clock.
    pub due_by: Option<String>,
    /// The first day to offer.
    pub opens_on: Option<String>,
    /// The last day to offer.
    pub closes_on: Option<String>,
    /// The date to put into the field.
    pub proposed_on: Option<String>,
    /// Why, in sentences.
    pub why: Vec<String>,
}

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

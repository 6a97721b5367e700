//! Holding a meeting, on the wire: one view with everything that the screen needs, and small
//! commands that each save at once. It must never decide what may be closed.

mod commands;
mod map;
mod requests;
mod views;

pub(crate) use commands::*;
pub use requests::*;
pub use views::*;

use domain::case::RatingLevel;
use domain::hold::Missing;
use domain::ids::{CaseId, MeetingId, PersonId, UserId};
use domain::meeting::{MeetingStatus, NrmDecision, Route, Voice};
use domain::record::{Audience, Section};
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

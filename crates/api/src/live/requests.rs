//! What the screen of a meeting asks for.

use domain::action::ActionStatus;
use domain::case::RatingLevel;
use domain::ids::{
    ActionId, AgencyId, CaseId, DecisionId, InterestId, InvitationId, MeetingId, PassageId,
    PersonId,
};
use domain::meeting::{Mark, NrmDecision, Route, Voice};
use domain::record::{Audience, Section, WithholdReason};
use serde::Deserialize;
use ts_rs::TS;

/// Asks for everything that the screen of a meeting needs. Recorded as a view of each child.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LiveMeeting {
    /// Which meeting.
    pub id: MeetingId,
}

/// Opens a planned meeting. Somebody other than its chair takes the chair and says why.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenMeeting {
    /// Which meeting.
    pub id: MeetingId,
    /// The version that was read.
    pub version: u32,
    /// Why somebody other than the chair chairs; required when the chair is somebody else.
    pub vice_chair_reason: Option<String>,
}

/// Marks who came. One row or many; all are saved or none.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarkAttendance {
    /// Which meeting.
    pub meeting_id: MeetingId,
    /// The rows.
    pub rows: Vec<AttendanceMark>,
}

/// One row of attendance.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttendanceMark {
    /// Which row.
    pub invitation_id: InvitationId,
    /// The version that was read.
    pub version: u32,
    /// Whether they came; none takes a mark back.
    pub mark: Option<Mark>,
    /// Who came in their place: required for `substitute`, refused otherwise.
    pub substitute_name: Option<String>,
    /// Their record, when they have one.
    pub substitute_id: Option<PersonId>,
    /// Which part they were there for.
    pub part_note: Option<String>,
    /// Why they could not come. Kept for the chair; never copied to an output. None keeps what
    /// was noted; an empty text takes it away.
    pub apology_reason: Option<String>,
}

/// Marks everybody present who has no mark yet.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarkAllPresent {
    /// Which meeting.
    pub meeting_id: MeetingId,
}

/// Records a declaration of interest.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeclareInterest {
    /// Which meeting.
    pub meeting_id: MeetingId,
    /// Whose row.
    pub invitation_id: InvitationId,
    /// What it is.
    pub interest: String,
    /// Whether they take part all the same.
    pub takes_part: bool,
}

/// Takes a declaration of interest back.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemoveInterest {
    /// Which meeting.
    pub meeting_id: MeetingId,
    /// Which declaration.
    pub id: InterestId,
}

/// Saves a passage. There is one for each meeting, section, child and agency: the first save makes
/// it. Sending the same text again changes nothing.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SavePassage {
    /// Which meeting.
    pub meeting_id: MeetingId,
    /// The section.
    pub section: Section,
    /// The child it is about; required when the section is by child.
    pub case_id: Option<CaseId>,
    /// Whose information it is; required when the section is by agency.
    pub agency_id: Option<AgencyId>,
    /// The version that was read; 0 when there was none.
    pub version: u32,
    /// The text; may be empty.
    pub body: String,
    /// The agency has nothing to report: then the text is empty.
    pub nothing_to_report: bool,
    /// For whom.
    pub audience: Audience,
    /// Why it may not go further.
    pub restriction: Option<WithholdReason>,
    /// The passage that the text was copied from; its restriction comes along.
    pub copied_from: Option<PassageId>,
}

/// Records what this meeting found about an action of an earlier one (R44).
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewAction {
    /// Which meeting.
    pub meeting_id: MeetingId,
    /// Which action.
    pub action_id: ActionId,
    /// The version that was read.
    pub version: u32,
    /// How it stands; `open` leaves it as it was.
    pub status: ActionStatus,
    /// What was done or why not: required for in progress, not possible and not done.
    pub note: Option<String>,
    /// Not before this day on anybody's list.
    pub not_before: Option<String>,
}

/// Adds or changes a decision. The same decision sent twice is one decision.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveDecision {
    /// Which meeting.
    pub meeting_id: MeetingId,
    /// Which decision; none for a new one.
    pub id: Option<DecisionId>,
    /// The version that was read; 0 for a new one.
    pub version: u32,
    /// The child it is about, when only one.
    pub case_id: Option<CaseId>,
    /// What was decided.
    pub decision: String,
    /// Why.
    pub rationale: String,
    /// Who disagreed and why.
    pub dissent: Option<String>,
    /// From which agency: only with a dissent.
    pub dissent_agency_id: Option<AgencyId>,
    /// For whom.
    pub audience: Audience,
    /// Why it may not go further.
    pub restriction: Option<WithholdReason>,
}

/// Takes a decision off the draft record.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemoveDecision {
    /// Which meeting.
    pub meeting_id: MeetingId,
    /// Which decision.
    pub id: DecisionId,
    /// The version that was read.
    pub version: u32,
}

/// Adds an action (R43). The same action sent twice is one action.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddAction {
    /// Which meeting.
    pub meeting_id: MeetingId,
    /// What it says.
    pub action: ActionFields,
}

/// Changes an action that this meeting set.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeAction {
    /// Which meeting.
    pub meeting_id: MeetingId,
    /// Which action.
    pub id: ActionId,
    /// The version that was read.
    pub version: u32,
    /// What it says.
    pub action: ActionFields,
}

/// What an action says.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActionFields {
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
    /// By when; not in the past.
    pub due_on: String,
    /// What it should bring about.
    pub outcome_sought: Option<String>,
    /// Who may read it.
    pub audience: Audience,
}

/// Saves what was concluded about a child, complete or not yet. Counts when the chair closes.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConcludeChild {
    /// Which meeting.
    pub meeting_id: MeetingId,
    /// Which child's case.
    pub case_id: CaseId,
    /// The version that was read.
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
    /// The next date; after the rule's last day only with a reason.
    pub next_on: Option<String>,
    /// Why it is outside the rule, or there is none.
    pub next_reason: Option<String>,
}

/// The chair goes on without a quorum (decisions 20).
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OverrideQuorum {
    /// Which meeting.
    pub id: MeetingId,
    /// The version that was read.
    pub version: u32,
    /// Why; none takes an override back.
    pub reason: Option<String>,
}

/// Adjourns a meeting in progress.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Adjourn {
    /// Which meeting.
    pub id: MeetingId,
    /// The version that was read.
    pub version: u32,
    /// Why.
    pub reason: String,
}

/// Resumes an adjourned meeting: the next sitting.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Resume {
    /// Which meeting.
    pub id: MeetingId,
    /// The version that was read.
    pub version: u32,
}

/// Closes a meeting: refused with the whole list of what is missing.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CloseMeeting {
    /// Which meeting.
    pub id: MeetingId,
    /// The version that was read.
    pub version: u32,
}

/// Closes a meeting without a quorum: no clock restarts, and a new date is set (R39).
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CloseInquorate {
    /// Which meeting.
    pub id: MeetingId,
    /// The version that was read.
    pub version: u32,
    /// The new date: within 10 working days of today.
    pub new_on: String,
}

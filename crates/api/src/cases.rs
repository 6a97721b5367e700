//! Cases on the wire: the list, one case with its chronology, opening, closing, who is in it.

pub(crate) mod desk;
mod requests;

pub(crate) use desk::{
    add_case_person, assign_chair, change_case, change_case_person, close_case, get_case,
    list_cases, open_case, remove_case_person, reopen_case,
};
pub use requests::*;

use chrono::NaiveDate;
use domain::case::{Exploitation, RatingLevel, Relationship};
use domain::ids::{AgencyId, CaseId, CasePersonId, MeetingId, PersonId, UserId};
use domain::meeting::{MeetingStatus, Route};
use domain::policy::due::State;
use serde::Serialize;
use ts_rs::TS;

use crate::risk::{EpisodeView, IncidentView, RatingView};

/// A case in a list.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseRow {
    /// Which.
    pub id: CaseId,
    /// Its reference.
    pub reference: String,
    /// The child.
    pub child_id: PersonId,
    /// The child's name.
    pub child_name: String,
    /// The first alias or nickname.
    pub child_alias: Option<String>,
    /// The risk, once rated.
    pub level: Option<RatingLevel>,
    /// Since when it has been that level.
    pub level_since: Option<NaiveDate>,
    /// Who chairs.
    pub chair: Option<UserId>,
    /// Their name.
    pub chair_name: Option<String>,
    /// The part of the authority.
    pub area: Option<String>,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// The last meeting held.
    pub last_meeting_on: Option<NaiveDate>,
    /// The next meeting planned.
    pub next_meeting_on: Option<NaiveDate>,
    /// The last day that keeps the rule for the next meeting.
    pub due_by: Option<NaiveDate>,
    /// Where that stands.
    pub due_state: Option<State>,
    /// Whether the child's location must not be disclosed.
    pub safe_address: bool,
}

/// A page of cases.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseList {
    /// In the order asked for.
    pub cases: Vec<CaseRow>,
    /// The areas there are, for the filter.
    pub areas: Vec<String>,
    /// How many there are in all.
    pub total: u32,
    /// This page, from 1.
    pub page: u32,
    /// How many a page holds.
    pub per_page: u32,
}

/// What stands on every screen of a case.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseIdentity {
    /// Which.
    pub id: CaseId,
    /// Its reference.
    pub reference: String,
    /// The child.
    pub child_id: PersonId,
    /// The child's name.
    pub child_name: String,
    /// The first alias or nickname.
    pub child_alias: Option<String>,
    /// When the child was born.
    pub date_of_birth: Option<NaiveDate>,
    /// The risk, once rated.
    pub level: Option<RatingLevel>,
    /// Since when it has been that level.
    pub level_since: Option<NaiveDate>,
    /// Why the child's location must not be disclosed.
    pub safe_address_reason: Option<String>,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
}

/// Somebody's place in a case.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CasePersonView {
    /// Which place.
    pub id: CasePersonId,
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// As what.
    pub relationship: Relationship,
    /// In other words.
    pub description: Option<String>,
    /// The agency they come from.
    pub agency_id: Option<AgencyId>,
    /// Its name.
    pub agency_name: Option<String>,
    /// Whether they hold parental responsibility.
    pub parental_responsibility: bool,
    /// Whether they are asked to the child's meetings.
    pub invited: bool,
    /// Until when they were part of it.
    pub until: Option<NaiveDate>,
    /// Whether their location must not be disclosed.
    pub safe_address: bool,
}

/// What kind of entry a chronology has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChronologyKind {
    /// The case was opened.
    Opened,
    /// The risk was rated.
    Rated,
    /// A significant incident.
    Incident,
    /// The child went missing.
    WentMissing,
    /// The child came back.
    Returned,
    /// A meeting was held.
    MeetingHeld,
    /// The case was opened again.
    Reopened,
    /// The case was closed.
    Closed,
}

/// One line of a chronology.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChronologyEntry {
    /// The day.
    pub on: NaiveDate,
    /// The moment, when it is known.
    pub at: Option<String>,
    /// What kind of entry.
    pub kind: ChronologyKind,
    /// The record: a rating, an incident, a meeting …
    pub id: String,
    /// The level, for a rating.
    pub level: Option<RatingLevel>,
    /// The type, for a meeting: `eram`.
    pub meeting_type: Option<String>,
    /// What was written about it.
    pub text: Option<String>,
}

/// The meeting that a case is owed, by when and why.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseDue {
    /// The last day that keeps the rule; none while there is no clock or a fact is missing.
    pub by: Option<NaiveDate>,
    /// Where it stands.
    pub state: State,
    /// The row of the rules: "R01".
    pub rule: String,
    /// The row in a few words.
    pub rule_title: String,
    /// How that was found, a sentence for each step.
    pub why: Vec<String>,
}

/// A meeting of a case.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseMeeting {
    /// Which.
    pub id: MeetingId,
    /// Its neutral reference: "7F3K".
    pub reference: String,
    /// Its type: `eram`.
    pub meeting_type: String,
    /// A review, or the first.
    pub review: bool,
    /// Where it stands.
    pub status: MeetingStatus,
    /// The day.
    pub on: NaiveDate,
    /// The time in England: "09:30".
    pub at: String,
    /// Whose meeting it is.
    pub chair_name: String,
    /// The level that it set for this child.
    pub level: Option<RatingLevel>,
    /// What happens next for this child.
    pub route: Option<Route>,
    /// Why it was cancelled.
    pub cancelled_reason: Option<String>,
}

/// One case.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseView {
    /// What stands on every screen.
    pub identity: CaseIdentity,
    /// Who chairs.
    pub chair: Option<UserId>,
    /// Their name.
    pub chair_name: Option<String>,
    /// The part of the authority.
    pub area: Option<String>,
    /// The forms of exploitation.
    pub exploitation: Vec<Exploitation>,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// Why it was closed.
    pub closed_reason: Option<String>,
    /// When it was last opened again.
    pub reopened_on: Option<NaiveDate>,
    /// Why.
    pub reopened_reason: Option<String>,
    /// Who is or was in it.
    pub people: Vec<CasePersonView>,
    /// The risk history, newest first, wrong entries marked.
    pub ratings: Vec<RatingView>,
    /// Incidents, newest first.
    pub incidents: Vec<IncidentView>,
    /// Missing episodes, newest first.
    pub missing_episodes: Vec<EpisodeView>,
    /// Its meetings, newest first.
    pub meetings: Vec<CaseMeeting>,
    /// The meeting that it is owed.
    pub due: Option<CaseDue>,
    /// Everything that happened, newest first, without wrong entries.
    pub chronology: Vec<ChronologyEntry>,
    /// To name when changing.
    pub version: u32,
}

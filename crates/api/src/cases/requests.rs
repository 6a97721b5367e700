//! What the screens of cases ask for.

use domain::case::{Exploitation, RatingLevel, Relationship};
use domain::ids::{AgencyId, CaseId, CasePersonId, PersonId, UserId};
use serde::Deserialize;
use ts_rs::TS;

/// Which cases a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseFilter {
    /// Open ones.
    #[default]
    Open,
    /// Closed ones.
    Closed,
    /// Both.
    All,
}

/// In which order a list of cases stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseOrder {
    /// By reference.
    #[default]
    Reference,
    /// The highest risk first.
    Level,
    /// The next meeting first; cases without one at the top.
    NextMeeting,
    /// The longest without a meeting first.
    LastMeeting,
    /// The soonest due first; cases to which nothing is owed by a day come last.
    Due,
}

/// Asks for cases.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListCases {
    /// Part of a reference, or the beginning of a word of the child's names.
    pub text: Option<String>,
    /// Only this level.
    pub level: Option<RatingLevel>,
    /// Only this chair's.
    pub chair: Option<UserId>,
    /// Only this area.
    pub area: Option<String>,
    /// Open ones when absent.
    pub filter: Option<CaseFilter>,
    /// By reference when absent.
    pub order: Option<CaseOrder>,
    /// From 1.
    pub page: Option<u32>,
}

/// Opens a case for a child. The reference is given by the store.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenCase {
    /// The child.
    pub child_id: PersonId,
    /// The first day; today when absent.
    pub opened_on: Option<String>,
    /// Who chairs.
    pub chair: Option<UserId>,
    /// The part of the authority.
    pub area: Option<String>,
    /// The forms of exploitation.
    pub exploitation: Vec<Exploitation>,
}

/// Asks for one case. That it was opened is recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GetCase {
    /// Which.
    pub id: CaseId,
}

/// Changes a case.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeCase {
    /// Which.
    pub id: CaseId,
    /// The version that was read.
    pub version: u32,
    /// The part of the authority.
    pub area: Option<String>,
    /// The forms of exploitation.
    pub exploitation: Vec<Exploitation>,
}

/// Names the chair of a case.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssignChair {
    /// Which case.
    pub id: CaseId,
    /// The version that was read.
    pub version: u32,
    /// Who chairs.
    pub chair: UserId,
}

/// Closes a case.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CloseCase {
    /// Which.
    pub id: CaseId,
    /// The version that was read.
    pub version: u32,
    /// The last day.
    pub on: String,
    /// Why.
    pub reason: String,
}

/// Opens a closed case again.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReopenCase {
    /// Which.
    pub id: CaseId,
    /// The version that was read.
    pub version: u32,
    /// Why: kept with the case.
    pub reason: String,
}

/// What somebody is in a case.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CasePlace {
    /// As what.
    pub relationship: Relationship,
    /// In other words: "older half-brother".
    pub description: Option<String>,
    /// The agency they come from, for professionals.
    pub agency_id: Option<AgencyId>,
    /// Whether they hold parental responsibility.
    pub parental_responsibility: bool,
    /// Whether they are asked to the child's meetings.
    pub invited: bool,
}

/// Puts somebody into a case.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddCasePerson {
    /// Which case.
    pub case_id: CaseId,
    /// Who.
    pub person_id: PersonId,
    /// As what.
    pub place: CasePlace,
}

/// Changes somebody's place in a case.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeCasePerson {
    /// Which place.
    pub id: CasePersonId,
    /// As what.
    pub place: CasePlace,
}

/// Ends somebody's part in a case; that they were part of it stays on record.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemoveCasePerson {
    /// Which place.
    pub id: CasePersonId,
    /// The last day; today when absent.
    pub until: Option<String>,
}

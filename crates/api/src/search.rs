//! Search on the wire: people, cases, agencies and passages of minutes for one text.

use chrono::NaiveDate;
use domain::agency::AgencyKind;
use domain::ids::{AgencyId, CaseId, MeetingId, PassageId, PersonId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Looks for a text: part of a name as heard, a reference, a number, a date of birth, a word of
/// the minutes.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Search {
    /// As typed.
    pub text: String,
}

/// How a person was found, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MatchKind {
    /// A number by which another system knows them.
    Identifier,
    /// Their date of birth.
    DateOfBirth,
    /// Every word as typed.
    Exact,
    /// Words that begin as typed.
    Prefix,
    /// Words that sound alike, or are spelt nearly so.
    Similar,
}

/// A person found.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonHit {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// When they were born.
    pub date_of_birth: Option<NaiveDate>,
    /// Whether they take part as somebody at work.
    pub professional: bool,
    /// How they were found.
    pub matched: MatchKind,
    /// The name that was found, when it is not their present one.
    pub other_name: Option<String>,
    /// The open or last case of which they are the child.
    pub case_id: Option<CaseId>,
    /// Its reference.
    pub case_reference: Option<String>,
}

/// A case found by its reference.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseHit {
    /// Which.
    pub id: CaseId,
    /// Its reference.
    pub reference: String,
    /// The child's name.
    pub child_name: String,
    /// Whether it is open.
    pub open: bool,
}

/// An agency found.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgencyHit {
    /// Which.
    pub id: AgencyId,
    /// Its name.
    pub name: String,
    /// What it does.
    pub kind: AgencyKind,
}

/// A passage of minutes found.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PassageHit {
    /// Which.
    pub id: PassageId,
    /// In which meeting.
    pub meeting_id: MeetingId,
    /// Its neutral reference.
    pub meeting_reference: String,
    /// The day of the meeting.
    pub held_on: NaiveDate,
    /// The child it is about, when only one.
    pub case_id: Option<CaseId>,
    /// Up to 120 characters around the words.
    pub snippet: String,
}

/// What was found, each list the surest first, at most 50 in each.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchResults {
    /// People.
    pub people: Vec<PersonHit>,
    /// Cases.
    pub cases: Vec<CaseHit>,
    /// Agencies.
    pub agencies: Vec<AgencyHit>,
    /// Passages of minutes.
    pub passages: Vec<PassageHit>,
}

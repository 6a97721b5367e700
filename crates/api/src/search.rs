//! Search on the wire: people, cases, agencies and passages of minutes for one text.

use app::search::{self, FoundBy, FoundCase, FoundPassage, FoundPerson};
use chrono::NaiveDate;
use domain::agency::{Agency, AgencyKind};
use domain::field::{Fields, Problem};
use domain::ids::{AgencyId, CaseId, MeetingId, PassageId, PersonId};
use domain::likeness::Likeness;
use domain::record::Section;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::host::Desk;
use crate::{ApiError, ErrorCode};

/// The longest text that is looked for.
const LONGEST: usize = 200;

/// Looks for a text: part of a name as heard, a reference, a number, a date of birth, a word of
/// the minutes.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Search {
    /// As typed, at most 200 characters.
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
    /// The part of the record that it belongs to.
    pub section: Section,
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

impl From<FoundBy> for MatchKind {
    fn from(by: FoundBy) -> Self {
        match by {
            FoundBy::Identifier => Self::Identifier,
            FoundBy::DateOfBirth => Self::DateOfBirth,
            FoundBy::Name(Likeness::Exact) => Self::Exact,
            FoundBy::Name(Likeness::Prefix) => Self::Prefix,
            FoundBy::Name(Likeness::Similar) => Self::Similar,
        }
    }
}

impl From<FoundPerson> for PersonHit {
    fn from(person: FoundPerson) -> Self {
        let (case_id, case_reference) = person.case.unzip();
        Self {
            id: person.id,
            name: person.name,
            date_of_birth: person.born,
            professional: person.professional,
            matched: person.by.into(),
            other_name: person.other_name,
            case_id,
            case_reference,
        }
    }
}

impl From<FoundCase> for CaseHit {
    fn from(case: FoundCase) -> Self {
        Self {
            id: case.id(),
            reference: case.reference,
            child_name: case.child_name,
            open: case.closed_on.is_none(),
        }
    }
}

impl From<Agency> for AgencyHit {
    fn from(agency: Agency) -> Self {
        Self { id: agency.id, name: agency.name.into_string(), kind: agency.kind }
    }
}

impl From<FoundPassage> for PassageHit {
    fn from(passage: FoundPassage) -> Self {
        Self {
            id: passage.id,
            meeting_id: passage.meeting,
            meeting_reference: passage.reference,
            held_on: passage.on,
            case_id: passage.case,
            section: passage.section,
            snippet: passage.snippet,
        }
    }
}

/// Finds people, cases, agencies and passages of minutes.
pub(crate) async fn search(desk: &Desk<'_>, request: Search) -> Result<SearchResults, ApiError> {
    let mut fields = Fields::default();
    let text = fields.text("text", &request.text);
    let is_short = request.text.chars().count() <= LONGEST;
    fields.require(is_short, "text", Problem::TooLong);
    fields.finish()?;
    let text = text.ok_or(ApiError::of(ErrorCode::Invalid))?;
    let found = search::search(&desk.app, &desk.session, &text).await?;
    Ok(SearchResults {
        people: found.people.into_iter().map(PersonHit::from).collect(),
        cases: found.cases.into_iter().map(CaseHit::from).collect(),
        agencies: found.agencies.into_iter().map(AgencyHit::from).collect(),
        passages: found.passages.into_iter().map(PassageHit::from).collect(),
    })
}

//! What screens read of releases.

use domain::ids::{AgencyId, CaseId, MeetingId, MinutesId, PersonId, ReleaseId, UserId};
use domain::record::{Audience, Section, WithholdReason};
use domain::release::{
    Choice, FoundKind, FoundWhere, PartKind, RecipientKind, ReleaseStatus, WordChoice,
};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// One line of the distribution log.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseLine {
    /// Which.
    pub id: ReleaseId,
    /// Where it stands.
    pub status: ReleaseStatus,
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Its neutral reference ("7F3K").
    pub meeting_reference: String,
    /// The day it was held.
    pub meeting_on: String,
    /// The child's case.
    pub case_id: CaseId,
    /// Its reference.
    pub case_reference: String,
    /// What kind of recipient.
    pub recipient_kind: RecipientKind,
    /// The recipient as printed.
    pub recipient: String,
    /// The version of the minutes that it is made from.
    pub minutes_number: u32,
    /// Whether those minutes were corrected since.
    pub superseded: bool,
    /// Who prepared it.
    pub prepared_by: UserId,
    /// Their name.
    pub prepared_by_name: String,
    /// When.
    pub prepared_at: String,
    /// The second person.
    pub approved_by_name: Option<String>,
    /// When.
    pub approved_at: Option<String>,
    /// Who issued it.
    pub issued_by_name: Option<String>,
    /// When.
    pub issued_at: Option<String>,
    /// How it travelled.
    pub route: Option<String>,
    /// The SHA-256 of the document, in hexadecimal.
    pub digest: Option<String>,
    /// The name of the file: nothing in it tells whom it is about.
    pub file_name: String,
    /// To name when changing.
    pub version: u32,
}

/// The distribution log.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseList {
    /// The newest first.
    pub releases: Vec<ReleaseLine>,
}

/// A release, whole.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseView {
    /// Its line of the distribution log.
    pub release: ReleaseLine,
    /// The minutes.
    pub minutes_id: MinutesId,
    /// The person who gets it.
    pub person_id: Option<PersonId>,
    /// The agency that gets it.
    pub agency_id: Option<AgencyId>,
    /// Whether the one who asks prepared it, and so cannot approve it.
    pub is_author: bool,
    /// Whether choices may be made: it is being prepared, or was sent back.
    pub is_open: bool,
    /// Whether minutes, people or choices changed after it was submitted: it can only become void.
    pub source_changed: bool,
    /// Why it was sent back.
    pub returned_reason: Option<String>,
    /// The record in reading order, with what happens to each part.
    pub parts: Vec<ReleasePartView>,
    /// One card for each different word that goes or may have to go.
    pub words: Vec<WordCard>,
    /// How many cards wait for a decision; it cannot be submitted before all are decided.
    pub undecided: u32,
    /// What is left out, by reason: what the reader is told.
    pub withheld: Vec<WithheldCount>,
    /// What the gate found when it last refused; empty findings when it let the document pass.
    pub gate: Option<GateView>,
}

/// A part of the record in one release.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReleasePartView {
    /// What kind of part.
    pub part: PartKind,
    /// Which.
    #[ts(type = "string")]
    pub part_id: Uuid,
    /// The section, for passages.
    pub section: Option<Section>,
    /// Whose information or action it is.
    pub agency: Option<String>,
    /// As it stands in the record.
    pub original: String,
    /// For whom it was recorded.
    pub audience: Audience,
    /// Why it may not go further.
    pub restriction: Option<WithholdReason>,
    /// Whether it may go in as it stands; when not, it can be withheld or reworded.
    pub may_include: bool,
    /// What happens to it.
    pub choice: Choice,
    /// Why it is withheld or reworded.
    pub reason: Option<WithholdReason>,
    /// The other words.
    pub wording: Option<String>,
    /// Whether a person chose, and who.
    pub chosen_by_name: Option<String>,
    /// What goes in: the text after protected words were taken out; none when withheld.
    pub preview: Option<String>,
    /// What happens within the text that goes in (`wording`, else `original`).
    pub spans: Vec<SpanView>,
}

/// A stretch of text that goes, stays or waits.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SpanView {
    /// First character.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// What it is (`contracts/redact.md`: `person`, `postcode` …).
    pub label: String,
    /// What is done (`keep`, `withhold`, `pseudonymise`, `generalise`).
    pub action: String,
    /// What stands in its place.
    pub replacement: Option<String>,
    /// False: a person decides.
    pub certain: bool,
    /// The word of its card.
    pub word: String,
}

/// One different word, with everywhere it stands.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WordCard {
    /// The word as it is decided on.
    pub word: String,
    /// What it seems to be.
    pub label: String,
    /// What stands in its place.
    pub replacement: Option<String>,
    /// Whether it is certain: such a word goes, whatever anybody decides.
    pub certain: bool,
    /// What was decided.
    pub decision: Option<WordChoice>,
    /// How often it stands in the parts that go in.
    pub mentions: u32,
    /// Some of the places.
    pub contexts: Vec<WordContext>,
}

/// A word with what stands around it.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WordContext {
    /// What kind of part.
    pub part: PartKind,
    /// Which.
    #[ts(type = "string")]
    pub part_id: Uuid,
    /// What stands before.
    pub before: String,
    /// The word as written there.
    pub word: String,
    /// What stands after.
    pub after: String,
}

/// How many parts are left out for a reason.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WithheldCount {
    /// The reason.
    pub reason: WithholdReason,
    /// How many.
    pub parts: u32,
}

/// What the gate says of a finished document.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GateView {
    /// Whether it may leave.
    pub passed: bool,
    /// What stops it.
    pub findings: Vec<GateFindingView>,
}

/// One thing that stops a document.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GateFindingView {
    /// What kind.
    pub kind: FoundKind,
    /// Where in the file.
    pub place: FoundWhere,
    /// On which page.
    pub page: Option<u32>,
    /// Whose name or number, for those who may see the case.
    pub whose: Option<String>,
    /// The part whose words were found.
    #[ts(type = "string | null")]
    pub part_id: Option<Uuid>,
    /// What form of it ("whole", "initials", "sentence").
    pub form: Option<String>,
}

/// The exact document.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseDocument {
    /// The name of the file.
    pub file_name: String,
    /// What kind of file.
    pub media_type: String,
    /// Its bytes in base64.
    pub content: String,
    /// How many parts go in.
    pub included: u32,
    /// How many are left out.
    pub withheld: u32,
    /// How many words were replaced or taken out.
    pub replaced: u32,
    /// What the gate says of it.
    pub gate: GateView,
}

/// The document as issued.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseFile {
    /// The name of the file.
    pub file_name: String,
    /// What kind of file.
    pub media_type: String,
    /// Its bytes in base64.
    pub content: String,
    /// Their SHA-256, in hexadecimal.
    pub digest: String,
}

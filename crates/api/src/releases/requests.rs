//! What is asked about releases.

use domain::ids::{AgencyId, CaseId, MeetingId, PersonId, ReleaseId};
use domain::record::WithholdReason;
use domain::release::{Choice, PartKind, RecipientKind, WordChoice};
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Begins a copy of approved minutes for one recipient. There is no "send to all": each recipient
/// has a copy of their own.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrepareRelease {
    /// The meeting, whose minutes are approved or issued.
    pub meeting_id: MeetingId,
    /// The child whose copy it is.
    pub case_id: CaseId,
    /// What kind of recipient.
    pub recipient_kind: RecipientKind,
    /// The child, or the relative or carer in the child's case (`family`).
    pub person_id: Option<PersonId>,
    /// The agency that took part (`attending_agency`).
    pub agency_id: Option<AgencyId>,
    /// The recipient as printed ("Ms Q Fennimore"); the name on record when left out.
    pub recipient: Option<String>,
}

/// Opens a release.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ViewRelease {
    /// Which.
    pub id: ReleaseId,
}

/// Chooses what happens to one part of the record in this copy.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChoosePart {
    /// Which release.
    pub id: ReleaseId,
    /// The version that was read.
    pub version: u32,
    /// What kind of part.
    pub part: PartKind,
    /// Which part.
    #[ts(type = "string")]
    pub part_id: Uuid,
    /// What happens to it.
    pub choice: Choice,
    /// Why it is withheld or reworded: required for both.
    pub reason: Option<WithholdReason>,
    /// The other words, when reworded.
    pub wording: Option<String>,
}

/// Decides words: each decision covers every mention in this copy.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecideWords {
    /// Which release.
    pub id: ReleaseId,
    /// The version that was read.
    pub version: u32,
    /// The words: those of cards, or any others that must not be read.
    pub words: Vec<WordDecision>,
}

/// A word and what happens to it.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WordDecision {
    /// The word as the card has it.
    pub word: String,
    /// What happens to it.
    pub choice: WordChoice,
}

/// Makes the exact document as it stands, without saving it.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewRelease {
    /// Which.
    pub id: ReleaseId,
}

/// Fixes the document and asks the second person.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SubmitRelease {
    /// Which.
    pub id: ReleaseId,
    /// The version that was read.
    pub version: u32,
}

/// Sends a release back to its author.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReturnRelease {
    /// Which.
    pub id: ReleaseId,
    /// The version that was read.
    pub version: u32,
    /// Why.
    pub reason: String,
}

/// Approves a release as the second person (R45).
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApproveRelease {
    /// Which.
    pub id: ReleaseId,
    /// The version that was read.
    pub version: u32,
}

/// Records that the copy goes to its recipient.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IssueRelease {
    /// Which.
    pub id: ReleaseId,
    /// The version that was read.
    pub version: u32,
    /// How it travels ("by hand", "secure e-mail").
    pub route: String,
}

/// Takes the issued document out of the store, exactly as it was approved.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportRelease {
    /// Which.
    pub id: ReleaseId,
}

/// Asks for the distribution log of a meeting, of a case, or of everything still open.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListReleases {
    /// Of this meeting.
    pub meeting_id: Option<MeetingId>,
    /// Of this case.
    pub case_id: Option<CaseId>,
}

/// Asks which recipients hold a copy of minutes that were corrected since.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListReissues {}

//! Ratings, incidents and missing episodes on the wire, and putting right what was entered wrong.

use chrono::NaiveDate;
use domain::case::RatingLevel;
use domain::ids::{CaseId, IncidentId, MeetingId, MissingEpisodeId, RiskRatingId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// That an entry was declared wrong: it stays on record and no longer counts.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VoidedView {
    /// When.
    pub at: String,
    /// By whom: their name.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// How a rating differs from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RatingChange {
    /// The first.
    First,
    /// Higher than before.
    Raised,
    /// Lower than before.
    Lowered,
    /// The same level again.
    Confirmed,
}

/// A rating of risk.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RatingView {
    /// Which.
    pub id: RiskRatingId,
    /// The process whose scale it is: `eram`.
    pub process: String,
    /// The level.
    pub level: RatingLevel,
    /// Against the one before; absent for a wrong entry.
    pub change: Option<RatingChange>,
    /// Why.
    pub reason: String,
    /// When.
    pub rated_at: String,
    /// By whom: their name.
    pub rated_by: String,
    /// The date of the toolkit behind it.
    pub toolkit_on: Option<NaiveDate>,
    /// The meeting that set it.
    pub meeting_id: Option<MeetingId>,
    /// When it was a mistake.
    pub voided: Option<VoidedView>,
}

/// A significant incident.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IncidentView {
    /// Which.
    pub id: IncidentId,
    /// When it happened.
    pub happened_on: NaiveDate,
    /// What happened.
    pub summary: String,
    /// Whether it calls for a review (R03).
    pub review_wanted: bool,
    /// When it was recorded.
    pub recorded_at: String,
    /// By whom: their name.
    pub recorded_by: String,
    /// When it was a mistake.
    pub voided: Option<VoidedView>,
}

/// A missing episode.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EpisodeView {
    /// Which.
    pub id: MissingEpisodeId,
    /// When the child went missing.
    pub started_at: String,
    /// When they came back.
    pub returned_at: Option<String>,
    /// What is known.
    pub note: Option<String>,
    /// When it was recorded.
    pub recorded_at: String,
    /// By whom: their name.
    pub recorded_by: String,
    /// When it was a mistake.
    pub voided: Option<VoidedView>,
}

/// Rates the risk of a case.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateRisk {
    /// Which case.
    pub case_id: CaseId,
    /// The level; the same again is a confirmation.
    pub level: RatingLevel,
    /// Why.
    pub reason: String,
    /// The date of the toolkit behind it.
    pub toolkit_on: Option<String>,
}

/// Records a significant incident.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddIncident {
    /// Which case.
    pub case_id: CaseId,
    /// When it happened; not in the future.
    pub happened_on: String,
    /// What happened.
    pub summary: String,
    /// Whether it calls for a review (R03).
    pub review_wanted: bool,
}

/// Records that a child went missing, and when they came back if they did.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddMissingEpisode {
    /// Which case.
    pub case_id: CaseId,
    /// The day the child went missing.
    pub started_on: String,
    /// The time in England: `22:30`.
    pub started_at: String,
    /// The day they came back.
    pub returned_on: Option<String>,
    /// The time in England.
    pub returned_at: Option<String>,
    /// What is known.
    pub note: Option<String>,
}

/// Records that a missing child came back.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EndMissingEpisode {
    /// Which episode.
    pub id: MissingEpisodeId,
    /// The day they came back.
    pub returned_on: String,
    /// The time in England.
    pub returned_at: String,
}

/// An entry of a case that can be declared wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum VoidableEntry {
    /// A rating.
    RiskRating(RiskRatingId),
    /// An incident.
    Incident(IncidentId),
    /// A missing episode.
    MissingEpisode(MissingEpisodeId),
}

/// Declares an entry wrong, with the reason; it is never deleted.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VoidEntry {
    /// Which entry.
    pub entry: VoidableEntry,
    /// Why.
    pub reason: String,
}

/// An entry was declared wrong.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryVoided {}

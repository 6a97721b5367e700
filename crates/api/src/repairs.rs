//! Moving an entry from the wrong child's record to the right one, on the wire.

use domain::ids::{ActionId, CaseId, IncidentId, MissingEpisodeId, PassageId, RiskRatingId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An entry that can be moved to another case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum MovableEntry {
    /// A rating.
    RiskRating(RiskRatingId),
    /// An incident.
    Incident(IncidentId),
    /// A missing episode.
    MissingEpisode(MissingEpisodeId),
    /// An action.
    Action(ActionId),
    /// A passage of the record.
    Passage(PassageId),
}

/// Moves an entry to the case it belongs to; refused once it is part of approved minutes.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MoveEntry {
    /// Which entry.
    pub entry: MovableEntry,
    /// Where it belongs.
    pub to_case_id: CaseId,
    /// Why it was in the wrong place.
    pub reason: String,
}

/// An entry was moved.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryMoved {
    /// The case it was in.
    pub from_case_id: CaseId,
    /// The case it is in.
    pub to_case_id: CaseId,
}

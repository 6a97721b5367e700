//! Cover for a chair who is away, and handing a chair's work to another, on the wire.

use chrono::NaiveDate;
use domain::ids::{CoverId, UserId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks who covers for whom.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListCovers {}

/// Cover for a chair who is away.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CoverView {
    /// Which.
    pub id: CoverId,
    /// Who is away.
    pub chair: UserId,
    /// Their name.
    pub chair_name: String,
    /// Who covers.
    pub covered_by: UserId,
    /// Their name.
    pub covered_by_name: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Why.
    pub reason: Option<String>,
}

/// Who covers for whom, now and later.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CoverList {
    /// By first day.
    pub covers: Vec<CoverView>,
}

/// Names cover for a chair.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddCover {
    /// Who is away.
    pub chair: UserId,
    /// Who covers: somebody who may chair.
    pub covered_by: UserId,
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
    /// Why.
    pub reason: Option<String>,
}

/// Takes cover back.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemoveCover {
    /// Which.
    pub id: CoverId,
}

/// Asks what a hand-over would move, before it is confirmed.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewHandOver {
    /// Whose work.
    pub from: UserId,
}

/// What a hand-over moves.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandOverCounts {
    /// Open cases.
    pub cases: u32,
    /// Planned meetings from today.
    pub meetings: u32,
}

/// Hands all open cases and planned meetings of a chair to another.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HandOver {
    /// Whose work.
    pub from: UserId,
    /// To whom: somebody who may chair.
    pub to: UserId,
    /// The open cases that the preview counted; another number is refused as stale.
    pub cases: u32,
    /// The planned meetings that the preview counted.
    pub meetings: u32,
}

//! Moving an entry from the wrong child's record to the right one, on the wire.

use app::cases;
use domain::field::Fields;
use domain::ids::CaseId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::host::Desk;
use crate::risk::VoidableEntry;
use crate::{ApiError, ErrorCode};

/// Moves an entry to the case it belongs to. It stays in the wrong case, declared wrong.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MoveEntry {
    /// Which entry.
    pub entry: VoidableEntry,
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

/// Moves an entry to the case it belongs to.
pub(crate) async fn move_entry(
    desk: &Desk<'_>,
    request: MoveEntry,
) -> Result<EntryMoved, ApiError> {
    let mut fields = Fields::default();
    let reason = fields.text("reason", &request.reason);
    fields.finish()?;
    let reason = reason.ok_or(ApiError::of(ErrorCode::Invalid))?;
    let (entry, to) = (request.entry.into(), request.to_case_id);
    let moved = cases::move_entry(&desk.app, &desk.session, entry, to, reason).await?;
    Ok(EntryMoved { from_case_id: moved.from, to_case_id: moved.to })
}

//! List filters that somebody saved for themselves, on the wire.

use domain::ids::SavedViewId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for one's own saved views of a screen.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListSavedViews {
    /// The screen: `cases`.
    pub screen: String,
}

/// A saved view.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedViewView {
    /// Which.
    pub id: SavedViewId,
    /// What its owner called it.
    pub name: String,
    /// The filter, as the screen wrote it: the store does not read it.
    pub filter: String,
}

/// One's own saved views.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedViewList {
    /// By name.
    pub views: Vec<SavedViewView>,
}

/// Saves a view; one of the same name on the same screen is replaced.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveView {
    /// The screen.
    pub screen: String,
    /// What to call it.
    pub name: String,
    /// The filter, at most 4,000 characters.
    pub filter: String,
}

/// Takes a saved view off the list.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemoveView {
    /// Which.
    pub id: SavedViewId,
}

/// A saved view was taken off the list.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ViewRemoved {}

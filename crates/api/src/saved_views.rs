//! List filters that somebody saved for themselves, on the wire.

use app::saved_views;
use domain::field::{Fields, Problem};
use domain::ids::SavedViewId;
use domain::saved_view::{ListScreen, SavedView};
use domain::text::NonBlank;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::host::Desk;
use crate::{ApiError, ErrorCode};

/// The longest name.
const LONGEST_NAME: usize = 60;

/// The longest filter.
const LONGEST_FILTER: usize = 4_000;

/// Asks for one's own saved views of a screen.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListSavedViews {
    /// The screen.
    pub screen: ListScreen,
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
    pub screen: ListScreen,
    /// What to call it: at most 60 characters.
    pub name: String,
    /// The filter: at most 4,000 characters.
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

impl From<SavedView> for SavedViewView {
    fn from(view: SavedView) -> Self {
        Self { id: view.id, name: view.name.into_string(), filter: view.filter.into_string() }
    }
}

/// One's own saved views of a screen.
pub(crate) async fn list_saved_views(
    desk: &Desk<'_>,
    request: ListSavedViews,
) -> Result<SavedViewList, ApiError> {
    let views = saved_views::list(&desk.app, &desk.session, request.screen).await?;
    Ok(SavedViewList { views: views.into_iter().map(SavedViewView::from).collect() })
}

/// Saves a view.
pub(crate) async fn save_view(
    desk: &Desk<'_>,
    request: SaveView,
) -> Result<SavedViewView, ApiError> {
    let mut fields = Fields::default();
    let name = fields.text("name", &request.name);
    let filter = fields.text("filter", &request.filter);
    let fits = |text: &Option<NonBlank>, longest| {
        text.as_ref().is_none_or(|text| text.as_str().chars().count() <= longest)
    };
    fields.require(fits(&name, LONGEST_NAME), "name", Problem::TooLong);
    fields.require(fits(&filter, LONGEST_FILTER), "filter", Problem::TooLong);
    fields.finish()?;
    let (Some(name), Some(filter)) = (name, filter) else {
        return Err(ApiError::of(ErrorCode::Invalid));
    };
    let view = saved_views::save(&desk.app, &desk.session, request.screen, name, filter).await?;
    Ok(view.into())
}

/// Takes a saved view off the list.
pub(crate) async fn remove_view(
    desk: &Desk<'_>,
    request: RemoveView,
) -> Result<ViewRemoved, ApiError> {
    saved_views::remove(&desk.app, &desk.session, request.id).await?;
    Ok(ViewRemoved {})
}

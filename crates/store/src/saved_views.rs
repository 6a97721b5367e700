//! List filters that people saved for themselves.

use domain::ids::{SavedViewId, UserId};
use domain::saved_view::{ListScreen, SavedView};
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::Table;
use crate::statement::{SqlBuilder, sql};

const TABLE: Table = Table("saved_views");

const COLUMNS: &str = "SELECT id, user_id, screen, name, filter FROM saved_views";

#[derive(sqlx::FromRow)]
struct ViewRow {
    id: Uuid,
    user_id: Uuid,
    screen: String,
    name: String,
    filter: String,
}

impl TryFrom<ViewRow> for SavedView {
    type Error = StoreError;

    fn try_from(row: ViewRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: SavedViewId::from_uuid(row.id),
            user: UserId::from_uuid(row.user_id),
            screen: TABLE.word("screen", &row.screen)?,
            name: TABLE.text("name", &row.name)?,
            filter: TABLE.text("filter", &row.filter)?,
        })
    }
}

/// Somebody's own views of a screen, by name.
///
/// # Errors
/// When the database fails or a row is unreadable.
pub async fn list(
    tx: &mut impl Reads,
    user: UserId,
    screen: ListScreen,
) -> Result<Vec<SavedView>, StoreError> {
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE user_id = ").push_bind(user);
    query.push(" AND screen = ").push_bind(screen.as_str()).push(" ORDER BY name, id");
    query.build().all::<ViewRow>(tx).await?.into_iter().map(SavedView::try_from).collect()
}

/// Somebody's own view.
///
/// # Errors
/// [`StoreError::Missing`] when there is none, or it is somebody else's.
pub async fn get(
    tx: &mut impl Reads,
    user: UserId,
    id: SavedViewId,
) -> Result<SavedView, StoreError> {
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE id = ").push_bind(id).push(" AND user_id = ").push_bind(user);
    let row = query.build().optional::<ViewRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "saved_views" })?.try_into()
}

/// Saves a view.
///
/// # Errors
/// [`StoreError::Duplicate`] when its owner has one of that name on that screen.
pub async fn insert(tx: &mut WriteTx, view: &SavedView) -> Result<(), StoreError> {
    sql("INSERT INTO saved_views (id, user_id, screen, name, filter) VALUES ($1, $2, $3, $4, $5)")
        .bind(view.id)
        .bind(view.user)
        .bind(view.screen.as_str())
        .bind(&view.name)
        .bind(&view.filter)
        .insert(tx, "saved_views")
        .await
}

/// Keeps another filter under the name.
///
/// # Errors
/// [`StoreError::Stale`] when the view was removed meanwhile.
pub async fn update(tx: &mut WriteTx, view: &SavedView) -> Result<(), StoreError> {
    sql("UPDATE saved_views SET filter = $1 WHERE id = $2 AND user_id = $3")
        .bind(&view.filter)
        .bind(view.id)
        .bind(view.user)
        .update_one(tx, "saved_views")
        .await
}

/// Removes a view.
///
/// # Errors
/// [`StoreError::Stale`] when it was removed meanwhile.
pub async fn remove(tx: &mut WriteTx, view: &SavedView) -> Result<(), StoreError> {
    sql("DELETE FROM saved_views WHERE id = $1 AND user_id = $2")
        .bind(view.id)
        .bind(view.user)
        .update_one(tx, "saved_views")
        .await
}

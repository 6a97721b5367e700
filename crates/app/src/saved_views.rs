//! List filters that somebody saves for themselves: nobody else sees them.

use domain::access::Permission;
use domain::audit::AuditAction;
use domain::ids::SavedViewId;
use domain::saved_view::{ListScreen, SavedView};
use domain::text::NonBlank;
use store::saved_views;

use crate::{App, AppError, Session};

/// One's own views of a screen, by name.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn list(
    app: &App,
    session: &Session,
    screen: ListScreen,
) -> Result<Vec<SavedView>, AppError> {
    session.require(Permission::UseConvenor)?;
    let mut tx = app.db.read(session.reach()).await?;
    Ok(saved_views::list(&mut tx, session.user, screen).await?)
}

/// Saves a view; one of the same name on the same screen is replaced.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn save(
    app: &App,
    session: &Session,
    screen: ListScreen,
    name: NonBlank,
    filter: NonBlank,
) -> Result<SavedView, AppError> {
    session.require(Permission::UseConvenor)?;
    let mut tx = app.db.write(session.reach()).await?;
    let own = saved_views::list(&mut tx, session.user, screen).await?;
    let (view, event) = match own.into_iter().find(|view| view.name == name) {
        Some(before) => {
            let view = SavedView { filter, ..before };
            saved_views::update(&mut tx, &view).await?;
            let event = view.event(AuditAction::Changed).fields(&["filter"]);
            (view, event)
        }
        None => {
            let (id, user) = (SavedViewId::new(&*app.ids), session.user);
            let view = SavedView { id, user, screen, name, filter };
            saved_views::insert(&mut tx, &view).await?;
            let event = view.event(AuditAction::Added);
            (view, event)
        }
    };
    tx.commit(&session.stamp(app), event).await?;
    Ok(view)
}

/// Takes one's own view off the list.
///
/// # Errors
/// When not allowed, or it is not there or somebody else's.
pub async fn remove(app: &App, session: &Session, id: SavedViewId) -> Result<(), AppError> {
    session.require(Permission::UseConvenor)?;
    let mut tx = app.db.write(session.reach()).await?;
    let view = saved_views::get(&mut tx, session.user, id).await?;
    saved_views::remove(&mut tx, &view).await?;
    Ok(tx.commit(&session.stamp(app), view.event(AuditAction::Removed)).await?)
}

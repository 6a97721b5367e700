//! Actions outside meetings: lists, progress, putting off, history.

use chrono::NaiveDate;
use domain::access::Permission;
use domain::action::{ActionProgress, Report, ReportedAt};
use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::ids::ActionId;
pub use store::actions::{Filter, Listed, Page};

use crate::live::ReadAction;
use crate::{App, AppError, Session};

/// A page of actions, soonest due first, and how many there are in all.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn list(
    app: &App,
    session: &Session,
    filter: &Filter,
    page: Page,
) -> Result<(Vec<Listed>, u32), AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.read(session.reach()).await?;
    Ok(store::actions::list(&mut tx, filter, page).await?)
}

/// An action with its history and who recorded each step.
pub type History = (Listed, Vec<(ActionProgress, String)>);

/// One action with its history. Recorded as a view of the case.
///
/// # Errors
/// When not allowed, there is no such action, or the store fails.
pub async fn get(app: &App, session: &Session, id: ActionId) -> Result<History, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let listed = store::actions::get_listed(&mut tx, id).await?;
    let users = store::users::list(&mut tx).await?;
    let name = |progress: &ActionProgress| {
        let user = users.iter().find(|user| user.id == progress.recorded_by);
        user.map(|user| user.name.as_str().to_owned()).unwrap_or_default()
    };
    let history = store::actions::history(&mut tx, id).await?;
    let history = history.into_iter().map(|one| (one.clone(), name(&one))).collect();
    let viewed = AuditEvent::new(AuditAction::Viewed, EntityKind::Action, id);
    tx.commit(&session.stamp(app), viewed.in_case(listed.action.case)).await?;
    Ok((listed, history))
}

/// Records progress outside a meeting.
///
/// # Errors
/// When not allowed, it is closed, changed meanwhile, or a word is missing.
pub async fn progress(
    app: &App,
    session: &Session,
    read: ReadAction,
    report: Report,
) -> Result<Listed, AppError> {
    session.require(Permission::ProgressActions)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    let action = store::actions::get(&mut tx, read.id).await?;
    if action.version != read.version {
        return Err(AppError::Stale);
    }
    let n_steps = store::actions::history(&mut tx, action.id).await?.len();
    let number = u32::try_from(n_steps).unwrap_or(u32::MAX).saturating_add(1);
    let (action, progress, event) = action.reported(&stamp, number, ReportedAt::Desk, report)?;
    store::actions::update(&mut tx, &action).await?;
    store::actions::insert_progress(&mut tx, &progress).await?;
    let listed = store::actions::get_listed(&mut tx, read.id).await?;
    tx.commit(&stamp, event).await?;
    Ok(listed)
}

/// Puts an open action off everybody's list until a day, or back on it.
///
/// # Errors
/// When not allowed, it is closed, changed meanwhile, or it would be hidden when it is due.
pub async fn put_off(
    app: &App,
    session: &Session,
    read: ReadAction,
    not_before: Option<NaiveDate>,
) -> Result<Listed, AppError> {
    session.require(Permission::ProgressActions)?;
    let mut tx = app.db.write(session.reach()).await?;
    let action = store::actions::get(&mut tx, read.id).await?;
    let (mut action, event) = action.put_off(app.clock.today(), not_before)?;
    action.version = read.version;
    store::actions::update(&mut tx, &action).await?;
    let listed = store::actions::get_listed(&mut tx, read.id).await?;
    tx.commit(&session.stamp(app), event).await?;
    Ok(listed)
}

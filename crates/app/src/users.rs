//! People who sign in: who there is, adding somebody, changing roles, leaving.

use domain::access::{Permission, Reach, Role};
use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::field::{Invalid, Problem};
use domain::ids::UserId;
use domain::text::NonBlank;
use domain::user::{User, require_an_administrator};

use crate::vault::{Cost, Passphrase, Vault};
use crate::{App, AppError, Session};

/// Somebody to add.
pub struct NewUser {
    /// Their name.
    pub name: NonBlank,
    /// Their post.
    pub job_title: Option<NonBlank>,
    /// What they do here.
    pub roles: Vec<Role>,
    /// Their first passphrase.
    pub passphrase: Passphrase,
    /// How hard it is to guess.
    pub cost: Cost,
}

/// Everybody who signs in.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn list(app: &App, session: &Session) -> Result<Vec<User>, AppError> {
    session.require(Permission::UseConvenor)?;
    let mut tx = app.db.read(session.reach()).await?;
    Ok(store::users::list(&mut tx).await?)
}

/// The names of everybody who signs in, for records that say who wrote them.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn names(app: &App, session: &Session) -> Result<Vec<(UserId, String)>, AppError> {
    let users = list(app, session).await?;
    Ok(users.into_iter().map(|user| (user.id, user.name.into_string())).collect())
}

/// Adds somebody, with a slot of their own.
///
/// # Errors
/// When not allowed, or the name is taken.
pub async fn add(
    app: &App,
    session: &Session,
    vault: &Vault,
    new: NewUser,
) -> Result<User, AppError> {
    session.require(Permission::ManageUsers)?;
    let stamp = session.stamp(app);
    let user = User::new(&*app.ids, stamp.at, new.name, new.job_title, new.roles);
    let mut tx = app.db.write(Reach::NoCases).await?;
    store::users::insert(&mut tx, &user).await?;
    // The slot first: a user without a slot could not sign in, a slot without a user opens nothing.
    vault.set_passphrase(&user, new.passphrase, new.cost).await?;
    let event = AuditEvent::new(AuditAction::Added, EntityKind::User, user.id);
    let saved = tx.commit(&stamp, event).await;
    if saved.is_err() {
        vault.remove_slot(user.id)?;
    }
    saved?;
    Ok(user)
}

/// What changes about somebody.
pub struct UserChange {
    /// Who.
    pub user: UserId,
    /// The version that was read.
    pub version: i64,
    /// Their name.
    pub name: NonBlank,
    /// Their post.
    pub job_title: Option<NonBlank>,
    /// What they do here.
    pub roles: Vec<Role>,
    /// Whether they may sign in.
    pub active: bool,
}

/// Changes somebody's name, post, roles or whether they may sign in.
///
/// # Errors
/// When not allowed, changed meanwhile, or nobody could add users any more.
pub async fn change(app: &App, session: &Session, change: UserChange) -> Result<User, AppError> {
    session.require(Permission::ManageUsers)?;
    let mut tx = app.db.write(Reach::NoCases).await?;
    let mut user = store::users::get(&mut tx, change.user).await?;
    user.version = change.version;
    user.name = change.name;
    user.job_title = change.job_title;
    user.roles = change.roles;
    user.active = change.active;
    store::users::update(&mut tx, &user).await?;
    let users = store::users::list(&mut tx).await?;
    require_an_administrator(&users)?;
    let event = AuditEvent::new(AuditAction::Changed, EntityKind::User, user.id).fields(&[
        "name",
        "job_title",
        "roles",
        "active",
    ]);
    tx.commit(&session.stamp(app), event).await?;
    user.version += 1;
    Ok(user)
}

/// A passphrase to set.
pub struct NewPassphrase {
    /// Whose.
    pub user: UserId,
    /// The one in use: asked of everybody who changes their own, so that a screen left open does
    /// not lock its owner out.
    pub present: Option<Passphrase>,
    /// The new one.
    pub passphrase: Passphrase,
    /// How hard it is to guess.
    pub cost: Cost,
}

/// A new passphrase for somebody: an administrator sets it, or the person their own.
///
/// # Errors
/// When not allowed, the present one is missing or wrong, or the key file cannot be written.
pub async fn set_passphrase(
    app: &App,
    session: &Session,
    vault: &Vault,
    new: NewPassphrase,
) -> Result<(), AppError> {
    if new.user == session.user {
        let present = new.present.ok_or_else(|| Invalid::one("present", Problem::Required))?;
        vault.require_passphrase(new.user, present).await?;
    } else {
        session.require(Permission::ManageUsers)?;
    }
    let mut tx = app.db.write(Reach::NoCases).await?;
    let user = store::users::get(&mut tx, new.user).await?;
    vault.set_passphrase(&user, new.passphrase, new.cost).await?;
    let event =
        AuditEvent::new(AuditAction::Changed, EntityKind::User, user.id).fields(&["passphrase"]);
    Ok(tx.commit(&session.stamp(app), event).await?)
}

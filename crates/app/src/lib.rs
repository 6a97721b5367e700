//! Use cases: require, load, decide, save, commit.
//!
//! Every use case is a function that takes the [`App`], the [`Session`] and its input, and is
//! the same five steps in order. It must never hold SQL, choose a word for a person to read, or
//! decide a rule: those are `store`, the screens and `domain`.

pub mod actions;
pub mod agencies;
pub mod audit;
pub mod cases;
pub mod demo;
pub mod diary;
pub mod doctor;
pub mod error;
pub mod handover;
pub mod invitations;
pub mod live;
pub mod minutes;
pub mod people;
pub mod policies;
pub mod releases;
pub mod reports;
pub mod rules;
pub mod saved_views;
pub mod search;
pub mod today;
pub mod users;
pub mod vault;

use std::sync::Arc;

use domain::access::{Permission, Reach, Role, Stamp};
use domain::clock::{Clock, Instant};
use domain::ids::{Ids, UserId};
use domain::text::NonBlank;
use domain::user::User;
use store::Db;

pub use error::AppError;

/// An open store and what every use case needs beside it.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// New identifiers.
    pub ids: Arc<dyn Ids>,
}

/// Somebody who signed in.
#[derive(Debug, Clone)]
pub struct Session {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: NonBlank,
    /// What they may do.
    pub roles: Vec<Role>,
    /// When they signed in before this time.
    pub last_sign_in: Option<Instant>,
}

impl Session {
    /// A session for somebody whose passphrase was checked.
    #[must_use]
    pub fn of(user: &User) -> Self {
        Self {
            user: user.id,
            name: user.name.clone(),
            roles: user.roles.clone(),
            last_sign_in: user.last_sign_in,
        }
    }

    /// Whether a role allows it.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        self.roles.iter().any(|role| role.allows(permission))
    }

    /// The first step of every use case.
    ///
    /// # Errors
    /// [`AppError::Denied`].
    pub fn require(&self, permission: Permission) -> Result<(), AppError> {
        if self.may(permission) { Ok(()) } else { Err(AppError::Denied(permission)) }
    }

    /// How far the session's transactions see.
    #[must_use]
    pub fn reach(&self) -> Reach {
        Reach::of(&self.roles)
    }

    /// Who and when, for a change.
    #[must_use]
    pub fn stamp(&self, app: &App) -> Stamp {
        Stamp { at: app.clock.now(), by: self.user }
    }
}

//! People who sign in: who they are and what they may do. It must never know a passphrase.

use crate::access::{Permission, Role};
use crate::clock::Instant;
use crate::ids::{Ids, UserId};
use crate::text::NonBlank;
use crate::violation::Violation;

/// Somebody who signs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Their identifier.
    pub id: UserId,
    /// Their name, as colleagues know it.
    pub name: NonBlank,
    /// Their post, as printed in minutes.
    pub job_title: Option<NonBlank>,
    /// What they do here.
    pub roles: Vec<Role>,
    /// Whether they may sign in.
    pub active: bool,
    /// When they were added.
    pub created_at: Instant,
    /// When they last signed in.
    pub last_sign_in: Option<Instant>,
    /// Counts changes, so that two people never overwrite one another unseen.
    pub version: i64,
}

impl User {
    /// Somebody new.
    #[must_use]
    pub fn new(
        ids: &dyn Ids,
        now: Instant,
        name: NonBlank,
        job_title: Option<NonBlank>,
        roles: Vec<Role>,
    ) -> Self {
        Self {
            id: UserId::new(ids),
            name,
            job_title,
            roles,
            active: true,
            created_at: now,
            last_sign_in: None,
            version: 1,
        }
    }

    /// Whether one of the roles allows it.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        self.active && self.roles.iter().any(|role| role.allows(permission))
    }
}

/// Checks that after a change somebody can still add users.
///
/// # Errors
/// [`Violation::LastAdministrator`].
pub fn require_an_administrator(users: &[User]) -> Result<(), Violation> {
    if users.iter().any(|user| user.may(Permission::ManageUsers)) {
        Ok(())
    } else {
        Err(Violation::LastAdministrator)
    }
}

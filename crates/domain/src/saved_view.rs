//! A list filter that somebody saved for themselves.
//!
//! It must never know what a filter says: the screen writes it and reads it back.

use crate::access::closed;
use crate::audit::{AuditAction, AuditEvent, EntityKind};
use crate::ids::{SavedViewId, UserId};
use crate::text::NonBlank;

closed! {
    /// A screen whose filters can be saved.
    ListScreen {
        /// The list of cases.
        Cases = "cases",
    }
}

/// A saved view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Its identifier.
    pub id: SavedViewId,
    /// Whose it is: nobody else sees it.
    pub user: UserId,
    /// Of which screen.
    pub screen: ListScreen,
    /// What its owner called it.
    pub name: NonBlank,
    /// The filter, as the screen wrote it.
    pub filter: NonBlank,
}

impl SavedView {
    /// An event on it.
    #[must_use]
    pub fn event(&self, action: AuditAction) -> AuditEvent {
        AuditEvent::new(action, EntityKind::SavedView, self.id)
    }
}

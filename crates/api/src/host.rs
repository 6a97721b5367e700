//! Where commands run: a host has one store; a seat is one window or connection in front of it.

use std::sync::Arc;

use app::vault::{Paths, Vault};
use app::{App, Session};
use domain::access::Permission;
use domain::clock::Clock;
use domain::ids::Ids;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::RwLock;

use crate::{ApiError, ErrorCode};

/// One store on this machine, and what commands need beside it.
pub struct Host {
    pub(crate) vault: Vault,
}

impl Host {
    /// A host for the store at `paths`.
    #[must_use]
    pub fn new(paths: Paths, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Self {
        Self { vault: Vault::new(paths, clock, ids) }
    }

    /// The store, for the few things a host does itself (locking when the window closes).
    #[must_use]
    pub const fn vault(&self) -> &Vault {
        &self.vault
    }
}

/// One window: nobody, or somebody who signed in.
#[derive(Default)]
pub struct Seat {
    pub(crate) taken: RwLock<Option<Taken>>,
}

#[derive(Clone)]
pub(crate) struct Taken {
    pub(crate) app: App,
    pub(crate) session: Session,
}

impl Seat {
    /// Seats somebody whose session was opened elsewhere: tests, and hosts with a sign-in of
    /// their own.
    #[must_use]
    pub fn taken(app: App, session: Session) -> Self {
        Self { taken: RwLock::new(Some(Taken { app, session })) }
    }

    /// Who sits here.
    pub async fn session(&self) -> Option<Session> {
        self.taken.read().await.as_ref().map(|taken| taken.session.clone())
    }
}

/// A seat with somebody in it, at the moment of a command.
pub(crate) struct Desk<'h> {
    pub(crate) app: App,
    pub(crate) session: Session,
    pub(crate) vault: &'h Vault,
}

impl<'h> Desk<'h> {
    /// Refuses before the request is even read: somebody without the permission learns nothing.
    pub(crate) async fn at(
        host: &'h Host,
        seat: &Seat,
        needs: Permission,
    ) -> Result<Self, ApiError> {
        let taken = seat.taken.read().await.clone();
        let Taken { app, session } = taken.ok_or(ApiError::of(ErrorCode::Locked))?;
        session.require(needs)?;
        Ok(Self { app, session, vault: &host.vault })
    }
}

pub(crate) fn parse<T: DeserializeOwned>(payload: serde_json::Value) -> Result<T, ApiError> {
    serde_json::from_value(payload).map_err(|_| ApiError::of(ErrorCode::Invalid))
}

pub(crate) fn shape<T: Serialize>(view: &T) -> Result<serde_json::Value, ApiError> {
    serde_json::to_value(view).map_err(|_| ApiError::of(ErrorCode::Internal))
}

//! One made-up authority with somebody in every role, on Monday 23 November 2026 at nine.

use std::path::Path;
use std::sync::Arc;

use app::{App, Session};
use domain::access::{Reach, Role, Stamp};
use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::clock::FixedClock;
use domain::ids::CountedIds;
use domain::text::NonBlank;
use domain::user::User;
use store::settings::{self, Setting};
use store::{Db, FileStore, ReadTx, WriteTx};
use tempfile::TempDir;

/// Now, in tests.
pub const NOW: &str = "2026-11-23T09:00:00Z";

/// A store of its own with one user for each role.
pub struct World {
    /// The store, clock and identifiers.
    pub app: App,
    users: Vec<User>,
    _file: Option<FileStore>,
    folder: Option<TempDir>,
}

impl World {
    /// On an encrypted file.
    pub async fn sqlite() -> Self {
        let (db, file, folder) = crate::db::sqlite().await;
        Self { _file: Some(file), folder: Some(folder), ..Self::on(db).await }
    }

    /// On PostgreSQL, when a server is named.
    pub async fn postgres() -> Option<Self> {
        match crate::db::postgres().await {
            Some(db) => Some(Self::on(db).await),
            None => None,
        }
    }

    async fn on(db: Db) -> Self {
        let clock = Arc::new(FixedClock(NOW.parse().unwrap()));
        let app = App { db, clock, ids: Arc::new(CountedIds::new(1)) };
        let mut tx = app.db.write(Reach::NoCases).await.unwrap();
        settings::set(&mut tx, Setting::Authority, "Trentshire").await.unwrap();
        settings::set(&mut tx, Setting::Profile, "trentshire").await.unwrap();
        let people = [
            ("Robin Marsh", Role::Chair),
            ("Pat Lowe", Role::MeetingAdministrator),
            ("Sacha Wren", Role::SystemAdministrator),
            ("Kit Harrow", Role::LadoOfficer),
            ("Alex Finch", Role::Manager),
            ("Morgan Teal", Role::Auditor),
            ("Lee Brook", Role::Reader),
        ];
        let mut users = Vec::new();
        for (name, role) in people {
            let name = NonBlank::new(name).unwrap();
            let user = User::new(&*app.ids, app.clock.now(), name, None, vec![role]);
            store::users::insert(&mut tx, &user).await.unwrap();
            users.push(user);
        }
        let stamp = Stamp { at: app.clock.now(), by: users[0].id };
        let event = AuditEvent::new(AuditAction::Added, EntityKind::User, users[0].id);
        tx.commit(&stamp, event).await.unwrap();
        Self { app, users, _file: None, folder: None }
    }

    /// The world that another process or an earlier part of a test left in a file. Identifiers
    /// made from now on come from another seed.
    ///
    /// # Panics
    /// When the file does not open.
    pub async fn found_in(path: &Path) -> Self {
        let file = store::open::open(path, &crate::db::key(), None).await.unwrap();
        let clock = Arc::new(FixedClock(NOW.parse().unwrap()));
        let app = App { db: file.db.clone(), clock, ids: Arc::new(CountedIds::new(2)) };
        let mut tx = app.db.read(Reach::NoCases).await.unwrap();
        let users = store::users::list(&mut tx).await.unwrap();
        drop(tx);
        Self { app, users, _file: Some(file), folder: None }
    }

    /// Closes the store; its folder stays as long as the answer is kept.
    pub async fn close(self) -> Option<TempDir> {
        self.app.db.close().await;
        self.folder
    }

    /// Somebody in a role.
    #[must_use]
    pub fn user(&self, role: Role) -> &User {
        self.users.iter().find(|user| user.roles == [role]).unwrap()
    }

    /// Their session.
    #[must_use]
    pub fn session(&self, role: Role) -> Session {
        Session::of(self.user(role))
    }

    /// A transaction that reads everything.
    pub async fn read(&self) -> ReadTx {
        self.app.db.read(Reach::Cases).await.unwrap()
    }

    /// A transaction that writes everything.
    pub async fn write(&self) -> WriteTx {
        self.app.db.write(Reach::Cases).await.unwrap()
    }

    /// Commits with an event that says no more than "a test did this".
    pub async fn commit(&self, tx: WriteTx) {
        let by = self.user(Role::Chair).id;
        let event = AuditEvent::new(AuditAction::Changed, EntityKind::Setting, by);
        tx.commit(&Stamp { at: self.app.clock.now(), by }, event).await.unwrap();
    }
}

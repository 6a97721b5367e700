//! The vault: create, unlock, lock, back up, restore. The only part that sees a passphrase or
//! the data key; both are wiped when the store is locked.

mod keyring;
mod paths;
mod restore;
mod secret;
mod slot;
mod tries;

use std::path::Path;
use std::sync::Arc;

use domain::access::{Permission, Reach, Role, Stamp};
use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::clock::Clock;
use domain::ids::{Ids, UserId};
use domain::text::NonBlank;
use domain::user::User;
use domain::violation::Violation;
pub use store::backup::Verified;
use store::settings::{self, Setting};
use store::{DataKey, FileStore};
use tokio::sync::RwLock;
use uuid::Uuid;

use crate::{App, AppError, Session};
use keyring::{Keyring, PersonSlot};
pub use paths::Paths;
pub use restore::restore;
pub use secret::{Passphrase, RecoveryKey};
pub use slot::Cost;
use slot::{Place, Slot, random};
use tries::Tries;

/// Somebody who can be chosen on the sign-in screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Their post, in a made-up authority.
    pub title: Option<String>,
}

/// What can be said of a store before anybody signs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// There is none yet.
    Absent,
    /// There is one.
    Present {
        /// Who can sign in.
        people: Vec<Known>,
        /// The published passphrase, when the authority is made up.
        demonstration: Option<String>,
    },
}

/// A new store.
pub struct NewStore {
    /// The authority's name.
    pub authority: NonBlank,
    /// The id of its rules profile.
    pub profile: String,
    /// The first person: chair and system administrator at once, until others are added.
    pub name: NonBlank,
    /// Their passphrase.
    pub passphrase: Passphrase,
    /// How hard the passphrase is to guess.
    pub cost: Cost,
    /// A made-up authority shows its passphrase on the sign-in screen (decisions 25).
    pub demonstration: Option<String>,
}

struct Open {
    app: App,
    key: DataKey,
    /// Keeps the file locked.
    _file: FileStore,
    signed_in: u32,
}

/// One store on this machine, open or not.
pub struct Vault {
    paths: Paths,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    open: RwLock<Option<Open>>,
    tries: Tries,
}

impl Vault {
    /// A store at a place. Nothing is read yet.
    #[must_use]
    pub fn new(paths: Paths, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Self {
        Self { paths, clock, ids, open: RwLock::default(), tries: Tries::default() }
    }

    /// Where the store is.
    #[must_use]
    pub const fn paths(&self) -> &Paths {
        &self.paths
    }

    /// Whether there is a store, and who can sign in.
    ///
    /// # Errors
    /// [`Violation::NoKeys`] when the store is there without its keys.
    pub fn status(&self) -> Result<Status, AppError> {
        if !self.paths.store().exists() {
            return Ok(Status::Absent);
        }
        let keyring = self.keyring()?;
        let known =
            |slot: PersonSlot| Known { user: slot.user, name: slot.name, title: slot.title };
        Ok(Status::Present {
            people: keyring.people.into_iter().map(known).collect(),
            demonstration: keyring.demonstration,
        })
    }

    /// Creates the store and its first person. The recovery key is shown once and kept nowhere.
    ///
    /// # Errors
    /// [`Violation::StoreExists`]; or the place cannot be written, and then nothing is left there.
    pub async fn create(&self, new: NewStore) -> Result<(RecoveryKey, UserId), AppError> {
        let mut open = self.open.write().await;
        let [keys, copy] = self.paths.keys();
        if open.is_some() || self.paths.store().exists() || keys.exists() || copy.exists() {
            return Err(AppError::Refused(Violation::StoreExists));
        }
        if let Some(folder) = self.paths.store().parent() {
            std::fs::create_dir_all(folder)?;
        }
        let key = DataKey::new(random()?);
        let file = store::open::create(self.paths.store(), &key).await?;
        let app = self.app(&file);
        let made = self.found(&app, &key, new).await;
        if made.is_err() {
            app.db.close().await;
            drop(file);
            self.remove_everything();
        } else {
            *open = Some(Open { app, key, _file: file, signed_in: 0 });
        }
        made
    }

    async fn found(
        &self,
        app: &App,
        key: &DataKey,
        new: NewStore,
    ) -> Result<(RecoveryKey, UserId), AppError> {
        let file = store::open::encrypted_header(self.paths.store())?;
        let store: [u8; 16] = random()?;
        let now = self.clock.now();
        let roles = vec![Role::Chair, Role::SystemAdministrator];
        let user = User::new(&*self.ids, now, new.name, None, roles);
        let recovery = RecoveryKey::random()?;
        let place = Place { store: &store, owner: RECOVERY };
        let slot = Slot::for_recovery(&place, &recovery, key)?;
        let mut keyring = Keyring::new(store, file, slot, new.demonstration.clone());
        keyring.put(person_slot(&store, &user, new.passphrase, new.cost, key.clone()).await?);

        let mut tx = app.db.write(Reach::NoCases).await?;
        settings::set(&mut tx, Setting::Authority, new.authority.as_str()).await?;
        settings::set(&mut tx, Setting::Profile, &new.profile).await?;
        if new.demonstration.is_some() {
            settings::set(&mut tx, Setting::Demonstration, "yes").await?;
        }
        store::users::insert(&mut tx, &user).await?;
        let stamp = Stamp { at: now, by: user.id };
        tx.commit(
            &stamp,
            AuditEvent::new(AuditAction::StoreCreated, EntityKind::Store, Uuid::nil()),
        )
        .await?;
        self.write_keyring(&keyring)?;
        Ok((recovery, user.id))
    }

    fn remove_everything(&self) {
        let [keys, copy] = self.paths.keys();
        for path in [self.paths.store().to_path_buf(), keys, copy] {
            // What was never made need not be removed.
            let _ = std::fs::remove_file(path);
        }
    }

    /// Unlocks the store with somebody's passphrase.
    ///
    /// # Errors
    /// [`Violation::WrongPassphrase`], [`Violation::TooManyTries`], or what is wrong with the
    /// files, each by its own name. No file is changed.
    pub async fn sign_in(
        &self,
        user: UserId,
        passphrase: Passphrase,
    ) -> Result<(App, Session), AppError> {
        let key = self.key_of(user, passphrase).await?;
        self.enter(user, key, AuditAction::SignedIn).await
    }

    /// Checks that somebody who is signed in knows their passphrase; a wrong one counts like one
    /// at signing in.
    ///
    /// # Errors
    /// [`Violation::WrongPassphrase`] or [`Violation::TooManyTries`].
    pub async fn require_passphrase(
        &self,
        user: UserId,
        passphrase: Passphrase,
    ) -> Result<(), AppError> {
        self.key_of(user, passphrase).await.map(drop)
    }

    async fn key_of(&self, user: UserId, passphrase: Passphrase) -> Result<DataKey, AppError> {
        self.tries.wait_over(self.clock.now()).await?;
        let keyring = self.keyring()?;
        let store = keyring.store()?;
        let slot = keyring.person(user).map(|person| person.slot.clone());
        let slot = slot.ok_or(AppError::Refused(Violation::WrongPassphrase))?;
        let key = blocking(move || {
            let owner = user.to_string();
            slot.open_with_passphrase(&Place { store: &store, owner: &owner }, &passphrase)
        })
        .await;
        self.tries.counted(self.clock.now(), key).await
    }

    /// Unlocks the store with the recovery key and gives somebody a new passphrase.
    ///
    /// # Errors
    /// [`Violation::WrongRecoveryKey`], [`Violation::TooManyTries`], or what is wrong with the files.
    pub async fn sign_in_with_recovery_key(
        &self,
        recovery: RecoveryKey,
        user: UserId,
        passphrase: Passphrase,
        cost: Cost,
    ) -> Result<(App, Session), AppError> {
        self.tries.wait_over(self.clock.now()).await?;
        let mut keyring = self.keyring()?;
        let store = keyring.store()?;
        let place = Place { store: &store, owner: RECOVERY };
        let key = keyring.recovery.open_with_recovery(&place, &recovery);
        let key = self.tries.counted(self.clock.now(), key).await?;
        let (app, session) = self.enter(user, key.clone(), AuditAction::RecoveryKeyUsed).await?;
        let mut tx = app.db.read(Reach::NoCases).await?;
        let user = store::users::get(&mut tx, user).await?;
        keyring.put(person_slot(&store, &user, passphrase, cost, key).await?);
        self.write_keyring(&keyring)?;
        Ok((app, session))
    }

    /// Gives somebody their first or a new passphrase. The caller has checked who asks.
    ///
    /// # Errors
    /// When the store is locked or the key file cannot be written.
    pub async fn set_passphrase(
        &self,
        user: &User,
        passphrase: Passphrase,
        cost: Cost,
    ) -> Result<(), AppError> {
        let key = self.key().await?;
        let mut keyring = self.keyring()?;
        let store = keyring.store()?;
        keyring.put(person_slot(&store, user, passphrase, cost, key).await?);
        self.write_keyring(&keyring)
    }

    /// Takes somebody's slot away: their passphrase opens nothing any more.
    ///
    /// # Errors
    /// When the key file cannot be written.
    pub fn remove_slot(&self, user: UserId) -> Result<(), AppError> {
        let mut keyring = self.keyring()?;
        keyring.people.retain(|slot| slot.user != user);
        self.write_keyring(&keyring)
    }

    /// Locks: when the last person leaves, the connections are closed and the key wiped.
    ///
    /// # Errors
    /// When the lock cannot be recorded; the store is closed all the same.
    pub async fn lock(&self, session: &Session) -> Result<(), AppError> {
        let mut open = self.open.write().await;
        let Some(store) = open.as_mut() else { return Ok(()) };
        let recorded = record(&store.app, session.user, AuditAction::Locked).await;
        store.signed_in = store.signed_in.saturating_sub(1);
        if store.signed_in == 0 {
            store.app.db.close().await;
            *open = None;
        }
        recorded
    }

    /// Makes a verified copy of the store and its keys. `to` is the copy's store file.
    ///
    /// # Errors
    /// When not allowed, the place cannot be written, or the copy fails its checks.
    pub async fn back_up(&self, session: &Session, to: &Path) -> Result<Verified, AppError> {
        session.require(Permission::BackUp)?;
        let key = self.key().await?;
        let app = self.current().await?;
        let verified = store::backup::back_up(&app.db, to, &key).await?;
        let [keys, copy] = Paths::new(to).keys();
        self.keyring()?.beside(store::open::encrypted_header(to)?).write([&keys, &copy])?;
        record(&app, session.user, AuditAction::BackedUp).await?;
        Ok(verified)
    }

    /// The open store.
    ///
    /// # Errors
    /// [`AppError::Locked`].
    pub async fn current(&self) -> Result<App, AppError> {
        self.open.read().await.as_ref().map(|open| open.app.clone()).ok_or(AppError::Locked)
    }

    async fn key(&self) -> Result<DataKey, AppError> {
        self.open.read().await.as_ref().map(|open| open.key.clone()).ok_or(AppError::Locked)
    }

    async fn enter(
        &self,
        user: UserId,
        key: DataKey,
        how: AuditAction,
    ) -> Result<(App, Session), AppError> {
        let mut open = self.open.write().await;
        if open.is_none() {
            let salt = self.keyring()?.file()?;
            let file = store::open::open(self.paths.store(), &key, Some(salt)).await?;
            *open = Some(Open { app: self.app(&file), key, _file: file, signed_in: 0 });
        }
        let store = open.as_mut().ok_or(AppError::Locked)?;
        let entered = enter_as(&store.app, user, how).await;
        match entered {
            Ok(session) => {
                store.signed_in += 1;
                Ok((store.app.clone(), session))
            }
            Err(error) => {
                if store.signed_in == 0 {
                    store.app.db.close().await;
                    *open = None;
                }
                Err(error)
            }
        }
    }

    fn app(&self, file: &FileStore) -> App {
        App { db: file.db.clone(), clock: self.clock.clone(), ids: self.ids.clone() }
    }

    fn keyring(&self) -> Result<Keyring, AppError> {
        let [keys, copy] = self.paths.keys();
        Keyring::read([&keys, &copy])
    }

    fn write_keyring(&self, keyring: &Keyring) -> Result<(), AppError> {
        let [keys, copy] = self.paths.keys();
        keyring.write([&keys, &copy])
    }
}

const RECOVERY: &str = "recovery";

async fn enter_as(app: &App, user: UserId, how: AuditAction) -> Result<Session, AppError> {
    let mut tx = app.db.write(Reach::NoCases).await?;
    let user = store::users::get(&mut tx, user).await?;
    if !user.active {
        return Err(AppError::Refused(Violation::WrongPassphrase));
    }
    let at = app.clock.now();
    store::users::signed_in(&mut tx, user.id, at).await?;
    let event = AuditEvent::new(how, EntityKind::User, user.id);
    tx.commit(&Stamp { at, by: user.id }, event).await?;
    Ok(Session::of(&user))
}

async fn record(app: &App, user: UserId, action: AuditAction) -> Result<(), AppError> {
    let tx = app.db.write(Reach::NoCases).await?;
    let stamp = Stamp { at: app.clock.now(), by: user };
    Ok(tx.commit(&stamp, AuditEvent::new(action, EntityKind::Store, Uuid::nil())).await?)
}

async fn person_slot(
    store: &[u8; 16],
    user: &User,
    passphrase: Passphrase,
    cost: Cost,
    key: DataKey,
) -> Result<PersonSlot, AppError> {
    let (store, id, name) = (*store, user.id, user.name.as_str().to_owned());
    let title = user.job_title.as_ref().map(|title| title.as_str().to_owned());
    blocking(move || {
        let owner = id.to_string();
        let place = Place { store: &store, owner: &owner };
        let slot = Slot::for_passphrase(&place, &passphrase, cost, &key)?;
        Ok(PersonSlot { user: id, name, title, slot })
    })
    .await
}

/// Runs work that takes a while (Argon2id) without holding up the others.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| AppError::System(std::io::ErrorKind::Other))?
}

//! The store itself on the wire: create, sign in, lock, back up.

use app::vault::{self as vault, Cost, NewStore, Passphrase, RecoveryKey, Status};
use app::{App, Session};
use chrono::NaiveDate;
use domain::access::{Reach, Role};
use domain::field::{Fields, Problem};
use domain::ids::UserId;
use domain::violation::Violation;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ApiError;
use crate::host::{Desk, Host, Seat, Taken};

/// Asks for the state of the store.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StoreStatusRequest {}

/// Whether there is a store and whether it is open here.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StoreState {
    /// There is none: first run.
    Absent,
    /// Nobody is signed in here.
    Locked,
    /// Somebody is.
    Open,
}

/// Somebody who can be chosen on the sign-in screen.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KnownPerson {
    /// Who.
    pub user_id: UserId,
    /// Their name.
    pub name: String,
    /// Their post, in a made-up authority.
    pub title: Option<String>,
}

/// The state of the store.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoreStatus {
    /// Whether there is one, and open here.
    pub state: StoreState,
    /// Whether it is made up.
    pub demo: bool,
    /// The published passphrase of a made-up authority.
    pub demo_passphrase: Option<String>,
    /// Who can sign in.
    pub people: Vec<KnownPerson>,
    /// Who is signed in here.
    pub session: Option<SessionView>,
}

/// Who is signed in.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    /// Who.
    pub user_id: UserId,
    /// Their name.
    pub name: String,
    /// What they do here.
    pub roles: Vec<Role>,
    /// The authority's name.
    pub authority: String,
    /// Whether the authority is made up.
    pub demo: bool,
    /// When they signed in before this time.
    pub last_sign_in: Option<String>,
    /// Today in England, by the host's clock: YYYY-MM-DD.
    pub today: String,
}

/// The state of the store.
pub(crate) async fn store_status(
    host: &Host,
    seat: &Seat,
    _: StoreStatusRequest,
) -> Result<StoreStatus, ApiError> {
    let (people, demo_passphrase) = match host.vault.status()? {
        Status::Absent => {
            return Ok(StoreStatus {
                state: StoreState::Absent,
                demo: false,
                demo_passphrase: None,
                people: Vec::new(),
                session: None,
            });
        }
        Status::Present { people, demonstration } => (people, demonstration),
    };
    let taken = seat.taken.read().await.clone();
    let session = match taken {
        Some(Taken { app, session }) => Some(session_view(&app, &session).await?),
        None => None,
    };
    let person = |known: vault::Known| KnownPerson {
        user_id: known.user,
        name: known.name,
        title: known.title,
    };
    Ok(StoreStatus {
        state: if session.is_some() { StoreState::Open } else { StoreState::Locked },
        demo: demo_passphrase.is_some(),
        demo_passphrase,
        people: people.into_iter().map(person).collect(),
        session,
    })
}

/// How much of a made-up authority.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DemoSize {
    /// About 60 cases, with a meeting today.
    Small,
    /// Three years of an authority.
    Authority,
    /// Ten years of two.
    Decade,
}

impl From<DemoSize> for app::demo::Size {
    fn from(size: DemoSize) -> Self {
        match size {
            DemoSize::Small => Self::Small,
            DemoSize::Authority => Self::Authority,
            DemoSize::Decade => Self::Decade,
        }
    }
}

/// Creates a store with a made-up authority in it.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateDemo {
    /// How much.
    pub size: DemoSize,
    /// The day that its dates are relative to; today when absent.
    pub today: Option<NaiveDate>,
}

/// A made-up authority was created.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DemoCreated {
    /// Children's cases.
    pub cases: u32,
    /// Meetings held.
    pub held: u32,
    /// Meetings in the diary.
    pub planned: u32,
}

/// The seed of every demonstration made from the first-run screen: all of them are alike.
const DEMO_SEED: u64 = 1;

/// Creates a store with a made-up authority in it.
pub(crate) async fn create_demo(
    host: &Host,
    _: &Seat,
    request: CreateDemo,
) -> Result<DemoCreated, ApiError> {
    let size = request.size.into();
    let made =
        app::demo::create(&host.vault, size, DEMO_SEED, request.today, app::demo::PASSPHRASE)
            .await?;
    Ok(DemoCreated { cases: made.cases, held: made.held, planned: made.planned })
}

/// Creates a store for a team.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateStore {
    /// The authority's name.
    pub authority: String,
    /// The id of its rules profile.
    pub profile: String,
    /// The first person's name.
    pub name: String,
    /// Their passphrase.
    pub passphrase: String,
}

/// A store was created.
#[derive(Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoreCreated {
    /// Shown once, to print and keep in sealed storage.
    pub recovery_key: String,
    /// The first person.
    pub user_id: UserId,
}

/// Creates a store.
pub(crate) async fn create_store(
    host: &Host,
    _: &Seat,
    request: CreateStore,
) -> Result<StoreCreated, ApiError> {
    let mut fields = Fields::default();
    let authority = fields.text("authority", &request.authority);
    let name = fields.text("name", &request.name);
    let passphrase = new_passphrase(&mut fields, "passphrase", &request.passphrase);
    let profile = app::policies::shipped(&request.profile);
    fields.require(profile, "profile", Problem::NotAChoice);
    fields.finish()?;
    let (Some(authority), Some(name), Some(passphrase)) = (authority, name, passphrase) else {
        return Err(ApiError::of(crate::ErrorCode::Invalid));
    };
    let new = NewStore {
        authority,
        profile: request.profile,
        name,
        passphrase,
        cost: Cost::STANDARD,
        demonstration: None,
    };
    let (recovery, user_id) = host.vault.create(new).await?;
    Ok(StoreCreated { recovery_key: recovery.printed(), user_id })
}

pub(crate) fn new_passphrase(fields: &mut Fields, path: &str, text: &str) -> Option<Passphrase> {
    fields.take(path, Passphrase::new(text).map_err(|_| Problem::TooWeak))
}

/// Unlocks with a passphrase.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignIn {
    /// Who.
    pub user_id: UserId,
    /// Their passphrase.
    pub passphrase: String,
}

/// Unlocks.
pub(crate) async fn sign_in(
    host: &Host,
    seat: &Seat,
    request: SignIn,
) -> Result<SessionView, ApiError> {
    let passphrase = Passphrase::to_try(&request.passphrase);
    let (app, session) = host.vault.sign_in(request.user_id, passphrase).await?;
    take(host, seat, app, session).await
}

/// Unlocks with the recovery key and sets a new passphrase.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignInWithRecoveryKey {
    /// As printed.
    pub recovery_key: String,
    /// Who gets the new passphrase.
    pub user_id: UserId,
    /// The new passphrase.
    pub new_passphrase: String,
}

/// Unlocks with the recovery key.
pub(crate) async fn sign_in_with_recovery_key(
    host: &Host,
    seat: &Seat,
    request: SignInWithRecoveryKey,
) -> Result<SessionView, ApiError> {
    let mut fields = Fields::default();
    let passphrase = new_passphrase(&mut fields, "newPassphrase", &request.new_passphrase);
    fields.finish()?;
    let Some(passphrase) = passphrase else {
        return Err(Violation::WeakPassphrase { at_least: 12 }.into());
    };
    let recovery = RecoveryKey::parse(&request.recovery_key)?;
    let (app, session) = host
        .vault
        .sign_in_with_recovery_key(recovery, request.user_id, passphrase, Cost::STANDARD)
        .await?;
    take(host, seat, app, session).await
}

async fn take(
    host: &Host,
    seat: &Seat,
    app: App,
    session: Session,
) -> Result<SessionView, ApiError> {
    let view = session_view(&app, &session).await?;
    let before = seat.taken.write().await.replace(Taken { app, session });
    if let Some(before) = before {
        host.vault.lock(&before.session).await?;
    }
    Ok(view)
}

async fn session_view(app: &App, session: &Session) -> Result<SessionView, ApiError> {
    let about = app::policies::about(app, Reach::NoCases).await?;
    Ok(SessionView {
        user_id: session.user,
        name: session.name.as_str().into(),
        roles: session.roles.clone(),
        authority: about.authority,
        demo: about.demonstration,
        last_sign_in: session.last_sign_in.map(|at| at.to_rfc3339()),
        today: app.clock.today().to_string(),
    })
}

/// Signs out here.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Lock {}

/// Signed out.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Locked {}

/// Signs out; the last one out locks the store.
pub(crate) async fn lock(host: &Host, seat: &Seat, _: Lock) -> Result<Locked, ApiError> {
    let taken = seat.taken.write().await.take();
    if let Some(Taken { session, .. }) = taken {
        host.vault.lock(&session).await?;
    }
    Ok(Locked {})
}

/// Makes a verified copy.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackUp {
    /// The copy's store file; its key file goes beside it.
    pub to: String,
}

/// What the verified copy holds.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackedUp {
    /// Audit entries.
    pub audit_entries: u32,
    /// Cases.
    pub cases: u32,
    /// Meetings.
    pub meetings: u32,
}

/// Makes a verified copy of the store.
pub(crate) async fn back_up(desk: &Desk<'_>, request: BackUp) -> Result<BackedUp, ApiError> {
    let mut fields = Fields::default();
    let to = fields.text("to", &request.to);
    fields.finish()?;
    let to = to.map(domain::text::NonBlank::into_string).unwrap_or_default();
    let verified = desk.vault.back_up(&desk.session, to.as_ref()).await?;
    Ok(BackedUp {
        audit_entries: crate::wire::count(verified.audit_entries),
        cases: crate::wire::count(verified.cases),
        meetings: crate::wire::count(verified.meetings),
    })
}

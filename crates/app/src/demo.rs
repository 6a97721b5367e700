//! The demonstration authority "Trentshire": entirely made up, the same for the same seed and
//! day, with dates relative to that day. It must never hold a name of somebody who exists.

mod history;
mod people;
mod plan;
mod record;
mod text_record;
mod words;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveTime};
use domain::access::{Reach, Role};
use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::calendar::WorkingCalendar;
use domain::ids::UserId;
use domain::text::NonBlank;
use domain::user::User;
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

use crate::vault::{Cost, NewStore, Passphrase, Vault};
use crate::{App, AppError};
use people::{Maker, Team, text};

/// How much is made up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// About 60 cases and 18 months, with a meeting today.
    Small,
    /// Three years with the 244 meetings a year that the City published.
    Authority,
    /// Ten years of them, for benchmarks.
    Decade,
}

/// The published passphrase (decisions 25).
pub const PASSPHRASE: &str = "seven made-up rivers";

/// The people who sign in, with their posts; the first founds the store.
const STAFF: &[(&str, &str, &[Role])] = &[
    ("Robin Marsh", "Chair (Child Protection Coordinator)", &[Role::Chair]),
    ("Jo Bramble", "Second chair (Child Protection Coordinator)", &[Role::Chair]),
    ("Pat Lowe", "Meeting administrator", &[Role::MeetingAdministrator]),
    ("Alex Finch", "Service manager (second person)", &[Role::Manager]),
    ("Kit Harrow", "LADO officer", &[Role::LadoOfficer]),
    ("Sacha Wren", "System administrator", &[Role::SystemAdministrator]),
];

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Made {
    /// Children's cases.
    pub cases: u32,
    /// Meetings held.
    pub held: u32,
    /// Meetings in the diary.
    pub planned: u32,
}

/// Creates the store of a vault and fills it; everybody in it has one passphrase. The vault is left open with nobody signed in.
///
/// # Errors
/// When there is a store already, or the place cannot be written.
pub async fn create(
    vault: &Vault,
    size: Size,
    seed: u64,
    today: Option<NaiveDate>,
    passphrase: &str,
) -> Result<Made, AppError> {
    let (name, _, _) = STAFF.first().copied().ok_or(AppError::Document)?;
    let new = NewStore {
        authority: text("Trentshire")?,
        profile: "trentshire".into(),
        name: text(name)?,
        passphrase: Passphrase::new(passphrase)?,
        cost: Cost::FLOOR,
        demonstration: Some(passphrase.into()),
    };
    let (_, founder) = vault.create(new).await?;
    let app = vault.current().await?;
    let chairs = staff(&app, vault, founder, passphrase).await?;
    let today = today.unwrap_or_else(|| app.clock.today());
    fill(&app, &chairs, size, seed, today).await
}

/// Adds the people who sign in; answers those who chair.
async fn staff(
    app: &App,
    vault: &Vault,
    founder: UserId,
    passphrase: &str,
) -> Result<Vec<UserId>, AppError> {
    let mut tx = app.db.write(Reach::NoCases).await?;
    let mut users = Vec::new();
    for (place, (name, post, roles)) in STAFF.iter().enumerate() {
        let title: Option<NonBlank> = Some(text(post)?);
        if place == 0 {
            let mut user = store::users::get(&mut tx, founder).await?;
            user.job_title = title;
            user.roles = roles.to_vec();
            store::users::update(&mut tx, &user).await?;
            users.push(user);
        } else {
            let now = app.clock.now();
            let user = User::new(&*app.ids, now, text(name)?, title, roles.to_vec());
            store::users::insert(&mut tx, &user).await?;
            users.push(user);
        }
    }
    commit(app, founder, tx, users.len()).await?;
    for user in &users {
        vault.set_passphrase(user, Passphrase::new(passphrase)?, Cost::FLOOR).await?;
    }
    let chairs = users.iter().filter(|user| user.roles.contains(&Role::Chair));
    Ok(chairs.map(|user| user.id).collect())
}

async fn commit(app: &App, by: UserId, tx: store::WriteTx, count: usize) -> Result<(), AppError> {
    let event = AuditEvent::new(AuditAction::DemonstrationCreated, EntityKind::Store, Uuid::nil());
    let stamp = domain::access::Stamp { at: app.clock.now(), by };
    Ok(tx.commit(&stamp, event.count(count)).await?)
}

/// Cases written in one transaction.
const AT_ONCE: usize = 50;

/// What the cases of one authority share.
struct Authority<'a> {
    teams: &'a [Team],
    chairs: &'a [UserId],
    calendar: &'a WorkingCalendar,
    today: NaiveDate,
    references: BTreeSet<String>,
    diary: BTreeSet<(UserId, NaiveDate, NaiveTime)>,
    made: Made,
}

async fn fill(
    app: &App,
    chairs: &[UserId],
    size: Size,
    seed: u64,
    today: NaiveDate,
) -> Result<Made, AppError> {
    let founder = chairs.first().copied().ok_or(AppError::Document)?;
    let start = today.checked_sub_days(Days::new(size.days())).unwrap_or(today);
    let calendar = WorkingCalendar::england_and_wales();
    let created_at = domain::calendar::start_of_day(start).map_err(|_| AppError::Document)?;
    let rng = ChaCha8Rng::seed_from_u64(seed);
    let mut maker = Maker { rng, ids: &*app.ids, created_at };
    let teams = maker.teams()?;
    let mut tx = app.db.write(Reach::Cases).await?;
    for team in &teams {
        store::agencies::insert(&mut tx, &team.agency).await?;
        for (person, role) in &team.people {
            store::people::insert(&mut tx, person).await?;
            store::agencies::insert_post(&mut tx, role).await?;
        }
    }
    commit(app, founder, tx, teams.len()).await?;
    let mut authority = Authority {
        teams: &teams,
        chairs,
        calendar: &calendar,
        today,
        references: BTreeSet::new(),
        diary: BTreeSet::new(),
        made: Made::default(),
    };
    let histories = maker.histories(size, today, &calendar)?;
    for some in histories.chunks(AT_ONCE) {
        let mut tx = app.db.write(Reach::Cases).await?;
        for history in some {
            record::case(&mut tx, &mut maker, &mut authority, history).await?;
        }
        commit(app, founder, tx, some.len()).await?;
    }
    Ok(authority.made)
}

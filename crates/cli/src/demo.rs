//! `convenor demo create`: a made-up authority in a new store.

use std::path::PathBuf;
use std::sync::Arc;

use app::demo::{self, Made, Size};
use app::vault::{Paths, Vault};
use chrono::{NaiveDate, NaiveTime};
use clap::{Args, Subcommand, ValueEnum};
use domain::clock::FixedClock;
use domain::ids::CountedIds;
use serde_json::json;

use crate::Answer;
use crate::failure::Failure;

/// What to do with a made-up authority.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Creates one: the same for the same seed and day.
    Create(Arguments),
}

/// How much to make up.
#[derive(Clone, Copy, ValueEnum)]
enum HowMuch {
    /// About 60 cases, with a meeting today.
    Small,
    /// Three years of an authority.
    Authority,
    /// Ten years of two.
    Decade,
}

/// Where, how much, and from which seed and day.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The new store; nothing may be there yet.
    #[arg(long, value_name = "FILE")]
    store: PathBuf,
    /// How much to make up.
    #[arg(long, value_enum)]
    size: HowMuch,
    /// Another seed makes other people.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The day that all dates are relative to.
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: NaiveDate,
    /// A file with the passphrase of everybody in it; without it, the published one.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// When there is a store already, or the place cannot be written.
pub(crate) async fn run(Command::Create(arguments): Command) -> Result<Answer, Failure> {
    let passphrase = match &arguments.passphrase_file {
        Some(path) => {
            let read = std::fs::read_to_string(path);
            let text = read.map_err(|_| Failure::Unreadable(path.clone()))?;
            text.trim_end_matches(['\r', '\n']).to_owned()
        }
        None => demo::PASSPHRASE.to_owned(),
    };
    let size = match arguments.size {
        HowMuch::Small => Size::Small,
        HowMuch::Authority => Size::Authority,
        HowMuch::Decade => Size::Decade,
    };
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    let clock = Arc::new(FixedClock(arguments.today.and_time(nine).and_utc()));
    let ids = Arc::new(CountedIds::new(arguments.seed));
    let vault = Vault::new(Paths::new(&arguments.store), clock, ids);
    let today = Some(arguments.today);
    let Made { cases, held, planned } =
        demo::create(&vault, size, arguments.seed, today, &passphrase).await?;
    vault.current().await?.db.close().await;
    Ok(Answer::done(json!({ "cases": cases, "meetings_held": held, "meetings_planned": planned })))
}

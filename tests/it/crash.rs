//! Kills at random moments during saves: what was acknowledged is there, whole, when the store is
//! opened again.
//!
//! A second process holds a meeting through the router, as the window does, and says `saved` when
//! a save has come back. This process orders one save after another, and at a seeded number of
//! saves ends the other with SIGKILL at a seeded moment of the next one. The store is then opened
//! and must hold exactly the saves that were acknowledged, or those and the one under way; its
//! audit chain must verify, and every page must pass its check. A writer that acknowledges first
//! and saves afterwards is the control: the same harness must catch it.
//!
//! Twenty trials in the gate, two hundred with `CONVENOR_PROOFS=full`. A kill loses what the
//! program holds, not what the operating system holds: losing power is another matter
//! (docs/assurance.md).

mod plan;
mod trial;
mod writer;

use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use plan::Plan;
use trial::{Aftermath, Kill, Template};
use writer::{Acknowledges, Order};

/// The seed of the trials; each trial has its own after it.
const SEED: u64 = 20_261_123;

/// The most saves before the kill. Enough for the log to be written back into the file, which
/// happens about every thousand pages.
const MOST_SAVES: u32 = 48;

/// What all trials came to.
#[derive(Debug, Default)]
struct Tally {
    lost: u32,
    damaged: u32,
    /// Kills that came before the save under way was acknowledged.
    cut_short: u32,
    /// Those of them whose save was in the store all the same: killed after the commit.
    kept: u32,
}

impl Tally {
    fn count(&mut self, aftermath: &Aftermath) {
        self.lost += u32::from(aftermath.lost > 0);
        self.damaged += u32::from(aftermath.damage.is_some());
        self.cut_short += u32::from(aftermath.is_cut_short);
        self.kept += u32::from(aftermath.is_kept);
    }
}

#[expect(clippy::disallowed_methods, reason = "the full count is asked for by the environment")]
fn trials() -> u32 {
    if std::env::var("CONVENOR_PROOFS").is_ok_and(|proofs| proofs == "full") { 200 } else { 20 }
}

async fn run(template: &Template, trial: u32, acknowledges: Acknowledges) -> Aftermath {
    let seed = SEED + u64::from(trial);
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let kill = Kill {
        after_saves: random.random_range(1..=MOST_SAVES),
        // In parts of the time that saves have taken so far: half as much again, so that some
        // kills come when the save is over.
        into_next: random.random_range(0.0..1.5),
    };
    template.try_once(Plan { seed }, kill, acknowledges).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_acknowledged_save_is_lost_or_damaged_when_the_program_is_killed() {
    if let Some(order) = Order::from_environment() {
        return writer::write_until_killed(order).await;
    }
    let template = Template::make().await;
    let trials = trials();
    let mut tally = Tally::default();
    for trial in 1..=trials {
        let aftermath = run(&template, trial, Acknowledges::WhenSaved).await;
        if aftermath.lost > 0 || aftermath.damage.is_some() {
            println!("trial {trial}: {aftermath:?}");
        }
        tally.count(&aftermath);
    }
    let control = run(&template, 0, Acknowledges::BeforeSaving).await;
    println!(
        "{} kills came in the middle of a save; {} of those saves had been committed",
        tally.cut_short, tally.kept
    );
    assert_eq!((tally.lost, tally.damaged), (0, 0), "of {trials}: {tally:?}");
    assert_eq!(control.lost, 1, "the control must lose what it acknowledged too early");
    assert!(tally.cut_short * 4 > trials, "kills that hit no save prove nothing: {tally:?}");
    println!("harness: {trials} trials, 0 lost, 0 damaged, control failed as it must");
}

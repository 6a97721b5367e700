//! One kill, and what is in the store afterwards.

use std::fs;
use std::io::{BufRead as _, BufReader, Lines, Write as _};
use std::path::{Path, PathBuf};
use std::process::ChildStdout;
use std::time::{Duration, Instant};

use app::audit::Chain;
use domain::access::Role;
use domain::ids::{CaseId, MeetingId};
use serde_json::{Value, json};
use tempfile::TempDir;
use testkit::World;

use super::plan::{CHILDREN, Held, Plan};
use super::writer::{Acknowledges, Order, acknowledged, host};
use crate::made_up;

/// When a writer is killed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kill {
    /// After so many acknowledged saves the next one is ordered and
    pub(super) after_saves: u32,
    /// killed so far into it, in parts of what saves have taken.
    pub(super) into_next: f64,
}

/// What a kill left behind.
#[derive(Debug)]
pub(super) struct Aftermath {
    /// Acknowledged saves that are not there.
    pub(super) lost: u32,
    /// What is wrong with what is there.
    pub(super) damage: Option<Damage>,
    /// Whether the save under way was not acknowledged.
    pub(super) is_cut_short: bool,
    /// Whether that save is in the store.
    pub(super) is_kept: bool,
}

/// What can be wrong with a store after a kill.
#[derive(Debug)]
#[expect(dead_code, reason = "printed when a trial fails")]
pub(super) enum Damage {
    /// It holds what no number of saves makes.
    NoSuchState(Held),
    /// The audit chain is broken, or shorter than the saves.
    Chain(Chain),
    /// A page or the structure fails its check.
    Pages(store::StoreError),
}

/// A store with a meeting being held, copied for each trial.
pub(super) struct Template {
    folder: TempDir,
    meeting: MeetingId,
    cases: Vec<CaseId>,
}

impl Template {
    pub(super) async fn make() -> Self {
        let world = World::sqlite().await;
        let mut tx = world.write().await;
        let mut cases = Vec::new();
        for n in 0..CHILDREN {
            let case = made_up::case(&world, &mut tx, &format!("C-000{n}"), "Ash Quill").await;
            cases.push(case);
        }
        let meeting = made_up::meeting(&world, "7F3K", "2026-11-23", "09:00", &cases);
        store::meetings::insert(&mut tx, &meeting).await.unwrap();
        world.commit(tx).await;
        let seat = api::Seat::taken(world.app.clone(), world.session(Role::Chair));
        let open = json!({ "id": meeting.id, "version": 1, "viceChairReason": null });
        let host = host(&world, Path::new("nowhere.db"));
        api::dispatch(&host, &seat, "open_meeting", open).await.unwrap();
        drop((host, seat));
        let folder = world.close().await.unwrap();
        Self { folder, meeting: meeting.id, cases }
    }

    /// Lets a writer save, kills it, and looks.
    pub(super) async fn try_once(
        &self,
        plan: Plan,
        kill: Kill,
        acknowledges: Acknowledges,
    ) -> Aftermath {
        let (_folder, store) = testkit::db::scratch();
        fs::copy(self.folder.path().join("convenor.db"), &store).unwrap();
        let (meeting, cases) = (self.meeting, self.cases.clone());
        let order = Order { store: store.clone(), meeting, cases, plan, acknowledges };
        // The control has nothing under way when it is killed: what it lost it had acknowledged.
        let acknowledged = match acknowledges {
            Acknowledges::WhenSaved => killed(&order, kill),
            Acknowledges::BeforeSaving => killed_after(&order, kill),
        };
        self.aftermath(store, plan, kill, acknowledged).await
    }

    async fn aftermath(
        &self,
        store: PathBuf,
        plan: Plan,
        kill: Kill,
        acknowledged: u32,
    ) -> Aftermath {
        let world = World::found_in(&store).await;
        let chain = app::audit::verify(&world.app, &world.session(Role::Chair)).await.unwrap();
        let held = self.held(&world, &store).await;
        world.close().await;
        let pages = store::backup::verify(&store, &testkit::db::key()).await;

        let ordered = acknowledged.max(kill.after_saves + 1);
        let saved = (0..=ordered).rev().find(|n| plan.held_after(*n) == held);
        let is_chained =
            matches!(chain, Chain::Whole(head) if head.number >= saved.unwrap_or(0).into());
        let damage = match (saved, pages) {
            (None, _) => Some(Damage::NoSuchState(held)),
            (Some(_), Err(error)) => Some(Damage::Pages(error)),
            (Some(_), Ok(_)) if !is_chained => Some(Damage::Chain(chain)),
            (Some(_), Ok(_)) => None,
        };
        let saved = saved.unwrap_or(0);
        Aftermath {
            lost: acknowledged.saturating_sub(saved),
            damage,
            is_cut_short: acknowledged == kill.after_saves,
            is_kept: saved > acknowledged,
        }
    }

    /// What the screen of the meeting shows.
    async fn held(&self, world: &World, store: &Path) -> Held {
        let seat = api::Seat::taken(world.app.clone(), world.session(Role::Chair));
        let request = json!({ "id": self.meeting });
        let screen = api::dispatch(&host(world, store), &seat, "live_meeting", request).await;
        let screen = screen.unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let list = |name: &str| screen[name].as_array().unwrap().clone();
        let child = |value: &Value| {
            let case: CaseId = text(value).parse().unwrap();
            self.cases.iter().position(|one| *one == case).unwrap()
        };
        Held {
            passages: list("passages")
                .iter()
                .map(|one| ((child(&one["caseId"]), text(&one["section"])), text(&one["body"])))
                .collect(),
            actions: list("actions").iter().map(|one| text(&one["action"])).collect(),
            decisions: list("decisions").iter().map(|one| text(&one["decision"])).collect(),
        }
    }
}

type Output = Lines<BufReader<ChildStdout>>;

/// Orders saves up to the seeded number and one more, kills in the middle of that, and answers
/// the last save that was acknowledged.
fn killed(order: &Order, kill: Kill) -> u32 {
    let mut child = order.start();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    wait_for(&mut output, "ready 0");
    let mut took = Duration::ZERO;
    for n in 1..=kill.after_saves {
        let started = Instant::now();
        writeln!(input, "{n}").unwrap();
        wait_for(&mut output, &format!("saved {n}"));
        took += started.elapsed();
    }
    let moment = took.div_f64(kill.after_saves.into()).mul_f64(kill.into_next);
    let next = kill.after_saves + 1;
    let started = Instant::now();
    writeln!(input, "{next}").unwrap();
    while started.elapsed() < moment {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // It may have come back and said so before it was killed.
    output.map_while(Result::ok).filter_map(|line| acknowledged(&line)).last().unwrap_or(next - 1)
}

/// Orders saves up to the seeded number and kills when the last was acknowledged.
fn killed_after(order: &Order, kill: Kill) -> u32 {
    let mut child = order.start();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    wait_for(&mut output, "ready 0");
    for n in 1..=kill.after_saves {
        writeln!(input, "{n}").unwrap();
        wait_for(&mut output, &format!("saved {n}"));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    kill.after_saves
}

fn wait_for(output: &mut Output, line: &str) {
    let found = output.by_ref().map_while(Result::ok).any(|one| one == line);
    assert!(found, "the writer ended before it said `{line}`");
}

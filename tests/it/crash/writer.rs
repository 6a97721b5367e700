//! The process that is killed: it holds a meeting through the router and acknowledges each save.

use std::collections::BTreeMap;
use std::io::{BufRead as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use api::{Host, Seat};
use app::vault::Paths;
use domain::access::Role;
use domain::ids::{CaseId, MeetingId};
use serde_json::{Value, json};
use testkit::World;

use super::plan::{Plan, Save};

/// When a save is acknowledged.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Acknowledges {
    /// When the router has answered that it is saved.
    WhenSaved,
    /// At once; it is saved when the next one is ordered. Wrong on purpose: the control.
    BeforeSaving,
}

/// What one writer is to do.
pub(super) struct Order {
    pub(super) store: PathBuf,
    pub(super) meeting: MeetingId,
    pub(super) cases: Vec<CaseId>,
    pub(super) plan: Plan,
    pub(super) acknowledges: Acknowledges,
}

/// The variable in which a test process finds out that it is the writer of a trial.
const ORDER: &str = "CONVENOR_CRASH_ORDER";

const TEST: &str = "crash::no_acknowledged_save_is_lost_or_damaged_when_the_program_is_killed";

impl Order {
    #[expect(clippy::disallowed_methods, reason = "one program, told by this which part it plays")]
    pub(super) fn from_environment() -> Option<Self> {
        let order: Value = serde_json::from_str(&std::env::var(ORDER).ok()?).unwrap();
        let cases = order["cases"].as_array().unwrap();
        Some(Self {
            store: order["store"].as_str().unwrap().into(),
            meeting: order["meeting"].as_str().unwrap().parse().unwrap(),
            cases: cases.iter().map(|case| case.as_str().unwrap().parse().unwrap()).collect(),
            plan: Plan { seed: order["seed"].as_u64().unwrap() },
            acknowledges: match order["early"].as_bool().unwrap() {
                true => Acknowledges::BeforeSaving,
                false => Acknowledges::WhenSaved,
            },
        })
    }

    /// Starts this same program as the writer.
    pub(super) fn start(&self) -> Child {
        let order = json!({
            "store": self.store, "meeting": self.meeting, "cases": self.cases,
            "seed": self.plan.seed, "early": self.acknowledges == Acknowledges::BeforeSaving,
        });
        Command::new(std::env::current_exe().unwrap())
            .args([TEST, "--exact", "--nocapture"])
            .env(ORDER, order.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap()
    }
}

/// Makes each save that is ordered by its number on the standard input.
pub(super) async fn write_until_killed(order: Order) {
    let mut writer = Writer::sit(&order).await;
    acknowledge("ready", 0);
    let mut put_off = None;
    for line in std::io::stdin().lock().lines() {
        let n: u32 = line.unwrap().parse().unwrap();
        match order.acknowledges {
            Acknowledges::WhenSaved => writer.save(n).await,
            Acknowledges::BeforeSaving => {
                if let Some(earlier) = put_off.replace(n) {
                    writer.save(earlier).await;
                }
            }
        }
        acknowledge("saved", n);
    }
}

fn acknowledge(what: &str, n: u32) {
    let mut output = std::io::stdout().lock();
    // The test runner may have begun a line.
    write!(output, "\n{what} {n}\n").unwrap();
    output.flush().unwrap();
}

/// The number that a line of the writer's output acknowledges.
pub(super) fn acknowledged(line: &str) -> Option<u32> {
    line.strip_prefix("saved ")?.parse().ok()
}

/// Somebody at the meeting, with the versions they last read.
struct Writer<'o> {
    order: &'o Order,
    host: Host,
    seat: Seat,
    versions: BTreeMap<(usize, &'static str), Value>,
    _world: World,
}

impl<'o> Writer<'o> {
    async fn sit(order: &'o Order) -> Self {
        let world = World::found_in(&order.store).await;
        let host = host(&world, &order.store);
        let seat = Seat::taken(world.app.clone(), world.session(Role::Chair));
        Self { order, host, seat, versions: BTreeMap::new(), _world: world }
    }

    async fn save(&mut self, n: u32) {
        let meeting = self.order.meeting;
        match self.order.plan.save(n) {
            Save::Passage { child, section, body } => {
                let version = self.versions.get(&(child, section)).unwrap_or(&json!(0)).clone();
                let request = json!({
                    "meetingId": meeting, "section": section, "caseId": self.order.cases[child],
                    "agencyId": null, "version": version, "body": body, "nothingToReport": false,
                    "audience": "everyone", "restriction": null, "copiedFrom": null,
                });
                let saved = self.call("save_passage", request).await;
                assert_eq!(saved["outcome"], "saved");
                self.versions.insert((child, section), saved["passage"]["version"].clone());
            }
            Save::Action { child, text } => {
                let action = json!({
                    "caseId": self.order.cases[child], "action": text, "ownerId": null,
                    "ownerName": "Duty worker", "agencyId": null, "dueOn": "2026-12-07",
                    "outcomeSought": null, "audience": "agencies",
                });
                let request = json!({ "meetingId": meeting, "action": action });
                self.call("add_action", request).await;
            }
            Save::Decision { text } => {
                let request = json!({
                    "meetingId": meeting, "id": null, "version": 0, "caseId": null,
                    "decision": text, "rationale": "Two episodes in a week", "dissent": null,
                    "dissentAgencyId": null, "audience": "everyone", "restriction": null,
                });
                self.call("save_decision", request).await;
            }
        }
    }

    async fn call(&self, name: &str, request: Value) -> Value {
        let answer = api::dispatch(&self.host, &self.seat, name, request).await;
        answer.unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }
}

/// A host whose own vault stays locked: the seat was taken elsewhere.
pub(super) fn host(world: &World, store: &Path) -> Host {
    Host::new(Paths::new(store), world.app.clock.clone(), world.app.ids.clone())
}

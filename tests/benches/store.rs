//! The store beside its floors: opening, due dates from rows, one meeting saved.
//!
//! `cargo xtask bench store` prints each time and the ratio to a floor measured in the same run.
#![expect(clippy::print_stdout, reason = "the ratios are what the benchmark is run for")]
#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first surprise")]

#[path = "../it/made_up.rs"]
#[expect(dead_code, reason = "shared with the tests, which use all of it")]
mod made_up;

use std::future::Future;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant as Stopwatch;

use ::store::statement::sql;
use api::{Host, Seat};
use app::demo::{PASSPHRASE, Size};
use app::vault::{Cost, NewStore, Passphrase, Paths, Status};
use domain::access::{Role, Stamp};
use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::clock::FixedClock;
use domain::ids::{CountedIds, PassageId};
use domain::policy::due::{RuleBook, evaluate};
use domain::record::{Audience, Passage, Section};
use domain::text::NonBlank;
use serde_json::json;
use testkit::World;

const N_CASES: u32 = 100_000;

/// The fastest of some runs, in milliseconds: what the machine's other work disturbs least.
async fn fastest<F: Future<Output = ()>>(runs: u32, mut work: impl FnMut() -> F) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..runs {
        let stopwatch = Stopwatch::now();
        work().await;
        best = best.min(stopwatch.elapsed().as_secs_f64() * 1e3);
    }
    best
}

fn say(what: &str, took: f64, floor: f64, floor_is: &str) {
    let ratio = took / floor;
    println!("{what}: {took:.1} ms; floor ({floor_is}): {floor:.1} ms; ratio {ratio:.2}");
}

fn host(path: &Path) -> Host {
    let clock = Arc::new(FixedClock(testkit::world::NOW.parse().unwrap()));
    Host::new(Paths::new(path), clock, Arc::new(CountedIds::new(1)))
}

/// Signs in and reads the first page of cases, then locks: what the first minute of a day asks.
async fn open_to_the_first_row(path: &Path) {
    let (host, seat) = (host(path), Seat::default());
    let Status::Present { people, .. } = host.vault().status().unwrap() else { panic!("no store") };
    let chair = people.iter().find(|person| person.name == "Robin Marsh").unwrap().user;
    let call =
        async |name: &str, request| api::dispatch(&host, &seat, name, request).await.unwrap();
    call("sign_in", json!({ "userId": chair, "passphrase": PASSPHRASE })).await;
    let list = json!({
        "text": null, "level": null, "chair": null, "area": null, "filter": null, "order": null,
        "page": null,
    });
    black_box(call("list_cases", list).await);
    call("lock", json!({})).await;
}

async fn opening() {
    let (_folder, empty) = testkit::db::scratch();
    let (_other, full) = testkit::db::scratch();
    let host_of_empty = host(&empty);
    let vault = host_of_empty.vault();
    let new = NewStore {
        authority: NonBlank::new("Trentshire").unwrap(),
        profile: "trentshire".into(),
        name: NonBlank::new("Robin Marsh").unwrap(),
        passphrase: Passphrase::new(PASSPHRASE).unwrap(),
        cost: Cost::FLOOR,
        demonstration: None,
    };
    vault.create(new).await.unwrap();
    vault.current().await.unwrap().db.close().await;
    drop(host_of_empty);
    let filled = host(&full);
    let stopwatch = Stopwatch::now();
    let made = app::demo::create(filled.vault(), Size::Authority, 1, None, PASSPHRASE).await;
    let made = made.unwrap();
    assert_eq!(made.held, 3 * (175 + 69));
    let seconds = stopwatch.elapsed().as_secs_f64();
    filled.vault().current().await.unwrap().db.close().await;
    drop(filled);
    println!("made up: {made:?} in {seconds:.1} s");
    let floor = fastest(9, || open_to_the_first_row(&empty)).await;
    let took = fastest(9, || open_to_the_first_row(&full)).await;
    say("opening an authority to its first row", took, floor, "an empty encrypted store");
}

/// Cases with a first rating, two changes and a missing episode: five rows each.
const CASES: [&str; 4] = [
    "INSERT INTO people (id, name, search_key, professional, safe_address, created_at, version)
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
     SELECT unhex(printf('%032x', i)), 'Child ' || i, 'child ' || i, 0, 0,
         '2025-01-01T09:00:00+00:00', 1 FROM n",
    "INSERT INTO cases (id, reference, child_id, opened_on, exploitation, created_at, version)
     SELECT id, printf('C-%s', hex(id)), id, '2025-01-01', '[\"criminal\"]', created_at, 1
     FROM people WHERE name LIKE 'Child %'",
    "INSERT INTO risk_ratings (id, case_id, process, level, reason, rated_at, rated_by)
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3)
     SELECT randomblob(16), c.id, 'eram',
         CASE (i + unicode(substr(c.reference, -1))) % 3
             WHEN 0 THEN 'low' WHEN 1 THEN 'medium' ELSE 'high' END,
         'toolkit', '2026-0' || (i * 2) || '-01T09:00:00+00:00', (SELECT MIN(id) FROM users)
     FROM cases c, n",
    "INSERT INTO missing_episodes (id, case_id, started_at, returned_at, recorded_at, recorded_by)
     SELECT randomblob(16), id, '2026-05-01T21:00:00+00:00', '2026-05-02T07:00:00+00:00',
         '2026-05-02T09:00:00+00:00', (SELECT MIN(id) FROM users) FROM cases",
];

async fn due_dates() {
    let world = World::sqlite().await;
    let mut tx = world.write().await;
    for (place, insert) in CASES.into_iter().enumerate() {
        let insert = sql(insert);
        let insert = if place == 0 { insert.bind(N_CASES) } else { insert };
        insert.execute(&mut tx).await.unwrap();
    }
    let profile = app::policies::rule_book(&mut tx).await.unwrap();
    let calendar = app::policies::calendar(&mut tx).await.unwrap();
    world.commit(tx).await;
    let (rules, now) = (RuleBook::new(&profile.rules), world.app.clock.now());
    let world = &world;
    let floor = fastest(5, || async move {
        let mut tx = world.read().await;
        black_box(::store::facts::of_open_cases(&mut tx).await.unwrap());
    })
    .await;
    let mut tx = world.read().await;
    let cases = ::store::facts::of_open_cases(&mut tx).await.unwrap();
    drop(tx);
    let (cases, rules, calendar) = (&cases, &rules, &calendar);
    let took = fastest(5, || async move {
        for (_, facts) in cases {
            black_box(evaluate(facts, rules, calendar, now).unwrap());
        }
    })
    .await;
    say("due dates for 100,000 cases", took, floor, "reading their rows from the store");
}

async fn one_meeting() {
    let world = World::sqlite().await;
    let mut tx = world.write().await;
    let case = made_up::case(&world, &mut tx, "C-0001", "Ash Quill").await;
    let mut agencies = Vec::new();
    for n in 0..8 {
        agencies.push(made_up::agency(&world, &mut tx, &format!("Agency {n}"), "police").await);
    }
    for copy in [
        "CREATE TABLE bare_meetings AS SELECT * FROM meetings WHERE 1 = 0",
        "CREATE TABLE bare_meeting_cases AS SELECT * FROM meeting_cases WHERE 1 = 0",
        "CREATE TABLE bare_invitations AS SELECT * FROM invitations WHERE 1 = 0",
        "CREATE TABLE bare_passages AS SELECT * FROM passages WHERE 1 = 0",
    ] {
        sql(copy).execute(&mut tx).await.unwrap();
    }
    world.commit(tx).await;
    let (world, agencies) = (&world, &agencies);
    let references = std::cell::Cell::new(0_u32);
    let references = &references;
    let took = fastest(60, || async move {
        references.set(references.get() + 1);
        let reference = format!("R{:05}", references.get());
        let meeting = made_up::meeting(world, &reference, "2026-12-10", "09:30", &[case]);
        let mut tx = world.write().await;
        ::store::meetings::insert(&mut tx, &meeting).await.unwrap();
        for agency in agencies {
            let row = made_up::invitation(world, meeting.id, *agency);
            ::store::invitations::insert(&mut tx, &row).await.unwrap();
        }
        for section in Section::ALL {
            let passage = Passage {
                id: PassageId::new(&*world.app.ids),
                meeting: meeting.id,
                case: Some(case),
                section: *section,
                agency: None,
                position: 1,
                body: "We met because of two missing episodes. ".repeat(12),
                nothing_to_report: false,
                audience: Audience::Agencies,
                restriction: None,
                origin: None,
                updated_at: world.app.clock.now(),
                updated_by: meeting.chair,
                version: 1,
            };
            ::store::passages::insert(&mut tx, &passage).await.unwrap();
        }
        let stamp = Stamp { at: world.app.clock.now(), by: world.user(Role::Chair).id };
        let event = AuditEvent::new(AuditAction::Scheduled, EntityKind::Meeting, meeting.id);
        tx.commit(&stamp, event).await.unwrap();
    })
    .await;
    let floor = bare_transactions(world).await;
    say("one meeting saved, 22 rows", took, floor, "the same rows copied in one transaction");
}

/// The same rows into encrypted tables without indexes, triggers or references, one statement a
/// table, committed with one event as everything is.
async fn bare_transactions(world: &World) -> f64 {
    let mut tx = world.write().await;
    let (last,): (Vec<u8>,) =
        sql("SELECT id FROM meetings ORDER BY reference DESC LIMIT 1").one(&mut tx).await.unwrap();
    drop(tx);
    let last = &last;
    fastest(60, || async move {
        let mut tx = world.write().await;
        for insert in [
            "INSERT INTO bare_meetings SELECT * FROM meetings WHERE id = $1",
            "INSERT INTO bare_meeting_cases SELECT * FROM meeting_cases WHERE meeting_id = $1",
            "INSERT INTO bare_invitations SELECT * FROM invitations WHERE meeting_id = $1",
            "INSERT INTO bare_passages SELECT * FROM passages WHERE meeting_id = $1",
        ] {
            sql(insert).bind(last.clone()).execute(&mut tx).await.unwrap();
        }
        world.commit(tx).await;
    })
    .await
}

#[tokio::main]
async fn main() {
    opening().await;
    due_dates().await;
    one_meeting().await;
}

//! The demonstration authority: made up, the same for the same seed and day, ready to look round.

use std::sync::Arc;

use api::{Host, Seat};
use app::demo::{PASSPHRASE, Size};
use app::vault::Paths;
use domain::clock::FixedClock;
use domain::ids::CountedIds;
use serde_json::{Value, json};
use tempfile::TempDir;

async fn demonstration(seed: u64) -> (TempDir, Host) {
    let (folder, path) = testkit::db::scratch();
    let clock = Arc::new(FixedClock(testkit::world::NOW.parse().unwrap()));
    let host = Host::new(Paths::new(path), clock, Arc::new(CountedIds::new(5)));
    let made = app::demo::create(host.vault(), Size::Small, seed, None, PASSPHRASE).await.unwrap();
    assert_eq!(made.cases, 60);
    assert!(made.held > 100, "{made:?}");
    assert!(made.planned > 5, "{made:?}");
    (folder, host)
}

async fn signed_in(host: &Host, name: &str) -> Seat {
    let seat = Seat::default();
    let status = api::dispatch(host, &seat, "store_status", json!({})).await.unwrap();
    let people = status["people"].as_array().unwrap();
    let person = people.iter().find(|person| person["name"] == name).unwrap();
    let passphrase = &status["demoPassphrase"];
    let request = json!({ "userId": person["userId"], "passphrase": passphrase });
    api::dispatch(host, &seat, "sign_in", request).await.unwrap();
    seat
}

/// The hash of the last audit entry: it covers every entry before.
async fn head(host: &Host) -> String {
    let app = host.vault().current().await.unwrap();
    let mut tx = app.db.read(domain::access::Reach::NoCases).await.unwrap();
    store::audit::head(&mut tx).await.unwrap().hash.to_hex()
}

/// Every held meeting's frozen minutes, hashed: what was made up, word for word.
async fn content(host: &Host) -> Vec<String> {
    #[derive(sqlx::FromRow)]
    struct Row {
        digest: Vec<u8>,
    }
    let app = host.vault().current().await.unwrap();
    let mut tx = app.db.read(domain::access::Reach::Cases).await.unwrap();
    store::statement::sql("SELECT digest FROM minutes ORDER BY id")
        .all::<Row>(&mut tx)
        .await
        .unwrap()
        .into_iter()
        .map(|row| domain::audit::Hash::of(&row.digest).to_hex())
        .collect()
}

#[tokio::test]
async fn the_same_seed_and_day_make_the_same_authority() {
    let (_a, first) = demonstration(1).await;
    let (_b, second) = demonstration(1).await;
    assert_eq!(head(&first).await, head(&second).await);
    assert_eq!(content(&first).await, content(&second).await);
    let (_c, other) = demonstration(2).await;
    assert_ne!(content(&first).await, content(&other).await);
}

#[tokio::test]
async fn the_chair_finds_a_meeting_today_and_reviews_to_schedule_with_their_reasons() {
    let (_folder, host) = demonstration(1).await;
    let seat = signed_in(&host, "Robin Marsh").await;
    let rows = api::dispatch(&host, &seat, "to_schedule", json!({})).await.unwrap();
    let rows = rows["reviews"].as_array().or(rows["rows"].as_array()).unwrap().clone();
    assert!(!rows.is_empty());
    for row in &rows {
        let why = row["why"].as_array().unwrap();
        let says_why = why.iter().any(|sentence| sentence.as_str().is_some_and(|s| !s.is_empty()));
        assert!(says_why || row["state"] == "needs_fact", "{row}");
    }
    let agenda = json!({ "from": "2026-11-23", "until": "2026-11-23", "chair": Value::Null });
    let agenda = api::dispatch(&host, &seat, "agenda", agenda).await.unwrap();
    assert!(agenda.to_string().contains("10:00"), "{agenda}");
}

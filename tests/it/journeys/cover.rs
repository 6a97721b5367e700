//! A chair is away or leaves; a list is kept as one likes it; what a case is owed.

use ::store::{meetings, users};
use api::ErrorCode;
use domain::access::Role;
use domain::text::NonBlank;
use domain::user::User;
use serde_json::{Value, json};
use testkit::{World, on_each_database};

use super::people_and_cases::{case, window};
use crate::made_up;

/// A second chair, who can take over.
async fn another_chair(world: &World) -> User {
    let name = NonBlank::new("Noor Hale").unwrap();
    let user = User::new(&*world.app.ids, world.app.clock.now(), name, None, vec![Role::Chair]);
    let mut tx = world.write().await;
    users::insert(&mut tx, &user).await.unwrap();
    world.commit(tx).await;
    user
}

on_each_database! {
    async fn cover_is_named_for_a_chair_and_taken_back(world) {
        let other = another_chair(&world).await;
        let away = world.user(Role::Chair).id;
        let administrator = window(&world, Role::MeetingAdministrator);
        let cover = |from: &str, until: &str| json!({"chair": away, "coveredBy": other.id,
            "from": from, "until": until, "reason": "Annual leave"});
        let list = administrator.ok("add_cover", cover("2026-11-30", "2026-12-04")).await;
        assert_eq!(list["covers"][0]["chairName"], "Robin Marsh");
        assert_eq!(list["covers"][0]["coveredByName"], "Noor Hale");
        let twice = administrator.fields("add_cover", cover("2026-12-04", "2026-12-07")).await;
        assert_eq!(twice, ["from: contradicts"]);
        let backwards = administrator.fields("add_cover", cover("2027-01-04", "2027-01-03")).await;
        assert_eq!(backwards, ["until: too_early"]);
        let id = list["covers"][0]["id"].clone();
        let left = administrator.ok("remove_cover", json!({"id": id})).await;
        assert_eq!(left["covers"], json!([]));
        let gone = administrator.call("remove_cover", json!({"id": id})).await.unwrap_err();
        assert_eq!(gone.code, ErrorCode::Missing);
        let reader = window(&world, Role::Reader);
        let refused = reader.call("list_covers", json!({})).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::Denied);
    }

    async fn the_meetings_of_some_days_are_handed_over_and_each_is_audited(world) {
        let other = another_chair(&world).await;
        let away = world.user(Role::Chair).id;
        let mut tx = world.write().await;
        let one = made_up::case(&world, &mut tx, "C-0001", "Sam Vale").await;
        let two = made_up::case(&world, &mut tx, "C-0002", "Jo Reed").await;
        let during = made_up::meeting(&world, "7F3K", "2026-12-02", "09:30", &[one]);
        let after = made_up::meeting(&world, "7F3M", "2026-12-10", "09:30", &[two]);
        let mut elsewhere = made_up::meeting(&world, "7F3N", "2026-12-10", "10:00", &[]);
        elsewhere.chair = other.id;
        for meeting in [&during, &after, &elsewhere] {
            meetings::insert(&mut tx, meeting).await.unwrap();
        }
        world.commit(tx).await;

        let administrator = window(&world, Role::MeetingAdministrator);
        let asked = json!({"from": away, "to": other.id, "first": "2026-11-30", "last": "2026-12-04"});
        let days = administrator.ok("preview_hand_over", asked).await;
        assert_eq!(days["cases"], json!([]));
        assert_eq!(days["meetings"], json!([{"id": during.id, "reference": "7F3K",
            "on": "2026-12-02", "at": "09:30", "children": ["Sam Vale"], "busyWith": null}]));
        let asked = json!({"from": away, "to": other.id, "first": null, "last": null});
        let all = administrator.ok("preview_hand_over", asked).await;
        assert_eq!(all["cases"].as_array().unwrap().len(), 2);
        assert_eq!(all["meetings"][1]["busyWith"], "7F3N");

        let hand = |meetings: Value, cases: Value| json!({"from": away, "to": other.id,
            "cases": cases, "meetings": meetings});
        let clash = administrator.call("hand_over", hand(json!([during.id, after.id]), json!([one]))).await;
        assert_eq!(clash.unwrap_err().code, ErrorCode::Refused, "all or none");
        let told = administrator.ok("hand_over", hand(json!([during.id]), json!([one]))).await;
        assert_eq!(told, json!({"cases": 1, "meetings": 1}));

        let mut tx = world.read().await;
        assert_eq!(meetings::get(&mut tx, during.id).await.unwrap().chair, other.id);
        assert_eq!(meetings::get(&mut tx, after.id).await.unwrap().chair, away);
        let entries = ::store::audit::after(&mut tx, 0, 1_000).await.unwrap();
        let handed: Vec<_> = entries.iter().filter(|entry| entry.action == "handed_over")
            .map(|entry| entry.entity.clone()).collect();
        assert_eq!(handed, ["meeting", "case"]);
        drop(tx);

        let stale = administrator.call("hand_over", hand(json!([during.id]), json!([]))).await;
        assert_eq!(stale.unwrap_err().code, ErrorCode::Stale);
        let nothing = administrator.fields("hand_over", hand(json!([]), json!([]))).await;
        assert_eq!(nothing, ["meetings: required"]);
        let to_reader = json!({"from": away, "to": world.user(Role::Reader).id,
            "cases": [], "meetings": [after.id]});
        assert_eq!(administrator.fields("hand_over", to_reader).await, ["to: not_a_choice"]);
        let reader = window(&world, Role::Reader);
        let refused = reader.call("hand_over", hand(json!([after.id]), json!([]))).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::Denied);
    }

    async fn a_view_is_saved_replaced_and_removed_by_its_owner(world) {
        let chair = window(&world, Role::Chair);
        let save = |name: &str, filter: &str| json!({"screen": "cases", "name": name, "filter": filter});
        let saved = chair.ok("save_view", save("High, north", "{\"level\":\"high\"}")).await;
        let again = chair.ok("save_view", save("High, north", "{\"level\":\"medium\"}")).await;
        assert_eq!(again["id"], saved["id"]);
        let list = chair.ok("list_saved_views", json!({"screen": "cases"})).await;
        assert_eq!(list["views"], json!([again]));
        let long = chair.fields("save_view", save(&"a".repeat(61), &"b".repeat(4_001))).await;
        assert_eq!(long, ["name: too_long", "filter: too_long"]);
        let reader = window(&world, Role::Reader);
        let hers = reader.ok("list_saved_views", json!({"screen": "cases"})).await;
        assert_eq!(hers["views"], json!([]));
        let remove = json!({"id": saved["id"]});
        let refused = reader.call("remove_view", remove.clone()).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::Missing);
        chair.ok("remove_view", remove).await;
        let list = chair.ok("list_saved_views", json!({"screen": "cases"})).await;
        assert_eq!(list["views"], json!([]));
    }

    async fn a_case_says_what_it_is_owed_and_shows_its_meetings(world) {
        let chair = window(&world, Role::Chair);
        let low = case(&chair, "Sam Vale").await["identity"]["id"].clone();
        let high = case(&chair, "Jo Reed").await["identity"]["id"].clone();
        let rate = |case: &Value, level: &str| json!({"caseId": case, "level": level,
            "reason": "toolkit", "toolkitOn": null});
        chair.ok("rate_risk", rate(&low, "low")).await;
        let rated = chair.ok("rate_risk", rate(&high, "high")).await;
        assert!(rated["due"]["rule"].as_str().unwrap().starts_with('R'), "{}", rated["due"]);
        assert!(!rated["due"]["why"].as_array().unwrap().is_empty());
        let list = chair.ok("list_cases", json!({"text": null, "level": null, "chair": null,
            "area": null, "filter": null, "order": "due", "page": null})).await;
        assert_eq!(list["total"], 2);
        assert_eq!(list["cases"][0]["id"], high, "what is due comes before what is not");
        assert_eq!(list["cases"][0]["dueBy"], rated["due"]["by"]);
        assert_eq!(list["cases"][1]["dueBy"], Value::Null);

        let mut tx = world.write().await;
        let id = high.as_str().unwrap().parse().unwrap();
        let planned = made_up::meeting(&world, "7F3K", "2026-12-02", "09:30", &[id]);
        meetings::insert(&mut tx, &planned).await.unwrap();
        world.commit(tx).await;
        let shown = chair.ok("get_case", json!({"id": high})).await;
        let meeting = &shown["meetings"][0];
        assert_eq!((&meeting["reference"], &meeting["status"]), (&json!("7F3K"), &json!("planned")));
        assert_eq!((&meeting["at"], &meeting["chairName"]), (&json!("09:30"), &json!("Robin Marsh")));
    }

    async fn a_day_that_was_added_by_mistake_is_taken_off_the_calendar(world) {
        let administrator = window(&world, Role::SystemAdministrator);
        let shut = json!({"kind": "closure", "from": "2026-12-29", "until": "2026-12-30", "name": "Winter"});
        administrator.ok("add_non_working_days", shut).await;
        let day = json!({"on": "2026-12-30"});
        let left = administrator.ok("remove_non_working_day", day.clone()).await;
        assert_eq!(left["days"].as_array().unwrap().len(), 1);
        let again = administrator.call("remove_non_working_day", day).await.unwrap_err();
        assert_eq!(again.code, ErrorCode::Missing);
    }
}

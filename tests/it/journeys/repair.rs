//! An entry was made on the wrong child: it is put right, both records say so, both clocks move.

use api::ErrorCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::on_each_database;

use super::people_and_cases::{Window, case, kinds, window};

async fn two_children(chair: &Window) -> (Value, Value) {
    let wrong = case(chair, "Sam Vale").await["identity"]["id"].clone();
    let right = case(chair, "Jo Reed").await["identity"]["id"].clone();
    (wrong, right)
}

/// The reviews that are owed, as `case: rule`.
async fn owed(chair: &Window) -> Vec<String> {
    let list = chair.ok("to_schedule", json!({"chair": null})).await;
    let rows = list["rows"].as_array().unwrap().iter();
    let row = |row: &Value| {
        let (case, rule) = (&row["caseReference"], &row["rule"]);
        format!("{}: {}", case.as_str().unwrap(), rule.as_str().unwrap())
    };
    rows.map(row).collect()
}

fn moved(kind: &str, id: &Value, to: &Value) -> Value {
    json!({"entry": {"kind": kind, "id": id}, "toCaseId": to, "reason": "two tabs were open"})
}

on_each_database! {
    async fn an_incident_on_the_wrong_child_is_moved_and_both_clocks_follow(world) {
        let chair = window(&world, Role::Chair);
        let (wrong, right) = two_children(&chair).await;
        for case in [&wrong, &right] {
            chair.ok("rate_risk", json!({"caseId": case, "level": "low", "reason": "toolkit",
                "toolkitOn": null})).await;
        }
        let before = owed(&chair).await;
        let with = chair.ok("add_incident", json!({"caseId": wrong, "happenedOn": "2026-11-20",
            "summary": "found far from home", "reviewWanted": true})).await;
        assert_eq!(owed(&chair).await.len(), before.len() + 1, "an incident calls for a review");
        let incident = with["incidents"][0]["id"].clone();
        let told = chair.ok("move_entry", moved("incident", &incident, &right)).await;
        assert_eq!(told, json!({"fromCaseId": wrong, "toCaseId": right}));
        let after = owed(&chair).await;
        assert!(!after.iter().any(|row| row.starts_with("C-0001") && !before.contains(row)), "{after:?}");
        assert!(after.iter().any(|row| row.starts_with("C-0002") && !before.contains(row)), "{after:?}");

        let left = chair.ok("get_case", json!({"id": wrong})).await;
        assert_eq!(kinds(&left), ["rated", "opened"]);
        assert_eq!(left["incidents"][0]["summary"], "found far from home");
        assert_eq!(left["incidents"][0]["voided"]["reason"], "two tabs were open");
        assert_eq!(left["incidents"][0]["voided"]["movedTo"], "C-0002");
        let there = chair.ok("get_case", json!({"id": right})).await;
        assert_eq!(kinds(&there), ["rated", "incident", "opened"]);
        assert_eq!(there["incidents"][0]["movedFrom"], "C-0001");
        assert_eq!(there["incidents"][0]["recordedBy"], "Robin Marsh");
        assert_eq!(there["incidents"][0]["voided"], Value::Null);
    }

    async fn a_rating_keeps_its_author_and_day_and_decides_the_level_of_the_right_child(world) {
        let chair = window(&world, Role::Chair);
        let (wrong, right) = two_children(&chair).await;
        let rated = chair.ok("rate_risk", json!({"caseId": wrong, "level": "high",
            "reason": "toolkit", "toolkitOn": "2026-11-20"})).await;
        assert_eq!(rated["identity"]["level"], "high");
        chair.ok("move_entry", moved("risk_rating", &rated["ratings"][0]["id"], &right)).await;
        let left = chair.ok("get_case", json!({"id": wrong})).await;
        assert_eq!(left["identity"]["level"], Value::Null);
        let there = chair.ok("get_case", json!({"id": right})).await;
        assert_eq!(there["identity"]["level"], "high");
        assert_eq!(there["ratings"][0]["toolkitOn"], "2026-11-20");
        assert_eq!(there["ratings"][0]["ratedAt"], rated["ratings"][0]["ratedAt"]);
        let again = moved("risk_rating", &rated["ratings"][0]["id"], &right);
        assert_eq!(chair.call("move_entry", again).await.unwrap_err().code, ErrorCode::Refused);
    }

    async fn what_cannot_be_moved_stays_whole(world) {
        let chair = window(&world, Role::Chair);
        let (wrong, right) = two_children(&chair).await;
        let episode = |case: &Value| json!({"caseId": case, "startedOn": "2026-11-20",
            "startedAt": "22:30", "returnedOn": "2026-11-21", "returnedAt": "08:00", "note": null});
        let gone = chair.ok("add_missing_episode", episode(&wrong)).await;
        chair.ok("add_missing_episode", episode(&right)).await;
        let id = &gone["missingEpisodes"][0]["id"];
        let problems = async |payload| chair.fields("move_entry", payload).await;
        assert_eq!(problems(moved("missing_episode", id, &right)).await, ["toCaseId: contradicts"]);
        assert_eq!(problems(moved("missing_episode", id, &wrong)).await, ["toCaseId: not_a_choice"]);
        let mut no_reason = moved("missing_episode", id, &right);
        no_reason["reason"] = json!(" ");
        assert_eq!(problems(no_reason).await, ["reason: required"]);
        let nowhere = moved("missing_episode", id, &json!("00000000-0000-0000-0000-000000000001"));
        assert_eq!(chair.call("move_entry", nowhere).await.unwrap_err().code, ErrorCode::Missing);
        let left = chair.ok("get_case", json!({"id": wrong})).await;
        assert_eq!(left["missingEpisodes"][0]["voided"], Value::Null);
        let reader = window(&world, Role::Reader);
        let refused = reader.call("move_entry", moved("missing_episode", id, &right)).await;
        assert_eq!(refused.unwrap_err().code, ErrorCode::Denied);
    }
}

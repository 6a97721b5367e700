//! An ERAM from opening to issued minutes: the day of a chair.

use api::{ApiError, ErrorCode, Host, Seat};
use app::vault::Paths;
use domain::access::Role;
use domain::case::RatingLevel;
use domain::ids::{CaseId, MeetingId};
use serde_json::{Value, json};
use tempfile::TempDir;
use testkit::{World, on_each_database};

use crate::made_up;

/// A meeting today with the four agencies of a quorum, asked and not yet marked.
struct Table {
    world: World,
    host: Host,
    _folder: TempDir,
    meeting: MeetingId,
    cases: Vec<CaseId>,
}

const TODAY: &str = "2026-11-23";

impl Table {
    async fn set(world: World, children: &[&str], on: &str) -> Self {
        let (folder, path) = testkit::db::scratch();
        let host = Host::new(Paths::new(path), world.app.clock.clone(), world.app.ids.clone());
        let mut tx = world.write().await;
        let mut cases = Vec::new();
        for (n, child) in children.iter().enumerate() {
            let case = made_up::case(&world, &mut tx, &format!("C-000{n}"), child).await;
            let at = "2026-09-28T09:00:00Z";
            made_up::rating(&world, &mut tx, case, RatingLevel::High, at).await;
            cases.push(case);
        }
        let meeting = made_up::meeting(&world, "7F3K", on, "09:00", &cases);
        store::meetings::insert(&mut tx, &meeting).await.unwrap();
        for (n, kind) in (1..).zip(["social_care", "police", "health", "education"]) {
            let agency = made_up::agency(&world, &mut tx, &format!("Agency {n}"), kind).await;
            let mut row = made_up::invitation(&world, meeting.id, agency);
            row.position = n;
            store::invitations::insert(&mut tx, &row).await.unwrap();
        }
        world.commit(tx).await;
        Self { world, host, _folder: folder, meeting: meeting.id, cases }
    }

    async fn try_call(&self, role: Role, name: &str, request: Value) -> Result<Value, ApiError> {
        let seat = Seat::taken(self.world.app.clone(), self.world.session(role));
        api::dispatch(&self.host, &seat, name, request).await
    }

    async fn call(&self, name: &str, request: Value) -> Value {
        let answer = self.try_call(Role::Chair, name, request).await;
        answer.unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    async fn refused(&self, name: &str, request: Value) -> String {
        let error = self.try_call(Role::Chair, name, request).await.unwrap_err();
        let violation = serde_json::to_value(error.violation).unwrap();
        violation["kind"].as_str().unwrap_or_default().to_owned()
    }

    async fn screen(&self) -> Value {
        self.call("live_meeting", json!({ "id": self.meeting })).await
    }

    /// The meeting's id and version, as every step of the chair names them.
    async fn read(&self) -> Value {
        json!({ "id": self.meeting, "version": self.screen().await["version"] })
    }

    async fn step(&self, name: &str, more: Value) -> Value {
        self.call(name, merged(self.read().await, more)).await
    }

    async fn open(&self) {
        self.step("open_meeting", json!({ "viceChairReason": null })).await;
    }

    async fn everybody_comes(&self) {
        self.call("mark_all_present", json!({ "meetingId": self.meeting })).await;
    }

    fn passage(&self, case: Option<CaseId>, version: u32, body: &str) -> Value {
        json!({
            "meetingId": self.meeting, "section": "child_voice", "caseId": case, "agencyId": null,
            "version": version, "body": body, "nothingToReport": false, "audience": "everyone",
            "restriction": null, "copiedFrom": null,
        })
    }

    fn new_action(&self, case: CaseId, due_on: &str) -> Value {
        json!({ "meetingId": self.meeting, "action": {
            "caseId": case, "action": "Refer to youth work", "ownerId": null,
            "ownerName": "Duty worker", "agencyId": null, "dueOn": due_on,
            "outcomeSought": null, "audience": "agencies",
        } })
    }

    fn conclusion(&self, case: CaseId, version: u32, next_on: &str) -> Value {
        json!({
            "meetingId": self.meeting, "caseId": case, "version": version, "level": "high",
            "ratingReason": "Still going missing", "toolkitOn": "2026-11-20", "voice": "attended", "voiceReason": null,
            "nrm": "threshold_not_met", "nrmReason": "No sign of travel", "nrmOwner": null,
            "nrmOn": null, "route": "continue_eram", "nextOn": next_on, "nextReason": null,
        })
    }

    async fn conclude_everybody(&self) {
        for case in &self.cases {
            self.call("save_passage", self.passage(Some(*case), 0, "I want to stay put.")).await;
            self.call("conclude_child", self.conclusion(*case, 1, "2027-01-15")).await;
        }
    }

    async fn hold(&self) {
        self.open().await;
        self.everybody_comes().await;
        self.conclude_everybody().await;
        self.step("close_meeting", json!({})).await;
    }

    async fn minutes(&self) -> Value {
        self.call("get_minutes", json!({ "meetingId": self.meeting, "number": null })).await
    }

    async fn approve(&self) -> Value {
        let minutes = self.minutes().await;
        let digest = minutes["digest"].clone();
        self.call("approve_minutes", merged(named(&minutes), json!({ "digest": digest }))).await
    }
}

fn named(minutes: &Value) -> Value {
    json!({ "id": minutes["id"], "version": minutes["version"] })
}

fn merged(mut one: Value, other: Value) -> Value {
    let Value::Object(other) = other else { panic!("not an object") };
    one.as_object_mut().unwrap().extend(other);
    one
}

fn kinds(missing: &Value) -> Vec<&str> {
    missing.as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect()
}

on_each_database! {
    async fn a_review_goes_from_open_to_issued_minutes(world) {
        let table = Table::set(world, &["Ash Quill"], TODAY).await;
        table.open().await;
        let screen = table.screen().await;
        assert_eq!(screen["status"], "in_progress");
        assert_eq!(screen["youChair"], true);
        assert_eq!(screen["children"][0]["proposals"][0]["dueBy"], "2027-01-18");
        let missing = kinds(&screen["missing"]).join(" ");
        assert!(missing.starts_with("attendance attendance attendance attendance quorum conclusion"));
        let refusal = table.refused("close_meeting", table.read().await).await;
        assert_eq!(refusal, "not_ready_to_close");

        table.everybody_comes().await;
        table.conclude_everybody().await;
        table.call("add_action", table.new_action(table.cases[0], "2026-12-07")).await;
        let again = table.call("add_action", table.new_action(table.cases[0], "2026-12-07")).await;
        assert_eq!(again["actions"].as_array().unwrap().len(), 1, "sent twice, added once");
        assert_eq!(again["missing"], json!([]));
        table.step("close_meeting", json!({})).await;

        let approved = table.approve().await;
        assert_eq!(approved["status"], "approved");
        assert_eq!(approved["actionsDueOn"], "2026-11-24", "R40");
        assert_eq!(approved["minutesDueOn"], "2026-12-07", "R41");
        let issued = table.call("issue_minutes", named(&approved)).await;
        assert_eq!(issued["issuedBy"], "Robin Marsh");
        let file = table.call("export_minutes", json!({ "id": issued["id"] })).await;
        assert_eq!(file["fileName"], "minutes-7f3k-v1.pdf");
        assert!(file["base64"].as_str().unwrap().starts_with("JVBERi0"));
    }

    async fn a_closed_meeting_leaves_a_rating_and_restarts_the_clock(world) {
        let table = Table::set(world, &["Ash Quill"], TODAY).await;
        table.hold().await;
        let mut tx = table.world.read().await;
        let facts = store::facts::of_case(&mut tx, table.cases[0]).await.unwrap();
        assert_eq!(facts.len(), 4, "two ratings, the meeting, the next date");
        let ratings = store::risk::ratings(&mut tx, &[table.cases[0]]).await.unwrap();
        let rated = ratings.iter().find(|rating| rating.meeting.is_some()).unwrap();
        assert_eq!(rated.toolkit_on.map(|on| on.to_string()).as_deref(), Some("2026-11-20"));
        drop(tx);
        let record = table.minutes().await["record"].clone();
        assert_eq!(record["children"][0]["toolkitOn"], "2026-11-20");
    }

    async fn siblings_are_each_concluded_before_closing(world) {
        let table = Table::set(world, &["Ash Quill", "Bay Quill"], TODAY).await;
        table.open().await;
        table.everybody_comes().await;
        let first = table.cases[0];
        table.call("save_passage", table.passage(Some(first), 0, "I like school.")).await;
        table.call("conclude_child", table.conclusion(first, 1, "2027-01-15")).await;
        let screen = table.screen().await;
        let missing = screen["missing"].as_array().unwrap();
        assert!(missing.iter().all(|one| one["caseId"] == json!(table.cases[1])), "{missing:?}");
        let late = table.conclusion(table.cases[1], 1, "2027-03-01");
        let error = table.try_call(Role::Chair, "conclude_child", late).await.unwrap_err();
        assert_eq!(error.fields[0].path, "nextReason");
    }

    async fn an_adjourned_meeting_is_resumed_and_counts_from_its_first_sitting(world) {
        let table = Table::set(world, &["Ash Quill"], TODAY).await;
        table.open().await;
        let adjourned = table.step("adjourn", json!({ "reason": "Fire alarm" })).await;
        assert_eq!(adjourned["status"], "adjourned");
        assert_eq!(table.refused("close_meeting", table.read().await).await, "wrong_state");
        let resumed = table.step("resume", json!({})).await;
        assert_eq!(resumed["sittings"].as_array().unwrap().len(), 2);
        table.everybody_comes().await;
        table.conclude_everybody().await;
        table.step("close_meeting", json!({})).await;
        assert_eq!(table.minutes().await["record"]["heldOn"], TODAY);
    }

    async fn a_meeting_without_a_quorum_sets_a_new_date_and_rates_nobody(world) {
        let table = Table::set(world, &["Ash Quill"], TODAY).await;
        table.open().await;
        let screen = table.screen().await;
        let absent = |row: &Value| json!({
            "invitationId": row["invitationId"], "version": row["version"], "mark": "apologies",
            "substituteName": null, "substituteId": null, "partNote": null,
            "apologyReason": "On sick leave",
        });
        let rows: Vec<Value> = screen["attendance"].as_array().unwrap().iter().map(absent).collect();
        let rows = json!({ "meetingId": table.meeting, "rows": rows });
        let marked = table.call("mark_attendance", rows).await;
        assert_eq!(marked["quorum"]["met"], false);
        let late = merged(table.read().await, json!({ "newOn": "2026-12-08" }));
        let error = table.try_call(Role::Chair, "close_inquorate", late).await.unwrap_err();
        assert_eq!(error.code, ErrorCode::Invalid, "R39: 10 working days");
        table.step("close_inquorate", json!({ "newOn": "2026-12-04" })).await;
        let mut tx = table.world.read().await;
        let facts = store::facts::of_case(&mut tx, table.cases[0]).await.unwrap();
        assert_eq!(facts.len(), 3, "one rating, the meeting, the new date");
        drop(tx);
        let record = table.minutes().await["record"].to_string();
        assert!(!record.contains("sick"), "a reason for apologies is never copied");
    }

    async fn the_chair_goes_on_without_a_quorum_and_says_why(world) {
        let table = Table::set(world, &["Ash Quill"], TODAY).await;
        table.open().await;
        table.step("override_quorum", json!({ "reason": "The risk cannot wait" })).await;
        let screen = table.screen().await;
        assert!(!kinds(&screen["missing"]).contains(&"quorum"));
        let refusal = merged(table.read().await, json!({ "newOn": "2026-12-04" }));
        assert_eq!(table.refused("close_inquorate", refusal).await, "quorum_met");
    }

    async fn approved_minutes_change_only_through_a_correction(world) {
        let table = Table::set(world, &["Ash Quill"], TODAY).await;
        table.hold().await;
        let draft = table.minutes().await;
        let case = Some(table.cases[0]);
        table.call("save_passage", table.passage(case, 1, "I want to stay put, please.")).await;
        let unread = merged(named(&draft), json!({ "digest": draft["digest"] }));
        assert_eq!(table.refused("approve_minutes", unread).await, "record_changed");
        let approved = table.approve().await;
        let late = table.passage(case, 2, "Something else");
        assert_eq!(table.refused("save_passage", late.clone()).await, "minutes_frozen");
        let reason = json!({ "reason": "A word was wrong" });
        table.call("begin_correction", merged(named(&approved), reason)).await;
        table.call("save_passage", late).await;
        let second = table.approve().await;
        assert_eq!(second["number"], 2);
        assert_eq!(second["versions"][0]["status"], "superseded");
        let first = json!({ "meetingId": table.meeting, "number": 1 });
        let first = table.call("get_minutes", first).await;
        assert_eq!(first["record"], approved["record"], "the old text stays");
    }

    async fn a_meeting_makes_more_than_one_decision(world) {
        let table = Table::set(world, &["Ash Quill"], TODAY).await;
        table.open().await;
        for decision in ["Refer to youth work", "Stay at high", "Stay at high"] {
            let request = json!({
                "meetingId": table.meeting, "id": null, "version": 0, "caseId": null,
                "decision": decision, "rationale": "Two episodes", "dissent": null,
                "dissentAgencyId": null, "audience": "everyone", "restriction": null,
            });
            table.call("save_decision", request).await;
        }
        let decisions = table.screen().await["decisions"].clone();
        let texts: Vec<_> =
            decisions.as_array().unwrap().iter().map(|one| one["decision"].clone()).collect();
        assert_eq!(texts, ["Refer to youth work", "Stay at high"], "sent twice, made once");
    }

    async fn two_writers_of_one_passage_lose_nothing(world) {
        let table = Table::set(world, &["Ash Quill"], TODAY).await;
        table.open().await;
        let case = Some(table.cases[0]);
        table.call("save_passage", table.passage(case, 0, "Mine")).await;
        let same = table.call("save_passage", table.passage(case, 0, "Mine")).await;
        assert_eq!(same["outcome"], "saved", "sent twice, saved once");
        let other = table.call("save_passage", table.passage(case, 0, "Theirs")).await;
        assert_eq!(other["outcome"], "conflict");
        assert_eq!(other["current"]["body"], "Mine");
    }

    async fn open_actions_of_the_last_meeting_are_reviewed_before_closing(world) {
        let table = Table::set(world, &["Ash Quill"], TODAY).await;
        table.hold().await;
        table.call("add_action", table.new_action(table.cases[0], "2026-12-07")).await;
        let mut tx = table.world.write().await;
        let next = made_up::meeting(&table.world, "8G4L", TODAY, "14:00", &table.cases);
        store::meetings::insert(&mut tx, &next).await.unwrap();
        table.world.commit(tx).await;
        let open = json!({ "id": next.id, "version": 1, "viceChairReason": null });
        let screen = table.call("open_meeting", open).await;
        assert_eq!(screen["lastTime"][0]["body"], "I want to stay put.");
        let action = &screen["reviewActions"][0];
        assert!(kinds(&screen["missing"]).contains(&"action_review"));
        let mut review = json!({
            "meetingId": next.id, "actionId": action["id"], "version": action["version"],
            "status": "not_done", "note": null, "notBefore": null,
        });
        let error = table.try_call(Role::Chair, "review_action", review.clone()).await.unwrap_err();
        assert_eq!(error.fields[0].path, "note");
        review["note"] = json!("Nobody was free");
        let screen = table.call("review_action", review).await;
        assert_eq!(screen["reviewActions"][0]["status"], "not_done");
        assert!(!kinds(&screen["missing"]).contains(&"action_review"));
    }

    async fn an_action_due_in_the_past_is_not_saved(world) {
        let table = Table::set(world, &["Ash Quill"], TODAY).await;
        table.open().await;
        let late = table.new_action(table.cases[0], "2026-11-20");
        let error = table.try_call(Role::Chair, "add_action", late).await.unwrap_err();
        assert_eq!(error.fields[0].path, "action.dueOn");
    }

    async fn progress_outside_meetings_is_kept_as_history(world) {
        let table = Table::set(world, &["Ash Quill"], TODAY).await;
        table.open().await;
        let screen = table.call("add_action", table.new_action(table.cases[0], "2026-12-07")).await;
        let id = screen["actions"][0]["id"].clone();
        let snooze = json!({ "id": id, "version": 1, "notBefore": "2026-12-01" });
        table.call("snooze_action", snooze).await;
        let mut filter = json!({ "filter": {
            "mine": true, "agencyId": null, "caseId": table.cases[0], "meetingId": null,
            "ownerId": null, "statuses": [], "overdue": false, "snoozed": false,
        }, "offset": 0, "limit": 50 });
        assert_eq!(table.call("list_actions", filter.clone()).await["total"], 0);
        filter["filter"]["snoozed"] = json!(true);
        let page = table.call("list_actions", filter).await;
        assert_eq!(page["actions"][0]["childName"], "Ash Quill");
        let done = json!({ "id": id, "version": 2, "status": "done", "note": null });
        let done = table.try_call(Role::Manager, "progress_action", done).await.unwrap();
        assert_eq!(done["closedOn"], TODAY);
        let action = table.call("get_action", json!({ "id": id })).await;
        assert_eq!(action["history"][0]["recordedBy"], "Alex Finch");
    }

    async fn a_meeting_is_not_opened_before_its_day(world) {
        let table = Table::set(world, &["Ash Quill"], "2026-11-24").await;
        let open = json!({ "id": table.meeting, "version": 1, "viceChairReason": null });
        assert_eq!(table.refused("open_meeting", open).await, "too_early");
    }
}

//! From the list of reviews to schedule to a cancelled meeting, by the meeting administrator.

use api::{ApiError, ErrorCode, Host, Seat};
use app::vault::Paths;
use domain::access::Role;
use domain::case::{RatingLevel, Relationship};
use domain::policy::{Event, When};
use domain::violation::Violation;
use serde_json::{Value, json};
use testkit::{World, on_each_database};

use crate::made_up;

struct Desk {
    host: Host,
    seat: Seat,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn of(world: &World, role: Role) -> Self {
        let (folder, path) = testkit::db::scratch();
        let host = Host::new(Paths::new(path), world.app.clock.clone(), world.app.ids.clone());
        let seat = Seat::taken(world.app.clone(), world.session(role));
        Self { host, seat, _folder: folder }
    }

    async fn ask(&self, name: &str, payload: Value) -> Result<Value, ApiError> {
        api::dispatch(&self.host, &self.seat, name, payload).await
    }

    async fn done(&self, name: &str, payload: Value) -> Value {
        self.ask(name, payload).await.unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }
}

/// A child rated high on 2 November and never met: the first meeting is due in ten working days,
/// on 16 November, a week ago.
async fn overdue_child(world: &World) -> domain::ids::CaseId {
    let mut tx = world.write().await;
    let case = made_up::case(world, &mut tx, "C-0001", "Ash Quill").await;
    let at = "2026-11-02T09:00:00Z";
    made_up::rating(world, &mut tx, case, RatingLevel::High, at).await;
    let police = made_up::agency(world, &mut tx, "Trentshire Police", "police").await;
    made_up::standing(world, &mut tx, police, "Jo Fern", "Detective Sergeant").await;
    let mother = made_up::person(world, &mut tx, "Wyn Quill").await;
    made_up::in_case(world, &mut tx, case, mother, Relationship::Mother).await;
    made_up::case(world, &mut tx, "C-0002", "Bay Reed").await;
    world.commit(tx).await;
    case
}

on_each_database! {
    async fn a_review_is_planned_invited_answered_moved_and_cancelled(world) {
        let case = overdue_child(&world).await;
        let desk = Desk::of(&world, Role::MeetingAdministrator);
        let list = desk.done("to_schedule", json!({})).await;
        let states: Vec<_> =
            list["rows"].as_array().unwrap().iter().map(|row| row["state"].clone()).collect();
        assert_eq!(states, ["needs_fact", "overdue"], "missing facts are first, never hidden");
        assert_eq!(list["rows"][1]["childName"], "Ash Quill");
        assert_eq!(list["rows"][1]["suggested"], "2026-11-23");

        let plan = desk
            .done("plan_options", json!({ "cases": [case], "on": "2026-12-10", "at": "09:30" }))
            .await;
        assert_eq!(plan["children"][0]["dueBy"], "2026-11-16");
        assert_eq!(plan["children"][0]["lateDays"], 24);
        assert_eq!(plan["standing"].as_array().unwrap().len(), 3);

        let chair = world.user(Role::Chair).id;
        let mut new = json!({
            "cases": [{ "caseId": case }], "on": "2026-12-10", "at": "09:30", "minutes": 90,
            "place": "Room 2", "chair": chair,
        });
        let refused = desk.ask("schedule_meeting", new.clone()).await.unwrap_err();
        assert_eq!(refused.fields[0].path, "cases.0.lateReason");
        new["cases"][0]["lateReason"] = json!("The school was shut");
        let saved = desk.done("schedule_meeting", new.clone()).await["meeting"].clone();
        assert_eq!(saved["children"][0]["lateDays"], 24);
        let again = desk.ask("schedule_meeting", new).await.unwrap_err();
        assert_eq!(again.code, ErrorCode::Refused);

        let list = desk.done("list_invitations", json!({ "meeting": saved["id"] })).await;
        assert_eq!(list["agencies"].as_array().unwrap().len(), 1);
        assert_eq!(list["family"].as_array().unwrap().len(), 2);
        let police = list["agencies"][0].clone();
        let both = json!([police["id"], list["family"][0]["id"]]);
        let send = |invitations: Value| {
            json!({ "meeting": saved["id"], "invitations": invitations, "route": "calendar_file" })
        };
        let together = desk.ask("send_invitations", send(both)).await.unwrap_err();
        assert_eq!(together.violation, Some(Violation::SeparateMessages));
        let sent = desk.done("send_invitations", send(json!([police["id"]]))).await;
        assert!(sent["subject"].as_str().unwrap().starts_with("Review meeting, ref "));
        assert!(!sent["details"].as_str().unwrap().contains("Quill"));
        let silent = desk.done("to_remind", json!({})).await;
        assert_eq!(silent["meetings"][0]["invitations"][0]["id"], police["id"]);
        let reply = json!({
            "invitation": police["id"], "version": 2, "reply": "accepted", "route": "telephone",
        });
        let list = desk.done("record_reply", reply).await;
        assert_eq!(list["meeting"]["replied"], 1);
        let gaps = list["gaps"].as_array().unwrap();
        assert!(gaps.iter().all(|gap| gap["agencyKind"] != "police"));

        a_report_comes(&desk, &saved["id"], &police["agency"]).await;
        let moved = desk
            .done("move_meeting", json!({
                "meeting": saved["id"], "version": 1, "on": "2026-12-11", "at": "14:00",
                "minutes": 60, "reason": "Room lost",
                "late": [{ "caseId": case, "lateReason": "Room lost" }],
            }))
            .await;
        assert_eq!((&moved["meeting"]["sequence"], &moved["toTellAgain"]), (&json!(1), &json!(1)));
        assert_eq!(moved["meeting"]["replied"], 0, "the reply was about the old time");
        let agenda = json!({ "from": "2026-12-01", "until": "2026-12-31" });
        let agenda = desk.done("agenda", agenda).await;
        assert_eq!(agenda["days"][0]["on"], "2026-12-11");

        desk.done("send_invitations", send(json!([police["id"]]))).await;
        let tell = json!({ "meeting": saved["id"] });
        let early = desk.ask("tell_cancelled", tell.clone()).await.unwrap_err();
        assert_eq!(early.violation, Some(Violation::WrongState { state: "planned".into() }));
        let cancel = json!({ "meeting": saved["id"], "version": 2, "reason": "Chair ill" });
        desk.done("cancel_meeting", cancel).await;
        assert_eq!(cancellations(&world, case).await, [world.app.clock.now()]);
        let told = desk.done("tell_cancelled", tell).await;
        assert!(told["subject"].as_str().unwrap().starts_with("Cancelled: Review meeting, ref "));
        assert_eq!(told["family"], json!([]), "the family was never invited to this time");
        let name = told["calendarFile"]["name"].as_str().unwrap();
        assert!(name.ends_with("-cancelled.ics"), "{name}");
        assert!(!told.to_string().contains("Chair ill"));
        let list = desk.done("to_schedule", json!({})).await;
        assert_eq!(list["rows"][1]["caseId"], json!(case), "the child is owed a meeting again");
        assert_eq!(desk.done("today", json!({})).await["overdueReviews"], 1);
    }
}

/// When the clocks of a case were told that a meeting was cancelled.
async fn cancellations(world: &World, case: domain::ids::CaseId) -> Vec<domain::clock::Instant> {
    let mut tx = world.read().await;
    let facts = store::facts::of_case(&mut tx, case).await.unwrap();
    let cancelled = facts.into_iter().filter_map(|fact| match (fact.event, fact.when) {
        (Event::MeetingCancelled { .. }, When::At(at)) => Some(at),
        _ => None,
    });
    cancelled.collect()
}

async fn a_report_comes(desk: &Desk, meeting: &Value, agency: &Value) {
    let ask = json!({ "meeting": meeting, "agencies": [agency] });
    let asked = desk.done("ask_reports", ask).await["reports"][0].clone();
    assert_eq!(asked["dueOn"], "2026-12-07");
    let chased = json!({ "report": asked["id"], "version": 1 });
    assert_eq!(desk.done("chase_report", chased).await["reports"][0]["chased"], 1);
    let file = json!({
        "name": "Ash Quill.PDF", "mediaType": "application/pdf", "content": "bWFkZSB1cA==",
    });
    let receipt = json!({ "report": asked["id"], "version": 2, "file": file });
    let received = desk.done("receive_report", receipt).await["reports"][0].clone();
    assert_eq!(received["state"], "received");
    let export = json!({ "document": received["document"] });
    let exported = desk.done("export_document", export).await;
    assert_eq!(exported["content"], "bWFkZSB1cA==");
    let name = exported["name"].as_str().unwrap();
    assert!(name.starts_with("report-") && name.ends_with(".pdf") && !name.contains("Quill"));
}

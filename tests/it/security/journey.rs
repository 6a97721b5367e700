//! The program's part: from first run to a locked store, through the router as the window does.

use std::io::{BufRead as _, Write as _};
use std::path::PathBuf;
use std::sync::Arc;

use api::{Host, Seat};
use app::vault::Paths;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use domain::clock::FixedClock;
use domain::ids::TimeOrderedIds;
use serde_json::{Value, json};

use super::planted as p;

/// The folder of everything the program may write.
pub(super) const HOME: &str = "CONVENOR_MARKERS_HOME";
/// Where a person saves what they take out.
pub(super) const SAVED: &str = "CONVENOR_MARKERS_SAVED";

pub(super) const PASSPHRASE: &str = "kestrelmoxy bramblefane loopgarrow";

const TODAY: &str = "2026-11-23";

#[expect(clippy::disallowed_methods, reason = "the folders are told to a process by these")]
fn folder(name: &str) -> PathBuf {
    std::env::var(name).unwrap().into()
}

struct Window {
    host: Arc<Host>,
    seat: Seat,
}

impl Window {
    async fn sign_in(host: &Arc<Host>, user: &Value) -> Self {
        let window = Self { host: Arc::clone(host), seat: Seat::default() };
        window.call("sign_in", json!({ "userId": user, "passphrase": PASSPHRASE })).await;
        window
    }

    async fn call(&self, name: &str, request: Value) -> Value {
        let answer = api::dispatch(&self.host, &self.seat, name, request).await;
        answer.unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }
}

/// Says a line and, when it asks to look, waits until that is done.
fn say(line: &str) {
    let mut output = std::io::stdout().lock();
    write!(output, "\n{line}\n").unwrap();
    output.flush().unwrap();
    if line.starts_with("look ") {
        std::io::stdin().lock().read_line(&mut String::new()).unwrap();
    }
}

/// The whole way.
pub(super) async fn go() {
    let store = folder(HOME).join("records.convenor");
    let clock = Arc::new(FixedClock(testkit::world::NOW.parse().unwrap()));
    let host = Arc::new(Host::new(Paths::new(store), clock, Arc::new(TimeOrderedIds)));
    let first = Window { host: Arc::clone(&host), seat: Seat::default() };
    let new = json!({
        "authority": "Trentshire", "profile": "trentshire", "name": "Robin Marsh",
        "passphrase": PASSPHRASE,
    });
    let made = first.call("create_store", new).await;
    say(&format!("recovery key {}", made["recoveryKey"].as_str().unwrap()));
    let chair = Window::sign_in(&host, &made["userId"]).await;
    let new = json!({
        "name": "Alex Finch", "jobTitle": null, "passphrase": PASSPHRASE,
        "roles": ["manager", "meeting_administrator"],
    });
    let second = Window::sign_in(&host, &chair.call("add_user", new).await["id"]).await;

    let (case, parent) = open_case(&chair, &made["userId"]).await;
    let meeting = schedule(&chair, &case, &made["userId"]).await;
    report_comes(&chair, &meeting).await;
    hold(&chair, &meeting, &case).await;
    say("look held");
    issue(&chair, &second, &meeting, &case, &parent).await;
    say("look issued");
    let to = folder(HOME).join("backup/copy.db");
    chair.call("back_up", json!({ "to": to })).await;
    say("look backed up");
    chair.call("lock", json!({})).await;
    second.call("lock", json!({})).await;
    say("look locked");
}

fn person(name: &str, more: Value) -> Value {
    let mut details = json!({
        "name": name, "dateOfBirth": null, "gender": null, "pronouns": null, "email": null,
        "phone": null, "professional": false, "safeAddressReason": null, "notes": null,
        "names": [], "addresses": [], "identifiers": [],
    });
    let Value::Object(more) = more else { panic!("not an object") };
    details.as_object_mut().unwrap().extend(more);
    json!({ "details": details, "confirmed": true })
}

async fn open_case(chair: &Window, user: &Value) -> (Value, Value) {
    let child = json!({
        "dateOfBirth": "2011-03-04", "notes": format!("Known as {}", p::NOTES),
        "safeAddressReason": format!("Moved away from {}", p::SAFE_ADDRESS),
        "names": [{ "kind": "alias", "name": p::ALIAS }],
        "addresses": [{ "kind": "home", "address": format!("14 {} Row", p::ADDRESS),
            "from": null, "until": null }],
        "identifiers": [{ "kind": "case_system", "identifier": p::IDENTIFIER }],
    });
    let name = format!("Ottrilexa {}", p::CHILD);
    let child = chair.call("add_person", person(&name, child)).await["person"]["id"].clone();
    let name = format!("Wynne {}", p::PARENT);
    let parent = chair.call("add_person", person(&name, json!({}))).await["person"]["id"].clone();
    let open = json!({
        "childId": child, "openedOn": "2026-11-02", "chair": user, "area": p::AREA,
        "exploitation": ["criminal"],
    });
    let case = chair.call("open_case", open).await["identity"]["id"].clone();
    let place = json!({
        "relationship": "mother", "description": null, "agencyId": null,
        "parentalResponsibility": true, "invited": true,
    });
    let place = json!({ "caseId": case, "personId": parent, "place": place });
    chair.call("add_case_person", place).await;
    let rated = format!("Seen with {}", p::RATING);
    let rated = json!({ "caseId": case, "level": "high", "reason": rated, "toolkitOn": null });
    chair.call("rate_risk", rated).await;
    let incident = json!({
        "caseId": case, "happenedOn": "2026-11-20", "summary": format!("Found at {}", p::INCIDENT),
        "reviewWanted": false,
    });
    chair.call("add_incident", incident).await;
    let episode = json!({
        "caseId": case, "startedOn": "2026-11-20", "startedAt": "22:30",
        "returnedOn": "2026-11-21", "returnedAt": "08:00", "note": p::EPISODE,
    });
    chair.call("add_missing_episode", episode).await;
    (case, parent)
}

async fn schedule(chair: &Window, case: &Value, user: &Value) -> Value {
    for kind in ["social_care", "police", "health", "education"] {
        let agency = json!({
            "name": format!("Trentshire {kind}"), "kind": kind,
            "email": format!("{kind}@trentshire.example"), "secureEmail": true, "phone": null,
        });
        let agency = chair.call("add_agency", json!({ "details": agency })).await["id"].clone();
        let officer = person(&format!("{kind} {}", p::OFFICER), json!({ "professional": true }));
        let officer = chair.call("add_person", officer).await["person"]["id"].clone();
        let post = json!({
            "personId": officer, "agencyId": agency, "title": "Officer", "standing": "eram",
        });
        chair.call("add_post", post).await;
    }
    let new = json!({
        "cases": [{ "caseId": case }], "on": "2026-11-24", "at": "09:30", "minutes": 90,
        "place": "Room 2", "chair": user,
    });
    let meeting = chair.call("schedule_meeting", new).await["meeting"].clone();
    let moved = json!({
        "meeting": meeting["id"], "version": 1, "on": TODAY, "at": "09:00", "minutes": 90,
        "reason": format!("Room lost to {}", p::MOVED), "late": [],
    });
    chair.call("move_meeting", moved).await;
    meeting["id"].clone()
}

async fn report_comes(chair: &Window, meeting: &Value) {
    let list = chair.call("list_reports", json!({ "meeting": meeting })).await;
    let agency = list["notAsked"][0]["id"].clone();
    let ask = json!({ "meeting": meeting, "agencies": [agency], "dueOn": TODAY });
    let asked = chair.call("ask_reports", ask).await["reports"][0].clone();
    let bytes = format!("%PDF-1.7 {} ", p::REPORT).repeat(400);
    let file = json!({
        "name": format!("{}.pdf", p::REPORT_NAME), "mediaType": "application/pdf",
        "content": BASE64.encode(bytes),
    });
    let receipt = json!({ "report": asked["id"], "version": asked["version"], "file": file });
    chair.call("receive_report", receipt).await;
}

async fn hold(chair: &Window, meeting: &Value, case: &Value) {
    let screen = chair.call("live_meeting", json!({ "id": meeting })).await;
    let concluded = screen["children"][0]["conclusion"]["version"].clone();
    let open = json!({ "id": meeting, "version": screen["version"], "viceChairReason": null });
    let screen = chair.call("open_meeting", open).await;
    let rows: Vec<Value> = screen["attendance"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            json!({
                "invitationId": row["invitationId"], "version": row["version"], "mark": "present",
                "substituteName": null, "substituteId": null, "partNote": p::PART,
                "apologyReason": null,
            })
        })
        .collect();
    let first = rows[0]["invitationId"].clone();
    chair.call("mark_attendance", json!({ "meetingId": meeting, "rows": rows })).await;
    let interest = json!({
        "meetingId": meeting, "invitationId": first, "interest": p::INTEREST, "takesPart": true,
    });
    chair.call("declare_interest", interest).await;
    let permitted = format!("We will meet the family again at {} in January.", p::PERMITTED);
    for (section, by_child, audience, body) in [
        ("purpose", false, "everyone", permitted.as_str()),
        ("child_voice", true, "everyone", p::VOICE),
        ("analysis", true, "closed", p::CLOSED),
    ] {
        let passage = json!({
            "meetingId": meeting, "section": section,
            "caseId": if by_child { case.clone() } else { Value::Null }, "agencyId": null,
            "version": 0, "body": body, "nothingToReport": false, "audience": audience,
            "restriction": null, "copiedFrom": null,
        });
        chair.call("save_passage", passage).await;
    }
    let decision = json!({
        "meetingId": meeting, "id": null, "version": 0, "caseId": case, "decision": p::DECISION,
        "rationale": p::RATIONALE, "dissent": p::DISSENT, "dissentAgencyId": null,
        "audience": "agencies", "restriction": null,
    });
    chair.call("save_decision", decision).await;
    let action = json!({
        "caseId": case, "action": p::ACTION, "ownerId": null, "ownerName": p::OWNER,
        "agencyId": null, "dueOn": "2026-12-07", "outcomeSought": p::OUTCOME,
        "audience": "agencies",
    });
    chair.call("add_action", json!({ "meetingId": meeting, "action": action })).await;
    let conclusion = json!({
        "meetingId": meeting, "caseId": case, "version": concluded, "level": "high",
        "ratingReason": p::CONCLUSION, "voice": "attended", "voiceReason": null,
        "nrm": "threshold_not_met", "nrmReason": "No sign of travel", "nrmOwner": null,
        "nrmOn": null, "route": "continue_eram", "nextOn": "2027-01-15", "nextReason": null,
    });
    let screen = chair.call("conclude_child", conclusion).await;
    assert_eq!(screen["missing"], json!([]));
    let close = json!({ "id": meeting, "version": screen["version"] });
    chair.call("close_meeting", close).await;
}

fn named(view: &Value) -> Value {
    json!({ "id": view["id"], "version": view["version"] })
}

async fn issue(chair: &Window, second: &Window, meeting: &Value, case: &Value, parent: &Value) {
    let draft = json!({ "meetingId": meeting, "number": null });
    let draft = chair.call("get_minutes", draft).await;
    let mut approve = named(&draft);
    approve["digest"] = draft["digest"].clone();
    let approved = chair.call("approve_minutes", approve).await;
    chair.call("issue_minutes", named(&approved)).await;

    let prepare = json!({
        "meetingId": meeting, "caseId": case, "recipientKind": "family", "personId": parent,
        "recipient": "The parent",
    });
    let mut view = chair.call("prepare_release", prepare).await;
    let parts = view["parts"].as_array().unwrap().clone();
    for part in parts.iter().filter(|part| part["part"] == "passage") {
        let is_voice = part["original"].as_str().is_some_and(|text| text.contains(p::VOICE));
        if is_voice {
            let mut choose = named(&view["release"]);
            choose["part"] = json!("passage");
            choose["partId"] = part["partId"].clone();
            choose["choice"] = json!("reword");
            choose["reason"] = json!("child_wishes");
            choose["wording"] = json!(format!("In other words: {}.", p::REWORDED));
            view = chair.call("choose_part", choose).await;
        }
    }
    // What nobody decided on is withheld, but not the words that the family may read.
    let cards = view["words"].as_array().unwrap().clone();
    let words: Vec<Value> = cards
        .iter()
        .filter(|card| card["certain"] == false && card["decision"].is_null())
        .map(|card| {
            let word = card["word"].as_str().unwrap();
            let is_permitted =
                [p::PERMITTED, p::REWORDED].iter().any(|one| one.eq_ignore_ascii_case(word));
            let choice = if is_permitted { "keep" } else { "withhold" };
            json!({ "word": card["word"], "choice": choice })
        })
        .collect();
    if !words.is_empty() {
        let mut decide = named(&view["release"]);
        decide["words"] = Value::Array(words);
        view = chair.call("decide_words", decide).await;
    }
    view = chair.call("submit_release", named(&view["release"])).await;
    view = second.call("approve_release", named(&view["release"])).await;
    let mut go = named(&view["release"]);
    go["route"] = json!("by hand");
    view = second.call("issue_release", go).await;
    let export = json!({ "id": view["release"]["id"] });
    let file = chair.call("export_release", export).await;
    let bytes = BASE64.decode(file["content"].as_str().unwrap()).unwrap();
    std::fs::write(folder(SAVED).join("copy.pdf"), bytes).unwrap();
}

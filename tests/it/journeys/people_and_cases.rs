//! A child is added, a case opened, rated, and put right; duplicates become one.

use api::{ErrorCode, Host, Seat};
use app::vault::Paths;
use domain::access::Role;
use domain::clock::FixedClock;
use domain::ids::CountedIds;
use serde_json::{Value, json};
use std::sync::Arc;
use testkit::{World, on_each_database};

pub(super) struct Window {
    host: Host,
    seat: Seat,
}

pub(super) fn window(world: &World, role: Role) -> Window {
    let clock = Arc::new(FixedClock(testkit::world::NOW.parse().unwrap()));
    let paths = Paths::new(std::path::Path::new("never-opened.db"));
    let host = Host::new(paths, clock, Arc::new(CountedIds::new(9)));
    Window { host, seat: Seat::taken(world.app.clone(), world.session(role)) }
}

impl Window {
    pub(super) async fn call(&self, name: &str, payload: Value) -> Result<Value, api::ApiError> {
        api::dispatch(&self.host, &self.seat, name, payload).await
    }

    pub(super) async fn ok(&self, name: &str, payload: Value) -> Value {
        self.call(name, payload).await.unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    /// The field problems of a refusal, as `path: code`.
    pub(super) async fn fields(&self, name: &str, payload: Value) -> Vec<String> {
        let error = self.call(name, payload).await.unwrap_err();
        assert_eq!(error.code, ErrorCode::Invalid, "{error:?}");
        error.fields.iter().map(|field| format!("{}: {}", field.path, field.code)).collect()
    }
}

fn details(name: &str) -> Value {
    json!({"name": name, "dateOfBirth": "2011-03-04", "gender": null, "pronouns": null,
        "email": null, "phone": null, "professional": false, "safeAddressReason": null,
        "notes": null, "names": [], "addresses": [], "identifiers": []})
}

pub(super) async fn child(window: &Window, name: &str) -> Value {
    let request = json!({"details": details(name), "confirmed": true});
    window.ok("add_person", request).await["person"].clone()
}

pub(super) async fn case(window: &Window, name: &str) -> Value {
    let child = child(window, name).await;
    window
        .ok(
            "open_case",
            json!({"childId": child["id"], "openedOn": "2026-10-01", "chair": null,
            "area": "North", "exploitation": ["criminal", "county_lines"]}),
        )
        .await
}

pub(super) fn kinds(case: &Value) -> Vec<&str> {
    let lines = case["chronology"].as_array().unwrap();
    lines.iter().map(|line| line["kind"].as_str().unwrap()).collect()
}

on_each_database! {
    async fn a_case_is_opened_rated_and_closed(world) {
        let chair = window(&world, Role::Chair);
        let opened = case(&chair, "Sam Vale").await;
        assert_eq!(opened["identity"]["reference"], "C-0001");
        let id = &opened["identity"]["id"];
        for (level, change) in [("medium", "first"), ("high", "raised"), ("high", "confirmed"), ("low", "lowered")] {
            let rated = chair.ok("rate_risk", json!({"caseId": id, "level": level,
                "reason": "toolkit", "toolkitOn": null})).await;
            assert_eq!(rated["ratings"][0]["change"], change);
            assert_eq!(rated["ratings"][0]["ratedBy"], "Robin Marsh");
        }
        let list = chair.ok("list_cases", json!({"text": "vale", "level": "low", "chair": null,
            "area": "North", "filter": null, "order": "level", "page": null})).await;
        assert_eq!(list["total"], 1);
        assert_eq!(list["cases"][0]["levelSince"], "2026-11-23");
        assert_eq!(list["areas"], json!(["North"]));
        let past = chair.ok("list_cases", json!({"text": null, "level": null, "chair": null,
            "area": null, "filter": null, "order": null, "page": 9})).await;
        assert_eq!(past["total"], 1, "a page past the end still says how many there are");
        assert_eq!(past["cases"], json!([]));
        let closed = chair.ok("close_case", json!({"id": id, "version": opened["version"],
            "on": "2026-11-23", "reason": "moved away"})).await;
        assert_eq!(kinds(&closed), ["rated", "rated", "rated", "rated", "closed", "opened"]);
        let refused = chair.call("rate_risk", json!({"caseId": id, "level": "low",
            "reason": "x", "toolkitOn": null})).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::Refused);
        let stale = chair.call("reopen_case", json!({"id": id, "version": 1, "reason": "x"})).await;
        assert_eq!(stale.unwrap_err().code, ErrorCode::Stale);
        let again = chair.ok("reopen_case", json!({"id": id, "version": closed["version"],
            "reason": "came back"})).await;
        assert_eq!(again["identity"]["closedOn"], Value::Null);
        assert_eq!(again["reopenedOn"], "2026-11-23");
        assert_eq!(again["reopenedReason"], "came back");
        assert!(kinds(&again).contains(&"reopened"));
        assert_eq!(case(&chair, "Jo Reed").await["identity"]["reference"], "C-0002");
    }

    async fn what_was_entered_wrong_stays_and_no_longer_counts(world) {
        let chair = window(&world, Role::Chair);
        let id = case(&chair, "Sam Vale").await["identity"]["id"].clone();
        let late = chair.fields("add_incident", json!({"caseId": id, "happenedOn": "2026-11-24",
            "summary": "x", "reviewWanted": true})).await;
        assert_eq!(late, ["happenedOn: in_future"]);
        let with = chair.ok("add_incident", json!({"caseId": id, "happenedOn": "2026-11-20",
            "summary": "found far from home", "reviewWanted": true})).await;
        let incident = with["incidents"][0]["id"].clone();
        let void = json!({"entry": {"kind": "incident", "id": incident}, "reason": "another child"});
        chair.ok("void_entry", void.clone()).await;
        assert_eq!(chair.call("void_entry", void).await.unwrap_err().code, ErrorCode::Refused);
        let case = chair.ok("get_case", json!({"id": id})).await;
        assert_eq!(case["incidents"][0]["voided"]["reason"], "another child");
        assert_eq!(kinds(&case), ["opened"]);
    }

    async fn a_missing_episode_must_fit_with_the_others(world) {
        let chair = window(&world, Role::Chair);
        let id = case(&chair, "Sam Vale").await["identity"]["id"].clone();
        let episode = |from: &str, to: Option<&str>| json!({"caseId": id, "startedOn": from,
            "startedAt": "22:30", "returnedOn": to, "returnedAt": to.map(|_| "08:00"), "note": null});
        let gone = chair.ok("add_missing_episode", episode("2026-11-20", None)).await;
        let overlap = chair.fields("add_missing_episode", episode("2026-11-21", Some("2026-11-22"))).await;
        assert_eq!(overlap, ["startedOn: contradicts"]);
        let missing = gone["missingEpisodes"][0]["id"].clone();
        let early = chair.fields("end_missing_episode", json!({"id": missing,
            "returnedOn": "2026-11-20", "returnedAt": "22:00"})).await;
        assert_eq!(early, ["returnedOn: too_early"]);
        let back = chair.ok("end_missing_episode", json!({"id": missing,
            "returnedOn": "2026-11-21", "returnedAt": "07:15"})).await;
        assert_eq!(back["missingEpisodes"][0]["returnedAt"], "2026-11-21T07:15:00+00:00");
        assert_eq!(kinds(&back), ["returned", "went_missing", "opened"]);
    }

    async fn somebody_who_may_be_known_already_is_asked_about(world) {
        let administrator = window(&world, Role::MeetingAdministrator);
        let known = child(&administrator, "Siân Žak").await;
        for (name, likeness) in [("sian zak", "same_name"), ("Shan Zac", "same_birth_similar_name")] {
            let asked = administrator.ok("add_person", json!({"details": details(name), "confirmed": false})).await;
            assert_eq!(asked["person"], Value::Null);
            assert_eq!(asked["candidates"][0]["id"], known["id"]);
            assert_eq!(asked["candidates"][0]["likeness"], likeness);
        }
        let other = json!({"details": {"name": "Robert Pell", "dateOfBirth": null, "gender": null,
            "pronouns": null, "email": "nowhere", "phone": null, "professional": true,
            "safeAddressReason": null, "notes": null, "names": [{"kind": "alias", "name": " "}],
            "addresses": [], "identifiers": []}, "confirmed": false});
        let problems = administrator.fields("add_person", other).await;
        assert_eq!(problems, ["details.email: not_an_email", "details.names.0.name: required"]);
    }

    async fn two_records_of_one_person_become_one_and_nothing_is_lost(world) {
        let chair = window(&world, Role::Chair);
        let opened = case(&chair, "Sam Vale").await;
        let double = child(&chair, "Samuel Vale").await;
        let child_id = &opened["identity"]["childId"];
        let kept = chair.ok("get_person", json!({"id": child_id})).await;
        let merged = chair.ok("merge_people", json!({"keep": double["id"],
            "keepVersion": double["version"], "duplicate": child_id,
            "duplicateVersion": kept["version"]})).await;
        assert_eq!(merged["moved"], 1);
        assert_eq!(merged["person"]["details"]["names"], json!([{"kind": "alias", "name": "Sam Vale"}]));
        assert_eq!(merged["person"]["cases"][0]["reference"], "C-0001");
        let gone = chair.ok("get_person", json!({"id": child_id})).await;
        assert_eq!(gone["mergedInto"], double["id"]);
        let list = chair.ok("list_people", json!({"text": "sam", "filter": null, "page": null})).await;
        assert_eq!(list["total"], 1);
        let past = chair.ok("list_people", json!({"text": "sam", "filter": null, "page": 9})).await;
        assert_eq!((&past["total"], &past["people"]), (&json!(1), &json!([])));
    }

    async fn agencies_merge_and_their_posts_move(world) {
        let chair = window(&world, Role::Chair);
        let agency = async |name: &str| chair.ok("add_agency", json!({"details": {"name": name,
            "kind": "police", "email": null, "secureEmail": true, "phone": null}})).await;
        let (keep, double) = (agency("Trentshire Police").await, agency("Trent Police").await);
        let taken = chair.fields("add_agency", json!({"details": {"name": "TRENT police",
            "kind": "police", "email": null, "secureEmail": true, "phone": null}})).await;
        assert_eq!(taken, ["details.name: taken"]);
        let officer = child(&chair, "Dana Orr").await;
        chair.ok("add_post", json!({"personId": officer["id"], "agencyId": double["id"],
            "title": "Detective Sergeant", "standing": "eram"})).await;
        let merged = chair.ok("merge_agencies", json!({"keep": keep["id"], "keepVersion": 1,
            "duplicate": double["id"], "duplicateVersion": 1})).await;
        assert_eq!(merged["moved"], 1);
        let standing = chair.ok("list_standing", json!({"meetingType": "eram"})).await;
        assert_eq!(standing["posts"][0]["agencyName"], "Trentshire Police");
        let list = chair.ok("list_agencies", json!({"text": "trent", "kind": null, "active": true})).await;
        assert_eq!(list["agencies"].as_array().unwrap().len(), 1);
        let detail = chair.ok("get_agency", json!({"id": keep["id"]})).await;
        assert_eq!(detail["posts"][0]["personName"], "Dana Orr");
    }

    async fn people_in_a_case_come_and_go(world) {
        let chair = window(&world, Role::Chair);
        let id = case(&chair, "Sam Vale").await["identity"]["id"].clone();
        let mother = child(&chair, "Kim Vale").await;
        let place = json!({"relationship": "mother", "description": null, "agencyId": null,
            "parentalResponsibility": true, "invited": true});
        let add = json!({"caseId": id, "personId": mother["id"], "place": place});
        let with = chair.ok("add_case_person", add.clone()).await;
        assert_eq!(with["people"][0]["name"], "Kim Vale");
        assert_eq!(chair.fields("add_case_person", add).await, ["place.relationship: taken"]);
        let gone = chair.ok("remove_case_person", json!({"id": with["people"][0]["id"], "until": null})).await;
        assert_eq!(gone["people"][0]["until"], "2026-11-23");
        assert_eq!(gone["people"][0]["invited"], false);
    }

    async fn a_system_administrator_sees_no_case(world) {
        let chair = window(&world, Role::Chair);
        let id = case(&chair, "Sam Vale").await["identity"]["id"].clone();
        let administrator = window(&world, Role::SystemAdministrator);
        let refused = administrator.call("get_case", json!({"id": id})).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::Denied);
        let reader = window(&world, Role::Reader);
        reader.ok("get_case", json!({"id": id})).await;
        let rate = json!({"caseId": id, "level": "low", "reason": "x", "toolkitOn": null});
        assert_eq!(reader.call("rate_risk", rate).await.unwrap_err().code, ErrorCode::Denied);
    }

    async fn an_administrator_publishes_a_new_figure_and_adds_a_closure(world) {
        let administrator = window(&world, Role::SystemAdministrator);
        let new = json!({"id": "R01", "part": null, "version": 1, "effectiveFrom": "2027-01-01",
            "figure": {"n": 6, "unit": "weeks"}, "title": "High risk: every 6 weeks",
            "source": "Board paper", "paragraph": null, "status": "local"});
        let row = administrator.ok("set_rule_version", new.clone()).await;
        assert_eq!(row["value"], "at least every 6 weeks");
        assert_eq!(row["inForce"], false);
        let again = administrator.call("set_rule_version", new).await.unwrap_err();
        assert_eq!(again.code, ErrorCode::Stale);
        let list = administrator.ok("list_rules", json!({})).await;
        let versions = list["rules"].as_array().unwrap().iter().filter(|row| row["id"] == "R01");
        let ends: Vec<_> = versions.map(|row| row["effectiveTo"].clone()).collect();
        assert_eq!(ends, [json!("2026-12-31"), Value::Null]);
        let shut = json!({"kind": "closure", "from": "2026-12-29", "until": "2026-12-31", "name": "Winter"});
        let days = administrator.ok("add_non_working_days", shut.clone()).await;
        assert_eq!(days["days"].as_array().unwrap().len(), 3);
        assert_eq!(administrator.fields("add_non_working_days", shut).await, ["from: taken"]);
        let chair = window(&world, Role::Chair);
        chair.ok("list_rules", json!({})).await;
    }

    async fn a_child_is_found_with_their_case_by_whoever_may_read_cases(world) {
        let chair = window(&world, Role::Chair);
        let opened = case(&chair, "Siân Vale").await;
        let search = |text: &str| json!({"text": text});
        let found = chair.ok("search", search("shan vail")).await;
        assert_eq!(found["people"][0]["name"], "Siân Vale");
        assert_eq!(found["people"][0]["matched"], "similar");
        assert_eq!(found["people"][0]["caseReference"], "C-0001");
        let by_reference = chair.ok("search", search("c-0001")).await;
        assert_eq!(by_reference["cases"], json!([{"id": opened["identity"]["id"],
            "reference": "C-0001", "childName": "Siân Vale", "open": true}]));
        assert_eq!(chair.fields("search", search(" ")).await, ["text: required"]);
        assert_eq!(chair.fields("search", search(&"a".repeat(201))).await, ["text: too_long"]);
        for role in [Role::Auditor, Role::SystemAdministrator] {
            let refused = window(&world, role).call("search", search("vale")).await.unwrap_err();
            assert_eq!(refused.code, ErrorCode::Denied, "{role}");
        }
    }
}

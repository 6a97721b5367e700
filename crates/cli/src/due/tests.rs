//! The contract, through the door a script uses.

use serde_json::{Value, json};

use super::*;

fn ask(profile: &str, on: &str, facts: &Value) -> Result<Value, DueError> {
    let input = json!({ "profile": profile, "on": on, "cases": [{ "id": "c1", "facts": facts }] });
    run(&input.to_string()).map(|output| serde_json::from_str(&output).unwrap())
}

fn due(profile: &str, on: &str, facts: &Value) -> Value {
    ask(profile, on, facts).unwrap()["cases"][0]["due"].clone()
}

/// The faults of an input, as `path code`.
fn faults(input: &Value) -> Vec<String> {
    let error = run(&input.to_string()).unwrap_err();
    let words = |code: FieldCode| serde_json::to_value(code).unwrap().as_str().unwrap().to_owned();
    error.fields.iter().map(|fault| format!("{} {}", fault.path, words(fault.code))).collect()
}

#[test]
fn the_example_of_the_contract_gives_its_answer() {
    let facts = json!([
        {"kind": "risk_rated", "process": "eram", "level": "high", "at": "2026-01-05T10:00:00Z"},
        {"kind": "meeting_held", "process": "eram", "type": "initial", "at": "2026-01-08T10:00:00Z"},
    ]);
    let found = due("nottingham-city", "2026-03-02T09:00:00Z", &facts);
    assert_eq!(
        found,
        json!([{
            "rule": "R01", "process": "eram", "what": "review meeting", "due_by": "2026-03-05",
            "suggest_by": "2026-03-05", "state": "due_soon", "days_left": 3,
            "why": [
                "The last ERAM was held on 8 January 2026.",
                "High risk means at most 8 weeks between meetings (R01, Nottingham City scrutiny \
                 pack, September 2023).",
                "That gives 5 March 2026.",
            ],
            "facts": [1, 0],
        }])
    );
}

#[test]
fn every_fact_kind_of_the_contract_is_read() {
    let facts = json!([
        {"kind": "risk_rated", "process": "eram", "level": "low", "on": "2026-01-05"},
        {"kind": "meeting_held", "process": "eram", "on": "2026-01-06", "quorate": false},
        {"kind": "meeting_held", "process": "hsb", "on": "2026-01-06", "quorate": false,
         "override": true},
        {"kind": "meeting_held", "process": "eram", "at": "2026-01-14T10:00:00Z",
         "sittings": ["2026-01-07T10:00:00Z", "2026-01-14T10:00:00Z"]},
        {"kind": "significant_incident", "process": "eram", "on": "2026-01-20"},
        {"kind": "panel_required", "process": "hsb", "on": "2026-01-20"},
        {"kind": "referral_received", "process": "ma", "on": "2026-01-20"},
        {"kind": "meeting_cancelled", "process": "eram", "on": "2026-01-20"},
        {"kind": "correction", "of": 4, "on": "2026-01-21"},
        {"kind": "strategy_discussion", "on": "2026-01-21"},
        {"kind": "employer_aware", "on": "2026-01-21"},
        {"kind": "conference_held", "type": "icpc", "on": "2026-01-28"},
        {"kind": "conference_held", "process": "rcpc", "on": "2026-02-03"},
        {"kind": "missing_started", "on": "2026-02-04"},
        {"kind": "missing_returned", "at": "2026-02-05T08:00:00Z"},
        {"kind": "rhi_completed", "on": "2026-02-06"},
        {"kind": "next_date_set", "process": "ma", "on": "2026-02-06", "date": "2026-03-03"},
        {"kind": "birth", "on": "2026-02-06"},
        {"kind": "closed", "process": "hsb", "on": "2026-02-06"},
    ]);
    let found = due("trentshire", "2026-02-09T09:00:00Z", &facts);
    let rules: Vec<&str> =
        found.as_array().unwrap().iter().map(|line| line["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["R22", "R23", "R47", "R03"], "{found}");
}

#[test]
fn an_open_managing_allegations_case_without_a_next_date_is_overdue() {
    let facts = json!([{"kind": "meeting_held", "process": "ma", "on": "2026-01-06"}]);
    for profile in ["nottingham-city", "nottinghamshire-county", "trentshire", "blank"] {
        let found = due(profile, "2026-02-09T09:00:00Z", &facts);
        let lines = found.as_array().unwrap();
        let missing = lines.iter().find(|line| line["rule"] == "R26").unwrap();
        assert_eq!(missing["state"], "overdue", "{profile}");
        assert!(missing.get("due_by").is_none(), "{profile}");
    }
}

#[test]
fn a_next_date_may_be_given_by_its_day_alone() {
    for fact in [
        json!({"kind": "next_date_set", "process": "ma", "on": "2026-03-03"}),
        json!({"kind": "next_date_set", "process": "ma", "at": "2026-03-03T10:00:00Z"}),
        json!({"kind": "next_date_set", "process": "ma", "on": "2026-01-06", "date": "2026-03-03"}),
    ] {
        let facts = json!([{"kind": "meeting_held", "process": "ma", "on": "2026-01-06"}, fact]);
        let found = due("blank", "2026-02-09T09:00:00Z", &facts);
        assert_eq!(found[0]["rule"], "R25", "{found}");
        assert_eq!(found[0]["due_by"], "2026-03-03", "{found}");
    }
}

#[test]
fn a_clock_in_hours_gives_an_instant() {
    let facts = json!([{"kind": "missing_returned", "at": "2027-03-26T18:00:00Z"}]);
    let found = due("nottingham-city", "2027-03-27T09:00:00Z", &facts);
    assert_eq!(found[0]["due_at"], "2027-03-29T18:00:00Z");
    assert_eq!(found[0]["why"][2], "That gives 29 March 2027 at 19:00.");
}

#[test]
fn a_missing_fact_is_named() {
    let facts = json!([{"kind": "meeting_held", "process": "eram", "on": "2026-01-06"}]);
    let found = due("nottingham-city", "2026-02-09T09:00:00Z", &facts);
    assert_eq!(
        (&found[0]["state"], &found[0]["needs"]),
        (&json!("needs_fact"), &json!("risk_rated"))
    );
}

#[test]
fn a_case_with_nothing_to_do_has_an_empty_list() {
    assert_eq!(due("trentshire", "2026-02-09T09:00:00Z", &json!([])), json!([]));
}

#[test]
fn every_fault_names_its_field() {
    let wrong = json!({
        "profile": "atlantis", "on": "yesterday", "extra": 1,
        "cases": [
            {"id": "c1", "facts": [
                {"kind": "risk_rated", "process": "eram", "level": "severe", "at": "2026-01-05T10:00:00Z"},
                {"kind": "meeting_held", "process": "eram"},
                {"kind": "meeting_held", "at": "2026-01-05T10:00:00Z", "on": "2026-01-05"},
                {"kind": "correction", "of": 3, "on": "2026-01-05"},
                {"kind": "birthday", "on": "2026-01-05"},
                {"kind": "birth", "on": "2026-02-30"},
                {"kind": "birth", "on": "1066-10-14"},
                {"kind": "birth", "on": "2026-01-05", "name": "x"},
                {"kind": "closed", "process": "any", "on": "2026-01-05"},
                {"kind": "meeting_held", "process": "eram", "on": "2026-01-05", "quorate": "no"},
                {"kind": "meeting_held", "process": "eram", "on": "2026-01-05", "quorate": true,
                 "override": true, "sittings": ["noon"]},
                7,
            ]},
            {"id": "c1", "facts": {}},
            {"id": " ", "facts": []},
        ],
    });
    assert_eq!(
        faults(&wrong),
        [
            "profile unknown_value",
            "on not_a_time",
            "cases[0].facts[0].level unknown_value",
            "cases[0].facts[1].at missing",
            "cases[0].facts[2].on at_and_on",
            "cases[0].facts[2].process missing",
            "cases[0].facts[3].of not_earlier",
            "cases[0].facts[4].kind unknown_value",
            "cases[0].facts[5].on not_a_date",
            "cases[0].facts[6].on out_of_range",
            "cases[0].facts[7].name unknown_field",
            "cases[0].facts[8].process unknown_value",
            "cases[0].facts[9].quorate wrong_type",
            "cases[0].facts[10].override override_of_quorate",
            "cases[0].facts[10].sittings[0] not_a_time",
            "cases[0].facts[11] wrong_type",
            "cases[1].facts wrong_type",
            "cases[1].id duplicate",
            "cases[2].id blank",
            "extra unknown_field",
        ]
    );
}

#[test]
fn what_is_not_json_is_refused_without_repeating_it() {
    let error = run("{\"profile\": secret").unwrap_err();
    assert_eq!(error.code, "not_json");
    assert!(!serde_json::to_string(&error).unwrap().contains("secret"));
    assert_eq!(faults(&json!([])), [" wrong_type"]);
}

//! `check-release` on finished files.

use std::path::Path;

use crate::program::{Ran, convenor, refused};

const REQUEST: &str = r#"{"recipient": {"kind": "family", "entity": "p1"},
    "register": [
        {"id": "p1", "kind": "person", "role": "child", "names": ["Ottoline Fennimore"]},
        {"id": "p2", "kind": "person", "role": "friend", "names": ["Casimir Thornquist"],
         "dob": "2011-03-04", "identifiers": ["01632 960 441"]}],
    "accepted": [{"text": "the blue caravan", "label": "place"}]}"#;

fn check(texts: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<String> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| {
            let path = folder.path().join(format!("copy-{number}.txt"));
            std::fs::write(&path, text).unwrap();
            path.display().to_string()
        })
        .collect();
    let arguments = ["check-release", "--input", "-"].into_iter();
    let arguments: Vec<&str> = arguments.chain(paths.iter().map(String::as_str)).collect();
    convenor(&arguments, REQUEST)
}

#[test]
fn a_file_with_nothing_withheld_in_it_is_ok() {
    let ran = check(&["Ottoline Fennimore came to the meeting and spoke for herself."]);
    assert_eq!(ran.code, 0, "{}", ran.json);
    assert_eq!(ran.json["files"][0]["ok"], true);
}

#[test]
fn each_thing_withheld_is_found_and_named() {
    let cases = [
        ("Casimir Thornquist was there too.", "p2", "person", "exact"),
        ("CASIMIR THORN-\nQUIST was there too.", "p2", "person", "exact"),
        ("Cazimir Thornquest was there too.", "p2", "person", "near"),
        ("The friend was born on 4 March 2011.", "p2", "date_of_birth", "exact"),
        ("Ring 01632 960441.", "p2", "phone", "exact"),
    ];
    for (text, entity, label, kind) in cases {
        let ran = check(&[text]);
        assert_eq!(ran.code, 1, "{text}: {}", ran.json);
        let found = ran.json["files"][0]["found"].as_array().unwrap().clone();
        let hit = found
            .iter()
            .any(|hit| hit["entity"] == entity && hit["label"] == label && hit["kind"] == kind);
        assert!(hit, "{text}: {found:?}");
        assert_eq!(ran.stderr, "");
    }
}

#[test]
fn what_a_reviewer_withheld_is_looked_for_too() {
    let ran = check(&["They met at The Blue Caravan."]);
    assert_eq!((ran.code, &ran.json["files"][0]["found"][0]["label"]), (1, &"place".into()));
}

#[test]
fn one_bad_file_among_good_ones_is_enough() {
    let ran = check(&["Nothing here.", "Thornquist"]);
    let ok: Vec<bool> =
        ran.json["files"].as_array().unwrap().iter().map(|file| file["ok"] == true).collect();
    assert_eq!((ran.code, ok), (1, vec![true, false]));
}

#[test]
fn a_file_that_cannot_be_read_is_not_ok() {
    let ran = convenor(&["check-release", "--input", "-", "nowhere.pdf"], REQUEST);
    assert_eq!((ran.code, &ran.json["files"][0]["found"][0]["kind"]), (1, &"unreadable".into()));
}

#[test]
fn a_finished_pdf_is_read() {
    let pdf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../gate/tests/clean/summary.pdf");
    let ran = convenor(&["check-release", "--input", "-", pdf.to_str().unwrap()], REQUEST);
    assert_eq!(ran.code, 0, "{}", ran.json);
}

#[test]
fn an_unknown_field_is_refused() {
    let ran = convenor(&["check-release", "--input", "-", "x.txt"], r#"{"registry": []}"#);
    refused(&ran, "malformed");
}

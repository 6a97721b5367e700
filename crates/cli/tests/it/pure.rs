//! The commands that open no store.

use crate::program::{convenor, refused};

#[test]
fn due_dates_are_answered_with_their_reasons() {
    let input = r#"{"profile": "nottingham-city", "on": "2026-03-02T09:00:00Z", "cases": [
        {"id": "c1", "facts": [
            {"kind": "risk_rated", "process": "eram", "level": "high", "at": "2026-01-05T10:00:00Z"},
            {"kind": "meeting_held", "process": "eram", "at": "2026-01-12T10:00:00Z"}]}]}"#;
    let ran = convenor(&["due", "--input", "-"], input);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.json);
    let due = &ran.json["cases"][0]["due"][0];
    assert_eq!(due["due_by"], "2026-03-09");
    assert!(due["why"].as_array().is_some_and(|why| !why.is_empty()));
}

#[test]
fn input_that_is_not_json_is_refused_with_exit_1() {
    refused(&convenor(&["due", "--input", "-"], "{"), "not_json");
    refused(&convenor(&["redact", "--input", "-"], "{"), "malformed");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let ran = convenor(&["due", "--input", "no-such-file.json"], "");
    refused(&ran, "unreadable_file");
    assert_eq!(ran.json["error"]["fields"][0]["path"], "no-such-file.json");
}

#[test]
fn wrong_usage_is_exit_2() {
    for arguments in [&["due"][..], &["nothing"], &["audit", "verify"], &["due", "--bogus"]] {
        assert_eq!(convenor(arguments, "").code, 2, "{arguments:?}");
    }
}

#[test]
fn a_passphrase_is_no_argument() {
    let ran = convenor(&["audit", "verify", "--store", "x.db", "--passphrase", "open"], "");
    assert_eq!(ran.code, 2);
}

#[test]
fn a_name_is_replaced_and_never_reaches_the_standard_error_output() {
    let input = r#"{"recipient": {"kind": "public"}, "register": [{"id": "p1", "kind": "person",
        "role": "child", "names": ["Ottoline Fennimore"]}],
        "documents": [{"id": "d1", "text": "Ottoline Fennimore came late."}]}"#;
    let ran = convenor(&["redact", "--input", "-"], input);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(!ran.json.to_string().contains("Ottoline"));
    assert_eq!(ran.json["documents"][0]["spans"][0]["entity"], "p1");
}

#[test]
fn the_doctor_names_the_cipher() {
    let ran = convenor(&["doctor", "--pretty"], "");
    assert_eq!(ran.code, 0, "{}", ran.json);
    assert!(ran.json["cipher"].is_string());
    assert_eq!(ran.json["missing"].as_array().map(Vec::len), Some(0));
}

#[test]
fn the_doctor_says_what_is_missing() {
    let ran = convenor(&["doctor", "--store", "no-such-store.db"], "");
    assert_eq!((ran.code, &ran.json["missing"][0]), (1, &"store".into()));
}

//! Runs the program.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a run left behind.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) json: Value,
    pub(crate) stderr: String,
}

/// Runs the program with something on its standard input.
pub(crate) fn convenor(arguments: &[&str], input: &str) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_convenor"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses before it reads closes its end: that is no fault here.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        json: serde_json::from_slice(&output.stdout).unwrap_or_default(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Checks that a run was refused with a code, and said nothing on the standard error output.
#[track_caller]
pub(crate) fn refused(ran: &Ran, code: &str) {
    assert_eq!((ran.code, ran.json["error"]["code"].as_str()), (1, Some(code)), "{}", ran.json);
    assert!(ran.json["error"]["message"].as_str().is_some_and(|message| !message.is_empty()));
    assert!(ran.json["error"]["fields"].is_array());
    assert_eq!(ran.stderr, "");
}

//! `convenor doctor`: what an administrator tells somebody who helps: versions, cipher, paths.

use std::path::PathBuf;

use app::vault::Status;
use clap::Args;
use serde_json::{Value, json};

use crate::Answer;
use crate::failure::Failure;
use crate::store::vault;

/// What to look at.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A store to look at from outside; it is not opened.
    #[arg(long, value_name = "FILE")]
    store: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// When the linked SQLite does not answer.
pub(crate) async fn run(Arguments { store }: Arguments) -> Result<Answer, Failure> {
    let engine = app::doctor::engine().await?;
    let mut missing = Vec::new();
    if !engine.encrypts {
        missing.push("cipher");
    }
    let store = store.map(|path| examine(&path, &mut missing)).transpose()?;
    let report = json!({
        "convenor": env!("CARGO_PKG_VERSION"),
        "system": { "os": std::env::consts::OS, "architecture": std::env::consts::ARCH },
        "sqlite": engine.sqlite,
        "cipher": engine.cipher,
        "program": std::env::current_exe().ok(),
        "store": store,
        "missing": missing,
    });
    Ok(Answer::of_check(report, missing.is_empty()))
}

fn examine(path: &std::path::Path, missing: &mut Vec<&'static str>) -> Result<Value, Failure> {
    let vault = vault(path);
    let keys = vault.paths().keys();
    if !path.exists() {
        missing.push("store");
    } else if keys.iter().all(|key| !key.exists()) {
        missing.push("keys");
        return Ok(json!({ "path": path, "keys": keys }));
    }
    Ok(match vault.status()? {
        Status::Absent => json!({ "path": path, "keys": keys }),
        Status::Present { people, demonstration } => json!({
            "path": path,
            "keys": keys,
            "people": people.len(),
            "demonstration": demonstration.is_some(),
        }),
    })
}

//! The made-up authority of `--demo`, made by the very command that the first screen sends.

use std::{error::Error, fmt};

use api::{ApiError, Host, Seat};
use serde_json::{Value, json};

/// Why there is no made-up authority.
#[derive(Debug)]
pub(crate) struct NotMade(ApiError);

/// Makes the made-up authority unless it is there, and says on the terminal how to enter it.
pub(crate) async fn make_if_absent(host: &Host) -> Result<(), NotMade> {
    let status = ask(host, "store_status", json!({})).await?;
    let status = if status["state"] == "absent" {
        tell("Making the demonstration authority: everybody and everything in it is made up.");
        ask(host, "create_demo", json!({ "size": "small", "today": null })).await?;
        ask(host, "store_status", json!({})).await?
    } else {
        status
    };
    if let Some(passphrase) = status["demoPassphrase"].as_str() {
        tell(&format!("The passphrase of everybody in the demonstration is: {passphrase}"));
    }
    Ok(())
}

/// A command from nobody's seat: before anybody has signed in.
async fn ask(host: &Host, name: &str, request: Value) -> Result<Value, NotMade> {
    api::dispatch(host, &Seat::default(), name, request).await.map_err(NotMade)
}

fn tell(words: &str) {
    #[expect(clippy::print_stdout, reason = "whoever typed `cargo xtask run` looks at a terminal")]
    {
        println!("{words}");
    }
}

impl fmt::Display for NotMade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the demonstration authority could not be made ({:?})", self.0.code)
    }
}

impl Error for NotMade {}

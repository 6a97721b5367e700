//! `convenor audit`: checks the audit record.

use app::audit::Chain;
use clap::Subcommand;
use domain::access::Permission;
use serde_json::json;

use crate::Answer;
use crate::failure::Failure;
use crate::store::StoreArguments;

/// What to do with the audit record.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Checks every entry of the chain and names the first bad one.
    Verify(StoreArguments),
}

/// Runs the command.
///
/// # Errors
/// When the store does not open. A broken chain is an answer, and not a pass.
pub(crate) async fn run(command: Command) -> Result<Answer, Failure> {
    let Command::Verify(store) = command;
    let opened = store.open(Permission::UseConvenor).await?;
    let chain = app::audit::verify(&opened.app, &opened.session).await?;
    opened.close().await?;
    Ok(match chain {
        Chain::Whole(head) => {
            Answer::done(json!({ "ok": true, "entries": head.number, "head": head.hash.to_hex() }))
        }
        Chain::Broken(fault) => {
            let error =
                json!({ "code": "broken_chain", "message": fault.to_string(), "fields": [] });
            let report = json!({ "ok": false, "first_bad_entry": fault.number(), "fault": fault, "error": error });
            Answer::of_check(report, false)
        }
    })
}

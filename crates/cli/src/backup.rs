//! `convenor backup`: a verified copy of a store and its keys.

use std::path::PathBuf;

use app::vault::Verified;
use clap::Args;
use domain::access::Permission;
use serde_json::{Value, json};

use crate::Answer;
use crate::failure::Failure;
use crate::store::StoreArguments;

/// What to copy, and where to.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    store: StoreArguments,
    /// The copy's store file; its keys go beside it. Nothing may be there yet.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

/// Runs the command.
///
/// # Errors
/// When the store does not open, the copy cannot be written, or it fails its checks.
pub(crate) async fn run(Arguments { store, to }: Arguments) -> Result<Answer, Failure> {
    let opened = store.open(Permission::BackUp).await?;
    let verified = opened.vault.back_up(&opened.session, &to).await?;
    opened.close().await?;
    Ok(Answer::done(counts(verified)))
}

/// What a verified copy holds.
pub(crate) fn counts(verified: Verified) -> Value {
    let Verified { audit_entries, cases, meetings } = verified;
    json!({ "verified": true, "audit_entries": audit_entries, "cases": cases, "meetings": meetings })
}

//! `convenor restore`: puts a verified copy in a place where there is no store.

use std::path::PathBuf;

use app::AppError;
use app::vault::{Passphrase, Paths, restore};
use clap::Args;
use domain::violation::Violation;

use crate::failure::Failure;
use crate::store::{Who, people, vault};
use crate::{Answer, backup};

/// Which copy, and where it goes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The copy's store file, with its keys beside it.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The new store's file. Nothing may be there yet.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    #[command(flatten)]
    who: Who,
}

/// Runs the command.
///
/// # Errors
/// When the copy or the passphrase is not right, or a store is there already.
pub(crate) async fn run(Arguments { from, to, who }: Arguments) -> Result<Answer, Failure> {
    let known = people(&vault(&from))?;
    let passphrase = who.passphrase()?;
    let (from, to) = (Paths::new(from), Paths::new(to));
    let mut refusal = Failure::NoSuchUser;
    for person in who.among(known)? {
        match restore(&from, &to, person.user, Passphrase::to_try(&passphrase)).await {
            Ok(verified) => return Ok(Answer::done(backup::counts(verified))),
            Err(error @ AppError::Refused(Violation::WrongPassphrase)) => {
                refusal = Failure::App(error);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(refusal)
}

//! The audit record as a whole: is it what was written?

use domain::access::{Permission, Reach};
use domain::audit::{self, ChainFault, Head};

use crate::{App, AppError, Session};

/// How many entries are read at a time.
const PAGE: u32 = 1_000;

/// What a check of the chain found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chain {
    /// Every entry is as it was written; the last is here.
    Whole(Head),
    /// The first entry that is not.
    Broken(ChainFault),
}

/// Checks the chain from its first entry to its last. It tells nothing of what an entry says, so
/// anybody who signs in may ask.
///
/// # Errors
/// When the store fails.
pub async fn verify(app: &App, session: &Session) -> Result<Chain, AppError> {
    session.require(Permission::UseConvenor)?;
    let mut tx = app.db.read(Reach::NoCases).await?;
    let mut head = Head::START;
    loop {
        let page = store::audit::after(&mut tx, head.number, PAGE).await?;
        if page.is_empty() {
            return Ok(Chain::Whole(head));
        }
        match audit::verify(head, &page) {
            Ok(next) => head = next,
            Err(fault) => return Ok(Chain::Broken(fault)),
        }
    }
}

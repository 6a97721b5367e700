//! Finding people, cases, agencies and passages of minutes by one text.

use domain::access::Permission;
use domain::agency::Agency;
use domain::text::NonBlank;
use store::search::{self, Wanted};
pub use store::search::{FoundBy, FoundCase, FoundPassage, FoundPerson};

use crate::{App, AppError, Session};

/// What was found, each list the surest first.
pub struct Found {
    /// People.
    pub people: Vec<FoundPerson>,
    /// Cases.
    pub cases: Vec<FoundCase>,
    /// Agencies.
    pub agencies: Vec<Agency>,
    /// Passages of minutes.
    pub passages: Vec<FoundPassage>,
}

/// Looks for a text in every way that it can be meant.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn search(app: &App, session: &Session, text: &NonBlank) -> Result<Found, AppError> {
    session.require(Permission::ReadCases)?;
    let wanted = Wanted::of(text);
    let mut tx = app.db.read(session.reach()).await?;
    Ok(Found {
        people: search::people(&mut tx, &wanted).await?,
        cases: search::cases(&mut tx, &wanted).await?,
        agencies: search::agencies(&mut tx, &wanted).await?,
        passages: search::passages(&mut tx, &wanted).await?,
    })
}

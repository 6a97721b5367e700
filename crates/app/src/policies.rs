//! The rules in force and what the store says about its authority.

use domain::access::Reach;
use domain::policy::ShippedProfile;
use store::settings::{self, Setting};

use crate::{App, AppError};

/// What the store says about its authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its name.
    pub authority: String,
    /// The id of its rules profile.
    pub profile: String,
    /// Whether it is made up.
    pub demonstration: bool,
}

/// Reads what the store says about its authority.
///
/// # Errors
/// When the store fails.
pub async fn about(app: &App, reach: Reach) -> Result<About, AppError> {
    let mut tx = app.db.read(reach).await?;
    Ok(About {
        authority: settings::find(&mut tx, Setting::Authority).await?.unwrap_or_default(),
        profile: settings::find(&mut tx, Setting::Profile).await?.unwrap_or_default(),
        demonstration: settings::find(&mut tx, Setting::Demonstration).await?.is_some(),
    })
}

/// Whether a profile comes with Convenor.
#[must_use]
pub fn shipped(id: &str) -> bool {
    ShippedProfile::from_key(id).is_some()
}

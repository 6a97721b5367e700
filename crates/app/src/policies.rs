//! The rules in force and what the store says about its authority.

use domain::access::Reach;
use domain::calendar::WorkingCalendar;
use domain::policy::{Profile, ShippedProfile};
use store::settings::{self, Setting};
use store::{Reads, StoreError};

use crate::{App, AppError};

/// The rules of the store's profile with the authority's own versions laid over them;
/// `RuleBook::new(&profile.rules)` indexes them for the due dates.
///
/// # Errors
/// When the store fails or names a profile that this program does not know.
pub async fn rule_book(tx: &mut impl Reads) -> Result<Profile, AppError> {
    let key = settings::find(tx, Setting::Profile).await?.unwrap_or_default();
    let unknown = StoreError::Inconsistent { table: "settings", column: "value" };
    let shipped = ShippedProfile::from_key(&key).ok_or(unknown)?;
    let own = store::rules::list(tx).await?;
    Ok(shipped.profile().with_versions(own))
}

/// The calendar of England and Wales with the authority's own days.
///
/// # Errors
/// When the store fails or holds a day outside the calendar's years.
pub async fn calendar(tx: &mut impl Reads) -> Result<WorkingCalendar, AppError> {
    let days = store::rules::days(tx).await?;
    let faulty = |_| StoreError::Inconsistent { table: "non_working_days", column: "day" };
    Ok(WorkingCalendar::with(&store::rules::calendar_days(&days)).map_err(faulty)?)
}

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

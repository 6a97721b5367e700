//! Facts about the store itself: the authority's name, its profile, whether it is made up.

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::statement::sql;

/// The name of a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The authority's name.
    Authority,
    /// The rules profile in force: its id.
    Profile,
    /// `yes` for a made-up authority.
    Demonstration,
    /// The handling marking on every page.
    Marking,
}

impl Setting {
    const fn name(self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::Profile => "profile",
            Self::Demonstration => "demonstration",
            Self::Marking => "marking",
        }
    }
}

/// A setting's value.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut impl Reads, setting: Setting) -> Result<Option<String>, StoreError> {
    let row = sql("SELECT value FROM settings WHERE name = $1")
        .bind(setting.name())
        .optional::<(String,)>(tx)
        .await?;
    Ok(row.map(|(value,)| value))
}

/// Sets a value.
///
/// # Errors
/// When the database fails.
pub async fn set(tx: &mut WriteTx, setting: Setting, value: &str) -> Result<(), StoreError> {
    sql("INSERT INTO settings (name, value) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value")
    .bind(setting.name())
    .bind(value)
    .execute(tx)
    .await?;
    Ok(())
}

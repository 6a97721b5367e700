//! The sheet that carries a store's recovery key, for a locked cabinet.
//!
//! The key passes through memory only: the caller prints or saves the bytes and
//! wipes its copy. This crate keeps none, and `Debug` shows none.

use std::fmt;

use crate::compose::Composer;
use crate::parts::{Fact, Imprint};
use crate::press::{Pdf, Press, RenderError, Template};

/// A recovery key to be printed once (`security.md` 4.2).
#[derive(Clone, PartialEq, Eq)]
pub struct RecoverySheet {
    /// Page edges and properties.
    pub imprint: Imprint,
    /// Which store it opens, when it was made.
    pub facts: Vec<Fact>,
    /// The key in the groups in which it is typed.
    pub groups: Vec<String>,
}

impl fmt::Debug for RecoverySheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoverySheet(…)")
    }
}

/// Prints a recovery sheet.
///
/// # Errors
/// [`RenderError::Empty`] without a key, an authority or a marking; the other
/// variants mean a fault of the program.
pub fn recovery_sheet(press: &Press, sheet: &RecoverySheet) -> Result<Pdf, RenderError> {
    if sheet.groups.is_empty() || sheet.groups.iter().any(|group| group.trim().is_empty()) {
        return Err(RenderError::Empty { field: "groups" });
    }
    let mut composer = Composer::new(press.typecase(), &sheet.imprint)?;
    composer.facts("facts", &sheet.facts);
    composer.lines("groups", &sheet.groups);
    press.print(Template::RecoverySheet, &sheet.imprint, composer.finish())
}

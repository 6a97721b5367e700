//! Installing what is missing, and saying so.

use crate::{debian, node, workspace::Workspace};

/// Brings this machine to where everything builds and every test runs.
///
/// # Errors
/// When something cannot be installed; it is named.
pub(crate) fn install_missing(workspace: &Workspace) -> anyhow::Result<()> {
    if debian::is_debian() {
        debian::install_missing()?;
    }
    node::install_missing(&workspace.ui())?;
    node::install_missing(&workspace.e2e())
}

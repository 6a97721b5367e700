//! npm packages, exactly as the committed lock files name them.

use std::{fs, path::Path};

use anyhow::Context as _;

use crate::program::Program;

/// `npm ci` in a project when its lock file is not the one installed last time.
///
/// # Errors
/// When Node 20 is not there, or when npm fails.
pub(crate) fn install_missing(project: &Path) -> anyhow::Result<()> {
    let lock = fs::read(project.join("package-lock.json"))
        .with_context(|| format!("{} has no package-lock.json", project.display()))?;
    let stamp = project.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    require_node()?;
    println!("Installing npm packages in {}", project.display());
    Program::npm()
        .args(["ci", "--no-fund", "--no-audit", "--loglevel=error"])
        .setting("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .within(project)
        .run()?;
    fs::write(&stamp, lock).with_context(|| format!("{} cannot be written", stamp.display()))
}

fn require_node() -> anyhow::Result<()> {
    let version = Program::new("node")
        .arg("--version")
        .read()
        .context("Node 20 or newer is needed; see https://nodejs.org/")?;
    let major = version.trim().trim_start_matches('v').split('.').next().unwrap_or_default();
    anyhow::ensure!(
        major.parse::<u32>().is_ok_and(|major| major >= 20),
        "Node 20 or newer is needed; found {}",
        version.trim()
    );
    Ok(())
}

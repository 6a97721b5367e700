//! The real window, driven by WebDriver under a display without a screen.

use crate::{
    gate::Found,
    program::{Program, first_installed},
    programs::{self, Build},
    screens,
    tally::{Runner, Tally},
    workspace::Workspace,
};

/// Builds the window as a person would get it, apart from optimisation, and runs `tests/desktop`.
pub(crate) fn run(workspace: &Workspace, rest: &[String], build: Build) -> anyhow::Result<Found> {
    if !cfg!(target_os = "linux") {
        println!("The window is driven on Linux only; skipped here.");
        return Ok(Found { tally: Tally::default(), closing: Vec::new(), succeeded: true });
    }
    for needed in ["xvfb-run", "dbus-run-session", "WebKitWebDriver"] {
        anyhow::ensure!(
            first_installed(&[needed]).is_some(),
            "{needed} is not installed; `cargo xtask setup` installs it on Debian"
        );
    }
    build_window(workspace, build)?;
    let heard = Program::new("xvfb-run")
        .args(["--auto-servernum", "--server-args=-screen 0 1366x768x24"])
        .args(["dbus-run-session", "--", "node", "--test", "--test-reporter=spec"])
        .args(["--test-concurrency=1"])
        .args(rest)
        .args(test_files(workspace)?)
        .setting("CONVENOR_DESKTOP", workspace.debug_binary("convenor-desktop"))
        .setting("NO_COLOR", "1")
        .within(workspace.desktop_tests())
        .listen()?;
    Ok(Found::tests(Runner::NodeTest, &heard))
}

/// Builds the window with its screens inside.
pub(crate) fn build_window(workspace: &Workspace, build: Build) -> anyhow::Result<()> {
    screens::build_if_stale(workspace)?;
    programs::build(workspace, "desktop", "convenor-desktop", build)
}

fn test_files(workspace: &Workspace) -> anyhow::Result<Vec<std::path::PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(workspace.desktop_tests())? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

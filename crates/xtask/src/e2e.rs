//! Browser journeys: the real screens, the real back end on loopback, a real encrypted file.

use std::path::PathBuf;

use anyhow::Context as _;

use crate::{
    debian,
    gate::Found,
    node,
    program::Program,
    programs::{self, Build},
    screens,
    tally::Runner,
    workspace::Workspace,
};

/// The loopback server's program.
const SERVER: &str = "convenor-loopback";

/// What the tests in `tests/e2e` need to know about this machine.
pub(crate) struct Browser {
    /// Chromium or a relative of it.
    pub(crate) browser: PathBuf,
    /// The loopback server, built.
    pub(crate) server: PathBuf,
}

impl Browser {
    /// Builds the screens and the server, and finds a browser.
    pub(crate) fn prepare(workspace: &Workspace, build: Build) -> anyhow::Result<Self> {
        node::install_missing(&workspace.e2e())?;
        screens::build_if_stale(workspace)?;
        programs::build(workspace, "server", SERVER, build)?;
        let browser = debian::browser()
            .context("no Chromium found; `cargo xtask setup` installs it on Debian")?;
        Ok(Self { browser, server: workspace.debug_binary(SERVER) })
    }

    /// Tells a program of `tests/e2e` what it needs.
    pub(crate) fn told(&self, program: Program, workspace: &Workspace) -> Program {
        program
            .setting("CONVENOR_BROWSER", &self.browser)
            .setting("CONVENOR_LOOPBACK", &self.server)
            .setting("CONVENOR_UI", workspace.built_ui())
            .within(workspace.e2e())
    }
}

/// Runs Playwright with these further arguments.
pub(crate) fn run(workspace: &Workspace, rest: &[String], build: Build) -> anyhow::Result<Found> {
    let browser = Browser::prepare(workspace, build)?;
    let playwright = Program::npx().args(["--no-install", "playwright", "test"]).args(rest);
    let heard = browser.told(playwright, workspace).setting("NO_COLOR", "1").listen()?;
    Ok(Found::tests(Runner::Playwright, &heard))
}

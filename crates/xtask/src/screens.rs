//! The screens: building them and their own checks.

use crate::{gate::Found, node, program::Program, tally::Runner, workspace::Workspace};

/// Builds `ui/dist`, which the window embeds and the loopback server hands out.
pub(crate) fn build(workspace: &Workspace) -> anyhow::Result<()> {
    node::install_missing(&workspace.ui())?;
    Program::npm().args(["run", "--silent", "build"]).within(workspace.ui()).run()
}

/// The same, as a step of the gate.
pub(crate) fn build_listening(workspace: &Workspace) -> anyhow::Result<Found> {
    node::install_missing(&workspace.ui())?;
    script(workspace, "build").map(|heard| Found::check(&heard))
}

/// ESLint, svelte-check, Vitest: all three, whatever the first says.
pub(crate) fn check(workspace: &Workspace) -> anyhow::Result<Found> {
    let lint = Found::check(&script(workspace, "lint")?);
    let types = Found::check(&script(workspace, "check")?);
    let tests = Found::tests(Runner::Vitest, &script(workspace, "test")?);
    Ok(lint.and(types).and(tests))
}

fn script(workspace: &Workspace, name: &str) -> anyhow::Result<crate::program::Heard> {
    println!("npm run {name}");
    Program::npm()
        .args(["run", "--silent", name])
        .setting("NO_COLOR", "1")
        .within(workspace.ui())
        .listen()
}

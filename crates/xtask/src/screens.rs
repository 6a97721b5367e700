//! The screens: building them and their own checks.

use std::{fs, path::Path, time::SystemTime};

use crate::{gate::Found, node, program::Program, tally::Runner, workspace::Workspace};

/// Builds `ui/dist`, which the window embeds and the loopback server hands out.
pub(crate) fn build(workspace: &Workspace) -> anyhow::Result<()> {
    node::install_missing(&workspace.ui())?;
    Program::npm().args(["run", "--silent", "build"]).within(workspace.ui()).run()
}

/// The same, unless what is built is newer than everything it is made from.
pub(crate) fn build_if_stale(workspace: &Workspace) -> anyhow::Result<()> {
    let sources = ["src", "public", "index.html", "package-lock.json", "vite.config.ts"];
    let built = fs::metadata(workspace.built_ui().join("index.html")).and_then(|at| at.modified());
    let newest = sources.iter().filter_map(|source| newest(&workspace.ui().join(source))).max();
    match (built, newest) {
        (Ok(built), Some(newest)) if built > newest => Ok(()),
        (Ok(_) | Err(_), _) => build(workspace),
    }
}

/// When the youngest file below a place was changed.
fn newest(place: &Path) -> Option<SystemTime> {
    let below = fs::read_dir(place).into_iter().flatten().filter_map(Result::ok);
    let own = fs::metadata(place).and_then(|at| at.modified()).ok();
    below.filter_map(|entry| newest(&entry.path())).chain(own).max()
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

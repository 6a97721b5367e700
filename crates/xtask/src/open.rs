//! `cargo xtask run`: from a fresh clone to the open window.

use anyhow::ensure;

use crate::{
    desktop,
    program::Program,
    programs::Build,
    setup,
    workspace::{Workspace, program_setting},
};

/// The made-up authority as it was left, or made again around today.
#[derive(Clone, Copy)]
pub(crate) enum Beginning {
    AsLeft,
    Afresh,
}

/// Sets up, builds, and opens the window on the made-up authority. It is made the first time, in a
/// store of its own, and kept.
pub(crate) fn open_demonstration(
    workspace: &Workspace,
    beginning: Beginning,
) -> anyhow::Result<()> {
    println!("1/3 Looking for what is missing");
    setup::install_missing(workspace)?;
    println!("2/3 Building (the first time takes some minutes)");
    desktop::build_window(workspace, Build::Alone)?;
    println!("3/3 Opening Convenor on the demonstration authority");
    let has_display = !cfg!(target_os = "linux")
        || program_setting("DISPLAY").or_else(|| program_setting("WAYLAND_DISPLAY")).is_some();
    ensure!(
        has_display,
        "this terminal has no display (DISPLAY is not set). Run it on a desktop, or under \
         `xvfb-run -a dbus-run-session -- cargo xtask run`"
    );
    let demonstration = match beginning {
        Beginning::AsLeft => "--demo",
        Beginning::Afresh => "--demo-afresh",
    };
    Program::new(workspace.debug_binary("convenor-desktop")).arg(demonstration).run()
}

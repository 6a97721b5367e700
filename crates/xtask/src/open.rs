//! `cargo xtask run`: from a fresh clone to the open window.

use anyhow::ensure;

use crate::{
    desktop,
    program::Program,
    programs::Build,
    setup,
    workspace::{Workspace, program_setting},
};

/// Sets up, builds, and opens the window on the made-up authority, in a store that is thrown away.
pub(crate) fn open_demonstration(workspace: &Workspace) -> anyhow::Result<()> {
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
    Program::new(workspace.debug_binary("convenor-desktop")).arg("--demo").run()
}

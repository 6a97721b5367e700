//! Declares the window's commands to Tauri's permission system, so that none is open to a window
//! that `capabilities/main.json` does not name.

use std::{fs, io, path::Path};

const COMMANDS: &[&str] =
    &["rpc", "save_document", "open_saved_document", "pick_document", "read_picked_document"];

/// The screens, built by `npm run build` in `ui`.
const SCREENS: &str = "../ui/dist";

fn main() -> io::Result<()> {
    // Tauri refuses to compile without the folder; checks that need no screens may go without.
    if !Path::new(SCREENS).exists() {
        fs::create_dir_all(SCREENS)?;
    }
    println!("cargo:rerun-if-changed={SCREENS}");
    tauri_build::try_build(
        tauri_build::Attributes::new()
            .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS)),
    )
    .map_err(|error| io::Error::other(format!("{error:#}")))
}

//! Where things are.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// The checked-out repository.
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The repository this program was built in.
    pub(crate) fn find() -> anyhow::Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(2)
            .context("crates/xtask has no workspace above it")?;
        Ok(Self { root: root.to_path_buf() })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The screens' source and npm project.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The screens as built.
    pub(crate) fn built_ui(&self) -> PathBuf {
        self.root.join("ui/dist")
    }

    /// The browser journeys' npm project.
    pub(crate) fn e2e(&self) -> PathBuf {
        self.root.join("tests/e2e")
    }

    /// The tests of the real window.
    pub(crate) fn desktop_tests(&self) -> PathBuf {
        self.root.join("tests/desktop")
    }

    /// Where Cargo writes.
    pub(crate) fn target(&self) -> PathBuf {
        program_setting("CARGO_TARGET_DIR")
            .map_or_else(|| self.root.join("target"), |folder| self.root.join(folder))
    }

    /// A program of ours, as built for development.
    pub(crate) fn debug_binary(&self, name: &str) -> PathBuf {
        self.target().join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// A program of ours, as built for release.
    pub(crate) fn release_binary(&self, name: &str) -> PathBuf {
        self.target().join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}

/// A setting from the environment; set but empty is the same as unset.
#[expect(clippy::disallowed_methods, reason = "the one place where this program reads them")]
pub(crate) fn program_setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Whether this is the gate's own run rather than a person's.
pub(crate) fn is_ci() -> bool {
    program_setting("CI").is_some()
}

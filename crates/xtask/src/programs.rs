//! Building our own programs, in one of two ways.

use crate::{program::Program, workspace::Workspace};

/// How much to build.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// One program and what it needs: the quickest way to try a change.
    Alone,
    /// Every program and test of the workspace at once. Cargo chooses the features of shared
    /// libraries for what it builds together; the gate builds everything in one way only, so that
    /// nothing heavy is built twice.
    Whole,
}

/// Builds a program.
pub(crate) fn build(
    workspace: &Workspace,
    package: &str,
    name: &str,
    build: Build,
) -> anyhow::Result<()> {
    let cargo = match build {
        Build::Alone => Program::cargo().args(["build", "--package", package, "--bin", name]),
        Build::Whole => whole(),
    };
    cargo.within(workspace.root()).run()
}

/// The gate's one build.
pub(crate) fn whole() -> Program {
    Program::cargo().args(["build", "--workspace", "--bins", "--tests"])
}

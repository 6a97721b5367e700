//! Benchmarks, built for release; figures belong into `docs/benchmarks.md` with the command.

use crate::{program::Program, workspace::Workspace};

/// Runs all of them, or the one of that name.
pub(crate) fn run(workspace: &Workspace, name: Option<&str>) -> anyhow::Result<()> {
    let mut bench = Program::cargo().args(["bench", "--workspace"]);
    bench = match name {
        Some(name) => bench.args(["--bench", name]),
        None => bench.arg("--benches"),
    };
    bench.within(workspace.root()).run()
}

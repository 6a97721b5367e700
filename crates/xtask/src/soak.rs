//! The proofs at their full counts. The gate runs a tenth of each (`docs/assurance.md`).

use crate::{postgres::Cluster, program::Program, workspace::Workspace};

/// Runs every Rust test in release with `CONVENOR_PROOFS=full`, which tests read for their counts.
pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let cluster = Cluster::for_tests()?;
    let mut tests = Program::cargo()
        .args(["test", "--workspace", "--release", "--no-fail-fast"])
        .setting("CONVENOR_PROOFS", "full")
        .setting("PROPTEST_CASES", "2000")
        .within(workspace.root());
    if let Some(cluster) = &cluster {
        tests = tests.setting("CONVENOR_TEST_POSTGRES_URL", cluster.url());
    }
    tests.run()
}

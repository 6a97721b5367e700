//! The TypeScript that the screens share with the back end.
//!
//! `tests/it/bindings.rs` makes it from the list of commands; here it is only asked to.

use crate::{gate::Found, program::Program, tally::Runner, workspace::Workspace};

/// Writes `ui/src/lib/api/generated` anew.
pub(crate) fn write(workspace: &Workspace) -> anyhow::Result<()> {
    test(workspace).setting("CONVENOR_BINDINGS", "write").run()?;
    println!("written to ui/src/lib/api/generated");
    Ok(())
}

/// Fails when a generated file differs from the committed one.
pub(crate) fn check(workspace: &Workspace) -> anyhow::Result<Found> {
    let heard = test(workspace).listen()?;
    Ok(Found::tests(Runner::CargoTest, &heard))
}

fn test(workspace: &Workspace) -> Program {
    Program::cargo()
        .args(["test", "--quiet", "--workspace", "--test", "it", "--", "bindings::"])
        .within(workspace.root())
}

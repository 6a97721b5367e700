//! Everything a developer runs: `cargo xtask run` opens the app, `cargo xtask test` is the gate.
//!
//! This file only reads arguments. The crate must never depend on another crate of the workspace:
//! it has to build in seconds on a machine where nothing else builds yet.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for a terminal")]

mod bench;
mod bindings;
mod debian;
mod desktop;
mod dist;
mod e2e;
mod gate;
mod node;
mod open;
mod postgres;
mod program;
mod programs;
mod screens;
mod setup;
mod shot;
mod soak;
mod tally;
mod workspace;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};

use crate::{gate::Step, open::Beginning, programs::Build, workspace::Workspace};

/// Set-up, the app, the gate, benchmarks.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing: Debian packages and npm packages
    Setup,
    /// Set up, build, and open the app on the demonstration authority
    Run {
        /// Make the demonstration authority again, with its dates around today
        #[arg(long)]
        afresh: bool,
    },
    /// The gate: every check, quickest first
    Test(TestArguments),
    /// Write the TypeScript that the screens share with the back end
    Bindings {
        /// Only compare, and fail when a file differs
        #[arg(long)]
        check: bool,
    },
    /// Browser journeys with accessibility checks, against the loopback server
    E2e {
        /// Passed on to Playwright
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<String>,
    },
    /// The real window, driven by WebDriver under a virtual display
    Desktop {
        /// Passed on to the test runner
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<String>,
    },
    /// Benchmarks, all or those whose name is given
    Bench {
        /// The benchmark's target name
        name: Option<String>,
    },
    /// The proofs at their full counts; slow
    Soak,
    /// Release packages and their checksums, in target/dist
    Dist,
    /// A picture of one screen
    Shot(shot::Shot),
}

#[derive(Args)]
struct TestArguments {
    /// Only these steps
    #[arg(value_enum)]
    steps: Vec<Step>,
    /// Run the remaining steps after one has failed
    #[arg(long)]
    keep_going: bool,
    /// Install nothing first
    #[arg(long)]
    no_setup: bool,
}

fn main() -> ExitCode {
    let outcome =
        Workspace::find().and_then(|workspace| perform(Arguments::parse().task, &workspace));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task, workspace: &Workspace) -> anyhow::Result<()> {
    match task {
        Task::Setup => setup::install_missing(workspace),
        Task::Run { afresh } => {
            let beginning = if afresh { Beginning::Afresh } else { Beginning::AsLeft };
            open::open_demonstration(workspace, beginning)
        }
        Task::Test(TestArguments { steps, keep_going, no_setup }) => {
            if !no_setup {
                setup::install_missing(workspace)?;
            }
            let on_failure =
                if keep_going { gate::OnFailure::KeepGoing } else { gate::OnFailure::Stop };
            gate::run(workspace, &steps, on_failure)
        }
        Task::Bindings { check: false } => bindings::write(workspace),
        Task::Bindings { check: true } => bindings::check(workspace)?.require(),
        Task::E2e { rest } => e2e::run(workspace, &rest, Build::Alone)?.require(),
        Task::Desktop { rest } => desktop::run(workspace, &rest, Build::Alone)?.require(),
        Task::Bench { name } => bench::run(workspace, name.as_deref()),
        Task::Soak => soak::run(workspace),
        Task::Dist => dist::build(workspace),
        Task::Shot(shot) => shot.take(workspace),
    }
}

/// A file named on the command line, seen from where the command was typed.
fn from_here(path: PathBuf) -> anyhow::Result<PathBuf> {
    Ok(std::path::absolute(path)?)
}

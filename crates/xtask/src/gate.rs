//! The gate: every check there is, quickest first, on a laptop as on a runner.

use std::time::{Duration, Instant};

use anyhow::bail;
use clap::ValueEnum;

use crate::{
    bindings, desktop, e2e,
    postgres::Cluster,
    program::{Heard, Program},
    programs::{self, Build},
    screens,
    tally::{Runner, Tally},
    workspace::{Workspace, is_ci},
};

/// One check of the gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// Rust formatting
    Format,
    /// The screens build; the window embeds them, so this comes before any Rust
    Build,
    /// ESLint, svelte-check and Vitest
    Screens,
    /// Clippy, every warning an error
    Lint,
    /// Every program and test compiles
    Programs,
    /// The generated TypeScript is up to date
    Bindings,
    /// All Rust tests, on encrypted SQLite and on PostgreSQL
    Rust,
    /// Journeys in Chromium with axe
    Browser,
    /// The real window
    Window,
}

/// What to do after a step has failed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnFailure {
    /// Leave the rest
    Stop,
    /// Run the rest and fail at the end
    KeepGoing,
}

/// What a step found: its count, and the lines its runner closed with.
pub(crate) struct Found {
    pub(crate) tally: Tally,
    pub(crate) closing: Vec<String>,
    pub(crate) succeeded: bool,
}

impl Found {
    /// A check without tests of its own.
    pub(crate) fn check(heard: &Heard) -> Self {
        let tally = if heard.succeeded() { Tally::ONE_PASSED } else { Tally::ONE_FAILED };
        Self { tally, closing: Vec::new(), succeeded: heard.succeeded() }
    }

    /// A run of tests, counted from its closing lines. A run that found none is a failed check:
    /// silence is not success.
    pub(crate) fn tests(runner: Runner, heard: &Heard) -> Self {
        let mut tally = runner.tally(&heard.lines);
        let succeeded = heard.succeeded() && tally.passed > 0;
        if !succeeded && tally.failed == 0 {
            tally += Tally::ONE_FAILED;
        }
        let closing = runner.closing_lines(&heard.lines);
        Self { tally, closing: closing.into_iter().map(str::to_owned).collect(), succeeded }
    }

    /// An error, when it failed.
    pub(crate) fn require(self) -> anyhow::Result<()> {
        anyhow::ensure!(self.succeeded, "{} failed", self.tally.failed);
        Ok(())
    }

    /// Both, one after the other.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.tally += other.tally;
        self.closing.extend(other.closing);
        self.succeeded &= other.succeeded;
        self
    }
}

struct Report {
    step: Step,
    took: Duration,
    found: anyhow::Result<Found>,
}

impl Report {
    fn succeeded(&self) -> bool {
        self.found.as_ref().is_ok_and(|found| found.succeeded)
    }
}

/// Runs the chosen steps in the gate's order (none chosen: all of them).
///
/// # Errors
/// When a step failed; it is named.
pub(crate) fn run(
    workspace: &Workspace,
    chosen: &[Step],
    on_failure: OnFailure,
) -> anyhow::Result<()> {
    let mut reports = Vec::new();
    for &step in Step::value_variants() {
        if !chosen.is_empty() && !chosen.contains(&step) {
            continue;
        }
        println!("\n── {} ──", step.name());
        let started = Instant::now();
        let report = Report { step, found: perform(workspace, step), took: started.elapsed() };
        if let Err(error) = &report.found {
            println!("error: {error:#}");
        }
        println!("── {}: {} ──", report.step.name(), describe(&report));
        let failed = !report.succeeded();
        reports.push(report);
        if failed && on_failure == OnFailure::Stop {
            break;
        }
    }
    conclude(&reports)
}

impl Step {
    fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }
}

fn perform(workspace: &Workspace, step: Step) -> anyhow::Result<Found> {
    match step {
        Step::Format => cargo(workspace, &["fmt", "--all", "--check", "--", "--files-with-diff"]),
        Step::Build => screens::build_listening(workspace),
        Step::Screens => screens::check(workspace),
        Step::Lint => cargo(
            workspace,
            &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"],
        ),
        Step::Programs => {
            let heard = programs::whole().arg("--quiet").within(workspace.root()).listen()?;
            Ok(Found::check(&heard))
        }
        Step::Bindings => bindings::check(workspace),
        Step::Rust => rust_tests(workspace),
        Step::Browser => e2e::run(workspace, &[], Build::Whole),
        Step::Window => desktop::run(workspace, &[], Build::Whole),
    }
}

fn cargo(workspace: &Workspace, arguments: &[&str]) -> anyhow::Result<Found> {
    let heard = Program::cargo().args(arguments).within(workspace.root()).listen()?;
    Ok(Found::check(&heard))
}

fn rust_tests(workspace: &Workspace) -> anyhow::Result<Found> {
    let nextest = Program::cargo().args(["nextest", "--version"]).succeeds();
    let cluster = Cluster::for_tests()?;
    let (runner, tests) = if nextest {
        let profile = if is_ci() { "ci" } else { "default" };
        let arguments = ["nextest", "run", "--workspace", "--profile", profile, "--no-fail-fast"];
        (Runner::Nextest, Program::cargo().args(arguments).args(["-E", "not test(bindings::)"]))
    } else {
        println!("cargo-nextest is not installed; using cargo test");
        let arguments = ["test", "--workspace", "--no-fail-fast", "--", "--skip", "bindings::"];
        (Runner::CargoTest, Program::cargo().args(arguments))
    };
    // The same few cases every time: the gate's answer is about the change, not about luck.
    let mut tests = tests
        .within(workspace.root())
        .setting("INSTA_UPDATE", "no")
        .setting("PROPTEST_CASES", "64")
        .setting("PROPTEST_RNG_SEED", "1");
    if let Some(cluster) = &cluster {
        tests = tests.setting("CONVENOR_TEST_POSTGRES_URL", cluster.url());
    }
    Ok(Found::tests(runner, &tests.listen()?))
}

fn describe(report: &Report) -> String {
    let outcome = if report.succeeded() { "passed" } else { "FAILED" };
    format!("{outcome} in {:.1} s", report.took.as_secs_f64())
}

fn conclude(reports: &[Report]) -> anyhow::Result<()> {
    println!("\n── the gate ──");
    let mut total = Tally::default();
    for report in reports {
        println!("{:<9} {}", report.step.name(), describe(report));
        let found = report.found.as_ref().ok();
        for line in found.into_iter().flat_map(|found| &found.closing) {
            println!("          {line}");
        }
        total += found.map_or(Tally::ONE_FAILED, |found| found.tally);
    }
    let failed: Vec<String> =
        reports.iter().filter(|report| !report.succeeded()).map(|r| r.step.name()).collect();
    println!("{} passed, {} failed", total.passed, total.failed);
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

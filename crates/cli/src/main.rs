//! The command line: the same use cases as the window, for administrators, scripts and checks.
//!
//! JSON on the standard output, one object; 0 done, 1 refused or a check failed, 2 wrong usage.
//! It must never hold a rule, take a passphrase from an argument or the environment, or say
//! anything about a person on the standard error output.

mod audit;
mod backup;
mod check_release;
mod demo;
mod doctor;
mod due;
mod failure;
mod input;
mod redact;
mod restore;
mod store;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use serde_json::Value;

use failure::Failure;

/// Convenor without a window.
#[derive(Parser)]
#[command(name = "convenor", version, disable_help_subcommand = true)]
struct Line {
    /// One JSON object in one line (the default).
    #[arg(long, global = true, conflicts_with = "pretty")]
    json: bool,
    /// JSON in lines that a person can read.
    #[arg(long, global = true)]
    pretty: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// A made-up authority.
    #[command(subcommand)]
    Demo(demo::Command),
    /// Due dates with explanations.
    Due(Input),
    /// Finds protected names in texts and writes the texts without them.
    Redact(Input),
    /// Reads finished files and looks for everything that the recipient may not read.
    CheckRelease(check_release::Arguments),
    /// The audit record.
    #[command(subcommand)]
    Audit(audit::Command),
    /// Makes a verified copy of a store and its keys.
    Backup(backup::Arguments),
    /// Puts a verified copy in a place where there is no store.
    Restore(restore::Arguments),
    /// Versions, cipher, paths, and what is missing.
    Doctor(doctor::Arguments),
}

/// A request in a file.
#[derive(Args)]
struct Input {
    /// The request in JSON; `-` reads the standard input.
    #[arg(long, value_name = "FILE")]
    input: PathBuf,
}

/// What a command found: what it prints, and whether its check passed.
struct Answer {
    json: Value,
    passed: bool,
}

impl Answer {
    const fn done(json: Value) -> Self {
        Self { json, passed: true }
    }

    const fn of_check(json: Value, passed: bool) -> Self {
        Self { json, passed }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let line = Line::parse();
    let answer = run(line.command).await.unwrap_or_else(|failure| failure.answer());
    if print(&answer.json, line.pretty).is_ok() && answer.passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn run(command: Command) -> Result<Answer, Failure> {
    match command {
        Command::Due(Input { input }) => {
            let answer = due::run(&input::text(&input)?).map_err(Failure::Due)?;
            serde_json::from_str(&answer).map(Answer::done).map_err(|_| Failure::Unwritten)
        }
        Command::Redact(Input { input }) => {
            let answer = redact::run(&input::text(&input)?).map_err(Failure::Redact)?;
            serde_json::from_str(&answer).map(Answer::done).map_err(|_| Failure::Unwritten)
        }
        Command::Demo(command) => demo::run(command).await,
        Command::CheckRelease(arguments) => check_release::run(&arguments),
        Command::Audit(command) => audit::run(command).await,
        Command::Backup(arguments) => backup::run(arguments).await,
        Command::Restore(arguments) => restore::run(arguments).await,
        Command::Doctor(arguments) => doctor::run(arguments).await,
    }
}

fn print(json: &Value, pretty: bool) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    if pretty {
        serde_json::to_writer_pretty(&mut out, json)?;
    } else {
        serde_json::to_writer(&mut out, json)?;
    }
    writeln!(out)?;
    out.flush()
}

//! The back end of the browser tests: one store and the built screens on 127.0.0.1.
//!
//! Prints the address to open, token included, as its first line, and serves until it is told to
//! stop.

#![expect(clippy::print_stdout, reason = "the address is what this program is asked for")]

use std::{
    io::{self, Write as _},
    path::PathBuf,
    sync::Arc,
    thread,
};

use anyhow::Context as _;
use api::Host;
use app::vault::Paths;
use chrono::NaiveDate;
use clap::Parser;
use domain::{
    clock::{Clock, ShiftedClock, SystemClock},
    ids::TimeOrderedIds,
};
use server::{Loopback, Token};

/// Serves a store on 127.0.0.1 for the browser on the same machine.
#[derive(Parser)]
#[command(name = "convenor-loopback")]
struct Arguments {
    /// The store; it need not be there yet
    #[arg(long)]
    store: PathBuf,
    /// The built screens
    #[arg(long, default_value = "ui/dist")]
    ui: PathBuf,
    /// Start on this day instead of today, as in 2026-11-23
    #[arg(long)]
    today: Option<NaiveDate>,
    /// The port; any free one if not given
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Stop when standard input ends, as it does when the program that started us ends
    #[arg(long)]
    until_input_ends: bool,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    anyhow::ensure!(
        arguments.ui.join("index.html").is_file(),
        "{} holds no screens; build them with `npm run build` in ui",
        arguments.ui.display()
    );
    let clock: Arc<dyn Clock> = match arguments.today {
        Some(today) => Arc::new(ShiftedClock::starting_on(today)),
        None => Arc::new(SystemClock),
    };
    let host = Host::new(Paths::new(&arguments.store), clock, Arc::new(TimeOrderedIds));
    let listener = server::bind(arguments.port).await.context("the port cannot be used")?;
    let token = Token::random()?;
    let address = listener.local_addr()?;
    println!("http://{address}/?token={}", token.reveal());
    io::stdout().flush()?;
    let loopback = Loopback { host: Arc::new(host), token, pages: arguments.ui };
    if arguments.until_input_ends {
        server::serve(listener, loopback, end_of_input()).await?;
    } else {
        server::serve(listener, loopback, interrupted()).await?;
    }
    Ok(())
}

async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        // Without a signal there is nothing to wait for; the process is ended from outside.
        std::future::pending::<()>().await;
    }
}

async fn end_of_input() {
    let (ended, end) = tokio::sync::oneshot::channel::<()>();
    thread::spawn(move || {
        // However the input ends, it has ended.
        drop(io::copy(&mut io::stdin().lock(), &mut io::sink()));
        drop(ended);
    });
    // The sender is dropped without a word: that is the signal.
    drop(end.await);
}

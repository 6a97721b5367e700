//! Lets the connections of a test close before its process ends.
//!
//! A pool that is dropped closes its files on threads of its own, and SQLCipher takes its memory
//! down when a process exits: a test process that ends meanwhile dies of a fault although its test
//! passed. Programs close their store; most tests only drop it.

use std::time::{Duration, Instant};

/// Longer than any connection takes to close; a test that still holds one ends all the same.
const LONGEST: Duration = Duration::from_secs(5);

/// As the system keeps the name of sqlx's threads: its first fifteen letters.
const WORKER: &str = "sqlx-sqlite-wor";

struct Rest;

impl Drop for Rest {
    fn drop(&mut self) {
        let begun = Instant::now();
        while workers_are_left() && begun.elapsed() < LONGEST {
            std::thread::yield_now();
        }
    }
}

thread_local! {
    /// Dropped at the end of the test's thread, after its runtime and before its process ends.
    static REST: Rest = const { Rest };
}

/// Asks this thread to wait for connections that are closing when it ends. Only where every test
/// has a process of its own: elsewhere other tests' connections would be waited for.
pub(crate) fn before_the_end() {
    if std::env::var_os("NEXTEST").is_some() {
        REST.with(|_| {});
    }
}

#[cfg(target_os = "linux")]
fn workers_are_left() -> bool {
    let Ok(threads) = std::fs::read_dir("/proc/self/task") else { return false };
    let names = threads.flatten().map(|thread| std::fs::read_to_string(thread.path().join("comm")));
    names.flatten().any(|name| name.trim_end() == WORKER)
}

#[cfg(not(target_os = "linux"))]
fn workers_are_left() -> bool {
    false
}

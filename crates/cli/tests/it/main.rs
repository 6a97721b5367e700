//! The program as an administrator or a script meets it: arguments in, JSON and an exit code out.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "tests")]

mod check_release;
mod program;
mod pure;
mod stores;

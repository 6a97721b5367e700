//! Stands in for `libsqlite3-sys` 0.37 and re-exports 0.40, built as SQLCipher.
#![no_std]
pub use actual::*;

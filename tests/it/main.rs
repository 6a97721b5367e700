//! Integration tests: contracts of the store, journeys, permissions, security, architecture.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "tests")]

mod architecture;
mod bindings;
mod permissions;
mod schema;
mod store;
mod vault;

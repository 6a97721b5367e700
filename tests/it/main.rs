//! Integration tests: contracts of the store, journeys, permissions, security, architecture.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod approved_review;
mod architecture;
mod bindings;
mod contracts;
mod crash;
mod demo;
mod journeys;
mod made_up;
mod permissions;
mod schema;
mod security;
mod store;
mod vault;

//! The gate through its front door.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod clean;
mod leftovers;
mod made_up;

//! What tests share: a database of each kind, a fixed clock, counted identifiers, one made-up
//! authority. Never part of what is shipped.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

pub mod db;
mod rest;
pub mod scan;
pub mod world;

pub use world::World;

/// Makes `sqlite` and `postgres` tests from one body, which gets a [`World`].
///
/// ```ignore
/// on_each_database! {
///     async fn a_user_is_found_again(world) { … }
/// }
/// ```
#[macro_export]
macro_rules! on_each_database {
    ($($(#[$doc:meta])* async fn $name:ident($world:ident) $body:block)+) => {$(
        $(#[$doc])*
        mod $name {
            #[allow(
                unused_imports,
                clippy::allow_attributes,
                clippy::wildcard_imports,
                reason = "not every test uses every import"
            )]
            use super::*;

            async fn check($world: $crate::World) $body

            #[tokio::test]
            async fn sqlite() {
                check($crate::World::sqlite().await).await;
            }

            #[tokio::test]
            async fn postgres() {
                if let Some(world) = $crate::World::postgres().await {
                    check(world).await;
                }
            }
        }
    )+};
}

//! The wire: requests, views, error codes, and the one list of commands.
//!
//! The list gives the router, the names, the permission that each command needs, and the
//! TypeScript map. The same router serves the window, the browser tests and the command line. It
//! must never hold a rule or SQL: a handler parses, calls one use case, shapes a view.
//!
//! How to add a command: a request and a view in the file of its feature, a handler, one line in
//! the list below, words in the screens' catalogue, `cargo xtask bindings`, and the reviewed row
//! in `tests/it/permissions.rs`.

#[macro_use]
mod commands;
pub mod error;
mod host;
pub mod typescript;
pub mod users;
pub mod vault;

use domain::access::Permission as P;

pub use error::{ApiError, ErrorCode};
pub use host::{Host, Seat};

commands! {
    before_sign_in {
        /// Whether there is a store, who can sign in, who is signed in here.
        vault::store_status(vault::StoreStatusRequest) -> vault::StoreStatus;
        /// Creates a store for a team.
        vault::create_store(vault::CreateStore) -> vault::StoreCreated;
        /// Unlocks with a passphrase.
        vault::sign_in(vault::SignIn) -> vault::SessionView;
        /// Unlocks with the recovery key.
        vault::sign_in_with_recovery_key(vault::SignInWithRecoveryKey) -> vault::SessionView;
        /// Signs out here; the last one out locks the store.
        vault::lock(vault::Lock) -> vault::Locked;
    }
    signed_in {
        /// Everybody who signs in.
        users::list_users(users::ListUsers) -> users::UserList, P::UseConvenor;
        /// Adds somebody who signs in.
        users::add_user(users::AddUser) -> users::UserView, P::ManageUsers;
        /// Changes somebody's name, post or roles.
        users::change_user(users::ChangeUser) -> users::UserView, P::ManageUsers;
        /// Sets a new passphrase.
        users::set_passphrase(users::SetPassphrase) -> users::PassphraseSet, P::UseConvenor;
        /// Makes a verified copy of the store.
        vault::back_up(vault::BackUp) -> vault::BackedUp, P::BackUp;
    }
}

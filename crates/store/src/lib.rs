//! The only crate that knows SQL.
//!
//! One SQL text runs on two databases: the encrypted SQLite file and PostgreSQL. It must never
//! decide a rule, ask for a permission, or begin or commit a transaction by itself.
//!
//! How to add a table, in six steps: (1) the same migration number and name in
//! `migrations/sqlite` and `migrations/postgres` (rules in `migrations/README.md`); (2) one file
//! here, named as the aggregate; (3) a private row struct that derives `sqlx::FromRow` and a
//! `TryFrom` into the domain value; (4) `find`, `get`, `list`, `insert`, `update` as needed, each
//! beginning with `require_case_reach` when the table belongs to cases; (5) a contract test in
//! `tests/it/store`; (6) its row in `docs/data-dictionary.md`.

pub mod actions;
pub mod agencies;
pub mod audit;
pub mod backup;
pub mod cases;
pub mod covers;
mod db;
pub mod decisions;
pub mod documents;
mod error;
pub mod facts;
pub mod interests;
pub mod invitations;
mod key;
pub mod live;
pub mod meetings;
pub mod migrate;
pub mod minutes;
pub mod open;
pub mod passages;
pub mod people;
pub mod releases;
pub mod repairs;
pub mod reports;
pub mod risk;
mod row;
pub mod rules;
pub mod saved_views;
pub mod search;
pub mod settings;
pub mod statement;
pub mod users;

pub use db::{Db, ReadTx, Reads, WriteTx};
pub use error::StoreError;
pub use key::DataKey;
pub use open::FileStore;

//! Contract tests: every store function, on the encrypted file and on PostgreSQL.

mod audit;
mod facts;
mod rules;
mod users;

//! Contract tests: every store function, on the encrypted file and on PostgreSQL.

mod audit;
mod backup;
mod documents;
mod facts;
mod invitations;
mod meetings;
mod open;
mod record;
mod releases;
mod reports;
mod rules;
mod search;
mod settings;
mod statement;
mod users;

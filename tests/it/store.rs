//! Contract tests: every store function, on the encrypted file and on PostgreSQL.

mod audit;
mod covers;
mod documents;
mod facts;
mod invitations;
mod meetings;
mod record;
mod releases;
mod repairs;
mod reports;
mod rules;
mod saved_views;
mod search;
mod users;

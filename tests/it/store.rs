//! Contract tests: every store function, on the encrypted file and on PostgreSQL.

mod agencies;
mod audit;
mod backup;
mod cases;
mod covers;
mod documents;
mod facts;
mod invitations;
mod meetings;
mod open;
mod people;
mod record;
mod releases;
mod repairs;
mod reports;
mod risk;
mod rules;
mod saved_views;
mod search;
mod settings;
mod statement;
mod users;

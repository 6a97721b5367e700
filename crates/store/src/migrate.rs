//! The schema: brought up to date when a store is opened, never past what the program knows.

#![expect(clippy::disallowed_methods, reason = "migrations speak to the driver itself")]

use sha2::{Digest as _, Sha256};
use sqlx::PgPool;
use sqlx::migrate::Migrator;

use crate::db::Db;
use crate::error::StoreError;

static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// The newest version that this program knows.
#[must_use]
pub fn sqlite_version() -> i64 {
    newest(&SQLITE)
}

/// Tells one server schema from another, even before it is released: the checksums of its
/// migrations, shortened.
#[must_use]
pub fn postgres_fingerprint() -> String {
    let checksums = POSTGRES.iter().flat_map(|migration| migration.checksum.iter().copied());
    let digest = Sha256::digest(checksums.collect::<Vec<u8>>());
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn newest(migrator: &Migrator) -> i64 {
    migrator.iter().map(|migration| migration.version).max().unwrap_or(0)
}

/// The version of an open file; 0 for an empty one.
pub(crate) async fn current(db: &Db) -> Result<i64, StoreError> {
    let Some(pool) = db.sqlite() else { return Ok(0) };
    let (tables,): (i64,) =
        sqlx::query_as("SELECT count(*) FROM sqlite_master WHERE name = '_sqlx_migrations'")
            .fetch_one(pool)
            .await?;
    if tables == 0 {
        return Ok(0);
    }
    let (version,): (Option<i64>,) =
        sqlx::query_as("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(pool).await?;
    Ok(version.unwrap_or(0))
}

pub(crate) async fn sqlite(db: &Db) -> Result<(), StoreError> {
    if let Some(pool) = db.sqlite() {
        SQLITE.run(pool).await?;
    }
    Ok(())
}

pub(crate) async fn postgres(pool: &PgPool) -> Result<(), StoreError> {
    let known = newest(&POSTGRES);
    let (tables,): (i64,) = sqlx::query_as(
        "SELECT count(*) FROM information_schema.tables
         WHERE table_schema = current_schema() AND table_name = '_sqlx_migrations'",
    )
    .fetch_one(pool)
    .await?;
    if tables > 0 {
        let (found,): (Option<i64>,) =
            sqlx::query_as("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(pool).await?;
        let found = found.unwrap_or(0);
        if found > known {
            return Err(StoreError::NewerSchema { found, known });
        }
    }
    POSTGRES.run(pool).await?;
    Ok(())
}

//! Verified copies of the encrypted file. A copy is reported as good only after it was opened
//! and checked; the original is never touched.

#![expect(clippy::disallowed_methods, reason = "copies and checks speak to the driver itself")]

use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteConnection;
use sqlx::{Connection as _, Row as _};

use crate::db::Db;
use crate::error::StoreError;
use crate::key::{self, DataKey};
use crate::open::{self, encrypted_header, not_a_database};

/// What a verified copy holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// Audit entries, the measure of completeness.
    pub audit_entries: i64,
    /// Cases.
    pub cases: i64,
    /// Meetings.
    pub meetings: i64,
}

/// Copies an open store to a new file and verifies the copy.
///
/// # Errors
/// When a file is there already, cannot be written, or the copy fails its checks (it is then
/// removed).
pub async fn back_up(db: &Db, to: &Path, key: &DataKey) -> Result<Verified, StoreError> {
    let Some(pool) = db.sqlite() else { return Err(StoreError::NotEncrypting) };
    std::fs::OpenOptions::new().write(true).create_new(true).open(to)?;
    let made = async {
        let mut from = pool.acquire().await?;
        let mut copy = open::single(open::options(to), key).await?;
        key::copy(&mut from, &mut copy).await?;
        sqlx::raw_sql("PRAGMA journal_mode = DELETE").execute(&mut copy).await?;
        copy.close().await?;
        std::fs::File::open(to)?.sync_all()?;
        verify(to, key).await
    }
    .await;
    if made.is_err() {
        let _ = std::fs::remove_file(to);
    }
    made
}

/// Opens a copy and checks every page, every reference and the counts.
///
/// # Errors
/// [`StoreError::WrongKey`], [`StoreError::Damaged`] or another reason not to trust it.
pub async fn verify(path: &Path, key: &DataKey) -> Result<Verified, StoreError> {
    encrypted_header(path)?;
    let mut copy = open::reader(path, key).await?;
    let pages = sqlx::query("PRAGMA cipher_integrity_check")
        .fetch_all(&mut copy)
        .await
        .map_err(not_a_database)?;
    if !pages.is_empty() {
        return Err(StoreError::Damaged);
    }
    let whole =
        sqlx::query("PRAGMA integrity_check").fetch_one(&mut copy).await.map_err(not_a_database)?;
    if whole.try_get::<String, _>(0)? != "ok" {
        return Err(StoreError::Damaged);
    }
    let verified = Verified {
        audit_entries: count(&mut copy, "SELECT count(*) FROM audit_events").await?,
        cases: count(&mut copy, "SELECT count(*) FROM cases").await?,
        meetings: count(&mut copy, "SELECT count(*) FROM meetings").await?,
    };
    copy.close().await?;
    Ok(verified)
}

async fn count(copy: &mut SqliteConnection, query: &'static str) -> Result<i64, StoreError> {
    let (n,): (i64,) = sqlx::query_as(query).fetch_one(copy).await.map_err(not_a_database)?;
    Ok(n)
}

/// How many copies made before migrations are kept.
const KEPT: usize = 3;

/// Copies the file as it is before its schema changes.
pub(crate) async fn before_migration(
    db: &Db,
    path: &Path,
    key: &DataKey,
    version: i64,
) -> Result<PathBuf, StoreError> {
    let to = open::beside(path, &format!(".before-migration-{version:04}"));
    if to.exists() {
        std::fs::remove_file(&to)?;
    }
    let Some(pool) = db.sqlite() else { return Err(StoreError::NotEncrypting) };
    std::fs::OpenOptions::new().write(true).create_new(true).open(&to)?;
    let mut from = pool.acquire().await?;
    let mut copy = open::single(open::options(&to), key).await?;
    key::copy(&mut from, &mut copy).await?;
    sqlx::raw_sql("PRAGMA journal_mode = DELETE").execute(&mut copy).await?;
    copy.close().await?;
    drop_oldest(path)?;
    Ok(to)
}

fn drop_oldest(path: &Path) -> Result<(), StoreError> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Ok(()) };
    let prefix = format!("{}.before-migration-", name.to_string_lossy());
    let mut copies: Vec<PathBuf> = std::fs::read_dir(folder)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&prefix))
        })
        .collect();
    copies.sort();
    let surplus = copies.len().saturating_sub(KEPT);
    for old in copies.into_iter().take(surplus) {
        std::fs::remove_file(old)?;
    }
    Ok(())
}

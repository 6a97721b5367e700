//! Opening and creating the encrypted file, and connecting to a server.
//!
//! Fails closed: never creates a file where one should be opened, never opens a plain file, and
//! refuses to run on a SQLite that does not encrypt (security 4.1).

#![expect(clippy::disallowed_methods, reason = "opening speaks to the driver itself")]

use std::fs::{File, OpenOptions};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqlitePoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, Row as _};

use crate::db::Db;
use crate::error::StoreError;
use crate::key::{DataKey, unlock};
use crate::migrate;

const PLAIN_HEADER: &[u8; 16] = b"SQLite format 3\0";

/// Set on every connection right after the key.
const PRAGMAS: &str = "
    PRAGMA cipher_log_level = NONE;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -65536;";

/// One writer and a few readers.
const CONNECTIONS: u32 = 4;

/// An open file store: the database and the lock that keeps other processes out.
pub struct FileStore {
    /// The database.
    pub db: Db,
    /// Held as long as the store is open.
    _lock: File,
}

/// The first 16 bytes of the file: SQLCipher's salt, which tells one store from another.
pub type Salt = [u8; 16];

/// Creates a new store.
///
/// # Errors
/// When a file is there already, the place cannot be written, or encryption is not in force. A
/// half-made file is removed.
pub async fn create(path: &Path, key: &DataKey) -> Result<FileStore, StoreError> {
    OpenOptions::new().write(true).create_new(true).open(path)?;
    let made = async {
        let lock = lock(path)?;
        let db = connect(path, key).await?;
        migrate::sqlite(&db).await?;
        encrypted_header(path)?;
        Ok(FileStore { db, _lock: lock })
    }
    .await;
    if made.is_err() {
        remove(path);
    }
    made
}

fn remove(path: &Path) {
    for name in
        [path.to_path_buf(), beside(path, "-wal"), beside(path, "-shm"), beside(path, ".lock")]
    {
        // What was never made need not be removed.
        let _ = std::fs::remove_file(name);
    }
}

/// Opens a store. `salt` is what the key file says about the file it belongs to.
///
/// # Errors
/// Each kind of wrong file has its own: plain, foreign (another salt), damaged, newer, in use.
/// None of them changes the file.
pub async fn open(path: &Path, key: &DataKey, salt: Option<Salt>) -> Result<FileStore, StoreError> {
    let header = encrypted_header(path)?;
    if salt.is_some_and(|salt| salt != header) {
        return Err(StoreError::WrongKey);
    }
    let lock = lock(path)?;
    let db = connect(path, key).await.map_err(|error| match error {
        // The salt is right, so the key is: the pages are not what was written.
        StoreError::WrongKey if salt.is_some() => StoreError::Damaged,
        other => other,
    })?;
    let known = migrate::sqlite_version();
    match migrate::current(&db).await? {
        found if found > known => {
            db.close().await;
            return Err(StoreError::NewerSchema { found, known });
        }
        found if found < known => {
            crate::backup::before_migration(&db, path, key, found).await?;
            migrate::sqlite(&db).await?;
        }
        _ => {}
    }
    Ok(FileStore { db, _lock: lock })
}

/// Connects to a PostgreSQL database and brings its schema up to date.
///
/// # Errors
/// When the server does not answer or its schema is newer.
#[cfg(feature = "postgres")]
pub async fn postgres(url: &str) -> Result<Db, StoreError> {
    let options = url.parse::<sqlx::postgres::PgConnectOptions>()?.disable_statement_logging();
    let pool = PgPoolOptions::new()
        .max_connections(8)
        .acquire_timeout(Duration::from_secs(30))
        .connect_with(options)
        .await?;
    migrate::postgres(&pool).await?;
    Ok(Db::from_postgres(pool))
}

/// The salt of the file, or why the file cannot be a store.
///
/// # Errors
/// [`StoreError::PlainFile`] for an unencrypted database; [`StoreError::WrongKey`] for a file
/// too short to be a store; [`StoreError::Io`] when there is none.
pub fn encrypted_header(path: &Path) -> Result<Salt, StoreError> {
    let mut header = Salt::default();
    match File::open(path)?.read_exact(&mut header) {
        Ok(()) if &header == PLAIN_HEADER => Err(StoreError::PlainFile),
        Ok(()) => Ok(header),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            Err(StoreError::WrongKey)
        }
        Err(error) => Err(error.into()),
    }
}

/// A file name with something added: `convenor.db` → `convenor.db-wal`.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn lock(path: &Path) -> Result<File, StoreError> {
    let file =
        OpenOptions::new().create(true).truncate(false).write(true).open(beside(path, ".lock"))?;
    file.try_lock().map_err(|error| match error {
        std::fs::TryLockError::WouldBlock => StoreError::InUse,
        std::fs::TryLockError::Error(error) => error.into(),
    })?;
    Ok(file)
}

pub(crate) fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .busy_timeout(Duration::from_secs(30))
        .disable_statement_logging()
}

async fn connect(path: &Path, key: &DataKey) -> Result<Db, StoreError> {
    probe(path, key).await?;
    let key = key.clone();
    let pool = SqlitePoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(Duration::from_secs(60))
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |connection, _| {
            let key = key.clone();
            Box::pin(async move { prepare(connection, &key).await })
        })
        .connect_with(options(path))
        .await?;
    Ok(Db::from_sqlite(pool))
}

async fn prepare(connection: &mut SqliteConnection, key: &DataKey) -> Result<(), sqlx::Error> {
    unlock(connection, key).await?;
    sqlx::raw_sql(PRAGMAS).execute(connection).await?;
    Ok(())
}

/// One connection to a file, keyed and prepared.
pub(crate) async fn single(
    options: SqliteConnectOptions,
    key: &DataKey,
) -> Result<SqliteConnection, StoreError> {
    let mut connection = options.connect().await?;
    prepare(&mut connection, key).await.map_err(not_a_database)?;
    Ok(connection)
}

/// One connection that cannot write, to check a copy.
pub(crate) async fn reader(path: &Path, key: &DataKey) -> Result<SqliteConnection, StoreError> {
    let mut connection = options(path).read_only(true).connect().await?;
    unlock(&mut connection, key).await?;
    sqlx::raw_sql("PRAGMA cipher_log_level = NONE").execute(&mut connection).await?;
    Ok(connection)
}

/// The database engine that was linked in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engine {
    /// SQLite's version.
    pub sqlite: String,
    /// SQLCipher's version; none when another SQLite was linked.
    pub cipher: Option<String>,
    /// Whether stores may be opened with it.
    pub encrypts: bool,
}

/// Asks the linked engine what it is; no file is touched.
///
/// # Errors
/// When it does not answer.
pub async fn engine() -> Result<Engine, StoreError> {
    let mut connection = SqliteConnectOptions::new().in_memory(true).connect().await?;
    let engine = engine_of(&mut connection).await?;
    connection.close().await?;
    Ok(engine)
}

async fn engine_of(connection: &mut SqliteConnection) -> Result<Engine, StoreError> {
    let cipher = sqlx::query("PRAGMA cipher_version").fetch_optional(&mut *connection).await?;
    let version =
        sqlx::query("SELECT sqlite_version() AS version").fetch_one(&mut *connection).await?;
    let sqlite: String = version.try_get(0)?;
    let cipher = cipher.and_then(|row| row.try_get(0).ok()).filter(|v: &String| !v.is_empty());
    let encrypts = cipher.is_some() && is_fixed(&sqlite);
    Ok(Engine { sqlite, cipher, encrypts })
}

/// Opens the file once and looks: is it ours, does the linked SQLite encrypt?
async fn probe(path: &Path, key: &DataKey) -> Result<(), StoreError> {
    let mut connection = single(options(path), key).await?;
    if !engine_of(&mut connection).await?.encrypts {
        return Err(StoreError::NotEncrypting);
    }
    sqlx::query("SELECT count(*) FROM sqlite_master")
        .fetch_one(&mut connection)
        .await
        .map_err(not_a_database)?;
    connection.close().await?;
    Ok(())
}

/// SQLite 3.51.3 is the first without the WAL-reset bug.
fn is_fixed(version: &str) -> bool {
    let parts: Vec<u32> = version.split('.').map_while(|part| part.parse().ok()).collect();
    parts.as_slice() >= [3, 51, 3].as_slice()
}

/// SQLite's code 26 ("file is not a database") is all that a wrong key gives.
pub(crate) fn not_a_database(error: sqlx::Error) -> StoreError {
    let code =
        error.as_database_error().and_then(|error| error.code().map(std::borrow::Cow::into_owned));
    match code.as_deref() {
        Some("26") => StoreError::WrongKey,
        Some("11" | "779" | "267" | "523") => StoreError::Damaged,
        _ => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_fixed;

    #[test]
    fn the_sqlite_with_the_wal_reset_bug_is_refused() {
        assert!(!is_fixed("3.50.4"));
        assert!(!is_fixed("3.51.2"));
        assert!(is_fixed("3.51.3"));
        assert!(is_fixed("3.54.1"));
    }
}

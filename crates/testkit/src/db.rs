//! A fresh database of each kind, copied from a migrated template: cheap enough for every test.

#![expect(
    clippy::disallowed_methods,
    reason = "makes databases, and reads which server the tests may use"
)]

use std::path::PathBuf;

use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use store::{DataKey, Db};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// The key of every test file.
#[must_use]
pub fn key() -> DataKey {
    DataKey::new([0x5a; 32])
}

static TEMPLATE: OnceCell<Vec<u8>> = OnceCell::const_new();

/// An encrypted file of its own, with the newest schema.
///
/// # Panics
/// When the system has no room for temporary files.
pub async fn sqlite() -> (Db, store::FileStore, TempDir) {
    crate::rest::before_the_end();
    let template = TEMPLATE
        .get_or_init(|| async {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("template.db");
            let file = store::open::create(&path, &key()).await.unwrap();
            file.db.close().await;
            std::fs::read(&path).unwrap()
        })
        .await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("convenor.db");
    std::fs::write(&path, template).unwrap();
    let file = store::open::open(&path, &key(), None).await.unwrap();
    (file.db.clone(), file, folder)
}

/// The environment variable that names the test server: `postgres://user@host:port/postgres`.
pub const POSTGRES_URL: &str = "CONVENOR_TEST_POSTGRES_URL";

/// A PostgreSQL database of its own, or none when no server is named. In CI a missing server is
/// a failure: `cargo xtask test` always names one.
///
/// # Panics
/// When `CI` is set and no server is named, or the server does not answer.
pub async fn postgres() -> Option<Db> {
    let (server, ci) = (std::env::var(POSTGRES_URL).ok(), std::env::var_os("CI").is_some());
    let Some(server) = server else {
        assert!(!ci, "CI must name a PostgreSQL server in {POSTGRES_URL}");
        #[expect(clippy::print_stderr, reason = "a skipped database must be seen")]
        {
            eprintln!("skipped on PostgreSQL: {POSTGRES_URL} is not set");
        }
        return None;
    };
    let mut admin = PgConnection::connect(&server).await.unwrap();
    // Making and copying the template take a lock on it; many test processes may ask at once.
    execute(&mut admin, "SELECT pg_advisory_lock(77)".into()).await;
    let template = template_database(&server, &mut admin).await;
    let name = format!("convenor_{}", unique());
    // A server that outlives a run may hold one of an earlier process with our number.
    execute(&mut admin, format!("DROP DATABASE IF EXISTS {name}")).await;
    execute(&mut admin, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    execute(&mut admin, "SELECT pg_advisory_unlock(77)".into()).await;
    admin.close().await.unwrap();
    Some(store::open::postgres(&url_of(&server, &name)).await.unwrap())
}

/// The migrated template, made by the first process that needs it; its name tells its
/// migrations, so that another schema never gets an old one.
async fn template_database(server: &str, admin: &mut PgConnection) -> String {
    let name = format!("convenor_template_{}", store::migrate::postgres_fingerprint());
    let (there,): (i64,) = sqlx::query_as("SELECT count(*) FROM pg_database WHERE datname = $1")
        .bind(&name)
        .fetch_one(&mut *admin)
        .await
        .unwrap();
    if there == 0 {
        let fresh = format!("convenor_fresh_{}", unique());
        execute(admin, format!("DROP DATABASE IF EXISTS {fresh}")).await;
        execute(admin, format!("CREATE DATABASE {fresh}")).await;
        store::open::postgres(&url_of(server, &fresh)).await.unwrap().close().await;
        execute(admin, format!("ALTER DATABASE {fresh} RENAME TO {name}")).await;
    }
    name
}

async fn execute(admin: &mut PgConnection, sql: String) {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(admin).await.unwrap();
}

/// A name that no other test process uses: its process number and a count.
fn unique() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

fn url_of(server: &str, database: &str) -> String {
    let (address, query) = server.split_once('?').map_or((server, None), |(a, q)| (a, Some(q)));
    let base = address.rsplit_once('/').map_or(address, |(base, _)| base);
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    format!("{base}/{database}{query}")
}

/// A path in a folder of its own, for tests of files themselves.
#[must_use]
pub fn scratch() -> (TempDir, PathBuf) {
    crate::rest::before_the_end();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("convenor.db");
    (folder, path)
}

//! Opening and creating files, and which schema is known.

use std::path::Path;

use ::store::statement::sql;
use ::store::{DataKey, StoreError, backup, migrate, open};
use domain::access::Reach;
use testkit::World;
use testkit::db::{key, scratch};

async fn created(path: &Path) {
    open::create(path, &key()).await.unwrap().db.close().await;
}

fn error<T>(result: Result<T, StoreError>) -> StoreError {
    result.err().unwrap()
}

#[test]
fn a_key_is_the_bytes_that_it_was_made_of() {
    assert_eq!(DataKey::new([7; 32]).expose(), &[7; 32]);
}

#[tokio::test]
async fn a_file_is_created_once_and_opens_with_its_key_and_salt() {
    let (_folder, path) = scratch();
    created(&path).await;
    assert!(matches!(error(open::create(&path, &key()).await), StoreError::Io(_)));
    let salt = open::encrypted_header(&path).unwrap();
    let file = open::open(&path, &key(), Some(salt)).await.unwrap();
    file.db.read(Reach::NoCases).await.unwrap();
    assert!(matches!(error(open::open(&path, &key(), None).await), StoreError::InUse));
    file.db.close().await;
    drop(file);
    let other = DataKey::new([1; 32]);
    assert!(matches!(error(open::open(&path, &other, None).await), StoreError::WrongKey));
    let foreign = open::open(&path, &key(), Some([9; 16])).await;
    assert!(matches!(error(foreign), StoreError::WrongKey));
}

#[tokio::test]
async fn a_plain_file_a_short_one_and_none_are_told_apart() {
    let (_folder, path) = scratch();
    assert!(matches!(error(open::encrypted_header(&path)), StoreError::Io(_)));
    std::fs::write(&path, b"short").unwrap();
    assert!(matches!(error(open::encrypted_header(&path)), StoreError::WrongKey));
    std::fs::write(&path, b"SQLite format 3\0 and more").unwrap();
    assert!(matches!(error(open::encrypted_header(&path)), StoreError::PlainFile));
    assert!(matches!(error(open::open(&path, &key(), None).await), StoreError::PlainFile));
}

#[tokio::test]
async fn the_linked_engine_encrypts() {
    let engine = open::engine().await.unwrap();
    assert!(engine.encrypts && engine.cipher.is_some(), "{engine:?}");
}

#[tokio::test]
async fn an_address_that_is_none_is_no_server() {
    assert!(open::postgres("nowhere").await.is_err());
}

#[tokio::test]
async fn a_file_of_a_newer_program_is_refused_and_left_as_it_is() {
    let known = migrate::sqlite_version();
    let (folder, path) = changed_schema(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         SELECT version + 1, 'newer', success, checksum, 0 FROM _sqlx_migrations
         ORDER BY version DESC LIMIT 1",
    )
    .await;
    let before = std::fs::read(&path).unwrap();
    let refused = error(open::open(&path, &key(), None).await);
    assert!(
        matches!(refused, StoreError::NewerSchema { found, known: k } if found == known + 1 && k == known)
    );
    assert_eq!(std::fs::read(&path).unwrap(), before);
    drop(folder);
}

#[tokio::test]
async fn a_copy_is_made_before_the_schema_changes_and_stays_when_that_fails() {
    // The newest migration is done again and fails: its tables are there.
    let (folder, path) = changed_schema(
        "DELETE FROM _sqlx_migrations
         WHERE version = (SELECT MAX(version) FROM _sqlx_migrations)",
    )
    .await;
    assert!(matches!(error(open::open(&path, &key(), None).await), StoreError::Migration(_)));
    let older = migrate::sqlite_version() - 1;
    let copy = folder.path().join(format!("convenor.db.before-migration-{older:04}"));
    assert_eq!(backup::verify(&copy, &key()).await.unwrap().audit_entries, 2);
}

#[test]
fn the_schema_of_the_server_has_a_name_of_its_own() {
    let fingerprint = migrate::postgres_fingerprint();
    assert_eq!(fingerprint.len(), 12);
    assert_eq!(fingerprint, migrate::postgres_fingerprint());
}

/// A closed file in which what is known of its schema was changed.
async fn changed_schema(how: &'static str) -> (tempfile::TempDir, std::path::PathBuf) {
    let world = World::sqlite().await;
    let mut tx = world.write().await;
    sql(how).execute(&mut tx).await.unwrap();
    world.commit(tx).await;
    let folder = world.close().await.unwrap();
    let path = folder.path().join("convenor.db");
    (folder, path)
}

//! Copies of the file, and that a server's store is not copied as one.

use ::store::backup::{self, Verified};
use ::store::{DataKey, StoreError};
use testkit::db::{key, scratch};
use testkit::{World, on_each_database};

use crate::made_up;

async fn copied(world: &World) -> (tempfile::TempDir, std::path::PathBuf) {
    let (folder, to) = scratch();
    let verified = backup::back_up(&world.app.db, &to, &key()).await.unwrap();
    assert_eq!(verified, Verified { audit_entries: 2, cases: 1, meetings: 0 });
    (folder, to)
}

async fn with_a_case() -> World {
    let world = World::sqlite().await;
    let mut tx = world.write().await;
    made_up::case(&world, &mut tx, "C-0001", "Ash Quill").await;
    world.commit(tx).await;
    world
}

#[tokio::test]
async fn a_copy_of_an_open_store_is_verified_by_its_counts() {
    let world = with_a_case().await;
    let (_folder, to) = copied(&world).await;
    let verified = backup::verify(&to, &key()).await.unwrap();
    assert_eq!(verified, Verified { audit_entries: 2, cases: 1, meetings: 0 });
    let again = backup::back_up(&world.app.db, &to, &key()).await;
    assert!(matches!(again, Err(StoreError::Io(_))), "never over another file");
}

#[tokio::test]
async fn a_changed_byte_or_another_key_makes_a_copy_worthless() {
    let world = with_a_case().await;
    let (_folder, to) = copied(&world).await;
    let other = backup::verify(&to, &DataKey::new([1; 32])).await;
    assert!(matches!(other, Err(StoreError::WrongKey | StoreError::Damaged)), "{other:?}");
    let mut bytes = std::fs::read(&to).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&to, bytes).unwrap();
    let damaged = backup::verify(&to, &key()).await;
    assert!(matches!(damaged, Err(StoreError::Damaged)), "{damaged:?}");
}

on_each_database! {
    async fn only_a_file_is_copied_as_a_file(world) {
        let (_folder, to) = scratch();
        let copied = backup::back_up(&world.app.db, &to, &key()).await;
        let is_file = !matches!(copied, Err(StoreError::NotEncrypting));
        assert_eq!(copied.is_ok(), is_file);
        assert_eq!(to.exists(), is_file, "a refusal leaves nothing behind");
    }
}

//! The vault: creating, unlocking, and every kind of wrong file or key by its own name.

use std::path::Path;
use std::sync::Arc;

use app::AppError;
use app::users::{NewPassphrase, set_passphrase};
use app::vault::{Cost, NewStore, Passphrase, Paths, RecoveryKey, Status, Vault, restore};
use domain::audit::Hash;
use domain::clock::FixedClock;
use domain::field::{Invalid, Problem};
use domain::ids::{CountedIds, UserId};
use domain::text::NonBlank;
use domain::violation::Violation;
use tempfile::TempDir;

const PASSPHRASE: &str = "seven brown kettles sing";

struct Made {
    folder: TempDir,
    vault: Vault,
    recovery: RecoveryKey,
    user: UserId,
}

fn vault_at(path: &Path) -> Vault {
    let clock = Arc::new(FixedClock(testkit::world::NOW.parse().unwrap()));
    Vault::new(Paths::new(path), clock, Arc::new(CountedIds::new(3)))
}

fn new_store() -> NewStore {
    NewStore {
        authority: NonBlank::new("Trentshire").unwrap(),
        profile: "trentshire".into(),
        name: NonBlank::new("Robin Marsh").unwrap(),
        passphrase: Passphrase::new(PASSPHRASE).unwrap(),
        cost: Cost::FLOOR,
        demonstration: None,
    }
}

/// A store that was created and closed.
async fn made() -> Made {
    let (folder, path) = testkit::db::scratch();
    let vault = vault_at(&path);
    let (recovery, user) = vault.create(new_store()).await.unwrap();
    vault.current().await.unwrap().db.close().await;
    drop(vault);
    Made { vault: vault_at(&path), folder, recovery, user }
}

/// Every file of a folder with the hash of its content.
fn files(folder: &Path) -> Vec<(String, Hash)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| !entry.file_name().to_string_lossy().ends_with(".lock"))
        .map(|entry| {
            let content = std::fs::read(entry.path()).unwrap();
            (entry.file_name().to_string_lossy().into_owned(), Hash::of(&content))
        })
        .collect();
    files.sort_by(|a, b| a.0.cmp(&b.0));
    files
}

fn refused<T>(result: Result<T, AppError>) -> Option<Violation> {
    match result {
        Err(AppError::Refused(violation)) => Some(violation),
        _ => None,
    }
}

#[tokio::test]
async fn ones_own_passphrase_is_changed_by_somebody_who_knows_it() {
    const NEXT: &str = "nine blue ladders hum";
    let made = made().await;
    let (app, session) =
        made.vault.sign_in(made.user, Passphrase::to_try(PASSPHRASE)).await.unwrap();
    let change = async |present: Option<&str>| {
        let new = NewPassphrase {
            user: made.user,
            present: present.map(Passphrase::to_try),
            passphrase: Passphrase::new(NEXT).unwrap(),
            cost: Cost::FLOOR,
        };
        set_passphrase(&app, &session, &made.vault, new).await
    };
    let missing = change(None).await.unwrap_err();
    let required = Invalid::one("present", Problem::Required);
    assert!(matches!(missing, AppError::Invalid(invalid) if invalid == required));
    assert_eq!(refused(change(Some("not this one")).await), Some(Violation::WrongPassphrase));
    change(Some(PASSPHRASE)).await.unwrap();
    let old = change(Some(PASSPHRASE)).await;
    assert_eq!(refused(old), Some(Violation::WrongPassphrase));
    assert!(made.vault.require_passphrase(made.user, Passphrase::to_try(NEXT)).await.is_ok());
}

#[tokio::test]
async fn a_new_store_opens_with_its_passphrase_and_locks_again() {
    let made = made().await;
    let (_, session) = made.vault.sign_in(made.user, Passphrase::to_try(PASSPHRASE)).await.unwrap();
    assert!(made.vault.current().await.is_ok());
    made.vault.lock(&session).await.unwrap();
    assert!(matches!(made.vault.current().await, Err(AppError::Locked)));
}

#[tokio::test]
async fn the_recovery_key_opens_the_store_and_sets_a_new_passphrase() {
    let made = made().await;
    let new = || Passphrase::new("eleven quiet lamps burn").unwrap();
    let (_, session) = made
        .vault
        .sign_in_with_recovery_key(made.recovery, made.user, new(), Cost::FLOOR)
        .await
        .unwrap();
    made.vault.lock(&session).await.unwrap();
    assert!(made.vault.sign_in(made.user, new()).await.is_ok());
}

#[tokio::test]
async fn each_wrong_key_or_file_has_its_own_name_and_nothing_is_changed() {
    type Spoil = fn(&Path);
    let cases: [(&str, Spoil, &str, Violation); 6] = [
        ("wrong passphrase", |_| {}, "seven brown kettles sang", Violation::WrongPassphrase),
        (
            "a damaged page",
            |store| {
                let mut bytes = std::fs::read(store).unwrap();
                for byte in &mut bytes[100..200] {
                    *byte ^= 0xff;
                }
                std::fs::write(store, bytes).unwrap();
            },
            PASSPHRASE,
            Violation::DamagedFile,
        ),
        (
            "a plain database",
            |store| {
                let mut bytes = b"SQLite format 3\0".to_vec();
                bytes.resize(4096, 0);
                std::fs::write(store, bytes).unwrap();
            },
            PASSPHRASE,
            Violation::PlainFile,
        ),
        (
            "a foreign file",
            |store| std::fs::write(store, vec![7; 8192]).unwrap(),
            PASSPHRASE,
            Violation::ForeignFile,
        ),
        (
            "an empty file",
            |store| std::fs::write(store, []).unwrap(),
            PASSPHRASE,
            Violation::ForeignFile,
        ),
        (
            "no keys",
            |store| {
                std::fs::remove_file(store.with_extension("keys")).unwrap();
                std::fs::remove_file(store.with_extension("keys.copy")).unwrap();
            },
            PASSPHRASE,
            Violation::NoKeys,
        ),
    ];
    for (what, spoil, passphrase, expected) in cases {
        let made = made().await;
        spoil(made.vault.paths().store());
        let before = files(made.folder.path());
        let result = made.vault.sign_in(made.user, Passphrase::to_try(passphrase)).await;
        assert_eq!(refused(result), Some(expected), "{what}");
        assert_eq!(files(made.folder.path()), before, "{what}: a file was created or changed");
    }
}

#[tokio::test]
async fn one_damaged_copy_of_the_keys_is_survived() {
    let made = made().await;
    std::fs::write(made.vault.paths().store().with_extension("keys"), b"{").unwrap();
    assert!(made.vault.sign_in(made.user, Passphrase::to_try(PASSPHRASE)).await.is_ok());
}

#[tokio::test]
async fn a_missing_slot_is_a_wrong_passphrase_and_tells_no_more() {
    let made = made().await;
    let nobody = UserId::new(&CountedIds::new(99));
    let result = made.vault.sign_in(nobody, Passphrase::to_try(PASSPHRASE)).await;
    assert_eq!(refused(result), Some(Violation::WrongPassphrase));
}

#[tokio::test]
async fn a_store_is_never_created_over_another() {
    let made = made().await;
    let before = files(made.folder.path());
    assert_eq!(refused(made.vault.create(new_store()).await), Some(Violation::StoreExists));
    assert_eq!(files(made.folder.path()), before);
}

#[tokio::test]
async fn a_second_process_is_refused() {
    let made = made().await;
    made.vault.sign_in(made.user, Passphrase::to_try(PASSPHRASE)).await.unwrap();
    let other = vault_at(made.vault.paths().store());
    let result = other.sign_in(made.user, Passphrase::to_try(PASSPHRASE)).await;
    assert_eq!(refused(result), Some(Violation::InUse));
}

#[tokio::test]
async fn after_five_wrong_passphrases_the_next_must_wait() {
    let made = made().await;
    for _ in 0..5 {
        let result = made.vault.sign_in(made.user, Passphrase::to_try("not this one")).await;
        assert_eq!(refused(result), Some(Violation::WrongPassphrase));
    }
    let result = made.vault.sign_in(made.user, Passphrase::to_try(PASSPHRASE)).await;
    assert_eq!(refused(result), Some(Violation::TooManyTries { seconds: 1 }));
}

#[tokio::test]
async fn a_backup_is_verified_and_restores_to_a_new_place_only() {
    let made = made().await;
    let (_, session) = made.vault.sign_in(made.user, Passphrase::to_try(PASSPHRASE)).await.unwrap();
    let copy = made.folder.path().join("copy.db");
    let verified = made.vault.back_up(&session, &copy).await.unwrap();
    assert!(verified.audit_entries >= 2);

    let to = Paths::new(made.folder.path().join("restored.db"));
    let passphrase = || Passphrase::to_try(PASSPHRASE);
    let from = Paths::new(&copy);
    assert_eq!(restore(&from, &to, made.user, passphrase()).await.unwrap(), verified);
    let again = restore(&from, &to, made.user, passphrase()).await;
    assert_eq!(refused(again), Some(Violation::StoreExists));

    let restored = vault_at(to.store());
    assert!(restored.sign_in(made.user, passphrase()).await.is_ok());
}

#[tokio::test]
async fn the_sign_in_screen_knows_who_there_is_before_anybody_signs_in() {
    let made = made().await;
    let Status::Present { people, demonstration } = made.vault.status().unwrap() else {
        panic!("the store is there");
    };
    assert_eq!(people.len(), 1);
    assert_eq!(demonstration, None);
}

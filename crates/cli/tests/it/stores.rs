//! The commands that open a store.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::vault::{Cost, NewStore, Passphrase, Paths, Vault};
use domain::access::{Reach, Stamp};
use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::clock::SystemClock;
use domain::ids::TimeOrderedIds;
use domain::text::NonBlank;
use store::statement::sql;
use tempfile::TempDir;

use crate::program::{Ran, convenor, refused};

const PASSPHRASE: &str = "seven brown kettles sing";

struct Made {
    folder: TempDir,
    store: PathBuf,
    passphrase: PathBuf,
}

impl Made {
    fn run(&self, command: &[&str], more: &[&str]) -> Ran {
        let store = self.store.to_str().unwrap();
        let file = self.passphrase.to_str().unwrap();
        let shared = ["--store", store, "--passphrase-file", file];
        let arguments: Vec<&str> = command.iter().chain(&shared).chain(more).copied().collect();
        convenor(&arguments, "")
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }
}

/// A closed store; `spoil` changes it past the rules, as somebody with the key might.
async fn made(spoil: &[&'static str]) -> Made {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("convenor.db");
    let passphrase = folder.path().join("passphrase");
    std::fs::write(&passphrase, format!("{PASSPHRASE}\n")).unwrap();
    let vault = vault_at(&store);
    let new = NewStore {
        authority: NonBlank::new("Trentshire").unwrap(),
        profile: "trentshire".into(),
        name: NonBlank::new("Robin Marsh").unwrap(),
        passphrase: Passphrase::new(PASSPHRASE).unwrap(),
        cost: Cost::FLOOR,
        demonstration: None,
    };
    let (_, user) = vault.create(new).await.unwrap();
    let app = vault.current().await.unwrap();
    let stamp = Stamp { at: app.clock.now(), by: user };
    for _ in 0..3 {
        let tx = app.db.write(Reach::NoCases).await.unwrap();
        let event = AuditEvent::new(AuditAction::Changed, EntityKind::Setting, user);
        tx.commit(&stamp, event).await.unwrap();
    }
    if !spoil.is_empty() {
        let mut tx = app.db.write(Reach::NoCases).await.unwrap();
        for statement in spoil {
            sql(statement).execute(&mut tx).await.unwrap();
        }
        tx.commit(&stamp, AuditEvent::new(AuditAction::Changed, EntityKind::Setting, user))
            .await
            .unwrap();
    }
    app.db.close().await;
    Made { folder, store, passphrase }
}

fn vault_at(store: &Path) -> Vault {
    Vault::new(Paths::new(store), Arc::new(SystemClock), Arc::new(TimeOrderedIds))
}

#[tokio::test]
async fn an_untouched_chain_verifies() {
    let ran = made(&[]).await.run(&["audit", "verify"], &[]);
    assert_eq!((ran.code, &ran.json["ok"]), (0, &true.into()), "{}", ran.json);
    // Created, three changes, and the sign-in of this very check.
    assert_eq!(ran.json["entries"], 5);
}

#[tokio::test]
async fn the_first_bad_entry_is_named() {
    let spoil = [
        "DROP TRIGGER audit_events_no_update",
        "UPDATE audit_events SET detail = 'name;' WHERE number = 3",
    ];
    let ran = made(&spoil).await.run(&["audit", "verify"], &[]);
    assert_eq!((ran.code, &ran.json["first_bad_entry"]), (1, &3.into()), "{}", ran.json);
    assert_eq!(ran.json["error"]["code"], "broken_chain");
    assert_eq!(ran.stderr, "");
}

#[tokio::test]
async fn a_missing_entry_is_named() {
    let spoil =
        ["DROP TRIGGER audit_events_no_delete", "DELETE FROM audit_events WHERE number = 2"];
    let ran = made(&spoil).await.run(&["audit", "verify"], &[]);
    assert_eq!((ran.code, &ran.json["first_bad_entry"]), (1, &2.into()), "{}", ran.json);
}

#[tokio::test]
async fn a_wrong_passphrase_is_refused_without_a_trace_of_it() {
    let made = made(&[]).await;
    std::fs::write(&made.passphrase, "seven brown kettles sang").unwrap();
    let ran = made.run(&["audit", "verify"], &[]);
    refused(&ran, "wrong_passphrase");
    assert!(!ran.json.to_string().contains("kettles"));
}

#[tokio::test]
async fn a_store_that_is_not_there_is_not_created() {
    let made = made(&[]).await;
    let ran = convenor(&["audit", "verify", "--store", &made.path("none.db")], "");
    refused(&ran, "no_store");
    assert!(!made.folder.path().join("none.db").exists());
}

#[tokio::test]
async fn without_a_file_or_a_terminal_a_passphrase_is_asked_for_in_vain() {
    let made = made(&[]).await;
    let ran = convenor(&["audit", "verify", "--store", made.store.to_str().unwrap()], "");
    refused(&ran, "passphrase_needed");
}

#[tokio::test]
async fn somebody_who_does_not_sign_in_here_is_refused() {
    refused(&made(&[]).await.run(&["audit", "verify"], &["--user", "Nobody"]), "no_such_user");
}

#[tokio::test]
async fn a_backup_restores_to_a_new_place_and_never_over_a_store() {
    let made = made(&[]).await;
    let (copy, restored) = (made.path("copy.db"), made.path("restored.db"));
    let ran = made.run(&["backup"], &["--to", &copy]);
    assert_eq!((ran.code, &ran.json["verified"]), (0, &true.into()), "{}", ran.json);

    let file = made.passphrase.to_str().unwrap();
    let restore = ["restore", "--from", &copy, "--to", &restored, "--passphrase-file", file];
    assert_eq!(convenor(&restore, "").code, 0);
    refused(&convenor(&restore, ""), "store_exists");

    let verify = ["audit", "verify", "--store", &restored, "--passphrase-file", file];
    assert_eq!(convenor(&verify, "").code, 0);
}

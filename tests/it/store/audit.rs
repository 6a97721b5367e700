//! The audit chain: appended with the change, never rewritten.

use ::store::statement::sql;
use ::store::{StoreError, audit};
use domain::access::{Reach, Role, Stamp};
use domain::audit::{AuditAction, AuditEvent, EntityKind, Head, verify};
use domain::ids::CaseId;
use testkit::on_each_database;

on_each_database! {
    async fn the_chain_grows_with_each_commit_and_verifies(world) {
        for _ in 0..3 {
            let tx = world.write().await;
            world.commit(tx).await;
        }
        let mut tx = world.read().await;
        let entries = audit::after(&mut tx, 0, 100).await.unwrap();
        assert_eq!(entries.len(), 4);
        let head = verify(Head::START, &entries).unwrap();
        assert_eq!(head, audit::head(&mut tx).await.unwrap());
        assert_eq!(entries[0].by, world.user(Role::Chair).id);
    }

    async fn the_entries_of_a_case_come_newest_first_and_only_to_those_who_see_cases(world) {
        let case = CaseId::new(&*world.app.ids);
        let by = world.user(Role::Chair).id;
        for action in [AuditAction::Added, AuditAction::Viewed, AuditAction::Changed] {
            let tx = world.write().await;
            let event = AuditEvent::new(action, EntityKind::Case, case).in_case(case);
            let stamp = Stamp { at: world.app.clock.now(), by };
            tx.commit(&stamp, event).await.unwrap();
        }
        let mut tx = world.read().await;
        let entries = audit::of_case(&mut tx, case, 2).await.unwrap();
        let actions: Vec<_> = entries.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["changed", "viewed"]);
        let other = CaseId::new(&*world.app.ids);
        assert!(audit::of_case(&mut tx, other, 2).await.unwrap().is_empty());
        drop(tx);
        let mut tx = world.app.db.read(Reach::NoCases).await.unwrap();
        let refused = audit::of_case(&mut tx, case, 2).await;
        assert!(matches!(refused, Err(StoreError::OutOfReach)));
    }

    async fn a_write_that_is_not_committed_leaves_nothing(world) {
        let mut tx = world.write().await;
        sql("INSERT INTO settings (name, value) VALUES ('marking', 'x')").execute(&mut tx).await.unwrap();
        drop(tx);
        let mut tx = world.read().await;
        let setting = ::store::settings::find(&mut tx, ::store::settings::Setting::Marking).await;
        assert_eq!(setting.unwrap(), None);
        assert_eq!(audit::head(&mut tx).await.unwrap().number, 1);
    }

    async fn an_entry_cannot_be_changed(world) {
        let mut tx = world.write().await;
        assert!(sql("UPDATE audit_events SET action = 'viewed' WHERE number = 1").execute(&mut tx).await.is_err());
    }

    async fn an_entry_cannot_be_deleted(world) {
        let mut tx = world.write().await;
        assert!(sql("DELETE FROM audit_events WHERE number = 1").execute(&mut tx).await.is_err());
    }

    async fn an_entry_cannot_be_inserted_out_of_sequence(world) {
        let mut tx = world.write().await;
        let copy = "INSERT INTO audit_events
                        (number, at, by_user, action, entity, entity_id, detail, previous_hash, hash)
                    SELECT number + 5, at, by_user, action, entity, entity_id, detail, previous_hash, hash
                    FROM audit_events WHERE number = 1";
        assert!(sql(copy).execute(&mut tx).await.is_err());
    }
}

#[tokio::test]
async fn insert_or_replace_cannot_rewrite_an_entry() {
    let world = testkit::World::sqlite().await;
    let mut tx = world.write().await;
    let replace = "INSERT OR REPLACE INTO audit_events
                       (number, at, by_user, action, entity, entity_id, detail, previous_hash, hash)
                   SELECT number, at, by_user, 'viewed', entity, entity_id, detail, previous_hash, hash
                   FROM audit_events WHERE number = 1";
    assert!(sql(replace).execute(&mut tx).await.is_err());
}

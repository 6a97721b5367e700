//! The audit chain: appended with the change, never rewritten.

use ::store::audit;
use ::store::statement::sql;
use domain::access::Role;
use domain::audit::{Head, verify};
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

//! One SQL text on two databases: values, rows, counts of rows, and transactions.

use ::store::statement::{SqlBuilder, sql};
use ::store::{Reads as _, StoreError};
use chrono::NaiveDate;
use domain::access::Reach;
use testkit::on_each_database;

use crate::made_up::{self, day};

#[derive(Debug, PartialEq, sqlx::FromRow)]
struct PersonRow {
    id: uuid::Uuid,
    name: String,
    date_of_birth: Option<NaiveDate>,
    safe_address: bool,
    created_at: chrono::DateTime<chrono::Utc>,
    version: i64,
}

const COLUMNS: &str = "SELECT id, name, date_of_birth, safe_address, created_at, version
     FROM people";

on_each_database! {
    async fn a_value_comes_back_as_it_was_bound(world) {
        let mut tx = world.write().await;
        let id = made_up::person(&world, &mut tx, "Ash “Quill” – ïé").await;
        let born = Some(day("2011-03-04"));
        let changed = sql("UPDATE people SET date_of_birth = $1, safe_address = $2 WHERE id = $3")
            .bind(born)
            .bind(true)
            .bind(id);
        assert_eq!(changed.execute(&mut tx).await.unwrap(), 1);
        let mut query = SqlBuilder::new(COLUMNS);
        query.push(" WHERE id = ").push_bind(id);
        let row: PersonRow = query.build().one(&mut tx).await.unwrap();
        let expected = PersonRow {
            id: id.into(),
            name: "Ash “Quill” – ïé".into(),
            date_of_birth: born,
            safe_address: true,
            created_at: world.app.clock.now(),
            version: 1,
        };
        assert_eq!(row, expected);
    }

    async fn rows_are_all_one_or_perhaps_one(world) {
        let mut tx = world.write().await;
        let ash = made_up::person(&world, &mut tx, "Ash Quill").await;
        let bay = made_up::person(&world, &mut tx, "Bay Quill").await;
        made_up::person(&world, &mut tx, "Cy Quill").await;
        let mut query = SqlBuilder::new("SELECT name FROM people WHERE id IN ");
        query.push_list([bay, ash]).push(" ORDER BY name");
        let names = query.build().all::<(String,)>(&mut tx).await.unwrap();
        assert_eq!(names, [("Ash Quill".to_owned(),), ("Bay Quill".to_owned(),)]);
        let mut query = SqlBuilder::new("SELECT name FROM people WHERE id IN ");
        query.push_list(Vec::<domain::ids::PersonId>::new());
        assert!(query.build().all::<(String,)>(&mut tx).await.unwrap().is_empty(), "in no list");
        let nobody = || sql("SELECT name FROM people WHERE name = $1").bind("Nobody");
        assert_eq!(nobody().optional::<(String,)>(&mut tx).await.unwrap(), None);
        assert!(nobody().one::<(String,)>(&mut tx).await.is_err());
    }

    async fn an_insert_says_that_it_is_there_already_and_an_update_that_it_is_gone(world) {
        let mut tx = world.write().await;
        let insert = || sql("INSERT INTO settings (name, value) VALUES ($1, $2)")
            .bind("marking").bind("OFFICIAL");
        insert().insert(&mut tx, "settings").await.unwrap();
        let update = |name: &'static str| sql("UPDATE settings SET value = 'x' WHERE name = $1").bind(name);
        update("marking").update_one(&mut tx, "settings").await.unwrap();
        let gone = update("nothing").update_one(&mut tx, "settings").await;
        assert!(matches!(gone, Err(StoreError::Stale { table: "settings" })));
        let again = insert().insert(&mut tx, "settings").await.unwrap_err();
        assert!(again.is_duplicate(), "{again:?}");
        assert!(matches!(again, StoreError::Duplicate { table: "settings" }));
    }

    async fn what_was_committed_is_read_by_others_and_what_was_not_is_not(world) {
        let db = &world.app.db;
        let mut tx = db.write(Reach::Cases).await.unwrap();
        made_up::person(&world, &mut tx, "Ash Quill").await;
        drop(tx);
        let mut tx = db.write(Reach::Cases).await.unwrap();
        made_up::person(&world, &mut tx, "Bay Quill").await;
        let (at, by) = (world.app.clock.now(), world.user(domain::access::Role::Chair).id);
        let event = domain::audit::AuditEvent::new(
            domain::audit::AuditAction::Added, domain::audit::EntityKind::Person, by,
        );
        tx.commit(&domain::access::Stamp { at, by }, event).await.unwrap();
        let mut tx = db.read(Reach::NoCases).await.unwrap();
        assert_eq!(tx.reach(), Reach::NoCases);
        let names = sql("SELECT name FROM people").all::<(String,)>(&mut tx).await.unwrap();
        assert_eq!(names, [("Bay Quill".to_owned(),)]);
        drop(tx);
        db.close().await;
        assert!(db.read(Reach::NoCases).await.is_err(), "closed is closed");
    }
}

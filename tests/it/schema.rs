//! The two schemas are one: same tables, columns, nullability and keys; and the house rules.

use std::collections::BTreeSet;

use ::store::statement::sql;
use testkit::World;

/// A column as both databases describe it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
struct Column {
    table_name: String,
    column_name: String,
    required: i64,
}

/// A reference from a table to another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
struct Reference {
    table_name: String,
    column_name: String,
    to_table: String,
    on_delete: String,
}

async fn sqlite() -> (BTreeSet<Column>, BTreeSet<Reference>) {
    let world = World::sqlite().await;
    let mut tx = world.read().await;
    let columns = sql("SELECT m.name AS table_name, p.name AS column_name,
                CAST(p.\"notnull\" AS INTEGER) AS required
         FROM sqlite_master m JOIN pragma_table_info(m.name) p
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '_sqlx%'")
    .all::<Column>(&mut tx)
    .await
    .unwrap();
    let references = sql("SELECT m.name AS table_name, f.\"from\" AS column_name,
                f.\"table\" AS to_table, f.on_delete AS on_delete
         FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
         WHERE m.type = 'table'")
    .all::<Reference>(&mut tx)
    .await
    .unwrap();
    (columns.into_iter().collect(), references.into_iter().collect())
}

async fn postgres() -> Option<(BTreeSet<Column>, BTreeSet<Reference>)> {
    let world = World::postgres().await?;
    let mut tx = world.read().await;
    let columns = sql("SELECT CAST(table_name AS TEXT) AS table_name,
                CAST(column_name AS TEXT) AS column_name,
                CAST(CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END AS BIGINT) AS required
         FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name NOT LIKE '\\_sqlx%'")
    .all::<Column>(&mut tx)
    .await
    .unwrap();
    let references = sql("SELECT CAST(k.table_name AS TEXT) AS table_name,
                CAST(k.column_name AS TEXT) AS column_name,
                CAST(t.table_name AS TEXT) AS to_table,
                CAST(r.delete_rule AS TEXT) AS on_delete
         FROM information_schema.referential_constraints r
         JOIN information_schema.key_column_usage k ON k.constraint_name = r.constraint_name
         JOIN information_schema.table_constraints t ON t.constraint_name = r.unique_constraint_name
         WHERE k.table_schema = 'public'")
    .all::<Reference>(&mut tx)
    .await
    .unwrap();
    Some((columns.into_iter().collect(), references.into_iter().collect()))
}

#[tokio::test]
async fn both_databases_have_the_same_columns_and_references() {
    let Some((columns, references)) = postgres().await else { return };
    let (file_columns, file_references) = sqlite().await;
    let differ: Vec<_> = file_columns.symmetric_difference(&columns).collect();
    assert!(differ.is_empty(), "columns differ: {differ:#?}");
    let differ: Vec<_> = file_references.symmetric_difference(&references).collect();
    assert!(differ.is_empty(), "references differ: {differ:#?}");
}

#[tokio::test]
async fn nothing_disappears_because_something_else_did() {
    let (_, references) = sqlite().await;
    for reference in references {
        assert_eq!(reference.on_delete, "RESTRICT", "{reference:?}");
    }
}

#[tokio::test]
async fn every_file_of_migrations_exists_for_both_databases() {
    let names = |kind: &str| -> BTreeSet<String> {
        let folder = format!("{}/../migrations/{kind}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

/// Table and column of every line `Columns:` of the data dictionary.
fn dictionary() -> BTreeSet<(String, String)> {
    let text = include_str!("../../docs/data-dictionary.md");
    let mut found = BTreeSet::new();
    for section in text.split("\n## `").skip(1) {
        let (table, rest) = section.split_once('`').unwrap();
        let columns = rest.lines().find_map(|line| line.strip_prefix("Columns: "));
        let names = columns.unwrap_or_default().split('`').skip(1).step_by(2);
        found.extend(names.map(|name| (table.to_owned(), name.to_owned())));
    }
    found
}

#[tokio::test]
async fn every_column_is_in_the_data_dictionary_and_nothing_else_is() {
    let (columns, _) = sqlite().await;
    let there: BTreeSet<_> =
        columns.into_iter().map(|column| (column.table_name, column.column_name)).collect();
    let described = dictionary();
    let differ: Vec<_> = there.symmetric_difference(&described).collect();
    assert!(differ.is_empty(), "docs/data-dictionary.md differs: {differ:?}");
}

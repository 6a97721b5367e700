//! People with their other names, addresses and numbers, and the words they are found by. Lists
//! and duplicates are in the files below.

mod duplicates;
mod lists;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{AddressId, IdentifierId, PersonId, PersonNameId};
use domain::likeness::sound;
use domain::person::{Address, Identifier, Person, PersonName};
use domain::text::{NonBlank, SearchKey};
use uuid::Uuid;

use crate::agencies::optional;
use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::statement::{SqlBuilder, sql};

pub use duplicates::{candidates, has_same_name, move_mentions};
pub use lists::{InCase, Listed, PersonFilter, cases_of, list};

#[derive(sqlx::FromRow)]
struct PersonRow {
    id: Uuid,
    name: String,
    date_of_birth: Option<NaiveDate>,
    gender: Option<String>,
    pronouns: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    professional: bool,
    safe_address: bool,
    safe_address_reason: Option<String>,
    notes: Option<String>,
    merged_into: Option<Uuid>,
    created_at: DateTime<Utc>,
    version: i64,
}

const fn inconsistent(table: &'static str, column: &'static str) -> StoreError {
    StoreError::Inconsistent { table, column }
}

fn person(row: PersonRow) -> Result<Person, StoreError> {
    let name = NonBlank::new(&row.name).map_err(|_| inconsistent("people", "name"))?;
    let safe_address = optional(row.safe_address_reason.as_deref());
    if row.safe_address != safe_address.is_some() {
        return Err(inconsistent("people", "safe_address"));
    }
    Ok(Person {
        id: PersonId::from_uuid(row.id),
        name,
        date_of_birth: row.date_of_birth,
        gender: optional(row.gender.as_deref()),
        pronouns: optional(row.pronouns.as_deref()),
        email: optional(row.email.as_deref()),
        phone: optional(row.phone.as_deref()),
        professional: row.professional,
        safe_address,
        notes: optional(row.notes.as_deref()),
        names: Vec::new(),
        addresses: Vec::new(),
        identifiers: Vec::new(),
        merged_into: row.merged_into.map(PersonId::from_uuid),
        created_at: row.created_at,
        version: row.version,
    })
}

const COLUMNS: &str = "SELECT id, name, date_of_birth, gender, pronouns, email, phone,
        professional, safe_address, safe_address_reason, notes, merged_into, created_at, version
    FROM people WHERE ";

/// A person that must exist, whole.
///
/// # Errors
/// [`StoreError::Missing`] when there is none; when out of reach or unreadable.
pub async fn get(tx: &mut impl Reads, id: PersonId) -> Result<Person, StoreError> {
    let mut found = of(tx, &[id]).await?;
    found.pop().ok_or(StoreError::Missing { table: "people" })
}

/// Some people, whole, by name.
///
/// # Errors
/// When out of reach, the database fails or a row is unreadable.
pub async fn of(tx: &mut impl Reads, ids: &[PersonId]) -> Result<Vec<Person>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push("id IN ").push_list(ids.iter().copied()).push(" ORDER BY search_key, id");
    let rows = query.build().all::<PersonRow>(tx).await?;
    let mut people = rows.into_iter().map(person).collect::<Result<Vec<_>, _>>()?;
    let mut query =
        SqlBuilder::new("SELECT id, person_id, kind, name FROM person_names WHERE person_id IN ");
    query.push_list(ids.iter().copied()).push(" ORDER BY id");
    for (id, of, kind, name) in query.build().all::<(Uuid, Uuid, String, String)>(tx).await? {
        let kind = kind.parse().map_err(|_| inconsistent("person_names", "kind"))?;
        let name = NonBlank::new(&name).map_err(|_| inconsistent("person_names", "name"))?;
        let other = PersonName { id: PersonNameId::from_uuid(id), kind, name };
        owner(&mut people, of, |person| person.names.push(other));
    }
    addresses(tx, ids, &mut people).await?;
    let mut query = SqlBuilder::new(
        "SELECT id, person_id, kind, identifier FROM person_identifiers WHERE person_id IN ",
    );
    query.push_list(ids.iter().copied()).push(" ORDER BY id");
    for (id, of, kind, text) in query.build().all::<(Uuid, Uuid, String, String)>(tx).await? {
        let kind = kind.parse().map_err(|_| inconsistent("person_identifiers", "kind"))?;
        let identifier =
            NonBlank::new(&text).map_err(|_| inconsistent("person_identifiers", "identifier"))?;
        let number = Identifier { id: IdentifierId::from_uuid(id), kind, identifier };
        owner(&mut people, of, |person| person.identifiers.push(number));
    }
    Ok(people)
}

fn owner(people: &mut [Person], id: Uuid, add: impl FnOnce(&mut Person)) {
    if let Some(person) = people.iter_mut().find(|person| person.id == PersonId::from_uuid(id)) {
        add(person);
    }
}

type AddressRow = (Uuid, Uuid, String, String, Option<NaiveDate>, Option<NaiveDate>);

async fn addresses(
    tx: &mut impl Reads,
    ids: &[PersonId],
    people: &mut [Person],
) -> Result<(), StoreError> {
    let mut query = SqlBuilder::new(
        "SELECT id, person_id, kind, address, from_on, until_on
         FROM person_addresses WHERE person_id IN ",
    );
    query.push_list(ids.iter().copied()).push(" ORDER BY id");
    for (id, of, kind, text, from, until) in query.build().all::<AddressRow>(tx).await? {
        let kind = kind.parse().map_err(|_| inconsistent("person_addresses", "kind"))?;
        let address =
            NonBlank::new(&text).map_err(|_| inconsistent("person_addresses", "address"))?;
        let id = AddressId::from_uuid(id);
        owner(people, of, |person| {
            person.addresses.push(Address { id, kind, address, from, until });
        });
    }
    Ok(())
}

fn keys(person: &Person) -> impl Iterator<Item = SearchKey> {
    let others = person.names.iter().map(|other| &other.name);
    std::iter::once(&person.name).chain(others).map(|name| SearchKey::of(name.as_str()))
}

/// Adds a person.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn insert(tx: &mut WriteTx, person: &Person) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO people
             (id, name, search_key, date_of_birth, gender, pronouns, email, phone, professional,
              safe_address, safe_address_reason, notes, merged_into, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)")
    .bind(person.id)
    .bind(&person.name)
    .bind(&SearchKey::of(person.name.as_str()))
    .bind(person.date_of_birth)
    .bind(person.gender.as_ref())
    .bind(person.pronouns.as_ref())
    .bind(person.email.as_ref())
    .bind(person.phone.as_ref())
    .bind(person.professional)
    .bind(person.safe_address.is_some())
    .bind(person.safe_address.as_ref())
    .bind(person.notes.as_ref())
    .bind(person.merged_into)
    .bind(person.created_at)
    .bind(person.version)
    .insert(tx, "people")
    .await?;
    insert_parts(tx, person).await
}

/// Saves a changed person with every part.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since it was read.
pub async fn update(tx: &mut WriteTx, person: &Person) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE people
         SET name = $1, search_key = $2, date_of_birth = $3, gender = $4, pronouns = $5,
             email = $6, phone = $7, professional = $8, safe_address = $9,
             safe_address_reason = $10, notes = $11, merged_into = $12, version = version + 1
         WHERE id = $13 AND version = $14")
    .bind(&person.name)
    .bind(&SearchKey::of(person.name.as_str()))
    .bind(person.date_of_birth)
    .bind(person.gender.as_ref())
    .bind(person.pronouns.as_ref())
    .bind(person.email.as_ref())
    .bind(person.phone.as_ref())
    .bind(person.professional)
    .bind(person.safe_address.is_some())
    .bind(person.safe_address.as_ref())
    .bind(person.notes.as_ref())
    .bind(person.merged_into)
    .bind(person.id)
    .bind(person.version)
    .update_one(tx, "people")
    .await?;
    for clear in [
        "DELETE FROM person_names WHERE person_id = $1",
        "DELETE FROM person_addresses WHERE person_id = $1",
        "DELETE FROM person_identifiers WHERE person_id = $1",
        "DELETE FROM search_words WHERE person_id = $1",
    ] {
        sql(clear).bind(person.id).execute(tx).await?;
    }
    insert_parts(tx, person).await
}

/// Letters and digits alone: how a number is looked for.
#[must_use]
pub fn compact(text: &str) -> String {
    SearchKey::of(text).as_str().replace(' ', "")
}

async fn insert_parts(tx: &mut WriteTx, person: &Person) -> Result<(), StoreError> {
    for other in &person.names {
        sql("INSERT INTO person_names (id, person_id, kind, name, search_key)
             VALUES ($1, $2, $3, $4, $5)")
        .bind(other.id)
        .bind(person.id)
        .bind(other.kind.as_str())
        .bind(&other.name)
        .bind(&SearchKey::of(other.name.as_str()))
        .insert(tx, "person_names")
        .await?;
    }
    for address in &person.addresses {
        sql("INSERT INTO person_addresses
                 (id, person_id, kind, address, search_key, from_on, until_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(address.id)
        .bind(person.id)
        .bind(address.kind.as_str())
        .bind(&address.address)
        .bind(&SearchKey::of(address.address.as_str()))
        .bind(address.from)
        .bind(address.until)
        .insert(tx, "person_addresses")
        .await?;
    }
    for number in &person.identifiers {
        sql("INSERT INTO person_identifiers (id, person_id, kind, identifier, search_key)
             VALUES ($1, $2, $3, $4, $5)")
        .bind(number.id)
        .bind(person.id)
        .bind(number.kind.as_str())
        .bind(&number.identifier)
        .bind(compact(number.identifier.as_str()))
        .insert(tx, "person_identifiers")
        .await?;
    }
    index(tx, person).await
}

/// The words a person is found by: of every name, with their sound. A record that became another
/// is not found.
async fn index(tx: &mut WriteTx, person: &Person) -> Result<(), StoreError> {
    if person.merged_into.is_some() {
        return Ok(());
    }
    let words: std::collections::BTreeSet<String> =
        keys(person).flat_map(|key| key.words().map(str::to_owned).collect::<Vec<_>>()).collect();
    for word in words {
        let heard = sound(&word);
        sql("INSERT INTO search_words (word, sound, person_id) VALUES ($1, $2, $3)")
            .bind(word)
            .bind(heard)
            .bind(person.id)
            .insert(tx, "search_words")
            .await?;
    }
    Ok(())
}

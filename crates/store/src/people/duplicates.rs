//! Two records of one person: who may be the same, and moving every mention to the one that is kept.

use domain::ids::PersonId;
use domain::likeness::is_similar;
use domain::person::Person;
use domain::text::SearchKey;
use uuid::Uuid;

use super::{keys, of};
use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::statement::{SqlBuilder, sql};

/// Records in use that may be of the same person: a name in common, or the same date of birth and
/// a similar name.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn candidates(tx: &mut impl Reads, person: &Person) -> Result<Vec<Person>, StoreError> {
    tx.require_case_reach()?;
    let keys: Vec<SearchKey> = keys(person).collect();
    let mut query =
        SqlBuilder::new("SELECT id FROM people WHERE merged_into IS NULL AND (search_key IN ");
    query.push_list(keys.iter());
    query.push(" OR id IN (SELECT person_id FROM person_names WHERE search_key IN ");
    query.push_list(keys.iter()).push(")");
    if let Some(born) = person.date_of_birth {
        query.push(" OR date_of_birth = ").push_bind(born);
    }
    query.push(") AND id <> ").push_bind(person.id).push(" ORDER BY search_key, id");
    let ids = query.build().all::<(Uuid,)>(tx).await?;
    let ids: Vec<PersonId> = ids.into_iter().map(|(id,)| PersonId::from_uuid(id)).collect();
    let found = of(tx, &ids).await?;
    Ok(found.into_iter().filter(|other| may_be(person, other)).collect())
}

/// Whether two records share a name as it is folded.
#[must_use]
pub fn has_same_name(one: &Person, other: &Person) -> bool {
    keys(one).any(|key| keys(other).any(|name| name == key))
}

fn may_be(one: &Person, other: &Person) -> bool {
    has_same_name(one, other)
        || keys(one).any(|key| {
            keys(other).any(|name| {
                key.words().any(|word| name.words().any(|heard| is_similar(word, heard)))
            })
        })
}

/// Every mention of a person. A place that both have in one case stays with the old record.
const MENTIONS: &[&str] = &[
    "UPDATE agency_roles SET person_id = $1 WHERE person_id = $2",
    "UPDATE cases SET child_id = $1 WHERE child_id = $2",
    "UPDATE case_people SET person_id = $1 WHERE person_id = $2 AND NOT EXISTS
         (SELECT 1 FROM case_people other WHERE other.person_id = $1
              AND other.case_id = case_people.case_id
              AND other.relationship = case_people.relationship)",
    "UPDATE invitations SET person_id = $1 WHERE person_id = $2",
    "UPDATE invitations SET substitute_id = $1 WHERE substitute_id = $2",
    "UPDATE actions SET owner_id = $1 WHERE owner_id = $2",
    "UPDATE releases SET recipient_person_id = $1 WHERE recipient_person_id = $2",
];

/// Moves every mention of one person to another and says how many there were.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn move_mentions(
    tx: &mut WriteTx,
    from: PersonId,
    to: PersonId,
) -> Result<u64, StoreError> {
    tx.require_case_reach()?;
    let mut moved = 0;
    for mention in MENTIONS {
        moved += sql(mention).bind(to).bind(from).execute(tx).await?;
    }
    Ok(moved)
}

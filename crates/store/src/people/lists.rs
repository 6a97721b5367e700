//! Lists of people, and the cases that somebody is in.

use chrono::NaiveDate;
use domain::case::Relationship;
use domain::ids::{CaseId, PersonId};
use domain::text::SearchKey;
use uuid::Uuid;

use super::inconsistent;
use crate::db::Reads;
use crate::error::StoreError;
use crate::row::Table;
use crate::statement::{SqlBuilder, sql};

/// Whom a list of people shows. Records that became another person are never in it.
#[derive(Debug, Clone, Default)]
pub struct PersonFilter {
    /// Beginnings of words of their names, folded.
    pub text: Option<SearchKey>,
    /// Only people at work, or only others.
    pub professional: Option<bool>,
}

/// A person in a list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Listed {
    id: Uuid,
    /// Their name.
    pub name: String,
    /// When they were born.
    pub date_of_birth: Option<NaiveDate>,
    /// Whether they take part as somebody at work.
    pub professional: bool,
    /// Whether their location must not be disclosed.
    pub safe_address: bool,
    /// In how many cases they are.
    pub cases: i64,
}

impl Listed {
    /// Who.
    #[must_use]
    pub const fn id(&self) -> PersonId {
        PersonId::from_uuid(self.id)
    }
}

/// People by name: one page, and how many there are in all.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn list(
    tx: &mut impl Reads,
    filter: &PersonFilter,
    (offset, limit): (u32, u32),
) -> Result<(Vec<Listed>, u32), StoreError> {
    tx.require_case_reach()?;
    let mut count = SqlBuilder::new("SELECT COUNT(*)");
    narrow(&mut count, filter);
    let (total,) = count.build().one::<(i64,)>(tx).await?;
    let mut query = SqlBuilder::new(
        "SELECT p.id, p.name, p.date_of_birth, p.professional, p.safe_address,
             (SELECT COUNT(*) FROM cases c WHERE c.child_id = p.id)
                 + (SELECT COUNT(DISTINCT cp.case_id) FROM case_people cp WHERE cp.person_id = p.id)
                 AS cases",
    );
    narrow(&mut query, filter);
    query.push(" ORDER BY p.search_key, p.id LIMIT ").push_bind(limit);
    query.push(" OFFSET ").push_bind(offset);
    let listed = query.build().all::<Listed>(tx).await?;
    Ok((listed, Table("people").count("id", total)?))
}

fn narrow(query: &mut SqlBuilder, filter: &PersonFilter) {
    query.push(" FROM people p WHERE p.merged_into IS NULL");
    for word in filter.text.iter().flat_map(SearchKey::words) {
        query
            .push(" AND EXISTS (SELECT 1 FROM search_words w WHERE w.person_id = p.id AND w.word LIKE ")
            .push_bind(format!("{word}%"))
            .push(")");
    }
    if let Some(professional) = filter.professional {
        query.push(" AND p.professional = ").push_bind(professional);
    }
}

/// A case that a person is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InCase {
    /// Which.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// As what; none for the child whose case it is.
    pub relationship: Option<Relationship>,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
}

/// The cases that a person is in, by reference.
///
/// # Errors
/// When out of reach, the database fails or a row is unreadable.
pub async fn cases_of(tx: &mut impl Reads, id: PersonId) -> Result<Vec<InCase>, StoreError> {
    tx.require_case_reach()?;
    let rows = sql("SELECT c.id, c.reference, CAST(NULL AS TEXT) AS relationship, c.closed_on
         FROM cases c WHERE c.child_id = $1
         UNION ALL
         SELECT c.id, c.reference, cp.relationship, c.closed_on
         FROM case_people cp JOIN cases c ON c.id = cp.case_id WHERE cp.person_id = $1
         ORDER BY 2, 3")
    .bind(id)
    .all::<(Uuid, String, Option<String>, Option<NaiveDate>)>(tx)
    .await?;
    let unknown = |_| inconsistent("case_people", "relationship");
    let in_case = |(case, reference, relationship, closed_on): (_, _, Option<String>, _)| {
        let relationship = relationship.map(|word| word.parse().map_err(unknown)).transpose()?;
        Ok(InCase { case: CaseId::from_uuid(case), reference, relationship, closed_on })
    };
    rows.into_iter().map(in_case).collect()
}

//! Agencies, and the posts that people hold in them.

use domain::agency::{Agency, AgencyKind, AgencyRole};
use domain::ids::{AgencyId, AgencyRoleId, PersonId};
use domain::text::{NonBlank, SearchKey};
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::statement::{SqlBuilder, sql};

#[derive(sqlx::FromRow)]
struct AgencyRow {
    id: Uuid,
    name: String,
    kind: String,
    email: Option<String>,
    secure_email: bool,
    phone: Option<String>,
    active: bool,
    merged_into: Option<Uuid>,
    version: i64,
}

const COLUMNS: &str =
    "SELECT id, name, kind, email, secure_email, phone, active, merged_into, version FROM agencies";

pub(crate) fn optional(text: Option<&str>) -> Option<NonBlank> {
    text.and_then(|text| NonBlank::new(text).ok())
}

impl TryFrom<AgencyRow> for Agency {
    type Error = StoreError;

    fn try_from(row: AgencyRow) -> Result<Self, StoreError> {
        let inconsistent = |column| StoreError::Inconsistent { table: "agencies", column };
        Ok(Self {
            id: AgencyId::from_uuid(row.id),
            name: NonBlank::new(&row.name).map_err(|_| inconsistent("name"))?,
            kind: row.kind.parse().map_err(|_| inconsistent("kind"))?,
            email: optional(row.email.as_deref()),
            secure_email: row.secure_email,
            phone: optional(row.phone.as_deref()),
            active: row.active,
            merged_into: row.merged_into.map(AgencyId::from_uuid),
            version: row.version,
        })
    }
}

/// Which agencies a list shows. Records that became another agency are never in it.
#[derive(Debug, Clone, Default)]
pub struct AgencyFilter {
    /// Part of the name, folded.
    pub text: Option<SearchKey>,
    /// Only this kind.
    pub kind: Option<AgencyKind>,
    /// Only those still offered, or only those not.
    pub active: Option<bool>,
}

/// Agencies by name.
///
/// # Errors
/// When the database fails or a row is unreadable.
pub async fn list(tx: &mut impl Reads, filter: &AgencyFilter) -> Result<Vec<Agency>, StoreError> {
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE merged_into IS NULL");
    if let Some(text) = &filter.text {
        query.push(" AND search_key LIKE ").push_bind(format!("%{}%", text.as_str()));
    }
    if let Some(kind) = filter.kind {
        query.push(" AND kind = ").push_bind(kind.as_str());
    }
    if let Some(active) = filter.active {
        query.push(" AND active = ").push_bind(active);
    }
    query.push(" ORDER BY search_key, id");
    query.build().all::<AgencyRow>(tx).await?.into_iter().map(Agency::try_from).collect()
}

/// An agency that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get(tx: &mut impl Reads, id: AgencyId) -> Result<Agency, StoreError> {
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE id = ").push_bind(id);
    let row = query.build().optional::<AgencyRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "agencies" })?.try_into()
}

/// Whether another agency in use has this name.
///
/// # Errors
/// When the database fails.
pub async fn is_taken(tx: &mut impl Reads, agency: &Agency) -> Result<bool, StoreError> {
    let (n,) = sql("SELECT COUNT(*) FROM agencies
         WHERE search_key = $1 AND id <> $2 AND merged_into IS NULL")
    .bind(&SearchKey::of(agency.name.as_str()))
    .bind(agency.id)
    .one::<(i64,)>(tx)
    .await?;
    Ok(n > 0)
}

/// Adds an agency.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut WriteTx, agency: &Agency) -> Result<(), StoreError> {
    sql("INSERT INTO agencies
             (id, name, search_key, kind, email, secure_email, phone, active, merged_into, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
    .bind(agency.id)
    .bind(&agency.name)
    .bind(&SearchKey::of(agency.name.as_str()))
    .bind(agency.kind.as_str())
    .bind(agency.email.as_ref())
    .bind(agency.secure_email)
    .bind(agency.phone.as_ref())
    .bind(agency.active)
    .bind(agency.merged_into)
    .bind(agency.version)
    .insert(tx, "agencies")
    .await
}

/// Saves a changed agency.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since it was read.
pub async fn update(tx: &mut WriteTx, agency: &Agency) -> Result<(), StoreError> {
    sql("UPDATE agencies
         SET name = $1, search_key = $2, kind = $3, email = $4, secure_email = $5, phone = $6,
             active = $7, merged_into = $8, version = version + 1
         WHERE id = $9 AND version = $10")
    .bind(&agency.name)
    .bind(&SearchKey::of(agency.name.as_str()))
    .bind(agency.kind.as_str())
    .bind(agency.email.as_ref())
    .bind(agency.secure_email)
    .bind(agency.phone.as_ref())
    .bind(agency.active)
    .bind(agency.merged_into)
    .bind(agency.id)
    .bind(agency.version)
    .update_one(tx, "agencies")
    .await
}

/// Every mention of an agency. A report asked of both in one meeting stays with the old record.
const MENTIONS: &[&str] = &[
    "UPDATE agency_roles SET agency_id = $1 WHERE agency_id = $2",
    "UPDATE case_people SET agency_id = $1 WHERE agency_id = $2",
    "UPDATE invitations SET agency_id = $1 WHERE agency_id = $2",
    "UPDATE documents SET agency_id = $1 WHERE agency_id = $2",
    "UPDATE report_requests SET agency_id = $1 WHERE agency_id = $2 AND meeting_id NOT IN
         (SELECT meeting_id FROM report_requests WHERE agency_id = $1)",
    "UPDATE passages SET agency_id = $1 WHERE agency_id = $2",
    "UPDATE decisions SET dissent_agency_id = $1 WHERE dissent_agency_id = $2",
    "UPDATE actions SET agency_id = $1 WHERE agency_id = $2",
    "UPDATE releases SET recipient_agency_id = $1 WHERE recipient_agency_id = $2",
];

/// Moves every mention of one agency to another and says how many there were.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn move_mentions(
    tx: &mut WriteTx,
    from: AgencyId,
    to: AgencyId,
) -> Result<u64, StoreError> {
    tx.require_case_reach()?;
    let mut moved = 0;
    for mention in MENTIONS {
        moved += sql(mention).bind(to).bind(from).execute(tx).await?;
    }
    Ok(moved)
}

#[derive(sqlx::FromRow)]
struct PostRow {
    id: Uuid,
    person_id: Uuid,
    agency_id: Uuid,
    title: String,
    standing_meeting_type: Option<String>,
    active: bool,
    person_name: String,
    agency_name: String,
}

/// A post with the names that stand beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The post.
    pub role: AgencyRole,
    /// Who holds it.
    pub person_name: String,
    /// Where.
    pub agency_name: String,
}

impl TryFrom<PostRow> for Post {
    type Error = StoreError;

    fn try_from(row: PostRow) -> Result<Self, StoreError> {
        let inconsistent = |_| StoreError::Inconsistent { table: "agency_roles", column: "title" };
        Ok(Self {
            role: AgencyRole {
                id: AgencyRoleId::from_uuid(row.id),
                person: PersonId::from_uuid(row.person_id),
                agency: AgencyId::from_uuid(row.agency_id),
                title: NonBlank::new(&row.title).map_err(inconsistent)?,
                standing: optional(row.standing_meeting_type.as_deref()),
                active: row.active,
            },
            person_name: row.person_name,
            agency_name: row.agency_name,
        })
    }
}

const POSTS: &str = "SELECT r.id, r.person_id, r.agency_id, r.title, r.standing_meeting_type,
        r.active, p.name AS person_name, a.name AS agency_name
    FROM agency_roles r
    JOIN people p ON p.id = r.person_id
    JOIN agencies a ON a.id = r.agency_id
    WHERE ";

async fn posts(tx: &mut impl Reads, query: SqlBuilder) -> Result<Vec<Post>, StoreError> {
    tx.require_case_reach()?;
    let mut query = query;
    query.push(" ORDER BY a.search_key, p.search_key, r.id");
    query.build().all::<PostRow>(tx).await?.into_iter().map(Post::try_from).collect()
}

/// Who works in an agency.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn posts_in(tx: &mut impl Reads, agency: AgencyId) -> Result<Vec<Post>, StoreError> {
    let mut query = SqlBuilder::new(POSTS);
    query.push("r.agency_id = ").push_bind(agency);
    posts(tx, query).await
}

/// The posts of some people.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn posts_of(tx: &mut impl Reads, people: &[PersonId]) -> Result<Vec<Post>, StoreError> {
    let mut query = SqlBuilder::new(POSTS);
    query.push("r.person_id IN ").push_list(people.iter().copied());
    posts(tx, query).await
}

/// Who is always invited to a type of meeting.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn standing(tx: &mut impl Reads, meeting_type: &str) -> Result<Vec<Post>, StoreError> {
    let mut query = SqlBuilder::new(POSTS);
    query.push("r.active AND a.active AND r.standing_meeting_type = ").push_bind(meeting_type);
    posts(tx, query).await
}

/// One post.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn post(tx: &mut impl Reads, id: AgencyRoleId) -> Result<Post, StoreError> {
    let mut query = SqlBuilder::new(POSTS);
    query.push("r.id = ").push_bind(id);
    posts(tx, query).await?.pop().ok_or(StoreError::Missing { table: "agency_roles" })
}

/// Gives somebody a post.
///
/// # Errors
/// When the database fails.
pub async fn insert_post(tx: &mut WriteTx, role: &AgencyRole) -> Result<(), StoreError> {
    sql("INSERT INTO agency_roles (id, person_id, agency_id, title, standing_meeting_type, active)
         VALUES ($1, $2, $3, $4, $5, $6)")
    .bind(role.id)
    .bind(role.person)
    .bind(role.agency)
    .bind(&role.title)
    .bind(role.standing.as_ref())
    .bind(role.active)
    .insert(tx, "agency_roles")
    .await
}

/// Saves a changed post.
///
/// # Errors
/// [`StoreError::Stale`] when it is gone.
pub async fn update_post(tx: &mut WriteTx, role: &AgencyRole) -> Result<(), StoreError> {
    sql("UPDATE agency_roles
         SET title = $1, standing_meeting_type = $2, active = $3
         WHERE id = $4")
    .bind(&role.title)
    .bind(role.standing.as_ref())
    .bind(role.active)
    .bind(role.id)
    .update_one(tx, "agency_roles")
    .await
}

//! People who sign in and their roles. Passphrases and keys are not here: they are in the key
//! file beside the store.

use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::clock::Instant;
use domain::ids::UserId;
use domain::text::{NonBlank, SearchKey};
use domain::user::User;
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::statement::{SqlBuilder, sql};

#[derive(sqlx::FromRow)]
struct UserRow {
    id: Uuid,
    name: String,
    job_title: Option<String>,
    active: bool,
    created_at: DateTime<Utc>,
    last_sign_in: Option<DateTime<Utc>>,
    version: i64,
}

#[derive(sqlx::FromRow)]
struct RoleRow {
    user_id: Uuid,
    role: String,
}

const COLUMNS: &str =
    "SELECT id, name, job_title, active, created_at, last_sign_in, version FROM users";

fn user(row: UserRow, roles: &[RoleRow]) -> Result<User, StoreError> {
    let inconsistent = |column| StoreError::Inconsistent { table: "users", column };
    let roles = roles
        .iter()
        .filter(|role| role.user_id == row.id)
        .map(|role| role.role.parse::<Role>().map_err(|_| inconsistent("role")))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(User {
        id: UserId::from_uuid(row.id),
        name: NonBlank::new(&row.name).map_err(|_| inconsistent("name"))?,
        job_title: row.job_title.as_deref().and_then(|title| NonBlank::new(title).ok()),
        roles,
        active: row.active,
        created_at: row.created_at,
        last_sign_in: row.last_sign_in,
        version: row.version,
    })
}

/// A user, if there is one.
///
/// # Errors
/// When the database fails or the row is unreadable.
pub async fn find(tx: &mut impl Reads, id: UserId) -> Result<Option<User>, StoreError> {
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE id = ").push_bind(id);
    let Some(row) = query.build().optional::<UserRow>(tx).await? else { return Ok(None) };
    let roles = sql("SELECT user_id, role FROM user_roles WHERE user_id = $1 ORDER BY role")
        .bind(id)
        .all::<RoleRow>(tx)
        .await?;
    user(row, &roles).map(Some)
}

/// A user that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get(tx: &mut impl Reads, id: UserId) -> Result<User, StoreError> {
    find(tx, id).await?.ok_or(StoreError::Missing { table: "users" })
}

/// Everybody, by name.
///
/// # Errors
/// When the database fails or a row is unreadable.
pub async fn list(tx: &mut impl Reads) -> Result<Vec<User>, StoreError> {
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" ORDER BY search_key, id");
    let rows = query.build().all::<UserRow>(tx).await?;
    let roles =
        sql("SELECT user_id, role FROM user_roles ORDER BY role").all::<RoleRow>(tx).await?;
    rows.into_iter().map(|row| user(row, &roles)).collect()
}

/// Adds somebody who signs in.
///
/// # Errors
/// [`StoreError::Duplicate`] when somebody has that name.
pub async fn insert(tx: &mut WriteTx, user: &User) -> Result<(), StoreError> {
    sql("INSERT INTO users (id, name, search_key, job_title, active, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7)")
    .bind(user.id)
    .bind(&user.name)
    .bind(&SearchKey::of(user.name.as_str()))
    .bind(user.job_title.as_ref())
    .bind(user.active)
    .bind(user.created_at)
    .bind(user.version)
    .insert(tx, "users")
    .await?;
    insert_roles(tx, user).await
}

async fn insert_roles(tx: &mut WriteTx, user: &User) -> Result<(), StoreError> {
    for role in &user.roles {
        sql("INSERT INTO user_roles (user_id, role) VALUES ($1, $2)")
            .bind(user.id)
            .bind(role.as_str())
            .insert(tx, "user_roles")
            .await?;
    }
    Ok(())
}

/// Saves a changed user: name, title, roles, whether active.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since `user` was read.
pub async fn update(tx: &mut WriteTx, user: &User) -> Result<(), StoreError> {
    sql("UPDATE users
         SET name = $1, search_key = $2, job_title = $3, active = $4, version = version + 1
         WHERE id = $5 AND version = $6")
    .bind(&user.name)
    .bind(&SearchKey::of(user.name.as_str()))
    .bind(user.job_title.as_ref())
    .bind(user.active)
    .bind(user.id)
    .bind(user.version)
    .update_one(tx, "users")
    .await?;
    sql("DELETE FROM user_roles WHERE user_id = $1").bind(user.id).execute(tx).await?;
    insert_roles(tx, user).await
}

/// Notes that somebody signed in.
///
/// # Errors
/// When the database fails.
pub async fn signed_in(tx: &mut WriteTx, id: UserId, at: Instant) -> Result<(), StoreError> {
    sql("UPDATE users SET last_sign_in = $1 WHERE id = $2")
        .bind(at)
        .bind(id)
        .update_one(tx, "users")
        .await
}

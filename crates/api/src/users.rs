//! People who sign in, on the wire.

use app::users::{self, NewPassphrase, NewUser, UserChange};
use app::vault::{Cost, Passphrase};
use domain::access::Role;
use domain::field::{Fields, Problem};
use domain::ids::UserId;
use domain::user::User;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::host::Desk;
use crate::vault::new_passphrase;
use crate::{ApiError, ErrorCode};

/// Asks for everybody who signs in.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListUsers {}

/// Somebody who signs in.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UserView {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Their post.
    pub job_title: Option<String>,
    /// What they do here.
    pub roles: Vec<Role>,
    /// Whether they may sign in.
    pub active: bool,
    /// When they last signed in.
    pub last_sign_in: Option<String>,
    /// To name when changing.
    pub version: u32,
}

impl From<User> for UserView {
    fn from(user: User) -> Self {
        Self {
            id: user.id,
            name: user.name.into_string(),
            job_title: user.job_title.map(domain::text::NonBlank::into_string),
            roles: user.roles,
            active: user.active,
            last_sign_in: user.last_sign_in.map(|at| at.to_rfc3339()),
            version: crate::wire::version(user.version),
        }
    }
}

/// Everybody who signs in.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UserList {
    /// By name.
    pub users: Vec<UserView>,
}

/// Everybody who signs in.
pub(crate) async fn list_users(desk: &Desk<'_>, _: ListUsers) -> Result<UserList, ApiError> {
    let users = users::list(&desk.app, &desk.session).await?;
    Ok(UserList { users: users.into_iter().map(UserView::from).collect() })
}

/// Adds somebody.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddUser {
    /// Their name.
    pub name: String,
    /// Their post.
    pub job_title: Option<String>,
    /// What they do here.
    pub roles: Vec<Role>,
    /// Their first passphrase.
    pub passphrase: String,
}

/// Adds somebody.
pub(crate) async fn add_user(desk: &Desk<'_>, request: AddUser) -> Result<UserView, ApiError> {
    let mut fields = Fields::default();
    let name = fields.text("name", &request.name);
    let job_title = fields.optional_text("jobTitle", request.job_title.as_deref());
    fields.require(!request.roles.is_empty(), "roles", Problem::Required);
    let passphrase = new_passphrase(&mut fields, "passphrase", &request.passphrase);
    fields.finish()?;
    let (Some(name), Some(passphrase)) = (name, passphrase) else {
        return Err(ApiError::of(ErrorCode::Invalid));
    };
    let new = NewUser { name, job_title, roles: request.roles, passphrase, cost: Cost::STANDARD };
    let user = users::add(&desk.app, &desk.session, desk.vault, new).await;
    Ok(user.map_err(|error| taken(error, "name"))?.into())
}

/// "Taken" is told at the field.
fn taken(error: app::AppError, path: &str) -> ApiError {
    match error {
        app::AppError::Refused(domain::violation::Violation::Taken) => {
            domain::field::Invalid::one(path, Problem::Taken).into()
        }
        other => other.into(),
    }
}

/// Changes somebody.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeUser {
    /// Who.
    pub id: UserId,
    /// The version that was read.
    pub version: u32,
    /// Their name.
    pub name: String,
    /// Their post.
    pub job_title: Option<String>,
    /// What they do here.
    pub roles: Vec<Role>,
    /// Whether they may sign in.
    pub active: bool,
}

/// Changes somebody.
pub(crate) async fn change_user(
    desk: &Desk<'_>,
    request: ChangeUser,
) -> Result<UserView, ApiError> {
    let mut fields = Fields::default();
    let name = fields.text("name", &request.name);
    let job_title = fields.optional_text("jobTitle", request.job_title.as_deref());
    fields.require(!request.roles.is_empty(), "roles", Problem::Required);
    fields.finish()?;
    let Some(name) = name else { return Err(ApiError::of(ErrorCode::Invalid)) };
    let change = UserChange {
        user: request.id,
        version: request.version.into(),
        name,
        job_title,
        roles: request.roles,
        active: request.active,
    };
    let user = users::change(&desk.app, &desk.session, change).await;
    Ok(user.map_err(|error| taken(error, "name"))?.into())
}

/// Sets a new passphrase: one's own, or by an administrator for somebody.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetPassphrase {
    /// Whose.
    pub user_id: UserId,
    /// The one in use: needed to change one's own.
    pub present: Option<String>,
    /// The new one.
    pub passphrase: String,
}

/// The passphrase was set.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PassphraseSet {}

/// Sets a new passphrase.
pub(crate) async fn set_passphrase(
    desk: &Desk<'_>,
    request: SetPassphrase,
) -> Result<PassphraseSet, ApiError> {
    let mut fields = Fields::default();
    let passphrase = new_passphrase(&mut fields, "passphrase", &request.passphrase);
    fields.finish()?;
    let Some(passphrase) = passphrase else { return Err(ApiError::of(ErrorCode::Invalid)) };
    let present = request.present.filter(|present| !present.is_empty());
    let present = present.map(|present| Passphrase::to_try(&present));
    let (user, cost) = (request.user_id, Cost::STANDARD);
    let new = NewPassphrase { user, present, passphrase, cost };
    users::set_passphrase(&desk.app, &desk.session, desk.vault, new).await?;
    Ok(PassphraseSet {})
}

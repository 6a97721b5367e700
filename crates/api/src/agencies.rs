//! Agencies on the wire: the list, one agency, and merging duplicates.

use app::AppError;
use app::agencies;
use app::agencies::{AgencyFilter, Post};
use domain::agency::{Agency, AgencyKind};
use domain::field::{Fields, Invalid, Problem};
use domain::ids::{AgencyId, AgencyRoleId, PersonId};
use domain::text::SearchKey;
use domain::violation::Violation;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::host::Desk;
use crate::wire::{count, words};
use crate::{ApiError, ErrorCode};

/// Asks for agencies, by name.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListAgencies {
    /// Part of the name.
    pub text: Option<String>,
    /// Only this kind.
    pub kind: Option<AgencyKind>,
    /// Only those still offered, or only those not; both when absent.
    pub active: Option<bool>,
}

/// An agency.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgencyView {
    /// Which.
    pub id: AgencyId,
    /// Its name.
    pub name: String,
    /// What it does.
    pub kind: AgencyKind,
    /// Where invitations go.
    pub email: Option<String>,
    /// Whether that address is secure.
    pub secure_email: bool,
    /// Its telephone.
    pub phone: Option<String>,
    /// Whether it is still offered.
    pub active: bool,
    /// The agency that this record became.
    pub merged_into: Option<AgencyId>,
    /// To name when changing.
    pub version: u32,
}

/// Agencies.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgencyList {
    /// By name.
    pub agencies: Vec<AgencyView>,
}

/// Asks for one agency and who works there.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GetAgency {
    /// Which.
    pub id: AgencyId,
}

/// A person's post in an agency.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PostView {
    /// Which post.
    pub id: AgencyRoleId,
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub person_name: String,
    /// Where.
    pub agency_id: AgencyId,
    /// Its name.
    pub agency_name: String,
    /// Their post: "Detective Sergeant".
    pub title: String,
    /// The meeting type whose standing list they are on: `eram`.
    pub standing: Option<String>,
    /// Whether they still hold it.
    pub active: bool,
}

/// One agency.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgencyDetail {
    /// The agency.
    pub agency: AgencyView,
    /// Who works there, by name.
    pub posts: Vec<PostView>,
}

/// What is entered about an agency.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgencyDetails {
    /// Its name.
    pub name: String,
    /// What it does.
    pub kind: AgencyKind,
    /// Where invitations go.
    pub email: Option<String>,
    /// Whether that address is secure.
    pub secure_email: bool,
    /// Its telephone.
    pub phone: Option<String>,
}

/// Adds an agency. A name that is in use is refused at `details.name`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddAgency {
    /// What is known about it.
    pub details: AgencyDetails,
}

/// Changes an agency.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeAgency {
    /// Which.
    pub id: AgencyId,
    /// The version that was read.
    pub version: u32,
    /// What is known about it.
    pub details: AgencyDetails,
    /// Whether it is still offered.
    pub active: bool,
}

/// Makes one agency of two records. The second stays, points at the first and is offered no more.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MergeAgencies {
    /// The record that stays in use.
    pub keep: AgencyId,
    /// Its version that was read.
    pub keep_version: u32,
    /// The record that is the same agency.
    pub duplicate: AgencyId,
    /// Its version that was read.
    pub duplicate_version: u32,
}

/// Two agencies are one.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgenciesMerged {
    /// The record that stays.
    pub agency: AgencyView,
    /// How many entries elsewhere now name it.
    pub moved: u32,
}

impl From<Agency> for AgencyView {
    fn from(agency: Agency) -> Self {
        Self {
            id: agency.id,
            name: agency.name.into_string(),
            kind: agency.kind,
            email: words(agency.email),
            secure_email: agency.secure_email,
            phone: words(agency.phone),
            active: agency.active,
            merged_into: agency.merged_into,
            version: count(agency.version),
        }
    }
}

impl From<Post> for PostView {
    fn from(post: Post) -> Self {
        Self {
            id: post.role.id,
            person_id: post.role.person,
            person_name: post.person_name,
            agency_id: post.role.agency,
            agency_name: post.agency_name,
            title: post.role.title.into_string(),
            standing: words(post.role.standing),
            active: post.role.active,
        }
    }
}

/// Agencies, by name.
pub(crate) async fn list_agencies(
    desk: &Desk<'_>,
    request: ListAgencies,
) -> Result<AgencyList, ApiError> {
    let text = request.text.as_deref().map(SearchKey::of);
    let filter = AgencyFilter { text, kind: request.kind, active: request.active };
    let agencies = agencies::list(&desk.app, &desk.session, &filter).await?;
    Ok(AgencyList { agencies: agencies.into_iter().map(AgencyView::from).collect() })
}

/// One agency and who works there.
pub(crate) async fn get_agency(
    desk: &Desk<'_>,
    request: GetAgency,
) -> Result<AgencyDetail, ApiError> {
    let (agency, posts) = agencies::get(&desk.app, &desk.session, request.id).await?;
    let posts = posts.into_iter().map(PostView::from).collect();
    Ok(AgencyDetail { agency: agency.into(), posts })
}

fn details(details: AgencyDetails) -> Result<agencies::Details, ApiError> {
    let mut fields = Fields::default();
    let name = fields.text("details.name", &details.name);
    let email = fields.optional_text("details.email", details.email.as_deref());
    let is_mail = email.as_ref().is_none_or(|email| email.as_str().contains('@'));
    fields.require(is_mail, "details.email", Problem::NotAnEmail);
    let phone = fields.optional_text("details.phone", details.phone.as_deref());
    fields.finish()?;
    let name = name.ok_or(ApiError::of(ErrorCode::Invalid))?;
    let AgencyDetails { kind, secure_email, .. } = details;
    Ok(agencies::Details { name, kind, email, secure_email, phone })
}

/// "Taken" is told at the field.
fn taken(error: AppError) -> ApiError {
    match error {
        AppError::Refused(Violation::Taken) => Invalid::one("details.name", Problem::Taken).into(),
        other => other.into(),
    }
}

/// Adds an agency.
pub(crate) async fn add_agency(
    desk: &Desk<'_>,
    request: AddAgency,
) -> Result<AgencyView, ApiError> {
    let details = details(request.details)?;
    let agency = agencies::add(&desk.app, &desk.session, details).await;
    Ok(agency.map_err(taken)?.into())
}

/// Changes an agency.
pub(crate) async fn change_agency(
    desk: &Desk<'_>,
    request: ChangeAgency,
) -> Result<AgencyView, ApiError> {
    let ChangeAgency { id, version, active, .. } = request;
    let details = details(request.details)?;
    let change = agencies::Change { id, version: version.into(), details, active };
    let agency = agencies::change(&desk.app, &desk.session, change).await;
    Ok(agency.map_err(taken)?.into())
}

/// Makes one agency of two records.
pub(crate) async fn merge_agencies(
    desk: &Desk<'_>,
    request: MergeAgencies,
) -> Result<AgenciesMerged, ApiError> {
    let keep = (request.keep, request.keep_version.into());
    let duplicate = (request.duplicate, request.duplicate_version.into());
    let (agency, moved) = agencies::merge(&desk.app, &desk.session, keep, duplicate).await?;
    Ok(AgenciesMerged { agency: agency.into(), moved: count(moved) })
}

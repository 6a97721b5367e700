//! Agencies on the wire: the list, one agency, and merging duplicates.

use domain::agency::AgencyKind;
use domain::ids::{AgencyId, AgencyRoleId, PersonId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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

//! People on the wire: the list, one person, duplicates, posts in agencies.

mod desk;

use chrono::NaiveDate;
use domain::case::Relationship;
use domain::ids::{AgencyId, AgencyRoleId, CaseId, PersonId};
use domain::person::{AddressKind, IdentifierKind, NameKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use desk::{
    add_person, add_post, change_person, change_post, get_person, list_people, list_standing,
    merge_people,
};

use crate::agencies::PostView;

/// Whom a list of people shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PeopleFilter {
    /// People who take part as somebody at work.
    Professionals,
    /// Children, families and everybody else.
    Family,
}

/// Asks for people, by name.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListPeople {
    /// The beginning of a word of a name, alias or former name.
    pub text: Option<String>,
    /// Whom; everybody when absent.
    pub filter: Option<PeopleFilter>,
    /// From 1.
    pub page: Option<u32>,
}

/// A person in a list.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// When they were born.
    pub date_of_birth: Option<NaiveDate>,
    /// Whether they take part as somebody at work.
    pub professional: bool,
    /// Whether their location must not be disclosed.
    pub safe_address: bool,
    /// Their posts: "Detective Sergeant, Trentshire Police".
    pub posts: Vec<String>,
    /// In how many cases they are, as the child or otherwise.
    pub cases: u32,
}

/// A page of people.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonList {
    /// By name.
    pub people: Vec<PersonRow>,
    /// How many there are in all.
    pub total: u32,
    /// This page, from 1.
    pub page: u32,
    /// How many a page holds.
    pub per_page: u32,
}

/// Asks for one person. That it was opened is recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GetPerson {
    /// Who.
    pub id: PersonId,
}

/// Another name of a person.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OtherName {
    /// What kind.
    pub kind: NameKind,
    /// The name.
    pub name: String,
}

/// An address of a person.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonAddress {
    /// What kind.
    pub kind: AddressKind,
    /// The address.
    pub address: String,
    /// From when.
    pub from: Option<String>,
    /// Until when.
    pub until: Option<String>,
}

/// A number by which another system knows a person.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonIdentifier {
    /// What kind.
    pub kind: IdentifierKind,
    /// The number.
    pub identifier: String,
}

/// What is known about a person: entered whole, given back whole.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonDetails {
    /// Their full name.
    pub name: String,
    /// When they were born.
    pub date_of_birth: Option<String>,
    /// As they describe it.
    pub gender: Option<String>,
    /// As they wish to be spoken of.
    pub pronouns: Option<String>,
    /// Their e-mail address.
    pub email: Option<String>,
    /// Their telephone.
    pub phone: Option<String>,
    /// Whether they take part as somebody at work.
    pub professional: bool,
    /// Why their location must not be disclosed; absent when it may.
    pub safe_address_reason: Option<String>,
    /// Anything a scheduler must know.
    pub notes: Option<String>,
    /// Aliases, former names, nicknames, names used online.
    pub names: Vec<OtherName>,
    /// Where they live, learn and work.
    pub addresses: Vec<PersonAddress>,
    /// Numbers by which other systems know them.
    pub identifiers: Vec<PersonIdentifier>,
}

/// A case that a person is in.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonCase {
    /// Which.
    pub case_id: CaseId,
    /// Its reference.
    pub reference: String,
    /// As what; absent for the child whose case it is.
    pub relationship: Option<Relationship>,
    /// Whether the case is open.
    pub open: bool,
}

/// One person.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonView {
    /// Who.
    pub id: PersonId,
    /// What is known about them.
    pub details: PersonDetails,
    /// Their posts in agencies.
    pub posts: Vec<PostView>,
    /// The cases they are in.
    pub cases: Vec<PersonCase>,
    /// The record that this one became.
    pub merged_into: Option<PersonId>,
    /// To name when changing.
    pub version: u32,
}

/// Adds a person. Unless `confirmed`, people who may be the same are answered instead.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddPerson {
    /// What is known.
    pub details: PersonDetails,
    /// The candidates were looked at: this is somebody else.
    pub confirmed: bool,
}

/// Why two records may be one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The same name, or a name that is another's alias.
    SameName,
    /// The same date of birth and a similar name.
    SameBirthSimilarName,
}

/// Somebody who may be the same person.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// When they were born.
    pub date_of_birth: Option<NaiveDate>,
    /// Whether they take part as somebody at work.
    pub professional: bool,
    /// Why they may be the same.
    pub likeness: Likeness,
}

/// Either the person was added, or somebody must look at the candidates first.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonAdded {
    /// The new record; absent when nothing was saved.
    pub person: Option<PersonView>,
    /// Who may be the same person; empty when the person was added.
    pub candidates: Vec<Candidate>,
}

/// Changes a person.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangePerson {
    /// Who.
    pub id: PersonId,
    /// The version that was read.
    pub version: u32,
    /// What is known: replaces what was.
    pub details: PersonDetails,
}

/// Gives a person a post in an agency.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddPost {
    /// Who.
    pub person_id: PersonId,
    /// Where.
    pub agency_id: AgencyId,
    /// Their post.
    pub title: String,
    /// The meeting type whose standing list they join: `eram`.
    pub standing: Option<String>,
}

/// Changes a post, or ends it.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangePost {
    /// Which.
    pub id: AgencyRoleId,
    /// Their post.
    pub title: String,
    /// The meeting type whose standing list they are on.
    pub standing: Option<String>,
    /// Whether they still hold it.
    pub active: bool,
}

/// Asks who is always invited to a type of meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListStanding {
    /// The meeting type: `eram`.
    pub meeting_type: String,
}

/// Who is always invited to a type of meeting.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StandingList {
    /// By agency and name.
    pub posts: Vec<PostView>,
}

/// Makes one person of two records: names, addresses, numbers and every mention move to the first.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MergePeople {
    /// The record that stays in use.
    pub keep: PersonId,
    /// Its version that was read.
    pub keep_version: u32,
    /// The record of the same person.
    pub duplicate: PersonId,
    /// Its version that was read.
    pub duplicate_version: u32,
}

/// Two records are one person.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PeopleMerged {
    /// The record that stays.
    pub person: PersonView,
    /// How many entries elsewhere now name it.
    pub moved: u32,
}

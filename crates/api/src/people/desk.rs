//! The commands about people: read the form, call one use case, shape the view.

use app::agencies::{NewPost, PostChange};
use app::people::{self, Duplicates, Outcome, PersonFile, PersonFilter};
use domain::field::{Fields, Problem};
use domain::ids::{AddressId, IdentifierId, PersonId, PersonNameId};
use domain::person::{Address, Identifier, Person, PersonName};
use domain::text::SearchKey;

use super::{
    AddPerson, AddPost, Candidate, ChangePerson, ChangePost, GetPerson, Likeness, ListPeople,
    ListStanding, MergePeople, OtherName, PeopleFilter, PeopleMerged, PersonAdded, PersonAddress,
    PersonCase, PersonDetails, PersonIdentifier, PersonList, PersonRow, PersonView, StandingList,
};
use crate::agencies::PostView;
use crate::host::Desk;
use crate::wire::{self, PAGE, count, optional_day, words};
use crate::{ApiError, ErrorCode};

/// People, by name.
pub(crate) async fn list_people(
    desk: &Desk<'_>,
    request: ListPeople,
) -> Result<PersonList, ApiError> {
    let filter = PersonFilter {
        text: request.text.as_deref().map(SearchKey::of),
        professional: request.filter.map(|filter| filter == PeopleFilter::Professionals),
    };
    let page = wire::page(request.page);
    let window = ((page - 1).saturating_mul(PAGE), PAGE);
    let found = people::list(&desk.app, &desk.session, &filter, window).await?;
    let row = |person: people::Listed| PersonRow {
        id: person.id(),
        posts: found
            .posts
            .iter()
            .filter(|post| post.role.person == person.id() && post.role.active)
            .map(|post| format!("{}, {}", post.role.title.as_str(), post.agency_name))
            .collect(),
        cases: count(person.cases),
        name: person.name,
        date_of_birth: person.date_of_birth,
        professional: person.professional,
        safe_address: person.safe_address,
    };
    let people = found.people.iter().cloned().map(row).collect();
    Ok(PersonList { people, total: found.total, page, per_page: PAGE })
}

fn view(file: PersonFile) -> PersonView {
    let PersonFile { person, posts, cases } = file;
    let in_case = |one: people::InCase| PersonCase {
        case_id: one.case,
        reference: one.reference,
        relationship: one.relationship,
        open: one.closed_on.is_none(),
    };
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let other = |n: PersonName| OtherName { kind: n.kind, name: n.name.into_string() };
    let address = |a: Address| PersonAddress {
        kind: a.kind,
        address: a.address.into_string(),
        from: day(a.from),
        until: day(a.until),
    };
    let number =
        |n: Identifier| PersonIdentifier { kind: n.kind, identifier: n.identifier.into_string() };
    PersonView {
        id: person.id,
        details: PersonDetails {
            name: person.name.into_string(),
            date_of_birth: day(person.date_of_birth),
            gender: words(person.gender),
            pronouns: words(person.pronouns),
            email: words(person.email),
            phone: words(person.phone),
            professional: person.professional,
            safe_address_reason: words(person.safe_address),
            notes: words(person.notes),
            names: person.names.into_iter().map(other).collect(),
            addresses: person.addresses.into_iter().map(address).collect(),
            identifiers: person.identifiers.into_iter().map(number).collect(),
        },
        posts: posts.into_iter().map(PostView::from).collect(),
        cases: cases.into_iter().map(in_case).collect(),
        merged_into: person.merged_into,
        version: count(person.version),
    }
}

/// One person.
pub(crate) async fn get_person(
    desk: &Desk<'_>,
    request: GetPerson,
) -> Result<PersonView, ApiError> {
    Ok(view(people::get(&desk.app, &desk.session, request.id).await?))
}

/// A person as entered. What is not a field of the form is set by the caller.
fn person(desk: &Desk<'_>, details: &PersonDetails) -> Result<Person, ApiError> {
    let ids = &*desk.app.ids;
    let mut fields = Fields::default();
    let name = fields.text("details.name", &details.name);
    let mut optional =
        |field: &str, text: &Option<String>| fields.optional_text(field, text.as_deref());
    let gender = optional("details.gender", &details.gender);
    let pronouns = optional("details.pronouns", &details.pronouns);
    let email = optional("details.email", &details.email);
    let phone = optional("details.phone", &details.phone);
    let safe_address = optional("details.safeAddressReason", &details.safe_address_reason);
    let notes = optional("details.notes", &details.notes);
    let born = "details.dateOfBirth";
    let date_of_birth = optional_day(&mut fields, born, details.date_of_birth.as_deref());
    let is_born = date_of_birth.is_none_or(|day| day <= desk.app.clock.today());
    fields.require(is_born, born, Problem::InFuture);
    let is_mail = email.as_ref().is_none_or(|email| email.as_str().contains('@'));
    fields.require(is_mail, "details.email", Problem::NotAnEmail);
    let mut names = Vec::new();
    for (index, other) in details.names.iter().enumerate() {
        let text = fields.text(&format!("details.names.{index}.name"), &other.name);
        names.extend(text.map(|name| PersonName {
            id: PersonNameId::new(ids),
            kind: other.kind,
            name,
        }));
    }
    let addresses = addresses(desk, &mut fields, details);
    let mut identifiers = Vec::new();
    for (index, number) in details.identifiers.iter().enumerate() {
        let path = format!("details.identifiers.{index}.identifier");
        let text = fields.text(&path, &number.identifier);
        let id = IdentifierId::new(ids);
        identifiers.extend(text.map(|identifier| Identifier { id, kind: number.kind, identifier }));
    }
    fields.finish()?;
    let name = name.ok_or(ApiError::of(ErrorCode::Invalid))?;
    Ok(Person {
        id: PersonId::new(ids),
        name,
        date_of_birth,
        gender,
        pronouns,
        email,
        phone,
        professional: details.professional,
        safe_address,
        notes,
        names,
        addresses,
        identifiers,
        merged_into: None,
        created_at: desk.app.clock.now(),
        version: 1,
    })
}

fn addresses(desk: &Desk<'_>, fields: &mut Fields, details: &PersonDetails) -> Vec<Address> {
    let mut addresses = Vec::new();
    for (index, entered) in details.addresses.iter().enumerate() {
        let path = |field: &str| format!("details.addresses.{index}.{field}");
        let text = fields.text(&path("address"), &entered.address);
        let from = optional_day(fields, &path("from"), entered.from.as_deref());
        let until = optional_day(fields, &path("until"), entered.until.as_deref());
        let is_ordered = from.is_none() || until.is_none() || from <= until;
        fields.require(is_ordered, &path("until"), Problem::TooEarly);
        let (id, kind) = (AddressId::new(&*desk.app.ids), entered.kind);
        addresses.extend(text.map(|address| Address { id, kind, address, from, until }));
    }
    addresses
}

/// Adds a person, or answers who may be the same.
pub(crate) async fn add_person(
    desk: &Desk<'_>,
    request: AddPerson,
) -> Result<PersonAdded, ApiError> {
    let new = person(desk, &request.details)?;
    let duplicates = if request.confirmed { Duplicates::Confirmed } else { Duplicates::Ask };
    match people::add(&desk.app, &desk.session, new.clone(), duplicates).await? {
        Outcome::Added(person) => {
            let person =
                Some(view(PersonFile { person: *person, posts: Vec::new(), cases: Vec::new() }));
            Ok(PersonAdded { person, candidates: Vec::new() })
        }
        Outcome::Candidates(found) => {
            let candidate = |other: Person| Candidate {
                likeness: if people::has_same_name(&new, &other) {
                    Likeness::SameName
                } else {
                    Likeness::SameBirthSimilarName
                },
                id: other.id,
                name: other.name.into_string(),
                date_of_birth: other.date_of_birth,
                professional: other.professional,
            };
            Ok(PersonAdded { person: None, candidates: found.into_iter().map(candidate).collect() })
        }
    }
}

/// Changes a person.
pub(crate) async fn change_person(
    desk: &Desk<'_>,
    request: ChangePerson,
) -> Result<PersonView, ApiError> {
    let entered = person(desk, &request.details)?;
    let changed = Person { id: request.id, version: request.version.into(), ..entered };
    Ok(view(people::change(&desk.app, &desk.session, changed).await?))
}

/// Makes one person of two records.
pub(crate) async fn merge_people(
    desk: &Desk<'_>,
    request: MergePeople,
) -> Result<PeopleMerged, ApiError> {
    let keep = (request.keep, request.keep_version.into());
    let duplicate = (request.duplicate, request.duplicate_version.into());
    let (file, moved) = people::merge(&desk.app, &desk.session, keep, duplicate).await?;
    Ok(PeopleMerged { person: view(file), moved: count(moved) })
}

/// Gives somebody a post.
pub(crate) async fn add_post(desk: &Desk<'_>, request: AddPost) -> Result<PostView, ApiError> {
    let mut fields = Fields::default();
    let title = fields.text("title", &request.title);
    let standing = fields.optional_text("standing", request.standing.as_deref());
    fields.finish()?;
    let title = title.ok_or(ApiError::of(ErrorCode::Invalid))?;
    let new = NewPost { person: request.person_id, agency: request.agency_id, title, standing };
    Ok(app::agencies::add_post(&desk.app, &desk.session, new).await?.into())
}

/// Changes a post.
pub(crate) async fn change_post(
    desk: &Desk<'_>,
    request: ChangePost,
) -> Result<PostView, ApiError> {
    let mut fields = Fields::default();
    let title = fields.text("title", &request.title);
    let standing = fields.optional_text("standing", request.standing.as_deref());
    fields.finish()?;
    let title = title.ok_or(ApiError::of(ErrorCode::Invalid))?;
    let change = PostChange { id: request.id, title, standing, active: request.active };
    Ok(app::agencies::change_post(&desk.app, &desk.session, change).await?.into())
}

/// Who is always invited to a type of meeting.
pub(crate) async fn list_standing(
    desk: &Desk<'_>,
    request: ListStanding,
) -> Result<StandingList, ApiError> {
    let asked = request.meeting_type.trim();
    let posts = app::agencies::standing(&desk.app, &desk.session, asked).await?;
    Ok(StandingList { posts: posts.into_iter().map(PostView::from).collect() })
}

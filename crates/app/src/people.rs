//! People: the list, one person, duplicates, changing, making one record of two.

use domain::access::Permission;
use domain::audit::{AuditAction, AuditEvent, AuditEvents, EntityKind};
use domain::field::{Invalid, Problem};
use domain::ids::{PersonId, PersonNameId};
use domain::person::{NameKind, Person, PersonName};
use domain::violation::Violation;
use store::agencies::Post;
use store::people;
pub use store::people::{InCase, Listed, PersonFilter, has_same_name};

use crate::{App, AppError, Session};

/// One page of people.
pub struct PeoplePage {
    /// The people, by name.
    pub people: Vec<Listed>,
    /// Their posts.
    pub posts: Vec<Post>,
    /// How many people the whole list has.
    pub total: u32,
}

/// People by name, with their posts.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn list(
    app: &App,
    session: &Session,
    filter: &PersonFilter,
    page: (u32, u32),
) -> Result<PeoplePage, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.read(session.reach()).await?;
    let (people, total) = people::list(&mut tx, filter, page).await?;
    let ids: Vec<PersonId> = people.iter().map(Listed::id).collect();
    let posts = store::agencies::posts_of(&mut tx, &ids).await?;
    Ok(PeoplePage { people, posts, total })
}

/// A person and where they work.
pub struct PersonFile {
    /// The person.
    pub person: Person,
    /// Their posts.
    pub posts: Vec<Post>,
    /// The cases they are in.
    pub cases: Vec<InCase>,
}

/// Opens a person's record.
///
/// # Errors
/// When not allowed or there is none.
pub async fn get(app: &App, session: &Session, id: PersonId) -> Result<PersonFile, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let person = people::get(&mut tx, id).await?;
    let posts = store::agencies::posts_of(&mut tx, &[id]).await?;
    let cases = people::cases_of(&mut tx, id).await?;
    let event = AuditEvent::new(AuditAction::Viewed, EntityKind::Person, id);
    tx.commit(&session.stamp(app), event).await?;
    Ok(PersonFile { person, posts, cases })
}

/// What became of a person to add.
pub enum Outcome {
    /// Added.
    Added(Box<Person>),
    /// Not saved: somebody must look at these first.
    Candidates(Vec<Person>),
}

/// Whether somebody looked at the candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duplicates {
    /// Answer those that may be the same person.
    Ask,
    /// They were looked at: this is somebody else.
    Confirmed,
}

/// Adds a person, unless there is somebody who may be the same.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn add(
    app: &App,
    session: &Session,
    person: Person,
    duplicates: Duplicates,
) -> Result<Outcome, AppError> {
    session.require(Permission::ChangePeople)?;
    let mut tx = app.db.write(session.reach()).await?;
    if duplicates == Duplicates::Ask {
        let candidates = people::candidates(&mut tx, &person).await?;
        if !candidates.is_empty() {
            return Ok(Outcome::Candidates(candidates));
        }
    }
    people::insert(&mut tx, &person).await?;
    let event = AuditEvent::new(AuditAction::Added, EntityKind::Person, person.id);
    tx.commit(&session.stamp(app), event).await?;
    Ok(Outcome::Added(Box::new(person)))
}

/// Changes a person: `changed` carries the version that was read.
///
/// # Errors
/// When not allowed, changed meanwhile, or the record became another.
pub async fn change(app: &App, session: &Session, changed: Person) -> Result<PersonFile, AppError> {
    session.require(Permission::ChangePeople)?;
    let mut tx = app.db.write(session.reach()).await?;
    let before = people::get(&mut tx, changed.id).await?;
    require_in_use(&before)?;
    let fields = fields_changed(&before, &changed);
    let person = Person { created_at: before.created_at, ..changed };
    people::update(&mut tx, &person).await?;
    let posts = store::agencies::posts_of(&mut tx, &[person.id]).await?;
    let cases = people::cases_of(&mut tx, person.id).await?;
    let event = AuditEvent::new(AuditAction::Changed, EntityKind::Person, person.id);
    tx.commit(&session.stamp(app), event.fields(&fields)).await?;
    Ok(PersonFile { person: Person { version: person.version + 1, ..person }, posts, cases })
}

fn require_in_use(person: &Person) -> Result<(), Violation> {
    match person.merged_into {
        None => Ok(()),
        Some(_) => Err(Violation::WrongState { state: "merged".into() }),
    }
}

fn fields_changed(before: &Person, after: &Person) -> Vec<&'static str> {
    let texts = |one: &Person| {
        one.names.iter().map(|other| (other.kind, other.name.clone())).collect::<Vec<_>>()
    };
    let places = |one: &Person| {
        let place = |a: &domain::person::Address| (a.kind, a.address.clone(), a.from, a.until);
        one.addresses.iter().map(place).collect::<Vec<_>>()
    };
    let numbers = |one: &Person| {
        one.identifiers.iter().map(|n| (n.kind, n.identifier.clone())).collect::<Vec<_>>()
    };
    [
        ("name", before.name != after.name),
        ("date_of_birth", before.date_of_birth != after.date_of_birth),
        ("gender", before.gender != after.gender),
        ("pronouns", before.pronouns != after.pronouns),
        ("email", before.email != after.email),
        ("phone", before.phone != after.phone),
        ("professional", before.professional != after.professional),
        ("safe_address", before.safe_address != after.safe_address),
        ("notes", before.notes != after.notes),
        ("names", texts(before) != texts(after)),
        ("addresses", places(before) != places(after)),
        ("identifiers", numbers(before) != numbers(after)),
    ]
    .into_iter()
    .filter_map(|(field, is_changed)| is_changed.then_some(field))
    .collect()
}

/// Makes one person of two records: the first keeps both names, every address and number, and
/// every mention; the second points at it.
///
/// # Errors
/// When not allowed, changed meanwhile, the same record twice, or merged before.
pub async fn merge(
    app: &App,
    session: &Session,
    (keep, keep_version): (PersonId, i64),
    (duplicate, duplicate_version): (PersonId, i64),
) -> Result<(PersonFile, u64), AppError> {
    session.require(Permission::ChangePeople)?;
    if keep == duplicate {
        return Err(Invalid::one("duplicate", Problem::Contradicts).into());
    }
    let mut tx = app.db.write(session.reach()).await?;
    let mut kept = people::get(&mut tx, keep).await?;
    let mut gone = people::get(&mut tx, duplicate).await?;
    require_in_use(&kept)?;
    require_in_use(&gone)?;
    kept.version = keep_version;
    gone.version = duplicate_version;
    gone.merged_into = Some(keep);
    let (names, addresses, identifiers) = (
        std::mem::take(&mut gone.names),
        std::mem::take(&mut gone.addresses),
        std::mem::take(&mut gone.identifiers),
    );
    people::update(&mut tx, &gone).await?;
    if gone.name != kept.name {
        let id = PersonNameId::new(&*app.ids);
        kept.names.push(PersonName { id, kind: NameKind::Alias, name: gone.name.clone() });
    }
    kept.names.extend(names);
    kept.addresses.extend(addresses);
    kept.identifiers.extend(identifiers);
    kept.date_of_birth = kept.date_of_birth.or(gone.date_of_birth);
    kept.gender = kept.gender.take().or(gone.gender);
    kept.pronouns = kept.pronouns.take().or(gone.pronouns);
    kept.email = kept.email.take().or(gone.email);
    kept.phone = kept.phone.take().or(gone.phone);
    kept.notes = kept.notes.take().or(gone.notes);
    // A location that one record keeps secret stays secret.
    kept.safe_address = kept.safe_address.take().or(gone.safe_address);
    people::update(&mut tx, &kept).await?;
    let moved = people::move_mentions(&mut tx, duplicate, keep).await?;
    let posts = store::agencies::posts_of(&mut tx, &[keep]).await?;
    let cases = people::cases_of(&mut tx, keep).await?;
    let count = usize::try_from(moved).unwrap_or(usize::MAX);
    let merged = |id| {
        AuditEvent::new(AuditAction::Merged, EntityKind::Person, id)
            .fields(&["names", "addresses", "identifiers", "merged_into"])
            .count(count)
    };
    let events = AuditEvents::from(merged(keep)).and(merged(duplicate));
    tx.commit(&session.stamp(app), events).await?;
    Ok((PersonFile { person: Person { version: kept.version + 1, ..kept }, posts, cases }, moved))
}

//! Agencies and posts: the list, adding, changing, making one record of two.

use domain::access::Permission;
use domain::agency::{Agency, AgencyKind, AgencyRole};
use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::field::{Invalid, Problem};
use domain::ids::{AgencyId, AgencyRoleId, PersonId};
use domain::text::NonBlank;
use domain::violation::Violation;
use store::agencies;
pub use store::agencies::{AgencyFilter, Post};

use crate::{App, AppError, Session};

/// What is entered about an agency.
pub struct Details {
    /// Its name.
    pub name: NonBlank,
    /// What it does.
    pub kind: AgencyKind,
    /// Where invitations go.
    pub email: Option<NonBlank>,
    /// Whether that address is secure.
    pub secure_email: bool,
    /// Its telephone.
    pub phone: Option<NonBlank>,
}

/// Agencies by name.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn list(
    app: &App,
    session: &Session,
    filter: &AgencyFilter,
) -> Result<Vec<Agency>, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.read(session.reach()).await?;
    Ok(agencies::list(&mut tx, filter).await?)
}

/// One agency and who works there.
///
/// # Errors
/// When not allowed or there is none.
pub async fn get(
    app: &App,
    session: &Session,
    id: AgencyId,
) -> Result<(Agency, Vec<Post>), AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.read(session.reach()).await?;
    let agency = agencies::get(&mut tx, id).await?;
    let posts = agencies::posts_in(&mut tx, id).await?;
    Ok((agency, posts))
}

/// Adds an agency.
///
/// # Errors
/// When not allowed or the name is in use.
pub async fn add(app: &App, session: &Session, details: Details) -> Result<Agency, AppError> {
    session.require(Permission::ChangePeople)?;
    let Details { name, kind, email, secure_email, phone } = details;
    let id = AgencyId::new(&*app.ids);
    let agency = Agency {
        id,
        name,
        kind,
        email,
        secure_email,
        phone,
        active: true,
        merged_into: None,
        version: 1,
    };
    let mut tx = app.db.write(session.reach()).await?;
    if agencies::is_taken(&mut tx, &agency).await? {
        return Err(Violation::Taken.into());
    }
    agencies::insert(&mut tx, &agency).await?;
    let event = AuditEvent::new(AuditAction::Added, EntityKind::Agency, id);
    tx.commit(&session.stamp(app), event).await?;
    Ok(agency)
}

/// What changes about an agency.
pub struct Change {
    /// Which.
    pub id: AgencyId,
    /// The version that was read.
    pub version: i64,
    /// What is known.
    pub details: Details,
    /// Whether it is still offered.
    pub active: bool,
}

/// Changes an agency.
///
/// # Errors
/// When not allowed, changed meanwhile, or the name is in use.
pub async fn change(app: &App, session: &Session, change: Change) -> Result<Agency, AppError> {
    session.require(Permission::ChangePeople)?;
    let mut tx = app.db.write(session.reach()).await?;
    let before = agencies::get(&mut tx, change.id).await?;
    let Details { name, kind, email, secure_email, phone } = change.details;
    let active = change.active;
    let agency = Agency {
        name,
        kind,
        email,
        secure_email,
        phone,
        active,
        version: change.version,
        ..before
    };
    if agencies::is_taken(&mut tx, &agency).await? {
        return Err(Violation::Taken.into());
    }
    agencies::update(&mut tx, &agency).await?;
    let event = AuditEvent::new(AuditAction::Changed, EntityKind::Agency, agency.id).fields(&[
        "name",
        "kind",
        "email",
        "secure_email",
        "phone",
        "active",
    ]);
    tx.commit(&session.stamp(app), event).await?;
    Ok(Agency { version: agency.version + 1, ..agency })
}

/// Makes one agency of two records and says how many mentions moved.
///
/// # Errors
/// When not allowed, changed meanwhile, the same record twice, or merged before.
pub async fn merge(
    app: &App,
    session: &Session,
    (keep, keep_version): (AgencyId, i64),
    (duplicate, duplicate_version): (AgencyId, i64),
) -> Result<(Agency, u64), AppError> {
    session.require(Permission::ChangePeople)?;
    if keep == duplicate {
        return Err(Invalid::one("duplicate", Problem::Contradicts).into());
    }
    let mut tx = app.db.write(session.reach()).await?;
    let kept = agencies::get(&mut tx, keep).await?;
    let other = agencies::get(&mut tx, duplicate).await?;
    if kept.merged_into.is_some() || other.merged_into.is_some() {
        return Err(Violation::WrongState { state: "merged".into() }.into());
    }
    let kept = Agency { version: keep_version, ..kept };
    agencies::update(&mut tx, &kept).await?;
    let merged_into = Some(keep);
    let gone = Agency { version: duplicate_version, active: false, merged_into, ..other };
    agencies::update(&mut tx, &gone).await?;
    let moved = agencies::move_mentions(&mut tx, duplicate, keep).await?;
    let count = usize::try_from(moved).unwrap_or(usize::MAX);
    let merged = |id| {
        AuditEvent::new(AuditAction::Merged, EntityKind::Agency, id)
            .fields(&["merged_into"])
            .count(count)
    };
    let events = domain::audit::AuditEvents::from(merged(keep)).and(merged(duplicate));
    tx.commit(&session.stamp(app), events).await?;
    Ok((Agency { version: kept.version + 1, ..kept }, moved))
}

/// A post to give.
pub struct NewPost {
    /// Who.
    pub person: PersonId,
    /// Where.
    pub agency: AgencyId,
    /// Their post.
    pub title: NonBlank,
    /// The meeting type whose standing list they join.
    pub standing: Option<NonBlank>,
}

/// Gives somebody a post.
///
/// # Errors
/// When not allowed, or person or agency are missing.
pub async fn add_post(app: &App, session: &Session, new: NewPost) -> Result<Post, AppError> {
    session.require(Permission::ChangePeople)?;
    let mut tx = app.db.write(session.reach()).await?;
    store::people::get(&mut tx, new.person).await?;
    agencies::get(&mut tx, new.agency).await?;
    let NewPost { person, agency, title, standing } = new;
    let id = AgencyRoleId::new(&*app.ids);
    let role = AgencyRole { id, person, agency, title, standing, active: true };
    agencies::insert_post(&mut tx, &role).await?;
    let post = agencies::post(&mut tx, id).await?;
    let event =
        AuditEvent::new(AuditAction::Changed, EntityKind::Person, person).fields(&["posts"]);
    tx.commit(&session.stamp(app), event).await?;
    Ok(post)
}

/// What changes about a post.
pub struct PostChange {
    /// Which.
    pub id: AgencyRoleId,
    /// Their post.
    pub title: NonBlank,
    /// The meeting type whose standing list they are on.
    pub standing: Option<NonBlank>,
    /// Whether they still hold it.
    pub active: bool,
}

/// Changes a post, or ends it.
///
/// # Errors
/// When not allowed or there is none.
pub async fn change_post(
    app: &App,
    session: &Session,
    change: PostChange,
) -> Result<Post, AppError> {
    session.require(Permission::ChangePeople)?;
    let mut tx = app.db.write(session.reach()).await?;
    let mut post = agencies::post(&mut tx, change.id).await?;
    post.role.title = change.title;
    post.role.standing = change.standing;
    post.role.active = change.active;
    agencies::update_post(&mut tx, &post.role).await?;
    let event = AuditEvent::new(AuditAction::Changed, EntityKind::Person, post.role.person)
        .fields(&["posts"]);
    tx.commit(&session.stamp(app), event).await?;
    Ok(post)
}

/// Who is always invited to a type of meeting.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn standing(
    app: &App,
    session: &Session,
    meeting_type: &str,
) -> Result<Vec<Post>, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.read(session.reach()).await?;
    Ok(agencies::standing(&mut tx, meeting_type).await?)
}

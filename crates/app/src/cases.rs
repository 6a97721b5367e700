//! Cases: one case whole, opening, closing, who is in it. The list, entries and their repair are
//! in the files below.

mod entries;
mod list;
mod repair;

use chrono::NaiveDate;
use domain::access::Permission;
use domain::audit::{AuditAction, AuditEvent};
use domain::case::{
    Case, CasePerson, Exploitation, Incident, MissingEpisode, RatingLevel, RiskRating,
};
use domain::case_rules::{self, NewCase, level_since};
use domain::clock::{Instant, local_date};
use domain::ids::{CaseId, CasePersonId, PersonId, UserId};
use domain::meeting::Meeting;
use domain::person::Person;
use domain::policy::due::RuleBook;
use domain::text::NonBlank;
use domain::user::User;
use store::WriteTx;
use store::{cases, risk};

pub use store::cases::{CaseFilter, Order, Standing};
pub use store::repairs::InCases;

pub use entries::{
    Entry, NewEpisode, NewIncident, NewRating, add_episode, add_incident, end_episode, rate, void,
};
pub use list::{CasePage, CaseRow, ListOrder, list};
pub use repair::move_entry;

use crate::diary::{House, Owed};
use crate::{App, AppError, Session};

/// A case with everything that belongs to it.
pub struct CaseFile {
    /// The case.
    pub case: Case,
    /// The child.
    pub child: Person,
    /// Who is or was in it.
    pub places: Vec<CasePerson>,
    /// Those people.
    pub people: Vec<Person>,
    /// Agencies, for their names.
    pub agencies: Vec<domain::agency::Agency>,
    /// The risk history, oldest first.
    pub ratings: Vec<RiskRating>,
    /// Incidents, oldest first.
    pub incidents: Vec<Incident>,
    /// Missing episodes, oldest first.
    pub episodes: Vec<MissingEpisode>,
    /// Entries that were moved out of it or into it, oldest first.
    pub repairs: Vec<InCases>,
    /// Its meetings, planned, held and cancelled, oldest first.
    pub meetings: Vec<Meeting>,
    /// The meeting that is owed, by when and why.
    pub owed: Option<Owed>,
    /// Users, for their names.
    pub users: Vec<User>,
}

impl CaseFile {
    /// The level, and since when.
    #[must_use]
    pub fn level(&self) -> Option<(RatingLevel, Instant)> {
        level_since(&self.ratings)
    }
}

async fn file(app: &App, tx: &mut WriteTx, id: CaseId) -> Result<CaseFile, AppError> {
    let house = House::read(app, tx).await?;
    let book = RuleBook::new(&house.profile.rules);
    let facts = store::facts::of_case(tx, id).await?;
    let case = cases::get(tx, id).await?;
    let child = store::people::get(tx, case.child).await?;
    let places = cases::people(tx, id).await?;
    let who: Vec<PersonId> = places.iter().map(|place| place.person).collect();
    Ok(CaseFile {
        people: store::people::of(tx, &who).await?,
        agencies: store::agencies::list(tx, &store::agencies::AgencyFilter::default()).await?,
        ratings: risk::ratings(tx, &[id]).await?,
        incidents: risk::incidents(tx, id).await?,
        episodes: risk::episodes(tx, id).await?,
        repairs: store::repairs::of_case(tx, id).await?,
        meetings: store::meetings::of_case(tx, id).await?,
        owed: house.owed(&book, &facts)?,
        users: store::users::list(tx).await?,
        case,
        child,
        places,
    })
}

/// Commits a change to a case and gives it back whole.
async fn finish(
    app: &App,
    session: &Session,
    mut tx: WriteTx,
    id: CaseId,
    event: AuditEvent,
) -> Result<CaseFile, AppError> {
    let file = file(app, &mut tx, id).await?;
    tx.commit(&session.stamp(app), event).await?;
    Ok(file)
}

/// Opens a child's record.
///
/// # Errors
/// When not allowed or there is none.
pub async fn get(app: &App, session: &Session, id: CaseId) -> Result<CaseFile, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let case = cases::get(&mut tx, id).await?;
    finish(app, session, tx, id, case.event(AuditAction::Viewed)).await
}

/// Opens a case for a child, with the next free reference.
///
/// # Errors
/// When not allowed, the child has no record, the day is in the future or the chair cannot chair.
pub async fn open(app: &App, session: &Session, new: NewCase) -> Result<CaseFile, AppError> {
    session.require(Permission::ChangeCases)?;
    let stamp = session.stamp(app);
    case_rules::require_past("openedOn", new.opened_on, &stamp)?;
    let mut tx = app.db.write(session.reach()).await?;
    store::people::get(&mut tx, new.child).await?;
    if let Some(chair) = new.chair {
        case_rules::require_chair("chair", &store::users::get(&mut tx, chair).await?)?;
    }
    let used = cases::references(&mut tx).await?;
    let reference = case_rules::next_reference(used.iter().map(String::as_str));
    let reference = NonBlank::new(&reference)
        .map_err(|_| domain::field::Invalid::one("reference", domain::field::Problem::Required))?;
    let case = Case::open(&*app.ids, &stamp, reference, new);
    cases::insert(&mut tx, &case).await?;
    finish(app, session, tx, case.id, case.event(AuditAction::Added)).await
}

/// A case that was read, with its version.
pub type Read = (CaseId, i64);

async fn load(tx: &mut WriteTx, (id, version): Read) -> Result<Case, AppError> {
    let case = cases::get(tx, id).await?;
    Ok(Case { version, ..case })
}

/// Changes area and forms of exploitation.
///
/// # Errors
/// When not allowed, closed or changed meanwhile.
pub async fn change(
    app: &App,
    session: &Session,
    read: Read,
    area: Option<NonBlank>,
    exploitation: Vec<Exploitation>,
) -> Result<CaseFile, AppError> {
    session.require(Permission::ChangeCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let case = load(&mut tx, read).await?;
    case.require_open()?;
    let case = Case { area, exploitation, ..case };
    cases::update(&mut tx, &case).await?;
    let event = case.event(AuditAction::Changed).fields(&["area", "exploitation"]);
    finish(app, session, tx, case.id, event).await
}

/// Names the chair.
///
/// # Errors
/// When not allowed, closed, changed meanwhile, or that person cannot chair.
pub async fn assign_chair(
    app: &App,
    session: &Session,
    read: Read,
    chair: UserId,
) -> Result<CaseFile, AppError> {
    session.require(Permission::ChangeCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let case = load(&mut tx, read).await?;
    case.require_open()?;
    case_rules::require_chair("chair", &store::users::get(&mut tx, chair).await?)?;
    let case = Case { chair: Some(chair), ..case };
    cases::update(&mut tx, &case).await?;
    let event = case.event(AuditAction::Changed).fields(&["chair"]);
    finish(app, session, tx, case.id, event).await
}

/// Closes a case.
///
/// # Errors
/// When not allowed, closed already, changed meanwhile, or the day does not fit.
pub async fn close(
    app: &App,
    session: &Session,
    read: Read,
    on: NaiveDate,
    reason: NonBlank,
) -> Result<CaseFile, AppError> {
    session.require(Permission::ChangeCases)?;
    case_rules::require_past("on", on, &session.stamp(app))?;
    let mut tx = app.db.write(session.reach()).await?;
    let mut case = load(&mut tx, read).await?;
    let event = case.close(on, reason)?;
    cases::update(&mut tx, &case).await?;
    finish(app, session, tx, case.id, event).await
}

/// Opens a closed case again, with the reason.
///
/// # Errors
/// When not allowed, open or changed meanwhile.
pub async fn reopen(
    app: &App,
    session: &Session,
    read: Read,
    reason: NonBlank,
) -> Result<CaseFile, AppError> {
    session.require(Permission::ChangeCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let mut case = load(&mut tx, read).await?;
    let event = case.reopen(app.clock.today(), reason)?;
    cases::update(&mut tx, &case).await?;
    finish(app, session, tx, case.id, event).await
}

/// Puts somebody into a case.
///
/// # Errors
/// When not allowed, closed, or they have that place already.
pub async fn add_person(
    app: &App,
    session: &Session,
    place: CasePerson,
) -> Result<CaseFile, AppError> {
    session.require(Permission::ChangeCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let case = cases::get(&mut tx, place.case).await?;
    case.require_open()?;
    store::people::get(&mut tx, place.person).await?;
    cases::insert_place(&mut tx, &place).await?;
    let event = case.event(AuditAction::Changed).fields(&["people"]);
    finish(app, session, tx, case.id, event).await
}

/// Changes somebody's place in a case: `change` gives the new one from the old.
///
/// # Errors
/// When not allowed, closed, missing, or they have that place already.
pub async fn change_person(
    app: &App,
    session: &Session,
    id: CasePersonId,
    change: impl FnOnce(CasePerson) -> CasePerson + Send,
) -> Result<CaseFile, AppError> {
    session.require(Permission::ChangeCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let place = cases::place(&mut tx, id).await?;
    let case = cases::get(&mut tx, place.case).await?;
    case.require_open()?;
    cases::update_place(&mut tx, &change(place)).await?;
    let event = case.event(AuditAction::Changed).fields(&["people"]);
    finish(app, session, tx, case.id, event).await
}

/// The day in England of a moment, for lists.
#[must_use]
pub fn day_of(at: Instant) -> NaiveDate {
    local_date(at)
}

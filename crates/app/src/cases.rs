//! Cases: the list, one case whole, opening, closing, who is in it; ratings, incidents, episodes.

use chrono::NaiveDate;
use domain::access::Permission;
use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::case::{
    Case, CasePerson, Exploitation, Incident, MissingEpisode, RatingLevel, RiskRating,
};
use domain::case_rules::{self, NewCase, Voidable as _, level_since};
use domain::clock::{Instant, local_date};
use domain::ids::{
    CaseId, CasePersonId, IncidentId, MissingEpisodeId, PersonId, RiskRatingId, UserId,
};
use domain::person::Person;
use domain::text::NonBlank;
use domain::user::User;
use store::WriteTx;
use store::{cases, risk};

pub use store::cases::{CaseFilter, Listed, Order, Standing};
pub use store::risk::{Entry, MeetingHeld};

use crate::{App, AppError, Session};

/// One page of cases.
pub struct CasePage {
    /// The cases.
    pub cases: Vec<Listed>,
    /// How many cases the whole list has.
    pub total: u32,
    /// Their risk histories, oldest first.
    pub ratings: Vec<RiskRating>,
    /// The areas that cases are in.
    pub areas: Vec<String>,
}

/// Cases in the order asked for.
///
/// # Errors
/// When not allowed or the store fails.
pub async fn list(
    app: &App,
    session: &Session,
    filter: &CaseFilter,
    page: (u32, u32),
) -> Result<CasePage, AppError> {
    session.require(Permission::ReadCases)?;
    let mut tx = app.db.read(session.reach()).await?;
    let (cases, total) = cases::list(&mut tx, filter, page).await?;
    let ids: Vec<CaseId> = cases.iter().map(|case| case.id).collect();
    let ratings = risk::ratings(&mut tx, &ids).await?;
    let areas = cases::areas(&mut tx).await?;
    Ok(CasePage { cases, total, ratings, areas })
}

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
    /// Meetings held, oldest first.
    pub meetings: Vec<MeetingHeld>,
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

async fn file(tx: &mut WriteTx, id: CaseId) -> Result<CaseFile, AppError> {
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
        meetings: risk::meetings_held(tx, id).await?,
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
    let file = file(&mut tx, id).await?;
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

/// A rating to record.
pub struct NewRating {
    /// Which case.
    pub case: CaseId,
    /// The level.
    pub level: RatingLevel,
    /// Why.
    pub reason: NonBlank,
    /// The date of the toolkit behind it.
    pub toolkit_on: Option<NaiveDate>,
}

/// Rates the risk of a case (R05, R06): the history keeps every rating with its author.
///
/// # Errors
/// When not allowed, closed, or the toolkit's date is in the future.
pub async fn rate(app: &App, session: &Session, new: NewRating) -> Result<CaseFile, AppError> {
    session.require(Permission::ChangeCases)?;
    let stamp = session.stamp(app);
    if let Some(on) = new.toolkit_on {
        case_rules::require_past("toolkitOn", on, &stamp)?;
    }
    let mut tx = app.db.write(session.reach()).await?;
    cases::get(&mut tx, new.case).await?.require_open()?;
    let process = domain::policy::Process::Eram.key();
    let process = NonBlank::new(process)
        .map_err(|_| domain::field::Invalid::one("process", domain::field::Problem::Required))?;
    let NewRating { case, level, reason, toolkit_on } = new;
    let id = RiskRatingId::new(&*app.ids);
    let (rated_at, rated_by) = (stamp.at, stamp.by);
    let rating = RiskRating {
        id,
        case,
        process,
        level,
        reason,
        rated_at,
        rated_by,
        toolkit_on,
        meeting: None,
        voided: None,
    };
    risk::insert_rating(&mut tx, &rating).await?;
    finish(app, session, tx, case, rating.entry()).await
}

/// An incident to record.
pub struct NewIncident {
    /// Which case.
    pub case: CaseId,
    /// When it happened.
    pub happened_on: NaiveDate,
    /// What happened.
    pub summary: NonBlank,
    /// Whether it calls for a review (R03).
    pub review_wanted: bool,
}

/// Records a significant incident.
///
/// # Errors
/// When not allowed, closed, or the day is in the future.
pub async fn add_incident(
    app: &App,
    session: &Session,
    new: NewIncident,
) -> Result<CaseFile, AppError> {
    session.require(Permission::ChangeCases)?;
    let stamp = session.stamp(app);
    case_rules::require_past("happenedOn", new.happened_on, &stamp)?;
    let mut tx = app.db.write(session.reach()).await?;
    cases::get(&mut tx, new.case).await?.require_open()?;
    let NewIncident { case, happened_on, summary, review_wanted } = new;
    let id = IncidentId::new(&*app.ids);
    let (recorded_at, recorded_by) = (stamp.at, stamp.by);
    let incident = Incident {
        id,
        case,
        happened_on,
        summary,
        review_wanted,
        recorded_at,
        recorded_by,
        voided: None,
    };
    risk::insert_incident(&mut tx, &incident).await?;
    finish(app, session, tx, case, incident.entry()).await
}

/// A missing episode to record.
pub struct NewEpisode {
    /// Which case.
    pub case: CaseId,
    /// When the child went missing.
    pub started_at: Instant,
    /// When they came back.
    pub returned_at: Option<Instant>,
    /// What is known.
    pub note: Option<NonBlank>,
}

/// Records a missing episode (R15, R16).
///
/// # Errors
/// When not allowed, closed, or the times do not fit with those on record.
pub async fn add_episode(
    app: &App,
    session: &Session,
    new: NewEpisode,
) -> Result<CaseFile, AppError> {
    session.require(Permission::ChangeCases)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    cases::get(&mut tx, new.case).await?.require_open()?;
    let NewEpisode { case, started_at, returned_at, note } = new;
    let id = MissingEpisodeId::new(&*app.ids);
    let (recorded_at, recorded_by) = (stamp.at, stamp.by);
    let episode = MissingEpisode {
        id,
        case,
        started_at,
        returned_at,
        note,
        recorded_at,
        recorded_by,
        voided: None,
    };
    episode.check(&risk::episodes(&mut tx, case).await?, stamp.at)?;
    risk::insert_episode(&mut tx, &episode).await?;
    finish(app, session, tx, case, episode.entry()).await
}

/// Records that a missing child came back.
///
/// # Errors
/// When not allowed, the return is on record already, or the time does not fit.
pub async fn end_episode(
    app: &App,
    session: &Session,
    id: MissingEpisodeId,
    returned_at: Instant,
) -> Result<CaseFile, AppError> {
    session.require(Permission::ChangeCases)?;
    let mut tx = app.db.write(session.reach()).await?;
    let mut episode = risk::episode(&mut tx, id).await?;
    episode.returned_at = Some(returned_at);
    episode.check(&risk::episodes(&mut tx, episode.case).await?, session.stamp(app).at)?;
    risk::end_episode(&mut tx, &episode).await?;
    let event = AuditEvent::new(AuditAction::Changed, EntityKind::MissingEpisode, id)
        .in_case(episode.case)
        .fields(&["returned_at"]);
    finish(app, session, tx, episode.case, event).await
}

/// Declares an entry wrong: it stays on record and no longer counts.
///
/// # Errors
/// When not allowed, missing, or declared wrong before.
pub async fn void(
    app: &App,
    session: &Session,
    entry: Entry,
    reason: NonBlank,
) -> Result<(), AppError> {
    session.require(Permission::ChangeCases)?;
    let stamp = session.stamp(app);
    let mut tx = app.db.write(session.reach()).await?;
    let (event, voided) = match entry {
        Entry::Rating(id) => {
            let mut rating = risk::rating(&mut tx, id).await?;
            (rating.void(&stamp, reason)?, rating.voided)
        }
        Entry::Incident(id) => {
            let mut incident = risk::incident(&mut tx, id).await?;
            (incident.void(&stamp, reason)?, incident.voided)
        }
        Entry::Episode(id) => {
            let mut episode = risk::episode(&mut tx, id).await?;
            (episode.void(&stamp, reason)?, episode.voided)
        }
    };
    if let Some(voided) = &voided {
        risk::void(&mut tx, entry, voided).await?;
    }
    Ok(tx.commit(&stamp, event).await?)
}

/// The day in England of a moment, for lists.
#[must_use]
pub fn day_of(at: Instant) -> NaiveDate {
    local_date(at)
}

//! Entries of a case: ratings, incidents and missing episodes, added and declared wrong.

use chrono::NaiveDate;
use domain::access::Permission;
use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::case::{Incident, MissingEpisode, RatingLevel, RiskRating};
use domain::case_rules::{self, Voidable as _};
use domain::clock::Instant;
use domain::ids::{CaseId, IncidentId, MissingEpisodeId, RiskRatingId};
use domain::text::NonBlank;
use store::{cases, risk};

pub use store::risk::Entry;

use super::{CaseFile, finish};
use crate::{App, AppError, Session};

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

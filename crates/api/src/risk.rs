//! Ratings, incidents and missing episodes on the wire, and putting right what was entered wrong.

use app::cases::{self, CaseFile, Entry, NewEpisode, NewIncident, NewRating};
use chrono::NaiveDate;
use domain::case::{Incident, MissingEpisode, RatingLevel, Voided};
use domain::case_rules;
use domain::field::Fields;
use domain::ids::{CaseId, IncidentId, MeetingId, MissingEpisodeId, RiskRatingId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::cases::CaseView;
use crate::cases::desk::{shown, user_name};
use crate::host::Desk;
use crate::wire::{day, moment, optional_day, words};
use crate::{ApiError, ErrorCode};

/// That an entry was declared wrong: it stays on record and no longer counts.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VoidedView {
    /// When.
    pub at: String,
    /// By whom: their name.
    pub by: String,
    /// Why.
    pub reason: String,
    /// The reference of the case that the entry was moved to.
    pub moved_to: Option<String>,
}

/// How a rating differs from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RatingChange {
    /// The first.
    First,
    /// Higher than before.
    Raised,
    /// Lower than before.
    Lowered,
    /// The same level again.
    Confirmed,
}

/// A rating of risk.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RatingView {
    /// Which.
    pub id: RiskRatingId,
    /// The process whose scale it is: `eram`.
    pub process: String,
    /// The level.
    pub level: RatingLevel,
    /// Against the one before; absent for a wrong entry.
    pub change: Option<RatingChange>,
    /// Why.
    pub reason: String,
    /// When.
    pub rated_at: String,
    /// By whom: their name.
    pub rated_by: String,
    /// The date of the toolkit behind it.
    pub toolkit_on: Option<NaiveDate>,
    /// The meeting that set it.
    pub meeting_id: Option<MeetingId>,
    /// When it was a mistake.
    pub voided: Option<VoidedView>,
    /// The reference of the case that it was moved from.
    pub moved_from: Option<String>,
}

/// A significant incident.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IncidentView {
    /// Which.
    pub id: IncidentId,
    /// When it happened.
    pub happened_on: NaiveDate,
    /// What happened.
    pub summary: String,
    /// Whether it calls for a review (R03).
    pub review_wanted: bool,
    /// When it was recorded.
    pub recorded_at: String,
    /// By whom: their name.
    pub recorded_by: String,
    /// When it was a mistake.
    pub voided: Option<VoidedView>,
    /// The reference of the case that it was moved from.
    pub moved_from: Option<String>,
}

/// A missing episode.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EpisodeView {
    /// Which.
    pub id: MissingEpisodeId,
    /// When the child went missing.
    pub started_at: String,
    /// When they came back.
    pub returned_at: Option<String>,
    /// What is known.
    pub note: Option<String>,
    /// When it was recorded.
    pub recorded_at: String,
    /// By whom: their name.
    pub recorded_by: String,
    /// When it was a mistake.
    pub voided: Option<VoidedView>,
    /// The reference of the case that it was moved from.
    pub moved_from: Option<String>,
}

/// Rates the risk of a case.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateRisk {
    /// Which case.
    pub case_id: CaseId,
    /// The level; the same again is a confirmation.
    pub level: RatingLevel,
    /// Why.
    pub reason: String,
    /// The date of the toolkit behind it.
    pub toolkit_on: Option<String>,
}

/// Records a significant incident.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddIncident {
    /// Which case.
    pub case_id: CaseId,
    /// When it happened; not in the future.
    pub happened_on: String,
    /// What happened.
    pub summary: String,
    /// Whether it calls for a review (R03).
    pub review_wanted: bool,
}

/// Records that a child went missing, and when they came back if they did.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddMissingEpisode {
    /// Which case.
    pub case_id: CaseId,
    /// The day the child went missing.
    pub started_on: String,
    /// The time in England: `22:30`.
    pub started_at: String,
    /// The day they came back.
    pub returned_on: Option<String>,
    /// The time in England.
    pub returned_at: Option<String>,
    /// What is known.
    pub note: Option<String>,
}

/// Records that a missing child came back.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EndMissingEpisode {
    /// Which episode.
    pub id: MissingEpisodeId,
    /// The day they came back.
    pub returned_on: String,
    /// The time in England.
    pub returned_at: String,
}

/// An entry of a case that can be declared wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum VoidableEntry {
    /// A rating.
    RiskRating(RiskRatingId),
    /// An incident.
    Incident(IncidentId),
    /// A missing episode.
    MissingEpisode(MissingEpisodeId),
}

impl From<VoidableEntry> for Entry {
    fn from(entry: VoidableEntry) -> Self {
        match entry {
            VoidableEntry::RiskRating(id) => Self::Rating(id),
            VoidableEntry::Incident(id) => Self::Incident(id),
            VoidableEntry::MissingEpisode(id) => Self::Episode(id),
        }
    }
}

/// Declares an entry wrong, with the reason; it is never deleted.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VoidEntry {
    /// Which entry.
    pub entry: VoidableEntry,
    /// Why.
    pub reason: String,
}

/// An entry was declared wrong.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryVoided {}

fn voided_view(
    file: &CaseFile,
    id: impl Into<Uuid>,
    voided: Option<&Voided>,
) -> Option<VoidedView> {
    let id = id.into();
    let moved = file.repairs.iter().find(|one| one.repair.wrong == id);
    voided.map(|voided| VoidedView {
        at: voided.at.to_rfc3339(),
        by: user_name(file, voided.by),
        reason: voided.reason.as_str().to_owned(),
        moved_to: moved.map(|one| one.to_reference.clone()),
    })
}

fn moved_from(file: &CaseFile, id: impl Into<Uuid>) -> Option<String> {
    let id = id.into();
    let moved = file.repairs.iter().find(|one| one.repair.again == id);
    moved.map(|one| one.from_reference.clone())
}

/// The risk history, newest first, each rating against the one before it that counts.
pub(crate) fn rating_views(file: &CaseFile) -> Vec<RatingView> {
    let mut before = None;
    let mut views: Vec<RatingView> = Vec::with_capacity(file.ratings.len());
    for rating in &file.ratings {
        let change = rating.voided.is_none().then(|| rating.level.against(before));
        before = if rating.voided.is_none() { Some(rating.level) } else { before };
        views.push(RatingView {
            id: rating.id,
            process: rating.process.as_str().to_owned(),
            level: rating.level,
            change: change.map(|change| match change {
                case_rules::RatingChange::First => RatingChange::First,
                case_rules::RatingChange::Raised => RatingChange::Raised,
                case_rules::RatingChange::Lowered => RatingChange::Lowered,
                case_rules::RatingChange::Confirmed => RatingChange::Confirmed,
            }),
            reason: rating.reason.as_str().to_owned(),
            rated_at: rating.rated_at.to_rfc3339(),
            rated_by: user_name(file, rating.rated_by),
            toolkit_on: rating.toolkit_on,
            meeting_id: rating.meeting,
            voided: voided_view(file, rating.id, rating.voided.as_ref()),
            moved_from: moved_from(file, rating.id),
        });
    }
    views.reverse();
    views
}

pub(crate) fn incident_view(file: &CaseFile, incident: &Incident) -> IncidentView {
    IncidentView {
        id: incident.id,
        happened_on: incident.happened_on,
        summary: incident.summary.as_str().to_owned(),
        review_wanted: incident.review_wanted,
        recorded_at: incident.recorded_at.to_rfc3339(),
        recorded_by: user_name(file, incident.recorded_by),
        voided: voided_view(file, incident.id, incident.voided.as_ref()),
        moved_from: moved_from(file, incident.id),
    }
}

pub(crate) fn episode_view(file: &CaseFile, episode: &MissingEpisode) -> EpisodeView {
    EpisodeView {
        id: episode.id,
        started_at: episode.started_at.to_rfc3339(),
        returned_at: episode.returned_at.map(|at| at.to_rfc3339()),
        note: words(episode.note.clone()),
        recorded_at: episode.recorded_at.to_rfc3339(),
        recorded_by: user_name(file, episode.recorded_by),
        voided: voided_view(file, episode.id, episode.voided.as_ref()),
        moved_from: moved_from(file, episode.id),
    }
}

/// Rates the risk of a case.
pub(crate) async fn rate_risk(desk: &Desk<'_>, request: RateRisk) -> Result<CaseView, ApiError> {
    let mut fields = Fields::default();
    let reason = fields.text("reason", &request.reason);
    let toolkit_on = optional_day(&mut fields, "toolkitOn", request.toolkit_on.as_deref());
    fields.finish()?;
    let reason = reason.ok_or(ApiError::of(ErrorCode::Invalid))?;
    let new = NewRating { case: request.case_id, level: request.level, reason, toolkit_on };
    Ok(shown(&cases::rate(&desk.app, &desk.session, new).await?))
}

/// Records a significant incident.
pub(crate) async fn add_incident(
    desk: &Desk<'_>,
    request: AddIncident,
) -> Result<CaseView, ApiError> {
    let mut fields = Fields::default();
    let happened_on = day(&mut fields, "happenedOn", &request.happened_on);
    let summary = fields.text("summary", &request.summary);
    fields.finish()?;
    let (Some(happened_on), Some(summary)) = (happened_on, summary) else {
        return Err(ApiError::of(ErrorCode::Invalid));
    };
    let (case, review_wanted) = (request.case_id, request.review_wanted);
    let new = NewIncident { case, happened_on, summary, review_wanted };
    Ok(shown(&cases::add_incident(&desk.app, &desk.session, new).await?))
}

/// Records a missing episode.
pub(crate) async fn add_missing_episode(
    desk: &Desk<'_>,
    request: AddMissingEpisode,
) -> Result<CaseView, ApiError> {
    let mut fields = Fields::default();
    let from = (("startedOn", &*request.started_on), ("startedAt", &*request.started_at));
    let started_at = moment(&mut fields, from.0, from.1);
    let back = (request.returned_on.as_deref(), request.returned_at.as_deref());
    let returned_at = match back {
        (None | Some(""), None | Some("")) => None,
        (on, at) => moment(
            &mut fields,
            ("returnedOn", on.unwrap_or_default()),
            ("returnedAt", at.unwrap_or_default()),
        ),
    };
    let note = fields.optional_text("note", request.note.as_deref());
    fields.finish()?;
    let started_at = started_at.ok_or(ApiError::of(ErrorCode::Invalid))?;
    let new = NewEpisode { case: request.case_id, started_at, returned_at, note };
    Ok(shown(&cases::add_episode(&desk.app, &desk.session, new).await?))
}

/// Records that a missing child came back.
pub(crate) async fn end_missing_episode(
    desk: &Desk<'_>,
    request: EndMissingEpisode,
) -> Result<CaseView, ApiError> {
    let mut fields = Fields::default();
    let on = ("returnedOn", &*request.returned_on);
    let returned_at = moment(&mut fields, on, ("returnedAt", &request.returned_at));
    fields.finish()?;
    let returned_at = returned_at.ok_or(ApiError::of(ErrorCode::Invalid))?;
    let ended = cases::end_episode(&desk.app, &desk.session, request.id, returned_at).await?;
    Ok(shown(&ended))
}

/// Declares an entry wrong.
pub(crate) async fn void_entry(
    desk: &Desk<'_>,
    request: VoidEntry,
) -> Result<EntryVoided, ApiError> {
    let mut fields = Fields::default();
    let reason = fields.text("reason", &request.reason);
    fields.finish()?;
    let reason = reason.ok_or(ApiError::of(ErrorCode::Invalid))?;
    cases::void(&desk.app, &desk.session, request.entry.into(), reason).await?;
    Ok(EntryVoided {})
}

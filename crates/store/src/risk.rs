//! Ratings, incidents and missing episodes: added and declared wrong, never deleted.

use chrono::{DateTime, NaiveDate, Utc};
use domain::case::{Incident, MissingEpisode, RiskRating, Voided};
use domain::ids::{CaseId, IncidentId, MeetingId, MissingEpisodeId, RiskRatingId, UserId};
use domain::text::NonBlank;
use uuid::Uuid;

use crate::agencies::optional;
use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::statement::{SqlBuilder, sql};

#[derive(sqlx::FromRow)]
struct VoidedRow {
    voided_at: Option<DateTime<Utc>>,
    voided_by: Option<Uuid>,
    voided_reason: Option<String>,
}

impl VoidedRow {
    fn read(self) -> Option<Voided> {
        let reason = optional(self.voided_reason.as_deref())?;
        Some(Voided { at: self.voided_at?, by: UserId::from_uuid(self.voided_by?), reason })
    }
}

fn text(table: &'static str, column: &'static str, text: &str) -> Result<NonBlank, StoreError> {
    NonBlank::new(text).map_err(|_| StoreError::Inconsistent { table, column })
}

#[derive(sqlx::FromRow)]
struct RatingRow {
    id: Uuid,
    case_id: Uuid,
    process: String,
    level: String,
    reason: String,
    rated_at: DateTime<Utc>,
    rated_by: Uuid,
    toolkit_on: Option<NaiveDate>,
    meeting_id: Option<Uuid>,
    #[sqlx(flatten)]
    voided: VoidedRow,
}

impl TryFrom<RatingRow> for RiskRating {
    type Error = StoreError;

    fn try_from(row: RatingRow) -> Result<Self, StoreError> {
        const TABLE: &str = "risk_ratings";
        let unknown = StoreError::Inconsistent { table: TABLE, column: "level" };
        Ok(Self {
            id: RiskRatingId::from_uuid(row.id),
            case: CaseId::from_uuid(row.case_id),
            process: text(TABLE, "process", &row.process)?,
            level: row.level.parse().map_err(|_| unknown)?,
            reason: text(TABLE, "reason", &row.reason)?,
            rated_at: row.rated_at,
            rated_by: UserId::from_uuid(row.rated_by),
            toolkit_on: row.toolkit_on,
            meeting: row.meeting_id.map(MeetingId::from_uuid),
            voided: row.voided.read(),
        })
    }
}

const RATINGS: &str = "SELECT id, case_id, process, level, reason, rated_at, rated_by, toolkit_on,
        meeting_id, voided_at, voided_by, voided_reason
    FROM risk_ratings WHERE ";

/// The risk histories of some cases, oldest first, wrong entries too.
///
/// # Errors
/// When out of reach, the database fails or a row is unreadable.
pub async fn ratings(tx: &mut impl Reads, cases: &[CaseId]) -> Result<Vec<RiskRating>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(RATINGS);
    query.push("case_id IN ").push_list(cases.iter().copied()).push(" ORDER BY rated_at, id");
    query.build().all::<RatingRow>(tx).await?.into_iter().map(RiskRating::try_from).collect()
}

/// A rating that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none; when out of reach.
pub async fn rating(tx: &mut impl Reads, id: RiskRatingId) -> Result<RiskRating, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(RATINGS);
    query.push("id = ").push_bind(id);
    let row = query.build().optional::<RatingRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "risk_ratings" })?.try_into()
}

/// Adds a rating.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn insert_rating(tx: &mut WriteTx, rating: &RiskRating) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO risk_ratings
             (id, case_id, process, level, reason, rated_at, rated_by, toolkit_on, meeting_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
    .bind(rating.id)
    .bind(rating.case)
    .bind(&rating.process)
    .bind(rating.level.as_str())
    .bind(&rating.reason)
    .bind(rating.rated_at)
    .bind(rating.rated_by)
    .bind(rating.toolkit_on)
    .bind(rating.meeting)
    .insert(tx, "risk_ratings")
    .await
}

#[derive(sqlx::FromRow)]
struct IncidentRow {
    id: Uuid,
    case_id: Uuid,
    happened_on: NaiveDate,
    summary: String,
    review_wanted: bool,
    recorded_at: DateTime<Utc>,
    recorded_by: Uuid,
    #[sqlx(flatten)]
    voided: VoidedRow,
}

impl TryFrom<IncidentRow> for Incident {
    type Error = StoreError;

    fn try_from(row: IncidentRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: IncidentId::from_uuid(row.id),
            case: CaseId::from_uuid(row.case_id),
            happened_on: row.happened_on,
            summary: text("incidents", "summary", &row.summary)?,
            review_wanted: row.review_wanted,
            recorded_at: row.recorded_at,
            recorded_by: UserId::from_uuid(row.recorded_by),
            voided: row.voided.read(),
        })
    }
}

const INCIDENTS: &str = "SELECT id, case_id, happened_on, summary, review_wanted, recorded_at,
        recorded_by, voided_at, voided_by, voided_reason
    FROM incidents WHERE ";

/// The incidents of a case, oldest first, wrong entries too.
///
/// # Errors
/// When out of reach, the database fails or a row is unreadable.
pub async fn incidents(tx: &mut impl Reads, case: CaseId) -> Result<Vec<Incident>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(INCIDENTS);
    query.push("case_id = ").push_bind(case).push(" ORDER BY happened_on, id");
    query.build().all::<IncidentRow>(tx).await?.into_iter().map(Incident::try_from).collect()
}

/// An incident that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none; when out of reach.
pub async fn incident(tx: &mut impl Reads, id: IncidentId) -> Result<Incident, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(INCIDENTS);
    query.push("id = ").push_bind(id);
    let row = query.build().optional::<IncidentRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "incidents" })?.try_into()
}

/// Adds an incident.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn insert_incident(tx: &mut WriteTx, incident: &Incident) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO incidents
             (id, case_id, happened_on, summary, review_wanted, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)")
    .bind(incident.id)
    .bind(incident.case)
    .bind(incident.happened_on)
    .bind(&incident.summary)
    .bind(incident.review_wanted)
    .bind(incident.recorded_at)
    .bind(incident.recorded_by)
    .insert(tx, "incidents")
    .await
}

#[derive(sqlx::FromRow)]
struct EpisodeRow {
    id: Uuid,
    case_id: Uuid,
    started_at: DateTime<Utc>,
    returned_at: Option<DateTime<Utc>>,
    note: Option<String>,
    recorded_at: DateTime<Utc>,
    recorded_by: Uuid,
    #[sqlx(flatten)]
    voided: VoidedRow,
}

impl From<EpisodeRow> for MissingEpisode {
    fn from(row: EpisodeRow) -> Self {
        Self {
            id: MissingEpisodeId::from_uuid(row.id),
            case: CaseId::from_uuid(row.case_id),
            started_at: row.started_at,
            returned_at: row.returned_at,
            note: optional(row.note.as_deref()),
            recorded_at: row.recorded_at,
            recorded_by: UserId::from_uuid(row.recorded_by),
            voided: row.voided.read(),
        }
    }
}

const EPISODES: &str = "SELECT id, case_id, started_at, returned_at, note, recorded_at,
        recorded_by, voided_at, voided_by, voided_reason
    FROM missing_episodes WHERE ";

/// The missing episodes of a case, oldest first, wrong entries too.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn episodes(
    tx: &mut impl Reads,
    case: CaseId,
) -> Result<Vec<MissingEpisode>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(EPISODES);
    query.push("case_id = ").push_bind(case).push(" ORDER BY started_at, id");
    Ok(query.build().all::<EpisodeRow>(tx).await?.into_iter().map(MissingEpisode::from).collect())
}

/// A missing episode that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none; when out of reach.
pub async fn episode(
    tx: &mut impl Reads,
    id: MissingEpisodeId,
) -> Result<MissingEpisode, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(EPISODES);
    query.push("id = ").push_bind(id);
    let row = query.build().optional::<EpisodeRow>(tx).await?;
    Ok(row.ok_or(StoreError::Missing { table: "missing_episodes" })?.into())
}

/// Adds a missing episode.
///
/// # Errors
/// When out of reach or the database fails.
pub async fn insert_episode(tx: &mut WriteTx, episode: &MissingEpisode) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO missing_episodes
             (id, case_id, started_at, returned_at, note, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)")
    .bind(episode.id)
    .bind(episode.case)
    .bind(episode.started_at)
    .bind(episode.returned_at)
    .bind(episode.note.as_ref())
    .bind(episode.recorded_at)
    .bind(episode.recorded_by)
    .insert(tx, "missing_episodes")
    .await
}

/// Records that a missing child came back; refused when that was recorded before.
///
/// # Errors
/// [`StoreError::Stale`] when the return is recorded already.
pub async fn end_episode(tx: &mut WriteTx, episode: &MissingEpisode) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE missing_episodes
         SET returned_at = $1
         WHERE id = $2 AND returned_at IS NULL AND voided_at IS NULL")
    .bind(episode.returned_at)
    .bind(episode.id)
    .update_one(tx, "missing_episodes")
    .await
}

/// An entry of a case, by its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A rating.
    Rating(RiskRatingId),
    /// An incident.
    Incident(IncidentId),
    /// A missing episode.
    Episode(MissingEpisodeId),
}

/// Saves that an entry was declared wrong.
///
/// # Errors
/// [`StoreError::Stale`] when it was declared wrong before.
pub async fn void(tx: &mut WriteTx, entry: Entry, voided: &Voided) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    let (text, table, id) = match entry {
        Entry::Rating(id) => (
            "UPDATE risk_ratings SET voided_at = $1, voided_by = $2, voided_reason = $3
             WHERE id = $4 AND voided_at IS NULL",
            "risk_ratings",
            Uuid::from(id),
        ),
        Entry::Incident(id) => (
            "UPDATE incidents SET voided_at = $1, voided_by = $2, voided_reason = $3
             WHERE id = $4 AND voided_at IS NULL",
            "incidents",
            id.into(),
        ),
        Entry::Episode(id) => (
            "UPDATE missing_episodes SET voided_at = $1, voided_by = $2, voided_reason = $3
             WHERE id = $4 AND voided_at IS NULL",
            "missing_episodes",
            id.into(),
        ),
    };
    sql(text)
        .bind(voided.at)
        .bind(voided.by)
        .bind(&voided.reason)
        .bind(id)
        .update_one(tx, table)
        .await
}

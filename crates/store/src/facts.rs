//! What happened in a case, as the clocks need it (R01–R06, R15, R16): kinds and times only.
//!
//! Entries declared wrong are left out. It must never decide what is due: that is
//! `domain::policy::due`.

use chrono::{DateTime, NaiveDate, Utc};
use domain::case::RatingLevel;
use domain::clock::{Instant, local_date};
use domain::ids::CaseId;
use domain::policy::{Event, Fact, MeetingKind, Process, Quoracy, RiskLevel, When};
use uuid::Uuid;

use crate::db::Reads;
use crate::error::StoreError;
use crate::statement::SqlBuilder;

/// The facts of one case, in order of time.
///
/// A level of "none" counts as low: low has no periodic clock, so nothing is owed, and a
/// significant incident still opens a meeting (R03).
///
/// # Errors
/// When out of reach, the database fails or a row is unreadable.
pub async fn of_case(tx: &mut impl Reads, case: CaseId) -> Result<Vec<Fact>, StoreError> {
    let mut cases = read(tx, Some(case)).await?;
    Ok(cases.pop().map(|(_, facts)| facts).unwrap_or_default())
}

/// The facts of every open case, by reference, each in order of time: six queries however many
/// cases there are. A case in which nothing happened has an empty list.
///
/// # Errors
/// When out of reach, the database fails or a row is unreadable.
pub async fn of_open_cases(tx: &mut impl Reads) -> Result<Vec<(CaseId, Vec<Fact>)>, StoreError> {
    read(tx, None).await
}

type Dated = Vec<(Uuid, Fact)>;

async fn read(
    tx: &mut impl Reads,
    one: Option<CaseId>,
) -> Result<Vec<(CaseId, Vec<Fact>)>, StoreError> {
    tx.require_case_reach()?;
    let cases = cases(tx, one).await?;
    let mut found = ratings(tx, one).await?;
    found.extend(meetings(tx, one).await?);
    found.extend(incidents(tx, one).await?);
    found.extend(episodes(tx, one).await?);
    // Stable: within one moment the order of the queries stays.
    found.sort_by_key(|(case, fact)| (*case, order(fact)));
    let facts_of = |case: &CaseRow| {
        let from = found.partition_point(|(id, _)| *id < case.id);
        let own = found.iter().skip(from).take_while(|(id, _)| *id == case.id);
        let mut facts: Vec<Fact> = own.map(|(_, fact)| fact.clone()).collect();
        if let Some(on) = case.closed_on {
            close(&mut facts, on);
        }
        (CaseId::from_uuid(case.id), facts)
    };
    Ok(cases.iter().map(facts_of).collect())
}

/// A fact known only by its day comes before those of a known moment on it.
fn order(fact: &Fact) -> (NaiveDate, Option<Instant>) {
    match fact.when {
        When::On(day) => (day, None),
        When::At(instant) => (local_date(instant), Some(instant)),
    }
}

/// Closing comes after everything else of its day.
fn close(facts: &mut Vec<Fact>, on: NaiveDate) {
    let last = facts.iter().rev().find(|fact| fact.when.day() == on).map(|fact| fact.when);
    let when = last.unwrap_or(When::On(on));
    let position = facts.partition_point(|fact| fact.when.day() <= on);
    facts.insert(position, Fact { when, event: Event::Closed { process: Process::Any } });
}

/// Which cases: one, or all that are open. Every query joins `cases c` and ends with this.
fn of(query: &mut SqlBuilder, one: Option<CaseId>) {
    match one {
        Some(case) => query.push("c.id = ").push_bind(case),
        None => query.push("c.closed_on IS NULL"),
    };
}

#[derive(sqlx::FromRow)]
struct CaseRow {
    id: Uuid,
    closed_on: Option<NaiveDate>,
}

async fn cases(tx: &mut impl Reads, one: Option<CaseId>) -> Result<Vec<CaseRow>, StoreError> {
    let mut query = SqlBuilder::new("SELECT c.id, c.closed_on FROM cases c WHERE ");
    of(&mut query, one);
    query.push(" ORDER BY c.reference");
    query.build().all::<CaseRow>(tx).await
}

#[derive(sqlx::FromRow)]
struct RatingRow {
    case_id: Uuid,
    process: String,
    level: String,
    rated_at: DateTime<Utc>,
}

async fn ratings(tx: &mut impl Reads, one: Option<CaseId>) -> Result<Dated, StoreError> {
    let mut query = SqlBuilder::new(
        "SELECT r.case_id, r.process, r.level, r.rated_at
         FROM risk_ratings r
         JOIN cases c ON c.id = r.case_id
         WHERE r.voided_at IS NULL AND ",
    );
    of(&mut query, one);
    query.push(" ORDER BY r.case_id, r.rated_at, r.id");
    let rows = query.build().all::<RatingRow>(tx).await?;
    let rating = |row: RatingRow| {
        let inconsistent = |column| StoreError::Inconsistent { table: "risk_ratings", column };
        let process = row.process.parse().map_err(|_| inconsistent("process"))?;
        let level = match row.level.parse().map_err(|_| inconsistent("level"))? {
            RatingLevel::High => RiskLevel::High,
            RatingLevel::Medium => RiskLevel::Medium,
            RatingLevel::Low | RatingLevel::None => RiskLevel::Low,
        };
        Ok((row.case_id, Fact::at(row.rated_at, Event::RiskRated { process, level })))
    };
    rows.into_iter().map(rating).collect()
}

#[derive(sqlx::FromRow)]
struct MeetingRow {
    case_id: Uuid,
    meeting_id: Uuid,
    meeting_type: String,
    status: String,
    review: bool,
    starts_on: NaiveDate,
    quorate: Option<bool>,
    quorum_override: Option<String>,
    closed_at: Option<DateTime<Utc>>,
    next_on: Option<NaiveDate>,
}

#[derive(sqlx::FromRow)]
struct SittingRow {
    meeting_id: Uuid,
    opened_at: DateTime<Utc>,
}

async fn meetings(tx: &mut impl Reads, one: Option<CaseId>) -> Result<Dated, StoreError> {
    let mut query = SqlBuilder::new(
        "SELECT mc.case_id, m.id AS meeting_id, m.meeting_type, m.status, m.review, m.starts_on,
             m.quorate, m.quorum_override, m.closed_at, mc.next_on
         FROM meeting_cases mc
         JOIN meetings m ON m.id = mc.meeting_id
         JOIN cases c ON c.id = mc.case_id
         WHERE m.status IN ('held', 'cancelled') AND ",
    );
    of(&mut query, one);
    query.push(" ORDER BY m.starts_on, m.starts_at, m.id");
    let rows = query.build().all::<MeetingRow>(tx).await?;
    let sittings = sittings(tx, one).await?;
    let mut found = Vec::new();
    for row in rows {
        let from = sittings.partition_point(|sitting| sitting.meeting_id < row.meeting_id);
        let own = sittings.iter().skip(from);
        let own = own.take_while(|sitting| sitting.meeting_id == row.meeting_id);
        let opened: Vec<Instant> = own.map(|sitting| sitting.opened_at).collect();
        meeting_facts(&row, opened, &mut found)?;
    }
    Ok(found)
}

async fn sittings(tx: &mut impl Reads, one: Option<CaseId>) -> Result<Vec<SittingRow>, StoreError> {
    let mut query = SqlBuilder::new(
        "SELECT DISTINCT s.meeting_id, s.opened_at, s.number
         FROM meeting_sittings s
         JOIN meeting_cases mc ON mc.meeting_id = s.meeting_id
         JOIN cases c ON c.id = mc.case_id
         WHERE ",
    );
    of(&mut query, one);
    query.push(" ORDER BY s.meeting_id, s.number");
    query.build().all::<SittingRow>(tx).await
}

/// A meeting counts from its first sitting (WK-08); one that is not closed is not yet held. A
/// cancellation uses up the next date that the chair had set.
fn meeting_facts(
    row: &MeetingRow,
    sittings: Vec<Instant>,
    found: &mut Dated,
) -> Result<(), StoreError> {
    let unknown = |_| StoreError::Inconsistent { table: "meetings", column: "meeting_type" };
    let process: Process = row.meeting_type.parse().map_err(unknown)?;
    if row.status == "cancelled" {
        let cancelled = row.closed_at.map(|at| Fact::at(at, Event::MeetingCancelled { process }));
        found.extend(cancelled.map(|fact| (row.case_id, fact)));
        return Ok(());
    }
    let quoracy = match (row.quorate, &row.quorum_override) {
        (Some(false), None) => Quoracy::Inquorate,
        (Some(false), Some(_)) => Quoracy::Overridden,
        (Some(true) | None, _) => Quoracy::Quorate,
    };
    let kind = if row.review { MeetingKind::Review } else { MeetingKind::Initial };
    let when = sittings.first().map_or(When::On(row.starts_on), |opened| When::At(*opened));
    let sittings = if sittings.len() > 1 { sittings } else { Vec::new() };
    let event = Event::MeetingHeld { process, kind, quoracy, sittings };
    found.push((row.case_id, Fact { when, event }));
    if let Some(date) = row.next_on {
        let when = row.closed_at.map_or(when, When::At);
        found.push((row.case_id, Fact { when, event: Event::NextDateSet { process, date } }));
    }
    Ok(())
}

async fn incidents(tx: &mut impl Reads, one: Option<CaseId>) -> Result<Dated, StoreError> {
    let mut query = SqlBuilder::new(
        "SELECT i.case_id, i.happened_on
         FROM incidents i
         JOIN cases c ON c.id = i.case_id
         WHERE i.voided_at IS NULL AND i.review_wanted AND ",
    );
    of(&mut query, one);
    query.push(" ORDER BY i.case_id, i.happened_on, i.id");
    let rows = query.build().all::<(Uuid, NaiveDate)>(tx).await?;
    let incident = Event::SignificantIncident { process: Process::Eram };
    Ok(rows.into_iter().map(|(case, on)| (case, Fact::on(on, incident.clone()))).collect())
}

async fn episodes(tx: &mut impl Reads, one: Option<CaseId>) -> Result<Dated, StoreError> {
    let mut query = SqlBuilder::new(
        "SELECT e.case_id, e.started_at, e.returned_at
         FROM missing_episodes e
         JOIN cases c ON c.id = e.case_id
         WHERE e.voided_at IS NULL AND ",
    );
    of(&mut query, one);
    query.push(" ORDER BY e.case_id, e.started_at, e.id");
    let rows = query.build().all::<(Uuid, DateTime<Utc>, Option<DateTime<Utc>>)>(tx).await?;
    let mut found = Vec::with_capacity(rows.len() * 2);
    for (case, started, returned) in rows {
        found.push((case, Fact::at(started, Event::MissingStarted)));
        found.extend(returned.map(|at| (case, Fact::at(at, Event::MissingReturned))));
    }
    Ok(found)
}

//! Decisions of a meeting, with reasons and dissent.

use domain::ids::{AgencyId, CaseId, DecisionId, MeetingId};
use domain::record::{Decision, WithholdReason};
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::row::Table;
use crate::statement::{SqlBuilder, sql};

const TABLE: Table = Table("decisions");

const COLUMNS: &str = "SELECT id, meeting_id, case_id, position, decision, rationale, dissent,
         dissent_agency_id, audience, restriction, version
     FROM decisions";

#[derive(sqlx::FromRow)]
struct DecisionRow {
    id: Uuid,
    meeting_id: Uuid,
    case_id: Option<Uuid>,
    position: i64,
    decision: String,
    rationale: String,
    dissent: Option<String>,
    dissent_agency_id: Option<Uuid>,
    audience: String,
    restriction: Option<String>,
    version: i64,
}

impl TryFrom<DecisionRow> for Decision {
    type Error = StoreError;

    fn try_from(row: DecisionRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: DecisionId::from_uuid(row.id),
            meeting: MeetingId::from_uuid(row.meeting_id),
            case: row.case_id.map(CaseId::from_uuid),
            position: TABLE.count("position", row.position)?,
            decision: TABLE.text("decision", &row.decision)?,
            rationale: TABLE.text("rationale", &row.rationale)?,
            dissent: TABLE.optional_text("dissent", row.dissent.as_deref())?,
            dissent_agency: row.dissent_agency_id.map(AgencyId::from_uuid),
            audience: TABLE.word("audience", &row.audience)?,
            restriction: TABLE.optional_word("restriction", row.restriction.as_deref())?,
            version: row.version,
        })
    }
}

/// A decision that must exist.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get(tx: &mut impl Reads, id: DecisionId) -> Result<Decision, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE id = ").push_bind(id);
    let row = query.build().optional::<DecisionRow>(tx).await?;
    row.ok_or(StoreError::Missing { table: "decisions" })?.try_into()
}

/// The decisions of a meeting in their order.
///
/// # Errors
/// When the database fails, a row is unreadable, or the session sees no cases.
pub async fn of_meeting(
    tx: &mut impl Reads,
    meeting: MeetingId,
) -> Result<Vec<Decision>, StoreError> {
    tx.require_case_reach()?;
    let mut query = SqlBuilder::new(COLUMNS);
    query.push(" WHERE meeting_id = ").push_bind(meeting).push(" ORDER BY position, id");
    let rows = query.build().all::<DecisionRow>(tx).await?;
    rows.into_iter().map(Decision::try_from).collect()
}

/// Adds a decision.
///
/// # Errors
/// When the database fails or the session sees no cases.
pub async fn insert(tx: &mut WriteTx, decision: &Decision) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO decisions (id, meeting_id, case_id, position, decision, rationale, dissent,
             dissent_agency_id, audience, restriction, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
    .bind(decision.id)
    .bind(decision.meeting)
    .bind(decision.case)
    .bind(decision.position)
    .bind(&decision.decision)
    .bind(&decision.rationale)
    .bind(decision.dissent.as_ref())
    .bind(decision.dissent_agency)
    .bind(decision.audience.as_str())
    .bind(decision.restriction.map(WithholdReason::as_str))
    .bind(decision.version)
    .insert(tx, "decisions")
    .await
}

/// Saves a changed decision.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since `decision` was read.
pub async fn update(tx: &mut WriteTx, decision: &Decision) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("UPDATE decisions
         SET case_id = $1, decision = $2, rationale = $3, dissent = $4, dissent_agency_id = $5,
             audience = $6, restriction = $7, version = version + 1
         WHERE id = $8 AND version = $9")
    .bind(decision.case)
    .bind(&decision.decision)
    .bind(&decision.rationale)
    .bind(decision.dissent.as_ref())
    .bind(decision.dissent_agency)
    .bind(decision.audience.as_str())
    .bind(decision.restriction.map(WithholdReason::as_str))
    .bind(decision.id)
    .bind(decision.version)
    .update_one(tx, "decisions")
    .await
}

/// Takes a decision off the draft record; what was approved stays in the frozen text.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since `decision` was read.
pub async fn delete(tx: &mut WriteTx, decision: &Decision) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("DELETE FROM decisions WHERE id = $1 AND version = $2")
        .bind(decision.id)
        .bind(decision.version)
        .update_one(tx, "decisions")
        .await
}

//! What people chose for the parts and words of a release, and what its entities are called.

use chrono::{DateTime, Utc};
use domain::ids::{ReleaseId, UserId};
use domain::record::WithholdReason;
use domain::release::{Choice, Chosen, PartChoice, PartRef, Pseudonym, WordDecision};
use domain::text::NonBlank;
use uuid::Uuid;

use crate::db::{Reads, WriteTx};
use crate::error::StoreError;
use crate::statement::sql;

#[derive(sqlx::FromRow)]
struct ChoiceRow {
    part: String,
    part_id: Uuid,
    choice: String,
    wording: Option<String>,
    reason: Option<String>,
    decided_by: Uuid,
    decided_at: DateTime<Utc>,
}

impl TryFrom<ChoiceRow> for PartChoice {
    type Error = StoreError;

    fn try_from(row: ChoiceRow) -> Result<Self, StoreError> {
        let inconsistent = |column| StoreError::Inconsistent { table: "release_choices", column };
        let reason = || -> Result<WithholdReason, StoreError> {
            let word = row.reason.as_deref().ok_or_else(|| inconsistent("reason"))?;
            word.parse().map_err(|_| inconsistent("reason"))
        };
        let chosen = match row.choice.parse().map_err(|_| inconsistent("choice"))? {
            Choice::Include => Chosen::Include,
            Choice::Withhold => Chosen::Withhold(reason()?),
            Choice::Reword => Chosen::Reword {
                wording: NonBlank::new(row.wording.as_deref().unwrap_or_default())
                    .map_err(|_| inconsistent("wording"))?,
                reason: reason()?,
            },
        };
        Ok(Self {
            part: PartRef {
                kind: row.part.parse().map_err(|_| inconsistent("part"))?,
                id: row.part_id,
            },
            chosen,
            decided: (UserId::from_uuid(row.decided_by), row.decided_at),
        })
    }
}

/// What people chose for the parts of a release.
///
/// # Errors
/// When the database fails or a row is unreadable.
pub async fn choices(tx: &mut impl Reads, id: ReleaseId) -> Result<Vec<PartChoice>, StoreError> {
    tx.require_case_reach()?;
    let rows = sql("SELECT part, part_id, choice, wording, reason, decided_by, decided_at
                    FROM release_choices WHERE release_id = $1 ORDER BY part, part_id")
    .bind(id)
    .all::<ChoiceRow>(tx)
    .await?;
    rows.into_iter().map(PartChoice::try_from).collect()
}

/// Keeps a choice; a later one for the same part replaces it.
///
/// # Errors
/// When the database fails.
pub async fn keep_choice(
    tx: &mut WriteTx,
    id: ReleaseId,
    choice: &PartChoice,
) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO release_choices
             (release_id, part, part_id, choice, wording, reason, decided_by, decided_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (release_id, part, part_id) DO UPDATE SET choice = excluded.choice,
             wording = excluded.wording, reason = excluded.reason,
             decided_by = excluded.decided_by, decided_at = excluded.decided_at")
    .bind(id)
    .bind(choice.part.kind.as_str())
    .bind(choice.part.id)
    .bind(choice.chosen.choice().as_str())
    .bind(choice.chosen.wording())
    .bind(choice.chosen.reason().map(WithholdReason::as_str))
    .bind(choice.decided.0)
    .bind(choice.decided.1)
    .insert(tx, "release_choices")
    .await
}

#[derive(sqlx::FromRow)]
struct WordRow {
    word: String,
    choice: String,
    decided_by: Uuid,
    decided_at: DateTime<Utc>,
}

/// What people decided on the words of a release.
///
/// # Errors
/// When the database fails or a row is unreadable.
pub async fn decisions(
    tx: &mut impl Reads,
    id: ReleaseId,
) -> Result<Vec<WordDecision>, StoreError> {
    tx.require_case_reach()?;
    let rows = sql("SELECT word, choice, decided_by, decided_at FROM release_words
                    WHERE release_id = $1 ORDER BY word")
    .bind(id)
    .all::<WordRow>(tx)
    .await?;
    let inconsistent = |column| StoreError::Inconsistent { table: "release_words", column };
    rows.into_iter()
        .map(|row| {
            Ok(WordDecision {
                word: NonBlank::new(&row.word).map_err(|_| inconsistent("word"))?,
                choice: row.choice.parse().map_err(|_| inconsistent("choice"))?,
                decided: (UserId::from_uuid(row.decided_by), row.decided_at),
            })
        })
        .collect()
}

/// Keeps a decision; a later one on the same word replaces it.
///
/// # Errors
/// When the database fails.
pub async fn keep_decision(
    tx: &mut WriteTx,
    id: ReleaseId,
    decision: &WordDecision,
) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO release_words (release_id, word, choice, decided_by, decided_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (release_id, word) DO UPDATE SET choice = excluded.choice,
             decided_by = excluded.decided_by, decided_at = excluded.decided_at")
    .bind(id)
    .bind(&decision.word)
    .bind(decision.choice.as_str())
    .bind(decision.decided.0)
    .bind(decision.decided.1)
    .insert(tx, "release_words")
    .await
}

#[derive(sqlx::FromRow)]
struct PseudonymRow {
    entity: String,
    pseudonym: String,
}

/// What the entities of a release are called.
///
/// # Errors
/// When the database fails.
pub async fn pseudonyms(tx: &mut impl Reads, id: ReleaseId) -> Result<Vec<Pseudonym>, StoreError> {
    tx.require_case_reach()?;
    let rows =
        sql("SELECT entity, pseudonym FROM pseudonyms WHERE release_id = $1 ORDER BY entity")
            .bind(id)
            .all::<PseudonymRow>(tx)
            .await?;
    let named = |row: PseudonymRow| Pseudonym { entity: row.entity, pseudonym: row.pseudonym };
    Ok(rows.into_iter().map(named).collect())
}

/// Keeps what an entity is called in a release: once given, it stays.
///
/// # Errors
/// [`StoreError::Duplicate`] when it has a pseudonym.
pub async fn keep_pseudonym(
    tx: &mut WriteTx,
    id: ReleaseId,
    pseudonym: &Pseudonym,
) -> Result<(), StoreError> {
    tx.require_case_reach()?;
    sql("INSERT INTO pseudonyms (release_id, entity, pseudonym) VALUES ($1, $2, $3)")
        .bind(id)
        .bind(pseudonym.entity.as_str())
        .bind(pseudonym.pseudonym.as_str())
        .insert(tx, "pseudonyms")
        .await
}

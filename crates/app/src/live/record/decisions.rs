//! Decisions of a meeting, with rationale and dissent.

use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::field::{Invalid, Problem};
use domain::ids::{DecisionId, MeetingId};
use domain::record::Decision;
use store::StoreError;

use super::{begin, commit, require_case};
use crate::{App, AppError, Session};

/// What a decision is to say.
#[derive(Debug)]
pub struct DecisionDraft {
    /// Which; none for a new one.
    pub id: Option<DecisionId>,
    /// The version that was read.
    pub version: i64,
    /// What it says; its id, position and version are not looked at.
    pub decision: Decision,
}

/// Adds or changes a decision.
///
/// # Errors
/// When not allowed, frozen, changed meanwhile, or about a child who is not at the meeting.
pub async fn save_decision(
    app: &App,
    session: &Session,
    draft: DecisionDraft,
) -> Result<(), AppError> {
    let (mut tx, meeting) = begin(app, session, draft.decision.meeting).await?;
    let mut decision = draft.decision;
    require_case(&meeting, decision.case, "caseId")?;
    if decision.dissent.is_none() && decision.dissent_agency.is_some() {
        return Err(Invalid::one("dissentAgencyId", Problem::Contradicts).into());
    }
    let earlier = store::decisions::of_meeting(&mut tx, meeting.id).await?;
    let action = if let Some(id) = draft.id {
        let found = earlier.iter().find(|one| one.id == id);
        let found = found.ok_or(StoreError::Missing { table: "decisions" })?;
        (decision.id, decision.position, decision.version) = (id, found.position, draft.version);
        store::decisions::update(&mut tx, &decision).await?;
        AuditAction::Changed
    } else {
        let last = earlier.iter().map(|one| one.position).max().unwrap_or(0);
        decision.position = last + 1;
        decision.version = 1;
        let is_same = |one: &Decision| {
            let (id, position, version) = (decision.id, decision.position, decision.version);
            Decision { id, position, version, ..one.clone() } == decision
        };
        if earlier.iter().any(is_same) {
            return Ok(());
        }
        store::decisions::insert(&mut tx, &decision).await?;
        AuditAction::Added
    };
    let mut event = AuditEvent::new(action, EntityKind::Decision, decision.id);
    event.case = decision.case;
    commit(app, session, tx, vec![event]).await
}

/// Takes a decision off the draft record.
///
/// # Errors
/// When not allowed, frozen, of another meeting, or changed meanwhile.
pub async fn remove_decision(
    app: &App,
    session: &Session,
    meeting: MeetingId,
    id: DecisionId,
    version: i64,
) -> Result<(), AppError> {
    let (mut tx, meeting) = begin(app, session, meeting).await?;
    let mut decision = store::decisions::get(&mut tx, id).await?;
    if decision.meeting != meeting.id {
        return Err(StoreError::Missing { table: "decisions" }.into());
    }
    decision.version = version;
    store::decisions::delete(&mut tx, &decision).await?;
    let mut event = AuditEvent::new(AuditAction::Removed, EntityKind::Decision, id);
    event.case = decision.case;
    commit(app, session, tx, vec![event]).await
}

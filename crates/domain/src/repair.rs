//! Putting right an entry that was made in the wrong child's case: declared wrong there and made
//! again in the right one, with who first made it and when. Nothing is lost, and the line between
//! the two stays.
//!
//! It must never know about the diary: what is due in both cases is worked out from the entries
//! that count, so it is right as soon as the repair is kept.

use uuid::Uuid;

use crate::access::Stamp;
use crate::audit::{AuditAction, AuditEvent, AuditEvents, EntityKind};
use crate::case::{Incident, MissingEpisode, RiskRating, Voided};
use crate::case_rules::Voidable;
use crate::field::{Invalid, Problem};
use crate::ids::{CaseId, Ids, IncidentId, MissingEpisodeId, RiskRatingId};
use crate::text::NonBlank;
use crate::violation::Violation;

/// The line between an entry in the wrong case and the same entry in the right one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// What kind of entry.
    pub entity: EntityKind,
    /// The entry that was declared wrong.
    pub wrong: Uuid,
    /// The entry that was made again.
    pub again: Uuid,
    /// The case it was in.
    pub from: CaseId,
    /// The case it belongs to.
    pub to: CaseId,
    /// Why it was in the wrong place.
    pub reason: NonBlank,
    /// Who put it right, and when.
    pub stamp: Stamp,
}

/// Everything that a repair writes, in one transaction.
#[derive(Debug, Clone)]
pub struct Repaired<E> {
    /// The entry in the right case.
    pub again: E,
    /// That the one in the wrong case no longer counts.
    pub voided: Voided,
    /// The line between the two.
    pub repair: Repair,
    /// One event in each child's case.
    pub events: AuditEvents,
}

/// An entry that can be made again in another case.
pub trait Movable: Voidable + Clone {
    /// The same entry under another identifier in another case.
    #[must_use]
    fn made_again(&self, ids: &dyn Ids, to: CaseId) -> Self;

    /// The case it is in.
    fn case(&self) -> CaseId;

    /// Checks that the entry stands by itself.
    ///
    /// # Errors
    /// When it is part of a record that is put right as a whole.
    fn require_apart(&self) -> Result<(), Violation> {
        Ok(())
    }
}

impl Movable for RiskRating {
    fn made_again(&self, ids: &dyn Ids, to: CaseId) -> Self {
        Self { id: RiskRatingId::new(ids), case: to, voided: None, ..self.clone() }
    }

    fn case(&self) -> CaseId {
        self.case
    }

    /// What a meeting concluded is corrected in its minutes.
    fn require_apart(&self) -> Result<(), Violation> {
        match self.meeting {
            None => Ok(()),
            Some(_) => Err(Violation::SetByMeeting),
        }
    }
}

impl Movable for Incident {
    fn made_again(&self, ids: &dyn Ids, to: CaseId) -> Self {
        Self { id: IncidentId::new(ids), case: to, voided: None, ..self.clone() }
    }

    fn case(&self) -> CaseId {
        self.case
    }
}

impl Movable for MissingEpisode {
    fn made_again(&self, ids: &dyn Ids, to: CaseId) -> Self {
        Self { id: MissingEpisodeId::new(ids), case: to, voided: None, ..self.clone() }
    }

    fn case(&self) -> CaseId {
        self.case
    }
}

/// Checks that an entry would go to another case.
///
/// # Errors
/// The problem at `toCaseId`.
pub fn require_elsewhere(from: CaseId, to: CaseId) -> Result<(), Invalid> {
    if from == to { Err(Invalid::one("toCaseId", Problem::NotAChoice)) } else { Ok(()) }
}

/// Declares an entry wrong in its case and makes it again in another.
///
/// # Errors
/// When it was declared wrong before, or a meeting set it.
pub fn repair<E: Movable>(
    ids: &dyn Ids,
    stamp: Stamp,
    mut entry: E,
    to: CaseId,
    reason: NonBlank,
) -> Result<Repaired<E>, Violation> {
    entry.require_apart()?;
    let from = entry.case();
    let again = entry.made_again(ids, to);
    let wrong_event = entry.void(&stamp, reason.clone())?;
    let again_event = AuditEvent { action: AuditAction::Repaired, ..again.entry() };
    let repair = Repair {
        entity: wrong_event.entity,
        wrong: wrong_event.entity_id,
        again: again_event.entity_id,
        from,
        to,
        reason: reason.clone(),
        stamp,
    };
    let voided = Voided { at: stamp.at, by: stamp.by, reason };
    let events = AuditEvents::from(wrong_event).and(again_event.fields(&["case"]));
    Ok(Repaired { again, voided, repair, events })
}

#[cfg(test)]
mod tests {
    use super::{repair, require_elsewhere};
    use crate::access::Stamp;
    use crate::audit::AuditAction;
    use crate::case::{Incident, RatingLevel, RiskRating};
    use crate::field::{Invalid, Problem};
    use crate::ids::{CaseId, CountedIds, IncidentId, MeetingId, RiskRatingId, UserId};
    use crate::text::NonBlank;
    use crate::violation::Violation;

    fn text(text: &str) -> NonBlank {
        NonBlank::new(text).unwrap()
    }

    fn stamp(ids: &CountedIds) -> Stamp {
        Stamp { at: "2026-11-23T09:00:00Z".parse().unwrap(), by: UserId::new(ids) }
    }

    fn incident(ids: &CountedIds) -> Incident {
        Incident {
            id: IncidentId::new(ids),
            case: CaseId::new(ids),
            happened_on: "2026-11-20".parse().unwrap(),
            summary: text("Found with two phones"),
            review_wanted: true,
            recorded_at: "2026-11-20T16:00:00Z".parse().unwrap(),
            recorded_by: UserId::new(ids),
            voided: None,
        }
    }

    #[test]
    fn an_entry_keeps_everything_but_its_case_and_its_identifier() {
        let ids = CountedIds::new(1);
        let (wrong, to) = (incident(&ids), CaseId::new(&ids));
        let stamp = stamp(&ids);
        let done = repair(&ids, stamp, wrong.clone(), to, text("The brother")).unwrap();
        assert_ne!(done.again.id, wrong.id);
        let as_before = Incident { id: wrong.id, case: wrong.case, ..done.again.clone() };
        assert_eq!(as_before, wrong);
        assert_eq!((done.again.case, done.repair.from, done.repair.to), (to, wrong.case, to));
        assert_eq!((done.voided.by, done.voided.reason.as_str()), (stamp.by, "The brother"));
    }

    #[test]
    fn each_case_has_its_event() {
        let ids = CountedIds::new(1);
        let (wrong, to) = (incident(&ids), CaseId::new(&ids));
        let from = wrong.case;
        let done = repair(&ids, stamp(&ids), wrong, to, text("The brother")).unwrap();
        let told: Vec<_> = done.events.iter().map(|event| (event.action, event.case)).collect();
        let expected = [(AuditAction::Voided, Some(from)), (AuditAction::Repaired, Some(to))];
        assert_eq!(told, expected);
    }

    #[test]
    fn an_entry_is_moved_once_and_to_another_case() {
        let ids = CountedIds::new(1);
        let stamp = stamp(&ids);
        let mut wrong = incident(&ids);
        let same = Err(Invalid::one("toCaseId", Problem::NotAChoice));
        assert_eq!(require_elsewhere(wrong.case, wrong.case), same);
        assert_eq!(require_elsewhere(wrong.case, CaseId::new(&ids)), Ok(()));
        let reason = text("The brother");
        let done = repair(&ids, stamp, wrong.clone(), CaseId::new(&ids), reason.clone()).unwrap();
        wrong.voided = Some(done.voided);
        let again = repair(&ids, stamp, wrong, CaseId::new(&ids), reason);
        assert_eq!(again.unwrap_err(), Violation::WrongState { state: "voided".into() });
    }

    #[test]
    fn a_rating_that_a_meeting_set_is_corrected_in_its_minutes() {
        let ids = CountedIds::new(1);
        let stamp = stamp(&ids);
        let rating = RiskRating {
            id: RiskRatingId::new(&ids),
            case: CaseId::new(&ids),
            process: text("eram"),
            level: RatingLevel::High,
            reason: text("Known to go missing"),
            rated_at: stamp.at,
            rated_by: stamp.by,
            toolkit_on: None,
            meeting: Some(MeetingId::new(&ids)),
            voided: None,
        };
        let refused = repair(&ids, stamp, rating, CaseId::new(&ids), text("The brother"));
        assert_eq!(refused.unwrap_err(), Violation::SetByMeeting);
    }
}

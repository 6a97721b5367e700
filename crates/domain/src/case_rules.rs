//! What may be done with a case and its entries: pure steps that give the audit event, or say no.
//!
//! It must never know about the diary: what is due comes from [`crate::policy::due`].

use chrono::NaiveDate;

use crate::access::{Permission, Stamp};
use crate::audit::{AuditAction, AuditEvent, EntityKind};
use crate::case::{
    Case, Closed, Exploitation, Incident, MissingEpisode, RatingLevel, Reopened, RiskRating, Voided,
};
use crate::clock::{Instant, local_date};
use crate::field::{Invalid, Problem};
use crate::ids::{CaseId, Ids, PersonId, UserId};
use crate::text::NonBlank;
use crate::user::User;
use crate::violation::Violation;

/// A case to open.
#[derive(Debug, Clone)]
pub struct NewCase {
    /// The child.
    pub child: PersonId,
    /// The first day.
    pub opened_on: NaiveDate,
    /// Who chairs.
    pub chair: Option<UserId>,
    /// The part of the authority.
    pub area: Option<NonBlank>,
    /// The forms of exploitation.
    pub exploitation: Vec<Exploitation>,
}

/// The number of the reference after the highest one: "C-0413" follows "C-0412".
#[must_use]
pub fn next_reference<'r>(used: impl IntoIterator<Item = &'r str>) -> String {
    let number = |reference: &str| reference.strip_prefix("C-")?.parse::<u32>().ok();
    let highest = used.into_iter().filter_map(number).max().unwrap_or(0);
    format!("C-{:04}", highest.saturating_add(1))
}

/// Checks that a date has come.
///
/// # Errors
/// The field's problem.
pub fn require_past(field: &str, on: NaiveDate, stamp: &Stamp) -> Result<(), Invalid> {
    if on > local_date(stamp.at) { Err(Invalid::one(field, Problem::InFuture)) } else { Ok(()) }
}

/// Checks that somebody may chair.
///
/// # Errors
/// The field's problem.
pub fn require_chair(field: &str, user: &User) -> Result<(), Invalid> {
    if user.may(Permission::ChairMeetings) {
        Ok(())
    } else {
        Err(Invalid::one(field, Problem::NotAChoice))
    }
}

impl Case {
    /// A new case with its reference.
    #[must_use]
    pub fn open(ids: &dyn Ids, stamp: &Stamp, reference: NonBlank, new: NewCase) -> Self {
        Self {
            id: CaseId::new(ids),
            reference,
            child: new.child,
            opened_on: new.opened_on,
            closed: None,
            reopened: None,
            chair: new.chair,
            area: new.area,
            exploitation: new.exploitation,
            created_at: stamp.at,
            version: 1,
        }
    }

    /// An event on the case itself.
    #[must_use]
    pub fn event(&self, action: AuditAction) -> AuditEvent {
        AuditEvent::new(action, EntityKind::Case, self.id).in_case(self.id)
    }

    /// Checks that entries may still be made.
    ///
    /// # Errors
    /// [`Violation::WrongState`] when the case is closed.
    pub fn require_open(&self) -> Result<(), Violation> {
        match self.closed {
            None => Ok(()),
            Some(_) => Err(Violation::WrongState { state: "closed".into() }),
        }
    }

    /// Closes the case.
    ///
    /// # Errors
    /// When it is closed, or the day is before it was opened.
    pub fn close(&mut self, on: NaiveDate, reason: NonBlank) -> Result<AuditEvent, Violation> {
        self.require_open()?;
        if on < self.opened_on {
            return Err(Violation::TooEarly { earliest: self.opened_on });
        }
        self.closed = Some(Closed { on, reason });
        Ok(self.event(AuditAction::Closed).fields(&["closed_on", "closed_reason"]))
    }

    /// Gives it to another chair.
    ///
    /// # Errors
    /// When it is closed.
    pub fn hand_over(&mut self, to: UserId) -> Result<AuditEvent, Violation> {
        self.require_open()?;
        self.chair = Some(to);
        Ok(self.event(AuditAction::HandedOver).fields(&["chair"]))
    }

    /// Opens a closed case again; why stays with it.
    ///
    /// # Errors
    /// When it is open.
    pub fn reopen(&mut self, on: NaiveDate, reason: NonBlank) -> Result<AuditEvent, Violation> {
        if self.closed.take().is_none() {
            return Err(Violation::WrongState { state: "open".into() });
        }
        self.reopened = Some(Reopened { on, reason });
        Ok(self.event(AuditAction::Opened).fields(&["closed_on", "reopened_reason"]))
    }
}

/// How a rating differs from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RatingChange {
    /// The first.
    First,
    /// Higher than before.
    Raised,
    /// Lower than before.
    Lowered,
    /// The same level again, with a reason.
    Confirmed,
}

impl RatingLevel {
    const fn height(self) -> u8 {
        match self {
            Self::High => 3,
            Self::Medium => 2,
            Self::Low => 1,
            Self::None => 0,
        }
    }

    /// This level against the one before.
    #[must_use]
    pub fn against(self, before: Option<Self>) -> RatingChange {
        match before.map(|before| self.height().cmp(&before.height())) {
            None => RatingChange::First,
            Some(std::cmp::Ordering::Greater) => RatingChange::Raised,
            Some(std::cmp::Ordering::Less) => RatingChange::Lowered,
            Some(std::cmp::Ordering::Equal) => RatingChange::Confirmed,
        }
    }
}

/// Since when a case has been at its level: the first rating of the last run of equal ones. The
/// ratings are those that count, oldest first.
#[must_use]
pub fn level_since(ratings: &[RiskRating]) -> Option<(RatingLevel, Instant)> {
    let counting = || ratings.iter().rev().filter(|rating| rating.voided.is_none());
    let now = counting().next()?.level;
    let first = counting().take_while(|rating| rating.level == now).last()?;
    Some((now, first.rated_at))
}

/// An entry that can be declared wrong; it stays on record and no longer counts.
pub trait Voidable {
    /// Which case it is in, which record, and of what kind.
    fn entry(&self) -> AuditEvent;
    /// When it was declared wrong.
    fn voided(&mut self) -> &mut Option<Voided>;

    /// Declares it wrong.
    ///
    /// # Errors
    /// When it has been declared wrong before.
    fn void(&mut self, stamp: &Stamp, reason: NonBlank) -> Result<AuditEvent, Violation> {
        if self.voided().is_some() {
            return Err(Violation::WrongState { state: "voided".into() });
        }
        *self.voided() = Some(Voided { at: stamp.at, by: stamp.by, reason });
        Ok(AuditEvent { action: AuditAction::Voided, ..self.entry() })
    }
}

macro_rules! voidable {
    ($($entry:ty => $kind:ident),+) => {$(
        impl Voidable for $entry {
            fn entry(&self) -> AuditEvent {
                AuditEvent::new(AuditAction::Added, EntityKind::$kind, self.id).in_case(self.case)
            }
            fn voided(&mut self) -> &mut Option<Voided> {
                &mut self.voided
            }
        }
    )+};
}
voidable! { RiskRating => RiskRating, Incident => Incident, MissingEpisode => MissingEpisode }

impl MissingEpisode {
    /// Checks the episode against those on record: it must end after it begins, not lie in the
    /// future, and overlap with none.
    ///
    /// # Errors
    /// The problems, at `startedOn` and `returnedOn`.
    pub fn check(&self, others: &[Self], now: Instant) -> Result<(), Invalid> {
        let started = |code| Err(Invalid::one("startedOn", code));
        let returned = |code| Err(Invalid::one("returnedOn", code));
        if self.started_at > now {
            return started(Problem::InFuture);
        }
        if self.returned_at.is_some_and(|at| at > now) {
            return returned(Problem::InFuture);
        }
        if self.returned_at.is_some_and(|at| at <= self.started_at) {
            return returned(Problem::TooEarly);
        }
        let counting = others.iter().filter(|other| other.voided.is_none() && other.id != self.id);
        for other in counting {
            let before = self.returned_at.is_some_and(|at| at <= other.started_at);
            let after = other.returned_at.is_some_and(|at| at <= self.started_at);
            if !before && !after {
                return started(Problem::Contradicts);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{RatingChange, next_reference};
    use crate::case::{MissingEpisode, RatingLevel};
    use crate::field::{Invalid, Problem};
    use crate::ids::{CaseId, CountedIds, MissingEpisodeId, UserId};

    fn episode(ids: &CountedIds, from: &str, to: Option<&str>) -> MissingEpisode {
        let at = |text: &str| text.parse().unwrap();
        MissingEpisode {
            id: MissingEpisodeId::new(ids),
            case: CaseId::new(ids),
            started_at: at(from),
            returned_at: to.map(at),
            note: None,
            recorded_at: at(from),
            recorded_by: UserId::new(ids),
            voided: None,
        }
    }

    #[test]
    fn the_next_reference_follows_the_highest() {
        assert_eq!(next_reference(["C-0412", "C-0007", "OLD-9999"]), "C-0413");
        assert_eq!(next_reference(["C-9999"]), "C-10000");
        assert_eq!(next_reference([]), "C-0001");
    }

    #[test]
    fn a_rating_is_raised_lowered_or_confirmed() {
        use RatingLevel::{High, Low, Medium, None as Nothing};
        assert_eq!(High.against(None), RatingChange::First);
        assert_eq!(High.against(Some(Medium)), RatingChange::Raised);
        assert_eq!(Nothing.against(Some(Low)), RatingChange::Lowered);
        assert_eq!(Low.against(Some(Low)), RatingChange::Confirmed);
    }

    #[test]
    fn a_child_cannot_be_missing_twice_at_once() {
        let ids = CountedIds::new(1);
        let now = "2026-11-23T09:00:00Z".parse().unwrap();
        let known = [
            episode(&ids, "2026-11-01T20:00:00Z", Some("2026-11-02T08:00:00Z")),
            episode(&ids, "2026-11-20T20:00:00Z", None),
        ];
        let check = |from, to| episode(&ids, from, to).check(&known, now);
        let overlap = Err(Invalid::one("startedOn", Problem::Contradicts));
        assert_eq!(check("2026-11-02T07:00:00Z", Some("2026-11-02T09:00:00Z")), overlap);
        assert_eq!(check("2026-11-21T07:00:00Z", None), overlap);
        assert_eq!(check("2026-11-02T08:00:00Z", Some("2026-11-03T08:00:00Z")), Ok(()));
        let backwards = Err(Invalid::one("returnedOn", Problem::TooEarly));
        assert_eq!(check("2026-11-05T08:00:00Z", Some("2026-11-05T07:00:00Z")), backwards);
        let future = Err(Invalid::one("startedOn", Problem::InFuture));
        assert_eq!(check("2026-11-24T08:00:00Z", None), future);
    }
}

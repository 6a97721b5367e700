//! Cover for a chair who is away: who, by whom, from when until when.
//!
//! It must never say why somebody is ill: the reason is a word such as "annual leave".

use chrono::NaiveDate;

use crate::access::{Permission, Stamp};
use crate::audit::{AuditAction, AuditEvent, EntityKind};
use crate::field::{Fields, Invalid, Problem};
use crate::ids::{CoverId, UserId};
use crate::text::NonBlank;
use crate::user::User;

/// Cover for a chair who is away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Its identifier.
    pub id: CoverId,
    /// Who is away.
    pub chair: UserId,
    /// Who covers.
    pub covered_by: UserId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Why.
    pub reason: Option<NonBlank>,
    /// Who named it, and when.
    pub named: Stamp,
}

impl Cover {
    /// An event on it.
    #[must_use]
    pub fn event(&self, action: AuditAction) -> AuditEvent {
        AuditEvent::new(action, EntityKind::Cover, self.id)
    }

    /// Whether it shares a day with another.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from <= other.until && other.from <= self.until
    }

    /// Checks it against those who chair and the cover that was named before: both chair, they are
    /// two people, its days have not passed, and nobody covers for somebody who covers for them.
    ///
    /// # Errors
    /// Every field that needs attention.
    pub fn check(
        &self,
        chair: &User,
        covered_by: &User,
        named_before: &[Self],
        today: NaiveDate,
    ) -> Result<(), Invalid> {
        let mut fields = Fields::default();
        fields.require(chair.may(Permission::ChairMeetings), "chair", Problem::NotAChoice);
        let covers = covered_by.may(Permission::ChairMeetings);
        fields.require(covers, "coveredBy", Problem::NotAChoice);
        fields.require(chair.id != covered_by.id, "coveredBy", Problem::Contradicts);
        if self.until < self.from {
            fields.problem("until", Problem::TooEarly);
        } else if self.until < today {
            fields.problem("until", Problem::InPast);
        }
        let mut at_that_time = named_before.iter().filter(|other| self.overlaps(other));
        let is_covered = at_that_time.clone().any(|other| other.chair == self.chair);
        fields.require(!is_covered, "from", Problem::Contradicts);
        let is_away = at_that_time.any(|other| other.chair == self.covered_by);
        fields.require(!is_away, "coveredBy", Problem::Contradicts);
        fields.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Cover;
    use crate::access::{Role, Stamp};
    use crate::field::Problem;
    use crate::ids::{CountedIds, CoverId};
    use crate::text::NonBlank;
    use crate::user::User;

    fn user(ids: &CountedIds, role: Role) -> User {
        let now = "2026-11-23T09:00:00Z".parse().unwrap();
        User::new(ids, now, NonBlank::new("Robin Marsh").unwrap(), None, vec![role])
    }

    fn cover(ids: &CountedIds, chair: &User, by: &User, from: &str, until: &str) -> Cover {
        Cover {
            id: CoverId::new(ids),
            chair: chair.id,
            covered_by: by.id,
            from: from.parse().unwrap(),
            until: until.parse().unwrap(),
            reason: None,
            named: Stamp { at: "2026-11-23T09:00:00Z".parse().unwrap(), by: by.id },
        }
    }

    fn problems(
        cover: &Cover,
        chair: &User,
        by: &User,
        before: &[Cover],
    ) -> Vec<(String, Problem)> {
        let checked = cover.check(chair, by, before, "2026-11-23".parse().unwrap());
        let told = checked.err().map(|invalid| invalid.0).unwrap_or_default();
        told.into_iter().map(|field| (field.path, field.code)).collect()
    }

    #[test]
    fn cover_is_by_another_chair_for_days_to_come() {
        let ids = CountedIds::new(1);
        let (away, here) = (user(&ids, Role::Chair), user(&ids, Role::Chair));
        let reader = user(&ids, Role::Reader);
        let week = |by: &User| cover(&ids, &away, by, "2026-11-20", "2026-11-27");
        assert_eq!(problems(&week(&here), &away, &here, &[]), []);
        let by_reader = problems(&week(&reader), &away, &reader, &[]);
        assert_eq!(by_reader, [("coveredBy".to_owned(), Problem::NotAChoice)]);
        let by_oneself = problems(&week(&away), &away, &away, &[]);
        assert_eq!(by_oneself, [("coveredBy".to_owned(), Problem::Contradicts)]);
        let over = cover(&ids, &away, &here, "2026-11-02", "2026-11-06");
        let in_past = [("until".to_owned(), Problem::InPast)];
        assert_eq!(problems(&over, &away, &here, &[]), in_past);
        let backwards = cover(&ids, &away, &here, "2026-11-27", "2026-11-26");
        let too_early = [("until".to_owned(), Problem::TooEarly)];
        assert_eq!(problems(&backwards, &away, &here, &[]), too_early);
    }

    #[test]
    fn a_chair_is_covered_once_and_by_somebody_who_is_there() {
        let ids = CountedIds::new(1);
        let (away, here) = (user(&ids, Role::Chair), user(&ids, Role::Chair));
        let third = user(&ids, Role::Chair);
        let before = [cover(&ids, &away, &here, "2026-12-01", "2026-12-05")];
        let twice = cover(&ids, &away, &third, "2026-12-05", "2026-12-08");
        let contradicts = |path: &str| [(path.to_owned(), Problem::Contradicts)];
        assert_eq!(problems(&twice, &away, &third, &before), contradicts("from"));
        let by_absent = cover(&ids, &third, &away, "2026-12-05", "2026-12-08");
        assert_eq!(problems(&by_absent, &third, &away, &before), contradicts("coveredBy"));
        let later = cover(&ids, &away, &third, "2026-12-06", "2026-12-08");
        assert_eq!(problems(&later, &away, &third, &before), []);
    }
}

//! What is concluded about a child: saved as it is typed, checked for what can never be right.
//! Whether it is complete is asked only when the chair closes.

use chrono::NaiveDate;

use super::NextRule;
use crate::audit::{AuditAction, AuditEvent, EntityKind};
use crate::case::RatingLevel;
use crate::field::{Fields, Invalid, Problem};
use crate::ids::MeetingId;
use crate::meeting::{MeetingCase, NrmDecision, Route, Voice};
use crate::text::NonBlank;

/// What was concluded about a child so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conclusion {
    /// The level that the meeting sets.
    pub level: Option<RatingLevel>,
    /// Why.
    pub rating_reason: Option<NonBlank>,
    /// The date of the exploitation toolkit behind the level.
    pub toolkit_on: Option<NaiveDate>,
    /// How the child's views came in.
    pub voice: Option<Voice>,
    /// Why they are absent.
    pub voice_reason: Option<NonBlank>,
    /// The NRM decision.
    pub nrm: Option<NrmDecision>,
    /// Why.
    pub nrm_reason: Option<NonBlank>,
    /// Who makes the referral.
    pub nrm_owner: Option<NonBlank>,
    /// When it is to be made, or was.
    pub nrm_on: Option<NaiveDate>,
    /// What happens next.
    pub route: Option<Route>,
    /// The next date.
    pub next_on: Option<NaiveDate>,
    /// Why it is outside the rule, or there is none.
    pub next_reason: Option<NonBlank>,
}

impl Conclusion {
    /// What a child's row says now.
    #[must_use]
    pub fn of(case: &MeetingCase) -> Self {
        Self {
            level: case.level,
            rating_reason: case.rating_reason.clone(),
            toolkit_on: case.toolkit_on,
            voice: case.voice,
            voice_reason: case.voice_reason.clone(),
            nrm: case.nrm,
            nrm_reason: case.nrm_reason.clone(),
            nrm_owner: case.nrm_owner.clone(),
            nrm_on: case.nrm_on,
            route: case.route,
            next_on: case.next_on,
            next_reason: case.next_reason.clone(),
        }
    }

    fn check(&self, today: NaiveDate, held_on: NaiveDate, next: NextRule) -> Result<(), Invalid> {
        let mut fields = Fields::default();
        let is_done = self.toolkit_on.is_none_or(|on| on <= today);
        fields.require(is_done, "toolkitOn", Problem::InFuture);
        match (self.nrm, self.nrm_on) {
            (Some(NrmDecision::ReferralMade), Some(on)) => {
                fields.require(on <= today, "nrmOn", Problem::InFuture);
            }
            (Some(NrmDecision::ReferralToBeMade), Some(on)) => {
                fields.require(on >= held_on, "nrmOn", Problem::InPast);
            }
            (Some(NrmDecision::ThresholdNotMet), Some(_)) => {
                fields.problem("nrmOn", Problem::Contradicts);
            }
            (None | Some(_), None) | (None, Some(_)) => {}
        }
        if let Some(on) = self.next_on {
            fields.require(on > held_on, "nextOn", Problem::TooEarly);
            let is_late = matches!(next, NextRule::By(last) if on > last);
            fields.require(!is_late || self.next_reason.is_some(), "nextReason", Problem::Required);
        }
        fields.finish()
    }
}

impl MeetingCase {
    /// Takes a conclusion. `next` is what the rules say at the level that it names.
    ///
    /// # Errors
    /// A toolkit or a referral made in the future, or one to be made in the past; a next date not after the meeting,
    /// or after the rule's last day without a reason.
    pub fn conclude(
        &self,
        meeting: MeetingId,
        today: NaiveDate,
        held_on: NaiveDate,
        conclusion: Conclusion,
        next: NextRule,
    ) -> Result<(Self, AuditEvent), Invalid> {
        conclusion.check(today, held_on, next)?;
        let event = AuditEvent::new(AuditAction::Changed, EntityKind::Meeting, meeting)
            .in_case(self.case)
            .fields(&["conclusion"]);
        let case = Self {
            level: conclusion.level,
            rating_reason: conclusion.rating_reason,
            toolkit_on: conclusion.toolkit_on,
            voice: conclusion.voice,
            voice_reason: conclusion.voice_reason,
            nrm: conclusion.nrm,
            nrm_reason: conclusion.nrm_reason,
            nrm_owner: conclusion.nrm_owner,
            nrm_on: conclusion.nrm_on,
            route: conclusion.route,
            next_on: conclusion.next_on,
            next_reason: conclusion.next_reason,
            ..self.clone()
        };
        Ok((case, event))
    }

    /// Takes a conclusion while minutes are corrected: what closing made fact stays.
    ///
    /// # Errors
    /// When it would change the level, its toolkit or the next date, and as [`MeetingCase::conclude`].
    pub fn correct_conclusion(
        &self,
        meeting: MeetingId,
        today: NaiveDate,
        held_on: NaiveDate,
        conclusion: Conclusion,
    ) -> Result<(Self, AuditEvent), Invalid> {
        let mut fields = Fields::default();
        fields.require(conclusion.level == self.level, "level", Problem::Contradicts);
        let same_toolkit = conclusion.toolkit_on == self.toolkit_on;
        fields.require(same_toolkit, "toolkitOn", Problem::Contradicts);
        fields.require(conclusion.next_on == self.next_on, "nextOn", Problem::Contradicts);
        fields.finish()?;
        self.conclude(meeting, today, held_on, conclusion, NextRule::NoClock)
    }
}

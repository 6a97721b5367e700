//! What is owed in a case, as the diary shows it.

use chrono::NaiveDate;
use domain::diary::{Subject, reviews, unrated};
use domain::ids::CaseId;
use domain::policy::due::{
    MeetingDays, Need, Obligation, RuleBook, Standing, State, Task, evaluate, meeting_deadlines,
};
use domain::policy::{Fact, OffMeeting, Process, Profile, RuleId};
use domain::text::NonBlank;

use super::House;
use crate::AppError;

/// What is owed in a case, in words and dates.
#[derive(Debug, Clone)]
pub struct Owed {
    /// The row of the rules: "R01".
    pub rule: String,
    /// The row in a few words.
    pub title: String,
    /// What is owed.
    pub task: Task,
    /// Where it stands.
    pub state: State,
    /// The missing fact.
    pub needs: Option<Need>,
    /// The last day that keeps the rule.
    pub due_by: Option<NaiveDate>,
    /// The last bookable day on or before it.
    pub book_by: Option<NaiveDate>,
    /// Days from today; negative when past.
    pub days_left: Option<i64>,
    /// How that was found, a sentence for each step.
    pub why: Vec<String>,
    /// The obligation itself, for rules that weigh a date against it.
    pub(crate) obligation: Obligation,
}

impl Owed {
    fn of(obligation: Obligation, profile: &Profile) -> Self {
        let named = profile.rules.iter().find(|rule| rule.reference() == obligation.rule);
        let (needs, days_left) = match obligation.standing {
            Standing::Needs(need) => (Some(need), None),
            Standing::Dated { days_left, .. } => (None, Some(days_left)),
            Standing::Overdue | Standing::Triggered | Standing::NoClock => (None, None),
        };
        Self {
            rule: obligation.rule.id.to_string(),
            title: named.map(|rule| rule.title.clone()).unwrap_or_default(),
            task: obligation.task,
            state: obligation.state(),
            needs,
            due_by: obligation.due().map(domain::policy::due::Due::day),
            book_by: obligation.book_by(),
            days_left,
            why: obligation.why(),
            obligation,
        }
    }

    /// A child at a meeting about to be scheduled for this.
    pub(crate) fn subject(owed: Option<&Self>, case: CaseId) -> Subject {
        Subject {
            case,
            rule: owed.and_then(|owed| NonBlank::new(&owed.rule).ok()),
            due_by: owed.and_then(|owed| owed.due_by),
            prior_level: None,
        }
    }
}

impl House {
    /// The meeting that a case is owed, if any.
    pub(crate) fn owed(
        &self,
        book: &RuleBook<'_>,
        facts: &[Fact],
    ) -> Result<Option<Owed>, AppError> {
        let owed = evaluate(facts, book, &self.calendar, self.now)?;
        let first_meeting = RuleId::number(4);
        let mut in_force = self.profile.in_force_on(self.today);
        let unrated = || {
            let row = in_force.find(|rule| rule.id == first_meeting)?;
            unrated(facts, Process::Eram, row.reference())
        };
        let asked = reviews(owed, Process::Eram).or_else(unrated);
        Ok(asked.map(|obligation| Owed::of(obligation, &self.profile)))
    }

    /// The last day for invitations to a meeting on this day (R07).
    pub(crate) fn invite_by(
        &self,
        book: &RuleBook<'_>,
        on: NaiveDate,
    ) -> Result<Option<NaiveDate>, AppError> {
        let days = MeetingDays { planned: Some(on), ..MeetingDays::default() };
        self.deadline(book, OffMeeting::Invitations, days)
    }

    /// The last day for issuing the minutes of a meeting held on this day (R41).
    pub(crate) fn issue_by(
        &self,
        book: &RuleBook<'_>,
        held: NaiveDate,
    ) -> Result<Option<NaiveDate>, AppError> {
        let days = MeetingDays { held: Some(held), ..MeetingDays::default() };
        self.deadline(book, OffMeeting::Minutes, days)
    }

    fn deadline(
        &self,
        book: &RuleBook<'_>,
        task: OffMeeting,
        days: MeetingDays,
    ) -> Result<Option<NaiveDate>, AppError> {
        let deadlines = meeting_deadlines(book, &self.calendar, Process::Eram, days, self.today)?;
        let mut of_task = deadlines.into_iter().filter(|deadline| deadline.task == task);
        Ok(of_task.next().map(|deadline| deadline.on))
    }
}

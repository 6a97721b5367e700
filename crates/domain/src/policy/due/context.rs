//! What every rule looks at: the facts of a case, the rules, the calendar and today.

use chrono::NaiveDate;

use super::book::RuleBook;
use super::obligation::{Due, Need, Obligation, Standing, Task, Urgency};
use super::reading::{Held, Reading};
use super::step::{OutcomeStep, Step, missing};
use crate::calendar::{OutOfRange, WorkingCalendar};
use crate::clock::{Instant, local_date};
use crate::policy::fact::{Fact, Process};
use crate::policy::rule::Rule;

pub(super) struct Context<'c> {
    pub(super) reading: Reading<'c>,
    pub(super) rules: &'c RuleBook<'c>,
    pub(super) calendar: &'c WorkingCalendar,
    pub(super) as_of: Instant,
    pub(super) today: NaiveDate,
    due_soon_days: Option<u16>,
}

/// An obligation before it is known where it stands.
pub(super) struct Draft<'r> {
    pub(super) rule: &'r Rule,
    pub(super) process: Process,
    pub(super) task: Task,
    pub(super) facts: Vec<usize>,
    pub(super) trace: Vec<Step>,
}

impl<'c> Context<'c> {
    pub(super) fn new(
        facts: &'c [Fact],
        rules: &'c RuleBook<'c>,
        calendar: &'c WorkingCalendar,
        as_of: Instant,
    ) -> Result<Self, OutOfRange> {
        let today = local_date(as_of);
        let due_soon_days = rules.due_soon_days(today);
        let reading = Reading::of(facts, as_of)?;
        Ok(Self { reading, rules, calendar, as_of, today, due_soon_days })
    }

    /// Meetings held in a process that restart a clock.
    pub(super) fn held(&self, process: Process) -> Vec<Held<'c>> {
        let mut held = self.all_held(process);
        held.retain(|meeting| meeting.counts);
        held
    }

    /// All meetings held in a process.
    pub(super) fn all_held(&self, process: Process) -> Vec<Held<'c>> {
        self.reading.held(process, self.rules.counting(process, self.today))
    }

    /// A date with where it stands today, and the closing steps of its explanation.
    pub(super) fn dated(&self, draft: Draft<'_>, due: Due) -> Result<Obligation, OutOfRange> {
        let mut draft = draft;
        let day = due.day();
        let book_by = self.calendar.previous_bookable_day(day)?;
        draft.trace.push(match due {
            Due::On(on) => OutcomeStep::Gives { on }.into(),
            Due::At(at) => OutcomeStep::GivesAt { at }.into(),
        });
        if book_by != day && matches!(due, Due::On(_)) {
            draft.trace.push(OutcomeStep::BookBy { on: book_by }.into());
        }
        let days_left = day.signed_duration_since(self.today).num_days();
        let urgency = self.urgency(due, days_left);
        Ok(draft.standing(Standing::Dated { due, book_by, days_left, urgency }))
    }

    fn urgency(&self, due: Due, days_left: i64) -> Urgency {
        let is_past = match due {
            Due::On(_) => days_left < 0,
            Due::At(instant) => self.as_of > instant,
        };
        let is_soon = self.due_soon_days.is_some_and(|days| days_left <= i64::from(days));
        match days_left {
            _ if is_past => Urgency::Overdue,
            0 => Urgency::Due,
            _ if is_soon => Urgency::DueSoon,
            _ => Urgency::NotDue,
        }
    }
}

impl Draft<'_> {
    pub(super) fn standing(self, standing: Standing) -> Obligation {
        Obligation {
            rule: self.rule.reference(),
            process: self.process,
            task: self.task,
            standing,
            facts: self.facts,
            trace: self.trace,
        }
    }

    pub(super) fn needs(mut self, need: Need) -> Obligation {
        self.trace.push(missing(need));
        self.standing(Standing::Needs(need))
    }
}

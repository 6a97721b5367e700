//! Facts and rules to dates: [`evaluate`] says what is owed in one case, by when, and why.
//!
//! Pure and repeatable: the same facts, rules, calendar and moment give the same answer. It must
//! never know whose case it is. Rules: `scheduling.md` 4.1 and 4.2, `decisions.md` 15, 18 and 20.

mod book;
mod choice;
mod context;
mod dates;
mod event_step;
mod events;
mod obligation;
mod panels;
mod reading;
mod review;
mod set_dates;
mod step;
#[cfg(test)]
mod tests;
mod triggers;

use crate::calendar::{OutOfRange, WorkingCalendar};
use crate::clock::Instant;
use crate::policy::clocks::Measure;
use crate::policy::fact::Fact;

pub use book::RuleBook;
pub use choice::{
    Choice, DateChoice, LateWithoutReason, MeetingDays, MeetingDeadline, Window, choose_date,
    meeting_deadlines, propose_next, window,
};
pub use event_step::EventStep;
pub use events::episode_triggers;
pub use obligation::{Due, Need, Obligation, Standing, State, Task, Urgency};
pub use step::{ChangeStep, Citation, MeetingStep, NextDateStep, OutcomeStep, RiskStep, Step};

use context::Context;

/// What is owed in one case at one moment: missing facts first, then by date. What was met or
/// superseded is not listed; a case with nothing to do gives an empty list. Facts later than
/// `as_of` are left out, so that a past day can be looked at again.
///
/// # Errors
/// [`OutOfRange`] when a fact or a date lies outside the years of the calendar.
pub fn evaluate(
    facts: &[Fact],
    rules: &RuleBook<'_>,
    calendar: &WorkingCalendar,
    as_of: Instant,
) -> Result<Vec<Obligation>, OutOfRange> {
    let context = Context::new(facts, rules, calendar, as_of)?;
    let mut found = Vec::new();
    review::evaluate(&context, &mut found)?;
    for row in rules.rows() {
        let Some((_, clock)) = row.in_force_on(context.today) else { continue };
        match clock.measure {
            Measure::ChairSet { .. } => set_dates::chair_set(&context, row, &mut found)?,
            Measure::NextDateRequired => set_dates::required(&context, row, &mut found),
            Measure::Within { of, .. } => events::within(&context, row, of, &mut found)?,
            Measure::EpisodeCount { .. } => events::episodes(&context, row, &mut found),
            Measure::Wait { .. } => panels::wait(&context, row, &mut found)?,
            Measure::Unreviewed { .. } => panels::unreviewed(&context, row, &mut found)?,
            Measure::ReviewGap { .. }
            | Measure::FirstMeeting { .. }
            | Measure::RiskRaised { .. }
            | Measure::RiskLowered { .. }
            | Measure::OnTrigger { .. }
            | Measure::Series { .. }
            | Measure::OffMeeting { .. } => {}
        }
    }
    keep_sooner_part(&mut found);
    found.sort_by_key(Obligation::order);
    Ok(found)
}

/// Of the parts of one row that ask for the same meeting, the sooner counts (R47: three months
/// from the conference or ten working days from birth).
fn keep_sooner_part(found: &mut Vec<Obligation>) {
    let superseded = |one: &Obligation, other: &Obligation| {
        one.rule.id == other.rule.id
            && one.rule.part != other.rule.part
            && one.process == other.process
            && one.task == other.task
            && one.due().map(Due::day) > other.due().map(Due::day)
    };
    if found.iter().all(|one| one.rule.part.is_none()) {
        return;
    }
    let all = found.clone();
    found.retain(|one| !all.iter().any(|other| superseded(one, other)));
}

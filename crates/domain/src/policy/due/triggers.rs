//! Meetings without a clock (R03): low risk, a change of risk, a significant incident.

use chrono::NaiveDate;

use super::context::{Context, Draft};
use super::obligation::{Obligation, Standing, Task};
use super::reading::{Held, Rating};
use super::step::{Citation, RiskStep, Step};
use crate::policy::clocks::{Clock, Measure, Trigger};
use crate::policy::fact::{Event, Process, RiskLevel};

/// A meeting without a clock (R03): low risk, or a significant incident at any level.
pub(super) fn on_trigger(
    context: &Context<'_>,
    process: Process,
    level: Option<RiskLevel>,
    last: Option<&Held<'_>>,
    lowered: Option<Rating>,
) -> Option<Obligation> {
    let (rule, clock) = context
        .rules
        .in_force(process, context.today)
        .find(|(_, clock)| matches!(clock.measure, Measure::OnTrigger { .. }))?;
    let lowered = lowered.filter(|_| listens(clock, Trigger::RiskChange));
    let incidents = incidents_since(context, process, clock, last);
    let is_low = level.is_some_and(|level| clock.applies(process, level));
    if incidents.is_empty() && !is_low {
        return None;
    }
    let mut trace: Vec<Step> = Vec::new();
    if let Some(level) = level.filter(|_| is_low) {
        trace.push(RiskStep::NoClock { level, cited: Citation::of(rule) }.into());
    }
    let mut facts: Vec<usize> = Vec::new();
    for (index, on) in &incidents {
        facts.push(*index);
        trace.push(RiskStep::Incident { on: *on, cited: Citation::of(rule) }.into());
    }
    let mut task = Task::ReviewMeeting;
    if let Some(rating) = lowered {
        facts.push(rating.index);
        trace.push(RiskStep::Rated { level: rating.level, on: rating.day }.into());
        trace.push(RiskStep::DecideBooked.into());
        if incidents.is_empty() {
            task = Task::ReviewDecision;
        }
    }
    let standing = if facts.is_empty() { Standing::NoClock } else { Standing::Triggered };
    if facts.is_empty() {
        facts.extend(context.reading.ratings(process).last().map(|rating| rating.index));
    }
    Some(Draft { rule, process, task, facts, trace }.standing(standing))
}

fn listens(clock: &Clock, trigger: Trigger) -> bool {
    match &clock.measure {
        Measure::OnTrigger { triggers } => triggers.contains(&trigger),
        _ => false,
    }
}

/// Significant incidents that no meeting has dealt with yet.
fn incidents_since(
    context: &Context<'_>,
    process: Process,
    clock: &Clock,
    last: Option<&Held<'_>>,
) -> Vec<(usize, NaiveDate)> {
    if !listens(clock, Trigger::SignificantIncident) {
        return Vec::new();
    }
    let entries = context.reading.since_closed(process);
    entries
        .filter(|entry| match entry.event {
            Event::SignificantIncident { process: about } => *about == process,
            _ => false,
        })
        .filter(|entry| last.is_none_or(|last| entry.follows(&last.entry)))
        .map(|entry| (entry.index, entry.day))
        .collect()
}

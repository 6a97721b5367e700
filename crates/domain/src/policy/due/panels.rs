//! Waits that are measured (R18, and R16 where no time is set), and panels that must not lose sight
//! of somebody on their list (R13).

use super::book::Row;
use super::context::{Context, Draft};
use super::dates::day_after;
use super::event_step::EventStep;
use super::events::returns_without_interview;
use super::obligation::{Due, Obligation, Standing, Task};
use super::step::{Citation, Step};
use crate::calendar::OutOfRange;
use crate::policy::clocks::{Anchor, Interval, Measure, Unit};
use crate::policy::fact::{Event, Process};
use crate::policy::rule::Rule;

/// A wait that is measured (R18); with a target it is a date.
pub(super) fn wait(
    context: &Context<'_>,
    row: &Row<'_>,
    found: &mut Vec<Obligation>,
) -> Result<(), OutOfRange> {
    let Some((rule, clock)) = row.in_force_on(context.today) else { return Ok(()) };
    let Measure::Wait { target } = clock.measure else { return Ok(()) };
    if clock.process == Process::Missing {
        return interviews(context, rule, target, found);
    }
    let process = clock.process;
    let held = context.held(process);
    let mut required = context.reading.since_closed(process);
    let open = required.find(|entry| {
        matches!(entry.event, Event::PanelRequired { process: to } if *to == process)
            && !held.iter().any(|held| held.entry.follows(entry))
    });
    let Some(open) = open else { return Ok(()) };
    let days = context.today.signed_duration_since(open.day).num_days();
    let cited = Citation::of(rule);
    let waiting = EventStep::Waiting { process, since: open.day, days, cited };
    let facts = vec![open.index];
    let mut draft = Draft { rule, process, task: Task::Panel, facts, trace: vec![waiting.into()] };
    match target {
        Some(target) => {
            let cited = Citation::of(rule);
            draft.trace.push(EventStep::Within { interval: target, cited }.into());
            let due = day_after(context.calendar, open.day, target)?;
            found.push(context.dated(draft, Due::On(due))?);
        }
        None => found.push(draft.standing(Standing::NoClock)),
    }
    Ok(())
}

/// Return interviews where the authority sets no time: measured until it does (R16).
fn interviews(
    context: &Context<'_>,
    rule: &Rule,
    target: Option<Interval>,
    found: &mut Vec<Obligation>,
) -> Result<(), OutOfRange> {
    let process = Process::Missing;
    for running in returns_without_interview(context, process) {
        let of = Anchor::MissingReturn;
        let cited = Citation::of(rule);
        let facts = vec![running.anchor.index];
        let task = Task::ReturnInterview;
        let mut trace: Vec<Step> = Vec::new();
        if let Some(interval) = target {
            let due = running.due(context, of, interval, &mut trace)?;
            trace.push(EventStep::Within { interval, cited }.into());
            let draft = Draft { rule, process, task, facts, trace };
            found.push(context.dated(draft, due)?);
        } else {
            let days = context.today.signed_duration_since(running.anchor.day).num_days();
            trace.push(running.since(of));
            trace.push(EventStep::NoLimit { days, cited }.into());
            let draft = Draft { rule, process, task, facts, trace };
            found.push(draft.standing(Standing::NoClock));
        }
    }
    Ok(())
}

/// Somebody whom a panel discussed is discussed again within so many of its cycles (R13). Without a
/// series of the panel there is nothing to count in.
pub(super) fn unreviewed(
    context: &Context<'_>,
    row: &Row<'_>,
    found: &mut Vec<Obligation>,
) -> Result<(), OutOfRange> {
    let Some((rule, clock)) = row.in_force_on(context.today) else { return Ok(()) };
    let Measure::Unreviewed { cycles } = clock.measure else { return Ok(()) };
    let process = clock.process;
    let mut rows = context.rules.in_force(process, context.today);
    let months = rows.find_map(|(_, clock)| match clock.measure {
        Measure::Series { every_months, .. } => Some(every_months),
        _ => None,
    });
    let held = context.held(process);
    let (Some(months), Some(last)) = (months, held.last()) else { return Ok(()) };
    let cited = Citation::of(rule);
    let trace = vec![EventStep::Cycles { process, on: last.day, cycles, months, cited }.into()];
    let interval = Interval::new(months.saturating_mul(cycles), Unit::Months);
    let due = day_after(context.calendar, last.day, interval)?;
    let facts = vec![last.entry.index];
    let draft = Draft { rule, process, task: Task::Panel, facts, trace };
    found.push(context.dated(draft, Due::On(due))?);
    Ok(())
}

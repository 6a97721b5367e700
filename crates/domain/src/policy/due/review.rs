//! Review meetings by risk level: the first meeting (R04), the longest gap (R01, R02), what a change
//! of risk between meetings does to it (R05, R06).

use chrono::NaiveDate;

use super::book::Row;
use super::context::{Context, Draft};
use super::dates::day_after;
use super::obligation::{Due, Need, Obligation, Task};
use super::reading::{Held, Rating};
use super::step::{ChangeStep, Citation, MeetingStep, RiskStep, Step};
use super::triggers::on_trigger;
use crate::calendar::OutOfRange;
use crate::policy::clocks::{Interval, LowerFormula, Measure, RaiseFormula};
use crate::policy::fact::{Process, Quoracy, RiskLevel};
use crate::policy::rule::{Rule, Transition};

pub(super) fn evaluate(
    context: &Context<'_>,
    found: &mut Vec<Obligation>,
) -> Result<(), OutOfRange> {
    let mut done: Vec<Process> = Vec::new();
    for row in context.rules.rows() {
        let Some((_, clock)) = row.in_force_on(context.today) else { continue };
        let is_by_level = matches!(
            clock.measure,
            Measure::ReviewGap { .. } | Measure::FirstMeeting { .. } | Measure::OnTrigger { .. }
        );
        if is_by_level && !done.contains(&clock.process) {
            done.push(clock.process);
            evaluate_process(context, clock.process, found)?;
        }
    }
    Ok(())
}

fn evaluate_process(
    context: &Context<'_>,
    process: Process,
    found: &mut Vec<Obligation>,
) -> Result<(), OutOfRange> {
    let ratings = context.reading.ratings(process);
    let held = context.held(process);
    let lowered_to_low = match held.last() {
        None => {
            found.extend(first_meeting(context, process, &ratings)?);
            None
        }
        Some(last) => {
            let course = Course::run(context, process, last, &ratings)?;
            let lowered_to_low = course.lowered_to_low;
            found.extend(course.into_obligation(context, process, last)?);
            lowered_to_low
        }
    };
    let level = ratings.last().map(|rating| rating.level);
    found.extend(on_trigger(context, process, level, held.last(), lowered_to_low));
    Ok(())
}

/// A rating that calls for a meeting when none has been held (R04). Of several ratings since the
/// risk was last low, the one with the earliest date counts: re-rating buys no time.
fn first_meeting(
    context: &Context<'_>,
    process: Process,
    ratings: &[Rating],
) -> Result<Option<Obligation>, OutOfRange> {
    let run = ratings.iter().rev().take_while(|rating| rating.level > RiskLevel::Low);
    let mut first: Option<(NaiveDate, &Rating, &Rule, Interval)> = None;
    for rating in run {
        let row = context.rules.rows().find_map(|row| {
            let (rule, clock) = row.anchored(rating.day, context.today)?;
            match clock.measure {
                Measure::FirstMeeting { within } if clock.applies(process, rating.level) => {
                    Some((rule, within))
                }
                _ => None,
            }
        });
        let Some((rule, within)) = row else { continue };
        let due = day_after(context.calendar, rating.day, within)?;
        if first.is_none_or(|(earliest, ..)| due <= earliest) {
            first = Some((due, rating, rule, within));
        }
    }
    let Some((due, rating, rule, within)) = first else { return Ok(None) };
    let trace = vec![
        RiskStep::Rated { level: rating.level, on: rating.day }.into(),
        MeetingStep::NeverHeld { process }.into(),
        RiskStep::FirstWithin { interval: within, cited: Citation::of(rule) }.into(),
    ];
    let draft = Draft { rule, process, task: Task::FirstMeeting, facts: vec![rating.index], trace };
    context.dated(draft, Due::On(due)).map(Some)
}

/// The date of the next review as it moves with each rating after the last meeting.
struct Course<'r> {
    level: Option<RiskLevel>,
    due: Option<(NaiveDate, &'r Rule)>,
    facts: Vec<usize>,
    trace: Vec<Step>,
    lowered_to_low: Option<Rating>,
}

impl<'r> Course<'r> {
    fn run(
        context: &Context<'r>,
        process: Process,
        last: &Held<'_>,
        ratings: &[Rating],
    ) -> Result<Self, OutOfRange> {
        let n_before = ratings.iter().take_while(|rating| rating.day <= last.day).count();
        // A rating recorded only after the first meeting is read as the level of that meeting.
        let n_settled = if n_before == 0 { ratings.len().min(1) } else { n_before };
        let (settled, later) = ratings.split_at(n_settled);
        let mut course = Self {
            level: None,
            due: None,
            facts: vec![last.entry.index],
            trace: held_steps(context, process, last),
            lowered_to_low: None,
        };
        course.settle(context, process, last, settled.last())?;
        for rating in later {
            course.change(context, process, last, rating)?;
        }
        Ok(course)
    }

    /// The level in force at the meeting gives the first date; where a gap holds at every level,
    /// none is needed.
    fn settle(
        &mut self,
        context: &Context<'r>,
        process: Process,
        last: &Held<'_>,
        rating: Option<&Rating>,
    ) -> Result<(), OutOfRange> {
        self.level = rating.map(|rating| rating.level);
        self.facts.extend(rating.map(|rating| rating.index));
        let gap = context.rules.gap(process, self.level, last.day, context.today);
        let Some((row, rule, interval)) = gap else { return Ok(()) };
        let cited = Citation::of(rule);
        self.trace.push(match self.level {
            Some(level) => RiskStep::AtMost { level, interval, cited }.into(),
            None => RiskStep::AtMostAtAnyLevel { interval, cited }.into(),
        });
        let due = day_after(context.calendar, last.day, interval)?;
        self.due = Some((due, rule));
        self.apply_newer_versions(context, row, last.day)
    }

    /// Versions that say so apply to running clocks, with the time to catch up (RC-10).
    fn apply_newer_versions(
        &mut self,
        context: &Context<'r>,
        row: &Row<'r>,
        anchor: NaiveDate,
    ) -> Result<(), OutOfRange> {
        for (rule, clock) in row.newer(anchor, context.today) {
            let Measure::ReviewGap { at_most, .. } = clock.measure else { continue };
            let Some((old, _)) = self.due else { continue };
            if rule.transition == Transition::AnchorsOnOrAfter {
                continue;
            }
            let anew = day_after(context.calendar, anchor, at_most)?;
            let from = rule.effective_from;
            let raise = raise_rule(context, clock.process, from);
            let caught_up = match raise {
                Some((_, _, catch_up)) => day_after(context.calendar, from, catch_up)?,
                None => from,
            };
            let due = anew.max(caught_up);
            if due < old {
                self.due = Some((due, rule));
                let cited = Citation::of(rule);
                self.trace.push(RiskStep::NewerVersion { interval: at_most, from, cited }.into());
            }
        }
        Ok(())
    }

    fn change(
        &mut self,
        context: &Context<'r>,
        process: Process,
        last: &Held<'_>,
        rating: &Rating,
    ) -> Result<(), OutOfRange> {
        let Some(from) = self.level else { return Ok(()) };
        let (to, on) = (rating.level, rating.day);
        if from == to {
            return Ok(());
        }
        self.level = Some(to);
        self.facts.push(rating.index);
        if to > from {
            self.lowered_to_low = None;
            self.trace.push(ChangeStep::Raised { from, to, on }.into());
            return self.raise(context, process, last, rating);
        }
        self.trace.push(ChangeStep::Lowered { from, to, on }.into());
        if to == RiskLevel::Low {
            self.due = None;
            self.lowered_to_low = Some(*rating);
            return Ok(());
        }
        self.lower(context, process, last, rating)
    }

    /// `decisions.md` 15 and its two alternatives; from low, the time to catch up counts alone.
    fn raise(
        &mut self,
        context: &Context<'r>,
        process: Process,
        last: &Held<'_>,
        rating: &Rating,
    ) -> Result<(), OutOfRange> {
        let (level, on) = (rating.level, rating.day);
        let gap = context.rules.gap(process, Some(level), last.day, context.today);
        let Some((_, rule, interval)) = gap else {
            self.due = None;
            return Ok(());
        };
        let calendar = context.calendar;
        let old = self.due.map(|(due, _)| due);
        if let Some(on) = old {
            self.trace.push(ChangeStep::OldDue { on }.into());
        }
        let from_last = day_after(calendar, last.day, interval)?;
        let cited = Citation::of(rule);
        let from_last_step = ChangeStep::FromLastMeeting { level, interval, on: from_last, cited };
        let anew = match raise_rule(context, process, on) {
            Some((raise, RaiseFormula::CatchUp, catch_up)) => {
                let caught_up = day_after(calendar, on, catch_up)?;
                let cited = Citation::of(raise);
                let step = ChangeStep::CatchUp { interval: catch_up, on: caught_up, cited };
                if old.is_some() {
                    self.trace.extend([from_last_step.into(), step.into()]);
                    self.trace.push(ChangeStep::NeverLater.into());
                    from_last.max(caught_up)
                } else {
                    self.trace.push(step.into());
                    caught_up
                }
            }
            Some((_, RaiseFormula::FromChange, _)) => {
                let due = day_after(calendar, on, interval)?;
                let cited = Citation::of(rule);
                self.trace.push(ChangeStep::FromChange { level, interval, on: due, cited }.into());
                due
            }
            Some((_, RaiseFormula::FromLastMeeting, _)) | None => {
                self.trace.push(from_last_step.into());
                from_last
            }
        };
        self.due = Some((old.map_or(anew, |old| old.min(anew)), rule));
        Ok(())
    }

    /// Lowered between meetings: no longer gap without a meeting, unless the row says so.
    fn lower(
        &mut self,
        context: &Context<'r>,
        process: Process,
        last: &Held<'_>,
        rating: &Rating,
    ) -> Result<(), OutOfRange> {
        let (level, on) = (rating.level, rating.day);
        let row =
            context.rules.in_force(process, on).find_map(|(rule, clock)| match clock.measure {
                Measure::RiskLowered { formula } => Some((rule, formula)),
                _ => None,
            });
        match row {
            Some((_, LowerFormula::FromLastMeeting)) => {
                let gap = context.rules.gap(process, Some(level), last.day, context.today);
                if let Some((_, rule, interval)) = gap {
                    let due = day_after(context.calendar, last.day, interval)?;
                    let cited = Citation::of(rule);
                    let step = ChangeStep::FromLastMeeting { level, interval, on: due, cited };
                    self.trace.push(step.into());
                    self.due = Some((due, rule));
                }
            }
            Some((rule, LowerFormula::KeepOldDue)) => {
                if let Some((due, _)) = self.due {
                    let cited = Citation::of(rule);
                    self.trace.push(ChangeStep::OldDueStands { on: due, cited }.into());
                }
            }
            None => {}
        }
        Ok(())
    }

    fn into_obligation(
        self,
        context: &Context<'r>,
        process: Process,
        last: &Held<'_>,
    ) -> Result<Option<Obligation>, OutOfRange> {
        let Self { level, due, facts, trace, .. } = self;
        let draft = |rule| Draft { rule, process, task: Task::ReviewMeeting, facts, trace };
        match (due, level) {
            (Some((due, rule)), _) => context.dated(draft(rule), Due::On(due)).map(Some),
            (None, Some(_)) => Ok(None),
            (None, None) => {
                let strictest = [RiskLevel::High, RiskLevel::Medium, RiskLevel::Low].into_iter();
                let mut gaps = strictest.filter_map(|level| {
                    context.rules.gap(process, Some(level), last.day, context.today)
                });
                Ok(gaps.next().map(|(_, rule, _)| draft(rule).needs(Need::RiskRated)))
            }
        }
    }
}

/// The steps that say which meeting counts.
fn held_steps(context: &Context<'_>, process: Process, last: &Held<'_>) -> Vec<Step> {
    let mut steps = vec![MeetingStep::LastHeld { process, on: last.day }.into()];
    if last.is_adjourned {
        steps.push(MeetingStep::Adjourned { counted_from: last.day }.into());
    }
    if last.quoracy == Quoracy::Overridden {
        steps.push(MeetingStep::OverrideCounts.into());
    }
    let ignored = context.all_held(process).into_iter();
    let ignored = ignored.filter(|held| !held.counts && held.entry.follows(&last.entry));
    steps.extend(ignored.map(|held| MeetingStep::InquorateIgnored { on: held.day }.into()));
    steps
}

/// The rule for raised risk in force on a day, and its figures (R05).
fn raise_rule<'r>(
    context: &Context<'r>,
    process: Process,
    day: NaiveDate,
) -> Option<(&'r Rule, RaiseFormula, Interval)> {
    context.rules.in_force(process, day).find_map(|(rule, clock)| match clock.measure {
        Measure::RiskRaised { formula, catch_up } => Some((rule, formula, catch_up)),
        _ => None,
    })
}

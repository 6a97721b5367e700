//! Dates that the chair sets (R20, R25) and the rule that an open case always has one (R26).

use super::book::Row;
use super::context::{Context, Draft};
use super::obligation::{Due, Need, Obligation, Standing, Task};
use super::reading::Held;
use super::step::{Citation, MeetingStep, NextDateStep, RiskStep, Step};
use crate::calendar::OutOfRange;
use crate::policy::clocks::{Measure, MissingDate, Stage};
use crate::policy::fact::{Event, MeetingKind, Process, RiskLevel};

/// A row that asks the chair for the next date.
pub(super) fn chair_set(
    context: &Context<'_>,
    row: &Row<'_>,
    found: &mut Vec<Obligation>,
) -> Result<(), OutOfRange> {
    let Some((rule, clock)) = row.in_force_on(context.today) else { return Ok(()) };
    let Measure::ChairSet { stage, missing } = clock.measure else { return Ok(()) };
    let process = clock.process;
    let held = context.held(process);
    let rating = context.reading.ratings(process).pop();
    let Some(about) = stage_reached(stage, &held) else { return Ok(()) };
    let mut facts: Vec<usize> = about.iter().map(|held| held.entry.index).collect();
    let mut trace: Vec<Step> = Vec::new();
    if let Some(last) = about {
        trace.push(MeetingStep::LastHeld { process, on: last.day }.into());
    }
    if !clock.levels.is_empty() {
        let Some(rating) = rating else {
            // Without a rating the row for the highest level asks for one.
            if about.is_some() && clock.levels.contains(&RiskLevel::High) {
                let draft = Draft { rule, process, task: Task::ReviewMeeting, facts, trace };
                found.push(draft.needs(Need::RiskRated));
            }
            return Ok(());
        };
        if !clock.levels.contains(&rating.level) {
            return Ok(());
        }
        facts.push(rating.index);
        trace.push(RiskStep::Rated { level: rating.level, on: rating.day }.into());
    }
    trace.push(NextDateStep::ChairSets { process, cited: Citation::of(rule) }.into());
    let task = match stage {
        Stage::BeforeFirstMeeting => Task::FirstMeeting,
        Stage::AfterMeeting | Stage::AfterReview => Task::ReviewMeeting,
    };
    let mut draft = Draft { rule, process, task, facts, trace };
    match (context.reading.next_date(process), missing) {
        (Some((index, date)), _) => {
            draft.facts.push(index);
            draft.trace.push(NextDateStep::Set { on: date }.into());
            found.push(context.dated(draft, Due::On(date))?);
        }
        (None, MissingDate::ShownHere) => found.push(draft.needs(Need::NextDateSet)),
        (None, MissingDate::ShownBy(_)) => {}
    }
    Ok(())
}

/// The meeting a stage looks back on, or nothing when the case is not there. Before the first
/// meeting there is none to look back on.
fn stage_reached<'h, 'f>(stage: Stage, held: &'h [Held<'f>]) -> Option<Option<&'h Held<'f>>> {
    match stage {
        Stage::BeforeFirstMeeting => held.is_empty().then_some(None),
        Stage::AfterMeeting => held.last().map(Some),
        Stage::AfterReview => {
            let initial = initial(held)?;
            let last = held.last()?;
            (last.entry.index != initial.entry.index).then_some(Some(last))
        }
    }
}

/// The meeting that opened the matter: the last one recorded as initial, else the first held.
pub(super) fn initial<'h, 'f>(held: &'h [Held<'f>]) -> Option<&'h Held<'f>> {
    held.iter().rev().find(|held| held.kind == MeetingKind::Initial).or_else(|| held.first())
}

/// An open case without a next date is overdue now (R26). A date that passed without a meeting is
/// no next date.
pub(super) fn required(context: &Context<'_>, row: &Row<'_>, found: &mut Vec<Obligation>) {
    let Some((rule, clock)) = row.in_force_on(context.today) else { return };
    let process = clock.process;
    let opened = context.reading.since_closed(process).rfind(|entry| opens(entry.event, process));
    let Some(opened) = opened else { return };
    let mut facts = vec![opened.index];
    let cited = Citation::of(rule);
    let mut trace = vec![NextDateStep::Required { process, cited }.into()];
    match context.reading.next_date(process) {
        Some((_, date)) if date >= context.today => return,
        Some((index, date)) => {
            facts.push(index);
            trace.push(NextDateStep::Passed { on: date }.into());
        }
        None => trace.push(NextDateStep::NotSet.into()),
    }
    let draft = Draft { rule, process, task: Task::NextDate, facts, trace };
    found.push(draft.standing(Standing::Overdue));
}

/// Events that show a case is open in a process.
fn opens(event: &Event, process: Process) -> bool {
    match event {
        Event::ReferralReceived { process: about }
        | Event::MeetingHeld { process: about, .. }
        | Event::MeetingCancelled { process: about }
        | Event::PanelRequired { process: about }
        | Event::NextDateSet { process: about, .. }
        | Event::RiskRated { process: about, .. } => *about == process,
        Event::SignificantIncident { .. }
        | Event::Correction { .. }
        | Event::StrategyDiscussion { .. }
        | Event::EmployerAware
        | Event::ConferenceHeld { .. }
        | Event::AssessmentCompleted { .. }
        | Event::MissingStarted
        | Event::MissingReturned
        | Event::ReturnInterviewCompleted { .. }
        | Event::ReturnInterviewEnded { .. }
        | Event::Closed { .. }
        | Event::Birth => false,
    }
}

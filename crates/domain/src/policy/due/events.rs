//! Clocks that one event starts and another stops (R16, R19, R22–R24, R39, R47, R53–R55), and
//! meetings after repeated episodes (R15).

use chrono::NaiveDate;

use super::book::Row;
use super::context::{Context, Draft};
use super::dates::{day_after, due_after};
use super::event_step::EventStep;
use super::obligation::{Due, Obligation, Standing, Task};
use super::reading::{Entry, Held};
use super::set_dates::initial;
use super::step::{Citation, Step};
use crate::calendar::{OutOfRange, add_days};
use crate::policy::clocks::{Anchor, EpisodeRule, Interval, Measure, Unit};
use crate::policy::fact::{Event, Process, When};

/// A running clock: what started it, where it belongs, what is owed.
pub(super) struct Running<'f> {
    pub(super) anchor: Entry<'f>,
    /// The day it counts from, when that is not the day of the entry.
    day: NaiveDate,
    process: Process,
}

/// Everything that an event still asks for.
pub(super) fn within(
    context: &Context<'_>,
    row: &Row<'_>,
    of: Anchor,
    found: &mut Vec<Obligation>,
) -> Result<(), OutOfRange> {
    let Some((_, clock)) = row.in_force_on(context.today) else { return Ok(()) };
    for running in running(context, of, clock.process) {
        let Some((rule, clock)) = row.anchored(running.day, context.today) else { continue };
        let Measure::Within { within, .. } = clock.measure else { continue };
        let mut trace: Vec<Step> = Vec::new();
        let due = running.due(context, of, within, &mut trace)?;
        trace.push(EventStep::Within { interval: within, cited: Citation::of(rule) }.into());
        let facts = vec![running.anchor.index];
        let process = running.process;
        let draft = Draft { rule, process, task: task(of), facts, trace };
        found.push(context.dated(draft, due)?);
    }
    Ok(())
}

const fn task(of: Anchor) -> Task {
    match of {
        Anchor::EmployerAware => Task::Referral,
        Anchor::Referral => Task::FirstMeeting,
        Anchor::AssessmentReferral => Task::Assessment,
        Anchor::FirstMeeting => Task::ReviewMeeting,
        Anchor::InquorateMeeting => Task::QuorateMeeting,
        Anchor::MissingReturn => Task::ReturnInterview,
        Anchor::StrategyDiscussion => Task::InitialConference,
        Anchor::InitialConference | Anchor::ReviewConference | Anchor::Birth => {
            Task::ReviewConference
        }
    }
}

/// The clocks of one anchor that nothing has stopped.
fn running<'f>(context: &Context<'f>, of: Anchor, process: Process) -> Vec<Running<'f>> {
    match of {
        Anchor::EmployerAware => unanswered(
            context,
            process,
            |event| matches!(event, Event::EmployerAware),
            |event| matches!(event, Event::ReferralReceived { process: to } if *to == process),
        ),
        Anchor::Referral => {
            let held = context.held(process);
            let is_referral = |event: &Event| matches!(event, Event::ReferralReceived { process: to } if *to == process);
            let mut referrals = context.reading.since_closed(process);
            let first = referrals.find(|entry| {
                is_referral(entry.event) && !held.iter().any(|held| held.entry.follows(entry))
            });
            first.map(|entry| Running::from(entry, process)).into_iter().collect()
        }
        Anchor::FirstMeeting => {
            let held = context.held(process);
            let open = initial(&held).filter(|initial| {
                held.last().is_some_and(|last| last.entry.index == initial.entry.index)
            });
            open.map(|held| Running::held(held, process)).into_iter().collect()
        }
        Anchor::InquorateMeeting => inquorate(context, process),
        Anchor::MissingReturn => returns_without_interview(context, process),
        Anchor::StrategyDiscussion => unanswered(
            context,
            process,
            |event| matches!(event, Event::StrategyDiscussion { process: Process::Icpc }),
            |event| matches!(event, Event::ConferenceHeld { process: Process::Icpc }),
        ),
        Anchor::InitialConference => last_conference(context, process, Process::Icpc),
        Anchor::ReviewConference => last_conference(context, process, Process::Rcpc),
        Anchor::Birth => birth(context, process),
        Anchor::AssessmentReferral => unanswered(
            context,
            process,
            |event| matches!(event, Event::ReferralReceived { process: to } if *to == process),
            |event| matches!(event, Event::AssessmentCompleted { process: of } if *of == process),
        ),
    }
}

impl<'f> Running<'f> {
    fn from(entry: &Entry<'f>, process: Process) -> Self {
        Self { anchor: *entry, day: entry.day, process }
    }

    fn held(held: &Held<'f>, process: Process) -> Self {
        Self { anchor: held.entry, day: held.day, process }
    }

    /// What started it, and when, as exactly as that is known.
    pub(super) fn since(&self, event: Anchor) -> Step {
        let (process, on) = (self.process, self.day);
        match self.anchor.when {
            When::At(at) => EventStep::StartedAt { event, process, at }.into(),
            When::On(_) => EventStep::Started { event, process, on }.into(),
        }
    }

    /// The last moment within an interval of the anchor, and the steps that say from when.
    pub(super) fn due(
        &self,
        context: &Context<'_>,
        event: Anchor,
        within: Interval,
        trace: &mut Vec<Step>,
    ) -> Result<Due, OutOfRange> {
        let (process, on) = (self.process, self.day);
        match (within.unit, self.anchor.when) {
            (Unit::Hours, When::At(at)) => {
                trace.push(self.since(event));
                due_after(context.calendar, at, within)
            }
            (Unit::Hours, When::On(_)) => {
                trace.push(self.since(event));
                trace.push(EventStep::TimeMissing { on }.into());
                due_after(context.calendar, self.anchor.moment, within)
            }
            (Unit::Days | Unit::Weeks | Unit::Months | Unit::Years | Unit::WorkingDays, _) => {
                trace.push(EventStep::Started { event, process, on }.into());
                day_after(context.calendar, on, within).map(Due::On)
            }
        }
    }
}

/// The earliest event of a kind that no later event has answered. When there were several, the
/// earliest is the stricter reading.
fn unanswered<'f>(
    context: &Context<'f>,
    process: Process,
    asks: impl Fn(&Event) -> bool,
    answers: impl Fn(&Event) -> bool,
) -> Vec<Running<'f>> {
    let entries: Vec<&Entry<'f>> = context.reading.since_closed(process).collect();
    let first = entries.iter().find(|entry| {
        let is_answered =
            || entries.iter().any(|other| answers(other.event) && other.follows(entry));
        asks(entry.event) && !is_answered()
    });
    first.map(|entry| Running::from(entry, process)).into_iter().collect()
}

/// For each process the first meeting without a quorum since the last that counts: a second one
/// buys no time.
fn inquorate<'f>(context: &Context<'f>, process: Process) -> Vec<Running<'f>> {
    let mut processes: Vec<Process> = Vec::new();
    for entry in context.reading.entries() {
        if let Event::MeetingHeld { process: held, .. } = *entry.event
            && (process == Process::Any || process == held)
            && !processes.contains(&held)
        {
            processes.push(held);
        }
    }
    let first_inquorate = |process| {
        let held = context.all_held(process);
        let trailing = held.iter().rev().take_while(|held| !held.counts);
        trailing.last().map(|held| Running::held(held, process))
    };
    processes.into_iter().filter_map(first_inquorate).collect()
}

/// Each return that no interview has followed and no end was put to. An interview that does not say
/// which return it is about belongs to the latest before it that has none.
pub(super) fn returns_without_interview<'f>(
    context: &Context<'f>,
    process: Process,
) -> Vec<Running<'f>> {
    let mut open: Vec<Running<'f>> = Vec::new();
    for entry in context.reading.since_closed(process) {
        match *entry.event {
            Event::MissingReturned => open.push(Running::from(entry, process)),
            Event::ReturnInterviewCompleted { of: Some(of) }
            | Event::ReturnInterviewEnded { of } => {
                open.retain(|running| running.anchor.moment != of);
            }
            Event::ReturnInterviewCompleted { of: None } => {
                open.pop();
            }
            _ => {}
        }
    }
    open
}

/// The last conference, when it is of the kind asked for.
fn last_conference<'f>(context: &Context<'f>, process: Process, kind: Process) -> Vec<Running<'f>> {
    let mut entries = context.reading.since_closed(process);
    let last = entries.rfind(|entry| matches!(entry.event, Event::ConferenceHeld { .. }));
    let last = last.filter(|entry| *entry.event == Event::ConferenceHeld { process: kind });
    last.map(|entry| Running::from(entry, process)).into_iter().collect()
}

/// A birth after an initial conference that no review has followed.
fn birth<'f>(context: &Context<'f>, process: Process) -> Vec<Running<'f>> {
    let initial = last_conference(context, process, Process::Icpc).pop();
    let Some(initial) = initial else { return Vec::new() };
    let birth = context.reading.entries().rfind(|entry| *entry.event == Event::Birth);
    let birth = birth.filter(|birth| birth.follows(&initial.anchor));
    birth.map(|entry| Running::from(entry, process)).into_iter().collect()
}

/// Enough episodes in the window and no meeting since (R15): the explanation names each of them.
pub(super) fn episodes(context: &Context<'_>, row: &Row<'_>, found: &mut Vec<Obligation>) {
    let Some((rule, clock)) = row.in_force_on(context.today) else { return };
    let Some(asked) = clock.measure.episodes() else { return };
    let process = clock.process;
    let held = context.held(process);
    let last = held.last();
    let mut starts: Vec<&Entry<'_>> = Vec::new();
    for entry in context.reading.since_closed(process) {
        let is_new = entry.event == &Event::MissingStarted
            && last.is_none_or(|last| entry.follows(&last.entry))
            && starts.last().is_none_or(|previous| !is_same_episode(previous, entry));
        if is_new {
            starts.push(entry);
        }
    }
    let days: Vec<NaiveDate> = starts.iter().map(|entry| entry.day).collect();
    let trigger = episode_triggers(&days, &[], asked).first().copied();
    let Some(on) = trigger else { return };
    let in_window: Vec<&Entry<'_>> =
        starts.into_iter().filter(|entry| is_within(entry.day, on, asked.within_days)).collect();
    let facts: Vec<usize> = in_window.iter().map(|entry| entry.index).rev().collect();
    let on = in_window.iter().map(|entry| entry.day).collect();
    let EpisodeRule { comparator, count, within_days } = asked;
    let cited = Citation::of(rule);
    let trace = vec![
        EventStep::Episodes { on }.into(),
        EventStep::Counted { comparator, count, within_days, cited }.into(),
    ];
    let draft = Draft { rule, process, task: Task::MissingMeeting, facts, trace };
    found.push(draft.standing(Standing::Triggered));
}

/// Two reports of one start: the same moment, or the same day with a time missing.
fn is_same_episode(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let is_vague = |entry: &Entry<'_>| matches!(entry.when, When::On(_));
    one.moment == other.moment || (one.day == other.day && (is_vague(one) || is_vague(other)))
}

/// The days on which episodes became enough to call for a meeting. After a trigger nothing triggers
/// again until a meeting is held, and then only episodes after it count (TR-04). Both lists are in
/// order.
#[must_use]
pub fn episode_triggers(
    starts: &[NaiveDate],
    meetings: &[NaiveDate],
    asked: EpisodeRule,
) -> Vec<NaiveDate> {
    let mut triggers: Vec<NaiveDate> = Vec::new();
    for on in starts {
        let met = meetings.iter().rev().find(|meeting| *meeting < on);
        let is_armed = triggers.last().is_none_or(|last| met.is_some_and(|met| met >= last));
        let n = starts
            .iter()
            .filter(|start| met.is_none_or(|met| *start > met))
            .filter(|start| *start <= on && is_within(**start, *on, asked.within_days))
            .count();
        if is_armed && asked.is_met_by(n) {
            triggers.push(*on);
        }
    }
    triggers
}

/// The window is the day itself and the days before it.
fn is_within(start: NaiveDate, on: NaiveDate, within_days: u16) -> bool {
    start <= on
        && within_days > 0
        && add_days(start, u32::from(within_days) - 1).is_ok_and(|last| on <= last)
}

//! Facts made ready for rules: wrong entries and later ones left out, put in order, one process at
//! a time.

use chrono::NaiveDate;

use crate::calendar::{OutOfRange, start_of_day};
use crate::clock::Instant;
use crate::policy::clocks::{Adjourned, Inquorate, Sittings};
use crate::policy::fact::{Event, Fact, MeetingKind, Process, Quoracy, RiskLevel, When};

/// One live fact with its place in time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'f> {
    pub(super) index: usize,
    pub(super) day: NaiveDate,
    pub(super) moment: Instant,
    pub(super) when: When,
    pub(super) event: &'f Event,
}

impl Entry<'_> {
    /// Did this happen after `other`? On one day with a time missing it is taken to have.
    pub(super) fn follows(&self, other: &Self) -> bool {
        let vague = matches!(self.when, When::On(_)) || matches!(other.when, When::On(_));
        self.moment > other.moment
            || (self.moment == other.moment && self.index > other.index)
            || (vague && self.day == other.day && self.index != other.index)
    }
}

/// A meeting that was held.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held<'f> {
    pub(super) entry: Entry<'f>,
    /// The day it counts from.
    pub(super) day: NaiveDate,
    pub(super) kind: MeetingKind,
    pub(super) quoracy: Quoracy,
    pub(super) is_adjourned: bool,
    /// Does it restart a clock?
    pub(super) counts: bool,
}

/// A rating.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rating {
    pub(super) index: usize,
    pub(super) day: NaiveDate,
    pub(super) level: RiskLevel,
}

/// The facts of one case as they stood at one moment, in order.
#[derive(Debug)]
pub(super) struct Reading<'f> {
    entries: Vec<Entry<'f>>,
}

impl<'f> Reading<'f> {
    pub(super) fn of(facts: &'f [Fact], as_of: Instant) -> Result<Self, OutOfRange> {
        let mut entries = Vec::with_capacity(facts.len());
        for (index, fact) in facts.iter().enumerate() {
            let day = fact.when.day();
            let from = start_of_day(day)?;
            let moment = match fact.when {
                When::At(instant) => instant,
                When::On(_) => from,
            };
            if moment <= as_of || is_set_for_its_own_day(fact) {
                entries.push(Entry { index, day, moment, when: fact.when, event: &fact.event });
            }
        }
        void_corrected(&mut entries, facts.len());
        entries.sort_by_key(|entry| (entry.moment, entry.index));
        Ok(Self { entries })
    }

    pub(super) fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry<'f>> {
        self.entries.iter()
    }

    /// What has happened in a process since it was last closed.
    pub(super) fn since_closed(
        &self,
        process: Process,
    ) -> impl DoubleEndedIterator<Item = &Entry<'f>> {
        let closed = self.entries.iter().rposition(|entry| match entry.event {
            Event::Closed { process: closed } => covers(*closed, process),
            _ => false,
        });
        self.entries.get(closed.map_or(0, |position| position + 1)..).unwrap_or_default().iter()
    }

    /// Meetings held in a process, in order.
    pub(super) fn held(&self, process: Process, counting: Sittings) -> Vec<Held<'f>> {
        self.since_closed(process).filter_map(|entry| held(entry, process, counting)).collect()
    }

    /// Ratings in a process, in order.
    pub(super) fn ratings(&self, process: Process) -> Vec<Rating> {
        self.since_closed(process)
            .filter_map(|entry| match *entry.event {
                Event::RiskRated { process: rated, level } if rated == process => {
                    Some(Rating { index: entry.index, day: entry.day, level })
                }
                _ => None,
            })
            .collect()
    }

    /// The next date the chair set, if no meeting or cancellation has used it up.
    pub(super) fn next_date(&self, process: Process) -> Option<(usize, NaiveDate)> {
        let mut pending: Option<(&Entry<'f>, NaiveDate)> = None;
        for entry in self.since_closed(process) {
            match entry.event {
                Event::NextDateSet { process: set, date } if *set == process => {
                    pending = Some((entry, *date));
                }
                Event::MeetingCancelled { process: cancelled } if *cancelled == process => {
                    pending = None;
                }
                _ => {}
            }
        }
        let (entry, date) = pending?;
        let used = self.since_closed(process).any(|other| match other.event {
            Event::MeetingHeld { process: held, .. } if *held == process => {
                let set_before = entry.day < other.day && entry.when != When::On(date);
                set_before || date <= other.day
            }
            _ => false,
        });
        if used { None } else { Some((entry.index, date)) }
    }
}

/// A next date recorded with nothing but the day itself is not in the future: setting it was not.
fn is_set_for_its_own_day(fact: &Fact) -> bool {
    matches!(fact.event, Event::NextDateSet { date, .. } if fact.when == When::On(date))
}

/// Takes out corrected entries and the corrections. A correction that was itself corrected has no
/// effect; only earlier entries can be corrected.
fn void_corrected(entries: &mut Vec<Entry<'_>>, n_facts: usize) {
    let has_corrections =
        entries.iter().any(|entry| matches!(entry.event, Event::Correction { .. }));
    if !has_corrections {
        return;
    }
    let mut is_void = vec![false; n_facts];
    for entry in entries.iter().rev() {
        if let Event::Correction { of } = *entry.event
            && of < entry.index
            && !is_void.get(entry.index).copied().unwrap_or(true)
            && let Some(slot) = is_void.get_mut(of)
        {
            *slot = true;
        }
    }
    entries.retain(|entry| {
        !is_void.get(entry.index).copied().unwrap_or(false)
            && !matches!(entry.event, Event::Correction { .. })
    });
}

/// Conferences open and close together, and a core group with them; otherwise a process closes
/// alone.
fn covers(closed: Process, process: Process) -> bool {
    let is_conference = |process| matches!(process, Process::Icpc | Process::Rcpc);
    let follows_plan = is_conference(process) || process == Process::CoreGroup;
    closed == Process::Any || closed == process || (is_conference(closed) && follows_plan)
}

fn held<'f>(entry: &Entry<'f>, process: Process, counting: Sittings) -> Option<Held<'f>> {
    let Event::MeetingHeld { process: held, kind, quoracy, sittings } = entry.event else {
        return None;
    };
    if *held != process {
        return None;
    }
    let sitting = match counting.adjourned {
        Adjourned::FromFirstSitting => sittings.iter().min(),
        Adjourned::FromLastSitting => sittings.iter().max(),
    };
    let counts = match (quoracy, counting.inquorate) {
        (Quoracy::Quorate | Quoracy::Overridden, _) | (_, Inquorate::Counts) => true,
        (Quoracy::Inquorate, Inquorate::DoesNotCount) => false,
    };
    Some(Held {
        entry: *entry,
        day: sitting.map_or(entry.day, |sitting| crate::clock::local_date(*sitting)),
        kind: *kind,
        quoracy: *quoracy,
        is_adjourned: sittings.len() > 1,
        counts,
    })
}

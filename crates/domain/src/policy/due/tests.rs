//! Rows of `scheduling.md` 4.3 that need the engine, the rules beside them, and properties.

mod comparators;
mod properties;
mod rows;
mod rules;
mod sentences;

use chrono::NaiveDate;

use super::*;
use crate::policy::fact::{Event, Fact, MeetingKind, Process, Quoracy, RiskLevel};
use crate::policy::{Profile, ShippedProfile};

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A day (`2026-11-03`) or a moment (`2026-11-03T10:00:00Z`).
pub(super) fn fact(when: &str, event: Event) -> Fact {
    match when.parse::<Instant>() {
        Ok(instant) => Fact::at(instant, event),
        Err(_) => Fact::on(day(when), event),
    }
}

pub(super) fn rated(when: &str, level: RiskLevel) -> Fact {
    fact(when, Event::RiskRated { process: Process::Eram, level })
}

pub(super) fn held_in(process: Process, when: &str, quoracy: Quoracy) -> Fact {
    let kind = MeetingKind::Other;
    fact(when, Event::MeetingHeld { process, kind, quoracy, sittings: Vec::new() })
}

pub(super) fn held(when: &str) -> Fact {
    held_in(Process::Eram, when, Quoracy::Quorate)
}

pub(super) fn next_date(process: Process, when: &str, date: &str) -> Fact {
    fact(when, Event::NextDateSet { process, date: day(date) })
}

pub(super) fn owed_by(profile: &Profile, facts: &[Fact], on: &str) -> Vec<Obligation> {
    profile.validate().unwrap();
    let as_of = on.parse().unwrap_or_else(|_| format!("{on}T12:00:00Z").parse().unwrap());
    let calendar = WorkingCalendar::england_and_wales();
    evaluate(facts, &RuleBook::new(&profile.rules), &calendar, as_of).unwrap()
}

pub(super) fn owed(shipped: ShippedProfile, facts: &[Fact], on: &str) -> Vec<Obligation> {
    owed_by(&shipped.profile(), facts, on)
}

/// One line for each obligation: rule, date, state.
pub(super) fn lines(owed: &[Obligation]) -> Vec<String> {
    owed.iter()
        .map(|one| {
            let date = match one.due() {
                Some(Due::On(day)) => day.to_string(),
                Some(Due::At(instant)) => instant.to_rfc3339(),
                None => "-".into(),
            };
            format!("{} {date} {:?}", one.rule.id, one.state())
        })
        .collect()
}

/// What the City's rules owe, as lines.
pub(super) fn city(facts: &[Fact], on: &str) -> Vec<String> {
    lines(&owed(ShippedProfile::NottinghamCity, facts, on))
}

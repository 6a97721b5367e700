//! Rules sorted for evaluation: versions of a row together, clocks apart from figures.

use chrono::NaiveDate;

use crate::policy::clocks::{Clock, Interval, Measure, Sittings};
use crate::policy::fact::{Process, RiskLevel};
use crate::policy::requirement::Requirement;
use crate::policy::rule::{Body, Part, Rule, RuleId};

/// A clock row read from its rule.
pub(super) type ClockRow<'r> = (&'r Rule, &'r Clock);

/// The rules of a profile, indexed once and used for any number of cases.
#[derive(Clone, Debug)]
pub struct RuleBook<'r> {
    rows: Vec<Row<'r>>,
    due_soon: Vec<(&'r Rule, u16)>,
}

/// All versions of one row, oldest first.
#[derive(Clone, Debug)]
pub(super) struct Row<'r> {
    name: (RuleId, Option<Part>),
    versions: Vec<ClockRow<'r>>,
}

impl<'r> RuleBook<'r> {
    /// Indexes the rows; which version applies is decided fact by fact.
    #[must_use]
    pub fn new(rules: &'r [Rule]) -> Self {
        let mut book = Self { rows: Vec::new(), due_soon: Vec::new() };
        for rule in rules {
            match &rule.body {
                Body::Clock(clock) => book.add(rule, clock),
                Body::Requirement(Requirement::DueSoon { days }) => {
                    book.due_soon.push((rule, *days));
                }
                Body::Requirement(_) => {}
            }
        }
        for row in &mut book.rows {
            row.versions.sort_by_key(|(rule, _)| rule.effective_from);
        }
        book
    }

    fn add(&mut self, rule: &'r Rule, clock: &'r Clock) {
        let name = (rule.id, rule.part);
        match self.rows.iter_mut().find(|row| row.name == name) {
            Some(row) => row.versions.push((rule, clock)),
            None => self.rows.push(Row { name, versions: vec![(rule, clock)] }),
        }
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &Row<'r>> {
        self.rows.iter()
    }

    /// Days before a date at which it is due soon (R49); none when the profile has no such row.
    pub(super) fn due_soon_days(&self, today: NaiveDate) -> Option<u16> {
        let row = self.due_soon.iter().find(|(rule, _)| rule.is_in_force_on(today));
        row.map(|(_, days)| *days)
    }

    /// The row with the longest gap allowed at a level, for a clock that runs from `anchor`. Without
    /// a level only a row that holds at every level answers.
    pub(super) fn gap(
        &self,
        process: Process,
        level: Option<RiskLevel>,
        anchor: NaiveDate,
        today: NaiveDate,
    ) -> Option<(&Row<'r>, &'r Rule, Interval)> {
        self.rows.iter().find_map(|row| {
            let (rule, clock) = row.anchored(anchor, today)?;
            match clock.measure {
                Measure::ReviewGap { at_most, .. } if clock.holds(process, level) => {
                    Some((row, rule, at_most))
                }
                _ => None,
            }
        })
    }

    /// What counts as held for a process, by its gap rows in force today.
    pub(super) fn counting(&self, process: Process, today: NaiveDate) -> Sittings {
        self.in_force(process, today)
            .find_map(|(_, clock)| match clock.measure {
                Measure::ReviewGap { counting, .. } => Some(counting),
                _ => None,
            })
            .unwrap_or_default()
    }

    /// The clock rows of one process in force on a day.
    pub(super) fn in_force(
        &self,
        process: Process,
        day: NaiveDate,
    ) -> impl Iterator<Item = ClockRow<'r>> {
        self.rows
            .iter()
            .filter_map(move |row| row.in_force_on(day))
            .filter(move |(_, clock)| clock.process == process)
    }
}

impl<'r> Row<'r> {
    pub(super) fn in_force_on(&self, day: NaiveDate) -> Option<ClockRow<'r>> {
        self.versions.iter().rev().find(|(rule, _)| rule.is_in_force_on(day)).copied()
    }

    /// The version for a clock that started on `anchor`: the one in force that day, else the first
    /// one after it that is in force by `today`, so that an old anchor never leaves a case without
    /// a date.
    pub(super) fn anchored(&self, anchor: NaiveDate, today: NaiveDate) -> Option<ClockRow<'r>> {
        self.in_force_on(anchor).or_else(|| {
            let mut later = self.versions.iter().filter(|(rule, _)| rule.effective_from > anchor);
            later.next().filter(|(rule, _)| rule.effective_from <= today).copied()
        })
    }

    /// Versions that began after `anchor` and by `today`.
    pub(super) fn newer(
        &self,
        anchor: NaiveDate,
        today: NaiveDate,
    ) -> impl Iterator<Item = ClockRow<'r>> {
        let newer = self.versions.iter().copied();
        newer.filter(move |(rule, _)| rule.effective_from > anchor && rule.effective_from <= today)
    }
}

impl Clock {
    /// Does the row speak about this process, at this level or, without one, at every level?
    pub(super) fn holds(&self, process: Process, level: Option<RiskLevel>) -> bool {
        match level {
            Some(level) => self.applies(process, level),
            None => self.process == process && self.levels.is_empty(),
        }
    }

    /// Does the row speak about this process and level?
    pub(super) fn applies(&self, process: Process, level: RiskLevel) -> bool {
        self.process == process && (self.levels.is_empty() || self.levels.contains(&level))
    }
}

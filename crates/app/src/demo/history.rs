//! The life of a case: opened, rated, reviewed at the intervals of its risk, sometimes late,
//! until it is closed or today is reached.

use chrono::{Days, NaiveDate, NaiveTime};
use domain::calendar::{WorkingCalendar, local_instant};
use domain::case::RatingLevel;
use domain::clock::{Instant, local_date};

use super::people::Maker;
use crate::AppError;

/// A review, held or planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Review {
    pub(super) on: NaiveDate,
    pub(super) at: NaiveTime,
    /// The last day that kept the rule.
    pub(super) due_by: NaiveDate,
    /// The level before.
    pub(super) before: RatingLevel,
    /// The level that it set; none while planned.
    pub(super) after: Option<RatingLevel>,
}

/// Everything that happened in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct History {
    pub(super) opened_on: NaiveDate,
    pub(super) first_level: RatingLevel,
    pub(super) reviews: Vec<Review>,
    pub(super) closed_on: Option<NaiveDate>,
    pub(super) missing: Vec<(Instant, Option<Instant>)>,
    pub(super) incident_on: Option<NaiveDate>,
}

impl History {
    /// Ends the case with one of its meetings: the risk was low, and soon it was closed.
    pub(super) fn end_after(&mut self, meetings: usize, today: NaiveDate) {
        self.reviews.truncate(meetings);
        let Some(last) = self.reviews.last_mut() else { return };
        last.after = Some(RatingLevel::Low);
        let closed = later(last.on, 14);
        self.closed_on = (closed < today).then_some(closed);
        let end = self.closed_on.unwrap_or(today);
        self.missing.retain(|(started, _)| local_date(*started) < earlier(end, 4));
        self.incident_on = self.incident_on.filter(|on| *on < end);
    }
}

/// The weeks of R01 and R02, in days; none for low.
const fn interval(level: RatingLevel) -> Option<u64> {
    match level {
        RatingLevel::High => Some(56),
        RatingLevel::Medium => Some(84),
        RatingLevel::Low | RatingLevel::None => None,
    }
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

/// The starting times of the made-up diary.
const TIMES: &[(u32, u32)] = &[(9, 30), (11, 0), (13, 30), (15, 0)];

impl Maker<'_> {
    /// A case opened on a day, up to today.
    pub(super) fn history(
        &mut self,
        opened_on: NaiveDate,
        today: NaiveDate,
        calendar: &WorkingCalendar,
    ) -> Result<History, AppError> {
        let first_level = self.level();
        let mut history = History {
            opened_on,
            first_level,
            reviews: Vec::new(),
            closed_on: None,
            missing: Vec::new(),
            incident_on: None,
        };
        let mut level = first_level;
        let mut due = calendar.add_working_days(opened_on, 10).unwrap_or(opened_on);
        let wanted = self.between(2, 7);
        while interval(level).is_some() {
            let on = self.day_near(due, calendar);
            let enough = history.reviews.len() >= usize::try_from(wanted).unwrap_or(usize::MAX);
            if on >= today {
                self.plan(&mut history, on, due, level, today)?;
                break;
            }
            let after = if enough { RatingLevel::Low } else { self.moved(level) };
            let at = self.time()?;
            history.reviews.push(Review { on, at, due_by: due, before: level, after: Some(after) });
            level = after;
            due = later(on, interval(level).unwrap_or(0));
            if interval(level).is_none() {
                let closed = later(on, self.between(7, 40).into());
                history.closed_on = (closed < today).then_some(closed);
            }
        }
        self.happenings(&mut history, today)?;
        Ok(history)
    }

    /// Six in ten reviews of the next five weeks are in the diary; the others are to schedule.
    fn plan(
        &mut self,
        history: &mut History,
        on: NaiveDate,
        due_by: NaiveDate,
        before: RatingLevel,
        today: NaiveDate,
    ) -> Result<(), AppError> {
        if on > today && on <= later(today, 35) && self.chance(60) {
            let at = self.time()?;
            history.reviews.push(Review { on, at, due_by, before, after: None });
        }
        Ok(())
    }

    fn level(&mut self) -> RatingLevel {
        match self.between(0, 99) {
            0..35 => RatingLevel::High,
            35..88 => RatingLevel::Medium,
            _ => RatingLevel::Low,
        }
    }

    fn moved(&mut self, level: RatingLevel) -> RatingLevel {
        match (level, self.between(0, 9)) {
            (RatingLevel::High, 0..3) => RatingLevel::Medium,
            (RatingLevel::Medium, 0..2) => RatingLevel::High,
            (RatingLevel::Medium, 2) => RatingLevel::Low,
            _ => level,
        }
    }

    /// Most reviews are held in the days before they are due; one in ten is late.
    fn day_near(&mut self, due: NaiveDate, calendar: &WorkingCalendar) -> NaiveDate {
        let day = if self.chance(10) {
            later(due, self.between(1, 9).into())
        } else {
            earlier(due, self.between(0, 8).into())
        };
        calendar.previous_bookable_day(day).unwrap_or(day)
    }

    pub(super) fn time(&mut self) -> Result<NaiveTime, AppError> {
        let (hour, minute) = self.one(TIMES)?;
        NaiveTime::from_hms_opt(hour, minute, 0).ok_or(AppError::Document)
    }

    fn happenings(&mut self, history: &mut History, today: NaiveDate) -> Result<(), AppError> {
        let last = history.closed_on.unwrap_or(today);
        let days = last.signed_duration_since(history.opened_on).num_days();
        let Ok(span) = u32::try_from(days) else { return Ok(()) };
        if span < 12 {
            return Ok(());
        }
        let mut day = later(history.opened_on, self.between(3, 9).into());
        for _ in 0..self.between(0, 4) {
            if day >= earlier(last, 4) {
                break;
            }
            let evening = self.one(&[(19, 30), (21, 0), (22, 45)])?;
            let left = NaiveTime::from_hms_opt(evening.0, evening.1, 0);
            let started = local_instant(day, left.unwrap_or_default());
            let started = started.map_err(|_| AppError::Document)?;
            let hours = chrono::TimeDelta::hours(self.between(3, 40).into());
            history.missing.push((started, started.checked_add_signed(hours)));
            day = later(day, self.between(4, 60).into());
        }
        if self.chance(20) {
            history.incident_on = Some(later(history.opened_on, self.between(5, span - 1).into()));
        }
        Ok(())
    }
}

//! A chosen date against an obligation: early, in time or late; the window to offer for the next
//! date; and the deadlines around one meeting (R07, R12, R40–R42).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::book::RuleBook;
use super::dates::{day_after, day_before};
use super::evaluate;
use super::obligation::{Obligation, Task};
use crate::calendar::{OutOfRange, WorkingCalendar, start_of_day};
use crate::policy::clocks::{Measure, OffMeeting};
use crate::policy::fact::{Event, Fact, MeetingKind, Process, Quoracy, RiskLevel};
use crate::policy::rule::RuleRef;
use crate::text::NonBlank;

/// Working days before the last bookable day at which the window to offer opens.
const WINDOW_WORKING_DAYS: i32 = 10;

/// How a chosen date stands to the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "timing", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum DateChoice {
    /// Before the due day: always allowed.
    Early {
        /// By this many days.
        days: i64,
    },
    /// On the due day.
    InTime,
    /// After it: a breach, which needs a reason.
    Late {
        /// By this many days.
        days: i64,
    },
}

impl DateChoice {
    /// Is this counted as a breach?
    #[must_use]
    pub const fn is_breach(self) -> bool {
        matches!(self, Self::Late { .. })
    }
}

/// A date that may be recorded: late only with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The date.
    pub date: NaiveDate,
    /// How it stands to the rule.
    pub timing: DateChoice,
    /// Why it is late; kept only for a late date.
    pub reason: Option<NonBlank>,
}

/// A date after the due day was chosen without saying why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a date after {due} needs a reason")]
pub struct LateWithoutReason {
    /// The last day in time.
    pub due: NaiveDate,
    /// Days after it.
    pub days_late: i64,
}

impl Obligation {
    /// How a date stands to this obligation; nothing when it has no date. The same answers for the
    /// day a meeting was in fact held: late is *met late*.
    #[must_use]
    pub fn timing_of(&self, date: NaiveDate) -> Option<DateChoice> {
        let due = self.due()?.day();
        let days = date.signed_duration_since(due).num_days();
        Some(match days {
            0 => DateChoice::InTime,
            1.. => DateChoice::Late { days },
            ..0 => DateChoice::Early { days: -days },
        })
    }
}

/// Chooses a date for an obligation. Early is always allowed; late needs a reason.
///
/// # Errors
/// [`LateWithoutReason`] when the date is after the due day and no reason is given.
pub fn choose_date(
    obligation: &Obligation,
    date: NaiveDate,
    reason: Option<NonBlank>,
) -> Result<Choice, LateWithoutReason> {
    let timing = obligation.timing_of(date).unwrap_or(DateChoice::InTime);
    match (timing, reason, obligation.due()) {
        (DateChoice::Late { days }, None, Some(due)) => {
            Err(LateWithoutReason { due: due.day(), days_late: days })
        }
        (DateChoice::Late { .. }, reason, _) => Ok(Choice { date, timing, reason }),
        (DateChoice::Early { .. } | DateChoice::InTime, _, _) => {
            Ok(Choice { date, timing, reason: None })
        }
    }
}

/// The days to offer for a meeting that is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "window", rename_all = "snake_case")]
pub enum Window {
    /// There is time: offer from `opens` to `closes`, `closes` being the last bookable day.
    Open {
        /// First day to offer.
        opens: NaiveDate,
        /// Last day that keeps the rule and can be booked.
        closes: NaiveDate,
    },
    /// Nothing bookable is left in time: the soonest bookable day, which needs a reason.
    Missed {
        /// The soonest bookable day.
        soonest: NaiveDate,
    },
}

/// The days to offer for an obligation, seen from `today`; nothing when it has no date.
///
/// # Errors
/// [`OutOfRange`] when the calendar does not reach that far.
pub fn window(
    obligation: &Obligation,
    calendar: &WorkingCalendar,
    today: NaiveDate,
) -> Result<Option<Window>, OutOfRange> {
    let Some(closes) = obligation.book_by() else { return Ok(None) };
    let soonest = calendar.next_bookable_day(today)?;
    if closes < soonest {
        return Ok(Some(Window::Missed { soonest }));
    }
    let opens = calendar.add_working_days(closes, -WINDOW_WORKING_DAYS)?;
    let opens = calendar.next_bookable_day(opens.max(soonest))?;
    Ok(Some(Window::Open { opens: opens.min(closes), closes }))
}

/// The next review after a meeting that counts, held on a day at which the risk was rated `level`:
/// what will be owed and the days to offer. Low risk, or a rule that leaves the date to the chair,
/// gives an obligation without a window; no rule at all gives nothing.
///
/// # Errors
/// [`OutOfRange`] when the calendar does not reach that far.
pub fn propose_next(
    rules: &RuleBook<'_>,
    calendar: &WorkingCalendar,
    process: Process,
    held_on: NaiveDate,
    level: RiskLevel,
) -> Result<Option<(Obligation, Option<Window>)>, OutOfRange> {
    let held = Event::MeetingHeld {
        process,
        kind: MeetingKind::Review,
        quoracy: Quoracy::Quorate,
        sittings: Vec::new(),
    };
    let facts = [Fact::on(held_on, Event::RiskRated { process, level }), Fact::on(held_on, held)];
    let owed = evaluate(&facts, rules, calendar, start_of_day(held_on)?)?;
    let review = |one: &Obligation| one.process == process && one.task == Task::ReviewMeeting;
    let Some(obligation) = owed.into_iter().find(review) else { return Ok(None) };
    let window = window(&obligation, calendar, held_on)?;
    Ok(Some((obligation, window)))
}

/// The days of one meeting, as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MeetingDays {
    /// The day it is planned for.
    pub planned: Option<NaiveDate>,
    /// The day it was held.
    pub held: Option<NaiveDate>,
    /// The day its minutes were issued.
    pub minutes_issued: Option<NaiveDate>,
}

/// A deadline around one meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingDeadline {
    /// The row and version.
    pub rule: RuleRef,
    /// What is to be done.
    pub task: OffMeeting,
    /// The last day for it.
    pub on: NaiveDate,
}

/// The deadlines around one meeting: notice counted back from the planned day, the rest counted on
/// from the day held or the day the minutes were issued.
///
/// # Errors
/// [`OutOfRange`] when the calendar does not reach that far.
pub fn meeting_deadlines(
    rules: &RuleBook<'_>,
    calendar: &WorkingCalendar,
    process: Process,
    days: MeetingDays,
    today: NaiveDate,
) -> Result<Vec<MeetingDeadline>, OutOfRange> {
    let mut deadlines = Vec::new();
    for row in rules.rows() {
        let Some((_, clock)) = row.in_force_on(today) else { continue };
        let Measure::OffMeeting { task, .. } = clock.measure else { continue };
        if clock.process != process && clock.process != Process::Any {
            continue;
        }
        let from = match task {
            OffMeeting::Invitations | OffMeeting::Agenda => days.planned,
            OffMeeting::Actions | OffMeeting::Minutes => days.held,
            OffMeeting::Corrections => days.minutes_issued,
        };
        let Some(from) = from else { continue };
        let Some((rule, clock)) = row.anchored(from, today) else { continue };
        let Measure::OffMeeting { within, .. } = clock.measure else { continue };
        let on = match task {
            OffMeeting::Invitations | OffMeeting::Agenda => day_before(calendar, from, within)?,
            OffMeeting::Actions | OffMeeting::Minutes | OffMeeting::Corrections => {
                day_after(calendar, from, within)?
            }
        };
        deadlines.push(MeetingDeadline { rule: rule.reference(), task, on });
    }
    deadlines.sort_by_key(|deadline| (deadline.on, deadline.rule));
    Ok(deadlines)
}

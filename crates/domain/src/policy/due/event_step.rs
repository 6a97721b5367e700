//! The steps about events that start a clock: returns, referrals, episodes, waits.
#![expect(missing_docs, reason = "fields say what their variant's line says")]

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::step::{Citation, moment};
use crate::clock::Instant;
use crate::policy::clocks::{Anchor, Comparator, Interval};
use crate::policy::fact::Process;
use crate::policy::words::{all_in_words, in_words};

/// Another event that starts a clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum EventStep {
    /// Known to the day.
    Started { event: Anchor, process: Process, on: NaiveDate },
    /// Known to the minute.
    StartedAt { event: Anchor, process: Process, at: Instant },
    /// The time of that event is not known.
    TimeMissing { on: NaiveDate },
    /// Time allowed after it.
    Within { interval: Interval, cited: Citation },
    /// The episodes in the window, by the days they began.
    Episodes { on: Vec<NaiveDate> },
    /// What that many episodes ask for.
    Counted { comparator: Comparator, count: u16, within_days: u16, cited: Citation },
    /// The day a panel was called for, and how long ago that is.
    Waiting { process: Process, since: NaiveDate, days: i64, cited: Citation },
    /// How long ago something happened that no time is set for.
    NoLimit { days: i64, cited: Citation },
    /// The day a panel last discussed the matter, and how many cycles may pass.
    Cycles { process: Process, on: NaiveDate, cycles: u16, months: u16, cited: Citation },
}

impl EventStep {
    pub(super) fn sentence(&self) -> String {
        match self {
            Self::Started { event, process, on } => {
                format!("{} on {}.", happened(*event, *process), in_words(*on))
            }
            Self::StartedAt { event, process, at } => {
                format!("{} on {}.", happened(*event, *process), moment(*at))
            }
            Self::TimeMissing { on } => format!(
                "The time is not recorded, so it is counted from the start of {}.",
                in_words(*on)
            ),
            Self::Within { interval, cited } => {
                format!("The time allowed is {interval} {}.", cited.words())
            }
            Self::Episodes { on } => match on.as_slice() {
                [only] => format!("A missing episode began on {}.", in_words(*only)),
                all => format!("{} missing episodes began on {}.", all.len(), all_in_words(all)),
            },
            Self::Counted { comparator, count, within_days, cited } => format!(
                "{} {count} missing {} in {within_days} days call for a meeting {}.",
                comparator.capital(),
                if *count == 1 { "episode" } else { "episodes" },
                cited.words()
            ),
            Self::Waiting { process, since, days, cited } => format!(
                "A {} was called for on {}, {} ago; the wait is measured and has no limit {}.",
                process.meeting_name(),
                in_words(*since),
                days_in_words(*days),
                cited.words()
            ),
            Self::NoLimit { days, cited } => format!(
                "That was {} ago; the time is measured and has no limit {}.",
                days_in_words(*days),
                cited.words()
            ),
            Self::Cycles { process, on, cycles, months, cited } => format!(
                "The {} last discussed it on {}; at most {cycles} of its cycles of {} may pass {}.",
                process.meeting_name(),
                in_words(*on),
                months_in_words(*months),
                cited.words()
            ),
        }
    }
}

fn days_in_words(days: i64) -> String {
    if days == 1 { "1 day".into() } else { format!("{days} days") }
}

fn months_in_words(months: u16) -> String {
    if months == 1 { "a month".into() } else { format!("{months} months") }
}

fn happened(event: Anchor, process: Process) -> String {
    match (event, process) {
        (Anchor::EmployerAware, _) => "The employer became aware".into(),
        (Anchor::Referral, Process::CoreGroup) => "A child protection plan was made".into(),
        (Anchor::Referral, Process::CinReview) => "It was decided that the child is in need".into(),
        (Anchor::Referral, Process::CicReview) => "The child came into care".into(),
        (Anchor::Referral, _) => "The referral was received".into(),
        (Anchor::AssessmentReferral, _) => "The child was referred for assessment".into(),
        (Anchor::FirstMeeting, _) => format!("The first {} was held", process.meeting_name()),
        (Anchor::InquorateMeeting, _) => {
            format!("The {} without a quorum was", process.meeting_name())
        }
        (Anchor::MissingReturn, _) => "The child returned".into(),
        (Anchor::StrategyDiscussion, _) => "The strategy discussion was held".into(),
        (Anchor::InitialConference, _) => "The initial conference was held".into(),
        (Anchor::ReviewConference, _) => "The last review conference was held".into(),
        (Anchor::Birth, _) => "The child was born".into(),
    }
}

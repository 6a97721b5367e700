//! The steps of an explanation: typed first, one plain English sentence second. Dates are in words;
//! no step ever carries a name.
#![expect(missing_docs, reason = "fields say what their variant's line says")]

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::event_step::EventStep;
use super::obligation::Need;
use crate::calendar::local_time;
use crate::clock::{Instant, local_date};
use crate::policy::clocks::Interval;
use crate::policy::fact::{Process, RiskLevel};
use crate::policy::rule::{Rule, RuleRef};
use crate::policy::words::in_words;

/// A row named with the document it was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    pub rule: RuleRef,
    pub document: String,
}

impl Citation {
    pub(super) fn of(rule: &Rule) -> Self {
        Self { rule: rule.reference(), document: rule.source.document.clone() }
    }

    pub(super) fn words(&self) -> String {
        format!("({}, {})", self.rule.id, self.document)
    }
}

/// One step on the way to a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum Step {
    /// About meetings held.
    Meeting(MeetingStep),
    /// About the risk level.
    Risk(RiskStep),
    /// About a change of risk between meetings.
    Change(ChangeStep),
    /// About another event that starts a clock.
    Event(EventStep),
    /// About the date the chair sets.
    NextDate(NextDateStep),
    /// About the date found.
    Outcome(OutcomeStep),
}

impl Step {
    /// The step as a sentence that a chair understands.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Meeting(step) => step.sentence(),
            Self::Risk(step) => step.sentence(),
            Self::Change(step) => step.sentence(),
            Self::Event(step) => step.sentence(),
            Self::NextDate(step) => step.sentence(),
            Self::Outcome(step) => step.sentence(),
        }
    }
}

macro_rules! steps {
    ($($variant:ident($kind:ident),)+) => {$(
        impl From<$kind> for Step {
            fn from(step: $kind) -> Self {
                Self::$variant(step)
            }
        }
    )+};
}

steps! {
    Meeting(MeetingStep),
    Risk(RiskStep),
    Change(ChangeStep),
    Event(EventStep),
    NextDate(NextDateStep),
    Outcome(OutcomeStep),
}

/// Which meeting a clock runs from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum MeetingStep {
    /// The last meeting that counts.
    LastHeld { process: Process, on: NaiveDate },
    /// It was adjourned.
    Adjourned { counted_from: NaiveDate },
    /// It had no quorum and the chair went on with reasons.
    OverrideCounts,
    /// A later meeting had no quorum.
    InquorateIgnored { on: NaiveDate },
    /// None has been held yet.
    NeverHeld { process: Process },
}

impl MeetingStep {
    fn sentence(&self) -> String {
        match self {
            Self::LastHeld { process, on } => {
                format!("The last {} was held on {}.", process.meeting_name(), in_words(*on))
            }
            Self::Adjourned { counted_from } => format!(
                "It was adjourned; it counts from its sitting on {}.",
                in_words(*counted_from)
            ),
            Self::OverrideCounts => {
                "It had no quorum, but the chair went on and recorded why, so it counts.".into()
            }
            Self::InquorateIgnored { on } => {
                format!("The meeting on {} had no quorum and does not count.", in_words(*on))
            }
            Self::NeverHeld { process } => {
                format!("No {} has been held yet.", process.meeting_name())
            }
        }
    }
}

/// What the risk level asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum RiskStep {
    /// The rating a clock starts from.
    Rated { level: RiskLevel, on: NaiveDate },
    /// The longest gap, whatever the level.
    AtMostAtAnyLevel { interval: Interval, cited: Citation },
    /// The longest gap at this level.
    AtMost { level: RiskLevel, interval: Interval, cited: Citation },
    /// Time allowed for a first meeting.
    FirstWithin { interval: Interval, cited: Citation },
    /// A newer version of the row applies to clocks that were running.
    NewerVersion { interval: Interval, from: NaiveDate, cited: Citation },
    /// There is no date at this level.
    NoClock { level: RiskLevel, cited: Citation },
    /// A significant incident.
    Incident { on: NaiveDate, cited: Citation },
    /// Someone must decide what becomes of a booked review.
    DecideBooked,
    /// The risk has never been rated.
    NeverRated,
}

impl RiskStep {
    fn sentence(&self) -> String {
        match self {
            Self::Rated { level, on } => {
                format!("The risk was rated {} on {}.", level.word(), in_words(*on))
            }
            Self::AtMostAtAnyLevel { interval, cited } => {
                format!("There are at most {interval} between meetings {}.", cited.words())
            }
            Self::AtMost { level, interval, cited } => format!(
                "{} risk means at most {interval} between meetings {}.",
                level.capital(),
                cited.words()
            ),
            Self::FirstWithin { interval, cited } => format!(
                "The first meeting is held within {interval} of the rating {}.",
                cited.words()
            ),
            Self::NewerVersion { interval, from, cited } => format!(
                "The rule changed on {} to {interval}, also for reviews already due {}.",
                in_words(*from),
                cited.words()
            ),
            Self::NoClock { level, cited } => format!(
                "At {} risk no date is set: a meeting is called when the risk changes or after a \
                 significant incident {}.",
                level.word(),
                cited.words()
            ),
            Self::Incident { on, cited } => format!(
                "A significant incident was recorded on {}, so a meeting may be called {}.",
                in_words(*on),
                cited.words()
            ),
            Self::DecideBooked => {
                "Decide whether to hold or release any review that is booked; it is not cancelled \
                 by itself."
                    .into()
            }
            Self::NeverRated => {
                "The risk has not been rated, so no date can be given; rate the risk.".into()
            }
        }
    }
}

/// What a change of risk between meetings does to the date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum ChangeStep {
    /// The risk went up.
    Raised { from: RiskLevel, to: RiskLevel, on: NaiveDate },
    /// The risk went down.
    Lowered { from: RiskLevel, to: RiskLevel, on: NaiveDate },
    /// The date before the change.
    OldDue { on: NaiveDate },
    /// The new interval counted from the last meeting.
    FromLastMeeting { level: RiskLevel, interval: Interval, on: NaiveDate, cited: Citation },
    /// The new interval counted from the change.
    FromChange { level: RiskLevel, interval: Interval, on: NaiveDate, cited: Citation },
    /// Time to catch up after the change.
    CatchUp { interval: Interval, on: NaiveDate, cited: Citation },
    /// The later of the two, and never later than the old date.
    NeverLater,
    /// The date before the change stands.
    OldDueStands { on: NaiveDate, cited: Citation },
}

impl ChangeStep {
    fn sentence(&self) -> String {
        match self {
            Self::Raised { from, to, on } => format!(
                "The risk was raised from {} to {} on {}.",
                from.word(),
                to.word(),
                in_words(*on)
            ),
            Self::Lowered { from, to, on } => format!(
                "The risk was lowered from {} to {} on {}, between meetings.",
                from.word(),
                to.word(),
                in_words(*on)
            ),
            Self::OldDue { on } => format!("Before that, the date was {}.", in_words(*on)),
            Self::FromLastMeeting { level, interval, on, cited } => format!(
                "{} risk, at most {interval} from the last meeting, gives {} {}.",
                level.capital(),
                in_words(*on),
                cited.words()
            ),
            Self::FromChange { level, interval, on, cited } => format!(
                "{} risk, at most {interval} from the change, gives {} {}.",
                level.capital(),
                in_words(*on),
                cited.words()
            ),
            Self::CatchUp { interval, on, cited } => format!(
                "There are {interval} from the change to catch up, to {} {}.",
                in_words(*on),
                cited.words()
            ),
            Self::NeverLater => {
                "The later of these two counts, but never later than the date before.".into()
            }
            Self::OldDueStands { on, cited } => {
                format!("Without a meeting the date of {} stands {}.", in_words(*on), cited.words())
            }
        }
    }
}

/// A date that the chair sets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum NextDateStep {
    /// The chair sets it.
    ChairSets { process: Process, cited: Citation },
    /// It is set.
    Set { on: NaiveDate },
    /// It is not set.
    NotSet,
    /// It has passed without a meeting.
    Passed { on: NaiveDate },
    /// An open case must have one.
    Required { process: Process, cited: Citation },
}

impl NextDateStep {
    fn sentence(&self) -> String {
        match self {
            Self::ChairSets { process, cited } => format!(
                "The chair sets the date of the next {} {}.",
                process.meeting_name(),
                cited.words()
            ),
            Self::Set { on } => format!("The next date is set for {}.", in_words(*on)),
            Self::NotSet => "No next date is set.".into(),
            Self::Passed { on } => {
                format!("The date set, {}, has passed without a meeting.", in_words(*on))
            }
            Self::Required { process, cited } => format!(
                "An open case always has a date for the next {} {}.",
                process.meeting_name(),
                cited.words()
            ),
        }
    }
}

/// The date found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum OutcomeStep {
    /// A day.
    Gives { on: NaiveDate },
    /// An instant.
    GivesAt { at: Instant },
    /// The due day cannot be booked.
    BookBy { on: NaiveDate },
}

impl OutcomeStep {
    fn sentence(&self) -> String {
        match self {
            Self::Gives { on } => format!("That gives {}.", in_words(*on)),
            Self::GivesAt { at } => format!("That gives {}.", moment(*at)),
            Self::BookBy { on } => format!(
                "That is not a day on which a meeting can be booked; the last one before it is {}.",
                in_words(*on)
            ),
        }
    }
}

/// A missing fact as a step.
pub(super) fn missing(need: Need) -> Step {
    match need {
        Need::RiskRated => RiskStep::NeverRated.into(),
        Need::NextDateSet => NextDateStep::NotSet.into(),
    }
}

pub(super) fn moment(at: Instant) -> String {
    format!("{} at {}", in_words(local_date(at)), local_time(at).format("%H:%M"))
}

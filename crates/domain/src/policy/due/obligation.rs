//! What evaluation gives back: something owed, by when, and how that was found.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::step::Step;
use crate::clock::{Instant, local_date};
use crate::policy::fact::Process;
use crate::policy::rule::RuleRef;

/// The last moment that keeps a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// The whole of this day is in time.
    On(NaiveDate),
    /// Up to this instant is in time.
    At(Instant),
}

impl Due {
    /// The day in London.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        match self {
            Self::On(day) => day,
            Self::At(instant) => local_date(instant),
        }
    }
}

/// How near a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Urgency {
    /// Past.
    Overdue,
    /// Today.
    Due,
    /// Within the days of R49.
    DueSoon,
    /// Later.
    NotDue,
}

/// A fact without which no date can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Need {
    /// The risk has never been rated.
    RiskRated,
    /// The chair has not set the next date.
    NextDateSet,
}

impl Need {
    /// The fact kind that is missing.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RiskRated => "risk_rated",
            Self::NextDateSet => "next_date_set",
        }
    }
}

/// Where an obligation stands. What was met or superseded is not listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It has a date.
    Dated {
        /// The last moment that keeps the rule.
        due: Due,
        /// The last day on or before it on which a meeting can be booked.
        book_by: NaiveDate,
        /// Days from today to the due day; negative when it is past.
        days_left: i64,
        /// How near that is.
        urgency: Urgency,
    },
    /// Owed now, without a date (R26).
    Overdue,
    /// Something happened that calls for a decision; there is no date.
    Triggered,
    /// There is nothing to do until something happens.
    NoClock,
    /// A fact is missing; never read as "no deadline".
    Needs(Need),
}

/// The state in one word, as the contract names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum State {
    /// More than the days of R49 away.
    NotDue,
    /// Within the days of R49.
    DueSoon,
    /// Today.
    Due,
    /// Past, or owed now.
    Overdue,
    /// Nothing to do until something happens.
    NoClock,
    /// Something happened that calls for a decision.
    Triggered,
    /// A fact is missing.
    NeedsFact,
}

/// What is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Task {
    /// A review meeting.
    ReviewMeeting,
    /// The first meeting.
    FirstMeeting,
    /// A decision whether a booked review is held or released, after the risk fell to low (RC-07).
    ReviewDecision,
    /// Setting the next date.
    NextDate,
    /// A meeting to replace one without a quorum.
    QuorateMeeting,
    /// A referral to the designated officer.
    Referral,
    /// An assessment.
    Assessment,
    /// A return interview.
    ReturnInterview,
    /// A meeting about repeated missing episodes.
    MissingMeeting,
    /// A panel.
    Panel,
    /// An initial child protection conference.
    InitialConference,
    /// A review child protection conference.
    ReviewConference,
}

impl Task {
    /// The task in words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::ReviewMeeting => "review meeting",
            Self::FirstMeeting => "first meeting",
            Self::ReviewDecision => "decide: hold or release the booked review",
            Self::NextDate => "next date",
            Self::QuorateMeeting => "meeting with a quorum",
            Self::Referral => "referral to the LADO",
            Self::Assessment => "assessment",
            Self::ReturnInterview => "return interview",
            Self::MissingMeeting => "missing meeting",
            Self::Panel => "panel",
            Self::InitialConference => "initial conference",
            Self::ReviewConference => "review conference",
        }
    }
}

/// Something owed in one case under one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    /// The row and version it comes from. It stays with the obligation when rules change later.
    pub rule: RuleRef,
    /// Which meetings it belongs to.
    pub process: Process,
    /// What is owed.
    pub task: Task,
    /// By when, and how near that is.
    pub standing: Standing,
    /// Positions of the facts it rests on; the anchor comes first.
    pub facts: Vec<usize>,
    /// How the date was found, step by step.
    pub trace: Vec<Step>,
}

impl Obligation {
    /// The state in one word.
    #[must_use]
    pub const fn state(&self) -> State {
        match self.standing {
            Standing::Dated { urgency: Urgency::NotDue, .. } => State::NotDue,
            Standing::Dated { urgency: Urgency::DueSoon, .. } => State::DueSoon,
            Standing::Dated { urgency: Urgency::Due, .. } => State::Due,
            Standing::Dated { urgency: Urgency::Overdue, .. } | Standing::Overdue => State::Overdue,
            Standing::Triggered => State::Triggered,
            Standing::NoClock => State::NoClock,
            Standing::Needs(_) => State::NeedsFact,
        }
    }

    /// The last moment that keeps the rule, if there is one.
    #[must_use]
    pub const fn due(&self) -> Option<Due> {
        match self.standing {
            Standing::Dated { due, .. } => Some(due),
            Standing::Overdue | Standing::Triggered | Standing::NoClock | Standing::Needs(_) => {
                None
            }
        }
    }

    /// The last bookable day on or before the due day.
    #[must_use]
    pub const fn book_by(&self) -> Option<NaiveDate> {
        match self.standing {
            Standing::Dated { book_by, .. } => Some(book_by),
            Standing::Overdue | Standing::Triggered | Standing::NoClock | Standing::Needs(_) => {
                None
            }
        }
    }

    /// The explanation, a sentence for each step.
    #[must_use]
    pub fn why(&self) -> Vec<String> {
        self.trace.iter().map(Step::sentence).collect()
    }

    /// Missing facts first, then by date, then what has none.
    pub(super) fn order(&self) -> (u8, Option<NaiveDate>, RuleRef) {
        let rank = match self.standing {
            Standing::Needs(_) => 0,
            Standing::Overdue => 1,
            Standing::Dated { .. } => 2,
            Standing::Triggered => 3,
            Standing::NoClock => 4,
        };
        (rank, self.due().map(Due::day), self.rule)
    }
}

//! The clock family: what a row may say about a date (`scheduling.md` 4.1). Each kind of measure
//! carries only the figures it needs, so that a row cannot contradict itself.

use serde::{Deserialize, Serialize};

use super::fact::{Process, RiskLevel};
use super::rule::RuleId;
use crate::calendar::{NthWeekday, OnHoliday};

/// Units a figure may be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Unit {
    /// Elapsed hours, through weekends and clock changes.
    Hours,
    /// Calendar days.
    Days,
    /// Weeks: the same weekday.
    Weeks,
    /// Months: the corresponding date or the last of the month.
    Months,
    /// Years, as twelve months each.
    Years,
    /// Working days in England and Wales.
    WorkingDays,
}

/// A figure with its unit, such as 8 weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Interval {
    /// How many; a profile with 0 here is refused.
    pub n: u16,
    /// Of what.
    pub unit: Unit,
}

impl Interval {
    /// `n` of `unit`.
    #[must_use]
    pub const fn new(n: u16, unit: Unit) -> Self {
        Self { n, unit }
    }
}

/// A row that gives a date or opens a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// The meetings it is about.
    pub process: Process,
    /// Risk levels it applies at; empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<RiskLevel>,
    /// How the date is found.
    pub measure: Measure,
}

/// How a date is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Measure {
    /// Meet at least this often, counted from the day the last meeting was held (R01, R02).
    ReviewGap {
        /// The longest gap allowed.
        at_most: Interval,
        /// What an inquorate or adjourned meeting counts as.
        #[serde(default)]
        counting: Sittings,
    },
    /// A first meeting within a time of the rating that called for it (R04).
    FirstMeeting {
        /// Time allowed.
        within: Interval,
    },
    /// How a raised risk moves the date (R05, `scheduling.md` 4.2).
    RiskRaised {
        /// Which of the three formulas.
        formula: RaiseFormula,
        /// Time given to catch up after the change.
        catch_up: Interval,
    },
    /// How a lowered risk moves the date when no meeting set it (R06).
    RiskLowered {
        /// Which formula.
        formula: LowerFormula,
    },
    /// No clock: a meeting may be called when something happens (R03).
    OnTrigger {
        /// What opens it.
        triggers: Vec<Trigger>,
    },
    /// The chair sets the next date, and must (R20, R25, and every row for which an authority's
    /// papers give no figure).
    ChairSet {
        /// When in the case's life this row asks for a date.
        stage: Stage,
        /// What shows a missing date.
        missing: MissingDate,
    },
    /// An open case without a next date is overdue at once (R26).
    NextDateRequired,
    /// Something must follow an event within a time (R16, R19, R22–R24, R39, R47, R53–R55).
    Within {
        /// The event that starts the clock and, with it, what stops it.
        of: Anchor,
        /// Time allowed.
        within: Interval,
    },
    /// So many episodes in a rolling window open a meeting (R15).
    EpisodeCount {
        /// What is counted.
        episode: CountedEpisode,
        /// How the number found is compared with the count.
        #[serde(default)]
        comparator: Comparator,
        /// The count. Rows stored before the comparator could be chosen call it `more_than`.
        #[serde(alias = "more_than")]
        count: u16,
        /// Length of the window: the day itself and the days before it.
        within_days: u16,
    },
    /// Somebody on a panel's list is discussed again within so many of its cycles (R13).
    Unreviewed {
        /// Cycles of the panel's own series.
        cycles: u16,
    },
    /// The wait until something happens, measured and shown; a target is optional (R18).
    Wait {
        /// Local target, if the authority has one.
        #[serde(default)]
        target: Option<Interval>,
    },
    /// A calendar cycle of panels (R10, R11, R14, R17, R48).
    Series {
        /// Months from one meeting to the next.
        every_months: u16,
        /// Which weekday; none until the authority fixes it.
        #[serde(default)]
        slot: Option<NthWeekday>,
        /// What happens on a bank holiday.
        on_holiday: OnHoliday,
    },
    /// Counted from one meeting, not from the case (R07, R12, R40–R42).
    OffMeeting {
        /// What must be done and from when it is counted.
        task: OffMeeting,
        /// Time allowed, or notice to give.
        within: Interval,
    },
}

impl Measure {
    /// When episodes call for a meeting, if that is what the row says.
    #[must_use]
    pub const fn episodes(&self) -> Option<EpisodeRule> {
        match *self {
            Self::EpisodeCount { comparator, count, within_days, .. } => {
                Some(EpisodeRule { comparator, count, within_days })
            }
            Self::ReviewGap { .. }
            | Self::FirstMeeting { .. }
            | Self::RiskRaised { .. }
            | Self::RiskLowered { .. }
            | Self::OnTrigger { .. }
            | Self::ChairSet { .. }
            | Self::NextDateRequired
            | Self::Within { .. }
            | Self::Unreviewed { .. }
            | Self::Wait { .. }
            | Self::Series { .. }
            | Self::OffMeeting { .. } => None,
        }
    }
}

/// What an inquorate or adjourned meeting counts as (`decisions.md` 20, `scheduling.md` 3.5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sittings {
    /// An inquorate meeting without the chair's override.
    pub inquorate: Inquorate,
    /// An adjourned meeting.
    pub adjourned: Adjourned,
}

/// Whether an inquorate meeting restarts the clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inquorate {
    /// It does not, unless the chair recorded an override (the default).
    #[default]
    DoesNotCount,
    /// It does.
    Counts,
}

/// Which sitting of an adjourned meeting counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Adjourned {
    /// The first, so that adjourning buys no time (the default, WK-08).
    #[default]
    FromFirstSitting,
    /// The last.
    FromLastSitting,
}

/// How a raised risk moves the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum RaiseFormula {
    /// `min(old due, max(last held + new interval, change + catch-up))`: neither instantly overdue
    /// nor later than before (`decisions.md` 15).
    CatchUp,
    /// `min(old due, last held + new interval)`: strict, may be overdue at once.
    FromLastMeeting,
    /// `min(old due, change + new interval)`: counted from the change.
    FromChange,
}

/// How a lowered risk moves the date between meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum LowerFormula {
    /// The old date stands: no longer gap without a meeting (RC-06).
    KeepOldDue,
    /// `last held + new interval`.
    FromLastMeeting,
}

/// What opens a meeting that has no clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Trigger {
    /// The risk level changed between meetings.
    RiskChange,
    /// A significant incident, at any level; it stands beside a periodic clock.
    SignificantIncident,
}

/// When a chair-set row asks for a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Stage {
    /// A rating calls for a meeting and none has been held.
    BeforeFirstMeeting,
    /// At least one meeting has been held.
    AfterMeeting,
    /// At least two meetings have been held.
    AfterReview,
}

/// What shows that the chair has not set a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingDate {
    /// This row, as a missing fact.
    ShownHere,
    /// Another row (R26 for Managing Allegations).
    ShownBy(RuleId),
}

/// An event that starts a clock. What stops it belongs to the event and is said here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Anchor {
    /// The employer became aware; stopped by the referral.
    EmployerAware,
    /// The referral, or the decision that opened the process; stopped by the first meeting held.
    Referral,
    /// The first meeting held; stopped by the second.
    FirstMeeting,
    /// A meeting without a quorum; stopped by the next meeting that counts.
    InquorateMeeting,
    /// A return from missing; each one is stopped by its return interview.
    MissingReturn,
    /// The strategy discussion that started the enquiry; stopped by the initial conference.
    StrategyDiscussion,
    /// The initial conference; stopped by the first review conference.
    InitialConference,
    /// A review conference; stopped by the next.
    ReviewConference,
    /// The referral for an assessment; stopped by its completion.
    AssessmentReferral,
    /// The birth of a baby whose initial conference was before it; stopped by a review conference.
    Birth,
}

/// Episodes that are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum CountedEpisode {
    /// A missing episode, by the day it started.
    Missing,
}

/// How a number found is compared with the count of a rule: "more than 3" and "3 or more" are two
/// readings that authorities use, so both are data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Comparator {
    /// Strictly more (the default: S2, paragraph 14).
    #[default]
    MoreThan,
    /// As many or more.
    AtLeast,
}

/// When episodes call for a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EpisodeRule {
    /// How the number found is compared.
    pub comparator: Comparator,
    /// With what.
    pub count: u16,
    /// Length of the window in days: the day itself and the days before it.
    pub within_days: u16,
}

impl EpisodeRule {
    /// Do `n` episodes in the window call for a meeting?
    #[must_use]
    pub fn is_met_by(self, n: usize) -> bool {
        match self.comparator {
            Comparator::MoreThan => n > usize::from(self.count),
            Comparator::AtLeast => n >= usize::from(self.count) && n > 0,
        }
    }
}

/// Work around one meeting that has its own deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum OffMeeting {
    /// Invitations out, counted back from the planned day (R07).
    Invitations,
    /// Agenda and papers out, counted back from the planned day (R12).
    Agenda,
    /// Actions issued, counted from the day held (R40).
    Actions,
    /// Minutes issued, counted from the day held (R41).
    Minutes,
    /// Corrections to the chair, counted from the day the minutes were issued (R42).
    Corrections,
}

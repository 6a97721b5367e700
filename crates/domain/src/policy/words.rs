//! English words for rules and facts, used by explanations only.

use std::fmt;

use chrono::NaiveDate;

use super::clocks::{Comparator, Interval, Unit};
use super::fact::{Process, RiskLevel};

impl Process {
    /// The name of one meeting of this kind, as a chair says it.
    #[must_use]
    pub const fn meeting_name(self) -> &'static str {
        match self {
            Self::Eram => "ERAM",
            Self::Mace => "MACE meeting",
            Self::Mase => "MASE meeting",
            Self::Ccep => "CCEP meeting",
            Self::Hsb => "HSB panel",
            Self::Ma => "Managing Allegations meeting",
            Self::Missing => "missing meeting",
            Self::Icpc => "initial child protection conference",
            Self::Rcpc => "review child protection conference",
            Self::CceCpc => "CPC-led exploitation meeting",
            Self::CseStrategy => "CSE strategy meeting",
            Self::CoreGroup => "core group",
            Self::CinReview => "child in need review",
            Self::CicReview => "child in care review",
            Self::Nsd => "neighbourhood safeguarding and disruption meeting",
            Self::Local => "local meeting",
            Self::Partnership => "partnership report",
            Self::Any => "meeting",
        }
    }
}

impl RiskLevel {
    /// The level in lower case.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// The level at the head of a sentence.
    pub(super) const fn capital(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::Medium => "Medium",
            Self::High => "High",
        }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Hours => "hour",
            Unit::Days => "day",
            Unit::Weeks => "week",
            Unit::Months => "month",
            Unit::Years => "year",
            Unit::WorkingDays => "working day",
        };
        let plural = if self.n == 1 { "" } else { "s" };
        write!(f, "{} {unit}{plural}", self.n)
    }
}

impl Comparator {
    /// The words before the count.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::MoreThan => "more than",
            Self::AtLeast => "at least",
        }
    }

    /// The same at the head of a sentence.
    pub(super) const fn capital(self) -> &'static str {
        match self {
            Self::MoreThan => "More than",
            Self::AtLeast => "At least",
        }
    }
}

/// Several dates in words, each in full, the last after an "and".
pub(super) fn all_in_words(days: &[NaiveDate]) -> String {
    let words: Vec<String> = days.iter().copied().map(in_words).collect();
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

/// A date in words: 3 November 2026.
pub(super) fn in_words(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

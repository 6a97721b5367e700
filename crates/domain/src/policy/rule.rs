//! One row of a profile: identity, version, dates, status, source, and what it says.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::clocks::Clock;
use super::requirement::Requirement;
use crate::vocabulary::UnknownWord;

/// The stable name of a row, such as R01 (`domain.md` section 12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub struct RuleId(u8);

impl RuleId {
    /// The row with this number.
    #[must_use]
    pub const fn number(number: u8) -> Self {
        Self(number)
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "R{:02}", self.0)
    }
}

impl FromStr for RuleId {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let digits = text.strip_prefix('R').ok_or(UnknownWord)?;
        let id = Self(digits.parse().map_err(|_| UnknownWord)?);
        if id.to_string() == text { Ok(id) } else { Err(UnknownWord) }
    }
}

impl TryFrom<String> for RuleId {
    type Error = UnknownWord;

    fn try_from(text: String) -> Result<Self, UnknownWord> {
        text.parse()
    }
}

impl From<RuleId> for String {
    fn from(id: RuleId) -> Self {
        id.to_string()
    }
}

/// Tells apart the rows that share one name, such as the three conference clocks of R47.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Part {
    /// Initial child protection conference.
    InitialConference,
    /// First review conference.
    FirstReview,
    /// Later review conferences.
    LaterReview,
    /// First review conference of a baby registered before birth.
    AfterBirth,
    /// The first meeting of a series.
    FirstMeeting,
    /// Every later meeting of it.
    LaterMeeting,
    /// The second review.
    SecondReview,
    /// For ERAM.
    Eram,
    /// For MACE.
    Mace,
    /// For MASE.
    Mase,
    /// For CCEP.
    Ccep,
    /// For the HSB panel.
    Hsb,
    /// For Managing Allegations meetings.
    Ma,
    /// For conferences.
    Conference,
}

impl Part {
    /// The word that the store uses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::InitialConference => "initial_conference",
            Self::FirstReview => "first_review",
            Self::LaterReview => "later_review",
            Self::AfterBirth => "after_birth",
            Self::FirstMeeting => "first_meeting",
            Self::LaterMeeting => "later_meeting",
            Self::SecondReview => "second_review",
            Self::Eram => "eram",
            Self::Mace => "mace",
            Self::Mase => "mase",
            Self::Ccep => "ccep",
            Self::Hsb => "hsb",
            Self::Ma => "ma",
            Self::Conference => "conference",
        }
    }
}

/// Where a row's figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Status {
    /// Stated in the authority's own papers.
    Seed,
    /// Statute or statutory guidance.
    Statutory,
    /// Non-statutory guidance.
    Guidance,
    /// Another area's published procedure, or this authority's own choice.
    Local,
    /// A proposed default without a source.
    Proposed,
}

/// The document and paragraph a row was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title of the document, as an explanation names it.
    pub document: String,
    /// Paragraph, page or section; may be empty.
    pub paragraph: String,
}

/// What a new version does to clocks that were already running (RC-10).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Transition {
    /// Only anchors on or after the version's first day use it (the default).
    #[default]
    AnchorsOnOrAfter,
    /// Every open clock is computed again; never later than before, and never sooner than the
    /// catch-up of the rule for raised risk after the version's first day.
    AllOpen,
}

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "family", rename_all = "snake_case")]
pub enum Body {
    /// A date that follows from facts.
    Clock(Clock),
    /// Something that must hold, or a figure that another rule reads.
    Requirement(Requirement),
}

/// One version of one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable name.
    pub id: RuleId,
    /// Which of the rows that share the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// Version, counted from 1.
    pub version: u32,
    /// The row in a few words, for the settings screen.
    pub title: String,
    /// First day in force.
    pub effective_from: NaiveDate,
    /// Last day in force; none while it is current.
    #[serde(default)]
    pub effective_to: Option<NaiveDate>,
    /// How firm the figure is.
    pub status: Status,
    /// Where it is written.
    pub source: Source,
    /// What this version does to running clocks.
    #[serde(default)]
    pub transition: Transition,
    /// What it says.
    pub body: Body,
}

/// Names one version of one row: what a date carries so that history does not change with the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RuleRef {
    /// Stable name.
    pub id: RuleId,
    /// Which of the rows that share the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// Version.
    pub version: u32,
}

impl Rule {
    /// This version's name.
    #[must_use]
    pub const fn reference(&self) -> RuleRef {
        RuleRef { id: self.id, part: self.part, version: self.version }
    }

    /// Is this version in force on `day`?
    #[must_use]
    pub fn is_in_force_on(&self, day: NaiveDate) -> bool {
        self.effective_from <= day && self.effective_to.is_none_or(|last| day <= last)
    }
}

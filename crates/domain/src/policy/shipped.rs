//! The profiles that ship (`decisions.md` 11 and 18), as tables a reader can check against their
//! sources: one file for each subject, one function call for each row.
//!
//! A row without a figure in an authority's own papers is "the chair sets the next date, required".

mod allegations;
mod common;
mod comparators;
mod exploitation;
mod harm;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Profile;
use super::clocks::{Clock, Interval, Measure, MissingDate, Stage, Unit};
use super::fact::{Process, RiskLevel};
use super::requirement::{Checkpoint, Flag, Requirement};
use super::rule::{Body, Part, Rule, RuleId, Source, Status, Transition};

/// The papers do not say when their rules began, so the rows hold for every anchor on record.
const FROM_THE_START: NaiveDate = match NaiveDate::from_ymd_opt(2000, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// A profile that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ShippedProfile {
    /// Nottingham City, from its scrutiny papers of 2023.
    NottinghamCity,
    /// Nottinghamshire County, from its panel papers of January 2024.
    NottinghamshireCounty,
    /// Made up, for demonstrations: the City's exploitation rules and the County's others.
    Trentshire,
    /// No figures but statute: every next date is set by the chair.
    Blank,
}

impl ShippedProfile {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::NottinghamCity, Self::NottinghamshireCounty, Self::Trentshire, Self::Blank];

    /// The stable key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NottinghamCity => "nottingham-city",
            Self::NottinghamshireCounty => "nottinghamshire-county",
            Self::Trentshire => "trentshire",
            Self::Blank => "blank",
        }
    }

    /// The profile with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shipped| shipped.key() == key)
    }

    /// Its name and rows.
    #[must_use]
    pub fn profile(self) -> Profile {
        let (name, parts) = match self {
            Self::NottinghamCity => (
                "Nottingham City",
                vec![
                    exploitation::city(),
                    harm::city(),
                    allegations::chair_set(),
                    common::rows(PROPOSED),
                ],
            ),
            Self::NottinghamshireCounty => (
                "Nottinghamshire County",
                vec![
                    exploitation::county(),
                    exploitation::missing(),
                    harm::county(),
                    allegations::county(),
                    common::rows(county_pack("minutes, attendance")),
                    common::reporting(),
                ],
            ),
            Self::Trentshire => (
                "Trentshire",
                vec![
                    exploitation::city(),
                    exploitation::panels(),
                    exploitation::led_by_coordinators(),
                    exploitation::missing(),
                    harm::county(),
                    allegations::county(),
                    common::rows(county_pack("minutes, attendance")),
                    common::reporting(),
                ],
            ),
            Self::Blank => (
                "Blank",
                vec![
                    exploitation::chair_set(),
                    harm::chair_set(),
                    allegations::chair_set(),
                    common::rows(PROPOSED),
                ],
            ),
        };
        let rules = parts.into_iter().flatten().collect();
        Profile { key: self.key().into(), name: name.into(), rules }
    }
}

/// Where a row was read.
#[derive(Clone, Copy)]
struct Origin(Status, &'static str, &'static str);

/// Nottingham City scrutiny pack, September 2023 (the minutes of March 2023 in it).
const fn city_pack(paragraph: &'static str) -> Origin {
    Origin(Status::Seed, "Nottingham City scrutiny pack, September 2023", paragraph)
}

/// Nottinghamshire County Corporate Parenting Panel pack, January 2024.
const fn county_pack(paragraph: &'static str) -> Origin {
    Origin(
        Status::Seed,
        "Nottinghamshire County Corporate Parenting Panel pack, January 2024",
        paragraph,
    )
}

/// A default that no paper states.
const PROPOSED: Origin = Origin(Status::Proposed, "proposed default", "");

/// The authority's papers give no figure.
const NO_FIGURE: Origin =
    Origin(Status::Proposed, "no figure in the authority's papers", "the chair sets the next date");

fn row(number: u8, title: &str, from: Origin, body: Body) -> Rule {
    let Origin(status, document, paragraph) = from;
    Rule {
        id: RuleId::number(number),
        part: None,
        version: 1,
        title: title.into(),
        effective_from: FROM_THE_START,
        effective_to: None,
        status,
        source: Source { document: document.into(), paragraph: paragraph.into() },
        transition: Transition::AnchorsOnOrAfter,
        body,
    }
}

fn part(part: Part, rule: Rule) -> Rule {
    Rule { part: Some(part), ..rule }
}

fn clock(process: Process, measure: Measure) -> Body {
    Body::Clock(Clock { process, levels: Vec::new(), measure })
}

fn clock_at(process: Process, levels: &[RiskLevel], measure: Measure) -> Body {
    Body::Clock(Clock { process, levels: levels.to_vec(), measure })
}

fn flag(process: Process, flag: Flag, at: Checkpoint) -> Body {
    Body::Requirement(Requirement::Flag { process, flag, at })
}

const fn working_days(n: u16) -> Interval {
    Interval::new(n, Unit::WorkingDays)
}

const fn set_by_chair(stage: Stage) -> Measure {
    Measure::ChairSet { stage, missing: MissingDate::ShownHere }
}

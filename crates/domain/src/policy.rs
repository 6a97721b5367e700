//! What an authority has decided: a [`Profile`] is a named, dated set of rules, and [`due`] turns
//! facts and rules into dates that explain themselves.
//!
//! Rules are rows, not code: two councils differ from day one. This module must never know who a
//! rule is applied to, read the clock, or carry a figure that is not in a row. Names of rows
//! (R01…R55) are stable; each says its source and its status.

mod clocks;
pub mod due;
mod fact;
mod requirement;
mod rule;
mod shipped;
#[cfg(test)]
mod tests;
mod validate;
mod versions;
mod words;

use serde::{Deserialize, Serialize};

pub use clocks::{
    Adjourned, Anchor, Clock, Comparator, CountedEpisode, EpisodeRule, Inquorate, Interval,
    LowerFormula, Measure, MissingDate, OffMeeting, RaiseFormula, Sittings, Stage, Trigger, Unit,
};
pub use fact::{Event, Fact, MeetingKind, Process, Quoracy, RiskLevel, When};
pub use requirement::{Checkpoint, Flag, Requirement, Seat, SeatRole};
pub use rule::{Body, Part, Rule, RuleId, RuleRef, Source, Status, Transition};
pub use shipped::ShippedProfile;
pub use validate::{PolicyFault, RuleFault};
pub use versions::{NewVersion, NotAVersion, Says};

/// A named, dated set of rules for one authority: every version of every row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Stable key, such as `nottingham-city`.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// The rows, all versions.
    pub rules: Vec<Rule>,
}

impl Profile {
    /// The rows in force on a day, for the settings screen.
    pub fn in_force_on(&self, day: chrono::NaiveDate) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(move |rule| rule.is_in_force_on(day))
    }

    /// The requirements in force on a day, with the row each comes from.
    pub fn requirements_on(
        &self,
        day: chrono::NaiveDate,
    ) -> impl Iterator<Item = (&Rule, &Requirement)> {
        self.in_force_on(day).filter_map(|rule| match &rule.body {
            Body::Requirement(requirement) => Some((rule, requirement)),
            Body::Clock(_) => None,
        })
    }

    /// Checks every row.
    ///
    /// # Errors
    /// All faults found, each with the path of the field at fault.
    pub fn validate(&self) -> Result<(), Vec<PolicyFault>> {
        validate::profile(self)
    }
}

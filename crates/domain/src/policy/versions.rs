//! An authority's own versions of a row over those that come with its profile.
//!
//! A version is never changed: a new one begins on a day, and the one before ends the day before
//! (RC-10). It must never know who decided it.

use chrono::NaiveDate;

use super::clocks::{EpisodeRule, Interval, Measure, MissingDate, Stage, Unit};
use super::requirement::Requirement;
use super::rule::{Body, Part, Rule, RuleId, Source, Status, Transition};
use super::{PolicyFault, Profile};
use crate::calendar::OnHoliday;

/// What a new version says.
#[derive(Clone, Debug)]
pub struct NewVersion {
    /// The row.
    pub id: RuleId,
    /// Which of the rows that share the name.
    pub part: Option<Part>,
    /// The newest version that its author had seen.
    pub after: u32,
    /// Its first day.
    pub effective_from: NaiveDate,
    /// What the row is to say.
    pub says: Says,
    /// The row in a few words.
    pub title: String,
    /// Where it is written.
    pub source: Source,
    /// How firm it is.
    pub status: Status,
}

/// What a version of a row may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Its figure; none when the chair is to set the date.
    Figure(Option<Interval>),
    /// When episodes call for a meeting (R15).
    Episodes(EpisodeRule),
}

/// Why a new version was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAVersion {
    /// There is no such row in the profile.
    #[error("no such row")]
    NoSuchRow,
    /// Somebody published a version meanwhile.
    #[error("version {newest} was published meanwhile")]
    Stale {
        /// The newest version.
        newest: u32,
    },
    /// It does not begin after the version before it.
    #[error("must begin after {}", .0)]
    NotAfter(NaiveDate),
    /// The row has no figure of this kind.
    #[error("the row has no such figure")]
    NoFigure,
    /// A field of the row is wrong.
    #[error("{} faults", .0.len())]
    Faults(Vec<PolicyFault>),
}

impl Profile {
    /// The profile with an authority's own versions laid over it: each version ends the day before
    /// the next begins.
    #[must_use]
    pub fn with_versions(mut self, own: Vec<Rule>) -> Self {
        for rule in own {
            let same = (rule.id, rule.part, rule.version);
            self.rules.retain(|other| (other.id, other.part, other.version) != same);
            self.rules.push(rule);
        }
        self.rules.sort_by_key(|rule| (rule.id, rule.part, rule.version));
        for index in 1..self.rules.len() {
            let (earlier, later) = self.rules.split_at_mut(index);
            let (Some(before), Some(next)) = (earlier.last_mut(), later.first()) else { continue };
            if (before.id, before.part) == (next.id, next.part) {
                let last = next.effective_from.pred_opt().unwrap_or(next.effective_from);
                before.effective_to = Some(before.effective_to.map_or(last, |to| to.min(last)));
            }
        }
        self
    }

    /// The new version of a row, checked as a part of the whole profile.
    ///
    /// # Errors
    /// [`NotAVersion`].
    pub fn next_version(&self, new: NewVersion) -> Result<Rule, NotAVersion> {
        let versions = self.rules.iter().filter(|rule| (rule.id, rule.part) == (new.id, new.part));
        let newest = versions.max_by_key(|rule| rule.version).ok_or(NotAVersion::NoSuchRow)?;
        if newest.version != new.after {
            return Err(NotAVersion::Stale { newest: newest.version });
        }
        if new.effective_from <= newest.effective_from {
            return Err(NotAVersion::NotAfter(newest.effective_from));
        }
        let body = match new.says {
            Says::Figure(figure) => newest.body.with_figure(figure),
            Says::Episodes(episodes) => newest.body.with_episodes(episodes),
        };
        let body = body.ok_or(NotAVersion::NoFigure)?;
        let rule = Rule {
            id: new.id,
            part: new.part,
            version: newest.version + 1,
            title: new.title,
            effective_from: new.effective_from,
            effective_to: None,
            status: new.status,
            source: new.source,
            transition: Transition::AnchorsOnOrAfter,
            body,
        };
        let whole = self.clone().with_versions(vec![rule.clone()]);
        whole.validate().map_err(NotAVersion::Faults)?;
        Ok(rule)
    }
}

impl Body {
    /// The one figure of the row, when it has one.
    #[must_use]
    pub const fn figure(&self) -> Option<Interval> {
        match self {
            Self::Clock(clock) => match &clock.measure {
                Measure::ReviewGap { at_most: interval, .. }
                | Measure::FirstMeeting { within: interval }
                | Measure::Within { within: interval, .. }
                | Measure::OffMeeting { within: interval, .. }
                | Measure::RiskRaised { catch_up: interval, .. } => Some(*interval),
                Measure::Wait { target } => *target,
                Measure::Series { every_months, .. } => {
                    Some(Interval::new(*every_months, Unit::Months))
                }
                Measure::RiskLowered { .. }
                | Measure::OnTrigger { .. }
                | Measure::ChairSet { .. }
                | Measure::NextDateRequired
                | Measure::Unreviewed { .. }
                | Measure::EpisodeCount { .. } => None,
            },
            Self::Requirement(requirement) => match requirement {
                Requirement::DueSoon { days } => Some(Interval::new(*days, Unit::Days)),
                Requirement::Retention { keep: interval, .. }
                | Requirement::ReportedWithin { within: interval, .. } => Some(*interval),
                Requirement::Flag { .. }
                | Requirement::Quorum { .. }
                | Requirement::SecondPersonCheck { .. }
                | Requirement::SuppressCounts { .. }
                | Requirement::DurationBands { .. } => None,
            },
        }
    }

    /// When episodes call for a meeting, if that is what the row says.
    #[must_use]
    pub const fn episodes(&self) -> Option<EpisodeRule> {
        match self {
            Self::Clock(clock) => clock.measure.episodes(),
            Self::Requirement(_) => None,
        }
    }

    /// The same row with another count of episodes; `None` when the row counts none.
    #[must_use]
    pub fn with_episodes(&self, asked: EpisodeRule) -> Option<Self> {
        let mut body = self.clone();
        let Self::Clock(clock) = &mut body else { return None };
        let Measure::EpisodeCount { comparator, count, within_days, .. } = &mut clock.measure
        else {
            return None;
        };
        (*comparator, *count, *within_days) = (asked.comparator, asked.count, asked.within_days);
        Some(body)
    }

    /// Whether the row takes a figure: those that have one, and those where the chair sets the date
    /// until the authority decides on a figure.
    #[must_use]
    pub fn takes_figure(&self) -> bool {
        [Unit::Weeks, Unit::Days, Unit::Months]
            .into_iter()
            .any(|unit| self.with_figure(Some(Interval::new(1, unit))).is_some())
    }

    /// The same row with another figure, or with none: then the chair sets the date. `None` when
    /// the row cannot say that.
    #[must_use]
    pub fn with_figure(&self, figure: Option<Interval>) -> Option<Self> {
        let mut body = self.clone();
        match &mut body {
            Self::Clock(clock) => clock.measure = measure_with(&clock.measure, figure)?,
            Self::Requirement(requirement) => match (requirement, figure) {
                (Requirement::DueSoon { days }, Some(Interval { n, unit: Unit::Days })) => {
                    *days = n;
                }
                (
                    Requirement::Retention { keep: interval, .. }
                    | Requirement::ReportedWithin { within: interval, .. },
                    Some(figure),
                ) => *interval = figure,
                _ => return None,
            },
        }
        Some(body)
    }
}

fn measure_with(measure: &Measure, figure: Option<Interval>) -> Option<Measure> {
    let chair = |stage| Measure::ChairSet { stage, missing: MissingDate::ShownHere };
    let Some(figure) = figure else {
        return match measure {
            Measure::ReviewGap { .. } => Some(chair(Stage::AfterMeeting)),
            Measure::FirstMeeting { .. } => Some(chair(Stage::BeforeFirstMeeting)),
            Measure::ChairSet { .. } => Some(measure.clone()),
            Measure::Wait { .. } => Some(Measure::Wait { target: None }),
            _ => None,
        };
    };
    let mut changed = measure.clone();
    match &mut changed {
        Measure::ReviewGap { at_most: interval, .. }
        | Measure::FirstMeeting { within: interval }
        | Measure::Within { within: interval, .. }
        | Measure::OffMeeting { within: interval, .. }
        | Measure::RiskRaised { catch_up: interval, .. } => *interval = figure,
        Measure::Wait { target } => *target = Some(figure),
        Measure::Series { every_months, .. } if figure.unit == Unit::Months => {
            *every_months = figure.n;
        }
        Measure::ChairSet { stage: Stage::AfterMeeting | Stage::AfterReview, .. } => {
            changed = Measure::ReviewGap { at_most: figure, counting: super::Sittings::default() };
        }
        Measure::ChairSet { stage: Stage::BeforeFirstMeeting, .. } => {
            changed = Measure::FirstMeeting { within: figure };
        }
        _ => return None,
    }
    Some(changed)
}

impl Body {
    /// What the row asks for, in words, for the settings screen.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Clock(clock) => clock_words(&clock.measure),
            Self::Requirement(requirement) => requirement_words(requirement),
        }
    }
}

fn clock_words(measure: &Measure) -> String {
    match measure {
        Measure::ReviewGap { at_most, .. } => format!("at least every {at_most}"),
        Measure::FirstMeeting { within } | Measure::Within { within, .. } => {
            format!("within {within}")
        }
        Measure::OffMeeting { within, .. } => format!("{within}"),
        Measure::RiskRaised { catch_up, .. } => format!("{catch_up} to catch up"),
        Measure::RiskLowered { .. } => "when the risk is lowered".into(),
        Measure::OnTrigger { .. } => "when something happens".into(),
        Measure::ChairSet { .. } => "the chair sets the date".into(),
        Measure::NextDateRequired => "a next date, always".into(),
        Measure::EpisodeCount { comparator, count, within_days, .. } => {
            format!("{} {count} in {within_days} days", comparator.words())
        }
        Measure::Unreviewed { cycles: 1 } => "every cycle".into(),
        Measure::Unreviewed { cycles } => format!("at least every {cycles} cycles"),
        Measure::Wait { target: Some(target) } => format!("target {target}"),
        Measure::Wait { target: None } => "measured, no target".into(),
        Measure::Series { every_months: 1, on_holiday, .. } => series("month", *on_holiday),
        Measure::Series { every_months, on_holiday, .. } => {
            series(&format!("{every_months} months"), *on_holiday)
        }
    }
}

fn series(every: &str, on_holiday: OnHoliday) -> String {
    let moved = match on_holiday {
        OnHoliday::NextSameWeekday => "the same weekday later",
        OnHoliday::PreviousWorkingDay => "the working day before",
        OnHoliday::NextWorkingDay => "the working day after",
        OnHoliday::Keep => "the chair decides",
    };
    format!("every {every}; on a bank holiday {moved}")
}

fn requirement_words(requirement: &Requirement) -> String {
    match requirement {
        Requirement::Flag { .. } => "must hold".into(),
        Requirement::Quorum { seats, .. } => format!("{} seats filled", seats.len()),
        Requirement::ReportedWithin { within, .. } => format!("reported within {within}"),
        Requirement::Retention { keep, .. } => format!("kept {keep}"),
        Requirement::SecondPersonCheck { n_people } => format!("checked by {n_people} more"),
        Requirement::SuppressCounts { from, to } => format!("counts of {from} to {to}"),
        Requirement::DueSoon { days } => format!("{days} days before"),
        Requirement::DurationBands { months } => {
            let ends: Vec<String> = months.iter().map(u16::to_string).collect();
            format!("up to {} months", ends.join(", "))
        }
    }
}

#[cfg(test)]
mod tests;

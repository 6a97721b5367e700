//! Checks a profile before it is saved or used: every fault, each with the path of its field.

use chrono::Weekday;

use super::Profile;
use super::clocks::{Anchor, Clock, Comparator, Interval, Measure, Unit};
use super::fact::Process;
use super::requirement::Requirement;
use super::rule::{Body, Rule, RuleId};

/// A fault and the field it is in, such as `rules[3].body.measure.at_most.n`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {fault}")]
pub struct PolicyFault {
    /// Path of the field.
    pub path: String,
    /// What is wrong with it.
    pub fault: RuleFault,
}

/// What can be wrong with a field of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleFault {
    /// A text is empty.
    #[error("give a text")]
    Blank,
    /// A figure is 0.
    #[error("give a number of at least 1")]
    Zero,
    /// A period ends before it begins.
    #[error("the end is before the beginning")]
    EndsBeforeItBegins,
    /// A list that needs an entry has none.
    #[error("name at least one")]
    Empty,
    /// Something is listed twice.
    #[error("listed twice")]
    Repeated,
    /// Numbers that should rise do not.
    #[error("the numbers must rise")]
    NotRising,
    /// Another row has the same name and version.
    #[error("another row has this name and version")]
    Duplicate,
    /// Two versions of one row are in force on the same day.
    #[error("two versions are in force on the same day")]
    Overlap,
    /// The unit does not fit what is measured.
    #[error("this unit cannot be used here")]
    UnsuitableUnit,
    /// The row needs one named process.
    #[error("name one kind of meeting")]
    NeedsOneProcess,
    /// A panel cannot be on a weekend.
    #[error("choose a weekday from Monday to Friday")]
    Weekend,
}

pub(super) fn profile(profile: &Profile) -> Result<(), Vec<PolicyFault>> {
    let mut faults = Faults(Vec::new());
    faults.when(profile.key.trim().is_empty(), "key", RuleFault::Blank);
    faults.when(profile.name.trim().is_empty(), "name", RuleFault::Blank);
    for (index, rule) in profile.rules.iter().enumerate() {
        let at = format!("rules[{index}]");
        check_row(rule, &at, &mut faults);
        for earlier in profile.rules.iter().take(index) {
            if (earlier.id, earlier.part) == (rule.id, rule.part) {
                let same = earlier.version == rule.version;
                faults.when(same, &format!("{at}.version"), RuleFault::Duplicate);
                let overlaps = !same && is_overlapping(earlier, rule);
                faults.when(overlaps, &format!("{at}.effective_from"), RuleFault::Overlap);
            }
        }
    }
    if faults.0.is_empty() { Ok(()) } else { Err(faults.0) }
}

struct Faults(Vec<PolicyFault>);

impl Faults {
    fn when(&mut self, is_wrong: bool, path: &str, fault: RuleFault) {
        if is_wrong {
            self.0.push(PolicyFault { path: path.into(), fault });
        }
    }

    fn interval(&mut self, interval: Interval, path: &str) {
        self.when(interval.n == 0, &format!("{path}.n"), RuleFault::Zero);
    }

    /// An interval that is counted in whole days.
    fn days_or_longer(&mut self, interval: Interval, path: &str) {
        self.interval(interval, path);
        let unit = format!("{path}.unit");
        self.when(interval.unit == Unit::Hours, &unit, RuleFault::UnsuitableUnit);
    }
}

fn is_overlapping(one: &Rule, other: &Rule) -> bool {
    let starts_by_end = |late: &Rule, early: &Rule| {
        early.effective_to.is_none_or(|last| late.effective_from <= last)
    };
    starts_by_end(one, other) && starts_by_end(other, one)
}

fn check_row(rule: &Rule, at: &str, faults: &mut Faults) {
    faults.when(rule.id == RuleId::number(0), &format!("{at}.id"), RuleFault::Zero);
    faults.when(rule.version == 0, &format!("{at}.version"), RuleFault::Zero);
    faults.when(rule.title.trim().is_empty(), &format!("{at}.title"), RuleFault::Blank);
    let document = format!("{at}.source.document");
    faults.when(rule.source.document.trim().is_empty(), &document, RuleFault::Blank);
    let is_backwards = rule.effective_to.is_some_and(|last| last < rule.effective_from);
    faults.when(is_backwards, &format!("{at}.effective_to"), RuleFault::EndsBeforeItBegins);
    let body = format!("{at}.body");
    match &rule.body {
        Body::Clock(clock) => check_clock(clock, &body, faults),
        Body::Requirement(requirement) => check_requirement(requirement, &body, faults),
    }
}

fn check_clock(clock: &Clock, at: &str, faults: &mut Faults) {
    let is_repeated = clock
        .levels
        .iter()
        .enumerate()
        .any(|(n, level)| clock.levels.iter().skip(n + 1).any(|other| other == level));
    faults.when(is_repeated, &format!("{at}.levels"), RuleFault::Repeated);
    let may_be_any = matches!(
        clock.measure,
        Measure::OffMeeting { .. } | Measure::Within { of: Anchor::InquorateMeeting, .. }
    );
    let is_unnamed = clock.process == Process::Any && !may_be_any;
    faults.when(is_unnamed, &format!("{at}.process"), RuleFault::NeedsOneProcess);
    let measure = |field: &str| format!("{at}.measure.{field}");
    match &clock.measure {
        Measure::ReviewGap { at_most, .. } => faults.days_or_longer(*at_most, &measure("at_most")),
        Measure::FirstMeeting { within } | Measure::OffMeeting { within, .. } => {
            faults.days_or_longer(*within, &measure("within"));
        }
        Measure::Within { within, .. } => faults.interval(*within, &measure("within")),
        Measure::RiskRaised { catch_up, .. } => {
            faults.days_or_longer(*catch_up, &measure("catch_up"));
        }
        Measure::OnTrigger { triggers } => {
            faults.when(triggers.is_empty(), &measure("triggers"), RuleFault::Empty);
        }
        Measure::EpisodeCount { comparator, count, within_days, .. } => {
            let is_always = *comparator == Comparator::AtLeast && *count == 0;
            faults.when(is_always, &measure("count"), RuleFault::Zero);
            faults.when(*within_days == 0, &measure("within_days"), RuleFault::Zero);
        }
        Measure::Unreviewed { cycles } => {
            faults.when(*cycles == 0, &measure("cycles"), RuleFault::Zero);
        }
        Measure::Wait { target: Some(target) } if clock.process == Process::Missing => {
            faults.interval(*target, &measure("target"));
        }
        Measure::Wait { target } => {
            if let Some(target) = target {
                faults.days_or_longer(*target, &measure("target"));
            }
        }
        Measure::Series { every_months, slot, .. } => {
            faults.when(*every_months == 0, &measure("every_months"), RuleFault::Zero);
            let is_weekend =
                slot.is_some_and(|slot| matches!(slot.weekday, Weekday::Sat | Weekday::Sun));
            faults.when(is_weekend, &measure("slot.weekday"), RuleFault::Weekend);
        }
        Measure::RiskLowered { .. } | Measure::ChairSet { .. } | Measure::NextDateRequired => {}
    }
}

fn check_requirement(requirement: &Requirement, at: &str, faults: &mut Faults) {
    let field = |field: &str| format!("{at}.{field}");
    match requirement {
        Requirement::Flag { .. } | Requirement::DueSoon { .. } => {}
        Requirement::Quorum { seats, .. } => {
            faults.when(seats.is_empty(), &field("seats"), RuleFault::Empty);
            for (index, seat) in seats.iter().enumerate() {
                let any_of = field(&format!("seats[{index}].any_of"));
                faults.when(seat.any_of.is_empty(), &any_of, RuleFault::Empty);
                let at_least = field(&format!("seats[{index}].at_least"));
                faults.when(seat.at_least == 0, &at_least, RuleFault::Zero);
            }
        }
        Requirement::ReportedWithin { within, .. } => faults.interval(*within, &field("within")),
        Requirement::Retention { keep, .. } => faults.days_or_longer(*keep, &field("keep")),
        Requirement::SecondPersonCheck { n_people } => {
            faults.when(*n_people == 0, &field("n_people"), RuleFault::Zero);
        }
        Requirement::SuppressCounts { from, to } => {
            faults.when(*from == 0, &field("from"), RuleFault::Zero);
            faults.when(to < from, &field("to"), RuleFault::EndsBeforeItBegins);
        }
        Requirement::DurationBands { months } => {
            faults.when(months.is_empty(), &field("months"), RuleFault::Empty);
            let is_rising = months.windows(2).all(|pair| pair.first() < pair.last());
            faults.when(!is_rising, &field("months"), RuleFault::NotRising);
        }
    }
}

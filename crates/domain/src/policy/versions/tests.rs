//! New versions of rows.

use super::{NewVersion, NotAVersion, Says};
use crate::policy::{
    Comparator, EpisodeRule, Interval, RuleId, ShippedProfile, Source, Status, Unit,
};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn new(figure: Option<Interval>) -> NewVersion {
    NewVersion {
        id: RuleId::number(1),
        part: None,
        after: 1,
        effective_from: day("2027-01-01"),
        says: Says::Figure(figure),
        title: "High risk: a meeting at least every 6 weeks".into(),
        source: Source { document: "Board paper".into(), paragraph: "4".into() },
        status: Status::Local,
    }
}

#[test]
fn a_new_version_begins_where_the_old_one_ends() {
    let profile = ShippedProfile::NottinghamCity.profile();
    let rule = profile.next_version(new(Some(Interval::new(6, Unit::Weeks)))).unwrap();
    let profile = profile.with_versions(vec![rule]);
    let on = |text: &str| {
        let in_force: Vec<_> = profile
            .in_force_on(day(text))
            .filter(|rule| rule.id == RuleId::number(1))
            .map(|rule| rule.body.in_words())
            .collect();
        in_force
    };
    assert_eq!(on("2026-12-31"), ["at least every 8 weeks"]);
    assert_eq!(on("2027-01-01"), ["at least every 6 weeks"]);
    assert_eq!(profile.validate(), Ok(()));
}

#[test]
fn a_county_that_decides_on_a_figure_gets_a_clock() {
    let profile = ShippedProfile::NottinghamshireCounty.profile();
    let rule = profile.next_version(new(Some(Interval::new(6, Unit::Weeks)))).unwrap();
    assert_eq!(rule.body.in_words(), "at least every 6 weeks");
    assert_eq!(rule.version, 2);
}

#[test]
fn a_version_that_somebody_else_published_meanwhile_is_not_overwritten() {
    let profile = ShippedProfile::NottinghamCity.profile();
    let rule = profile.next_version(new(None)).unwrap();
    let profile = profile.with_versions(vec![rule]);
    assert_eq!(profile.next_version(new(None)), Err(NotAVersion::Stale { newest: 2 }));
}

#[test]
fn a_version_cannot_begin_before_the_one_it_follows() {
    let profile = ShippedProfile::NottinghamCity.profile();
    let early = NewVersion { effective_from: day("2000-01-01"), ..new(None) };
    let refused = profile.next_version(early);
    assert_eq!(refused, Err(NotAVersion::NotAfter(day("2000-01-01"))));
}

#[test]
fn a_figure_of_nothing_is_refused_with_its_field() {
    let profile = ShippedProfile::NottinghamCity.profile();
    let refused = profile.next_version(new(Some(Interval::new(0, Unit::Weeks))));
    let Err(NotAVersion::Faults(faults)) = refused else { panic!("{refused:?}") };
    assert!(faults[0].path.ends_with("at_most.n"), "{}", faults[0].path);
}

#[test]
fn a_row_without_a_figure_takes_none() {
    let profile = ShippedProfile::NottinghamCity.profile();
    let nrm = NewVersion { id: RuleId::number(9), ..new(Some(Interval::new(1, Unit::Weeks))) };
    assert_eq!(profile.next_version(nrm), Err(NotAVersion::NoFigure));
}

/// R15 read by another council: three or more in 60 days.
fn episodes(within_days: u16) -> NewVersion {
    let comparator = Comparator::AtLeast;
    let says = Says::Episodes(EpisodeRule { comparator, count: 3, within_days });
    NewVersion { id: RuleId::number(15), says, ..new(None) }
}

#[test]
fn an_authority_reads_the_count_of_episodes_in_its_own_way() {
    let profile = ShippedProfile::NottinghamshireCounty.profile();
    let rule = profile.next_version(episodes(60)).unwrap();
    assert_eq!(rule.body.in_words(), "at least 3 in 60 days");
    let json = serde_json::to_string(&rule.body).unwrap();
    assert_eq!(serde_json::from_str::<crate::policy::Body>(&json).unwrap(), rule.body);
}

#[test]
fn a_window_of_nothing_is_refused_with_its_field() {
    let profile = ShippedProfile::NottinghamshireCounty.profile();
    let Err(NotAVersion::Faults(faults)) = profile.next_version(episodes(0)) else { panic!() };
    assert!(faults[0].path.ends_with("within_days"), "{}", faults[0].path);
    let high = NewVersion { id: RuleId::number(1), ..episodes(60) };
    assert_eq!(profile.next_version(high), Err(NotAVersion::NoFigure));
}

#[test]
fn a_count_stored_before_the_comparator_was_data_means_more_than() {
    let stored = r#"{"family":"clock","process":"missing","measure":{"kind":"episode_count",
        "episode":"missing","more_than":3,"within_days":90}}"#;
    let body: crate::policy::Body = serde_json::from_str(stored).unwrap();
    assert_eq!(body.in_words(), "more than 3 in 90 days");
}

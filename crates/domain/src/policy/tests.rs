//! The shipped profiles and the checks on edited ones.

mod councils;
mod table;

use super::*;
use crate::policy::clocks::Measure;

fn ids(shipped: ShippedProfile) -> Vec<String> {
    let mut ids: Vec<String> =
        shipped.profile().rules.iter().map(|rule| rule.id.to_string()).collect();
    ids.sort();
    ids.dedup();
    ids
}

#[test]
fn every_shipped_profile_is_valid_and_survives_as_json() {
    for shipped in ShippedProfile::ALL {
        let profile = shipped.profile();
        assert_eq!(profile.validate(), Ok(()), "{}", shipped.key());
        let json = serde_json::to_string(&profile).unwrap();
        assert_eq!(serde_json::from_str::<Profile>(&json).unwrap(), profile, "{}", shipped.key());
        assert_eq!(ShippedProfile::from_key(shipped.key()), Some(shipped));
    }
}

#[test]
fn the_rows_that_every_profile_needs_are_there() {
    for shipped in ShippedProfile::ALL {
        let found = ids(shipped);
        for number in [1, 2, 3, 4, 7, 8, 9].into_iter().chain(37..=47).chain([49]) {
            let id = RuleId::number(number).to_string();
            assert!(found.contains(&id), "{} has no {id}", shipped.key());
        }
    }
    for shipped in [ShippedProfile::NottinghamCity, ShippedProfile::Trentshire] {
        let found = ids(shipped);
        for id in ["R05", "R06", "R10", "R16"] {
            assert!(found.contains(&id.to_owned()), "{} has no {id}", shipped.key());
        }
    }
    let county = ids(ShippedProfile::NottinghamshireCounty);
    for number in [11, 14, 15, 17, 18, 20, 21].into_iter().chain(22..=36).chain([48]) {
        let id = RuleId::number(number).to_string();
        assert!(county.contains(&id), "the County has no {id}");
    }
}

#[test]
fn a_rule_printed_by_no_one_is_never_called_printed() {
    for rule in ShippedProfile::NottinghamshireCounty.profile().rules {
        if let Body::Clock(clock) = &rule.body
            && matches!(clock.measure, Measure::ChairSet { .. })
        {
            assert_eq!(rule.status, Status::Proposed, "{}", rule.id);
        }
        assert!(
            rule.status != Status::Seed || rule.source.document.contains("Nottinghamshire County"),
            "{} cites another authority's paper",
            rule.id
        );
    }
}

#[test]
fn a_rule_name_is_read_only_in_its_own_form() {
    assert_eq!("R01".parse(), Ok(RuleId::number(1)));
    for wrong in ["R1", "R001", "r01", "01", "", "R-1", "R256", "R+1"] {
        assert!(wrong.parse::<RuleId>().is_err(), "{wrong}");
    }
}

/// The faults that one change to the City's profile brings.
fn faults(change: impl FnOnce(&mut Profile)) -> Vec<String> {
    let mut profile = ShippedProfile::NottinghamCity.profile();
    change(&mut profile);
    let faults = profile.validate().unwrap_err();
    faults.iter().map(|fault| format!("{} {:?}", fault.path, fault.fault)).collect()
}

fn gap(profile: &mut Profile) -> &mut Interval {
    let Body::Clock(clock) = &mut profile.rules[0].body else { panic!("R01 is a clock") };
    let Measure::ReviewGap { at_most, .. } = &mut clock.measure else { panic!("R01 is a gap") };
    at_most
}

#[test]
fn a_fault_names_its_field() {
    assert_eq!(faults(|profile| gap(profile).n = 0), ["rules[0].body.measure.at_most.n Zero"]);
    assert_eq!(
        faults(|profile| gap(profile).unit = Unit::Hours),
        ["rules[0].body.measure.at_most.unit UnsuitableUnit"]
    );
    assert_eq!(
        faults(
            |profile| profile.rules[2].effective_to = chrono::NaiveDate::from_ymd_opt(1999, 1, 1)
        ),
        ["rules[2].effective_to EndsBeforeItBegins"]
    );
    assert_eq!(
        faults(|profile| {
            profile.name = " ".into();
            profile.rules[1].source.document = String::new();
        }),
        ["name Blank", "rules[1].source.document Blank"]
    );
}

#[test]
fn two_versions_of_a_row_cannot_be_in_force_together() {
    let n = ShippedProfile::NottinghamCity.profile().rules.len();
    let again = |version| {
        faults(move |profile| {
            let mut rule = profile.rules[0].clone();
            rule.version = version;
            profile.rules.push(rule);
        })
    };
    assert_eq!(again(1), [format!("rules[{n}].version Duplicate")]);
    assert_eq!(again(2), [format!("rules[{n}].effective_from Overlap")]);
}

#[test]
fn every_kind_of_empty_figure_is_refused() {
    let number = |id: u8, profile: &Profile| {
        profile.rules.iter().position(|rule| rule.id == RuleId::number(id)).unwrap()
    };
    assert_eq!(
        faults(|profile| {
            let position = number(46, profile);
            profile.rules[position].body =
                Body::Requirement(Requirement::SuppressCounts { from: 5, to: 1 });
        })
        .iter()
        .map(|fault| fault.split_once("].").unwrap().1.to_owned())
        .collect::<Vec<_>>(),
        ["body.to EndsBeforeItBegins"]
    );
    assert_eq!(
        faults(|profile| {
            let position = number(3, profile);
            let Body::Clock(clock) = &mut profile.rules[position].body else { panic!() };
            clock.measure = Measure::OnTrigger { triggers: Vec::new() };
            clock.process = Process::Any;
            clock.levels = vec![RiskLevel::Low, RiskLevel::Low];
        })
        .len(),
        3
    );
}

#[test]
fn requirements_in_force_can_be_read_by_day() {
    let profile = ShippedProfile::Trentshire.profile();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let due_soon = profile.requirements_on(day).find_map(|(rule, requirement)| match requirement {
        Requirement::DueSoon { days } => Some((rule.id, *days)),
        _ => None,
    });
    assert_eq!(due_soon, Some((RuleId::number(49), 14)));
    let before = chrono::NaiveDate::from_ymd_opt(1999, 1, 1).unwrap();
    assert_eq!(profile.in_force_on(before).count(), 0);
}

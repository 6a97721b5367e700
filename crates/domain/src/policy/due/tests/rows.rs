//! The table, row by row.

use super::*;
use crate::policy::RuleId;
use crate::policy::clocks::{
    Adjourned, Comparator, EpisodeRule, Interval, LowerFormula, Measure, RaiseFormula, Unit,
};
use crate::policy::rule::{Body, Transition};
use RiskLevel::{High, Low, Medium};
use ShippedProfile::{NottinghamCity, NottinghamshireCounty, Trentshire};

/// The County's count (R15).
const MORE_THAN_3: EpisodeRule =
    EpisodeRule { comparator: Comparator::MoreThan, count: 3, within_days: 90 };

/// The City's profile with one clock changed.
fn city_with(number: u8, change: impl Fn(&mut Measure)) -> Profile {
    let mut profile = NottinghamCity.profile();
    for rule in &mut profile.rules {
        if let (true, Body::Clock(clock)) = (rule.id == RuleId::number(number), &mut rule.body) {
            change(&mut clock.measure);
        }
    }
    profile
}

#[test]
fn reviews_are_counted_in_weeks_from_the_day_held() {
    let review = |row, level, last: &str, others: Vec<Fact>, due: &str, book_by: &str| {
        let mut facts = vec![rated("2026-01-05", level), held(last)];
        facts.extend(others);
        let owed = owed(NottinghamCity, &facts, last);
        let [only] = owed.as_slice() else { panic!("{row}: {:?}", lines(&owed)) };
        assert_eq!(only.due(), Some(Due::On(day(due))), "{row}");
        assert_eq!(only.book_by(), Some(day(book_by)), "{row}");
    };
    let planned = || vec![next_date(Process::Eram, "2026-11-03", "2026-12-22")];
    let cancelled = Event::MeetingCancelled { process: Process::Eram };
    review("WK-01", High, "2026-11-03", vec![], "2026-12-29", "2026-12-29");
    review("WK-02", High, "2026-11-02", vec![], "2026-12-28", "2026-12-24");
    review("WK-03", High, "2027-01-29", vec![], "2027-03-26", "2027-03-25");
    review("WK-04", Medium, "2027-01-20", vec![], "2027-04-14", "2027-04-14");
    review("WK-05", High, "2026-12-08", planned(), "2027-02-02", "2027-02-02");
    review("WK-06", High, "2027-01-12", planned(), "2027-03-09", "2027-03-09");
    let facts = [rated("2026-01-05", High), held("2026-10-06"), fact("2026-11-24", cancelled)];
    assert_eq!(city(&facts, "2026-11-25"), ["R01 2026-12-01 DueSoon"], "WK-07");
}

#[test]
fn an_adjourned_meeting_counts_from_its_first_sitting() {
    let sittings = ["2026-11-24T10:00:00Z", "2026-12-01T10:00:00Z"];
    let adjourned = Event::MeetingHeld {
        process: Process::Eram,
        kind: MeetingKind::Review,
        quoracy: Quoracy::Quorate,
        sittings: sittings.map(|sitting| sitting.parse().unwrap()).to_vec(),
    };
    let facts = [rated("2026-01-05", High), fact("2026-12-01T10:00:00Z", adjourned)];
    assert_eq!(city(&facts, "2026-12-02"), ["R01 2027-01-19 NotDue"], "WK-08");

    let from_last = city_with(1, |measure| {
        if let Measure::ReviewGap { counting, .. } = measure {
            counting.adjourned = Adjourned::FromLastSitting;
        }
    });
    assert_eq!(
        lines(&owed_by(&from_last, &facts, "2026-12-02")),
        ["R01 2027-01-26 NotDue"],
        "WK-08, switched"
    );
}

#[test]
fn a_raised_risk_moves_the_date_forward_with_time_to_catch_up() {
    for (row, change, due) in [
        ("RC-01", "2026-11-17", "2026-12-29"),
        ("RC-02", "2026-12-22", "2027-01-08"),
        ("RC-03", "2027-01-05", "2027-01-19"),
        ("RC-04", "2027-01-19", "2027-01-26"),
    ] {
        let before = [rated("2026-11-03", Medium), held("2026-11-03")];
        assert_eq!(city(&before, "2026-11-04"), ["R02 2027-01-26 NotDue"], "{row}");
        let after = [before[0].clone(), before[1].clone(), rated(change, High)];
        let owed = owed(NottinghamCity, &after, change);
        assert_eq!(owed.len(), 1, "{row}");
        assert_eq!(owed[0].rule.id, RuleId::number(1), "{row}");
        assert_eq!(owed[0].due(), Some(Due::On(day(due))), "{row}");
    }
}

#[test]
fn the_other_formulas_for_a_raised_risk_are_switches() {
    let facts = [rated("2026-11-03", Medium), held("2026-11-03"), rated("2027-01-05", High)];
    for (formula, due) in [
        (RaiseFormula::CatchUp, "2027-01-19"),
        (RaiseFormula::FromLastMeeting, "2026-12-29"),
        (RaiseFormula::FromChange, "2027-01-26"),
    ] {
        let switched = city_with(5, |measure| {
            if let Measure::RiskRaised { formula: current, .. } = measure {
                *current = formula;
            }
        });
        let owed = owed_by(&switched, &facts, "2027-01-05");
        assert_eq!(owed[0].due(), Some(Due::On(day(due))), "{formula:?}");
    }
}

#[test]
fn a_lowered_risk_keeps_the_date_unless_a_meeting_set_it() {
    let at_meeting = [rated("2026-10-01", High), held("2026-11-24"), rated("2026-11-24", Medium)];
    assert_eq!(city(&at_meeting, "2026-11-25"), ["R02 2027-02-16 NotDue"], "RC-05");

    let between = [rated("2026-11-03", High), held("2026-11-03"), rated("2026-11-24", Medium)];
    assert_eq!(city(&between, "2026-11-25"), ["R01 2026-12-29 NotDue"], "RC-06");

    let switched = city_with(6, |measure| {
        *measure = Measure::RiskLowered { formula: LowerFormula::FromLastMeeting };
    });
    let owed = owed_by(&switched, &between, "2026-11-25");
    assert_eq!(lines(&owed), ["R02 2027-01-26 NotDue"], "RC-06, switched");
}

#[test]
fn a_fall_to_low_asks_for_a_decision_and_cancels_nothing() {
    let facts = [rated("2026-11-03", High), held("2026-11-03"), rated("2026-11-24", Low)];
    let owed = owed(NottinghamCity, &facts, "2026-11-25");
    assert_eq!(lines(&owed), ["R03 - Triggered"], "RC-07");
    assert_eq!(owed[0].task, Task::ReviewDecision, "RC-07");
}

#[test]
fn a_child_never_met_is_seen_within_the_time_to_catch_up() {
    let facts = [rated("2026-11-02", Low), rated("2026-11-24", High)];
    assert_eq!(city(&facts, "2026-11-25"), ["R04 2026-12-08 DueSoon"], "RC-08");
}

#[test]
fn a_rise_from_low_after_a_meeting_gives_the_time_to_catch_up() {
    let facts = [rated("2026-11-02", Low), held("2026-11-03"), rated("2026-11-24", High)];
    assert_eq!(city(&facts, "2026-11-25"), ["R01 2026-12-08 DueSoon"]);
}

#[test]
fn a_correction_voids_an_entry_and_a_real_change_does_not() {
    let mut facts = vec![
        rated("2026-11-03", Medium),
        held("2026-11-03"),
        rated("2026-11-17T09:00:00Z", High),
        rated("2026-11-17T15:00:00Z", Medium),
    ];
    assert_eq!(city(&facts, "2026-11-18"), ["R01 2026-12-29 NotDue"], "RC-09, real changes");
    facts.push(fact("2026-11-17T15:01:00Z", Event::Correction { of: 2 }));
    facts.push(fact("2026-11-17T15:01:00Z", Event::Correction { of: 3 }));
    assert_eq!(city(&facts, "2026-11-18"), ["R02 2027-01-26 NotDue"], "RC-09");
    facts.push(fact("2026-11-17T16:00:00Z", Event::Correction { of: 4 }));
    facts.push(fact("2026-11-17T16:00:00Z", Event::Correction { of: 5 }));
    assert_eq!(city(&facts, "2026-11-18"), ["R01 2026-12-29 NotDue"], "corrections corrected");
}

#[test]
fn a_new_version_of_a_rule_applies_to_later_meetings_unless_it_says_all_open() {
    let mut profile = NottinghamCity.profile();
    let position = profile.rules.iter().position(|rule| rule.id == RuleId::number(1)).unwrap();
    let mut second = profile.rules[position].clone();
    profile.rules[position].effective_to = Some(day("2026-03-31"));
    second.version = 2;
    second.effective_from = day("2026-04-01");
    if let Body::Clock(clock) = &mut second.body
        && let Measure::ReviewGap { at_most, .. } = &mut clock.measure
    {
        *at_most = Interval::new(6, Unit::Weeks);
    }
    profile.rules.push(second);
    let facts = [rated("2026-03-10", High), held("2026-03-10")];
    let found = owed_by(&profile, &facts, "2026-04-02");
    assert_eq!(lines(&found), ["R01 2026-05-05 NotDue"], "RC-10");
    assert_eq!(found[0].rule.version, 1, "RC-10");

    profile.rules.last_mut().unwrap().transition = Transition::AllOpen;
    let found = owed_by(&profile, &facts, "2026-04-02");
    // Six weeks from the meeting is 21 April; ten working days from 1 April, over Easter, is 17 April.
    assert_eq!(lines(&found), ["R01 2026-04-21 NotDue"], "RC-10, all open");
    assert_eq!(found[0].rule.version, 2, "RC-10, all open");
}

#[test]
fn a_return_interview_is_due_seventy_two_elapsed_hours_after_the_return() {
    for (row, returned, due) in [
        ("HR-01", "2026-12-04T22:15:00Z", "2026-12-07T22:15:00+00:00"),
        ("HR-02", "2027-03-26T18:00:00Z", "2027-03-29T18:00:00+00:00"),
        ("HR-03", "2027-10-29T09:00:00Z", "2027-11-01T09:00:00+00:00"),
        ("HR-04", "2027-10-31T00:30:00Z", "2027-11-03T00:30:00+00:00"),
        ("HR-05", "2026-12-04", "2026-12-07T00:00:00+00:00"),
    ] {
        let facts = [fact(returned, Event::MissingReturned)];
        let owed = owed(
            NottinghamCity,
            &facts,
            &returned.get(..10).map_or_else(String::new, |day| format!("{day}T23:59:00Z")),
        );
        assert_eq!(owed.len(), 1, "{row}");
        assert_eq!(owed[0].due(), Some(Due::At(due.parse().unwrap())), "{row}");
        let is_flagged = owed[0]
            .trace
            .iter()
            .any(|step| matches!(step, Step::Event(EventStep::TimeMissing { .. })));
        assert_eq!(is_flagged, row == "HR-05", "{row}");
    }
}

#[test]
fn a_fourth_episode_in_ninety_days_calls_for_a_meeting() {
    let days = |days: &[&str]| days.iter().map(|text| day(text)).collect::<Vec<_>>();
    for (row, starts, meetings, expected) in [
        (
            "TR-01",
            days(&["2026-09-01", "2026-10-01", "2026-10-31", "2026-11-29"]),
            vec![],
            days(&["2026-11-29"]),
        ),
        ("TR-02", days(&["2026-09-01", "2026-10-01", "2026-10-31", "2026-11-30"]), vec![], vec![]),
        ("TR-03", days(&["2026-09-01", "2026-10-01", "2026-10-31"]), vec![], vec![]),
        (
            "TR-04",
            days(&[
                "2026-09-01",
                "2026-09-02",
                "2026-09-03",
                "2026-09-04",
                "2026-09-05",
                "2026-09-21",
                "2026-09-22",
                "2026-09-23",
                "2026-09-24",
            ]),
            days(&["2026-09-11"]),
            days(&["2026-09-04", "2026-09-24"]),
        ),
    ] {
        assert_eq!(episode_triggers(&starts, &meetings, MORE_THAN_3), expected, "{row}");
        let mut facts: Vec<Fact> =
            starts.iter().map(|start| Fact::on(*start, Event::MissingStarted)).collect();
        facts.extend(
            meetings
                .iter()
                .map(|meeting| held_in(Process::Missing, &meeting.to_string(), Quoracy::Quorate)),
        );
        let found = lines(&owed(NottinghamshireCounty, &facts, "2026-12-01"));
        let is_triggered = found.iter().any(|line| line == "R15 - Triggered");
        assert_eq!(is_triggered, !expected.is_empty(), "{row}: {found:?}");
    }
}

#[test]
fn an_initial_conference_follows_the_strategy_discussion() {
    for (row, discussion, due) in [
        ("WD-01", "2026-12-18", "2027-01-13"),
        ("WD-02", "2027-03-19", "2027-04-13"),
        ("WD-03", "2026-11-28", "2026-12-18"),
        ("WD-04", "2027-05-03", "2027-05-24"),
        ("WD-05", "2023-04-28", "2023-05-23"),
        ("WD-06", "2022-05-20", "2022-06-14"),
        ("WD-07", "2022-09-01", "2022-09-23"),
    ] {
        for shipped in ShippedProfile::ALL {
            let facts = [fact(discussion, Event::StrategyDiscussion { process: Process::Icpc })];
            let owed = owed(shipped, &facts, discussion);
            assert_eq!(owed[0].due(), Some(Due::On(day(due))), "{row}, {}", shipped.key());
        }
    }
}

#[test]
fn a_referral_counts_from_the_day_the_employer_became_aware() {
    let facts = [fact("2026-12-04T17:30:00Z", Event::EmployerAware)];
    assert_eq!(
        lines(&owed(Trentshire, &facts, "2026-12-04T18:00:00Z")),
        ["R22 2026-12-07 DueSoon"],
        "WD-10"
    );
}

#[test]
fn review_conferences_are_counted_in_months() {
    let conference = |when, process| fact(when, Event::ConferenceHeld { process });
    for (row, first, due) in [
        ("MO-01", "2026-11-30", "2027-02-28"),
        ("MO-02", "2027-11-29", "2028-02-29"),
        ("MO-03", "2027-11-30", "2028-02-29"),
    ] {
        let owed = owed(NottinghamCity, &[conference(first, Process::Icpc)], first);
        assert_eq!(owed[0].due(), Some(Due::On(day(due))), "{row}");
    }
    for (row, review, due) in [
        ("MO-04", "2026-08-31", "2027-02-28"),
        ("MO-05", "2027-02-28", "2027-08-28"),
        ("MO-06", "2027-03-31", "2027-09-30"),
        ("MO-07", "2028-02-29", "2028-08-29"),
    ] {
        let facts = [conference("2026-01-05", Process::Icpc), conference(review, Process::Rcpc)];
        let owed = owed(NottinghamCity, &facts, review);
        assert_eq!(owed.len(), 1, "{row}");
        assert_eq!(owed[0].due(), Some(Due::On(day(due))), "{row}");
    }
}

//! The clocks of the comparators (R53–R55), of an assessment (R19), of a panel's list (R13) and of
//! episodes counted the other way (R15).

use super::*;
use crate::policy::RuleId;
use crate::policy::clocks::{Comparator, EpisodeRule, Interval, Measure, Unit};
use crate::policy::rule::Body;
use ShippedProfile::{Blank, NottinghamCity, NottinghamshireCounty, Trentshire};

fn opened(process: Process, when: &str) -> Fact {
    fact(when, Event::ReferralReceived { process })
}

fn met(process: Process, when: &str) -> Fact {
    held_in(process, when, Quoracy::Quorate)
}

#[test]
fn a_core_group_meets_within_ten_working_days_and_then_every_six_weeks() {
    for shipped in ShippedProfile::ALL {
        let mut facts = vec![opened(Process::CoreGroup, "2026-12-23")];
        assert_eq!(lines(&owed(shipped, &facts, "2026-12-24")), ["R53 2027-01-11 NotDue"], "WD-08");
        facts.push(met(Process::CoreGroup, "2027-01-08"));
        assert_eq!(lines(&owed(shipped, &facts, "2027-01-09")), ["R53 2027-02-19 NotDue"]);
        facts.push(met(Process::CoreGroup, "2027-02-18"));
        assert_eq!(lines(&owed(shipped, &facts, "2027-02-19")), ["R53 2027-04-01 NotDue"]);
        facts.push(fact("2027-03-01", Event::Closed { process: Process::Rcpc }));
        assert!(
            owed(shipped, &facts, "2027-03-02").is_empty(),
            "the plan ends with the conference"
        );
    }
}

#[test]
fn a_child_in_need_is_planned_for_in_ten_working_days_and_reviewed_every_twelve_weeks() {
    let mut facts = vec![opened(Process::CinReview, "2026-03-30")];
    let first = owed(Blank, &facts, "2026-03-31");
    assert_eq!(lines(&first), ["R54 2026-04-15 NotDue"], "over Easter");
    assert_eq!(first[0].why()[0], "It was decided that the child is in need on 30 March 2026.");
    facts.push(met(Process::CinReview, "2026-04-14"));
    let next = owed(Blank, &facts, "2026-04-15");
    assert_eq!(lines(&next), ["R54 2026-07-07 NotDue"]);
    assert_eq!(
        next[0].why()[1],
        "There are at most 12 weeks between meetings (R54, York procedures, child in need plans \
         and reviews)."
    );
}

#[test]
fn a_child_in_care_is_reviewed_after_twenty_working_days_three_months_and_six() {
    let mut facts = vec![opened(Process::CicReview, "2026-08-03")];
    for (held, due) in [
        (None, "R55 2026-09-01 NotDue"),
        (Some("2026-08-28"), "R55 2026-11-28 NotDue"),
        (Some("2026-11-30"), "R55 2027-05-30 NotDue"),
        (Some("2027-05-24"), "R55 2027-11-24 NotDue"),
    ] {
        facts.extend(held.map(|held| met(Process::CicReview, held)));
        let on = held.unwrap_or("2026-08-03");
        assert_eq!(lines(&owed(NottinghamCity, &facts, on)), [due], "{held:?}");
    }
}

#[test]
fn meetings_that_a_coordinator_leads_have_the_date_the_chair_sets() {
    for process in [Process::CceCpc, Process::CseStrategy] {
        let mut facts = vec![met(process, "2026-10-06")];
        assert_eq!(owed(NottinghamshireCounty, &facts, "2026-10-07")[0].state(), State::NeedsFact);
        facts.push(next_date(process, "2026-10-06", "2026-11-10"));
        let due = owed(NottinghamshireCounty, &facts, "2026-10-07");
        assert_eq!(due[0].due(), Some(Due::On(day("2026-11-10"))));
        assert!(owed(NottinghamCity, &facts, "2026-10-07").is_empty(), "the City holds none");
    }
}

#[test]
fn an_assessment_is_due_forty_five_working_days_after_the_referral_and_stops_when_completed() {
    let mut facts = vec![opened(Process::Hsb, "2026-10-12")];
    let due = owed(Trentshire, &facts, "2026-10-13");
    assert_eq!(lines(&due), ["R19 2026-12-14 NotDue"]);
    assert_eq!(due[0].task, Task::Assessment);
    assert_eq!(
        due[0].why(),
        [
            "The child was referred for assessment on 12 October 2026.",
            "The time allowed is 45 working days (R19, Working Together to Safeguard Children).",
            "That gives 14 December 2026.",
        ]
    );
    let done = Event::AssessmentCompleted { process: Process::Hsb };
    facts.push(fact("2026-12-01", done));
    assert!(owed(Trentshire, &facts, "2026-12-02").is_empty());
    facts.push(opened(Process::Hsb, "2027-01-04"));
    assert_eq!(lines(&owed(Trentshire, &facts, "2027-01-05")), ["R19 2027-03-08 NotDue"]);
}

#[test]
fn somebody_on_the_panel_s_list_is_discussed_within_two_of_its_cycles() {
    let facts = [met(Process::Mace, "2026-09-09")];
    let due = owed(NottinghamCity, &facts, "2026-09-10");
    assert_eq!(lines(&due), ["R13 2026-11-09 NotDue"]);
    assert_eq!(
        due[0].why()[0],
        "The MACE meeting last discussed it on 9 September 2026; at most 2 of its cycles of a month \
         may pass (R13, proposed default)."
    );
    let closed = fact("2026-10-01", Event::Closed { process: Process::Mace });
    let facts = [facts[0].clone(), closed];
    assert!(owed(NottinghamCity, &facts, "2026-12-01").is_empty(), "taken off the list");
}

#[test]
fn each_return_has_its_own_interview_whatever_their_order() {
    let (first, second) = ("2026-01-05T10:00:00Z", "2026-01-20T10:00:00Z");
    let at = |text: &str| text.parse().unwrap();
    let mut facts = vec![
        fact(first, Event::MissingReturned),
        fact(second, Event::MissingReturned),
        fact("2026-01-21T10:00:00Z", Event::ReturnInterviewCompleted { of: Some(at(first)) }),
    ];
    assert_eq!(city(&facts, "2026-01-22"), ["R16 2026-01-23T10:00:00+00:00 DueSoon"]);
    facts.push(fact("2026-01-22T10:00:00Z", Event::ReturnInterviewEnded { of: at(second) }));
    assert!(city(&facts, "2026-01-23").is_empty(), "declined, and the carer was asked");
}

#[test]
fn a_county_that_sets_a_time_for_return_interviews_gets_dates() {
    let mut profile = NottinghamshireCounty.profile();
    for rule in &mut profile.rules {
        if let (true, Body::Clock(clock)) = (rule.id == RuleId::number(16), &mut rule.body) {
            clock.measure = Measure::Wait { target: Some(Interval::new(72, Unit::Hours)) };
        }
    }
    let facts = [fact("2026-12-04T22:15:00Z", Event::MissingReturned)];
    let due = owed_by(&profile, &facts, "2026-12-05");
    assert_eq!(lines(&due), ["R16 2026-12-07T22:15:00+00:00 DueSoon"]);
}

#[test]
fn three_or_more_is_another_rule_than_more_than_three() {
    let starts = ["2026-09-01", "2026-10-01", "2026-10-31"].map(day);
    let asked = |comparator, count| EpisodeRule { comparator, count, within_days: 90 };
    let opens = |rule| episode_triggers(&starts, &[], rule);
    assert!(opens(asked(Comparator::MoreThan, 3)).is_empty());
    assert_eq!(opens(asked(Comparator::AtLeast, 3)), [day("2026-10-31")]);
    assert_eq!(opens(asked(Comparator::MoreThan, 0)), [day("2026-09-01")]);
    assert!(opens(EpisodeRule { within_days: 59, ..asked(Comparator::AtLeast, 3) }).is_empty());
}

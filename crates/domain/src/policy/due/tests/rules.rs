//! Rules beside the table.

use super::*;
use crate::policy::clocks::OffMeeting;
use crate::text::NonBlank;
use RiskLevel::{High, Low, Medium};
use ShippedProfile::{NottinghamCity, NottinghamshireCounty, Trentshire};

#[test]
fn the_contract_example_gives_its_answer() {
    let facts = [rated("2026-01-05T10:00:00Z", High), held("2026-01-08T10:00:00Z")];
    let owed = owed(NottinghamCity, &facts, "2026-03-02T09:00:00Z");
    assert_eq!(lines(&owed), ["R01 2026-03-05 DueSoon"]);
    let Standing::Dated { days_left, book_by, .. } = owed[0].standing else { panic!() };
    assert_eq!((days_left, book_by), (3, day("2026-03-05")));
}

#[test]
fn two_councils_answer_differently_about_the_same_facts() {
    let facts = [rated("2026-01-05", High), held("2026-01-08")];
    assert_eq!(city(&facts, "2026-01-09"), ["R01 2026-03-05 NotDue"]);
    assert_eq!(
        lines(&owed(NottinghamshireCounty, &facts, "2026-01-09")),
        ["R01 - NeedsFact"],
        "the County prints no figure: the chair sets the date"
    );
    let set =
        [facts[0].clone(), facts[1].clone(), next_date(Process::Eram, "2026-01-08", "2026-02-03")];
    assert_eq!(lines(&owed(NottinghamshireCounty, &set, "2026-01-09")), ["R01 2026-02-03 NotDue"]);
    assert_eq!(
        lines(&owed(Trentshire, &facts, "2026-01-09")),
        city(&facts, "2026-01-09"),
        "the demonstration authority uses the City's exploitation rules"
    );
}

#[test]
fn a_date_goes_from_not_due_to_overdue() {
    let facts = [rated("2026-01-05", High), held("2026-01-08")];
    for (on, expected) in [
        ("2026-02-18", "R01 2026-03-05 NotDue"),
        ("2026-02-19", "R01 2026-03-05 DueSoon"),
        ("2026-03-05T23:59:59Z", "R01 2026-03-05 Due"),
        ("2026-03-06T00:00:00Z", "R01 2026-03-05 Overdue"),
    ] {
        assert_eq!(city(&facts, on), [expected], "{on}");
    }
}

#[test]
fn days_are_those_of_london() {
    // Half past midnight on 9 July in London.
    let facts = [rated("2026-07-01", High), held("2026-07-08T23:30:00Z")];
    assert_eq!(city(&facts, "2026-07-10"), ["R01 2026-09-03 NotDue"]);
}

#[test]
fn low_risk_has_no_clock_until_something_happens() {
    let low = [rated("2026-01-05", Low), held("2026-01-08")];
    assert_eq!(city(&low, "2026-06-01"), ["R03 - NoClock"]);
    let incident = Event::SignificantIncident { process: Process::Eram };
    let mut facts = low.to_vec();
    facts.push(fact("2026-02-01", incident));
    assert_eq!(city(&facts, "2026-06-01"), ["R03 - Triggered"]);
    facts.push(held("2026-02-10"));
    assert_eq!(city(&facts, "2026-06-01"), ["R03 - NoClock"], "one meeting answers it");
}

#[test]
fn an_incident_at_high_risk_stands_beside_the_review() {
    let incident = Event::SignificantIncident { process: Process::Eram };
    let facts = [rated("2026-01-05", High), held("2026-01-08"), fact("2026-01-20", incident)];
    assert_eq!(city(&facts, "2026-01-21"), ["R01 2026-03-05 NotDue", "R03 - Triggered"]);
}

#[test]
fn the_first_meeting_follows_the_rating_and_re_rating_buys_no_time() {
    let mut facts = vec![rated("2026-01-05", Medium)];
    assert_eq!(city(&facts, "2026-01-06"), ["R04 2026-01-19 DueSoon"]);
    facts.push(rated("2026-01-12", High));
    assert_eq!(city(&facts, "2026-01-13"), ["R04 2026-01-19 DueSoon"]);
    facts.push(held("2026-01-16"));
    assert_eq!(city(&facts, "2026-01-17"), ["R01 2026-03-13 NotDue"]);
}

#[test]
fn an_inquorate_meeting_does_not_restart_a_clock_unless_the_chair_went_on() {
    let start = [rated("2026-01-05", High), held("2026-01-08")];
    let with = |quoracy| {
        let mut facts = start.to_vec();
        facts.push(held_in(Process::Eram, "2026-02-10", quoracy));
        city(&facts, "2026-02-11")
    };
    assert_eq!(
        with(Quoracy::Inquorate),
        ["R39 2026-02-24 DueSoon", "R01 2026-03-05 NotDue"],
        "a new date within ten working days; the review stays due"
    );
    assert_eq!(with(Quoracy::Overridden), ["R01 2026-04-07 NotDue"]);
    assert_eq!(with(Quoracy::Quorate), ["R01 2026-04-07 NotDue"]);
}

#[test]
fn a_meeting_without_a_rating_asks_for_one() {
    for shipped in [NottinghamCity, NottinghamshireCounty] {
        let owed = owed(shipped, &[held("2026-01-08")], "2026-01-09");
        assert_eq!(lines(&owed), ["R01 - NeedsFact"], "{}", shipped.key());
        assert_eq!(owed[0].standing, Standing::Needs(Need::RiskRated));
    }
}

#[test]
fn an_open_managing_allegations_case_always_has_a_next_date() {
    let referral = Event::ReferralReceived { process: Process::Ma };
    let ma = |when| held_in(Process::Ma, when, Quoracy::Quorate);
    let mut facts = vec![fact("2026-01-05", referral)];
    assert_eq!(
        lines(&owed(Trentshire, &facts, "2026-01-06")),
        ["R26 - Overdue", "R23 2026-01-12 DueSoon"]
    );
    facts.push(ma("2026-01-09"));
    assert_eq!(
        lines(&owed(Trentshire, &facts, "2026-01-10")),
        ["R26 - Overdue", "R24 2026-02-06 NotDue"]
    );
    facts.push(next_date(Process::Ma, "2026-01-09", "2026-02-03"));
    assert_eq!(lines(&owed(Trentshire, &facts, "2026-01-10")), ["R24 2026-02-06 NotDue"]);
    facts.push(ma("2026-02-03"));
    assert_eq!(lines(&owed(Trentshire, &facts, "2026-02-04")), ["R26 - Overdue"]);
    facts.push(next_date(Process::Ma, "2026-02-03", "2026-03-03"));
    assert_eq!(lines(&owed(Trentshire, &facts, "2026-02-04")), ["R25 2026-03-03 NotDue"]);
    facts.push(fact("2026-02-20", Event::Closed { process: Process::Ma }));
    assert!(owed(Trentshire, &facts, "2026-02-21").is_empty());
}

#[test]
fn a_cancelled_meeting_uses_up_the_date_that_was_set() {
    let facts = [
        held_in(Process::Ma, "2026-01-09", Quoracy::Quorate),
        next_date(Process::Ma, "2026-01-09", "2026-02-03"),
        fact("2026-01-20", Event::MeetingCancelled { process: Process::Ma }),
    ];
    let found = lines(&owed(Trentshire, &facts, "2026-01-21"));
    assert_eq!(found, ["R26 - Overdue", "R24 2026-02-06 NotDue"].map(String::from));
}

#[test]
fn the_wait_for_a_panel_is_measured_and_then_the_panel_sets_the_date() {
    let required = Event::PanelRequired { process: Process::Hsb };
    let mut facts = vec![fact("2026-01-05", required)];
    let waiting = owed(Trentshire, &facts, "2026-02-05");
    assert_eq!(lines(&waiting), ["R18 - NoClock"]);
    assert!(waiting[0].why()[0].contains("31 days ago"));
    facts.push(held_in(Process::Hsb, "2026-03-04", Quoracy::Quorate));
    assert_eq!(lines(&owed(Trentshire, &facts, "2026-03-05")), ["R20 - NeedsFact"]);
}

#[test]
fn an_interview_belongs_to_the_latest_return_without_one() {
    let facts = [
        fact("2026-01-05T10:00:00Z", Event::MissingReturned),
        fact("2026-01-20T10:00:00Z", Event::MissingReturned),
        fact("2026-01-21T10:00:00Z", Event::ReturnInterviewCompleted { of: None }),
    ];
    assert_eq!(city(&facts, "2026-01-22"), ["R16 2026-01-08T10:00:00+00:00 Overdue"]);
}

#[test]
fn a_baby_is_reviewed_ten_working_days_after_birth_when_that_is_sooner() {
    let icpc = fact("2026-01-05", Event::ConferenceHeld { process: Process::Icpc });
    let born = |when| [icpc.clone(), fact(when, Event::Birth)];
    assert_eq!(city(&born("2026-02-02"), "2026-02-03"), ["R47 2026-02-16 DueSoon"]);
    assert_eq!(city(&born("2026-04-01"), "2026-04-02"), ["R47 2026-04-05 DueSoon"]);
}

#[test]
fn a_closed_matter_owes_nothing_and_a_reopened_one_starts_again() {
    let mut facts = vec![
        rated("2026-01-05", High),
        held("2026-01-08"),
        fact("2026-02-01", Event::Closed { process: Process::Any }),
    ];
    assert!(city(&facts, "2026-02-02").is_empty());
    facts.push(rated("2026-03-02", Medium));
    assert_eq!(city(&facts, "2026-03-03"), ["R04 2026-03-16 DueSoon"]);
}

#[test]
fn later_facts_are_not_seen_from_an_earlier_day() {
    let facts = [rated("2026-01-05", High), held("2026-01-08"), held("2026-03-03")];
    assert_eq!(city(&facts, "2026-02-01"), ["R01 2026-03-05 NotDue"]);
}

#[test]
fn nothing_recorded_owes_nothing() {
    for shipped in ShippedProfile::ALL {
        assert!(owed(shipped, &[], "2026-02-01").is_empty(), "{}", shipped.key());
    }
}

#[test]
fn a_late_date_needs_a_reason_and_is_a_breach() {
    let facts = [rated("2026-01-05", High), held("2026-01-08")];
    let owed = owed(NottinghamCity, &facts, "2026-02-01");
    let early = choose_date(&owed[0], day("2026-02-20"), None).unwrap();
    assert_eq!(early.timing, DateChoice::Early { days: 13 });
    assert_eq!(choose_date(&owed[0], day("2026-03-05"), None).unwrap().timing, DateChoice::InTime);
    assert_eq!(
        choose_date(&owed[0], day("2026-03-09"), None),
        Err(LateWithoutReason { due: day("2026-03-05"), days_late: 4 })
    );
    let reason = NonBlank::new("No room before that day").unwrap();
    let late = choose_date(&owed[0], day("2026-03-09"), Some(reason)).unwrap();
    assert!(late.timing.is_breach() && late.reason.is_some());
}

#[test]
fn the_next_date_is_proposed_inside_the_rule() {
    let profile = NottinghamCity.profile();
    let book = RuleBook::new(&profile.rules);
    let calendar = WorkingCalendar::england_and_wales();
    let next = |level, held_on: &str| {
        propose_next(&book, &calendar, Process::Eram, day(held_on), level).unwrap()
    };
    let (_, window) = next(High, "2026-11-02").unwrap();
    assert_eq!(window, Some(Window::Open { opens: day("2026-12-10"), closes: day("2026-12-24") }));
    let (low, window) = next(Low, "2026-11-02").unwrap();
    assert_eq!((low.state(), window), (State::NoClock, None));
}

#[test]
fn a_missed_date_offers_the_soonest_day() {
    let facts = [rated("2026-01-05", High), held("2026-01-08")];
    let owed = owed(NottinghamCity, &facts, "2026-03-07");
    let calendar = WorkingCalendar::england_and_wales();
    let offered = window(&owed[0], &calendar, day("2026-03-07")).unwrap();
    assert_eq!(offered, Some(Window::Missed { soonest: day("2026-03-09") }));
}

#[test]
fn a_meeting_has_its_own_deadlines() {
    let profile = NottinghamCity.profile();
    let days = MeetingDays {
        planned: Some(day("2027-04-01")),
        held: Some(day("2027-04-01")),
        minutes_issued: Some(day("2027-04-12")),
    };
    let calendar = WorkingCalendar::england_and_wales();
    let book = RuleBook::new(&profile.rules);
    let found =
        meeting_deadlines(&book, &calendar, Process::Eram, days, day("2027-04-12")).unwrap();
    let found: Vec<_> =
        found.iter().map(|one| (one.rule.id.to_string(), one.task, one.on.to_string())).collect();
    let expected = [
        ("R07", OffMeeting::Invitations, "2027-03-16"),
        ("R40", OffMeeting::Actions, "2027-04-02"),
        ("R41", OffMeeting::Minutes, "2027-04-15"),
        ("R42", OffMeeting::Corrections, "2027-04-26"),
    ];
    let expected = expected.map(|(rule, task, on)| (rule.to_owned(), task, on.to_owned()));
    assert_eq!(found, expected);
}

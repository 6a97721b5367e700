//! The same facts under two councils' rules: different answers, each with its own reasons
//! (`decisions.md` 18).

use chrono::NaiveDate;

use super::super::due::{Due, Obligation, RuleBook, evaluate};
use super::super::*;
use crate::calendar::WorkingCalendar;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// One child: rated high and met, missing four times and back, assessed and waiting for a panel.
fn history() -> Vec<Fact> {
    let mut facts = vec![
        Fact::on(day("2026-09-01"), Event::ReferralReceived { process: Process::Hsb }),
        Fact::on(
            day("2026-09-01"),
            Event::RiskRated { process: Process::Eram, level: RiskLevel::High },
        ),
        Fact::on(
            day("2026-09-08"),
            Event::MeetingHeld {
                process: Process::Eram,
                kind: MeetingKind::Initial,
                quoracy: Quoracy::Quorate,
                sittings: Vec::new(),
            },
        ),
        Fact::on(day("2026-10-20"), Event::PanelRequired { process: Process::Hsb }),
    ];
    for start in ["2026-09-20", "2026-10-04", "2026-10-25", "2026-11-06"] {
        let at = |time: &str| format!("{start}T{time}:00Z").parse().unwrap();
        facts.push(Fact::at(at("18:00"), Event::MissingStarted));
        facts.push(Fact::at(at("22:15"), Event::MissingReturned));
        if start != "2026-11-06" {
            let of = Some(at("22:15"));
            facts.push(Fact::at(at("23:00"), Event::ReturnInterviewCompleted { of }));
        }
    }
    facts
}

fn owed(shipped: ShippedProfile) -> Vec<Obligation> {
    let profile = shipped.profile();
    let calendar = WorkingCalendar::england_and_wales();
    let as_of = "2026-11-08T09:00:00Z".parse().unwrap();
    evaluate(&history(), &RuleBook::new(&profile.rules), &calendar, as_of).unwrap()
}

/// Rule, date and state, as a screen lists them.
fn lines(owed: &[Obligation]) -> Vec<String> {
    let line = |one: &Obligation| {
        let due = match one.due() {
            Some(Due::On(day)) => day.to_string(),
            Some(Due::At(at)) => at.to_rfc3339(),
            None => "-".into(),
        };
        format!("{} {due} {:?}", one.rule.id, one.state())
    };
    owed.iter().map(line).collect()
}

#[test]
fn the_city_gives_dates_where_the_county_leaves_them_to_the_chair_and_counts_episodes() {
    assert_eq!(
        lines(&owed(ShippedProfile::NottinghamCity)),
        [
            "R01 2026-11-03 Overdue",
            "R19 2026-11-03 Overdue",
            "R16 2026-11-09T22:15:00+00:00 DueSoon",
        ]
    );
    assert_eq!(
        lines(&owed(ShippedProfile::NottinghamshireCounty)),
        [
            "R01 - NeedsFact",
            "R19 2026-11-03 Overdue",
            "R15 - Triggered",
            "R16 - NoClock",
            "R18 - NoClock",
        ]
    );
}

#[test]
fn each_answer_explains_itself_with_its_own_council_s_paper() {
    let why = |shipped, id: u8| -> Vec<String> {
        let owed = owed(shipped);
        let one = owed.iter().find(|one| one.rule.id == RuleId::number(id)).unwrap();
        one.why()
    };
    assert_eq!(
        why(ShippedProfile::NottinghamCity, 16),
        [
            "The child returned on 6 November 2026 at 22:15.",
            "The time allowed is 72 hours (R16, Nottingham City scrutiny pack, September 2023).",
            "That gives 9 November 2026 at 22:15.",
        ]
    );
    assert_eq!(
        why(ShippedProfile::NottinghamshireCounty, 16),
        [
            "The child returned on 6 November 2026 at 22:15.",
            "That was 2 days ago; the time is measured and has no limit (R16, no figure in the \
             authority's papers).",
        ]
    );
    assert_eq!(
        why(ShippedProfile::NottinghamshireCounty, 15),
        [
            "4 missing episodes began on 20 September 2026, 4 October 2026, 25 October 2026 and 6 \
             November 2026.",
            "More than 3 missing episodes in 90 days call for a meeting (R15, Nottinghamshire \
             County Corporate Parenting Panel pack, January 2024).",
        ]
    );
    assert_eq!(
        why(ShippedProfile::NottinghamshireCounty, 18),
        [
            "A HSB panel was called for on 20 October 2026, 19 days ago; the wait is measured and has \
          no limit (R18, Nottinghamshire County Corporate Parenting Panel pack, January 2024)."
        ]
    );
    assert_eq!(
        why(ShippedProfile::NottinghamCity, 1).first().map(String::as_str),
        Some("The last ERAM was held on 8 September 2026.")
    );
    assert_eq!(
        why(ShippedProfile::NottinghamshireCounty, 1),
        [
            "The last ERAM was held on 8 September 2026.",
            "The risk was rated high on 1 September 2026.",
            "The chair sets the date of the next ERAM (R01, no figure in the authority's papers).",
            "No next date is set.",
        ]
    );
}

//! What must hold for any history.

use chrono::Days;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use RiskLevel::{High, Low, Medium};

const PROCESSES: [Process; 5] =
    [Process::Eram, Process::Hsb, Process::Ma, Process::Missing, Process::Icpc];

prop_compose! {
    fn any_day()(n in 0u64..800) -> NaiveDate {
        day("2025-01-01").checked_add_days(Days::new(n)).unwrap()
    }
}

fn any_level() -> impl Strategy<Value = RiskLevel> {
    select(vec![Low, Medium, High])
}

fn any_event() -> impl Strategy<Value = Event> {
    let process = || select(PROCESSES.to_vec());
    let quoracy = select(vec![Quoracy::Quorate, Quoracy::Inquorate, Quoracy::Overridden]);
    prop_oneof![
        4 => any_level().prop_map(|level| Event::RiskRated { process: Process::Eram, level }),
        4 => (process(), quoracy).prop_map(|(process, quoracy)| Event::MeetingHeld {
            process,
            kind: MeetingKind::Other,
            quoracy,
            sittings: Vec::new(),
        }),
        1 => process().prop_map(|process| Event::SignificantIncident { process }),
        1 => process().prop_map(|process| Event::ReferralReceived { process }),
        1 => process().prop_map(|process| Event::MeetingCancelled { process }),
        1 => process().prop_map(|process| Event::Closed { process }),
        1 => Just(Event::MissingStarted),
        1 => Just(Event::MissingReturned),
        1 => Just(Event::ReturnInterviewCompleted { of: None }),
        1 => process().prop_map(|process| Event::StrategyDiscussion { process }),
        1 => Just(Event::EmployerAware),
        1 => Just(Event::Birth),
        1 => (process(), any_day())
            .prop_map(|(process, date)| Event::NextDateSet { process, date }),
        1 => select(vec![Process::Icpc, Process::Rcpc])
            .prop_map(|process| Event::ConferenceHeld { process }),
    ]
}

fn any_fact() -> impl Strategy<Value = Fact> {
    (any_day(), 0u32..86_400, any::<bool>(), any_event()).prop_map(
        |(on, second, is_exact, event)| {
            if is_exact {
                let time =
                    chrono::NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap();
                Fact::at(on.and_time(time).and_utc(), event)
            } else {
                Fact::on(on, event)
            }
        },
    )
}

fn any_history() -> impl Strategy<Value = Vec<Fact>> {
    proptest::collection::vec(any_fact(), 0..14)
}

/// Standing and rule of each obligation, without positions.
fn gist(owed: &[Obligation]) -> Vec<(String, Standing)> {
    owed.iter().map(|one| (one.rule.id.to_string(), one.standing)).collect()
}

const LATER: &str = "2027-06-01";

proptest! {
    #[test]
    fn raising_risk_never_moves_a_date_later(
        before in select(vec![Medium, High]), held_on in any_day(), wait in 1u64..200, quiet in 0u64..90
    ) {
        let change = held_on.checked_add_days(Days::new(wait)).unwrap();
        let today = change.checked_add_days(Days::new(quiet)).unwrap().to_string();
        let mut facts = vec![rated(&held_on.to_string(), before), held(&held_on.to_string())];
        let old = owed(ShippedProfile::NottinghamCity, &facts, &today);
        facts.push(rated(&change.to_string(), High));
        let new = owed(ShippedProfile::NottinghamCity, &facts, &today);
        prop_assert!(new[0].due().unwrap().day() <= old[0].due().unwrap().day());
    }

    #[test]
    fn raising_risk_late_leaves_time_to_catch_up(held_on in any_day(), wait in 1u64..84) {
        let change = held_on.checked_add_days(Days::new(wait)).unwrap();
        let facts = [
            rated(&held_on.to_string(), Medium),
            held(&held_on.to_string()),
            rated(&change.to_string(), High),
        ];
        let found = owed(ShippedProfile::NottinghamCity, &facts, &change.to_string());
        prop_assert_ne!(found[0].state(), State::Overdue);
    }

    #[test]
    fn any_history_gives_an_answer_with_a_book_by_day_that_is_a_working_day(
        facts in any_history(), shipped in select(ShippedProfile::ALL.to_vec())
    ) {
        let calendar = WorkingCalendar::england_and_wales();
        for one in owed(shipped, &facts, LATER) {
            if let (Some(due), Some(book_by)) = (one.due(), one.book_by()) {
                prop_assert!(book_by <= due.day() && calendar.is_bookable(book_by));
            }
            prop_assert!(one.facts.iter().all(|index| *index < facts.len()));
            prop_assert!(!one.trace.is_empty());
        }
    }

    #[test]
    fn a_correction_equals_never_having_been(
        facts in any_history(), wrong in any_fact(), shipped in select(ShippedProfile::ALL.to_vec())
    ) {
        let without = owed(shipped, &facts, LATER);
        let mut with = facts.clone();
        with.push(wrong);
        with.push(fact(LATER, Event::Correction { of: facts.len() }));
        prop_assert_eq!(owed(shipped, &with, LATER), without);
    }

    #[test]
    fn the_order_in_which_facts_were_entered_does_not_matter(
        facts in any_history(), turn in 0usize..14, shipped in select(ShippedProfile::ALL.to_vec())
    ) {
        // Only facts at different moments: entry order decides between simultaneous ones.
        let mut facts = facts;
        facts.sort_by_key(|fact| fact.when.day());
        facts.dedup_by_key(|fact| fact.when.day());
        let straight = gist(&owed(shipped, &facts, LATER));
        let middle = turn.min(facts.len());
        facts.rotate_left(middle);
        prop_assert_eq!(gist(&owed(shipped, &facts, LATER)), straight);
    }

    #[test]
    fn facts_of_one_process_do_not_move_the_dates_of_another(
        facts in any_history(), other in any_day()
    ) {
        let eram = |facts: &[Fact]| {
            let mut owed = owed(ShippedProfile::Trentshire, facts, LATER);
            owed.retain(|one| one.process == Process::Eram);
            gist(&owed)
        };
        let alone = eram(&facts);
        let mut more = facts;
        more.push(held_in(Process::Mace, &other.to_string(), Quoracy::Quorate));
        more.push(Fact::on(other, Event::MissingStarted));
        prop_assert_eq!(eram(&more), alone);
    }
}

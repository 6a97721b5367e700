//! The WD, MO, WK, HR, PN and BH rows of `scheduling.md` 4.3, and the same sums done another way.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use proptest::prelude::*;

use super::*;
use crate::clock::Instant;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar() -> WorkingCalendar {
    WorkingCalendar::england_and_wales()
}

/// Walks a day at a time and asks the published list of each year: slow, and not how
/// `add_working_days` does it.
fn walked(from: NaiveDate, n: i32) -> NaiveDate {
    let (mut at, mut left) = (from, n.abs());
    while left > 0 {
        at = if n > 0 { at.succ_opt().unwrap() } else { at.pred_opt().unwrap() };
        let weekend = at.weekday().number_from_monday() > 5;
        if !weekend && !bank_holidays(at.year()).contains(&at) {
            left -= 1;
        }
    }
    at
}

#[test]
fn working_days_are_counted_as_in_the_table() {
    for (row, anchor, n, expected) in [
        ("WD-01", "2026-12-18", 15, "2027-01-13"),
        ("WD-02", "2027-03-19", 15, "2027-04-13"),
        ("WD-03", "2026-11-28", 15, "2026-12-18"),
        ("WD-04", "2027-05-03", 15, "2027-05-24"),
        ("WD-05", "2023-04-28", 15, "2023-05-23"),
        ("WD-06", "2022-05-20", 15, "2022-06-14"),
        ("WD-07", "2022-09-01", 15, "2022-09-23"),
        ("WD-08", "2026-12-23", 10, "2027-01-11"),
        ("WD-09", "2027-04-01", -5, "2027-03-23"),
        ("WD-10", "2026-12-04", 1, "2026-12-07"),
    ] {
        let found = calendar().add_working_days(day(anchor), n).unwrap();
        assert_eq!(found, day(expected), "{row}");
        assert_eq!(walked(day(anchor), n), day(expected), "{row}, walked");
    }
}

#[test]
fn months_are_clamped_and_counted_from_the_anchor() {
    for (row, anchor, months, expected) in [
        ("MO-01", "2026-11-30", 3, "2027-02-28"),
        ("MO-02", "2027-11-29", 3, "2028-02-29"),
        ("MO-03", "2027-11-30", 3, "2028-02-29"),
        ("MO-04", "2026-08-31", 6, "2027-02-28"),
        ("MO-05", "2027-02-28", 6, "2027-08-28"),
        ("MO-06", "2027-03-31", 6, "2027-09-30"),
        ("MO-07", "2028-02-29", 6, "2028-08-29"),
        ("MO-08", "2028-02-29", 12, "2029-02-28"),
        ("MO-09", "2026-08-31", 12, "2027-08-31"),
    ] {
        assert_eq!(add_months(day(anchor), months).unwrap(), day(expected), "{row}");
    }
}

#[test]
fn the_last_bookable_day_is_the_working_day_on_or_before_the_due_day() {
    for (row, anchor, weeks, due, book_by) in [
        ("WK-01", "2026-11-03", 8, "2026-12-29", "2026-12-29"),
        ("WK-02", "2026-11-02", 8, "2026-12-28", "2026-12-24"),
        ("WK-03", "2027-01-29", 8, "2027-03-26", "2027-03-25"),
        ("WK-04", "2027-01-20", 12, "2027-04-14", "2027-04-14"),
    ] {
        let found = add_weeks(day(anchor), weeks).unwrap();
        assert_eq!(found, day(due), "{row}");
        assert_eq!(calendar().previous_bookable_day(found).unwrap(), day(book_by), "{row}");
    }
}

#[test]
fn hours_run_on_instants_through_weekends_and_clock_changes() {
    for (row, on, at, expected) in [
        ("HR-01", "2026-12-04", "22:15:00", "2026-12-07T22:15:00+00:00"),
        ("HR-02", "2027-03-26", "18:00:00", "2027-03-29T19:00:00+01:00"),
        ("HR-03", "2027-10-29", "10:00:00", "2027-11-01T09:00:00+00:00"),
        ("HR-04", "2027-10-31", "01:30:00", "2027-11-03T00:30:00+00:00"),
        ("HR-05", "2026-12-04", "00:00:00", "2026-12-07T00:00:00+00:00"),
    ] {
        let returned = local_instant(day(on), at.parse().unwrap()).unwrap();
        let expected: Instant = expected.parse().unwrap();
        assert_eq!(add_hours(returned, 72).unwrap(), expected, "{row}");
    }
}

#[test]
fn a_clock_time_that_is_skipped_means_the_moment_of_the_change() {
    let skipped = local_instant(day("2027-03-28"), NaiveTime::from_hms_opt(1, 30, 0).unwrap());
    assert_eq!(skipped.unwrap().to_rfc3339(), "2027-03-28T01:00:00+00:00");
    assert_eq!(local_time(skipped.unwrap()).to_string(), "02:00:00");
}

#[test]
fn bank_holidays_are_those_published() {
    for (row, year, expected) in [
        ("BH-01", 2026, "01-01, 04-03, 04-06, 05-04, 05-25, 08-31, 12-25, 12-28"),
        ("BH-02", 2027, "01-01, 03-26, 03-29, 05-03, 05-31, 08-30, 12-27, 12-28"),
        ("BH-03", 2028, "01-03, 04-14, 04-17, 05-01, 05-29, 08-28, 12-25, 12-26"),
        ("BH-04", 2029, "01-01, 03-30, 04-02, 05-07, 05-28, 08-27, 12-25, 12-26"),
        ("BH-05", 2030, "01-01, 04-19, 04-22, 05-06, 05-27, 08-26, 12-25, 12-26"),
        ("BH-06", 2032, "01-01, 03-26, 03-29, 05-03, 05-31, 08-30, 12-27, 12-28"),
        ("BH-07", 2033, "01-03, 04-15, 04-18, 05-02, 05-30, 08-29, 12-26, 12-27"),
        ("BH-08", 2022, "01-03, 04-15, 04-18, 05-02, 06-02, 06-03, 08-29, 09-19, 12-26, 12-27"),
        ("BH-09", 2023, "01-02, 04-07, 04-10, 05-01, 05-08, 05-29, 08-28, 12-25, 12-26"),
    ] {
        let found: Vec<String> =
            bank_holidays(year).iter().map(|day| day.format("%m-%d").to_string()).collect();
        assert_eq!(found.join(", "), expected, "{row}");
    }
}

#[test]
fn panel_dates_follow_the_holiday_rule() {
    use Ordinal::{First, Last, Second};
    for (row, year, month, weekday, ordinal, slot, held) in [
        ("PN-01", 2026, 12, Weekday::Wed, Second, "2026-12-09", "2026-12-09"),
        ("PN-02", 2027, 5, Weekday::Mon, First, "2027-05-03", "2027-05-10"),
        ("PN-03", 2027, 8, Weekday::Mon, Last, "2027-08-30", "2027-09-06"),
        ("PN-04", 2026, 12, Weekday::Fri, Last, "2026-12-25", "2027-01-08"),
    ] {
        let which = NthWeekday { ordinal, weekday };
        let found = calendar().monthly_slot(year, month, which, OnHoliday::NextSameWeekday);
        assert_eq!(found.unwrap(), MonthlySlot { slot: day(slot), held: day(held) }, "{row}");
    }
}

#[test]
fn other_holiday_rules_move_to_the_neighbouring_working_day_or_stay() {
    let which = NthWeekday { ordinal: Ordinal::Last, weekday: Weekday::Fri };
    for (rule, held) in [
        (OnHoliday::PreviousWorkingDay, "2026-12-24"),
        (OnHoliday::NextWorkingDay, "2026-12-29"),
        (OnHoliday::Keep, "2026-12-25"),
    ] {
        let found = calendar().monthly_slot(2026, 12, which, rule).unwrap();
        assert_eq!(found.held, day(held), "{rule:?}");
    }
}

#[test]
fn a_series_of_panels_is_counted_from_its_first_month() {
    let which = NthWeekday { ordinal: Ordinal::Second, weekday: Weekday::Wed };
    let slots = calendar().monthly_slots(day("2026-10-31"), 3, 1, which, OnHoliday::Keep).unwrap();
    let dates: Vec<String> = slots.iter().map(|slot| slot.held.to_string()).collect();
    assert_eq!(dates, ["2026-10-14", "2026-11-11", "2026-12-09"]);
}

#[test]
fn a_day_proclaimed_by_an_administrator_moves_deadlines() {
    let days = CalendarDays {
        proclaimed: vec![ProclaimedDay::Added { on: day("2026-12-22") }],
        ..CalendarDays::default()
    };
    let found = WorkingCalendar::with(&days).unwrap().add_working_days(day("2026-12-18"), 15);
    assert_eq!(found.unwrap(), day("2027-01-14"));
}

#[test]
fn a_closure_blocks_booking_and_leaves_deadlines_alone() {
    let mut days = CalendarDays {
        closures: vec![Closure { from: day("2026-12-24"), to: day("2027-01-01") }],
        ..CalendarDays::default()
    };
    let shut = WorkingCalendar::with(&days).unwrap();
    assert_eq!(shut.add_working_days(day("2026-12-18"), 15).unwrap(), day("2027-01-13"));
    assert!(shut.is_working_day(day("2026-12-29")) && !shut.is_bookable(day("2026-12-29")));
    assert_eq!(shut.previous_bookable_day(day("2026-12-29")).unwrap(), day("2026-12-23"));

    days.closure_effect = ClosureEffect::DeadlinesWait;
    let waiting = WorkingCalendar::with(&days).unwrap();
    assert_eq!(waiting.add_working_days(day("2026-12-18"), 15).unwrap(), day("2027-01-19"));
}

#[test]
fn editable_days_that_make_no_sense_are_named() {
    let days = CalendarDays {
        proclaimed: vec![ProclaimedDay::Moved { from: day("2026-12-22"), to: day("2026-12-23") }],
        closures: vec![
            Closure { from: day("2027-01-02"), to: day("2027-01-01") },
            Closure { from: day("1066-10-14"), to: day("1066-10-14") },
        ],
        ..CalendarDays::default()
    };
    assert_eq!(
        WorkingCalendar::with(&days),
        Err(vec![
            CalendarFault::NotAHoliday { index: 0 },
            CalendarFault::ClosureBackwards { index: 0 },
            CalendarFault::OutOfRange { list: "closures", index: 1 },
        ])
    );
}

#[test]
fn a_date_beyond_the_calendar_is_refused_and_never_panics() {
    for text in ["-262143-01-01", "1066-10-14", "2151-01-01", "+262142-12-31"] {
        let far: NaiveDate = text.parse().unwrap();
        assert_eq!(calendar().add_working_days(far, 1), Err(OutOfRange));
        assert_eq!(add_months(far, 2), Err(OutOfRange));
        assert_eq!(start_of_day(far), Err(OutOfRange));
    }
    assert_eq!(calendar().add_working_days(day("2026-11-03"), i32::MIN), Err(OutOfRange));
    assert_eq!(add_months(day("2026-11-03"), u32::MAX), Err(OutOfRange));
    assert_eq!(add_weeks(day("2026-11-03"), u32::MAX), Err(OutOfRange));
    assert_eq!(add_hours(Instant::MAX_UTC, u32::MAX), Err(OutOfRange));
}

prop_compose! {
    fn any_day()(days in 0u64..40_000) -> NaiveDate {
        NaiveDate::from_ymd_opt(1995, 1, 1).unwrap().checked_add_days(Days::new(days)).unwrap()
    }
}

proptest! {
    #[test]
    fn counting_agrees_with_walking(from in any_day(), n in -120i32..120) {
        prop_assert_eq!(calendar().add_working_days(from, n).unwrap(), walked(from, n));
    }

    #[test]
    fn adding_and_taking_away_working_days_is_undone_from_a_working_day(
        from in any_day(), n in 0i32..300
    ) {
        let calendar = calendar();
        let from = calendar.next_working_day(from).unwrap();
        let there = calendar.add_working_days(from, n).unwrap();
        prop_assert_eq!(calendar.add_working_days(there, -n).unwrap(), from);
    }

    #[test]
    fn a_counted_day_is_always_a_working_day(from in any_day(), n in 1i32..300) {
        let calendar = calendar();
        prop_assert!(calendar.is_working_day(calendar.add_working_days(from, n).unwrap()));
        prop_assert!(calendar.is_working_day(calendar.add_working_days(from, -n).unwrap()));
    }

    #[test]
    fn months_from_an_anchor_land_in_the_month_meant(from in any_day(), n in 0u32..240) {
        let to = add_months(from, n).unwrap();
        let month = from.month0() + n;
        prop_assert_eq!(to.month0(), month % 12);
        prop_assert!(to.day() <= from.day());
    }
}

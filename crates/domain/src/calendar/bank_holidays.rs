//! Bank holidays of England and Wales: the rule for each, and a table of the days that the Crown
//! moved or added. Sources: Banking and Financial Dealings Act 1971, Schedule 1; proclamations in
//! The Gazette (`scheduling.md` 3.4).

use chrono::{Datelike, NaiveDate, Weekday};

use super::slots::{Ordinal, nth_weekday};
use super::{FIRST_YEAR, LAST_YEAR, ProclaimedDay, days_after, is_weekday, sort_and_dedup};

/// Year, month and day of a published exception.
type Ymd = (i32, u32, u32);

/// Regular days that were held on another day.
const MOVED: [(Ymd, Ymd); 5] = [
    ((1995, 5, 1), (1995, 5, 8)), // 50 years since the end of the war in Europe
    ((2002, 5, 27), (2002, 6, 4)), // Golden Jubilee
    ((2012, 5, 28), (2012, 6, 4)), // Diamond Jubilee
    ((2020, 5, 4), (2020, 5, 8)), // 75 years since the end of the war in Europe
    ((2022, 5, 30), (2022, 6, 2)), // Platinum Jubilee
];

/// Days that were bank holidays once.
const ADDED: [Ymd; 7] = [
    (1999, 12, 31), // Millennium Eve
    (2002, 6, 3),   // Golden Jubilee
    (2011, 4, 29),  // Royal wedding
    (2012, 6, 5),   // Diamond Jubilee
    (2022, 6, 3),   // Platinum Jubilee
    (2022, 9, 19),  // State funeral
    (2023, 5, 8),   // Coronation
];

/// The bank holidays of one year as published, in order. Empty outside the supported years.
#[must_use]
pub fn bank_holidays(year: i32) -> Vec<NaiveDate> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return Vec::new();
    }
    let mut days: Vec<NaiveDate> = by_rule(year).into_iter().flatten().collect();
    for day in shipped().filter(|day| touches(*day, year)) {
        apply(day, &mut days);
    }
    sort_and_dedup(&mut days);
    days
}

/// Every weekday bank holiday of the supported years, with `extra` days applied, sorted.
pub(super) fn all_years(extra: &[ProclaimedDay]) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = (FIRST_YEAR..=LAST_YEAR).flat_map(bank_holidays).collect();
    for day in extra {
        apply(*day, &mut days);
    }
    days.retain(|day| is_weekday(*day));
    sort_and_dedup(&mut days);
    days
}

fn shipped() -> impl Iterator<Item = ProclaimedDay> {
    let date = |(year, month, day): Ymd| NaiveDate::from_ymd_opt(year, month, day);
    let moved = MOVED.iter().filter_map(move |(from, to)| {
        Some(ProclaimedDay::Moved { from: date(*from)?, to: date(*to)? })
    });
    let added = ADDED.iter().filter_map(move |on| Some(ProclaimedDay::Added { on: date(*on)? }));
    moved.chain(added)
}

fn touches(day: ProclaimedDay, year: i32) -> bool {
    match day {
        ProclaimedDay::Added { on } => on.year() == year,
        ProclaimedDay::Moved { from, .. } => from.year() == year,
    }
}

fn apply(day: ProclaimedDay, days: &mut Vec<NaiveDate>) {
    match day {
        ProclaimedDay::Added { on } => days.push(on),
        ProclaimedDay::Moved { from, to } => {
            days.retain(|day| *day != from);
            days.push(to);
        }
    }
}

/// The eight regular days, substitutes included.
fn by_rule(year: i32) -> [Option<NaiveDate>; 8] {
    let easter = easter_sunday(year);
    let [christmas, boxing] = christmas(year);
    [
        new_year(year),
        easter.and_then(|day| day.pred_opt()).and_then(|day| day.pred_opt()),
        easter.and_then(|day| day.succ_opt()),
        nth_weekday(year, 5, Weekday::Mon, Ordinal::First),
        nth_weekday(year, 5, Weekday::Mon, Ordinal::Last),
        nth_weekday(year, 8, Weekday::Mon, Ordinal::Last),
        christmas,
        boxing,
    ]
}

fn new_year(year: i32) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(year, 1, 1)?;
    match day.weekday() {
        Weekday::Sat => days_after(day, 2),
        Weekday::Sun => days_after(day, 1),
        _ => Some(day),
    }
}

/// 25 and 26 December with their substitutes, by the weekday of the 25th.
fn christmas(year: i32) -> [Option<NaiveDate>; 2] {
    let december = |day| NaiveDate::from_ymd_opt(year, 12, day);
    let Some(christmas) = december(25) else { return [None, None] };
    match christmas.weekday() {
        Weekday::Fri => [december(25), december(28)],
        Weekday::Sat => [december(27), december(28)],
        Weekday::Sun => [december(26), december(27)],
        _ => [december(25), december(26)],
    }
}

/// Easter Sunday in the Gregorian calendar, from the golden number, the century corrections and the
/// Paschal full moon.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year % 19;
    let (century, in_century) = (year / 100, year % 100);
    let lunar_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - lunar_correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late_moon = (golden + 11 * epact + 22 * to_sunday) / 451;
    let day_of_march = epact + to_sunday - 7 * late_moon + 22;
    let days = u64::try_from(day_of_march - 1).ok()?;
    days_after(NaiveDate::from_ymd_opt(year, 3, 1)?, days)
}

//! Due dates for 100,000 cases, against the time to walk the same facts and add them up.
//!
//! `cargo bench -p domain --bench due` prints both times and their ratio.
#![expect(clippy::print_stdout, reason = "the ratio is what the benchmark is run for")]

use std::hint::black_box;
use std::time::Instant as Stopwatch;

use chrono::{Days, NaiveDate};
use criterion::Criterion;
use domain::calendar::WorkingCalendar;
use domain::clock::Instant;
use domain::policy::due::{RuleBook, evaluate};
use domain::policy::{Event, Fact, MeetingKind, Process, Quoracy, RiskLevel, ShippedProfile, When};

const N_CASES: u64 = 100_000;

/// A case with a first rating, a first meeting, two reviews, a change of risk between them, a
/// missing episode and its interview. Cases differ by day and level.
fn case(number: u64) -> Vec<Fact> {
    let start = NaiveDate::from_ymd_opt(2025, 1, 6)
        .and_then(|day| day.checked_add_days(Days::new(number % 365)));
    let day = |n| start.and_then(|start| start.checked_add_days(Days::new(n)));
    let level = |n: u64| match (number + n) % 3 {
        0 => RiskLevel::Low,
        1 => RiskLevel::Medium,
        _ => RiskLevel::High,
    };
    let rated = |n| Event::RiskRated { process: Process::Eram, level: level(n) };
    let held = || Event::MeetingHeld {
        process: Process::Eram,
        kind: MeetingKind::Review,
        quoracy: Quoracy::Quorate,
        sittings: Vec::new(),
    };
    let history = [
        (0, rated(0)),
        (8, held()),
        (60, held()),
        (60, rated(1)),
        (75, Event::MissingStarted),
        (76, Event::MissingReturned),
        (78, Event::ReturnInterviewCompleted { of: None }),
        (90, rated(2)),
        (110, held()),
        (120, rated(3)),
    ];
    let fact = |(n, event)| {
        let moment = day(n)?.and_hms_opt(10, 0, 0)?.and_utc();
        Some(Fact::at(moment, event))
    };
    history.into_iter().filter_map(fact).collect()
}

/// The floor: every fact of every case read once.
fn walk(cases: &[Vec<Fact>]) -> i64 {
    let weight = |fact: &Fact| match fact.when {
        When::At(instant) => instant.timestamp(),
        When::On(_) => 0,
    };
    cases.iter().flatten().map(weight).fold(0, i64::wrapping_add)
}

fn evaluate_all(
    cases: &[Vec<Fact>],
    rules: &RuleBook<'_>,
    calendar: &WorkingCalendar,
    as_of: Instant,
) -> usize {
    let owed =
        |facts: &Vec<Fact>| evaluate(facts, rules, calendar, as_of).map_or(0, |owed| owed.len());
    cases.iter().map(owed).sum()
}

fn fastest_of(n: usize, mut work: impl FnMut()) -> f64 {
    let run = |()| {
        let stopwatch = Stopwatch::now();
        work();
        stopwatch.elapsed().as_secs_f64()
    };
    std::iter::repeat_n((), n).map(run).fold(f64::INFINITY, f64::min)
}

fn main() {
    let cases: Vec<Vec<Fact>> = (0..N_CASES).map(case).collect();
    let profile = ShippedProfile::Trentshire.profile();
    let rules = RuleBook::new(&profile.rules);
    let calendar = WorkingCalendar::england_and_wales();
    let as_of = Instant::from_timestamp(1_777_000_000, 0).unwrap_or_default();

    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    let mut group = criterion.benchmark_group("due dates, 100,000 cases");
    group.bench_function("floor: walk the facts", |bencher| {
        bencher.iter(|| walk(black_box(&cases)));
    });
    group.bench_function("evaluate", |bencher| {
        bencher.iter(|| evaluate_all(black_box(&cases), &rules, &calendar, as_of));
    });
    group.finish();
    criterion.final_summary();

    let floor = fastest_of(20, || {
        black_box(walk(black_box(&cases)));
    });
    let found = evaluate_all(&cases, &rules, &calendar, as_of);
    let full = fastest_of(5, || {
        black_box(evaluate_all(black_box(&cases), &rules, &calendar, as_of));
    });
    println!(
        "due dates: {N_CASES} cases, {found} obligations, {:.0} ms; floor {:.2} ms; ratio {:.0}",
        full * 1e3,
        floor * 1e3,
        full / floor
    );
}

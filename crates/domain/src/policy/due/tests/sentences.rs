//! Explanations read as sentences and survive as data.

use super::*;
use RiskLevel::{High, Low, Medium};
use ShippedProfile::{NottinghamCity, Trentshire};

#[test]
fn a_review_explains_itself() {
    let facts = [rated("2026-11-03", High), held("2026-11-03")];
    let owed = owed(NottinghamCity, &facts, "2026-11-04");
    assert_eq!(
        owed[0].why(),
        [
            "The last ERAM was held on 3 November 2026.",
            "High risk means at most 8 weeks between meetings (R01, Nottingham City scrutiny pack, \
             September 2023).",
            "That gives 29 December 2026.",
        ]
    );
}

#[test]
fn a_raised_risk_explains_every_date_it_weighed() {
    let facts = [rated("2026-11-03", Medium), held("2026-11-03"), rated("2026-12-22", High)];
    let owed = owed(NottinghamCity, &facts, "2026-12-23");
    assert_eq!(
        owed[0].why()[2..],
        [
            "The risk was raised from medium to high on 22 December 2026.",
            "Before that, the date was 26 January 2027.",
            "High risk, at most 8 weeks from the last meeting, gives 29 December 2026 (R01, \
             Nottingham City scrutiny pack, September 2023).",
            "There are 10 working days from the change to catch up, to 8 January 2027 (R05, \
             proposed default).",
            "The later of these two counts, but never later than the date before.",
            "That gives 8 January 2027.",
        ]
    );
}

#[test]
fn a_day_that_cannot_be_booked_is_said_so() {
    let facts = [rated("2026-11-02", High), held("2026-11-02")];
    let owed = owed(NottinghamCity, &facts, "2026-11-04");
    assert_eq!(
        owed[0].why().last().unwrap(),
        "That is not a day on which a meeting can be booked; the last one before it is 24 December \
         2026."
    );
}

#[test]
fn every_sentence_is_one_and_every_trace_survives_as_json() {
    let facts = [
        fact("2026-01-02", Event::EmployerAware),
        rated("2026-01-05", Medium),
        held("2026-01-08"),
        rated("2026-01-20", High),
        rated("2026-01-21", Medium),
        fact("2026-01-22", Event::SignificantIncident { process: Process::Eram }),
        held_in(Process::Eram, "2026-01-23", Quoracy::Inquorate),
        fact("2026-01-23", Event::MissingReturned),
        fact("2026-01-23", Event::StrategyDiscussion { process: Process::Icpc }),
        fact("2026-01-23", Event::PanelRequired { process: Process::Hsb }),
        held_in(Process::Ma, "2026-01-23", Quoracy::Overridden),
        next_date(Process::Ma, "2026-01-23", "2026-01-24"),
        fact("2026-01-23", Event::ConferenceHeld { process: Process::Icpc }),
    ];
    let mut owed = owed(Trentshire, &facts, "2026-01-26");
    owed.extend(super::owed(NottinghamCity, &[rated("2026-01-05", Low)], "2026-01-26"));
    assert!(owed.len() >= 10, "{:?}", lines(&owed));
    for sentence in owed.iter().flat_map(Obligation::why) {
        assert!(sentence.ends_with('.') && !sentence.contains("  "), "{sentence}");
        assert!(sentence.starts_with(char::is_uppercase), "{sentence}");
    }
    let json = serde_json::to_string(&owed).unwrap();
    let back: Vec<Obligation> = serde_json::from_str(&json).unwrap();
    assert_eq!(back, owed);
}

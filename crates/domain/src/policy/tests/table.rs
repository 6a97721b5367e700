//! The table of `domain.md` section 12, row by row, against every shipped profile; and the rows
//! after it (R49…R55).
//!
//! A line is one row as one or more profiles ship it: `C` Nottingham City, `N` Nottinghamshire
//! County, `T` the made-up Trentshire, `B` the blank profile (`decisions.md` 18). A row whose figure
//! an authority's papers do not give has its own line: the chair sets the date, or it is measured.

use std::collections::BTreeSet;

use super::super::*;

/// The profiles in the order of [`ShippedProfile::ALL`].
const LETTERS: [char; 4] = ['C', 'N', 'T', 'B'];

/// Profiles | row | meeting | condition | value and unit | kind | clock starts | status.
const TABLE: &str = "
CT   | R01 | eram | high | 8 weeks | MAX_GAP | last held | seed
NB   | R01 | eram | high | chair-set, required | MAX_GAP | after meeting | proposed
CT   | R02 | eram | medium | 12 weeks | MAX_GAP | last held | seed
NB   | R02 | eram | medium | chair-set, required | MAX_GAP | after meeting | proposed
NB   | R03 | eram | low | - | ON_TRIGGER | risk change, significant incident | proposed
CT   | R03 | eram | low | - | ON_TRIGGER | risk change, significant incident | seed
CT   | R04 | eram | medium, high | 10 working days | TARGET_BY | rating | local
NB   | R04 | eram | medium, high | chair-set, required | MAX_GAP | before first meeting | proposed
CT   | R05 | eram | catch up | 10 working days | MAX_GAP, recomputed | risk raised | proposed
CT   | R06 | eram | keep old due | - | MAX_GAP, recomputed | risk lowered | proposed
CNTB | R07 | eram | invitations | 10 working days | MIN_NOTICE | meeting | proposed
NB   | R08 | eram | chair independent | required | FLAG | opening | proposed
CT   | R08 | eram | chair independent | required | FLAG | opening | seed
CNTB | R09 | eram | nrm considered | required | FLAG | finalisation | proposed
CT   | R10 | mace |  | 1 months | SERIES | calendar | seed
NT   | R11 ccep | ccep |  | 1 months | SERIES | calendar | seed
NT   | R11 mase | mase |  | 1 months | SERIES | calendar | seed
CT   | R12 | mace | agenda | 5 working days | MIN_NOTICE | meeting | proposed
CT   | R13 | mace | unreviewed | 2 cycles | MAX_GAP | last discussed | proposed
NT   | R14 | missing |  | 1 months | SERIES | calendar | seed
NT   | R15 | missing |  | more than 3 in 90 days | COUNT_TRIGGER | episode start | seed
CT   | R16 | missing |  | 72 hours | TARGET_BY | missing return | seed
NB   | R16 | missing |  | measured | TARGET_BY | wait begins | proposed
CNT  | R17 | hsb |  | 1 months | SERIES | calendar | seed
NT   | R18 | hsb |  | measured | TARGET_BY | wait begins | seed
CNTB | R19 | hsb |  | 45 working days | TARGET_BY | assessment referral | statutory
CNTB | R20 | hsb |  | chair-set, required | MAX_GAP | after meeting | proposed
CNTB | R21 | hsb | subjects separated | required | FLAG | always | proposed
NT   | R22 | ma |  | 1 working day | TARGET_BY | employer aware | statutory
NT   | R23 | ma |  | 5 working days | TARGET_BY | referral | local
NT   | R24 | ma |  | 28 days | TARGET_BY | first meeting | local
CB   | R25 | ma |  | chair-set, required | MAX_GAP | after meeting | proposed
NT   | R25 | ma |  | chair-set, required | MAX_GAP | after review | proposed
CNTB | R26 | ma | open | next date | FLAG | daily | proposed
NT   | R27 | ma | adult of concern not invited | required | FLAG | invitation | seed
NT   | R28 | ma | child not invited | required | FLAG | invitation | seed
NT   | R29 | ma | views recorded | required | FLAG | finalisation | seed
NT   | R30 | ma | allegations numbered | required | FLAG | finalisation | seed
NT   | R31 | ma | outcome per allegation | required | FLAG | closure | statutory
NT   | R32 | ma | outcome revision authorised | required | FLAG | revision | seed
NT   | R33 | ma | dbs decision | required | FLAG | closure | statutory
NT   | R34 | ma |  | 1, 3, 12 | report bands | referral | guidance
NT   | R35 | ma |  | 10 years | RETAIN | closure | local
NT   | R36 | ma |  | 10 years | RETAIN | allegation | statutory
CB   | R37 | any | attendance codes | required | FLAG | entry | proposed
NT   | R37 | any | attendance codes | required | FLAG | entry | seed
CNTB | R38 conference | icpc |  | social care + 2 of police, health, education, other agency | QUORUM | opening | local
CNTB | R38 eram | eram |  | chair + social care + police + health or education | QUORUM | opening | proposed
CNTB | R38 hsb | hsb |  | chair + social care + police + health or education | QUORUM | opening | proposed
CNTB | R38 ma | ma |  | chair + lado + employer + police or police view + social care | QUORUM | opening | proposed
CNTB | R38 mace | mace |  | chair + social care + police + health or education | QUORUM | opening | proposed
CNTB | R39 | any |  | 10 working days | TARGET_BY | inquorate meeting | local
CNTB | R40 | any | actions | 1 working day | TARGET_BY | meeting | proposed
CNTB | R41 | any | minutes | 10 working days | TARGET_BY | meeting | proposed
CNTB | R42 | any | corrections | 10 working days | TARGET_BY | meeting | local
CNTB | R43 | any | action has owner and date | required | FLAG | entry | proposed
CNTB | R44 | any | open actions reviewed | required | FLAG | finalisation | proposed
CNTB | R45 | any | redacted copy | 1 | OUTPUT | release | proposed
CNTB | R46 | statistics |  | 1-5 | OUTPUT | export | guidance
CNTB | R47 after birth | rcpc |  | 10 working days | TARGET_BY | birth | local
CNTB | R47 first review | rcpc |  | 3 months | TARGET_BY | initial conference | statutory
CNTB | R47 initial conference | icpc |  | 15 working days | TARGET_BY | strategy discussion | statutory
CNTB | R47 later review | rcpc |  | 6 months | TARGET_BY | review conference | statutory
NT   | R48 | partnership |  | 3 months | SERIES | calendar | seed
CNTB | R49 | any | due soon | 14 days | FLAG | date | proposed
CT   | R50 | missing |  | 3 days | reported | missing return | seed
NTB  | R51 | cce cpc |  | chair-set, required | MAX_GAP | after meeting | proposed
NTB  | R52 | cse strategy |  | chair-set, required | MAX_GAP | after meeting | proposed
CNTB | R53 first meeting | core group |  | 10 working days | TARGET_BY | referral | local
CNTB | R53 later meeting | core group |  | 6 weeks | MAX_GAP | last held | local
CNTB | R54 first meeting | cin review |  | 10 working days | TARGET_BY | referral | local
CNTB | R54 later review | cin review |  | 12 weeks | MAX_GAP | last held | local
CNTB | R55 first review | cic review |  | 20 working days | TARGET_BY | referral | statutory
CNTB | R55 later review | cic review |  | 6 months | MAX_GAP | last held | statutory
CNTB | R55 second review | cic review |  | 3 months | TARGET_BY | first meeting | statutory
";

/// The letters and the row of each line.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = TABLE.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| {
        let (letters, row) = line.split_once(" | ").unwrap();
        (letters.trim(), row)
    })
}

fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value).unwrap() {
        serde_json::Value::String(word) => word.replace('_', " "),
        other => other.to_string(),
    }
}

fn words<T: serde::Serialize>(values: &[T]) -> String {
    values.iter().map(word).collect::<Vec<_>>().join(", ")
}

/// One row in the columns of the table.
fn line(rule: &Rule) -> String {
    let name = rule.part.map_or_else(String::new, |part| format!(" {}", word(&part)));
    let [meeting, condition, value, kind, starts] = match &rule.body {
        Body::Clock(clock) => clock_columns(clock),
        Body::Requirement(requirement) => requirement_columns(requirement),
    };
    let columns = [format!("{}{name}", rule.id), meeting, condition, value, kind, starts];
    format!("{} | {}", columns.join(" | "), word(&rule.status))
}

fn clock_columns(clock: &Clock) -> [String; 5] {
    let levels = words(&clock.levels);
    let (condition, value, kind, starts) = match &clock.measure {
        Measure::ReviewGap { at_most, .. } => {
            (levels, at_most.to_string(), "MAX_GAP", "last held".to_owned())
        }
        Measure::FirstMeeting { within } => {
            (levels, within.to_string(), "TARGET_BY", "rating".into())
        }
        Measure::RiskRaised { formula, catch_up } => {
            (word(formula), catch_up.to_string(), "MAX_GAP, recomputed", "risk raised".into())
        }
        Measure::RiskLowered { formula } => {
            (word(formula), "-".into(), "MAX_GAP, recomputed", "risk lowered".into())
        }
        Measure::OnTrigger { triggers } => (levels, "-".into(), "ON_TRIGGER", words(triggers)),
        Measure::ChairSet { stage, .. } => {
            (levels, "chair-set, required".into(), "MAX_GAP", word(stage))
        }
        Measure::NextDateRequired => ("open".into(), "next date".into(), "FLAG", "daily".into()),
        Measure::Within { of, within } => {
            (String::new(), within.to_string(), "TARGET_BY", word(of))
        }
        Measure::EpisodeCount { comparator, count, within_days, .. } => {
            let value = format!("{} {count} in {within_days} days", comparator.words());
            (String::new(), value, "COUNT_TRIGGER", "episode start".into())
        }
        Measure::Unreviewed { cycles } => {
            ("unreviewed".into(), format!("{cycles} cycles"), "MAX_GAP", "last discussed".into())
        }
        Measure::Wait { target } => {
            let value = target.map_or_else(|| "measured".into(), |target| target.to_string());
            (String::new(), value, "TARGET_BY", "wait begins".into())
        }
        Measure::Series { every_months, .. } => {
            (String::new(), format!("{every_months} months"), "SERIES", "calendar".into())
        }
        Measure::OffMeeting { task, within } => {
            let kind = match task {
                OffMeeting::Invitations | OffMeeting::Agenda => "MIN_NOTICE",
                OffMeeting::Actions | OffMeeting::Minutes | OffMeeting::Corrections => "TARGET_BY",
            };
            (word(task), within.to_string(), kind, "meeting".into())
        }
    };
    [word(&clock.process), condition, value, kind.into(), starts]
}

fn requirement_columns(requirement: &Requirement) -> [String; 5] {
    let columns = |meeting: String, condition: &str, value: String, kind: &str, at: &str| {
        [meeting, condition.into(), value, kind.into(), at.into()]
    };
    match requirement {
        Requirement::Flag { process, flag, at } => {
            columns(word(process), &word(flag), "required".into(), "FLAG", &word(at))
        }
        Requirement::Quorum { process, seats } => {
            let seat = |seat: &Seat| match seat.at_least {
                1 => seat.any_of.iter().map(word).collect::<Vec<_>>().join(" or "),
                n => format!("{n} of {}", words(&seat.any_of)),
            };
            let seats = seats.iter().map(seat).collect::<Vec<_>>().join(" + ");
            columns(word(process), "", seats, "QUORUM", "opening")
        }
        Requirement::Retention { process, keep, from } => {
            columns(word(process), "", keep.to_string(), "RETAIN", &word(from))
        }
        Requirement::SecondPersonCheck { n_people } => {
            columns("any".into(), "redacted copy", n_people.to_string(), "OUTPUT", "release")
        }
        Requirement::SuppressCounts { from, to } => {
            columns("statistics".into(), "", format!("{from}-{to}"), "OUTPUT", "export")
        }
        Requirement::DueSoon { days } => {
            columns("any".into(), "due soon", format!("{days} days"), "FLAG", "date")
        }
        Requirement::DurationBands { months } => {
            columns("ma".into(), "", words(months), "report bands", "referral")
        }
        Requirement::ReportedWithin { process, of, within } => {
            columns(word(process), "", within.to_string(), "reported", &word(of))
        }
    }
}

#[test]
fn every_profile_ships_the_rows_of_the_table_and_no_others() {
    for (shipped, letter) in ShippedProfile::ALL.into_iter().zip(LETTERS) {
        let expected: BTreeSet<&str> =
            rows().filter(|(letters, _)| letters.contains(letter)).map(|(_, row)| row).collect();
        let found: Vec<String> = shipped.profile().rules.iter().map(line).collect();
        let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
        let differ: Vec<_> = expected.symmetric_difference(&found).collect();
        assert!(differ.is_empty(), "{}: {differ:#?}", shipped.key());
    }
}

#[test]
fn every_number_of_the_table_is_there() {
    for number in 1..=55 {
        let id = RuleId::number(number).to_string();
        assert!(rows().any(|(_, row)| row.starts_with(&id)), "no line for {id}");
    }
    assert!(rows().all(|(letters, _)| letters.chars().all(|one| LETTERS.contains(&one))));
}

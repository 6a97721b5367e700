//! From frozen minutes to the pages of the full record, for the agencies that attended. It must
//! never be given to a family: their copy is a release.

use chrono::NaiveDate;
use domain::audit::Head;
use domain::clock::local_date;
use domain::frozen::{FrozenAction, FrozenChild, FrozenPassage, FrozenRecord};
use domain::ids::CaseId;
use domain::record::{Audience, Minutes, Section};
use render::{
    Action, Attendee, Block, Decision, Fact, Imprint, NextMeeting, ReviewedAction, SignOff,
    long_day,
};

use super::words;

/// The handling marking of a full record.
const MARKING: &str = "OFFICIAL-SENSITIVE";

pub(super) fn of(
    minutes: &Minutes,
    record: &FrozenRecord,
    head: &Head,
    today: NaiveDate,
) -> render::Minutes {
    let issued = minutes.issued.or(minutes.approved).map_or(today, |(_, at)| local_date(at));
    render::Minutes {
        imprint: Imprint {
            authority: record.authority.clone(),
            team: String::new(),
            marking: MARKING.into(),
            issued,
            audit_head: head.hash.0,
        },
        title: words::title(&record.meeting_type),
        version: version(minutes),
        facts: facts(record),
        confidentiality: words::CONFIDENTIALITY.into(),
        attendees: attendees(record),
        quorum: quorum(record),
        reviewed: record.reviewed.iter().map(reviewed).collect(),
        sections: sections(record),
        decisions: decisions(record),
        actions: record.actions.iter().map(action).collect(),
        next: next(record),
        sign_off: SignOff {
            name: record.chair.name.clone(),
            role: record.chair.job_title.clone().unwrap_or_else(|| "Chair".into()),
            contact: Vec::new(),
        },
    }
}

fn version(minutes: &Minutes) -> String {
    let state = words::minutes_status(minutes.status);
    let approved = minutes.approved.map(|(_, at)| format!(" on {}", long_day(local_date(at))));
    let why = minutes.correction_reason.as_ref();
    let why = why.map(|why| format!(". Correction: {}", why.as_str())).unwrap_or_default();
    format!("Version {}, {state}{}{why}", minutes.number, approved.unwrap_or_default())
}

fn fact(label: &str, text: impl Into<String>) -> Fact {
    Fact { label: label.into(), text: text.into() }
}

fn facts(record: &FrozenRecord) -> Vec<Fact> {
    let mut facts = vec![fact("Reference", record.reference.clone())];
    for child in &record.children {
        let born = child.date_of_birth.map(|day| format!(", born {}", long_day(day)));
        let born = born.unwrap_or_default();
        facts.push(fact("Child", format!("{} ({}){born}", child.name, child.case_reference)));
    }
    facts.push(fact("Date", format!("{}, {}", long_day(record.held_on), record.at)));
    facts.extend(record.place.as_ref().map(|place| fact("Place", place.clone())));
    facts.push(fact("Chair", record.chair.name.clone()));
    if let Some(vice) = &record.vice_chair {
        facts.push(fact("In place of", format!("{}: {}", vice.chair_name, vice.reason)));
    }
    let taker = record.minute_taker.as_ref();
    facts.extend(taker.map(|taker| fact("Minutes taken by", taker.name.clone())));
    for sitting in &record.sittings {
        let reason = sitting.adjourned_reason.as_ref();
        facts.extend(reason.map(|reason| fact("Adjourned", reason.clone())));
    }
    facts
}

fn attendees(record: &FrozenRecord) -> Vec<Attendee> {
    let attendee = |one: &domain::frozen::FrozenAttendance| {
        let mut attendance = words::mark(one.mark).to_owned();
        if let Some(substitute) = &one.substitute {
            attendance = format!("{attendance}: {substitute}");
        }
        if let Some(part) = &one.part_note {
            attendance = format!("{attendance} ({part})");
        }
        Attendee {
            name: one.name.clone().unwrap_or_else(|| one.capacity.clone()),
            role: one.capacity.clone(),
            agency: one.agency.clone().unwrap_or_default(),
            attendance,
        }
    };
    record.attendance.iter().map(attendee).collect()
}

fn quorum(record: &FrozenRecord) -> String {
    match (record.quorum.met, &record.quorum.override_reason) {
        (true, _) => "The meeting was quorate.".into(),
        (false, Some(reason)) => {
            format!("The meeting had no quorum. The chair went on: {reason}")
        }
        (false, None) => "The meeting had no quorum. A new date was set.".into(),
    }
}

fn action(one: &FrozenAction) -> Action {
    Action {
        what: one.action.clone(),
        owner: one.owner.clone(),
        agency: one.agency.clone().unwrap_or_else(|| "Family".into()),
        due: one.due_on,
        outcome_sought: one.outcome_sought.clone().unwrap_or_default(),
    }
}

fn reviewed(one: &FrozenAction) -> ReviewedAction {
    ReviewedAction {
        action: action(one),
        state: words::action_status(one.status).into(),
        note: one.note.clone().unwrap_or_default(),
    }
}

fn sections(record: &FrozenRecord) -> Vec<render::Section> {
    let mut sections = Vec::new();
    if !record.interests.is_empty() {
        let line = |one: &domain::frozen::FrozenInterest| {
            let part = if one.takes_part { "takes part" } else { "does not take part" };
            format!("{}: {} ({part})", one.who, one.interest)
        };
        let lines = record.interests.iter().map(line).collect();
        let heading = "Declarations of interest".into();
        sections.push(render::Section { heading, blocks: vec![Block::List(lines)] });
    }
    for section in Section::ALL {
        let of_section = record.passages.iter().filter(|one| one.section == *section);
        let blocks: Vec<Block> = of_section.map(|one| passage(record, one)).collect();
        if !blocks.is_empty() {
            let heading = words::section(*section).into();
            sections.push(render::Section { heading, blocks });
        }
    }
    sections.extend(record.children.iter().map(|child| conclusion(record, child)));
    sections
}

/// Whose words or information it is, and what it may be used for.
fn passage(record: &FrozenRecord, one: &FrozenPassage) -> Block {
    let mut by: Vec<String> = one.agency.iter().cloned().collect();
    if record.children.len() > 1 {
        by.extend(child_name(record, one.case_id));
    }
    if one.audience == Audience::Closed {
        by.push("closed part".into());
    }
    let restriction = one.restriction.map(words::restriction);
    by.extend(restriction.map(|reason| format!("restricted: {reason}")));
    let text = if one.nothing_to_report { "Nothing to report.".into() } else { one.body.clone() };
    if by.is_empty() { Block::Paragraph(text) } else { Block::Words { by: by.join(", "), text } }
}

fn child_name(record: &FrozenRecord, case: Option<CaseId>) -> Option<String> {
    let child = record.children.iter().find(|child| Some(child.case_id) == case);
    child.map(|child| child.name.clone())
}

fn conclusion(record: &FrozenRecord, child: &FrozenChild) -> render::Section {
    let heading = if record.children.len() > 1 {
        format!("Conclusion: {}", child.name)
    } else {
        "Conclusion".into()
    };
    let mut facts = Vec::new();
    let mut put = |label: &str, text: Option<String>| {
        facts.extend(text.map(|text| fact(label, text)));
    };
    put("Risk level before", child.prior_level.map(|level| words::level(level).into()));
    put("Risk level", child.level.map(|level| words::level(level).into()));
    put("Reasons", child.rating_reason.clone());
    put("Exploitation toolkit of", child.toolkit_on.map(long_day));
    put("Child's views", child.voice.map(|voice| words::voice(voice).into()));
    put("Why the views are absent", child.voice_reason.clone());
    put("National Referral Mechanism", child.nrm.map(|nrm| words::nrm(nrm).into()));
    put("Reasons for that decision", child.nrm_reason.clone());
    put("Referral by", child.nrm_owner.clone());
    put("Referral on", child.nrm_on.map(long_day));
    put("What happens next", child.route.map(|route| words::route(route).into()));
    put("Next date", child.next_on.map(long_day));
    put("Reason for that date", child.next_reason.clone());
    let blocks = if facts.is_empty() { Vec::new() } else { vec![Block::Facts(facts)] };
    render::Section { heading, blocks }
}

fn decisions(record: &FrozenRecord) -> Vec<Decision> {
    let decision = |one: &domain::frozen::FrozenDecision| {
        let agency = one.dissent_agency.as_ref().map(|name| format!("{name}: "));
        let dissent = one.dissent.as_ref();
        let dissent = dissent.map(|text| format!("{}{text}", agency.unwrap_or_default()));
        Decision {
            what: one.decision.clone(),
            rationale: one.rationale.clone(),
            dissent: dissent.into_iter().collect(),
        }
    };
    record.decisions.iter().map(decision).collect()
}

/// The soonest next date of the children.
fn next(record: &FrozenRecord) -> NextMeeting {
    let soonest = record
        .children
        .iter()
        .filter_map(|child| child.next_on.map(|on| (on, child.next_reason.clone())))
        .min_by_key(|(on, _)| *on);
    if let Some((date, why)) = soonest {
        return NextMeeting::On { date, why: why.unwrap_or_default() };
    }
    let reason = record.children.iter().find_map(|child| child.next_reason.clone());
    NextMeeting::Without { why: reason.unwrap_or_else(|| "No further meeting is planned.".into()) }
}

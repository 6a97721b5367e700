//! The finished copy: from what its reader reads to the bytes of a PDF.
//!
//! The fixed words of a copy stand here and nowhere else, in plain English, every abbreviation
//! written out (`domain.md` section 13).

use std::sync::OnceLock;

use chrono::NaiveDate;
use domain::audit::Hash;
use domain::case::RatingLevel;
use domain::meeting::{Mark, Route};
use domain::record::{Section, WithholdReason};
use domain::release::{PartKind, RecipientKind};
use render::{
    Attendee, Block, Fact, Imprint, NextMeeting, Pdf, Press, SignOff, Summary, Withheld, long_day,
};

use super::reading::{ReadPart, Reading};
use super::source::Source;
use crate::AppError;

/// The handling marking on every page.
const MARKING: &str = "OFFICIAL-SENSITIVE";

/// The day and the check code that a copy carries.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    pub(super) issued: NaiveDate,
    pub(super) head: Hash,
}

fn press() -> Result<&'static Press, AppError> {
    static PRESS: OnceLock<Option<Press>> = OnceLock::new();
    PRESS.get_or_init(|| Press::new().ok()).as_ref().ok_or(AppError::Document)
}

/// Prints a summary. Letters that have no shape in our font would leave a gap: refused.
pub(super) fn print(summary: &Summary) -> Result<Pdf, AppError> {
    render::summary(press()?, summary).map_err(|_| AppError::Document)
}

/// The copy as values: nothing goes in that is not read by its reader.
pub(super) fn compose(source: &Source, reading: &Reading, edge: Edge) -> Summary {
    let is_family = source.reader.recipient.kind() == RecipientKind::Family;
    Summary {
        imprint: Imprint {
            authority: source.authority.clone(),
            team: String::new(),
            marking: MARKING.into(),
            issued: edge.issued,
            audit_head: edge.head.0,
        },
        title: title(source),
        reader: vec![source.recipient_name.clone()],
        salutation: if is_family {
            format!("Dear {}", source.recipient_name)
        } else {
            String::new()
        },
        opening: OPENING.into(),
        facts: facts(source, reading),
        withheld: withheld(reading),
        sections: sections(reading),
        attendees: attendees(reading),
        actions: actions(source, reading),
        next: next_meeting(source),
        sign_off: SignOff {
            name: reading.chair.clone(),
            role: source.record.chair.job_title.clone().unwrap_or_else(|| "Chair".into()),
            contact: Vec::new(),
        },
    }
}

const OPENING: &str = "This is a summary of what was said and decided at our meeting. It was \
    written for you. Things about other people are left out.";

/// The title: also the file's title property, so it names nobody.
pub(super) fn title(source: &Source) -> String {
    format!("Summary of our meeting on {}", long_day(source.record.held_on))
}

fn facts(source: &Source, reading: &Reading) -> Vec<Fact> {
    let fact = |label: &str, text: String| Fact { label: label.into(), text };
    let mut facts = vec![
        fact("Date", long_day(source.record.held_on)),
        fact("Reference", source.record.reference.clone()),
        fact("About", reading.child.clone()),
    ];
    if let Some(child) = source.child() {
        facts.extend(child.level.map(|level| fact("Level of risk", level_word(level).into())));
        facts.extend(child.route.map(|route| fact("What happens next", route_words(route).into())));
    }
    facts
}

const fn level_word(level: RatingLevel) -> &'static str {
    match level {
        RatingLevel::High => "High",
        RatingLevel::Medium => "Medium",
        RatingLevel::Low => "Low",
        RatingLevel::None => "No current signs of risk",
    }
}

const fn route_words(route: Route) -> &'static str {
    match route {
        Route::ContinueEram => "We will meet again to review the risk",
        Route::StepDown => "Other services will go on supporting",
        Route::EscalateMace => "A panel of agencies will look at it as well",
        Route::StrategyDiscussion => "Agencies will discuss how to keep the child safe",
        Route::ChildInNeed => "A child in need plan",
        Route::EarlyHelp => "Early help",
        Route::Close => "These meetings end",
    }
}

/// How much was left out, by the words for why: reasons that read alike are counted together.
fn withheld(reading: &Reading) -> Vec<Withheld> {
    let mut counted: Vec<Withheld> = Vec::new();
    for reason in WithholdReason::ALL {
        let left_out =
            |part: &&ReadPart| part.safe.is_none() && part.chosen.reason() == Some(*reason);
        let n_passages = reading.parts.iter().filter(left_out).count();
        let words = reason_words(*reason);
        match counted.iter_mut().find(|one| one.reason == words) {
            Some(one) => one.n_passages += n_passages,
            None => counted.push(Withheld { reason: words.into(), n_passages }),
        }
    }
    counted.retain(|one| one.n_passages > 0);
    counted
}

/// A reason as its reader reads it: none that would itself give something away.
const fn reason_words(reason: WithholdReason) -> &'static str {
    match reason {
        WithholdReason::ThirdParty => "about someone else",
        WithholdReason::LegalPrivilege => "legal advice",
        WithholdReason::Court => "court proceedings",
        WithholdReason::NotRelevant => "not needed by this reader",
        WithholdReason::SeriousHarm
        | WithholdReason::ChildWishes
        | WithholdReason::ChildAbuseData
        | WithholdReason::Crime
        | WithholdReason::PoliceSensitive => "cannot be shared",
    }
}

fn sections(reading: &Reading) -> Vec<render::Section> {
    let block =
        |part: &ReadPart| part.safe.as_ref().map(|safe| Block::Paragraph(safe.text.clone()));
    let of = |heading: &str, wanted: &dyn Fn(&ReadPart) -> bool| {
        let parts = reading.parts.iter().filter(|part| wanted(part));
        let blocks: Vec<Block> = parts.filter_map(block).collect();
        (!blocks.is_empty()).then(|| render::Section { heading: heading.into(), blocks })
    };
    let passages = Section::ALL.iter().filter_map(|section| {
        of(heading(*section), &|part: &ReadPart| part.part.section == Some(*section))
    });
    passages
        .chain(of("Why the risk was rated like this", &|part: &ReadPart| {
            part.part.at.kind == PartKind::Rating
        }))
        .chain(of("What was decided", &|part: &ReadPart| part.part.at.kind == PartKind::Decision))
        .collect()
}

const fn heading(section: Section) -> &'static str {
    match section {
        Section::Welcome => "Introductions",
        Section::LastMinutes => "Our last meeting",
        Section::Purpose => "Why we met",
        Section::Information => "What people told us",
        Section::PushFactors => "What makes things harder",
        Section::PullFactors => "What draws towards harm",
        Section::Missing => "Times when missing",
        Section::ChildVoice => "What the child said",
        Section::FamilyVoice => "What the family said",
        Section::Analysis => "What we think",
        Section::SafetyPlan => "The plan to keep safe",
        Section::OtherBusiness => "Anything else",
    }
}

fn attendees(reading: &Reading) -> Vec<Attendee> {
    let seats = reading.seats.iter().filter_map(|seat| {
        let attendance = match seat.mark? {
            Mark::Present => "Present",
            Mark::Apologies => "Sent apologies",
            Mark::Absent => "Did not come",
            Mark::Substitute => "Came in another person’s place",
            Mark::InAttendance => "In attendance",
        };
        Some(Attendee {
            name: seat.name.clone(),
            role: seat.capacity.clone(),
            agency: seat.agency.clone(),
            attendance: attendance.into(),
        })
    });
    seats.collect()
}

fn actions(source: &Source, reading: &Reading) -> Vec<render::Action> {
    let going_in = reading.parts.iter().filter(|part| part.part.at.kind == PartKind::Action);
    let action = |part: &ReadPart| {
        let frozen =
            source.record.actions.iter().find(|action| action.id.as_uuid() == part.part.at.id)?;
        let agency = source.agencies.iter().find(|agency| Some(agency.id) == part.part.agency);
        Some(render::Action {
            what: part.safe.as_ref()?.text.clone(),
            owner: part.owner.as_ref()?.text.clone(),
            agency: agency.map_or_else(|| "Family".to_owned(), |agency| agency.name.clone()),
            due: frozen.due_on,
            outcome_sought: String::new(),
        })
    };
    going_in.filter_map(action).collect()
}

fn next_meeting(source: &Source) -> NextMeeting {
    match source.child().and_then(|child| child.next_on) {
        Some(date) => NextMeeting::On { date, why: String::new() },
        None => NextMeeting::Without { why: "No date is set for another meeting.".into() },
    }
}

/// Words that stand in every copy, whatever the case: no sign of a leak where they stand.
pub(super) fn fixed_words(summary: &Summary) -> String {
    let mut words: Vec<&str> = vec![MARKING, &summary.title, OPENING, &summary.imprint.authority];
    words.extend(summary.facts.iter().map(|fact| fact.label.as_str()));
    words.extend(
        summary.facts.iter().filter(|fact| fact.label != "About").map(|fact| fact.text.as_str()),
    );
    words.extend(Section::ALL.iter().map(|section| heading(*section)));
    words.extend(WithholdReason::ALL.iter().map(|reason| reason_words(*reason)));
    words.extend(summary.attendees.iter().map(|attendee| attendee.attendance.as_str()));
    words.extend(FRAME);
    let mut text = words.join("\n");
    let next = match &summary.next {
        NextMeeting::On { date, .. } => Some(*date),
        NextMeeting::Without { .. } => None,
    };
    let days = summary.actions.iter().map(|action| action.due);
    for day in days.chain(next).chain([summary.imprint.issued]) {
        text.push('\n');
        text.push_str(&long_day(day));
    }
    text
}

/// Words of the template, and of what stands in for withheld words.
const FRAME: [&str; 18] = [
    "Why the risk was rated like this",
    "What was decided",
    "What will happen now",
    "Who was there",
    "When we meet next",
    "What Who Agency Due By when Name Role Attendance Outcome sought Owner",
    "Page of Issued Check code Nothing was withheld from this copy.",
    "passages passage withheld",
    "No date is set for another meeting.",
    "Dear Chair Family Contact",
    "Handle with care. Do not share, copy or forward it. Keep it safe.",
    "name withheld address withheld place withheld organisation withheld school withheld",
    "postcode withheld date withheld age withheld telephone withheld email withheld link withheld",
    "account withheld number withheld reference withheld vehicle withheld detail withheld",
    "Child Relative Adult Professional Person Address Place Organisation School area",
    "under 5 5 to 9 10 to 15 16 to 17 adult",
    "January February March April May June July August September October November December",
    "convenor Convenor typst Typst PDF UUID xmp",
];

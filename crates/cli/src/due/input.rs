//! The input of `convenor due`, read into facts.

use domain::clock::Instant;
use domain::policy::{Event, Fact, MeetingKind, Process, Quoracy, RiskLevel, ShippedProfile, When};
use serde::Deserialize;
use serde_json::Value;

use super::fields::{Faults, Object, time};
use super::{FieldCode, FieldFault};

/// What is asked.
pub(super) struct Request {
    pub(super) profile: ShippedProfile,
    pub(super) on: Instant,
    pub(super) cases: Vec<Case>,
}

/// One case and its history.
pub(super) struct Case {
    pub(super) id: String,
    pub(super) facts: Vec<Fact>,
}

/// The fact kinds of the contract.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    RiskRated,
    MeetingHeld,
    MeetingCancelled,
    SignificantIncident,
    PanelRequired,
    ReferralReceived,
    Correction,
    StrategyDiscussion,
    EmployerAware,
    ConferenceHeld,
    MissingStarted,
    MissingReturned,
    RhiCompleted,
    NextDateSet,
    Closed,
    Birth,
}

/// The two conferences.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Conference {
    Icpc,
    Rcpc,
}

/// Reads an input.
///
/// # Errors
/// Every field at fault.
pub(super) fn read(json: &Value) -> Result<Request, Vec<FieldFault>> {
    let mut faults = Faults::default();
    let request = request(json, &mut faults);
    let faults = faults.into_list();
    match request {
        Some(request) if faults.is_empty() => Ok(request),
        _ => Err(faults),
    }
}

fn request(json: &Value, faults: &mut Faults) -> Option<Request> {
    let mut object = Object::of(json, String::new(), faults)?;
    let profile = object.text("profile", faults).and_then(|key| {
        let profile = ShippedProfile::from_key(key);
        if profile.is_none() {
            faults.add("profile", FieldCode::UnknownValue);
        }
        profile
    });
    let on = object.time("on", faults);
    let mut cases: Vec<Case> = Vec::new();
    for (index, value) in object.list("cases", faults).unwrap_or_default().iter().enumerate() {
        let path = format!("cases[{index}]");
        let Some(case) = case(value, &path, faults) else { continue };
        if cases.iter().any(|other| other.id == case.id) {
            faults.add(format!("{path}.id"), FieldCode::Duplicate);
        }
        cases.push(case);
    }
    object.refuse_others(faults);
    Some(Request { profile: profile?, on: on?, cases })
}

fn case(value: &Value, path: &str, faults: &mut Faults) -> Option<Case> {
    let mut object = Object::of(value, path.to_owned(), faults)?;
    let id = object.text("id", faults).map(str::to_owned);
    let mut facts = Vec::new();
    for (index, value) in object.list("facts", faults).unwrap_or_default().iter().enumerate() {
        let path = format!("{path}.facts[{index}]");
        facts.extend(fact(value, index, path, faults));
    }
    object.refuse_others(faults);
    Some(Case { id: id?, facts })
}

fn fact(value: &Value, index: usize, path: String, faults: &mut Faults) -> Option<Fact> {
    let mut object = Object::of(value, path, faults)?;
    let kind = word(&mut object, "kind", faults)?;
    let when = when(&mut object, faults);
    let event = event(kind, &mut object, index, when, faults);
    object.refuse_others(faults);
    let (when, event) = (when?, event?);
    match event {
        // Given by the day alone: when it was set is not known.
        Event::NextDateSet { date, .. } if when.day() == date => Some(Fact::on(date, event)),
        event => Some(Fact { when, event }),
    }
}

/// `at`, or `on` when the time is not known.
fn when(object: &mut Object<'_>, faults: &mut Faults) -> Option<When> {
    match (object.optional("at").is_some(), object.optional("on").is_some()) {
        (true, true) => {
            faults.add(object.path_of("on"), FieldCode::AtAndOn);
            None
        }
        (false, true) => object.date("on", faults).map(When::On),
        (true, false) | (false, false) => object.time("at", faults).map(When::At),
    }
}

fn event(
    kind: Kind,
    object: &mut Object<'_>,
    index: usize,
    when: Option<When>,
    faults: &mut Faults,
) -> Option<Event> {
    Some(match kind {
        Kind::RiskRated => {
            let process = process(object, faults);
            let level = word::<RiskLevel>(object, "level", faults);
            Event::RiskRated { process: process?, level: level? }
        }
        Kind::MeetingHeld => meeting_held(object, faults)?,
        Kind::MeetingCancelled => Event::MeetingCancelled { process: process(object, faults)? },
        Kind::SignificantIncident => {
            Event::SignificantIncident { process: process_or(object, Process::Eram, faults) }
        }
        Kind::PanelRequired => {
            Event::PanelRequired { process: process_or(object, Process::Hsb, faults) }
        }
        Kind::ReferralReceived => {
            Event::ReferralReceived { process: process_or(object, Process::Ma, faults) }
        }
        Kind::Correction => correction(object, index, faults)?,
        Kind::StrategyDiscussion => {
            Event::StrategyDiscussion { process: process_or(object, Process::Icpc, faults) }
        }
        Kind::EmployerAware => own(object, Process::Ma, Event::EmployerAware, faults),
        Kind::ConferenceHeld => Event::ConferenceHeld { process: conference(object, faults)? },
        Kind::MissingStarted => own(object, Process::Missing, Event::MissingStarted, faults),
        Kind::MissingReturned => own(object, Process::Missing, Event::MissingReturned, faults),
        Kind::RhiCompleted => {
            let of = None;
            own(object, Process::Missing, Event::ReturnInterviewCompleted { of }, faults)
        }
        Kind::NextDateSet => next_date_set(object, when, faults)?,
        Kind::Closed => Event::Closed { process: process_or(object, Process::Any, faults) },
        Kind::Birth => Event::Birth,
    })
}

fn meeting_held(object: &mut Object<'_>, faults: &mut Faults) -> Option<Event> {
    let process = process(object, faults);
    let kind = match object.optional("type").map(Value::as_str) {
        Some(Some("initial")) => MeetingKind::Initial,
        Some(Some("review")) => MeetingKind::Review,
        Some(Some(_)) | None => MeetingKind::Other,
        Some(None) => {
            faults.add(object.path_of("type"), FieldCode::WrongType);
            MeetingKind::Other
        }
    };
    let quorate = object.optional_flag("quorate", faults);
    let is_overridden = object.optional_flag("override", faults).unwrap_or(false);
    let quoracy = match (quorate, is_overridden) {
        (Some(true), true) => {
            faults.add(object.path_of("override"), FieldCode::OverrideOfQuorate);
            Quoracy::Quorate
        }
        (Some(false) | None, true) => Quoracy::Overridden,
        (Some(false), false) => Quoracy::Inquorate,
        (Some(true) | None, false) => Quoracy::Quorate,
    };
    let mut sittings = Vec::new();
    if object.optional("sittings").is_some() {
        let path = object.path_of("sittings");
        let list = object.list("sittings", faults).unwrap_or_default();
        for (index, value) in list.iter().enumerate() {
            sittings.extend(time(value, &format!("{path}[{index}]"), faults));
        }
    }
    Some(Event::MeetingHeld { process: process?, kind, quoracy, sittings })
}

fn correction(object: &mut Object<'_>, index: usize, faults: &mut Faults) -> Option<Event> {
    let of = object.position("of", faults)?;
    if of >= index {
        faults.add(object.path_of("of"), FieldCode::NotEarlier);
        return None;
    }
    Some(Event::Correction { of })
}

/// The day set; without `date` the fact's own day is meant.
fn next_date_set(
    object: &mut Object<'_>,
    when: Option<When>,
    faults: &mut Faults,
) -> Option<Event> {
    let process = process(object, faults);
    let date = match object.optional("date") {
        Some(_) => object.date("date", faults),
        None => when.map(When::day),
    };
    Some(Event::NextDateSet { process: process?, date: date? })
}

/// `type` or `process` says which conference.
fn conference(object: &mut Object<'_>, faults: &mut Faults) -> Option<Process> {
    let named = if object.optional("type").is_some() { "type" } else { "process" };
    object.optional("process");
    Some(match word(object, named, faults)? {
        Conference::Icpc => Process::Icpc,
        Conference::Rcpc => Process::Rcpc,
    })
}

/// A process that the fact kind already implies; it may be repeated.
fn own(object: &mut Object<'_>, implied: Process, event: Event, faults: &mut Faults) -> Event {
    if process_or(object, implied, faults) != implied {
        faults.add(object.path_of("process"), FieldCode::UnknownValue);
    }
    event
}

/// One named process; "any" is a word of rules, not of facts.
fn process(object: &mut Object<'_>, faults: &mut Faults) -> Option<Process> {
    let process = word(object, "process", faults)?;
    if process == Process::Any {
        faults.add(object.path_of("process"), FieldCode::UnknownValue);
        return None;
    }
    Some(process)
}

fn process_or(object: &mut Object<'_>, implied: Process, faults: &mut Faults) -> Process {
    match object.optional("process") {
        Some(_) => process(object, faults).unwrap_or(implied),
        None => implied,
    }
}

fn word<T: serde::de::DeserializeOwned>(
    object: &mut Object<'_>,
    name: &'static str,
    faults: &mut Faults,
) -> Option<T> {
    object.required(name, faults)?;
    object.optional_word(name, faults)
}

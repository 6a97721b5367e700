//! From values to what a template sees: strings, numbers, arrays, dictionaries.
//!
//! Text crosses as a string value, never as markup, so `#read("x")` in a record
//! is printed as those nine letters.

use typst::foundations::{Array, Dict, IntoValue, Value, dict};

use crate::day::long_day;
use crate::parts::{Action, Attendee, Block, Fact, Imprint, NextMeeting, Section, SignOff};
use crate::press::RenderError;
use crate::typecase::Typecase;

/// Values ready for a template.
pub(crate) struct Composed {
    pub(crate) values: Dict,
    pub(crate) n_unset: usize,
}

/// Gathers a document's values under their names.
pub(crate) struct Composer<'a> {
    values: Dict,
    case: Typecase<'a>,
}

impl<'a> Composer<'a> {
    pub(crate) fn new(case: Typecase<'a>, imprint: &Imprint) -> Result<Self, RenderError> {
        let mut composer = Self { values: Dict::new(), case };
        composer.required("authority", &imprint.authority)?;
        composer.line("team", &imprint.team);
        composer.required("marking", &imprint.marking)?;
        composer.line("issued", &long_day(imprint.issued));
        composer.line("check_code", &check_code(&imprint.audit_head));
        Ok(composer)
    }

    pub(crate) fn finish(self) -> Composed {
        Composed { values: self.values, n_unset: self.case.n_unset() }
    }

    pub(crate) fn put(&mut self, name: &str, value: impl IntoValue) {
        self.values.insert(name.into(), value.into_value());
    }

    pub(crate) fn line(&mut self, name: &str, text: &str) {
        let line = self.case.line(text);
        self.put(name, line);
    }

    pub(crate) fn paragraphs(&mut self, name: &str, text: &str) {
        let paragraphs = self.case.paragraphs(text);
        self.put(name, paragraphs);
    }

    /// A line that must not be empty, nor consist of letters without shape only.
    pub(crate) fn required(&mut self, name: &'static str, text: &str) -> Result<(), RenderError> {
        let line = self.case.line(text);
        if line == "".into_value() {
            return Err(RenderError::Empty { field: name });
        }
        self.put(name, line);
        Ok(())
    }

    pub(crate) fn each<T>(
        &mut self,
        name: &str,
        items: &[T],
        set: impl Fn(&mut Typecase<'a>, &T) -> Value,
    ) {
        let values = each(&mut self.case, items, set);
        self.put(name, values);
    }

    pub(crate) fn lines(&mut self, name: &str, texts: &[String]) {
        self.each(name, texts, |case, text| case.line(text));
    }

    pub(crate) fn facts(&mut self, name: &str, facts: &[Fact]) {
        self.each(name, facts, fact);
    }

    pub(crate) fn sections(&mut self, name: &str, sections: &[Section]) {
        self.each(name, sections, |case, section| {
            dict! {
                "heading" => case.line(&section.heading),
                "blocks" => each(case, &section.blocks, block),
            }
            .into_value()
        });
    }

    pub(crate) fn attendees(&mut self, attendees: &[Attendee]) {
        self.each("attendees", attendees, |case, person| {
            dict! {
                "name" => case.line(&person.name),
                "role" => case.line(&person.role),
                "agency" => case.line(&person.agency),
                "attendance" => case.line(&person.attendance),
            }
            .into_value()
        });
    }

    pub(crate) fn actions(&mut self, actions: &[Action]) {
        self.each("actions", actions, |case, action| action_value(case, action).into_value());
    }

    pub(crate) fn next_meeting(&mut self, next: &NextMeeting) {
        let (date, why) = match next {
            NextMeeting::On { date, why } => (long_day(*date), why),
            NextMeeting::Without { why } => (String::new(), why),
        };
        let why = self.case.paragraphs(why);
        self.put("next", dict! { "date" => date, "why" => why });
    }

    pub(crate) fn sign_off(&mut self, sign_off: &SignOff) {
        let value = dict! {
            "name" => self.case.line(&sign_off.name),
            "role" => self.case.line(&sign_off.role),
            "contact" => each(&mut self.case, &sign_off.contact, |case, line| case.line(line)),
        };
        self.put("sign_off", value);
    }
}

pub(crate) fn action_value(case: &mut Typecase<'_>, action: &Action) -> Dict {
    dict! {
        "what" => case.line(&action.what),
        "owner" => case.line(&action.owner),
        "agency" => case.line(&action.agency),
        "due" => long_day(action.due),
        "outcome_sought" => case.line(&action.outcome_sought),
    }
}

pub(crate) fn each<'a, T>(
    case: &mut Typecase<'a>,
    items: &[T],
    set: impl Fn(&mut Typecase<'a>, &T) -> Value,
) -> Array {
    items.iter().map(|item| set(case, item)).collect()
}

fn fact(case: &mut Typecase<'_>, fact: &Fact) -> Value {
    dict! { "label" => case.line(&fact.label), "text" => case.line(&fact.text) }.into_value()
}

fn block(case: &mut Typecase<'_>, block: &Block) -> Value {
    match block {
        Block::Paragraph(text) => {
            dict! { "kind" => "paragraph", "text" => case.paragraphs(text) }
        }
        Block::Words { by, text } => {
            dict! { "kind" => "words", "by" => case.line(by), "text" => case.paragraphs(text) }
        }
        Block::List(points) => {
            dict! { "kind" => "list", "points" => each(case, points, |case, text| case.line(text)) }
        }
        Block::Facts(facts) => dict! { "kind" => "facts", "facts" => each(case, facts, fact) },
    }
    .into_value()
}

/// The first 16 hexadecimal digits.
fn check_code(audit_head: &[u8; 32]) -> String {
    audit_head.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

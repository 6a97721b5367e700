//! The forms of addresses, places, schools and organisations: whole, in pieces, and without their generic words.

use super::{Care, Form, Part, Term, push};
use crate::fold::Folded;
use crate::register::Entity;
use crate::shape;
use crate::span::Label;

/// Street words with the ways they are shortened.
const STREETS: &[(&str, &[&str])] = &[
    ("street", &["st", "str"]),
    ("road", &["rd"]),
    ("avenue", &["ave", "av"]),
    ("lane", &["ln", "la"]),
    ("close", &["cl"]),
    ("drive", &["dr", "drv"]),
    ("crescent", &["cres", "cr", "crst"]),
    ("court", &["ct", "crt"]),
    ("terrace", &["terr", "ter"]),
    ("gardens", &["gdns", "gdn", "garden"]),
    ("grove", &["grv", "gr"]),
    ("place", &["pl"]),
    ("square", &["sq"]),
    ("park", &["pk"]),
    ("walk", &["wlk"]),
    ("way", &["wy"]),
    ("hill", &["hl"]),
    ("row", &[]),
    ("mews", &[]),
    ("rise", &[]),
    ("view", &[]),
    ("green", &["grn"]),
    ("house", &["hse"]),
];

/// Words that schools and organisations share, so that what stands before them is what singles one out.
const GENERIC: &[&str] = &[
    "school",
    "primary",
    "infant",
    "infants",
    "junior",
    "juniors",
    "academy",
    "college",
    "nursery",
    "high",
    "secondary",
    "community",
    "rc",
    "ce",
    "cofe",
    "catholic",
    "grammar",
    "sixth",
    "form",
    "pre",
    "preschool",
    "playgroup",
    "special",
    "pupil",
    "referral",
    "unit",
    "surgery",
    "medical",
    "practice",
    "centre",
    "center",
    "clinic",
    "hospital",
    "club",
    "church",
    "mosque",
    "care",
    "home",
    "services",
    "service",
    "trust",
    "ltd",
    "limited",
    "plc",
    "group",
    "association",
    "foundation",
    "fostering",
    "agency",
    "youth",
    "and",
    "the",
    "of",
    "for",
    "fc",
    "house",
    "childrens",
    "children",
    "hub",
];

pub(super) fn collect_named(entity: &Entity, label: Label, list: &mut Vec<Term>) {
    for name in &entity.names {
        collect_heads(name, label, list);
    }
    for alias in &entity.aliases {
        push(&words(alias), Form::Alias, label, list);
    }
}

fn words(text: &str) -> Vec<Part> {
    text.split_whitespace().map(Part::new).filter(|part| !part.letters.is_empty()).collect()
}

fn collect_heads(name: &str, label: Label, list: &mut Vec<Term>) {
    let mut parts = words(name);
    if parts.len() > 1 && parts[0].letters == "the" {
        push(&parts, Form::Whole, label, list);
        parts.remove(0);
    }
    push(&parts, Form::Whole, label, list);
    let n_head = parts
        .iter()
        .rposition(|part| !GENERIC.contains(&part.letters.as_str()))
        .map_or(0, |at| at + 1);
    for n_words in n_head.max(1)..parts.len() {
        let form = if n_words == 1 { Form::Head } else { Form::Part };
        push(&parts[..n_words], form, label, list);
    }
    if n_head == 0 {
        return;
    }
    for generic in &parts[n_head..] {
        push(&[&parts[..n_head], std::slice::from_ref(generic)].concat(), Form::Part, label, list);
    }
    if parts.len() > 2 {
        let initials: Vec<Part> = parts.iter().map(Part::initial).collect();
        push(&initials, Form::Initials, label, list);
    }
}

/// Whole, segment by segment, with and without house number, with the street word written short, and the postcode.
pub(super) fn collect_address(text: &str, list: &mut Vec<Term>) {
    let plain = Folded::new(text).lower.replace('\n', ",");
    push(&words(&plain.replace(',', " ")), Form::Whole, Label::Address, list);
    for segment in plain.split(',').map(str::trim).filter(|segment| !segment.is_empty()) {
        let segment = match shape::postcode_at_end(segment) {
            Some((before, postcode)) => {
                push_postcode(postcode, list);
                before.trim()
            }
            None => segment,
        };
        collect_segment(&words(segment), list);
    }
}

fn push_postcode(postcode: &str, list: &mut Vec<Term>) {
    let letters: String = postcode.chars().filter(|c| c.is_alphanumeric()).collect();
    let breaks = (1..letters.len()).filter_map(|at| u16::try_from(at).ok()).collect();
    list.push(Term {
        letters,
        breaks,
        form: Form::Number,
        care: Care::Plain,
        label: Label::Postcode,
    });
}

fn collect_segment(parts: &[Part], list: &mut Vec<Term>) {
    let has_digit = |part: &Part| part.letters.bytes().any(|byte| byte.is_ascii_digit());
    let from = parts.iter().rposition(has_digit).map_or(0, |at| at + 1);
    let street = &parts[from..];
    let Some((last, before)) = street.split_last() else {
        return;
    };
    let Some((word, short)) = STREETS
        .iter()
        .find(|(word, short)| last.letters == *word || short.contains(&last.letters.as_str()))
    else {
        // A town, or a house with a name.
        let label = if from == 0 { Label::Place } else { Label::Address };
        push(street, Form::Part, label, list);
        push(parts, Form::Whole, label, list);
        return;
    };
    for street_word in std::iter::once(word).chain(*short) {
        let ending = Part::new(street_word);
        push(&[before, std::slice::from_ref(&ending)].concat(), Form::Part, Label::Address, list);
        if from > 0 {
            push(
                &[&parts[from - 1..parts.len() - 1], &[ending]].concat(),
                Form::Whole,
                Label::Address,
                list,
            );
        }
    }
    push(parts, Form::Whole, Label::Address, list);
    if before.iter().any(|part| part.n_letters() > 2) {
        push(before, Form::Head, Label::Address, list);
    }
}

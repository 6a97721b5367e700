//! The forms of a person's name: parts, orders, initials, halves, plurals and e-mail stems.

use super::{Form, Part, Term, push, push_stem, sequence};
use crate::fold::Folded;
use crate::register::Entity;
use crate::span::Label;
use crate::words::is_title;

/// Words that belong to the family name that follows them.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "van", "von", "der", "den", "ter",
    "la", "le", "al", "el", "bin", "ibn", "bint", "ap", "ab", "abu", "ben", "st", "mac", "mc", "o",
    "ul", "ur", "ud",
];

/// A name taken apart.
#[derive(Debug, Default)]
struct Name {
    given: Vec<Part>,
    family: Option<Part>,
    /// Halves of a double-barrelled family name and the family name without its particles.
    shorter_families: Vec<Part>,
    /// What stood in brackets or quotation marks.
    nicknames: Vec<Part>,
}

pub(super) fn collect(entity: &Entity, list: &mut Vec<Term>) {
    for text in &entity.names {
        collect_name(&Name::read(text), list);
    }
    for text in &entity.aliases {
        let name = Name::read(text);
        if name.family.is_some() {
            collect_name(&name, list);
        }
        push(&[Part::new(text)], Form::Alias, Label::Person, list);
    }
}

impl Name {
    fn read(text: &str) -> Self {
        let plain = Folded::new(text).lower;
        let (before, after) = match plain.split_once(',') {
            Some((family, given)) if given.chars().any(char::is_alphanumeric) => {
                (given, Some(family))
            }
            _ => (plain.as_str(), None),
        };
        let mut name = Self::default();
        let mut words = name.take_words(before);
        let family = match after {
            Some(family) => name.take_words(family),
            None => split_family(&mut words),
        };
        name.given = words.iter().map(|word| Part::new(word)).collect();
        if !family.is_empty() {
            name.family = Some(Part::new(&family.join(" ")));
            name.shorter_families = shorter(&family);
        }
        name
    }

    /// Splits off titles and nicknames in brackets or quotation marks.
    fn take_words(&mut self, text: &str) -> Vec<String> {
        let mut words = Vec::new();
        for word in text.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if bare.is_empty() || is_title(bare) {
                continue;
            }
            if word.starts_with(['(', '[', '"', '\'']) && word.ends_with([')', ']', '"', '\'']) {
                self.nicknames.push(Part::new(bare));
            } else {
                words.push(bare.to_owned());
            }
        }
        words
    }
}

/// Takes the family name, with its particles, off the end of the words of a name.
fn split_family(words: &mut Vec<String>) -> Vec<String> {
    if words.len() < 2 {
        return Vec::new();
    }
    let mut from = words.len() - 1;
    while from > 1 && PARTICLES.contains(&words[from - 1].as_str()) {
        from -= 1;
    }
    words.split_off(from)
}

fn shorter(family: &[String]) -> Vec<Part> {
    let mut list = Vec::new();
    if family.len() > 1 {
        list.extend(
            family
                .iter()
                .filter(|word| !PARTICLES.contains(&word.as_str()))
                .map(|word| Part::new(word)),
        );
    }
    for word in family {
        let halves: Vec<&str> =
            word.split(['-', '\'']).filter(|half| half.chars().count() > 1).collect();
        if halves.len() < word.split(['-', '\'']).count() || halves.len() > 1 {
            list.extend(halves.into_iter().map(Part::new));
        }
    }
    list
}

fn collect_name(name: &Name, list: &mut Vec<Term>) {
    for nickname in &name.nicknames {
        push(std::slice::from_ref(nickname), Form::Alias, Label::Person, list);
    }
    for given in name.given.iter().filter(|given| given.n_letters() > 1) {
        collect_single(given, list);
        for half in halves(given) {
            collect_single(&half, list);
        }
    }
    let Some(family) = &name.family else {
        if name.given.len() > 1 {
            push(&name.given, Form::Whole, Label::Person, list);
        }
        return;
    };
    push(
        &[&name.given[..], std::slice::from_ref(family)].concat(),
        Form::Whole,
        Label::Person,
        list,
    );
    push(
        &[std::slice::from_ref(family), &name.given[..]].concat(),
        Form::Whole,
        Label::Person,
        list,
    );
    for family in std::iter::once(family).chain(&name.shorter_families) {
        collect_single(family, list);
        collect_pairs(name, family, list);
    }
    collect_initials(name, family, list);
}

/// One part alone, and more than one who bear it.
fn collect_single(part: &Part, list: &mut Vec<Term>) {
    push(std::slice::from_ref(part), Form::Part, Label::Person, list);
    if part.n_letters() > 2 {
        push(&[part.with_ending("s")], Form::Plural, Label::Person, list);
        if part.letters.ends_with(['s', 'x', 'z'])
            || part.letters.ends_with("sh")
            || part.letters.ends_with("ch")
        {
            push(&[part.with_ending("es")], Form::Plural, Label::Person, list);
        }
    }
}

fn collect_pairs(name: &Name, family: &Part, list: &mut Vec<Term>) {
    let all_initials: Vec<Part> = name.given.iter().map(Part::initial).collect();
    if all_initials.len() > 1 {
        push(
            &[&all_initials[..], std::slice::from_ref(family)].concat(),
            Form::WithInitial,
            Label::Person,
            list,
        );
    }
    for given in &name.given {
        let whole = if given.n_letters() > 1 { Form::Whole } else { Form::WithInitial };
        push(&[given.clone(), family.clone()], whole, Label::Person, list);
        push(&[family.clone(), given.clone()], whole, Label::Person, list);
        push(&[given.initial(), family.clone()], Form::WithInitial, Label::Person, list);
        push(&[family.clone(), given.initial()], Form::WithInitial, Label::Person, list);
        if given.n_letters() > 1 {
            push(&[given.clone(), family.initial()], Form::WithInitial, Label::Person, list);
            for half in halves(given) {
                push(&[half, family.clone()], Form::Whole, Label::Person, list);
            }
        }
        for stem in [
            [given.initial(), family.clone()],
            [given.clone(), family.initial()],
            [family.clone(), given.initial()],
        ] {
            push_stem(&sequence(&stem).0, Label::Person, list);
        }
    }
}

fn collect_initials(name: &Name, family: &Part, list: &mut Vec<Term>) {
    let Some(first) = name.given.first() else {
        return;
    };
    let family_initials: Vec<Part> = if family.breaks.is_empty() {
        vec![family.initial()]
    } else {
        halves(family).iter().map(Part::initial).collect()
    };
    let given: Vec<Part> = name.given.iter().map(Part::initial).collect();
    let given_halves: Vec<Part> = halves(first).iter().map(Part::initial).collect();
    push(&[first.initial(), family.initial()], Form::Initials, Label::Person, list);
    for given in [&[first.initial()][..], &given[..], &given_halves[..]] {
        if given.is_empty() {
            continue;
        }
        push(&[given, &[family.initial()]].concat(), Form::Initials, Label::Person, list);
        push(&[given, &family_initials[..]].concat(), Form::Initials, Label::Person, list);
    }
}

/// The pieces of a hyphenated part; nothing if it has none.
fn halves(part: &Part) -> Vec<Part> {
    if part.breaks.is_empty() {
        return Vec::new();
    }
    let mut from = 0;
    let ends = part.breaks.iter().map(|&at| usize::from(at)).chain([part.letters.len()]);
    ends.map(|end| {
        let half = Part {
            letters: part.letters.get(from..end).unwrap_or_default().to_owned(),
            breaks: Vec::new(),
        };
        from = end;
        half
    })
    .filter(|half| half.n_letters() > 1)
    .collect()
}

//! What must hold for any text and any register.

mod common;

use common::{person, reader, try_safe};
use proptest::prelude::*;
use redact::{Action, Certainty, Entity, RecipientKind, Unresolved, terms};

const GIVEN: &[&str] = &["Ottoline", "Will", "Zoë", "Jean-Luc", "Bo", "Þóra", "Хана", "Maé"];
const FAMILY: &[&str] =
    &["Fennimore-Drax", "O'Quill", "van der Plaat", "Ng", "Hill", "Kalniņa", "Quenby"];
const GAPS: &[&str] = &[" ", "  ", "-", "\n", ", ", ". ", "\u{00A0}", "\u{200B} ", "_", "’s "];
const WORDS: &[&str] = &[
    "said",
    "the",
    "will",
    "Meeting",
    "on",
    "4 March 2026",
    "01632 960000",
    "and",
    "School",
    "Dr",
    "Mr",
    "A.",
    "I",
    "ZE3 9QQ",
    "14",
    "years",
    "old",
    "a@b.example",
    "Road",
    "12",
    "Child",
    "hill",
    "“",
    "(",
    "•",
];

fn entity(index: usize) -> impl Strategy<Value = Entity> {
    (prop::sample::select(GIVEN), prop::sample::select(FAMILY)).prop_map(move |(given, family)| {
        person(&format!("p{index}"), "child", &format!("{given} {family}"))
    })
}

fn prose() -> impl Strategy<Value = String> {
    let cased = |words: &'static [&'static str]| {
        (prop::sample::select(words), 0..4_u8).prop_map(|(word, case)| match case {
            0 => word.to_uppercase(),
            1 => word.to_lowercase(),
            _ => word.to_owned(),
        })
    };
    let word = prop_oneof![cased(GIVEN), cased(FAMILY), cased(WORDS), cased(WORDS)];
    prop::collection::vec((word, prop::sample::select(GAPS)), 0..40)
        .prop_map(|pieces| pieces.into_iter().map(|(word, gap)| word + gap).collect())
}

/// Whether a run of letters and digits stands in a text as whole words.
fn stands_in(text: &str, letters: &str) -> bool {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.iter().any(|word| word == letters)
}

proptest! {
    #[test]
    fn any_text_is_answered_with_spans_that_lie_in_it_in_order(text in any::<String>(), first in entity(0), second in entity(1)) {
        let document = try_safe(vec![first, second], &reader(RecipientKind::Public), Unresolved::Withhold, &text);
        let document = document.map_err(|refusal| TestCaseError::fail(refusal.to_string()))?;
        let n_chars = text.chars().count();
        let mut at = 0;
        for span in &document.spans {
            prop_assert!(at <= span.start && span.start < span.end && span.end <= n_chars);
            prop_assert_eq!(span.action == Action::Keep, span.replacement.is_none());
            at = span.end;
        }
    }

    #[test]
    fn no_whole_name_or_uncommon_part_survives(text in prose(), first in entity(0), second in entity(1)) {
        let entities = vec![first, second];
        let document = try_safe(entities.clone(), &reader(RecipientKind::Public), Unresolved::Withhold, &text);
        let document = document.map_err(|refusal| TestCaseError::fail(format!("{refusal} in {text:?}")))?;
        for term in entities.iter().flat_map(terms).filter(|term| term.care() == redact::Care::Plain && term.letters().len() > 3) {
            prop_assert!(!stands_in(&document.text, term.letters()), "{:?} in {:?}", term.letters(), document.text);
        }
    }

    // It may lose more: whether capitals mean anything is judged from the whole text, and one whose
    // names are gone has fewer of them. So a word may be suspected that was not before.
    #[test]
    fn a_safe_text_made_safe_again_holds_nothing_certain(text in prose(), first in entity(0), second in entity(1)) {
        let again = |text: &str| {
            let entities = vec![first.clone(), second.clone()];
            try_safe(entities, &reader(RecipientKind::Public), Unresolved::Withhold, text)
        };
        let once = again(&text).map_err(|refusal| TestCaseError::fail(refusal.to_string()))?;
        let twice = again(&once.text).map_err(|refusal| TestCaseError::fail(refusal.to_string()))?;
        let certain = twice.spans.iter().find(|span| span.action != Action::Keep && span.certainty == Certainty::Certain);
        prop_assert!(certain.is_none(), "{certain:?} in {:?}", once.text);
    }
}

//! A registered name goes in every form, and what only looks like it stays.

mod common;

use common::{gone, person, reader, safe, try_safe};
use redact::{Action, Entity, EntityKind, RecipientKind, SafeDocument, Unresolved};

fn child() -> Entity {
    let mut child = person("p1", "child", "Ottoline Mae Fennimore-Drax");
    child.aliases = vec!["Will".to_owned(), "Otto".to_owned()];
    child.identifiers = vec![
        "943 476 5919".to_owned(),
        "01632 960000".to_owned(),
        "o.fennimore@example.org".to_owned(),
    ];
    child.addresses = vec!["14b Quillon Crescent, Marlow Bassett, ZE3 9QQ".to_owned()];
    child
}

fn public(text: &str) -> SafeDocument {
    safe(vec![child()], &reader(RecipientKind::Public), text)
}

fn check_gone(text: &str, words: &str) {
    let document = public(text);
    let found = gone(text, &document);
    assert!(
        found.iter().any(|(_, found)| found.contains(words)),
        "{text:?}: {found:?} -> {:?}",
        document.text
    );
}

fn check_stays(text: &str) {
    assert_eq!(public(text).text, text);
}

#[test]
fn a_name_goes_in_every_form() {
    for form in [
        "Ottoline Mae Fennimore-Drax",
        "OTTOLINE FENNIMORE",
        "Fennimore-Drax, Ottoline",
        "Fennimore Drax",
        "ottoline",
        "Drax",
        "O. Fennimore-Drax",
        "O Drax",
        "O.M. Fennimore-Drax",
        "Ottoline F",
        "OFD",
        "O.F.",
        "Ottoline  Fennimore",
        "Ottoline\nFennimore",
        "Otto-\nline",
        "O t t o l i n e",
        "Óttolíne",
        "Оttoline",
        "Otto\u{200B}line",
        "Fennimores",
        "Otto",
    ] {
        check_gone(
            &format!("It was agreed that {form} would be seen."),
            form.trim_end_matches('.'),
        );
    }
}

#[test]
fn a_possessive_keeps_its_ending() {
    let document = public("They saw Ottoline’s room.");
    assert!(
        document.text.starts_with("They saw Child ") && document.text.ends_with("’s room."),
        "{}",
        document.text
    );
}

#[test]
fn an_alias_that_is_an_ordinary_word_is_matched_with_care() {
    check_gone("It is said that Will ran off.", "Will");
    check_gone("Will ran off.", "Will");
    check_stays("It will be reviewed.");
    let marked =
        try_safe(vec![child()], &reader(RecipientKind::Public), Unresolved::Mark, "Will ran off.")
            .unwrap();
    assert_eq!(marked.text, "Will ran off.");
    assert_eq!(marked.spans[0].action, Action::Keep);
}

#[test]
fn initials_need_their_capitals() {
    check_gone("It was OF who called.", "OF");
    check_stays("It was one of them.");
}

#[test]
fn a_registered_number_goes_in_any_spelling_and_is_known_to_be_theirs() {
    for spelling in [
        "9434765919",
        "943-476-5919",
        "+44 1632 960000",
        "oh one six three two nine six oh oh oh oh",
        "o dot fennimore at example dot org",
    ] {
        let text = format!("They gave {spelling} today.");
        let document = public(&text);
        let span = document.spans.iter().find(|span| span.action != Action::Keep).unwrap();
        assert_eq!(span.entity.as_ref().map(redact::EntityId::as_str), Some("p1"), "{spelling}");
        assert!(!document.text.contains(spelling));
    }
}

#[test]
fn an_address_goes_in_pieces() {
    for piece in ["14b Quillon Cres", "Quillon Crescent", "Marlow Bassett", "ze3 9qq"] {
        check_gone(&format!("She moved from {piece} last week."), piece);
    }
}

#[test]
fn a_slip_of_the_pen_is_a_suggestion() {
    let document = public("It was agreed that Otoline would be seen.");
    assert!(!document.text.contains("Otoline"));
    assert!(
        document
            .spans
            .iter()
            .any(|span| span.entity.as_ref().is_some_and(|id| id.as_str() == "p1"))
    );
}

#[test]
fn one_person_has_one_pseudonym() {
    let document = public("Ottoline Fennimore-Drax came. Later O. Drax left, and Otto cried.");
    let names: std::collections::HashSet<_> =
        document.spans.iter().filter_map(|span| span.replacement.clone()).collect();
    assert_eq!(names.len(), 1, "{}", document.text);
}

#[test]
fn words_that_two_people_share_are_withheld_without_saying_whose() {
    let entities = vec![
        person("a", "child", "Perpetua Fennimore"),
        person("b", "mother", "Sunniva Fennimore"),
    ];
    let document = safe(entities, &reader(RecipientKind::Public), "It was Fennimore who rang.");
    assert_eq!(document.text, "It was [name withheld] who rang.");
    assert_eq!(document.spans[0].entity, None);
}

#[test]
fn a_school_goes_with_and_without_its_generic_words() {
    let school =
        Entity::named("s1", EntityKind::School, "school", "Quillon Road RC Primary School");
    for form in ["Quillon Road RC Primary School", "quillon road primary", "Quillon Road"] {
        let document = safe(
            vec![school.clone()],
            &reader(RecipientKind::Public),
            &format!("She attends {form} daily."),
        );
        assert!(document.text.starts_with("She attends School "), "{}", document.text);
        assert!(document.text.ends_with(" daily."), "{}", document.text);
    }
}

#[test]
fn an_unknown_name_is_a_suggestion_and_every_mention_shares_an_id() {
    let text = "Later Mr Zebulon Quarrie rang. It was clear that Zebulon Quarrie knew.";
    let document = public(text);
    let ids: Vec<_> = document.spans.iter().filter_map(|span| span.entity.clone()).collect();
    assert_eq!(ids.len(), 2, "{}", document.text);
    assert_eq!(ids[0], ids[1]);
}

#[test]
fn what_only_looks_like_a_pseudonym_shields_nothing() {
    for (text, hidden) in [
        ("It was seen that [Quarrie 2026] was there.", "Quarrie"),
        ("It was seen that Person 12345 was there.", "12345"),
        ("It was seen that [name Ottoline withheld] was there.", "Ottoline"),
    ] {
        check_gone(text, hidden);
    }
}

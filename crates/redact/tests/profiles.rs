//! Who reads what: the matrix, the overrides, and what is hidden from everybody.

mod common;

use common::{ids, person, reader, safe, try_safe};
use redact::{
    Entity, EntityId, EntityKind, Recipient, RecipientKind, RedactError, Unresolved, Whereabouts,
};

const TEXT: &str =
    "Perpetua Vane spoke to Isolde Marchbank about Cosmo Trevanion; Hesper Lovibond had rung.";

fn everybody() -> Vec<Entity> {
    vec![
        person("child", "child", "Perpetua Vane"),
        person("worker", "social worker", "Isolde Marchbank"),
        person("adult", "adult of concern", "Cosmo Trevanion"),
        person("source", "referrer (confidential)", "Hesper Lovibond"),
    ]
}

/// The given entries stay and all others go.
fn check(recipient: &Recipient, kept: &[&str]) {
    let document = safe(everybody(), recipient, TEXT);
    for entity in everybody() {
        let stays = document.text.contains(&entity.names[0]);
        assert_eq!(
            stays,
            kept.contains(&entity.id.as_str()),
            "{:?} {:?}: {}",
            recipient.kind,
            entity.id,
            document.text
        );
    }
}

#[test]
fn each_profile_keeps_what_the_matrix_says() {
    for (kind, kept) in [
        (RecipientKind::Family, &["child", "worker"][..]),
        (RecipientKind::Child, &["child", "worker"]),
        (RecipientKind::AdultOfConcern, &["adult"]),
        (RecipientKind::Employer, &["adult"]),
        (RecipientKind::AttendingAgency, &["child", "worker", "adult"]),
        (RecipientKind::Referrer, &["worker"]),
        (RecipientKind::Regulator, &["child", "worker", "adult"]),
        (RecipientKind::Scrutiny, &[]),
        (RecipientKind::Public, &[]),
    ] {
        check(&reader(kind), kept);
    }
}

#[test]
fn keep_replaces_what_the_profile_keeps_and_never_reveal_beats_it() {
    let mut recipient = reader(RecipientKind::AttendingAgency);
    recipient.keep = Some(ids(&["child", "adult"]));
    check(&recipient, &["child", "adult"]);
    recipient.never_reveal = ids(&["adult"]);
    check(&recipient, &["child"]);
    recipient.keep = Some(Vec::new());
    check(&recipient, &[]);
}

#[test]
fn a_confidential_referrer_is_hidden_even_when_listed() {
    let mut recipient = reader(RecipientKind::Regulator);
    recipient.keep = Some(ids(&["source", "worker"]));
    check(&recipient, &["worker"]);
}

#[test]
fn a_family_with_two_subject_children_reads_only_of_its_own() {
    let children =
        || vec![person("a", "child", "Perpetua Vane"), person("b", "child", "Cosmo Trevanion")];
    let text = "Perpetua Vane and Cosmo Trevanion were seen.";
    let unsure = safe(children(), &reader(RecipientKind::Family), text);
    assert!(!unsure.text.contains("Perpetua") && !unsure.text.contains("Cosmo"));
    let mut recipient = reader(RecipientKind::Family);
    recipient.entity = Some(EntityId::new("a"));
    let own = safe(children(), &recipient, text);
    assert!(own.text.contains("Perpetua Vane") && !own.text.contains("Cosmo"));
}

#[test]
fn a_safe_address_hides_address_and_school_from_everybody() {
    let mut mother = person("m", "mother", "Perpetua Vane");
    mother.addresses = vec!["9 Quillon Crescent, Marlow Bassett, ZE3 9QQ".to_owned()];
    mother.whereabouts = Whereabouts::NeverTold;
    let school = Entity::named("s", EntityKind::School, "school", "Tolland Lea Academy");
    let mut recipient = reader(RecipientKind::AttendingAgency);
    let text = "Perpetua Vane of 9 Quillon Crescent, Marlow Bassett, ZE3 9QQ; Tolland Lea Academy; Hob Hill School.";
    for keep in [None, Some(ids(&["m"]))] {
        recipient.keep = keep;
        let document = safe(vec![mother.clone(), school.clone()], &recipient, text);
        for hidden in ["Quillon", "Marlow", "9QQ", "Tolland", "Hob Hill"] {
            assert!(!document.text.contains(hidden), "{hidden}: {}", document.text);
        }
        assert!(document.text.contains("Perpetua Vane"));
    }
}

#[test]
fn a_date_becomes_a_month_and_an_age_a_band_for_the_public_only() {
    let text = "It was seen on 4 March 2026 by somebody aged 14.";
    let public = safe(Vec::new(), &reader(RecipientKind::Public), text);
    assert_eq!(public.text, "It was seen on [March 2026] by somebody [10 to 15].");
    assert_eq!(safe(Vec::new(), &reader(RecipientKind::Family), text).text, text);
}

#[test]
fn a_recipient_who_is_not_on_the_register_is_refused() {
    let mut recipient = reader(RecipientKind::Family);
    recipient.never_reveal = ids(&["nobody"]);
    let refusal = try_safe(everybody(), &recipient, Unresolved::Withhold, TEXT).err();
    assert_eq!(
        refusal,
        Some(RedactError::UnknownEntity { field: "never_reveal", id: EntityId::new("nobody") })
    );
}

//! People: whole, in lists, and two records of one person.

use ::store::people::{self, PersonFilter};
use ::store::{StoreError, agencies};
use domain::access::Reach;
use domain::agency::AgencyRole;
use domain::case::Relationship;
use domain::ids::{AddressId, AgencyRoleId, IdentifierId, PersonId, PersonNameId};
use domain::person::{
    Address, AddressKind, Identifier, IdentifierKind, NameKind, Person, PersonName,
};
use domain::text::SearchKey;
use testkit::{World, on_each_database};

use crate::made_up::{self, day, text};

/// A person with nothing left empty; not saved.
fn whole(world: &World, name: &str) -> Person {
    let ids = &*world.app.ids;
    Person {
        id: PersonId::new(ids),
        name: text(name),
        date_of_birth: Some(day("2011-03-04")),
        gender: Some(text("girl")),
        pronouns: Some(text("she")),
        email: Some(text("sian@trentshire.example")),
        phone: Some(text("01632 960001")),
        professional: false,
        safe_address: Some(text("Placement must not be told")),
        notes: Some(text("Text, do not ring")),
        names: vec![PersonName {
            id: PersonNameId::new(ids),
            kind: NameKind::Nickname,
            name: text("Shanny"),
        }],
        addresses: vec![Address {
            id: AddressId::new(ids),
            kind: AddressKind::Placement,
            address: text("4 Quay Row"),
            from: Some(day("2026-01-01")),
            until: None,
        }],
        identifiers: vec![Identifier {
            id: IdentifierId::new(ids),
            kind: IdentifierKind::Nhs,
            identifier: text("943 476 5919"),
        }],
        merged_into: None,
        created_at: world.app.clock.now(),
        version: 1,
    }
}

fn filter(typed: &str) -> PersonFilter {
    PersonFilter { text: Some(SearchKey::of(typed)), professional: None }
}

on_each_database! {
    async fn a_person_is_found_whole_as_saved(world) {
        let mut tx = world.write().await;
        let (sian, kit) = (whole(&world, "Siân Vale"), whole(&world, "Kit Reed"));
        for person in [&sian, &kit] {
            people::insert(&mut tx, person).await.unwrap();
        }
        assert_eq!(people::get(&mut tx, sian.id).await.unwrap(), sian);
        assert_eq!(people::of(&mut tx, &[sian.id, kit.id]).await.unwrap(), [kit, sian]);
        assert_eq!(people::of(&mut tx, &[]).await.unwrap(), []);
        let missing = people::get(&mut tx, PersonId::new(&*world.app.ids)).await;
        assert!(matches!(missing, Err(StoreError::Missing { table: "people" })));
    }

    async fn a_change_replaces_every_part_and_the_words_a_person_is_found_by(world) {
        let mut tx = world.write().await;
        let before = whole(&world, "Siân Vale");
        people::insert(&mut tx, &before).await.unwrap();
        let after = Person {
            name: text("Siân Marlow"),
            names: Vec::new(),
            addresses: Vec::new(),
            identifiers: Vec::new(),
            safe_address: None,
            ..before.clone()
        };
        people::update(&mut tx, &after).await.unwrap();
        let kept = people::get(&mut tx, before.id).await.unwrap();
        assert_eq!(kept, Person { version: 2, ..after.clone() });
        for (typed, n) in [("marl", 1), ("vale", 0), ("shanny", 0)] {
            assert_eq!(people::list(&mut tx, &filter(typed), (0, 50)).await.unwrap().1, n, "{typed}");
        }
        assert!(matches!(people::update(&mut tx, &after).await, Err(StoreError::Stale { table: "people" })));
    }

    async fn a_list_has_pages_by_name_and_leaves_out_records_that_became_another(world) {
        let mut tx = world.write().await;
        let (kept, mut gone) = (whole(&world, "Ash Vale"), whole(&world, "Ash Vail"));
        let officer = Person { professional: true, ..whole(&world, "Ash Orr") };
        for person in [&kept, &gone, &officer] {
            people::insert(&mut tx, person).await.unwrap();
        }
        gone.merged_into = Some(kept.id);
        people::update(&mut tx, &gone).await.unwrap();
        let (page, total) = people::list(&mut tx, &filter("ash"), (0, 1)).await.unwrap();
        assert_eq!((page[0].id(), total, page[0].professional), (officer.id, 2, true));
        let (page, _) = people::list(&mut tx, &filter("ash"), (1, 1)).await.unwrap();
        assert_eq!((page[0].id(), page[0].safe_address), (kept.id, true));
        let others = PersonFilter { professional: Some(false), ..filter("ash") };
        assert_eq!(people::list(&mut tx, &others, (0, 50)).await.unwrap().1, 1);
    }

    async fn the_cases_of_a_person_are_told_with_their_part_in_each(world) {
        let mut tx = world.write().await;
        let one = made_up::case(&world, &mut tx, "C-0001", "Sam Vale").await;
        made_up::case(&world, &mut tx, "C-0002", "Jo Reed").await;
        let mother = whole(&world, "Kim Vale");
        people::insert(&mut tx, &mother).await.unwrap();
        made_up::in_case(&world, &mut tx, one, mother.id, Relationship::Mother).await;
        let cases = people::cases_of(&mut tx, mother.id).await.unwrap();
        assert_eq!(cases.len(), 1);
        assert_eq!((cases[0].case, &*cases[0].reference), (one, "C-0001"));
        assert_eq!((cases[0].relationship, cases[0].closed_on), (Some(Relationship::Mother), None));
        let child = ::store::cases::get(&mut tx, one).await.unwrap().child;
        let cases = people::cases_of(&mut tx, child).await.unwrap();
        assert_eq!((cases.len(), cases[0].relationship), (1, None));
    }

    async fn who_may_be_the_same_has_a_name_or_a_birthday_and_a_like_name_in_common(world) {
        let mut tx = world.write().await;
        let known = whole(&world, "Siân Žak");
        let namesake = Person { date_of_birth: None, ..whole(&world, "Shanny") };
        let born_then = Person { names: Vec::new(), ..whole(&world, "Robert Pell") };
        for person in [&known, &namesake, &born_then] {
            people::insert(&mut tx, person).await.unwrap();
        }
        let asked = Person { names: Vec::new(), ..whole(&world, "Shan Zac") };
        let found = people::candidates(&mut tx, &asked).await.unwrap();
        assert_eq!(found.iter().map(|person| person.id).collect::<Vec<_>>(), [known.id]);
        let asked = Person { date_of_birth: None, ..whole(&world, "Shan Zac") };
        let found = people::candidates(&mut tx, &asked).await.unwrap();
        assert_eq!(found.iter().map(|person| person.id).collect::<Vec<_>>(), [namesake.id, known.id]);
        assert!(people::has_same_name(&known, &namesake));
        assert!(!people::has_same_name(&born_then, &namesake));
    }

    async fn every_mention_moves_to_the_record_that_is_kept(world) {
        let mut tx = world.write().await;
        let case = made_up::case(&world, &mut tx, "C-0001", "Sam Vale").await;
        let agency = made_up::agency(&world, &mut tx, "Trentshire Police", "police").await;
        let (kept, gone) = (whole(&world, "Dana Orr"), whole(&world, "Dana Ore"));
        for person in [&kept, &gone] {
            people::insert(&mut tx, person).await.unwrap();
        }
        for person in [kept.id, gone.id] {
            made_up::in_case(&world, &mut tx, case, person, Relationship::Relative).await;
        }
        made_up::in_case(&world, &mut tx, case, gone.id, Relationship::Carer).await;
        let post = AgencyRole {
            id: AgencyRoleId::new(&*world.app.ids),
            person: gone.id,
            agency,
            title: text("Constable"),
            standing: None,
            active: true,
        };
        agencies::insert_post(&mut tx, &post).await.unwrap();
        // The place that both had stays with the old record: the kept one has it already.
        assert_eq!(people::move_mentions(&mut tx, gone.id, kept.id).await.unwrap(), 2);
        assert_eq!(agencies::posts_of(&mut tx, &[kept.id]).await.unwrap().len(), 1);
        assert_eq!(people::cases_of(&mut tx, kept.id).await.unwrap().len(), 2);
    }

    async fn a_session_that_sees_no_cases_sees_nobody(world) {
        let sian = whole(&world, "Siân Vale");
        let mut tx = world.app.db.write(Reach::NoCases).await.unwrap();
        let refused = [
            people::get(&mut tx, sian.id).await.err(),
            people::of(&mut tx, &[sian.id]).await.err(),
            people::list(&mut tx, &filter("sian"), (0, 50)).await.err(),
            people::cases_of(&mut tx, sian.id).await.err(),
            people::candidates(&mut tx, &sian).await.err(),
            people::insert(&mut tx, &sian).await.err(),
            people::update(&mut tx, &sian).await.err(),
            people::move_mentions(&mut tx, sian.id, PersonId::new(&*world.app.ids)).await.err(),
        ];
        assert!(refused.iter().all(|error| matches!(error, Some(StoreError::OutOfReach))));
    }
}

#[test]
fn a_number_is_looked_for_by_its_letters_and_digits() {
    assert_eq!(people::compact("943 476-5919"), "9434765919");
    assert_eq!(people::compact(" ab/12 "), "ab12");
}

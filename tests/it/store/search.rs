//! Finding by one text: as heard, as typed, as written down.

use ::store::search::{self, FoundBy, Wanted};
use ::store::statement::sql;
use ::store::{StoreError, WriteTx, meetings, people};
use domain::access::{Reach, Role};
use domain::ids::{CaseId, IdentifierId, MeetingId, PassageId, PersonId, PersonNameId};
use domain::likeness::Likeness;
use domain::person::{Identifier, IdentifierKind, NameKind, Person, PersonName};
use domain::record::Section;
use domain::text::SearchKey;
use testkit::{World, on_each_database};

use crate::made_up::{self, day, text};

fn wanted(typed: &str) -> Wanted {
    Wanted::of(&text(typed))
}

async fn person(world: &World, tx: &mut WriteTx, name: &str, alias: Option<&str>) -> Person {
    let ids = &*world.app.ids;
    let other =
        |name| PersonName { id: PersonNameId::new(ids), kind: NameKind::Alias, name: text(name) };
    let person = Person {
        id: PersonId::new(ids),
        name: text(name),
        date_of_birth: None,
        gender: None,
        pronouns: None,
        email: None,
        phone: None,
        professional: false,
        safe_address: None,
        notes: None,
        names: alias.map(other).into_iter().collect(),
        addresses: Vec::new(),
        identifiers: Vec::new(),
        merged_into: None,
        created_at: world.app.clock.now(),
        version: 1,
    };
    people::insert(tx, &person).await.unwrap();
    person
}

async fn passage(
    world: &World,
    tx: &mut WriteTx,
    (meeting, case): (MeetingId, Option<CaseId>),
    body: &str,
) -> PassageId {
    let id = PassageId::new(&*world.app.ids);
    sql("INSERT INTO passages (id, meeting_id, case_id, section, position, body, search_key,
             nothing_to_report, audience, updated_at, updated_by, version)
         VALUES ($1, $2, $3, 'analysis', 1, $4, $5, $6, 'everyone', $7, $8, 1)")
    .bind(id)
    .bind(meeting)
    .bind(case)
    .bind(body)
    .bind(&SearchKey::of(body))
    .bind(false)
    .bind(world.app.clock.now())
    .bind(world.user(Role::Chair).id)
    .insert(tx, "passages")
    .await
    .unwrap();
    id
}

/// Whom a text finds, in order, as `name: how`.
async fn found(tx: &mut WriteTx, typed: &str) -> Vec<(String, FoundBy)> {
    let people = search::people(tx, &wanted(typed)).await.unwrap();
    people.into_iter().map(|person| (person.name, person.by)).collect()
}

fn by(likeness: Likeness, names: &[&str]) -> Vec<(String, FoundBy)> {
    names.iter().map(|name| ((*name).to_owned(), FoundBy::Name(likeness))).collect()
}

on_each_database! {
    async fn a_name_is_found_without_its_accents_and_capitals(world) {
        let mut tx = world.write().await;
        person(&world, &mut tx, "Siân O’Neill-Žák", None).await;
        for typed in ["sian", "SIÂN", "o'neill", "oneill zak", "Zak Sian"] {
            assert_eq!(found(&mut tx, typed).await, by(Likeness::Exact, &["Siân O’Neill-Žák"]), "{typed}");
        }
        assert_eq!(found(&mut tx, "sian vale").await, []);
        assert_eq!(found(&mut tx, "!?").await, []);
    }

    async fn the_surest_come_first_then_by_name(world) {
        let mut tx = world.write().await;
        for name in ["Stephen Vale", "Steve Reed", "Steven Quill", "Stevenson Ash", "Bay Steven", "Stella Marl"] {
            person(&world, &mut tx, name, None).await;
        }
        let mut expected = by(Likeness::Exact, &["Bay Steven", "Steven Quill"]);
        expected.extend(by(Likeness::Prefix, &["Stevenson Ash"]));
        expected.extend(by(Likeness::Similar, &["Stephen Vale", "Steve Reed"]));
        assert_eq!(found(&mut tx, "steven").await, expected);
        assert_eq!(found(&mut tx, "steven vail").await, by(Likeness::Similar, &["Stephen Vale"]));
        assert_eq!(found(&mut tx, "stevn quil").await.first().map(|hit| &*hit.0), Some("Steven Quill"));
    }

    async fn at_most_fifty_are_told(world) {
        let mut tx = world.write().await;
        for n in 0..51 {
            person(&world, &mut tx, &format!("Ash {n:02}"), None).await;
        }
        let people = found(&mut tx, "ash").await;
        assert_eq!((people.len(), &*people[49].0), (50, "Ash 49"));
    }

    async fn another_name_is_told_when_it_was_the_one_found(world) {
        let mut tx = world.write().await;
        person(&world, &mut tx, "Mohammed Vale", Some("Little Mo")).await;
        let other = async |tx: &mut WriteTx, typed| {
            let people = search::people(tx, &wanted(typed)).await.unwrap();
            people.into_iter().map(|person| person.other_name).collect::<Vec<_>>()
        };
        assert_eq!(other(&mut tx, "little").await, [Some("Little Mo".to_owned())]);
        assert_eq!(other(&mut tx, "mo vale").await, [Some("Little Mo".to_owned())]);
        assert_eq!(other(&mut tx, "mohamed").await, [None]);
    }

    async fn a_number_or_a_date_of_birth_finds_a_person(world) {
        let mut tx = world.write().await;
        let mut ash = person(&world, &mut tx, "Ash Quill", None).await;
        ash.date_of_birth = Some(day("2011-03-04"));
        let id = IdentifierId::new(&*world.app.ids);
        let identifier = text("943 476 5919");
        ash.identifiers = vec![Identifier { id, kind: IdentifierKind::Nhs, identifier }];
        people::update(&mut tx, &ash).await.unwrap();
        for typed in ["9434765919", "943-476 5919", "943 476"] {
            assert_eq!(found(&mut tx, typed).await, [("Ash Quill".into(), FoundBy::Identifier)], "{typed}");
        }
        for typed in ["2011-03-04", "04/03/2011", "4/3/11", "4 3 2011", "4 March 2011"] {
            assert_eq!(found(&mut tx, typed).await, [("Ash Quill".into(), FoundBy::DateOfBirth)], "{typed}");
        }
        assert_eq!(found(&mut tx, "94").await, []);
        assert_eq!(found(&mut tx, "05/03/2011").await, []);
    }

    async fn a_record_that_became_another_is_not_found(world) {
        let mut tx = world.write().await;
        let kept = person(&world, &mut tx, "Ash Quill", None).await;
        let mut gone = person(&world, &mut tx, "Ash Kwill", None).await;
        gone.date_of_birth = Some(day("2011-03-04"));
        gone.merged_into = Some(kept.id);
        people::update(&mut tx, &gone).await.unwrap();
        assert_eq!(found(&mut tx, "kwill").await, by(Likeness::Similar, &["Ash Quill"]));
        assert_eq!(found(&mut tx, "04/03/2011").await, []);
    }

    async fn a_case_is_found_by_its_reference_the_nearest_first(world) {
        let mut tx = world.write().await;
        for (reference, child) in [("C-0112", "Ash Quill"), ("C-0012", "Bay Quill"), ("C-00123", "Cam Quill")] {
            made_up::case(&world, &mut tx, reference, child).await;
        }
        let references = async |tx: &mut WriteTx, typed| {
            let cases = search::cases(tx, &wanted(typed)).await.unwrap();
            cases.into_iter().map(|case| case.reference).collect::<Vec<_>>()
        };
        assert_eq!(references(&mut tx, "c-0012").await, ["C-0012", "C-00123"]);
        assert_eq!(references(&mut tx, "C 0012").await, ["C-0012", "C-00123"]);
        assert_eq!(references(&mut tx, "12").await, ["C-0012", "C-00123", "C-0112"]);
        assert!(references(&mut tx, "%_").await.is_empty());
        let cases = search::cases(&mut tx, &wanted("C-0112")).await.unwrap();
        assert_eq!((&*cases[0].child_name, cases[0].closed_on), ("Ash Quill", None));
    }

    async fn an_agency_is_found_as_a_name_is(world) {
        let mut tx = world.write().await;
        made_up::agency(&world, &mut tx, "Trentshire Police", "police").await;
        made_up::agency(&world, &mut tx, "Policy House", "voluntary").await;
        let names = async |tx: &mut WriteTx, typed| {
            let agencies = search::agencies(tx, &wanted(typed)).await.unwrap();
            agencies.into_iter().map(|agency| agency.name.into_string()).collect::<Vec<_>>()
        };
        assert_eq!(names(&mut tx, "police").await, ["Trentshire Police", "Policy House"]);
        assert_eq!(names(&mut tx, "trentshre").await, ["Trentshire Police"]);
        assert!(names(&mut tx, "school").await.is_empty());
    }

    async fn a_passage_is_found_by_its_words_the_phrase_first_then_the_newest(world) {
        let mut tx = world.write().await;
        let case = made_up::case(&world, &mut tx, "C-0001", "Ash Quill").await;
        let mut in_meeting = Vec::new();
        for (reference, on) in [("7F3K", "2026-10-10"), ("7F3M", "2026-11-10"), ("7F3N", "2026-11-20")] {
            let meeting = made_up::meeting(&world, reference, on, "09:30", &[case]);
            meetings::insert(&mut tx, &meeting).await.unwrap();
            in_meeting.push((meeting.id, Some(case)));
        }
        let long = format!("{}seen near the Café Olé again", "nothing of note, ".repeat(20));
        let phrase = passage(&world, &mut tx, in_meeting[0], &long).await;
        let old = passage(&world, &mut tx, in_meeting[1], "Olé was said in the café").await;
        let new = passage(&world, &mut tx, in_meeting[2], "Olé, then a café").await;
        let hits = search::passages(&mut tx, &wanted("CAFE ole")).await.unwrap();
        assert_eq!(hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [phrase, new, old]);
        assert_eq!((&*hits[0].reference, hits[0].on, hits[0].case), ("7F3K", day("2026-10-10"), Some(case)));
        assert!(hits[0].snippet.chars().count() <= 120 && hits[0].snippet.contains("Café Olé"));
        assert!(search::passages(&mut tx, &wanted("ol")).await.unwrap().is_empty());
        assert!(search::passages(&mut tx, &wanted("café olga")).await.unwrap().is_empty());
    }

    async fn a_passage_is_found_where_a_word_begins_and_not_inside_another(world) {
        let mut tx = world.write().await;
        let case = made_up::case(&world, &mut tx, "C-0001", "Ash Quill").await;
        let mut said = Vec::new();
        for (reference, on, body) in [
            ("7F3K", "2026-10-10", "Sám, and the others"),
            ("7F3M", "2026-10-11", "Seen with Lee-SAMUEL"),
            ("7F3N", "2026-10-12", "The same as before, and flotsam"),
        ] {
            let meeting = made_up::meeting(&world, reference, on, "09:30", &[case]);
            meetings::insert(&mut tx, &meeting).await.unwrap();
            said.push(passage(&world, &mut tx, (meeting.id, Some(case)), body).await);
        }
        let ids = async |tx: &mut WriteTx, typed| {
            let hits = search::passages(tx, &wanted(typed)).await.unwrap();
            hits.into_iter().map(|hit| hit.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(&mut tx, "sam").await, [said[0], said[2], said[1]], "the whole word first");
        assert_eq!(ids(&mut tx, "others").await, said[..1]);
        assert!(ids(&mut tx, "flotsam other").await.is_empty());
        assert_eq!(ids(&mut tx, "SAME bef").await, said[2..]);
        assert_eq!(ids(&mut tx, "samu").await, said[1..2]);
        assert!(ids(&mut tx, "tsam").await.is_empty());
        assert!(ids(&mut tx, "ame before").await.is_empty());
        let hits = search::passages(&mut tx, &wanted("samuel")).await.unwrap();
        assert_eq!(hits[0].section, Section::Analysis);
    }

    async fn a_session_that_sees_no_cases_finds_agencies_alone(world) {
        let mut tx = world.write().await;
        made_up::case(&world, &mut tx, "C-0001", "Ash Quill").await;
        made_up::agency(&world, &mut tx, "Ash House", "placement").await;
        world.commit(tx).await;
        let mut tx = world.app.db.read(Reach::NoCases).await.unwrap();
        let people = search::people(&mut tx, &wanted("ash")).await;
        assert!(matches!(people, Err(StoreError::OutOfReach)));
        let cases = search::cases(&mut tx, &wanted("C-0001")).await;
        assert!(matches!(cases, Err(StoreError::OutOfReach)));
        let passages = search::passages(&mut tx, &wanted("ash")).await;
        assert!(matches!(passages, Err(StoreError::OutOfReach)));
        assert_eq!(search::agencies(&mut tx, &wanted("ash")).await.unwrap().len(), 1);
    }
}

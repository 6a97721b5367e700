//! Cases, their lists and who is in them.

use ::store::cases::{self, CaseFilter, Order, Standing};
use ::store::{StoreError, WriteTx, meetings, people};
use domain::access::{Reach, Role};
use domain::case::{Case, CasePerson, Closed, Exploitation, RatingLevel, Relationship, Reopened};
use domain::ids::{CaseId, CasePersonId, PersonId};
use domain::meeting::MeetingStatus;
use testkit::{World, on_each_database};

use crate::made_up::{self, day, text};

/// A case with nothing left empty; not saved.
fn whole(world: &World, child: PersonId) -> Case {
    Case {
        id: CaseId::new(&*world.app.ids),
        reference: text("C-0412"),
        child,
        opened_on: day("2026-09-01"),
        closed: Some(Closed { on: day("2026-11-01"), reason: text("Moved away") }),
        reopened: Some(Reopened { on: day("2026-10-01"), reason: text("Came back") }),
        chair: Some(world.user(Role::Chair).id),
        area: Some(text("North")),
        exploitation: vec![Exploitation::Criminal, Exploitation::CountyLines],
        created_at: world.app.clock.now(),
        version: 1,
    }
}

fn place(world: &World, case: CaseId, person: PersonId) -> CasePerson {
    CasePerson {
        id: CasePersonId::new(&*world.app.ids),
        case,
        person,
        relationship: Relationship::Sibling,
        description: Some(text("older half-brother")),
        agency: None,
        parental_responsibility: false,
        invited: true,
        until: None,
    }
}

/// A case whose child is found by every word of their name.
async fn known(world: &World, tx: &mut WriteTx, reference: &str, child: &str) -> CaseId {
    let id = made_up::case(world, tx, reference, child).await;
    let child = cases::get(tx, id).await.unwrap().child;
    let child = people::get(tx, child).await.unwrap();
    people::update(tx, &child).await.unwrap();
    id
}

/// Three open cases and a closed one: levels, areas and meetings differ.
async fn some(world: &World, tx: &mut WriteTx) {
    let one = known(world, tx, "C-0001", "Sam Vale").await;
    let two = known(world, tx, "C-0002", "Jo Reed").await;
    known(world, tx, "C-0003", "Ash Vale").await;
    made_up::rating(world, tx, one, RatingLevel::Low, "2026-10-01T09:00:00Z").await;
    made_up::rating(world, tx, two, RatingLevel::Low, "2026-10-01T09:00:00Z").await;
    made_up::rating(world, tx, two, RatingLevel::High, "2026-11-01T09:00:00Z").await;
    let mut held = made_up::meeting(world, "7F3K", "2026-10-10", "09:30", &[one]);
    held.status = MeetingStatus::Held;
    let planned = made_up::meeting(world, "7F3M", "2026-12-10", "09:30", &[two]);
    for meeting in [held, planned] {
        meetings::insert(tx, &meeting).await.unwrap();
    }
    let child = made_up::person(world, tx, "Bay Quill").await;
    cases::insert(tx, &whole(world, child)).await.unwrap();
}

async fn references(tx: &mut WriteTx, filter: CaseFilter) -> Vec<String> {
    let (listed, _) = cases::list(tx, &filter, (0, 50)).await.unwrap();
    listed.into_iter().map(|case| case.columns.reference).collect()
}

on_each_database! {
    async fn a_case_is_found_as_saved(world) {
        let mut tx = world.write().await;
        let child = made_up::person(&world, &mut tx, "Sam Vale").await;
        let case = whole(&world, child);
        cases::insert(&mut tx, &case).await.unwrap();
        assert_eq!(cases::get(&mut tx, case.id).await.unwrap(), case);
        assert_eq!(cases::references(&mut tx).await.unwrap(), ["C-0412"]);
        let twin = Case { id: CaseId::new(&*world.app.ids), ..case };
        assert!(cases::insert(&mut tx, &twin).await.unwrap_err().is_duplicate());
    }

    async fn a_case_that_is_not_there_is_missing(world) {
        let mut tx = world.write().await;
        let missing = cases::get(&mut tx, CaseId::new(&*world.app.ids)).await;
        assert!(matches!(missing, Err(StoreError::Missing { table: "cases" })));
        let missing = cases::place(&mut tx, CasePersonId::new(&*world.app.ids)).await;
        assert!(matches!(missing, Err(StoreError::Missing { table: "case_people" })));
    }

    async fn a_change_to_an_old_version_of_a_case_is_stale(world) {
        let mut tx = world.write().await;
        let child = made_up::person(&world, &mut tx, "Sam Vale").await;
        let case = whole(&world, child);
        cases::insert(&mut tx, &case).await.unwrap();
        let open = Case { closed: None, reopened: None, area: None, chair: None, exploitation: Vec::new(), ..case };
        cases::update(&mut tx, &open).await.unwrap();
        assert_eq!(cases::get(&mut tx, open.id).await.unwrap(), Case { version: 2, ..open.clone() });
        assert!(matches!(cases::update(&mut tx, &open).await, Err(StoreError::Stale { table: "cases" })));
    }

    async fn a_list_is_narrowed_by_each_part_of_the_filter(world) {
        let mut tx = world.write().await;
        some(&world, &mut tx).await;
        let all = CaseFilter { standing: Standing::All, ..CaseFilter::default() };
        let narrowed = [
            (CaseFilter::default(), vec!["C-0001", "C-0002", "C-0003"]),
            (CaseFilter { standing: Standing::Closed, ..CaseFilter::default() }, vec!["C-0412"]),
            (CaseFilter { text: Some(text("vale")), ..all.clone() }, vec!["C-0001", "C-0003"]),
            (CaseFilter { text: Some(text("sam va")), ..all.clone() }, vec!["C-0001"]),
            (CaseFilter { text: Some(text("c-04")), ..all.clone() }, vec!["C-0412"]),
            (CaseFilter { text: Some(text("%")), ..all.clone() }, vec![]),
            (CaseFilter { level: Some(RatingLevel::High), ..all.clone() }, vec!["C-0002"]),
            (CaseFilter { level: Some(RatingLevel::Low), ..all.clone() }, vec!["C-0001"]),
            (CaseFilter { area: Some(text("North")), ..all.clone() }, vec!["C-0412"]),
            (CaseFilter { chair: Some(world.user(Role::Reader).id), ..all.clone() }, vec![]),
        ];
        for (filter, expected) in narrowed {
            assert_eq!(references(&mut tx, filter.clone()).await, expected, "{filter:?}");
        }
        assert_eq!(cases::areas(&mut tx).await.unwrap(), ["North"]);
    }

    async fn a_list_stands_in_the_order_asked_for(world) {
        let mut tx = world.write().await;
        some(&world, &mut tx).await;
        for (order, expected) in [
            (Order::Reference, ["C-0001", "C-0002", "C-0003"]),
            (Order::Level, ["C-0002", "C-0001", "C-0003"]),
            (Order::NextMeeting, ["C-0001", "C-0003", "C-0002"]),
            (Order::LastMeeting, ["C-0002", "C-0003", "C-0001"]),
        ] {
            let filter = CaseFilter { order, ..CaseFilter::default() };
            assert_eq!(references(&mut tx, filter).await, expected, "{order:?}");
        }
    }

    async fn a_page_counts_the_whole_list_and_a_row_says_what_a_chair_looks_for(world) {
        let mut tx = world.write().await;
        some(&world, &mut tx).await;
        let filter = CaseFilter { order: Order::Level, ..CaseFilter::default() };
        let (page, total) = cases::list(&mut tx, &filter, (0, 1)).await.unwrap();
        let [row] = &page[..] else { panic!("one row") };
        assert_eq!((row.level, total), (Some(RatingLevel::High), 3));
        assert_eq!((&*row.columns.child_name, row.columns.next_meeting_on), ("Jo Reed", Some(day("2026-12-10"))));
        assert_eq!(row.columns.chair_name.as_deref(), Some("Robin Marsh"));
        let (next, _) = cases::list(&mut tx, &filter, (1, 1)).await.unwrap();
        assert_eq!(next[0].columns.last_meeting_on, Some(day("2026-10-10")));
    }

    async fn a_chairs_open_cases_come_by_reference_with_their_open_actions(world) {
        let mut tx = world.write().await;
        some(&world, &mut tx).await;
        let chair = world.user(Role::Chair).id;
        let chaired = cases::chaired_by(&mut tx, chair).await.unwrap();
        let told: Vec<_> = chaired.iter().map(|case| (&*case.reference, case.open_actions)).collect();
        assert_eq!(told, [("C-0001", 0), ("C-0002", 0), ("C-0003", 0)], "the closed one is not told");
        assert_eq!(&*chaired[1].child_name, "Jo Reed");
        let case = cases::get(&mut tx, chaired[1].id()).await.unwrap();
        assert_eq!(case.chair, Some(chair));
        let reader = world.user(Role::Reader).id;
        assert_eq!(cases::chaired_by(&mut tx, reader).await.unwrap(), []);
    }

    async fn somebodys_place_in_a_case_is_kept_and_ends(world) {
        let mut tx = world.write().await;
        let case = made_up::case(&world, &mut tx, "C-0001", "Sam Vale").await;
        let brother = made_up::person(&world, &mut tx, "Kit Vale").await;
        let here = place(&world, case, brother);
        cases::insert_place(&mut tx, &here).await.unwrap();
        assert_eq!(cases::place(&mut tx, here.id).await.unwrap(), here);
        let gone = CasePerson { until: Some(day("2026-11-23")), invited: false, ..here };
        cases::update_place(&mut tx, &gone).await.unwrap();
        assert_eq!(cases::people(&mut tx, case).await.unwrap(), std::slice::from_ref(&gone));
        let twice = CasePerson { id: CasePersonId::new(&*world.app.ids), ..gone };
        assert!(cases::insert_place(&mut tx, &twice).await.unwrap_err().is_duplicate());
    }

    async fn a_session_that_sees_no_cases_reads_and_writes_none(world) {
        let mut tx = world.write().await;
        let child = made_up::person(&world, &mut tx, "Sam Vale").await;
        world.commit(tx).await;
        let mut tx = world.app.db.write(Reach::NoCases).await.unwrap();
        let case = whole(&world, child);
        let here = place(&world, case.id, child);
        let refused = [
            cases::get(&mut tx, case.id).await.err(),
            cases::references(&mut tx).await.err(),
            cases::insert(&mut tx, &case).await.err(),
            cases::update(&mut tx, &case).await.err(),
            cases::chaired_by(&mut tx, world.user(Role::Chair).id).await.err(),
            cases::list(&mut tx, &CaseFilter::default(), (0, 50)).await.err(),
            cases::areas(&mut tx).await.err(),
            cases::people(&mut tx, case.id).await.err(),
            cases::place(&mut tx, here.id).await.err(),
            cases::insert_place(&mut tx, &here).await.err(),
            cases::update_place(&mut tx, &here).await.err(),
        ];
        assert!(refused.iter().all(|error| matches!(error, Some(StoreError::OutOfReach))));
    }
}

//! Agencies and who works in them.

use ::store::agencies::{self, AgencyFilter};
use ::store::{StoreError, WriteTx, invitations, meetings};
use domain::access::Reach;
use domain::agency::{Agency, AgencyKind, AgencyRole};
use domain::ids::{AgencyId, AgencyRoleId, PersonId};
use domain::text::SearchKey;
use testkit::{World, on_each_database};

use crate::made_up::{self, text};

/// An agency with nothing left empty; not saved.
fn agency(world: &World, name: &str, kind: AgencyKind) -> Agency {
    Agency {
        id: AgencyId::new(&*world.app.ids),
        name: text(name),
        kind,
        email: Some(text("safeguarding@trentshire.example")),
        secure_email: true,
        phone: Some(text("01632 960001")),
        active: true,
        merged_into: None,
        version: 1,
    }
}

fn post(world: &World, person: PersonId, agency: AgencyId) -> AgencyRole {
    AgencyRole {
        id: AgencyRoleId::new(&*world.app.ids),
        person,
        agency,
        title: text("Detective Sergeant"),
        standing: Some(text("eram")),
        active: true,
    }
}

async fn names(tx: &mut WriteTx, filter: AgencyFilter) -> Vec<String> {
    let listed = agencies::list(tx, &filter).await.unwrap();
    listed.into_iter().map(|agency| agency.name.into_string()).collect()
}

on_each_database! {
    async fn an_agency_is_found_as_saved(world) {
        let mut tx = world.write().await;
        let police = agency(&world, "Trentshire Police", AgencyKind::Police);
        agencies::insert(&mut tx, &police).await.unwrap();
        assert_eq!(agencies::get(&mut tx, police.id).await.unwrap(), police);
        let missing = agencies::get(&mut tx, AgencyId::new(&*world.app.ids)).await;
        assert!(matches!(missing, Err(StoreError::Missing { table: "agencies" })));
    }

    async fn a_change_to_an_old_version_of_an_agency_is_stale(world) {
        let mut tx = world.write().await;
        let police = agency(&world, "Trentshire Police", AgencyKind::Police);
        agencies::insert(&mut tx, &police).await.unwrap();
        let shut = Agency { active: false, email: None, secure_email: false, phone: None, ..police };
        agencies::update(&mut tx, &shut).await.unwrap();
        let kept = agencies::get(&mut tx, shut.id).await.unwrap();
        assert_eq!(kept, Agency { version: 2, ..shut.clone() });
        let again = agencies::update(&mut tx, &shut).await;
        assert!(matches!(again, Err(StoreError::Stale { table: "agencies" })));
    }

    async fn a_list_is_by_name_narrowed_and_without_merged_agencies(world) {
        let mut tx = world.write().await;
        let police = agency(&world, "Trentshire Police", AgencyKind::Police);
        let school = Agency { active: false, ..agency(&world, "Ash School", AgencyKind::Education) };
        let merged = Agency { merged_into: Some(police.id), ..agency(&world, "Trent Police", AgencyKind::Police) };
        for agency in [&police, &school, &merged] {
            agencies::insert(&mut tx, agency).await.unwrap();
        }
        assert_eq!(names(&mut tx, AgencyFilter::default()).await, ["Ash School", "Trentshire Police"]);
        let named = AgencyFilter { text: Some(SearchKey::of("TRENT")), ..AgencyFilter::default() };
        assert_eq!(names(&mut tx, named).await, ["Trentshire Police"]);
        let schools = AgencyFilter { kind: Some(AgencyKind::Education), ..AgencyFilter::default() };
        assert_eq!(names(&mut tx, schools).await, ["Ash School"]);
        let offered = AgencyFilter { active: Some(true), ..AgencyFilter::default() };
        assert_eq!(names(&mut tx, offered).await, ["Trentshire Police"]);
    }

    async fn a_name_is_taken_by_another_agency_in_use_alone(world) {
        let mut tx = world.write().await;
        let police = agency(&world, "Trentshire Police", AgencyKind::Police);
        agencies::insert(&mut tx, &police).await.unwrap();
        assert!(!agencies::is_taken(&mut tx, &police).await.unwrap());
        let twin = agency(&world, "TRENTSHIRE  police", AgencyKind::Police);
        assert!(agencies::is_taken(&mut tx, &twin).await.unwrap());
        let gone = Agency { merged_into: Some(twin.id), ..police };
        agencies::insert(&mut tx, &twin).await.unwrap();
        agencies::update(&mut tx, &gone).await.unwrap();
        assert!(!agencies::is_taken(&mut tx, &twin).await.unwrap());
    }

    async fn a_post_is_listed_with_its_agency_its_holder_and_on_the_standing_list(world) {
        let mut tx = world.write().await;
        let police = agency(&world, "Trentshire Police", AgencyKind::Police);
        agencies::insert(&mut tx, &police).await.unwrap();
        let officer = made_up::person(&world, &mut tx, "Dana Orr").await;
        let held = post(&world, officer, police.id);
        agencies::insert_post(&mut tx, &held).await.unwrap();
        let one = agencies::post(&mut tx, held.id).await.unwrap();
        assert_eq!((&one.role, &*one.person_name, &*one.agency_name), (&held, "Dana Orr", "Trentshire Police"));
        assert_eq!(agencies::posts_in(&mut tx, police.id).await.unwrap(), std::slice::from_ref(&one));
        assert_eq!(agencies::posts_of(&mut tx, &[officer]).await.unwrap(), std::slice::from_ref(&one));
        assert_eq!(agencies::standing(&mut tx, "eram").await.unwrap(), [one]);
        let left = AgencyRole { active: false, standing: None, ..held };
        agencies::update_post(&mut tx, &left).await.unwrap();
        assert_eq!(agencies::post(&mut tx, left.id).await.unwrap().role, left);
        assert_eq!(agencies::standing(&mut tx, "eram").await.unwrap(), []);
        let missing = agencies::post(&mut tx, AgencyRoleId::new(&*world.app.ids)).await;
        assert!(matches!(missing, Err(StoreError::Missing { table: "agency_roles" })));
    }

    async fn every_mention_of_an_agency_moves_to_the_one_that_is_kept(world) {
        let mut tx = world.write().await;
        let case = made_up::case(&world, &mut tx, "C-0001", "Sam Vale").await;
        let (kept, gone) = (
            agency(&world, "Trentshire Police", AgencyKind::Police),
            agency(&world, "Trent Police", AgencyKind::Police),
        );
        for agency in [&kept, &gone] {
            agencies::insert(&mut tx, agency).await.unwrap();
        }
        let officer = made_up::person(&world, &mut tx, "Dana Orr").await;
        agencies::insert_post(&mut tx, &post(&world, officer, gone.id)).await.unwrap();
        let meeting = made_up::meeting(&world, "7F3K", "2026-12-10", "09:30", &[case]);
        meetings::insert(&mut tx, &meeting).await.unwrap();
        let asked = made_up::invitation(&world, meeting.id, gone.id);
        invitations::insert(&mut tx, &asked).await.unwrap();
        assert_eq!(agencies::move_mentions(&mut tx, gone.id, kept.id).await.unwrap(), 2);
        assert_eq!(agencies::posts_in(&mut tx, kept.id).await.unwrap().len(), 1);
        let asked = invitations::of_meeting(&mut tx, meeting.id).await.unwrap();
        assert_eq!(asked[0].agency, Some(kept.id));
    }

    async fn a_session_that_sees_no_cases_sees_no_post(world) {
        let mut tx = world.app.db.write(Reach::NoCases).await.unwrap();
        let police = agency(&world, "Trentshire Police", AgencyKind::Police);
        agencies::insert(&mut tx, &police).await.unwrap();
        let other = AgencyId::new(&*world.app.ids);
        let refused = [
            agencies::posts_in(&mut tx, police.id).await.err(),
            agencies::posts_of(&mut tx, &[]).await.err(),
            agencies::standing(&mut tx, "eram").await.err(),
            agencies::post(&mut tx, AgencyRoleId::new(&*world.app.ids)).await.err(),
            agencies::move_mentions(&mut tx, police.id, other).await.err(),
        ];
        assert!(refused.iter().all(|error| matches!(error, Some(StoreError::OutOfReach))));
    }
}

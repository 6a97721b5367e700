//! Reports asked of agencies.

use ::store::StoreError;
use ::store::{invitations, meetings, reports};
use domain::ids::{AgencyId, MeetingId, ReportRequestId};
use domain::meeting::ReportRequest;
use testkit::{World, on_each_database};

use crate::made_up::{self, day, text};

fn request(world: &World, meeting: MeetingId, agency: AgencyId) -> ReportRequest {
    ReportRequest {
        id: ReportRequestId::new(&*world.app.ids),
        meeting,
        agency,
        asked_on: day("2026-11-10"),
        due_on: day("2026-11-20"),
        chased: 0,
        chased_on: None,
        received_on: None,
        not_needed: None,
        document: None,
        version: 1,
    }
}

on_each_database! {
    async fn a_request_is_found_as_saved(world) {
        let mut tx = world.write().await;
        let police = made_up::agency(&world, &mut tx, "Trentshire Police", "police").await;
        let meeting = made_up::meeting(&world, "7F3K", "2026-12-10", "09:30", &[]);
        meetings::insert(&mut tx, &meeting).await.unwrap();
        let mut report = request(&world, meeting.id, police);
        reports::insert(&mut tx, &report).await.unwrap();
        report.chased = 2;
        report.chased_on = Some(day("2026-11-21"));
        report.not_needed = Some(text("Told by telephone"));
        reports::update(&mut tx, &report).await.unwrap();
        let again = reports::update(&mut tx, &report).await;
        assert!(matches!(again, Err(StoreError::Stale { table: "report_requests" })));
        report.version = 2;
        assert_eq!(reports::get(&mut tx, report.id).await.unwrap(), report);
        assert_eq!(reports::of_meeting(&mut tx, meeting.id).await.unwrap(), [report]);
    }

    async fn an_agency_is_asked_once_for_a_meeting(world) {
        let mut tx = world.write().await;
        let police = made_up::agency(&world, &mut tx, "Trentshire Police", "police").await;
        let meeting = made_up::meeting(&world, "7F3K", "2026-12-10", "09:30", &[]);
        meetings::insert(&mut tx, &meeting).await.unwrap();
        reports::insert(&mut tx, &request(&world, meeting.id, police)).await.unwrap();
        let again = reports::insert(&mut tx, &request(&world, meeting.id, police)).await;
        assert!(again.unwrap_err().is_duplicate());
    }

    async fn agencies_that_are_asked_are_named_and_others_left_out(world) {
        let mut tx = world.write().await;
        let police = made_up::agency(&world, &mut tx, "Trentshire Police", "police").await;
        made_up::agency(&world, &mut tx, "Trentshire School", "education").await;
        let nobody = AgencyId::new(&*world.app.ids);
        let names = reports::agency_names(&mut tx, &[police, nobody]).await.unwrap();
        assert_eq!(names.into_iter().collect::<Vec<_>>(), [(police, "Trentshire Police".into())]);
        assert!(reports::agency_names(&mut tx, &[]).await.unwrap().is_empty());
    }

    async fn reports_that_are_not_needed_are_not_counted(world) {
        let mut tx = world.write().await;
        let meeting = made_up::meeting(&world, "7F3K", "2026-12-10", "09:30", &[]);
        meetings::insert(&mut tx, &meeting).await.unwrap();
        for (name, received, not_needed) in
            [("Police", false, false), ("School", true, false), ("Clinic", false, true)]
        {
            let agency = made_up::agency(&world, &mut tx, name, "other").await;
            let mut report = request(&world, meeting.id, agency);
            report.received_on = received.then(|| day("2026-11-19"));
            report.not_needed = not_needed.then(|| text("Not involved"));
            reports::insert(&mut tx, &report).await.unwrap();
        }
        let today = day("2026-11-23");
        let counts = invitations::report_counts(&mut tx, &[meeting.id], today).await.unwrap();
        let counted = invitations::ReportCounts {
            meeting: meeting.id, asked: 2, received: 1, late: 1,
        };
        assert_eq!(counts, [counted]);
    }
}

//! Meetings, their children, sittings and moves; names and figures for lists.

use ::store::StoreError;
use ::store::meetings::{self, Filter, Move};
use ::store::statement::sql;
use domain::access::{Reach, Role, Stamp};
use domain::case::{RatingLevel, Relationship};
use domain::meeting::{MeetingStatus, Route, Sitting, Voice};
use domain::record::MinutesStatus;
use testkit::on_each_database;

use crate::made_up::{self, day, text, time};

on_each_database! {
    async fn a_meeting_is_found_as_saved(world) {
        let mut tx = world.write().await;
        let first = made_up::case(&world, &mut tx, "C-0001", "Ash Quill").await;
        let second = made_up::case(&world, &mut tx, "C-0002", "Bay Quill").await;
        let mut meeting = made_up::meeting(&world, "7F3K", "2026-12-10", "09:30", &[second, first]);
        meeting.sittings = vec![Sitting {
            opened_at: "2026-12-10T09:31:00Z".parse().unwrap(),
            closed_at: None,
            adjourned_reason: None,
        }];
        meetings::insert(&mut tx, &meeting).await.unwrap();
        assert_eq!(meetings::get(&mut tx, meeting.id).await.unwrap(), meeting);
        assert_eq!(meetings::find(&mut tx, meeting.id).await.unwrap(), Some(meeting));
        let other = domain::ids::MeetingId::new(&*world.app.ids);
        assert_eq!(meetings::find(&mut tx, other).await.unwrap(), None);
        let missing = meetings::get(&mut tx, other).await;
        assert!(matches!(missing, Err(StoreError::Missing { table: "meetings" })));
        assert!(meetings::reference_taken(&mut tx, "7F3K").await.unwrap());
        assert!(!meetings::reference_taken(&mut tx, "7F3M").await.unwrap());
    }

    async fn two_meetings_cannot_have_one_reference(world) {
        let mut tx = world.write().await;
        let meeting = made_up::meeting(&world, "7F3K", "2026-12-10", "09:30", &[]);
        meetings::insert(&mut tx, &meeting).await.unwrap();
        let twin = made_up::meeting(&world, "7F3K", "2026-12-11", "09:30", &[]);
        let error = meetings::insert(&mut tx, &twin).await.unwrap_err();
        assert!(error.is_duplicate(), "{error:?}");
    }

    async fn a_changed_meeting_and_its_sittings_are_saved_once(world) {
        let mut tx = world.write().await;
        let mut meeting = made_up::meeting(&world, "7F3K", "2026-12-10", "09:30", &[]);
        meetings::insert(&mut tx, &meeting).await.unwrap();
        meeting.status = MeetingStatus::Held;
        meeting.at = time("14:05");
        meeting.quorate = Some(true);
        meeting.closed_at = Some(world.app.clock.now());
        meeting.sittings = vec![Sitting {
            opened_at: world.app.clock.now(),
            closed_at: Some(world.app.clock.now()),
            adjourned_reason: Some(text("Fire alarm")),
        }];
        meetings::update(&mut tx, &meeting).await.unwrap();
        let again = meetings::update(&mut tx, &meeting).await;
        assert!(matches!(again, Err(StoreError::Stale { table: "meetings" })));
        meeting.version = 2;
        assert_eq!(meetings::get(&mut tx, meeting.id).await.unwrap(), meeting);
    }

    async fn what_was_concluded_about_a_child_has_its_own_version(world) {
        let mut tx = world.write().await;
        let case = made_up::case(&world, &mut tx, "C-0001", "Ash Quill").await;
        let mut meeting = made_up::meeting(&world, "7F3K", "2026-12-10", "09:30", &[case]);
        meetings::insert(&mut tx, &meeting).await.unwrap();
        let subject = &mut meeting.cases[0];
        subject.level = Some(RatingLevel::Medium);
        subject.rating_reason = Some(text("Fewer episodes"));
        subject.voice = Some(Voice::GivenAnotherWay);
        subject.route = Some(Route::ContinueEram);
        subject.next_on = Some(day("2027-02-10"));
        meetings::update_case(&mut tx, meeting.id, &meeting.cases[0]).await.unwrap();
        let again = meetings::update_case(&mut tx, meeting.id, &meeting.cases[0]).await;
        assert!(matches!(again, Err(StoreError::Stale { table: "meeting_cases" })));
        meeting.cases[0].version = 2;
        assert_eq!(meetings::get(&mut tx, meeting.id).await.unwrap(), meeting);
    }

    async fn meetings_are_listed_by_day_chair_status_and_case(world) {
        let mut tx = world.write().await;
        let case = made_up::case(&world, &mut tx, "C-0001", "Ash Quill").await;
        let late = made_up::meeting(&world, "AAAA", "2026-12-10", "14:00", &[case]);
        let early = made_up::meeting(&world, "BBBB", "2026-12-10", "09:30", &[]);
        let mut other = made_up::meeting(&world, "CCCC", "2026-12-12", "09:30", &[case]);
        other.chair = world.user(Role::LadoOfficer).id;
        other.status = MeetingStatus::Cancelled;
        for meeting in [&late, &early, &other] {
            meetings::insert(&mut tx, meeting).await.unwrap();
        }
        let chair = Some(world.user(Role::Chair).id);
        let filters = [
            (Filter::default(), vec!["BBBB", "AAAA", "CCCC"]),
            (Filter { chair, ..Filter::default() }, vec!["BBBB", "AAAA"]),
            (Filter { from: Some(day("2026-12-11")), ..Filter::default() }, vec!["CCCC"]),
            (Filter { until: Some(day("2026-12-10")), ..Filter::default() }, vec!["BBBB", "AAAA"]),
            (Filter { statuses: vec![MeetingStatus::Cancelled], ..Filter::default() }, vec!["CCCC"]),
        ];
        for (filter, expected) in filters {
            let found = meetings::list(&mut tx, &filter).await.unwrap();
            let found: Vec<_> = found.iter().map(|meeting| meeting.reference.as_str()).collect();
            assert_eq!(found, expected, "{filter:?}");
        }
        assert_eq!(meetings::of_case(&mut tx, case).await.unwrap(), [late, other]);
    }

    async fn moves_are_kept_in_order(world) {
        let mut tx = world.write().await;
        let meeting = made_up::meeting(&world, "7F3K", "2026-12-10", "09:30", &[]);
        meetings::insert(&mut tx, &meeting).await.unwrap();
        let stamp = Stamp { at: world.app.clock.now(), by: world.user(Role::Chair).id };
        let to = |on: &str, reason: &str| Move {
            from_on: day("2026-12-10"),
            from_at: time("09:30"),
            to_on: day(on),
            to_at: time("10:00"),
            reason: text(reason),
            stamp,
        };
        let moves = [to("2026-12-11", "Room lost"), to("2026-12-14", "Chair ill")];
        for moved in &moves {
            meetings::insert_move(&mut tx, meeting.id, moved).await.unwrap();
        }
        assert_eq!(meetings::moves(&mut tx, meeting.id).await.unwrap(), moves);
    }

    async fn open_cases_come_with_the_last_rating_that_stands(world) {
        let mut tx = world.write().await;
        let case = made_up::case(&world, &mut tx, "C-0001", "Ash Quill").await;
        made_up::case(&world, &mut tx, "C-0002", "Bay Reed").await;
        let (old, new) = ("2026-10-01T09:00:00Z", "2026-11-01T09:00:00Z");
        made_up::rating(&world, &mut tx, case, RatingLevel::High, old).await;
        made_up::rating(&world, &mut tx, case, RatingLevel::Low, new).await;
        let open = meetings::open_cases(&mut tx).await.unwrap();
        let open: Vec<_> = open.iter().map(|c| (c.child.name.as_str(), c.level)).collect();
        assert_eq!(open, [("Ash Quill", Some(RatingLevel::Low)), ("Bay Reed", None)]);

        sql("UPDATE risk_ratings SET voided_at = $1 WHERE level = 'low'")
            .bind(world.app.clock.now())
            .execute(&mut tx)
            .await
            .unwrap();
        let open = meetings::open_cases(&mut tx).await.unwrap();
        assert_eq!(open[0].level, Some(RatingLevel::High));
    }

    async fn brothers_and_sisters_with_open_cases_are_named(world) {
        let mut tx = world.write().await;
        let ash = made_up::case(&world, &mut tx, "C-0001", "Ash Quill").await;
        let bay = made_up::case(&world, &mut tx, "C-0002", "Bay Quill").await;
        let [child] = &meetings::children(&mut tx, &[bay]).await.unwrap()[..] else {
            panic!("one child")
        };
        assert_eq!((child.name.as_str(), child.reference.as_str()), ("Bay Quill", "C-0002"));
        made_up::in_case(&world, &mut tx, ash, child.person, Relationship::Sibling).await;
        let siblings = meetings::siblings(&mut tx, &[ash]).await.unwrap();
        assert_eq!(siblings.iter().map(|s| s.case).collect::<Vec<_>>(), [bay]);
        assert!(meetings::siblings(&mut tx, &[ash, bay]).await.unwrap().is_empty());
    }

    async fn overdue_actions_are_counted_by_agency(world) {
        let mut tx = world.write().await;
        let case = made_up::case(&world, &mut tx, "C-0001", "Ash Quill").await;
        let meeting = made_up::meeting(&world, "7F3K", "2026-10-10", "09:30", &[case]);
        meetings::insert(&mut tx, &meeting).await.unwrap();
        let police = made_up::agency(&world, &mut tx, "Trentshire Police", "police").await;
        let rows = [
            (Some(police), "2026-11-01", "open"),
            (Some(police), "2026-11-20", "in_progress"),
            (None, "2026-11-10", "open"),
            (Some(police), "2026-11-23", "open"),
            (Some(police), "2026-11-02", "done"),
        ];
        for (agency, due, status) in rows {
            sql("INSERT INTO actions (id, case_id, meeting_id, position, action, owner_name,
                     agency_id, due_on, audience, status, version)
                 VALUES ($1, $2, $3, 1, 'Visit', 'A colleague', $4, $5, 'everyone', $6, 1)")
            .bind(domain::ids::ActionId::new(&*world.app.ids))
            .bind(case)
            .bind(meeting.id)
            .bind(agency)
            .bind(day(due))
            .bind(status)
            .insert(&mut tx, "actions")
            .await
            .unwrap();
        }
        let overdue = meetings::overdue_actions(&mut tx, day("2026-11-23")).await.unwrap();
        let overdue: Vec<_> = overdue.into_iter().map(|o| (o.agency, o.count, o.oldest)).collect();
        let expected = [(Some(police), 2, day("2026-11-01")), (None, 1, day("2026-11-10"))];
        assert_eq!(overdue, expected);
    }

    async fn minutes_that_are_not_out_are_found(world) {
        let mut tx = world.write().await;
        let mut held = made_up::meeting(&world, "AAAA", "2026-11-10", "09:30", &[]);
        held.status = MeetingStatus::Held;
        let mut issued = made_up::meeting(&world, "BBBB", "2026-11-11", "09:30", &[]);
        issued.status = MeetingStatus::Held;
        let planned = made_up::meeting(&world, "CCCC", "2026-12-11", "09:30", &[]);
        for meeting in [&held, &issued, &planned] {
            meetings::insert(&mut tx, meeting).await.unwrap();
        }
        for (meeting, number, status) in
            [(held.id, 1, "superseded"), (held.id, 2, "approved"), (issued.id, 1, "issued")]
        {
            sql("INSERT INTO minutes (id, meeting_id, number, status, content, digest, version)
                 VALUES ($1, $2, $3, $4, $5, $6, 1)")
            .bind(domain::ids::MinutesId::new(&*world.app.ids))
            .bind(meeting)
            .bind(i64::from(number))
            .bind(status)
            .bind(serde_json::json!({}))
            .bind(domain::audit::Hash::of(b"made up"))
            .insert(&mut tx, "minutes")
            .await
            .unwrap();
        }
        let due = meetings::minutes_due(&mut tx).await.unwrap();
        let due: Vec<_> = due.into_iter().map(|d| (d.meeting, d.status)).collect();
        assert_eq!(due, [(held.id, Some(MinutesStatus::Approved))]);
    }

    async fn somebody_without_cases_sees_no_meeting(world) {
        let mut tx = world.app.db.read(Reach::NoCases).await.unwrap();
        let listed = meetings::list(&mut tx, &Filter::default()).await;
        assert!(matches!(listed, Err(StoreError::OutOfReach)));
    }
}

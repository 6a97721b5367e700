//! What the clocks are told about a case.

use ::store::StoreError;
use ::store::facts;
use ::store::statement::sql;
use ::store::{Reads, WriteTx};
use chrono::NaiveDate;
use domain::access::{Reach, Role};
use domain::clock::Instant;
use domain::ids::{CaseId, MeetingId, PersonId, UserId};
use domain::policy::{Event, Fact, MeetingKind, Process, Quoracy, RiskLevel};
use testkit::{World, on_each_database};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn chair(world: &World) -> UserId {
    world.user(Role::Chair).id
}

async fn case(world: &World, tx: &mut WriteTx, reference: &str) -> CaseId {
    let (child, id) = (PersonId::new(&*world.app.ids), CaseId::new(&*world.app.ids));
    sql(
        "INSERT INTO people (id, name, search_key, professional, safe_address, created_at, version)
         VALUES ($1, 'Sam Vale', 'sam vale', $2, $2, $3, 1)",
    )
    .bind(child)
    .bind(false)
    .bind(at("2026-01-01T09:00:00Z"))
    .execute(tx)
    .await
    .unwrap();
    sql("INSERT INTO cases (id, reference, child_id, opened_on, exploitation, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, 1)")
    .bind(id)
    .bind(reference)
    .bind(child)
    .bind(day("2026-01-01"))
    .bind(serde_json::json!([]))
    .bind(at("2026-01-01T09:00:00Z"))
    .execute(tx)
    .await
    .unwrap();
    id
}

async fn rating(world: &World, tx: &mut WriteTx, case: CaseId, level: &str, when: &str) {
    sql("INSERT INTO risk_ratings (id, case_id, process, level, reason, rated_at, rated_by)
         VALUES ($1, $2, 'eram', $3, 'toolkit', $4, $5)")
    .bind(world.app.ids.next())
    .bind(case)
    .bind(level)
    .bind(at(when))
    .bind(chair(world))
    .execute(tx)
    .await
    .unwrap();
}

struct Sat<'t> {
    on: &'t str,
    status: &'t str,
    quorate: bool,
    quorum_override: Option<&'t str>,
    sittings: &'t [&'t str],
    next_on: Option<&'t str>,
}

const HELD: Sat<'_> = Sat {
    on: "2026-02-03",
    status: "held",
    quorate: true,
    quorum_override: None,
    sittings: &["2026-02-03T10:00:00Z"],
    next_on: None,
};

async fn meeting(world: &World, tx: &mut WriteTx, case: CaseId, sat: Sat<'_>) {
    let id = MeetingId::new(&*world.app.ids);
    sql("INSERT INTO meetings (id, meeting_type, review, reference, status, starts_on, starts_at,
             duration_minutes, chair_id, quorate, quorum_override, invitation_sequence, closed_at,
             created_at, created_by, version)
         VALUES ($1, 'eram', $2, $3, $4, $5, '10:00', 60, $6, $7, $8, 0, $9, $9, $6, 1)")
    .bind(id)
    .bind(true)
    .bind(id.to_string())
    .bind(sat.status)
    .bind(day(sat.on))
    .bind(chair(world))
    .bind(sat.quorate)
    .bind(sat.quorum_override)
    .bind(at(&format!("{}T12:00:00Z", sat.on)))
    .execute(tx)
    .await
    .unwrap();
    sql("INSERT INTO meeting_cases (meeting_id, case_id, position, next_on, version)
         VALUES ($1, $2, 1, $3, 1)")
    .bind(id)
    .bind(case)
    .bind(sat.next_on.map(day))
    .execute(tx)
    .await
    .unwrap();
    for (number, opened) in (1_u32..).zip(sat.sittings) {
        sql("INSERT INTO meeting_sittings (meeting_id, number, opened_at) VALUES ($1, $2, $3)")
            .bind(id)
            .bind(number)
            .bind(at(opened))
            .execute(tx)
            .await
            .unwrap();
    }
}

const ERAM: Process = Process::Eram;

fn rated(level: RiskLevel) -> Event {
    Event::RiskRated { process: ERAM, level }
}

fn held(quoracy: Quoracy, sittings: Vec<Instant>) -> Event {
    Event::MeetingHeld { process: ERAM, kind: MeetingKind::Review, quoracy, sittings }
}

on_each_database! {
    async fn a_history_becomes_facts_in_order(world) {
        let mut tx = world.write().await;
        let id = case(&world, &mut tx, "C-0001").await;
        let sat = Sat { next_on: Some("2026-03-31"), ..HELD };
        meeting(&world, &mut tx, id, sat).await;
        rating(&world, &mut tx, id, "high", "2026-01-05T10:00:00Z").await;
        rating(&world, &mut tx, id, "none", "2026-04-01T10:00:00Z").await;
        assert_eq!(
            facts::of_case(&mut tx, id).await.unwrap(),
            [
                Fact::at(at("2026-01-05T10:00:00Z"), rated(RiskLevel::High)),
                Fact::at(at("2026-02-03T10:00:00Z"), held(Quoracy::Quorate, vec![])),
                Fact::at(
                    at("2026-02-03T12:00:00Z"),
                    Event::NextDateSet { process: ERAM, date: day("2026-03-31") }
                ),
                Fact::at(at("2026-04-01T10:00:00Z"), rated(RiskLevel::Low)),
            ]
        );
    }

    async fn a_meeting_says_its_quorum_and_counts_from_its_first_sitting(world) {
        let mut tx = world.write().await;
        let id = case(&world, &mut tx, "C-0001").await;
        let sittings = ["2026-02-03T10:00:00Z", "2026-02-10T10:00:00Z"];
        meeting(&world, &mut tx, id, Sat { sittings: &sittings, ..HELD }).await;
        meeting(&world, &mut tx, id, Sat { on: "2026-03-03", quorate: false, sittings: &[], ..HELD }).await;
        let went_on = Some("police view in writing");
        let sat = Sat { on: "2026-04-03", quorate: false, quorum_override: went_on, sittings: &[], ..HELD };
        meeting(&world, &mut tx, id, sat).await;
        meeting(&world, &mut tx, id, Sat { on: "2026-05-03", status: "planned", ..HELD }).await;
        assert_eq!(
            facts::of_case(&mut tx, id).await.unwrap(),
            [
                Fact::at(at(sittings[0]), held(Quoracy::Quorate, sittings.map(at).to_vec())),
                Fact::on(day("2026-03-03"), held(Quoracy::Inquorate, vec![])),
                Fact::on(day("2026-04-03"), held(Quoracy::Overridden, vec![])),
            ]
        );
    }

    async fn wrong_entries_and_incidents_without_review_are_no_facts(world) {
        let mut tx = world.write().await;
        let id = case(&world, &mut tx, "C-0001").await;
        rating(&world, &mut tx, id, "high", "2026-01-05T10:00:00Z").await;
        sql("UPDATE risk_ratings SET voided_at = rated_at").execute(&mut tx).await.unwrap();
        for (on, wanted) in [("2026-01-06", false), ("2026-01-07", true)] {
            sql("INSERT INTO incidents (id, case_id, happened_on, summary, review_wanted, recorded_at, recorded_by)
                 VALUES ($1, $2, $3, 'x', $4, $5, $6)")
            .bind(world.app.ids.next()).bind(id).bind(day(on)).bind(wanted)
            .bind(at("2026-01-08T10:00:00Z")).bind(chair(&world))
            .execute(&mut tx).await.unwrap();
        }
        let incident = Fact::on(day("2026-01-07"), Event::SignificantIncident { process: ERAM });
        assert_eq!(facts::of_case(&mut tx, id).await.unwrap(), [incident]);
    }

    async fn a_missing_child_came_back_or_not(world) {
        let mut tx = world.write().await;
        let id = case(&world, &mut tx, "C-0001").await;
        for (from, to) in [("2026-01-05T10:00:00Z", Some("2026-01-06T10:00:00Z")), ("2026-02-05T10:00:00Z", None)] {
            sql("INSERT INTO missing_episodes (id, case_id, started_at, returned_at, recorded_at, recorded_by)
                 VALUES ($1, $2, $3, $4, $3, $5)")
            .bind(world.app.ids.next()).bind(id).bind(at(from)).bind(to.map(at)).bind(chair(&world))
            .execute(&mut tx).await.unwrap();
        }
        assert_eq!(
            facts::of_case(&mut tx, id).await.unwrap(),
            [
                Fact::at(at("2026-01-05T10:00:00Z"), Event::MissingStarted),
                Fact::at(at("2026-01-06T10:00:00Z"), Event::MissingReturned),
                Fact::at(at("2026-02-05T10:00:00Z"), Event::MissingStarted),
            ]
        );
    }

    async fn closing_comes_after_everything_else_of_its_day(world) {
        let mut tx = world.write().await;
        let id = case(&world, &mut tx, "C-0001").await;
        rating(&world, &mut tx, id, "low", "2026-01-05T10:00:00Z").await;
        sql("UPDATE cases SET closed_on = $1").bind(day("2026-01-05")).execute(&mut tx).await.unwrap();
        assert_eq!(
            facts::of_case(&mut tx, id).await.unwrap().last(),
            Some(&Fact::at(at("2026-01-05T10:00:00Z"), Event::Closed { process: Process::Any }))
        );
    }

    async fn open_cases_come_by_reference_each_with_its_own_facts(world) {
        let mut tx = world.write().await;
        let second = case(&world, &mut tx, "C-0002").await;
        let first = case(&world, &mut tx, "C-0001").await;
        let closed = case(&world, &mut tx, "C-0000").await;
        rating(&world, &mut tx, second, "high", "2026-01-05T10:00:00Z").await;
        rating(&world, &mut tx, closed, "high", "2026-01-05T10:00:00Z").await;
        sql("UPDATE cases SET closed_on = $1 WHERE id = $2").bind(day("2026-01-06")).bind(closed)
            .execute(&mut tx).await.unwrap();
        let fact = Fact::at(at("2026-01-05T10:00:00Z"), rated(RiskLevel::High));
        assert_eq!(
            facts::of_open_cases(&mut tx).await.unwrap(),
            [(first, vec![]), (second, vec![fact])]
        );
    }

    async fn facts_are_case_content(world) {
        let mut tx = world.app.db.read(Reach::NoCases).await.unwrap();
        assert_eq!(tx.reach(), Reach::NoCases);
        let refused = facts::of_open_cases(&mut tx).await;
        assert!(matches!(refused, Err(StoreError::OutOfReach)));
    }
}

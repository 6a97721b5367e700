//! Ratings, incidents and missing episodes: read as written, declared wrong once, never deleted.

use ::store::risk::{self, Entry};
use ::store::{StoreError, WriteTx};
use domain::access::{Reach, Role};
use domain::case::{Incident, MissingEpisode, RatingLevel, RiskRating, Voided};
use domain::clock::Instant;
use domain::ids::{CaseId, IncidentId, MissingEpisodeId, RiskRatingId};
use testkit::{World, on_each_database};

use crate::made_up::{self, day, text};

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn rating(world: &World, case: CaseId, level: RatingLevel, when: &str) -> RiskRating {
    RiskRating {
        id: RiskRatingId::new(&*world.app.ids),
        case,
        process: text("eram"),
        level,
        reason: text("Known to go missing"),
        rated_at: at(when),
        rated_by: world.user(Role::Chair).id,
        toolkit_on: Some(day("2026-11-01")),
        meeting: None,
        voided: None,
    }
}

fn incident(world: &World, case: CaseId, on: &str) -> Incident {
    Incident {
        id: IncidentId::new(&*world.app.ids),
        case,
        happened_on: day(on),
        summary: text("Found with two phones"),
        review_wanted: true,
        recorded_at: at("2026-11-20T09:00:00Z"),
        recorded_by: world.user(Role::Chair).id,
        voided: None,
    }
}

fn episode(world: &World, case: CaseId, from: &str, until: Option<&str>) -> MissingEpisode {
    MissingEpisode {
        id: MissingEpisodeId::new(&*world.app.ids),
        case,
        started_at: at(from),
        returned_at: until.map(at),
        note: Some(text("Seen at the station")),
        recorded_at: at("2026-11-20T09:00:00Z"),
        recorded_by: world.user(Role::Chair).id,
        voided: None,
    }
}

fn wrong(world: &World) -> Voided {
    let by = world.user(Role::Chair).id;
    Voided { at: at("2026-11-23T08:00:00Z"), by, reason: text("The brother") }
}

async fn child(world: &World, tx: &mut WriteTx) -> CaseId {
    made_up::case(world, tx, "C-0001", "Sam Vale").await
}

on_each_database! {
    async fn ratings_come_oldest_first_of_the_cases_asked_for(world) {
        let mut tx = world.write().await;
        let (one, two) = (child(&world, &mut tx).await, made_up::case(&world, &mut tx, "C-0002", "Jo Reed").await);
        let late = rating(&world, one, RatingLevel::High, "2026-11-10T09:00:00Z");
        let early = rating(&world, one, RatingLevel::Low, "2026-10-10T09:00:00Z");
        let other = rating(&world, two, RatingLevel::Medium, "2026-11-01T09:00:00Z");
        for rating in [&late, &early, &other] {
            risk::insert_rating(&mut tx, rating).await.unwrap();
        }
        assert_eq!(risk::ratings(&mut tx, &[one]).await.unwrap(), [early.clone(), late.clone()]);
        assert_eq!(risk::ratings(&mut tx, &[one, two]).await.unwrap(), [early, other, late.clone()]);
        assert_eq!(risk::ratings(&mut tx, &[]).await.unwrap(), []);
        assert_eq!(risk::rating(&mut tx, late.id).await.unwrap(), late);
        let missing = risk::rating(&mut tx, RiskRatingId::new(&*world.app.ids)).await;
        assert!(matches!(missing, Err(StoreError::Missing { table: "risk_ratings" })));
    }

    async fn incidents_come_oldest_first(world) {
        let mut tx = world.write().await;
        let case = child(&world, &mut tx).await;
        let (late, early) = (incident(&world, case, "2026-11-20"), incident(&world, case, "2026-11-02"));
        for incident in [&late, &early] {
            risk::insert_incident(&mut tx, incident).await.unwrap();
        }
        assert_eq!(risk::incidents(&mut tx, case).await.unwrap(), [early, late.clone()]);
        assert_eq!(risk::incident(&mut tx, late.id).await.unwrap(), late);
        let missing = risk::incident(&mut tx, IncidentId::new(&*world.app.ids)).await;
        assert!(matches!(missing, Err(StoreError::Missing { table: "incidents" })));
    }

    async fn a_return_is_recorded_once(world) {
        let mut tx = world.write().await;
        let case = child(&world, &mut tx).await;
        let mut gone = episode(&world, case, "2026-11-20T22:30:00Z", None);
        let before = episode(&world, case, "2026-11-01T22:30:00Z", Some("2026-11-02T07:00:00Z"));
        for episode in [&gone, &before] {
            risk::insert_episode(&mut tx, episode).await.unwrap();
        }
        gone.returned_at = Some(at("2026-11-21T07:15:00Z"));
        risk::end_episode(&mut tx, &gone).await.unwrap();
        assert_eq!(risk::episodes(&mut tx, case).await.unwrap(), [before, gone.clone()]);
        assert_eq!(risk::episode(&mut tx, gone.id).await.unwrap(), gone);
        let again = risk::end_episode(&mut tx, &gone).await;
        assert!(matches!(again, Err(StoreError::Stale { table: "missing_episodes" })));
        let missing = risk::episode(&mut tx, MissingEpisodeId::new(&*world.app.ids)).await;
        assert!(matches!(missing, Err(StoreError::Missing { table: "missing_episodes" })));
    }

    async fn an_entry_is_declared_wrong_once_and_stays(world) {
        let mut tx = world.write().await;
        let case = child(&world, &mut tx).await;
        let rating = rating(&world, case, RatingLevel::High, "2026-11-10T09:00:00Z");
        let incident = incident(&world, case, "2026-11-20");
        let episode = episode(&world, case, "2026-11-20T22:30:00Z", None);
        risk::insert_rating(&mut tx, &rating).await.unwrap();
        risk::insert_incident(&mut tx, &incident).await.unwrap();
        risk::insert_episode(&mut tx, &episode).await.unwrap();
        let voided = wrong(&world);
        for (entry, table) in [
            (Entry::Rating(rating.id), "risk_ratings"),
            (Entry::Incident(incident.id), "incidents"),
            (Entry::Episode(episode.id), "missing_episodes"),
        ] {
            risk::void(&mut tx, entry, &voided).await.unwrap();
            let again = risk::void(&mut tx, entry, &voided).await;
            assert!(matches!(again, Err(StoreError::Stale { table: stale }) if stale == table));
        }
        let voided = Some(voided);
        assert_eq!(risk::rating(&mut tx, rating.id).await.unwrap().voided, voided);
        assert_eq!(risk::incident(&mut tx, incident.id).await.unwrap().voided, voided);
        assert_eq!(risk::episode(&mut tx, episode.id).await.unwrap().voided, voided);
    }

    async fn a_session_that_sees_no_cases_reads_and_writes_no_entry(world) {
        let mut tx = world.write().await;
        let case = child(&world, &mut tx).await;
        world.commit(tx).await;
        let mut tx = world.app.db.write(Reach::NoCases).await.unwrap();
        let rating = rating(&world, case, RatingLevel::High, "2026-11-10T09:00:00Z");
        let incident = incident(&world, case, "2026-11-20");
        let episode = episode(&world, case, "2026-11-20T22:30:00Z", None);
        let entry = Entry::Rating(rating.id);
        let refused = [
            risk::ratings(&mut tx, &[case]).await.err(),
            risk::rating(&mut tx, rating.id).await.err(),
            risk::insert_rating(&mut tx, &rating).await.err(),
            risk::incidents(&mut tx, case).await.err(),
            risk::incident(&mut tx, incident.id).await.err(),
            risk::insert_incident(&mut tx, &incident).await.err(),
            risk::episodes(&mut tx, case).await.err(),
            risk::episode(&mut tx, episode.id).await.err(),
            risk::insert_episode(&mut tx, &episode).await.err(),
            risk::end_episode(&mut tx, &episode).await.err(),
            risk::void(&mut tx, entry, &wrong(&world)).await.err(),
        ];
        assert!(refused.iter().all(|error| matches!(error, Some(StoreError::OutOfReach))));
    }
}

//! Who covers for whom.

use ::store::{StoreError, covers};
use domain::access::{Role, Stamp};
use domain::cover::Cover;
use domain::ids::CoverId;
use testkit::{World, on_each_database};

use crate::made_up::{day, text};

fn cover(world: &World, from: &str, until: &str) -> Cover {
    let chair = world.user(Role::Chair).id;
    Cover {
        id: CoverId::new(&*world.app.ids),
        chair,
        covered_by: world.user(Role::LadoOfficer).id,
        from: day(from),
        until: day(until),
        reason: Some(text("Annual leave")),
        named: Stamp { at: world.app.clock.now(), by: chair },
    }
}

on_each_database! {
    async fn cover_is_found_as_named_until_it_is_over(world) {
        let mut tx = world.write().await;
        let late = Cover { reason: None, ..cover(&world, "2026-12-01", "2026-12-05") };
        let now = cover(&world, "2026-11-16", "2026-11-23");
        let over = cover(&world, "2026-11-02", "2026-11-06");
        for cover in [&late, &now, &over] {
            covers::insert(&mut tx, cover).await.unwrap();
        }
        let listed = covers::from_day(&mut tx, day("2026-11-23")).await.unwrap();
        assert_eq!(listed, [now.clone(), late]);
        assert_eq!(covers::get(&mut tx, now.id).await.unwrap(), now);
    }

    async fn cover_is_taken_back_once(world) {
        let mut tx = world.write().await;
        let now = cover(&world, "2026-11-16", "2026-11-23");
        covers::insert(&mut tx, &now).await.unwrap();
        covers::remove(&mut tx, now.id).await.unwrap();
        let gone = covers::get(&mut tx, now.id).await;
        assert!(matches!(gone, Err(StoreError::Missing { table: "covers" })));
        let again = covers::remove(&mut tx, now.id).await;
        assert!(matches!(again, Err(StoreError::Stale { table: "covers" })));
    }
}

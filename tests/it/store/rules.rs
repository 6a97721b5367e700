//! An authority's own versions of rules, and its own days.

use ::store::StoreError;
use ::store::rules::{self, DayOff, NonWorkingDay};
use domain::access::{Role, Stamp};
use domain::ids::RuleRowId;
use domain::policy::{Rule, ShippedProfile};
use domain::text::NonBlank;
use testkit::{World, on_each_database};

fn stamp(world: &World) -> Stamp {
    Stamp { at: world.app.clock.now(), by: world.user(Role::SystemAdministrator).id }
}

fn second_versions() -> Vec<Rule> {
    let rules = ShippedProfile::Trentshire.profile().rules;
    let of_conferences = rules.into_iter().filter(|rule| rule.id.to_string() == "R47");
    of_conferences.map(|rule| Rule { version: 2, ..rule }).collect()
}

on_each_database! {
    async fn rows_that_share_a_name_are_kept_apart_by_their_part(world) {
        let mut tx = world.write().await;
        let mut saved = second_versions();
        for rule in &saved {
            let id = RuleRowId::new(&*world.app.ids);
            rules::insert(&mut tx, id, rule, &stamp(&world)).await.unwrap();
        }
        saved.sort_by_key(|rule| rule.part.map(domain::policy::Part::key));
        assert_eq!(rules::list(&mut tx).await.unwrap(), saved);
    }

    async fn a_version_is_stored_once(world) {
        let mut tx = world.write().await;
        let rule = &second_versions()[0];
        let id = || RuleRowId::new(&*world.app.ids);
        rules::insert(&mut tx, id(), rule, &stamp(&world)).await.unwrap();
        let again = rules::insert(&mut tx, id(), rule, &stamp(&world)).await;
        assert!(again.unwrap_err().is_duplicate());
    }

    async fn a_day_that_was_added_is_off(world) {
        let on = "2027-06-07".parse().unwrap();
        let name = NonBlank::new("Day of thanks").unwrap();
        let mut tx = world.write().await;
        let day = NonWorkingDay { on, kind: DayOff::Proclaimed, name };
        rules::insert_day(&mut tx, &day).await.unwrap();
        let added = rules::calendar_days(std::slice::from_ref(&day));
        assert_eq!((added.proclaimed.len(), added.closures.len()), (1, 0));
        let shut = NonWorkingDay { kind: DayOff::Closure, ..day.clone() };
        let added = rules::calendar_days(&[shut]);
        assert_eq!((added.proclaimed.len(), added.closures.len()), (0, 1));
        let calendar = app::policies::calendar(&mut tx).await.unwrap();
        assert!(!calendar.is_working_day(on));
        assert_eq!(rules::days(&mut tx).await.unwrap(), std::slice::from_ref(&day));
        assert!(rules::insert_day(&mut tx, &day).await.unwrap_err().is_duplicate());
    }

    async fn an_added_day_is_taken_off_once(world) {
        let mut tx = world.write().await;
        let on = "2026-12-29".parse().unwrap();
        let name = domain::text::NonBlank::new("Winter").unwrap();
        let day = rules::NonWorkingDay { on, kind: rules::DayOff::Closure, name };
        rules::insert_day(&mut tx, &day).await.unwrap();
        rules::remove_day(&mut tx, on).await.unwrap();
        assert_eq!(rules::days(&mut tx).await.unwrap(), []);
        let again = rules::remove_day(&mut tx, on).await;
        assert!(matches!(again, Err(StoreError::Missing { table: "non_working_days" })));
    }

    async fn the_rules_of_the_profile_carry_the_stored_versions(world) {
        let mut tx = world.write().await;
        let shipped = app::policies::rule_book(&mut tx).await.unwrap();
        assert_eq!(shipped, ShippedProfile::Trentshire.profile().with_versions(vec![]));
        let rule = &second_versions()[0];
        rules::insert(&mut tx, RuleRowId::new(&*world.app.ids), rule, &stamp(&world)).await.unwrap();
        let profile = app::policies::rule_book(&mut tx).await.unwrap();
        assert!(profile.rules.contains(rule));
        assert_eq!(profile.rules.len(), shipped.rules.len() + 1);
    }
}

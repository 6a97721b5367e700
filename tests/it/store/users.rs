//! People who sign in.

use ::store::StoreError;
use ::store::users;
use domain::access::Role;
use domain::text::NonBlank;
use testkit::on_each_database;

on_each_database! {
    async fn a_user_is_found_as_saved(world) {
        let mut tx = world.read().await;
        let chair = world.user(Role::Chair);
        assert_eq!(users::find(&mut tx, chair.id).await.unwrap().as_ref(), Some(chair));
        assert_eq!(users::list(&mut tx).await.unwrap().len(), 7);
    }

    async fn a_change_to_an_old_version_is_stale(world) {
        let mut chair = world.user(Role::Chair).clone();
        chair.job_title = Some(NonBlank::new("Child Protection Coordinator").unwrap());
        let mut tx = world.write().await;
        users::update(&mut tx, &chair).await.unwrap();
        let again = users::update(&mut tx, &chair).await;
        assert!(matches!(again, Err(StoreError::Stale { table: "users" })));
    }

    async fn two_people_cannot_have_one_name(world) {
        let mut twin = world.user(Role::Chair).clone();
        twin.id = domain::ids::UserId::new(&*world.app.ids);
        twin.name = NonBlank::new("ROBIN  marsh").unwrap();
        let mut tx = world.write().await;
        let error = users::insert(&mut tx, &twin).await.unwrap_err();
        assert!(error.is_duplicate(), "{error:?}");
    }

    async fn signing_in_is_noted(world) {
        let chair = world.user(Role::Chair);
        let at = domain::clock::Clock::now(&*world.app.clock);
        let mut tx = world.write().await;
        users::signed_in(&mut tx, chair.id, at).await.unwrap();
        world.commit(tx).await;
        let mut tx = world.read().await;
        assert_eq!(users::get(&mut tx, chair.id).await.unwrap().last_sign_in, Some(at));
    }
}

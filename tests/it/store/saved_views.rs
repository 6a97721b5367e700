//! List filters that people saved for themselves.

use ::store::{StoreError, saved_views};
use domain::access::Role;
use domain::ids::SavedViewId;
use domain::saved_view::{ListScreen, SavedView};
use testkit::{World, on_each_database};

use crate::made_up::text;

fn view(world: &World, role: Role, name: &str) -> SavedView {
    SavedView {
        id: SavedViewId::new(&*world.app.ids),
        user: world.user(role).id,
        screen: ListScreen::Cases,
        name: text(name),
        filter: text(r#"{"level":"high"}"#),
    }
}

on_each_database! {
    async fn everybody_sees_their_own_views_by_name(world) {
        let mut tx = world.write().await;
        let (mine, earlier) = (view(&world, Role::Chair, "North, high"), view(&world, Role::Chair, "Due soon"));
        let hers = view(&world, Role::Reader, "North, high");
        for view in [&mine, &earlier, &hers] {
            saved_views::insert(&mut tx, view).await.unwrap();
        }
        let listed = saved_views::list(&mut tx, mine.user, ListScreen::Cases).await.unwrap();
        assert_eq!(listed, [earlier, mine.clone()]);
        assert_eq!(saved_views::get(&mut tx, mine.user, mine.id).await.unwrap(), mine);
        let of_another = saved_views::get(&mut tx, mine.user, hers.id).await;
        assert!(matches!(of_another, Err(StoreError::Missing { table: "saved_views" })));
    }

    async fn a_name_is_used_once_by_one_person(world) {
        let mut tx = world.write().await;
        let first = view(&world, Role::Chair, "North, high");
        saved_views::insert(&mut tx, &first).await.unwrap();
        let twin = view(&world, Role::Chair, "North, high");
        assert!(saved_views::insert(&mut tx, &twin).await.unwrap_err().is_duplicate());
    }

    async fn another_filter_is_kept_under_the_name(world) {
        let mut tx = world.write().await;
        let first = view(&world, Role::Chair, "North, high");
        saved_views::insert(&mut tx, &first).await.unwrap();
        let changed = SavedView { filter: text("{}"), ..first.clone() };
        saved_views::update(&mut tx, &changed).await.unwrap();
        assert_eq!(saved_views::get(&mut tx, first.user, first.id).await.unwrap(), changed);
    }

    async fn a_view_is_removed_by_its_owner_alone(world) {
        let mut tx = world.write().await;
        let mine = view(&world, Role::Chair, "North, high");
        saved_views::insert(&mut tx, &mine).await.unwrap();
        let as_another = SavedView { user: world.user(Role::Reader).id, ..mine.clone() };
        let refused = saved_views::remove(&mut tx, &as_another).await;
        assert!(matches!(refused, Err(StoreError::Stale { table: "saved_views" })));
        saved_views::remove(&mut tx, &mine).await.unwrap();
        assert_eq!(saved_views::list(&mut tx, mine.user, ListScreen::Cases).await.unwrap(), []);
    }
}

//! What a store knows of itself.

use ::store::settings::{self, Setting};
use testkit::on_each_database;

on_each_database! {
    async fn a_setting_is_found_as_it_was_last_set(world) {
        let mut tx = world.write().await;
        assert_eq!(settings::find(&mut tx, Setting::Marking).await.unwrap(), None);
        for marking in ["OFFICIAL", "OFFICIAL-SENSITIVE"] {
            settings::set(&mut tx, Setting::Marking, marking).await.unwrap();
            let found = settings::find(&mut tx, Setting::Marking).await.unwrap();
            assert_eq!(found.as_deref(), Some(marking));
        }
        let authority = settings::find(&mut tx, Setting::Authority).await.unwrap();
        assert_eq!(authority.as_deref(), Some("Trentshire"));
        assert_eq!(settings::find(&mut tx, Setting::Demonstration).await.unwrap(), None);
    }
}

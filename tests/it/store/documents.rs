//! Documents beside a meeting.

use ::store::StoreError;
use ::store::documents::{self, Document};
use ::store::meetings;
use ::store::statement::sql;
use domain::access::{Role, Stamp};
use domain::audit::Hash;
use domain::ids::DocumentId;
use testkit::on_each_database;

use crate::made_up::{self, text};

on_each_database! {
    async fn a_document_comes_back_byte_for_byte_and_a_changed_one_does_not(world) {
        let mut tx = world.write().await;
        let meeting = made_up::meeting(&world, "7F3K", "2026-12-10", "09:30", &[]);
        meetings::insert(&mut tx, &meeting).await.unwrap();
        let bytes = b"made-up report".to_vec();
        let document = Document {
            id: DocumentId::new(&*world.app.ids),
            meeting: Some(meeting.id),
            case: None,
            agency: None,
            name: text("report.pdf"),
            media_type: text("application/pdf"),
            size: 14,
            digest: Hash::of(&bytes),
            added: Stamp { at: world.app.clock.now(), by: world.user(Role::Chair).id },
        };
        documents::insert(&mut tx, &document, bytes.clone()).await.unwrap();
        assert_eq!(documents::get(&mut tx, document.id).await.unwrap(), document);
        assert_eq!(documents::content(&mut tx, &document).await.unwrap(), bytes);
        let of = documents::of_meetings(&mut tx, &[meeting.id]).await.unwrap();
        assert_eq!(of, std::slice::from_ref(&document));

        sql("UPDATE documents SET content = $1").bind(b"other".to_vec()).execute(&mut tx).await
            .unwrap();
        let changed = documents::content(&mut tx, &document).await;
        assert!(matches!(changed, Err(StoreError::Damaged)));
    }
}

//! Entries that were moved to another case.

use ::store::{StoreError, WriteTx, repairs};
use domain::access::{Reach, Role, Stamp};
use domain::audit::EntityKind;
use domain::ids::CaseId;
use domain::repair::Repair;
use testkit::{World, on_each_database};

use crate::made_up::{self, text};

fn repair(world: &World, from: CaseId, to: CaseId) -> Repair {
    let (at, by) = (world.app.clock.now(), world.user(Role::Chair).id);
    Repair {
        entity: EntityKind::Incident,
        wrong: world.app.ids.next(),
        again: world.app.ids.next(),
        from,
        to,
        reason: text("The brother"),
        stamp: Stamp { at, by },
    }
}

async fn three(world: &World, tx: &mut WriteTx) -> [CaseId; 3] {
    let one = made_up::case(world, tx, "C-0001", "Sam Vale").await;
    let two = made_up::case(world, tx, "C-0002", "Jo Reed").await;
    [one, two, made_up::case(world, tx, "C-0003", "Ash Quill").await]
}

on_each_database! {
    async fn both_cases_show_a_repair_and_a_third_does_not(world) {
        let mut tx = world.write().await;
        let [from, to, other] = three(&world, &mut tx).await;
        let kept = repair(&world, from, to);
        repairs::insert(&mut tx, &kept).await.unwrap();
        for case in [from, to] {
            let shown = repairs::of_case(&mut tx, case).await.unwrap();
            assert_eq!(shown.len(), 1);
            assert_eq!(shown[0].repair, kept);
            assert_eq!((&*shown[0].from_reference, &*shown[0].to_reference), ("C-0001", "C-0002"));
        }
        assert_eq!(repairs::of_case(&mut tx, other).await.unwrap(), []);
    }

    async fn an_entry_is_moved_once(world) {
        let mut tx = world.write().await;
        let [from, to, other] = three(&world, &mut tx).await;
        let first = repair(&world, from, to);
        repairs::insert(&mut tx, &first).await.unwrap();
        let again = Repair { to: other, again: world.app.ids.next(), ..first };
        assert!(repairs::insert(&mut tx, &again).await.unwrap_err().is_duplicate());
    }

    async fn a_session_that_sees_no_cases_sees_no_repair(world) {
        let mut tx = world.write().await;
        let [from, to, _] = three(&world, &mut tx).await;
        world.commit(tx).await;
        let mut tx = world.app.db.write(Reach::NoCases).await.unwrap();
        let refused = repairs::insert(&mut tx, &repair(&world, from, to)).await;
        assert!(matches!(refused, Err(StoreError::OutOfReach)));
        assert!(matches!(repairs::of_case(&mut tx, to).await, Err(StoreError::OutOfReach)));
    }
}

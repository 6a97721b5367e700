//! Releases: what is kept and what is never changed.

use ::store::StoreError;
use ::store::releases::{self, Listing, known};
use domain::access::{Role, Stamp};
use domain::audit::Hash;
use domain::record::WithholdReason;
use domain::release::{
    Chosen, Commission, Document, GateReport, Made, PartChoice, PartKind, PartRef, Pseudonym,
    Recipient, Release, WordChoice, WordDecision,
};
use domain::text::NonBlank;
use testkit::{World, on_each_database};

use crate::approved_review::{self, Review};

fn text(text: &str) -> NonBlank {
    NonBlank::new(text).unwrap()
}

fn stamp(world: &World, role: Role) -> Stamp {
    Stamp { at: world.app.clock.now(), by: world.user(role).id }
}

async fn kept(world: &World) -> (Review, Release) {
    let review = approved_review::write(world).await;
    let of = Commission {
        meeting: review.meeting,
        minutes: review.minutes,
        case: review.case,
        recipient: Recipient::Family(review.mother),
        recipient_name: text("Marigold Fennimore"),
    };
    let release = Release::new(&*world.app.ids, &stamp(world, Role::Chair), 7, of).0;
    let mut tx = world.write().await;
    releases::insert(&mut tx, &release).await.unwrap();
    world.commit(tx).await;
    (review, release)
}

fn made() -> Made {
    let document = Document::of(b"%PDF-1.7".to_vec());
    Made { source: Hash::of(b"source"), document, gate: GateReport::default() }
}

on_each_database! {
    async fn a_release_is_found_as_saved(world) {
        let (review, release) = kept(&world).await;
        let mut tx = world.read().await;
        assert_eq!(releases::get(&mut tx, release.id).await.unwrap(), release);
        for listing in [Listing::OfMeeting(review.meeting), Listing::OfCase(review.case), Listing::Unfinished] {
            assert_eq!(releases::list(&mut tx, listing).await.unwrap().len(), 1);
        }
        assert!(releases::list(&mut tx, Listing::ToReissue).await.unwrap().is_empty());
        let listed = releases::get_listed(&mut tx, release.id).await.unwrap();
        assert_eq!((listed.reference.as_str(), listed.case_reference.as_str()), ("7F3K", "C-0412"));
        assert_eq!((listed.minutes_number, listed.superseded), (1, false));
        assert_eq!(listed.release, release);
        let other = domain::ids::ReleaseId::new(&*world.app.ids);
        let missing = releases::get_listed(&mut tx, other).await;
        assert!(matches!(missing, Err(StoreError::Missing { table: "releases" })));
    }

    async fn choices_decisions_and_pseudonyms_are_kept_and_replaced(world) {
        let (_, release) = kept(&world).await;
        let by = stamp(&world, Role::Chair);
        let part = PartRef { kind: PartKind::Passage, id: world.app.ids.next() };
        let mut tx = world.write().await;
        for chosen in [
            Chosen::Withhold(WithholdReason::Crime),
            Chosen::Reword { wording: text("In other words."), reason: WithholdReason::Crime },
        ] {
            let choice = PartChoice { part, chosen, decided: (by.by, by.at) };
            releases::keep_choice(&mut tx, release.id, &choice).await.unwrap();
            assert_eq!(releases::choices(&mut tx, release.id).await.unwrap(), [choice]);
        }
        for choice in [WordChoice::Withhold, WordChoice::Keep] {
            let decision = WordDecision { word: text("mill"), choice, decided: (by.by, by.at) };
            releases::keep_decision(&mut tx, release.id, &decision).await.unwrap();
            assert_eq!(releases::decisions(&mut tx, release.id).await.unwrap(), [decision]);
        }
        let name = Pseudonym { entity: "person:1".into(), pseudonym: "Child B".into() };
        releases::keep_pseudonym(&mut tx, release.id, &name).await.unwrap();
        assert!(releases::pseudonyms(&mut tx, release.id).await.unwrap() == [name]);
        world.commit(tx).await;
    }

    async fn an_issued_release_is_never_changed(world) {
        let (_, release) = kept(&world).await;
        let made = made();
        let mut tx = world.write().await;
        let submitted = release.submit(&made).unwrap().0;
        releases::keep_document(&mut tx, submitted.id, Some(&made.document)).await.unwrap();
        releases::update(&mut tx, &submitted).await.unwrap();
        let again = releases::update(&mut tx, &submitted).await;
        assert!(matches!(again, Err(StoreError::Stale { table: "releases" })));
        let read = releases::get(&mut tx, submitted.id).await.unwrap();
        assert_eq!(releases::document(&mut tx, &read).await.unwrap(), made.document);
        let approved = read.approve(&stamp(&world, Role::Manager), &[]).unwrap().0;
        let issued = approved.issue(&stamp(&world, Role::Chair), text("by hand")).unwrap().0;
        releases::update(&mut tx, &issued).await.unwrap();
        world.commit(tx).await;

        let mut tx = world.write().await;
        let changed = releases::keep_document(&mut tx, issued.id, None).await;
        assert!(changed.is_err());
    }

    async fn a_copy_knows_everybody_in_the_cases_of_its_meeting(world) {
        let (review, _) = kept(&world).await;
        let mut tx = world.read().await;
        let people = known::people(&mut tx, review.meeting).await.unwrap();
        assert_eq!(people.len(), 7);
        let child = people.iter().find(|person| person.child_of == [review.case]).unwrap();
        assert!(child.safe_address && child.identifiers == ["943 476 5919"]);
        let concern = people.iter().find(|person| person.id == review.concern).unwrap();
        assert_eq!(concern.aliases, ["Ghost"]);
        let agencies = known::agencies(&mut tx, review.meeting).await.unwrap();
        assert_eq!(agencies[0].id, review.police);
    }
}

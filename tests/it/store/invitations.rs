//! Invitations, the standing list, and figures for lists.

use ::store::StoreError;
use ::store::{invitations, meetings};
use domain::agency::AgencyKind;
use domain::case::Relationship;
use domain::meeting::{InvitationKind, InvitationRoute, Mark, Reply, Substitute};
use testkit::on_each_database;

use crate::made_up::{self, day, text};

on_each_database! {
    async fn an_invitation_is_found_as_saved(world) {
        let mut tx = world.write().await;
        let police = made_up::agency(&world, &mut tx, "Trentshire Police", "police").await;
        let meeting = made_up::meeting(&world, "7F3K", "2026-12-10", "09:30", &[]);
        meetings::insert(&mut tx, &meeting).await.unwrap();
        let mut invitation = made_up::invitation(&world, meeting.id, police);
        invitations::insert(&mut tx, &invitation).await.unwrap();

        invitation.route = Some(InvitationRoute::CalendarFile);
        invitation.invited_at = Some(world.app.clock.now());
        invitation.reply = Reply::Substitute;
        invitation.reply_route = Some(InvitationRoute::Telephone);
        invitation.reply_note = Some(text("On leave"));
        invitation.replied_at = Some(world.app.clock.now());
        invitation.mark = Some(Mark::Substitute);
        invitation.substitute = Some(Substitute { person: None, name: text("Jo Fern") });
        invitations::update(&mut tx, &invitation).await.unwrap();
        let again = invitations::update(&mut tx, &invitation).await;
        assert!(matches!(again, Err(StoreError::Stale { table: "invitations" })));
        invitation.version = 2;
        assert_eq!(invitations::get(&mut tx, invitation.id).await.unwrap(), invitation);
        assert_eq!(invitations::of_meeting(&mut tx, meeting.id).await.unwrap(), [invitation]);
    }

    async fn the_invitations_of_several_meetings_come_in_order(world) {
        let mut tx = world.write().await;
        let police = made_up::agency(&world, &mut tx, "Trentshire Police", "police").await;
        let mut saved = Vec::new();
        for reference in ["7F3K", "8G4L", "9H5M"] {
            let meeting = made_up::meeting(&world, reference, "2026-12-10", "09:30", &[]);
            meetings::insert(&mut tx, &meeting).await.unwrap();
            let rows = [1, 2].map(|position| {
                let mut row = made_up::invitation(&world, meeting.id, police);
                (row.position, row.withdrawn) = (position, position == 2);
                row
            });
            for row in rows.iter().rev() {
                invitations::insert(&mut tx, row).await.unwrap();
            }
            saved.extend(rows);
        }
        let two = [saved[0].meeting, saved[2].meeting];
        let found = invitations::of_meetings(&mut tx, &two).await.unwrap();
        assert_eq!(found, saved[..4]);
        let one = invitations::find(&mut tx, saved[5].id).await.unwrap();
        assert_eq!(one.as_ref(), Some(&saved[5]));
        let nobody = domain::ids::InvitationId::new(&*world.app.ids);
        assert_eq!(invitations::find(&mut tx, nobody).await.unwrap(), None);
        let missing = invitations::get(&mut tx, nobody).await;
        assert!(matches!(missing, Err(StoreError::Missing { table: "invitations" })));
    }

    async fn invitations_that_were_taken_back_are_not_counted(world) {
        let mut tx = world.write().await;
        let police = made_up::agency(&world, &mut tx, "Trentshire Police", "police").await;
        let meeting = made_up::meeting(&world, "7F3K", "2026-12-10", "09:30", &[]);
        meetings::insert(&mut tx, &meeting).await.unwrap();
        for (sent, reply, withdrawn) in [
            (true, Reply::Accepted, false),
            (true, Reply::None, false),
            (false, Reply::Declined, false),
            (true, Reply::Accepted, true),
        ] {
            let mut invitation = made_up::invitation(&world, meeting.id, police);
            invitation.invited_at = sent.then(|| world.app.clock.now());
            invitation.reply = reply;
            invitation.withdrawn = withdrawn;
            invitations::insert(&mut tx, &invitation).await.unwrap();
        }
        let counts = invitations::counts(&mut tx, &[meeting.id]).await.unwrap();
        let counted = invitations::Counts {
            meeting: meeting.id, invited: 3, sent: 2, replied: 2, coming: 1,
        };
        assert_eq!(counts, [counted]);
    }

    async fn a_person_s_own_address_comes_before_the_agency_s(world) {
        let mut tx = world.write().await;
        let police = made_up::agency(&world, &mut tx, "Trentshire Police", "police").await;
        let meeting = made_up::meeting(&world, "7F3K", "2026-12-10", "09:30", &[]);
        meetings::insert(&mut tx, &meeting).await.unwrap();
        let who = made_up::person(&world, &mut tx, "Jo Fern").await;
        let mut invitation = made_up::invitation(&world, meeting.id, police);
        invitation.person = Some(who);
        invitations::insert(&mut tx, &invitation).await.unwrap();
        let [address] = &invitations::addresses(&mut tx, &[meeting.id]).await.unwrap()[..] else {
            panic!("one address")
        };
        assert_eq!(address.email.as_deref(), Some("police@trentshire.example"));
        assert_eq!(address.agency_kind, Some(AgencyKind::Police));
        assert_eq!(address.person_name.as_deref(), Some("Jo Fern"));
        let asked = invitations::invited_people(&mut tx, &[meeting.id]).await.unwrap();
        assert_eq!(asked.iter().map(|i| i.person).collect::<Vec<_>>(), [who]);
    }

    async fn the_standing_list_is_posts_then_the_child_then_people_of_the_case(world) {
        let mut tx = world.write().await;
        let case = made_up::case(&world, &mut tx, "C-0001", "Ash Quill").await;
        let police = made_up::agency(&world, &mut tx, "Trentshire Police", "police").await;
        made_up::standing(&world, &mut tx, police, "Jo Fern", "Detective Sergeant").await;
        let mother = made_up::person(&world, &mut tx, "Wyn Quill").await;
        made_up::in_case(&world, &mut tx, case, mother, Relationship::Mother).await;
        let sister = made_up::person(&world, &mut tx, "Bay Quill").await;
        made_up::in_case(&world, &mut tx, case, sister, Relationship::Sibling).await;
        let today = day("2026-11-23");
        let seats = invitations::standing(&mut tx, "eram", &[case], today).await.unwrap();
        let seats: Vec<_> =
            seats.iter().map(|s| (s.name.as_str(), s.kind, s.relationship)).collect();
        let expected = [
            ("Jo Fern", InvitationKind::Agency, None),
            ("Ash Quill", InvitationKind::Child, None),
            ("Wyn Quill", InvitationKind::Family, Some(Relationship::Mother)),
        ];
        assert_eq!(seats, expected);
    }
}

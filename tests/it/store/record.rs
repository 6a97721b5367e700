//! The record of a meeting: passages, decisions, interests, actions and versions of the minutes.

use ::store::actions::{self, Filter, Page};
use ::store::statement::sql;
use ::store::{Reads as _, StoreError, WriteTx, decisions, interests, live, minutes, passages};
use domain::access::{Reach, Role};
use domain::action::{Action, ActionProgress, ActionStatus, ActionTerms};
use domain::audit::Hash;
use domain::case::RatingLevel;
use domain::ids::{ActionId, CaseId, DecisionId, InterestId, MinutesId, PassageId};
use domain::meeting::{Interest, Meeting};
use domain::record::{
    Audience, Decision, Minutes, MinutesContent, MinutesStatus, Passage, Section, WithholdReason,
};
use testkit::{World, on_each_database};

use crate::made_up::{self, day, text};

async fn held(world: &World, tx: &mut WriteTx) -> (Meeting, CaseId) {
    let case = made_up::case(world, tx, "C-0001", "Ash Quill").await;
    let meeting = made_up::meeting(world, "7F3K", "2026-11-23", "09:30", &[case]);
    ::store::meetings::insert(tx, &meeting).await.unwrap();
    (meeting, case)
}

fn passage(world: &World, meeting: &Meeting, case: CaseId) -> Passage {
    Passage {
        id: PassageId::new(&*world.app.ids),
        meeting: meeting.id,
        case: Some(case),
        section: Section::ChildVoice,
        agency: None,
        position: 1,
        body: "  Kept as typed, with a dash – and a “quote”.\n".into(),
        nothing_to_report: false,
        audience: Audience::Closed,
        restriction: Some(WithholdReason::PoliceSensitive),
        origin: None,
        updated_at: world.app.clock.now(),
        updated_by: world.user(Role::Chair).id,
        version: 1,
    }
}

fn action(world: &World, meeting: &Meeting, case: CaseId, due_on: &str) -> Action {
    let terms = ActionTerms {
        case,
        action: text("Refer to youth work"),
        owner: None,
        owner_name: text("Duty worker"),
        agency: None,
        due_on: day(due_on),
        outcome_sought: Some(text("Somewhere safe to be")),
        audience: Audience::Agencies,
    };
    Action::new(ActionId::new(&*world.app.ids), meeting.id, 1, terms)
}

fn draft(world: &World, meeting: &Meeting) -> Minutes {
    // Key order and spaces that a JSON column would not keep.
    let content = MinutesContent(r#"{"b": 1,"a":[ ]}"#.into());
    Minutes::draft(MinutesId::new(&*world.app.ids), meeting.id, content).0
}

on_each_database! {
    async fn a_passage_is_found_as_saved_and_not_overwritten_unseen(world) {
        let mut tx = world.write().await;
        let (meeting, case) = held(&world, &mut tx).await;
        let mut passage = passage(&world, &meeting, case);
        passages::insert(&mut tx, &passage).await.unwrap();
        assert_eq!(passages::get(&mut tx, passage.id).await.unwrap(), passage);
        assert_eq!(passages::of_meeting(&mut tx, meeting.id).await.unwrap(), [passage.clone()]);
        passage.body = "Other words".into();
        passages::update(&mut tx, &passage).await.unwrap();
        let again = passages::update(&mut tx, &passage).await;
        assert!(matches!(again, Err(StoreError::Stale { table: "passages" })));
    }

    async fn a_decision_is_saved_changed_and_taken_off(world) {
        let mut tx = world.write().await;
        let (meeting, case) = held(&world, &mut tx).await;
        let mut decision = Decision {
            id: DecisionId::new(&*world.app.ids),
            meeting: meeting.id,
            case: Some(case),
            position: 1,
            decision: text("Stay at high"),
            rationale: text("Two episodes"),
            dissent: None,
            dissent_agency: None,
            audience: Audience::Everyone,
            restriction: None,
            version: 1,
        };
        decisions::insert(&mut tx, &decision).await.unwrap();
        decision.dissent = Some(text("Medium is enough"));
        decisions::update(&mut tx, &decision).await.unwrap();
        assert!(matches!(
            decisions::delete(&mut tx, &decision).await,
            Err(StoreError::Stale { table: "decisions" })
        ));
        decision.version = 2;
        assert_eq!(decisions::get(&mut tx, decision.id).await.unwrap(), decision);
        decisions::delete(&mut tx, &decision).await.unwrap();
        assert!(decisions::of_meeting(&mut tx, meeting.id).await.unwrap().is_empty());
    }

    async fn an_interest_is_declared_and_taken_back(world) {
        let mut tx = world.write().await;
        let (meeting, _) = held(&world, &mut tx).await;
        let agency = made_up::agency(&world, &mut tx, "Trent Police", "police").await;
        let row = made_up::invitation(&world, meeting.id, agency);
        ::store::invitations::insert(&mut tx, &row).await.unwrap();
        let interest = Interest {
            id: InterestId::new(&*world.app.ids),
            meeting: meeting.id,
            invitation: row.id,
            interest: text("Lives next door"),
            takes_part: true,
        };
        interests::insert(&mut tx, &interest).await.unwrap();
        let found = interests::of_meeting(&mut tx, meeting.id).await.unwrap();
        assert_eq!(found, std::slice::from_ref(&interest));
        interests::delete(&mut tx, meeting.id, interest.id).await.unwrap();
        let again = interests::delete(&mut tx, meeting.id, interest.id).await;
        assert!(matches!(again, Err(StoreError::Stale { table: "interests" })));
    }

    async fn an_action_is_listed_by_case_state_and_day(world) {
        let mut tx = world.write().await;
        let (meeting, case) = held(&world, &mut tx).await;
        let late = action(&world, &meeting, case, "2026-11-01");
        let mut put_off = action(&world, &meeting, case, "2026-12-07");
        put_off.not_before = Some(day("2026-12-01"));
        for one in [&late, &put_off] {
            actions::insert(&mut tx, one).await.unwrap();
        }
        assert_eq!(actions::get(&mut tx, late.id).await.unwrap(), late);
        assert_eq!(actions::of_meeting(&mut tx, meeting.id).await.unwrap().len(), 2);
        let page = Page { offset: 0, limit: 10 };
        let today = Some(day("2026-11-23"));
        let chair = Some(world.user(Role::Chair).id);
        let on_list = Filter { chair, case: Some(case), listed_on: today, ..Filter::default() };
        let (rows, total) = actions::list(&mut tx, &on_list, page).await.unwrap();
        assert_eq!((rows[0].action.id, total), (late.id, 1));
        assert_eq!(rows[0].child_name, "Ash Quill");
        let overdue = Filter { overdue_on: today, ..Filter::default() };
        assert_eq!(actions::list(&mut tx, &overdue, page).await.unwrap().1, 1);
        let second = Page { offset: 1, limit: 1 };
        let (rows, total) = actions::list(&mut tx, &Filter::default(), second).await.unwrap();
        assert_eq!((rows[0].action.id, total), (put_off.id, 2));
        let listed = actions::get_listed(&mut tx, put_off.id).await.unwrap();
        assert_eq!(listed.action, put_off);
    }

    async fn an_action_keeps_the_history_of_the_meetings_that_reviewed_it(world) {
        let mut tx = world.write().await;
        let (meeting, case) = held(&world, &mut tx).await;
        let mut action = action(&world, &meeting, case, "2026-12-07");
        actions::insert(&mut tx, &action).await.unwrap();
        let next = made_up::meeting(&world, "8G4L", "2027-01-15", "09:30", &[case]);
        ::store::meetings::insert(&mut tx, &next).await.unwrap();
        let open = actions::open_of_cases(&mut tx, &[case], next.id).await.unwrap();
        assert_eq!(open, [action.clone()]);
        assert!(actions::open_of_cases(&mut tx, &[case], meeting.id).await.unwrap().is_empty());
        action.status = ActionStatus::NotPossible;
        action.note = Some(text("The club has closed"));
        actions::update(&mut tx, &action).await.unwrap();
        let again = actions::update(&mut tx, &action).await;
        assert!(matches!(again, Err(StoreError::Stale { table: "actions" })));
        let progress = ActionProgress {
            action: action.id,
            number: 1,
            meeting: Some(next.id),
            status: ActionStatus::NotPossible,
            note: action.note.clone(),
            recorded_at: world.app.clock.now(),
            recorded_by: world.user(Role::Chair).id,
        };
        actions::insert_progress(&mut tx, &progress).await.unwrap();
        let history = actions::history(&mut tx, action.id).await.unwrap();
        assert_eq!(history, std::slice::from_ref(&progress));
        assert_eq!(actions::progress_at(&mut tx, next.id).await.unwrap(), [progress]);
        assert_eq!(actions::reviewed_at(&mut tx, next.id).await.unwrap()[0].id, action.id);
        assert!(actions::open_of_cases(&mut tx, &[case], next.id).await.unwrap().is_empty());
    }

    async fn minutes_keep_their_bytes_and_the_newest_is_found(world) {
        let mut tx = world.write().await;
        let (meeting, _) = held(&world, &mut tx).await;
        let first = draft(&world, &meeting);
        minutes::insert(&mut tx, &first).await.unwrap();
        assert_eq!(minutes::get(&mut tx, first.id).await.unwrap(), first);
        let mut second = Minutes { id: MinutesId::new(&*world.app.ids), number: 2, ..first.clone() };
        minutes::insert(&mut tx, &second).await.unwrap();
        assert_eq!(minutes::newest(&mut tx, meeting.id).await.unwrap().unwrap().number, 2);
        assert_eq!(minutes::of_meeting(&mut tx, meeting.id).await.unwrap().len(), 2);
        second.id = MinutesId::new(&*world.app.ids);
        let twin = minutes::insert(&mut tx, &second).await.unwrap_err();
        assert!(twin.is_duplicate(), "{twin:?}");
    }

    async fn the_children_and_agencies_of_a_meeting_are_named(world) {
        let mut tx = world.write().await;
        let (meeting, case) = held(&world, &mut tx).await;
        made_up::agency(&world, &mut tx, "Trent Police", "police").await;
        let children = live::children(&mut tx, meeting.id).await.unwrap();
        assert_eq!((children[0].case, children[0].name.as_str()), (case, "Ash Quill"));
        assert_eq!(live::agencies(&mut tx).await.unwrap()[0].name, "Trent Police");
    }

    async fn a_level_has_held_since_it_was_first_given(world) {
        let mut tx = world.write().await;
        let case = made_up::case(&world, &mut tx, "C-0001", "Ash Quill").await;
        for (level, when) in [
            (RatingLevel::High, "2026-05-01T09:00:00Z"),
            (RatingLevel::Medium, "2026-06-01T09:00:00Z"),
            (RatingLevel::High, "2026-07-30T09:00:00Z"),
            (RatingLevel::High, "2026-10-06T09:00:00Z"),
        ] {
            made_up::rating(&world, &mut tx, case, level, when).await;
        }
        let mut meeting = made_up::meeting(&world, "7F3K", "2026-11-23", "09:30", &[case]);
        meeting.cases[0].prior_level = Some(RatingLevel::High);
        ::store::meetings::insert(&mut tx, &meeting).await.unwrap();
        let children = live::children(&mut tx, meeting.id).await.unwrap();
        assert_eq!(children[0].rated_at, Some("2026-07-30T09:00:00Z".parse().unwrap()));
    }

    async fn approved_minutes_refuse_other_text(world) {
        let mut tx = world.write().await;
        let (meeting, _) = held(&world, &mut tx).await;
        let mut approved = draft(&world, &meeting);
        approved.status = MinutesStatus::Approved;
        approved.approved = Some((world.user(Role::Chair).id, world.app.clock.now()));
        minutes::insert(&mut tx, &approved).await.unwrap();
        approved.status = MinutesStatus::Issued;
        minutes::update(&mut tx, &approved).await.unwrap();
        let changed = sql("UPDATE minutes SET content = '{}' WHERE id = $1").bind(approved.id);
        assert!(changed.execute(&mut tx).await.is_err());
    }

    async fn approved_minutes_refuse_another_digest(world) {
        let mut tx = world.write().await;
        let (meeting, _) = held(&world, &mut tx).await;
        let mut approved = draft(&world, &meeting);
        approved.status = MinutesStatus::Approved;
        minutes::insert(&mut tx, &approved).await.unwrap();
        approved.digest = Hash::of(b"another");
        assert!(minutes::update(&mut tx, &approved).await.is_err());
    }

    async fn somebody_without_cases_reads_no_record(world) {
        let mut tx = world.write().await;
        let (meeting, _) = held(&world, &mut tx).await;
        world.commit(tx).await;
        let mut tx = world.app.db.read(Reach::NoCases).await.unwrap();
        assert!(tx.require_case_reach().is_err());
        assert!(passages::of_meeting(&mut tx, meeting.id).await.is_err());
        assert!(actions::of_meeting(&mut tx, meeting.id).await.is_err());
        assert!(minutes::newest(&mut tx, meeting.id).await.is_err());
        assert!(decisions::of_meeting(&mut tx, meeting.id).await.is_err());
        assert!(interests::of_meeting(&mut tx, meeting.id).await.is_err());
        assert!(live::children(&mut tx, meeting.id).await.is_err());
    }
}

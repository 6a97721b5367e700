//! Holding a meeting: its steps, its quorum, and the closing requirements one by one.

mod scene;

use super::{
    AtTheTable, AttendanceChange, Conclusion, ConclusionPart, Missing, NextRule, PassageChange,
    Quorum, new_date, require_writable,
};
use crate::action::{Action, ActionTerms};
use crate::agency::AgencyKind;
use crate::calendar::WorkingCalendar;
use crate::case::RatingLevel;
use crate::field::{Invalid, Problem};
use crate::ids::{ActionId, AgencyId, CountedIds, MeetingId, UserId};
use crate::meeting::{Mark, MeetingCase, MeetingStatus, NrmDecision, Route, Substitute, Voice};
use crate::policy::{Seat, SeatRole};
use crate::record::{Audience, MinutesStatus, Section, WithholdReason};
use crate::violation::Violation;

use scene::*;

#[test]
fn a_complete_record_may_be_closed() {
    let scene = Scene::complete();
    let (chair, quorum) = (scene.meeting.chair, &scene.quorum);
    let closed = scene.meeting.close(chair, at(OPENED), quorum, scene.missing()).unwrap().0;
    assert_eq!((closed.status, closed.quorate), (MeetingStatus::Held, Some(true)));
}

#[test]
fn somebody_who_is_not_marked_stops_closing() {
    let mut scene = Scene::complete();
    scene.invitations[0].mark = None;
    let invitation_id = scene.invitations[0].id;
    assert_eq!(scene.missing(), [Missing::Attendance { invitation_id }]);
}

#[test]
fn an_empty_seat_stops_closing_until_the_chair_goes_on() {
    let mut scene = Scene::complete();
    scene.quorum = without_quorum();
    assert_eq!(scene.missing(), [Missing::Quorum { seats: vec![vec![SeatRole::Police]] }]);
    scene.meeting.quorum_override = Some(text("The risk cannot wait"));
    assert_eq!(scene.missing(), []);
}

#[test]
fn an_open_action_that_was_not_reviewed_stops_closing() {
    let mut scene = Scene::complete();
    let terms = ActionTerms {
        case: scene.meeting.cases[0].case,
        action: text("Refer to youth work"),
        owner: None,
        owner_name: text("Duty worker"),
        agency: None,
        due_on: day("2026-12-01"),
        outcome_sought: None,
        audience: Audience::Agencies,
    };
    let id = ActionId::new(&scene.ids);
    let earlier = MeetingId::new(&scene.ids);
    scene.open_actions.push(Action::new(id, earlier, 1, terms));
    let case_id = scene.meeting.cases[0].case;
    assert_eq!(scene.missing(), [Missing::ActionReview { action_id: id, case_id }]);
    scene.reviewed.push(id);
    assert_eq!(scene.missing(), []);
}

#[test]
fn the_views_of_the_child_or_why_they_are_absent_are_needed() {
    Scene::check_part(|scene| scene.case().voice = None, ConclusionPart::Voice);
    Scene::check_part(|scene| scene.passages.clear(), ConclusionPart::ChildWords);
    Scene::check_part(
        |scene| scene.case().voice = Some(Voice::Declined),
        ConclusionPart::VoiceReason,
    );
}

#[test]
fn a_rating_and_its_reason_are_needed() {
    Scene::check_part(|scene| scene.case().level = None, ConclusionPart::Level);
    Scene::check_part(|scene| scene.case().rating_reason = None, ConclusionPart::RatingReason);
    Scene::check_part(|scene| scene.case().route = None, ConclusionPart::Route);
}

#[test]
fn the_referral_mechanism_is_never_left_unconsidered() {
    Scene::check_part(|scene| scene.case().nrm = None, ConclusionPart::Nrm);
    Scene::check_part(|scene| scene.case().nrm_reason = None, ConclusionPart::NrmReason);
    let to_be_made = |scene: &mut Scene| scene.case().nrm = Some(NrmDecision::ReferralToBeMade);
    Scene::check_part(
        |scene| {
            to_be_made(scene);
            scene.case().nrm_on = Some(day("2026-11-24"));
        },
        ConclusionPart::NrmOwner,
    );
    Scene::check_part(
        |scene| {
            to_be_made(scene);
            scene.case().nrm_owner = Some(text("Social worker"));
        },
        ConclusionPart::NrmOn,
    );
}

#[test]
fn a_child_with_a_clock_never_goes_without_a_next_date() {
    Scene::check_part(|scene| scene.case().next_on = None, ConclusionPart::NextOn);
    Scene::check_part(
        |scene| scene.case().next_on = Some(day("2027-01-19")),
        ConclusionPart::NextReason,
    );
    Scene::check_nothing(|scene| {
        scene.case().next_on = Some(day("2027-01-19"));
        scene.case().next_reason = Some(text("The family is away"));
    });
}

#[test]
fn low_risk_has_no_clock_and_a_closed_route_needs_no_date() {
    Scene::check_nothing(|scene| {
        scene.case().next_on = None;
        scene.next = NextRule::NoClock;
    });
    Scene::check_nothing(|scene| {
        scene.case().next_on = None;
        scene.case().route = Some(Route::Close);
    });
    Scene::check_part(
        |scene| {
            scene.case().next_on = None;
            scene.case().route = Some(Route::StepDown);
        },
        ConclusionPart::NextReason,
    );
}

#[test]
fn an_inquorate_meeting_concludes_nothing_and_sets_a_new_date() {
    let mut scene = Scene::complete();
    scene.quorum = without_quorum();
    let (chair, new_on) = (scene.meeting.chair, day("2026-12-04"));
    let missing = scene.missing();
    let close = |scene: &Scene| {
        scene.meeting.close_inquorate(chair, at(OPENED), &scene.quorum, &missing, new_on)
    };
    let held = close(&scene).unwrap().0;
    assert_eq!((held.quorate, held.cases[0].level), (Some(false), None));
    assert_eq!(held.cases[0].next_on, Some(new_on));
    scene.meeting.quorum_override = Some(text("The risk cannot wait"));
    assert_eq!(close(&scene).unwrap_err(), Violation::QuorumMet);
}

#[test]
fn the_new_date_of_an_inquorate_meeting_is_a_bookable_day_inside_the_rule() {
    let calendar = WorkingCalendar::england_and_wales();
    let (today, latest) = (day("2026-11-23"), Some(day("2026-12-07")));
    let problem = |on: &str| new_date(day(on), today, latest, &calendar).map_err(|e| e.0[0].code);
    assert_eq!(problem("2026-11-23"), Err(Problem::TooEarly));
    assert_eq!(problem("2026-12-05"), Err(Problem::NotAWorkingDay));
    assert_eq!(problem("2026-12-08"), Err(Problem::TooLate));
    assert_eq!(problem("2026-12-07"), Ok(day("2026-12-07")));
}

#[test]
fn only_who_chairs_adjourns_overrides_and_closes() {
    let scene = Scene::complete();
    let other = UserId::new(&scene.ids);
    let meeting = &scene.meeting;
    let adjourned = meeting.adjourn(other, at(OPENED), text("Fire alarm"));
    assert_eq!(adjourned.unwrap_err(), Violation::NotChairing);
    assert_eq!(meeting.override_quorum(other, None).unwrap_err(), Violation::NotChairing);
    let closed = meeting.close(other, at(OPENED), &scene.quorum, Vec::new());
    assert_eq!(closed.unwrap_err(), Violation::NotChairing);
}

#[test]
fn a_vice_chair_says_why_and_then_chairs() {
    let scene = Scene::complete();
    let other = UserId::new(&scene.ids);
    assert!(scene.meeting.vice_chair_for(other, None).is_err());
    let vice = scene.meeting.vice_chair_for(other, Some(text("On leave"))).unwrap();
    let mut meeting = scene.meeting;
    meeting.vice_chair = vice;
    assert_eq!(meeting.chaired_by(), other);
    assert_eq!(meeting.require_chaired_by(meeting.chair), Err(Violation::NotChairing));
}

#[test]
fn a_resumed_meeting_has_two_sittings_and_counts_from_the_first() {
    let scene = Scene::complete();
    let chair = scene.meeting.chair;
    let adjourned = scene.meeting.adjourn(chair, at(OPENED), text("Fire alarm")).unwrap().0;
    assert!(adjourned.adjourn(chair, at(OPENED), text("Again")).is_err());
    let resumed = adjourned.resume(chair, at("2026-11-25T09:00:00Z")).unwrap().0;
    assert_eq!(resumed.sittings.len(), 2);
    assert_eq!(resumed.held_on(), day("2026-11-23"));
}

#[test]
fn a_quorum_counts_agencies_not_people() {
    let ids = CountedIds::new(8);
    let any = Seat { any_of: vec![SeatRole::Health, SeatRole::Education], at_least: 2 };
    let agency = AgencyId::new(&ids);
    let one = AtTheTable { agency, kind: AgencyKind::MentalHealth };
    assert!(!Quorum::of(None, std::slice::from_ref(&any), &[one, one]).is_met());
    let other = AtTheTable { agency: AgencyId::new(&ids), kind: AgencyKind::Education };
    assert!(Quorum::of(None, &[any], &[one, other]).is_met());
}

#[test]
fn a_substitute_has_a_name_and_nobody_else_has_one() {
    let scene = Scene::complete();
    let row = &scene.invitations[0];
    let mark = |mark, name: Option<&str>| {
        let substitute = name.map(|name| Substitute { person: None, name: text(name) });
        row.marked("rows.0", AttendanceChange { mark, substitute, ..Default::default() })
    };
    assert_eq!(mark(Some(Mark::Substitute), None).unwrap_err().0[0].code, Problem::Required);
    let contradiction = mark(Some(Mark::Present), Some("Jo Reed")).unwrap_err();
    assert_eq!(contradiction.0[0].path, "rows.0.substituteName");
    assert!(mark(Some(Mark::Substitute), Some("Jo Reed")).unwrap().is_at_the_table());
}

#[test]
fn a_copied_passage_keeps_its_restriction_and_its_narrower_audience() {
    let scene = Scene::complete();
    let mut origin = scene.passages[0].clone();
    origin.restriction = Some(WithholdReason::PoliceSensitive);
    origin.audience = Audience::Closed;
    let change = PassageChange {
        body: "Copied".into(),
        nothing_to_report: false,
        audience: Audience::Everyone,
        restriction: None,
    };
    let checked = change.checked(Section::Analysis, Some(&origin)).unwrap();
    assert_eq!(checked.restriction, Some(WithholdReason::PoliceSensitive));
    assert_eq!(checked.audience, Audience::Closed);
}

#[test]
fn approved_minutes_freeze_the_record() {
    let mut scene = Scene::complete();
    assert_eq!(require_writable(&scene.meeting, None), Ok(()));
    scene.meeting.status = MeetingStatus::Held;
    assert_eq!(require_writable(&scene.meeting, Some(MinutesStatus::Draft)), Ok(()));
    let frozen = require_writable(&scene.meeting, Some(MinutesStatus::Issued));
    assert_eq!(frozen, Err(Violation::MinutesFrozen));
}

#[test]
fn a_correction_changes_neither_the_level_nor_the_next_date() {
    let scene = Scene::complete();
    let case = &scene.meeting.cases[0];
    let correct = |conclusion| {
        let today = day("2026-11-30");
        case.correct_conclusion(scene.meeting.id, today, scene.meeting.held_on(), conclusion)
    };
    let mut conclusion = Conclusion::of(case);
    conclusion.nrm_reason = Some(text("No sign of travel or control"));
    assert!(correct(conclusion.clone()).is_ok());
    conclusion.level = Some(RatingLevel::Low);
    assert_eq!(correct(conclusion).unwrap_err().0[0].path, "level");
}

#[test]
fn a_toolkit_has_been_done_and_a_correction_keeps_its_date() {
    let mut scene = Scene::complete();
    let (id, today, next) = (scene.meeting.id, day("2026-11-23"), scene.next);
    let conclude = |case: &MeetingCase, on: &str| {
        let conclusion = Conclusion { toolkit_on: Some(day(on)), ..Conclusion::of(case) };
        case.conclude(id, today, today, conclusion, next)
    };
    let future = Invalid::one("toolkitOn", Problem::InFuture);
    assert_eq!(conclude(scene.case(), "2026-11-24").unwrap_err(), future);
    let (case, _) = conclude(scene.case(), "2026-11-20").unwrap();
    let other = Conclusion { toolkit_on: Some(day("2026-11-19")), ..Conclusion::of(&case) };
    let kept = Invalid::one("toolkitOn", Problem::Contradicts);
    assert_eq!(case.correct_conclusion(id, today, today, other).unwrap_err(), kept);
}

use super::{
    Attendee, Busy, Candidate, ClashKind, DayOff, GapKind, LateReason, Party, Slot, Subject,
    Subjects, Wanted, check_day, check_lateness, clashes, gaps, new_meeting, reference,
    required_kinds, send_together, standing_list, suggest,
};
use crate::access::Stamp;
use crate::agency::AgencyKind;
use crate::calendar::{CalendarDays, Closure, WorkingCalendar};
use crate::case::Relationship;
use crate::field::{Fields, Problem};
use crate::ids::{AgencyId, CaseId, CountedIds, PersonId, UserId};
use crate::meeting::{Invitation, InvitationKind, InvitationRoute, Meeting, Reply};
use crate::policy::{Process, ShippedProfile};
use crate::text::NonBlank;
use crate::violation::Violation;

const NOW: &str = "2026-11-23T09:00:00Z";

fn text(text: &str) -> NonBlank {
    NonBlank::new(text).unwrap()
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn slot(on: &str, at: &str) -> Slot {
    let at = chrono::NaiveTime::parse_from_str(at, "%H:%M").unwrap();
    Slot { on: day(on), at, minutes: 90 }
}

fn meeting(ids: &CountedIds, chair: UserId, slot: Slot) -> Meeting {
    let stamp = Stamp { at: NOW.parse().unwrap(), by: chair };
    let subjects = Subjects { cases: Vec::new(), review: true };
    new_meeting(ids, stamp, reference(ids), text("eram"), slot, chair, subjects).0
}

fn problems(fields: Fields) -> Vec<(String, Problem)> {
    match fields.finish() {
        Ok(()) => Vec::new(),
        Err(invalid) => invalid.0.into_iter().map(|one| (one.path, one.code)).collect(),
    }
}

#[test]
fn a_reference_is_four_symbols_that_are_not_mistaken_for_one_another() {
    let ids = CountedIds::new(1);
    let drawn: Vec<String> = (0..200).map(|_| reference(&ids).into_string()).collect();
    for reference in &drawn {
        assert_eq!(reference.len(), 4);
        assert!(!reference.contains(['I', 'L', 'O', 'U']), "{reference}");
    }
    assert!(drawn.windows(2).all(|pair| pair[0] != pair[1]));
    assert_eq!(reference(&CountedIds::new(1)), reference(&CountedIds::new(1)));
}

#[test]
fn a_meeting_cannot_be_put_in_the_past_on_a_day_off_or_over_midnight() {
    let calendar = WorkingCalendar::england_and_wales();
    let now = NOW.parse().unwrap();
    let check = |slot, day_off| {
        let mut fields = Fields::default();
        check_day(&mut fields, slot, day_off, &calendar, now);
        problems(fields)
    };
    let (on, at) = (|code| ("on".to_owned(), code), |code| ("at".to_owned(), code));
    assert_eq!(check(slot("2026-11-20", "09:30"), DayOff::AskFirst), [on(Problem::InPast)]);
    assert_eq!(check(slot("2026-11-23", "08:30"), DayOff::AskFirst), [at(Problem::InPast)]);
    assert_eq!(check(slot("2026-12-25", "09:30"), DayOff::AskFirst), [on(Problem::NotAWorkingDay)]);
    assert!(check(slot("2026-12-25", "09:30"), DayOff::Confirmed).is_empty());
    let late = [("minutes".to_owned(), Problem::Contradicts)];
    assert_eq!(check(slot("2026-11-24", "23:00"), DayOff::AskFirst), late);
}

#[test]
fn a_cancelled_meeting_keeps_when_it_was_cancelled() {
    let ids = CountedIds::new(1);
    let planned = meeting(&ids, UserId::new(&ids), slot("2026-12-10", "09:30"));
    let at = "2026-12-01T14:00:00Z".parse().unwrap();
    let (cancelled, _) = planned.cancel(at, text("Chair ill")).unwrap();
    assert_eq!(cancelled.closed_at, Some(at), "the clocks count from then");
    assert_eq!(cancelled.invitation_sequence, 1, "calendars see a newer version");
    let again = cancelled.cancel(at, text("Twice")).unwrap_err();
    assert_eq!(again, Violation::WrongState { state: "cancelled".into() });
}

#[test]
fn early_is_always_allowed_and_late_needs_a_reason_for_each_child() {
    let ids = CountedIds::new(1);
    let subject = |due: &str| Subject {
        case: CaseId::new(&ids),
        rule: Some(text("R01")),
        due_by: Some(day(due)),
        prior_level: None,
    };
    let subjects = [subject("2026-12-01"), subject("2026-12-20")];
    let given =
        |reason: Option<&str>| LateReason { case: subjects[0].case, reason: reason.map(text) };
    let mut fields = Fields::default();
    check_lateness(&mut fields, "cases", &subjects, &[given(None)], day("2026-12-02"));
    assert_eq!(problems(fields), [("cases.0.lateReason".to_owned(), Problem::TooLate)]);

    let mut fields = Fields::default();
    let reasons = [given(Some("Police away"))];
    let kept = check_lateness(&mut fields, "cases", &subjects, &reasons, day("2026-12-02"));
    assert!(problems(fields).is_empty());
    assert_eq!(kept, [Some(text("Police away")), None]);
    let early =
        check_lateness(&mut Fields::default(), "cases", &subjects, &reasons, day("2026-12-01"));
    assert_eq!(early, [None, None]);
}

#[test]
fn one_chair_one_room_and_one_person_are_in_one_place_at_a_time() {
    let ids = CountedIds::new(1);
    let (chair, person) = (UserId::new(&ids), PersonId::new(&ids));
    let mut other = meeting(&ids, chair, slot("2026-12-10", "09:30"));
    other.place = Some(text("Room 2"));
    let busy = [Busy { meeting: other.clone(), people: vec![person] }];
    let calendar = WorkingCalendar::england_and_wales();
    let kinds = |at: &str, moving| {
        let wanted = Wanted {
            on: day("2026-12-10"),
            time: Some((slot("2026-12-10", at).at, 60)),
            chair: Some(chair),
            place: Some(text("room 2")),
            people: vec![person],
            meeting: moving,
        };
        clashes(&wanted, &busy, &calendar).into_iter().map(|clash| clash.kind).collect::<Vec<_>>()
    };
    let all = [ClashKind::ChairBusy, ClashKind::RoomTaken, ClashKind::PersonBusy];
    assert_eq!(kinds("10:30", None), all);
    assert!(kinds("11:00", None).is_empty(), "back to back");
    assert!(kinds("10:30", Some(other.id)).is_empty(), "itself");
}

#[test]
fn the_day_to_suggest_is_the_last_on_which_the_chair_has_room() {
    let ids = CountedIds::new(1);
    let chair = UserId::new(&ids);
    let busy: Vec<Busy> = ["09:00", "11:00", "14:00"]
        .into_iter()
        .map(|at| Busy {
            meeting: meeting(&ids, chair, slot("2026-12-10", at)),
            people: Vec::new(),
        })
        .collect();
    let closure = Closure { from: day("2026-12-09"), to: day("2026-12-09") };
    let days = CalendarDays { closures: vec![closure], ..CalendarDays::default() };
    let calendar = WorkingCalendar::with(&days).unwrap();
    let today = day("2026-11-23");
    let (offered, why) = suggest(day("2026-12-10"), today, Some(chair), &busy, &calendar).unwrap();
    assert_eq!(offered, day("2026-12-08"));
    assert_eq!(why.iter().map(|clash| clash.kind).collect::<Vec<_>>(), [ClashKind::ChairFull]);
    let (missed, _) = suggest(day("2026-11-20"), today, Some(chair), &busy, &calendar).unwrap();
    assert_eq!(missed, today, "the soonest bookable day");
}

fn candidate(ids: &CountedIds, kind: InvitationKind, of: Option<AgencyKind>) -> Candidate {
    Candidate {
        person: PersonId::new(ids),
        kind,
        agency: of.map(|of| (AgencyId::new(ids), of)),
        relationship: None,
        title: None,
    }
}

#[test]
fn a_person_who_may_pose_a_risk_is_never_on_the_standing_list() {
    let ids = CountedIds::new(1);
    let mut mother = candidate(&ids, InvitationKind::Family, None);
    mother.relationship = Some(Relationship::Mother);
    let mut adult = candidate(&ids, InvitationKind::Family, None);
    adult.relationship = Some(Relationship::PersonOfConcern);
    let list = standing_list(&[mother.clone(), adult, mother], &[]);
    let list: Vec<_> = list.iter().map(|one| (one.capacity.as_str(), one.required)).collect();
    assert_eq!(list, [("Mother", true)]);
}

#[test]
fn the_quorum_names_the_agencies_that_are_always_asked() {
    let profile = ShippedProfile::NottinghamCity.profile();
    let required = required_kinds(&profile, Process::Eram, day("2026-11-23"));
    let all =
        [AgencyKind::SocialCare, AgencyKind::Police, AgencyKind::Health, AgencyKind::Education];
    assert_eq!(required, all);
}

fn invited(ids: &CountedIds, kind: InvitationKind) -> Invitation {
    let attendee = Attendee {
        kind,
        agency: None,
        person: Some(PersonId::new(ids)),
        capacity: text("Police"),
        required: true,
    };
    attendee.invite(ids, crate::ids::MeetingId::new(ids), 1)
}

#[test]
fn agencies_and_a_family_are_never_addressed_together() {
    let ids = CountedIds::new(1);
    let stamp = Stamp { at: NOW.parse().unwrap(), by: UserId::new(&ids) };
    let both = vec![invited(&ids, InvitationKind::Agency), invited(&ids, InvitationKind::Child)];
    let sent = send_together(both, InvitationRoute::Email, stamp);
    assert_eq!(sent.unwrap_err(), Violation::SeparateMessages);
    assert_eq!(InvitationKind::Family.party(), Party::Family);
}

#[test]
fn a_gap_closes_when_somebody_of_the_kind_will_come() {
    let ids = CountedIds::new(1);
    let required = [AgencyKind::Police];
    let of = |reply: Reply, sent: bool| {
        let mut one = invited(&ids, InvitationKind::Agency);
        one.reply = reply;
        one.invited_at = sent.then(|| NOW.parse().unwrap());
        (one, Some(AgencyKind::Police))
    };
    let gap = |asked: &[(Invitation, Option<AgencyKind>)]| {
        let found = gaps(asked, &required);
        found.into_iter().find(|gap| gap.agency_kind.is_some()).map(|gap| gap.gap)
    };
    assert_eq!(gap(&[]), Some(GapKind::Nobody));
    assert_eq!(gap(&[of(Reply::None, false)]), Some(GapKind::NotSent));
    assert_eq!(gap(&[of(Reply::None, true)]), Some(GapKind::NoReply));
    assert_eq!(gap(&[of(Reply::Declined, true)]), Some(GapKind::Declined));
    assert_eq!(gap(&[of(Reply::Declined, true), of(Reply::Accepted, true)]), None);
}

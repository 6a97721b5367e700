//! A meeting with everything that closing asks for, to take one thing away from.

use chrono::NaiveDate;

use super::super::{ConclusionPart, Missing, NextRule, Quorum, Record, missing};
use crate::action::Action;
use crate::case::RatingLevel;
use crate::clock::Instant;
use crate::ids::{
    ActionId, AgencyId, CaseId, CountedIds, InvitationId, MeetingId, PassageId, UserId,
};
use crate::meeting::{
    Invitation, InvitationKind, Mark, Meeting, MeetingCase, MeetingStatus, NrmDecision, Reply,
    Route, Voice,
};
use crate::policy::{RuleId, Seat, SeatRole};
use crate::record::{Audience, Passage, Section};
use crate::text::NonBlank;

pub(super) fn text(text: &str) -> NonBlank {
    NonBlank::new(text).unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

pub(super) const OPENED: &str = "2026-11-23T09:00:00Z";

/// A meeting with one child for whom everything is concluded, and everything around it.
pub(super) struct Scene {
    pub(super) ids: CountedIds,
    pub(super) meeting: Meeting,
    pub(super) invitations: Vec<Invitation>,
    pub(super) quorum: Quorum,
    pub(super) open_actions: Vec<Action>,
    pub(super) reviewed: Vec<ActionId>,
    pub(super) passages: Vec<Passage>,
    pub(super) next: NextRule,
}

impl Scene {
    pub(super) fn complete() -> Self {
        let ids = CountedIds::new(7);
        let chair = UserId::new(&ids);
        let meeting = meeting(&ids, chair);
        let words = passage(&ids, &meeting);
        let row = invitation(&ids, &meeting);
        Self {
            meeting,
            invitations: vec![row],
            quorum: Quorum::of(Some(RuleId::number(38)), &[], &[]),
            open_actions: Vec::new(),
            reviewed: Vec::new(),
            passages: vec![words],
            next: NextRule::By(day("2027-01-18")),
            ids,
        }
    }

    pub(super) fn missing(&self) -> Vec<Missing> {
        missing(&Record {
            meeting: &self.meeting,
            invitations: &self.invitations,
            quorum: &self.quorum,
            open_actions: &self.open_actions,
            reviewed: &self.reviewed,
            passages: &self.passages,
            next: &[(self.meeting.cases[0].case, self.next)],
        })
    }

    pub(super) fn check_part(change: impl FnOnce(&mut Self), part: ConclusionPart) {
        let mut scene = Self::complete();
        change(&mut scene);
        let case_id = scene.meeting.cases[0].case;
        assert_eq!(scene.missing(), [Missing::Conclusion { case_id, part }]);
    }

    pub(super) fn check_nothing(change: impl FnOnce(&mut Self)) {
        let mut scene = Self::complete();
        change(&mut scene);
        assert_eq!(scene.missing(), []);
    }

    pub(super) fn case(&mut self) -> &mut MeetingCase {
        &mut self.meeting.cases[0]
    }
}

pub(super) fn meeting(ids: &CountedIds, chair: UserId) -> Meeting {
    let case = MeetingCase {
        case: CaseId::new(ids),
        rule: None,
        due_by: None,
        late_reason: None,
        prior_level: Some(RatingLevel::High),
        level: Some(RatingLevel::High),
        rating_reason: Some(text("Still going missing")),
        toolkit_on: None,
        voice: Some(Voice::Attended),
        voice_reason: None,
        nrm: Some(NrmDecision::ThresholdNotMet),
        nrm_reason: Some(text("No sign of travel")),
        nrm_owner: None,
        nrm_on: None,
        route: Some(Route::ContinueEram),
        next_on: Some(day("2027-01-15")),
        next_reason: None,
        version: 1,
    };
    let planned = Meeting {
        id: MeetingId::new(ids),
        meeting_type: text("eram"),
        review: true,
        reference: text("7F3K"),
        status: MeetingStatus::Planned,
        on: day("2026-11-23"),
        at: "09:00:00".parse().unwrap(),
        minutes: 90,
        place: None,
        link: None,
        chair,
        vice_chair: None,
        minute_taker: None,
        cancelled_reason: None,
        quorate: None,
        quorum_override: None,
        invitation_sequence: 0,
        closed_at: None,
        created_at: at(OPENED),
        created_by: chair,
        cases: vec![case],
        sittings: Vec::new(),
        version: 1,
    };
    planned.open(at(OPENED), None).unwrap().0
}

pub(super) fn invitation(ids: &CountedIds, meeting: &Meeting) -> Invitation {
    Invitation {
        id: InvitationId::new(ids),
        meeting: meeting.id,
        position: 1,
        kind: InvitationKind::Agency,
        agency: Some(AgencyId::new(ids)),
        person: None,
        capacity: text("Police"),
        required: true,
        route: None,
        invited_at: None,
        reply: Reply::None,
        reply_route: None,
        reply_note: None,
        replied_at: None,
        withdrawn: false,
        mark: Some(Mark::Present),
        part_note: None,
        substitute: None,
        apology_reason: None,
        version: 1,
    }
}

pub(super) fn passage(ids: &CountedIds, meeting: &Meeting) -> Passage {
    Passage {
        id: PassageId::new(ids),
        meeting: meeting.id,
        case: Some(meeting.cases[0].case),
        section: Section::ChildVoice,
        agency: None,
        position: 1,
        body: "I want to stay put.".into(),
        nothing_to_report: false,
        audience: Audience::Everyone,
        restriction: None,
        origin: None,
        updated_at: at(OPENED),
        updated_by: meeting.chair,
        version: 1,
    }
}

pub(super) fn without_quorum() -> Quorum {
    let police = Seat { any_of: vec![SeatRole::Police], at_least: 1 };
    Quorum::of(Some(RuleId::number(38)), &[police], &[])
}

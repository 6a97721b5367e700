//! From what the use cases read to what the screen shows.

use app::Session;
use app::live::{Child, Live, Proposal};
use domain::action::Action;
use domain::clock::{Instant, local_date};
use domain::hold::NextRule;
use domain::ids::UserId;
use domain::meeting::{Invitation, MeetingCase};
use domain::policy::due::Window;
use domain::record::{Decision, Passage, Section};

use crate::wire::{version, words};

use super::{
    AttendanceView, ConclusionView, DecisionView, InterestView, LastTimeView, LiveActionView,
    LiveChildView, LiveMeetingView, MinutesVersionView, NextProposalView, PassageView, QuorumView,
    ReviewActionView, SeatView, SectionView, SittingView, ViceChairView,
};

/// The names of those who sign in.
pub(crate) type UserNames = Vec<(UserId, String)>;

pub(super) fn live_view(live: &Live, session: &Session) -> LiveMeetingView {
    let meeting = &live.meeting;
    let users: UserNames =
        live.users.iter().map(|user| (user.id, user.name.as_str().to_owned())).collect();
    LiveMeetingView {
        id: meeting.id,
        version: version(meeting.version),
        reference: meeting.reference.as_str().into(),
        meeting_type: meeting.meeting_type.as_str().into(),
        review: meeting.review,
        status: meeting.status,
        on: meeting.on.to_string(),
        at: meeting.at.format("%H:%M").to_string(),
        minutes: meeting.minutes,
        place: words(meeting.place.as_ref()),
        chair_id: meeting.chair,
        chair_name: live.user_name(meeting.chair),
        vice_chair: meeting.vice_chair.as_ref().map(|vice| ViceChairView {
            user_id: vice.user,
            name: live.user_name(vice.user),
            reason: vice.reason.as_str().into(),
        }),
        you_chair: meeting.chaired_by() == session.user,
        minute_taker_name: meeting.minute_taker.map(|user| live.user_name(user)),
        sittings: sittings(live),
        elapsed_minutes: elapsed_minutes(live),
        writable: live.is_writable(),
        sections: Section::ALL.iter().map(|section| section_view(*section)).collect(),
        children: children(live),
        attendance: live.invitations.iter().map(|row| attendance(live, row)).collect(),
        quorum: quorum(live),
        interests: interests(live),
        review_actions: live.review.iter().map(|action| review(live, action)).collect(),
        passages: live.passages.iter().map(|passage| passage_view(passage, &users)).collect(),
        last_time: last_time(live),
        decisions: live.decisions.iter().map(decision).collect(),
        actions: live.actions.iter().map(|action| action_view(live, action)).collect(),
        missing: live.missing.clone(),
        minutes_version: live.minutes.last().map(|minutes| MinutesVersionView {
            id: minutes.id,
            number: minutes.number,
            status: minutes.status,
        }),
    }
}

fn sittings(live: &Live) -> Vec<SittingView> {
    let sitting = |one: &domain::meeting::Sitting| SittingView {
        opened_at: one.opened_at.to_rfc3339(),
        closed_at: one.closed_at.map(|at| at.to_rfc3339()),
        adjourned_reason: words(one.adjourned_reason.as_ref()),
    };
    live.meeting.sittings.iter().map(sitting).collect()
}

fn elapsed_minutes(live: &Live) -> u32 {
    let until = |at: Option<Instant>| at.unwrap_or(live.read_at);
    let lengths = live.meeting.sittings.iter();
    let spent = lengths.map(|one| until(one.closed_at).signed_duration_since(one.opened_at));
    u32::try_from(spent.map(|length| length.num_minutes()).sum::<i64>()).unwrap_or(0)
}

fn section_view(section: Section) -> SectionView {
    let division = section.division();
    SectionView {
        section,
        by_child: division.by_child,
        by_agency: division.by_agency,
        audience: division.audience,
    }
}

fn children(live: &Live) -> Vec<LiveChildView> {
    let of = |child: &Child| {
        let case = live.meeting.cases.iter().find(|case| case.case == child.case)?;
        let last = live.last_time.iter().find(|last| last.case == child.case);
        Some(LiveChildView {
            case_id: child.case,
            case_reference: child.reference.clone(),
            person_id: child.person,
            name: child.name.clone(),
            date_of_birth: child.date_of_birth.map(|day| day.to_string()),
            pronouns: child.pronouns.clone(),
            safe_address: child.safe_address,
            prior_level: case.prior_level,
            prior_since: child.rated_at.map(|at| local_date(at).to_string()),
            rule: words(case.rule.as_ref()),
            due_by: case.due_by.map(|day| day.to_string()),
            conclusion: conclusion(case),
            proposals: live.proposals.iter().map(proposal).collect(),
            last_meeting_on: last.map(|last| last.on.to_string()),
        })
    };
    live.children.iter().filter_map(of).collect()
}

fn conclusion(case: &MeetingCase) -> ConclusionView {
    ConclusionView {
        version: version(case.version),
        level: case.level,
        rating_reason: words(case.rating_reason.as_ref()),
        toolkit_on: case.toolkit_on.map(|day| day.to_string()),
        voice: case.voice,
        voice_reason: words(case.voice_reason.as_ref()),
        nrm: case.nrm,
        nrm_reason: words(case.nrm_reason.as_ref()),
        nrm_owner: words(case.nrm_owner.as_ref()),
        nrm_on: case.nrm_on.map(|day| day.to_string()),
        route: case.route,
        next_on: case.next_on.map(|day| day.to_string()),
        next_reason: words(case.next_reason.as_ref()),
    }
}

fn proposal(proposal: &Proposal) -> NextProposalView {
    let (opens, closes) = match proposal.window {
        None => (None, None),
        Some(Window::Open { opens, closes }) => (Some(opens), Some(closes)),
        Some(Window::Missed { soonest }) => (Some(soonest), None),
    };
    NextProposalView {
        level: proposal.level,
        rule: proposal.rule.map(|rule| rule.to_string()),
        required: proposal.next != NextRule::NoClock,
        due_by: match proposal.next {
            NextRule::By(day) => Some(day.to_string()),
            NextRule::NoClock | NextRule::ChairSets => None,
        },
        opens_on: opens.map(|day| day.to_string()),
        closes_on: closes.map(|day| day.to_string()),
        proposed_on: closes.or(opens).map(|day| day.to_string()),
        why: proposal.why.clone(),
    }
}

fn attendance(live: &Live, row: &Invitation) -> AttendanceView {
    let names = live.names.iter().find(|names| names.invitation == row.id);
    AttendanceView {
        invitation_id: row.id,
        version: version(row.version),
        kind: row.kind,
        person_id: row.person,
        name: names.and_then(|names| names.person_name.clone()),
        agency_id: row.agency,
        agency_name: names.and_then(|names| names.agency_name.clone()),
        agency_kind: names.and_then(|names| names.agency_kind),
        capacity: row.capacity.as_str().into(),
        required: row.required,
        reply: row.reply,
        mark: row.mark,
        substitute_name: row.substitute.as_ref().map(|one| one.name.as_str().into()),
        part_note: words(row.part_note.as_ref()),
        has_apology_reason: row.apology_reason.is_some(),
    }
}

fn quorum(live: &Live) -> QuorumView {
    let seats = live.quorum.seats.iter().map(|one| SeatView {
        any_of: one.seat.any_of.clone(),
        at_least: one.seat.at_least.into(),
        filled: one.filled,
    });
    QuorumView {
        met: live.meeting.quorate.unwrap_or_else(|| live.quorum.is_met()),
        seats: seats.collect(),
        rule: live.quorum.rule.map(|rule| rule.to_string()),
        override_reason: words(live.meeting.quorum_override.as_ref()),
    }
}

fn interests(live: &Live) -> Vec<InterestView> {
    let interest = |one: &domain::meeting::Interest| InterestView {
        id: one.id,
        invitation_id: one.invitation,
        interest: one.interest.as_str().into(),
        takes_part: one.takes_part,
    };
    live.interests.iter().map(interest).collect()
}

fn review(live: &Live, action: &Action) -> ReviewActionView {
    let found = live.review_of(action.id);
    ReviewActionView {
        action: action_view(live, action),
        set_at: action.meeting,
        reviewed: found.is_some(),
        review_note: found.and_then(|found| words(found.note.as_ref())),
    }
}

fn action_view(live: &Live, action: &Action) -> LiveActionView {
    LiveActionView {
        id: action.id,
        version: version(action.version),
        case_id: action.case,
        action: action.action.as_str().into(),
        owner_id: action.owner,
        owner_name: action.owner_name.as_str().into(),
        agency_id: action.agency,
        agency_name: live.agency_name(action.agency),
        due_on: action.due_on.to_string(),
        overdue: action.is_overdue(local_date(live.read_at)),
        outcome_sought: words(action.outcome_sought.as_ref()),
        audience: action.audience,
        status: action.status,
        note: words(action.note.as_ref()),
        not_before: action.not_before.map(|day| day.to_string()),
    }
}

pub(super) fn passage_view(passage: &Passage, users: &UserNames) -> PassageView {
    let saved_by = users.iter().find(|(id, _)| *id == passage.updated_by);
    PassageView {
        id: passage.id,
        version: version(passage.version),
        section: passage.section,
        case_id: passage.case,
        agency_id: passage.agency,
        body: passage.body.clone(),
        nothing_to_report: passage.nothing_to_report,
        audience: passage.audience,
        restriction: passage.restriction,
        origin: passage.origin,
        saved_at: passage.updated_at.to_rfc3339(),
        saved_by: saved_by.map(|(_, name)| name.clone()).unwrap_or_default(),
    }
}

fn last_time(live: &Live) -> Vec<LastTimeView> {
    let mut views = Vec::new();
    for last in &live.last_time {
        views.extend(last.passages.iter().map(|passage| LastTimeView {
            passage_id: passage.id,
            on: last.on.to_string(),
            section: passage.section,
            case_id: last.case,
            agency_id: passage.agency,
            body: passage.body.clone(),
            nothing_to_report: passage.nothing_to_report,
            audience: passage.audience,
            restriction: passage.restriction,
        }));
    }
    views
}

fn decision(decision: &Decision) -> DecisionView {
    DecisionView {
        id: decision.id,
        version: version(decision.version),
        case_id: decision.case,
        decision: decision.decision.as_str().into(),
        rationale: decision.rationale.as_str().into(),
        dissent: words(decision.dissent.as_ref()),
        dissent_agency_id: decision.dissent_agency,
        audience: decision.audience,
        restriction: decision.restriction,
    }
}

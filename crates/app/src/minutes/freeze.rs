//! From the record as it stands to the text that minutes freeze (`domain::frozen`).

use domain::action::Action;
use domain::clock::Instant;
use domain::frozen::{
    FrozenAction, FrozenAttendance, FrozenChild, FrozenDecision, FrozenInterest, FrozenOfficer,
    FrozenPassage, FrozenQuorum, FrozenRecord, FrozenSitting, FrozenVice, SCHEMA,
};
use domain::ids::{InvitationId, UserId};
use domain::meeting::Invitation;
use domain::record::{MinutesContent, Section};
use domain::text::NonBlank;
use store::settings::{self, Setting};
use store::{Reads, StoreError};

use crate::AppError;
use crate::live::Live;

/// The record and its canonical text: fields in the order of the type, no spaces.
pub(crate) async fn freeze(
    tx: &mut impl Reads,
    live: &Live,
) -> Result<(FrozenRecord, MinutesContent), AppError> {
    let authority = settings::find(tx, Setting::Authority).await?.unwrap_or_default();
    let record = record(live, authority);
    let inconsistent = StoreError::Inconsistent { table: "minutes", column: "content" };
    let text = serde_json::to_string(&record).map_err(|_| inconsistent)?;
    Ok((record, MinutesContent(text)))
}

fn record(live: &Live, authority: String) -> FrozenRecord {
    let meeting = &live.meeting;
    FrozenRecord {
        schema: SCHEMA,
        authority,
        meeting_id: meeting.id,
        reference: meeting.reference.as_str().into(),
        meeting_type: meeting.meeting_type.as_str().into(),
        review: meeting.review,
        held_on: meeting.held_on(),
        at: meeting.at.format("%H:%M").to_string(),
        place: text(meeting.place.as_ref()),
        chair: officer(live, meeting.chaired_by()),
        vice_chair: meeting.vice_chair.as_ref().map(|vice| FrozenVice {
            chair_name: live.user_name(meeting.chair),
            reason: vice.reason.as_str().into(),
        }),
        minute_taker: meeting.minute_taker.map(|user| officer(live, user)),
        sittings: sittings(live),
        children: children(live),
        attendance: live.invitations.iter().map(|one| attendance(live, one)).collect(),
        quorum: FrozenQuorum {
            met: meeting.quorate.unwrap_or_else(|| live.quorum.is_met()),
            override_reason: text(meeting.quorum_override.as_ref()),
        },
        interests: interests(live),
        reviewed: reviewed(live),
        passages: passages(live),
        decisions: decisions(live),
        actions: live.actions.iter().map(|one| action(live, one)).collect(),
    }
}

fn text(text: Option<&NonBlank>) -> Option<String> {
    text.map(|text| text.as_str().to_owned())
}

/// The same instant is always the same text.
fn moment(at: Instant) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true)
}

fn officer(live: &Live, id: UserId) -> FrozenOfficer {
    let job_title = live.user(id).and_then(|user| text(user.job_title.as_ref()));
    FrozenOfficer { name: live.user_name(id), job_title }
}

fn sittings(live: &Live) -> Vec<FrozenSitting> {
    let sitting = |one: &domain::meeting::Sitting| FrozenSitting {
        opened_at: moment(one.opened_at),
        closed_at: one.closed_at.map(moment),
        adjourned_reason: text(one.adjourned_reason.as_ref()),
    };
    live.meeting.sittings.iter().map(sitting).collect()
}

fn children(live: &Live) -> Vec<FrozenChild> {
    let of = |child: &store::live::Child| {
        let case = live.meeting.cases.iter().find(|case| case.case == child.case)?;
        Some(FrozenChild {
            case_id: child.case,
            case_reference: child.reference.clone(),
            name: child.name.clone(),
            date_of_birth: child.date_of_birth,
            rule: text(case.rule.as_ref()),
            due_by: case.due_by,
            prior_level: case.prior_level,
            level: case.level,
            rating_reason: text(case.rating_reason.as_ref()),
            toolkit_on: case.toolkit_on,
            voice: case.voice,
            voice_reason: text(case.voice_reason.as_ref()),
            nrm: case.nrm,
            nrm_reason: text(case.nrm_reason.as_ref()),
            nrm_owner: text(case.nrm_owner.as_ref()),
            nrm_on: case.nrm_on,
            route: case.route,
            next_on: case.next_on,
            next_reason: text(case.next_reason.as_ref()),
        })
    };
    live.children.iter().filter_map(of).collect()
}

/// Without the reason for apologies: it is never copied to an output.
fn attendance(live: &Live, row: &Invitation) -> FrozenAttendance {
    let names = live.names.iter().find(|names| names.invitation == row.id);
    FrozenAttendance {
        kind: row.kind,
        name: names.and_then(|names| names.person_name.clone()),
        agency: names.and_then(|names| names.agency_name.clone()),
        capacity: row.capacity.as_str().into(),
        mark: row.mark,
        substitute: row.substitute.as_ref().map(|one| one.name.as_str().into()),
        part_note: text(row.part_note.as_ref()),
    }
}

fn interests(live: &Live) -> Vec<FrozenInterest> {
    let who = |id: InvitationId| {
        let name = live.names.iter().find(|names| names.invitation == id);
        let name = name.and_then(|names| names.person_name.clone());
        let row = live.invitations.iter().find(|row| row.id == id);
        name.or_else(|| row.map(|row| row.capacity.as_str().into())).unwrap_or_default()
    };
    let interest = |one: &domain::meeting::Interest| FrozenInterest {
        who: who(one.invitation),
        interest: one.interest.as_str().into(),
        takes_part: one.takes_part,
    };
    live.interests.iter().map(interest).collect()
}

fn action(live: &Live, action: &Action) -> FrozenAction {
    FrozenAction {
        id: action.id,
        case_id: action.case,
        action: action.action.as_str().into(),
        owner: action.owner_name.as_str().into(),
        agency: live.agency_name(action.agency),
        due_on: action.due_on,
        outcome_sought: text(action.outcome_sought.as_ref()),
        audience: action.audience,
        status: action.status,
        note: text(action.note.as_ref()),
    }
}

/// As this meeting found them: later progress does not change its minutes.
fn reviewed(live: &Live) -> Vec<FrozenAction> {
    let of = |one: &Action| {
        let found = live.review_of(one.id)?;
        let as_found = FrozenAction {
            status: found.status,
            note: text(found.note.as_ref()),
            ..action(live, one)
        };
        Some(as_found)
    };
    live.review.iter().filter_map(of).collect()
}

/// In the order of the agenda, then of the children, then as they were begun. Empty ones are not
/// part of the record.
fn passages(live: &Live) -> Vec<FrozenPassage> {
    let place = |section: Section| Section::ALL.iter().position(|one| *one == section);
    let child = |case| live.children.iter().position(|child| Some(child.case) == case);
    let mut passages: Vec<_> = live
        .passages
        .iter()
        .filter(|one| one.nothing_to_report || !one.body.trim().is_empty())
        .collect();
    passages.sort_by_key(|one| (place(one.section), child(one.case), one.position, one.id));
    let frozen = |one: &domain::record::Passage| FrozenPassage {
        id: one.id,
        section: one.section,
        case_id: one.case,
        agency_id: one.agency,
        agency: live.agency_name(one.agency),
        body: one.body.clone(),
        nothing_to_report: one.nothing_to_report,
        audience: one.audience,
        restriction: one.restriction,
    };
    passages.into_iter().map(frozen).collect()
}

fn decisions(live: &Live) -> Vec<FrozenDecision> {
    let decision = |one: &domain::record::Decision| FrozenDecision {
        id: one.id,
        case_id: one.case,
        decision: one.decision.as_str().into(),
        rationale: one.rationale.as_str().into(),
        dissent: text(one.dissent.as_ref()),
        dissent_agency: live.agency_name(one.dissent_agency),
        audience: one.audience,
        restriction: one.restriction,
    };
    live.decisions.iter().map(decision).collect()
}

//! What must stand in the record before a meeting is closed, all told at once: R09, R37, R38, R44,
//! the child's views, a rating with its reason, the next date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Quorum;
use crate::access::closed;
use crate::action::Action;
use crate::ids::{ActionId, CaseId, InvitationId};
use crate::meeting::{Invitation, Meeting, MeetingCase, NrmDecision, Route, Voice};
use crate::policy::SeatRole;
use crate::record::{Passage, Section};

closed! {
    /// A part of what is concluded about a child.
    ConclusionPart {
        /// How the child's views came in.
        Voice = "voice",
        /// The child's words, when they were given.
        ChildWords = "child_words",
        /// Why the child's views are absent.
        VoiceReason = "voice_reason",
        /// The level.
        Level = "level",
        /// Why that level.
        RatingReason = "rating_reason",
        /// The NRM decision (R09).
        Nrm = "nrm",
        /// Why the NRM threshold is not met.
        NrmReason = "nrm_reason",
        /// Who makes the NRM referral.
        NrmOwner = "nrm_owner",
        /// When it is to be made, or was.
        NrmOn = "nrm_on",
        /// What happens next.
        Route = "route",
        /// The next date.
        NextOn = "next_on",
        /// Why the next date is outside the rule, or there is none.
        NextReason = "next_reason",
    }
}

/// One thing that still stops closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Missing {
    /// Somebody's attendance is not marked (R37).
    Attendance {
        /// Whose row.
        invitation_id: InvitationId,
    },
    /// The quorum is neither met nor overridden (R38).
    Quorum {
        /// The empty seats: any of each list fills one.
        seats: Vec<Vec<SeatRole>>,
    },
    /// An open action of an earlier meeting was not reviewed (R44).
    ActionReview {
        /// Which.
        action_id: ActionId,
        /// Of which child.
        case_id: CaseId,
    },
    /// Something is not concluded about a child.
    Conclusion {
        /// Which child.
        case_id: CaseId,
        /// What.
        part: ConclusionPart,
    },
}

/// What the rules say about the next date of a child at the level that was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextRule {
    /// No clock runs at that level (R03), or no rule asks for a meeting.
    NoClock,
    /// The chair sets the date; there is no last day.
    ChairSets,
    /// The last day that keeps the rule (R01, R02).
    By(NaiveDate),
}

/// What is looked at before closing.
#[derive(Debug)]
pub struct Record<'r> {
    /// The meeting with its children.
    pub meeting: &'r Meeting,
    /// Everybody asked.
    pub invitations: &'r [Invitation],
    /// Who fills the quorum.
    pub quorum: &'r Quorum,
    /// Actions of earlier meetings that were open when this one began.
    pub open_actions: &'r [Action],
    /// Those that this meeting reviewed.
    pub reviewed: &'r [ActionId],
    /// What was written.
    pub passages: &'r [Passage],
    /// What the rules say about each child's next date.
    pub next: &'r [(CaseId, NextRule)],
}

/// Everything that still stops closing, in the order of the agenda.
#[must_use]
pub fn missing(record: &Record<'_>) -> Vec<Missing> {
    let unmarked = record.invitations.iter().filter(|one| !one.withdrawn && one.mark.is_none());
    let mut missing: Vec<Missing> =
        unmarked.map(|one| Missing::Attendance { invitation_id: one.id }).collect();
    if !record.quorum.is_met() && record.meeting.quorum_override.is_none() {
        missing.push(Missing::Quorum { seats: record.quorum.empty_seats() });
    }
    let unreviewed = record.open_actions.iter().filter(|one| !record.reviewed.contains(&one.id));
    missing.extend(
        unreviewed.map(|one| Missing::ActionReview { action_id: one.id, case_id: one.case }),
    );
    for case in &record.meeting.cases {
        let parts = not_concluded(record, case);
        missing
            .extend(parts.into_iter().map(|part| Missing::Conclusion { case_id: case.case, part }));
    }
    missing
}

fn not_concluded(record: &Record<'_>, case: &MeetingCase) -> Vec<ConclusionPart> {
    let next = record.next.iter().find(|(id, _)| *id == case.case);
    let next = next.map_or(NextRule::NoClock, |(_, next)| *next);
    let mut parts = Vec::new();
    parts.extend(voice(record, case));
    if case.level.is_none() {
        parts.push(ConclusionPart::Level);
    }
    if case.rating_reason.is_none() {
        parts.push(ConclusionPart::RatingReason);
    }
    parts.extend(nrm(case));
    if case.route.is_none() {
        parts.push(ConclusionPart::Route);
    }
    parts.extend(next_date(case, next));
    parts
}

/// The child's views, or why they are absent: never assumed (`domain.md` section 2).
fn voice(record: &Record<'_>, case: &MeetingCase) -> Option<ConclusionPart> {
    match case.voice {
        None => Some(ConclusionPart::Voice),
        Some(Voice::Declined | Voice::NotInvited) => {
            case.voice_reason.is_none().then_some(ConclusionPart::VoiceReason)
        }
        Some(Voice::Attended | Voice::GivenAnotherWay) => {
            (!has_words(record, case)).then_some(ConclusionPart::ChildWords)
        }
    }
}

fn has_words(record: &Record<'_>, case: &MeetingCase) -> bool {
    let is_alone = record.meeting.cases.len() == 1;
    let about = |passage: &Passage| match passage.case {
        Some(of) => of == case.case,
        None => is_alone,
    };
    record.passages.iter().any(|passage| {
        passage.section == Section::ChildVoice && about(passage) && !passage.body.trim().is_empty()
    })
}

fn nrm(case: &MeetingCase) -> Vec<ConclusionPart> {
    let mut parts = Vec::new();
    match case.nrm {
        None => parts.push(ConclusionPart::Nrm),
        Some(NrmDecision::ThresholdNotMet) => {
            if case.nrm_reason.is_none() {
                parts.push(ConclusionPart::NrmReason);
            }
        }
        Some(NrmDecision::ReferralToBeMade) => {
            if case.nrm_owner.is_none() {
                parts.push(ConclusionPart::NrmOwner);
            }
            if case.nrm_on.is_none() {
                parts.push(ConclusionPart::NrmOn);
            }
        }
        Some(NrmDecision::ReferralMade) => {
            if case.nrm_on.is_none() {
                parts.push(ConclusionPart::NrmOn);
            }
        }
    }
    parts
}

/// A date inside the rule, a later one with its reason, or none with its reason where the child
/// leaves this process. A child who continues at a level with a clock never goes without a date.
fn next_date(case: &MeetingCase, next: NextRule) -> Option<ConclusionPart> {
    let last = match next {
        NextRule::NoClock => return None,
        NextRule::ChairSets => None,
        NextRule::By(last) => Some(last),
    };
    match (case.next_on, case.route) {
        (Some(on), _) => {
            let is_late = last.is_some_and(|last| on > last);
            (is_late && case.next_reason.is_none()).then_some(ConclusionPart::NextReason)
        }
        (None, Some(Route::Close)) => None,
        (None, None | Some(Route::ContinueEram)) => Some(ConclusionPart::NextOn),
        (
            None,
            Some(
                Route::StepDown
                | Route::EscalateMace
                | Route::StrategyDiscussion
                | Route::ChildInNeed
                | Route::EarlyHelp,
            ),
        ) => case.next_reason.is_none().then_some(ConclusionPart::NextReason),
    }
}

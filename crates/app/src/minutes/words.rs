//! The words that printed minutes use for what the record holds as a choice.

use domain::action::ActionStatus;
use domain::case::RatingLevel;
use domain::meeting::{Mark, NrmDecision, Route, Voice};
use domain::record::{MinutesStatus, Section, WithholdReason};

pub(super) const fn level(level: RatingLevel) -> &'static str {
    match level {
        RatingLevel::High => "High",
        RatingLevel::Medium => "Medium",
        RatingLevel::Low => "Low",
        RatingLevel::None => "No current indicators",
    }
}

pub(super) const fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Attended => "The child attended",
        Voice::GivenAnotherWay => "Given another way",
        Voice::Declined => "The child declined",
        Voice::NotInvited => "The child was not invited",
    }
}

pub(super) const fn nrm(decision: NrmDecision) -> &'static str {
    match decision {
        NrmDecision::ThresholdNotMet => "Considered; threshold not met",
        NrmDecision::ReferralToBeMade => "Referral to be made",
        NrmDecision::ReferralMade => "Referral made",
    }
}

pub(super) const fn route(route: Route) -> &'static str {
    match route {
        Route::ContinueEram => "Continue with exploitation risk assessment meetings",
        Route::StepDown => "Step down",
        Route::EscalateMace => "Escalate to the multi-agency child exploitation meeting",
        Route::StrategyDiscussion => "Strategy discussion",
        Route::ChildInNeed => "Child in need plan",
        Route::EarlyHelp => "Early help",
        Route::Close => "Close",
    }
}

pub(super) const fn mark(mark: Option<Mark>) -> &'static str {
    match mark {
        Some(Mark::Present) => "Present",
        Some(Mark::Apologies) => "Sent apologies",
        Some(Mark::Absent) => "Absent, no apologies",
        Some(Mark::Substitute) => "Sent a substitute",
        Some(Mark::InAttendance) => "In attendance",
        None => "Not recorded",
    }
}

pub(super) const fn action_status(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::Open => "Not begun",
        ActionStatus::InProgress => "In progress",
        ActionStatus::Done => "Done",
        ActionStatus::NotPossible => "Not possible",
        ActionStatus::NotDone => "Not done",
    }
}

pub(super) const fn section(section: Section) -> &'static str {
    match section {
        Section::Welcome => "Introductions and confidentiality",
        Section::LastMinutes => "Accuracy of the last minutes",
        Section::Purpose => "Purpose and threshold",
        Section::Information => "Information by agency",
        Section::PushFactors => "Push factors",
        Section::PullFactors => "Pull factors",
        Section::Missing => "Missing episodes",
        Section::ChildVoice => "Views of the child",
        Section::FamilyVoice => "Views of the family",
        Section::Analysis => "Analysis",
        Section::SafetyPlan => "Safety plan",
        Section::OtherBusiness => "Any other business",
    }
}

pub(super) const fn restriction(reason: WithholdReason) -> &'static str {
    match reason {
        WithholdReason::ThirdParty => "identifies somebody else",
        WithholdReason::SeriousHarm => "sharing may cause serious harm",
        WithholdReason::ChildWishes => "against the child's wishes",
        WithholdReason::ChildAbuseData => "child abuse data",
        WithholdReason::Crime => "may prejudice the prevention or detection of crime",
        WithholdReason::PoliceSensitive => "police sensitive",
        WithholdReason::LegalPrivilege => "legal advice",
        WithholdReason::Court => "restricted by court proceedings",
        WithholdReason::NotRelevant => "need to know only",
    }
}

pub(super) const fn minutes_status(status: MinutesStatus) -> &'static str {
    match status {
        MinutesStatus::Draft => "draft, not approved",
        MinutesStatus::Approved => "approved",
        MinutesStatus::Issued => "approved and issued",
        MinutesStatus::Superseded => "replaced by a correction",
    }
}

pub(super) fn title(meeting_type: &str) -> String {
    let name = match meeting_type {
        "eram" => "exploitation risk assessment meeting",
        "mace" => "multi-agency child exploitation meeting",
        "hsb" => "harmful sexual behaviour panel",
        "ma" => "managing allegations meeting",
        _ => "multi-agency meeting",
    };
    format!("Minutes: {name}")
}

/// Read out at the start of every meeting (`domain.md` section 1).
pub(super) const CONFIDENTIALITY: &str = "What is said in this meeting and written in this record \
    is confidential. It is shared only with those who need it to keep a child safe, and is not \
    copied or passed on without the agreement of the chair.";

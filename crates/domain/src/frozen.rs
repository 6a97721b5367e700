//! The record as minutes freeze it: schema 1. Names are copied in, so that the text stays what it
//! was when people, agencies or posts change later.
//!
//! Its JSON is canonical: fields in the order written here, lists in the order of the record,
//! nothing but what is said here. The digest of the minutes covers that text, so a field is only
//! ever added with a new schema number. It must never hold a reason for apologies (section 1:
//! "never copied to an output").

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::action::ActionStatus;
use crate::case::RatingLevel;
use crate::ids::{ActionId, AgencyId, CaseId, DecisionId, MeetingId, PassageId};
use crate::meeting::{InvitationKind, Mark, NrmDecision, Route, Voice};
use crate::record::{Audience, Section, WithholdReason};

/// The number of this layout.
pub const SCHEMA: u32 = 1;

macro_rules! frozen {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name {
            $($(#[$fdoc])* pub $field: $type,)+
        }

        /// Prints only its kind: it is a part of a child's record.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+};
}

frozen! {
    /// A whole record.
    FrozenRecord {
        /// The number of the layout.
        schema: u32,
        /// The authority.
        authority: String,
        /// Which meeting.
        meeting_id: MeetingId,
        /// The neutral reference.
        reference: String,
        /// Its type: `eram`.
        meeting_type: String,
        /// A review, or the first.
        review: bool,
        /// The day it counts as held.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        held_on: NaiveDate,
        /// The time in England for which it was planned, `10:00`.
        at: String,
        /// The room.
        place: Option<String>,
        /// Who chaired.
        chair: FrozenOfficer,
        /// In whose place and why, when the chair was away.
        vice_chair: Option<FrozenVice>,
        /// Who took the minutes.
        minute_taker: Option<FrozenOfficer>,
        /// Its sittings.
        sittings: Vec<FrozenSitting>,
        /// The children.
        children: Vec<FrozenChild>,
        /// Everybody asked, and who came.
        attendance: Vec<FrozenAttendance>,
        /// Whether enough agencies were there.
        quorum: FrozenQuorum,
        /// Declarations of interest.
        interests: Vec<FrozenInterest>,
        /// Actions of earlier meetings, as reviewed.
        reviewed: Vec<FrozenAction>,
        /// What was written.
        passages: Vec<FrozenPassage>,
        /// What was decided.
        decisions: Vec<FrozenDecision>,
        /// New actions.
        actions: Vec<FrozenAction>,
    }

    /// A chair or minute-taker.
    FrozenOfficer {
        /// Their name.
        name: String,
        /// Their post.
        job_title: Option<String>,
    }

    /// The chair who was away.
    FrozenVice {
        /// Whose meeting it is.
        chair_name: String,
        /// Why they did not chair.
        reason: String,
    }

    /// A sitting.
    FrozenSitting {
        /// When it began (RFC 3339, UTC).
        opened_at: String,
        /// When it ended.
        closed_at: Option<String>,
        /// Why it was adjourned.
        adjourned_reason: Option<String>,
    }

    /// A child and what was concluded.
    FrozenChild {
        /// The case.
        case_id: CaseId,
        /// Its reference.
        case_reference: String,
        /// The child's name.
        name: String,
        /// When they were born.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        date_of_birth: Option<NaiveDate>,
        /// The rule that asked for the meeting.
        rule: Option<String>,
        /// The last day that kept it.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        due_by: Option<NaiveDate>,
        /// The level before.
        prior_level: Option<RatingLevel>,
        /// The level that was set.
        level: Option<RatingLevel>,
        /// Why.
        rating_reason: Option<String>,
        /// The date of the exploitation toolkit behind it.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        toolkit_on: Option<NaiveDate>,
        /// How the child's views came in.
        voice: Option<Voice>,
        /// Why they are absent.
        voice_reason: Option<String>,
        /// The NRM decision.
        nrm: Option<NrmDecision>,
        /// Why.
        nrm_reason: Option<String>,
        /// Who makes the referral.
        nrm_owner: Option<String>,
        /// When it is to be made, or was.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        nrm_on: Option<NaiveDate>,
        /// What happens next.
        route: Option<Route>,
        /// The next date.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        next_on: Option<NaiveDate>,
        /// Why it is outside the rule, or there is none.
        next_reason: Option<String>,
    }

    /// Somebody asked, and whether they came.
    FrozenAttendance {
        /// Who was asked.
        kind: InvitationKind,
        /// Their name.
        name: Option<String>,
        /// Their agency's name.
        agency: Option<String>,
        /// As what.
        capacity: String,
        /// Whether they came.
        mark: Option<Mark>,
        /// Who came in their place.
        substitute: Option<String>,
        /// Which part they were there for.
        part_note: Option<String>,
    }

    /// Whether enough agencies were there.
    FrozenQuorum {
        /// Whether every seat was filled.
        met: bool,
        /// Why the chair went on all the same.
        override_reason: Option<String>,
    }

    /// A declaration of interest.
    FrozenInterest {
        /// Whose: name or capacity.
        who: String,
        /// What it is.
        interest: String,
        /// Whether they took part all the same.
        takes_part: bool,
    }

    /// A passage.
    FrozenPassage {
        /// Which, so that a copy made from it can be traced.
        id: PassageId,
        /// Its section.
        section: Section,
        /// The child it is about.
        case_id: Option<CaseId>,
        /// Whose information it is.
        agency_id: Option<AgencyId>,
        /// That agency's name.
        agency: Option<String>,
        /// The text.
        body: String,
        /// The agency had nothing to report.
        nothing_to_report: bool,
        /// For whom.
        audience: Audience,
        /// Why it may not go further.
        restriction: Option<WithholdReason>,
    }

    /// A decision.
    FrozenDecision {
        /// Which.
        id: DecisionId,
        /// The child it is about.
        case_id: Option<CaseId>,
        /// What was decided.
        decision: String,
        /// Why.
        rationale: String,
        /// Who disagreed and why.
        dissent: Option<String>,
        /// From which agency.
        dissent_agency: Option<String>,
        /// For whom.
        audience: Audience,
        /// Why it may not go further.
        restriction: Option<WithholdReason>,
    }

    /// An action: set by the meeting, or reviewed by it.
    FrozenAction {
        /// Which.
        id: ActionId,
        /// The child's case.
        case_id: CaseId,
        /// What is to be done.
        action: String,
        /// Who does it.
        owner: String,
        /// Their agency's name; none for the family's own actions.
        agency: Option<String>,
        /// By when.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        due_on: NaiveDate,
        /// What it should bring about.
        outcome_sought: Option<String>,
        /// For whom.
        audience: Audience,
        /// How the meeting found or set it.
        status: ActionStatus,
        /// What was said about it.
        note: Option<String>,
    }
}

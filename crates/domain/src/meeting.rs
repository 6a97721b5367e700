//! A meeting from the diary to its close: its state machine, who was asked, who came.
//!
//! It must never know how an invitation travels or what a summary leaves out.

use chrono::{NaiveDate, NaiveTime};

use crate::access::closed;
use crate::case::RatingLevel;
use crate::clock::Instant;
use crate::ids::{
    AgencyId, CaseId, DocumentId, InterestId, InvitationId, MeetingId, PersonId, ReportRequestId,
    UserId,
};
use crate::text::NonBlank;

closed! {
    /// Where a meeting stands.
    MeetingStatus {
        /// In the diary.
        Planned = "planned",
        /// Being held now.
        InProgress = "in_progress",
        /// Begun, to be resumed.
        Adjourned = "adjourned",
        /// Closed.
        Held = "held",
        /// Not held.
        Cancelled = "cancelled",
    }
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its identifier.
    pub id: MeetingId,
    /// Its type: `eram`.
    pub meeting_type: NonBlank,
    /// A review, or the first.
    pub review: bool,
    /// The neutral reference that may stand in a subject line: "7F3K" (decisions 23).
    pub reference: NonBlank,
    /// Where it stands.
    pub status: MeetingStatus,
    /// The day.
    pub on: NaiveDate,
    /// The time in England.
    pub at: NaiveTime,
    /// How long, in minutes.
    pub minutes: u32,
    /// The room.
    pub place: Option<NonBlank>,
    /// The link of an online meeting.
    pub link: Option<NonBlank>,
    /// Whose meeting it is.
    pub chair: UserId,
    /// Who chaired in the chair's place, and why.
    pub vice_chair: Option<ViceChair>,
    /// Who takes the minutes.
    pub minute_taker: Option<UserId>,
    /// Why it was cancelled.
    pub cancelled_reason: Option<NonBlank>,
    /// Whether enough agencies were there, once opened (R38).
    pub quorate: Option<bool>,
    /// Why the chair went on all the same (decisions 20).
    pub quorum_override: Option<NonBlank>,
    /// The version that calendars see: rises with each change of time or place.
    pub invitation_sequence: u32,
    /// When it was closed or cancelled.
    pub closed_at: Option<Instant>,
    /// When it was put in the diary.
    pub created_at: Instant,
    /// By whom.
    pub created_by: UserId,
    /// The children, in order; a joint meeting has several.
    pub cases: Vec<MeetingCase>,
    /// Its sittings: more than one when it was adjourned.
    pub sittings: Vec<Sitting>,
    /// Counts changes.
    pub version: i64,
}

/// Who chaired in the chair's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViceChair {
    /// Who.
    pub user: UserId,
    /// Why.
    pub reason: NonBlank,
}

/// From opening to closing or adjourning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// When it began.
    pub opened_at: Instant,
    /// When it ended.
    pub closed_at: Option<Instant>,
    /// Why it was adjourned.
    pub adjourned_reason: Option<NonBlank>,
}

closed! {
    /// How the child's views came into the meeting.
    Voice {
        /// The child was there.
        Attended = "attended",
        /// Through somebody or in writing.
        GivenAnotherWay = "given_another_way",
        /// The child did not want to.
        Declined = "declined",
        /// The child was not asked.
        NotInvited = "not_invited",
    }
}

closed! {
    /// What was decided about the National Referral Mechanism (R09): never left unconsidered.
    NrmDecision {
        /// Considered; the threshold is not met.
        ThresholdNotMet = "threshold_not_met",
        /// A referral is to be made.
        ReferralToBeMade = "referral_to_be_made",
        /// A referral was made.
        ReferralMade = "referral_made",
    }
}

closed! {
    /// What happens next for the child.
    Route {
        /// Another ERAM.
        ContinueEram = "continue_eram",
        /// Step down.
        StepDown = "step_down",
        /// To MACE.
        EscalateMace = "escalate_mace",
        /// A strategy discussion under section 47.
        StrategyDiscussion = "strategy_discussion",
        /// A child in need plan.
        ChildInNeed = "child_in_need",
        /// Early help.
        EarlyHelp = "early_help",
        /// Close.
        Close = "close",
    }
}

/// A child at a meeting: why it was due, and what was concluded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingCase {
    /// The case.
    pub case: CaseId,
    /// The rule that asked for the meeting: "R01".
    pub rule: Option<NonBlank>,
    /// The last day that kept the rule.
    pub due_by: Option<NaiveDate>,
    /// Why it was put later than that: a breach, counted.
    pub late_reason: Option<NonBlank>,
    /// The level before the meeting.
    pub prior_level: Option<RatingLevel>,
    /// The level that the meeting set.
    pub level: Option<RatingLevel>,
    /// Why.
    pub rating_reason: Option<NonBlank>,
    /// The date of the exploitation toolkit behind the level (S1:148).
    pub toolkit_on: Option<NaiveDate>,
    /// How the child's views came in.
    pub voice: Option<Voice>,
    /// Why they are absent.
    pub voice_reason: Option<NonBlank>,
    /// The NRM decision.
    pub nrm: Option<NrmDecision>,
    /// Why.
    pub nrm_reason: Option<NonBlank>,
    /// Who makes the referral.
    pub nrm_owner: Option<NonBlank>,
    /// When it is to be made, or was.
    pub nrm_on: Option<NaiveDate>,
    /// What happens next.
    pub route: Option<Route>,
    /// The next date that the chair set.
    pub next_on: Option<NaiveDate>,
    /// Why it is outside the rule, or there is none.
    pub next_reason: Option<NonBlank>,
    /// Counts changes.
    pub version: i64,
}

closed! {
    /// Who is asked.
    InvitationKind {
        /// Somebody from an agency.
        Agency = "agency",
        /// The child.
        Child = "child",
        /// The family.
        Family = "family",
        /// Somebody in attendance.
        Observer = "observer",
    }
}

closed! {
    /// How an invitation or reply travels.
    InvitationRoute {
        /// A form in Outlook that the user sends.
        Outlook = "outlook",
        /// A calendar file.
        CalendarFile = "calendar_file",
        /// E-mail.
        Email = "email",
        /// A letter.
        Letter = "letter",
        /// Telephone.
        Telephone = "telephone",
        /// In person.
        InPerson = "in_person",
    }
}

closed! {
    /// What was answered.
    Reply {
        /// Nothing yet.
        None = "none",
        /// Will come.
        Accepted = "accepted",
        /// May come.
        Tentative = "tentative",
        /// Will not come.
        Declined = "declined",
        /// Will send somebody.
        Substitute = "substitute",
    }
}

closed! {
    /// Who came (R37; S2:52): P, Ap, Ab, S, in attendance.
    Mark {
        /// Present.
        Present = "present",
        /// Apologies given.
        Apologies = "apologies",
        /// Absent, no apologies.
        Absent = "absent",
        /// Sent a substitute.
        Substitute = "substitute",
        /// In attendance.
        InAttendance = "in_attendance",
    }
}

/// An invitation, its reply, and whether they came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its identifier.
    pub id: InvitationId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Its place in the list.
    pub position: u32,
    /// Who is asked.
    pub kind: InvitationKind,
    /// The agency.
    pub agency: Option<AgencyId>,
    /// The person, when known.
    pub person: Option<PersonId>,
    /// As what: "Police", "Mother".
    pub capacity: NonBlank,
    /// Whether the meeting needs them.
    pub required: bool,
    /// How it was sent.
    pub route: Option<InvitationRoute>,
    /// When it was sent.
    pub invited_at: Option<Instant>,
    /// What was answered.
    pub reply: Reply,
    /// How the answer came.
    pub reply_route: Option<InvitationRoute>,
    /// What was said with it.
    pub reply_note: Option<NonBlank>,
    /// When.
    pub replied_at: Option<Instant>,
    /// Whether it was taken back.
    pub withdrawn: bool,
    /// Whether they came.
    pub mark: Option<Mark>,
    /// Which part they were there for.
    pub part_note: Option<NonBlank>,
    /// Who came in their place.
    pub substitute: Option<Substitute>,
    /// Why they could not come: never copied to an output.
    pub apology_reason: Option<NonBlank>,
    /// Counts changes.
    pub version: i64,
}

/// Who came in somebody's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Substitute {
    /// Their record, when they have one.
    pub person: Option<PersonId>,
    /// Their name.
    pub name: NonBlank,
}

/// A declaration of interest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interest {
    /// Its identifier.
    pub id: InterestId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Whose.
    pub invitation: InvitationId,
    /// What it is.
    pub interest: NonBlank,
    /// Whether they take part all the same.
    pub takes_part: bool,
}

/// A report asked of an agency before a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRequest {
    /// Its identifier.
    pub id: ReportRequestId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Of which agency.
    pub agency: AgencyId,
    /// When it was asked.
    pub asked_on: NaiveDate,
    /// When it should be here.
    pub due_on: NaiveDate,
    /// How often it was chased.
    pub chased: u32,
    /// When last.
    pub chased_on: Option<NaiveDate>,
    /// When it came.
    pub received_on: Option<NaiveDate>,
    /// Why it is not needed.
    pub not_needed: Option<NonBlank>,
    /// The file.
    pub document: Option<DocumentId>,
    /// Counts changes.
    pub version: i64,
}

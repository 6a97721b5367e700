//! The requirement family: what must hold, and figures that other rooms read (flags, quorum,
//! retention, outputs: `domain.md` section 12).

use serde::{Deserialize, Serialize};

use super::clocks::{Anchor, Interval};
use super::fact::Process;

/// A row that is checked at a point in a meeting's life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Requirement {
    /// Something must be so.
    Flag {
        /// In which meetings.
        process: Process,
        /// What.
        flag: Flag,
        /// When it is checked.
        at: Checkpoint,
    },
    /// Who must be there (R38).
    Quorum {
        /// In which meetings.
        process: Process,
        /// Every seat must be filled.
        seats: Vec<Seat>,
    },
    /// How long a file is kept before it is reviewed (R35, R36).
    Retention {
        /// Which files.
        process: Process,
        /// For how long.
        keep: Interval,
        /// From when.
        from: Checkpoint,
    },
    /// A second person checks a redacted copy before it leaves (R45).
    SecondPersonCheck {
        /// How many people other than the author.
        n_people: u16,
    },
    /// Small counts are suppressed in published tables (R46).
    SuppressCounts {
        /// Smallest count hidden.
        from: u16,
        /// Largest count hidden.
        to: u16,
    },
    /// A second time allowed, that is reported beside the one of a clock and asks for nothing (R50).
    ReportedWithin {
        /// In which process.
        process: Process,
        /// What both are counted from.
        of: Anchor,
        /// Time allowed.
        within: Interval,
    },
    /// How many days before its date something is shown as due soon (R49).
    DueSoon {
        /// That many days.
        days: u16,
    },
    /// Bands for reporting duration, in months from the referral (R34).
    DurationBands {
        /// Upper ends, rising.
        months: Vec<u16>,
    },
}

/// What a flag asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Flag {
    /// The chair is independent of the case team (R08).
    ChairIndependent,
    /// A decision about the National Referral Mechanism is recorded (R09).
    NrmConsidered,
    /// The child who displayed and the child harmed are kept apart (R21).
    SubjectsSeparated,
    /// The adult of concern is never invited (R27).
    AdultOfConcernNotInvited,
    /// The child is never invited (R28).
    ChildNotInvited,
    /// The views of child and adult are recorded, or why not (R29).
    ViewsRecorded,
    /// Allegations are numbered, each with its evidence (R30).
    AllegationsNumbered,
    /// Each allegation has an outcome, or none reached (R31).
    OutcomePerAllegation,
    /// An outcome is revised only with a manager's authority and a reason (R32).
    OutcomeRevisionAuthorised,
    /// A decision about referral to the Disclosure and Barring Service is recorded (R33).
    DbsDecision,
    /// Attendance is recorded as present, apologies, absent, substitute or in attendance (R37).
    AttendanceCodes,
    /// An action has an owner and a due date (R43).
    ActionHasOwnerAndDate,
    /// Every open action is reviewed before the minutes are final (R44).
    OpenActionsReviewed,
}

/// When a requirement is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Checkpoint {
    /// When somebody is invited.
    Invitation,
    /// When the meeting opens.
    Opening,
    /// When the entry is made.
    Entry,
    /// When the minutes are made final.
    Finalisation,
    /// When something is revised.
    Revision,
    /// When a copy is released.
    Release,
    /// When the matter is closed.
    Closure,
    /// The day of the allegation.
    Allegation,
    /// Always.
    Always,
}

/// One place that must be filled for a quorum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Any of these fills it.
    pub any_of: Vec<SeatRole>,
    /// How many different agencies must fill it.
    #[serde(default = "one")]
    pub at_least: u16,
}

const fn one() -> u16 {
    1
}

/// Who may fill a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SeatRole {
    /// The chair.
    Chair,
    /// Children's social care.
    SocialCare,
    /// Police.
    Police,
    /// Police, or a police view recorded beforehand.
    PoliceView,
    /// Health.
    Health,
    /// Education.
    Education,
    /// Youth justice.
    YouthJustice,
    /// The designated officer or an allegations officer.
    Lado,
    /// The employer.
    Employer,
    /// Any other agency.
    OtherAgency,
}

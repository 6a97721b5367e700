//! What happened, as far as clocks need to know: kinds and times, never names or words.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::clock::{Instant, local_date};
use crate::vocabulary::UnknownWord;

/// Which meetings a fact or rule belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Process {
    /// Exploitation Risk Assessment Meeting.
    Eram,
    /// Multi-Agency Child Exploitation meeting.
    Mace,
    /// Multi-Agency Sexual Exploitation meeting.
    Mase,
    /// Child Criminal Exploitation Panel.
    Ccep,
    /// Harmful Sexual Behaviour panel.
    Hsb,
    /// Managing Allegations meeting.
    Ma,
    /// Missing-children meeting and return interviews.
    Missing,
    /// Initial child protection conference.
    Icpc,
    /// Review child protection conference.
    Rcpc,
    /// Exploitation meeting led by a Child Protection Coordinator.
    CceCpc,
    /// Strategy meeting about child sexual exploitation.
    CseStrategy,
    /// Core group of a child protection plan.
    CoreGroup,
    /// Child in need planning and review.
    CinReview,
    /// Child in care review.
    CicReview,
    /// Neighbourhood safeguarding and disruption meeting.
    Nsd,
    /// A meeting that the council made itself.
    Local,
    /// The safeguarding partnership's own reporting.
    Partnership,
    /// Every process: for rows that apply to any meeting.
    Any,
}

impl Process {
    /// Every process.
    pub const ALL: &'static [Self] = &[
        Self::Eram,
        Self::Mace,
        Self::Mase,
        Self::Ccep,
        Self::Hsb,
        Self::Ma,
        Self::Missing,
        Self::Icpc,
        Self::Rcpc,
        Self::CceCpc,
        Self::CseStrategy,
        Self::CoreGroup,
        Self::CinReview,
        Self::CicReview,
        Self::Nsd,
        Self::Local,
        Self::Partnership,
        Self::Any,
    ];

    /// The word that the store and the wire use: the type of a meeting.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Eram => "eram",
            Self::Mace => "mace",
            Self::Mase => "mase",
            Self::Ccep => "ccep",
            Self::Hsb => "hsb",
            Self::Ma => "ma",
            Self::Missing => "missing",
            Self::Icpc => "icpc",
            Self::Rcpc => "rcpc",
            Self::CceCpc => "cce_cpc",
            Self::CseStrategy => "cse_strategy",
            Self::CoreGroup => "core_group",
            Self::CinReview => "cin_review",
            Self::CicReview => "cic_review",
            Self::Nsd => "nsd",
            Self::Local => "local",
            Self::Partnership => "partnership",
            Self::Any => "any",
        }
    }
}

impl std::str::FromStr for Process {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        Self::ALL.iter().copied().find(|process| process.key() == text).ok_or(UnknownWord)
    }
}

/// How high a risk was rated. Labels are the profile's; the order is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum RiskLevel {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
}

/// When something happened, as exactly as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// At a known moment.
    At(Instant),
    /// On a known day, at an unknown time.
    On(NaiveDate),
}

impl When {
    /// The day in London.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        match self {
            Self::At(instant) => local_date(instant),
            Self::On(day) => day,
        }
    }
}

/// The kind of a meeting held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum MeetingKind {
    /// The first about this matter.
    Initial,
    /// A review.
    Review,
    /// Any other, or not said.
    #[default]
    Other,
}

/// Whether a meeting had its quorum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Quoracy {
    /// It had.
    #[default]
    Quorate,
    /// It had not.
    Inquorate,
    /// It had not, but the chair went on and recorded why: it counts as held.
    Overridden,
}

/// Something that happened in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The risk was rated.
    RiskRated {
        /// In which process.
        process: Process,
        /// How high.
        level: RiskLevel,
    },
    /// A meeting was held.
    MeetingHeld {
        /// Which.
        process: Process,
        /// First, review or other.
        kind: MeetingKind,
        /// Its quorum.
        quoracy: Quoracy,
        /// The sittings of an adjourned meeting; empty when it had one.
        sittings: Vec<Instant>,
    },
    /// A planned meeting was cancelled.
    MeetingCancelled {
        /// Which.
        process: Process,
    },
    /// A significant incident.
    SignificantIncident {
        /// In which process.
        process: Process,
    },
    /// A panel was identified as required (R18).
    PanelRequired {
        /// Which panel.
        process: Process,
    },
    /// A referral came in, or the decision that opened the process was made.
    ReferralReceived {
        /// To which process.
        process: Process,
    },
    /// The assessment that a referral asked for was completed (R19).
    AssessmentCompleted {
        /// In which process.
        process: Process,
    },
    /// An earlier entry was wrong and counts as never made.
    Correction {
        /// Position of that entry.
        of: usize,
    },
    /// A strategy discussion. One in [`Process::Icpc`] started an enquiry and asks for a conference.
    StrategyDiscussion {
        /// In which process.
        process: Process,
    },
    /// The employer became aware of an allegation.
    EmployerAware,
    /// A child protection conference was held.
    ConferenceHeld {
        /// [`Process::Icpc`] or [`Process::Rcpc`].
        process: Process,
    },
    /// A missing episode started.
    MissingStarted,
    /// The child returned.
    MissingReturned,
    /// A return interview was completed.
    ReturnInterviewCompleted {
        /// The return it belongs to; without it, the latest before it that has none.
        #[serde(default)]
        of: Option<Instant>,
    },
    /// A return interview will not be held: the child declined and the carer was asked, or it could
    /// not be done.
    ReturnInterviewEnded {
        /// The return it belongs to.
        of: Instant,
    },
    /// The chair set the next date.
    NextDateSet {
        /// For which meeting.
        process: Process,
        /// The day it is to be held.
        date: NaiveDate,
    },
    /// The matter was closed.
    Closed {
        /// Which; [`Process::Any`] closes all.
        process: Process,
    },
    /// The child was born.
    Birth,
}

/// One entry of a case's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// When it happened.
    pub when: When,
    /// What happened.
    pub event: Event,
}

impl Fact {
    /// Something that happened at a known moment.
    #[must_use]
    pub const fn at(instant: Instant, event: Event) -> Self {
        Self { when: When::At(instant), event }
    }

    /// Something that happened on a day, at an unknown time.
    #[must_use]
    pub const fn on(day: NaiveDate, event: Event) -> Self {
        Self { when: When::On(day), event }
    }
}

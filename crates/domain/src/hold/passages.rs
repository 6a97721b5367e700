//! Writing the record: how each section is divided, when it may be written, and what a copied
//! passage brings along.

use crate::field::{Fields, Invalid, Problem};
use crate::meeting::{Meeting, MeetingStatus};
use crate::record::{Audience, MinutesStatus, Passage, Section, WithholdReason};
use crate::text::MAX_TEXT;
use crate::violation::Violation;

/// How a section is divided into passages, and for whom it is unless somebody chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Division {
    /// One passage for each child.
    pub by_child: bool,
    /// One passage for each agency.
    pub by_agency: bool,
    /// For whom a new passage is recorded.
    pub audience: Audience,
}

impl Section {
    /// How the section is divided. What agencies bring and the analysis are for the agencies
    /// until the chair says otherwise; the family attends, so the rest is for everyone.
    #[must_use]
    pub const fn division(self) -> Division {
        let (by_child, by_agency, audience) = match self {
            Self::Welcome | Self::LastMinutes | Self::Purpose | Self::OtherBusiness => {
                (false, false, Audience::Everyone)
            }
            Self::Information => (true, true, Audience::Agencies),
            Self::PushFactors | Self::PullFactors | Self::Missing | Self::Analysis => {
                (true, false, Audience::Agencies)
            }
            Self::ChildVoice | Self::FamilyVoice | Self::SafetyPlan => {
                (true, false, Audience::Everyone)
            }
        };
        Division { by_child, by_agency, audience }
    }
}

/// Refuses unless the record may be written: while the meeting is held, or while its newest
/// minutes are a draft. Approved text is never changed (P14).
///
/// # Errors
/// [`Violation::MinutesFrozen`] once approved; [`Violation::WrongState`] before it was opened or
/// when it was cancelled.
pub fn require_writable(meeting: &Meeting, newest: Option<MinutesStatus>) -> Result<(), Violation> {
    match (meeting.status, newest) {
        (MeetingStatus::InProgress | MeetingStatus::Adjourned, _)
        | (MeetingStatus::Held, Some(MinutesStatus::Draft)) => Ok(()),
        (
            MeetingStatus::Held,
            Some(MinutesStatus::Approved | MinutesStatus::Issued | MinutesStatus::Superseded),
        ) => Err(Violation::MinutesFrozen),
        (MeetingStatus::Held, None) | (MeetingStatus::Planned | MeetingStatus::Cancelled, _) => {
            Err(meeting.wrong_state())
        }
    }
}

/// What a passage is to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageChange {
    /// The text; may be empty.
    pub body: String,
    /// The agency has nothing to report.
    pub nothing_to_report: bool,
    /// For whom.
    pub audience: Audience,
    /// Why it may not go further.
    pub restriction: Option<WithholdReason>,
}

impl PassageChange {
    /// Checks it and gives it what the passage that it was copied from brings along: its
    /// restriction, and an audience no wider (glossary `restriction`: inherited by derived text).
    ///
    /// # Errors
    /// A text beside "nothing to report", "nothing to report" without an agency, or a text too long.
    pub fn checked(mut self, section: Section, origin: Option<&Passage>) -> Result<Self, Invalid> {
        self.body = self.body.replace("\r\n", "\n");
        let mut fields = Fields::default();
        let is_agencies = section.division().by_agency;
        fields.require(self.body.chars().count() <= MAX_TEXT, "body", Problem::TooLong);
        if self.nothing_to_report {
            fields.require(is_agencies, "nothingToReport", Problem::Contradicts);
            fields.require(self.body.trim().is_empty(), "body", Problem::Contradicts);
        }
        fields.finish()?;
        if let Some(origin) = origin {
            self.restriction = origin.restriction.or(self.restriction);
            self.audience = self.audience.max(origin.audience);
        }
        Ok(self)
    }

    /// Whether the passage says this already.
    #[must_use]
    pub fn is_said_by(&self, passage: &Passage) -> bool {
        self.body == passage.body
            && self.nothing_to_report == passage.nothing_to_report
            && self.audience == passage.audience
            && self.restriction == passage.restriction
    }
}

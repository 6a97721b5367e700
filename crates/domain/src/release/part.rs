//! Which parts of a record may go to whom (the matrix of `domain.md` section 8).
//!
//! Each part has a default that a person can change, but never beyond what was recorded for the
//! reader: a closed or restricted part, or one meant for others, goes in only in other words. It
//! must never know names or how words are taken out of a text.

use uuid::Uuid;

use crate::access::closed;
use crate::clock::Instant;
use crate::ids::{AgencyId, CaseId, PersonId, UserId};
use crate::record::{Audience, Section, WithholdReason};
use crate::release::{Choice, Recipient};
use crate::text::NonBlank;
use crate::violation::Violation;

closed! {
    /// What kind of part of the record.
    PartKind {
        /// A passage.
        Passage = "passage",
        /// Why the risk was rated as it was.
        Rating = "rating",
        /// A decision.
        Decision = "decision",
        /// An action.
        Action = "action",
    }
}

/// Names a part: its kind and the identifier of its record (the case, for a rating).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartRef {
    /// What kind.
    pub kind: PartKind,
    /// Which.
    pub id: Uuid,
}

/// What happens to a part, with everything that this needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// It goes in.
    Include,
    /// It stays out, for a reason.
    Withhold(WithholdReason),
    /// Other words go in, for a reason.
    Reword {
        /// The other words.
        wording: NonBlank,
        /// Why.
        reason: WithholdReason,
    },
}

impl Chosen {
    /// The word for it.
    #[must_use]
    pub const fn choice(&self) -> Choice {
        match self {
            Self::Include => Choice::Include,
            Self::Withhold(_) => Choice::Withhold,
            Self::Reword { .. } => Choice::Reword,
        }
    }

    /// Why, unless it goes in.
    #[must_use]
    pub const fn reason(&self) -> Option<WithholdReason> {
        match self {
            Self::Include => None,
            Self::Withhold(reason) | Self::Reword { reason, .. } => Some(*reason),
        }
    }

    /// The other words, when reworded.
    #[must_use]
    pub const fn wording(&self) -> Option<&NonBlank> {
        match self {
            Self::Reword { wording, .. } => Some(wording),
            Self::Include | Self::Withhold(_) => None,
        }
    }
}

/// What somebody chose for a part of one release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartChoice {
    /// Which part.
    pub part: PartRef,
    /// What happens to it.
    pub chosen: Chosen,
    /// Who chose, and when.
    pub decided: (UserId, Instant),
}

/// A part of the record as one reader may or may not have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub at: PartRef,
    /// Its section, for passages.
    pub section: Option<Section>,
    /// Whose information or action it is.
    pub agency: Option<AgencyId>,
    /// As it stands in the record.
    pub text: String,
    /// For whom it was recorded.
    pub audience: Audience,
    /// Why it may not go further.
    pub restriction: Option<WithholdReason>,
    /// Whether it may go in as it stands.
    pub may_include: bool,
    /// What happens to it unless somebody chooses.
    pub default: Chosen,
}

impl Part {
    /// Whether a choice may be made for this part.
    ///
    /// # Errors
    /// [`Violation::NotForRecipient`] when it would go in as it stands though it was not recorded
    /// for this reader.
    pub fn allow(&self, chosen: &Chosen) -> Result<(), Violation> {
        if *chosen == Chosen::Include && !self.may_include {
            return Err(Violation::NotForRecipient {
                audience: self.audience,
                restriction: self.restriction,
            });
        }
        Ok(())
    }

    /// What happens to it: the choice, if it still may be made, else the default.
    #[must_use]
    pub fn settled<'a>(&'a self, choices: &'a [PartChoice]) -> &'a Chosen {
        choices
            .iter()
            .find(|choice| choice.part == self.at && self.allow(&choice.chosen).is_ok())
            .map_or(&self.default, |choice| &choice.chosen)
    }
}

/// A part of the approved record, before anybody reads it.
#[derive(Clone, PartialEq, Eq)]
pub struct RecordedPart {
    /// Which.
    pub at: PartRef,
    /// The child it is about, when only one.
    pub case: Option<CaseId>,
    /// Its section, for passages.
    pub section: Option<Section>,
    /// Whose information or action it is.
    pub agency: Option<AgencyId>,
    /// Who does it, for actions.
    pub owner: Option<PersonId>,
    /// As it stands in the record.
    pub text: String,
    /// For whom it was recorded.
    pub audience: Audience,
    /// Why it may not go further.
    pub restriction: Option<WithholdReason>,
}

/// Prints only which part it is.
impl std::fmt::Debug for RecordedPart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RecordedPart({:?}, {} characters)", self.at, self.text.chars().count())
    }
}

/// The child whose copy it is, and who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// The child's case.
    pub case: CaseId,
    /// The child.
    pub child: PersonId,
    /// Who gets the copy.
    pub recipient: Recipient,
}

impl Reader {
    /// The parts about this child, in the order of the record, each with its default. What was
    /// recorded for another child alone is not among them: it can never be chosen ("own child
    /// only").
    #[must_use]
    pub fn parts(&self, record: &[RecordedPart]) -> Vec<Part> {
        record
            .iter()
            .filter(|part| self.is_about_child(part))
            .map(|part| self.judge(part))
            .collect()
    }

    /// Whether a part is about this child, or about every child of the meeting.
    #[must_use]
    pub fn is_about_child(&self, part: &RecordedPart) -> bool {
        part.case.is_none_or(|case| case == self.case) && !part.text.trim().is_empty()
    }

    fn judge(&self, part: &RecordedPart) -> Part {
        let admitted = self.admitted(part);
        let default = match admitted {
            Ok(()) => self.by_default(part),
            Err(reason) => Chosen::Withhold(reason),
        };
        Part {
            at: part.at,
            section: part.section,
            agency: part.agency,
            text: part.text.clone(),
            audience: part.audience,
            restriction: part.restriction,
            may_include: admitted.is_ok(),
            default,
        }
    }

    /// Whether a part may go in as it stands, and why not. Closed parts never; restricted ones
    /// only to the agency that brought them; what is for agencies not to a family, its own
    /// actions apart.
    fn admitted(&self, part: &RecordedPart) -> Result<(), WithholdReason> {
        let brought_it = match self.recipient {
            Recipient::AttendingAgency(agency) => part.agency == Some(agency),
            Recipient::Family(_) => false,
        };
        match (part.audience, part.restriction, self.recipient) {
            (Audience::Closed, reason, _) => Err(reason.unwrap_or(WithholdReason::NotRelevant)),
            (_, Some(reason), _) if !brought_it => Err(reason),
            (Audience::Agencies, _, Recipient::Family(_)) if !self.does_it(part) => {
                Err(WithholdReason::NotRelevant)
            }
            (Audience::Everyone | Audience::Agencies, _, _) => Ok(()),
        }
    }

    /// Whether a part is an action of the reader: an agency's own; a relative's or the child's
    /// own, or one of the family that names nobody.
    fn does_it(&self, part: &RecordedPart) -> bool {
        if part.at.kind != PartKind::Action {
            return false;
        }
        match self.recipient {
            Recipient::AttendingAgency(agency) => part.agency == Some(agency),
            Recipient::Family(person) => {
                let is_own = |owner| owner == person || owner == self.child;
                part.agency.is_none() && part.owner.is_none_or(is_own)
            }
        }
    }

    /// What happens to a part that may go in. What a child said is shown to the child and to
    /// agencies; a relative reads it only if somebody who knows the child's wish says so (code
    /// CHILD_WISHES). An agency gets its own actions, no others.
    fn by_default(&self, part: &RecordedPart) -> Chosen {
        match self.recipient {
            Recipient::Family(person)
                if part.section == Some(Section::ChildVoice) && person != self.child =>
            {
                Chosen::Withhold(WithholdReason::ChildWishes)
            }
            Recipient::AttendingAgency(_)
                if part.at.kind == PartKind::Action && !self.does_it(part) =>
            {
                Chosen::Withhold(WithholdReason::NotRelevant)
            }
            Recipient::Family(_) | Recipient::AttendingAgency(_) => Chosen::Include,
        }
    }
}

#[cfg(test)]
mod tests;

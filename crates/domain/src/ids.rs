//! Identifiers: one type for each kind of record, so that a case is never mistaken for a meeting.
//!
//! This is the only place where an identifier is made. It must never know what the record holds.

use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Where new identifiers come from. A parameter everywhere, so that tests and the demonstration
/// authority are the same on every run.
pub trait Ids: Send + Sync {
    /// The next identifier, never given before.
    fn next(&self) -> Uuid;
}

/// Version 7 identifiers: ordered by the time they were made, unguessable in the rest.
#[derive(Debug, Default, Clone, Copy)]
pub struct TimeOrderedIds;

impl Ids for TimeOrderedIds {
    #[expect(clippy::disallowed_methods, reason = "the one place where identifiers are made")]
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// Identifiers counted from a seed: the same seed gives the same sequence.
#[derive(Debug)]
pub struct CountedIds {
    seed: u64,
    next: AtomicU64,
}

impl CountedIds {
    /// Starts the sequence that belongs to `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { seed, next: AtomicU64::new(1) }
    }
}

impl Ids for CountedIds {
    fn next(&self) -> Uuid {
        let count = self.next.fetch_add(1, Ordering::Relaxed);
        // The layout of a random (version 4) identifier, so that every reader accepts it.
        let value = (u128::from(self.seed) << 64) | u128::from(count);
        uuid::Builder::from_random_bytes(value.to_be_bytes()).into_uuid()
    }
}

/// A text that is not an identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct NotAnId;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
        pub struct $name(Uuid);

        impl $name {
            /// A new identifier.
            #[must_use]
            pub fn new(ids: &dyn Ids) -> Self {
                Self(ids.next())
            }

            /// Names an identifier that already exists: read from the store or a request.
            #[must_use]
            pub const fn from_uuid(value: Uuid) -> Self {
                Self(value)
            }

            /// The plain value, for the store.
            #[must_use]
            pub const fn as_uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::parse_str(text).map(Self).map_err(|_| NotAnId)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }
    )+};
}

ids! {
    /// Somebody who signs in.
    UserId;
    /// A child, family member, professional or other person.
    PersonId;
    /// An alias or former name of a person.
    PersonNameId;
    /// An address of a person.
    AddressId;
    /// A number by which another system knows a person.
    IdentifierId;
    /// An agency that takes part in meetings.
    AgencyId;
    /// A person's post in an agency.
    AgencyRoleId;
    /// A child's case.
    CaseId;
    /// Somebody's place in a case: mother, sibling, allocated social worker.
    CasePersonId;
    /// One entry of a risk history.
    RiskRatingId;
    /// A significant incident.
    IncidentId;
    /// A missing episode.
    MissingEpisodeId;
    /// A meeting, held or to be held.
    MeetingId;
    /// An invitation to a meeting.
    InvitationId;
    /// A report asked of an agency.
    ReportRequestId;
    /// A declaration of interest.
    InterestId;
    /// A passage of the record.
    PassageId;
    /// A decision.
    DecisionId;
    /// An action.
    ActionId;
    /// A version of the minutes.
    MinutesId;
    /// A release: one version for one recipient.
    ReleaseId;
    /// A document kept beside a meeting.
    DocumentId;
    /// A list filter that somebody saved.
    SavedViewId;
    /// Cover for a chair who is away.
    CoverId;
    /// One stored row of a rule.
    RuleRowId;
}

#[cfg(test)]
mod tests {
    use super::{CaseId, CountedIds, Ids as _};

    #[test]
    fn the_same_seed_gives_the_same_identifiers() {
        let (a, b) = (CountedIds::new(7), CountedIds::new(7));
        assert_eq!([a.next(), a.next()], [b.next(), b.next()]);
        assert_ne!(CountedIds::new(8).next(), CountedIds::new(7).next());
    }

    #[test]
    fn an_identifier_is_read_back_from_its_text() {
        let id = CaseId::new(&CountedIds::new(1));
        assert_eq!(id.to_string().parse(), Ok(id));
    }
}

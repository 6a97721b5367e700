//! The chain of the audit record: every entry carries the hash of the one before, so that no entry
//! can be changed, taken out or put in between unseen (security P8).

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::AuditEvent;
use crate::access::Stamp;
use crate::clock::Instant;
use crate::ids::UserId;

/// A SHA-256 value.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// Before the first entry.
    pub const GENESIS: Self = Self([0; 32]);

    /// Lower-case hexadecimal.
    #[must_use]
    pub fn to_hex(self) -> String {
        use std::fmt::Write as _;
        self.0.iter().fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// The hash of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl std::fmt::Debug for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.to_hex())
    }
}

/// An entry as it stands in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// 1, 2, 3 … without gaps.
    pub number: i64,
    /// When.
    pub at: Instant,
    /// Who.
    pub by: UserId,
    /// What, in the words of the store.
    pub action: String,
    /// Which kind of record.
    pub entity: String,
    /// Which record.
    pub entity_id: Uuid,
    /// Of which case.
    pub case: Option<Uuid>,
    /// Field names joined by commas, and the count: `fields;count`.
    pub detail: String,
    /// The hash of the entry before.
    pub previous: Hash,
    /// The hash of this entry.
    pub hash: Hash,
}

impl AuditEntry {
    /// The entry that follows `head` for an event.
    #[must_use]
    pub fn following(head: Head, stamp: &Stamp, event: &AuditEvent) -> Self {
        let count = event.count.map(|n| n.to_string()).unwrap_or_default();
        let mut entry = Self {
            number: head.number + 1,
            at: stamp.at,
            by: stamp.by,
            action: event.action.as_str().into(),
            entity: event.entity.as_str().into(),
            entity_id: event.entity_id,
            case: event.case.map(Uuid::from),
            detail: format!("{};{count}", event.fields.join(",")),
            previous: head.hash,
            hash: Hash::GENESIS,
        };
        entry.hash = entry.computed_hash();
        entry
    }

    /// The hash over a fixed encoding: every field with its length before it, so that no two
    /// different entries encode alike.
    #[must_use]
    pub fn computed_hash(&self) -> Hash {
        let mut hasher = Sha256::new();
        let mut put = |bytes: &[u8]| {
            hasher.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
            hasher.update(bytes);
        };
        put(b"convenor audit entry 1");
        put(&self.number.to_be_bytes());
        put(&self.at.timestamp_micros().to_be_bytes());
        put(self.by.as_uuid().as_bytes());
        put(self.action.as_bytes());
        put(self.entity.as_bytes());
        put(self.entity_id.as_bytes());
        put(self.case.as_ref().map_or(&[], |case| case.as_bytes().as_slice()));
        put(self.detail.as_bytes());
        put(&self.previous.0);
        Hash(hasher.finalize().into())
    }

    /// Where the chain stands after this entry.
    #[must_use]
    pub const fn head(&self) -> Head {
        Head { number: self.number, hash: self.hash }
    }
}

/// Where the chain stands: the last number and its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The last entry's number; 0 before the first.
    pub number: i64,
    /// The last entry's hash.
    pub hash: Hash,
}

impl Head {
    /// Before the first entry.
    pub const START: Self = Self { number: 0, hash: Hash::GENESIS };
}

/// What is wrong with a chain, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ChainFault {
    /// An entry is missing, doubled or out of order.
    #[error("entry {expected} is missing, found {found}")]
    OutOfSequence {
        /// The number that should stand here.
        expected: i64,
        /// The number that does.
        found: i64,
    },
    /// An entry does not follow from the one before.
    #[error("entry {number} does not follow from the entry before")]
    BrokenLink {
        /// The entry.
        number: i64,
    },
    /// An entry's content is not what was hashed.
    #[error("entry {number} was changed")]
    ChangedEntry {
        /// The entry.
        number: i64,
    },
}

impl ChainFault {
    /// The number at which the chain is no longer what was written.
    #[must_use]
    pub const fn number(self) -> i64 {
        match self {
            Self::OutOfSequence { expected, .. } => expected,
            Self::BrokenLink { number } | Self::ChangedEntry { number } => number,
        }
    }
}

/// Continues the check of a chain from `head` over the next entries.
///
/// # Errors
/// The first fault found.
pub fn verify<'a>(
    mut head: Head,
    entries: impl IntoIterator<Item = &'a AuditEntry>,
) -> Result<Head, ChainFault> {
    for entry in entries {
        if entry.number != head.number + 1 {
            return Err(ChainFault::OutOfSequence {
                expected: head.number + 1,
                found: entry.number,
            });
        }
        if entry.computed_hash() != entry.hash {
            return Err(ChainFault::ChangedEntry { number: entry.number });
        }
        if entry.previous != head.hash {
            return Err(ChainFault::BrokenLink { number: entry.number });
        }
        head = entry.head();
    }
    Ok(head)
}

#[cfg(test)]
mod tests {
    use super::{AuditEntry, ChainFault, Head, verify};
    use crate::access::Stamp;
    use crate::audit::{AuditAction, AuditEvent, EntityKind};
    use crate::ids::{CountedIds, Ids as _, UserId};

    fn chain(n: usize) -> Vec<AuditEntry> {
        let ids = CountedIds::new(1);
        let stamp = Stamp { at: "2026-11-23T09:00:00Z".parse().unwrap(), by: UserId::new(&ids) };
        let mut head = Head::START;
        (0..n)
            .map(|_| {
                let event = AuditEvent::new(AuditAction::Added, EntityKind::Case, ids.next());
                let entry = AuditEntry::following(head, &stamp, &event);
                head = entry.head();
                entry
            })
            .collect()
    }

    #[test]
    fn an_untouched_chain_verifies() {
        assert_eq!(verify(Head::START, &chain(5)).map(|head| head.number), Ok(5));
    }

    #[test]
    fn a_changed_entry_is_named() {
        let mut entries = chain(5);
        entries[2].action = "removed".into();
        assert_eq!(verify(Head::START, &entries), Err(ChainFault::ChangedEntry { number: 3 }));
    }

    #[test]
    fn a_missing_entry_is_named() {
        let mut entries = chain(5);
        entries.remove(1);
        let fault = ChainFault::OutOfSequence { expected: 2, found: 3 };
        assert_eq!(verify(Head::START, &entries), Err(fault));
    }

    #[test]
    fn a_changed_entry_with_a_new_hash_breaks_the_link() {
        let mut entries = chain(3);
        entries[1].detail = "name;".into();
        entries[1].hash = entries[1].computed_hash();
        assert_eq!(verify(Head::START, &entries), Err(ChainFault::BrokenLink { number: 3 }));
    }
}

//! Every rule refusal as one enum, with its data: no prose. The words are in the catalogue of
//! the screens, which must have some for each.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::hold::Missing;
use crate::record::{Audience, WithholdReason};

/// A rule says no. Each variant carries what a person needs to know to do it right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Violation {
    /// The passphrase opens no slot.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// Too many wrong passphrases: wait.
    #[error("wait {seconds} seconds before the next try")]
    TooManyTries {
        /// How long.
        seconds: u32,
    },
    /// A passphrase that is too short or too common.
    #[error("the passphrase is too weak")]
    WeakPassphrase {
        /// The fewest characters taken.
        at_least: u32,
    },
    /// The recovery key is mistyped or belongs to another store.
    #[error("not this store's recovery key")]
    WrongRecoveryKey,
    /// There is a store already.
    #[error("a store exists already")]
    StoreExists,
    /// There is no store at the place named.
    #[error("no store there")]
    NoStore,
    /// The file is not encrypted: Convenor never opens such a file.
    #[error("the file is not encrypted")]
    PlainFile,
    /// The file is not a Convenor store.
    #[error("the file is not a Convenor store")]
    ForeignFile,
    /// The file is damaged. It was not changed.
    #[error("the file is damaged")]
    DamagedFile,
    /// The keys beside the file are missing or damaged.
    #[error("the keys beside the file are missing or damaged")]
    NoKeys,
    /// The store was written by a newer Convenor.
    #[error("the store is newer than this program")]
    NewerStore,
    /// The store is open in another window.
    #[error("the store is in use")]
    InUse,
    /// The last person who can add users cannot lose that role or be removed.
    #[error("somebody must be able to add users")]
    LastAdministrator,
    /// The name is taken.
    #[error("taken")]
    Taken,
    /// A step that the record's state does not allow.
    #[error("not in this state")]
    WrongState {
        /// The state it is in.
        state: String,
    },
    /// The author of a release cannot be its second person (R45).
    #[error("a second person must approve")]
    SamePerson,
    /// A part that was not recorded for this reader goes in only in other words.
    #[error("not recorded for this recipient")]
    NotForRecipient {
        /// For whom it was recorded.
        audience: Audience,
        /// Why it may not go further.
        restriction: Option<WithholdReason>,
    },
    /// Words that nobody has decided on: nothing undecided leaves.
    #[error("{words} words wait for a decision")]
    WordsUndecided {
        /// How many.
        words: u32,
    },
    /// A word that is certainly protected from this reader stays protected.
    #[error("a protected word cannot be kept")]
    ProtectedWord,
    /// The gate found something in the finished document. It cannot be switched off.
    #[error("the gate found {findings} things in the document")]
    GateRefused {
        /// How many.
        findings: u32,
    },
    /// Minutes, people or choices changed since the document was made: it is void.
    #[error("the source changed")]
    SourceChanged,
    /// Every part is left out: there is nothing to send.
    #[error("nothing would be left")]
    NothingToRelease,
    /// The date is before another that it must follow.
    #[error("before {earliest}")]
    TooEarly {
        /// The first day that is allowed.
        earliest: NaiveDate,
    },
    /// A date that has not come yet where something that happened is recorded.
    #[error("in the future")]
    InFuture,
    /// The chair is in another meeting then.
    #[error("the chair is in another meeting")]
    ChairBusy {
        /// The neutral reference of the other meeting.
        reference: String,
        /// When it begins.
        at: chrono::NaiveTime,
    },
    /// The child has a meeting in the diary already: move that one.
    #[error("a meeting is planned already")]
    PlannedAlready {
        /// Its neutral reference.
        reference: String,
        /// Its day.
        on: NaiveDate,
    },
    /// The new time is the old one.
    #[error("nothing would change")]
    SameTime,
    /// Agencies and a family are never addressed in one message.
    #[error("agencies and families are invited apart")]
    SeparateMessages,
    /// Only who chairs this meeting can do it.
    #[error("somebody else chairs this meeting")]
    NotChairing,
    /// The record does not say yet what it must before closing.
    #[error("{} things are missing", missing.len())]
    NotReadyToClose {
        /// Everything that is missing, in the order of the agenda.
        missing: Vec<Missing>,
    },
    /// The meeting has a quorum, or the chair went on without one: it is closed like any other.
    #[error("the meeting counts as quorate")]
    QuorumMet,
    /// A meeting set it: it is put right in the minutes of that meeting.
    #[error("set by a meeting")]
    SetByMeeting,
    /// Approved minutes are never changed: begin a correction (P14).
    #[error("approved minutes are never changed")]
    MinutesFrozen,
    /// A closed action stays as it was closed.
    #[error("the action is closed")]
    ActionClosed,
    /// The record was changed since it was read: read it again before approving.
    #[error("the record was changed since it was read")]
    RecordChanged,
}

//! The key file beside the store: the data key, wrapped once for each person and once for the
//! recovery key. Without one of their secrets it says nothing about the key (security 4.2).
//!
//! Two copies, written in turn, each with a checksum: a crash leaves one whole.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use domain::audit::Hash;
use domain::ids::UserId;
use serde::{Deserialize, Serialize};
use store::open::Salt;

use super::slot::Slot;
use crate::error::AppError;
use domain::violation::Violation;

/// The version of this format.
const FORMAT: u32 = 1;

/// Everything in the key file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Keyring {
    /// The format's version.
    pub(super) format: u32,
    /// The store's identity, in hexadecimal: the same in the store and in its backups.
    pub(super) store: String,
    /// The file that these keys lie beside: its first 16 bytes, in hexadecimal.
    pub(super) file: String,
    /// The published passphrase of a made-up authority (decisions 25).
    pub(super) demonstration: Option<String>,
    /// One for each person.
    pub(super) people: Vec<PersonSlot>,
    /// The recovery key's.
    pub(super) recovery: Slot,
}

/// A person's slot, with the name under which they are offered on the sign-in screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonSlot {
    /// Who.
    pub(super) user: UserId,
    /// The name to choose when signing in: staff, never a child or a family.
    pub(super) name: String,
    /// Their post, shown beside the name; only in a made-up authority, to choose whom to be.
    pub(super) title: Option<String>,
    /// Their wrapped key.
    pub(super) slot: Slot,
}

/// What stands in the file: the keyring as text, and its checksum.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed {
    keyring: String,
    sha256: String,
}

impl Keyring {
    pub(super) fn new(
        store: [u8; 16],
        file: Salt,
        recovery: Slot,
        demonstration: Option<String>,
    ) -> Self {
        Self {
            format: FORMAT,
            store: hex::encode(store),
            file: hex::encode(file),
            demonstration,
            people: Vec::new(),
            recovery,
        }
    }

    /// The salt of the file that these keys lie beside.
    pub(super) fn file(&self) -> Result<Salt, AppError> {
        sixteen(&self.file)
    }

    /// The store's identity.
    pub(super) fn store(&self) -> Result<[u8; 16], AppError> {
        sixteen(&self.store)
    }

    /// The same keys, to lie beside a copy of the store.
    pub(super) fn beside(mut self, file: Salt) -> Self {
        self.file = hex::encode(file);
        self
    }

    /// Somebody's slot.
    pub(super) fn person(&self, user: UserId) -> Option<&PersonSlot> {
        self.people.iter().find(|slot| slot.user == user)
    }

    /// Puts a person's slot in the place of their old one, or adds it.
    pub(super) fn put(&mut self, mut slot: PersonSlot) {
        if self.demonstration.is_none() {
            slot.title = None;
        }
        self.people.retain(|old| old.user != slot.user);
        self.people.push(slot);
        self.people.sort_by(|a, b| a.name.cmp(&b.name));
    }

    /// Reads the first copy that is whole.
    ///
    /// # Errors
    /// [`Violation::NoKeys`] when neither is.
    pub(super) fn read(copies: [&Path; 2]) -> Result<Self, AppError> {
        copies.into_iter().find_map(read_copy).ok_or(AppError::Refused(Violation::NoKeys))
    }

    /// Writes both copies, one after the other.
    ///
    /// # Errors
    /// When a file cannot be written; the other copy is then still whole.
    pub(super) fn write(&self, copies: [&Path; 2]) -> Result<(), AppError> {
        let keyring = serde_json::to_string_pretty(self).map_err(|_| Violation::NoKeys)?;
        let sha256 = Hash::of(keyring.as_bytes()).to_hex();
        let text =
            serde_json::to_vec(&Sealed { keyring, sha256 }).map_err(|_| Violation::NoKeys)?;
        for copy in copies {
            write_whole(copy, &text)?;
        }
        Ok(())
    }
}

fn sixteen(text: &str) -> Result<[u8; 16], AppError> {
    let mut bytes = [0; 16];
    hex::decode_to_slice(text, &mut bytes).map_err(|_| Violation::NoKeys)?;
    Ok(bytes)
}

fn read_copy(path: &Path) -> Option<Keyring> {
    let bytes = std::fs::read(path).ok()?;
    let sealed: Sealed = serde_json::from_slice(&bytes).ok()?;
    if Hash::of(sealed.keyring.as_bytes()).to_hex() != sealed.sha256 {
        return None;
    }
    let keyring: Keyring = serde_json::from_str(&sealed.keyring).ok()?;
    (keyring.format == FORMAT).then_some(keyring)
}

/// Old or new, never half: a temporary file, synced, then renamed.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    let temporary = std::path::PathBuf::from(name);
    let mut file = File::create(&temporary)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&temporary, path)?;
    #[cfg(unix)]
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

//! A slot: the data key wrapped under a secret. Argon2id for passphrases, HKDF for the recovery
//! key; XChaCha20-Poly1305 with everything that identifies the slot as associated data, so that
//! a slot moved to another file or person opens nothing.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::violation::Violation;
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use store::DataKey;
use zeroize::Zeroizing;

use super::secret::{Passphrase, RecoveryKey};
use crate::error::AppError;

/// How hard a passphrase is to guess: memory in KiB, passes, lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// What a new slot gets: 128 MiB, three passes.
    pub const STANDARD: Self = Self { memory: 128 * 1024, passes: 3, lanes: 4 };
    /// The least that is taken (RFC 9106, second choice).
    pub const FLOOR: Self = Self { memory: 64 * 1024, passes: 3, lanes: 4 };
    /// The most that is taken: a forged slot cannot exhaust the machine.
    const CAP: u32 = 256 * 1024;

    fn is_taken(self) -> bool {
        (Self::FLOOR.memory..=Self::CAP).contains(&self.memory)
            && (Self::FLOOR.passes..=10).contains(&self.passes)
            && (1..=8).contains(&self.lanes)
    }
}

/// A wrapped data key; all in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slot {
    cost: Option<Cost>,
    salt: String,
    nonce: String,
    wrapped: String,
}

/// What a slot belongs to; changing any of it makes the slot useless.
pub(super) struct Place<'a> {
    /// The store's identity: the same in the store and in its backups.
    pub(super) store: &'a [u8; 16],
    /// The person, or `recovery`.
    pub(super) owner: &'a str,
}

impl Place<'_> {
    fn associated_data(&self, cost: Option<Cost>) -> Vec<u8> {
        let cost = cost.map_or([0; 3], |cost| [cost.memory, cost.passes, cost.lanes]);
        let mut data = b"convenor slot 1\0".to_vec();
        data.extend_from_slice(self.store);
        data.extend(cost.iter().flat_map(|n| n.to_be_bytes()));
        data.extend_from_slice(self.owner.as_bytes());
        data
    }
}

impl Slot {
    /// Wraps the key under a passphrase.
    ///
    /// # Errors
    /// When the system has no memory or randomness to give.
    pub(super) fn for_passphrase(
        place: &Place<'_>,
        passphrase: &Passphrase,
        cost: Cost,
        key: &DataKey,
    ) -> Result<Self, AppError> {
        let salt: [u8; 16] = random()?;
        let slot_key = stretch(passphrase, &salt, cost)?;
        wrap(place, Some(cost), &salt, &slot_key, key)
    }

    /// Wraps the key under the recovery key, which is random enough not to need stretching.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub(super) fn for_recovery(
        place: &Place<'_>,
        recovery: &RecoveryKey,
        key: &DataKey,
    ) -> Result<Self, AppError> {
        let salt: [u8; 16] = random()?;
        wrap(place, None, &salt, &expand(recovery, &salt)?, key)
    }

    /// The data key, with the right passphrase.
    ///
    /// # Errors
    /// [`Violation::WrongPassphrase`]; [`Violation::NoKeys`] for a slot below the floor.
    pub(super) fn open_with_passphrase(
        &self,
        place: &Place<'_>,
        passphrase: &Passphrase,
    ) -> Result<DataKey, AppError> {
        let cost = self.cost.filter(|cost| cost.is_taken()).ok_or(Violation::NoKeys)?;
        let salt = bytes::<16>(&self.salt)?;
        self.unwrap_with(place, &stretch(passphrase, &salt, cost)?)?
            .ok_or(AppError::Refused(Violation::WrongPassphrase))
    }

    /// The data key, with the recovery key.
    ///
    /// # Errors
    /// [`Violation::WrongRecoveryKey`].
    pub(super) fn open_with_recovery(
        &self,
        place: &Place<'_>,
        recovery: &RecoveryKey,
    ) -> Result<DataKey, AppError> {
        let salt = bytes::<16>(&self.salt)?;
        self.unwrap_with(place, &expand(recovery, &salt)?)?
            .ok_or(AppError::Refused(Violation::WrongRecoveryKey))
    }

    fn unwrap_with(
        &self,
        place: &Place<'_>,
        slot_key: &Zeroizing<[u8; 32]>,
    ) -> Result<Option<DataKey>, AppError> {
        let nonce = XNonce::from(bytes::<24>(&self.nonce)?);
        let wrapped = bytes::<48>(&self.wrapped)?;
        let aad = place.associated_data(self.cost);
        let cipher = XChaCha20Poly1305::new((&**slot_key).into());
        let Ok(key) = cipher.decrypt(&nonce, Payload { msg: &wrapped, aad: &aad }) else {
            return Ok(None);
        };
        let key = Zeroizing::new(key);
        Ok(<[u8; 32]>::try_from(key.as_slice()).ok().map(DataKey::new))
    }
}

fn wrap(
    place: &Place<'_>,
    cost: Option<Cost>,
    salt: &[u8; 16],
    slot_key: &Zeroizing<[u8; 32]>,
    key: &DataKey,
) -> Result<Slot, AppError> {
    let nonce: [u8; 24] = random()?;
    let aad = place.associated_data(cost);
    let wrapped = XChaCha20Poly1305::new((&**slot_key).into())
        .encrypt(&XNonce::from(nonce), Payload { msg: key.expose(), aad: &aad })
        .map_err(|_| AppError::System(std::io::ErrorKind::Other))?;
    Ok(Slot {
        cost,
        salt: hex::encode(salt),
        nonce: hex::encode(nonce),
        wrapped: hex::encode(wrapped),
    })
}

fn stretch(
    passphrase: &Passphrase,
    salt: &[u8; 16],
    cost: Cost,
) -> Result<Zeroizing<[u8; 32]>, AppError> {
    let out_of_memory = |_| AppError::System(std::io::ErrorKind::OutOfMemory);
    let params =
        Params::new(cost.memory, cost.passes, cost.lanes, Some(32)).map_err(out_of_memory)?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.expose().as_bytes(), salt, key.as_mut_slice())
        .map_err(out_of_memory)?;
    Ok(key)
}

fn expand(recovery: &RecoveryKey, salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, AppError> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), recovery.expose())
        .expand(b"convenor recovery slot 1", key.as_mut_slice())
        .map_err(|_| AppError::System(std::io::ErrorKind::Other))?;
    Ok(key)
}

fn bytes<const N: usize>(text: &str) -> Result<[u8; N], AppError> {
    let mut bytes = [0; N];
    hex::decode_to_slice(text, &mut bytes).map_err(|_| Violation::NoKeys)?;
    Ok(bytes)
}

/// Random bytes from the operating system.
pub(super) fn random<const N: usize>() -> Result<[u8; N], AppError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| AppError::System(std::io::ErrorKind::Other))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::{Cost, Place, Slot};
    use crate::vault::secret::{Passphrase, RecoveryKey};
    use store::DataKey;

    const STORE: [u8; 16] = [7; 16];
    const HERE: Place<'static> = Place { store: &STORE, owner: "a" };

    fn slot() -> (Slot, Passphrase) {
        let passphrase = Passphrase::new("seven brown kettles sing").unwrap();
        let key = DataKey::new([9; 32]);
        (Slot::for_passphrase(&HERE, &passphrase, Cost::FLOOR, &key).unwrap(), passphrase)
    }

    #[test]
    fn the_right_passphrase_opens_the_slot_and_another_does_not() {
        let (slot, passphrase) = slot();
        assert_eq!(slot.open_with_passphrase(&HERE, &passphrase).unwrap().expose(), &[9; 32]);
        let other = Passphrase::new("seven brown kettles sang").unwrap();
        assert!(slot.open_with_passphrase(&HERE, &other).is_err());
    }

    #[test]
    fn a_slot_moved_to_another_person_or_store_opens_nothing() {
        let (slot, passphrase) = slot();
        let elsewhere =
            [Place { store: &STORE, owner: "b" }, Place { store: &[8; 16], owner: "a" }];
        for place in elsewhere {
            assert!(slot.open_with_passphrase(&place, &passphrase).is_err());
        }
    }

    #[test]
    fn a_slot_below_the_floor_is_refused() {
        let (mut slot, passphrase) = slot();
        slot.cost = Some(Cost { memory: 1024, ..Cost::FLOOR });
        assert!(slot.open_with_passphrase(&HERE, &passphrase).is_err());
    }

    #[test]
    fn the_recovery_key_opens_its_slot_as_it_was_printed() {
        let recovery = RecoveryKey::random().unwrap();
        let place = Place { store: &STORE, owner: "recovery" };
        let slot = Slot::for_recovery(&place, &recovery, &DataKey::new([5; 32])).unwrap();
        let typed = RecoveryKey::parse(&recovery.printed().to_lowercase()).unwrap();
        assert_eq!(slot.open_with_recovery(&place, &typed).unwrap().expose(), &[5; 32]);
    }
}

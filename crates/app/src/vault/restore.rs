//! Restoring a verified copy to a place where no store is.

use domain::ids::UserId;
use domain::violation::Violation;
use store::backup::Verified;

use super::keyring::Keyring;
use super::slot::Place;
use super::{Passphrase, Paths, blocking};
use crate::AppError;

/// Restores a copy, with its keys, to a new place. Never overwrites: the store that is there
/// must be set aside first.
///
/// # Errors
/// [`Violation::StoreExists`]; the copy's own faults; a wrong passphrase.
pub async fn restore(
    from: &Paths,
    to: &Paths,
    user: UserId,
    passphrase: Passphrase,
) -> Result<Verified, AppError> {
    let [from_keys, from_copy] = from.keys();
    let [to_keys, to_copy] = to.keys();
    if to.store().exists() || to_keys.exists() || to_copy.exists() {
        return Err(AppError::Refused(Violation::StoreExists));
    }
    let keyring = Keyring::read([&from_keys, &from_copy])?;
    let store = keyring.store()?;
    if store::open::encrypted_header(from.store())? != keyring.file()? {
        return Err(AppError::Refused(Violation::ForeignFile));
    }
    let slot = keyring.person(user).map(|person| person.slot.clone());
    let slot = slot.ok_or(AppError::Refused(Violation::WrongPassphrase))?;
    let key = blocking(move || {
        let owner = user.to_string();
        slot.open_with_passphrase(&Place { store: &store, owner: &owner }, &passphrase)
    })
    .await?;
    let verified = store::backup::verify(from.store(), &key).await?;
    let placed = place_copy(from, to, &keyring);
    if placed.is_err() {
        for path in [to.store().to_path_buf(), to_keys, to_copy] {
            // What was never made need not be removed.
            let _ = std::fs::remove_file(path);
        }
    }
    placed.map(|()| verified)
}

fn place_copy(from: &Paths, to: &Paths, keyring: &Keyring) -> Result<(), AppError> {
    let [keys, copy] = to.keys();
    std::fs::copy(from.store(), to.store())?;
    std::fs::File::open(to.store())?.sync_all()?;
    keyring.write([&keys, &copy])
}

//! The data key on its way to SQLCipher, and the few calls that sqlx does not offer.
//!
//! The only place with `unsafe` in the workspace: the key goes straight to the handle, because a
//! key in a pragma is written into sqlx's log lines and stays in memory (security 4.1).

use std::fmt;
use std::ptr;

use libsqlite3_sys as ffi;
use sqlx::sqlite::{LockedSqliteHandle, SqliteConnection};
use zeroize::Zeroizing;

use crate::error::StoreError;

/// 256 random bits that encrypt the store. Wiped when dropped, never printed.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    /// Takes the bytes.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes, to wrap them.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// `x'…'`: the form that SQLCipher takes as a key rather than a passphrase.
    fn as_raw_key(&self) -> Zeroizing<[u8; 67]> {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digit = |nibble: u8| DIGITS.get(usize::from(nibble)).copied().unwrap_or(b'0');
        let digits = self.0.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]);
        let mut text = Zeroizing::new([b'\''; 67]);
        for (place, c) in text.iter_mut().zip([b'x', b'\''].into_iter().chain(digits)) {
            *place = c;
        }
        text
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}

/// Gives the key to a fresh connection and closes its doors: no second database may be attached
/// (which would allow a plain copy), the schema cannot be written past SQL.
pub(crate) async fn unlock(
    connection: &mut SqliteConnection,
    key: &DataKey,
) -> Result<(), sqlx::Error> {
    let mut handle = connection.lock_handle().await?;
    set_key(&mut handle, key)
        .map_err(|code| sqlx::Error::Protocol(format!("the key could not be set (code {code})")))
}

#[expect(unsafe_code, reason = "sqlx offers the key only as a pragma, which leaks it")]
fn set_key(handle: &mut LockedSqliteHandle<'_>, key: &DataKey) -> Result<(), i32> {
    let raw_key = key.as_raw_key();
    let length = i32::try_from(raw_key.len()).map_err(|_| ffi::SQLITE_MISUSE)?;
    // SAFETY: the handle is open and locked by `handle` for the whole block; the key outlives
    // the call, which copies it; the other calls take plain numbers and a null out-pointer,
    // which SQLite allows.
    let code = unsafe {
        let db = handle.as_raw_handle().as_ptr();
        let code = ffi::sqlite3_key_v2(db, c"main".as_ptr(), raw_key.as_ptr().cast(), length);
        ffi::sqlite3_limit(db, ffi::SQLITE_LIMIT_ATTACHED, 0);
        ffi::sqlite3_db_config(db, ffi::SQLITE_DBCONFIG_DEFENSIVE, 1_i32, ptr::null_mut::<i32>());
        code
    };
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(code) }
}

/// Copies a whole store into another, page by page, while the first stays in use.
#[expect(unsafe_code, reason = "sqlx does not offer SQLite's backup interface")]
pub(crate) async fn copy(
    from: &mut SqliteConnection,
    to: &mut SqliteConnection,
) -> Result<(), StoreError> {
    let mut from = from.lock_handle().await?;
    let mut to = to.lock_handle().await?;
    // SAFETY: both handles are open and locked for the whole block; `backup` is checked for null
    // and finished exactly once.
    let code = unsafe {
        let target = to.as_raw_handle().as_ptr();
        let source = from.as_raw_handle().as_ptr();
        let backup = ffi::sqlite3_backup_init(target, c"main".as_ptr(), source, c"main".as_ptr());
        if backup.is_null() {
            ffi::SQLITE_ERROR
        } else {
            ffi::sqlite3_backup_step(backup, -1);
            ffi::sqlite3_backup_finish(backup)
        }
    };
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(StoreError::Damaged) }
}

#[cfg(test)]
mod tests {
    use super::DataKey;

    #[test]
    fn the_raw_key_is_in_the_form_that_sqlcipher_takes_as_a_key() {
        let mut bytes = [0; 32];
        bytes[0] = 0xa5;
        bytes[31] = 0x0f;
        let text = DataKey::new(bytes).as_raw_key();
        let expected = format!("x'a5{}0f'", "00".repeat(30));
        assert_eq!(std::str::from_utf8(text.as_slice()), Ok(expected.as_str()));
    }

    #[test]
    fn a_key_never_prints_itself() {
        assert_eq!(format!("{:?}", DataKey::new([1; 32])), "DataKey(…)");
    }
}

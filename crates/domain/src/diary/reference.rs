//! The neutral reference of a meeting: "7F3K" (decisions 23).

use crate::audit::Hash;
use crate::ids::Ids;
use crate::text::NonBlank;

/// Letters and figures that are not mistaken for one another, spoken or printed: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A reference drawn from the identifiers: it says nothing of the case, the child or the day, and
/// cannot be worked out from another. About a million exist; whoever saves it draws again when
/// one is taken.
#[must_use]
pub fn reference(ids: &dyn Ids) -> NonBlank {
    let Hash(drawn) = Hash::of(ids.next().as_bytes());
    let symbols = drawn.iter().take(4).map(|byte| char::from(ALPHABET[usize::from(byte % 32)]));
    NonBlank::of_symbols(symbols)
}

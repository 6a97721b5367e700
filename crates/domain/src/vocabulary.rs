//! Closed vocabularies: enums whose words are the same in the store, on the wire and in Rust.

/// A word that is not in the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a word of this vocabulary")]
pub struct UnknownWord;

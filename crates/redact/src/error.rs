//! What can go wrong, for the caller to act on. No variant carries a name or a passage: positions and ids only.

use crate::register::EntityId;

/// A refusal to produce safe text. Nothing half-done is returned beside it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RedactError {
    /// Two register entries share an id. Remedy: give each entry its own.
    #[error("register entry {index} repeats an id")]
    RepeatedEntity {
        /// Position of the second entry on the register.
        index: usize,
    },
    /// A register entry has an empty id. Remedy: fill it in.
    #[error("register entry {index} has no id")]
    EntityWithoutId {
        /// Position on the register.
        index: usize,
    },
    /// A register entry has nothing to look for. Remedy: give a name, address or identifier, or leave the entry out.
    #[error("register entry {index} holds nothing to look for")]
    NothingToLookFor {
        /// Position on the register.
        index: usize,
    },
    /// A text on the register is longer than anything that could be a name or an address. Remedy: shorten it.
    #[error("register entry {index} holds a text of {length} letters; the most is {most}")]
    TextTooLong {
        /// Position on the register.
        index: usize,
        /// Letters and digits found.
        length: usize,
        /// Letters and digits allowed.
        most: usize,
    },
    /// The recipient names somebody who is not on the register. Remedy: correct the id, or register the person first.
    #[error("recipient.{field} names an entity that is not on the register")]
    UnknownEntity {
        /// The field of the recipient.
        field: &'static str,
        /// The id given.
        id: EntityId,
    },
    /// Two documents share an id.
    #[error("document {index} repeats an id")]
    RepeatedDocument {
        /// Position in the request.
        index: usize,
    },
    /// A document is longer than can be looked at in bounded time. Remedy: split it.
    #[error("document {index} has {length} bytes; the most is {most}")]
    DocumentTooLong {
        /// Position in the request.
        index: usize,
        /// Its length.
        length: usize,
        /// The limit.
        most: usize,
    },
    /// The register is too large to be searched for at once.
    #[error("the register is too large to be searched for at once")]
    RegisterTooLarge,
    /// A recogniser could not be built; nothing was looked for, so nothing may leave.
    #[error("recogniser {name} could not be built")]
    Recogniser {
        /// The recogniser.
        name: &'static str,
    },
    /// A span does not lie within its text. Remedy: plan again from the same text.
    #[error("span {start}..{end} does not lie within the text")]
    SpanOutside {
        /// First character.
        start: usize,
        /// One past the last character.
        end: usize,
    },
    /// Something protected would have survived. The text is withheld; the ids say whose.
    #[error("{} protected mention(s) would survive in document {index}", survivors.len())]
    Survivors {
        /// Position of the document in the request.
        index: usize,
        /// Where in the safe text, and whose.
        survivors: Vec<crate::verify::Survivor>,
    },
}

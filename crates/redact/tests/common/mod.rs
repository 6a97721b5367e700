//! One way to ask for safe text, used by every test.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses a part; a failed set-up should stop the test"
)]

use redact::{
    Action, Document, Entity, EntityId, EntityKind, Recipient, RecipientKind, RedactError,
    Register, Request, SafeDocument, Seed, Unresolved, redact,
};

pub(crate) fn person(id: &str, role: &str, name: &str) -> Entity {
    Entity::named(id, EntityKind::Person, role, name)
}

pub(crate) fn reader(kind: RecipientKind) -> Recipient {
    Recipient::of_kind(kind)
}

pub(crate) fn ids(ids: &[&str]) -> Vec<EntityId> {
    ids.iter().map(|id| EntityId::new(*id)).collect()
}

pub(crate) fn try_safe(
    entities: Vec<Entity>,
    recipient: &Recipient,
    unresolved: Unresolved,
    text: &str,
) -> Result<SafeDocument, RedactError> {
    let register = Register::new(entities)?;
    let documents = [Document { id: "d".to_owned(), text: text.to_owned() }];
    let request = Request {
        register: &register,
        recipient,
        documents: &documents,
        unresolved,
        seed: Seed::new(7),
        on: None,
    };
    redact(&request).map(|mut outcome| outcome.documents.remove(0))
}

pub(crate) fn safe(entities: Vec<Entity>, recipient: &Recipient, text: &str) -> SafeDocument {
    try_safe(entities, recipient, Unresolved::Withhold, text).unwrap()
}

/// Labels and original words of everything that was not kept.
pub(crate) fn gone(text: &str, document: &SafeDocument) -> Vec<(&'static str, String)> {
    let chars: Vec<char> = text.chars().collect();
    let spans = document.spans.iter().filter(|span| span.action != Action::Keep);
    spans.map(|span| (span.label.as_str(), chars[span.start..span.end].iter().collect())).collect()
}

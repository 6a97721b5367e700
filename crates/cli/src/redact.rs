//! `convenor redact`: safe text from text, register and recipient, JSON in and out.
//!
//! Reads the shapes of the command line's contract, refuses unknown fields, and says which field is wrong. It opens no
//! store and knows no clock: the draw of pseudonyms comes from the request.

use chrono::NaiveDate;
use domain::audit::Hash;
use redact::{
    Certainty, Document, Entity, EntityId, EntityKind, Outcome, Recipient, RecipientKind,
    RedactError, Register, Request, Seed, Span, Unresolved, Whereabouts,
};
use serde::{Deserialize, Serialize};

/// Why a request was refused.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// It is not the JSON that the contract describes.
    Malformed(serde_json::Error),
    /// A field holds a word that is not one of those allowed.
    UnknownWord {
        /// The field.
        path: String,
    },
    /// The request was understood and refused.
    Refused(RedactError),
    /// The answer could not be written.
    Unwritten,
}

impl Refusal {
    /// The code on the wire.
    pub(crate) const fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "malformed",
            Self::UnknownWord { .. } => "unknown_word",
            Self::Refused(RedactError::Survivors { .. }) => "protected_survives",
            Self::Refused(_) => "refused",
            Self::Unwritten => "unwritten",
        }
    }

    /// The field that is wrong, where one can be named.
    pub(crate) fn path(&self) -> Option<String> {
        match self {
            Self::UnknownWord { path } => Some(path.clone()),
            Self::Refused(
                RedactError::RepeatedEntity { index } | RedactError::EntityWithoutId { index },
            ) => Some(format!("register[{index}].id")),
            Self::Refused(
                RedactError::NothingToLookFor { index } | RedactError::TextTooLong { index, .. },
            ) => Some(format!("register[{index}]")),
            Self::Refused(RedactError::UnknownEntity { field, .. }) => {
                Some(format!("recipient.{field}"))
            }
            Self::Refused(RedactError::RepeatedDocument { index }) => {
                Some(format!("documents[{index}].id"))
            }
            Self::Refused(
                RedactError::DocumentTooLong { index, .. } | RedactError::Survivors { index, .. },
            ) => Some(format!("documents[{index}].text")),
            Self::Malformed(_) | Self::Refused(_) | Self::Unwritten => None,
        }
    }

    /// What went wrong, without a word of the input.
    pub(crate) fn message(&self) -> String {
        match self {
            Self::Malformed(error) => {
                format!(
                    "the input does not have the form that is asked for (line {}, column {})",
                    error.line(),
                    error.column()
                )
            }
            Self::UnknownWord { .. } => {
                "the field holds a word that is not one of those allowed".to_owned()
            }
            Self::Refused(error) => error.to_string(),
            Self::Unwritten => "the answer could not be written".to_owned(),
        }
    }
}

/// Makes the texts of a request safe.
///
/// # Errors
/// The request is malformed or contradicts itself, or something protected would have survived.
pub(crate) fn run(input: &str) -> Result<String, Refusal> {
    let asked: Asked = serde_json::from_str(input).map_err(Refusal::Malformed)?;
    let recipient = recipient(asked.recipient)?;
    let register = register(asked.register)?;
    let documents: Vec<Document> = asked
        .documents
        .into_iter()
        .map(|document| Document { id: document.id, text: document.text })
        .collect();
    let outcome = redact::redact(&Request {
        register: &register,
        recipient: &recipient,
        documents: &documents,
        unresolved: match asked.unresolved {
            Undecided::Withhold => Unresolved::Withhold,
            Undecided::Mark => Unresolved::Mark,
        },
        seed: Seed::new(asked.seed.unwrap_or_else(|| drawn_for(&recipient, &documents))),
        on: asked.on,
    })
    .map_err(Refusal::Refused)?;
    serde_json::to_string(&Answer::from(outcome)).map_err(|_| Refusal::Unwritten)
}

/// A seed that differs from recipient to recipient and is the same on every run.
fn drawn_for(recipient: &Recipient, documents: &[Document]) -> u64 {
    let own = recipient.entity.as_ref().map_or("", EntityId::as_str);
    let ids = documents.iter().map(|document| document.id.as_str());
    let words: Vec<&str> = [recipient.kind.as_str(), own].into_iter().chain(ids).collect();
    let [a, b, c, d, e, f, g, h, ..] = Hash::of(words.join("\u{0}").as_bytes()).0;
    u64::from_be_bytes([a, b, c, d, e, f, g, h])
}

/// The register of a request.
pub(crate) fn register(entries: Vec<Entry>) -> Result<Register, Refusal> {
    let entities = entries.into_iter().enumerate();
    let entities = entities.map(|(index, entry)| entity(index, entry)).collect::<Result<_, _>>()?;
    Register::new(entities).map_err(Refusal::Refused)
}

/// The recipient of a request.
pub(crate) fn recipient(asked: AskedRecipient) -> Result<Recipient, Refusal> {
    let ids = |ids: Vec<String>| ids.into_iter().map(EntityId::new).collect();
    Ok(Recipient {
        kind: RecipientKind::from_word(&asked.kind)
            .ok_or_else(|| Refusal::UnknownWord { path: "recipient.kind".to_owned() })?,
        entity: asked.entity.map(EntityId::new),
        keep: asked.keep.map(ids),
        never_reveal: ids(asked.never_reveal),
    })
}

fn entity(index: usize, entry: Entry) -> Result<Entity, Refusal> {
    let kind = EntityKind::from_word(&entry.kind)
        .ok_or_else(|| Refusal::UnknownWord { path: format!("register[{index}].kind") })?;
    Ok(Entity {
        id: EntityId::new(entry.id),
        kind,
        role: entry.role,
        names: entry.names,
        aliases: entry.aliases,
        born: entry.dob,
        addresses: entry.addresses,
        identifiers: entry.identifiers,
        vehicles: entry.vehicles,
        handles: entry.handles,
        whereabouts: if entry.do_not_disclose {
            Whereabouts::NeverTold
        } else {
            Whereabouts::Ordinary
        },
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    recipient: AskedRecipient,
    #[serde(default)]
    unresolved: Undecided,
    register: Vec<Entry>,
    documents: Vec<AskedDocument>,
    /// Where the draw of pseudonyms starts; without it, it follows from the recipient and the
    /// documents, so that no two recipients get the same pseudonyms.
    #[serde(default)]
    seed: Option<u64>,
    /// The day on which ages are told.
    #[serde(default)]
    on: Option<NaiveDate>,
}

/// Who will read, as the contract writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskedRecipient {
    kind: String,
    #[serde(default)]
    entity: Option<String>,
    #[serde(default)]
    keep: Option<Vec<String>>,
    #[serde(default)]
    never_reveal: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "lowercase")]
enum Undecided {
    #[default]
    Withhold,
    Mark,
}

/// A register entry, as the contract writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    id: String,
    kind: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    dob: Option<NaiveDate>,
    #[serde(default)]
    addresses: Vec<String>,
    #[serde(default)]
    identifiers: Vec<String>,
    #[serde(default)]
    vehicles: Vec<String>,
    #[serde(default)]
    handles: Vec<String>,
    #[serde(default)]
    do_not_disclose: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AskedDocument {
    id: String,
    text: String,
}

#[derive(Serialize)]
struct Answer {
    documents: Vec<AnswerDocument>,
}

#[derive(Serialize)]
struct AnswerDocument {
    id: String,
    text: String,
    spans: Vec<AnswerSpan>,
}

#[derive(Serialize)]
struct AnswerSpan {
    start: usize,
    end: usize,
    label: &'static str,
    entity: Option<String>,
    action: &'static str,
    replacement: Option<String>,
    reason: Option<&'static str>,
    detector: &'static str,
    certain: bool,
}

impl From<Outcome> for Answer {
    fn from(outcome: Outcome) -> Self {
        let documents = outcome.documents.into_iter().map(|document| AnswerDocument {
            id: document.id,
            text: document.text,
            spans: document.spans.into_iter().map(AnswerSpan::from).collect(),
        });
        Self { documents: documents.collect() }
    }
}

impl From<Span> for AnswerSpan {
    fn from(span: Span) -> Self {
        Self {
            start: span.start,
            end: span.end,
            label: span.label.as_str(),
            entity: span.entity.map(|id| id.as_str().to_owned()),
            action: span.action.as_str(),
            replacement: span.replacement,
            reason: span.reason.map(redact::Reason::as_str),
            detector: span.detector.as_str(),
            certain: span.certainty == Certainty::Certain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(recipient: &str, extra: &str) -> String {
        format!(
            r#"{{"recipient": {recipient}, {extra} "register": [{{"id": "p1", "kind": "person", "role": "child",
            "names": ["Ottoline Fennimore"]}}], "documents": [{{"id": "d1", "text": "Ottoline’s bag."}}]}}"#
        )
    }

    fn check_refused(input: &str, code: &str, path: Option<&str>) {
        let refusal = run(input).unwrap_err();
        assert_eq!((refusal.code(), refusal.path().as_deref()), (code, path));
        assert!(!refusal.message().contains("Ottoline"));
    }

    #[test]
    fn a_name_is_replaced_and_its_span_listed() {
        let answer: serde_json::Value =
            serde_json::from_str(&run(&request(r#"{"kind": "public"}"#, "")).unwrap()).unwrap();
        let document = &answer["documents"][0];
        assert!(!document["text"].as_str().unwrap().contains("Ottoline"));
        assert_eq!(document["spans"][0]["entity"], "p1");
        assert_eq!(document["spans"][0]["action"], "pseudonymise");
        assert_eq!(document["spans"][0]["certain"], true);
    }

    #[test]
    fn two_recipients_get_pseudonyms_that_are_drawn_apart() {
        let text = |recipient: &str| run(&request(recipient, "")).unwrap();
        assert_eq!(text(r#"{"kind": "public"}"#), text(r#"{"kind": "public"}"#));
        let drawn: std::collections::BTreeSet<String> =
            ["public", "scrutiny", "employer", "referrer", "adult-of-concern"]
                .map(|kind| text(&format!(r#"{{"kind": "{kind}"}}"#)))
                .into();
        assert!(drawn.len() > 1, "every recipient got the same pseudonym");
    }

    #[test]
    fn bad_requests_are_refused_with_the_field_that_is_wrong() {
        check_refused("{", "malformed", None);
        check_refused(&request(r#"{"kind": "public"}"#, r#""extra": 1,"#), "malformed", None);
        check_refused(&request(r#"{"kind": "press"}"#, ""), "unknown_word", Some("recipient.kind"));
        check_refused(
            &request(r#"{"kind": "public", "keep": ["p9"]}"#, ""),
            "refused",
            Some("recipient.keep"),
        );
    }
}

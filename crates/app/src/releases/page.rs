//! What a use case takes and what it shows: plain values for the wire.

use std::collections::BTreeMap;

use domain::ids::{CaseId, MeetingId, ReleaseId, UserId};
use domain::release::{Chosen, Document, GateReport, Part, PartRef, Recipient, WordChoice};
use domain::text::NonBlank;
use store::WriteTx;
use store::releases::Listed;

use super::desk::Desk;
use crate::AppError;

/// A copy to begin.
pub struct Preparing {
    /// The meeting.
    pub meeting: MeetingId,
    /// The child whose copy it is.
    pub case: CaseId,
    /// Who gets it.
    pub recipient: Recipient,
    /// The recipient as printed; the name on record when left out.
    pub name: Option<NonBlank>,
}

/// A choice for one part.
pub struct Choosing {
    /// Which release.
    pub release: ReleaseId,
    /// The version that was read.
    pub version: i64,
    /// Which part.
    pub part: PartRef,
    /// What happens to it.
    pub chosen: Chosen,
}

/// A release with everything that a screen shows of it.
pub struct Page {
    /// Its line of the distribution log.
    pub listed: Listed,
    /// Its parts.
    pub parts: Vec<PagePart>,
    /// Its words.
    pub words: Vec<PageWord>,
    /// How many words wait for a decision.
    pub undecided: usize,
    /// Whether the source changed since the document was fixed.
    pub source_changed: bool,
    /// Who is meant by the keys in the gate's report.
    pub names: BTreeMap<String, String>,
    /// Names of those who chose.
    pub choosers: BTreeMap<UserId, String>,
}

/// A part on its page.
pub struct PagePart {
    /// As it stands in the record, with its default.
    pub part: Part,
    /// Whose it is.
    pub agency: Option<String>,
    /// What happens to it.
    pub chosen: Chosen,
    /// Who chose.
    pub chosen_by: Option<UserId>,
    /// What goes in.
    pub preview: Option<String>,
    /// The text that goes in, before protected words are taken out.
    pub going_in: Option<String>,
    /// What happens within it.
    pub spans: Vec<PageSpan>,
}

/// A stretch of a text that goes, stays or waits. Offsets count Unicode scalar values.
pub struct PageSpan {
    /// First character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it is.
    pub label: &'static str,
    /// What is done.
    pub action: &'static str,
    /// What stands in its place.
    pub replacement: Option<String>,
    /// Whether it goes whatever anybody decides.
    pub certain: bool,
}

impl From<redact::Span> for PageSpan {
    fn from(span: redact::Span) -> Self {
        Self {
            start: span.start,
            end: span.end,
            label: span.label.as_str(),
            action: span.action.as_str(),
            replacement: span.replacement,
            certain: span.certainty == redact::Certainty::Certain,
        }
    }
}

/// A word on its card.
pub struct PageWord {
    /// The word, folded.
    pub word: String,
    /// What it seems to be.
    pub label: &'static str,
    /// What stands in its place.
    pub replacement: Option<String>,
    /// Whether it goes whatever anybody decides.
    pub certain: bool,
    /// What was decided.
    pub decision: Option<WordChoice>,
    /// How often it stands there.
    pub mentions: usize,
    /// Some of the places: part, before, word, after.
    pub contexts: Vec<(PartRef, [String; 3])>,
}

/// The exact document as it stands.
pub struct Preview {
    /// Its file name.
    pub file_name: String,
    /// Its bytes and their hash.
    pub document: Document,
    /// How many parts go in.
    pub included: usize,
    /// How many are left out.
    pub withheld: usize,
    /// How many words were replaced or taken out.
    pub replaced: usize,
    /// What the gate says.
    pub gate: GateReport,
    /// Who is meant by the keys in the report.
    pub names: BTreeMap<String, String>,
}

/// What a release is called stays as it is: pseudonyms of this reading are kept while it is open.
pub(super) async fn keep_names(tx: &mut WriteTx, desk: &Desk) -> Result<(), AppError> {
    if desk.listed.release.is_open() {
        for name in &desk.reading.new_pseudonyms {
            store::releases::keep_pseudonym(tx, desk.listed.release.id, name).await?;
        }
    }
    Ok(())
}

pub(super) async fn page(tx: &mut WriteTx, id: ReleaseId) -> Result<Page, AppError> {
    let desk = Desk::load(tx, id).await?;
    keep_names(tx, &desk).await?;
    let mut choosers = BTreeMap::new();
    for choice in &desk.source.choices {
        let user = store::users::find(tx, choice.decided.0).await?;
        choosers.extend(user.map(|user| (user.id, user.name.into_string())));
    }
    Ok(shown(desk, choosers))
}

fn shown(desk: Desk, choosers: BTreeMap<UserId, String>) -> Page {
    let (undecided, source_changed) = (desk.reading.n_undecided(), desk.source_changed());
    let names = desk.names();
    let Desk { listed, source, reading, .. } = desk;
    let parts = reading.parts.into_iter().map(|read| {
        let agency = source.agencies.iter().find(|agency| Some(agency.id) == read.part.agency);
        let choice = source
            .choices
            .iter()
            .find(|choice| choice.part == read.part.at && choice.chosen == read.chosen);
        let (preview, going_in, spans) = match read.safe {
            Some(safe) => {
                let spans = safe.spans.into_iter().map(PageSpan::from).collect();
                (Some(safe.text), Some(safe.original), spans)
            }
            None => (None, None, Vec::new()),
        };
        PagePart {
            agency: agency.map(|agency| agency.name.clone()),
            chosen: read.chosen,
            chosen_by: choice.map(|choice| choice.decided.0),
            preview,
            going_in,
            spans,
            part: read.part,
        }
    });
    let words = reading.cards.into_iter().map(|(word, card)| PageWord {
        word,
        label: card.label.as_str(),
        replacement: card.replacement,
        certain: card.certain,
        decision: card.decision,
        mentions: card.mentions,
        contexts: (card.contexts.into_iter())
            .map(|place| (place.part, [place.before, place.word, place.after]))
            .collect(),
    });
    Page {
        parts: parts.collect(),
        words: words.collect(),
        listed,
        undecided,
        source_changed,
        names,
        choosers,
    }
}

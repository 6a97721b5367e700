//! Reading a PDF whole: its objects and streams, its text layer, its structure.
//!
//! The structure is an allow-list: a released copy needs pages, fonts, tags,
//! bookmarks and properties, and nothing that opens, runs, attaches or hides.

mod cmap;
mod font;
mod objects;
mod page;
mod strings;
mod surface;

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Document, LoadOptions, Object};

use crate::passage::Passage;
use crate::report::{Findings, Place};

/// The most that one stream may hold when decoded.
pub(crate) const MAX_STREAM: usize = 64 * 1024 * 1024;
/// The most that all streams together may hold when decoded.
pub(crate) const MAX_ALL_STREAMS: usize = 512 * 1024 * 1024;

pub(crate) fn read(bytes: &[u8], passages: &mut Vec<Passage>, findings: &mut Findings) {
    // The parser is not ours; should it panic, the file was not read.
    let reading = catch_unwind(AssertUnwindSafe(|| {
        let mut passages = Vec::new();
        let mut findings = Findings::default();
        read_parsed(bytes, &mut passages, &mut findings);
        (passages, findings.into_report())
    }));
    match reading {
        Ok((read, report)) => {
            passages.extend(read);
            for finding in report.findings {
                findings.add(finding);
            }
        }
        Err(_) => findings.unreadable(Place::File),
    }
}

fn read_parsed(bytes: &[u8], passages: &mut Vec<Passage>, findings: &mut Findings) {
    let options = LoadOptions {
        strict: true,
        max_decompressed_size: Some(MAX_STREAM),
        ..LoadOptions::default()
    };
    let Ok(document) = Document::load_mem_with_options(bytes, options) else {
        surface::read(bytes, passages, findings);
        return findings.unreadable(Place::File);
    };
    if document.trailer.has(b"Encrypt") || document.is_encrypted() || document.was_encrypted() {
        findings.unreadable(Place::File);
    }
    if document.xref_recovery.is_some() || document.catalog().is_err() {
        findings.unreadable(Place::File);
    }
    if document.xref_section_count != 1 || document.trailer.has(b"Prev") {
        findings.structure(Place::Revision);
    }
    if lists_lost_objects(&document) {
        findings.unreadable(Place::Object);
    }
    page::read(&document, passages, findings);
    objects::read(&document, passages, findings);
    surface::read(bytes, passages, findings);
}

/// Whether the file's table lists an object that could not be read.
fn lists_lost_objects(document: &Document) -> bool {
    use lopdf::xref::XrefEntry;
    document.reference_table.entries.iter().any(|(number, entry)| {
        let is_known = |generation: u16| {
            matches!(document.objects.get(&(*number, generation)), Some(object) if !is_broken(object))
        };
        match entry {
            XrefEntry::Normal { generation, .. } => !is_known(*generation),
            XrefEntry::Compressed { .. } => !is_known(0),
            XrefEntry::Free | XrefEntry::UnusableFree => false,
        }
    })
}

/// A stream whose bytes were not read.
fn is_broken(object: &Object) -> bool {
    match object {
        Object::Stream(stream) => {
            let length = stream.dict.get(b"Length").and_then(Object::as_i64).unwrap_or(0);
            stream.content.is_empty() && length > 0
        }
        _ => false,
    }
}

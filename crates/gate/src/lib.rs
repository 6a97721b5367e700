//! The release gate: reads a finished file as the bytes that will leave, and finds
//! what must not be in it.
//!
//! It shares no code with whatever wrote the file and depends on no crate of ours,
//! so that one mistake cannot be made on both sides (`redaction.md` section 7,
//! step 14). It knows no profile, no reader and no decision: a reviewer cannot
//! switch it off. It **fails closed**: whatever cannot be read in full, or has a
//! structure a released copy does not need, is a finding.
//!
//! ```
//! use gate::{Document, Kind, ReadAs, Term};
//!
//! let terms = [Term::new("person-7", "full name", "Hanh Begum", ReadAs::Words)];
//! let letter = Document { name: "summary.txt", bytes: b"Han-\nh BEGUM rang.", kind: Kind::Text };
//! let report = gate::check(&letter, &terms);
//! assert!(!report.is_ok());
//! assert_eq!(report.findings[0].entity.as_deref(), Some("person-7"));
//! ```
//!
//! What it cannot see: letters drawn as shapes, and a font whose Unicode map lies
//! about its glyphs. Pictures are refused for that reason. A second person reads
//! the pages (step 15).

mod fold;
mod near;
mod passage;
mod pdf;
mod report;
mod search;
mod term;
mod text;

pub use report::{Finding, FindingKind, Place, Report};
pub use term::{ReadAs, Term};

use passage::Passage;
use report::Findings;
use search::Index;

/// The largest file that is read; a larger one is reported as unreadable.
const MAX_BYTES: usize = 128 * 1024 * 1024;

/// A finished file, exactly as it would be released.
#[derive(Clone, Copy)]
pub struct Document<'a> {
    /// Its file name, which is checked like the rest.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What it is meant to be; a file of another kind is unreadable.
    pub kind: Kind,
}

/// The kinds of file that leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// PDF.
    Pdf,
    /// Plain text in UTF-8.
    Text,
    /// A calendar file (`.ics`).
    Calendar,
    /// A mail (`.eml`), with its parts.
    Mail,
    /// Word. Cannot be read yet, so it is never ok.
    Word,
    /// Excel. Cannot be read yet, so it is never ok.
    Spreadsheet,
}

/// Reads a finished file and reports every protected term and every structure
/// that a released copy must not have.
///
/// Terms are compared by letters and digits alone: case, accents, ligatures and
/// look-alike letters are folded; spaces, hyphens, line ends and kerning cannot
/// hide a term. Terms of fewer than four letters match whole words only.
/// Misspellings are matched from five letters on ([`FindingKind::Near`]).
///
/// It never panics and takes time in proportion to the file's decoded size.
#[must_use]
pub fn check(document: &Document<'_>, terms: &[Term]) -> Report {
    let mut findings = Findings::default();
    let mut passages = vec![Passage::new(Place::FileName, document.name)];
    if document.bytes.len() > MAX_BYTES {
        findings.unreadable(Place::File);
    } else {
        match document.kind {
            Kind::Pdf => pdf::read(document.bytes, &mut passages, &mut findings),
            Kind::Text => text::read_text(document.bytes, &mut passages, &mut findings),
            Kind::Calendar => text::read_calendar(document.bytes, &mut passages, &mut findings),
            Kind::Mail => text::read_mail(document.bytes, &mut passages, &mut findings),
            Kind::Word | Kind::Spreadsheet => findings.unreadable(Place::File),
        }
    }
    let index = Index::new(terms, &mut findings);
    for passage in &passages {
        index.search(passage, &mut findings);
    }
    findings.into_report()
}

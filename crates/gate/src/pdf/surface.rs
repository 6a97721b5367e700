//! The file as bytes, before any parser: revisions, strangers, plain text.

use crate::passage::Passage;
use crate::pdf::strings::printable_runs;
use crate::report::{Findings, Place};

pub(crate) fn read(bytes: &[u8], passages: &mut Vec<Passage>, findings: &mut Findings) {
    if !bytes.starts_with(b"%PDF-") {
        findings.unreadable(Place::File);
    }
    let ends: Vec<usize> = positions(bytes, b"%%EOF");
    let n_starts = positions(bytes, b"startxref").len();
    if ends.len() != 1 || n_starts != 1 {
        findings.structure(Place::Revision);
    }
    let after = ends.last().map_or(0, |end| end + b"%%EOF".len());
    if bytes[after..].iter().any(|byte| !byte.is_ascii_whitespace()) {
        findings.structure(Place::Revision);
    }
    passages.push(Passage::grammar(Place::Object, printable_runs(bytes)));
}

fn positions(bytes: &[u8], mark: &[u8]) -> Vec<usize> {
    (0..bytes.len()).filter(|at| bytes[*at] == mark[0] && bytes[*at..].starts_with(mark)).collect()
}

//! Looks for planted markers in every byte of files, in the forms in which a program could write
//! a text without meaning to.

use std::io;
use std::path::{Path, PathBuf};

use aho_corasick::AhoCorasick;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

/// How a marker was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// As UTF-8, in any case.
    Plain,
    /// As UTF-16, in either byte order.
    Wide,
    /// In hexadecimal digits.
    Hex,
    /// In base64, at any of the three alignments and in either alphabet.
    Base64,
}

/// A marker found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Which marker.
    pub marker: String,
    /// How it was written.
    pub form: Form,
}

/// A search for some markers.
pub struct Scan {
    patterns: Vec<Found>,
    automaton: AhoCorasick,
}

impl Scan {
    /// A search for these markers: ASCII texts that occur nowhere else.
    ///
    /// # Panics
    /// When there are too many to search for at once.
    #[must_use]
    pub fn for_markers<'m>(markers: impl IntoIterator<Item = &'m str>) -> Self {
        let (mut patterns, mut bytes) = (Vec::new(), Vec::new());
        for marker in markers {
            for (form, written) in forms(marker) {
                patterns.push(Found { marker: marker.to_owned(), form });
                bytes.push(written);
            }
        }
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(bytes).unwrap();
        Self { patterns, automaton }
    }

    /// What is in these bytes, each once.
    #[must_use]
    pub fn bytes(&self, bytes: &[u8]) -> Vec<Found> {
        let hits = self.automaton.find_overlapping_iter(bytes);
        let mut found: Vec<Found> =
            hits.map(|hit| self.patterns[hit.pattern().as_usize()].clone()).collect();
        found.sort();
        found.dedup();
        found
    }

    /// What is in the files of a folder and its folders, and in their names.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn folder(&self, folder: &Path) -> io::Result<Vec<(PathBuf, Found)>> {
        let mut found = Vec::new();
        for path in files(folder)? {
            let mut bytes = std::fs::read(&path)?;
            bytes.extend_from_slice(path.as_os_str().as_encoded_bytes());
            found.extend(self.bytes(&bytes).into_iter().map(|one| (path.clone(), one)));
        }
        Ok(found)
    }
}

/// Every file below a folder.
///
/// # Errors
/// When a folder cannot be read.
pub fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files.extend(self::files(&entry.path())?);
        } else {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

fn forms(marker: &str) -> Vec<(Form, Vec<u8>)> {
    let mut forms = vec![
        (Form::Plain, marker.as_bytes().to_vec()),
        (Form::Wide, marker.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        (Form::Wide, marker.encode_utf16().flat_map(u16::to_be_bytes).collect()),
    ];
    for spelling in [marker.to_owned(), marker.to_lowercase()] {
        forms.push((Form::Hex, hex::encode(&spelling).into_bytes()));
        for before in 0..3 {
            forms.push((Form::Base64, base64_after(&STANDARD_NO_PAD, before, &spelling)));
            forms.push((Form::Base64, base64_after(&URL_SAFE_NO_PAD, before, &spelling)));
        }
    }
    forms
}

/// The letters of base64 that a text makes after some other bytes, whatever stands around it.
fn base64_after(engine: &impl base64::Engine, before: usize, text: &str) -> Vec<u8> {
    let mut bytes = vec![0; before];
    bytes.extend_from_slice(text.as_bytes());
    let letters = engine.encode(&bytes).into_bytes();
    let (first, last) = ((before * 8).div_ceil(6), bytes.len() * 8 / 6);
    letters[first..last].to_vec()
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    use super::{Form, Found, Scan};

    const MARKER: &str = "Quillhamstead";

    fn check(bytes: &[u8], form: Form) {
        let found = Scan::for_markers([MARKER, "Otherwise"]).bytes(bytes);
        assert_eq!(found, [Found { marker: MARKER.into(), form }]);
    }

    #[test]
    fn a_marker_is_found_however_it_was_written() {
        check(b"\0..of Quillhamstead; \xff", Form::Plain);
        check(b"search key: quillhamstead", Form::Plain);
        let wide: Vec<u8> = "xQuillhamsteadx".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, Form::Wide);
        check(hex::encode_upper("of Quillhamstead!").as_bytes(), Form::Hex);
        for before in ["", "a", "ab", "abc"] {
            let text = format!("{before}{MARKER} and more");
            check(STANDARD.encode(text).as_bytes(), Form::Base64);
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        assert!(Scan::for_markers([MARKER]).bytes(b"Quillham stead").is_empty());
    }
}

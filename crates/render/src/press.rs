//! The press: fonts and templates parsed once, and the closed world a document
//! is typeset in.
//!
//! A template sees its own files and the values it was given. It must never
//! reach a disk, a package or the clock.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use thiserror::Error;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Smart, dict};
use typst::syntax::{DiagSpanKind, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::compose::Composed;
use crate::parts::Imprint;
use crate::typecase::Typecase;

const FONTS: [&[u8]; 2] = [
    include_bytes!("../fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../fonts/LiberationSans-Bold.ttf"),
];

/// Every file a template may read: its name and its text.
const TEMPLATES: [(&str, &str); 7] = [
    ("house.typ", include_str!("../templates/house.typ")),
    (Template::Minutes.file(), include_str!("../templates/minutes.typ")),
    (Template::Summary.file(), include_str!("../templates/summary.typ")),
    (Template::ActionList.file(), include_str!("../templates/action_list.typ")),
    (Template::Agenda.file(), include_str!("../templates/agenda.typ")),
    (Template::Invitation.file(), include_str!("../templates/invitation.typ")),
    (Template::RecoverySheet.file(), include_str!("../templates/recovery_sheet.typ")),
];

/// Which document is being made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Template {
    Minutes,
    Summary,
    ActionList,
    Agenda,
    Invitation,
    RecoverySheet,
}

impl Template {
    const fn file(self) -> &'static str {
        match self {
            Self::Minutes => "minutes.typ",
            Self::Summary => "summary.typ",
            Self::ActionList => "action_list.typ",
            Self::Agenda => "agenda.typ",
            Self::Invitation => "invitation.typ",
            Self::RecoverySheet => "recovery_sheet.typ",
        }
    }
}

/// A finished document.
///
/// Its bytes still have to pass the release gate before they leave (decision 8).
#[derive(Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file itself.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub n_pages: usize,
    /// How many characters had no shape in our font and are printed as "\u{25A1}".
    /// Ask the author for another spelling when this is not 0.
    pub n_unset: usize,
}

impl std::fmt::Debug for Pdf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pdf")
            .field("n_bytes", &self.bytes.len())
            .field("n_pages", &self.n_pages)
            .field("n_unset", &self.n_unset)
            .finish()
    }
}

/// Why a document could not be made. Never carries text of the document.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RenderError {
    /// A field without which the document would mislead or break its standard.
    #[error("{field} is empty; fill it in before making the document")]
    Empty {
        /// The field of the input.
        field: &'static str,
    },
    /// A date that a calendar does not have or PDF cannot carry (years 0 to 9999).
    #[error("{field} is not a date that a document can carry")]
    Date {
        /// The field of the input.
        field: &'static str,
    },
    /// A font or template that was compiled in cannot be used.
    #[error("the built-in {part} is damaged; install the program again")]
    Damaged {
        /// The file compiled in.
        part: &'static str,
    },
    /// A template asked for something it does not get, or does not fit its values.
    #[error("the template {file} cannot be set (line {line}, {n_faults} faults)")]
    Template {
        /// The template at fault.
        file: String,
        /// Its line, 0 when not known.
        line: usize,
        /// How many faults were found.
        n_faults: usize,
    },
    /// The pages were set but break PDF/A-2a or PDF/UA-1.
    #[error("the document breaks PDF/A-2a or PDF/UA-1 in {n_faults} places")]
    Standard {
        /// How many faults were found.
        n_faults: usize,
    },
}

/// Fonts, templates and standards, parsed once and used for every document.
///
/// It is immutable and may be shared between threads.
pub struct Press {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    sources: HashMap<FileId, Source>,
    standards: PdfStandards,
}

impl Press {
    /// Parses what was compiled in.
    ///
    /// # Errors
    /// [`RenderError::Damaged`] if a font or template cannot be used.
    pub fn new() -> Result<Self, RenderError> {
        let fonts = FONTS
            .iter()
            .map(|bytes| Font::new(Bytes::new(*bytes), 0))
            .collect::<Option<Vec<_>>>()
            .ok_or(RenderError::Damaged { part: "font" })?;
        let sources = TEMPLATES
            .iter()
            .map(|(name, text)| {
                let id = file_id(name)?;
                Ok((id, Source::new(id, (*text).to_owned())))
            })
            .collect::<Result<_, RenderError>>()?;
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|_| RenderError::Damaged { part: "list of standards" })?;
        Ok(Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts, sources, standards })
    }

    pub(crate) fn typecase(&self) -> Typecase<'_> {
        Typecase::new(&self.fonts)
    }

    /// Sets composed values with a template and exports them.
    pub(crate) fn print(
        &self,
        template: Template,
        imprint: &Imprint,
        composed: Composed,
    ) -> Result<Pdf, RenderError> {
        let main = file_id(template.file())?;
        let date = pdf_date(imprint.issued)?;
        let desk = Desk::new(self, main, composed.values);
        let printed = self.set(&desk, date);
        // The typesetter remembers what it set, words of the record included.
        typst::comemo::evict(0);
        let (bytes, n_pages) = printed?;
        Ok(Pdf { bytes, n_pages, n_unset: composed.n_unset })
    }

    fn set(&self, desk: &Desk<'_>, date: Datetime) -> Result<(Vec<u8>, usize), RenderError> {
        let document = typst::compile::<PagedDocument>(desk)
            .output
            .map_err(|faults| desk.template_error(&faults))?;
        let options = PdfOptions {
            creator: Smart::Custom(Some("Convenor".to_owned())),
            timestamp: Some(Timestamp::new_utc(date)),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&document, &options)
            .map_err(|faults| RenderError::Standard { n_faults: faults.len() })?;
        Ok((bytes, document.pages().len()))
    }
}

/// One document on the press: the only world its template can see.
struct Desk<'a> {
    press: &'a Press,
    library: LazyHash<Library>,
    main: FileId,
}

impl<'a> Desk<'a> {
    fn new(press: &'a Press, main: FileId, values: Dict) -> Self {
        let library = Library::builder().with_inputs(dict! { "doc" => values }).build();
        Self { press, library: LazyHash::new(library), main }
    }

    /// Where the first fault is. Its message is not kept: it may quote the record.
    fn template_error(&self, faults: &[SourceDiagnostic]) -> RenderError {
        let first = faults.first().map(|fault| fault.span.get());
        let (id, range) = match first {
            Some(DiagSpanKind::Number { id, num, sub_range }) => {
                (id, self.press.sources.get(&id).and_then(|source| source.range(num, sub_range)))
            }
            Some(DiagSpanKind::Range { id, range }) => (id, Some(range)),
            Some(DiagSpanKind::Detached) | None => (self.main, None),
        };
        let line = range
            .and_then(|range| self.press.sources.get(&id)?.lines().byte_to_line(range.start))
            .map_or(0, |line| line + 1);
        RenderError::Template {
            file: id.vpath().get_without_slash().to_owned(),
            line,
            n_faults: faults.len(),
        }
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.press.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file_id(name: &str) -> Result<FileId, RenderError> {
    let path =
        VirtualPath::new(name).map_err(|_| RenderError::Damaged { part: "list of templates" })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn pdf_date(date: NaiveDate) -> Result<Datetime, RenderError> {
    let month = u8::try_from(date.month()).unwrap_or_default();
    let day = u8::try_from(date.day()).unwrap_or_default();
    Some(date.year())
        .filter(|year| (0..=9999).contains(year))
        .and_then(|year| Datetime::from_ymd_hms(year, month, day, 0, 0, 0))
        .ok_or(RenderError::Date { field: "issued" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compile(text: &str) -> Result<(), RenderError> {
        let mut press = Press::new().unwrap();
        let main = file_id("trial.typ").unwrap();
        press.sources.insert(main, Source::new(main, text.to_owned()));
        let desk = Desk::new(&press, main, Dict::new());
        typst::compile::<PagedDocument>(&desk)
            .output
            .map(|_| ())
            .map_err(|faults| desk.template_error(&faults))
    }

    fn refused(line: usize) -> Result<(), RenderError> {
        Err(RenderError::Template { file: "trial.typ".to_owned(), line, n_faults: 1 })
    }

    #[test]
    fn a_template_reads_its_own_files_and_nothing_else() {
        assert_eq!(compile("#import \"house.typ\": *\nHello"), Ok(()));
        assert_eq!(compile("\n#read(\"/etc/hostname\")"), refused(2));
        assert_eq!(compile("#read(\"../../../etc/hostname\")"), refused(1));
        assert_eq!(compile("#image(\"logo.png\")"), refused(1));
        assert_eq!(compile("#import \"@preview/example:0.1.0\": add"), refused(1));
        assert_eq!(compile("#include \"/absent.typ\""), refused(1));
    }

    #[test]
    fn a_template_cannot_read_the_clock() {
        assert_eq!(compile("#datetime.today().display()"), refused(1));
    }
}

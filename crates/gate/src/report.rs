//! What a check reports: places and kinds, never the words found.

use std::collections::HashSet;

/// The result of a check.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Everything found, each place once for each entity, label and kind.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether the file may leave: it was read in full and nothing was found.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.findings.is_empty()
    }
}

/// One thing that stops a release.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// Whose term was found; none for a structure or a part that cannot be read.
    pub entity: Option<String>,
    /// The label of the term found.
    pub label: Option<String>,
    /// Where in the file.
    pub place: Place,
    /// What kind of finding.
    pub kind: FindingKind,
    /// The page, from 1, where it belongs to one.
    pub page: Option<u32>,
}

/// What kind of finding it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FindingKind {
    /// A term stands in text that a reader sees.
    Exact,
    /// A misspelling of a term stands there.
    Near,
    /// A term is in the properties of the file or in its name.
    Metadata,
    /// Text is there that a reader does not see, be it a term or not: invisible,
    /// white, tiny, off the page, in a hidden layer or under a shape.
    CoveredText,
    /// A term is in the structure behind the pages; or, without a term, the file
    /// has a structure that a released copy does not need.
    Structure,
    /// A part could not be read, so nothing can be said about it.
    Unreadable,
}

/// Where in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The file as a whole.
    File,
    /// The file's name.
    FileName,
    /// Text that a page shows, or a line of a text file.
    PageText,
    /// Text on a page that is not seen.
    HiddenText,
    /// The document's properties (Info).
    Properties,
    /// The XMP block.
    Xmp,
    /// A bookmark.
    Outline,
    /// A comment, link or other annotation.
    Annotation,
    /// An attached file.
    Attachment,
    /// A form field.
    Form,
    /// Replacement text for a screen reader (ActualText).
    ActualText,
    /// Description of a figure or link (Alt).
    AlternateText,
    /// Expansion of an abbreviation (E).
    ExpandedText,
    /// A page label.
    PageLabel,
    /// A named place in the document.
    Destination,
    /// A script.
    Script,
    /// An action that opens, sends or starts something.
    Action,
    /// A layer that can be switched off.
    Layer,
    /// A font without a map to letters.
    Font,
    /// A picture: its words cannot be read.
    Picture,
    /// An earlier revision, or bytes that no table of the file lists.
    Revision,
    /// Any other object of the file.
    Object,
    /// A header of a mail.
    MailHeader,
    /// The body or a part of a mail.
    MailPart,
}

impl Place {
    /// The kind of an exact hit in this place.
    pub(crate) fn kind_of_hit(self) -> FindingKind {
        match self {
            Self::PageText | Self::MailHeader | Self::MailPart => FindingKind::Exact,
            Self::HiddenText => FindingKind::CoveredText,
            Self::FileName | Self::Properties | Self::Xmp => FindingKind::Metadata,
            Self::File
            | Self::Outline
            | Self::Annotation
            | Self::Attachment
            | Self::Form
            | Self::ActualText
            | Self::AlternateText
            | Self::ExpandedText
            | Self::PageLabel
            | Self::Destination
            | Self::Script
            | Self::Action
            | Self::Layer
            | Self::Font
            | Self::Picture
            | Self::Revision
            | Self::Object => FindingKind::Structure,
        }
    }
}

/// Findings as they are gathered, each once.
#[derive(Default)]
pub(crate) struct Findings {
    seen: HashSet<Finding>,
    inner: Vec<Finding>,
}

impl Findings {
    pub(crate) fn add(&mut self, finding: Finding) {
        if self.seen.insert(finding.clone()) {
            self.inner.push(finding);
        }
    }

    pub(crate) fn unreadable(&mut self, place: Place) {
        self.without_term(place, FindingKind::Unreadable, None);
    }

    pub(crate) fn structure(&mut self, place: Place) {
        self.without_term(place, FindingKind::Structure, None);
    }

    pub(crate) fn without_term(&mut self, place: Place, kind: FindingKind, page: Option<u32>) {
        self.add(Finding { entity: None, label: None, place, kind, page });
    }

    pub(crate) fn into_report(self) -> Report {
        Report { findings: self.inner }
    }
}

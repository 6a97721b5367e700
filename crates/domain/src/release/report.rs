//! What the gate said of a finished document. It must never hold a word that was found.

use crate::access::closed;
use crate::violation::Violation;

closed! {
    /// What kind of thing the gate found.
    FoundKind {
        /// Protected words in text that a reader sees.
        Exact = "exact",
        /// A misspelling of them.
        Near = "near",
        /// Protected words in the properties or the name of the file.
        Metadata = "metadata",
        /// Text that a reader does not see.
        CoveredText = "covered_text",
        /// Protected words, or anything that a copy does not need, behind the pages.
        Structure = "structure",
        /// A part that could not be read.
        Unreadable = "unreadable",
        /// Words that should be there cannot be read.
        Missing = "missing",
    }
}

closed! {
    /// Where in the file the gate found it.
    FoundWhere {
        /// In what a page shows.
        Page = "page",
        /// On a page, unseen.
        Hidden = "hidden",
        /// In the properties of the file.
        Properties = "properties",
        /// In the name of the file.
        FileName = "file_name",
        /// In the structure behind the pages.
        Structure = "structure",
        /// In the file as a whole.
        File = "file",
    }
}

/// What the gate said of a finished document: places and kinds, never the words found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GateReport {
    /// What stops it; empty when it may leave.
    pub findings: Vec<GateFinding>,
}

impl GateReport {
    /// Whether the document may leave.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.findings.is_empty()
    }

    /// Refuses unless the document may leave. Nobody can switch this off.
    ///
    /// # Errors
    /// [`Violation::GateRefused`].
    pub fn require_passed(&self) -> Result<(), Violation> {
        match u32::try_from(self.findings.len()).unwrap_or(u32::MAX) {
            0 => Ok(()),
            findings => Err(Violation::GateRefused { findings }),
        }
    }
}

/// One thing that stops a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateFinding {
    /// What kind.
    pub kind: FoundKind,
    /// Where in the file.
    pub place: FoundWhere,
    /// On which page.
    pub page: Option<u32>,
    /// Whose words: the key of a register entry, a part or a decided word.
    pub whose: Option<String>,
    /// What form of them: "whole", "initials", "sentence".
    pub form: Option<String>,
}

//! What must not be found: the protected terms of one release.

use std::fmt;

/// One written form of something protected.
///
/// The caller hands in every form it protects (whole name, each part, aliases,
/// initials, numbers with and without prefix, dates in each spelling): the gate
/// derives none, so that it does not repeat the detector's mistakes.
#[derive(Clone, PartialEq, Eq)]
pub struct Term {
    /// Whose term it is: an id or pseudonym that may be shown in a report.
    pub entity: String,
    /// What kind of form it is ("full name", "NHS number"), shown in a report.
    pub label: String,
    /// The form itself; never shown.
    pub text: String,
    /// How it is compared.
    pub read_as: ReadAs,
}

impl Term {
    /// A term from its parts.
    #[must_use]
    pub fn new(
        entity: impl Into<String>,
        label: impl Into<String>,
        text: impl Into<String>,
        read_as: ReadAs,
    ) -> Self {
        Self { entity: entity.into(), label: label.into(), text: text.into(), read_as }
    }
}

impl fmt::Debug for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Term")
            .field("entity", &self.entity)
            .field("label", &self.label)
            .field("text", &"…")
            .field("read_as", &self.read_as)
            .finish()
    }
}

/// How a term is compared with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadAs {
    /// Letters and digits, in any case.
    Words,
    /// A name that is also an ordinary word ("Will", "Grace"): only where it is
    /// written with a capital, and without misspellings. The caller judges that.
    OrdinaryWord,
    /// Digits alone (telephone, NHS number, account); O counts as 0.
    Digits,
}

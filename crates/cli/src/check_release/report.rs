//! What a check found, in the words of the contract.

use gate::{Finding, FindingKind, Place, ReadAs, Report, Term};
use serde::Serialize;

/// One form to look for, and whose it is.
pub(super) struct Sought {
    pub(super) entity: Option<String>,
    pub(super) label: String,
    pub(super) text: String,
    pub(super) read_as: ReadAs,
}

impl Sought {
    /// The form for the gate, which names it by its place in the list.
    pub(super) fn term(&self, at: usize) -> Term {
        let entity = self.entity.clone().unwrap_or_default();
        Term::new(entity, at.to_string(), self.text.as_str(), self.read_as)
    }
}

/// One file.
#[derive(Serialize)]
pub(super) struct FileReport {
    name: String,
    pub(super) ok: bool,
    found: Vec<Found>,
}

#[derive(Serialize)]
struct Found {
    entity: Option<String>,
    label: Option<String>,
    #[serde(rename = "where")]
    place: String,
    #[serde(rename = "match")]
    text: Option<String>,
    kind: &'static str,
}

impl FileReport {
    pub(super) fn of(name: String, report: &Report, sought: &[Sought]) -> Self {
        let found = report.findings.iter().map(|finding| Found::of(finding, sought)).collect();
        Self { name, ok: report.is_ok(), found }
    }

    /// A file that is not there, or not of a kind that can be read.
    pub(super) fn unreadable(name: String) -> Self {
        let place = place(Place::File).to_owned();
        let found = Found { entity: None, label: None, place, text: None, kind: "unreadable" };
        Self { name, ok: false, found: vec![found] }
    }
}

impl Found {
    fn of(finding: &Finding, sought: &[Sought]) -> Self {
        let at = finding.label.as_ref().and_then(|at| at.parse::<usize>().ok());
        let one = at.and_then(|at| sought.get(at));
        let page = finding.page.map(|page| format!("page {page} ")).unwrap_or_default();
        Self {
            entity: one.and_then(|one| one.entity.clone()),
            label: one.map(|one| one.label.clone()),
            place: format!("{page}{}", place(finding.place)),
            text: one.map(|one| one.text.clone()),
            kind: kind(finding.kind),
        }
    }
}

const fn kind(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Exact => "exact",
        FindingKind::Near => "near",
        FindingKind::Metadata => "metadata",
        FindingKind::CoveredText => "covered-text",
        FindingKind::Structure => "structure",
        FindingKind::Unreadable => "unreadable",
    }
}

const fn place(place: Place) -> &'static str {
    match place {
        Place::File => "file",
        Place::FileName => "file name",
        Place::PageText => "text",
        Place::HiddenText => "hidden text",
        Place::Properties => "properties",
        Place::Xmp => "metadata block",
        Place::Outline => "bookmark",
        Place::Annotation => "annotation",
        Place::Attachment => "attachment",
        Place::Form => "form field",
        Place::ActualText => "replacement text",
        Place::AlternateText => "alternative text",
        Place::ExpandedText => "expanded text",
        Place::PageLabel => "page label",
        Place::Destination => "named place",
        Place::Script => "script",
        Place::Action => "action",
        Place::Layer => "layer",
        Place::Font => "font",
        Place::Picture => "picture",
        Place::Revision => "earlier revision",
        Place::Object => "object",
        Place::MailHeader => "mail header",
        Place::MailPart => "mail part",
    }
}

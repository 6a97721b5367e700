//! Source, register and reading of one release, side by side; making and checking its document.

use std::collections::BTreeMap;

use domain::audit::Hash;
use domain::ids::{ReleaseId, UserId};
use domain::release::{
    Document, FoundKind, FoundWhere, GateFinding, GateReport, Made, Release, ReleaseStatus,
};
use store::Reads;
use store::releases::Listed;

use super::reading::Reading;
use super::register::Known;
use super::source::Source;
use super::{check, document, fingerprint};
use crate::{App, AppError};

/// Source, register and reading of one release, at one moment.
pub(super) struct Desk {
    pub(super) listed: Listed,
    pub(super) source: Source,
    pub(super) known: Known,
    pub(super) reading: Reading,
}

impl Desk {
    pub(super) async fn load(tx: &mut impl Reads, id: ReleaseId) -> Result<Self, AppError> {
        let listed = store::releases::get_listed(tx, id).await?;
        let source = Source::load(tx, &listed.release).await?;
        let known = Known::of(&source)?;
        let reading = Reading::of(&source, &known)?;
        Ok(Self { listed, source, known, reading })
    }

    /// The release, at the version that somebody read.
    pub(super) fn release(&self, version: i64) -> Release {
        Release { version, ..self.listed.release.clone() }
    }

    pub(super) fn file_name(&self) -> String {
        self.listed.release.file_name(&self.listed.reference, self.source.minutes.number)
    }

    pub(super) fn fingerprint(&self) -> Hash {
        fingerprint::of(&self.source, &self.known)
    }

    pub(super) fn source_changed(&self) -> bool {
        let release = &self.listed.release;
        let is_fixed =
            matches!(release.status, ReleaseStatus::AwaitingApproval | ReleaseStatus::Approved);
        is_fixed && release.source != Some(self.fingerprint())
    }

    /// Everybody who had a hand in the choices.
    pub(super) fn choosers(&self) -> Vec<UserId> {
        let choices = self.source.choices.iter().map(|choice| choice.decided.0);
        choices.chain(self.source.decisions.iter().map(|decision| decision.decided.0)).collect()
    }

    pub(super) fn summary(&self, edge: document::Edge) -> render::Summary {
        document::compose(&self.source, &self.reading, edge)
    }

    /// The bytes as they would leave now, and what the gate says of them.
    pub(super) fn make(&self, edge: document::Edge) -> Result<Made, AppError> {
        let summary = self.summary(edge);
        let pdf = document::print(&summary)?;
        let document = Document::of(pdf.bytes);
        let mut gate = self.check(&summary, &document);
        if pdf.n_unset > 0 {
            gate.findings.push(GateFinding {
                kind: FoundKind::Unreadable,
                place: FoundWhere::Page,
                page: None,
                whose: None,
                form: None,
            });
        }
        Ok(Made { source: self.fingerprint(), document, gate })
    }

    pub(super) fn check(&self, summary: &render::Summary, document: &Document) -> GateReport {
        let (source, known, reading) = (&self.source, &self.known, &self.reading);
        check::check(source, known, reading, summary, document, &self.file_name())
    }

    pub(super) fn names(&self) -> BTreeMap<String, String> {
        let people = self.source.people.iter().flat_map(|person| {
            [format!("person:{}", person.id), format!("details:{}", person.id)]
                .map(|key| (key, person.name.clone()))
        });
        let others = self.known.register.entities().iter().filter_map(|entity| {
            Some((entity.id.as_str().to_owned(), entity.names.first()?.clone()))
        });
        others.chain(people).collect()
    }
}

/// The day and the head of the audit chain that a document made now carries.
pub(super) async fn edge(tx: &mut impl Reads, app: &App) -> Result<document::Edge, AppError> {
    Ok(document::Edge { issued: app.clock.today(), head: store::audit::head(tx).await?.hash })
}

//! From what a use case answers to what a screen reads.

use std::collections::BTreeMap;

use app::releases::{Listed, Page, PagePart, PageSpan, PageWord};
use domain::record::WithholdReason;
use domain::release::{Choice, GateFinding, GateReport, PartRef};
use domain::text::SearchKey;

use super::{
    GateFindingView, GateView, ReleaseLine, ReleasePartView, ReleaseView, SpanView, WithheldCount,
    WordCard, WordContext,
};
use crate::host::Desk;
use crate::wire::count;

/// One line of the distribution log.
pub(super) fn line(listed: &Listed) -> ReleaseLine {
    let release = &listed.release;
    let at = |signed: &Option<(domain::ids::UserId, domain::clock::Instant)>| {
        signed.as_ref().map(|(_, at)| at.to_rfc3339())
    };
    ReleaseLine {
        id: release.id,
        status: release.status,
        meeting_id: release.meeting,
        meeting_reference: listed.reference.clone(),
        meeting_on: listed.on.to_string(),
        case_id: release.case,
        case_reference: listed.case_reference.clone(),
        recipient_kind: release.recipient.kind(),
        recipient: release.recipient_name.as_str().into(),
        minutes_number: listed.minutes_number,
        superseded: listed.superseded,
        prepared_by: release.prepared.0,
        prepared_by_name: listed.prepared_by.clone(),
        prepared_at: release.prepared.1.to_rfc3339(),
        approved_by_name: listed.approved_by.clone(),
        approved_at: at(&release.approved),
        issued_by_name: listed.issued_by.clone(),
        issued_at: at(&release.issued),
        route: release.route.as_ref().map(|route| route.as_str().into()),
        digest: release.digest.map(domain::audit::Hash::to_hex),
        file_name: release.file_name(&listed.reference, listed.minutes_number),
        version: crate::wire::version(release.version),
    }
}

/// A release, whole.
pub(super) fn view(desk: &Desk<'_>, page: Page) -> ReleaseView {
    let release = &page.listed.release;
    ReleaseView {
        release: line(&page.listed),
        minutes_id: release.minutes,
        person_id: release.recipient.person(),
        agency_id: release.recipient.agency(),
        is_author: release.prepared.0 == desk.session.user,
        is_open: release.is_open(),
        source_changed: page.source_changed,
        returned_reason: release.returned_reason.as_ref().map(|reason| reason.as_str().into()),
        gate: release.gate.as_ref().map(|report| gate(report, &page.names)),
        withheld: withheld(&page.parts),
        undecided: count(page.undecided),
        parts: (page.parts.into_iter())
            .map(|read| {
                let chosen_by = read.chosen_by.and_then(|user| page.choosers.get(&user).cloned());
                part(read, chosen_by)
            })
            .collect(),
        words: page.words.into_iter().map(card).collect(),
    }
}

fn withheld(parts: &[PagePart]) -> Vec<WithheldCount> {
    let left_out = |reason: WithholdReason| {
        let parts = parts.iter().filter(|part| {
            part.chosen.choice() == Choice::Withhold && part.chosen.reason() == Some(reason)
        });
        count(parts.count())
    };
    WithholdReason::ALL
        .iter()
        .map(|reason| WithheldCount { reason: *reason, parts: left_out(*reason) })
        .filter(|withheld| withheld.parts > 0)
        .collect()
}

fn part(read: PagePart, chosen_by_name: Option<String>) -> ReleasePartView {
    let letters: Vec<char> = read.going_in.as_deref().unwrap_or_default().chars().collect();
    ReleasePartView {
        part: read.part.at.kind,
        part_id: read.part.at.id,
        section: read.part.section,
        agency: read.agency,
        audience: read.part.audience,
        restriction: read.part.restriction,
        may_include: read.part.may_include,
        choice: read.chosen.choice(),
        reason: read.chosen.reason(),
        wording: read.chosen.wording().map(|wording| wording.as_str().into()),
        chosen_by_name,
        preview: read.preview,
        spans: read.spans.iter().map(|span| stretch(span, &letters)).collect(),
        original: read.part.text,
    }
}

fn stretch(span: &PageSpan, letters: &[char]) -> SpanView {
    let word: String = letters.get(span.start..span.end).unwrap_or_default().iter().collect();
    SpanView {
        start: count(span.start),
        end: count(span.end),
        label: span.label.into(),
        action: span.action.into(),
        replacement: span.replacement.clone(),
        certain: span.certain,
        word: SearchKey::of(&word).as_str().into(),
    }
}

fn card(word: PageWord) -> WordCard {
    let context = |(at, [before, word, after]): (PartRef, [String; 3])| WordContext {
        part: at.kind,
        part_id: at.id,
        before,
        word,
        after,
    };
    WordCard {
        word: word.word,
        label: word.label.into(),
        replacement: word.replacement,
        certain: word.certain,
        decision: word.decision,
        mentions: count(word.mentions),
        contexts: word.contexts.into_iter().map(context).collect(),
    }
}

/// What the gate says, with names for those who may see the case.
pub(super) fn gate(report: &GateReport, names: &BTreeMap<String, String>) -> GateView {
    let finding = |finding: &GateFinding| {
        let key = finding.whose.as_deref();
        GateFindingView {
            kind: finding.kind,
            place: finding.place,
            page: finding.page,
            whose: key.and_then(|key| names.get(key).cloned()),
            part_id: key.and_then(|key| key.strip_prefix("part:")?.parse().ok()),
            form: finding.form.clone(),
        }
    };
    GateView { passed: report.passed(), findings: report.findings.iter().map(finding).collect() }
}

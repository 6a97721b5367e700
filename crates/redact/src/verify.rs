//! The last look: reads the finished text afresh and refuses it if anything protected survives.
//!
//! It trusts neither the plan nor the offsets. Finished files are checked again elsewhere by code that shares nothing
//! with this crate; this look is cheap and comes first.

use std::ops::Range;

use crate::apply::Applied;
use crate::register::EntityId;
use crate::span::{Finding, Label};

/// Something protected in a text that was to be safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survivor {
    /// First character in the safe text.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// What it is.
    pub label: Label,
    /// Whose it is; several if they share it.
    pub entities: Vec<EntityId>,
}

/// Findings in a finished text that neither stand in for something nor were left on purpose.
pub(crate) fn surviving<'a>(
    applied: &'a Applied,
    findings: &'a [Finding],
) -> impl Iterator<Item = &'a Finding> {
    findings.iter().filter(|finding| {
        let range = finding.start..finding.end;
        !overlaps(&applied.replaced, &range) && !lies_within(&applied.left, &range)
    })
}

fn overlaps(ranges: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = ranges.partition_point(|listed| listed.end <= range.start);
    ranges.get(next).is_some_and(|listed| listed.start < range.end)
}

fn lies_within(ranges: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = ranges.partition_point(|listed| listed.end < range.end);
    ranges.get(next).is_some_and(|listed| listed.start <= range.start && range.end <= listed.end)
}

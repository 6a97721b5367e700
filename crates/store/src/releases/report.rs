//! The gate's report as its column keeps it: JSON of places and kinds, never a word found.

use domain::release::{GateFinding, GateReport};
use serde_json::{Map, Value, json};

use crate::error::StoreError;

pub(super) fn write(report: &GateReport) -> Value {
    let finding = |finding: &GateFinding| {
        json!({
            "kind": finding.kind.as_str(),
            "place": finding.place.as_str(),
            "page": finding.page,
            "whose": finding.whose,
            "form": finding.form,
        })
    };
    Value::Array(report.findings.iter().map(finding).collect())
}

pub(super) fn read(value: Value) -> Result<GateReport, StoreError> {
    let Value::Array(findings) = value else { return Err(inconsistent()) };
    let findings = findings.iter().map(finding).collect::<Result<_, _>>()?;
    Ok(GateReport { findings })
}

fn finding(value: &Value) -> Result<GateFinding, StoreError> {
    let fields = value.as_object().ok_or_else(inconsistent)?;
    let word = |name: &str| text(fields, name).ok_or_else(inconsistent);
    Ok(GateFinding {
        kind: word("kind")?.parse().map_err(|_| inconsistent())?,
        place: word("place")?.parse().map_err(|_| inconsistent())?,
        page: fields.get("page").and_then(Value::as_u64).and_then(|page| u32::try_from(page).ok()),
        whose: text(fields, "whose").map(str::to_owned),
        form: text(fields, "form").map(str::to_owned),
    })
}

fn text<'v>(fields: &'v Map<String, Value>, name: &str) -> Option<&'v str> {
    fields.get(name).and_then(Value::as_str)
}

fn inconsistent() -> StoreError {
    StoreError::Inconsistent { table: "releases", column: "gate_report" }
}

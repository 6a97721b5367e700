//! The arrows between the rooms, and who may know which library (ARCHITECTURE.md).

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};

/// Which crate may depend on which of ours. Anything not listed is forbidden.
const ARROWS: [(&str, &[&str]); 14] = [
    ("domain", &[]),
    ("redact", &[]),
    ("gate", &[]),
    ("render", &["domain"]),
    ("exchange", &["domain"]),
    ("store", &["domain"]),
    ("app", &["domain", "store", "redact", "gate", "render", "exchange"]),
    ("api", &["app", "domain"]),
    // Hosts choose the clock and the ids; nothing else of `domain` is theirs to know.
    ("desktop", &["api", "app", "domain"]),
    ("server", &["api", "app", "domain"]),
    ("cli", &["api", "app", "server", "redact", "gate", "domain"]),
    ("testkit", &["app", "store", "domain"]),
    ("tests", &[]),
    ("xtask", &[]),
];

/// Which crates may name a library of others. Tests are held to it as the code is.
const FENCES: [(&str, &[&str]); 11] = [
    ("tauri", &["desktop"]),
    ("tauri-plugin-dialog", &["desktop"]),
    ("tauri-plugin-opener", &["desktop"]),
    ("tauri-plugin-single-instance", &["desktop"]),
    ("sqlx", &["store", "testkit", "tests"]),
    ("libsqlite3-sys", &["store"]),
    ("axum", &["server"]),
    ("typst", &["render"]),
    ("anyhow", &["xtask", "server"]),
    ("tokio", &["store", "app", "api", "server", "cli", "desktop", "testkit", "tests"]),
    // Below the wire only for columns of JSON and for the audit trail's details.
    ("serde_json", &["store", "app", "api", "server", "cli", "desktop", "testkit", "tests"]),
];

/// The made-up databases and people are for tests alone.
const ONLY_FOR_TESTS: [&str; 2] = ["testkit", "tests"];

fn metadata() -> Metadata {
    MetadataCommand::new().no_deps().other_options(vec!["--offline".into()]).exec().unwrap()
}

/// What a crate names in its manifest. Development dependencies count where the whole crate is
/// made of tests.
fn named(package: &Package) -> BTreeSet<&str> {
    package
        .dependencies
        .iter()
        .filter(|dependency| dependency.kind == DependencyKind::Normal)
        .map(|dependency| dependency.name.as_str())
        .collect()
}

#[test]
fn the_arrows_between_the_rooms_are_those_of_the_plan() {
    let metadata = metadata();
    let ours: BTreeSet<&str> =
        metadata.packages.iter().map(|package| package.name.as_str()).collect();
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.into_iter().collect();
    let planned: BTreeSet<&str> = allowed.keys().copied().collect();
    assert_eq!(ours, planned, "a room was added or removed; give it its arrows");

    let mut forbidden = Vec::new();
    for package in &metadata.packages {
        for other in named(package).intersection(&ours) {
            if !allowed[package.name.as_str()].contains(other) {
                forbidden.push(format!("{} -> {other}", package.name));
            }
        }
    }
    assert!(forbidden.is_empty(), "arrows against the plan: {}", forbidden.join(", "));
}

#[test]
fn a_library_is_named_only_in_its_own_room() {
    let fences: BTreeMap<&str, &[&str]> = FENCES.into_iter().collect();
    let mut outside = Vec::new();
    for package in &metadata().packages {
        for dependency in &package.dependencies {
            // A crate's own tests may run its async functions and read its JSON.
            let is_for_tests = dependency.kind == DependencyKind::Development;
            let is_open_to_tests = ["tokio", "serde_json"].contains(&dependency.name.as_str());
            if is_for_tests && is_open_to_tests {
                continue;
            }
            let fence = fences.get(dependency.name.as_str());
            if fence.is_some_and(|rooms| !rooms.contains(&package.name.as_str())) {
                outside.push(format!("{} names {}", package.name, dependency.name));
            }
        }
    }
    assert!(outside.is_empty(), "outside their room: {}", outside.join(", "));
}

#[test]
fn the_test_kit_is_in_no_program() {
    let mut users = Vec::new();
    for package in &metadata().packages {
        for name in named(package).intersection(&BTreeSet::from(ONLY_FOR_TESTS)) {
            users.push(format!("{} -> {name}", package.name));
        }
    }
    assert!(users.is_empty(), "test kit in a program: {}", users.join(", "));
}

#[test]
fn versions_are_written_once() {
    let metadata = metadata();
    for package in &metadata.packages {
        let text = std::fs::read_to_string(&package.manifest_path).unwrap();
        let place = package.manifest_path.strip_prefix(&metadata.workspace_root).unwrap();
        let mut is_dependency = false;
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            if line.starts_with('[') {
                is_dependency = line.ends_with("dependencies]");
            } else if is_dependency {
                let is_shared = line.contains("workspace = true");
                assert!(is_shared, "{place}: `{line}` gives a version of its own");
            }
        }
    }
}

//! The TypeScript of the wire: the committed file is what `api` says.

use std::{fs, path::PathBuf};

/// Set to `write` by `cargo xtask bindings`; otherwise the file is only compared.
const MODE: &str = "CONVENOR_BINDINGS";

fn committed() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "../ui/src/lib/api/generated/index.ts"].iter().collect()
}

#[expect(clippy::disallowed_methods, reason = "how `cargo xtask bindings` asks for writing")]
fn is_to_be_written() -> bool {
    std::env::var(MODE).is_ok_and(|mode| mode == "write")
}

#[test]
fn the_generated_typescript_is_up_to_date() {
    let fresh = api::commands_typescript();
    if is_to_be_written() {
        fs::create_dir_all(committed().parent().unwrap()).unwrap();
        fs::write(committed(), &fresh).unwrap();
    }
    let is_up_to_date = fs::read_to_string(committed()).is_ok_and(|text| text == fresh);
    assert!(is_up_to_date, "index.ts differs from the wire; run `cargo xtask bindings`");
}

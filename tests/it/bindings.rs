//! The TypeScript of the wire: the committed file is what `api` says.

use std::path::Path;

/// Set to `write` by `cargo xtask bindings`; otherwise the file is only compared.
const MODE: &str = "CONVENOR_BINDINGS";

#[test]
#[expect(clippy::disallowed_methods, reason = "how `cargo xtask bindings` asks for writing")]
fn the_generated_typescript_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/lib/api/generated/index.ts");
    let fresh = api::commands_typescript();
    if std::env::var(MODE).is_ok_and(|mode| mode == "write") {
        std::fs::write(&path, &fresh).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == fresh, "run `cargo xtask bindings`");
}

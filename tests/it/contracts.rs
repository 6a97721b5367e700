//! Every function that the store offers is called in a contract test (`tests/it/store`).

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The Rust files below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let files = testkit::scan::files(folder).unwrap();
    files.into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs")).collect()
}

/// A public function, and how a test may name it.
struct Offered {
    module: String,
    name: String,
    is_method: bool,
}

impl Offered {
    /// The functions of one file, those of its own tests left out.
    fn in_file(store: &Path, file: &Path) -> Vec<Self> {
        let text = fs::read_to_string(file).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let module = file.strip_prefix(store).unwrap().iter().next().unwrap().to_string_lossy();
        let module = module.trim_end_matches(".rs");
        let offered = text.lines().filter_map(|line| {
            let declared = line.trim_start().strip_prefix("pub ")?;
            let declared = declared.trim_start_matches("const ").trim_start_matches("async ");
            let name = declared.strip_prefix("fn ")?;
            let name = name.split(['(', '<']).next()?.to_owned();
            Some(Self { module: module.to_owned(), name, is_method: line.starts_with(' ') })
        });
        offered.collect()
    }

    fn is_called_in(&self, file: &Path, tests: &str) -> bool {
        let (name, module) = (&self.name, &self.module);
        if self.is_method {
            return [format!(".{name}("), format!(".{name}::<"), format!("::{name}(")]
                .iter()
                .any(|call| tests.contains(call));
        }
        // A function of a file inside a module is called by either name.
        let inner = file.file_stem().unwrap().to_string_lossy();
        tests.contains(&format!("{module}::{name}("))
            || tests.contains(&format!("{inner}::{name}("))
            || name == "sql" && tests.contains("sql(")
    }
}

#[test]
fn every_function_of_the_store_is_called_in_a_contract_test() {
    let store = root().join("crates/store/src");
    let tests: String = sources(&root().join("tests/it/store"))
        .iter()
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let (mut n_offered, mut untested) = (0, Vec::new());
    for file in sources(&store) {
        for offered in Offered::in_file(&store, &file) {
            n_offered += 1;
            if !offered.is_called_in(&file, &tests) {
                untested.push(format!("{}::{}", offered.module, offered.name));
            }
        }
    }
    assert!(n_offered > 100, "only {n_offered} functions were found: the search is broken");
    assert!(untested.is_empty(), "no contract test calls {}", untested.join(", "));
}

//! Where a store and its keys are.

use std::path::{Path, PathBuf};

/// Where the store and its keys are.
#[derive(Debug, Clone)]
pub struct Paths {
    store: PathBuf,
}

impl Paths {
    /// A store at a path; its key file is beside it.
    #[must_use]
    pub fn new(store: impl Into<PathBuf>) -> Self {
        Self { store: store.into() }
    }

    /// The store file.
    #[must_use]
    pub fn store(&self) -> &Path {
        &self.store
    }

    /// The two copies of the key file.
    #[must_use]
    pub fn keys(&self) -> [PathBuf; 2] {
        [self.store.with_extension("keys"), self.store.with_extension("keys.copy")]
    }
}

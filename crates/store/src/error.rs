//! What can go wrong between the program and the database. Carries data for the caller, and
//! never a value from a row.

/// Why the store did not answer.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database driver failed.
    #[error("the database failed")]
    Driver(#[from] sqlx::Error),
    /// A migration failed.
    #[error("a migration failed")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A row does not say what the program expects.
    #[error("{table}.{column} holds something unexpected")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
    },
    /// The record was changed by somebody else since it was read, or is gone.
    #[error("{table}: the record was changed meanwhile")]
    Stale {
        /// The table.
        table: &'static str,
    },
    /// There is no such record.
    #[error("{table}: no such record")]
    Missing {
        /// The table.
        table: &'static str,
    },
    /// Something with this name exists already.
    #[error("{table}: exists already")]
    Duplicate {
        /// The table.
        table: &'static str,
    },
    /// The session may not see case content.
    #[error("out of reach")]
    OutOfReach,
    /// The key does not open the file, or the file is not a store.
    #[error("the key does not open the file")]
    WrongKey,
    /// The file has SQLite's plain header: it is not encrypted.
    #[error("the file is not encrypted")]
    PlainFile,
    /// The file opens but a page fails its check.
    #[error("the file is damaged")]
    Damaged,
    /// Encryption is not what it must be: the wrong SQLite was linked.
    #[error("the linked SQLite is not the expected SQLCipher")]
    NotEncrypting,
    /// The schema is newer than the program.
    #[error("schema {found} is newer than {known}")]
    NewerSchema {
        /// In the file.
        found: i64,
        /// In the program.
        known: i64,
    },
    /// Another process has the file open.
    #[error("the file is in use")]
    InUse,
    /// A file could not be read or written.
    #[error("file: {0}")]
    Io(std::io::ErrorKind),
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error.kind())
    }
}

impl StoreError {
    /// A unique constraint said no.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        match self {
            Self::Duplicate { .. } => true,
            Self::Driver(error) => error
                .as_database_error()
                .is_some_and(sqlx::error::DatabaseError::is_unique_violation),
            _ => false,
        }
    }
}

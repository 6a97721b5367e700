//! The database: which of the two it is, and the two kinds of transaction.
//!
//! Nothing outside this file can ask which database runs. A write cannot be committed without
//! its audit events: there is no other way to commit.

use domain::access::{Reach, Stamp};
use domain::audit::AuditEvents;
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};

use crate::error::StoreError;

/// An open store.
#[derive(Clone)]
pub struct Db {
    pool: Pool,
}

#[derive(Clone)]
enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// A transaction on either database. Only `statement` and this file look inside.
pub enum Backend {
    /// The encrypted file.
    Sqlite(Transaction<'static, Sqlite>),
    /// The server.
    Postgres(Transaction<'static, Postgres>),
}

mod sealed {
    pub trait Sealed {}
}

/// A transaction that can read.
pub trait Reads: sealed::Sealed + Send {
    #[doc(hidden)]
    fn backend(&mut self) -> &mut Backend;

    /// How far this transaction may see.
    fn reach(&self) -> Reach;

    /// Refuses unless the transaction may see case content. Every query on a case-owned table
    /// begins with it.
    ///
    /// # Errors
    /// [`StoreError::OutOfReach`].
    fn require_case_reach(&self) -> Result<(), StoreError> {
        match self.reach() {
            Reach::Cases => Ok(()),
            Reach::NoCases => Err(StoreError::OutOfReach),
        }
    }
}

/// A transaction that only reads.
pub struct ReadTx {
    backend: Backend,
    reach: Reach,
}

/// A transaction that writes. Dropping it undoes everything.
pub struct WriteTx {
    backend: Backend,
    reach: Reach,
}

impl sealed::Sealed for ReadTx {}
impl sealed::Sealed for WriteTx {}

impl Reads for ReadTx {
    fn backend(&mut self) -> &mut Backend {
        &mut self.backend
    }
    fn reach(&self) -> Reach {
        self.reach
    }
}

impl Reads for WriteTx {
    fn backend(&mut self) -> &mut Backend {
        &mut self.backend
    }
    fn reach(&self) -> Reach {
        self.reach
    }
}

/// The number that names the audit chain's lock in PostgreSQL: one writer at a time appends.
const CHAIN_LOCK: &str = "SELECT pg_advisory_xact_lock(4011223344)";

impl Db {
    pub(crate) fn from_sqlite(pool: SqlitePool) -> Self {
        Self { pool: Pool::Sqlite(pool) }
    }

    pub(crate) fn from_postgres(pool: PgPool) -> Self {
        Self { pool: Pool::Postgres(pool) }
    }

    pub(crate) fn sqlite(&self) -> Option<&SqlitePool> {
        match &self.pool {
            Pool::Sqlite(pool) => Some(pool),
            Pool::Postgres(_) => None,
        }
    }

    /// Begins to read.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(&self, reach: Reach) -> Result<ReadTx, StoreError> {
        let backend = match &self.pool {
            Pool::Sqlite(pool) => Backend::Sqlite(pool.begin().await?),
            Pool::Postgres(pool) => Backend::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?,
            ),
        };
        Ok(ReadTx { backend, reach })
    }

    /// Begins to write. One writer at a time: the second waits.
    ///
    /// # Errors
    /// When the database fails.
    #[expect(clippy::disallowed_methods, reason = "the chain's lock is the driver's own")]
    pub async fn write(&self, reach: Reach) -> Result<WriteTx, StoreError> {
        let backend = match &self.pool {
            Pool::Sqlite(pool) => Backend::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await?),
            Pool::Postgres(pool) => {
                let mut tx = pool.begin().await?;
                sqlx::query(CHAIN_LOCK).execute(&mut *tx).await?;
                Backend::Postgres(tx)
            }
        };
        Ok(WriteTx { backend, reach })
    }

    /// Closes every connection; the key goes with them.
    pub async fn close(&self) {
        match &self.pool {
            Pool::Sqlite(pool) => pool.close().await,
            Pool::Postgres(pool) => pool.close().await,
        }
    }
}

impl WriteTx {
    /// Appends the events to the audit chain and commits. After `Ok` the save survives a crash.
    ///
    /// # Errors
    /// When the database fails; then nothing was written.
    pub async fn commit(
        mut self,
        stamp: &Stamp,
        events: impl Into<AuditEvents>,
    ) -> Result<(), StoreError> {
        crate::audit::append(&mut self, stamp, &events.into()).await?;
        match self.backend {
            Backend::Sqlite(tx) => tx.commit().await?,
            Backend::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

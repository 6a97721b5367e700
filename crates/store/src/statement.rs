//! One SQL text for two databases, with its values.
//!
//! `sql("SELECT … WHERE id = $1").bind(id).optional::<Row>(tx)`. The text is always `'static`, or
//! comes from a [`SqlBuilder`], which takes only static text and binds: no value ever becomes
//! part of a statement.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Arguments as _, AssertSqlSafe, FromRow, Postgres, Sqlite};
use uuid::Uuid;

use crate::db::{Backend, Reads, WriteTx};
use crate::error::StoreError;

/// A value as both databases know it; each may be absent.
#[derive(Clone)]
pub enum Value {
    /// An identifier.
    Uuid(Option<Uuid>),
    /// A text.
    Text(Option<String>),
    /// A whole number.
    Integer(Option<i64>),
    /// Yes or no.
    Bool(Option<bool>),
    /// A moment in UTC.
    Instant(Option<DateTime<Utc>>),
    /// A day.
    Date(Option<NaiveDate>),
    /// A JSON value.
    Json(Option<serde_json::Value>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
}

macro_rules! values {
    ($($type:ty => $variant:ident),+ $(,)?) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self { Self::$variant(Some(value.into())) }
        }
        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self { Self::$variant(value.map(Into::into)) }
        }
    )+};
}

values! {
    Uuid => Uuid, String => Text, i64 => Integer, u32 => Integer, bool => Bool,
    DateTime<Utc> => Instant, NaiveDate => Date, serde_json::Value => Json, Vec<u8> => Bytes,
    domain::ids::UserId => Uuid, domain::ids::PersonId => Uuid, domain::ids::PersonNameId => Uuid,
    domain::ids::AddressId => Uuid, domain::ids::IdentifierId => Uuid,
    domain::ids::AgencyId => Uuid, domain::ids::AgencyRoleId => Uuid, domain::ids::CaseId => Uuid,
    domain::ids::CasePersonId => Uuid, domain::ids::RiskRatingId => Uuid,
    domain::ids::IncidentId => Uuid, domain::ids::MissingEpisodeId => Uuid,
    domain::ids::MeetingId => Uuid, domain::ids::InvitationId => Uuid,
    domain::ids::ReportRequestId => Uuid, domain::ids::InterestId => Uuid,
    domain::ids::PassageId => Uuid, domain::ids::DecisionId => Uuid, domain::ids::ActionId => Uuid,
    domain::ids::MinutesId => Uuid, domain::ids::ReleaseId => Uuid,
    domain::ids::DocumentId => Uuid, domain::ids::SavedViewId => Uuid, domain::ids::CoverId => Uuid,
    domain::ids::RuleRowId => Uuid,
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(Some(value.into()))
    }
}

impl From<Option<&str>> for Value {
    fn from(value: Option<&str>) -> Self {
        Self::Text(value.map(Into::into))
    }
}

impl From<&domain::text::NonBlank> for Value {
    fn from(value: &domain::text::NonBlank) -> Self {
        Self::Text(Some(value.as_str().into()))
    }
}

impl From<Option<&domain::text::NonBlank>> for Value {
    fn from(value: Option<&domain::text::NonBlank>) -> Self {
        Self::Text(value.map(|text| text.as_str().into()))
    }
}

impl From<&domain::text::SearchKey> for Value {
    fn from(value: &domain::text::SearchKey) -> Self {
        Self::Text(Some(value.as_str().into()))
    }
}

impl From<domain::audit::Hash> for Value {
    fn from(value: domain::audit::Hash) -> Self {
        Self::Bytes(Some(value.0.to_vec()))
    }
}

/// A row that both databases can fill: `#[derive(sqlx::FromRow)]` gives it.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{}

/// A statement and its values.
#[must_use]
pub struct Statement {
    text: Cow<'static, str>,
    values: Vec<Value>,
}

/// Starts a statement.
pub fn sql(text: &'static str) -> Statement {
    Statement { text: Cow::Borrowed(text), values: Vec::new() }
}

impl Statement {
    /// Binds the next `$n`.
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Every row.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all<R: Row>(self, tx: &mut impl Reads) -> Result<Vec<R>, StoreError> {
        let rows = match tx.backend() {
            Backend::Sqlite(tx) => {
                sqlx::query_as_with::<Sqlite, R, _>(AssertSqlSafe(self.text), sqlite(self.values)?)
                    .fetch_all(&mut **tx)
                    .await?
            }
            Backend::Postgres(tx) => {
                sqlx::query_as_with::<Postgres, R, _>(
                    AssertSqlSafe(self.text),
                    postgres(self.values)?,
                )
                .fetch_all(&mut **tx)
                .await?
            }
        };
        Ok(rows)
    }

    /// The row, if there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn optional<R: Row>(self, tx: &mut impl Reads) -> Result<Option<R>, StoreError> {
        let row = match tx.backend() {
            Backend::Sqlite(tx) => {
                sqlx::query_as_with::<Sqlite, R, _>(AssertSqlSafe(self.text), sqlite(self.values)?)
                    .fetch_optional(&mut **tx)
                    .await?
            }
            Backend::Postgres(tx) => {
                sqlx::query_as_with::<Postgres, R, _>(
                    AssertSqlSafe(self.text),
                    postgres(self.values)?,
                )
                .fetch_optional(&mut **tx)
                .await?
            }
        };
        Ok(row)
    }

    /// The one row that an aggregate or a count always has.
    ///
    /// # Errors
    /// When the database fails or gives no row.
    pub async fn one<R: Row>(self, tx: &mut impl Reads) -> Result<R, StoreError> {
        self.optional(tx).await?.ok_or(StoreError::Driver(sqlx::Error::RowNotFound))
    }

    /// Runs the statement and says how many rows it touched.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn execute(self, tx: &mut WriteTx) -> Result<u64, StoreError> {
        let rows = match tx.backend() {
            Backend::Sqlite(tx) => {
                sqlx::query_with::<Sqlite, _>(AssertSqlSafe(self.text), sqlite(self.values)?)
                    .execute(&mut **tx)
                    .await?
                    .rows_affected()
            }
            Backend::Postgres(tx) => {
                sqlx::query_with::<Postgres, _>(AssertSqlSafe(self.text), postgres(self.values)?)
                    .execute(&mut **tx)
                    .await?
                    .rows_affected()
            }
        };
        Ok(rows)
    }

    /// Inserts exactly one row.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] when a unique constraint says no.
    pub async fn insert(self, tx: &mut WriteTx, table: &'static str) -> Result<(), StoreError> {
        match self.execute(tx).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_duplicate() => Err(StoreError::Duplicate { table }),
            Err(error) => Err(error),
        }
    }

    /// Updates exactly one row, which the statement names with its version.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when no row matched.
    pub async fn update_one(self, tx: &mut WriteTx, table: &'static str) -> Result<(), StoreError> {
        match self.execute(tx).await {
            Ok(1) => Ok(()),
            Ok(_) => Err(StoreError::Stale { table }),
            Err(error) if error.is_duplicate() => Err(StoreError::Duplicate { table }),
            Err(error) => Err(error),
        }
    }
}

/// Builds a statement whose shape depends on a filter: static pieces and bound values only.
#[must_use]
pub struct SqlBuilder {
    text: String,
    values: Vec<Value>,
}

impl SqlBuilder {
    /// Starts with a piece of SQL.
    pub fn new(text: &'static str) -> Self {
        Self { text: text.into(), values: Vec::new() }
    }

    /// Adds a piece of SQL.
    pub fn push(&mut self, text: &'static str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Adds the next `$n` and its value.
    pub fn push_bind(&mut self, value: impl Into<Value>) -> &mut Self {
        use std::fmt::Write as _;
        self.values.push(value.into());
        let _ = write!(self.text, "${}", self.values.len());
        self
    }

    /// Adds `($1, $2, …)`; an empty list becomes `(NULL)`, which nothing equals.
    pub fn push_list<V: Into<Value>>(&mut self, values: impl IntoIterator<Item = V>) -> &mut Self {
        self.push("(");
        let mut first = true;
        for value in values {
            if !first {
                self.push(", ");
            }
            first = false;
            self.push_bind(value);
        }
        if first {
            self.push("NULL");
        }
        self.push(")")
    }

    /// The finished statement.
    pub fn build(self) -> Statement {
        Statement { text: Cow::Owned(self.text), values: self.values }
    }
}

fn encoding(error: sqlx::error::BoxDynError) -> StoreError {
    StoreError::Driver(sqlx::Error::Encode(error))
}

fn sqlite(values: Vec<Value>) -> Result<SqliteArguments, StoreError> {
    let mut arguments = SqliteArguments::default();
    for value in values {
        match value {
            Value::Uuid(v) => arguments.add(v),
            Value::Text(v) => arguments.add(v),
            Value::Integer(v) => arguments.add(v),
            Value::Bool(v) => arguments.add(v),
            Value::Instant(v) => arguments.add(v),
            Value::Date(v) => arguments.add(v),
            Value::Json(v) => arguments.add(v),
            Value::Bytes(v) => arguments.add(v),
        }
        .map_err(encoding)?;
    }
    Ok(arguments)
}

fn postgres(values: Vec<Value>) -> Result<PgArguments, StoreError> {
    let mut arguments = PgArguments::default();
    for value in values {
        match value {
            Value::Uuid(v) => arguments.add(v),
            Value::Text(v) => arguments.add(v),
            Value::Integer(v) => arguments.add(v),
            Value::Bool(v) => arguments.add(v),
            Value::Instant(v) => arguments.add(v),
            Value::Date(v) => arguments.add(v),
            Value::Json(v) => arguments.add(v),
            Value::Bytes(v) => arguments.add(v),
        }
        .map_err(encoding)?;
    }
    Ok(arguments)
}

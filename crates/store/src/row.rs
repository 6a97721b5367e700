//! Reading columns back into domain values: what the row cannot say is the fault of the store,
//! told by table and column, never by value.

use std::str::FromStr;

use chrono::NaiveTime;
use domain::text::NonBlank;

use crate::error::StoreError;

/// A table whose rows are read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table(pub(crate) &'static str);

impl Table {
    fn fault(self, column: &'static str) -> StoreError {
        StoreError::Inconsistent { table: self.0, column }
    }

    /// A text that is never blank.
    pub(crate) fn text(self, column: &'static str, text: &str) -> Result<NonBlank, StoreError> {
        NonBlank::new(text).map_err(|_| self.fault(column))
    }

    /// A text that may be absent.
    pub(crate) fn optional_text(
        self,
        column: &'static str,
        text: Option<&str>,
    ) -> Result<Option<NonBlank>, StoreError> {
        text.map(|text| self.text(column, text)).transpose()
    }

    /// A word of a closed vocabulary.
    pub(crate) fn word<T: FromStr>(
        self,
        column: &'static str,
        text: &str,
    ) -> Result<T, StoreError> {
        text.parse().map_err(|_| self.fault(column))
    }

    /// A word that may be absent.
    pub(crate) fn optional_word<T: FromStr>(
        self,
        column: &'static str,
        text: Option<&str>,
    ) -> Result<Option<T>, StoreError> {
        text.map(|text| self.word(column, text)).transpose()
    }

    /// A count.
    pub(crate) fn count(self, column: &'static str, count: i64) -> Result<u32, StoreError> {
        u32::try_from(count).map_err(|_| self.fault(column))
    }

    /// A time of day: `HH:MM`.
    pub(crate) fn time(self, column: &'static str, text: &str) -> Result<NaiveTime, StoreError> {
        NaiveTime::parse_from_str(text, TIME).map_err(|_| self.fault(column))
    }
}

/// How a time of day stands in a column.
const TIME: &str = "%H:%M";

/// A time of day as its column holds it.
pub(crate) fn time_text(time: NaiveTime) -> String {
    time.format(TIME).to_string()
}

/// How many values one `IN` list takes: well below the limit of either database.
pub(crate) const LIST: usize = 500;

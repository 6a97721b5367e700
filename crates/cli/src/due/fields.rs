//! Reads JSON objects field by field and remembers the path of everything that is wrong, so that
//! one run names every fault. It must never repeat a value.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::calendar::{FIRST_YEAR, LAST_YEAR};
use domain::clock::{Instant, local_date};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{FieldCode, FieldFault};

/// Years kept free at the end of the calendar for intervals to land in.
const YEARS_AHEAD: i32 = 25;

/// Faults found so far.
#[derive(Default)]
pub(super) struct Faults(Vec<FieldFault>);

impl Faults {
    pub(super) fn add(&mut self, path: impl Into<String>, code: FieldCode) {
        self.0.push(FieldFault { path: path.into(), code });
    }

    pub(super) fn into_list(self) -> Vec<FieldFault> {
        self.0
    }
}

/// One JSON object and where it is.
pub(super) struct Object<'j> {
    path: String,
    fields: &'j Map<String, Value>,
    /// Fields read so far; the rest are unknown.
    read: Vec<&'static str>,
}

impl<'j> Object<'j> {
    pub(super) fn of(value: &'j Value, path: String, faults: &mut Faults) -> Option<Self> {
        match value {
            Value::Object(fields) => Some(Self { path, fields, read: Vec::new() }),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => {
                faults.add(path, FieldCode::WrongType);
                None
            }
        }
    }

    pub(super) fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// A field if it is there; a null counts as absent.
    pub(super) fn optional(&mut self, name: &'static str) -> Option<&'j Value> {
        self.read.push(name);
        self.fields.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn required(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
    ) -> Option<&'j Value> {
        let value = self.optional(name);
        if value.is_none() {
            faults.add(self.path_of(name), FieldCode::Missing);
        }
        value
    }

    pub(super) fn text(&mut self, name: &'static str, faults: &mut Faults) -> Option<&'j str> {
        let value = self.required(name, faults)?;
        let text = self.as_text(name, value, faults)?;
        if text.trim().is_empty() {
            faults.add(self.path_of(name), FieldCode::Blank);
            return None;
        }
        Some(text)
    }

    /// A word of a closed vocabulary, if the field is there.
    pub(super) fn optional_word<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
    ) -> Option<T> {
        let value = self.optional(name)?;
        self.as_text(name, value, faults)?;
        let word = serde_json::from_value(value.clone());
        if word.is_err() {
            faults.add(self.path_of(name), FieldCode::UnknownValue);
        }
        word.ok()
    }

    pub(super) fn list(&mut self, name: &'static str, faults: &mut Faults) -> Option<&'j [Value]> {
        let value = self.required(name, faults)?;
        let list = value.as_array().map(Vec::as_slice);
        if list.is_none() {
            faults.add(self.path_of(name), FieldCode::WrongType);
        }
        list
    }

    pub(super) fn optional_flag(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
    ) -> Option<bool> {
        let value = self.optional(name)?;
        let flag = value.as_bool();
        if flag.is_none() {
            faults.add(self.path_of(name), FieldCode::WrongType);
        }
        flag
    }

    pub(super) fn position(&mut self, name: &'static str, faults: &mut Faults) -> Option<usize> {
        let value = self.required(name, faults)?;
        let position = value.as_u64().and_then(|position| usize::try_from(position).ok());
        if position.is_none() {
            faults.add(self.path_of(name), FieldCode::WrongType);
        }
        position
    }

    pub(super) fn time(&mut self, name: &'static str, faults: &mut Faults) -> Option<Instant> {
        let value = self.required(name, faults)?;
        time(value, &self.path_of(name), faults)
    }

    pub(super) fn date(&mut self, name: &'static str, faults: &mut Faults) -> Option<NaiveDate> {
        let value = self.required(name, faults)?;
        let text = self.as_text(name, value, faults)?;
        let path = self.path_of(name);
        let Ok(date) = text.parse::<NaiveDate>() else {
            faults.add(path, FieldCode::NotADate);
            return None;
        };
        in_range(date, path, faults).then_some(date)
    }

    /// Names every field that was not read.
    pub(super) fn refuse_others(&self, faults: &mut Faults) {
        for name in self.fields.keys().filter(|name| !self.read.contains(&name.as_str())) {
            faults.add(self.path_of(name), FieldCode::UnknownField);
        }
    }

    fn as_text(&self, name: &str, value: &'j Value, faults: &mut Faults) -> Option<&'j str> {
        let text = value.as_str();
        if text.is_none() {
            faults.add(self.path_of(name), FieldCode::WrongType);
        }
        text
    }
}

/// A time in RFC 3339, brought to UTC.
pub(super) fn time(value: &Value, path: &str, faults: &mut Faults) -> Option<Instant> {
    let Some(text) = value.as_str() else {
        faults.add(path, FieldCode::WrongType);
        return None;
    };
    let Ok(time) = DateTime::parse_from_rfc3339(text) else {
        faults.add(path, FieldCode::NotATime);
        return None;
    };
    let time = time.with_timezone(&Utc);
    in_range(local_date(time), path, faults).then_some(time)
}

fn in_range(date: NaiveDate, path: impl Into<String>, faults: &mut Faults) -> bool {
    let is_in_range = (FIRST_YEAR..=LAST_YEAR - YEARS_AHEAD).contains(&date.year());
    if !is_in_range {
        faults.add(path, FieldCode::OutOfRange);
    }
    is_in_range
}

//! Other people's files: calendars out.
//!
//! What is written here leaves the store, so it is neutral in every part: it must never know a
//! name, a case or a reason.

pub mod ics;

//! Other people's files: calendars in and out

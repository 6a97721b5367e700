//! Whole pieces of work through the wire, as screens do them.

mod eram;
mod people_and_cases;
mod safe_copy;
mod scheduling;

//! Whole pieces of work through the wire, as screens do them.

mod cover;
mod eram;
mod people_and_cases;
mod repair;
mod safe_copy;
mod scheduling;

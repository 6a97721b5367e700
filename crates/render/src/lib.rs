//! Turns domain values into documents

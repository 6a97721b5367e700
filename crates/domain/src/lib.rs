//! The words and rules of multi-agency safeguarding meetings about children in England.
//!
//! Pure: values in, values or a [`violation::Violation`] out. It must never read the clock, a
//! file, a table or the environment, and never choose a word for a person to read (explanations
//! of due dates apart, which are data first).
//!
//! The words are those of the field (`docs/glossary.md`): a *meeting* has *subjects*, is
//! *quorate*, leads to *actions* and *decisions*; a *release* is one version for one recipient.

pub mod access;
pub mod action;
pub mod agency;
pub mod audit;
pub mod calendar;
pub mod case;
pub mod case_rules;
pub mod clock;
pub mod cover;
pub mod diary;
pub mod field;
pub mod frozen;
pub mod hold;
pub mod ids;
pub mod likeness;
pub mod meeting;
pub mod minutes;
pub mod person;
pub mod policy;
pub mod record;
pub mod release;
pub mod repair;
pub mod saved_view;
pub mod text;
pub mod user;
pub mod violation;
pub mod vocabulary;

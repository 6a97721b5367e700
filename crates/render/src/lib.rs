//! Turns values into finished documents: record in, PDF bytes out.
//!
//! The values that arrive here are **already redacted**. Nothing in this crate
//! decides what a reader may see, and nothing hides text by drawing over it:
//! a word that must not be read must not be handed in (`redaction.md`, "How
//! redaction fails"). It must never know the store, the clock, a network or a
//! disk: dates come from the caller, fonts and templates are compiled in, and a
//! template that asks for any other file is refused.
//!
//! Every PDF is PDF/A-2a and PDF/UA-1: tagged, titled, in British English, with
//! the authority as its author. The same input gives the same bytes.
//!
//! ```no_run
//! # fn issue(summary: &render::Summary) -> Result<(), render::RenderError> {
//! let press = render::Press::new()?; // once per program: it holds the fonts
//! let pdf = render::summary(&press, summary)?;
//! assert_eq!(pdf.n_unset, 0, "some characters have no shape in our font");
//! # Ok(())
//! # }
//! ```
//!
//! | Document | For whom |
//! |---|---|
//! | [`minutes`] | the full record of a review, for those entitled to all of it |
//! | [`summary`] | one audience: a letter-like copy made from chosen passages |
//! | [`action_list`] | everybody who owes something, and the chair |
//! | [`agenda`] | those invited, before the meeting |
//! | [`invitation`] | a family, in plain words |
//! | [`recovery_sheet`] | the person who locks it in a safe |

mod action_list;
mod agenda;
mod compose;
mod day;
mod invitation;
mod minutes;
mod parts;
mod press;
mod recovery_sheet;
mod summary;
mod typecase;

pub use action_list::{ActionList, action_list};
pub use agenda::{Agenda, AgendaItem, agenda};
pub use day::{clock_time, long_day};
pub use invitation::{Invitation, invitation};
pub use minutes::{Decision, Minutes, ReviewedAction, minutes};
pub use parts::{Action, Attendee, Block, Fact, Imprint, NextMeeting, Section, SignOff};
pub use press::{Pdf, Press, RenderError};
pub use recovery_sheet::{RecoverySheet, recovery_sheet};
pub use summary::{Summary, Withheld, summary};

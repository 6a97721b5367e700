//! The diary: when a meeting can be, what stands in the way, who is asked, and what each change
//! does to what was already sent.
//!
//! It must never know how an invitation travels, nor what is due and why: that is
//! [`crate::policy::due`].

mod clash;
mod invite;
mod owed;
mod reference;
mod report;
mod schedule;
#[cfg(test)]
mod tests;

pub use clash::{Busy, Clash, ClashKind, DAILY_MEETINGS, Wanted, clashes, suggest};
pub use invite::{
    Answer, Attendee, Candidate, GapKind, Party, RoleGap, gaps, required_kinds, send_together,
    standing_list,
};
pub use owed::{is_kept_by, reviews, unrated};
pub use reference::reference;
pub use report::{REPORT_WORKING_DAYS, ReportState, default_due};
pub use schedule::{
    DayOff, LateReason, MINUTES, Slot, Subject, Subjects, check_day, check_lateness, new_meeting,
};

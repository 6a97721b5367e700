//! The full record of a review, for those entitled to all of it.
//!
//! Chair, vice-chair, date and place go into `facts`, so that every meeting type
//! names its own. It must never be handed to a family: they get a [`Summary`].
//!
//! [`Summary`]: crate::Summary

use typst::foundations::{IntoValue, dict};

use crate::compose::{Composer, action_value, each};
use crate::parts::{Action, Attendee, Fact, Imprint, NextMeeting, Section, SignOff};
use crate::press::{Pdf, Press, RenderError, Template};

/// A whole record (ERAM: `domain.md` section 2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// Page edges and properties.
    pub imprint: Imprint,
    /// The title ("Minutes: exploitation risk assessment meeting").
    pub title: String,
    /// Version and state in words ("Version 2, approved 3 December 2026").
    pub version: String,
    /// Whom it is about, when, where, under whose chair.
    pub facts: Vec<Fact>,
    /// The confidentiality statement read out at the start.
    pub confidentiality: String,
    /// Everybody invited, with their attendance.
    pub attendees: Vec<Attendee>,
    /// Quorum in words, with the chair's override and its reasons if there was one.
    pub quorum: String,
    /// Every action that was open, with what became of it.
    pub reviewed: Vec<ReviewedAction>,
    /// The discussion in order: declarations, information by agency, the child's
    /// words, the family's views, analysis, rating, referral decision.
    pub sections: Vec<Section>,
    /// What was decided.
    pub decisions: Vec<Decision>,
    /// New actions.
    pub actions: Vec<Action>,
    /// When the child is looked at next.
    pub next: NextMeeting,
    /// The chair.
    pub sign_off: SignOff,
}

/// An action from an earlier meeting and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewedAction {
    /// The action as it was set.
    pub action: Action,
    /// Its state in words ("Done", "Not possible").
    pub state: String,
    /// What was done, or why not.
    pub note: String,
}

/// A decision with its reasons and any disagreement, kept apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What was decided.
    pub what: String,
    /// Why.
    pub rationale: String,
    /// Who disagreed and why, one line each; usually empty.
    pub dissent: Vec<String>,
}

/// Prints the full record.
///
/// # Errors
/// [`RenderError::Empty`] without a title, authority or marking; the other
/// variants mean a fault of the program, not of the record.
pub fn minutes(press: &Press, minutes: &Minutes) -> Result<Pdf, RenderError> {
    let mut composer = Composer::new(press.typecase(), &minutes.imprint)?;
    composer.required("title", &minutes.title)?;
    composer.line("version", &minutes.version);
    composer.facts("facts", &minutes.facts);
    composer.paragraphs("confidentiality", &minutes.confidentiality);
    composer.attendees(&minutes.attendees);
    composer.line("quorum", &minutes.quorum);
    composer.each("reviewed", &minutes.reviewed, |case, reviewed| {
        let mut value = action_value(case, &reviewed.action);
        value.insert("state".into(), case.line(&reviewed.state));
        value.insert("note".into(), case.line(&reviewed.note));
        value.into_value()
    });
    composer.sections("sections", &minutes.sections);
    composer.each("decisions", &minutes.decisions, |case, decision| {
        dict! {
            "what" => case.paragraphs(&decision.what),
            "rationale" => case.paragraphs(&decision.rationale),
            "dissent" => each(case, &decision.dissent, |case, line| case.line(line)),
        }
        .into_value()
    });
    composer.actions(&minutes.actions);
    composer.next_meeting(&minutes.next);
    composer.sign_off(&minutes.sign_off);
    press.print(Template::Minutes, &minutes.imprint, composer.finish())
}

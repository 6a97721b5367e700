//! The actions alone: who owes what, by when.

use crate::compose::Composer;
use crate::parts::{Action, Fact, Imprint};
use crate::press::{Pdf, Press, RenderError, Template};

/// A list of actions for those who own them and the chair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionList {
    /// Page edges and properties.
    pub imprint: Imprint,
    /// The title ("Actions from the meeting on 25 November 2026").
    pub title: String,
    /// Which meeting, whose review.
    pub facts: Vec<Fact>,
    /// In the order they were set.
    pub actions: Vec<Action>,
}

/// Prints a list of actions.
///
/// # Errors
/// [`RenderError::Empty`] without a title, authority or marking; the other
/// variants mean a fault of the program, not of the record.
pub fn action_list(press: &Press, list: &ActionList) -> Result<Pdf, RenderError> {
    let mut composer = Composer::new(press.typecase(), &list.imprint)?;
    composer.required("title", &list.title)?;
    composer.facts("facts", &list.facts);
    composer.actions(&list.actions);
    press.print(Template::ActionList, &list.imprint, composer.finish())
}

//! A letter that asks a family to a meeting, in plain words.
//!
//! It is opened at a kitchen table, perhaps by the wrong person: say as little
//! about the reason as the authority's practice allows.

use crate::compose::Composer;
use crate::parts::{Fact, Imprint, Section, SignOff};
use crate::press::{Pdf, Press, RenderError, Template};

/// An invitation letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Page edges and properties.
    pub imprint: Imprint,
    /// The title, neutral (decision 23: "Invitation to a review meeting").
    pub title: String,
    /// Who it is for, one line each: name, then postal address.
    pub reader: Vec<String>,
    /// How the letter opens ("Dear Ms Q").
    pub salutation: String,
    /// Why we write, in plain words.
    pub opening: String,
    /// When, where, how to join.
    pub facts: Vec<Fact>,
    /// What the meeting is, who will be there, what help there is.
    pub sections: Vec<Section>,
    /// Who signs and whom to call.
    pub sign_off: SignOff,
}

/// Prints an invitation letter.
///
/// # Errors
/// [`RenderError::Empty`] without a title, reader, authority or marking; the
/// other variants mean a fault of the program, not of the letter.
pub fn invitation(press: &Press, letter: &Invitation) -> Result<Pdf, RenderError> {
    if letter.reader.iter().all(|line| line.trim().is_empty()) {
        return Err(RenderError::Empty { field: "reader" });
    }
    let mut composer = Composer::new(press.typecase(), &letter.imprint)?;
    composer.required("title", &letter.title)?;
    composer.lines("reader", &letter.reader);
    composer.line("salutation", &letter.salutation);
    composer.paragraphs("opening", &letter.opening);
    composer.facts("facts", &letter.facts);
    composer.sections("sections", &letter.sections);
    composer.sign_off(&letter.sign_off);
    press.print(Template::Invitation, &letter.imprint, composer.finish())
}

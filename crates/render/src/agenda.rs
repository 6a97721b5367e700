//! What a meeting will go through, sent before it.

use typst::foundations::{IntoValue, dict};

use crate::compose::Composer;
use crate::parts::{Fact, Imprint};
use crate::press::{Pdf, Press, RenderError, Template};

/// An agenda (`domain.md` section 1, common skeleton).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// Page edges and properties.
    pub imprint: Imprint,
    /// The title ("Agenda: review meeting, 25 November 2026").
    pub title: String,
    /// When, where, under whose chair, how to join.
    pub facts: Vec<Fact>,
    /// In order; they are numbered.
    pub items: Vec<AgendaItem>,
    /// Papers to read before; may be empty.
    pub papers: Vec<String>,
}

/// One point of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaItem {
    /// The point.
    pub what: String,
    /// Who leads it; may be empty.
    pub lead: String,
    /// How many minutes are set aside, if that was said.
    pub minutes: Option<u16>,
}

/// Prints an agenda.
///
/// # Errors
/// [`RenderError::Empty`] without a title, authority or marking; the other
/// variants mean a fault of the program, not of the record.
pub fn agenda(press: &Press, agenda: &Agenda) -> Result<Pdf, RenderError> {
    let mut composer = Composer::new(press.typecase(), &agenda.imprint)?;
    composer.required("title", &agenda.title)?;
    composer.facts("facts", &agenda.facts);
    composer.each("items", &agenda.items, |case, item| {
        let time = item.minutes.map_or_else(String::new, |minutes| format!("{minutes} minutes"));
        dict! { "what" => case.line(&item.what), "lead" => case.line(&item.lead), "time" => time }
            .into_value()
    });
    composer.lines("papers", &agenda.papers);
    press.print(Template::Agenda, &agenda.imprint, composer.finish())
}

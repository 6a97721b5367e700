//! A copy for one audience: a letter-like summary made afresh from the passages
//! that audience may read. Never a masked copy of the record.

use crate::compose::Composer;
use crate::parts::{Action, Attendee, Fact, Imprint, NextMeeting, Section, SignOff};
use crate::press::{Pdf, Press, RenderError, Template};

/// A summary for one recipient (glossary: redacted summary, "Summary for …").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Page edges and properties.
    pub imprint: Imprint,
    /// The title ("Summary of our meeting on 25 November 2026"); also the file's
    /// title property and a bookmark, so no names beyond what the reader may have.
    pub title: String,
    /// Who it is for, one line each (name, then address if it is posted).
    pub reader: Vec<String>,
    /// How the letter opens ("Dear Ms Q"); empty for an agency copy.
    pub salutation: String,
    /// Opening paragraphs: what the meeting was, why the reader gets this.
    pub opening: String,
    /// Date, place, whom it is about.
    pub facts: Vec<Fact>,
    /// What was left out, by reason; without lengths or positions (`domain.md` 8).
    pub withheld: Vec<Withheld>,
    /// The passages.
    pub sections: Vec<Section>,
    /// Who was there, as far as the reader may know.
    pub attendees: Vec<Attendee>,
    /// What will happen, as far as it concerns the reader.
    pub actions: Vec<Action>,
    /// When the next meeting is.
    pub next: NextMeeting,
    /// Who signs and whom to call.
    pub sign_off: SignOff,
}

/// Passages left out for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// The reason in the reader's words ("about someone else").
    pub reason: String,
    /// How many passages.
    pub n_passages: usize,
}

/// Prints a summary.
///
/// # Errors
/// [`RenderError::Empty`] without a title, reader, authority or marking; the
/// other variants mean a fault of the program, not of the record.
pub fn summary(press: &Press, summary: &Summary) -> Result<Pdf, RenderError> {
    if summary.reader.iter().all(|line| line.trim().is_empty()) {
        return Err(RenderError::Empty { field: "reader" });
    }
    let mut composer = Composer::new(press.typecase(), &summary.imprint)?;
    composer.required("title", &summary.title)?;
    composer.lines("reader", &summary.reader);
    composer.line("salutation", &summary.salutation);
    composer.paragraphs("opening", &summary.opening);
    composer.facts("facts", &summary.facts);
    composer.line("withheld", &withheld_line(&summary.withheld));
    composer.sections("sections", &summary.sections);
    composer.attendees(&summary.attendees);
    composer.actions(&summary.actions);
    composer.next_meeting(&summary.next);
    composer.sign_off(&summary.sign_off);
    press.print(Template::Summary, &summary.imprint, composer.finish())
}

/// "7 passages withheld: about someone else (5), police (2)."
fn withheld_line(withheld: &[Withheld]) -> String {
    let total: usize = withheld.iter().map(|reason| reason.n_passages).sum();
    let reasons: Vec<String> = withheld
        .iter()
        .filter(|reason| reason.n_passages > 0)
        .map(|reason| format!("{} ({})", reason.reason.trim(), reason.n_passages))
        .collect();
    match total {
        0 => "Nothing was withheld from this copy.".to_owned(),
        1 => format!("1 passage withheld: {}.", reasons.join(", ")),
        _ => format!("{total} passages withheld: {}.", reasons.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(reasons: &[(&str, usize)], expected: &str) {
        let withheld: Vec<Withheld> = reasons
            .iter()
            .map(|(reason, n_passages)| Withheld {
                reason: (*reason).to_owned(),
                n_passages: *n_passages,
            })
            .collect();
        assert_eq!(withheld_line(&withheld), expected);
    }

    #[test]
    fn the_cover_line_counts_by_reason() {
        check(
            &[("about someone else", 5), ("police", 2), ("legal advice", 0)],
            "7 passages withheld: about someone else (5), police (2).",
        );
        check(&[("police", 1)], "1 passage withheld: police (1).");
        check(&[], "Nothing was withheld from this copy.");
    }
}

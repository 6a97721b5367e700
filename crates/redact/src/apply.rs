//! Writes the safe text from the original and its decided spans.

use std::ops::Range;

use crate::error::RedactError;
use crate::span::Span;

/// A safe text, with what is known about its pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The safe text.
    pub text: String,
    /// Characters of the safe text that were left though a span covers them: kept, or marked for a decision.
    pub left: Vec<Range<usize>>,
    /// Characters of the safe text that stand in for something.
    pub replaced: Vec<Range<usize>>,
}

/// Writes the safe text. Spans must be in order and apart, as [`crate::Run::plan`] gives them.
///
/// # Errors
/// A span overlaps another or does not lie within the text.
pub fn apply(text: &str, spans: &[Span]) -> Result<Applied, RedactError> {
    let mut applied =
        Applied { text: String::with_capacity(text.len()), left: Vec::new(), replaced: Vec::new() };
    let mut rest = text.chars();
    let (mut at, mut n_written) = (0, 0);
    for span in spans {
        if span.start < at || span.end <= span.start {
            return Err(outside(span));
        }
        n_written +=
            copy(&mut rest, span.start - at, &mut applied.text).ok_or_else(|| outside(span))?;
        let start = n_written;
        if let Some(replacement) = &span.replacement {
            for _ in span.start..span.end {
                rest.next().ok_or_else(|| outside(span))?;
            }
            applied.text.push_str(replacement);
            n_written += replacement.chars().count();
            applied.replaced.push(start..n_written);
        } else {
            n_written += copy(&mut rest, span.end - span.start, &mut applied.text)
                .ok_or_else(|| outside(span))?;
            applied.left.push(start..n_written);
        }
        at = span.end;
    }
    applied.text.push_str(rest.as_str());
    Ok(applied)
}

/// Copies so many characters; none if the text ends before.
fn copy(rest: &mut std::str::Chars<'_>, n_chars: usize, to: &mut String) -> Option<usize> {
    for _ in 0..n_chars {
        to.push(rest.next()?);
    }
    Some(n_chars)
}

fn outside(span: &Span) -> RedactError {
    RedactError::SpanOutside { start: span.start, end: span.end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{Action, Certainty, Detector, Label};

    fn span(start: usize, end: usize, replacement: &str) -> Span {
        Span {
            start,
            end,
            label: Label::Person,
            entity: None,
            action: Action::Withhold,
            replacement: Some(replacement.to_owned()),
            reason: None,
            detector: Detector::Register,
            certainty: Certainty::Certain,
        }
    }

    #[test]
    fn the_possessive_stays_with_the_pseudonym() {
        assert_eq!(apply("Oona’s bag", &[span(0, 4, "Child B")]).unwrap().text, "Child B’s bag");
    }

    #[test]
    fn a_span_outside_the_text_is_refused() {
        assert_eq!(
            apply("ab", &[span(1, 4, "x")]),
            Err(RedactError::SpanOutside { start: 1, end: 4 })
        );
        assert_eq!(
            apply("abcd", &[span(2, 3, "x"), span(1, 2, "y")]),
            Err(RedactError::SpanOutside { start: 1, end: 2 })
        );
    }
}

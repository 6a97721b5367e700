//! The words this crate writes itself, so that a safe text read again is not taken for a text full of unknown names.
//!
//! Registered names are looked for here all the same: brackets shield nothing.

use regex::Regex;

use super::Covered;
use super::patterns::build;
use crate::error::RedactError;
use crate::plan::{AGE_BANDS, AREA, MONTHS, placeholder};
use crate::pseudonym::{PEOPLE, THINGS};
use crate::span::Label;

pub(super) struct OwnWords(Regex);

impl OwnWords {
    pub(super) fn new() -> Result<Self, RedactError> {
        let mut fixed: Vec<String> =
            Label::ALL.iter().map(|label| regex::escape(placeholder(*label))).collect();
        fixed.extend(AGE_BANDS.iter().chain(&[AREA]).map(|band| regex::escape(band)));
        fixed.extend(MONTHS.iter().map(|month| format!(r"\[{month} [0-9]{{4}}\]")));
        let (people, things) = (PEOPLE.join("|"), THINGS.join("|"));
        // No longer than what is dealt: "Person 12345" is somebody's number.
        let dealt = format!(r"\b(?:(?:{people}) [B-Z][0-9]{{0,2}}|(?:{things}) [0-9]{{1,3}})\b");
        let pattern = format!("{}|{dealt}", fixed.join("|"));
        Ok(Self(build("own_words", &pattern)?))
    }

    pub(super) fn find(&self, plain: &str) -> Covered {
        Covered::ranges(self.0.find_iter(plain).map(|found| found.range()), plain.len())
    }
}

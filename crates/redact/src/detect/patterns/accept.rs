//! What a match must show besides its shape. These only tell kinds apart and drop what is no identifier at all.

use crate::shape;
use crate::words::{is_ordinary, is_stock};

pub(super) fn anything(_: &str) -> bool {
    true
}

pub(super) fn is_phone(words: &str) -> bool {
    let n_digits = words.bytes().filter(u8::is_ascii_digit).count();
    n_digits >= 5 && !crate::detect::times::begins_with_day(words)
}

pub(super) fn is_spoken_phone(words: &str) -> bool {
    (9..=15).contains(&shape::spoken_digits(words).len())
}

pub(super) fn is_postcode(words: &str) -> bool {
    shape::is_postcode(&words.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
}

pub(super) fn is_sort_code(words: &str) -> bool {
    !crate::detect::times::begins_with_day(words)
}

/// "t358 lcb" but not "s47 and": the letters are no word.
pub(super) fn is_registration(words: &str) -> bool {
    words.split(|c: char| !c.is_ascii_lowercase()).all(|letters| !is_common(letters))
}

fn is_common(letters: &str) -> bool {
    letters.len() == 3 && (is_ordinary(letters) || is_stock(letters))
}

/// A token with several digits that is neither a year nor a span of years.
pub(super) fn is_code(words: &str) -> bool {
    let n_digits = words.bytes().filter(u8::is_ascii_digit).count();
    let has_letter = words.bytes().any(|byte| byte.is_ascii_lowercase());
    let is_year =
        |token: &str| token.len() == 4 && (token.starts_with("19") || token.starts_with("20"));
    let is_years =
        words.split(['-', '/']).all(|token| is_year(token) || (token.len() == 2 && !has_letter))
            && words.split(['-', '/']).next().is_some_and(is_year);
    (n_digits >= 4 || (n_digits >= 3 && has_letter)) && !is_years
}

pub(super) fn is_pupil_number(words: &str) -> bool {
    words.bytes().filter(u8::is_ascii_digit).count() >= 10
}

pub(super) fn is_account_name(words: &str) -> bool {
    has_digit(words) || words.trim_end_matches(['.', '-']).contains(['_', '.'])
}

pub(super) fn has_digit(words: &str) -> bool {
    words.bytes().any(|byte| byte.is_ascii_digit())
}

//! What a number or code looks like. A shape or checksum names the kind; it never clears a number.

use crate::fold::{Folded, letters_and_digits};
use crate::span::Label;

/// The most likely kind of an identifier from its writing alone.
pub(crate) fn label_of(text: &str) -> Label {
    let plain = Folded::new(text).lower;
    let plain = plain.trim();
    let code = letters_and_digits(text);
    if plain.starts_with(['@', '#']) {
        return Label::Handle;
    }
    if plain.contains('@') {
        return Label::Email;
    }
    if plain.starts_with("http") || plain.starts_with("www.") {
        return Label::Url;
    }
    if is_postcode(&code) {
        return Label::Postcode;
    }
    let digits = digits_of(&code);
    if code.chars().all(|c| c.is_ascii_digit() || c == 'o') {
        return label_of_digits(&digits, plain);
    }
    match pattern_of(&code).as_str() {
        "AA999999A" => Label::NiNumber,
        "A999999999999" | "A99999999999A" => Label::Upn,
        "AA99AAA" | "A999AAA" | "A99AAA" | "A9AAA" | "AAA999A" | "AAA99A" | "AAA9A" => {
            Label::Vehicle
        }
        _ if !code.chars().any(|c| c.is_ascii_digit()) => Label::Handle,
        _ => Label::CaseReference,
    }
}

fn label_of_digits(digits: &str, plain: &str) -> Label {
    match digits.len() {
        10..=14 if plain.starts_with(['+', '0', 'o', '(']) => Label::Phone,
        10 => Label::NhsNumber,
        8 => Label::Account,
        _ if plain.contains('/') || plain.contains('-') => Label::PoliceReference,
        _ => Label::OtherId,
    }
}

/// The digits of a code, with O read as nought.
pub(crate) fn digits_of(code: &str) -> String {
    code.chars()
        .filter_map(|c| match c {
            'o' | 'O' => Some('0'),
            c if c.is_ascii_digit() => Some(c),
            _ => None,
        })
        .collect()
}

fn pattern_of(code: &str) -> String {
    code.chars().map(|c| if c.is_ascii_digit() { '9' } else { 'A' }).collect()
}

/// Whether lower-case letters and digits have the form of a United Kingdom postcode.
pub(crate) fn is_postcode(code: &str) -> bool {
    let bytes = code.as_bytes();
    if !(5..=7).contains(&bytes.len()) || !code.is_ascii() {
        return false;
    }
    let (outward, inward) = bytes.split_at(bytes.len() - 3);
    let is_digit = |byte: u8| byte.is_ascii_digit() || byte == b'o';
    let is_inward_letter = |byte: u8| {
        byte.is_ascii_lowercase() && !matches!(byte, b'c' | b'i' | b'k' | b'm' | b'o' | b'v')
    };
    let inward_fits =
        is_digit(inward[0]) && is_inward_letter(inward[1]) && is_inward_letter(inward[2]);
    let outward_fits = match outward {
        [a, n] => a.is_ascii_lowercase() && n.is_ascii_digit(),
        [a, b, n] if b.is_ascii_lowercase() => a.is_ascii_lowercase() && is_digit(*n),
        [a, n, m] => a.is_ascii_lowercase() && n.is_ascii_digit() && m.is_ascii_alphanumeric(),
        [a, b, n, m] => {
            a.is_ascii_lowercase()
                && b.is_ascii_lowercase()
                && is_digit(*n)
                && m.is_ascii_alphanumeric()
        }
        _ => false,
    };
    inward_fits && outward_fits
}

/// Splits a postcode off the end of a lower-case piece of an address.
pub(crate) fn postcode_at_end(segment: &str) -> Option<(&str, &str)> {
    let starts = segment.char_indices().filter(|(at, c)| {
        c.is_alphanumeric()
            && segment[..*at].chars().next_back().is_none_or(|before| !before.is_alphanumeric())
    });
    starts.map(|(at, _)| segment.split_at(at)).find(|(_, tail)| {
        is_postcode(&tail.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
    })
}

/// The check digit of an NHS number (modulus 11).
pub(crate) fn has_nhs_check_digit(digits: &str) -> bool {
    let values: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    if values.len() != 10 {
        return false;
    }
    let sum: u32 =
        values.iter().take(9).zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    (11 - sum % 11) % 11 == values[9]
}

/// A telephone number without its country code and leading nought, so that all spellings are equal.
pub(crate) fn national_number(digits: &str) -> String {
    let digits = digits.strip_prefix("00").unwrap_or(digits);
    let digits = match digits.strip_prefix("44") {
        Some(national) if digits.len() >= 12 => national,
        _ => digits,
    };
    digits.trim_start_matches('0').to_owned()
}

/// The digits of a number that may be spoken ("oh seven double nine").
pub(crate) fn spoken_digits(lower: &str) -> String {
    let mut digits = String::new();
    let mut times = 1;
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let digit = match word {
            "oh" | "o" | "zero" | "nought" | "naught" => '0',
            "one" => '1',
            "two" => '2',
            "three" => '3',
            "four" => '4',
            "five" => '5',
            "six" => '6',
            "seven" => '7',
            "eight" => '8',
            "nine" => '9',
            "double" => {
                times = 2;
                continue;
            }
            "treble" | "triple" => {
                times = 3;
                continue;
            }
            _ => {
                digits.push_str(&digits_of(word));
                continue;
            }
        };
        digits.extend(std::iter::repeat_n(digit, times));
        times = 1;
    }
    digits
}

/// An e-mail address's letters and digits, with spoken "at" and "dot" read as signs.
pub(crate) fn email_letters(lower: &str) -> String {
    let words =
        lower.split_whitespace().filter(|word| !matches!(*word, "at" | "dot" | "(at)" | "[at]"));
    letters_and_digits(&words.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_named_by_its_shape() {
        for (text, label) in [
            ("QQ 12 34 56 C", Label::NiNumber),
            ("020 7946 0000", Label::Phone),
            ("+44 20 7946 0000", Label::Phone),
            ("943 476 5919", Label::NhsNumber),
            ("ZE3 9QQ", Label::Postcode),
            ("A123456789012", Label::Upn),
            ("QX21 ZZZ", Label::Vehicle),
            ("a.quenby@example.org", Label::Email),
            ("@quenby_x", Label::Handle),
        ] {
            assert_eq!(label_of(text), label, "{text}");
        }
    }

    #[test]
    fn all_spellings_of_a_telephone_number_are_equal() {
        for spelling in ["02079460000", "442079460000", "00442079460000", "4402079460000"] {
            assert_eq!(national_number(spelling), "2079460000", "{spelling}");
        }
        assert_eq!(
            spoken_digits("oh two oh, seven nine four six treble oh double oh"),
            "020794600000"
        );
    }

    #[test]
    fn the_check_digit_tells_an_nhs_number_from_a_mistyped_one() {
        assert!(has_nhs_check_digit("9434765919"));
        assert!(!has_nhs_check_digit("9434765918"));
    }
}

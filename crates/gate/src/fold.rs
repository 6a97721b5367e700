//! Folding text to plain letters and digits, remembering what stood between.
//!
//! Case, accents, ligatures, full-width forms and look-alike letters of other
//! alphabets are folded; characters without a shape vanish.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::passage::{Gap, PEN_MOVED, WALL};

/// One letter or digit with what stood before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) letter: char,
    pub(crate) before: Gap,
    pub(crate) is_capital: bool,
}

/// Folds a text. The first mark has a wall before it.
pub(crate) fn fold(text: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::with_capacity(text.len());
    let mut gap = Gap::Wall;
    let mut previous: Option<char> = None;
    for letter in text.nfkd() {
        if is_combining_mark(letter) || is_shapeless(letter) {
            continue;
        }
        if !letter.is_alphanumeric() {
            gap = gap.max(gap_of(letter));
            continue;
        }
        let is_capital = letter.is_uppercase();
        for folded in letter.to_lowercase() {
            push_plain(folded, |plain| {
                let before = match previous {
                    Some(last) if gap == Gap::None => gap_between(last, letter),
                    _ => gap,
                };
                marks.push(Mark { letter: plain, before, is_capital });
                previous = Some(letter);
                gap = Gap::None;
            });
        }
    }
    marks
}

fn gap_of(letter: char) -> Gap {
    match letter {
        WALL => Gap::Wall,
        PEN_MOVED | '\n' | '\r' => Gap::Break,
        _ if letter.is_whitespace() => Gap::Space,
        _ => Gap::Break,
    }
}

/// "hanhBegum", "begum7" and "7begum" may each be two words.
fn gap_between(last: char, letter: char) -> Gap {
    let from_small = last.is_lowercase() && letter.is_uppercase();
    if from_small || last.is_numeric() != letter.is_numeric() { Gap::Perhaps } else { Gap::None }
}

fn is_shapeless(letter: char) -> bool {
    matches!(letter,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Hands on the Latin letters that a small letter stands for or looks like.
fn push_plain(letter: char, mut push: impl FnMut(char)) {
    let pair = match letter {
        'æ' | 'ӕ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ĳ' => "ij",
        _ => "",
    };
    if pair.is_empty() {
        push(look_alike(letter));
    } else {
        pair.chars().for_each(push);
    }
}

/// The Latin letter or European digit that a reader would take the letter for.
fn look_alike(letter: char) -> char {
    match letter {
        'а' | 'α' | 'ɑ' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'đ' | 'ð' | 'ԁ' | 'ɖ' => 'd',
        'е' | 'ε' | 'є' | 'ə' => 'e',
        'ғ' => 'f',
        'ɡ' => 'g',
        'һ' | 'н' | 'η' | 'ħ' => 'h',
        'і' | 'ι' | 'ı' | 'ӏ' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'ł' => 'l',
        'м' | 'μ' => 'm',
        'п' | 'ո' | 'ŋ' => 'n',
        'о' | 'ο' | 'ø' | 'օ' | 'σ' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'г' => 'r',
        'ѕ' => 's',
        'т' | 'τ' | 'ŧ' => 't',
        'υ' | 'ս' => 'u',
        'ν' | 'ѵ' => 'v',
        'ѡ' | 'ω' | 'ԝ' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' | 'ү' => 'y',
        'ζ' => 'z',
        '\u{660}'..='\u{669}' => digit(letter, 0x660),
        '\u{6F0}'..='\u{6F9}' => digit(letter, 0x6F0),
        '\u{966}'..='\u{96F}' => digit(letter, 0x966),
        '\u{9E6}'..='\u{9EF}' => digit(letter, 0x9E6),
        _ => letter,
    }
}

fn digit(letter: char, zero: u32) -> char {
    char::from_digit(u32::from(letter) - zero, 10).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let folded: String = fold(text).iter().map(|mark| mark.letter).collect();
        assert_eq!(folded, expected, "{text}");
    }

    #[test]
    fn case_accents_ligatures_and_look_alikes_fold_to_plain_letters() {
        check("Hạnh ĐẶNG", "hanhdang");
        check("Zoë Łukasz Ørsted", "zoelukaszorsted");
        check("ﬁnd oﬀ ﬆ", "findoffst");
        check("Ｂｅｇｕｍ", "begum");
        check("Веgum Тоm", "begumtom");
        check("Be\u{200B}g\u{AD}um\u{301}", "begum");
        check("Straße Æthel", "strasseaethel");
        check("٠٧٧٠٠", "07700");
    }

    #[test]
    fn gaps_say_what_stood_between() {
        let gaps: Vec<Gap> = fold("a b-c\ndE f").iter().map(|mark| mark.before).collect();
        assert_eq!(gaps, [Gap::Wall, Gap::Space, Gap::Break, Gap::Break, Gap::Perhaps, Gap::Space]);
    }
}

//! Reads text the way a determined reader would: without accents, case tricks, look-alike letters or invisible marks.
//!
//! [`Folded`] holds the text twice (letter case kept, and lower case) at equal byte offsets, and maps every byte back
//! to the character of the original it came from. Nothing here knows what a name is.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// A text in plain letters, with the way back to the original's characters.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folded {
    /// Accents, ligatures and look-alikes resolved; letter case kept.
    pub(crate) plain: String,
    /// The same in lower case; every byte stands at the same offset as in `plain`.
    pub(crate) lower: String,
    /// For each byte of `plain`, the index of the original character it came from.
    origin: Vec<u32>,
    /// Number of characters of the original.
    n_chars: u32,
}

impl Folded {
    /// Folds a text. Characters beyond `u32::MAX` are refused before this is called.
    pub(crate) fn new(text: &str) -> Self {
        let mut folded = Self {
            plain: String::with_capacity(text.len()),
            lower: String::with_capacity(text.len()),
            origin: Vec::with_capacity(text.len()),
            n_chars: 0,
        };
        for character in text.chars() {
            let at = folded.n_chars;
            folded.n_chars += 1;
            if character.is_ascii() {
                folded.push(character, at);
            } else {
                plain_letters(character, &mut |letter| folded.push(letter, at));
            }
        }
        folded
    }

    fn push(&mut self, letter: char, at: u32) {
        if letter == '\0' {
            return;
        }
        self.plain.push(letter);
        self.lower.push(lower_same_width(letter));
        self.origin.extend(std::iter::repeat_n(at, letter.len_utf8()));
    }

    /// Character range of the original for a byte range of the folded text.
    pub(crate) fn original(&self, bytes: Range<usize>) -> Range<usize> {
        let from = |byte: usize| self.origin.get(byte).copied().unwrap_or(self.n_chars);
        let start = from(bytes.start);
        let end = match bytes.end.checked_sub(1) {
            Some(last) if bytes.end > bytes.start => from(last) + 1,
            _ => start,
        };
        start as usize..end.min(self.n_chars) as usize
    }
}

/// Lower-case letters and digits of a name or number, as they are looked for in a text.
pub(crate) fn letters_and_digits(text: &str) -> String {
    Folded::new(text).lower.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn lower_same_width(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    let mut lowered = letter.to_lowercase();
    match (lowered.next(), lowered.next()) {
        (Some(only), None) if only.len_utf8() == letter.len_utf8() => only,
        _ => letter,
    }
}

fn plain_letters(character: char, push: &mut impl FnMut(char)) {
    if is_invisible(character) {
        return;
    }
    decompose_compatible(character, |part| {
        if is_combining_mark(part) || is_invisible(part) {
            return;
        }
        if let Some(digit) = foreign_digit(part) {
            push(digit);
            return;
        }
        match look_alike(part) {
            Some(letters) => letters.chars().for_each(&mut *push),
            None => push(part),
        }
    });
}

/// Marks that a reader cannot see but that would split a word for a naive search.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Digits of other scripts, whose blocks all begin at zero.
fn foreign_digit(c: char) -> Option<char> {
    const ZEROS: [u32; 14] = [
        0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
        0x0D66, 0x0E50, 0x0F20,
    ];
    let code = c as u32;
    ZEROS
        .iter()
        .find(|&&zero| (zero..zero + 10).contains(&code))
        .and_then(|zero| char::from_digit(code - zero, 10))
}

/// Letters of other alphabets that look Latin, letters that no decomposition reaches, and typographic punctuation.
fn look_alike(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'ӕ' => "ae",
        'Æ' | 'Ӕ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'þ' => "th",
        'Þ' => "Th",
        'ø' | 'о' | 'ο' | 'ɵ' | 'օ' => "o",
        'Ø' | 'О' | 'Ο' => "O",
        'ł' | 'ƚ' | 'ɫ' => "l",
        'Ł' => "L",
        'đ' | 'ð' | 'ɖ' | 'ԁ' => "d",
        'Đ' | 'Ð' => "D",
        'ħ' | 'һ' => "h",
        'Ħ' | 'Н' | 'Η' => "H",
        'ŧ' => "t",
        'Ŧ' | 'Т' | 'Τ' => "T",
        'ı' | 'і' | 'ι' | 'ɩ' => "i",
        'І' | 'Ι' => "I",
        'ə' | 'ǝ' | 'е' | 'є' | 'ɛ' => "e",
        'Ə' | 'Ǝ' | 'Е' | 'Ε' => "E",
        'ŋ' => "ng",
        'Ŋ' => "NG",
        'ĸ' | 'к' | 'κ' => "k",
        'К' | 'Κ' => "K",
        'а' | 'α' | 'ɑ' => "a",
        'А' | 'Α' => "A",
        'В' | 'Β' => "B",
        'с' | 'ϲ' => "c",
        'С' => "C",
        'ɡ' => "g",
        'ј' => "j",
        'Ј' => "J",
        'М' | 'Μ' => "M",
        'Ν' => "N",
        'ո' => "n",
        'р' | 'ρ' => "p",
        'Р' | 'Ρ' => "P",
        'ԛ' => "q",
        'ѕ' => "s",
        'Ѕ' => "S",
        'υ' | 'ս' => "u",
        'ν' | 'ѵ' => "v",
        'ԝ' => "w",
        'х' | 'χ' => "x",
        'Х' | 'Χ' => "X",
        'у' | 'γ' | 'ү' => "y",
        'У' | 'Υ' | 'Ү' => "Y",
        'Ζ' => "Z",
        '‘' | '’' | '‚' | '‛' | 'ʼ' | 'ʻ' | 'ʹ' | '′' | '´' | '＇' | 'ʿ' | 'ʾ' => {
            "'"
        }
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '⁃' | '﹘' => "-",
        '\u{2028}' | '\u{2029}' | '\u{0085}' => "\n",
        '\u{00A0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, plain: &str) {
        assert_eq!(Folded::new(text).plain, plain, "{text:?}");
    }

    #[test]
    fn accents_ligatures_and_look_alikes_become_plain_letters() {
        check("Zoë Łukasz", "Zoe Lukasz");
        check("Ｓarah", "Sarah");
        check("ﬁnn", "finn");
        check("А\u{200B}dа", "Ada");
        check("O’Hara—Ng", "O'Hara-Ng");
        check("Straße", "Strasse");
        check("٠٧٧", "077");
    }

    #[test]
    fn a_folded_range_leads_back_to_the_original_characters() {
        let folded = Folded::new("Dr Zoe\u{0308} S\u{200B}ø!");
        let at = folded.lower.find("zoe").unwrap();
        assert_eq!(folded.original(at..at + 3), 3..6);
        let at = folded.lower.find("so").unwrap();
        assert_eq!(folded.original(at..at + 2), 8..11);
    }

    #[test]
    fn both_views_have_equal_byte_offsets() {
        for text in ["İSTANBUL", "ǅ ﷺ ẞ Ⅷ", "Наташа", "שלום", "𝔄𝔫𝔫", "a\u{0}b"]
        {
            let folded = Folded::new(text);
            assert_eq!(folded.plain.len(), folded.lower.len(), "{text}");
            assert_eq!(folded.plain.len(), folded.origin.len(), "{text}");
        }
    }

    #[test]
    fn letters_and_digits_drop_everything_else() {
        assert_eq!(letters_and_digits("Anne-Marie O'Dowd 12"), "annemarieodowd12");
    }
}

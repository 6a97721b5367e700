//! Maps from character codes to Unicode (ToUnicode), read by ourselves.

use std::collections::HashMap;

/// The most codes that a map may have; a larger one is refused.
const MAX_CODES: usize = 1 << 17;

/// A ToUnicode map.
#[derive(Default)]
pub(crate) struct ToUnicode {
    /// By length in bytes and code.
    letters: HashMap<(usize, u32), String>,
    /// The code lengths that occur, from the code space.
    pub(crate) lengths: Vec<usize>,
}

impl ToUnicode {
    /// Reads a map; `None` if it is damaged or too large.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let tokens = tokens(bytes)?;
        let mut map = Self::default();
        let mut at = 0;
        while at < tokens.len() {
            let section = match &tokens[at] {
                Token::Word(word) => word.as_str(),
                Token::Code(_) | Token::Open | Token::Close => "",
            };
            at += 1;
            match section {
                "begincodespacerange" => at = map.code_space(&tokens, at)?,
                "beginbfchar" => at = map.characters(&tokens, at)?,
                "beginbfrange" => at = map.ranges(&tokens, at)?,
                "usecmap" => return None,
                _ => {}
            }
        }
        (!map.letters.is_empty()).then_some(map)
    }

    pub(crate) fn get(&self, length: usize, code: u32) -> Option<&str> {
        self.letters.get(&(length, code)).map(String::as_str)
    }

    fn put(&mut self, length: usize, code: u32, letters: String) -> Option<()> {
        self.letters.insert((length, code), letters);
        (self.letters.len() <= MAX_CODES).then_some(())
    }

    fn code_space(&mut self, tokens: &[Token], mut at: usize) -> Option<usize> {
        while let Some([Token::Code(low), Token::Code(_)]) = tokens.get(at..at + 2) {
            if !self.lengths.contains(&low.len()) {
                self.lengths.push(low.len());
            }
            at += 2;
        }
        Some(at)
    }

    fn characters(&mut self, tokens: &[Token], mut at: usize) -> Option<usize> {
        while let Some([Token::Code(code), Token::Code(letters)]) = tokens.get(at..at + 2) {
            self.put(code.len(), number(code)?, utf16(letters))?;
            at += 2;
        }
        Some(at)
    }

    fn ranges(&mut self, tokens: &[Token], mut at: usize) -> Option<usize> {
        while let Some([Token::Code(low), Token::Code(high)]) = tokens.get(at..at + 2) {
            let (from, to) = (number(low)?, number(high)?);
            if to.checked_sub(from)? as usize > MAX_CODES {
                return None;
            }
            at += 2;
            match tokens.get(at)? {
                Token::Code(first) => {
                    for code in from..=to {
                        self.put(low.len(), code, raised(first, code - from))?;
                    }
                    at += 1;
                }
                Token::Open => {
                    at += 1;
                    let mut code = from;
                    while let Token::Code(letters) = tokens.get(at)? {
                        self.put(low.len(), code, utf16(letters))?;
                        code = code.checked_add(1)?;
                        at += 1;
                    }
                    at += 1;
                }
                Token::Close | Token::Word(_) => return None,
            }
        }
        Some(at)
    }
}

enum Token {
    Code(Vec<u8>),
    Open,
    Close,
    Word(String),
}

fn tokens(bytes: &[u8]) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'%' => {
                while at < bytes.len() && !matches!(bytes[at], b'\n' | b'\r') {
                    at += 1;
                }
            }
            b'<' if bytes.get(at + 1) != Some(&b'<') => {
                let end = at + bytes[at..].iter().position(|byte| *byte == b'>')?;
                tokens.push(Token::Code(from_hex(&bytes[at + 1..end])?));
                at = end + 1;
            }
            b'[' => {
                tokens.push(Token::Open);
                at += 1;
            }
            b']' => {
                tokens.push(Token::Close);
                at += 1;
            }
            byte if byte.is_ascii_alphabetic() => {
                let from = at;
                while at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
                    at += 1;
                }
                tokens.push(Token::Word(String::from_utf8_lossy(&bytes[from..at]).into_owned()));
            }
            b'<' | b'>' => at += 2,
            _ => at += 1,
        }
    }
    Some(tokens)
}

fn from_hex(digits: &[u8]) -> Option<Vec<u8>> {
    let mut values = Vec::with_capacity(digits.len());
    for digit in digits.iter().filter(|digit| !digit.is_ascii_whitespace()) {
        values.push(u8::try_from(char::from(*digit).to_digit(16)?).ok()?);
    }
    if !values.len().is_multiple_of(2) {
        values.push(0);
    }
    Some(values.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

fn number(code: &[u8]) -> Option<u32> {
    if code.is_empty() || code.len() > 4 {
        return None;
    }
    Some(code.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

fn utf16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    let units: Vec<u16> =
        bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// The first target of a range, its last unit raised by `step`.
fn raised(first: &[u8], step: u32) -> String {
    let mut units: Vec<u16> = match first {
        [byte] => vec![u16::from(*byte)],
        _ => first.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect(),
    };
    if let Some(last) = units.last_mut() {
        *last = last.wrapping_add(u16::try_from(step).unwrap_or(u16::MAX));
    }
    String::from_utf16_lossy(&units)
}

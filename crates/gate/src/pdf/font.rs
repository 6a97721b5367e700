//! Fonts: from the codes in a page's strings to letters.

use lopdf::{Dictionary, Document, Encoding, Object};

use crate::pdf::MAX_STREAM;
use crate::pdf::cmap::ToUnicode;

/// How one font's codes are read.
pub(crate) struct Font<'a> {
    map: Option<ToUnicode>,
    encoding: Option<Encoding<'a>>,
    is_composite: bool,
}

/// Letters read from a string.
#[derive(Default)]
pub(crate) struct Read {
    /// By the Unicode map, or by the encoding where there is none.
    pub(crate) text: String,
    /// By the encoding, where a font has both and they say different things.
    pub(crate) other: Option<String>,
    /// How many codes have no letter.
    pub(crate) n_unmapped: usize,
}

impl<'a> Font<'a> {
    /// Reads a font; `None` if its codes cannot be turned into letters.
    pub(crate) fn new(document: &'a Document, font: &'a Dictionary) -> Option<Self> {
        let map = match font.get_deref(b"ToUnicode", document) {
            Ok(object) => {
                let stream = object.as_stream().ok()?;
                let content = stream.get_plain_content_with_limit(MAX_STREAM).ok()?;
                Some(ToUnicode::parse(&content)?)
            }
            Err(_) => None,
        };
        let subtype = font.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        let is_composite = subtype == b"Type0";
        let is_known = font.has(b"Encoding") || !is_embedded(document, font);
        let encoding = if is_composite || subtype == b"Type3" || !is_known {
            None
        } else {
            match font.get_font_encoding_with_limit(document, MAX_STREAM).ok()? {
                Encoding::UnicodeMapEncoding(_) => None,
                encoding => Some(encoding),
            }
        };
        (map.is_some() || encoding.is_some()).then_some(Self { map, encoding, is_composite })
    }

    pub(crate) fn read(&self, bytes: &[u8]) -> Read {
        let by_encoding =
            self.encoding.as_ref().and_then(|encoding| encoding.bytes_to_string(bytes).ok());
        let Some(map) = &self.map else {
            return match by_encoding {
                Some(text) => Read { text, ..Read::default() },
                None => Read { n_unmapped: bytes.len(), ..Read::default() },
            };
        };
        let mut read = Read::default();
        let mut at = 0;
        while at < bytes.len() {
            let (length, letters) = self.letters_at(map, &bytes[at..]);
            match letters {
                Some(letters) => read.text.push_str(letters),
                None => match &by_encoding {
                    // Filled in from the encoding below.
                    Some(_) => read.text.push('\u{FFFD}'),
                    None => read.n_unmapped += 1,
                },
            }
            at += length;
        }
        read.other = by_encoding.filter(|other| *other != read.text);
        read
    }

    fn letters_at<'m>(&self, map: &'m ToUnicode, rest: &[u8]) -> (usize, Option<&'m str>) {
        let usual = if self.is_composite { 2 } else { 1 };
        let lengths: &[usize] =
            if self.is_composite && !map.lengths.is_empty() { &map.lengths } else { &[] };
        for length in std::iter::once(usual).chain(lengths.iter().copied()) {
            if let Some(code) = code(rest, length)
                && let Some(letters) = map.get(length, code)
            {
                return (length, Some(letters));
            }
        }
        // Some writers pad the codes of a one-byte font's map to two bytes.
        let padded = code(rest, 1).and_then(|code| map.get(2, code)).filter(|_| usual == 1);
        (usual.min(rest.len()).max(1), padded)
    }
}

fn code(bytes: &[u8], length: usize) -> Option<u32> {
    let bytes = bytes.get(..length).filter(|_| (1..=4).contains(&length))?;
    Some(bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))
}

fn is_embedded(document: &Document, font: &Dictionary) -> bool {
    font.get_deref(b"FontDescriptor", document).and_then(Object::as_dict).is_ok_and(|descriptor| {
        [b"FontFile".as_slice(), b"FontFile2", b"FontFile3"].iter().any(|file| descriptor.has(file))
    })
}

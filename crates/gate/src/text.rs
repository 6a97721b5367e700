//! Text files: plain text, calendar files and mails.

use crate::passage::Passage;
use crate::report::{Findings, Place};

/// The deepest nesting of mail parts that is read.
const MAX_DEPTH: usize = 8;

pub(crate) fn read_text(bytes: &[u8], passages: &mut Vec<Passage>, findings: &mut Findings) {
    match decoded(bytes) {
        Some(text) => passages.push(Passage::new(Place::PageText, text)),
        None => findings.unreadable(Place::File),
    }
}

/// A calendar folds long lines with a line end and one space: both are searched,
/// the file as it stands and with its lines joined.
pub(crate) fn read_calendar(bytes: &[u8], passages: &mut Vec<Passage>, findings: &mut Findings) {
    let Some(text) = decoded(bytes) else { return findings.unreadable(Place::File) };
    if !text.trim_start().starts_with("BEGIN:VCALENDAR") {
        findings.unreadable(Place::File);
    }
    if has_attachment(&text) {
        findings.structure(Place::Attachment);
    }
    let joined = unfolded(&text).replace("\\n", "\n").replace("\\N", "\n").replace('\\', "");
    passages.push(Passage::new(Place::PageText, joined));
    passages.push(Passage::new(Place::PageText, text));
}

fn has_attachment(text: &str) -> bool {
    unfolded(text).lines().any(|line| line.to_ascii_uppercase().starts_with("ATTACH"))
}

/// A mail: its headers, and each part decoded. A part that is not text cannot be
/// read here; check it as a file of its own before it is attached.
pub(crate) fn read_mail(bytes: &[u8], passages: &mut Vec<Passage>, findings: &mut Findings) {
    let Some(text) = decoded(bytes) else { return findings.unreadable(Place::File) };
    passages.push(Passage::new(Place::MailPart, text.clone()));
    read_part(&text.replace("\r\n", "\n"), 0, passages, findings);
}

fn read_part(part: &str, depth: usize, passages: &mut Vec<Passage>, findings: &mut Findings) {
    let Some((headers, body)) = part.split_once("\n\n") else {
        return findings.unreadable(Place::MailPart);
    };
    let headers = unfolded(headers);
    passages.push(Passage::new(Place::MailHeader, decoded_words(&headers)));
    let kind = header(&headers, "content-type").unwrap_or_else(|| "text/plain".to_owned());
    let small_kind = kind.to_ascii_lowercase();
    if small_kind.starts_with("multipart/") {
        return match boundary(&kind) {
            Some(boundary) if depth < MAX_DEPTH => {
                let mark = format!("--{boundary}");
                // The first piece is the preamble; the last begins with "--".
                for piece in body.split(&mark).skip(1).filter(|piece| !piece.starts_with("--")) {
                    let piece = piece.strip_prefix('\n').unwrap_or(piece);
                    let piece = if piece.starts_with('\n') {
                        format!("\n{piece}")
                    } else {
                        piece.to_owned()
                    };
                    read_part(&piece, depth + 1, passages, findings);
                }
            }
            _ => findings.unreadable(Place::MailPart),
        };
    }
    let encoding = header(&headers, "content-transfer-encoding")
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let bytes = match encoding.as_str() {
        "" | "7bit" | "8bit" | "binary" => Some(body.as_bytes().to_vec()),
        "quoted-printable" => Some(from_quoted_printable(body)),
        "base64" => from_base64(body),
        _ => None,
    };
    let is_text = small_kind.starts_with("text/");
    match bytes.filter(|_| is_text).as_deref().and_then(decoded) {
        Some(text) => passages.push(Passage::new(Place::MailPart, without_tags(&text))),
        None => findings.unreadable(Place::MailPart),
    }
}

/// Text in UTF-8, or UTF-16 with its mark; anything else cannot be read. A
/// character that no text has makes it unreadable too.
fn decoded(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        _ => std::str::from_utf8(bytes).ok()?.to_owned(),
    };
    let is_text =
        |letter: char| !letter.is_control() || matches!(letter, '\t' | '\n' | '\r' | '\u{C}');
    text.chars().all(is_text).then_some(text)
}

fn utf16(bytes: &[u8], read: impl Fn([u8; 2]) -> u16) -> Option<String> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect();
    String::from_utf16(&units).ok()
}

/// Lines that were folded (line end and white space) joined again.
fn unfolded(text: &str) -> String {
    text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
}

fn header(headers: &str, name: &str) -> Option<String> {
    headers.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })
}

fn boundary(kind: &str) -> Option<String> {
    kind.split(';').find_map(|part| {
        let (key, value) = part.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (key.trim().eq_ignore_ascii_case("boundary") && !value.is_empty()).then(|| value.to_owned())
    })
}

/// Headers with their `=?utf-8?B?…?=` words decoded.
fn decoded_words(headers: &str) -> String {
    let mut text = String::new();
    let mut rest = headers;
    while let Some((before, word)) = rest.split_once("=?") {
        text += before;
        let mut pieces = word.splitn(4, '?');
        let (Some(_), Some(code), Some(data), Some(after)) =
            (pieces.next(), pieces.next(), pieces.next(), pieces.next())
        else {
            text += "=?";
            rest = word;
            continue;
        };
        let bytes = match code {
            "B" | "b" => from_base64(data),
            _ => Some(from_quoted_printable(&data.replace('_', " "))),
        };
        text += &String::from_utf8_lossy(&bytes.unwrap_or_default());
        rest = after.strip_prefix('=').unwrap_or(after);
    }
    text + rest
}

/// The text of HTML as well as the HTML: a tag within a word cannot hide it.
fn without_tags(text: &str) -> String {
    let mut plain = String::from(text);
    plain.push(crate::passage::WALL);
    let mut in_tag = false;
    for letter in text.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => plain.push(letter),
            _ => {}
        }
    }
    plain
}

fn from_quoted_printable(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = bytes.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        match (bytes[at], bytes.get(at + 1)) {
            (b'=', Some(b'\n')) => at += 2,
            (b'=', _) => match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
                Some(byte) => {
                    decoded.push(byte);
                    at += 3;
                }
                None => at += 1,
            },
            (byte, _) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    decoded
}

/// Bytes from base64, `None` if it is damaged.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut decoded = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut n_bits) = (0_u32, 0);
    for letter in text.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=') {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(value)) & 0xFF_FFFF;
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            decoded.push(u8::try_from(bits >> n_bits & 0xFF).ok()?);
        }
    }
    Some(decoded)
}

//! Every object of the file, used or not: its strings, names, keys and streams.

use lopdf::{Dictionary, Document, Object, Stream};

use crate::passage::{Passage, WALL};
use crate::pdf::strings::{is_text, printable_runs, readings};
use crate::pdf::{MAX_ALL_STREAMS, MAX_STREAM};
use crate::report::{Findings, Place};

/// The deepest nesting of arrays and dictionaries that is read.
const MAX_DEPTH: usize = 64;

/// Keys that only a structure has which a released copy does not need.
const FORBIDDEN: [(&[u8], Place); 24] = [
    (b"EmbeddedFiles", Place::Attachment),
    (b"EF", Place::Attachment),
    (b"AF", Place::Attachment),
    (b"Collection", Place::Attachment),
    (b"JS", Place::Script),
    (b"JavaScript", Place::Script),
    (b"AA", Place::Action),
    (b"OpenAction", Place::Action),
    (b"URI", Place::Action),
    (b"AcroForm", Place::Form),
    (b"XFA", Place::Form),
    (b"OCProperties", Place::Layer),
    (b"OCGs", Place::Layer),
    (b"Annots", Place::Annotation),
    (b"Popup", Place::Annotation),
    (b"PieceInfo", Place::Object),
    (b"LastModified", Place::Object),
    (b"Thumb", Place::Picture),
    (b"Alternates", Place::Picture),
    (b"OPI", Place::Picture),
    (b"Perms", Place::Object),
    (b"DSS", Place::Object),
    (b"SpiderInfo", Place::Object),
    (b"Threads", Place::Object),
];

/// Names of the format itself that are, or begin with, a person's name.
const GRAMMAR: [&[u8]; 6] = [b"LI", b"Li", b"MarkInfo", b"Marked", b"Mark", b"Art"];

/// Types of object and action that are refused.
const FORBIDDEN_TYPES: [(&[u8], Place); 17] = [
    (b"Filespec", Place::Attachment),
    (b"EmbeddedFile", Place::Attachment),
    (b"FileAttachment", Place::Attachment),
    (b"JavaScript", Place::Script),
    (b"Launch", Place::Action),
    (b"GoToR", Place::Action),
    (b"GoToE", Place::Action),
    (b"SubmitForm", Place::Action),
    (b"ImportData", Place::Action),
    (b"Rendition", Place::Action),
    (b"RichMedia", Place::Annotation),
    (b"3D", Place::Annotation),
    (b"Widget", Place::Form),
    (b"OCG", Place::Layer),
    (b"OCMD", Place::Layer),
    (b"Image", Place::Picture),
    (b"Annot", Place::Annotation),
];

pub(crate) fn read(document: &Document, passages: &mut Vec<Passage>, findings: &mut Findings) {
    let info = document.trailer.get(b"Info").and_then(Object::as_reference).ok();
    let mut walk = Walk { passages, findings, rest: String::new(), n_decoded: 0 };
    walk.dictionary(&document.trailer, Place::Object, 0);
    for (id, object) in &document.objects {
        let place = if info == Some(*id) { Place::Properties } else { Place::Object };
        walk.object(object, place, 0);
    }
    let rest = std::mem::take(&mut walk.rest);
    passages.push(Passage::exact_only(Place::Object, rest));
}

struct Walk<'a> {
    passages: &'a mut Vec<Passage>,
    findings: &'a mut Findings,
    /// Names, keys and strings without a place of their own, with walls between.
    rest: String,
    n_decoded: usize,
}

impl Walk<'_> {
    fn object(&mut self, object: &Object, place: Place, depth: usize) {
        if depth > MAX_DEPTH {
            return self.findings.unreadable(Place::Object);
        }
        match object {
            Object::String(bytes, _) => self.text(bytes, place),
            Object::Name(bytes) => self.name(bytes, place),
            Object::Array(items) => {
                for item in items {
                    self.object(item, place, depth + 1);
                }
            }
            Object::Dictionary(entries) => self.dictionary(entries, place, depth),
            Object::Stream(stream) => {
                self.dictionary(&stream.dict, place, depth);
                self.stream(stream);
            }
            Object::Null
            | Object::Boolean(_)
            | Object::Integer(_)
            | Object::Real(_)
            | Object::Reference(_) => {}
        }
    }

    fn dictionary(&mut self, entries: &Dictionary, place: Place, depth: usize) {
        let place = place_of(entries, place);
        for (key, value) in entries {
            self.name(key, Place::Object);
            if let Some((_, forbidden)) = FORBIDDEN.iter().find(|(name, _)| name == key) {
                let is_empty = matches!(value, Object::Array(items) if items.is_empty());
                if !is_empty {
                    self.findings.structure(*forbidden);
                }
            }
            if matches!(key.as_slice(), b"Type" | b"Subtype" | b"S")
                && let Object::Name(name) = value
                && let Some((_, forbidden)) = FORBIDDEN_TYPES.iter().find(|(kind, _)| kind == name)
            {
                self.findings.structure(*forbidden);
            }
            self.object(value, place_at(key, place), depth + 1);
        }
    }

    fn name(&mut self, bytes: &[u8], place: Place) {
        if !GRAMMAR.contains(&bytes) {
            self.text(bytes, place);
        }
    }

    fn text(&mut self, bytes: &[u8], place: Place) {
        for reading in readings(bytes) {
            if place == Place::Object {
                self.rest.push_str(&reading);
                self.rest.push(WALL);
            } else {
                self.passages.push(Passage::new(place, reading));
            }
        }
    }

    fn stream(&mut self, stream: &Stream) {
        let place = match stream.dict.get(b"Type").and_then(Object::as_name) {
            Ok(b"Metadata") => Place::Xmp,
            Ok(b"EmbeddedFile") => Place::Attachment,
            _ => Place::Object,
        };
        let Ok(content) = stream.get_plain_content_with_limit(MAX_STREAM) else {
            return self.findings.unreadable(place);
        };
        self.n_decoded += content.len();
        if self.n_decoded > MAX_ALL_STREAMS {
            return self.findings.unreadable(Place::File);
        }
        if place == Place::Object && !is_text(&content) {
            let runs = printable_runs(&content);
            self.passages.push(Passage::grammar(place, runs));
            return;
        }
        for reading in readings(&content) {
            if place == Place::Xmp {
                self.passages.push(Passage::new(place, without_tags(&reading)));
            }
            let passage = if place == Place::Attachment {
                Passage::new(place, reading)
            } else {
                Passage::grammar(place, reading)
            };
            self.passages.push(passage);
        }
    }
}

/// XML without its tags, which are read as grammar, and with what they quote.
fn without_tags(text: &str) -> String {
    let mut plain = String::new();
    for quoted in text.split('"').skip(1).step_by(2) {
        plain.push_str(quoted);
        plain.push(WALL);
    }
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

/// The place that a dictionary's own type says.
fn place_of(entries: &Dictionary, place: Place) -> Place {
    let named = |key: &[u8]| entries.get(key).and_then(Object::as_name).ok();
    match (named(b"Type"), named(b"Subtype")) {
        (Some(b"Annot"), _) | (_, Some(b"Text" | b"FreeText" | b"Popup" | b"Highlight")) => {
            Place::Annotation
        }
        _ if entries.has(b"Title") && entries.has(b"Parent") => Place::Outline,
        _ if entries.has(b"FT") => Place::Form,
        _ => place,
    }
}

/// The place that a key gives its value.
fn place_at(key: &[u8], place: Place) -> Place {
    match key {
        b"ActualText" => Place::ActualText,
        b"Alt" | b"TU" => Place::AlternateText,
        b"E" => Place::ExpandedText,
        b"V" | b"DV" if place != Place::Properties => Place::Form,
        b"JS" => Place::Script,
        b"URI" => Place::Action,
        b"PageLabels" => Place::PageLabel,
        b"P" if place == Place::PageLabel => Place::PageLabel,
        b"Dests" | b"Dest" | b"D" => Place::Destination,
        b"UF" | b"F" if place == Place::Attachment => Place::Attachment,
        b"EmbeddedFiles" | b"EF" => Place::Attachment,
        _ => place,
    }
}

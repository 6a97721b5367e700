//! The text layer: what the pages say, in the order in which it is drawn.
//!
//! Text that a reader does not see (invisible, white, tiny, off the page, in a
//! layer, under a shape) is read all the same and reported as covered.

use std::collections::{HashMap, HashSet};

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::passage::{PEN_MOVED, Passage};
use crate::pdf::MAX_STREAM;
use crate::pdf::font::Font;
use crate::report::{FindingKind, Findings, Place};

mod pen;

use pen::{Matrix, Pen};

/// The deepest nesting of forms drawn within forms.
const MAX_DEPTH: usize = 12;
/// The most operations that are followed in one file.
const MAX_OPERATIONS: usize = 4_000_000;

pub(crate) fn read(document: &Document, passages: &mut Vec<Passage>, findings: &mut Findings) {
    let mut reader = Reader {
        document,
        fonts: HashMap::new(),
        forms_read: HashSet::new(),
        n_operations: 0,
        passages,
        findings,
    };
    let pages = document.get_pages();
    if pages.is_empty() {
        reader.findings.unreadable(Place::File);
    }
    for (number, id) in pages {
        reader.page(number, id);
    }
    reader.forms_no_page_draws();
}

struct Reader<'a, 'r> {
    document: &'a Document,
    /// By object, `None` where a font cannot be read.
    fonts: HashMap<ObjectId, Option<Font<'a>>>,
    forms_read: HashSet<ObjectId>,
    n_operations: usize,
    passages: &'r mut Vec<Passage>,
    findings: &'r mut Findings,
}

/// One piece of shown text.
struct Shown {
    text: String,
    other: Option<String>,
    at: (f64, f64),
    is_hidden: bool,
}

/// What one page, or one form, came to.
#[derive(Default)]
struct Layer {
    page: Option<u32>,
    shown: Vec<Shown>,
    behind: Vec<(Place, String)>,
    bounds: Option<[f64; 4]>,
}

impl<'a> Reader<'a, '_> {
    fn page(&mut self, number: u32, id: ObjectId) {
        let mut layer = Layer { page: Some(number), ..Layer::default() };
        let Ok(content) = self.document.get_page_content_with_limit(id, MAX_STREAM) else {
            return self.unreadable(&layer);
        };
        let Ok((own, inherited)) = self.document.get_page_resources(id) else {
            return self.unreadable(&layer);
        };
        let mut resources: Vec<&'a Dictionary> = own.into_iter().collect();
        for id in inherited {
            match self.document.get_dictionary(id) {
                Ok(dictionary) => resources.push(dictionary),
                Err(_) => self.unreadable(&layer),
            }
        }
        layer.bounds = self.bounds(id);
        self.content(&content, &resources, Pen::default(), 0, &mut layer);
        self.close(layer);
    }

    /// The page's own box, or the nearest that it inherits.
    fn bounds(&self, id: ObjectId) -> Option<[f64; 4]> {
        let mut page = self.document.get_dictionary(id).ok()?;
        for _ in 0..MAX_DEPTH {
            for key in [b"CropBox".as_slice(), b"MediaBox"] {
                let Ok(sides) = page.get_deref(key, self.document).and_then(Object::as_array)
                else {
                    continue;
                };
                let sides: Vec<f64> = sides.iter().filter_map(pen::number).collect();
                return sides.try_into().ok();
            }
            page = page.get_deref(b"Parent", self.document).and_then(Object::as_dict).ok()?;
        }
        None
    }

    /// Appearances, patterns and other forms that no page's content names.
    fn forms_no_page_draws(&mut self) {
        for (id, object) in &self.document.objects {
            let Object::Stream(stream) = object else { continue };
            let is_form =
                stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Form");
            let is_pattern = stream.dict.has(b"PatternType") && stream.dict.has(b"Resources");
            if (is_form || is_pattern) && !self.forms_read.contains(id) {
                let mut layer = Layer::default();
                self.form(*id, &[], Pen::default(), 0, &mut layer);
                self.close(layer);
            }
        }
    }

    fn unreadable(&mut self, layer: &Layer) {
        self.findings.without_term(Place::PageText, FindingKind::Unreadable, layer.page);
    }

    fn content(
        &mut self,
        content: &[u8],
        resources: &[&'a Dictionary],
        mut pen: Pen,
        depth: usize,
        layer: &mut Layer,
    ) {
        let Ok(content) = Content::decode_strict(content) else { return self.unreadable(layer) };
        self.n_operations += content.operations.len();
        if self.n_operations > MAX_OPERATIONS {
            return self.unreadable(layer);
        }
        let mut kept: Vec<Pen> = Vec::new();
        for operation in &content.operations {
            match operation.operator.as_str() {
                "q" => kept.push(pen.clone()),
                "Q" => {
                    if let Some(last) = kept.pop() {
                        pen.restore(last);
                    }
                }
                "Tf" => self.choose_font(operation, resources, &mut pen, layer),
                "Tj" | "TJ" | "'" | "\"" => self.show(operation, &mut pen, layer),
                "BDC" | "DP" => self.marked(operation, resources, &mut pen, layer),
                "BMC" => pen.open_mark(false),
                "EMC" => pen.close_mark(),
                "gs" => self.graphics_state(operation, resources, &mut pen),
                "Do" => self.draw(operation, resources, &pen, depth, layer),
                "BI" => {
                    self.findings.without_term(Place::Picture, FindingKind::Structure, layer.page);
                }
                _ => {
                    if let Some(shape) = pen.apply(operation) {
                        cover(layer, shape);
                    }
                }
            }
        }
    }

    fn choose_font(
        &mut self,
        operation: &Operation,
        resources: &[&'a Dictionary],
        pen: &mut Pen,
        layer: &Layer,
    ) {
        pen.size = operation.operands.get(1).and_then(pen::number).unwrap_or(0.0);
        pen.font = None;
        let name = operation.operands.first().and_then(|name| name.as_name().ok());
        let found = name.and_then(|name| self.resource(resources, b"Font", name));
        let Some((id, Ok(font))) = found.map(|(id, object)| (id, object.as_dict())) else {
            return self.findings.without_term(Place::Font, FindingKind::Unreadable, layer.page);
        };
        // A font written in place has no number; its address in the file tells it apart.
        let id = id.unwrap_or((u32::MAX, u16::try_from(self.fonts.len()).unwrap_or(u16::MAX)));
        let document = self.document;
        self.fonts.entry(id).or_insert_with(|| Font::new(document, font));
        pen.font = Some(id);
    }

    fn resource(
        &self,
        resources: &[&'a Dictionary],
        kind: &[u8],
        name: &[u8],
    ) -> Option<(Option<ObjectId>, &'a Object)> {
        resources.iter().find_map(|resources| {
            let entries = resources.get_deref(kind, self.document).ok()?.as_dict().ok()?;
            self.document.dereference(entries.get(name).ok()?).ok()
        })
    }

    fn show(&mut self, operation: &Operation, pen: &mut Pen, layer: &mut Layer) {
        if matches!(operation.operator.as_str(), "'" | "\"") {
            pen.next_line();
        }
        let mut text = String::from(pen.take_gap());
        let mut other: Option<String> = None;
        for operand in &operation.operands {
            let pieces = match operand {
                Object::Array(pieces) => pieces.as_slice(),
                piece => std::slice::from_ref(piece),
            };
            for piece in pieces {
                match piece {
                    Object::String(bytes, _) => {
                        self.piece(bytes, pen, layer, &mut text, &mut other);
                    }
                    // A jump of more than a thin space may be a new word.
                    piece if pen::number(piece).is_some_and(|jump| jump < -180.0) => {
                        text.push(PEN_MOVED);
                        if let Some(other) = &mut other {
                            other.push(PEN_MOVED);
                        }
                    }
                    _ => {}
                }
            }
        }
        let at = pen.place();
        let is_outside = layer.bounds.is_some_and(|[left, bottom, right, top]| {
            at.0 < left.min(right) - 1.0
                || at.0 > left.max(right) + 1.0
                || at.1 < bottom.min(top) - 1.0
                || at.1 > bottom.max(top) + 1.0
        });
        let is_hidden = pen.is_hidden() || is_outside;
        layer.shown.push(Shown { text, other, at, is_hidden });
    }

    fn piece(
        &mut self,
        bytes: &[u8],
        pen: &Pen,
        layer: &Layer,
        text: &mut String,
        other: &mut Option<String>,
    ) {
        let font = pen.font.and_then(|id| self.fonts.get(&id)?.as_ref());
        let Some(read) = font.map(|font| font.read(bytes)) else {
            return self.findings.without_term(Place::Font, FindingKind::Unreadable, layer.page);
        };
        if read.n_unmapped > 0 {
            self.findings.without_term(Place::Font, FindingKind::Unreadable, layer.page);
        }
        if read.other.is_some() || other.is_some() {
            let so_far = other.get_or_insert_with(|| text.clone());
            so_far.push_str(read.other.as_deref().unwrap_or(&read.text));
        }
        text.push_str(&read.text);
    }

    fn marked(
        &mut self,
        operation: &Operation,
        resources: &[&'a Dictionary],
        pen: &mut Pen,
        layer: &mut Layer,
    ) {
        let tag = operation.operands.first().and_then(|tag| tag.as_name().ok());
        let is_layer = tag == Some(b"OC");
        if operation.operator == "BDC" {
            pen.open_mark(is_layer);
        }
        let properties = match operation.operands.get(1) {
            Some(Object::Dictionary(properties)) => Some(properties),
            Some(Object::Name(name)) => self
                .resource(resources, b"Properties", name)
                .and_then(|(_, object)| object.as_dict().ok()),
            _ => None,
        };
        for (key, place) in [
            (b"ActualText".as_slice(), Place::ActualText),
            (b"Alt", Place::AlternateText),
            (b"E", Place::ExpandedText),
        ] {
            let text = properties.and_then(|properties| properties.get(key).ok()?.as_str().ok());
            for reading in text.map(super::strings::readings).unwrap_or_default() {
                layer.behind.push((place, reading));
            }
        }
    }

    fn graphics_state(&self, operation: &Operation, resources: &[&'a Dictionary], pen: &mut Pen) {
        let name = operation.operands.first().and_then(|name| name.as_name().ok());
        let state = name
            .and_then(|name| self.resource(resources, b"ExtGState", name))
            .and_then(|(_, object)| object.as_dict().ok());
        if let Some(opacity) = state.and_then(|state| pen::number(state.get(b"ca").ok()?)) {
            pen.opacity = opacity;
        }
    }

    fn draw(
        &mut self,
        operation: &Operation,
        resources: &[&'a Dictionary],
        pen: &Pen,
        depth: usize,
        layer: &mut Layer,
    ) {
        let name = operation.operands.first().and_then(|name| name.as_name().ok());
        match name.and_then(|name| self.resource(resources, b"XObject", name)) {
            Some((Some(id), Object::Stream(stream))) => {
                if stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Form") {
                    self.form(id, resources, pen.clone(), depth + 1, layer);
                }
            }
            _ => self.unreadable(layer),
        }
    }

    fn form(
        &mut self,
        id: ObjectId,
        outer: &[&'a Dictionary],
        mut pen: Pen,
        depth: usize,
        layer: &mut Layer,
    ) {
        self.forms_read.insert(id);
        let document = self.document;
        let Ok(Object::Stream(stream)) = document.get_object(id) else {
            return self.unreadable(layer);
        };
        let Ok(content) = stream.get_plain_content_with_limit(MAX_STREAM) else {
            return self.unreadable(layer);
        };
        if depth > MAX_DEPTH {
            return self.unreadable(layer);
        }
        let matrix = stream.dict.get_deref(b"Matrix", document).and_then(Object::as_array);
        if let Some(matrix) = matrix.ok().and_then(|items| Matrix::from_items(items)) {
            pen.transform(matrix);
        }
        if stream.dict.has(b"OC") {
            pen.open_mark(true);
        }
        let own = stream.dict.get_deref(b"Resources", document).and_then(Object::as_dict).ok();
        let resources: Vec<&'a Dictionary> = own.into_iter().chain(outer.iter().copied()).collect();
        self.content(&content, &resources, pen, depth, layer);
    }

    /// Hands on a finished layer: all its text, then what is hidden, then what
    /// stands behind it.
    fn close(&mut self, layer: Layer) {
        let joined = |pieces: &mut dyn Iterator<Item = &str>| pieces.collect::<String>();
        let text = joined(&mut layer.shown.iter().map(|shown| shown.text.as_str()));
        self.passages.push(Passage::on_page(Place::PageText, layer.page, text));
        if layer.shown.iter().any(|shown| shown.other.is_some()) {
            let other = joined(
                &mut layer.shown.iter().map(|shown| shown.other.as_deref().unwrap_or(&shown.text)),
            );
            self.passages.push(Passage::on_page(Place::PageText, layer.page, other));
        }
        let hidden = joined(
            &mut layer
                .shown
                .iter()
                .filter(|shown| shown.is_hidden)
                .map(|shown| shown.text.as_str()),
        );
        if hidden.chars().any(char::is_alphanumeric) {
            self.findings.without_term(Place::HiddenText, FindingKind::CoveredText, layer.page);
            self.passages.push(Passage::on_page(Place::HiddenText, layer.page, hidden));
        }
        for place in [Place::ActualText, Place::AlternateText, Place::ExpandedText] {
            let behind = joined(
                &mut layer
                    .behind
                    .iter()
                    .filter(|(own, _)| *own == place)
                    .map(|(_, text)| text.as_str()),
            );
            self.passages.push(Passage::on_page(place, layer.page, behind));
        }
        for (place, text) in layer.behind {
            self.passages.push(Passage::on_page(place, layer.page, text));
        }
    }
}

/// A filled shape hides what was shown under it before.
fn cover(layer: &mut Layer, [left, bottom, right, top]: [f64; 4]) {
    for shown in &mut layer.shown {
        let (x, y) = shown.at;
        let is_under = x >= left - 2.0 && x < right && y >= bottom - 4.0 && y < top;
        shown.is_hidden |= is_under;
    }
}

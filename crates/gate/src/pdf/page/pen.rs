//! The state of drawing: where the pen is, how it writes, whether it shows.

use lopdf::content::Operation;
use lopdf::{Object, ObjectId};

use crate::passage::PEN_MOVED;

/// Text smaller than this many points is not read by anybody.
const TINY: f64 = 1.5;

/// A number operand.
pub(crate) fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from)
}

/// An affine transformation, as PDF writes it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matrix([f64; 6]);

impl Matrix {
    const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn from_items(items: &[Object]) -> Option<Self> {
        let numbers: Vec<f64> = items.iter().filter_map(number).collect();
        numbers.try_into().ok().map(Self)
    }

    /// This one first, then `next`.
    fn then(self, next: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, next.0);
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    fn point(self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How much it enlarges, roughly.
    fn scale(self) -> f64 {
        let [a, b, c, d, _, _] = self.0;
        (a * d - b * c).abs().sqrt()
    }
}

/// The state of drawing.
#[derive(Debug, Clone)]
pub(super) struct Pen {
    pub(super) font: Option<ObjectId>,
    pub(super) size: f64,
    pub(super) opacity: f64,
    page: Matrix,
    text: Matrix,
    line: Matrix,
    leading: f64,
    mode: i64,
    is_white: bool,
    has_moved: bool,
    /// Open marked content; whether each is a layer.
    marks: Vec<bool>,
    corners: Vec<(f64, f64)>,
}

impl Default for Pen {
    fn default() -> Self {
        Self {
            font: None,
            size: 0.0,
            opacity: 1.0,
            page: Matrix::SAME,
            text: Matrix::SAME,
            line: Matrix::SAME,
            leading: 0.0,
            mode: 0,
            is_white: false,
            has_moved: true,
            marks: Vec::new(),
            corners: Vec::new(),
        }
    }
}

impl Pen {
    /// Back to a kept state; marks and the text position are not part of it.
    pub(super) fn restore(&mut self, kept: Self) {
        let marks = std::mem::take(&mut self.marks);
        *self = Self { marks, has_moved: true, ..kept };
    }

    pub(super) fn transform(&mut self, matrix: Matrix) {
        self.page = matrix.then(self.page);
    }

    pub(super) fn open_mark(&mut self, is_layer: bool) {
        self.marks.push(is_layer);
    }

    pub(super) fn close_mark(&mut self) {
        self.marks.pop();
    }

    pub(super) fn next_line(&mut self) {
        self.move_line(0.0, -self.leading);
    }

    /// The mark to write before the next text, if the pen was moved.
    pub(super) fn take_gap(&mut self) -> &'static str {
        const MOVED: &str = "\u{1E}";
        debug_assert!(MOVED.starts_with(PEN_MOVED));
        if std::mem::take(&mut self.has_moved) { MOVED } else { "" }
    }

    /// Where on the page the next letter stands.
    pub(super) fn place(&self) -> (f64, f64) {
        self.text.then(self.page).point((0.0, 0.0))
    }

    pub(super) fn is_hidden(&self) -> bool {
        let height = self.size.abs() * self.text.then(self.page).scale();
        matches!(self.mode, 3 | 7)
            || self.is_white
            || self.opacity < 0.05
            || height < TINY
            || self.marks.contains(&true)
    }

    /// Any operation but those that show text or draw objects. A shape that was
    /// filled comes back as left, bottom, right, top on the page.
    pub(super) fn apply(&mut self, operation: &Operation) -> Option<[f64; 4]> {
        let numbers: Vec<f64> = operation.operands.iter().filter_map(number).collect();
        match (operation.operator.as_str(), numbers.as_slice()) {
            ("cm", [a, b, c, d, e, f]) => self.transform(Matrix([*a, *b, *c, *d, *e, *f])),
            ("BT", _) => {
                self.text = Matrix::SAME;
                self.line = Matrix::SAME;
                self.has_moved = true;
            }
            ("Tm", [a, b, c, d, e, f]) => {
                self.line = Matrix([*a, *b, *c, *d, *e, *f]);
                self.text = self.line;
                self.has_moved = true;
            }
            ("Td", [x, y]) => self.move_line(*x, *y),
            ("TD", [x, y]) => {
                self.leading = -y;
                self.move_line(*x, *y);
            }
            ("T*", _) => self.next_line(),
            ("TL", [leading]) => self.leading = *leading,
            ("Tr", [_]) => {
                self.mode =
                    operation.operands.first().and_then(|mode| mode.as_i64().ok()).unwrap_or(3);
            }
            ("g", [grey]) => self.is_white = *grey > 0.97,
            ("rg", [red, green, blue]) => self.is_white = red.min(*green).min(*blue) > 0.97,
            ("k", inks) if inks.len() == 4 => self.is_white = inks.iter().all(|ink| *ink < 0.03),
            // Colour spaces of one to three components: white is all ones.
            ("sc" | "scn", inks @ ([_] | [_, _, _])) => {
                self.is_white = inks.iter().all(|ink| *ink > 0.97);
            }
            ("sc" | "scn", inks @ [_, _, _, _]) => {
                self.is_white = inks.iter().all(|ink| *ink < 0.03);
            }
            ("re", [x, y, width, height]) => {
                for corner in [(*x, *y), (x + width, *y), (*x, y + height), (x + width, y + height)]
                {
                    self.corners.push(self.page.point(corner));
                }
            }
            ("m" | "l", [x, y]) | ("v" | "y", [_, _, x, y]) | ("c", [_, _, _, _, x, y]) => {
                self.corners.push(self.page.point((*x, *y)));
            }
            ("n" | "S" | "s", _) => self.corners.clear(),
            ("f" | "F" | "f*" | "B" | "B*" | "b" | "b*", _) => return self.fill(),
            _ => {}
        }
        None
    }

    fn fill(&mut self) -> Option<[f64; 4]> {
        let corners = std::mem::take(&mut self.corners);
        if corners.is_empty() || self.opacity < 0.5 {
            return None;
        }
        let sides = corners.iter().fold(
            [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY],
            |[left, bottom, right, top], (x, y)| {
                [left.min(*x), bottom.min(*y), right.max(*x), top.max(*y)]
            },
        );
        // A rule under or through text covers nothing.
        let is_rule = sides[2] - sides[0] < 3.0 || sides[3] - sides[1] < 3.0;
        (!is_rule).then_some(sides)
    }

    fn move_line(&mut self, x: f64, y: f64) {
        self.line = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(self.line);
        self.text = self.line;
        self.has_moved = true;
    }
}

//! Exact forms of the register, whatever stands between their parts.

use std::ops::Range;

use super::lexicon::{Automaton, Lexicon};
use super::{Hit, Text};
use crate::forms::{Care, Form, Term};
use crate::span::{Certainty, Detector, Meaning, Owner};
use crate::squeeze::Joint;
use crate::words::{
    Casing, Shape, Standpoint, Word, is_abbreviation, is_ordinary, is_stock, is_title,
};

/// The longest gap between two parts of one name, in bytes ("Khan,\r\n  Ali").
const LONGEST_GAP: usize = 8;

/// A spelling so long that a gap in an odd place is a slip and not another word.
const LONG_SPELLING: usize = 8;

pub(super) fn find(text: &Text, lexicon: &Lexicon) -> Vec<Hit> {
    let mut hits = Vec::new();
    find_with(text, &lexicon.letters, &text.squeezed.bytes, &mut hits);
    if lexicon.numbers.search.is_some() {
        find_with(text, &lexicon.numbers, &text.squeezed.with_noughts(), &mut hits);
    }
    hits
}

fn find_with(text: &Text, automaton: &Automaton, bytes: &[u8], hits: &mut Vec<Hit>) {
    let Some(search) = &automaton.search else {
        return;
    };
    for found in search.find_overlapping_iter(bytes) {
        let range = found.start()..found.end();
        let (before, after) = (joint(text, range.start), joint(text, range.end));
        if before == Joint::None || after == Joint::None {
            continue;
        }
        let entry = &automaton.entries[found.pattern().as_usize()];
        let best = entry
            .terms
            .iter()
            .filter_map(|term| Some((certainty(text, term, &range, before, after)?, term)))
            .min_by_key(|(certainty, _)| *certainty);
        let Some((certainty, term)) = best else {
            continue;
        };
        let at = text.squeezed.range(&range);
        hits.push(Hit {
            start: at.start,
            end: at.end,
            label: term.label(),
            owner: Owner::Registered(entry.owners.clone()),
            detector: Detector::Register,
            certainty,
            meaning: if term.form() == Form::Plural { Meaning::Family } else { Meaning::Words },
        });
    }
}

fn joint(text: &Text, index: usize) -> Joint {
    text.squeezed.joint(&text.folded, index)
}

/// Whether these letters, as they stand here, are this term.
fn certainty(
    text: &Text,
    term: &Term,
    range: &Range<usize>,
    before: Joint,
    after: Joint,
) -> Option<Certainty> {
    let is_soft = before == Joint::Soft || after == Joint::Soft;
    if !gaps_fit(text, term, range) {
        return None;
    }
    match (term.form(), term.care()) {
        (Form::Number, _) => (!is_soft || term.letters().len() >= 5).then_some(Certainty::Certain),
        (Form::Initials | Form::WithInitial, _) if touches_own_words(text, range) => None,
        (Form::Initials, _) if !is_soft => initials(text, term, range),
        (Form::Initials, _) => None,
        (Form::WithInitial, _) => with_initial(text, term, range),
        (_, Care::Stem) => touches_sign(text, range).then_some(Certainty::Certain),
        (form, Care::Capital) => capital(text, term, range)
            .map(|found| if form == Form::Head { Certainty::Suggested } else { found }),
        (Form::Head, _) => Some(Certainty::Suggested),
        _ => Some(Certainty::Certain),
    }
}

/// Gaps may stand where the name breaks, at a hyphen before a line end, or between all letters.
fn gaps_fit(text: &Text, term: &Term, range: &Range<usize>) -> bool {
    let mut n_odd = 0;
    let mut n_short_odd = 0;
    let bytes = text.folded.lower.as_bytes();
    for index in range.start + 1..range.end {
        let gap = text.squeezed.gap(index);
        if gap.is_empty() {
            continue;
        }
        let between = &bytes[gap.clone()];
        let n_lines = between.iter().filter(|&&byte| byte == b'\n').count();
        if between.len() > LONGEST_GAP
            || n_lines > 1
            || between.iter().any(|byte| matches!(byte, b'!' | b'?' | b';'))
        {
            return false;
        }
        let is_break =
            u16::try_from(index - range.start).is_ok_and(|offset| term.breaks().contains(&offset));
        let is_line_end = between.first() == Some(&b'-') && n_lines == 1;
        if !is_break && !is_line_end {
            n_odd += 1;
            n_short_odd += usize::from(between.len() == 1 && between != b"'");
        }
    }
    let n_letters = range.len();
    let is_spaced_out = n_letters >= 4 && n_odd + term.breaks().len() + 1 >= n_letters;
    n_odd == 0 || is_spaced_out || (n_letters >= LONG_SPELLING && n_odd == 1 && n_short_odd == 1)
}

fn plain_byte(text: &Text, index: usize) -> u8 {
    let at = text.squeezed.range(&(index..index + 1)).start;
    text.folded.plain.as_bytes().get(at).copied().unwrap_or(0)
}

/// A byte that could begin a name: a capital, or a letter of a script that this fold leaves alone.
fn is_capital(byte: u8) -> bool {
    byte.is_ascii_uppercase() || !byte.is_ascii() || byte.is_ascii_digit()
}

fn capital(text: &Text, term: &Term, range: &Range<usize>) -> Option<Certainty> {
    let at = text.squeezed.range(range).start;
    let index = text.words.index_at(at);
    let before = index.checked_sub(1).and_then(|before| text.words.list.get(before));
    let follows_title = before.is_some_and(|word| {
        is_title(&text.folded.lower[word.start..word.end]) && at.saturating_sub(word.end) <= 3
    });
    if text.words.casing() == Casing::Unmarked {
        return Some(if follows_title { Certainty::Certain } else { Certainty::Suggested });
    }
    if !is_capital(plain_byte(text, range.start)) {
        return follows_title.then_some(Certainty::Suggested);
    }
    let opens = text
        .words
        .list
        .get(index)
        .is_some_and(|word| word.start == at && word.standpoint == Standpoint::Opening);
    let is_plain_evidence = !opens && !is_stock(term.letters()) && !is_abbreviation(term.letters());
    Some(if follows_title || is_plain_evidence { Certainty::Certain } else { Certainty::Suggested })
}

fn initials(text: &Text, term: &Term, range: &Range<usize>) -> Option<Certainty> {
    let lower = text.folded.lower.as_bytes();
    let gaps = (range.start + 1..range.end).map(|index| text.squeezed.gap(index));
    let gaps: Vec<&[u8]> = gaps.map(|gap| &lower[gap]).collect();
    let is_dotted = gaps.iter().all(|gap| gap.first() == Some(&b'.'));
    let is_tight = gaps.iter().all(|gap| gap.is_empty());
    if !is_dotted && !is_tight {
        return None;
    }
    let is_upper = (range.start..range.end).all(|index| is_capital(plain_byte(text, index)));
    let is_unmarked = text.words.casing() == Casing::Unmarked;
    let at = text.squeezed.range(range);
    let speaks =
        lower.get(at.end) == Some(&b':') || (is_dotted && lower.get(at.end + 1) == Some(&b':'));
    let is_word = is_abbreviation(term.letters()) || is_ordinary(term.letters());
    match (is_upper, is_unmarked) {
        (true, false) if is_dotted => Some(Certainty::Certain),
        (true, false) if !is_word => Some(Certainty::Certain),
        (true, false) => Some(Certainty::Suggested),
        (_, true) if is_dotted || speaks || !is_word => Some(Certainty::Suggested),
        _ => None,
    }
}

fn with_initial(text: &Text, term: &Term, range: &Range<usize>) -> Option<Certainty> {
    let mut certainty = Certainty::Certain;
    let mut from = 0;
    let ends = term.breaks().iter().map(|&at| usize::from(at)).chain([term.letters().len()]);
    for end in ends {
        let part = term.letters().get(from..end).unwrap_or_default();
        let start = range.start + from;
        if part.chars().count() == 1 {
            let is_apart = |index: usize| joint(text, index) == Joint::Hard;
            if !is_apart(start) || !is_apart(start + part.len()) {
                return None;
            }
            if !is_capital(plain_byte(text, start)) {
                if text.words.casing() == Casing::Usual {
                    return None;
                }
                certainty = Certainty::Suggested;
            }
        } else if is_ordinary(part) && !is_capital(plain_byte(text, start)) {
            certainty = Certainty::Suggested;
            if text.words.casing() == Casing::Usual {
                return None;
            }
        }
        from = end;
    }
    Some(certainty)
}

/// The letter of a pseudonym ("Child B") is nobody's initial.
fn touches_own_words(text: &Text, range: &Range<usize>) -> bool {
    let at = text.squeezed.range(range);
    text.own.has(at.start) || text.own.has(at.end - 1)
}

fn touches_sign(text: &Text, range: &Range<usize>) -> bool {
    let at = text.squeezed.range(range);
    let lower = text.folded.lower.as_bytes();
    let is_sign = |byte: &u8| matches!(byte, b'@' | b'_' | b'#') || byte.is_ascii_digit();
    lower.get(at.end).is_some_and(is_sign)
        || at.start.checked_sub(1).and_then(|before| lower.get(before)).is_some_and(is_sign)
}

/// Whether a word of the text could be a name at all: some capital, or a text without capitals.
pub(super) fn could_be_name(text: &Text, word: &Word) -> bool {
    match word.shape {
        _ if text.own.has(word.start) => false,
        Shape::Capital | Shape::Upper | Shape::Mixed => true,
        Shape::Lower => text.words.casing() == Casing::Unmarked,
        Shape::Code => false,
    }
}

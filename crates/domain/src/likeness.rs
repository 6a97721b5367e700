//! Names that may be one name: how a word sounds, and how far two spellings are apart.
//!
//! For finding people only: it must never decide that two people are one.

use crate::text::SearchKey;

/// How an English speaker would hear a folded word: first sound, then consonants by family,
/// doubles and vowels left out. "catherine" and "kathryn" both give "ktrn"; "stephen" and
/// "steven" both give "stfn". Words of other languages are only brought nearer, never lost: the
/// spelling is compared as well.
#[must_use]
pub fn sound(word: &str) -> String {
    const HEARD: &[(&str, &str)] = &[
        ("sch", "s"),
        ("tch", "j"),
        ("ph", "f"),
        ("gh", "g"),
        ("kn", "n"),
        ("wr", "r"),
        ("ck", "k"),
        ("ch", "j"),
        ("sh", "s"),
        ("th", "t"),
        ("qu", "k"),
        ("ce", "s"),
        ("ci", "s"),
        ("cy", "s"),
        ("dg", "j"),
        ("ge", "j"),
        ("gi", "j"),
    ];
    let mut key = String::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let (heard, length) = HEARD
            .iter()
            .find(|(letters, _)| rest.starts_with(letters))
            .map_or((None, first.len_utf8()), |(letters, heard)| {
                (heard.chars().next(), letters.len())
            });
        let heard = heard.or_else(|| letter(first, key.is_empty()));
        if let Some(heard) = heard
            && !key.ends_with(heard)
        {
            key.push(heard);
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    key
}

/// The family of one letter; vowels sound only at the head of a word.
const fn letter(letter: char, is_first: bool) -> Option<char> {
    match letter {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'w' if !is_first => None,
        'a' | 'e' | 'i' | 'o' | 'u' => Some('a'),
        'c' | 'k' | 'q' => Some('k'),
        's' | 'z' | 'x' => Some('s'),
        'f' | 'v' => Some('f'),
        'b' | 'p' => Some('p'),
        'd' | 't' => Some('t'),
        other => Some(other),
    }
}

/// How many letters must be added, left out, changed or swapped with their neighbour to make one
/// word of the other (optimal string alignment).
#[must_use]
pub fn distance(one: &str, other: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    let at = |rows: &[Vec<usize>], i: usize, j: usize| {
        rows.get(i).and_then(|row| row.get(j)).copied().unwrap_or(usize::MAX / 2)
    };
    for (i, left) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, right) in b.iter().enumerate() {
            let beside = row.last().copied().unwrap_or_default() + 1;
            let changed = at(&rows, i, j) + usize::from(left != right);
            let mut best = beside.min(at(&rows, i, j + 1) + 1).min(changed);
            let is_swapped =
                i > 0 && j > 0 && a.get(i - 1) == Some(right) && b.get(j - 1) == Some(left);
            if is_swapped {
                best = best.min(at(&rows, i - 1, j - 1) + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    at(&rows, a.len(), b.len())
}

/// Whether one word may be the other misspelt: one slip in four letters or more, two in eight.
#[must_use]
pub fn is_near(one: &str, other: &str) -> bool {
    let (n, m) = (one.chars().count(), other.chars().count());
    let slips = match n.min(m) {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    n.abs_diff(m) <= slips && distance(one, other) <= slips
}

/// Whether one word may be the other, by sound or by spelling.
#[must_use]
pub fn is_similar(one: &str, other: &str) -> bool {
    is_near(one, other) || (one.len() > 2 && other.len() > 2 && sound(one) == sound(other))
}

/// How a folded word answers to one that was asked for, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// As typed.
    Exact,
    /// It begins as typed.
    Prefix,
    /// It sounds alike, or is spelt nearly so.
    Similar,
}

impl Likeness {
    /// How a word answers to the one asked for, if it does.
    #[must_use]
    pub fn of_word(asked: &str, word: &str) -> Option<Self> {
        if word == asked {
            Some(Self::Exact)
        } else if word.starts_with(asked) {
            Some(Self::Prefix)
        } else {
            is_similar(asked, word).then_some(Self::Similar)
        }
    }

    /// How a name answers to all the words asked for: as surely as the least sure of them. None
    /// when one of them is not in it.
    #[must_use]
    pub fn of_name(asked: &SearchKey, name: &SearchKey) -> Option<Self> {
        let best = |asked| name.words().filter_map(|word| Self::of_word(asked, word)).min();
        let each = asked.words().map(best).collect::<Option<Vec<_>>>()?;
        each.into_iter().max()
    }
}

#[cfg(test)]
mod tests {
    use super::{Likeness, distance, is_near, is_similar, sound};
    use crate::text::SearchKey;

    #[test]
    fn names_that_are_heard_alike_have_one_sound() {
        for (one, other) in [
            ("catherine", "kathryn"),
            ("stephen", "steven"),
            ("philip", "fillip"),
            ("zara", "sarah"),
            ("geoffrey", "jeffrey"),
        ] {
            assert_eq!(sound(one), sound(other), "{one} {other}");
        }
        assert_ne!(sound("robin"), sound("rowan"));
    }

    #[test]
    fn a_slip_of_the_finger_is_near() {
        assert_eq!(distance("jaiden", "jaidne"), 1);
        assert!(is_near("mohammed", "mohamed"));
        assert!(!is_near("sam", "pam"));
        assert!(is_similar("aysha", "aisha"));
    }

    #[test]
    fn letters_of_any_alphabet_are_taken() {
        assert_eq!(distance("анна", "анно"), 1);
        assert!(!sound("анна").is_empty());
    }

    #[test]
    fn a_name_answers_as_surely_as_its_least_sure_word() {
        let likeness = |asked, name| Likeness::of_name(&SearchKey::of(asked), &SearchKey::of(name));
        assert_eq!(likeness("ZAK sian", "Siân Žak"), Some(Likeness::Exact));
        assert_eq!(likeness("si zak", "Siân Žak"), Some(Likeness::Prefix));
        assert_eq!(likeness("shan zak", "Siân Žak"), Some(Likeness::Similar));
        assert_eq!(likeness("sian vale", "Siân Žak"), None);
        assert_eq!(likeness("?", "Siân Žak"), None);
    }
}

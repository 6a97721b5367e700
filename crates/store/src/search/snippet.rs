//! A few words of a long text around those that were looked for.
//!
//! It must never show more than [`LONGEST`] characters: a list of hits is no place to read a
//! record.

use domain::text::SearchKey;

/// The longest snippet, in characters, with the marks of what was left out.
const LONGEST: usize = 120;

/// How much of it stands before the first word that was found.
const BEFORE: usize = 30;

/// What stands for the text left out.
const LEFT_OUT: char = '…';

struct Word<'a> {
    text: &'a str,
    length: usize,
    key: SearchKey,
}

/// The part of a text that has most of the words asked for; its beginning when it has none.
pub(super) fn around(body: &str, asked: &SearchKey) -> String {
    let words: Vec<Word<'_>> = body
        .split_whitespace()
        .map(|text| Word { text, length: text.chars().count(), key: SearchKey::of(text) })
        .collect();
    let hit = best(&words, asked);
    let first = start(&words, hit);
    let is_cut_before = first > 0;
    let room = LONGEST - 1 - usize::from(is_cut_before);
    let mut snippet = String::new();
    if is_cut_before {
        snippet.push(LEFT_OUT);
    }
    let (mut used, mut shown) = (0, first);
    for word in words.iter().skip(first) {
        let space = usize::from(shown > first);
        if used + space + word.length > room {
            break;
        }
        if space > 0 {
            snippet.push(' ');
        }
        snippet.push_str(word.text);
        used += space + word.length;
        shown += 1;
    }
    if used == 0 {
        // One word longer than a snippet.
        snippet.extend(words.iter().skip(first).flat_map(|word| word.text.chars()).take(room));
    }
    if shown < words.len() {
        snippet.push(LEFT_OUT);
    }
    snippet
}

/// The word from which the most of the words asked for are in sight.
fn best(words: &[Word<'_>], asked: &SearchKey) -> usize {
    let in_sight = |from: usize| {
        let mut left = LONGEST - BEFORE;
        let fits = |word: &&Word<'_>| {
            let fits = word.length < left;
            left = left.saturating_sub(word.length + 1);
            fits
        };
        let seen: Vec<&Word<'_>> = words.iter().skip(from).take_while(fits).collect();
        let most = |asked| seen.iter().map(|word| worth(word, asked)).max().unwrap_or_default();
        asked.words().map(most).sum::<usize>()
    };
    let hits = words.iter().enumerate();
    let hits = hits.filter(|(_, word)| asked.words().any(|asked| worth(word, asked) > 0));
    // The first of the best: `max_by_key` keeps the last of equals.
    hits.map(|(at, _)| at).rev().max_by_key(|at| in_sight(*at)).unwrap_or_default()
}

/// How well a word answers one that is asked for: the whole of it better than its beginning.
fn worth(word: &Word<'_>, asked: &str) -> usize {
    let of_one = |word: &str| usize::from(word.starts_with(asked)) + usize::from(word == asked);
    word.key.words().map(of_one).max().unwrap_or_default()
}

/// As far before the hit as there is room.
fn start(words: &[Word<'_>], hit: usize) -> usize {
    let mut room = BEFORE;
    let before = words.iter().take(hit).rev().take_while(|word| {
        let fits = word.length < room;
        room = room.saturating_sub(word.length + 1);
        fits
    });
    hit - before.count()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, around};
    use domain::text::SearchKey;

    fn snippet(body: &str, asked: &str) -> String {
        let snippet = around(body, &SearchKey::of(asked));
        assert!(snippet.chars().count() <= LONGEST, "{snippet}");
        snippet
    }

    #[test]
    fn a_short_text_is_shown_whole_on_one_line() {
        assert_eq!(snippet("Seen at\nthe café.", "CAFE"), "Seen at the café.");
        assert_eq!(snippet("", "cafe"), "");
    }

    #[test]
    fn a_long_text_is_cut_on_both_sides_between_words() {
        let body = format!("{}seen at the café {}", "before ".repeat(99), "after ".repeat(99));
        let snippet = snippet(&body, "cafe");
        assert!(snippet.starts_with("…before ") && snippet.ends_with(" after…"), "{snippet}");
        assert!(snippet.contains("seen at the café"), "{snippet}");
    }

    #[test]
    fn the_place_with_most_of_the_words_is_shown() {
        let body = format!("A train came. {}He took a train to Skegness.", "More. ".repeat(99));
        assert!(snippet(&body, "train skegness").ends_with("train to Skegness."));
    }

    #[test]
    fn a_word_is_shown_where_it_stands_whole_and_never_inside_another() {
        let body = format!("The same sleet. {}Seen with Sam-Lee.", "More. ".repeat(99));
        assert!(snippet(&body, "sam").ends_with("Seen with Sam-Lee."));
        assert!(snippet(&body, "lee").ends_with("Seen with Sam-Lee."));
    }

    #[test]
    fn one_endless_word_is_cut() {
        assert_eq!(snippet(&"é".repeat(500), "e").chars().count(), LONGEST);
    }
}

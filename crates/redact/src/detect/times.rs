//! Dates in every spelling, dates of birth, and ages.

use chrono::NaiveDate;
use regex::Regex;

use super::lexicon::Lexicon;
use super::patterns::{Take, build, each_match};
use super::{Hit, Text};
use crate::error::RedactError;
use crate::span::{Certainty, Detector, Label, Meaning, Owner};

macro_rules! month { () => {
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
}; }

macro_rules! weekday {
    () => {
        r"(?:(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?,?[ ]{1,2}(?:the[ ])?)?"
    };
}

const NUMERIC: &str = concat!(
    weekday!(),
    r"[0-9o]{1,2}[ ]?[ ./\-][ ]?[0-9o]{1,2}[ ]?[ ./\-][ ]?(?:[0-9o]{4}|[0-9o]{2})(?-u:\b)"
);
const YEAR_FIRST: &str = r"(?:19|20)[0-9o]{2}[ ./\-][0-9o]{1,2}[ ./\-][0-9o]{1,2}";
const RUN_TOGETHER: &str = r"[0-9]{8}|[0-9]{6}";
const DAY_MONTH: &str = concat!(
    weekday!(),
    r"[0-9o]{1,2}[ ]{0,2}(?:st|nd|rd|th)?(?:[ ]{1,2}of)?(?:[ .,\-/\r\n]{1,2}(?:day[ ]of[ ])?|)",
    month!(),
    r"(?:[ .,'\-/\r\n]{1,3}(?:(?:19|20)[0-9o]{2}|[0-9]{2}))?"
);
const MONTH_DAY: &str = concat!(
    weekday!(),
    month!(),
    r"[ .\-]{1,2}(?:the[ ])?[0-9]{1,2}(?:st|nd|rd|th)?(?:[ ,'\-]{1,3}(?:(?:19|20)[0-9o]{2}|[0-9]{2}))?"
);
const MONTH_YEAR: &str = concat!(month!(), r"[ ,'\-]{1,3}(?:19|20)[0-9o]{2}");
const AGE: &str = concat!(
    r"(?:aged|age|age of|turned|turning|turns)[ :]{1,3}([0-9]{1,2})(?:[ ]?(?:years?|yrs?))?(?:[ ]old)?",
    r"|([0-9]{1,2})[ \-]{0,2}(?:yo|y/o|yrs?|(?:years?|yrs?|months?|weeks?)[ \-]{1,2}(?:old|of age))",
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)[ \-](?:years?|months?|weeks?)[ \-]olds?",
    r"|(?:is|was|nearly|almost|just)[ ]{1,2}([0-9]{1,2})(?:[ ]{1,2}(?:and|now|today)|[.,;])"
);

/// Words that announce a birthday.
const BIRTH_WORDS: &[&str] = &["dob", "d.o.b", "d o b", "birth", "born", "birthday"];

/// How far before a date a word may announce it, in bytes.
const ANNOUNCED_WITHIN: usize = 24;

/// How the pieces of a date stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    YearFirst,
    MonthFirst,
    RunTogether,
    MonthAndYear,
}

/// The recognisers of dates and ages.
pub(super) struct Times {
    dates: Vec<(Order, Regex)>,
    age: Regex,
}

impl Times {
    pub(super) fn new() -> Result<Self, RedactError> {
        let dates = [
            (Order::DayFirst, NUMERIC),
            (Order::YearFirst, YEAR_FIRST),
            (Order::DayFirst, DAY_MONTH),
            (Order::MonthFirst, MONTH_DAY),
            (Order::MonthAndYear, MONTH_YEAR),
            (Order::RunTogether, RUN_TOGETHER),
        ];
        let dates = dates
            .into_iter()
            .map(|(order, pattern)| Ok((order, build("date", pattern)?)))
            .collect::<Result<_, _>>()?;
        Ok(Self { dates, age: build("age", AGE)? })
    }

    pub(super) fn find(&self, text: &Text, lexicon: &Lexicon, hits: &mut Vec<Hit>) {
        let lower = text.folded.lower.as_str();
        for (order, regex) in &self.dates {
            each_match(regex, lower, 0, |range, _| {
                let Some(read) = is_clear(lower, range.start, range.end)
                    .then(|| read_date(&lower[range.clone()], *order))
                    .flatten()
                else {
                    return Take::Retry(range.start);
                };
                match date_hit(lower, lexicon, range.start, range.end, *order, &read) {
                    Some(hit) => hits.push(hit),
                    None => return Take::Retry(range.start),
                }
                Take::Next
            });
        }
        each_match(&self.age, lower, 0, |range, _| {
            if !is_clear(lower, range.start, range.end) {
                return Take::Retry(range.start);
            }
            let digits: String =
                lower[range.clone()].chars().filter(char::is_ascii_digit).collect();
            let is_years =
                !lower[range.clone()].contains("month") && !lower[range.clone()].contains("week");
            let meaning =
                digits.parse().ok().filter(|_| is_years).map_or(Meaning::Words, Meaning::Years);
            let verbs = ["is ", "was ", "nearly ", "almost ", "just "];
            let follows_verb = verbs.iter().any(|verb| lower[range.clone()].starts_with(verb));
            let certainty = if follows_verb { Certainty::Suggested } else { Certainty::Certain };
            let n_before = if follows_verb {
                lower[range.clone()].find(|c: char| c.is_ascii_digit()).unwrap_or(0)
            } else {
                0
            };
            let start = range.start + n_before;
            let end = if follows_verb { start + digits.len() } else { range.end };
            hits.push(Hit {
                start,
                end,
                label: Label::Age,
                owner: Owner::Nobody,
                detector: Detector::Identifier,
                certainty,
                meaning,
            });
            Take::Next
        });
    }
}

fn is_clear(lower: &str, start: usize, end: usize) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !is_letter(lower[..start].chars().next_back()) && !is_letter(lower[end..].chars().next())
}

/// A date as written: the days it may mean (day or month first, either century), or a month, or no more than a day.
struct Read {
    days: Vec<NaiveDate>,
    month: Option<(i32, u32)>,
}

fn date_hit(
    lower: &str,
    lexicon: &Lexicon,
    start: usize,
    end: usize,
    order: Order,
    read: &Read,
) -> Option<Hit> {
    let is_birth = is_announced(lower, start);
    let born = read.days.iter().find_map(|day| Some((*day, lexicon.born_on(*day)?)));
    if order == Order::RunTogether && !is_birth && born.is_none() {
        return None;
    }
    let meaning = match (read.days.first(), read.month) {
        (Some(day), _) => Meaning::Day(born.map_or(*day, |(day, _)| day)),
        (None, Some((year, month))) => Meaning::Month { year, month },
        (None, None) => Meaning::Words,
    };
    Some(Hit {
        start,
        end,
        label: if is_birth || born.is_some() { Label::DateOfBirth } else { Label::Date },
        owner: born.map_or(Owner::Nobody, |(_, owners)| Owner::Registered(owners.clone())),
        detector: if born.is_some() { Detector::Register } else { Detector::Identifier },
        certainty: Certainty::Certain,
        meaning,
    })
}

fn is_announced(lower: &str, start: usize) -> bool {
    let mut from = start.saturating_sub(ANNOUNCED_WITHIN);
    while !lower.is_char_boundary(from) {
        from += 1;
    }
    let before = &lower[from..start];
    let before = before.rsplit(['\n', ';', '|']).next().unwrap_or(before);
    BIRTH_WORDS.iter().any(|word| before.contains(word))
}

fn read_date(words: &str, order: Order) -> Option<Read> {
    let month_name = words.split(|c: char| !c.is_ascii_lowercase()).find_map(month_of);
    let numbers: Vec<u32> = numbers(words);
    let (mut days, mut month) = (Vec::new(), None);
    let both_centuries =
        |year: u32| if year < 100 { vec![2000 + year, 1900 + year] } else { vec![year] };
    let mut add = |year: u32, month: u32, day: u32| {
        for year in both_centuries(year) {
            days.extend(
                i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day)),
            );
        }
    };
    match (order, numbers.as_slice(), month_name) {
        (Order::MonthAndYear, [year], Some(name)) => {
            month = Some((i32::try_from(*year).ok()?, name));
        }
        (Order::DayFirst | Order::MonthFirst, [day, year], Some(name)) => add(*year, name, *day),
        (Order::DayFirst | Order::MonthFirst, [day], Some(_)) if (1..=31).contains(day) => {
            return Some(Read { days, month });
        }
        (Order::DayFirst, [day, month, year], None) => {
            add(*year, *month, *day);
            add(*year, *day, *month);
        }
        (Order::YearFirst, [year, month, day], None) => add(*year, *month, *day),
        (Order::RunTogether, [_], None) => {
            let digits: Vec<u32> = words.chars().filter_map(|c| c.to_digit(10)).collect();
            let pair = |at: usize| digits[at] * 10 + digits[at + 1];
            if digits.len() == 6 {
                add(pair(4), pair(2), pair(0));
            } else {
                add(pair(4) * 100 + pair(6), pair(2), pair(0));
                add(pair(0) * 100 + pair(2), pair(4), pair(6));
            }
        }
        _ => return None,
    }
    (!days.is_empty() || month.is_some()).then_some(Read { days, month })
}

/// Runs of digits, with O as nought and ordinal endings ignored.
fn numbers(words: &str) -> Vec<u32> {
    words
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|token| token.starts_with(|c: char| c.is_ascii_digit() || c == 'o'))
        .filter_map(|token| {
            let end = token.find(|c: char| !c.is_ascii_digit() && c != 'o').unwrap_or(token.len());
            token
                .get(..end)?
                .replace('o', "0")
                .parse()
                .ok()
                .filter(|_| token.bytes().any(|byte| byte.is_ascii_digit()))
        })
        .collect()
}

fn month_of(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let word = word
        .strip_prefix("st")
        .or_else(|| word.strip_prefix("th"))
        .or_else(|| word.strip_prefix("nd"))
        .unwrap_or(word);
    MONTHS
        .iter()
        .position(|month| word.starts_with(month))
        .and_then(|at| u32::try_from(at + 1).ok())
}

/// Whether lower-case text begins with a whole date in figures, so that it is no telephone number or sort code.
pub(super) fn begins_with_day(words: &str) -> bool {
    let pieces: Vec<&str> = words.splitn(4, ['-', '.', '/', ' ']).collect();
    let [day, month, year, ..] = pieces.as_slice() else {
        return false;
    };
    let year = year.get(..4).or_else(|| year.get(..2)).unwrap_or_default();
    let (Ok(day), Ok(month), Ok(year)) =
        (day.parse::<u32>(), month.parse::<u32>(), year.parse::<i32>())
    else {
        return false;
    };
    let is_year = (1900..2100).contains(&year) || (0..100).contains(&year);
    is_year
        && day <= 31
        && (1..=12).contains(&month)
        && NaiveDate::from_ymd_opt(2000, month, day).is_some()
}

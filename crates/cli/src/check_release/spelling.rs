//! The spellings in which a date of birth may stand in a file.

use chrono::NaiveDate;
use gate::ReadAs;

/// How a date may be written. Two-figure years are left out: "4/3/11" is every second reference.
pub(super) fn of_date(day: NaiveDate) -> Vec<(String, ReadAs)> {
    const SPELLINGS: [&str; 12] = [
        "%-d %B %Y",
        "%d %B %Y",
        "%B %-d %Y",
        "%-d %b %Y",
        "%d %b %Y",
        "%b %-d %Y",
        "%-dst %B %Y",
        "%-dnd %B %Y",
        "%-drd %B %Y",
        "%-dth %B %Y",
        "%B %-dth %Y",
        "%d %b %y",
    ];
    const NUMBERS: [&str; 4] = ["%d/%m/%Y", "%Y-%m-%d", "%m/%d/%Y", "%-d/%-m/%Y"];
    let said = |spelling: &&str, read_as| (day.format(spelling).to_string(), read_as);
    let words = SPELLINGS.iter().map(|spelling| said(spelling, ReadAs::Words));
    let numbers = NUMBERS.iter().map(|spelling| said(spelling, ReadAs::Digits));
    words.chain(numbers).collect()
}

#[cfg(test)]
mod tests {
    use super::of_date;

    #[test]
    fn a_date_is_looked_for_in_words_and_in_figures() {
        let day = chrono::NaiveDate::from_ymd_opt(2011, 3, 4).unwrap();
        let spellings: Vec<String> = of_date(day).into_iter().map(|(text, _)| text).collect();
        for spelling in ["4 March 2011", "4th March 2011", "04/03/2011", "2011-03-04"] {
            assert!(spellings.iter().any(|text| text == spelling), "{spelling}");
        }
    }
}

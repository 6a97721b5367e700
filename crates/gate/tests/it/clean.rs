//! Documents that hold nothing protected raise no alarm, and nothing panics.

use std::fs;
use std::path::Path;

use crate::made_up::Sheet;
use gate::{Document, Kind, ReadAs, Term, check};
use proptest::prelude::*;

/// The terms of a busy case: none of them is in the documents below.
fn terms() -> Vec<Term> {
    let words = [
        "Hanh Begum",
        "Hanh",
        "Begum",
        "H. Begum",
        "HB",
        "Tomasz Wiśniewski",
        "Tomasz",
        "Wiśniewski",
        "TW",
        "Anna",
        "Al",
        "Li",
        "Oona Featherstone",
        "Oona",
        "Featherstone",
        "22 Harbour Lane",
        "Harbour Lane",
        "TZ7 3QQ",
        "Saint Cuthbert's Academy",
        "St Cuthbert",
        "14 May 2011",
        "14/05/2011",
        "hanh.begum@example.org",
        "@hanhb",
        "Kes",
        "Bex",
    ];
    let numbers = ["01632 960 456", "943 476 5919", "QQ 12 34 56 C", "4471", "20110514"];
    let ordinary = ["Will", "Grace", "Mark", "Hope"];
    words
        .iter()
        .map(|text| Term::new(*text, "words", *text, ReadAs::Words))
        .chain(numbers.iter().map(|text| Term::new(*text, "digits", *text, ReadAs::Digits)))
        .chain(ordinary.iter().map(|text| Term::new(*text, "word", *text, ReadAs::OrdinaryWord)))
        .collect()
}

#[track_caller]
fn no_alarm(name: &str, bytes: &[u8], kind: Kind) {
    let report = check(&Document { name, bytes, kind }, &terms());
    assert!(report.is_ok(), "{name}: {:#?}", report.findings);
}

const SENTENCES: [&str; 12] = [
    "The school will mark the register and grace the hall with hope.",
    "Two missing episodes were reported in October, each of one night.",
    "She said that the evenings are calmer and that she likes the bus.",
    "An appointment is booked for 25 November 2026 at 10:30am.",
    "The rating stays high; the next review is in 8 weeks, by 20 January 2027.",
    "Susanna and Susannah can nab a place at the market.",
    "Ring 01632 960 123 between 9am and 5pm.",
    "Also the late talk about alternatives, and a tall wall.",
    "The family wants fewer letters and shorter meetings.",
    "Health, police and education each sent a report in time.",
    "A mentor meets him on Thursdays; both like it.",
    "The list of actions is on the next page, with owners and dates.",
];

#[test]
fn finished_documents_raise_no_alarm() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clean");
    let mut n_files = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        no_alarm(
            &path.file_name().unwrap().to_string_lossy(),
            &fs::read(&path).unwrap(),
            Kind::Pdf,
        );
        n_files += 1;
    }
    assert_eq!(n_files, 6);
}

#[test]
fn twenty_four_made_up_sheets_raise_no_alarm() {
    for n in 0..24 {
        let mut sheet = Sheet::new().drawing("0.9 g 60 20 400 60 re f 0 g\n");
        for line in 0..12 {
            let sentence = SENTENCES[(n + line * 5) % SENTENCES.len()];
            let words: Vec<&str> = sentence.split(' ').collect();
            let shown = match n % 4 {
                0 => format!("({sentence}) Tj"),
                1 => format!("[({})] TJ", words.join(" ) -20 (")),
                2 => words.iter().map(|word| format!("({word}) Tj 30 0 Td ")).collect(),
                _ => format!("[({})] TJ", words.join(") -280 (")),
            };
            let down = 740 - line * 16;
            sheet = sheet.drawing(&format!("BT /F1 11.5 Tf 72 {down} Td {shown} ET\n"));
        }
        no_alarm(&format!("sheet-{n}.pdf"), &sheet.finish(), Kind::Pdf);
    }
}

#[test]
fn plain_calendar_and_mail_files_raise_no_alarm() {
    no_alarm("notes.txt", SENTENCES.join("\n").as_bytes(), Kind::Text);
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:7f3k@trentshire.example\r\n\
                    SUMMARY:Review meeting\\, ref 7F3K\r\nDTSTART:20261125T103000Z\r\nEND:VEVENT\r\n\
                    END:VCALENDAR\r\n";
    no_alarm("invite.ics", calendar.as_bytes(), Kind::Calendar);
    let mail = "From: reviews@trentshire.example\r\nSubject: Review meeting, ref 7F3K\r\n\
                Content-Type: multipart/mixed; boundary=\"b1\"\r\n\r\n--b1\r\n\
                Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n\
                UGxlYXNlIGNvbWUu\r\n--b1--\r\n";
    no_alarm("invite.eml", mail.as_bytes(), Kind::Mail);
}

#[test]
fn a_name_is_found_in_every_coding_of_text_calendar_and_mail() {
    let found = |bytes: &[u8], kind| {
        let report = check(&Document { name: "a", bytes, kind }, &terms());
        assert!(report.findings.iter().any(|finding| finding.entity.is_some()), "{report:#?}");
    };
    found("Ms Begum".as_bytes(), Kind::Text);
    found("BEGIN:VCALENDAR\r\nSUMMARY:Hanh Be\r\n gum\r\nEND:VCALENDAR".as_bytes(), Kind::Calendar);
    found(b"Subject: =?utf-8?B?SGFuaCBCZWd1bQ==?=\r\n\r\nHello", Kind::Mail);
    found(b"Subject: =?utf-8?Q?Hanh_Be=67um?=\r\n\r\nHello", Kind::Mail);
    let quoted = b"Content-Transfer-Encoding: quoted-printable\r\n\r\nHa=6Eh Be=\r\ngum";
    found(quoted, Kind::Mail);
    let coded = b"Content-Transfer-Encoding: base64\r\n\r\nSGFuaCBC\r\nZWd1bQ==";
    found(coded, Kind::Mail);
    let tagged = b"Content-Type: text/html\r\n\r\n<p>Hanh B<b>eg</b>um</p>";
    found(tagged, Kind::Mail);
}

#[test]
fn a_long_document_is_checked_to_its_end() {
    let mut sheet = Sheet::new();
    for line in 0..6000 {
        let sentence = SENTENCES[line % SENTENCES.len()];
        let down = 740 - (line % 40) * 16;
        sheet = sheet.drawing(&format!("BT /F1 11 Tf 72 {down} Td ({sentence} {line}) Tj ET\n"));
    }
    let bytes = sheet.finish();
    let last = Term::new("last", "digits", "5999", ReadAs::Digits);
    let report = check(&Document { name: "long.pdf", bytes: &bytes, kind: Kind::Pdf }, &[last]);
    assert!(report.findings.iter().any(|finding| finding.entity.as_deref() == Some("last")));
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        for kind in [Kind::Pdf, Kind::Text, Kind::Calendar, Kind::Mail] {
            let _ = check(&Document { name: "a", bytes: &bytes, kind }, &terms());
        }
    }

    #[test]
    fn damaged_documents_never_panic(at in 0_usize..4000, byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = Sheet::new().finish();
        let at = at % bytes.len();
        bytes[at] = byte;
        if cut {
            bytes.truncate(at);
        }
        let _ = check(&Document { name: "a", bytes: &bytes, kind: Kind::Pdf }, &terms());
    }

    #[test]
    fn a_name_with_anything_but_letters_in_it_is_found(gaps in proptest::collection::vec("[ \\-.,\n_'\u{200b}]{0,2}", 8)) {
        let mut text = String::from("then ");
        for (letter, gap) in "HanhBegum".chars().zip(gaps.iter().map(String::as_str).chain([" "])) {
            text.push(letter);
            text += gap;
        }
        let report = check(&Document { name: "a", bytes: text.as_bytes(), kind: Kind::Text }, &terms());
        prop_assert!(!report.is_ok(), "{}", text);
    }
}

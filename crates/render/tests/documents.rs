//! What a reader, and a checker, find in the finished documents.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod made_up;
#[path = "made_up/more.rs"]
mod more;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use lopdf::{Document, Object};
use render::{Block, Pdf, Press, RenderError};

static PRESS: LazyLock<Press> = LazyLock::new(|| Press::new().unwrap());

fn every_document() -> Vec<(&'static str, Pdf)> {
    vec![
        ("minutes", render::minutes(&PRESS, &made_up::minutes()).unwrap()),
        ("summary", render::summary(&PRESS, &more::summary()).unwrap()),
        ("action_list", render::action_list(&PRESS, &more::action_list()).unwrap()),
        ("agenda", render::agenda(&PRESS, &more::agenda()).unwrap()),
        ("invitation", render::invitation(&PRESS, &more::invitation()).unwrap()),
        ("recovery_sheet", render::recovery_sheet(&PRESS, &more::recovery_sheet()).unwrap()),
    ]
}

/// Runs one of the poppler tools on a document.
fn read_with(tool: &str, arguments: &[&str], pdf: &Pdf) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made-up.pdf");
    fs::write(&path, &pdf.bytes).unwrap();
    let mut command = Command::new(tool);
    command.args(arguments).arg(&path);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{tool} cannot read the document");
    String::from_utf8(output.stdout).unwrap()
}

/// The words of a document in reading order, one space between them.
fn words(pdf: &Pdf) -> String {
    let text = read_with("pdftotext", &["-raw", "-nopgbrk"], pdf);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_document_opens_and_has_the_pages_it_says() {
    for (name, pdf) in every_document() {
        let document = Document::load_mem(&pdf.bytes).unwrap();
        assert_eq!(document.get_pages().len(), pdf.n_pages, "{name}");
        assert_eq!(pdf.n_unset, 0, "{name}");
        if let Some(folder) = kept_pages() {
            fs::write(folder.join(name).with_extension("pdf"), &pdf.bytes).unwrap();
        }
    }
}

/// Set `KEEP_PAGES` to a folder to look at the pages.
fn kept_pages() -> Option<PathBuf> {
    std::env::var_os("KEEP_PAGES").map(|folder| Path::new(&folder).to_path_buf())
}

#[test]
fn the_same_values_give_the_same_bytes() {
    let first: Vec<_> = every_document();
    let again = Press::new().unwrap();
    let second = render::summary(&again, &more::summary()).unwrap();
    assert!(first[1].1 == second, "a second press prints other bytes");
    assert!(every_document() == first, "a second print has other bytes");
}

#[test]
fn the_properties_name_the_title_the_authority_the_language_and_the_date() {
    for (name, pdf) in every_document() {
        let properties = read_with("pdfinfo", &[], &pdf);
        assert!(properties.contains("Author:          Trentshire County Council"), "{properties}");
        assert!(properties.contains("Creator:         Convenor"), "{properties}");
        assert!(properties.contains("Tagged:          yes"), "{properties}");
        assert!(properties.contains("JavaScript:      no"), "{properties}");
        assert!(properties.contains("Thu Dec  3 00:00:00 2026 UTC"), "{properties}");
        let xmp = read_with("pdfinfo", &["-meta"], &pdf);
        for claim in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
        ] {
            assert!(xmp.contains(claim), "{name} does not claim {claim}: {xmp}");
        }
        let document = Document::load_mem(&pdf.bytes).unwrap();
        let language = document.catalog().unwrap().get(b"Lang").unwrap();
        assert_eq!(language.as_str().unwrap(), b"en-GB", "{name}");
    }
}

#[test]
fn a_screen_reader_finds_headings_and_table_headers() {
    let pdf = render::minutes(&PRESS, &made_up::minutes()).unwrap();
    let structure = read_with("pdfinfo", &["-struct-text"], &pdf);
    for part in ["H1", "H2", "H3", "Table", "THead", "TH", "TD", "Column"] {
        assert!(structure.contains(part), "no {part} in {structure}");
    }
    let headings: Vec<&str> =
        structure.lines().filter(|line| line.trim_start().starts_with("H1")).collect();
    assert_eq!(headings.len(), 1, "one main heading");
}

#[test]
fn the_words_of_a_summary_come_out_as_they_went_in() {
    let summary = more::summary();
    let words = words(&render::summary(&PRESS, &summary).unwrap());
    let mut sent: Vec<String> = vec![
        summary.title.clone(),
        summary.salutation.clone(),
        "OFFICIAL-SENSITIVE".to_owned(),
        "7 passages withheld: about someone else (5), police (2).".to_owned(),
        "Check code a5a5a5a5a5a5a5a5".to_owned(),
        "Page 1 of ".to_owned(),
        "20 January 2027".to_owned(),
        summary.sign_off.name.clone(),
    ];
    sent.extend(summary.reader.clone());
    sent.extend(summary.opening.split("\n\n").map(str::to_owned));
    sent.extend(summary.actions.iter().map(|action| action.what.clone()));
    sent.extend(summary.attendees.iter().map(|person| person.name.clone()));
    sent.extend(summary.sections.iter().map(|section| section.heading.clone()));
    for block in summary.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Paragraph(text) | Block::Words { text, .. } => sent.push(text.clone()),
            Block::List(points) => sent.extend(points.clone()),
            Block::Facts(facts) => sent.extend(facts.iter().map(|fact| fact.text.clone())),
        }
    }
    for text in sent {
        assert!(words.contains(&text), "{text:?} is not in {words}");
    }
}

#[test]
fn the_marking_and_the_page_number_are_on_every_page() {
    let pdf = render::minutes(&PRESS, &made_up::minutes()).unwrap();
    assert!(pdf.n_pages > 1);
    for page in 1..=pdf.n_pages {
        let number = page.to_string();
        let text = read_with("pdftotext", &["-f", &number, "-l", &number], &pdf);
        assert_eq!(text.matches("OFFICIAL-SENSITIVE").count().min(2), 2, "page {page}");
        assert!(text.contains(&format!("Page {page} of {}", pdf.n_pages)), "page {page}");
    }
}

#[test]
fn markup_in_a_record_is_printed_as_it_stands() {
    let hostile = [
        "#read(\"/etc/hostname\")",
        "#import \"@preview/x:1.0.0\": *",
        "= Not a heading",
        "*bold* _slanted_ `raw` $x^2$ <label> @reference",
        "#pdf.attach(\"a\") \\ #let a = 1 // comment /* other */",
        "https://example.org/a?b=c",
        "\"quoted\" -- 'so' --- and ... ~ too",
        "<script>alert(1)</script> %%EOF ) Tj ET endstream",
    ];
    for text in hostile {
        let mut summary = more::summary();
        summary.title = text.to_owned();
        summary.salutation = text.to_owned();
        summary.reader = vec![text.to_owned()];
        summary.sections = vec![made_up::section(
            text,
            vec![made_up::paragraph(text), Block::List(vec![text.to_owned()])],
        )];
        summary.actions[0].what = text.to_owned();
        summary.imprint.authority = text.to_owned();
        let pdf = render::summary(&PRESS, &summary).unwrap();
        assert_eq!(pdf.n_unset, 0, "{text}");
        let words = words(&pdf);
        assert!(words.matches(text).count() >= 7, "{text:?} is altered in {words}");
        let document = Document::load_mem(&pdf.bytes).unwrap();
        for object in document.objects.values() {
            if let Object::Dictionary(entries) = object {
                assert!(!entries.has(b"EF") && !entries.has(b"JS") && !entries.has(b"URI"));
            }
        }
    }
}

#[test]
fn letters_without_a_shape_are_marked_and_counted() {
    for (text, printed, n_unset) in [
        ("Zoë Łukasz Ñandú Đặng Ốc Ωmega Ждан", "Zoë Łukasz Ñandú Đặng Ốc Ωmega Ждан", 0),
        ("cafe\u{301}", "café", 0),
        ("good \u{1F98A}\u{1F44D}", "good \u{25A1}\u{25A1}", 2),
        ("名前 name", "\u{25A1}\u{25A1} name", 2),
        ("محمد", "\u{25A1}\u{25A1}\u{25A1}\u{25A1}", 4),
        ("ab\u{202E}cd\u{200B}ef", "abcdef", 0),
        ("bell\u{7}", "bell\u{25A1}", 1),
        ("private \u{E000}", "private \u{25A1}", 1),
    ] {
        let mut agenda = more::agenda();
        agenda.items[0].what = format!("[{text}]");
        let pdf = render::agenda(&PRESS, &agenda).unwrap();
        assert_eq!(pdf.n_unset, n_unset, "{text}");
        let words = words(&pdf);
        assert!(words.contains(&format!("[{printed}]")), "{printed} is not in {words}");
    }
}

#[test]
fn an_empty_record_says_that_nothing_was_recorded() {
    let mut minutes = made_up::minutes();
    minutes.version.clear();
    minutes.facts.clear();
    minutes.confidentiality.clear();
    minutes.attendees.clear();
    minutes.quorum.clear();
    minutes.reviewed.clear();
    minutes.sections = vec![made_up::section("Analysis", vec![])];
    minutes.decisions.clear();
    minutes.actions.clear();
    minutes.next = render::NextMeeting::Without { why: String::new() };
    minutes.sign_off.contact.clear();
    let words = words(&render::minutes(&PRESS, &minutes).unwrap());
    for sentence in [
        "Nothing was recorded under this heading.",
        "Nobody is listed.",
        "No actions were open.",
        "No decisions were recorded.",
        "No actions were set.",
        "No date has been set.",
    ] {
        assert!(words.contains(sentence), "{sentence} is not in {words}");
    }
}

#[test]
fn a_document_without_its_required_words_is_refused_by_name() {
    let refused = |field| Err(RenderError::Empty { field });
    let mut summary = more::summary();
    summary.title = " \u{200B}\n".to_owned();
    assert_eq!(render::summary(&PRESS, &summary), refused("title"));
    let mut summary = more::summary();
    summary.imprint.marking.clear();
    assert_eq!(render::summary(&PRESS, &summary), refused("marking"));
    let mut summary = more::summary();
    summary.reader.clear();
    assert_eq!(render::summary(&PRESS, &summary), refused("reader"));
    let mut sheet = more::recovery_sheet();
    sheet.groups.clear();
    assert_eq!(render::recovery_sheet(&PRESS, &sheet), refused("groups"));
}

#[test]
fn the_recovery_key_is_printed_whole_and_never_debugged() {
    let sheet = more::recovery_sheet();
    let pdf = render::recovery_sheet(&PRESS, &sheet).unwrap();
    assert_eq!(pdf.n_pages, 1);
    assert!(words(&pdf).contains(&sheet.groups.join(" ")));
    assert!(!format!("{sheet:?} {pdf:?}").contains("K7QD2"));
}

#[test]
fn a_record_of_two_hundred_pages_is_printed_whole() {
    let mut minutes = made_up::minutes();
    let section = minutes.sections[0].clone();
    minutes.sections = (0..260)
        .map(|n| {
            let mut section = section.clone();
            section.blocks.push(made_up::paragraph(&format!("The end of part {n}.")));
            section
        })
        .collect();
    let pdf = render::minutes(&PRESS, &minutes).unwrap();
    assert!(pdf.n_pages >= 200, "{} pages", pdf.n_pages);
    let words = words(&pdf);
    for n in 0..260 {
        assert!(words.contains(&format!("The end of part {n}.")), "part {n} is missing");
    }
}

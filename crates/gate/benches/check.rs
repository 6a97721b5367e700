//! A long PDF checked for everybody on a case, beside the same PDF checked for one name (the
//! floor: reading the file).

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first surprise")]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use gate::{Document, Kind, ReadAs, Term, check};
use lopdf::{Object, Stream, dictionary};

/// Lines of text in the document: about 150 pages.
const LINES: usize = 6_000;
/// Forms looked for: those of about sixty people.
const TERMS: usize = 600;

fn long_pdf() -> Vec<u8> {
    let mut content = String::new();
    for line in 0..LINES {
        let down = 740 - (line % 40) * 16;
        let sentence = "Two missing episodes were reported, each of one night";
        let _ = writeln!(content, "BT /F1 11 Tf 72 {down} Td ({sentence} {line}) Tj ET");
    }
    let mut file = lopdf::Document::with_version("1.7");
    let pages = file.new_object_id();
    let font = file.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
        "Encoding" => "WinAnsiEncoding",
    });
    let content = file.add_object(Stream::new(dictionary! {}, content.into_bytes()));
    let page = file.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    file.objects.insert(pages, Object::Dictionary(tree));
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

fn term(index: usize) -> Term {
    let text = format!("Ottoline Quenby{index}");
    Term::new(index.to_string(), "whole", text, ReadAs::Words)
}

fn long_document(criterion: &mut Criterion) {
    let bytes = long_pdf();
    let document = Document { name: "long.pdf", bytes: &bytes, kind: Kind::Pdf };
    let everybody: Vec<Term> = (0..TERMS).map(term).collect();
    let mut group = criterion.benchmark_group("gate: a long PDF");
    group.sample_size(10);
    group.bench_function("600 forms", |bench| {
        bench.iter(|| check(black_box(&document), &everybody));
    });
    group.bench_function("floor: one form", |bench| {
        bench.iter(|| check(black_box(&document), &everybody[..1]));
    });
    group.finish();
}

criterion_group!(benches, long_document);
criterion_main!(benches);

//! How long a 12-page record takes, beside the floor: the same words set plain.
//!
//! The floor is typst and typst-pdf with nothing of ours but the fonts, so the
//! ratio is what style, tables and tags cost.
//!
//! `cargo bench -p render --bench pdf` prints both times and their ratio.
#![expect(clippy::print_stdout, reason = "the ratio is what the benchmark is run for")]
#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first surprise")]

#[path = "../tests/made_up/mod.rs"]
mod made_up;

use std::collections::HashMap;
use std::hint::black_box;
use std::time::{Duration, Instant as Stopwatch};

use criterion::Criterion;
use render::{Block, Press};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// A record of about twelve pages.
fn twelve_pages() -> render::Minutes {
    let mut minutes = made_up::minutes();
    let section = minutes.sections[0].clone();
    minutes.sections = std::iter::repeat_n(section, 13).collect();
    minutes
}

fn words(minutes: &render::Minutes) -> String {
    let mut text = String::new();
    for block in minutes.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Paragraph(words) | Block::Words { text: words, .. } => text += words,
            Block::List(points) => text += &points.join(" "),
            Block::Facts(facts) => {
                for fact in facts {
                    text += &fact.text;
                }
            }
        }
        text += "\n\n";
    }
    text
}

struct Plain {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: HashMap<FileId, Source>,
    main: FileId,
}

impl Plain {
    fn new(text: String) -> Self {
        let bytes = Bytes::new(*include_bytes!("../fonts/LiberationSans-Regular.ttf"));
        let fonts = vec![Font::new(bytes, 0).unwrap()];
        let path = VirtualPath::new("plain.typ").unwrap();
        let main = RootedPath::new(VirtualRoot::Project, path).intern();
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources: HashMap::from([(main, Source::new(main, text))]),
            main,
        }
    }

    fn print(&self) -> Vec<u8> {
        let document = typst::compile::<PagedDocument>(self).output.unwrap();
        let bytes = typst_pdf::pdf(&document, &PdfOptions::default()).unwrap();
        typst::comemo::evict(0);
        bytes
    }
}

impl World for Plain {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }
    fn main(&self) -> FileId {
        self.main
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }
    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
    fn today(&self, _: Option<typst::foundations::Duration>) -> Option<Datetime> {
        None
    }
}

fn fastest_of(n: usize, mut work: impl FnMut()) -> f64 {
    let run = |()| {
        let stopwatch = Stopwatch::now();
        work();
        stopwatch.elapsed().as_secs_f64()
    };
    std::iter::repeat_n((), n).map(run).fold(f64::INFINITY, f64::min)
}

fn main() {
    let press = Press::new().unwrap();
    let minutes = twelve_pages();
    let n_pages = render::minutes(&press, &minutes).unwrap().n_pages;
    assert!((11..=13).contains(&n_pages), "the record has {n_pages} pages");
    let plain_head = "#set text(font: \"Liberation Sans\", size: 11.5pt)\n";
    let plain = Plain::new(plain_head.to_owned() + &words(&minutes));

    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("pdf of a 12-page record");
    group.sample_size(10).measurement_time(Duration::from_secs(5));
    group.bench_function("record", |bench| {
        bench.iter(|| render::minutes(&press, &minutes).unwrap());
    });
    group.bench_function("floor: the same words, plain", |bench| bench.iter(|| plain.print()));
    group.bench_function("press made ready", |bench| bench.iter(|| Press::new().unwrap()));
    group.finish();
    criterion.final_summary();

    let floor = fastest_of(10, || {
        black_box(plain.print());
    });
    let full = fastest_of(10, || {
        black_box(render::minutes(&press, &minutes).unwrap());
    });
    println!(
        "pdf of a record: {n_pages} pages, {:.1} ms; floor {:.1} ms; ratio {:.1}",
        full * 1e3,
        floor * 1e3,
        full / floor
    );
}

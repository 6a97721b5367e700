//! How fast texts are made safe, beside a plain search for the same names in the same text (the floor).

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use aho_corasick::AhoCorasick;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use redact::{
    Document, Entity, EntityKind, Recipient, RecipientKind, Register, Request, Seed, Unresolved,
    apply, redact, terms,
};

const GIVEN: [&str; 10] = [
    "Ottoline",
    "Perpetua",
    "Cosmo",
    "Isolde",
    "Zebulon",
    "Hesper",
    "Sunniva",
    "Lorcan",
    "Amabel",
    "Peregrine",
];
const FAMILY: [&str; 10] = [
    "Fennimore",
    "Quarrie",
    "Lovibond",
    "Marchbank",
    "Trevanion",
    "Vane",
    "Drax",
    "Tolland",
    "Oxbrow",
    "Pellew",
];

fn register(n_people: usize) -> Register {
    let person = |index: usize| {
        let name = format!(
            "{}{} {}{}",
            GIVEN[index % 10],
            letters(index),
            FAMILY[index / 10 % 10],
            letters(index / 100)
        );
        Entity::named(&format!("p{index}"), EntityKind::Person, "child", &name)
    };
    Register::new((0..n_people).map(person).collect()).unwrap_or_default()
}

fn letters(mut number: usize) -> String {
    let mut word = String::new();
    while number > 0 {
        word.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or(0)));
        number /= 26;
    }
    word
}

fn minutes(n_bytes: usize) -> String {
    let mut text = String::with_capacity(n_bytes + 200);
    let mut index = 0;
    while text.len() < n_bytes {
        let (given, family) = (GIVEN[index % 10], FAMILY[index / 10 % 10]);
        let _ = write!(
            text,
            "{given} {family} told the school nurse on {} March 2026 that nobody had rung 01632 960{:03} since the last \
             visit, and that the plan should be looked at again before the end of term. ",
            index % 28 + 1,
            index % 1000,
        );
        index += 1;
    }
    text
}

fn floor(register: &Register) -> Option<AhoCorasick> {
    AhoCorasick::new(
        register.entities().iter().flat_map(terms).map(|term| term.letters().to_owned()),
    )
    .ok()
}

fn throughput(criterion: &mut Criterion) {
    let recipient = Recipient::of_kind(RecipientKind::Public);
    for n_people in [20, 5000] {
        let register = register(n_people);
        let documents = [Document { id: "d".to_owned(), text: minutes(200_000) }];
        let request = Request {
            register: &register,
            recipient: &recipient,
            documents: &documents,
            unresolved: Unresolved::Withhold,
            seed: Seed::new(1),
            on: None,
        };
        let Ok(mut run) = redact::Run::new(&request) else { continue };
        let mut group = criterion.benchmark_group(format!("{n_people} people"));
        group.throughput(Throughput::Bytes(documents[0].text.len() as u64)).sample_size(10);
        let text = &documents[0].text;
        let mut make_safe = || {
            let findings = run.find(text);
            let spans = run.plan(text, &findings);
            let applied = apply(text, &spans);
            applied.is_ok_and(|applied| run.verify(&applied).is_ok())
        };
        let safe = best_of(5, || {
            black_box(make_safe());
        });
        group.bench_function("make safe", |bencher| bencher.iter(|| black_box(make_safe())));
        group.bench_function("with set-up", |bencher| {
            bencher.iter(|| black_box(redact(&request).is_ok()));
        });
        if let Some(floor) = floor(&register) {
            let plain = best_of(5, || {
                black_box(floor.find_overlapping_iter(text).count());
            });
            group.bench_function("floor", |bencher| {
                bencher.iter(|| black_box(floor.find_overlapping_iter(text).count()));
            });
            report(n_people, text.len(), safe, plain);
        }
        group.finish();
    }
}

fn best_of(times: usize, mut work: impl FnMut()) -> Duration {
    let mut once = || {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..times).map(|_| once()).min().unwrap_or_default()
}

#[expect(clippy::print_stdout, reason = "the ratio is what this bench is for")]
fn report(n_people: usize, n_bytes: usize, safe: Duration, plain: Duration) {
    let rate = |spent: Duration| n_bytes as f64 / 1e6 / spent.as_secs_f64();
    let ratio = safe.as_secs_f64() / plain.as_secs_f64();
    println!(
        "{n_people} people: {:.2} MB/s made safe, {:.1} MB/s plain search, ratio {ratio:.1}",
        rate(safe),
        rate(plain)
    );
}

criterion_group!(benches, throughput);
criterion_main!(benches);

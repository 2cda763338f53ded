//! callhook against what a user would have written by hand: how fast each is, and what it makes of irregular bodies.
//!
//! `cargo bench -p speed -- table` prints the READMEs' table: ratios to a strict struct read by serde_json, in
//! interleaved rounds, and the counts of `quirks.rs`. `-- quirks` prints what became of each irregular body;
//! `-- ratios` prints the ratios of more bodies. Without an argument, criterion first measures each way to read, and
//! then the ratios are printed.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

mod bodies;
mod kit;
mod laminated;
mod quirks;
mod rounds;
mod strict;

use std::hint::black_box;

use callhook::Payload;
use callhook::desk::SessionEvent;
use callhook::sevenmoor::{CallPush, CallRecord, Push};
use callhook::tccc::PhoneCdr;
use criterion::{Criterion, Throughput};
use rounds::{Contender, race};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

fn main() {
    let samples = samples();
    let asked = |word| std::env::args().any(|argument| argument == word);
    if asked("quirks") {
        return quirks::print();
    }
    if asked("table") {
        return print_table(&samples[..4]);
    }
    if !asked("ratios") {
        let mut criterion = Criterion::default().without_plots().configure_from_args();
        for sample in &samples {
            let mut group = criterion.benchmark_group(sample.name);
            group.throughput(Throughput::Bytes(sample.body.len() as u64));
            for contender in sample.contenders() {
                group.bench_function(contender.name, |bencher| bencher.iter(|| (contender.run)()));
            }
            group.finish();
        }
        criterion.final_summary();
    }
    println!("\nmedian ratios to the strict struct, {ROUNDS} interleaved rounds");
    for sample in &samples {
        print_race(sample.name, &sample.contenders());
    }
    let clean = bodies::clean();
    print_race(
        "phone record without findings",
        &[
            Contender::new("callhook::from_slice", || callhook::from_slice::<PhoneCdr>(clean.as_bytes()).unwrap()),
            Contender::new("callhook::inspect", || callhook::inspect::<PhoneCdr>(clean.as_bytes()).unwrap()),
        ],
    );
    print_race("7moor record through Push", &through_push::<CallRecord>(bodies::RECORD));
    print_race("7moor ring through Push", &through_push::<CallPush>(bodies::RING));
    keep_pages();
    print_growth("participants", &[1, 10, 100, 1_000, 10_000], bodies::participants);
    print_growth("unknown keys", &[10, 1_000, 100_000], bodies::unknown_keys);
}

const ROUNDS: usize = 101;

/// A body with the ways to read it.
struct Sample {
    name: &'static str,
    body: String,
    ways: fn(&str) -> Vec<Contender<'_>>,
}

impl Sample {
    fn contenders(&self) -> Vec<Contender<'_>> {
        (self.ways)(&self.body)
    }
}

fn samples() -> Vec<Sample> {
    let sample = |name, body, ways| Sample { name, body, ways };
    let phone = bodies::phone();
    vec![
        sample(
            "phone record",
            phone.clone(),
            reading::<PhoneCdr, strict::PhoneCdr, kit::PhoneCdr, laminated::PhoneCdr>,
        ),
        sample(
            "7moor record",
            bodies::RECORD.to_owned(),
            reading::<CallRecord, strict::CallRecord, kit::CallRecord, laminated::CallRecord>,
        ),
        sample(
            "7moor ring",
            bodies::RING.to_owned(),
            reading::<CallPush, strict::CallPush, kit::CallPush, laminated::CallPush>,
        ),
        sample(
            "Desk event",
            bodies::SESSION.to_owned(),
            reading::<SessionEvent, strict::SessionEvent, kit::SessionEvent, laminated::SessionEvent>,
        ),
        sample(
            "phone record, 50 participants",
            bodies::participants(50),
            reading::<PhoneCdr, strict::PhoneCdr, kit::PhoneCdr, laminated::PhoneCdr>,
        ),
        sample(
            "phone record, shuffled",
            bodies::shuffled(&phone),
            reading::<PhoneCdr, strict::PhoneCdr, kit::PhoneCdr, laminated::PhoneCdr>,
        ),
        sample(
            "7moor record, shuffled",
            bodies::shuffled(bodies::RECORD),
            reading::<CallRecord, strict::CallRecord, kit::CallRecord, laminated::CallRecord>,
        ),
        sample("phone record, written", phone, writing::<PhoneCdr, strict::PhoneCdr>),
        sample("7moor record, written", bodies::RECORD.to_owned(), writing::<CallRecord, strict::CallRecord>),
    ]
}

/// The ways to read a body: as callhook's type, and as the structs by serde's derive, serde_with and laminate. The first
/// eight are those of the table, and the strict struct is what the others are compared with.
fn reading<Ours, Strict, Kit, Laminated>(body: &str) -> Vec<Contender<'_>>
where
    Ours: Payload,
    Strict: DeserializeOwned,
    Kit: DeserializeOwned,
    Laminated: DeserializeOwned,
{
    let bytes = body.as_bytes();
    vec![
        Contender::new("strict struct, serde_json", move || {
            serde_json::from_slice::<Strict>(black_box(bytes)).unwrap()
        }),
        Contender::new("strict struct, sonic-rs", move || sonic_rs::from_slice::<Strict>(black_box(bytes)).unwrap()),
        Contender::new("serde_json::Value", move || serde_json::from_slice::<Value>(black_box(bytes)).unwrap()),
        Contender::new("lenient struct, serde_with", move || serde_json::from_slice::<Kit>(black_box(bytes)).unwrap()),
        // This is what its `from_json` does: it makes a `Value`, and the struct from that.
        Contender::new("lenient struct, laminate", move || {
            serde_json::from_slice::<Laminated>(black_box(bytes)).unwrap()
        }),
        Contender::new("callhook::from_slice", move || callhook::from_slice::<Ours>(black_box(bytes)).unwrap()),
        Contender::new("callhook::inspect", move || callhook::inspect::<Ours>(black_box(bytes)).unwrap()),
        Contender::new("serde_json into callhook's type", move || {
            serde_json::from_slice::<Ours>(black_box(bytes)).unwrap()
        }),
        Contender::new("sonic-rs into callhook's type", move || {
            sonic_rs::from_slice::<Ours>(black_box(bytes)).unwrap()
        }),
    ]
}

/// The ways to write a body, read as `T` and as the strict struct `S`.
fn writing<T: Payload, S: DeserializeOwned + Serialize + 'static>(body: &str) -> Vec<Contender<'_>> {
    let ours: T = callhook::from_str(body).unwrap();
    let strict: S = serde_json::from_str(body).unwrap();
    vec![
        Contender::new("strict struct", move || serde_json::to_vec(black_box(&strict)).unwrap()),
        Contender::new("callhook", move || serde_json::to_vec(black_box(&ours)).unwrap()),
    ]
}

/// The ways to read a body that only its `pushType` tells apart; the first reads it as its own type.
fn through_push<T: Payload>(body: &str) -> Vec<Contender<'_>> {
    let bytes = body.as_bytes();
    vec![
        Contender::new("callhook::from_slice", move || callhook::from_slice::<T>(black_box(bytes)).unwrap()),
        Contender::new("Push::from_slice", move || Push::from_slice(black_box(bytes)).unwrap()),
        Contender::new("serde_json into Push", move || serde_json::from_slice::<Push>(black_box(bytes)).unwrap()),
        Contender::new("strict enum, tagged", move || {
            serde_json::from_slice::<strict::Push>(black_box(bytes)).unwrap()
        }),
    ]
}

/// The READMEs' table, in Markdown.
fn print_table(samples: &[Sample]) {
    let names: Vec<_> = samples.iter().map(|sample| sample.name).collect();
    println!("Of {} irregular bodies:\n", quirks::ROWS.len());
    println!("| | {} | right / refused / silently wrong |", names.join(" | "));
    println!("|---|{}---|", "---|".repeat(samples.len()));
    let races: Vec<_> = samples.iter().map(|sample| race(&sample.contenders(), ROUNDS)).collect();
    for peer in &quirks::PEERS {
        let ratio = |results: &Vec<rounds::Result>| {
            let result = results.iter().find(|result| result.name == peer.name).unwrap();
            format!("{:.2}", result.ratio)
        };
        let ratios: Vec<_> = races.iter().map(ratio).collect();
        let tick = if peer.name.contains("::") { "`" } else { "" };
        println!("| {tick}{}{tick} | {} | {} |", peer.name, ratios.join(" | "), peer.counts());
    }
}

fn print_race(title: &str, contenders: &[Contender<'_>]) {
    println!("\n{title}");
    for result in race(contenders, ROUNDS) {
        println!(
            "  {:32} {:5.2}   {:9.0} ns   {:4} allocations",
            result.name, result.ratio, result.nanos, result.allocations
        );
    }
}

/// Makes the system's allocator keep large blocks. Otherwise it returns blocks of some sizes to the system, and the
/// time to get their pages again with each reading hides the time of the reading itself.
fn keep_pages() {
    drop(black_box(vec![1_u8; 30 << 20]));
}

/// Time for each byte of growing bodies.
fn print_growth(what: &str, counts: &[usize], body: fn(usize) -> String) {
    println!("\nphone record, time a byte");
    for &count in counts {
        let body = body(count);
        let contenders = [
            Contender::new("callhook::from_slice", || callhook::from_slice::<PhoneCdr>(body.as_bytes()).unwrap()),
            Contender::new("callhook::inspect", || callhook::inspect::<PhoneCdr>(body.as_bytes()).unwrap()),
            Contender::new("serde_json::Value", || serde_json::from_slice::<Value>(body.as_bytes()).unwrap()),
        ];
        let rounds = if body.len() > 1_000_000 { 5 } else { 21 };
        let bytes = body.len();
        let results = race(&contenders, rounds);
        let each: Vec<String> =
            results.iter().map(|result| format!("{} {:.2} ns", result.name, result.nanos / bytes as f64)).collect();
        println!("  {count:6} {what}, {bytes:8} bytes: {}", each.join(", "));
    }
}

//! Speed against what a user would have written by hand: a strict derive struct read by `serde_json::from_slice`.
//!
//! `cargo bench` measures each way by criterion, then runs all ways of a body in interleaved rounds and prints the
//! ratios to the strict struct. `cargo bench -- ratios` prints the ratios only.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

mod bodies;
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

fn main() {
    let samples = samples();
    if !std::env::args().any(|argument| argument == "ratios") {
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
    println!("\nmedian ratios to the strict derive struct, {ROUNDS} interleaved rounds");
    for sample in &samples {
        print_race(sample.name, &sample.contenders());
    }
    let clean = bodies::clean();
    print_race(
        "phone record with nothing to tell",
        &[
            Contender::new("callhook::from_slice", || callhook::from_slice::<PhoneCdr>(clean.as_bytes()).unwrap()),
            Contender::new("inspect", || callhook::inspect::<PhoneCdr>(clean.as_bytes()).unwrap()),
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
        sample("phone record", phone.clone(), reading::<PhoneCdr, strict::PhoneCdr>),
        sample("7moor record", bodies::RECORD.to_owned(), reading::<CallRecord, strict::CallRecord>),
        sample("7moor ring", bodies::RING.to_owned(), reading::<CallPush, strict::CallPush>),
        sample("Desk event", bodies::SESSION.to_owned(), reading::<SessionEvent, strict::SessionEvent>),
        sample("phone record, 50 participants", bodies::participants(50), reading::<PhoneCdr, strict::PhoneCdr>),
        sample("phone record, shuffled", bodies::shuffled(&phone), reading::<PhoneCdr, strict::PhoneCdr>),
        sample("7moor record, shuffled", bodies::shuffled(bodies::RECORD), reading::<CallRecord, strict::CallRecord>),
        sample("phone record, written", phone, writing::<PhoneCdr, strict::PhoneCdr>),
        sample("7moor record, written", bodies::RECORD.to_owned(), writing::<CallRecord, strict::CallRecord>),
    ]
}

/// The ways to read a body as `T`, the strict struct `S` first.
fn reading<T: Payload + DeserializeOwned, S: DeserializeOwned>(body: &str) -> Vec<Contender<'_>> {
    let bytes = body.as_bytes();
    vec![
        Contender::new("strict derive", move || serde_json::from_slice::<S>(black_box(bytes)).unwrap()),
        Contender::new("Value", move || serde_json::from_slice::<serde_json::Value>(black_box(bytes)).unwrap()),
        Contender::new("callhook::from_slice", move || callhook::from_slice::<T>(black_box(bytes)).unwrap()),
        Contender::new("serde_json::from_slice", move || serde_json::from_slice::<T>(black_box(bytes)).unwrap()),
        Contender::new("inspect", move || callhook::inspect::<T>(black_box(bytes)).unwrap()),
        Contender::new("sonic_rs::from_slice", move || sonic_rs::from_slice::<T>(black_box(bytes)).unwrap()),
        Contender::new("strict derive, sonic-rs", move || sonic_rs::from_slice::<S>(black_box(bytes)).unwrap()),
    ]
}

/// The ways to write a body, read as `T` and as the strict struct `S`.
fn writing<T: Payload + Serialize + 'static, S: DeserializeOwned + Serialize + 'static>(
    body: &str,
) -> Vec<Contender<'_>> {
    let ours: T = callhook::from_str(body).unwrap();
    let strict: S = serde_json::from_str(body).unwrap();
    vec![
        Contender::new("strict derive", move || serde_json::to_vec(black_box(&strict)).unwrap()),
        Contender::new("callhook", move || serde_json::to_vec(black_box(&ours)).unwrap()),
    ]
}

/// The ways to read a body of which only its `pushType` says what it is; first as what it is.
fn through_push<T: Payload + DeserializeOwned>(body: &str) -> Vec<Contender<'_>> {
    let bytes = body.as_bytes();
    vec![
        Contender::new("callhook::from_slice", move || callhook::from_slice::<T>(black_box(bytes)).unwrap()),
        Contender::new("Push::from_slice", move || Push::from_slice(black_box(bytes)).unwrap()),
        Contender::new("serde_json into Push", move || serde_json::from_slice::<Push>(black_box(bytes)).unwrap()),
        Contender::new("strict derive, tagged", move || {
            serde_json::from_slice::<strict::Push>(black_box(bytes)).unwrap()
        }),
    ]
}

fn print_race(title: &str, contenders: &[Contender<'_>]) {
    println!("\n{title}");
    for result in race(contenders, ROUNDS) {
        println!(
            "  {:26} {:5.2}   {:9.0} ns   {:4} allocations",
            result.name, result.ratio, result.nanos, result.allocations
        );
    }
}

/// Has the system's allocator keep large blocks: else those of some sizes are given back and faulted in with each
/// reading, and the growth of that is all one sees.
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
            Contender::new("inspect", || callhook::inspect::<PhoneCdr>(body.as_bytes()).unwrap()),
            Contender::new("Value", || serde_json::from_slice::<serde_json::Value>(body.as_bytes()).unwrap()),
        ];
        let rounds = if body.len() > 1_000_000 { 5 } else { 21 };
        let bytes = body.len();
        let results = race(&contenders, rounds);
        let each: Vec<String> =
            results.iter().map(|result| format!("{} {:.2} ns", result.name, result.nanos / bytes as f64)).collect();
        println!("  {count:6} {what}, {bytes:8} bytes: {}", each.join(", "));
    }
}

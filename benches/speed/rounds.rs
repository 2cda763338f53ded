//! Interleaved rounds: each contender runs for a moment in each round, so that a machine whose speed drifts slows all
//! of them alike. The result is the median of the rounds' ratios.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// One way to do a thing.
pub struct Contender<'a> {
    pub name: &'static str,
    pub run: Box<dyn Fn() + 'a>,
}

impl<'a> Contender<'a> {
    pub fn new<T>(name: &'static str, run: impl Fn() -> T + 'a) -> Self {
        Self { name, run: Box::new(move || drop(black_box(run()))) }
    }
}

/// The result of one contender.
pub struct Result {
    pub name: &'static str,
    /// Median time of one run.
    pub nanos: f64,
    /// Median over the rounds of the ratio of its time to the first contender's.
    pub ratio: f64,
    /// Allocations of one run.
    pub allocations: u64,
}

const SLICE: Duration = Duration::from_millis(4);

/// Runs the contenders against the first of them.
pub fn race(contenders: &[Contender<'_>], rounds: usize) -> Vec<Result> {
    let runs: Vec<u32> = contenders.iter().map(|contender| calibrate(&contender.run)).collect();
    let mut times = vec![Vec::with_capacity(rounds); contenders.len()];
    for _ in 0..rounds {
        for (i, contender) in contenders.iter().enumerate() {
            let start = Instant::now();
            for _ in 0..runs[i] {
                (contender.run)();
            }
            times[i].push(start.elapsed().as_nanos() as f64 / f64::from(runs[i]));
        }
    }
    let mut results = Vec::new();
    for (i, contender) in contenders.iter().enumerate() {
        let ratios = times[i].iter().zip(&times[0]).map(|(mine, first)| mine / first).collect();
        let allocations = allocation_counter::measure(|| (contender.run)()).count_total;
        results.push(Result {
            name: contender.name,
            nanos: median(times[i].clone()),
            ratio: median(ratios),
            allocations,
        });
    }
    results
}

/// How many runs fill a slice.
fn calibrate(run: &dyn Fn()) -> u32 {
    let start = Instant::now();
    let mut runs = 0;
    while start.elapsed() < SLICE * 4 {
        run();
        runs += 1;
    }
    (runs / 4).max(1)
}

pub fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

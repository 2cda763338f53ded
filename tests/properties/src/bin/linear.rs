//! Times hostile bodies of n and of 4n bytes, and fails where four times the body takes more than eight times as long.
#![allow(clippy::print_stdout, reason = "its output is what it is for")]

#[path = "../hostile.rs"]
mod hostile;

use std::process::ExitCode;
use std::time::{Duration, Instant};

const SIZE: usize = 16_000;
const BOUND: f64 = 8.0;
/// Another program may hold the processor in some rounds, so the fastest of each size count.
const ROUNDS: usize = 30;
/// Below this the clock and the allocator say more than the reading.
const LEAST: Duration = Duration::from_micros(20);

fn time(runs: u32, run: &dyn Fn()) -> Duration {
    let start = Instant::now();
    (0..runs).for_each(|_| run());
    start.elapsed()
}

/// How many times as long the large body takes, and how long.
fn ratio(small: &dyn Fn(), large: &dyn Fn()) -> (f64, Duration) {
    let (mut before, mut after) = (Duration::MAX, Duration::MAX);
    let mut ratio = f64::INFINITY;
    for round in 0..ROUNDS {
        // Four runs of the small body take as long as one of the large, so that interruptions are alike.
        before = before.min(time(4, small).max(LEAST));
        after = after.min(time(1, large));
        ratio = 4.0 * after.as_secs_f64() / before.as_secs_f64();
        if round > 0 && ratio <= BOUND * 0.75 {
            break;
        }
    }
    (ratio, after)
}

fn main() -> ExitCode {
    let mut failed = 0;
    for case in hostile::CASES {
        let small = (case.doors)(&(case.body)(SIZE));
        let large = (case.doors)(&(case.body)(4 * SIZE));
        let ratios = small.iter().zip(&large).map(|(small, large)| (large.name, ratio(&small.run, &large.run)));
        let worst = ratios.max_by(|(_, left), (_, right)| left.0.total_cmp(&right.0));
        let (door, (ratio, time)) = worst.unwrap_or(("no door", (f64::INFINITY, Duration::ZERO)));
        let is_linear = ratio <= BOUND && small.len() == large.len();
        failed += usize::from(!is_linear);
        println!("{:8} {ratio:5.1}x {time:8.1?} {door:11} {}", if is_linear { "ok" } else { "TOO SLOW" }, case.name);
    }
    println!("{} cases, {failed} of them not linear", hostile::CASES.len());
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

//! Speed against what a user would have written by hand.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

mod rounds;
mod strict;

use callhook::tccc::PhoneCdr;
use rounds::{Contender, race};

fn main() {
    let text = include_str!("../../fixtures/tccc/cdr.json").replace("    \"Duration\":15,\n", "");
    let body = text.as_bytes();
    let rounds = std::env::var("ROUNDS").map_or(101, |r| r.parse().unwrap());
    let cdr: PhoneCdr = callhook::from_slice(body).unwrap();
    let st: strict::PhoneCdr = serde_json::from_slice(body).unwrap();
    for r in race(
        &[
            Contender::new("strict derive", || serde_json::from_slice::<strict::PhoneCdr>(body).unwrap()),
            Contender::new("strict derive, from_str", || serde_json::from_str::<strict::PhoneCdr>(&text).unwrap()),
            Contender::new("Value", || serde_json::from_slice::<serde_json::Value>(body).unwrap()),
            Contender::new("callhook::from_slice", || callhook::from_slice::<PhoneCdr>(body).unwrap()),
            Contender::new("serde_json::from_slice", || serde_json::from_slice::<PhoneCdr>(body).unwrap()),
            Contender::new("inspect", || callhook::inspect::<PhoneCdr>(body).unwrap()),
        ],
        rounds,
    ) {
        println!("{:28} {:9.0} ns  {:.3}  {} allocations", r.name, r.nanos, r.ratio, r.allocations);
    }
    for r in race(
        &[
            Contender::new("strict write", || serde_json::to_vec(&st).unwrap()),
            Contender::new("callhook write", || serde_json::to_vec(&cdr).unwrap()),
        ],
        rounds,
    ) {
        println!("{:28} {:9.0} ns  {:.3}  {} allocations", r.name, r.nanos, r.ratio, r.allocations);
    }
}

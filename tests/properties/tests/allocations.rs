//! Four times the body costs at most five times the allocations and bytes, whatever the body is made of.
#![allow(clippy::unwrap_used)]

#[path = "../src/hostile.rs"]
mod hostile;

use allocation_counter::{AllocationInfo, measure};

const SIZE: usize = 20_000;

/// What a small body may allocate in any case, in number and bytes: it is not what grows.
const BASE: (u64, u64) = (64, 8_192);

fn is_linear(small: &AllocationInfo, large: &AllocationInfo) -> bool {
    large.count_total <= 5 * small.count_total.max(BASE.0)
        && large.bytes_total <= 5 * small.bytes_total.max(BASE.1)
        && large.bytes_max <= 5 * small.bytes_max.max(BASE.1)
}

#[test]
fn allocations_grow_with_the_body_and_no_faster() {
    let mut failed = Vec::new();
    for case in hostile::CASES {
        let (small_body, large_body) = ((case.body)(SIZE), (case.body)(4 * SIZE));
        assert!(large_body.len() <= 5 * small_body.len(), "{}: not the body that is meant", case.name);
        let (small, large) = ((case.doors)(&small_body), (case.doors)(&large_body));
        assert_eq!(small.len(), large.len(), "{}: the larger body is read by other doors", case.name);
        for (small, large) in small.iter().zip(&large) {
            let (before, after) = (measure(|| (small.run)()), measure(|| (large.run)()));
            if !is_linear(&before, &after) {
                failed.push(format!("{}, {}: {before:?} became {after:?}", case.name, small.name));
            }
        }
    }
    assert!(failed.is_empty(), "{} of them:\n{}", failed.len(), failed.join("\n"));
}

/// A body of 100 KB takes a bounded multiple of it, so that a linear cost is a small one too.
#[test]
fn a_body_costs_a_bounded_multiple_of_its_size() {
    const MOST: u64 = 200;
    let mut failed = Vec::new();
    for case in hostile::CASES {
        let body = (case.body)(100_000);
        for door in (case.doors)(&body) {
            let cost = measure(|| (door.run)());
            let multiple = cost.bytes_total / body.len() as u64;
            if multiple > MOST {
                failed.push(format!("{}, {}: {multiple} times the body: {cost:?}", case.name, door.name));
            }
        }
    }
    assert!(failed.is_empty(), "{} of them:\n{}", failed.len(), failed.join("\n"));
}

//! The counts in the READMEs' table are those of `quirks.rs`.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

mod kit;
mod laminated;
#[expect(dead_code, reason = "the table is printed by the benchmark")]
mod quirks;
mod strict;

use quirks::{PEERS, ROWS, Verdict};

#[test]
fn callhook_reads_every_row_right() {
    let callhook = PEERS.iter().filter(|peer| peer.name.starts_with("callhook::"));
    for peer in callhook {
        for row in ROWS {
            assert_eq!(peer.judge(row), Verdict::Right, "{}: {row:?}", peer.name);
        }
    }
}

#[test]
fn the_readmes_have_these_counts() {
    let counts: Vec<String> = PEERS.iter().map(|peer| peer.counts()).collect();
    for readme in [include_str!("../../README.md"), include_str!("../../README.zh-CN.md")] {
        let last_cells = readme.lines().filter_map(|line| line.strip_suffix(" |")?.rsplit(" | ").next());
        let is_count =
            |cell: &&str| cell.contains(" / ") && cell.split(" / ").all(|count| count.parse::<usize>().is_ok());
        assert_eq!(last_cells.filter(is_count).collect::<Vec<_>>(), counts);
        assert!(readme.contains(&format!(" {} ", ROWS.len())), "{}", ROWS.len());
    }
}

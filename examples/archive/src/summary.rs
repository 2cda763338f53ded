//! What every command prints at its end.

use std::fmt;
use std::time::Duration;

use crate::command_line::Reading;
use crate::table::on_one_line;

/// The counts that all commands print.
#[derive(Debug, Default)]
pub struct Summary {
    pub pushes: u64,
    pub bad: u64,
    /// Whether a file could not be read to its end.
    pub broken: bool,
    /// The first bad lines: where they are, and why they are bad.
    pub bad_lines: Vec<(String, String)>,
    /// How many files in folders were not text.
    pub passed_over: u64,
    /// How many bytes of text were read.
    pub bytes: u64,
    pub took: Duration,
}

/// `3 pushes and 1 bad line, 0.1 MB in 0.0 s: 1234 lines/s, 5 MB/s`
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.took.as_secs_f64().max(1e-6);
        let megabytes = self.bytes as f64 / 1e6;
        writeln!(
            f,
            "{} and {}, {megabytes:.1} MB in {seconds:.1} s: {:.0} lines/s, {:.0} MB/s",
            counted(self.pushes, "push", "pushes"),
            counted(self.bad, "bad line", "bad lines"),
            (self.pushes + self.bad) as f64 / seconds,
            megabytes / seconds
        )?;
        if self.passed_over > 0 {
            writeln!(
                f,
                "{} skipped",
                counted(self.passed_over, "file is not text and was", "files are not text and were")
            )?;
        }
        Ok(())
    }
}

/// `1 row`, `2 rows`
pub fn counted(count: u64, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

impl Summary {
    /// Counts a bad line, and keeps it if it is one of the first.
    pub fn refuse(&mut self, show: usize, place: impl ToString, reason: &str) {
        self.bad += 1;
        if self.bad_lines.len() < show {
            // A reason may quote what a sender wrote.
            self.bad_lines.push((place.to_string(), on_one_line(reason)));
        }
    }

    /// Adds the counts of the next block.
    pub fn add(&mut self, other: Self, show: usize) {
        self.pushes += other.pushes;
        self.bad += other.bad;
        self.broken |= other.broken;
        self.bytes += other.bytes;
        let room = show.saturating_sub(self.bad_lines.len());
        self.bad_lines.extend(other.bad_lines.into_iter().take(room));
    }

    /// The list of bad lines; nothing if there are none.
    pub fn bad_lines(&self, reading: &Reading) -> String {
        if self.bad == 0 {
            return String::new();
        }
        let hint = if reading.bad.is_some() { "" } else { " (--bad FILE keeps them)" };
        let mut text = format!("\nBad lines: {}{hint}\n", self.bad);
        for (place, reason) in &self.bad_lines {
            text += &format!("  {place}: {reason}\n");
        }
        let left_out = self.bad - self.bad_lines.len() as u64;
        if left_out > 0 {
            text += &format!("  and {left_out} more (--show)\n");
        }
        text
    }
}

//! What every command prints at its end.

use std::fmt;

use crate::command_line::Reading;
use crate::pipeline::Summary;

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
    /// The list of bad lines; nothing if there are none.
    pub fn bad_lines(&self, reading: &Reading) -> String {
        if self.bad == 0 {
            return String::new();
        }
        let hint = if reading.bad.is_some() { "" } else { " (--bad FILE keeps them)" };
        let mut text = format!("\nBad lines: {}{hint}\n", self.bad);
        for bad in &self.bad_lines {
            text += &format!("  {}: {}\n", bad.place, bad.reason);
        }
        let left_out = self.bad - self.bad_lines.len() as u64;
        if left_out > 0 {
            text += &format!("  and {left_out} more (--show)\n");
        }
        text
    }
}

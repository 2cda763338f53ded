//! Tables that line up on a screen.

use std::fmt;

use unicode_width::UnicodeWidthStr;

/// A table whose first `left` columns are aligned to the left, and the others to the right.
pub struct Table {
    left: usize,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table whose first `left` columns are text. Each row has as many cells as the head.
    pub fn new<'a, R: IntoIterator<Item = String>>(
        left: usize,
        head: impl IntoIterator<Item = &'a str>,
        rows: impl IntoIterator<Item = R>,
    ) -> Self {
        let head = head.into_iter().map(str::to_owned).collect();
        let rows = rows.into_iter().map(|row| row.into_iter().map(|cell| on_one_line(&cell)).collect());
        Self { left, rows: std::iter::once(head).chain(rows).collect() }
    }
}

/// A text with blanks for control characters, which a terminal would obey, and for characters that separate lines, set
/// the direction of the text or cannot be seen: it may be what a sender wrote.
pub fn on_one_line(text: &str) -> String {
    let is_unprintable = |char: char| {
        let is_invisible = matches!(
            char,
            '\u{61c}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
        );
        is_invisible || char.is_control()
    };
    text.replace(is_unprintable, " ")
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width_of = |column: usize| self.rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..self.rows[0].len()).map(width_of).collect();
        for row in &self.rows {
            let mut line = String::new();
            for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
                // A Chinese character takes two columns, so the formatter's own padding would be wrong.
                let padding = " ".repeat(width - cell.width());
                line.push_str("  ");
                match column < self.left {
                    true => line.extend([cell.as_str(), &padding]),
                    false => line.extend([padding.as_str(), cell]),
                }
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

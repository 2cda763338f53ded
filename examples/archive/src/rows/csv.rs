//! Rows as CSV, for people who open them in a spreadsheet.

use std::io::{self, Write};

use anyhow::Result;
use callhook::CallSummary;
use csv::{ReaderBuilder, WriterBuilder};

/// Writes the header.
pub fn begin(out: &mut impl Write, bom: bool) -> io::Result<()> {
    if bom {
        out.write_all("\u{feff}".as_bytes())?;
    }
    writeln!(out, "{}", CallSummary::COLUMNS.join(","))
}

pub fn write(call: &CallSummary, bytes: &mut Vec<u8>) -> Result<()> {
    let mut row = WriterBuilder::new().has_headers(false).buffer_capacity(1024).from_writer(bytes);
    row.serialize(call)?;
    row.flush()?;
    Ok(())
}

/// Rows with an apostrophe before each cell that a spreadsheet would compute.
pub fn harmless(rows: &[u8]) -> Result<Vec<u8>> {
    let mut out = WriterBuilder::new().from_writer(Vec::with_capacity(rows.len() + rows.len() / 16));
    for row in ReaderBuilder::new().has_headers(false).from_reader(rows).byte_records() {
        for cell in &row? {
            match is_formula(cell) {
                true => out.write_field([b"'", cell].concat())?,
                false => out.write_field(cell)?,
            }
        }
        out.write_record(None::<&[u8]>)?;
    }
    Ok(out.into_inner().map_err(|error| error.into_error())?)
}

/// Whether a spreadsheet would compute a cell. Customers choose their nicknames, and so how a cell begins.
fn is_formula(cell: &[u8]) -> bool {
    // The bytes that begin with 0xef are ＋, －, ＝ and ＠: a spreadsheet may read the full-width forms as the others.
    matches!(
        cell,
        [b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n', ..] | [0xef, 0xbc, 0x8b | 0x8d | 0x9d | 0xa0, ..]
    )
}

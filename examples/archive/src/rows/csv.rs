//! Rows as CSV, for people who open them in a spreadsheet.

use std::io::{self, Write};

use anyhow::Result;
use callhook::CallSummary;
use csv::{ReaderBuilder, WriterBuilder};

/// Writes the line of column names.
pub fn begin(out: &mut impl Write, bom: bool) -> io::Result<()> {
    if bom {
        out.write_all("\u{feff}".as_bytes())?;
    }
    writeln!(out, "{}", CallSummary::COLUMNS.join(","))
}

pub fn write(call: &CallSummary, bytes: &mut Vec<u8>) -> Result<()> {
    let mut plain = WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    plain.serialize(call)?;
    let plain = plain.into_inner().map_err(|error| error.into_error())?;
    let mut row = WriterBuilder::new().from_writer(bytes);
    for cells in ReaderBuilder::new().has_headers(false).from_reader(plain.as_slice()).byte_records() {
        for cell in &cells? {
            match is_formula(cell) {
                true => row.write_field([b"'", cell].concat())?,
                false => row.write_field(cell)?,
            }
        }
        row.write_record(None::<&[u8]>)?;
    }
    row.flush()?;
    Ok(())
}

/// Whether a spreadsheet would compute a cell. A customer can choose a nickname, and so what a cell begins with.
fn is_formula(cell: &[u8]) -> bool {
    matches!(cell.first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'))
}

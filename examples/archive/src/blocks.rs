//! Files as blocks of whole lines.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::bufread::MultiGzDecoder;
use indicatif::ProgressBar;

use crate::inputs::STDIN;
use crate::line::{self, BYTE_ORDER_MARK};

/// How many bytes are read at once.
const BLOCK: usize = 512 * 1024;
/// Longer lines are bad lines. No push comes near this length.
pub const LONGEST_LINE: usize = 1024 * 1024;
/// A file in a folder whose first bytes hold a NUL is not text.
const SNIFFED: usize = 1024;
const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// A piece of a file.
#[derive(Debug)]
pub struct Block {
    /// The name of the file, as it is printed.
    pub file: Arc<str>,
    /// The number of its first line; the first line of a file is 1.
    pub first_line: u64,
    pub kind: Kind,
    pub bytes: Vec<u8>,
}

#[derive(Debug)]
pub enum Kind {
    /// Whole lines.
    Lines,
    /// One body that spans several lines.
    Body,
    /// A part of a line that is too long to be read.
    TooLong { first: bool },
    /// Reading the file failed here.
    Broken(io::Error),
}

/// Splits files into blocks, each in a buffer that the caller lends.
pub struct Blocks<I> {
    files: I,
    progress: ProgressBar,
    open: Option<Open>,
    /// How many files in folders were not text.
    pub passed_over: u64,
}

/// The file that is being read.
struct Open {
    file: Arc<str>,
    from: Box<dyn Read>,
    /// Why reading failed, while what came before is not used up.
    broken: Option<io::Error>,
    line: u64,
    /// The bytes after the last whole line.
    rest: Vec<u8>,
    in_long_line: bool,
    /// The file is one body, not lines.
    is_body: bool,
}

impl<I: Iterator<Item = io::Result<(PathBuf, bool)>>> Blocks<I> {
    pub fn new(files: I, progress: ProgressBar) -> Self {
        Self { files, progress, open: None, passed_over: 0 }
    }

    /// The next block; `None` at the end. Returns an error if a file cannot be opened.
    pub fn next(&mut self, mut buffer: Vec<u8>) -> io::Result<Option<Block>> {
        buffer.clear();
        loop {
            if let Some(open) = &mut self.open {
                match open.next(&mut buffer) {
                    Ok(Some(block)) => return Ok(Some(block)),
                    Ok(None) => self.open = None,
                    Err(error) => {
                        let block = open.block(Kind::Broken(error), &mut Vec::new());
                        self.open = None;
                        return Ok(Some(block));
                    }
                }
            }
            let Some(file) = self.files.next() else { return Ok(None) };
            let (path, in_folder) = file?;
            self.open = Open::new(&path, in_folder, &self.progress)
                .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
            self.passed_over += u64::from(self.open.is_none());
        }
    }
}

impl Open {
    /// Opens a file; `None` if it was found in a folder and is not text.
    fn new(path: &Path, in_folder: bool, progress: &ProgressBar) -> io::Result<Option<Self>> {
        let from: Box<dyn Read> = match path == Path::new(STDIN) {
            true => Box::new(io::stdin()),
            false => Box::new(File::open(path)?),
        };
        let mut from = decompressed(progress.wrap_read(from))?;
        let mut start = Vec::with_capacity(BLOCK);
        let broken = from.by_ref().take(BLOCK as u64).read_to_end(&mut start).err();
        if in_folder && start.iter().take(SNIFFED).any(|byte| *byte == 0) {
            return Ok(None);
        }
        if start.starts_with(BYTE_ORDER_MARK) {
            start.drain(..BYTE_ORDER_MARK.len());
        }
        let is_body = is_named_json(path) && line::is_beginning_of_body(&start);
        let file = path.display().to_string().into();
        Ok(Some(Self { file, from, broken, line: 1, rest: start, in_long_line: false, is_body }))
    }

    fn next(&mut self, buffer: &mut Vec<u8>) -> io::Result<Option<Block>> {
        buffer.append(&mut self.rest);
        let mut searched = 0;
        loop {
            // The bytes that were read to recognise the file may hold whole lines.
            let mut ended = false;
            if buffer.len() == searched || self.is_body {
                let more = || self.from.by_ref().take(BLOCK as u64).read_to_end(buffer);
                ended = match self.broken.take().map_or_else(more, Err) {
                    Ok(length) => length == 0,
                    Err(error) if buffer.len() == searched => return Err(error),
                    // What came before the error may hold whole lines.
                    Err(error) => {
                        self.broken = Some(error);
                        false
                    }
                };
            }
            if ended && buffer.is_empty() {
                return Ok(None);
            }
            let is_long = buffer.len() > LONGEST_LINE;
            let end = if ended {
                Some(buffer.len())
            } else if self.is_body {
                None
            } else if self.in_long_line {
                memchr::memchr(b'\n', buffer).map(|at| at + 1)
            } else {
                memchr::memrchr(b'\n', &buffer[searched..]).map(|at| searched + at + 1)
            };
            searched = buffer.len();
            let Some(end) = end else {
                if !is_long && !self.in_long_line {
                    continue;
                }
                let first = !std::mem::replace(&mut self.in_long_line, true);
                return Ok(Some(self.block(Kind::TooLong { first }, buffer)));
            };
            self.rest.extend_from_slice(&buffer[end..]);
            buffer.truncate(end);
            let kind = match std::mem::take(&mut self.in_long_line) {
                true => Kind::TooLong { first: false },
                false if self.is_body => Kind::Body,
                false => Kind::Lines,
            };
            return Ok(Some(self.block(kind, buffer)));
        }
    }

    fn block(&mut self, kind: Kind, buffer: &mut Vec<u8>) -> Block {
        let first_line = self.line;
        self.line += memchr::memchr_iter(b'\n', buffer).count() as u64;
        Block { file: self.file.clone(), first_line, kind, bytes: std::mem::take(buffer) }
    }
}

/// Decompresses gzip and zstd, which it recognises by the first bytes.
fn decompressed(mut from: impl Read + 'static) -> io::Result<Box<dyn Read>> {
    // One read from a pipe may return fewer bytes than it takes to recognise zstd.
    let mut start = Vec::new();
    from.by_ref().take(ZSTD.len() as u64).read_to_end(&mut start)?;
    let kind = start.clone();
    let from = BufReader::with_capacity(BLOCK, Cursor::new(start).chain(from));
    Ok(if kind.starts_with(GZIP) {
        Box::new(MultiGzDecoder::new(from))
    } else if kind.starts_with(ZSTD) {
        Box::new(zstd::Decoder::with_buffer(from)?)
    } else {
        Box::new(from)
    })
}

/// Whether a file is named `.json`, if need be before `.gz` or `.zst`.
fn is_named_json(path: &Path) -> bool {
    let is_compressed = path.extension().is_some_and(|extension| extension == "gz" || extension == "zst");
    let name = if is_compressed { path.file_stem().map(Path::new) } else { Some(path) };
    name.and_then(Path::extension).is_some_and(|extension| extension == "json")
}

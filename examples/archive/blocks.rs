//! The archive as blocks of whole lines.

use std::collections::VecDeque;
use std::fs::{File, ReadDir};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How much is read at once.
const BLOCK: usize = 512 * 1024;
/// Lines longer than this are bad. No push comes near it.
const LONGEST: usize = 8 * 1024 * 1024;

/// Whence a block is.
#[derive(Debug)]
pub struct Source {
    /// For people.
    pub name: String,
    /// The file is one body, not lines.
    pub one_body: bool,
    /// The query that the file's place says.
    pub query: Option<String>,
}

/// A piece of a file.
#[derive(Debug)]
pub struct Block {
    pub source: Arc<Source>,
    /// Number of its first line, from 1.
    pub first_line: u64,
    pub kind: Kind,
    pub bytes: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Whole lines, or one body.
    Lines,
    /// Part of a line that is too long to be read.
    TooLong { first: bool },
}

/// Gives one block after another, each in a buffer that the caller hands in.
pub struct Blocks {
    walk: Walk,
    open: Option<Open>,
    /// Files of other kinds, which were passed over.
    pub skipped: u64,
}

/// The file that is being read.
struct Open {
    source: Arc<Source>,
    from: Box<dyn Read + Send>,
    line: u64,
    /// What was read behind the last whole line.
    rest: Vec<u8>,
    in_long_line: bool,
}

impl Blocks {
    pub fn new(inputs: &[PathBuf]) -> Self {
        Self { walk: Walk::new(inputs), open: None, skipped: 0 }
    }

    /// The next block, or nothing at the end.
    pub fn next(&mut self, buffer: Vec<u8>) -> io::Result<Option<Block>> {
        let mut buffer = buffer;
        loop {
            if let Some(open) = &mut self.open {
                if let Some(block) = open.next(&mut buffer)? {
                    return Ok(Some(block));
                }
                self.open = None;
            }
            let Some(file) = self.walk.next()? else { return Ok(None) };
            match source(&file, self.walk.inside()) {
                Some(source) => {
                    let from: Box<dyn Read + Send> = if file == Path::new("-") {
                        Box::new(io::stdin())
                    } else {
                        Box::new(File::open(&file).map_err(|error| named(&file, &error))?)
                    };
                    let source = Arc::new(source);
                    self.open = Some(Open { source, from, line: 1, rest: Vec::new(), in_long_line: false });
                }
                None => self.skipped += 1,
            }
        }
    }
}

impl Open {
    fn next(&mut self, buffer: &mut Vec<u8>) -> io::Result<Option<Block>> {
        buffer.clear();
        buffer.append(&mut self.rest);
        loop {
            let before = buffer.len();
            let read = self.from.by_ref().take(BLOCK as u64).read_to_end(buffer);
            let ended = read.map_err(|error| named(Path::new(&self.source.name), &error))? == 0;
            let long = buffer.len() > LONGEST;
            if ended && buffer.is_empty() {
                // An empty file of lines has none; an empty body is a bad one.
                let empty_body = self.source.one_body && self.line == 1;
                return Ok(empty_body.then(|| self.block(Kind::Lines, buffer)));
            }
            if self.source.one_body && !ended && !long {
                continue;
            }
            let end = if ended {
                Some(buffer.len())
            } else if self.source.one_body {
                None
            } else if self.in_long_line {
                buffer.iter().position(|byte| *byte == b'\n').map(|at| at + 1)
            } else {
                buffer[before..].iter().rposition(|byte| *byte == b'\n').map(|at| before + at + 1)
            };
            let Some(end) = end else {
                if !long && !self.in_long_line {
                    continue;
                }
                let first = !std::mem::replace(&mut self.in_long_line, true);
                return Ok(Some(self.block(Kind::TooLong { first }, buffer)));
            };
            self.rest.extend_from_slice(&buffer[end..]);
            buffer.truncate(end);
            let kind =
                if std::mem::take(&mut self.in_long_line) { Kind::TooLong { first: false } } else { Kind::Lines };
            return Ok(Some(self.block(kind, buffer)));
        }
    }

    fn block(&mut self, kind: Kind, buffer: &mut Vec<u8>) -> Block {
        let first_line = self.line;
        self.line += match self.source.one_body {
            true => 1,
            false => buffer.iter().filter(|byte| **byte == b'\n').count() as u64,
        };
        Block { source: self.source.clone(), first_line, kind, bytes: std::mem::take(buffer) }
    }
}

/// How a file is read; `None` for those of other kinds in a folder.
fn source(file: &Path, inside: bool) -> Option<Source> {
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let one_body = match extension {
        "ndjson" | "jsonl" => false,
        "json" => inside,
        _ if inside => return None,
        _ => false,
    };
    let folder = file.parent().and_then(Path::file_name);
    let action = file.file_name().and_then(|name| name.to_str()).and_then(|name| name.split('.').next());
    let query = match (folder, action) {
        (Some(folder), Some(action)) if one_body && folder == "tccc" => Some(format!("action={action}&version=1")),
        _ => None,
    };
    Some(Source { name: file.display().to_string(), one_body, query })
}

/// How many bytes there are to read; `None` where that cannot be told.
pub fn total(inputs: &[PathBuf]) -> io::Result<Option<u64>> {
    let mut walk = Walk::new(inputs);
    let mut total = 0;
    while let Some(file) = walk.next()? {
        if file == Path::new("-") {
            return Ok(None);
        }
        if source(&file, walk.inside()).is_some() {
            let about = std::fs::metadata(&file).map_err(|error| named(&file, &error))?;
            if !about.is_file() {
                return Ok(None);
            }
            total += about.len();
        }
    }
    Ok(Some(total))
}

/// Goes through files and folders without making a list of them.
struct Walk {
    inputs: VecDeque<PathBuf>,
    folders: Vec<(PathBuf, ReadDir)>,
}

impl Walk {
    fn new(inputs: &[PathBuf]) -> Self {
        Self { inputs: VecDeque::from(inputs.to_vec()), folders: Vec::new() }
    }

    /// Whether the last file was in a folder, not named by the user.
    fn inside(&self) -> bool {
        !self.folders.is_empty()
    }

    fn next(&mut self) -> io::Result<Option<PathBuf>> {
        loop {
            let path = match self.folders.last_mut() {
                Some((folder, entries)) => match entries.next() {
                    Some(entry) => {
                        let entry = entry.map_err(|error| named(folder, &error))?;
                        // Links to folders are not followed: they may lead in a circle.
                        if entry.file_type().map_err(|error| named(folder, &error))?.is_dir() {
                            let path = entry.path();
                            self.folders.push((path.clone(), open_folder(&path)?));
                            continue;
                        }
                        entry.path()
                    }
                    None => {
                        self.folders.pop();
                        continue;
                    }
                },
                None => match self.inputs.pop_front() {
                    Some(input) if input.is_dir() => {
                        self.folders.push((input.clone(), open_folder(&input)?));
                        continue;
                    }
                    Some(input) => input,
                    None => return Ok(None),
                },
            };
            if !path.is_dir() {
                return Ok(Some(path));
            }
        }
    }
}

fn open_folder(folder: &Path) -> io::Result<ReadDir> {
    std::fs::read_dir(folder).map_err(|error| named(folder, &error))
}

/// An error that says which file it is about.
pub fn named(file: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", file.display()))
}

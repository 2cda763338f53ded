//! From the arguments of the command line to files.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

/// The files and folders that exist, and standard input.
#[derive(Debug)]
pub struct Inputs {
    roots: Vec<PathBuf>,
    /// The size of all files together; `None` if one of them has no size, such as a pipe.
    pub bytes: Option<u64>,
}

/// The argument that means standard input.
pub const STDIN: &str = "-";

impl Inputs {
    /// Finds the inputs. Returns an error if one of them does not exist, or is also an output. The outputs are
    /// canonical paths.
    pub fn find(arguments: &[PathBuf], outputs: &[PathBuf]) -> Result<Self> {
        let mut roots = Vec::new();
        for argument in arguments {
            if argument == Path::new(STDIN) || argument.exists() {
                roots.push(argument.clone());
            } else {
                roots.extend(matches(argument)?);
            }
        }
        let mut inputs = Self { roots, bytes: Some(0) };
        let (mut any, mut bytes) = (false, Some(0));
        for file in inputs.files() {
            let (path, _) = file?;
            any = true;
            if path == Path::new(STDIN) {
                bytes = None;
                continue;
            }
            let about = path.metadata().with_context(|| path.display().to_string())?;
            bytes = bytes.filter(|_| about.is_file()).map(|bytes| bytes + about.len());
            if !outputs.is_empty() && path.canonicalize().is_ok_and(|path| outputs.contains(&path)) {
                bail!("{} is both an input and an output", path.display());
            }
        }
        if !any {
            let arguments: Vec<String> = arguments.iter().map(|path| path.display().to_string()).collect();
            bail!("there is no file in {}", arguments.join(", "));
        }
        inputs.bytes = bytes;
        Ok(inputs)
    }

    /// The files in order, and whether each was found in a folder. A list of them could take much memory, so each call
    /// walks the folders again.
    pub fn files(&self) -> impl Iterator<Item = io::Result<(PathBuf, bool)>> {
        self.roots.iter().flat_map(|root| -> Box<dyn Iterator<Item = _> + Send> {
            if root.is_dir() { Box::new(folder(root)) } else { Box::new(std::iter::once(Ok((root.clone(), false)))) }
        })
    }
}

/// The files of a folder, sorted by name at every depth. As in Spark, names that begin with `.` or `_` are not data.
fn folder(root: &Path) -> impl Iterator<Item = io::Result<(PathBuf, bool)>> + use<> {
    let is_data = |name: &str| !name.starts_with(['.', '_']);
    WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(move |entry| entry.depth() == 0 || entry.file_name().to_str().is_none_or(is_data))
        .filter_map(|entry| match entry {
            // Links to files are followed. Links to folders are not, because they may form a cycle.
            Ok(entry) if entry.path().is_dir() => None,
            Ok(entry) => Some(Ok((entry.into_path(), true))),
            Err(error) => Some(Err(error.into())),
        })
}

fn matches(argument: &Path) -> Result<Vec<PathBuf>> {
    let pattern = argument.to_str().filter(|text| text.contains(['*', '?', '[']));
    let Some(pattern) = pattern else { bail!("{}: no such file or folder", argument.display()) };
    let paths = glob::glob(pattern).with_context(|| format!("{pattern} is not a pattern"))?;
    let paths: Vec<PathBuf> = paths.collect::<Result<_, _>>()?;
    if paths.is_empty() {
        bail!("{pattern}: no file matches");
    }
    Ok(paths)
}

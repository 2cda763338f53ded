//! Where output goes: standard output, or a file that appears when it is complete.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use tempfile::NamedTempFile;

use crate::inputs::STDIN;

pub struct Output {
    to: BufWriter<Box<dyn Write + Send>>,
    /// What an error calls it.
    name: String,
    /// The file under a temporary name, and its own; `None` if it is written in place.
    part: Option<(NamedTempFile, PathBuf)>,
}

/// How many bytes are written at once.
const BUFFER: usize = 256 * 1024;

impl Output {
    fn new(to: impl Write + Send + 'static, name: impl ToString, part: Option<(NamedTempFile, PathBuf)>) -> Self {
        Self { to: BufWriter::with_capacity(BUFFER, Box::new(to)), name: name.to_string(), part }
    }

    pub fn stdout() -> Self {
        Self::new(io::stdout(), "standard output", None)
    }

    pub fn create(path: &Path) -> Result<Self> {
        if path == Path::new(STDIN) {
            bail!("cannot write -: it does not mean standard output here; for a file of that name, write ./-");
        }
        let open = || -> io::Result<Self> {
            // A pipe or device is written in place.
            if path.metadata().is_ok_and(|about| !about.is_file()) {
                return Ok(Self::new(File::options().write(true).open(path)?, path.display(), None));
            }
            // A link stays a link, and its target is replaced.
            let path = target(path)?;
            let replaced = path.metadata().ok().map(|about| about.permissions());
            let mut builder = tempfile::Builder::new();
            builder.prefix(".archive-").suffix(".part");
            // At no time may more users read the temporary file than the one that it replaces.
            #[cfg(unix)]
            builder.permissions(replaced.clone().unwrap_or(std::os::unix::fs::PermissionsExt::from_mode(0o666)));
            let file = builder.tempfile_in(folder(&path))?;
            if let Some(replaced) = replaced {
                // The umask may have taken some permissions away.
                file.as_file().set_permissions(replaced)?;
            }
            Ok(Self::new(file.as_file().try_clone()?, path.display(), Some((file, path.clone()))))
        };
        open().with_context(|| format!("cannot write {}", path.display()))
    }

    /// Writes what is buffered, and gives the file its name.
    pub fn finish(mut self) -> Result<()> {
        self.flush()?;
        if let Some((file, path)) = self.part {
            file.persist(path).with_context(|| format!("cannot write {}", self.name))?;
        }
        Ok(())
    }

    /// An error of writing, with the name of the file.
    fn named(&self, error: io::Error) -> io::Error {
        io::Error::new(error.kind(), format!("cannot write {}: {error}", self.name))
    }
}

/// The files that two outputs create or replace. Returns an error if they are the same file.
pub fn files(outputs: [Option<&Path>; 2]) -> Result<Vec<PathBuf>> {
    let paths = outputs.into_iter().flatten().filter(|path| *path != Path::new(STDIN));
    // A path that leads nowhere gets its error when it is opened.
    let files: Vec<PathBuf> = paths.filter_map(|path| target(path).ok()).collect();
    if let [first, second] = &files[..]
        && first == second
    {
        bail!("{} would be written twice", first.display());
    }
    Ok(files)
}

/// The file that a path leads to, through all links, whether it exists or not.
fn target(path: &Path) -> io::Result<PathBuf> {
    let missing = match path.canonicalize() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => error,
        found => return found,
    };
    if let Ok(target_of_link) = path.read_link() {
        return target(&folder(path).join(target_of_link));
    }
    // `new/` names a folder, although its `file_name` is `new`.
    let ends_with = |name: &&OsStr| path.as_os_str().as_encoded_bytes().ends_with(name.as_encoded_bytes());
    Ok(folder(path).canonicalize()?.join(path.file_name().filter(ends_with).ok_or(missing)?))
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes).map_err(|error| self.named(error))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush().map_err(|error| self.named(error))
    }
}

/// Whether the error is that the reader of a pipe has closed it.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kind = |cause: &(dyn std::error::Error + 'static)| {
        let of_io = cause.downcast_ref().map(io::Error::kind);
        // Its source is the cause of the I/O error, not the error itself.
        of_io.or_else(|| cause.downcast_ref().and_then(serde_json::Error::io_error_kind))
    };
    error.chain().any(|cause| kind(cause) == Some(io::ErrorKind::BrokenPipe))
}

/// Prints to standard error. If that is closed, there is nowhere to report it.
pub fn say(text: impl std::fmt::Display) {
    let _ = writeln!(io::stderr(), "{text}");
}

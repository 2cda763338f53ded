//! The sample payloads that come with the crate.

use std::io;
use std::path::{Path, PathBuf};

/// The folder that they are in.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// All of them, in order.
pub(crate) fn files() -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder())? {
        let path = entry?.path();
        if path.is_dir() {
            for file in std::fs::read_dir(path)? {
                files.push(file?.path());
            }
        }
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    Ok(files)
}

/// The query that a TCCC sample came with: such a file is named after its action (`tccc/cdr.json`).
///
/// `None` if the file is in another folder or no sample has that action, because your own files may be named after dates.
pub(crate) fn query_of(file: &Path) -> Option<String> {
    let file = std::fs::canonicalize(file).ok()?;
    let folder_name = file.parent()?.file_name()?;
    let action = action(&file)?;
    let known = files().ok()?.iter().any(|sample| in_tccc(sample) && self::action(sample) == Some(action));
    (folder_name == "tccc" && known).then(|| format!("action={action}&version=1"))
}

fn in_tccc(sample: &Path) -> bool {
    sample.parent().and_then(Path::file_name).is_some_and(|folder| folder == "tccc")
}

fn action(file: &Path) -> Option<&str> {
    file.file_name()?.to_str()?.split('.').next()
}

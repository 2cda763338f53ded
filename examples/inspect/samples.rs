//! The sample payloads that come with the crate.

use std::io;
use std::path::{Path, PathBuf};

use callhook::tccc::Action;

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
/// `None` if the file is in another folder or its name is not an action: an inbound call has none, and your own files
/// may be named after dates.
pub(crate) fn query_of(file: &Path) -> Option<String> {
    let file = std::fs::canonicalize(file).ok()?;
    let folder_name = file.parent()?.file_name()?;
    let action = file.file_name()?.to_str()?.split('.').next()?;
    let is_action = Action::listed(action).is_some();
    (folder_name == "tccc" && is_action).then(|| format!("action={action}&version=1"))
}

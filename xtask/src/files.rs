//! The files of the repository.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Stopped;

/// One text file.
pub(crate) struct File {
    /// Its path from the root, with `/`.
    pub(crate) path: String,
    /// Its content.
    pub(crate) text: String,
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every text file that git knows or would add, in the order of their paths.
pub(crate) fn all() -> Result<Vec<File>, Stopped> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .map_err(|error| Stopped(format!("git ls-files: {error}")))?;
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    let mut paths: Vec<_> = listed.lines().map(String::from).collect();
    paths.sort();
    paths.dedup();
    Ok(paths.into_iter().filter_map(|path| read(&path).map(|text| File { path, text })).collect())
}

/// The content of a file, from the root; `None` where it is not there or not text.
#[expect(clippy::disallowed_methods, reason = "chores are about files")]
pub(crate) fn read(path: &str) -> Option<String> {
    std::fs::read_to_string(root().join(path)).ok()
}

/// The bytes of a file, from the root.
#[expect(clippy::disallowed_methods, reason = "chores are about files")]
pub(crate) fn bytes(path: &str) -> Option<Vec<u8>> {
    std::fs::read(root().join(path)).ok()
}

/// Writes a file, and the folder it stands in.
#[expect(clippy::disallowed_methods, reason = "chores are about files")]
pub(crate) fn write(path: &str, content: &[u8]) -> Result<(), Stopped> {
    let full = root().join(path);
    let folder = full.parent().map_or(Ok(()), std::fs::create_dir_all);
    folder.and_then(|()| std::fs::write(&full, content)).map_err(|error| Stopped(format!("{path}: {error}")))
}

/// The content of a file anywhere, which somebody named.
#[expect(clippy::disallowed_methods, reason = "chores are about files")]
pub(crate) fn read_at(path: &Path) -> Result<String, Stopped> {
    std::fs::read_to_string(path).map_err(|error| Stopped(format!("{}: {error}", path.display())))
}

/// Writes a file anywhere.
#[expect(clippy::disallowed_methods, reason = "chores are about files")]
pub(crate) fn write_at(path: &Path, content: &[u8]) -> Result<(), Stopped> {
    std::fs::write(path, content).map_err(|error| Stopped(format!("{}: {error}", path.display())))
}

/// Names of what stands in a folder, in order.
pub(crate) fn names(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join(folder)).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

//! Reading a file that a stranger may have made: never more than the limit, never waiting for a pipe.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::io::program_file::LARGEST;

/// The bytes of a regular file, one more than the limit at most; else why not, in words.
pub fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let file = open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "the file may not be read".to_owned(),
        _ => format!("the file cannot be opened: {error}"),
    })?;
    // The handle is asked, not the name: between the two another file could take its place.
    let kind = file.metadata().map_err(|error| format!("the file cannot be read: {error}"))?.file_type();
    if kind.is_dir() {
        return Err("this is a folder, not a file".to_owned());
    }
    if !kind.is_file() {
        return Err("this is not a regular file".to_owned());
    }
    let mut bytes = Vec::new();
    let limit = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    file.take(limit).read_to_end(&mut bytes).map_err(|error| format!("the file cannot be read: {error}"))?;
    Ok(bytes)
}

/// The bytes of standard input, one more than the limit at most.
pub(super) fn input() -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    let read = std::io::stdin().lock().take(limit).read_to_end(&mut bytes);
    read.map_err(|error| format!("standard input cannot be read: {error}"))?;
    Ok(bytes)
}

/// The program files of a folder by name; one called .toml.txt is meant to be one.
pub(super) fn programs_in(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for file in std::fs::read_dir(folder)? {
        let path = file?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let called_txt = ends_in(&path, "txt") && path.file_stem().is_some_and(|stem| ends_in(Path::new(stem), "toml"));
        if !is_hidden && (ends_in(&path, "toml") || called_txt) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn ends_in(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

/// What a file looks like from outside: another mark is another content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    modified: Option<std::time::SystemTime>,
    length: u64,
    /// Editors that write aside and rename give the name to another file.
    identity: u64,
}

/// The mark of a file; none where it is not there.
pub fn mark(path: &Path) -> Option<Mark> {
    let metadata = std::fs::metadata(path).ok()?;
    #[cfg(unix)]
    let identity = std::os::unix::fs::MetadataExt::ino(&metadata);
    #[cfg(not(unix))]
    let identity = 0;
    Some(Mark { modified: metadata.modified().ok(), length: metadata.len(), identity })
}

/// Opens without waiting: a pipe without a writer would block for ever.
#[cfg(unix)]
fn open(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::CLOEXEC;
    let bits = i32::try_from(flags.bits()).unwrap_or(0);
    File::options().read(true).custom_flags(bits).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> std::io::Result<File> {
    File::open(path)
}

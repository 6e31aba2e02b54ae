//! The protocol by which lines reach the disk (reliability, section 3.4).
//!
//! Open, append with one write, sync, compare the file with its path, close: for each event. A handle held open would
//! lose events silently when a sync tool replaces the file.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use super::disk::Disk;

/// Why a line is not saved.
#[derive(Debug)]
pub(super) enum Trouble {
    /// Nothing of it stays in the file; the same may work later.
    Later(io::Error),
    /// The file is gone, was replaced, or its sync failed: everything must be written to a new one.
    Lost,
}

/// A file of ours and how long it was after our last line.
#[derive(Clone, Debug)]
pub(super) struct Home {
    pub(super) path: PathBuf,
    pub(super) length: u64,
}

/// Adds a line to the end of a file and waits until it is on the disk.
pub(super) fn append(disk: &dyn Disk, home: &mut Home, line: &str) -> Result<(), Trouble> {
    let file = disk.open(&home.path).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Trouble::Lost,
        _ => Trouble::Later(error),
    })?;
    let (length, torn) = end_of(&file).map_err(Trouble::Later)?;
    if length < home.length {
        return Err(Trouble::Lost);
    }
    // a torn tail keeps its bytes, but our line must not be glued to it
    let bytes = format!("{}{line}\n", if torn { "\n" } else { "" });
    if let Err(error) = disk.write(&file, bytes.as_bytes()) {
        // what cannot be taken back is a torn tail for the next line
        drop(disk.trim(&file, length));
        return Err(Trouble::Later(error));
    }
    // a second sync may succeed although the bytes are gone: never tried
    let is_synced = disk.sync(&file).is_ok();
    if !is_synced || !disk.is_same(&file, &home.path).unwrap_or(false) {
        return Err(Trouble::Lost);
    }
    home.length = length + bytes.len() as u64;
    Ok(())
}

/// Writes lines to a new file and waits until they and its name are on the disk.
pub(super) fn create(disk: &dyn Disk, path: &Path, lines: &[String]) -> io::Result<Home> {
    if let Some(folder) = path.parent() {
        make_folders(disk, folder)?;
    }
    let file = disk.create(path)?;
    let content: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    let written = disk.write(&file, content.as_bytes()).and_then(|()| disk.sync(&file));
    let written = written.and_then(|()| path.parent().map_or(Ok(()), |folder| disk.sync_folder(folder)));
    match written {
        Ok(()) => Ok(Home { path: path.to_owned(), length: content.len() as u64 }),
        Err(error) => {
            // made a moment ago, never called saved, and all of it is in memory
            drop(disk.remove(path));
            Err(error)
        }
    }
}

/// Makes a folder and those on the way to it, each for its owner alone, each name synced.
pub(super) fn make_folders(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let Some(parent) = folder.parent() else { return disk.make_folder(folder) };
    make_folders(disk, parent)?;
    match disk.make_folder(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) => Err(error),
        Ok(()) => disk.sync_folder(parent),
    }
}

/// How long a file is, and whether its last line lacks a newline.
fn end_of(mut file: &File) -> io::Result<(u64, bool)> {
    let length = file.metadata()?.len();
    if length == 0 {
        return Ok((0, false));
    }
    file.seek(SeekFrom::Start(length - 1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok((length, last != *b"\n"))
}

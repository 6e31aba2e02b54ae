//! Which files belong to the history, and their lines in bounded memory.

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::disk::open_to_read;
use super::line::LONGEST;

/// How deep below the data folder a file may lie: `sessions/2026/any/file.jsonl` is the deepest.
const DEPTH: usize = 3;

/// What was found on the way.
pub(super) enum Found {
    /// A file of lines.
    File(PathBuf),
    /// Something that is left alone, and why.
    Skipped(PathBuf, String),
}

/// A line of a file.
pub(super) enum RawLine {
    /// Its bytes, without newline and carriage return.
    Whole(Vec<u8>),
    /// It is over the limit.
    TooLong,
}

/// Every `*.jsonl` of the history, in the order of their names.
pub(super) fn files(data: &Path) -> Vec<Found> {
    let mut found = Vec::new();
    for top in ["sessions", "changes"] {
        let folder = data.join(top);
        match fs::symlink_metadata(&folder) {
            Ok(metadata) if metadata.is_dir() => look_in(&folder, DEPTH, &mut found),
            Ok(_) => found.push(Found::Skipped(folder, "not a folder".to_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => found.push(Found::Skipped(folder, error.to_string())),
        }
    }
    found
}

fn look_in(folder: &Path, depth: usize, found: &mut Vec<Found>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return found.push(Found::Skipped(folder.to_owned(), error.to_string())),
    };
    let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        let is_line_file = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("jsonl"));
        let Ok(kind) = entry.file_type() else { continue };
        if name.starts_with('.') || name.starts_with("~syncthing~") {
            // of a tool, or half of a copy
        } else if kind.is_dir() && depth > 1 {
            look_in(&path, depth - 1, found);
        } else if kind.is_dir() {
            found.push(Found::Skipped(path, "folders below this depth are not read".to_owned()));
        } else if kind.is_symlink() {
            found.push(Found::Skipped(path, "a link: not followed".to_owned()));
        } else if is_line_file && kind.is_file() {
            found.push(Found::File(path));
        } else if is_line_file {
            found.push(Found::Skipped(path, "not a regular file".to_owned()));
        } else {
            // not ours
        }
    }
}

/// Hands over the lines of a file with their numbers; true when all of it could be read.
pub(super) fn lines(path: &Path, mut take: impl FnMut(u64, RawLine)) -> io::Result<()> {
    let mut reader = BufReader::new(open_to_read(path)?);
    let mut number = 0;
    while let Some(line) = next_line(&mut reader)? {
        number += 1;
        take(number, line);
    }
    Ok(())
}

/// The next line; none at the end.
pub(super) fn next_line(reader: &mut impl BufRead) -> io::Result<Option<RawLine>> {
    let mut line = Vec::new();
    let (mut any, mut too_long) = (false, false);
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            break;
        }
        any = true;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
        too_long |= line.len() + part.len() > LONGEST;
        if !too_long {
            line.extend_from_slice(part);
        }
        let used = part.len() + usize::from(end.is_some());
        reader.consume(used);
        if end.is_some() {
            break;
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(any.then_some(if too_long { RawLine::TooLong } else { RawLine::Whole(line) }))
}

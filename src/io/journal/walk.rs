//! Which files belong to the history, and their lines in bounded memory.

use std::fmt;
use std::fs;
use std::io::{self, BufRead, BufReader, Read as _};
use std::ops::{Deref, Range};
use std::path::{Path, PathBuf};
use std::sync::Arc;

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

/// The bytes of a line, in the buffer of the whole file: years of history are many lines, and one allocation a file is
/// cheaper than one a line.
#[derive(Clone)]
pub(super) struct Raw {
    buffer: Arc<Vec<u8>>,
    at: Range<usize>,
}

impl Raw {
    /// The part of it from this byte on.
    pub(super) fn after(mut self, start: usize) -> Self {
        self.at.start = self.at.end.min(self.at.start + start);
        self
    }
}

impl Deref for Raw {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.buffer.get(self.at.clone()).unwrap_or_default()
    }
}

impl From<Vec<u8>> for Raw {
    fn from(line: Vec<u8>) -> Self {
        Self { at: 0..line.len(), buffer: Arc::new(line) }
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

/// A line of a file.
pub(super) enum RawLine<T = Vec<u8>> {
    /// Its bytes, without newline and carriage return.
    Whole(T),
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
    numbered(&mut BufReader::new(open_to_read(path)?), &mut take)
}

fn numbered(reader: &mut impl BufRead, mut take: impl FnMut(u64, RawLine)) -> io::Result<()> {
    let mut number = 0;
    while let Some(line) = next_line(reader)? {
        number += 1;
        take(number, line);
    }
    Ok(())
}

/// The largest file that is read in one go; the file of a session has some kilobytes.
const IN_ONE_GO: u64 = 1 << 20;

/// The same as [`lines`], for who keeps them.
pub(super) fn kept_lines(path: &Path, mut take: impl FnMut(u64, RawLine<Raw>)) -> io::Result<()> {
    let file = open_to_read(path)?;
    let size = file.metadata()?.len();
    if size > IN_ONE_GO {
        return numbered(&mut BufReader::new(file), |number, line| match line {
            RawLine::Whole(line) => take(number, RawLine::Whole(line.into())),
            RawLine::TooLong => take(number, RawLine::TooLong),
        });
    }
    let mut buffer = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
    let end = (&file).take(IN_ONE_GO + 1).read_to_end(&mut buffer);
    let buffer = Arc::new(buffer);
    let (mut start, mut number) = (0, 0);
    while let Some(rest) = buffer.get(start..).filter(|rest| !rest.is_empty()) {
        let length = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        number += 1;
        let kept = length - usize::from(rest.get(..length).is_some_and(|line| line.ends_with(b"\r")));
        let line = Raw { buffer: Arc::clone(&buffer), at: start..start + kept };
        take(number, if length > LONGEST { RawLine::TooLong } else { RawLine::Whole(line) });
        start += length + 1;
    }
    end.map(drop)
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

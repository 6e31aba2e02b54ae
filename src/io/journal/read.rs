//! Everything that lies in the history, gathered: order, place and number of copies never matter.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry as Slot};
use std::path::{Path, PathBuf};

use super::line::{self, Sum};
use super::shape::{self, Entry, Piece, Read};
use super::walk::{self, Found, RawLine};
use crate::domain::text::Clean;

/// Something odd in the history: reported, never in the way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, from the data folder on.
    pub file: Clean,
    /// The line in it, from 1 on; none for the file as a whole.
    pub line: Option<u64>,
    /// How bad it is.
    pub kind: Oddity,
    /// What it is.
    pub what: Clean,
}

/// Kinds of oddities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Oddity {
    /// A line is lost.
    Damaged,
    /// A line was changed by something else than soleus; it counts as it stands.
    Edited,
    /// Two different lines with one number: one of them counts.
    Conflict,
    /// A copy that a sync tool made: read and united.
    Copy,
    /// A file or folder that is not read.
    Skipped,
}

/// A line that was understood.
#[derive(Debug)]
pub(super) struct Kept<T> {
    pub(super) raw: Vec<u8>,
    pub(super) sum: Sum,
    pub(super) value: T,
}

/// The lines of one session.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) pieces: BTreeMap<u64, Kept<Piece>>,
    pub(super) files: BTreeSet<PathBuf>,
}

/// All lines.
#[derive(Debug, Default)]
pub(super) struct Pile {
    pub(super) sessions: BTreeMap<String, Group>,
    pub(super) changes: BTreeMap<String, Kept<Entry>>,
    pub(super) problems: Vec<Problem>,
    newer: BTreeSet<Vec<u8>>,
    /// Lines that were lost, by file.
    pub(super) lost: BTreeMap<PathBuf, u64>,
}

/// Reads everything.
pub(super) fn gather(data: &Path) -> Pile {
    let mut pile = Pile::default();
    for found in walk::files(data) {
        match found {
            Found::Skipped(path, why) => pile.report(data, &path, None, Oddity::Skipped, &why),
            Found::File(path) => pile.read_file(data, &path),
        }
    }
    pile
}

impl Pile {
    /// Lines that only a newer soleus understands.
    pub(super) fn newer(&self) -> usize {
        self.newer.len()
    }

    fn read_file(&mut self, data: &Path, path: &Path) {
        if is_copy(path) {
            self.report(data, path, None, Oddity::Copy, "a copy that a sync tool made; read and united");
        }
        let mut any = false;
        let end = walk::lines(path, |number, line| {
            any = true;
            match line {
                RawLine::TooLong => self.lose(data, path, number, "longer than 64 KiB"),
                RawLine::Whole(raw) => self.take(data, path, number, &raw),
            }
        });
        if let Err(error) = end {
            self.report(data, path, None, Oddity::Skipped, &format!("cannot be read to its end: {error}"));
        } else if !any {
            self.report(data, path, None, Oddity::Skipped, "empty: soleus was stopped before its first line");
        } else {
            // read to its end
        }
    }

    fn take(&mut self, data: &Path, path: &Path, number: u64, raw: &[u8]) {
        let raw = if number == 1 { raw.strip_prefix("\u{feff}".as_bytes()).unwrap_or(raw) } else { raw };
        if raw.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        match shape::read(raw) {
            // unknown words in a line that is not as it was written: damage, not a newer soleus
            Ok(Read::Newer) if line::checksum(raw) == Sum::Wrong => self.lose(data, path, number, "damaged"),
            Ok(read) => {
                let sum = line::checksum(raw);
                if sum == Sum::Wrong {
                    self.report(data, path, Some(number), Oddity::Edited, "edited outside soleus");
                }
                self.keep(data, path, number, (raw, sum), read);
            }
            Err(bad) => {
                self.lose(data, path, number, bad);
                for whole in line::pieces(raw) {
                    if let Ok(read) = shape::read(whole) {
                        self.keep(data, path, number, (whole, Sum::Right), read);
                    }
                }
            }
        }
    }

    fn keep(&mut self, data: &Path, path: &Path, number: u64, (raw, sum): (&[u8], Sum), read: Read) {
        let raw = raw.to_vec();
        let differs = match read {
            Read::Newer => {
                self.newer.insert(raw);
                false
            }
            Read::Entry(value) => unite(self.changes.entry(value.id.clone()), Kept { raw, sum, value }),
            Read::Piece(session, n, value) => {
                let group = self.sessions.entry(session).or_default();
                group.files.insert(path.to_owned());
                unite(group.pieces.entry(n), Kept { raw, sum, value })
            }
        };
        if differs {
            let what = "another line has the same number and says something else; the more trustworthy one counts";
            self.report(data, path, Some(number), Oddity::Conflict, what);
        }
    }

    fn lose(&mut self, data: &Path, path: &Path, number: u64, what: &str) {
        *self.lost.entry(path.to_owned()).or_default() += 1;
        self.report(data, path, Some(number), Oddity::Damaged, what);
    }

    fn report(&mut self, data: &Path, path: &Path, line: Option<u64>, kind: Oddity, what: &str) {
        self.problems.push(problem(data, path, line, kind, what));
    }
}

/// A problem with its place, cleaned.
pub(super) fn problem(data: &Path, path: &Path, line: Option<u64>, kind: Oddity, what: &str) -> Problem {
    let file = path.strip_prefix(data).unwrap_or(path).to_string_lossy();
    Problem { file: Clean::text(&file), line, kind, what: Clean::text(what) }
}

/// Keeps one of two lines with the same number, whichever came first; true when they differ.
///
/// The one with a right checksum wins, else the longer, else the one whose bytes are greater.
fn unite<K: Ord, T>(slot: Slot<'_, K, Kept<T>>, new: Kept<T>) -> bool {
    match slot {
        Slot::Vacant(free) => {
            free.insert(new);
            false
        }
        Slot::Occupied(mut taken) => {
            let old = taken.get();
            let differs = old.raw != new.raw;
            if (new.sum == Sum::Right, new.raw.len(), &new.raw) > (old.sum == Sum::Right, old.raw.len(), &old.raw) {
                taken.insert(new);
            }
            differs
        }
    }
}

/// Names that Syncthing, Dropbox, Nextcloud, iCloud and OneDrive give to copies.
fn is_copy(path: &Path) -> bool {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    name.contains("sync-conflict-") || name.contains("conflicted copy") || name.contains(' ')
}

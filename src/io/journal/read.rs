//! Everything that lies in the history, gathered: order, place and number of copies never matter.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry as Slot};
use std::path::{Path, PathBuf};

use super::line::{self, Sum};
use super::numbered::Numbered;
use super::shape::{self, Entry, Piece, Read};
use super::walk::{self, Found, Raw, RawLine};
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
#[derive(Clone, Debug)]
pub(super) struct Kept<T> {
    pub(super) raw: Raw,
    pub(super) sum: Sum,
    pub(super) value: T,
}

/// The lines of one session.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) pieces: Numbered<Kept<Piece>>,
    pub(super) files: BTreeSet<PathBuf>,
}

/// All lines.
#[derive(Debug, Default)]
pub(super) struct Pile {
    pub(super) sessions: BTreeMap<String, Group>,
    pub(super) changes: BTreeMap<String, Kept<Entry>>,
    pub(super) problems: Vec<Problem>,
    pub(super) newer: BTreeSet<Vec<u8>>,
    /// Lines that were lost, by file.
    pub(super) lost: BTreeMap<PathBuf, u64>,
}

/// Where a line was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub(super) data: &'a Path,
    pub(super) path: &'a Path,
    pub(super) line: Option<u64>,
}

/// The mark of an editor that a file is UTF-8.
const BOM: &[u8] = "\u{feff}".as_bytes();

impl Pile {
    /// Reads these files in their order.
    pub(super) fn of(data: &Path, found: &[Found]) -> Self {
        let mut pile = Self::default();
        for found in found {
            match found {
                Found::Skipped(path, why) => pile.report(Place { data, path, line: None }, Oddity::Skipped, why),
                Found::File(path) => pile.read_file(Place { data, path, line: None }),
            }
        }
        pile
    }

    /// Lines that only a newer soleus understands.
    pub(super) fn newer(&self) -> usize {
        self.newer.len()
    }

    fn read_file(&mut self, file: Place<'_>) {
        if is_copy(file.path) {
            self.report(file, Oddity::Copy, "a copy that a sync tool made; read and united");
        }
        let mut any = false;
        let end = walk::kept_lines(file.path, |number, line| {
            any = true;
            let place = Place { line: Some(number), ..file };
            match line {
                RawLine::TooLong => self.lose(place, "longer than 64 KiB"),
                RawLine::Whole(raw) => self.take(place, raw),
            }
        });
        if let Err(error) = end {
            self.report(file, Oddity::Skipped, &format!("cannot be read to its end: {error}"));
        } else if !any {
            self.report(file, Oddity::Skipped, "empty: soleus was stopped before its first line");
        } else {
            // read to its end
        }
    }

    fn take(&mut self, place: Place<'_>, raw: Raw) {
        let raw = if place.line == Some(1) && raw.starts_with(BOM) { raw.after(BOM.len()) } else { raw };
        if raw.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        let sum = line::checksum(&raw);
        let read = if sum == Sum::Right { shape::read_sealed(&raw) } else { shape::read(&raw) };
        match read {
            // unknown words in a line that is not as it was written: damage, not a newer soleus
            Ok(Read::Newer) if sum == Sum::Wrong => self.lose(place, "damaged"),
            Ok(read) => {
                if sum == Sum::Wrong {
                    self.report(place, Oddity::Edited, "edited outside soleus");
                }
                self.keep(place, (raw, sum), read);
            }
            Err(bad) => {
                self.lose(place, bad);
                for whole in line::pieces(&raw) {
                    if let Ok(read) = shape::read(whole) {
                        self.keep(place, (whole.to_vec().into(), Sum::Right), read);
                    }
                }
            }
        }
    }

    fn keep(&mut self, place: Place<'_>, (raw, sum): (Raw, Sum), read: Read) {
        let differs = match read {
            Read::Newer => {
                self.newer.insert(raw.to_vec());
                false
            }
            Read::Entry(value) => match self.changes.entry(value.id.clone()) {
                Slot::Vacant(free) => {
                    free.insert(Kept { raw, sum, value });
                    false
                }
                Slot::Occupied(mut taken) => unite(taken.get_mut(), Kept { raw, sum, value }),
            },
            Read::Piece(session, n, value) => {
                let group = self.sessions.entry(session).or_default();
                if !group.files.contains(place.path) {
                    group.files.insert(place.path.to_owned());
                }
                let kept = Kept { raw, sum, value };
                group.pieces.put(n, kept).is_some_and(|(known, new)| unite(known, new))
            }
        };
        if differs {
            let what = "another line has the same number and says something else; the more trustworthy one counts";
            self.report(place, Oddity::Conflict, what);
        }
    }

    fn lose(&mut self, place: Place<'_>, what: &str) {
        *self.lost.entry(place.path.to_owned()).or_default() += 1;
        self.report(place, Oddity::Damaged, what);
    }

    fn report(&mut self, place: Place<'_>, kind: Oddity, what: &str) {
        self.problems.push(place.problem(kind, what));
    }
}

impl Place<'_> {
    /// A problem here, cleaned.
    pub(super) fn problem(self, kind: Oddity, what: &str) -> Problem {
        let file = self.path.strip_prefix(self.data).unwrap_or(self.path).to_string_lossy();
        Problem { file: Clean::text(&file), line: self.line, kind, what: Clean::text(what) }
    }
}

/// Keeps one of two lines with the same number, whichever came first; true when they differ.
///
/// The one with a right checksum wins, else the longer, else the one whose bytes are greater.
fn unite<T>(old: &mut Kept<T>, new: Kept<T>) -> bool {
    let differs = *old.raw != *new.raw;
    if (new.sum == Sum::Right, new.raw.len(), &*new.raw) > (old.sum == Sum::Right, old.raw.len(), &*old.raw) {
        *old = new;
    }
    differs
}

/// Names that Syncthing, Dropbox, Nextcloud, iCloud and `OneDrive` give to copies.
fn is_copy(path: &Path) -> bool {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    name.contains("sync-conflict-") || name.contains("conflicted copy") || name.contains(' ')
}

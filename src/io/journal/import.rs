//! Import: lines of another history, added to this one as new files. Nothing that is here is touched; what is here
//! already is not written again, so importing twice changes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead};
use std::path::Path;

use chrono::{DateTime, FixedOffset};

use super::Journal;
use super::export::{Print, bare, print_of};
use super::line;
use super::read::Pile;
use super::shape::{self, Piece, Read};
use super::walk::{self, Found, RawLine};
use super::{file, house, name, recorder};
use crate::error::Error;

/// What an import comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Sessions of which nothing was here.
    pub sessions: usize,
    /// Sessions of which some lines were here and others were not.
    pub completed: usize,
    /// Things said outside of sessions: enrolments, decisions, pauses.
    pub changes: usize,
    /// Lines of a newer soleus, kept as they are.
    pub newer: usize,
    /// Lines that were here already.
    pub known: usize,
    /// Lines that say something else than the line with the same number that is here: both are kept, and the more
    /// trustworthy one counts.
    pub disagree: usize,
    /// Lines that are none of a history, by their numbers; they are left behind.
    pub damaged: Vec<u64>,
    /// Lines that are new.
    pub lines: usize,
}

/// New lines, sorted by where they go.
#[derive(Default)]
struct New {
    sessions: BTreeMap<String, BTreeMap<u64, Vec<Line>>>,
    /// Changes and lines of a newer soleus.
    others: Vec<Line>,
}

/// A line as it is.
type Line = String;

impl Journal {
    /// Adds the lines of an export that are not here yet. With `dry` nothing is written: what would be is told.
    pub fn import(&self, mut lines: impl BufRead, at: DateTime<FixedOffset>, dry: bool) -> Result<Imported, Error> {
        let here = super::gather::gather(&self.data);
        let mut prints = self.prints();
        let mut imported = Imported::default();
        let mut new = New::default();
        let unread = |error: io::Error| Error::failed("the lines could not be read").because(error);
        let mut number = 0;
        while let Some(raw) = walk::next_line(&mut lines).map_err(unread)? {
            number += 1;
            let RawLine::Whole(raw) = raw else {
                imported.damaged.push(number);
                continue;
            };
            let Some(raw) = bare(&raw, number == 1) else { continue };
            let mut any = false;
            for whole in good(raw) {
                any = true;
                if prints.insert(print_of(whole)) {
                    sort(&here, &mut imported, &mut new, whole);
                } else {
                    imported.known += 1;
                }
            }
            if !any {
                imported.damaged.push(number);
            }
        }
        for session in new.sessions.keys() {
            let part =
                if here.sessions.contains_key(session) { &mut imported.completed } else { &mut imported.sessions };
            *part += 1;
        }
        if !dry {
            self.take_in(&new, at)?;
        }
        Ok(imported)
    }

    /// Every line that is here.
    fn prints(&self) -> BTreeSet<Print> {
        let mut prints = BTreeSet::new();
        let files = walk::files(&self.data).into_iter().filter_map(|found| match found {
            Found::File(path) => Some(path),
            Found::Skipped(..) => None,
        });
        for path in files {
            // A file that cannot be read to its end: what it may hold is written again, and united when read.
            let _read_or_not = walk::lines(&path, |number, line| {
                if let RawLine::Whole(raw) = line
                    && let Some(raw) = bare(&raw, number == 1)
                {
                    prints.extend(good(raw).into_iter().map(print_of));
                }
            });
        }
        prints
    }

    /// Writes what is new: a file a session, one file for all else.
    fn take_in(&self, new: &New, at: DateTime<FixedOffset>) -> Result<(), Error> {
        if new.sessions.is_empty() && new.others.is_empty() {
            return Ok(());
        }
        house::furnish(&*self.disk, &self.data);
        for lines in new.sessions.values() {
            let lines: Vec<Line> = lines.values().flatten().cloned().collect();
            let (began, program) = head(&lines).unwrap_or_else(|| (at, "imported".to_owned()));
            self.put(&self.folder("sessions", began), &name::stem(began, &program), &lines)?;
        }
        if !new.others.is_empty() {
            self.put(&self.folder("changes", at), &name::stem(at, "imported"), &new.others)?;
        }
        Ok(())
    }

    fn put(&self, folder: &Path, stem: &str, lines: &[Line]) -> Result<(), Error> {
        let path = folder.join(format!("{stem}.jsonl"));
        let written = file::create(&*self.disk, &path, lines).map(drop);
        written.map_err(|error| {
            recorder::not_saved(&error, folder)
                .hint("import the same file again: what was written is not written twice")
        })
    }
}

/// The whole lines in a line: itself, or those that lost the line break between them.
fn good(raw: &[u8]) -> Vec<&[u8]> {
    let is_good = |raw: &&[u8]| match shape::read(raw) {
        // unknown words in a line that is not as it was written: damage, not a newer soleus
        Ok(Read::Newer) => line::checksum(raw) != line::Sum::Wrong,
        Ok(Read::Entry(_) | Read::Piece(..)) => true,
        Err(_) => false,
    };
    if is_good(&raw) { vec![raw] } else { line::pieces(raw).filter(is_good).collect() }
}

/// Puts a new line where it belongs.
fn sort(here: &Pile, imported: &mut Imported, new: &mut New, raw: &[u8]) {
    // JSON that was read as text is text.
    let Ok(text) = std::str::from_utf8(raw) else { return };
    imported.lines += 1;
    match shape::read(raw) {
        Ok(Read::Piece(session, n, _)) => {
            let known = here.sessions.get(&session).is_some_and(|group| group.pieces.has(n));
            imported.disagree += usize::from(known);
            new.sessions.entry(session).or_default().entry(n).or_default().push(text.to_owned());
        }
        Ok(Read::Entry(entry)) => {
            imported.disagree += usize::from(here.changes.contains_key(&entry.id));
            imported.changes += 1;
            new.others.push(text.to_owned());
        }
        Ok(Read::Newer) => {
            imported.newer += 1;
            new.others.push(text.to_owned());
        }
        Err(_) => {}
    }
}

/// When a session began, and of which program, by its first line that says so.
fn head(lines: &[Line]) -> Option<(DateTime<FixedOffset>, String)> {
    lines.iter().find_map(|line| match shape::read(line.as_bytes()) {
        Ok(Read::Piece(_, _, Piece::Start(start, _))) => Some((start.at, start.program.id.to_string())),
        Ok(Read::Piece(_, _, Piece::Event(_, Some(again)))) => {
            Some((again.start.at, again.start.program.id.to_string()))
        }
        _ => None,
    })
}

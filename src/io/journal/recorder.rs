//! One session on its way to the disk: what is saved, what is not yet, and where.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::Disk;
use super::file::{self, Home, Trouble};
use super::{name, shape};
use crate::domain::session::{Line, Start};
use crate::domain::text::Clean;
use crate::error::Error;

/// How often a new name is drawn before giving up.
const DRAWS: u32 = 40;

/// Writes the lines of one session, each saved before the call returns.
///
/// All lines stay in memory, so that none is lost while the disk is full and all can be written anew to another file
/// when their own cannot be believed any more.
pub struct Recorder {
    disk: Arc<dyn Disk>,
    start: Start,
    device: String,
    /// Every line of the session, in order.
    lines: Vec<String>,
    /// So many of them were on the disk when that was last known.
    saved: usize,
    /// The number of the next line.
    next: u64,
    /// The file that holds the lines; none yet, or none that can be believed.
    home: Option<Home>,
    /// Where new files go, and how the one of this session is called without its ending.
    place: (PathBuf, Option<String>),
    /// What the disk said at the last try.
    trouble: Option<String>,
}

/// What a recorder is made of.
pub(super) struct Parts {
    pub(super) disk: Arc<dyn Disk>,
    pub(super) start: Start,
    pub(super) device: String,
    pub(super) lines: Vec<String>,
    pub(super) saved: usize,
    pub(super) next: u64,
    pub(super) home: Option<Home>,
    pub(super) folder: PathBuf,
    pub(super) stem: Option<String>,
}

impl Recorder {
    pub(super) fn new(parts: Parts) -> Self {
        let Parts { disk, start, device, lines, saved, next, home, folder, stem } = parts;
        Self { disk, start, device, lines, saved, next, home, place: (folder, stem), trouble: None }
    }

    /// The head under which the lines are written: [`Line::at`] counts from its moment.
    pub const fn start(&self) -> &Start {
        &self.start
    }

    /// The file that holds the session.
    pub fn path(&self) -> Option<&Path> {
        self.home.as_ref().map(|home| home.path.as_path())
    }

    /// Adds a line. When this returns without an error, the line and all before it are on the disk.
    ///
    /// After an error the line stays in memory, in its place; the next call tries again.
    pub fn append(&mut self, line: &Line) -> Result<(), Error> {
        let written = shape::write_line(&self.start, &self.device, self.next, line)
            .map_err(|error| Error::failed("a line of the history could not be written").because(error))?;
        self.lines.push(written);
        self.next += 1;
        self.retry()
    }

    /// Tries to save what is not saved yet.
    pub fn retry(&mut self) -> Result<(), Error> {
        let tried = self.settle();
        self.trouble = tried.as_ref().err().map(reason);
        tried.map_err(|error| not_saved(&error, &self.place.0))
    }

    /// Goes on in another folder: writes the whole session there.
    pub fn save_to(&mut self, folder: &Path) -> Result<(), Error> {
        folder.clone_into(&mut self.place.0);
        self.home = None;
        self.retry()
    }

    /// What the disk said at the last try, in a few words; none when all is saved.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// How many lines are on the disk.
    pub(super) const fn saved(&self) -> usize {
        self.saved
    }

    /// How many lines there are.
    pub(super) const fn count(&self) -> usize {
        self.lines.len()
    }

    /// The lines that are in no file that can be believed, in order, as they would have been written.
    pub fn unsaved(&self) -> &[String] {
        let known = if self.home.is_some() { self.saved } else { 0 };
        self.lines.get(known..).unwrap_or_default()
    }

    fn settle(&mut self) -> io::Result<()> {
        while let Some(line) = self.lines.get(self.saved).filter(|_| self.home.is_some()) {
            let Some(home) = &mut self.home else { break };
            match file::append(&*self.disk, home, line) {
                Ok(()) => self.saved += 1,
                Err(Trouble::Later(error)) => return Err(error),
                Err(Trouble::Lost) => self.home = None,
            }
        }
        if self.home.is_none() {
            self.home = Some(self.write_anew()?);
            self.saved = self.lines.len();
        }
        Ok(())
    }

    /// Writes everything to a new file: the first one, or one beside a file that cannot be believed any more.
    fn write_anew(&mut self) -> io::Result<Home> {
        let mut last = io::Error::other("no free name");
        for draw in 1..=DRAWS {
            let name = match &self.place.1 {
                Some(stem) => format!("{stem}.r{draw}.jsonl"),
                None => format!("{}.jsonl", name::stem(self.start.at, self.start.program.id.as_str())),
            };
            match file::create(&*self.disk, &self.place.0.join(&name), &self.lines) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => last = error,
                Err(error) => return Err(error),
                Ok(home) => {
                    self.place.1 = self.place.1.take().or_else(|| name.strip_suffix(".jsonl").map(str::to_owned));
                    return Ok(home);
                }
            }
        }
        Err(last)
    }
}

impl fmt::Debug for Recorder {
    /// Counts only: a log must never hold notes or pain scores.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (lines, saved) = (self.lines.len(), self.saved);
        f.debug_struct("Recorder")
            .field("home", &self.home)
            .field("lines", &lines)
            .field("saved", &saved)
            .finish_non_exhaustive()
    }
}

/// The error as the runner reads it.
pub(super) fn not_saved(error: &io::Error, folder: &Path) -> Error {
    Error::failed(format!("not saved in {}: {}", Clean::text(&folder.to_string_lossy()), reason(error)))
        .hint("make room or choose another folder with SOLEUS_DATA")
}

/// What the disk said, in words.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::QuotaExceeded => "your share of the disk is used up".to_owned(),
        ErrorKind::FileTooLarge => "the system allows no larger files".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        ErrorKind::PermissionDenied => "the folder may not be written to".to_owned(),
        _ => Clean::text(&error.to_string()).to_string(),
    }
}

//! The history on disk: one file a session, only ever added to, and small files for what is said about them later.
//!
//! What never enters this room: a rewrite, a migration, a database. Lines carry their session, their number and a
//! checksum, so files may be renamed, copied, joined or torn, and the history is the union of what can be read
//! (reliability, section 3). Nothing is made on disk before the first line is written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use crate::domain::history::{Change, History};
use crate::domain::session::Start;
use crate::error::Error;
use crate::io::settings::Folders;

pub use self::export::Exported;
pub use self::import::Imported;
pub use self::lock::{Courtesy, Guard};
pub use self::read::{Oddity, Problem};
pub use self::recorder::Recorder;
pub use self::writer::{Answer, Unsaved, Writer};

use self::disk::{Disk, RealDisk};

mod device;
mod disk;
mod export;
mod file;
mod gather;
mod house;
mod import;
mod line;
mod lock;
mod merge;
mod name;
mod numbered;
mod read;
mod recorder;
mod resume;
mod shape;
mod walk;
mod writer;

/// The history on disk.
#[derive(Clone, Debug)]
pub struct Journal {
    data: PathBuf,
    state: PathBuf,
    disk: Arc<dyn Disk>,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// All that could be understood.
    pub history: History,
    /// All that was odd, in the order of the files.
    pub problems: Vec<Problem>,
    /// Lines of a newer soleus: kept where they are, but what is shown may be incomplete.
    pub newer: usize,
}

impl Journal {
    /// The journal in these folders. Nothing is made; a folder that somebody else owns is refused to root.
    pub fn open(folders: &Folders) -> Result<Self, Error> {
        Self::on(Arc::new(RealDisk), folders)
    }

    fn on(disk: Arc<dyn Disk>, folders: &Folders) -> Result<Self, Error> {
        house::check(&folders.data)?;
        Ok(Self { data: folders.data.clone(), state: folders.state.clone(), disk })
    }

    /// Reads everything. What cannot be understood is a problem, never an obstacle.
    pub fn load(&self) -> Loaded {
        let mut pile = gather::gather(&self.data);
        let (newer, mut problems) = (pile.newer(), std::mem::take(&mut pile.problems));
        let (history, headless) = merge::history(&self.data, pile, device::label(&self.state).as_deref());
        problems.extend(headless);
        Loaded { history, problems, newer }
    }

    /// A new id for a session: 26 letters, later ones sort later.
    pub fn session_id(at: DateTime<FixedOffset>) -> String {
        name::id(at)
    }

    /// Begins a session: its file and its head are on the disk when this returns.
    pub fn begin(&self, start: Start) -> Result<Recorder, Error> {
        let mut recorder = self.begin_in_memory(start)?;
        recorder.retry()?;
        Ok(recorder)
    }

    /// Begins a session without a file, for a runner who wants to go on although [`Self::begin`] failed.
    ///
    /// Every line tries anew to save all of them.
    pub fn begin_in_memory(&self, start: Start) -> Result<Recorder, Error> {
        house::furnish(&*self.disk, &self.data);
        let device = device::label_or_new(&*self.disk, &self.state);
        let head = shape::write_start(&start, &device)
            .map_err(|error| Error::failed("the head of the session could not be written").because(error))?;
        Ok(Recorder::new(recorder::Parts {
            disk: Arc::clone(&self.disk),
            folder: self.folder("sessions", start.at),
            start,
            device,
            lines: vec![head],
            saved: 0,
            next: 1,
            home: None,
            stem: None,
        }))
    }

    /// Goes on with a session that was cut off: in its own file where this device wrote it and nothing else is in the
    /// way, else in a new one that says what it continues. Lines count from the moment of the first head either way.
    pub fn resume(&self, session: &str) -> Result<Recorder, Error> {
        resume::resume(self, session)
    }

    /// Writes something said outside of a running session; it is on the disk when this returns. The id of the line.
    pub fn change(&self, change: &Change) -> Result<String, Error> {
        let (at, kind) = shape::change_of(change);
        let id = name::id(at);
        let line = shape::write_change(change, &id)
            .map_err(|error| Error::failed("a change could not be written").because(error))?;
        house::furnish(&*self.disk, &self.data);
        let folder = self.folder("changes", at);
        let path = folder.join(format!("{}.jsonl", name::stem(at, kind)));
        file::create(&*self.disk, &path, &[line]).map_err(|error| recorder::not_saved(&error, &folder))?;
        Ok(id)
    }

    /// Asks whether another session is running on this device; the guard says so to others while it is kept.
    pub fn lock(&self) -> Courtesy {
        match file::make_folders(&*self.disk, &self.state) {
            Ok(()) => lock::take(&self.state),
            Err(_) => Courtesy::Unsupported,
        }
    }

    /// Whether others can look into the folder of the history.
    pub fn is_exposed(&self) -> bool {
        house::is_exposed(&self.data)
    }

    /// Closes the folder to others; only on request.
    pub fn make_private(&self) -> Result<(), Error> {
        house::make_private(&self.data).map_err(|error| recorder::not_saved(&error, &self.data))
    }

    /// Where the history lies.
    pub fn data(&self) -> &Path {
        &self.data
    }

    fn folder(&self, top: &str, at: DateTime<FixedOffset>) -> PathBuf {
        self.data.join(top).join(name::year(at))
    }
}

#[cfg(test)]
mod tests;

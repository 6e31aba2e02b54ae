//! All programs at hand: the bundled ones, and the runner's own from the folder and from the command line.
//!
//! A faulty file is refused with its place and reason; it never takes the others down.

mod embedded;
mod figures;
mod file;

use std::path::{Path, PathBuf};

use crate::domain::program::Program;
use crate::domain::text::Clean;
use crate::error::Error;
use crate::io::diagnostic::{Diagnostic, Source};
use crate::io::figure_file::{self, FigureReading};
use crate::io::program_file::{Catalogue, Reading, read};

pub use embedded::{CATALOGUE, PROGRAMS};
pub use figures::{FIGURES, figure, figure_file, figure_of, is_file};
pub use file::{Mark, bytes, mark};

/// The programs that can be played.
#[derive(Debug)]
pub struct Library {
    catalogue: Catalogue,
    /// The bundled ones first, then the runner's own by file name.
    pub entries: Vec<Entry>,
    /// Files that were refused, with every reason.
    pub refused: Vec<Refused>,
}

/// A program and where it comes from.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The program.
    pub program: Program,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a program comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Built into the binary.
    Bundled,
    /// A file of the runner's.
    Own(PathBuf),
}

/// A file that is no program.
#[derive(Clone, Debug)]
pub struct Refused {
    /// Where it is.
    pub path: PathBuf,
    /// In a line: its name without the folder, the first reason, and how the others are shown.
    pub why: Clean,
}

impl Origin {
    /// `a bundled program`, or the cleaned name of the file.
    pub fn words(&self) -> String {
        match self {
            Self::Bundled => "a bundled program".to_owned(),
            Self::Own(path) => format!("`{}`", file_name(path)),
        }
    }
}

impl Refused {
    fn new(path: &Path, why: &str) -> Self {
        Self { path: path.to_owned(), why: Clean::text(&format!("{} {why}", file_name(path))) }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

impl Library {
    /// The catalogue and the bundled programs.
    pub fn bundled() -> Self {
        let mut library = Self { catalogue: Catalogue::default(), entries: Vec::new(), refused: Vec::new() };
        for (id, text) in CATALOGUE {
            // A test holds every entry free of problems.
            let _problems = library.catalogue.add(id, &Source::new(id, *text));
        }
        for (name, text) in PROGRAMS {
            let reading = read(text.as_bytes(), name, &library.catalogue);
            library.take(reading, Origin::Bundled, Path::new(name));
        }
        library
    }

    /// The same with the runner's own programs: every `.toml` file of a folder, which may be missing.
    #[must_use]
    pub fn with_folder(mut self, folder: &Path) -> Self {
        let files = match std::fs::read_dir(folder) {
            Ok(files) => files,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return self,
            Err(error) => {
                self.refused.push(Refused::new(folder, &format!("cannot be read: {error}")));
                return self;
            }
        };
        let mut paths: Vec<PathBuf> = files.filter_map(|file| file.ok().map(|file| file.path())).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
            if ending == "txt" && name.to_lowercase().ends_with(".toml.txt") {
                self.refused.push(Refused::new(&path, "is called .toml.txt and is not read: rename it to .toml"));
            } else if ending == "toml" && !name.starts_with('.') {
                self.load(&path);
            } else {
                // not a program
            }
        }
        self
    }

    fn load(&mut self, path: &Path) {
        match bytes(path) {
            Ok(bytes) => {
                let reading = read(&bytes, &file_name(path), &self.catalogue);
                self.take(reading, Origin::Own(path.to_owned()), path);
            }
            Err(why) => self.refused.push(Refused::new(path, &format!("is not read: {why}"))),
        }
    }

    fn take(&mut self, reading: Reading, origin: Origin, path: &Path) {
        let Some(program) = reading.program else {
            self.refused.push(refusal(path, &reading));
            return;
        };
        if let Some(other) = self.entries.iter().find(|entry| entry.program.id == program.id) {
            let other = other.origin.words();
            let why = format!("has the id `{}`, as {other} has: give one of them another `id`", program.id);
            self.refused.push(Refused::new(path, &why));
            return;
        }
        self.entries.push(Entry { program, origin });
    }

    /// The file that is meant: one that is not here, named without a folder, is the one of the runner's own programs.
    pub fn file(&self, named: &Path) -> PathBuf {
        let own = self.entries.iter().filter_map(|entry| match &entry.origin {
            Origin::Own(path) => Some(path),
            Origin::Bundled => None,
        });
        let mut all = self.refused.iter().map(|file| &file.path).chain(own);
        let is_bare = named.components().count() == 1 && !named.exists();
        let meant = all.find(|path| is_bare && path.file_name() == Some(named.as_os_str()));
        meant.cloned().unwrap_or_else(|| named.to_owned())
    }

    /// Reads a file as a program, or as a figure, with every problem; figures beside a program are looked at too.
    pub fn check(&self, path: &Path) -> Result<Reading, Error> {
        let mut reading = self.read(&Self::bytes(path)?, &path.to_string_lossy());
        figures::check_beside(&mut reading, path);
        Ok(reading)
    }

    /// The bytes of a file that may be a program, one more than the limit at most.
    pub fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
        let name = Clean::text(&path.to_string_lossy());
        bytes(path).map_err(|why| Error::input(format!("`{name}`: {why}")).hint("name a program file (.toml)"))
    }

    /// Reads bytes as a program, or as a figure where they hold poses, with every problem; `name` is the path that they have or will have.
    pub fn read(&self, bytes: &[u8], name: &str) -> Reading {
        if std::str::from_utf8(bytes).is_ok_and(figure_file::is_figure) {
            let FigureReading { figure, problems, source } = figure_file::read(bytes, name);
            return Reading { program: None, figure, problems, source };
        }
        read(bytes, name, &self.catalogue)
    }

    /// Reads every program file of a folder, by name; a folder without one is an error.
    pub fn check_folder(&self, folder: &Path) -> Result<Vec<Reading>, Error> {
        let name = Clean::text(&folder.to_string_lossy());
        let paths = file::programs_in(folder)
            .map_err(|error| Error::input(format!("the folder `{name}` cannot be read")).because(error))?;
        if paths.is_empty() {
            return Err(Error::input(format!("the folder `{name}` has no .toml file")).hint("name a program file"));
        }
        paths.iter().map(|path| self.check(path)).collect()
    }

    /// Reads standard input as a program; its messages call it `stdin`.
    pub fn check_input(&self) -> Result<Reading, Error> {
        let bytes = file::input().map_err(Error::failed)?;
        Ok(self.read(&bytes, "stdin"))
    }

    /// Puts a program from the command line in front of the others; one with its id makes room.
    pub fn lend(&mut self, program: Program, path: &Path) {
        self.entries.retain(|entry| entry.program.id != program.id);
        self.entries.insert(0, Entry { program, origin: Origin::Own(path.to_owned()) });
    }

    /// The exercises that a program may use.
    pub const fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The program of an id.
    pub fn find(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.program.id.as_str() == id)
    }

    /// The ids of all programs.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.program.id.as_str())
    }

    /// The programs themselves.
    pub fn programs(&self) -> impl Iterator<Item = &Program> {
        self.entries.iter().map(|entry| &entry.program)
    }
}

/// `bad.toml:3:7 unknown key `repz` (+2 more: soleus check bad.toml)`.
fn refusal(path: &Path, reading: &Reading) -> Refused {
    let errors: Vec<&Diagnostic> = reading.problems.iter().filter(|p| p.is_error()).collect();
    let name = file_name(path);
    let first = errors.first().map_or_else(String::new, |problem| {
        let place = reading.source.place(&problem.span);
        format!("{name}:{}:{} {}", place.line, place.column, problem.message)
    });
    let more = errors.len().saturating_sub(1);
    let more = if more > 0 { format!(" (+{more} more: soleus check {name})") } else { String::new() };
    Refused { path: path.to_owned(), why: Clean::text(&format!("{first}{more}")) }
}

#[cfg(test)]
mod tests;

//! A reminder once a day, set with what the system has for it: a table of files and commands, nothing of our own runs.
//!
//! The texts are made here for every system on any of them; only those of the system at hand are ever written.

mod finder;
mod texts;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use chrono::NaiveTime;

use crate::domain::text::Clean;
use crate::error::Error;
use crate::io::program_store::{self, Readers};
use crate::io::settings::Variables;

pub use finder::find;
pub use texts::{System, notice};

/// In the first line of every file that is ours, before the time.
const MARK: &str = "written by `soleus remind install --at ";

/// What sets a reminder, and what takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// Files with their whole text.
    pub files: Vec<(PathBuf, String)>,
    /// Commands that start it, each a program with its arguments.
    pub start: Vec<Vec<String>>,
    /// Commands that end it; they may fail where nothing runs.
    pub stop: Vec<Vec<String>>,
}

/// What a setup is made of.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// The program that the system is to run.
    pub program: &'a Path,
    /// At what time of day.
    pub at: NaiveTime,
    /// The folder of the system's own timers of this user.
    pub folder: &'a Path,
    /// Variables that the reminder needs to look into the same folders.
    pub variables: &'a [(String, String)],
}

/// How a reminder stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// There is none.
    None,
    /// At this time, as it was written.
    At(NaiveTime),
    /// Something lies there that is not as it was written.
    Foreign,
}

/// The folder where this user's timers lie; none where the system keeps them elsewhere.
pub fn folder(system: System, variables: Variables<'_>) -> Result<PathBuf, Error> {
    let path = |name: &str| variables(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = path("HOME").or_else(|| path("USERPROFILE"));
    let found = match system {
        System::Linux => {
            path("XDG_CONFIG_HOME").or_else(|| home.map(|home| home.join(".config"))).map(|c| c.join("systemd/user"))
        }
        System::Mac => home.map(|home| home.join("Library/LaunchAgents")),
        System::Windows => home,
    };
    found.ok_or_else(|| Error::input("no folder for a reminder: HOME is not set").hint("set HOME"))
}

/// The variables by which this process was told where its folders are.
pub fn told(variables: Variables<'_>) -> Vec<(String, String)> {
    let named = ["SOLEUS_DATA", "SOLEUS_CONFIG", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"];
    let known = named.iter().filter_map(|name| Some(((*name).to_owned(), variables(name)?.into_string().ok()?)));
    known.filter(|(_, value)| !value.is_empty()).collect()
}

/// How the reminder stands whose files are these.
pub fn stands(setup: &Setup) -> Stands {
    let texts: Vec<Option<String>> = setup.files.iter().map(|(path, _)| std::fs::read_to_string(path).ok()).collect();
    if texts.iter().all(Option::is_none) {
        return Stands::None;
    }
    let time = |text: &String| {
        let behind = text.split_once(MARK)?.1;
        NaiveTime::parse_from_str(behind.get(..5)?, "%H:%M").ok()
    };
    let times: Vec<Option<NaiveTime>> = texts.iter().map(|text| text.as_ref().and_then(time)).collect();
    match times.first() {
        Some(Some(first)) if times.iter().all(|time| *time == Some(*first)) => Stands::At(*first),
        _ => Stands::Foreign,
    }
}

/// Writes the files.
pub fn write(setup: &Setup) -> Result<(), Error> {
    for (path, text) in &setup.files {
        let written = path.parent().map_or(Ok(()), program_store::make_folder);
        written.and_then(|()| program_store::write_over(path, text.as_bytes(), Readers::Owner)).map_err(|error| {
            let shown = Clean::text(&path.to_string_lossy());
            Error::failed(format!("`{shown}` could not be written")).because(error).hint("nothing was started")
        })?;
    }
    Ok(())
}

/// Removes the files that are there.
pub fn erase(setup: &Setup) -> Result<(), Error> {
    for (path, _) in &setup.files {
        match std::fs::remove_file(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                let shown = Clean::text(&path.to_string_lossy());
                return Err(Error::failed(format!("`{shown}` could not be removed")).because(error));
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

/// Runs a command to its end; what went wrong, in words, where it did. The program is looked for in absolute folders
/// alone, and what it prints is nobody's business.
pub fn run(command: &[String], variables: Variables<'_>) -> Result<(), String> {
    let (name, arguments) = command.split_first().ok_or("there is no command")?;
    let program = find(name, variables).ok_or_else(|| format!("there is no `{name}` here"))?;
    let ended = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .map_err(|error| format!("`{name}` could not be started: {error}"))?;
    if ended.success() { Ok(()) } else { Err(format!("`{}` failed ({ended})", command.join(" "))) }
}

//! `settings.toml`: what the runner wants to be different.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use chrono::NaiveTime;

use self::keys::{Asked, KEYS};
use crate::domain::cue::Hearing;
use crate::domain::text::Clean;
use crate::error::Error;
use crate::io::program_file::nearest;
use crate::io::settings::room::{Notice, Playing, Room};
use crate::io::settings::{FigureSettings, Folders};

mod keys;
#[cfg(test)]
mod tests;

/// Settings are short; a larger file is something else.
const LARGEST: u64 = 256 * 1024;
/// What the settings file says, defaults filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// When a new day begins, 00:00 to 12:00.
    pub rollover: NaiveTime,
    /// What is heard, and how.
    pub sound: Sound,
    /// How words are spoken.
    pub speech: Speech,
    /// Whether the screen is kept from going dark during a session.
    pub awake: bool,
    /// The program that is told of every cue, with its arguments.
    pub hook: Option<Vec<String>>,
    /// How figures are drawn.
    pub figure: FigureSettings,
    /// How the screen is seen from across the room.
    pub screen: Room,
    /// What a session does by itself.
    pub player: Playing,
    /// What is told outside of the screen.
    pub notice: Notice,
}

/// `[sound]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// What is heard when a session begins.
    pub hearing: Hearing,
    /// How loud the tones are, 0 to 100.
    pub volume: u8,
    /// The program that plays a tone, with its arguments, one of which holds `{file}`; beats the built-in table.
    pub command: Option<Vec<String>>,
}

/// `[speech]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// The program that speaks what it reads on standard input, with its arguments; beats the built-in table.
    pub command: Option<Vec<String>>,
    /// How fast: -100 is half as fast, 0 usual, 100 twice as fast.
    pub rate: i8,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            rollover: NaiveTime::from_hms_opt(4, 0, 0).unwrap_or(NaiveTime::MIN),
            sound: Sound { hearing: Hearing::default(), volume: 70, command: None },
            speech: Speech::default(),
            awake: true,
            hook: None,
            figure: FigureSettings::default(),
            screen: Room::default(),
            player: Playing::default(),
            notice: Notice::default(),
        }
    }
}

impl Settings {
    /// Reads `settings.toml`; the second value is what the runner should be warned of.
    ///
    /// No file: the defaults. A file that cannot be understood is an error; it is never written to.
    pub fn load(folders: &Folders) -> Result<(Self, Vec<Clean>), Error> {
        let path = folders.config.join("settings.toml");
        match read(&path) {
            Ok(text) => Self::parse(&text, &path),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                Ok((Self::default(), Vec::new()))
            }
            Err(error) => Err(Error::input(format!("{} cannot be read", shown(&path))).because(error)),
        }
    }

    fn parse(text: &str, path: &Path) -> Result<(Self, Vec<Clean>), Error> {
        let table: toml::Table = text.parse().map_err(|error| broken(&error, text, path))?;
        let mut settings = Self::default();
        let mut warnings = Vec::new();
        for (key, value) in flat(&table) {
            match KEYS.iter().find(|known| known.name == key) {
                Some(known) => (known.set)(&mut settings, &Asked { name: known.name, value, path })?,
                None => warnings.push(unknown(&key, path)),
            }
        }
        Ok((settings, warnings))
    }
}

/// Every key with its value, a table's keys as `table.key`: settings are one level deep.
fn flat(table: &toml::Table) -> Vec<(String, &toml::Value)> {
    let mut all = Vec::new();
    for (name, value) in table {
        match value {
            toml::Value::Table(inner) => {
                all.extend(inner.iter().map(|(key, value)| (format!("{name}.{key}"), value)));
            }
            _ => all.push((name.clone(), value)),
        }
    }
    all
}

fn unknown(key: &str, path: &Path) -> Clean {
    let near = nearest(key, KEYS.iter().map(|known| known.name));
    let names = KEYS.iter().map(|known| format!("`{}`", known.name)).collect::<Vec<_>>().join(", ");
    let help = near.map_or_else(|| format!("known are {names}"), |near| format!("did you mean `{near}`?"));
    Clean::text(&format!("{}: unknown setting `{}`; {help}", shown(path), Clean::name(key)))
}

fn read(path: &Path) -> std::io::Result<String> {
    let file = File::open(path)?;
    if !file.metadata()?.is_file() {
        return Err(std::io::Error::other("not a file"));
    }
    let mut text = String::new();
    if file.take(LARGEST + 1).read_to_string(&mut text)? as u64 > LARGEST {
        return Err(std::io::Error::other("larger than 256 KiB"));
    }
    Ok(text)
}

/// The place and the parser's own words, without the line it repeats (that may hold control characters).
fn broken(error: &toml::de::Error, text: &str, path: &Path) -> Error {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    Error::input(format!("{}:{line}: {}", shown(path), Clean::text(error.message())))
        .hint("put the line right, or move the file away to go on with the defaults")
}

fn shown(path: &Path) -> Clean {
    Clean::text(&path.to_string_lossy())
}

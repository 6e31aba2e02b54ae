//! `settings.toml`: what the runner wants to be different.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use chrono::NaiveTime;

use crate::domain::text::Clean;
use crate::error::Error;
use crate::io::settings::{FigureSettings, Folders, figures};

/// Settings are short; a larger file is something else.
const LARGEST: u64 = 256 * 1024;
/// The latest hour at which a new day may begin.
const LATEST: u32 = 12;

/// What the settings file says, defaults filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// When a new day begins, 00:00 to 12:00.
    pub rollover: NaiveTime,
    /// How figures are drawn.
    pub figure: FigureSettings,
}

impl Default for Settings {
    fn default() -> Self {
        let rollover = NaiveTime::from_hms_opt(4, 0, 0).unwrap_or(NaiveTime::MIN);
        Self { rollover, figure: FigureSettings::default() }
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
        for (key, value) in &table {
            match key.as_str() {
                "rollover" => settings.rollover = rollover(value, path)?,
                "figure" => {
                    let (figure, more) = figures::read(value, path)?;
                    settings.figure = figure;
                    warnings.extend(more);
                }
                other => warnings.push(Clean::text(&format!(
                    "{}: unknown setting `{}`; known are `rollover` and `[figure]`",
                    shown(path),
                    Clean::name(other)
                ))),
            }
        }
        Ok((settings, warnings))
    }
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

fn rollover(value: &toml::Value, path: &Path) -> Result<NaiveTime, Error> {
    let latest = NaiveTime::from_hms_opt(LATEST, 0, 0).unwrap_or(NaiveTime::MIN);
    let found = value.as_str().and_then(|text| NaiveTime::parse_from_str(text, "%H:%M").ok());
    found.filter(|time| *time <= latest).ok_or_else(|| {
        let said = value.as_str().map_or_else(|| Clean::name(&value.to_string()), Clean::name);
        Error::input(format!("{}: `rollover` is `{said}`; it takes a time from \"00:00\" to \"12:00\"", shown(path)))
            .hint("a day of soleus begins at 04:00 unless it is set")
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::temp::Temp;

    fn load(text: &str) -> Result<(Settings, Vec<Clean>), Error> {
        let temp = Temp::new();
        let file = temp.put("config/settings.toml", text.as_bytes());
        let loaded = Settings::load(&folders(&temp));
        assert_eq!(std::fs::read(file).unwrap(), text.as_bytes(), "never written to");
        loaded
    }

    fn folders(temp: &Temp) -> Folders {
        Folders { data: temp.path().join("d"), config: temp.path().join("config"), state: temp.path().join("s") }
    }

    #[test]
    fn without_a_file_the_defaults_hold_and_none_appears() {
        let temp = Temp::new();
        let (settings, warnings) = Settings::load(&folders(&temp)).unwrap();
        assert_eq!(settings.rollover, NaiveTime::from_hms_opt(4, 0, 0).unwrap());
        assert!(warnings.is_empty() && !temp.path().join("config").exists());
    }

    #[test]
    fn known_settings_hold_and_unknown_ones_are_named() {
        let (settings, warnings) = load("rollover = \"02:30\"\nrolover = 1\n").unwrap();
        assert_eq!(settings.rollover, NaiveTime::from_hms_opt(2, 30, 0).unwrap());
        assert!(warnings.len() == 1 && warnings[0].contains("`rolover`"), "{warnings:?}");
    }

    #[test]
    fn what_is_out_of_range_or_broken_is_refused_with_its_place() {
        for text in ["rollover = \"25:00\"", "rollover = \"12:01\"", "rollover = 4"] {
            let error = load(text).unwrap_err();
            assert!(error.exit_code() == 2 && error.to_string().contains("\"12:00\""), "{error}");
        }
        let error = load("# one\nrollover = \u{1b}[31m\n").unwrap_err().to_string();
        assert!(error.contains("settings.toml:2: ") && !error.contains('\u{1b}'), "{error}");
    }
}

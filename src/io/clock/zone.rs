//! Which time zone the runner is in: its name, and whether `TZ` names one at all (F29).

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::domain::text::Clean;

/// Where zone files are kept.
const FOLDERS: [&str; 4] = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"];

/// The zone as the environment and the machine name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Zone {
    source: Source,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Source {
    /// `TZ` is not set: what the machine says at the time of asking, since a runner travels.
    #[default]
    Machine,
    /// `TZ` names it.
    Named(Clean),
    /// `TZ` gives a rule, a file or nothing: right, but without a name.
    Nameless,
    /// `TZ` is garbage.
    Unknown(Clean),
}

impl Zone {
    /// The zone, given the value of `TZ`.
    pub fn find(tz: Option<&OsStr>) -> Self {
        let Some(tz) = tz else { return Self::default() };
        let source = match tz.to_str().map(|tz| tz.strip_prefix(':').unwrap_or(tz)) {
            None => Source::Unknown(Clean::name(&tz.to_string_lossy())),
            Some("") => Source::Nameless,
            Some("localtime") => Source::Machine,
            Some(file) if file.starts_with('/') && Path::new(file).is_file() => {
                name_in(Path::new(file)).map_or(Source::Nameless, Source::Named)
            }
            Some(name) if is_plain(name) && FOLDERS.iter().any(|f| Path::new(f).join(name).is_file()) => {
                Source::Named(Clean::name(name))
            }
            Some(rule) if is_rule(rule) => Source::Nameless,
            Some(other) => Source::Unknown(Clean::name(other)),
        };
        Self { source }
    }

    /// Its name, where it is known.
    pub fn name(&self) -> Option<Clean> {
        match &self.source {
            Source::Machine => std::fs::read_link("/etc/localtime").ok().and_then(|link| name_in(&link)),
            Source::Named(name) => Some(name.clone()),
            Source::Nameless | Source::Unknown(_) => None,
        }
    }

    /// What `TZ` says, where no zone is called so: the clock then shows UTC, and the runner must be told.
    pub const fn unknown(&self) -> Option<&Clean> {
        match &self.source {
            Source::Unknown(text) => Some(text),
            Source::Machine | Source::Named(_) | Source::Nameless => None,
        }
    }
}

/// `Europe/Berlin` out of the path of a zone file.
fn name_in(path: &Path) -> Option<Clean> {
    let parts: Vec<_> = path.iter().skip_while(|part| *part != "zoneinfo").skip(1).collect();
    let name = parts.iter().collect::<PathBuf>();
    let name = name.to_str().filter(|name| is_plain(name))?;
    Some(Clean::name(name))
}

/// No `..` and no letters but those of zone names.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"/_+-".contains(&b))
}

/// A rule as POSIX writes it (`CET-1CEST`, `<+0545>-5:45`): three letters or more, then an offset.
fn is_rule(text: &str) -> bool {
    let name = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let offset = match text.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
        Some((_, offset)) => offset,
        None if name >= 3 => text.get(name..).unwrap_or_default(),
        None => return false,
    };
    offset.strip_prefix(['+', '-']).unwrap_or(offset).starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tz_is_a_name_a_rule_or_garbage() {
        let unknown = |tz: &str| Zone::find(Some(tz.as_ref())).unknown().is_some();
        assert!(!unknown("") && !unknown("CET-1CEST") && !unknown("<+0545>-5:45") && !unknown("UTC0"));
        assert!(unknown("Mars/Olympus") && unknown("\u{1b}]0;x") && unknown("../../etc/passwd") && unknown("CEST"));
        assert_eq!(Zone::find(Some("Mars\u{1b}".as_ref())).unknown().map(Clean::as_str), Some("Mars␛"));
    }

    #[test]
    fn the_name_is_the_end_of_the_path() {
        let name = |path: &str| name_in(Path::new(path)).map(|name| name.to_string());
        assert_eq!(name("/usr/share/zoneinfo/America/Argentina/Ushuaia").as_deref(), Some("America/Argentina/Ushuaia"));
        assert_eq!(name("../usr/share/zoneinfo/Etc/UTC").as_deref(), Some("Etc/UTC"));
        assert_eq!(name("/etc/something"), None);
    }
}

//! What a helper may know of the environment, and where helpers are looked for.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::io::settings::Variables;

/// All that a helper is given besides PATH: who and where it is, and the way to the sound server. PowerShell cannot
/// start without the names of the last line.
const HANDED_ON: [&str; 24] = [
    "HOME",
    "LANG",
    "XDG_RUNTIME_DIR",
    "PULSE_SERVER",
    "PULSE_SINK",
    "PULSE_COOKIE",
    "PULSE_RUNTIME_PATH",
    "PULSE_CONFIG_PATH",
    "PULSE_CLIENTCONFIG",
    "PULSE_LATENCY_MSEC",
    "PULSE_PROP",
    "PIPEWIRE_REMOTE",
    "PIPEWIRE_RUNTIME_DIR",
    "PIPEWIRE_CONFIG_DIR",
    "PIPEWIRE_NODE",
    "PIPEWIRE_LATENCY",
    "DBUS_SESSION_BUS_ADDRESS",
    "DBUS_SYSTEM_BUS_ADDRESS",
    "SystemRoot",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "TEMP",
    "PSModulePath",
];

/// The environment of a helper. Everything else of ours (keys, tokens, whatever a shell holds) stays with us.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    folders: Vec<PathBuf>,
    pairs: Vec<(&'static str, OsString)>,
    desktop: String,
}

impl Surroundings {
    /// Reads it, once. An entry of PATH that is relative or empty is left out: a program that lies in the folder where
    /// soleus was started must never run because of it (fault F84).
    pub fn read(variables: Variables<'_>) -> Self {
        let path = variables("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = std::env::split_paths(&path).filter(|folder| folder.is_absolute()).collect();
        let mut pairs: Vec<(&'static str, OsString)> =
            HANDED_ON.into_iter().filter_map(|name| Some((name, variables(name)?))).collect();
        pairs.push(("PATH", std::env::join_paths(&folders).unwrap_or_default()));
        let desktop = variables("XDG_CURRENT_DESKTOP").unwrap_or_default().to_string_lossy().to_uppercase();
        Self { folders, pairs, desktop }
    }

    /// The variables that a helper sees.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'static str, &OsStr)> {
        self.pairs.iter().map(|(name, value)| (*name, value.as_os_str()))
    }

    /// Whether the runner's desktop calls itself so, among others; any desktop has the empty name.
    pub(super) fn is_desktop(&self, name: &str) -> bool {
        name.is_empty() || self.desktop.split(':').any(|own| own == name)
    }

    /// Where a program is: the first file of that name in PATH that can be executed, or the path itself where it is
    /// absolute.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        if Path::new(program).is_absolute() {
            return Some(PathBuf::from(program)).filter(|path| is_executable(path));
        }
        // A name with a separator would mean a place relative to wherever we are.
        if program.is_empty() || program.contains(['/', '\\']) {
            return None;
        }
        // Never a `.bat` or `.cmd`: their arguments are read by a shell.
        let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
        self.folders.iter().map(|folder| folder.join(&name)).find(|path| is_executable(path))
    }
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file() && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("exe"))
}

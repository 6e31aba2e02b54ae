//! Where things are: the history, the settings, and what belongs to this device alone.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::io::settings::Variables;

/// Where the system keeps what can be made anew, below the home folder.
const USUAL_CACHE: &str = if cfg!(target_os = "macos") { "Library/Caches/soleus" } else { ".cache/soleus" };

/// The folders of soleus. None of them is made by looking for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// The history and the runner's own programs: worth a backup, may be synced.
    pub data: PathBuf,
    /// The settings file.
    pub config: PathBuf,
    /// The label of this device, the lock: never synced.
    pub state: PathBuf,
    /// What can be made anew at any time: the tones. Never synced, never in the data folder.
    pub cache: PathBuf,
}

impl Folders {
    /// `SOLEUS_DATA` and `SOLEUS_CONFIG` first, then the XDG folders where they are absolute, then those below HOME.
    ///
    /// With `SOLEUS_DATA` the state goes beside it, to `<SOLEUS_DATA>.state`: whoever moves the history elsewhere (a
    /// synced folder, a test) gets a state of its own that is neither inside it nor in the home folder. What is cached
    /// goes to `SOLEUS_CACHE`, or to where the system keeps such things.
    pub fn find(variables: Variables<'_>) -> Result<Self, Error> {
        let own = |name: &str| variables(name).filter(|value| !value.is_empty()).map(absolute);
        let xdg = |name: &str| variables(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let home = xdg("HOME").or_else(|| xdg("USERPROFILE"));
        let below = |name: &str, usual: &str| {
            xdg(name).or_else(|| home.as_ref().map(|home| home.join(usual))).map(|base| base.join("soleus"))
        };
        let moved = own("SOLEUS_DATA");
        let data = moved.clone().or_else(|| below("XDG_DATA_HOME", ".local/share")).ok_or_else(homeless)?;
        let state = match &moved {
            Some(data) => beside(data, ".state"),
            None => below("XDG_STATE_HOME", ".local/state").ok_or_else(homeless)?,
        };
        let config = own("SOLEUS_CONFIG")
            .or_else(|| below("XDG_CONFIG_HOME", ".config"))
            .unwrap_or_else(|| beside(&data, ".config"));
        let cache = own("SOLEUS_CACHE")
            .or_else(|| xdg("XDG_CACHE_HOME").map(|base| base.join("soleus")))
            .or_else(|| xdg("LOCALAPPDATA").filter(|_| cfg!(windows)).map(|base| base.join("soleus/cache")))
            .or_else(|| home.as_ref().map(|home| home.join(USUAL_CACHE)))
            .unwrap_or_else(|| beside(&data, ".cache"));
        Ok(Self { data, config, state, cache })
    }
}

fn absolute(path: OsString) -> PathBuf {
    std::path::absolute(&path).unwrap_or_else(|_| PathBuf::from(path))
}

/// The same path with something after its last name.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

fn homeless() -> Error {
    Error::input("no folder for the history: HOME is not set").hint("set SOLEUS_DATA to a folder of your own")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::settings::scripted;

    fn find(pairs: &[(&str, &str)]) -> Result<[String; 3], Error> {
        let found = Folders::find(&scripted(pairs))?;
        Ok([found.data, found.config, found.state].map(|path| path.display().to_string()))
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn what_can_be_made_anew_is_where_the_system_keeps_it() {
        let cache = |pairs: &[(&str, &str)]| Folders::find(&scripted(pairs)).unwrap().cache.display().to_string();
        assert_eq!(cache(&[("HOME", "/h")]), "/h/.cache/soleus");
        assert_eq!(cache(&[("HOME", "/h"), ("XDG_CACHE_HOME", "/c"), ("SOLEUS_DATA", "/d")]), "/c/soleus");
        assert_eq!(cache(&[("HOME", "/h"), ("XDG_CACHE_HOME", "/c"), ("SOLEUS_CACHE", "/own")]), "/own");
        assert_eq!(cache(&[("SOLEUS_DATA", "/t/data"), ("XDG_CACHE_HOME", "relative")]), "/t/data.cache");
    }

    #[test]
    fn the_usual_folders_are_those_of_xdg() {
        assert_eq!(
            find(&[("HOME", "/h")]).unwrap(),
            ["/h/.local/share/soleus", "/h/.config/soleus", "/h/.local/state/soleus"]
        );
        let moved = [("XDG_DATA_HOME", "/d"), ("XDG_STATE_HOME", "relative"), ("XDG_CONFIG_HOME", ""), ("HOME", "/h")];
        assert_eq!(find(&moved).unwrap(), ["/d/soleus", "/h/.config/soleus", "/h/.local/state/soleus"]);
    }

    #[test]
    fn a_folder_of_ones_own_needs_no_home() {
        assert_eq!(find(&[("SOLEUS_DATA", "/t/data")]).unwrap(), ["/t/data", "/t/data.config", "/t/data.state"]);
        let both = [("SOLEUS_DATA", "/t/data/"), ("SOLEUS_CONFIG", "/t/c"), ("HOME", "/h")];
        assert_eq!(find(&both).unwrap(), ["/t/data/", "/t/c", "/t/data.state"]);
    }

    #[test]
    fn without_a_home_the_message_says_what_to_set() {
        for pairs in [&[][..], &[("HOME", "relative"), ("XDG_DATA_HOME", "here")]] {
            let error = find(pairs).unwrap_err();
            assert_eq!(error.exit_code(), 2);
            assert!(error.to_string().contains("set SOLEUS_DATA"), "{error}");
        }
    }
}

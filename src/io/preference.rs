//! What the runner chose to hear: `hearing.toml` in the state folder. A preference, no history: it may be lost.
//!
//! A settings file is the runner's own and never written to; this one is soleus' own, written whole or not at all.

use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use toml::{Table, Value};

use crate::domain::cue::Hearing;
use crate::domain::text::Id;
use crate::error::Error;

/// Its name in the state folder.
const NAME: &str = "hearing.toml";
/// It is short; a larger file is something else.
const LARGEST: u64 = 256 * 1024;
const HEAD: &str = "# What you chose to hear; soleus writes this file. Without it you are asked again.\n";

/// What was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preference {
    /// The answer to the question whether a voice shall lead; none: it was not asked yet.
    pub voice: Option<bool>,
    /// What is heard of single programs.
    pub programs: BTreeMap<Id, Hearing>,
}

impl Preference {
    /// Reads it; what is missing or cannot be understood was not chosen.
    pub fn load(state: &Path) -> Self {
        let mut text = String::new();
        let read = File::open(state.join(NAME)).and_then(|file| file.take(LARGEST).read_to_string(&mut text));
        let table: Table = read.ok().and_then(|_| text.parse().ok()).unwrap_or_default();
        let programs = table.get("programs").and_then(Value::as_table).into_iter().flatten();
        let chosen = |(id, word): (&String, &Value)| Some((Id::new(id)?, Hearing::of(word.as_str()?)?));
        Self { voice: table.get("voice").and_then(Value::as_bool), programs: programs.filter_map(chosen).collect() }
    }

    /// Keeps it: written aside, synced, renamed. An error says that it holds for this run alone.
    pub fn keep(&self, state: &Path) -> Result<(), Error> {
        self.write(state).map_err(|error| {
            Error::failed("what you hear is not remembered: the state folder cannot be written to")
                .because(error)
                .hint("it holds until soleus ends")
        })
    }

    fn write(&self, state: &Path) -> io::Result<()> {
        make(state)?;
        let aside = state.join(format!("{NAME}.{}.tmp", std::process::id()));
        let mut file = File::create(&aside)?;
        let written = file.write_all(self.text().as_bytes()).and_then(|()| file.sync_all());
        let kept = written.and_then(|()| fs::rename(&aside, state.join(NAME)));
        if kept.is_err() {
            drop(fs::remove_file(&aside));
        }
        kept
    }

    fn text(&self) -> String {
        let mut table = Table::new();
        if let Some(voice) = self.voice {
            table.insert("voice".to_owned(), Value::Boolean(voice));
        }
        let programs: Table =
            self.programs.iter().map(|(id, hearing)| (id.to_string(), Value::from(hearing.word()))).collect();
        if !programs.is_empty() {
            table.insert("programs".to_owned(), Value::Table(programs));
        }
        format!("{HEAD}{table}")
    }
}

/// For the runner alone, as all that soleus keeps.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::temp::Temp;

    #[test]
    fn what_was_chosen_is_read_back() {
        let temp = Temp::new();
        let state = temp.path().join("state");
        assert_eq!(Preference::load(&state), Preference::default());
        let mut chosen = Preference { voice: Some(false), ..Preference::default() };
        chosen.programs.insert(Id::new("hip-release").unwrap(), Hearing::Both);
        chosen.keep(&state).unwrap();
        assert_eq!(Preference::load(&state), chosen);
        let names: Vec<_> = fs::read_dir(&state).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["hearing.toml"], "nothing is left beside it");
    }

    #[test]
    fn what_cannot_be_understood_was_not_chosen() {
        let temp = Temp::new();
        for text in
            ["voice = \u{1b}", "voice = 3\n[programs]\n\"Not an id\" = \"both\"\nhips = \"loud\"\n", "programs = 1"]
        {
            temp.put("hearing.toml", text.as_bytes());
            assert_eq!(Preference::load(temp.path()), Preference::default(), "{text}");
        }
    }

    #[test]
    fn a_folder_that_cannot_be_written_to_is_told() {
        let temp = Temp::new();
        let file = temp.put("file", b"");
        let error = Preference::default().keep(&file.join("state")).unwrap_err();
        assert!(error.to_string().contains("not remembered") && error.to_string().contains("until soleus ends"));
    }
}

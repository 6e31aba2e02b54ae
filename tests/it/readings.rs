//! A folder of files, each beside the text that must come of it.
//!
//! `SOLEUS_UPDATE=1 cargo test` writes the texts anew, to be read before they are committed.

use std::path::{Path, PathBuf};

use soleus::io::library::Library;
use soleus::io::program_file::{Reading, read};

/// The programs of a folder below `tests`, in the order of their names: all but the texts beside them.
pub(crate) fn programs(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.to_string_lossy().contains(".toml"));
    paths.sort();
    paths
}

/// Reads every program of a folder and holds what is said of it against the text beside it. `said` gets the name and
/// the reading, and panics where the file is not what its folder is for.
#[expect(clippy::disallowed_methods, reason = "a test asks whether its texts are to be written anew")]
pub(crate) fn each_is_as_written(folder: &str, at_least: usize, said: impl Fn(&str, &Reading) -> String) {
    let library = Library::bundled();
    let paths = programs(folder);
    assert!(paths.len() >= at_least, "only {} programs were found in {folder}", paths.len());
    let update = std::env::var_os("SOLEUS_UPDATE").is_some();
    let mut wrong = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let got = said(&name, &read(&std::fs::read(&path).unwrap(), &name, library.catalogue()));
        let stem = name.trim_end_matches(".txt").trim_end_matches(".toml");
        let expected = path.with_file_name(format!("{stem}.txt"));
        if update {
            std::io::Write::write_all(&mut std::fs::File::create(&expected).unwrap(), got.as_bytes()).unwrap();
        }
        let expected = std::fs::read_to_string(&expected).unwrap_or_default();
        if got != expected {
            wrong.push(format!("=== {name}\n--- expected\n{expected}--- got\n{got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

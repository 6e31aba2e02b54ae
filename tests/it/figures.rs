//! The figures that are built in: the list is the folder, and none has a problem.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use soleus::io::diagnostic::report;
use soleus::io::figure_file::read;
use soleus::io::library::FIGURES;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The ids of the pose files in the folder.
fn ids() -> BTreeSet<String> {
    let files = std::fs::read_dir(root().join("assets/figures")).unwrap().map(|file| file.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
}

#[expect(clippy::disallowed_methods, reason = "a test asks whether the list is to be written anew")]
#[test]
fn the_list_is_the_folder() {
    let ids = ids();
    assert!(ids.len() >= 6, "only {} figures were found", ids.len());
    if std::env::var_os("SOLEUS_UPDATE").is_some() {
        let mut list = "/// The pose files of `assets/figures`: id and text. Written by \
                        `SOLEUS_UPDATE=1 cargo test --test it figures`.\npub const FIGURES: &[(&str, &str)] = &[\n"
            .to_owned();
        for id in &ids {
            writeln!(list, "    (\"{id}\", include_str!(\"../../../../assets/figures/{id}.toml\")),").unwrap();
        }
        list.push_str("];\n");
        let path = root().join("src/io/library/figures/list.rs");
        std::io::Write::write_all(&mut std::fs::File::create(path).unwrap(), list.as_bytes()).unwrap();
        return;
    }
    assert_eq!(FIGURES.iter().map(|(id, _)| (*id).to_owned()).collect::<BTreeSet<_>>(), ids);
}

#[test]
fn every_figure_is_free_of_problems_and_has_its_files_name() {
    for id in ids() {
        let name = format!("{id}.toml");
        let bytes = std::fs::read(root().join("assets/figures").join(&name)).unwrap();
        let reading = read(&bytes, &name);
        assert!(reading.problems.is_empty(), "{}", report(&reading.problems, &reading.source));
        assert_eq!(reading.figure.unwrap().id.as_str(), id);
    }
}

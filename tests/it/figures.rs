//! The figures that are built in: the list is the folder, none has a problem, and every moment of them holds.

mod drawing;
mod moments;
mod telling;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use soleus::figure::Figure;
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
        let mut list = "//! The pose files of `assets/figures`, built in. Written by \
                        `SOLEUS_UPDATE=1 cargo test --test it figures`.\n\n\
                        /// Id and text of each.\npub const FIGURES: &[(&str, &str)] = &[\n"
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

/// Every figure of the folder.
fn all() -> Vec<Figure> {
    let read_one = |id: String| {
        let bytes = std::fs::read(root().join(format!("assets/figures/{id}.toml"))).unwrap();
        read(&bytes, &id).figure.unwrap()
    };
    ids().into_iter().map(read_one).collect()
}

#[expect(clippy::disallowed_methods, reason = "a test asks whether its reports are to be written anew")]
#[test]
fn every_broken_figure_gives_its_report() {
    let folder = root().join("tests/broken/figures");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    assert!(paths.len() >= 5, "only {} broken figures were found", paths.len());
    let update = std::env::var_os("SOLEUS_UPDATE").is_some();
    let mut wrong = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let reading = read(&std::fs::read(&path).unwrap(), &name);
        let verdict = if reading.figure.is_some() { "read\n" } else { "refused\n" };
        let got = report(&reading.problems, &reading.source) + verdict;
        let expected = path.with_extension("txt");
        if update {
            std::io::Write::write_all(&mut std::fs::File::create(&expected).unwrap(), got.as_bytes()).unwrap();
        }
        let expected = std::fs::read_to_string(&expected).unwrap_or_default();
        if got != expected || reading.problems.is_empty() {
            wrong.push(format!("=== {name}\n--- expected\n{expected}--- got\n{got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

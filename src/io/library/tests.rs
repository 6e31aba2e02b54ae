//! Every bundled file is loaded, and faulty ones are refused alone.

use super::*;
use crate::io::diagnostic::Severity;
use crate::io::temp::Temp;
use std::collections::BTreeSet;

fn stems(folder: &str) -> BTreeSet<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let tomls = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    tomls.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
}

fn ids(list: &[(&str, &str)]) -> BTreeSet<String> {
    list.iter().map(|(id, _)| (*id).to_owned()).collect()
}

#[test]
fn the_embedded_lists_are_the_folders() {
    assert_eq!(ids(CATALOGUE), stems("assets/exercises"));
    assert_eq!(ids(PROGRAMS), stems("programs"));
}

#[test]
fn every_catalogue_entry_is_read_without_a_problem() {
    let mut catalogue = Catalogue::default();
    for (id, text) in CATALOGUE {
        let source = Source::new(id, *text);
        let problems = catalogue.add(id, &source);
        let said: Vec<String> = problems.iter().map(|problem| problem.render(&source)).collect();
        assert!(said.is_empty(), "{}", said.join("\n"));
    }
    // Each can be used by itself, and its neighbours are there.
    for (id, _) in CATALOGUE {
        // A jump wants something that stands before it.
        let gate = "only_if = { pain_at_most = 2 }";
        let text = format!("title = \"x\"\nstop_if = [\"y\"]\n[[exercise]]\nuse = \"{id}\"\n{gate}\n");
        let reading = read(text.as_bytes(), "x.toml", &catalogue);
        assert_eq!(crate::io::diagnostic::report(&reading.problems, &reading.source), "", "{id}");
    }
}

#[test]
fn every_bundled_program_is_read_without_an_error_or_warning() {
    let library = Library::bundled();
    assert!(library.refused.is_empty(), "{:?}", library.refused);
    assert_eq!(library.entries.len(), PROGRAMS.len());
    for (name, text) in PROGRAMS {
        let reading = read(text.as_bytes(), name, &library.catalogue);
        let bad: Vec<_> = reading.problems.iter().filter(|p| p.severity != Severity::Note).collect();
        assert!(bad.is_empty(), "{name}: {bad:?}");
        let program = reading.program.unwrap();
        assert!(!program.not_for.is_empty() && !program.stop_if.is_empty(), "{name} has its warnings");
    }
}

#[test]
fn a_faulty_file_never_takes_the_others_down() {
    let temp = Temp::new();
    temp.put("good.toml", b"title = \"Good\"\n[[exercise]]\nuse = \"calf-raise\"\n");
    temp.put("bad.toml", b"title = \"Bad\"\n[[exercise]]\nuse = \"calf-rais\"\nrepz = 3\n");
    temp.put("twin.toml", b"id = \"good\"\ntitle = \"Twin\"\n[[exercise]]\nuse = \"calf-raise\"\n");
    temp.put("word.toml.txt", b"title = \"Word\"\n");
    temp.put("notes.md", b"not a program");
    std::fs::create_dir(temp.path().join("folder.toml")).unwrap();
    let library = Library::bundled().with_folder(temp.path());
    assert!(library.find("good").is_some());
    assert_eq!(library.entries.len(), PROGRAMS.len() + 1);
    let why: Vec<&str> = library.refused.iter().map(|refused| refused.why.as_str()).collect();
    assert_eq!(why.len(), 4, "{why:?}");
    assert!(why[0].starts_with("bad.toml:3:7 ") && why[0].ends_with("(+1 more: soleus check bad.toml)"), "{}", why[0]);
    assert!(why[1].contains("folder"), "{}", why[1]);
    assert!(why[2].starts_with("twin.toml has the id `good`, as `good.toml` has"), "{}", why[2]);
    let folder = temp.path().to_string_lossy();
    assert!(why.iter().all(|why| !why.contains(&*folder)), "a name is enough: {why:?}");
    assert_eq!(library.file(Path::new("bad.toml")), temp.path().join("bad.toml"));
    assert_eq!(library.file(Path::new("good.toml")), temp.path().join("good.toml"));
    assert_eq!(library.file(Path::new("elsewhere/bad.toml")), Path::new("elsewhere/bad.toml"));
    assert!(why[3].contains("rename it to .toml"));
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_refused_at_once() {
    let temp = Temp::new();
    let fifo = temp.path().join("pipe.toml");
    rustix::fs::mkfifoat(rustix::fs::CWD, &fifo, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR).unwrap();
    std::os::unix::fs::symlink("nowhere", temp.path().join("dangling.toml")).unwrap();
    let library = Library::bundled();
    assert!(library.check(&fifo).unwrap_err().to_string().contains("not a regular file"));
    assert!(library.check(temp.path()).unwrap_err().to_string().contains("a folder"));
    assert!(library.check(&temp.path().join("dangling.toml")).unwrap_err().to_string().contains("no such file"));
}

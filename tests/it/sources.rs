//! `programs/SOURCES.md` and the list of sources: every citation is known with its mark, every known one is used.

use std::path::PathBuf;

use serde_json::Value;
use soleus::domain::exercise::Exercise;
use soleus::domain::sources::{CITATIONS, Cited, cited};
use soleus::io::library::Library;
use soleus::report::sources::markdown;

use crate::cli::Home;

fn all() -> Vec<Cited> {
    let library = Library::bundled();
    let exercises: Vec<Exercise> = library.catalogue().exercises().collect();
    cited(library.programs(), &exercises)
}

#[test]
fn every_citation_has_its_mark() {
    let all = all();
    let unknown: Vec<&str> =
        all.iter().filter(|cited| cited.known.is_none()).map(|cited| cited.cite.as_str()).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
    let unused: Vec<&str> =
        CITATIONS.iter().map(|c| c.cite).filter(|cite| !all.iter().any(|c| c.cite == *cite)).collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn every_program_and_every_exercise_names_a_source() {
    let library = Library::bundled();
    assert!(library.programs().all(|program| !program.sources.is_empty()));
    assert!(library.catalogue().exercises().all(|exercise| !exercise.sources.is_empty()));
}

#[expect(clippy::disallowed_methods, reason = "a test asks whether the page is to be written anew")]
#[test]
fn the_page_is_in_step() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("programs/SOURCES.md");
    let page = markdown(&all());
    if std::env::var_os("SOLEUS_UPDATE").is_some() {
        let mut file = std::fs::File::create(&path).unwrap();
        std::io::Write::write_all(&mut file, page.as_bytes()).unwrap();
        return;
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(there, page, "SOLEUS_UPDATE=1 cargo test --test it sources writes it anew");
}

#[test]
fn the_command_lists_them() {
    let home = Home::new();
    let text = home.good("2026-11-21T07:12:00+01:00", &["sources"]);
    assert!(text.contains("No physiotherapist has reviewed"), "{text}");
    assert!(text.contains("  program achilles-eccentric-12w: the drops"), "{text}");
    let json: Value = serde_json::from_str(&home.good("2026-11-21T07:12:00+01:00", &["sources", "--json"])).unwrap();
    let beyer = json["sources"].as_array().unwrap().iter().find(|cited| cited["key"] == "R11").unwrap();
    assert_eq!(beyer["mark"], "V2");
    assert!(beyer["uses"].as_array().unwrap().len() > 3);
}

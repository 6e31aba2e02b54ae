//! Export and import: nothing is lost on the way, nothing is doubled, nothing that is here is touched.

use std::collections::BTreeMap;
use std::path::Path;

use super::{ANKLE, played};
use crate::cli::{Home, MORNING, errors};

/// All files of a history with their bytes.
fn files(data: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let Ok(entries) = std::fs::read_dir(data) else { return found };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.to_string_lossy().into_owned(), std::fs::read(&path).unwrap());
        }
    }
    found
}

fn sorted(export: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = export.lines().collect();
    lines.sort_unstable();
    lines
}

/// A line of a kind that only a newer soleus knows.
const NEWER: &str = r#"{"v":1,"ev":"weather","id":"01kzzzzzzz","at":"2026-11-20T06:00:00Z","rain":true}"#;

/// A home with two sessions and a line of a newer soleus.
fn full() -> Home {
    let home = played(ANKLE, &["2026-11-19T07:00:00+01:00", "2026-11-20T07:00:00+01:00"]);
    let _path = home.put("data/changes/2026/newer.jsonl", &format!("{NEWER}\r\n"));
    home
}

#[test]
fn an_export_goes_into_an_empty_home_line_for_line() {
    let (home, other) = (full(), Home::new());
    let export = home.good(MORNING, &["export"]);
    assert!(export.lines().any(|line| line == NEWER), "unknown kinds are kept");
    let file = other.put("history.jsonl", &export);
    let file = file.to_str().unwrap();
    let would = other.good(MORNING, &["import", file, "--dry-run"]);
    assert!(would.starts_with("would be new: 2 sessions, "), "{would}");
    assert!(!other.path().join("data").exists(), "a dry run writes nothing");
    let said = other.good(MORNING, &["import", file]);
    assert!(said.starts_with("are new: 2 sessions, ") && said.contains("1 line of a newer soleus"), "{said}");
    assert_eq!(sorted(&other.good(MORNING, &["export"])), sorted(&export));
    for command in [&["history", "--json"][..], &["streak", "--json"], &["list", "--json"]] {
        let told = |home: &Home| String::from_utf8(home.run_at(MORNING, command).stdout).unwrap();
        assert_eq!(told(&other), told(&home), "{command:?}");
    }
    let before = files(&other.path().join("data"));
    let again = other.good(MORNING, &["import", file]);
    assert!(again.starts_with("nothing is new\nhere already: "), "{again}");
    assert_eq!(files(&other.path().join("data")), before, "importing twice changes nothing");
}

#[test]
fn two_histories_are_united_and_neither_is_touched() {
    let (home, other) = (full(), played(ANKLE, &["2026-11-18T07:00:00+01:00"]));
    // Of one session the other home has the first lines alone, as after a copy in the middle of it.
    let export = home.good(MORNING, &["export"]);
    let part: String =
        export.lines().filter(|line| line.contains("\"s\":")).take(3).flat_map(|line| [line, "\n"]).collect();
    let _path = other.put("data/sessions/2026/part.jsonl", &part);
    let before = files(&other.path().join("data"));
    let file = other.put("history.jsonl", &export);
    let said = other.good(MORNING, &["import", file.to_str().unwrap()]);
    assert!(said.contains("1 session, 1 session that was here in part"), "{said}");
    assert!(said.contains("here already: 3 lines"), "{said}");
    let after = files(&other.path().join("data"));
    assert!(before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)), "what was there is as it was");
    assert_eq!(other.good(MORNING, &["history"]).lines().count(), 3);
}

#[test]
fn what_is_none_of_a_history_is_left_behind_and_named() {
    let (home, other) = (full(), Home::new());
    let export = home.good(MORNING, &["export"]);
    // A line cut off, two lines that lost the break between them, and a text.
    let mut lines: Vec<&str> = export.lines().collect();
    let glued = format!("{}{}", lines[3], lines[4]);
    lines.splice(3..5, [glued.as_str()]);
    lines[1] = lines[1].get(..40).unwrap();
    lines.push("milk, bread");
    let file = other.put("history.jsonl", &lines.join("\n"));
    let output = other.run(&["import", file.to_str().unwrap()]);
    assert!(output.status.success());
    let last = lines.len();
    assert_eq!(errors(&output), format!("warning: left behind, as none of a history: line 2, {last}\n"));
    let kept = other.good(MORNING, &["export"]);
    assert_eq!(kept.lines().count(), export.lines().count() - 1);
    let shopping = other.put("list.txt", "milk\nbread\n");
    let output = other.run(&["import", shopping.to_str().unwrap()]);
    assert!(output.status.code() == Some(2) && errors(&output).contains("holds no line of a history"));
    let output = other.run(&["import", "/nowhere/at-all.jsonl"]);
    assert!(output.status.code() == Some(2) && errors(&output).contains("hint:"));
}

#[test]
fn of_two_lines_with_one_number_the_more_trustworthy_counts() {
    let (home, other) = (full(), full());
    let _export = other.good(MORNING, &["export"]);
    let export = home.good(MORNING, &["export"]).replace("\"result\":\"completed\"", "\"result\":\"short\"");
    let file = home.put("edited.jsonl", &export);
    let said = home.good(MORNING, &["import", file.to_str().unwrap()]);
    assert!(said.contains("2 lines say something else than what is here"), "{said}");
    let told = String::from_utf8(home.run_at(MORNING, &["history"]).stdout).unwrap();
    assert_eq!(told.matches("completed").count(), 2, "a line with a wrong checksum never wins: {told}");
}

#[test]
fn a_file_that_is_there_is_left_as_it_is() {
    let home = full();
    let file = home.put("history.jsonl", "mine");
    let file = file.to_str().unwrap();
    assert_eq!(home.run(&["export", file]).status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(file).unwrap(), "mine");
    let said = home.good(MORNING, &["export", file, "--replace"]);
    assert!(said.starts_with("wrote "), "{said}");
    assert_eq!(std::fs::read_to_string(file).unwrap(), home.good(MORNING, &["export"]));
}

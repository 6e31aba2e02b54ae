//! Every kind of problem has a page, and every page is true: its wrong example gives the problem, its right one none.

use std::collections::BTreeSet;
use std::path::PathBuf;

use soleus::io::diagnostic::{CODES, PAGES, Severity, report};
use soleus::io::library::Library;
use soleus::io::program_file::{Reading, nearest};

use crate::cli::Home;
use crate::fences::{Fence, fences};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let codes: BTreeSet<&str> = CODES.iter().map(|(code, _)| *code).collect();
    let pages: BTreeSet<&str> = PAGES.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, pages);
    let files = std::fs::read_dir(root().join("assets/explain")).unwrap().map(|file| file.unwrap().path());
    let files: BTreeSet<String> = files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(files, pages.iter().map(|code| (*code).to_owned()).collect());
}

#[test]
fn every_page_is_built_alike_and_names_a_part_of_the_guide() {
    let guide = std::fs::read_to_string(root().join("programs/README.md")).unwrap();
    let parts: Vec<&str> = guide.lines().filter_map(|line| line.trim_start_matches('#').strip_prefix(' ')).collect();
    for (code, page) in PAGES {
        assert!(page.starts_with(&format!("# {code}\n\n")), "{code} does not begin with its name");
        let heads: Vec<&str> = page.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(heads, ["## Wrong", "## Right", "## Why it matters", "## The guide"], "{code}");
        let part = page.lines().last().unwrap();
        assert!(parts.contains(&part), "{code}: the guide has no part `{part}`");
        assert!(page.lines().all(|line| line.chars().count() <= 140), "{code} has a line that is too wide");
    }
}

/// Reads an example as its fence says: `toml`, `toml … called NAME`, `toml … N times`, `bytes`.
fn example(fence: &Fence, library: &Library) -> Reading {
    let words: Vec<&str> = fence.info.split(' ').collect();
    let mut name = "example.toml";
    let mut bytes = fence.text.clone().into_bytes();
    match words.as_slice() {
        ["bytes", "wrong"] => {
            bytes = fence.text.split_whitespace().map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect();
        }
        ["toml", "wrong" | "right"] => {}
        ["toml", "wrong" | "right", "called", called] => name = called,
        ["toml", "wrong", times, "times"] => bytes = bytes.repeat(times.parse().unwrap()),
        other => panic!("what is a fence of {other:?}?"),
    }
    library.read(&bytes, name)
}

#[test]
fn every_wrong_example_gives_its_problem_and_every_right_one_none() {
    let library = Library::bundled();
    let mut faults = Vec::new();
    for (code, page) in PAGES {
        let examples = fences(page);
        let [wrong, right] = examples.as_slice() else { panic!("{code} has {} examples", examples.len()) };
        assert!(wrong.info.contains("wrong") && right.info.contains("right"), "{code}: wrong, then right");
        let (wrong, right) = (example(wrong, &library), example(right, &library));
        let shown = |reading: &Reading| report(&reading.problems, &reading.source);
        if !wrong.problems.iter().any(|problem| problem.code == *code) {
            faults.push(format!("=== {code}: the wrong example does not give it:\n{}", shown(&wrong)));
        }
        let others = wrong.problems.iter().filter(|problem| problem.is_error() && problem.code != *code);
        if others.count() > 0 {
            faults.push(format!("=== {code}: the wrong example has other errors too:\n{}", shown(&wrong)));
        }
        let bad =
            |problem: &soleus::io::diagnostic::Diagnostic| problem.code == *code || problem.severity != Severity::Note;
        if right.program.is_none() && right.figure.is_none() || right.problems.iter().any(bad) {
            faults.push(format!("=== {code}: the right example is not right:\n{}", shown(&right)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

const NOW: &str = "2026-11-21T07:12:00+01:00";

#[test]
fn the_command_lists_them_and_shows_a_page_without_marks() {
    let home = Home::new();
    let list = home.good(NOW, &["explain"]);
    for (code, summary) in CODES {
        assert!(list.lines().any(|line| line.starts_with(code) && line.ends_with(summary)), "{code}");
    }
    let page = home.good(NOW, &["explain", "tempo"]);
    assert!(page.starts_with("tempo\n\n") && page.contains("\nWhy it matters\n"), "{page}");
    assert!(page.contains("\n    tempo = \"2-1-3\"\n") && !page.contains("```") && !page.contains('#'), "{page}");
    for copied in ["error[tempo]", "[tempo]", "TEMPO"] {
        assert_eq!(home.good(NOW, &["explain", copied]), page);
    }
}

#[test]
fn an_unknown_name_offers_the_nearest() {
    let home = Home::new();
    let output = home.run(&["explain", "tmepo"]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(error.contains("no kind of problem `tmepo`") && error.contains("did you mean `tempo`?"), "{error}");
    assert_eq!(nearest("quite another thing", CODES.iter().map(|(code, _)| *code)), None);
    let output = home.run(&["explain", "quite another thing"]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("`soleus explain` lists them all") && !error.contains("did you mean"), "{error}");
}

//! Promises about the tree: the arrows between the rooms, and what never stands in it.

use std::fs;
use std::path::{Path, PathBuf};

/// What a room may name of the crate besides itself.
const ARROWS: [(&str, &[&str]); 8] = [
    ("domain", &[]),
    ("error", &[]),
    ("figure", &["domain"]),
    ("report", &["domain"]),
    ("io", &["domain", "error", "figure"]),
    ("plain", &["domain", "error", "figure", "report"]),
    ("tui", &["domain", "error", "figure", "report"]),
    ("cli", &["domain", "error", "figure", "report", "io", "plain"]),
];

/// Words that the pure room never says.
const IMPURE: [&str; 9] =
    ["std::fs", "std::env", "std::io", "std::thread", "Instant", "SystemTime", "serde", "println!", "Local::now"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        } else {
            // not ours to read
        }
    }
    found.sort();
    found
}

/// Every source file with its path from the root, `/` between the parts.
fn sources() -> Vec<(String, String)> {
    let paths = files(&root().join("src"), "rs");
    assert!(paths.len() > 20, "the tree was not found");
    paths
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

fn room(path: &str) -> &str {
    path.strip_prefix("src/").unwrap().split(['/', '.']).next().unwrap()
}

/// The first name after each `crate::` of a line; of `crate::{a, b}` all of them.
fn named(line: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    line.split("crate::")
        .skip(1)
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list.split([',', '}']).map(|part| word(part.trim())).collect(),
            None => vec![word(rest)],
        })
        .filter(|name| !name.is_empty())
        .collect()
}

fn broken_arrows(sources: &[(String, String)]) -> Vec<String> {
    let mut broken = Vec::new();
    for (path, text) in sources {
        let room = room(path);
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == room) else { continue };
        for (number, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for name in named(line) {
                if name != room && !allowed.contains(&name.as_str()) {
                    broken.push(format!("{path}:{}: `{room}` names `{name}`", number + 1));
                }
            }
        }
    }
    broken
}

#[test]
fn arrows_between_the_rooms_point_down() {
    let sources = sources();
    assert_eq!(broken_arrows(&sources), Vec::<String>::new());
    for (path, _) in &sources {
        let room = room(path);
        let known = ARROWS.iter().any(|(name, _)| *name == room) || matches!(room, "main" | "lib" | "app");
        assert!(known, "{path}: a room without an entry in ARROWS");
    }
}

#[test]
fn a_planted_arrow_is_found() {
    let planted = vec![
        ("src/domain/x.rs".to_owned(), "use crate::io::clock;".to_owned()),
        ("src/tui/x.rs".to_owned(), "let x = crate::io::journal::open();".to_owned()),
        ("src/io/x.rs".to_owned(), "use crate::{domain::plan, tui::model};".to_owned()),
    ];
    assert_eq!(broken_arrows(&planted).len(), 3);
}

#[test]
fn the_domain_is_pure_and_so_are_its_documents() {
    for (path, text) in sources().iter().filter(|(path, _)| matches!(room(path), "domain" | "report")) {
        let code = text.split("#[cfg(test)]").next().unwrap();
        for (number, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for word in IMPURE {
                assert!(!line.contains(word), "{path}:{}: a pure room says `{word}`", number + 1);
            }
        }
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{path}: does not begin with `//!`");
    }
}

#[test]
fn no_file_wants_a_wall() {
    for (path, text) in sources() {
        assert!(text.lines().count() <= 400, "{path}: over 400 lines");
    }
}

#[test]
fn nothing_unfinished_stands_in_the_tree() {
    let banned =
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("todo", "!"), concat!("dbg", "!"), concat!("#[ig", "nore")];
    let tests = files(&root().join("tests"), "rs").into_iter().map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        (path.to_string_lossy().into_owned(), text)
    });
    for (path, text) in sources().into_iter().chain(tests) {
        for word in banned {
            assert!(!text.contains(word), "{path}: says `{word}`");
        }
        assert!(!text.contains(concat!("thread::", "sleep(")), "{path}: waits");
    }
}

#[test]
fn no_machine_path_stands_in_a_document() {
    for name in ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "UNVERIFIED.md", "Cargo.toml"] {
        let text = fs::read_to_string(root().join(name)).unwrap();
        for path in ["/work/", "/root/", "/home/"] {
            assert!(!text.contains(path), "{name}: names `{path}`");
        }
    }
}

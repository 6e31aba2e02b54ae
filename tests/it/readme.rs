//! The README is true: every command in it runs, every program in it loads, its keys are the key table's.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use soleus::io::library::Library;

use crate::cli::Home;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).unwrap()
}

/// The blocks of a language.
fn blocks(language: &str) -> Vec<String> {
    let text = readme();
    let opening = format!("```{language}\n");
    let parts = text.split(opening.as_str()).skip(1);
    parts.map(|part| part.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn every_command_of_the_readme_runs() {
    let home = Home::new();
    let example = blocks("toml").remove(0);
    let own = home.put("my-program.toml", &example);
    let commands = blocks("sh").concat();
    let ours: Vec<&str> = commands.lines().filter_map(|line| line.strip_prefix("soleus ")).collect();
    assert!(ours.len() >= 8, "{ours:?}");
    for line in ours {
        let words = line.split(' ').map(|word| if word == "my-program.toml" { own.to_str().unwrap() } else { word });
        let mut command = Command::new(env!("CARGO_BIN_EXE_soleus"));
        command.args(words).current_dir(root()).stdin(Stdio::null()).env_clear();
        command.envs(home.environment("2026-11-21T07:12:00+01:00"));
        if line == "play my-program.toml" {
            // A session at its own speed would take its own time.
            command.args(["--yes", "--speed", "max"]);
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let cargo: Vec<&str> = commands.lines().filter(|line| line.starts_with("cargo ")).collect();
    assert_eq!(cargo, ["cargo run --release", "cargo test"], "the two commands of a newcomer");
}

#[test]
fn every_program_of_the_readme_loads() {
    let library = Library::bundled();
    for text in blocks("toml") {
        let reading = soleus::io::program_file::read(text.as_bytes(), "readme.toml", library.catalogue());
        assert!(reading.program.is_some(), "{}", soleus::io::diagnostic::report(&reading.problems, &reading.source));
    }
}

#[expect(clippy::disallowed_methods, reason = "a test asks whether the table is to be written anew")]
#[test]
fn the_keys_of_the_readme_are_the_key_table() {
    let text = readme();
    let table = soleus::tui::keymap::markdown();
    let (before, rest) = text.split_once("held in step by a test -->\n").unwrap();
    let (keys, after) = rest.split_once("<!-- /keys -->").unwrap();
    if std::env::var_os("SOLEUS_UPDATE").is_some() {
        let whole = format!("{before}held in step by a test -->\n{table}<!-- /keys -->{after}");
        let mut file = std::fs::File::create(root().join("README.md")).unwrap();
        std::io::Write::write_all(&mut file, whole.as_bytes()).unwrap();
        return;
    }
    assert_eq!(keys, table, "SOLEUS_UPDATE=1 cargo test readme writes it anew");
}

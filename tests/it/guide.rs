//! The guide is true: every example is read, every mistake gives the message that stands below it, its reference is
//! the table of keys.

use std::path::PathBuf;
use std::sync::OnceLock;

use soleus::io::diagnostic::{Severity, report};
use soleus::io::library::Library;
use soleus::io::program_file::{Reading, read};
use soleus::io::schema::reference;

use crate::cli::Home;
use crate::fences::{Fence, fences};

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("programs/README.md")
}

fn guide() -> String {
    std::fs::read_to_string(path()).unwrap()
}

fn reading(text: &str) -> Reading {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    read(text.as_bytes(), "ankles.toml", LIBRARY.get_or_init(Library::bundled).catalogue())
}

/// A whole program around a fragment: a title above it, an exercise below it, where it has none.
fn whole(fragment: &str) -> String {
    let has = |start: &str| fragment.lines().any(|line| line.starts_with(start));
    let title = if has("title") { "" } else { "title = \"Example\"\n" };
    let work = ["[[exercise]]", "exercise", "[[session]]", "[[phase]]"].into_iter().any(has);
    let exercise = if work { "" } else { "\n[[exercise]]\nuse = \"calf-raise\"\n" };
    format!("{title}{fragment}{exercise}")
}

#[test]
fn a_fragment_is_made_whole() {
    assert_eq!(whole("gap = \"5h\"\n"), "title = \"Example\"\ngap = \"5h\"\n\n[[exercise]]\nuse = \"calf-raise\"\n");
    assert_eq!(whole("title = \"x\"\nexercise = []\n"), "title = \"x\"\nexercise = []\n");
}

#[test]
fn every_example_is_a_program_without_an_error_or_a_warning() {
    let mut seen = 0;
    for Fence { info, text, line } in fences(&guide()) {
        let text = match info.as_str() {
            "toml" => text,
            "toml fragment" => whole(&text),
            "toml mistake" | "sh" | "text" | "json" => continue,
            other => panic!("line {line}: what is a fence of `{other}`?"),
        };
        let reading = reading(&text);
        let bad = reading.problems.iter().any(|problem| problem.severity != Severity::Note);
        assert!(reading.program.is_some() && !bad, "line {line}:\n{}", report(&reading.problems, &reading.source));
        seen += 1;
    }
    assert!(seen >= 23, "only {seen} examples were found");
}

#[test]
fn whole_examples_warn_of_nothing_that_they_teach_to_write() {
    for Fence { info, text, line } in fences(&guide()) {
        let programs = info == "toml" && text.contains("stop_if");
        let noted = reading(&text).problems.iter().any(|problem| problem.code == "no-stop-if");
        assert!(!programs || !noted, "line {line}");
    }
}

#[test]
fn every_mistake_gives_the_message_that_stands_below_it() {
    let fences = fences(&guide());
    let mut seen = 0;
    for pair in fences.windows(2) {
        let [mistake, message] = pair else { unreachable!("windows of two") };
        if mistake.info != "toml mistake" {
            continue;
        }
        assert_eq!(message.info, "text", "line {}: a message stands below it", mistake.line);
        let reading = reading(&mistake.text);
        let said = report(&reading.problems, &reading.source);
        assert!(said.contains(message.text.trim_end()), "line {}:\n{said}", mistake.line);
        assert!(reading.has_errors(), "line {}", mistake.line);
        seen += 1;
    }
    assert!(seen >= 8, "only {seen} mistakes were found");
}

#[test]
fn the_first_program_means_what_the_guide_says() {
    let guide = guide();
    let fences = fences(&guide);
    let first = fences.iter().find(|fence| fence.info == "toml").unwrap();
    let said = fences.iter().find(|fence| fence.info == "text").unwrap();
    let home = Home::new();
    let _path = home.put("ankles.toml", &first.text);
    let mut command = home.command("2026-11-21T07:12:00+01:00", &["check", "ankles.toml"]);
    let output = command.current_dir(home.path()).output().unwrap();
    assert!(output.status.success());
    let output = String::from_utf8(output.stdout).unwrap();
    assert!(output.ends_with(&said.text), "{output}");
    assert!(first.text.lines().count() <= 4, "four lines");
}

#[test]
fn the_program_with_three_phases_has_three_and_is_offered_step_by_step() {
    let guide = guide();
    let (_, behind) = guide.split_once("\n## Phases\n").unwrap();
    let example = fences(behind.split("\n## ").next().unwrap()).remove(0);
    let program = reading(&example.text).program.unwrap();
    assert_eq!(program.phases.len(), 3);
    assert!(program.phases[..2].iter().all(|phase| phase.weeks.is_some() && phase.advance_when.is_some()));
    assert_eq!(program.phases[2].entry.len(), 1);
    assert_eq!(program.phases[1].sessions[0].exercises[0].progress.map(|progress| progress.every), Some(3));
}

const OPEN: &str = "<!-- reference: written from the table of keys, held in step by a test -->\n";
const CLOSE: &str = "<!-- /reference -->";

#[expect(clippy::disallowed_methods, reason = "a test asks whether the reference is to be written anew")]
#[test]
fn the_reference_is_the_table_of_keys() {
    let text = guide();
    let (before, rest) = text.split_once(OPEN).unwrap();
    let (written, after) = rest.split_once(CLOSE).unwrap();
    if std::env::var_os("SOLEUS_UPDATE").is_some() {
        let whole = format!("{before}{OPEN}{}{CLOSE}{after}", reference());
        let mut file = std::fs::File::create(path()).unwrap();
        std::io::Write::write_all(&mut file, whole.as_bytes()).unwrap();
        return;
    }
    assert_eq!(written, reference(), "SOLEUS_UPDATE=1 cargo test guide writes it anew");
}

#[test]
fn every_link_in_the_guide_leads_to_a_part_of_it() {
    let text = guide();
    let anchor = |head: &str| head.to_lowercase().replace(' ', "-").replace([',', ':'], "");
    let heads: Vec<String> = text.lines().filter_map(|line| line.strip_prefix("## ")).map(anchor).collect();
    let links: Vec<&str> = text.split("](#").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
    assert!(links.len() >= 3);
    for link in links {
        assert!(heads.iter().any(|head| head == link), "{link}");
    }
}

#[test]
fn every_command_of_the_guide_runs() {
    let home = Home::new();
    let fences = fences(&guide());
    let first = fences.iter().find(|fence| fence.info == "toml").unwrap();
    let _path = home.put("ankles.toml", &first.text);
    let lines = fences.iter().filter(|fence| fence.info == "sh").flat_map(|fence| fence.text.lines());
    let commands: Vec<&str> = lines.map(|line| line.split(" > ").next().unwrap()).collect();
    assert!(commands.len() >= 5, "{commands:?}");
    for command in commands {
        let words: Vec<&str> = command.strip_prefix("soleus ").unwrap().split(' ').collect();
        let output = home.command("2026-11-21T07:12:00+01:00", &words).current_dir(home.path()).output().unwrap();
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(!output.stdout.is_empty(), "{command} says nothing");
    }
    // What stands in the text alone.
    for words in [&["exercises", "calf"][..], &["explain"], &["check", "--short", "ankles.toml"]] {
        let output = home.command("2026-11-21T07:12:00+01:00", words).current_dir(home.path()).output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(guide().contains(&format!("soleus {}", words[0])), "{words:?}");
    }
}

//! Programs written by the real binary in a pseudo-terminal: made from nothing and played, changed while they are
//! looked at, kept as they were.

use std::fs;

use crate::cli::Home;
use crate::pty::{Ended, Pty};

const MORNING: &str = "2026-11-21T07:12:00+01:00";

fn screen(home: &Home, arguments: &[&str], size: (u16, u16)) -> Pty {
    let words: Vec<&str> = std::iter::once(env!("CARGO_BIN_EXE_soleus")).chain(arguments.iter().copied()).collect();
    let environment = home.environment(MORNING);
    let environment: Vec<(&str, &str)> = environment
        .iter()
        .filter(|(name, _)| name != "HOME")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    Pty::spawn(&words, &environment, size)
}

/// Puts a file in its place as editors do: written aside, then renamed.
fn rename_into(home: &Home, name: &str, text: &str) {
    let aside = home.put(&format!("{name}.aside"), text);
    fs::rename(aside, home.path().join(name)).unwrap();
}

const OWN: &str = "# Mine.\ntitle = \"Own\" # short\nstop_if = [\"A snap\"]\n\n# The raise.\n[[exercise]]\nuse = \"calf-raise\"\nsets = 2 # two\nprogress = { every = 2 }\nreps = \"10 to 12\"\ncues = [\"up\"]\n";

#[test]
fn a_program_is_made_from_nothing_saved_and_played() {
    let home = Home::new();
    let mut pty = screen(&home, &[], (80, 24));
    pty.wait_for_text("Achilles");
    pty.send("n");
    pty.wait_for_text("a new program");
    pty.send("Ankles, ten minutes");
    pty.wait_for_text("ankles-ten-minutes.toml");
    pty.send("\x1b");
    pty.wait_for_text("Enter fields");
    pty.send("a");
    pty.wait_for_text("a name, a muscle");
    pty.send("two-leg calf raise\r");
    pty.wait_for_text("a range that is climbed");
    pty.send("2");
    pty.wait_for_text("2 sets of 10 reps");
    pty.send("\x13");
    pty.wait_for_text("A new file");
    pty.wait_for_text("+ use = \"calf-raise\"");
    answer(&mut pty, "\r", "Saved.");
    pty.wait_for_text("programs/ankles-ten-minutes.toml");
    answer(&mut pty, "\x1b", "Exercise guidance");
    pty.wait_for_text("Ankles, ten minutes");
    pty.send("q");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
    assert!(pty.is_given_back());
    pty.only_allowed_sequences();
    let text = fs::read_to_string(home.path().join("config/programs/ankles-ten-minutes.toml")).unwrap();
    assert!(
        text.ends_with("title = \"Ankles, ten minutes\"\nid = \"ankles-ten-minutes\"\n\n[[exercise]]\nuse = \"calf-raise\"\nsets = 2\n"),
        "{text}"
    );
    let played = home.good(MORNING, &["play", "ankles-ten-minutes", "--speed", "max", "--yes"]);
    assert!(played.contains("saved"), "{played}");
}

/// Presses a key until it is taken: one that comes before its question could be read means nothing.
fn answer(pty: &mut Pty, key: &str, then: &str) {
    for _ in 0..40 {
        pty.send(key);
        if pty.shows_within(then, std::time::Duration::from_millis(500)) {
            return;
        }
    }
    panic!("never saw {then}; the screen is\n{}", pty.contents());
}

#[test]
fn a_file_keeps_all_that_was_not_changed_and_the_one_before_is_kept() {
    let home = Home::new();
    let path = home.put("config/programs/own.toml", OWN);
    let mut pty = screen(&home, &["edit", path.to_str().unwrap()], (120, 40));
    pty.wait_for_text("the program");
    pty.send("\x1b[B\r");
    pty.wait_for_text("step after");
    pty.wait_for_text("also in the file: cues");
    pty.send("\x1b[B\x1b[B\x7f4");
    pty.wait_for_text("4 sets of");
    // Nothing is written by typing.
    assert_eq!(fs::read_to_string(&path).unwrap(), OWN);
    // Another writes the file meanwhile.
    rename_into(&home, "config/programs/own.toml", &OWN.replace("# Mine.", "# Theirs."));
    pty.send("\x13");
    pty.wait_for_text("+ sets = 4 # two");
    answer(&mut pty, "\r", "changed by another program");
    answer(&mut pty, "o", "Saved.");
    pty.wait_for_text("own.toml.1");
    answer(&mut pty, "\x1b", "Exercise guidance");
    pty.send("q");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
    assert_eq!(fs::read_to_string(&path).unwrap(), OWN.replace("sets = 2", "sets = 4"));
    let kept = fs::read_to_string(home.path().join("config/programs/own.toml.1")).unwrap();
    assert!(kept.starts_with("# Theirs."), "{kept}");
    let listed = home.good(MORNING, &["list"]);
    assert_eq!(listed.matches("Own").count(), 1, "{listed}");
}

#[test]
fn a_file_is_looked_at_while_it_is_written() {
    let home = Home::new();
    let path = home.path().join("own.toml");
    let mut pty = screen(&home, &["preview", path.to_str().unwrap()], (100, 30));
    pty.wait_for_text("as soon as it is there");
    home.put("own.toml", OWN);
    pty.wait_for_text("Two-leg calf raise");
    // Half of it.
    home.put("own.toml", OWN.strip_suffix(" 12\"\ncues = [\"up\"]\n").unwrap());
    pty.wait_for_text("the last good state is shown");
    assert!(pty.contents().contains("Two-leg calf raise") && pty.contents().contains('^'), "{}", pty.contents());
    rename_into(&home, "own.toml", &OWN.replace("sets = 2", "sets = 5"));
    pty.wait_for_text("5 sets of");
    fs::remove_file(&path).unwrap();
    pty.wait_for_text("there is no such file");
    rename_into(&home, "own.toml", &OWN.replace("sets = 2", "sets = 3"));
    pty.wait_for_text("3 sets of");
    pty.send("\x1b[C\x1b[C\x1b[C");
    pty.wait_for_text("10 times as fast");
    pty.send("\r");
    pty.wait_for_text("rehearsal");
    // Also while an exercise is played.
    rename_into(&home, "own.toml", &OWN.replace("sets = 2", "sets = 4"));
    pty.send("q");
    pty.wait_for_text("4 sets of");
    pty.send("q");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
    assert!(pty.is_given_back());
    pty.only_allowed_sequences();
    assert!(!home.path().join("data").exists(), "nothing of a rehearsal is written down");
}

#[test]
fn without_a_terminal_both_say_what_else_there_is() {
    let home = Home::new();
    let path = home.put("own.toml", OWN);
    for command in ["preview", "edit"] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_soleus"))
            .args([command, path.to_str().unwrap()])
            .env_clear()
            .envs(home.environment(MORNING))
            .stdin(std::process::Stdio::null())
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("needs a terminal") && said.contains("soleus check"), "{said}");
    }
}

#[test]
fn a_file_with_slips_is_opened_mended_where_that_is_asked() {
    let home = Home::new();
    let slipped = OWN.replace("\"A snap\"]", "\"A snap\"");
    let path = home.put("config/programs/own.toml", &slipped);
    let name = path.to_str().unwrap();
    let mut pty = screen(&home, &["edit", name], (100, 30));
    pty.wait_for_text("no form can be made of it");
    assert_eq!(pty.wait_exit(), Ended::Code(2));
    let said = pty.contents();
    assert!(said.contains("own.toml:3:") && said.contains('^') && said.contains("--mended"), "{said}");
    let mut pty = screen(&home, &["edit", "--mended", name], (100, 30));
    pty.wait_for_text("Two-leg calf raise");
    pty.wait_for_text("not saved");
    assert_eq!(fs::read_to_string(&path).unwrap(), slipped, "nothing is written by opening it");
    pty.send("s");
    pty.wait_for_text("+ stop_if = [\"A snap\"");
    assert!(pty.contents().contains("- stop_if = [\"A snap\""), "{}", pty.contents());
    answer(&mut pty, "\r", "Saved.");
    answer(&mut pty, "\x1b", "Exercise guidance");
    pty.send("q");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
    assert_eq!(fs::read_to_string(home.path().join("config/programs/own.toml.1")).unwrap(), slipped);
    assert!(home.good(MORNING, &["check", name]).contains("0 errors"));
}

#[test]
fn a_program_is_edited_by_its_id_and_a_word_that_is_none_is_refused() {
    let home = Home::new();
    let mut pty = screen(&home, &["edit", "heel-pain-daily"], (80, 24));
    pty.wait_for_text("my version");
    pty.send("q");
    pty.wait_for_text("Exercise guidance");
    pty.send("q");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
    let mut pty = screen(&home, &["edit", "heel-pane"], (80, 24));
    pty.wait_for_text("no file and no program `heel-pane`");
    assert_eq!(pty.wait_exit(), Ended::Code(2));
}

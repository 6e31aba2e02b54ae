//! `soleus check` as a person, an editor and a program meet it.

use std::io::Write as _;
use std::process::Stdio;

use serde_json::Value;

use crate::cli::Home;

const NOW: &str = "2026-11-21T07:12:00+01:00";
const GOOD: &str =
    "title = \"Good\"\nstop_if = [\"It hurts\"]\n[[exercise]]\nuse = \"calf-raise\"\nsets = 2\nreps = 10\n";
const BAD: &str = "title = \"Bad\"\n[[exercise]]\nuse = \"calf-rais\"\n[[exercise]]\nuse = \"tib-raise\"\nreps = 0\n";
const WARNED: &str =
    "title = \"Warned\"\nstop_if = [\"It hurts\"]\n[[exercise]]\nuse = \"tib-raise\"\neasier = \"tib-raise\"\n";

fn run(home: &Home, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = home.run(arguments);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_list_for_programs_has_these_keys_and_is_one_list_for_all_files() {
    let home = Home::new();
    let (good, bad) = (home.put("good.toml", GOOD), home.put("bad.toml", BAD));
    let (good, bad) = (good.to_str().unwrap(), bad.to_str().unwrap());
    let (code, out, _) = run(&home, &["check", "--json", bad, good, bad]);
    assert_eq!(code, Some(1));
    let problems: Value = serde_json::from_str(&out).unwrap();
    let problems = problems.as_array().unwrap();
    assert_eq!(problems.len(), 6, "two errors and a note, twice: {out}");
    for problem in problems {
        let keys: Vec<&str> = problem.as_object().unwrap().keys().map(String::as_str).collect();
        let mut expected = ["file", "line", "column", "end_column", "severity", "code", "message", "help"];
        expected.sort_unstable();
        assert_eq!(keys, expected);
        assert_eq!(problem["file"], bad);
    }
    let first = problems.iter().find(|problem| problem["code"] == "unknown-exercise").unwrap();
    let place = (&first["line"], &first["column"], &first["end_column"]);
    assert_eq!(place, (&3.into(), &7.into(), &18.into()));
    let (code, out, _) = run(&home, &["check", "--json", good]);
    assert_eq!((code, out.trim()), (Some(0), "[]"));
}

#[test]
fn the_short_form_is_a_line_a_problem_and_nothing_else() {
    let home = Home::new();
    let (good, bad) = (home.put("good.toml", GOOD), home.put("bad.toml", BAD));
    let (good, bad) = (good.to_str().unwrap(), bad.to_str().unwrap());
    let (code, out, error) = run(&home, &["check", "--short", good, bad]);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!((code, lines.len(), error.as_str()), (Some(1), 3, ""), "{out}");
    assert_eq!(lines[1], format!("{bad}:3:7: error[unknown-exercise]: there is no exercise `calf-rais`"));
    assert_eq!(run(&home, &["check", "--short", good]), (Some(0), String::new(), String::new()));
}

#[test]
fn warnings_and_notes_alone_are_no_failure() {
    let home = Home::new();
    let warned = home.put("warned.toml", WARNED);
    let (code, out, _) = run(&home, &["check", warned.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{out}");
    assert!(out.contains("warning[points-to-itself]") && !out.contains("says more"), "{out}");
}

#[test]
fn more_is_offered_once_for_the_first_error() {
    let home = Home::new();
    let bad = home.put("bad.toml", BAD);
    let bad = bad.to_str().unwrap();
    let (_, out, _) = run(&home, &["check", bad, bad]);
    assert!(out.ends_with("`soleus explain unknown-exercise` says more\n"), "{out}");
    assert_eq!(out.matches("says more").count(), 1);
}

#[test]
fn a_folder_stands_for_its_programs_and_a_dash_for_standard_input() {
    let home = Home::new();
    for (name, text) in [("b.toml", BAD), ("a.toml", GOOD), (".hidden.toml", BAD), ("notes.md", "no")] {
        let _path = home.put(&format!("config/programs/{name}"), text);
    }
    let folder = home.path().join("config/programs");
    let (code, out, _) = run(&home, &["check", folder.to_str().unwrap()]);
    let verdicts: Vec<&str> = out.lines().filter(|line| line.contains("toml: ")).collect();
    assert_eq!((code, verdicts.len()), (Some(1), 2), "{out}");
    assert!(verdicts[0].contains("a.toml: `Good`") && verdicts[1].contains("b.toml: refused"), "{out}");
    let (code, _, error) = run(&home, &["check", home.path().join("config").to_str().unwrap()]);
    assert_eq!(code, Some(2));
    assert!(error.contains("has no .toml file"), "{error}");

    let mut command = home.command(NOW, &["check", "--short", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(BAD.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("stdin:3:7: error[unknown-exercise]"));
}

#[test]
fn a_file_that_cannot_be_read_keeps_none_of_the_others_from_it() {
    let home = Home::new();
    let good = home.put("good.toml", GOOD);
    let (code, out, error) = run(&home, &["check", "/nowhere/x.toml", good.to_str().unwrap()]);
    assert_eq!(code, Some(2));
    assert!(error.contains("no such file") && out.contains("`Good`"), "{error}{out}");
}

#[test]
fn what_a_program_means_stands_below_its_problems() {
    let home = Home::new();
    let exercise =
        |id: &str| format!("[[exercise]]\nuse = \"{id}\"\nsets = 3\nreps = 15\nrest = \"60s\"\nside = \"affected\"\n");
    let head = "title = \"Drops\"\nstop_if = [\"A pop\"]\nschedule = \"daily, 2 times a day\"\n";
    let text = [head, &exercise("heel-drop-straight"), &exercise("heel-drop-bent")].concat();
    let drops = home.put("drops.toml", &text);
    let drops = drops.to_str().unwrap();
    let (code, out, _) = run(&home, &["check", drops]);
    assert_eq!(code, Some(0));
    // 3 x 15 lowerings of 5 s of each kind: 225 s a session; 14 times a week 630 lowerings and 3,150 s.
    let expected = "\
  every day, 2 times a day: 14 a week; 12 min, 21 min where both sides are affected
    exercise                  side      sets  reps  work  a week  reps   work
    Heel drop, straight knee  affected     3    45  3:45      14   630  52:30
    Heel drop, bent knee      affected     3    45  3:45      14   630  52:30
";
    assert!(out.ends_with(expected), "{out}");
    let (_, out, _) = run(&home, &["check", "--json", "--meaning", drops]);
    let both: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(both["problems"], Value::Array(Vec::new()));
    let session = &both["meaning"][0]["phases"][0]["sessions"][0];
    assert_eq!((&session["sessions_a_week"], &session["is_guess"]), (&14.into(), &false.into()));
    let row = &session["exercises"][0];
    assert_eq!((&row["side"], &row["sets"], &row["reps"]), (&"affected".into(), &3.into(), &45.into()));
    assert_eq!((&row["work_s"], &row["reps_a_week"], &row["work_s_a_week"]), (&225.into(), &630.into(), &3150.into()));
    assert_eq!(run(&home, &["check", "--meaning", drops]).0, Some(2), "it belongs to --json");
}

#[test]
fn phases_and_sessions_have_a_table_each_and_the_week_is_summed() {
    let home = Home::new();
    let text = "title = \"Two\"\nstop_if = [\"A pop\"]\nschedule = \"3 times a week\"
        [[phase]]\ntitle = \"First\"\nweeks = 2
        exercise = [{ name = \"Sit\", hold = \"20s to 40s\", sets = 2, side = \"each\", optional = true }]
        [[phase]]\ntitle = \"Then\"
        [[phase.session]]\ntitle = \"A\"\nexercise = [{ name = \"Sit\", hold = \"30s\" }, { name = \"Rise\", reps = 8 }]
        [[phase.session]]\ntitle = \"B\"\nexercise = [{ name = \"Sit\", hold = \"50s\", schedule = \"as needed\" }, { name = \"Rise\", reps = 12 }]\n";
    let path = home.put("two.toml", text);
    let (code, out, _) = run(&home, &["check", path.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{out}");
    let expected = "\
  phase 1: First, 2 weeks
  3 times a week; 3 min
    exercise        side  sets  reps  work  a week  reps  work
    Sit (optional)  each     2     -  0:40       3     -  2:00
  phase 2: Then
  A: 3 times a week, 2 sessions in turn: 1.5 a week; about 2 min
    exercise  side  sets  reps  work  a week  reps  work
    Sit       both     1     -  0:30     1.5     -  0:45
    Rise      both     1     8     -     1.5    12     -
  B: 3 times a week, 2 sessions in turn: 1.5 a week; about 2 min
    exercise        side  sets  reps  work  a week  reps  work
    Sit (optional)  both     1     -  0:50       -     -     -
    Rise            both     1    12     -     1.5    18     -
    all sessions of a week: Rise, both: 3 times, 30 reps
  ranges count at their low end
";
    assert!(out.ends_with(expected), "{out}");
}

#[test]
fn no_report_holds_a_sequence_for_the_terminal() {
    let home = Home::new();
    let hostile = home.put("hostile.toml", "title = \"a\u{1b}]0;x\u{7}b\"\n[[exercise]]\nuse = \"\u{9b}2J\"\n");
    for form in [&["check"][..], &["check", "--short"], &["check", "--json"]] {
        let arguments = [form, &[hostile.to_str().unwrap()]].concat();
        let (code, out, _) = run(&home, &arguments);
        assert_eq!(code, Some(1));
        assert!(!out.chars().any(|c| c.is_control() && c != '\n'), "{out:?}");
    }
}

#[cfg(unix)]
#[test]
fn colours_are_for_a_terminal_alone_and_go_through_its_gate() {
    use crate::pty::{Ended, Pty};
    let broken = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/broken/zero-sets.toml");
    let words = [env!("CARGO_BIN_EXE_soleus"), "check", broken];
    for (variables, is_painted) in [(&[][..], true), (&[("NO_COLOR", "1")], false), (&[("TERM", "dumb")], false)] {
        let mut pty = Pty::spawn(&words, variables, (100, 30));
        pty.wait_for_text("says more");
        assert_eq!(pty.wait_exit(), Ended::Code(1));
        pty.only_allowed_sequences();
        let raw = String::from_utf8_lossy(pty.raw()).into_owned();
        assert_eq!(raw.contains("\u{1b}[1;31merror[limit]\u{1b}[0m"), is_painted, "{raw:?}");
        assert_eq!(raw.contains('\u{1b}'), is_painted, "{raw:?}");
    }
}

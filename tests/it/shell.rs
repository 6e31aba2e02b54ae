//! What a shell, a status line, a spreadsheet and a calendar ask of the real binary.

mod calendar;
mod carry;
mod help;
#[cfg(target_os = "linux")]
mod reminder;

use std::process::Stdio;

use serde_json::Value;

use crate::cli::{Home, MORNING, errors};

const ANKLE: &str = "ankle-strength-five";
const ACHILLES: &str = "achilles-eccentric-12w";

/// A home in which a program was played at these moments.
fn played(program: &str, moments: &[&str]) -> Home {
    let home = Home::new();
    for moment in moments {
        let _transcript = home.good(moment, &["play", program, "--speed", "max", "--yes", "--side", "left"]);
    }
    home
}

#[test]
fn due_says_it_in_a_line_and_by_its_exit_code() {
    let home = Home::new();
    let told = |moment: &str, more: &[&str]| {
        let output = home.run_at(moment, &[&["due"], more].concat());
        assert_eq!(errors(&output), "");
        (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(told(MORNING, &[]), (1, "nothing is due: no program is followed yet\n".to_owned()));
    let _transcript = home.good(MORNING, &["play", ACHILLES, "--speed", "max", "--yes", "--side", "left"]);
    let title = "Achilles: eccentric heel drops";
    let (code, line) = told("2026-11-21T08:00:00+01:00", &[]);
    assert_eq!(
        (code, line.starts_with(&format!("nothing is due: {title} (1 of 2 today, next after "))),
        (1, true),
        "{line}"
    );
    assert_eq!(told("2026-11-21T18:00:00+01:00", &[]), (0, format!("due: {title} (12 min)\n")));
    assert_eq!(told("2026-11-21T18:00:00+01:00", &["--quiet"]), (0, String::new()));
    let (code, text) = told("2026-11-21T08:00:00+01:00", &["--json"]);
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((code, &json["due"], &json["programs"][0]["done_today"]), (1, &Value::from(false), &Value::from(1)));
    let settings = home.put("config/settings.toml", "rollover = 7\n");
    assert_eq!(home.run(&["due"]).status.code(), Some(2), "what cannot be told is neither due nor free");
    std::fs::remove_file(settings).unwrap();
}

#[test]
fn the_short_streak_is_one_line() {
    let home = played(ACHILLES, &["2026-11-19T07:00:00+01:00", "2026-11-20T07:00:00+01:00"]);
    let short = |moment: &str| home.good(moment, &["streak", "--short"]);
    assert_eq!(short("2026-11-20T08:00:00+01:00"), "2 days\n");
    assert_eq!(short("2026-11-21T08:00:00+01:00"), "2 days, today is open\n");
    assert!(home.good(MORNING, &["streak"]).starts_with("all programs: 2 days, longest 2; today is open; habit "));
}

#[test]
fn the_history_is_told_as_lines_as_a_sheet_and_as_a_tree() {
    let home = played(ANKLE, &["2026-11-19T07:00:00+01:00", "2026-11-21T01:00:00+01:00"]);
    let text = home.good(MORNING, &["history"]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "2026-11-19 07:00   Ankle strength five  completed, 13 of 13 sets, 12 min");
    assert!(lines[1].starts_with("2026-11-20 01:00+1 Ankle"), "begun before the rollover: {}", lines[1]);
    assert_eq!(home.good(MORNING, &["history", "--since", "1d"]).lines().count(), 1);
    assert_eq!(home.good(MORNING, &["history", ANKLE, "--until", "2026-11-19"]).lines().count(), 1);
    assert_eq!(home.good(MORNING, &["history", "--since", "today"]), "no session in these days\n");
    let sheet = home.good(MORNING, &["history", "--csv"]);
    let columns: Vec<usize> = sheet.lines().map(|line| line.split(',').count()).collect();
    assert_eq!(columns, [17, 17, 17]);
    assert!(
        sheet.contains("2026-11-19,07:00,ankle-strength-five,Ankle strength five,completed,yes,1.00,13,13,12,,,,,,,")
    );
    let sets = home.good(MORNING, &["history", "--csv", "--sets"]);
    assert_eq!(sets.lines().count(), 1 + 2 * 13);
    let tree: Value = serde_json::from_str(&home.good(MORNING, &["history", "--json"])).unwrap();
    assert_eq!(tree.as_array().unwrap().len(), 2);
    assert_eq!((&tree[0]["sets"][0]["result"], &tree[0]["pain"]["after"]), (&Value::from("done"), &Value::Null));
    let unknown = home.run(&["history", "knee\u{1b}[2J"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(errors(&unknown).contains("the history has ankle-strength-five") && !errors(&unknown).contains('\u{1b}'));
}

#[test]
fn a_report_is_written_where_and_as_what_it_is_wanted() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = played(ANKLE, &["2026-11-19T07:00:00+01:00"]);
    let file = |name: &str| home.path().join(name).to_string_lossy().into_owned();
    assert!(home.good(MORNING, &["report"]).starts_with("<!DOCTYPE html>"));
    assert!(home.good(MORNING, &["report", ANKLE, "--text"]).starts_with("Ankle strength five\n==="));
    assert!(home.good(MORNING, &["report", "--md"]).starts_with("# Ankle strength five\n"));
    for (name, beginning) in [("a.html", "<!DOCTYPE"), ("a.txt", "Ankle"), ("a.md", "# Ankle")] {
        let said = home.good(MORNING, &["report", "--out", &file(name)]);
        assert!(said.starts_with("wrote "), "{said}");
        assert!(std::fs::read_to_string(file(name)).unwrap().starts_with(beginning), "{name}");
        assert_eq!(
            std::fs::metadata(file(name)).unwrap().permissions().mode() & 0o777,
            0o600,
            "health is nobody's business"
        );
    }
    let again = home.run(&["report", "--out", &file("a.md")]);
    assert!(again.status.code() == Some(2) && errors(&again).contains("--replace"), "{}", errors(&again));
    let _said = home.good(MORNING, &["report", "--out", &file("a.md"), "--replace"]);
    for (wrong, way_out) in [
        (&["report", "--since", "2026-11-30"][..], "--since must not be later"),
        (&["report", "--until", "2026-10-01"][..], "looks further back"),
        (&["report", ACHILLES][..], "the history has ankle-strength-five"),
        (&["report", "--since", "last week"][..], "takes a date"),
    ] {
        let output = home.run(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(errors(&output).contains(way_out), "{wrong:?}: {}", errors(&output));
    }
}

/// Every command of this file that writes something.
const WRITERS: [&[&str]; 9] = [
    &["report"],
    &["report", "--text"],
    &["history"],
    &["history", "--csv", "--sets"],
    &["history", "--json"],
    &["export"],
    &["ics"],
    &["streak"],
    &["due"],
];

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let home = played(ANKLE, &["2026-11-19T07:00:00+01:00"]);
    for command in WRITERS {
        let mut child = home.command(MORNING, command).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), errors(&output).as_str()), (Some(0), ""), "{command:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_once_and_is_no_success() {
    let home = played(ANKLE, &["2026-11-19T07:00:00+01:00"]);
    for command in WRITERS {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let output = home.command(MORNING, command).stdout(full).output().unwrap();
        let wanted = if command[0] == "due" { 2 } else { 1 };
        assert_eq!(output.status.code(), Some(wanted), "{command:?}");
        let said = errors(&output);
        assert!(said.lines().count() == 1 && said.starts_with("error: the output could not be written"), "{said}");
    }
}

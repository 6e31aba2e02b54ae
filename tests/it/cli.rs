//! The real binary without a screen, in folders of its own with a set clock.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A home of its own, gone when the test is over.
pub(crate) struct Home(PathBuf);

impl Home {
    pub(crate) fn new() -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("soleus-it-{}-{number}", std::process::id()));
        std::fs::create_dir_all(path.join("config/programs")).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        std::fs::File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
        path
    }

    /// The environment of every run: nothing of the machine's but where programs are found.
    pub(crate) fn environment(&self, now: &str) -> Vec<(String, String)> {
        let path = |name: &str| self.0.join(name).to_string_lossy().into_owned();
        let pairs = [
            ("SOLEUS_DATA", path("data")),
            ("SOLEUS_CONFIG", path("config")),
            ("SOLEUS_NOW", now.to_owned()),
            ("HOME", path("home")),
            ("TZ", "Europe/Berlin".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
        ];
        pairs.map(|(name, value)| (name.to_owned(), value)).to_vec()
    }

    pub(crate) fn command(&self, now: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_soleus"));
        command.args(arguments).env_clear().envs(self.environment(now)).stdin(Stdio::null());
        command
    }

    pub(crate) fn run_at(&self, now: &str, arguments: &[&str]) -> Output {
        self.command(now, arguments).output().unwrap()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.run_at("2026-11-21T07:12:00+01:00", arguments)
    }

    pub(crate) fn good(&self, now: &str, arguments: &[&str]) -> String {
        let output = self.run_at(now, arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{arguments:?}: {error}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The lines of every session, by session file in the order of their names.
    pub(crate) fn sessions(&self) -> Vec<Vec<Value>> {
        let mut files = Vec::new();
        for year in std::fs::read_dir(self.0.join("data/sessions")).unwrap() {
            files.extend(std::fs::read_dir(year.unwrap().path()).unwrap().map(|file| file.unwrap().path()));
        }
        files.sort();
        let lines = |path: &PathBuf| {
            let text = std::fs::read_to_string(path).unwrap();
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
        };
        files.iter().map(lines).collect()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

pub(crate) fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub(crate) const MORNING: &str = "2026-11-21T07:12:00+01:00";
pub(crate) const BUNDLED: [&str; 3] = ["achilles-eccentric-12w", "ankle-strength-five", "hip-release-realign"];

#[test]
fn every_line_of_the_history_is_where_the_timeline_says() {
    for program in BUNDLED {
        for side in ["left", "right", "both"] {
            let home = Home::new();
            let shown = home.good(MORNING, &["show", program, "--side", side, "--json"]);
            let shown: Value = serde_json::from_str(&shown).unwrap();
            let _transcript = home.good(MORNING, &["play", program, "--speed", "max", "--yes", "--side", side]);
            let sessions = home.sessions();
            assert_eq!(sessions.len(), 1);
            let lines = &sessions[0];
            let work: Vec<&Value> =
                shown["timeline"].as_array().unwrap().iter().filter(|step| step["kind"] == "work").collect();
            let sets: Vec<&Value> = lines.iter().filter(|line| line["ev"] == "set").collect();
            assert_eq!(sets.len(), work.len(), "{program} {side}: one line a set");
            for (set, step) in sets.iter().zip(&work) {
                let end = step["at_ms"].as_u64().unwrap() + step["length_ms"].as_u64().unwrap();
                assert_eq!(set["t_ms"].as_u64().unwrap(), end, "{program} {side}: {set}");
                assert_eq!((&set["ex"], &set["set"]), (&step["exercise"], &step["set"]));
                assert_eq!(set.get("side").unwrap_or(&Value::Null), &step["side"]);
                assert_eq!(set["result"], "done");
                assert_eq!(set["active_ms"], set["target_ms"], "{program} {side}: {set}");
            }
            let finish = lines.last().unwrap();
            assert_eq!((&finish["ev"], &finish["result"]), (&Value::from("finish"), &Value::from("completed")));
            assert_eq!(finish["t_ms"], shown["length_ms"]);
            assert_eq!(finish["counts"], true);
        }
    }
}

#[test]
fn the_transcript_of_a_session_says_every_phase_with_its_moment() {
    let home = Home::new();
    let said = home.good(MORNING, &["play", "achilles-eccentric-12w", "--speed", "max", "--yes", "--side", "right"]);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "stage 1 of 3, week 1: Find the dose");
    assert!(lines[1].contains("2 exercises, 12 min"), "{}", lines[1]);
    let rep = |n: u32, at: &str| format!("{at:>7}  rep {n} of 15: raise 1 s");
    assert!(lines.contains(&rep(1, "0:15").as_str()) && lines.contains(&rep(2, "0:20").as_str()), "{said}");
    assert!(lines.contains(&"   0:16  change feet 1 s") && lines.contains(&"   0:17  lower 3 s"), "{said}");
    assert_eq!(lines.iter().filter(|line| line.ends_with("lower 3 s") && !line.contains("exercise")).count(), 90);
    assert_eq!(lines.iter().filter(|line| line.ends_with("set done, 15 reps")).count(), 6);
    assert_eq!(lines.last(), Some(&"saved"));
}

#[test]
fn no_session_starts_before_each_warning_was_confirmed() {
    let home = Home::new();
    let refused = |arguments: &[&str], names: &[&str]| {
        let output = home.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let error = errors(&output);
        for name in names {
            assert!(error.contains(name), "{arguments:?}: {error}");
        }
        assert!(error.contains("hint:"), "{error}");
        assert!(!home.path().join("data/sessions").exists(), "{arguments:?} wrote a session");
        assert!(!home.path().join("data/changes").exists(), "{arguments:?} wrote an enrolment");
    };
    let all = ["reasons not to do it", "warning signs", "not medical advice", "which side"];
    refused(&["play", "achilles-eccentric-12w", "--speed", "max"], &all);
    refused(&["play", "achilles-eccentric-12w", "--speed", "max", "--side", "left"], &all[..3]);
    refused(&["play", "achilles-eccentric-12w", "--speed", "max", "--yes"], &all[3..]);
    refused(&["play", "achilles-eccentric-12w", "--plain", "--rehearse"], &all);
}

#[test]
fn what_was_confirmed_is_not_asked_again_until_the_warnings_change() {
    let home = Home::new();
    let file = |stop: &str| {
        format!("title = \"Own\"\nnot_for = [\"no\"]\nstop_if = [\"{stop}\"]\n[[exercise]]\nuse = \"calf-raise\"\n")
    };
    home.put("config/programs/own.toml", &file("it hurts"));
    let _first = home.good(MORNING, &["play", "own", "--speed", "max", "--yes"]);
    let _second = home.good(MORNING, &["play", "own", "--speed", "max"]);
    home.put("config/programs/own.toml", &file("it hurts a lot"));
    let output = home.run(&["play", "own", "--speed", "max"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("warning signs"));
}

#[test]
fn a_rehearsal_counts_for_nothing() {
    let home = Home::new();
    let said =
        home.good(MORNING, &["play", "hip-release-realign", "--speed", "max", "--yes", "--side", "left", "--rehearse"]);
    assert!(said.contains("a rehearsal, it counts for nothing"));
    let lines = &home.sessions()[0];
    assert_eq!((&lines[0]["rehearsal"], &lines.last().unwrap()["counts"]), (&Value::from(true), &Value::from(false)));
    let streak: Value = serde_json::from_str(&home.good(MORNING, &["streak", "--json"])).unwrap();
    assert_eq!((&streak["current"], &streak["today"]), (&Value::from(0), &Value::from("open")));
}

#[test]
fn the_streak_grows_day_by_day_and_tells_when_the_next_session_is_due() {
    let home = Home::new();
    let play = ["play", "achilles-eccentric-12w", "--speed", "max", "--yes", "--side", "both"];
    for (day, count) in [("19", 1), ("20", 2), ("21", 3)] {
        let now = format!("2026-11-{day}T07:12:00+01:00");
        let _transcript = home.good(&now, &play);
        let streak: Value = serde_json::from_str(&home.good(&now, &["streak", "--json"])).unwrap();
        assert_eq!(streak["current"], count);
        assert_eq!(streak["longest"], count);
        assert_eq!((&streak["unit"], &streak["today"]), (&Value::from("days"), &Value::from("met")));
        assert_eq!(streak["programs"]["achilles-eccentric-12w"]["current"], count);
    }
    let later: Value = serde_json::from_str(&home.good("2026-11-21T08:00:00+01:00", &["list", "--json"])).unwrap();
    let row = later.as_array().unwrap().iter().find(|row| row["id"] == "achilles-eccentric-12w").unwrap();
    assert_eq!(row["when"], "1 of 2 today, next after 12:34", "21 min of session, then a gap of 5 h");
    assert_eq!(row["due"], false);
    let evening: Value = serde_json::from_str(&home.good("2026-11-21T19:00:00+01:00", &["list", "--json"])).unwrap();
    let row = evening.as_array().unwrap().iter().find(|row| row["id"] == "achilles-eccentric-12w").unwrap();
    assert_eq!(row["due"], true);
}

#[test]
fn killed_in_mid_set_a_session_goes_on_at_the_exact_set_and_side() {
    let home = Home::new();
    let play = ["play", "achilles-eccentric-12w", "--speed", "60", "--yes", "--side", "both"];
    let mut child = home.command(MORNING, &play).stdout(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
    // In the middle of the second set of the second side.
    let mut in_set = false;
    let place = said.by_ref().map(|line| line.unwrap()).find(|line| {
        in_set |= line.ends_with("set 2 of 3, right side");
        in_set && line.contains("rep 3 of 15")
    });
    assert!(place.is_some());
    child.kill().unwrap(); // SIGKILL
    let _status = child.wait().unwrap();
    let before: Vec<Value> = home.sessions().remove(0);
    let done = |lines: &[Value]| lines.iter().filter(|line| line["ev"] == "set").cloned().collect::<Vec<_>>();
    assert_eq!(done(&before).len(), 3, "left 1, right 1, left 2 were saved");

    let said =
        home.good("2026-11-21T07:40:00+01:00", &["play", "achilles-eccentric-12w", "--speed", "max", "--resume"]);
    let first = said.lines().find(|line| line.contains("set 2 of 3")).unwrap();
    assert!(first.ends_with("set 2 of 3, right side"), "{first}");
    let sessions = home.sessions();
    assert_eq!(sessions.len(), 1, "the same file goes on");
    let after = &sessions[0];
    assert_eq!(after[..before.len()], before[..], "what was written was not touched");
    let mut seen = BTreeMap::new();
    for set in done(after) {
        *seen.entry(format!("{} {} {}", set["ex"], set["set"], set["side"])).or_insert(0) += 1;
    }
    assert_eq!(seen.len(), 12, "every set of both exercises on both sides");
    assert!(seen.values().all(|n| *n == 1), "and none twice: {seen:?}");
    assert_eq!(after.last().unwrap()["result"], "completed");
    let nothing = home.run(&["play", "achilles-eccentric-12w", "--speed", "max", "--resume"]);
    assert_eq!(nothing.status.code(), Some(2), "there is nothing to go on with any more");
}

#[test]
fn a_wrong_file_is_refused_with_its_place_and_takes_nobody_down() {
    let home = Home::new();
    let bad = home.put("config/programs/bad.toml", "title = \"Bad\"\n[[exercise]]\nuse = \"calf-raise\"\nsets = 0\n");
    let output = home.run(&["list"]);
    assert!(output.status.success());
    let said = errors(&output);
    assert!(said.contains("warning: bad.toml:4:8 ") && !said.contains("config/programs"), "{said}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("ankle-strength-five"));
    let by_name = home.run(&["check", "bad.toml"]);
    assert!(String::from_utf8_lossy(&by_name.stdout).contains("error[limit]"), "a name is enough for check");
    let output = home.run(&["check", bad.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let json = home.run(&["check", "--json", bad.to_str().unwrap()]);
    let problems: Value = serde_json::from_slice(&json.stdout).unwrap();
    let first = problems.as_array().unwrap().iter().find(|problem| problem["severity"] == "error").unwrap();
    assert_eq!((&first["line"], &first["column"], &first["end_column"]), (&4.into(), &8.into(), &9.into()));
    assert_eq!((&first["severity"], &first["code"]), (&Value::from("error"), &Value::from("limit")));
    let output = home.run(&["play", bad.to_str().unwrap(), "--speed", "max", "--yes"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn what_is_typed_wrong_is_answered_with_a_way_out_and_no_escape() {
    let home = Home::new();
    let output = home.run(&["play", "achiles\u{1b}]0;x\u{7}", "--yes"]);
    assert_eq!(output.status.code(), Some(2));
    let error = errors(&output);
    assert!(error.contains("hint:") && error.contains("ankle-strength-five"), "{error}");
    let output = home.run(&["pl\u{1b}]0;x\u{7}ay"]);
    assert_eq!(output.status.code(), Some(2));
    for text in [error, errors(&output)] {
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
    }
    let output = home.run(&[]);
    assert_eq!(output.status.code(), Some(2), "without a terminal there is no screen");
    assert!(errors(&output).contains("terminal"), "{}", errors(&output));
}

#[test]
fn a_closed_pipe_ends_it_quietly_and_a_full_device_does_not() {
    let home = Home::new();
    let mut child = home.command(MORNING, &["show", "hip-release-realign"]).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    if let Ok(full) = std::fs::File::options().write(true).open("/dev/full") {
        let status =
            home.command(MORNING, &["show", "hip-release-realign"]).stdout(full).stderr(Stdio::null()).status();
        assert_eq!(status.unwrap().code(), Some(1));
    }
}

#[test]
fn a_rehearsal_leaves_nothing_that_counts() {
    let home = Home::new();
    let rehearse = ["play", "achilles-eccentric-12w", "--speed", "max", "--rehearse"];
    let said = home.good(MORNING, &[&rehearse[..], &["--yes", "--side", "left"]].concat());
    assert!(said.contains("rehearsal"), "{said}");
    assert!(!home.path().join("data/changes").exists(), "neither enrolment nor schedule was written");
    let list: Value = serde_json::from_str(&home.good(MORNING, &["list", "--json"])).unwrap();
    let row = list.as_array().unwrap().iter().find(|row| row["id"] == "achilles-eccentric-12w").unwrap();
    assert_eq!((&row["enrolled"], &row["due"]), (&Value::Null, &Value::from(false)));
    let again = home.run(&rehearse);
    assert_eq!(again.status.code(), Some(2), "what was confirmed for a rehearsal is confirmed for nothing else");
}

#[test]
fn show_fills_the_sides_in_for_programs_too() {
    let text = Home::new().good(MORNING, &["show", "hip-release-realign", "--json"]);
    let shown: Value = serde_json::from_str(&text).unwrap();
    assert!(!text.contains("{side}"), "{text}");
    let exercises = shown["exercises"].as_array().unwrap();
    assert!(exercises.iter().all(|exercise| exercise["setup"].is_string()), "{text}");
}

#[test]
fn a_folder_that_others_can_read_is_told_of() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    let data = home.path().join("data");
    std::fs::create_dir(&data).unwrap();
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o755)).unwrap();
    let play = ["play", "ankle-strength-five", "--speed", "max", "--yes", "--side", "left"];
    let said = errors(&home.run(&play));
    assert_eq!(said.matches("others can look into your history").count(), 1, "{said}");
    assert!(said.contains("chmod 700"), "{said}");
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(errors(&home.run(&play)), "");
}

#[test]
fn the_history_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    let _transcript = home.good(MORNING, &["play", "ankle-strength-five", "--speed", "max", "--yes", "--side", "left"]);
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&home.path().join("data")), 0o700);
    let year = home.path().join("data/sessions/2026");
    let file = std::fs::read_dir(&year).unwrap().next().unwrap().unwrap().path();
    assert_eq!((mode(&year), mode(&file)), (0o700, 0o600));
}

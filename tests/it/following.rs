//! Programs are taken up, today or later, and left again: with the real binary.

use serde_json::Value;

use crate::cli::Home;

fn at(day: u32) -> String {
    format!("2026-11-{day:02}T07:12:00+01:00")
}

/// A program's entry of `list --json`.
fn row(home: &Home, now: &str, id: &str) -> Value {
    let rows: Value = serde_json::from_str(&home.good(now, &["list", "--json"])).unwrap();
    rows.as_array().unwrap().iter().find(|row| row["id"] == id).unwrap().clone()
}

fn streak(home: &Home, now: &str) -> (u64, u64, String) {
    let all: Value = serde_json::from_str(&home.good(now, &["streak", "--json"])).unwrap();
    let number = |key: &str| all[key].as_u64().unwrap();
    (number("current"), number("longest"), all["today"].as_str().unwrap().to_owned())
}

fn play(home: &Home, now: &str, id: &str) {
    home.good(now, &["play", id, "--plain", "--speed", "max", "--yes", "--side", "left"]);
}

#[test]
fn a_program_may_begin_later() {
    let home = Home::new();
    let said = home.good(
        &at(20),
        &[
            "start",
            "achilles-eccentric-12w",
            "--on",
            "2026-11-24",
            "--side",
            "left",
            "--yes",
            "--pain-where",
            "inner calf",
        ],
    );
    assert!(said.contains("begins on Tuesday") && said.contains("pain is asked at: inner calf"), "{said}");
    let waiting = row(&home, &at(21), "achilles-eccentric-12w");
    assert_eq!((&waiting["due"], &waiting["when"]), (&false.into(), &"begins on Tuesday".into()));
    assert_eq!((&waiting["enrolled"], streak(&home, &at(21))), (&"left".into(), (0, 0, "rest".to_owned())));
    let due = row(&home, &at(24), "achilles-eccentric-12w");
    assert_eq!(due["due"], true, "{due}");
    // Who trains before it misses no day in between.
    play(&home, &at(21), "achilles-eccentric-12w");
    assert_eq!(streak(&home, &at(23)), (1, 1, "rest".to_owned()));
    play(&home, &at(24), "achilles-eccentric-12w");
    assert_eq!(streak(&home, &at(24)), (2, 2, "met".to_owned()));
    // The day can be moved, never into the past.
    let over = home.run_at(&at(24), &["start", "achilles-eccentric-12w", "--on", "2026-11-20"]);
    assert_eq!(over.status.code(), Some(2));
    // Without a confirmation nothing begins.
    let unread = home.run_at(&at(24), &["start", "shin-care"]);
    assert!(String::from_utf8(unread.stderr).unwrap().contains("it must be confirmed"));
}

#[test]
fn several_programs_are_followed_and_one_is_left() {
    let home = Home::new();
    for day in [16, 17] {
        play(&home, &at(day), "hip-release-realign");
        play(&home, &at(day), "achilles-combined");
    }
    assert_eq!(streak(&home, &at(18)), (2, 2, "open".to_owned()));
    let said = home.good(&at(18), &["stop", "hip-release-realign"]);
    assert!(said.contains("is not followed any more; what you did stays"), "{said}");
    let left = row(&home, &at(18), "hip-release-realign");
    assert_eq!((&left["due"], &left["enrolled"]), (&false.into(), &Value::Null));
    assert_eq!(row(&home, &at(18), "achilles-combined")["due"], true);
    home.good(&at(18), &["stop", "achilles-combined"]);
    // Nothing is asked any more: the run stays as it stood, weeks later too.
    assert_eq!(streak(&home, &at(29)), (2, 2, "rest".to_owned()));
    // Left is left: it is confirmed anew before the next session, and asked for from then on.
    let again = home.run_at(&at(29), &["play", "achilles-combined", "--plain", "--speed", "max"]);
    assert!(String::from_utf8(again.stderr).unwrap().contains("it must be confirmed"));
    play(&home, &at(29), "achilles-combined");
    assert_eq!(streak(&home, &at(29)), (3, 3, "met".to_owned()));
    let twice = home.run_at(&at(29), &["stop", "hip-release-realign"]);
    assert!(String::from_utf8(twice.stderr).unwrap().contains("is not followed"));
}

#[test]
fn enrolments_of_older_histories_still_hold() {
    let home = Home::new();
    play(&home, &at(16), "achilles-combined");
    let year = home.path().join("data/changes/2026");
    let enrol = std::fs::read_dir(year).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let line = enrol.into_iter().find(|text| text.contains("\"ev\":\"enrol\"")).unwrap();
    assert!(!line.contains("pain_where") && !line.contains("\"from\""), "as it always was: {line}");
    assert_eq!(row(&home, &at(17), "achilles-combined")["enrolled"], "left");
}

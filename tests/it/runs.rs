//! The run log with the real binary: written, listed, taken back, and none of it in the way of older histories.

use serde_json::Value;

use crate::cli::Home;

const SATURDAY: &str = "2026-11-21T07:12:00+01:00";
const LATER: &str = "2026-11-21T19:00:00+01:00";

fn json(home: &Home) -> Value {
    serde_json::from_str(&home.good(LATER, &["log", "runs", "--json"])).unwrap()
}

/// Every line of `changes/`, in no order.
fn changes(home: &Home) -> Vec<String> {
    let mut lines = Vec::new();
    for year in std::fs::read_dir(home.path().join("data/changes")).unwrap() {
        for file in std::fs::read_dir(year.unwrap().path()).unwrap() {
            lines.extend(std::fs::read_to_string(file.unwrap().path()).unwrap().lines().map(str::to_owned));
        }
    }
    lines
}

#[test]
fn a_run_is_a_line_and_is_taken_back_by_another() {
    let home = Home::new();
    let said = home
        .good(SATURDAY, &["log", "run", "5.2km", "--minutes", "31", "--shoes", "Blue", "--note", "along the river"]);
    assert!(said.contains("saved: 2026-11-21  5.2 km  31 min  Blue  along the river"), "{said}");
    assert!(said.contains("ran 5.2 km this week, 0.0 km last week"), "{said}");
    home.good(LATER, &["log", "run", "10km", "--on", "2026-11-12", "--shoes", "blue"]);
    let all = json(&home);
    assert_eq!(all["runs"].as_array().unwrap().len(), 2);
    assert_eq!(all["runs"][0]["day"], "2026-11-12", "in the order of their days");
    assert_eq!((&all["week"]["this_metres"], &all["week"]["last_metres"]), (&5_200.into(), &10_000.into()));
    assert_eq!(all["shoes"][0]["metres"], 15_200);
    let listed = home.good(LATER, &["log", "runs"]);
    assert!(listed.contains("a cautious habit, not a proven threshold"), "{listed}");
    assert!(listed.contains("Blue: 15.2 km of 480 to 800 km"), "{listed}");
    // The one that was logged last goes, whatever its day; nothing that was written is changed.
    let before = changes(&home);
    let undone = home.good("2026-11-21T20:00:00+01:00", &["log", "run", "--undo"]);
    assert!(undone.contains("taken back: 2026-11-12  10.0 km"), "{undone}");
    let after = changes(&home);
    assert!(before.iter().all(|line| after.contains(line)) && after.len() == before.len() + 1);
    assert_eq!(json(&home)["runs"].as_array().unwrap().len(), 1);
    home.good("2026-11-21T20:01:00+01:00", &["log", "run", "--undo"]);
    let nothing = home.run_at("2026-11-21T20:02:00+01:00", &["log", "run", "--undo"]);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(String::from_utf8(nothing.stderr).unwrap().contains("no run is logged"));
}

#[test]
fn what_cannot_be_is_refused_with_a_hint() {
    let home = Home::new();
    for (arguments, wanted) in [
        (&["log", "run", "5.2"][..], "write it with km or mi"),
        (&["log", "run", "5km", "--on", "2026-11-22"], "is logged on its day or later"),
        (&["log", "run", "5km", "--on", "next week"], "takes a date like"),
        (&["log", "run"], "DISTANCE"),
        (&["log", "run", "5km", "--undo"], "--undo"),
    ] {
        let output = home.run_at(SATURDAY, arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(error.contains(wanted), "{arguments:?}: {error}");
    }
    assert!(!home.path().join("data").exists(), "nothing was written");
}

#[test]
fn runs_are_no_sessions() {
    // The streak of a runner who only runs is nobody's streak, and a run makes no program followed.
    let home = Home::new();
    home.good(SATURDAY, &["log", "run", "5km"]);
    let streak: Value = serde_json::from_str(&home.good(LATER, &["streak", "--json"])).unwrap();
    assert_eq!((&streak["current"], &streak["longest"]), (&0.into(), &0.into()));
    let text = home.good(LATER, &["list"]);
    assert!(!text.contains("newer soleus"), "{text}");
}

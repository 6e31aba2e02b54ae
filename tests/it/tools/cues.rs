//! `soleus show --timeline`.

use serde_json::Value;

use crate::cli::{BUNDLED, Home, MORNING};

#[test]
fn every_cue_stands_where_the_session_says_it() {
    let home = Home::new();
    for program in BUNDLED {
        for side in ["left", "both"] {
            let arguments = ["show", program, "--side", side, "--timeline"];
            let all = home.good(MORNING, &arguments);
            // The first session of the first stage is the one that a newcomer plays.
            let shown = all.split("session over").next().unwrap();
            let played =
                home.good(MORNING, &["play", program, "--speed", "max", "--yes", "--side", side, "--rehearse"]);
            // The transcript of a real session names each phase with its second; the timeline has the same ones.
            let phases = |text: &str| -> Vec<String> {
                let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
                lines.filter(|line| line.contains(" rep ") && !line.contains("set")).collect()
            };
            let (shown, played) = (phases(shown), phases(&played));
            assert!(!shown.is_empty(), "{program}");
            assert_eq!(shown, played, "{program} {side}");
        }
    }
}

#[test]
fn for_a_program_it_is_in_milliseconds_and_without_gaps() {
    let home = Home::new();
    for program in BUNDLED {
        let shown = home.good(MORNING, &["show", program, "--side", "both", "--timeline", "--json"]);
        let shown: Value = serde_json::from_str(&shown).unwrap();
        let sessions = shown["sessions"].as_array().unwrap();
        for session in sessions {
            let cues = session["cues"].as_array().unwrap();
            let mut end = 0;
            let mut beats_end = 0;
            for cue in cues {
                let (at, length) = (cue["at_ms"].as_u64().unwrap(), cue["length_ms"].as_u64().unwrap());
                if cue["kind"] == "beat" {
                    assert_eq!(at, beats_end, "{program}: {cue}");
                    beats_end = at + length;
                } else {
                    assert_eq!(at, end, "{program}: {cue}");
                    (beats_end, end) = (at, at + length);
                }
                assert!(!cue["said"].as_str().unwrap().is_empty());
            }
            assert_eq!(session["length_ms"].as_u64().unwrap(), end, "{program}");
            assert!(cues.iter().any(|cue| cue["kind"] == "beat" && cue["rep"] == 2));
        }
    }
}

#[test]
fn a_set_without_an_end_says_so() {
    let home = Home::new();
    let file = home.put("max.toml", "title = \"Max\"\n[[exercise]]\nuse = \"calf-raise\"\nreps = \"max\"\n");
    let shown = home.good(MORNING, &["show", file.to_str().unwrap(), "--timeline"]);
    assert!(shown.contains("your own pace") && shown.contains("and so on until you end the set"), "{shown}");
    let halves = home.put(
        "half.toml",
        "title = \"H\"\n[[exercise]]\nuse = \"calf-raise\"\nreps = 2\ntempo = \"raise 0.5s, lower 1s\"\n",
    );
    let shown = home.good(MORNING, &["show", halves.to_str().unwrap(), "--timeline"]);
    assert!(shown.contains("0:15.5    lower 1 s") && shown.contains("0:16.5    rep 2 of 2: raise 0.5 s"), "{shown}");
}

#[test]
fn in_a_circuit_the_next_exercise_is_the_next_station() {
    let home = Home::new();
    let station =
        |id: &str, sets: u32| format!("[[exercise]]\nuse = \"{id}\"\nsets = {sets}\nreps = 1\ncircuit = \"a\"\n");
    let stations = [station("calf-raise", 2), station("tib-raise", 1), station("seated-calf-raise", 2)].concat();
    let file = home.put("circuit.toml", &format!("title = \"C\"\n{stations}"));
    let shown = home.good(MORNING, &["show", file.to_str().unwrap(), "--timeline", "--json"]);
    let shown: Value = serde_json::from_str(&shown).unwrap();
    let cues = shown["sessions"][0]["cues"].as_array().unwrap();
    let work: Vec<&str> =
        cues.iter().filter(|cue| cue["kind"] == "work").map(|cue| cue["exercise"].as_str().unwrap()).collect();
    assert_eq!(work, ["calf-raise", "tib-raise", "seated-calf-raise", "calf-raise", "seated-calf-raise"]);
    let next = cues.iter().filter(|cue| cue["kind"] == "next exercise").map(|cue| cue["said"].as_str().unwrap());
    let names: Vec<&str> = next.filter_map(|said| said.split(": ").nth(1)).collect();
    assert_eq!(names, ["Tib raise", "Seated calf raise", "Seated calf raise"], "who has done all sets is passed over");
}

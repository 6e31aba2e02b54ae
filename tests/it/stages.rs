//! A program in stages with the real binary, over days: enrolment, turns, offers, variants, rehearsals.

use std::time::Duration;

use serde_json::Value;

use crate::cli::{Home, errors};
use crate::pty::Pty;

const STAGED: &str = r#"
title = "Staged"
stop_if = ["A snap"]
schedule = "daily"
review_by = 2026-11-20
pain = { ask = ["before", "after"], limit = 5 }

[defaults]
get_ready = "1s"
rest_after = "1s"

[[variant]]
id = "floor"
title = "My pain is at the heel bone itself"
replace = { heel-drop-straight = "heel-lower-floor" }

[[phase]]
title = "Find the dose"
advance_when = { sessions = 2 }
entry = ["I can stand on tiptoe"]
exercise = [
  { use = "heel-drop-straight", sets = 1, reps = "1 to 3", tempo = "raise 0.3s, lower 0.4s", side = "left", progress = { every = 1 } },
  { name = "Hop", reps = 1, hold = "1s", only_if = { pain_at_most = 2 } },
]

[[phase]]
title = "Add load"
entry = ["I have hopped"]
schedule = "mon wed"
session = [
  { title = "A", exercise = [{ name = "Hop", hold = "1s" }] },
  { title = "B", exercise = [{ name = "Squat", hold = "1s" }] },
]

[[phase]]
title = "Run"
exercise = [{ name = "Run", time = "1s" }]
"#;

const FLAGS: [&str; 4] = ["play", "own", "--speed", "max"];

fn at_home() -> Home {
    let home = Home::new();
    home.put("config/programs/own.toml", STAGED);
    home
}

/// Seven in the morning of a day of November.
fn day(day: u32) -> String {
    format!("2026-11-{day}T07:12:00+01:00")
}

fn play(home: &Home, on: u32, more: &[&str]) -> String {
    home.good(&day(on), &[&FLAGS, more].concat())
}

fn refused(home: &Home, on: u32, more: &[&str]) -> String {
    let output = home.run_at(&day(on), &[&FLAGS, more].concat());
    assert_eq!(output.status.code(), Some(2), "{more:?}");
    errors(&output)
}

/// The row of the program in the list.
fn row(home: &Home, on: u32) -> Value {
    let listed: Value = serde_json::from_str(&home.good(&day(on), &["list", "--json"])).unwrap();
    listed.as_array().unwrap().iter().find(|row| row["id"] == "own").unwrap().clone()
}

/// The `choose` lines of the history.
fn choices(home: &Home) -> Vec<Value> {
    changes(home, "choose")
}

/// The lines of a kind that were written outside of sessions, in the order of their moments.
fn changes(home: &Home, kind: &str) -> Vec<Value> {
    let mut lines = Vec::new();
    let mut folders = vec![home.path().join("data/changes")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                lines.extend(std::fs::read_to_string(entry).unwrap().lines().map(ToOwned::to_owned));
            }
        }
    }
    let lines = lines.iter().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut changes: Vec<Value> = lines.filter(|line| line["ev"] == kind).collect();
    changes.sort_by_key(|line| (line["at"].to_string(), line["id"].to_string()));
    changes
}

#[test]
fn the_statements_of_the_first_stage_are_confirmed_with_the_warnings() {
    let home = at_home();
    let error = refused(&home, 16, &[]);
    assert!(error.contains("that all that the first stage asks for is true of you"), "{error}");
    let said = play(&home, 16, &["--yes"]);
    assert!(said.starts_with("stage 1 of 3, week 1: Find the dose\nStaged: 1 exercise"), "{said}");
    assert!(said.contains("left out today: Hop (no pain score is known, and it is for 2 or less)"), "{said}");
    assert_eq!(choices(&home), Vec::<Value>::new());
}

/// Two stages that only some need, and one that can lead back.
const FOR_SOME: &str = r#"
title = "For some"
stop_if = ["A snap"]

[[phase]]
title = "Two legs"
skip_if = ["I can do it on one leg"]
advance_when = { sessions = 9 }
exercise = [{ name = "Squat", hold = "1s" }]

[[phase]]
title = "One leg"
entry = ["I can do it on one leg"]
skip_if = ["I can hop"]
advance_when = { sessions = 9 }
exercise = [{ name = "Hop", hold = "1s" }]

[[phase]]
title = "Run"
back_when = { pain_over = 5 }
exercise = [{ name = "Run", time = "1s" }]
"#;

#[test]
fn stages_that_only_some_need_are_skipped_one_by_one() {
    let home = Home::new();
    home.put("config/programs/own.toml", FOR_SOME);
    let offer = "offered: skip stage 1 of 3: Two legs and begin with stage 2 of 3: One leg (only some need it)";
    let unconfirmed = home.run_at(&day(16), &[&FLAGS[..], &["--take-offers", "--side", "left"]].concat());
    assert_eq!(choices(&home), Vec::<Value>::new(), "{}", errors(&unconfirmed));
    let skipped = play(&home, 16, &["--yes", "--take-offers"]);
    assert!(skipped.contains(offer) && skipped.contains("skip stage 2 of 3: One leg and begin with stage 3 of 3: Run"));
    assert!(skipped.contains("stage 3 of 3, week 1: Run\n"), "{skipped}");
    let stages: Vec<Value> = choices(&home).iter().map(|choice| choice["phase"].clone()).collect();
    assert_eq!(stages, [1, 2]);

    // Who says nothing about it does the stage, and is not asked once it has begun.
    let home = Home::new();
    home.put("config/programs/own.toml", FOR_SOME);
    let first = play(&home, 16, &["--yes"]);
    assert!(first.contains(&format!("{offer}\nnot decided: --take-offers takes it")), "{first}");
    assert!(!play(&home, 17, &["--yes"]).contains("offered"));
}

#[test]
fn the_next_stage_is_taken_by_its_flag_and_not_without() {
    let home = at_home();
    let [_, second] = [16, 17].map(|on| play(&home, on, &["--yes"]));
    assert!(!second.contains("offered"), "{second}");
    let offer = "offered: go on to stage 2 of 3: Add load (2 sessions in a row completed)";
    let left = play(&home, 18, &[]);
    assert!(left.contains(&format!("{offer}\nnot decided: --take-offers takes it")), "{left}");
    assert_eq!((choices(&home), row(&home, 19)["phase"].clone()), (Vec::new(), 1.into()));
    assert_eq!(row(&home, 19)["offers"][0]["what"], "go on to stage 2 of 3: Add load");

    // The statements of the stage are confirmed by a flag of their own.
    let unconfirmed = home.run_at(&day(19), &[&FLAGS[..], &["--take-offers"]].concat());
    assert!(errors(&unconfirmed).contains("begins only where this is true: I have hopped; --yes confirms it"));
    assert_eq!(choices(&home), Vec::<Value>::new());

    let taken = play(&home, 20, &["--take-offers", "--yes"]);
    assert!(taken.contains("stage 2 of 3, week 1: Add load\nsession: A\nStaged: 1 exercise"), "{taken}");
    let choice = &choices(&home)[0];
    assert_eq!(
        (&choice["phase"], &choice["title"], &choice["day"]),
        (&1.into(), &"Add load".into(), &"2026-11-20".into())
    );
    // Friday the 20th was a bonus: the stage is due on Mondays and Wednesdays, and A comes before B.
    let next = row(&home, 21);
    assert_eq!(
        (&next["when"], &next["session"], &next["due"]),
        (&"rest day, next on Monday".into(), &"B".into(), &false.into())
    );
    assert_eq!(next["notices"][0], "the program is due for review by its author since 2026-11-20; it still plays");
    let b = play(&home, 23, &[]);
    assert!(b.contains("session: B\n") && b.contains("Squat"), "{b}");
    assert_eq!(home.sessions().last().unwrap()[0]["turn"], 1);
    // The one that was done already, by its number.
    let b_again = play(&home, 24, &["--session", "2"]);
    assert!(b_again.contains("session: B\n"), "{b_again}");
    assert_eq!(row(&home, 25)["session"], "A");
}

#[test]
fn a_stage_that_is_not_reached_is_rehearsed_and_one_before_is_gone_back_to() {
    let home = at_home();
    let error = refused(&home, 16, &["--yes", "--phase", "3"]);
    assert!(error.contains("stage 3 of `Staged` is not reached yet") && error.contains("--rehearse"), "{error}");
    let said = play(&home, 16, &["--yes", "--rehearse", "--phase", "3"]);
    assert!(said.starts_with("stage 3 of 3: Run\n") && said.contains("Run") && said.contains("counts for nothing"));
    let said = play(&home, 16, &["--rehearse", "--phase", "2", "--session", "2"]);
    assert!(said.contains("session: B\n") && said.contains("Squat"), "{said}");
    assert_eq!((choices(&home), row(&home, 16)["phase"].clone()), (Vec::new(), 1.into()));
    for (flags, words) in [
        (["--phase", "4"], "there is no stage 4 of `Staged`"),
        (["--session", "2"], "there is no session 2 in stage 1"),
        (["--variant", "chair"], "there is no variant `chair`"),
    ] {
        let error = refused(&home, 16, &flags);
        assert!(error.contains(words), "{error}");
    }
    let _sessions = [16, 17].map(|on| play(&home, on, &[]));
    let _taken = play(&home, 18, &["--take-offers", "--yes"]);
    assert_eq!(row(&home, 18)["phase"], 2);
    let back = play(&home, 19, &["--phase", "1"]);
    assert!(back.contains("stage 1 of 3, week 1: Find the dose\n"), "{back}");
    let choices = choices(&home);
    assert_eq!((choices.len(), &choices[1]["phase"], &row(&home, 19)["phase"]), (2, &0.into(), &1.into()));
}

#[test]
fn a_variant_stays_until_another_is_named() {
    let home = at_home();
    let said = play(&home, 16, &["--yes", "--variant", "floor"]);
    assert!(said.contains("Floor-level heel lower"), "{said}");
    let said = play(&home, 17, &[]);
    assert!(said.contains("Floor-level heel lower"), "{said}");
    let said = play(&home, 18, &["--rehearse", "--variant", "none"]);
    assert!(!said.contains("Floor-level heel lower"), "{said}");
    let said = play(&home, 18, &["--variant", "none"]);
    assert!(!said.contains("Floor-level heel lower"), "{said}");
    let variants: Vec<Value> = choices(&home).iter().map(|choice| choice["variant"].clone()).collect();
    assert_eq!(variants, ["floor", ""]);
    assert_eq!(home.sessions()[1][0]["variant"], "floor");
}

#[test]
fn what_changed_in_the_file_is_told_before_the_next_session() {
    let home = at_home();
    let _first = play(&home, 16, &["--yes"]);
    home.put("config/programs/own.toml", &STAGED.replace("sets = 1, reps = \"1 to 3\"", "sets = 2, reps = \"2 to 3\""));
    let change = "heel drop, straight knee: 1 set of 1 became 2 sets of 2";
    assert_eq!(row(&home, 17)["changes"][0], change);
    let said = play(&home, 17, &[]);
    assert!(said.contains(&format!("changed since the last session:\n  - {change}\n")), "{said}");
    let said = play(&home, 18, &[]);
    assert!(!said.contains("changed since"), "{said}");
}

#[test]
fn the_sheet_has_all_stages_and_the_timeline_of_one() {
    let home = at_home();
    let sheet = home.good(&day(16), &["show", "own"]);
    for line in [
        "variants:\n  - floor: My pain is at the heel bone itself",
        "== stage 1 of 3: Find the dose",
        "   begins only where this is true: I can stand on tiptoe",
        "   the next stage is offered after 2 completed sessions in a row",
        "   1 set of 1 to 3 reps, 1 more after 1 session with pain of 3 or less, left side: ",
        "   1 set of 1 hold of 1 s, 3 s between; only with pain of 2 or less",
        "   variant floor: Floor-level heel lower, 1 set of 1 to 3 reps, 1 more after 1 session with pain of 3 or less",
        "   due: mon and wed",
        "-- session 2: B, in turn",
        "timeline of stage 1, affected side left",
    ] {
        assert!(sheet.contains(line), "{line}\n{sheet}");
    }
    let second = home.good(&day(16), &["show", "own", "--phase", "2", "--session", "2"]);
    assert!(second.contains("timeline of stage 2, session B, mon and wed, affected side left"), "{second}");
    let json = home.good(&day(16), &["show", "own", "--phase", "2", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["phase"], &json["exercises"][0]["name"]), (&2.into(), &"Hop".into()));
    assert_eq!(json["phases"][0]["entry"][0], "I can stand on tiptoe");
    assert_eq!(json["phases"][1]["sessions"][1]["title"], "B");
    let floor = home.good(&day(16), &["show", "own", "--variant", "floor"]);
    assert!(floor.contains("timeline of stage 1, variant floor, affected side left"), "{floor}");
}

/// A session in lines of text on a terminal, fast.
fn plain(home: &Home, on: u32) -> Pty {
    let words = [env!("CARGO_BIN_EXE_soleus"), "play", "own", "--plain", "--speed", "20"];
    let environment = home.environment(&day(on));
    let environment: Vec<(&str, &str)> = environment
        .iter()
        .filter(|(name, _)| name != "HOME")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    Pty::spawn(&words, &environment, (100, 40))
}

/// Answers questions in their order, each once it was asked.
fn answer(pty: &mut Pty, questions: &[(&str, &str)]) {
    for (question, said) in questions {
        pty.wait_for_text(question);
        pty.send(format!("{said}\r"));
        assert!(pty.shows_within(&format!("{question} {said}"), Duration::from_secs(20)), "{}", pty.contents());
    }
}

#[test]
fn somebody_who_can_answer_is_asked() {
    let home = at_home();
    let mut pty = plain(&home, 16);
    answer(
        &mut pty,
        &[
            ("do you know the warning signs above? (yes/no)", "yes"),
            ("is all of \"Before you begin\" true of you? (yes/no)", "yes"),
            ("do you understand that this is not medical advice? (yes/no)", "yes"),
            ("which one is yours? (its number; Enter takes the program as it is written)", "1"),
            ("pain now, 0 none to 10 worst imaginable? (Enter skips)", "1"),
        ],
    );
    // The answer before the session is the last score: the hop is in.
    pty.wait_for_text("Staged: 2 exercises");
    answer(&mut pty, &[("the worst pain during the session, 0 none to 10 worst imaginable? (Enter skips)", "1")]);
    pty.wait_for_text("saved");
    let _ended = pty.wait_exit();
    assert_eq!(choices(&home)[0]["variant"], "floor");

    // A step of the range is turned down, then the stage is taken.
    let mut pty = plain(&home, 17);
    answer(&mut pty, &[("pain now, 0 none to 10 worst imaginable? (Enter skips)", "1")]);
    pty.wait_for_text("2 reps instead of 1");
    answer(
        &mut pty,
        &[
            ("take it now? (yes/no)", "no"),
            ("the worst pain during the session, 0 none to 10 worst imaginable? (Enter skips)", "1"),
        ],
    );
    pty.wait_for_text("saved");
    let _ended = pty.wait_exit();
    assert_eq!((&choices(&home)[1]["not_now"], &choices(&home)[1]["level"]), (&true.into(), &1.into()));

    let mut pty = plain(&home, 18);
    answer(
        &mut pty,
        &[
            ("pain now, 0 none to 10 worst imaginable? (Enter skips)", "1"),
            ("take it now? (yes/no)", "yes"),
            ("is this true of you: I have hopped? (yes/no)", "yes"),
        ],
    );
    pty.wait_for_text("stage 2 of 3, week 1: Add load");
    answer(&mut pty, &[("the worst pain during the session, 0 none to 10 worst imaginable? (Enter skips)", "1")]);
    pty.wait_for_text("saved");
    let _ended = pty.wait_exit();
    assert_eq!(home.sessions().last().unwrap()[0]["phase"], 1);
}

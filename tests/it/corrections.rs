//! Corrections with the real binary, over days: the morning, why, pauses, what is put right, taken out and taken back.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::cli::{Home, errors};

const OWN: &str = r#"
title = "Own"
pain = { ask = ["after", "next-morning", "morning-stiffness"], limit = 5 }

[defaults]
get_ready = "0s"
rest_after = "0s"

[[phase]]
title = "One"
advance_when = { sessions = 9, pain_at_most = 3 }
exercise = [{ name = "Hop", hold = "1s" }]

[[phase]]
title = "Two"
exercise = [{ name = "Hop", hold = "2s" }]
"#;

fn at_home() -> Home {
    let home = Home::new();
    home.put("config/programs/own.toml", OWN);
    home
}

/// Some minutes after eight in the morning of a day of November, later each time that it is asked.
fn at(home: &Home, day: u32, arguments: &[&str]) -> String {
    static MINUTE: AtomicU32 = AtomicU32::new(0);
    let minute = MINUTE.fetch_add(1, Ordering::Relaxed);
    let now = format!("2026-11-{day}T{:02}:{:02}:00+01:00", 8 + minute / 60, minute % 60);
    home.good(&now, arguments)
}

fn refused(home: &Home, now: &str, arguments: &[&str]) -> String {
    let output = home.run_at(now, arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    errors(&output)
}

fn play(home: &Home, day: u32) {
    let told = at(home, day, &["play", "own", "--speed", "max", "--yes"]);
    assert!(told.ends_with("saved\n"), "{told}");
}

#[test]
fn the_morning_is_answered_once() {
    let home = at_home();
    let none = refused(&home, "2026-11-21T08:00:00+01:00", &["morning", "3"]);
    assert!(none.contains("no question of the morning is open"), "{none}");
    play(&home, 21);
    assert_eq!(
        at(&home, 22, &["morning"]),
        "how is it this morning, after Own? answer with soleus morning 0-10 --stiffness MINUTES\n"
    );
    assert_eq!(at(&home, 22, &["morning", "3", "--stiffness", "46"]), "saved, for Own\n");
    let again = refused(&home, "2026-11-22T08:00:00+01:00", &["morning", "3"]);
    assert!(again.contains("no question of the morning is open"), "{again}");
    let why = at(&home, 22, &["why", "own"]);
    assert_eq!(
        why,
        "Own (own)\n  stage 1 of 2, week 1: One\n    since the first session on 21 November\n    1 session completed in \
         it\n    on to \"Two\" after 9 completed sessions in a row with pain of 3 or less (0 so far)\n  stop here, and see \
         a doctor or physical therapist: morning stiffness of 46 minutes; more than 45 is a sign to have looked at\n"
    );
    // Taken back, it is open again.
    assert!(at(&home, 22, &["undo"]).starts_with("taken back: an answer, of 22 November 2026, "));
    assert!(at(&home, 22, &["morning"]).starts_with("how is it this morning"));
}

#[test]
fn the_streak_is_told_day_by_day_with_its_rules() {
    let home = at_home();
    for day in [16, 17, 19] {
        play(&home, day);
    }
    let told = at(&home, 20, &["why", "streak"]);
    assert_eq!(
        told,
        "3 days in a row, longest 3\nlast safe day: Friday, 20 November; a session by then keeps the run\n2026-11-20 \
         Fri  open      today, and still open (S5)\n2026-11-19 Thu  done      1 session: Own\n2026-11-18 Wed  forgiven  \
         missed, and forgiven: 1 in any 7 days is (S8)\n2026-11-17 Tue  done      1 session: Own\n2026-11-16 Mon  done      \
         1 session: Own\n"
    );
}

#[test]
fn a_pause_misses_nothing_and_can_be_ended_and_taken_back() {
    let home = at_home();
    play(&home, 16);
    let told = at(&home, 17, &["pause", "--days", "5", "--why", "ill"]);
    assert!(told.starts_with("pause from 17 November 2026 to 21 November 2026 (ill): no day of it"), "{told}");
    assert!(at(&home, 18, &["why", "streak"]).contains("2026-11-17 Tue  excused   paused: ill (S6)"));
    assert!(at(&home, 19, &["pause", "--end"]).starts_with("welcome back"));
    let told = at(&home, 20, &["why", "streak"]);
    assert!(told.contains("2026-11-18 Wed  excused ") && told.contains("2026-11-19 Thu  forgiven"), "{told}");
    assert!(at(&home, 20, &["pause"]).starts_with("no pause"));
    let wrong = refused(&home, "2026-11-20T08:00:00+01:00", &["pause", "--from", "2026-11-20", "--to", "2026-11-19"]);
    assert!(wrong.contains("before it begins"), "{wrong}");
}

#[test]
fn what_was_done_elsewhere_counts_and_can_be_put_right_taken_out_and_brought_back() {
    let home = at_home();
    let told = at(&home, 20, &["log", "session", "own", "--on", "2026-11-18", "--pain", "2"]);
    assert_eq!(told, "logged: Own on 18 November 2026, 100 %\n");
    let half = at(&home, 20, &["log", "session", "own", "--on", "2026-11-17", "--part", "49"]);
    assert!(half.contains("keeps no day"), "{half}");
    let ahead = refused(&home, "2026-11-20T08:00:00+01:00", &["log", "session", "own", "--on", "2026-11-21"]);
    assert!(ahead.contains("has not come yet"), "{ahead}");
    play(&home, 20);
    assert!(at(&home, 20, &["why", "streak"]).starts_with("2 days in a row"));
    // The session of today is put on another day, with another pain.
    let told = at(&home, 20, &["mend", "last", "--day", "2026-11-19", "--pain-after", "6"]);
    assert!(told.starts_with("put right"), "{told}");
    let why = at(&home, 20, &["why", "own"]);
    assert!(why.contains("ease back: pain of 6 in the last session"), "{why}");
    assert!(at(&home, 20, &["undo"]).starts_with("taken back: a correction"));
    assert!(!at(&home, 20, &["why", "own"]).contains("ease back"));
    assert!(at(&home, 20, &["void", "last"]).starts_with("taken out; nothing is deleted"));
    assert!(at(&home, 20, &["why", "streak"]).contains("2026-11-20 Fri  open"));
    assert!(at(&home, 20, &["undo"]).starts_with("taken back: a session or entry that was taken out is back"));
    assert!(at(&home, 20, &["why", "streak"]).contains("2026-11-20 Fri  done"));
    let nobody = refused(&home, "2026-11-20T08:00:00+01:00", &["void", "zzzz"]);
    assert!(nobody.contains("nothing in the history has the id `zzzz`"), "{nobody}");
}

const CLIMBING: &str = r#"
title = "Climbing"
pain = { ask = ["after"] }

[defaults]
get_ready = "0s"
rest_after = "0s"

[[phase]]
title = "One"
exercise = [{ name = "Hop", sets = 1, hold = "1s to 3s", progress = { every = 2, step = "1s" } }]
"#;

#[test]
fn a_climbed_step_is_taken_back_told_and_undone() {
    let home = Home::new();
    home.put("config/programs/climbing.toml", CLIMBING);
    let now = "2026-11-20T07:00:00+01:00";
    let told = refused(&home, now, &["back", "climbing"]);
    assert!(told.contains("`climbing` is not followed"), "{told}");
    let play = |day: u32| {
        let arguments = ["play", "climbing", "--speed", "max", "--yes", "--take-offers"];
        assert!(at(&home, day, &arguments).ends_with("saved\n"));
        let _mended = at(&home, day, &["mend", "last", "--pain-after", "1"]);
    };
    play(20);
    play(21);
    assert_eq!(
        at(&home, 21, &["back", "climbing"]),
        "nothing to take back: no step was climbed, and it is the first stage\n"
    );
    play(22);
    assert!(at(&home, 22, &["why", "climbing"]).contains("step 1 of 2"));
    assert_eq!(at(&home, 22, &["back", "climbing"]), "hop: 1 s held instead of 2 s\n  soleus back climbing hop\n");
    for (what, why) in [("heel", "no step of it was climbed"), ("stage", "it is the first stage")] {
        let told = refused(&home, "2026-11-22T21:00:00+01:00", &["back", "climbing", what]);
        assert!(told.contains(&format!("`{what}` cannot be taken back: {why}")), "{told}");
    }
    let told = at(&home, 22, &["back", "climbing", "hop"]);
    assert!(told.ends_with("counted from here\nsaved; `soleus undo` takes that back\n"), "{told}");
    let why = at(&home, 22, &["why", "climbing"]);
    assert!(why.contains("step 0 of 2") && why.contains("taken back to step 0 on 22 November"), "{why}");
    let report = at(&home, 22, &["report", "--text"]);
    assert!(report.contains("hop: a step back in its range (1 set of 1 s held)"), "{report}");
    assert!(at(&home, 22, &["undo"]).starts_with("taken back: a decision about a program"));
    assert!(at(&home, 22, &["why", "climbing"]).contains("step 1 of 2"));
}

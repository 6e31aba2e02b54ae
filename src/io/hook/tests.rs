//! The runner's own program: what it is told, and that nobody waits for it.

use std::time::Duration;

use serde_json::Value;

use super::*;
use crate::domain::cue::{Cue, Spoken, Tone, Weight};
use crate::domain::text::Clean;
use crate::domain::time::Moment;
use crate::io::ears::Context;
use crate::io::helper::fake::{Fakes, HANGS, until};
use crate::io::helper::{Craft as _, Notices};

const NOW: Duration = Duration::from_secs(100);

fn teller(fakes: &Fakes) -> (Teller, Notices) {
    let notices = Notices::default();
    (Teller::new(&["lamp".to_owned(), "-v".to_owned()], fakes.around(), notices.clone()), notices)
}

#[test]
fn a_cue_is_one_line_with_all_that_is_known() {
    let spoken = Spoken { text: Clean::text("links \"zwei\"\u{1b}"), weight: Weight::Count, cuts: true };
    let cue = Cue { due: Moment::awake(Duration::from_millis(61_500)), tone: Some(Tone::SetEnd), says: Some(spoken) };
    let name = |text: &str| Some(Clean::name(text));
    let context = Context {
        language: Clean::name("de"),
        program: name("knee"),
        exercise: name("squat"),
        side: name("left"),
        set: Some(1),
        sets: Some(3),
        rep: Some(2),
        reps: None,
    };
    let line = line(&cue, &context);
    assert!(line.ends_with("}\n") && line.matches('\n').count() == 1, "{line}");
    let value: Value = serde_json::from_str(&line).unwrap();
    let expected = serde_json::json!({
        "at_ms": 61_500, "tone": "set end", "says": "links \"zwei\"␛", "weight": "count", "cuts": true,
        "language": "de", "program": "knee", "exercise": "squat", "side": "left",
        "set": 1, "sets": 3, "rep": 2, "reps": null,
    });
    assert_eq!(value, expected);
    let bare = super::line(&Cue { due: Moment::default(), tone: None, says: None }, &Context::default());
    let bare: Value = serde_json::from_str(&bare).unwrap();
    assert!(bare["tone"].is_null() && bare["says"].is_null() && bare["cuts"] == false && bare["set"].is_null());
}

#[test]
fn it_is_started_once_and_hears_every_line_in_order_until_the_end() {
    let fakes = Fakes::new();
    fakes.put(
        "lamp",
        "echo \"start $1\" >> $OUT/log; while read -r line; do echo \"$line\" >> $OUT/log; done; echo end >> $OUT/log",
    );
    let (mut teller, notices) = teller(&fakes);
    for number in 0..50 {
        teller.take(format!("{number}\n"), NOW);
    }
    teller.leave(NOW);
    until("its end", || teller.look(NOW).is_none());
    let log = fakes.lines("log", 52);
    let expected: Vec<String> = (0..50).map(|number| number.to_string()).collect();
    assert_eq!((log[0].as_str(), &log[1..51], log[51].as_str()), ("start -v", &expected[..], "end"));
    assert_eq!(notices.take(), []);
}

#[test]
fn one_that_does_not_read_makes_nobody_wait_and_is_killed_at_the_end() {
    let fakes = Fakes::new();
    fakes.put("lamp", HANGS);
    let (mut teller, _) = teller(&fakes);
    let line = format!("{}\n", "x".repeat(3000));
    for _ in 0..100 {
        teller.take(line.clone(), NOW);
    }
    let pid = fakes.lines("pids", 1).remove(0);
    teller.leave(NOW);
    assert!(teller.look(NOW + Duration::from_millis(299)).is_some(), "it may end by itself");
    assert!(teller.look(NOW + Duration::from_millis(300)).is_none());
    #[cfg(target_os = "linux")]
    assert!(!crate::io::helper::fake::is_known(&pid));
    assert_ne!(pid, "");
}

#[test]
fn a_slow_one_gets_whole_lines_only() {
    let fakes = Fakes::new();
    fakes.put("lamp", "while [ ! -e $OUT/go ]; do /bin/sleep 0.01; done; exec /bin/cat > $OUT/log");
    let (mut teller, _) = teller(&fakes);
    let lines: Vec<String> = (0..100).map(|number| format!("{number:03}{}\n", "x".repeat(2500))).collect();
    for line in &lines {
        teller.take(line.clone(), NOW);
    }
    std::fs::File::create(fakes.path("go")).unwrap();
    until("some lines", || fakes.read("log").matches('\n').count() > 10);
    teller.take("last\n".to_owned(), NOW);
    teller.leave(NOW);
    until("its end", || teller.look(NOW).is_none());
    let log = fakes.read("log");
    let read: Vec<String> = log.split_inclusive('\n').map(str::to_owned).collect();
    assert!(read.len() > 10 && read.len() < 100, "{}", read.len());
    assert_eq!(read.last().map(String::as_str), Some("last\n"));
    assert!(read[..read.len() - 1].iter().all(|line| lines.contains(line)), "half a line was written");
}

#[test]
fn one_that_reads_a_single_line_is_started_again_and_one_that_fails_is_left_alone() {
    let fakes = Fakes::new();
    fakes.put("lamp", "read -r line; echo \"$line\" >> $OUT/log");
    let (mut teller, notices) = teller(&fakes);
    for number in 1..=3 {
        teller.take(format!("{number}\n"), NOW);
        fakes.lines("log", number);
        // whoever is gone is noted sooner or later; the next cue starts it again
        until("the end of the one before", || !teller.is_running());
    }
    assert_eq!(fakes.read("log"), "1\n2\n3\n");
    fakes.put("lamp", "echo x >> $OUT/failed; exit 1");
    for _ in 0..6 {
        teller.take("x\n".to_owned(), NOW);
        until("its end", || !teller.is_running());
    }
    assert_eq!(fakes.lines("failed", 3).len(), 3);
    let told = notices.take();
    assert!(told.len() == 1 && told[0].contains("lamp failed (exit code 1)"), "{told:?}");
}

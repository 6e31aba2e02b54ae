//! What holds for every helper: faults F81 to F84.

use std::ffi::OsString;

use super::fake::{Fakes, HANGS, is_alive, is_known, until};
use super::*;
use crate::io::settings::scripted;

fn words(fakes: &Fakes, name: &str, arguments: &[&str]) -> Running {
    let around = fakes.around_with(&[("HOME", "/h"), ("PULSE_SERVER", "unix:S"), ("API_KEY", "secret")]);
    let path = around.find(name).unwrap();
    let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
    Running::start(&path, &arguments, &around, Input::Text("hello\n")).unwrap()
}

#[test]
fn only_absolute_folders_are_searched_and_only_what_can_be_executed_is_found() {
    let fakes = Fakes::new();
    fakes.put("voice", "exit 0");
    std::fs::File::create(fakes.path("bin/data")).unwrap();
    let bin = fakes.path("bin").display().to_string();
    // Where tests run there is a folder `src`: a relative entry would lead into it.
    let around = Surroundings::read(&scripted(&[("PATH", &format!(".::src:{bin}:/nowhere"))]));
    assert_eq!(around.find("voice"), Some(fakes.path("bin/voice")));
    for odd in ["data", "main.rs", "bin/voice", "./voice", "../bin/voice", "", "io"] {
        assert_eq!(around.find(odd), None, "{odd}");
    }
    assert_eq!(around.find(&format!("{bin}/voice")), Some(fakes.path("bin/voice")), "an absolute path is itself");
    assert_eq!(around.find(&format!("{bin}/data")), None);
    let relative = Surroundings::read(&scripted(&[("PATH", ".:src")]));
    assert!(relative.find("sh").is_none() && Surroundings::read(&scripted(&[])).find("sh").is_none());
}

#[test]
fn a_helper_sees_a_short_environment_and_reads_its_text() {
    let fakes = Fakes::new();
    fakes.put("voice", "/usr/bin/env > $OUT/env; /bin/cat > $OUT/text; echo \"$#:$1\" > $OUT/arguments");
    let mut running = words(&fakes, "voice", &["-l"]);
    until("its end", || running.ended().is_some());
    assert_eq!(running.ended(), Some(Ended::Well));
    let environment = fakes.read("env");
    assert!(environment.contains("HOME=/h\n") && environment.contains("PULSE_SERVER=unix:S\n"), "{environment}");
    assert!(!environment.contains("secret"), "{environment}");
    assert_eq!((fakes.read("text").as_str(), fakes.read("arguments").as_str()), ("hello\n", "1:-l\n"));
}

#[test]
fn who_ignores_the_gentle_signals_is_killed_with_all_that_it_started_and_waited_for() {
    let fakes = Fakes::new();
    fakes.put("voice", &format!("/bin/sleep 60 & echo $! > $OUT/child; {HANGS}"));
    let mut running = words(&fakes, "voice", &[]);
    let pid = fakes.lines("pids", 1).remove(0);
    let child = fakes.lines("child", 1).remove(0);
    assert!(is_alive(&pid) && is_alive(&child) && running.ended().is_none());
    running.kill();
    assert!(!is_known(&pid), "not even a zombie is left");
    until("the end of its child", || !is_alive(&child));
    assert_eq!(running.ended().unwrap().words(), "signal: 9");
}

#[test]
fn who_ended_is_waited_for_by_asking() {
    let fakes = Fakes::new();
    fakes.put("voice", "echo $$ > $OUT/pids; exit 3");
    let mut running = words(&fakes, "voice", &[]);
    until("its end", || running.ended().is_some());
    assert_eq!(running.ended().unwrap().words(), "exit code 3");
    assert!(!is_known(&fakes.lines("pids", 1).remove(0)));
}

#[test]
fn the_next_way_is_taken_at_once_and_the_last_is_borne_three_times() {
    let fakes = Fakes::new();
    let row = |program: &'static str, system| Row { system, desktop: "", program, arguments: &["x"], piped: false };
    let table = [row("one", System::Linux), row("two", System::Linux), row("three", System::Mac)];
    fakes.put("one", "");
    fakes.put("two", "");
    let mut ways = Ways::of(&table, System::Linux, &fakes.around());
    assert_eq!(ways.report().verdicts.len(), 2);
    assert!(ways.failed(0, "exit code 1".to_owned()), "it never worked, and there is another");
    assert_eq!(ways.present().unwrap().0, 1);
    ways.works(1);
    assert_eq!([1, 2, 3].map(|_| ways.failed(1, "exit code 2".to_owned())), [false, false, true]);
    assert_eq!(ways.why_none(), "one failed (exit code 1), two failed (exit code 2)");
    assert_eq!((ways.report().used, ways.report().source), (None, Source::Table));
    let own = Ways::own(&["four".to_owned()], false, &fakes.around());
    assert_eq!((own.why_none().as_str(), own.report().source), ("four is not on PATH", Source::Settings));
}

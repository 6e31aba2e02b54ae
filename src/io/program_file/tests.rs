//! What wins over what, and what a session becomes.

use std::time::Duration;

use super::*;
use crate::domain::exercise::{Exercise, SideRule, Work};
use crate::domain::prescription::dose;
use crate::domain::program::PainQuestion;

fn catalogue() -> Catalogue {
    let mut catalogue = Catalogue::default();
    let entries = [
        (
            "raise",
            "name = 'Raise'\nreps = 10\ntempo = 'raise 2s, lower 3s'\nsets = 1\nrest = '45s'\nside = 'each'\neasier = 'sit'",
        ),
        ("sit", "name = 'Sit'\nreps = 12\ntempo = 'raise 1s, lower 1s'\nsets = 2"),
        ("press", "name = 'Press'\nreps = 10\nhold = '2s'\nrelax = '4s'\nside = 'affected'"),
        ("stretch", "name = 'Stretch'\nhold = '30s'\nsteps = ['Lean in.']\neasier = 'sit'"),
    ];
    for (id, text) in entries {
        let problems = catalogue.add(id, &Source::new(id, text));
        assert!(problems.is_empty(), "{problems:?}");
    }
    catalogue
}

fn program(rest: &str) -> Program {
    let text = format!("title = 'T'\nstop_if = ['x']\n{rest}");
    let reading = read(text.as_bytes(), "folder/My Program.toml", &catalogue());
    let said = crate::io::diagnostic::report(&reading.problems, &reading.source);
    reading.program.unwrap_or_else(|| panic!("{said}"))
}

fn one(exercise: &str) -> Exercise {
    program(&format!("[[exercise]]\n{exercise}")).exercises().next().unwrap().clone()
}

#[test]
fn the_shortest_useful_program_has_a_default_for_everything() {
    let program = program("[[exercise]]\nuse = 'raise'");
    assert_eq!(program.id.as_str(), "my-program", "the file's name is the id");
    assert_eq!(program.schedule, crate::domain::schedule::Schedule::DAILY);
    assert_eq!((program.pain.limit, program.pain.ask.as_slice()), (5, &[PainQuestion::After][..]));
    let exercise = program.exercises().next().unwrap();
    assert_eq!(dose(exercise), "1 set of 10 reps, each side, alternating: raise 2 s, lower 3 s");
    assert_eq!(exercise.get_ready, None);
    assert_eq!(exercise.rest_after, Duration::from_secs(15));
}

#[test]
fn a_work_key_that_the_entry_has_replaces_that_key_alone() {
    assert_eq!(dose(&one("use = 'press'\nhold = '30s'")), "1 set of 10 holds of 30 s, 4 s between, affected side");
    assert_eq!(dose(&one("use = 'raise'\nreps = 5")), "1 set of 5 reps, each side, alternating: raise 2 s, lower 3 s");
    assert_eq!(
        dose(&one("use = 'raise'\ntempo = 'own pace'")),
        "1 set of 10 reps at your own pace, each side, alternating"
    );
}

#[test]
fn any_other_work_key_replaces_the_work_whole() {
    assert_eq!(dose(&one("use = 'raise'\nhold = '30s'")), "1 set of 30 s held, each side, alternating");
    assert_eq!(dose(&one("use = 'raise'\ntime = '2 min'")), "1 set of 2 min, each side, alternating");
    assert_eq!(dose(&one("use = 'stretch'\nreps = 3")), "1 set of 3 reps at your own pace");
    assert_eq!(dose(&one("use = 'stretch'\nreps = 3\nhold = '5s'")), "1 set of 3 holds of 5 s, 3 s between");
    assert_eq!(
        dose(&one("use = 'raise'\nreps = 'max'")),
        "1 set of as many reps as you can, each side, alternating: raise 2 s, lower 3 s"
    );
}

#[test]
fn place_wins_over_definition_over_defaults_over_catalogue() {
    let text = "[defaults]\nrest = '10s'\nside = 'left'\nsets = 4\nget_ready = '7s'\n[define.mine]\nuse = 'raise'\nname = 'Mine'\nsets = 3\nside = 'right'\n[[exercise]]\nuse = 'mine'\nside = 'both'";
    let exercise = program(text).exercises().next().unwrap().clone();
    assert_eq!((exercise.id.as_str(), exercise.name.as_str()), ("mine", "Mine"));
    assert_eq!(exercise.side, SideRule::Both, "in place");
    assert_eq!(exercise.sets.low(), 3, "from the definition");
    assert_eq!(exercise.rest, Duration::from_secs(10), "from the defaults");
    assert_eq!(exercise.get_ready, Some(Duration::from_secs(7)));
    assert!(matches!(exercise.work, Work::Paced { .. }), "from the catalogue");
}

#[test]
fn a_definition_that_uses_its_own_id_means_the_catalogue() {
    let text = "[define.raise]\nuse = 'raise'\nsets = 5\n[define.twice]\nuse = 'raise'\n[[exercise]]\nuse = 'twice'";
    let exercise = program(text).exercises().next().unwrap().clone();
    assert_eq!((exercise.name.as_str(), exercise.sets.low()), ("Raise", 5));
}

#[test]
fn the_easier_exercise_keeps_the_dose_that_was_written_where_it_fits() {
    let easier = |text: &str| one(text).easier.map(|easier| dose(&easier));
    assert_eq!(easier("use = 'raise'").unwrap(), "2 sets of 12 reps: raise 1 s, lower 1 s; rest 30 s");
    assert_eq!(
        easier("use = 'raise'\nreps = 8\nsets = 3\nside = 'affected'\nrest = '99s'").unwrap(),
        "3 sets of 8 reps, affected side: raise 1 s, lower 1 s; rest 30 s"
    );
    assert_eq!(easier("use = 'stretch'\nhold = '60s'\nsets = 1").unwrap(), "1 set of 12 reps: raise 1 s, lower 1 s");
}

#[test]
fn both_spellings_of_a_list_are_the_same() {
    let blocks = program("[[exercise]]\nuse = 'raise'\n[[exercise]]\nuse = 'press'\nid = 'p2'");
    let inline = program("exercise = [\n  { use = 'raise' },\n  { use = 'press',\n    id = 'p2' },\n]");
    assert_eq!(blocks.phases, inline.phases);
}

#[test]
fn case_and_blanks_mean_nothing_in_values() {
    let text = "schedule = ' Daily ,  2 Times a DAY'\ngap = '6 Hours'\n[pain]\nask = ['BEFORE']\n[[exercise]]\nuse = 'raise'\nside = ' Each  in TURN '\nload = '0 kg to 20 kg'";
    let program = program(text);
    assert_eq!((program.schedule.times, program.gap), (2, Some(Duration::from_hours(6))));
    let exercise = program.exercises().next().unwrap();
    assert_eq!(exercise.side, SideRule::EachInTurn);
    let range = exercise.load.as_ref().unwrap().range.as_ref().unwrap();
    assert_eq!((range.thousandths.low(), range.thousandths.high(), range.unit.as_str()), (0, 20_000, "kg"));
}

#[test]
fn windows_line_ends_and_a_mark_in_front_are_read() {
    let text = "\u{feff}title = 'T'\r\nstop_if = ['x']\r\n[[exercise]]\r\nuse = 'rais'\r\n";
    let reading = read(text.as_bytes(), "x.toml", &catalogue());
    let lines: Vec<String> = reading.problems.iter().map(|p| p.one_line(&reading.source)).collect();
    assert_eq!(lines, ["x.toml:4:7: error[unknown-exercise]: there is no exercise `rais`"]);
}

#[test]
fn every_key_of_every_list_is_asked_for() {
    for table in keys::TABLES {
        let head = match table.name {
            "program" => String::new(),
            "phase" | "session" | "exercise" | "variant" => format!("[[{}]]\n", table.name),
            "pain" | "defaults" => format!("[{}]\n", table.name),
            "progress" | "only_if" => format!("[[exercise]]\n[exercise.{}]\n", table.name),
            "advance_when" | "back_when" => format!("[[phase]]\n[phase.{}]\n", table.name),
            "side-dose" => "[[exercise]]\n[exercise.left]\n".to_owned(),
            other => panic!("{other} is a new table"),
        };
        let keys = table.keys.join(" = 1\n");
        let reading = read(format!("{head}{keys} = 1\n").as_bytes(), "x.toml", &catalogue());
        let unknown: Vec<_> = reading.problems.iter().filter(|p| p.code == "unknown-key").collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", table.name);
        let reading = read(format!("{head}colour = 1\n").as_bytes(), "x.toml", &catalogue());
        assert!(reading.problems.iter().any(|p| p.code == "unknown-key"), "{}", table.name);
    }
}

#[test]
fn the_catalogue_gives_its_entries_as_exercises() {
    let catalogue = catalogue();
    let ids: Vec<String> = catalogue.exercises().map(|exercise| exercise.id.to_string()).collect();
    assert_eq!(ids, ["press", "raise", "sit", "stretch"]);
    let raise = catalogue.exercise(&crate::domain::text::Id::new("raise").unwrap()).unwrap();
    assert_eq!((raise.rest, raise.rest_after), (Duration::from_secs(45), Duration::from_secs(15)));
    assert_eq!(raise.easier.unwrap().id.as_str(), "sit");
    assert!(catalogue.exercise(&crate::domain::text::Id::new("fly").unwrap()).is_none());
}

#[test]
fn a_phase_wins_over_the_program_and_a_definition_over_both() {
    let text = "[defaults]\nsets = 2\nrest = '10s'\nside = 'left'\n[define.mine]\nuse = 'raise'\nsets = 3\n\
                [[phase]]\ntitle = 'A'\n[phase.defaults]\nsets = 4\nside = 'both'\n\
                [[phase.exercise]]\nuse = 'mine'\n[[phase.exercise]]\nuse = 'raise'\n[[phase.exercise]]\nuse = 'raise'\nid = 'r'\nsets = 5";
    let program = program(text);
    let sets: Vec<u32> = program.exercises().map(|exercise| exercise.sets.low()).collect();
    assert_eq!(sets, [3, 4, 5]);
    let exercise = program.exercises().next().unwrap();
    assert_eq!((exercise.side, exercise.rest), (SideRule::Both, Duration::from_secs(10)));
}

#[test]
fn what_stands_behind_a_mended_place_keeps_its_own() {
    let text = "title = 'T'\nstop_if = ['x']\nequipment = ['a'\n[exercise\nuse = 'raise'\nsets = 99\n[[exercise]]\nuse = 'rais'\n";
    let reading = read(text.as_bytes(), "x.toml", &catalogue());
    let places: Vec<String> = reading.problems.iter().map(|p| p.one_line(&reading.source)).collect();
    let begins = |n: usize, place: &str| assert!(places[n].starts_with(place), "{places:?}");
    begins(0, "x.toml:3:13: error[syntax]");
    begins(1, "x.toml:4:1: error[syntax]");
    begins(2, "x.toml:6:8: error[limit]");
    begins(3, "x.toml:8:7: error[unknown-exercise]");
}

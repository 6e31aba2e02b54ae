//! Lines of every kind go there and back.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, NaiveTime};

use super::*;
use crate::domain::exercise::{Affected, Side};
use crate::domain::history::{Amended, Change, Choice, Chosen, DatedPlan, Enrolment, Offered, Ran, Run, Stop};
use crate::domain::runs::Unit;
use crate::domain::schedule::Schedule;
use crate::domain::session::{
    Finish, Manner, PlannedExercise, ProgramRef, Rating, SessionResult, SetRecord, SetResult, SkipReason, Target, When,
};
use crate::domain::text::{Clean, Id};
use crate::io::journal::line::{LONGEST, Sum, checksum};

fn id(word: &str) -> Id {
    Id::new(word).unwrap()
}

fn start() -> Start {
    let target = Target { reps: Some(15), time: None };
    let heel = PlannedExercise {
        exercise: id("heel-drop"),
        name: Clean::name("Heel drop \u{1b}"),
        sets: 3,
        sides: vec![Some(Side::Left), Some(Side::Right)],
        target,
        optional: false,
        load: Some(Clean::name("5 kg")),
        level: 2,
        manner: Some(Manner {
            tempo: Some(Clean::text("raise 1 s, lower 3 s")),
            relax: Some(Duration::from_secs(2)),
            rest: Duration::from_mins(1),
            rest_after: Duration::from_secs(15),
            change_over: Duration::ZERO,
            get_ready: Some(Duration::from_secs(25)),
            circuit: Some(Clean::name("A")),
        }),
    };
    let target = Target { reps: None, time: Some(Duration::from_secs(30)) };
    let (exercise, name) = (id("wall-sit"), Clean::name("Wall sit"));
    let sit =
        PlannedExercise { exercise, name, sides: vec![None], target, optional: true, manner: None, ..heel.clone() };
    Start {
        phase: 1,
        turn: 2,
        variant: Id::new("floor-level"),
        session: "01kaj3k5a0qq4c3v9x7m2t8r6d".to_owned(),
        at: DateTime::parse_from_rfc3339("2026-11-21T07:12:03.114+01:00").unwrap(),
        zone: Some(Clean::name("Europe/Berlin")),
        day: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        rollover: NaiveTime::from_hms_opt(4, 0, 0).unwrap(),
        program: ProgramRef { id: id("knee"), title: Clean::name("Knee, week 3"), hash: "ab".repeat(32) },
        affected: Affected::Left,
        pain_limit: 5,
        plan: vec![heel, sit],
        lighter: false,
        rehearsal: false,
        continues: None,
    }
}

fn events() -> Vec<Happened> {
    let set = |result| SetRecord {
        exercise: id("heel-drop"),
        set: 1,
        side: Some(Side::Left),
        result,
        target: Target { reps: Some(15), time: Some(Duration::from_millis(90_500)) },
        reps: Some(12),
        active: Duration::from_secs(80),
        instead: Some(id("heel-drop-bent")),
        measure: Some(12_500),
        unconfirmed: result == SetResult::Done,
    };
    let rate = Rating { when: When::After, pain: Some(2), effort: Some(7), stiffness: Some(120), place: None };
    let results = [SessionResult::Completed, SessionResult::Partial, SessionResult::Short, SessionResult::StoppedPain];
    let whys = [SkipReason::Pain, SkipReason::Tired, SkipReason::NoTime, SkipReason::NoEquipment];
    let mut all = vec![
        Happened::Note(Clean::note("first line\nsecond \"line\"\u{1b}[2J")),
        Happened::Interrupted,
        Happened::Resumed,
        Happened::Rate(Rating { place: Some((id("heel-drop"), 2, Some(Side::Right))), ..rate.clone() }),
    ];
    all.extend(
        [When::Before, When::During, When::After, When::NextMorning]
            .map(|when| Happened::Rate(Rating { when, ..rate.clone() })),
    );
    let mut ends = vec![SetResult::Done, SetResult::Early, SetResult::Skipped(None), SetResult::StoppedPain];
    ends.extend(whys.map(|why| SetResult::Skipped(Some(why))));
    all.extend(ends.into_iter().map(|result| Happened::Set(set(result))));
    all.extend(results.map(|result| {
        let rest_advised = NaiveDate::from_ymd_opt(2026, 11, 22);
        Happened::Finish(Finish { result, fraction: 0.75, counts: true, rest_advised, clock_step: Some(-3600) })
    }));
    all
}

#[test]
fn the_head_goes_there_and_back() {
    for (rehearsal, continues, affected) in [
        (false, None, Affected::Left),
        (true, Some("01kaj3k5a0qq4c3v9x7m2t8r6c".to_owned()), Affected::Both),
        (true, None, Affected::Neither),
    ] {
        let start = Start { affected, rehearsal, lighter: rehearsal, continues, ..start() };
        let line = write_start(&start, "k7f3q9x2m4").unwrap();
        let piece = Piece::Start(Box::new(start.clone()), "k7f3q9x2m4".to_owned());
        assert_eq!(checksum(line.as_bytes()), Sum::Right);
        assert_eq!(read(line.as_bytes()), Ok(Read::Piece(start.session, 0, piece)));
    }
}

#[test]
fn every_event_goes_there_and_back() {
    for (n, what) in (1..).zip(events()) {
        let line = Line { at: Duration::from_millis(71_250), what };
        let written = write_line(&start(), "k7f3q9x2m4", n, &line).unwrap();
        assert!(!written.contains(['\n', '\u{1b}']), "{written}");
        let Ok(Read::Piece(session, number, Piece::Event(back, again))) = read(written.as_bytes()) else {
            panic!("{written}")
        };
        assert_eq!((session, number, back), (start().session, n, line.clone()));
        let repeated = again.map(|again| (again.start.day, again.start.at, again.start.program, again.device));
        let wanted = (start().day, start().at, start().program, "k7f3q9x2m4".to_owned());
        assert_eq!(repeated, matches!(line.what, Happened::Finish(_)).then_some(wanted));
    }
}

#[test]
fn every_change_goes_there_and_back() {
    let at = start().at;
    let enrolment = Enrolment::new(at, id("knee"), Affected::Right, "cd".repeat(32));
    let later = Enrolment {
        from: Some(start().day),
        place: Some(Clean::name("inner heel")),
        ..Enrolment::new(at, id("heel"), Affected::Both, String::new())
    };
    let ran = Ran {
        day: start().day,
        metres: 5_200,
        unit: Unit::Mi,
        minutes: Some(31),
        shoes: Some(Clean::name("Blue")),
        note: Some(Clean::note("along the river\nhome")),
    };
    let run = Run { id: "01kb".to_owned(), at, ran: ran.clone() };
    let stop = Stop { at, day: start().day, program: id("knee") };
    let plan = DatedPlan { at, program: id("knee"), from: start().day, schedule: Schedule::DAILY };
    let rating = Rating { when: When::NextMorning, pain: Some(4), effort: None, stiffness: Some(30), place: None };
    let of = start().session;
    let choice = |what| Choice { at, day: start().day, program: id("knee"), what };
    let offered = Offered::Level { exercise: id("heel-drop"), to: 4 };
    for what in [
        Chosen::Phase { index: 2, title: Some(Clean::name("Add load")) },
        Chosen::Level { exercise: id("heel-drop"), level: 3 },
        Chosen::Variant(Some(id("floor-level"))),
        Chosen::Variant(None),
        Chosen::Lighter,
        Chosen::NotNow(Offered::Lighter),
        Chosen::NotNow(Offered::Phase(1)),
        Chosen::NotNow(offered),
    ] {
        let line = write_change(&Change::Choose(choice(what.clone())), "01kb").unwrap();
        let said = Said::Choose(choice(what));
        assert_eq!(read(line.as_bytes()), Ok(Read::Entry(Entry { id: "01kb".to_owned(), at, said })), "{line}");
    }
    for (change, said) in [
        (Change::Enrol(enrolment.clone()), Said::Enrol(enrolment)),
        (Change::Plan(plan.clone()), Said::Plan(plan)),
        (Change::Later { of: of.clone(), at, rating: rating.clone() }, Said::Later { of: of.clone(), rating }),
        (Change::Enrol(later.clone()), Said::Enrol(later)),
        (Change::Run { at, ran }, Said::Run(run)),
        (Change::Stop(stop.clone()), Said::Stop(stop)),
        (Change::Void { at, of: of.clone() }, Said::Void { of }),
    ] {
        let line = write_change(&change, "01kb").unwrap();
        assert_eq!(checksum(line.as_bytes()), Sum::Right);
        assert_eq!(read(line.as_bytes()), Ok(Read::Entry(Entry { id: "01kb".to_owned(), at, said })), "{line}");
    }
}

#[test]
fn lines_written_by_hand_are_welcome() {
    let said = |line: &str| match read(line.as_bytes()) {
        Ok(Read::Entry(entry)) => entry.said,
        other => panic!("{other:?}"),
    };
    let at = r#""at":"2026-11-21T07:12:00+01:00""#;
    assert!(matches!(
        said(&format!(r#"{{"ev":"manual","id":"m1",{at},"day":"2026-11-19","program":"knee","fraction":0.4}}"#)),
        Said::Manual(manual) if !manual.counts && manual.id == "m1"
    ));
    assert!(matches!(
        said(&format!(r#"{{"ev":"pause","id":"p1",{at},"from":"2026-12-01","to":"2026-12-05","why":"ill"}}"#)),
        Said::Pause(pause) if pause.why.as_deref() == Some("ill")
    ));
    assert!(matches!(
        said(&format!(
            r#"{{"ev":"amend","id":"a1",{at},"of":"x","set":{{"day":"2026-11-20","pain_after":3,"new":1}}}}"#
        )),
        Said::Amend { set: Amended { pain_after: Some(3), counts: None, .. }, .. }
    ));
    let head = format!(r#"{{"s":"x","n":0,"ev":"start",{at},"day":"2026-11-21","program":{{"id":"knee"}}}}"#);
    let Ok(Read::Piece(_, 0, Piece::Start(start, device))) = read(head.as_bytes()) else { panic!("{head}") };
    assert_eq!((start.program.title.as_str(), start.pain_limit, device.as_str()), ("knee", 5, ""));
}

#[test]
fn what_is_new_is_counted_and_what_is_out_of_range_is_refused() {
    for newer in
        [r#"{"v":7,"s":"x","n":1,"ev":"set"}"#, r#"{"s":"x","n":1,"ev":"dance"}"#, r#"{"id":"x","ev":"dance"}"#]
    {
        assert_eq!(read(newer.as_bytes()), Ok(Read::Newer), "{newer}");
    }
    for bad in [
        r#"{"s":"x","n":1,"ev":"rate","when":"after","pain":11,"t_ms":0}"#,
        r#"{"s":"x","n":1,"ev":"rate","when":"after","pain":-1,"t_ms":0}"#,
        r#"{"s":"x","n":1,"ev":"set","ex":"Wall Sit","set":1,"result":"done","t_ms":0}"#,
        r#"{"s":"x","n":1,"ev":"finish","result":"short","fraction":1e400,"counts":true,"t_ms":0}"#,
        r#"{"s":"x","n":1,"ev":"finish","result":"short","fraction":1.5,"counts":true,"t_ms":0}"#,
        r#"{"s":"x","n":1,"ev":"resumed","t_ms":18446744073709551615}"#,
        r#"{"s":"../x","n":1,"ev":"resumed","t_ms":1}"#,
        r#"{"s":"x","ev":"resumed","t_ms":1}"#,
        r#"{"id":"x","ev":"pause","at":"2026-11-21T07:12:00Z","from":"2026-12-05","to":"2026-12-01"}"#,
        r#"{"id":"x","ev":"void","of":"y","at":"10000-01-01T00:00:00Z"}"#,
        "<<<<<<< HEAD",
        "[1]",
        "",
    ] {
        assert!(read(bad.as_bytes()).is_err(), "{bad}");
    }
}

#[test]
fn no_line_is_longer_than_what_is_read() {
    let heavy = "क्षि".repeat(4000);
    let line = Line { at: Duration::ZERO, what: Happened::Note(Clean::note(&heavy)) };
    let written = write_line(&start(), "k7f3q9x2m4", 1, &line).unwrap();
    assert!(written.len() < LONGEST && read(written.as_bytes()).is_ok());

    let mut start = start();
    let exercise = PlannedExercise {
        exercise: id(&"a".repeat(64)),
        name: Clean::name(&heavy),
        sides: vec![Some(Side::Left), Some(Side::Right)],
        ..start.plan[0].clone()
    };
    let heel = exercise.manner.clone();
    start.plan = vec![exercise; 200];
    let written = write_start(&start, "k7f3q9x2m4").unwrap();
    assert!(written.len() < LONGEST, "{}", written.len());
    let Ok(Read::Piece(_, 0, Piece::Start(back, _))) = read(written.as_bytes()) else { panic!() };
    assert_eq!((back.plan.len(), back.plan[0].name.as_str()), (200, back.plan[0].exercise.as_str()));
    assert_eq!(back.plan[0].manner, None);

    // With names of a usual length the rests and tempos alone are left out.
    let tempo = Some(Clean::text(&"raise 1 s, lower 3 s, ".repeat(20)));
    let manner = Manner { tempo, ..heel.unwrap() };
    let exercise = PlannedExercise {
        name: Clean::name("Heel drop, straight knee"),
        manner: Some(manner),
        ..start.plan[0].clone()
    };
    start.plan = vec![exercise; 200];
    let written = write_start(&start, "k7f3q9x2m4").unwrap();
    let Ok(Read::Piece(_, 0, Piece::Start(back, _))) = read(written.as_bytes()) else { panic!() };
    assert_eq!((&back.plan[0].name, &back.plan[0].manner), (&start.plan[0].name, &None));
}

/// The golden session of version 1: every later release reads it, and this one writes exactly it.
#[test]
fn a_session_of_version_1_is_read_for_ever() {
    let golden = include_str!("v1.jsonl");
    // Members that came later are absent from it.
    let mut start = Start { phase: 0, turn: 0, variant: None, ..start() };
    for planned in &mut start.plan {
        (planned.load, planned.level, planned.manner) = (None, 0, None);
    }
    let heel = SetRecord {
        exercise: id("heel-drop"),
        set: 1,
        side: Some(Side::Left),
        result: SetResult::Early,
        target: Target { reps: Some(15), time: Some(Duration::from_secs(90)) },
        reps: Some(12),
        active: Duration::from_secs(72),
        instead: None,
        measure: None,
        unconfirmed: false,
    };
    let skipped = SetRecord {
        exercise: id("wall-sit"),
        side: None,
        result: SetResult::Skipped(Some(SkipReason::NoTime)),
        target: Target { reps: None, time: Some(Duration::from_secs(30)) },
        reps: None,
        active: Duration::ZERO,
        ..heel.clone()
    };
    let stamp = Rating { when: When::During, pain: Some(3), effort: None, stiffness: None, place: None };
    let place = Some((id("heel-drop"), 1, Some(Side::Left)));
    let rest_advised = NaiveDate::from_ymd_opt(2026, 11, 22);
    let end = Finish { result: SessionResult::Partial, fraction: 0.8, counts: true, rest_advised, clock_step: None };
    let events = [
        Happened::Rate(Rating { when: When::Before, ..stamp.clone() }),
        Happened::Rate(Rating { place, ..stamp.clone() }),
        Happened::Set(heel),
        Happened::Interrupted,
        Happened::Resumed,
        Happened::Set(skipped),
        Happened::Rate(Rating { when: When::After, pain: Some(2), effort: Some(6), ..stamp }),
        Happened::Note(Clean::note("knee felt warm\nafter the second set")),
        Happened::Finish(end),
    ];
    let mut lines = golden.lines();
    let head = Piece::Start(Box::new(start.clone()), "k7f3q9x2m4".to_owned());
    let first = lines.next().unwrap_or_default();
    assert_eq!(read(first.as_bytes()), Ok(Read::Piece(start.session.clone(), 0, head)));
    for (n, what) in (1..).zip(events) {
        let line = Line { at: Duration::from_mins(n), what };
        assert_eq!(lines.next(), Some(&*write_line(&start, "k7f3q9x2m4", n, &line).unwrap()));
    }
    assert_eq!(lines.next(), None);
}

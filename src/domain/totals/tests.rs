//! Totals against numbers that were reckoned by hand.

use chrono::Weekday;

use super::*;
use crate::domain::amount::Amount;
use crate::domain::exercise::{Reps, SideDose, Tempo, TempoPhase, Work};
use crate::domain::program::Session;
use crate::domain::schedule::{Rhythm, Weekdays};

fn exercise(id: &str, work: Work) -> Exercise {
    Exercise::new(Id::new(id).unwrap(), Clean::name(id), work)
}

/// Raise 1 s, lower 3 s.
fn paced(reps: u32) -> Work {
    let phase = |verb, seconds| TempoPhase { verb: Clean::name(verb), length: Duration::from_secs(seconds) };
    let tempo = Tempo { phases: vec![phase("raise", 1), phase("lower", 3)] };
    Work::Paced { reps: Reps::Count(Amount::fixed(reps)), tempo }
}

#[expect(clippy::unnecessary_wraps, reason = "what is compared with it may be unknown")]
fn seconds(n: u64) -> Option<Duration> {
    Some(Duration::from_secs(n))
}

fn program(schedule: Schedule, sessions: Vec<Session>) -> Program {
    let mut program = Program::new(Id::new("x").unwrap(), Clean::name("x"), Vec::new());
    program.schedule = schedule;
    program.phases = vec![Phase { sessions, ..Phase::default() }];
    program
}

fn session(exercises: Vec<Exercise>) -> Session {
    Session { exercises, ..Session::default() }
}

const fn often(rhythm: Rhythm, times: u32) -> Schedule {
    Schedule { rhythm, times }
}

fn on(days: &[Weekday]) -> Rhythm {
    Rhythm::Days(days.iter().fold(Weekdays::default(), |set, day| set.with(*day)))
}

#[test]
fn heel_drops_twice_a_day_are_630_reps_a_week() {
    let mut drop = exercise("drop", paced(15));
    drop.sets = Amount::fixed(3);
    drop.side = SideRule::Affected;
    let program = program(often(Rhythm::Days(Weekdays::ALL), 2), vec![session(vec![drop])]);
    let totals = totals(&program);
    let session = &totals[0].sessions[0];
    assert_eq!(session.weekly, Some(Average::new(14, 1)));
    let [row] = session.rows.as_slice() else { panic!("{:?}", session.rows) };
    assert_eq!((row.side, row.sets, row.reps, row.tension), (Sides::Affected, 3, Some(45), seconds(180)));
    assert_eq!(row.weekly_reps().map(Average::words).as_deref(), Some("630"));
    assert_eq!(row.weekly_tension(), seconds(180 * 14));
    // One side: 15 s to get ready, 60 s of work, then twice 30 s of rest, 5 s of count and 60 s of work.
    assert_eq!(session.one_side, Some(Length { time: Duration::from_secs(265), is_guess: false }));
    // Both: 15 + 60, then 10 s to change over, a count of 5 s and 60 s; then twice (30 + 5 + 60 + 10 + 5 + 60).
    assert_eq!(session.both_sides.map(|length| length.time), seconds(15 + 60 + 75 + 2 * 170));
}

#[test]
fn relaxing_is_no_work_and_the_runners_pace_is_unknown() {
    let ten = Amount::fixed(10);
    let two = Duration::from_secs(2);
    let mut press =
        exercise("press", Work::HeldReps { reps: ten, hold: Amount::fixed(two), relax: Duration::from_secs(4) });
    press.side = SideRule::Each;
    let free = exercise("free", Work::OwnPace { reps: Reps::Count(ten) });
    let most = exercise("most", Work::OwnPace { reps: Reps::Max });
    let roll = exercise("roll", Work::Timed { time: Amount::range(Duration::from_mins(1), two * 60).unwrap() });
    let program = program(Schedule::DAILY, vec![session(vec![press, free, most, roll])]);
    let totals = totals(&program);
    let rows: Vec<_> =
        totals[0].sessions[0].rows.iter().map(|row| (row.side, row.sets, row.reps, row.tension)).collect();
    assert_eq!(
        rows,
        [
            (Sides::Each, 1, Some(10), seconds(20)),
            (Sides::Together, 1, Some(10), None),
            (Sides::Together, 1, None, None),
            (Sides::Together, 1, None, seconds(60)),
        ]
    );
    assert!(totals[0].sessions[0].one_side.is_some_and(|length| length.is_guess));
}

#[test]
fn sides_with_doses_of_their_own_have_rows_of_their_own() {
    let dose = |sets, reps| Box::new(SideDose { sets: Amount::fixed(sets), work: paced(reps), load: None });
    let mut raise = exercise("raise", paced(12));
    raise.sets = Amount::fixed(2);
    raise.side = SideRule::Each;
    raise.sides.affected = Some(dose(3, 10));
    let rows = |exercise: &Exercise| -> Vec<_> {
        let program = program(Schedule::DAILY, vec![session(vec![exercise.clone()])]);
        let rows = totals(&program).remove(0).sessions.remove(0).rows;
        rows.iter().map(|row| (row.side, row.sets, row.reps, row.tension)).collect()
    };
    let expected = [(Sides::Affected, 3, Some(30), seconds(120)), (Sides::Unaffected, 2, Some(24), seconds(96))];
    assert_eq!(rows(&raise), expected);
    raise.sides.right = raise.sides.affected.take();
    let expected = [(Sides::Left, 2, Some(24), seconds(96)), (Sides::Right, 3, Some(30), seconds(120))];
    assert_eq!(rows(&raise), expected);
}

#[test]
fn a_week_is_what_the_schedule_says() {
    let week = |rhythm, times, turns| week::weekly(&often(rhythm, times), turns).map(Average::words);
    assert_eq!(week(Rhythm::per_week(3), 1, 1).as_deref(), Some("3"));
    assert_eq!(week(Rhythm::EveryDays(2), 1, 1).as_deref(), Some("3.5"));
    assert_eq!(week(Rhythm::EveryDays(3), 1, 1).as_deref(), Some("2.3"));
    assert_eq!(week(Rhythm::Days(Weekdays::ALL), 2, 1).as_deref(), Some("14"));
    assert_eq!(week(Rhythm::Days(Weekdays::WORKDAYS), 1, 2).as_deref(), Some("2.5"), "two in turn on five days");
    assert_eq!(week(Rhythm::AsNeeded, 1, 1), None);
}

#[test]
fn an_exercise_with_a_schedule_of_its_own_counts_on_its_days() {
    let part = |session, turns, own: Rhythm| part_of(&session, turns, Some(&often(own, 1))).map(Average::words);
    let daily = |times| often(Rhythm::Days(Weekdays::ALL), times);
    let three = on(&[Weekday::Mon, Weekday::Wed, Weekday::Fri]);
    assert_eq!(part(daily(1), 1, three).as_deref(), Some("3"));
    assert_eq!(part(daily(2), 1, three).as_deref(), Some("6"), "in both sessions of the day");
    assert_eq!(part(daily(1), 1, Rhythm::EveryDays(2)).as_deref(), Some("3.5"));
    assert_eq!(part(daily(2), 1, Rhythm::per_week(3)).as_deref(), Some("6"));
    assert_eq!(part(often(three, 1), 1, on(&[Weekday::Mon, Weekday::Tue])).as_deref(), Some("1"), "Monday alone");
    assert_eq!(part(often(three, 1), 1, Rhythm::per_week(5)).as_deref(), Some("3"), "never more than the session");
    assert_eq!(part(often(Rhythm::per_week(3), 1), 1, on(&[Weekday::Mon, Weekday::Fri])).as_deref(), Some("2"));
    assert_eq!(part(often(Rhythm::EveryDays(2), 1), 1, three).as_deref(), Some("1.5"), "every other Monday");
    assert_eq!(part(daily(1), 2, Rhythm::per_week(2)).as_deref(), Some("2"), "in one of two sessions in turn");
    assert_eq!(part(daily(1), 2, Rhythm::per_week(5)).as_deref(), Some("3.5"));
    assert_eq!(part(daily(1), 1, Rhythm::AsNeeded), None);
    assert_eq!(part(often(Rhythm::AsNeeded, 1), 1, three), None);
}

#[test]
fn sessions_in_turn_share_the_due_days_and_others_have_their_own() {
    let two = vec![session(vec![exercise("a", paced(10))]), session(vec![exercise("b", paced(10))])];
    let totals = |sessions| totals(&program(often(Rhythm::per_week(3), 1), sessions)).remove(0).sessions;
    let in_turn = totals(two.clone());
    let words = |sessions: &[SessionTotals]| -> Vec<_> {
        let reps = |session: &SessionTotals| session.rows[0].weekly_reps().map(Average::words).unwrap();
        sessions.iter().map(reps).collect()
    };
    assert_eq!(words(&in_turn), ["15", "15"]);
    assert_eq!((in_turn[0].turns, in_turn[0].weekly), (2, Some(Average::new(3, 2))));
    let mut own = two;
    own[0].schedule = Some(Schedule::DAILY);
    own[1].schedule = Some(often(Rhythm::EveryDays(2), 1));
    let own = totals(own);
    assert_eq!(words(&own), ["70", "35"]);
    assert_eq!(own[0].turns, 1);
    let phase = |sessions| PhaseTotals { title: None, weeks: None, sessions };
    assert_eq!(in_several(&phase(own.clone())), [], "two exercises in a session each");
    let mut same = own;
    same[1].rows = same[0].rows.clone();
    same[1].rows[0].weekly = Some(Average::new(7, 2));
    let [week] = in_several(&phase(same)).try_into().unwrap();
    assert_eq!((week.times.words().as_str(), week.reps.unwrap().words().as_str()), ("10.5", "105"));
    assert_eq!(week.tension, seconds(420), "40 s ten and a half times");
}

#[test]
fn averages_are_exact_until_they_are_said() {
    let third = Average::new(7, 3);
    assert_eq!((third.words().as_str(), third.times(3).words().as_str()), ("2.3", "7"));
    assert_eq!(third.plus(Average::new(2, 3)), Average::new(3, 1));
    assert_eq!(Average::new(1, 20).tenths(), 1, "a half is rounded up");
    assert_eq!(Average::new(0, 0).words(), "0");
}

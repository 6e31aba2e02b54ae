//! What a session comes to (reliability.md 5.3), and where it goes on.

use std::time::Duration;

use soleus::domain::exercise::Side;
use soleus::domain::outcome::{next_set, order, outcome, rest_advised, set_records};
use soleus::domain::session::{Happened, PlannedExercise, SessionResult, SetRecord, SetResult, SkipReason, Target};

use super::made::{day, id, line, planned, rated, set};

const PAIN: SetResult = SetResult::Skipped(Some(SkipReason::Pain));

/// A set of 10 reps of which so many were done.
fn early(number: u32, reps: u32) -> SetRecord {
    SetRecord { reps: Some(reps), ..set("drop", number, SetResult::Early) }
}

/// A hold of 30 s of which so many milliseconds were held.
fn held(number: u32, result: SetResult, millis: u64) -> SetRecord {
    SetRecord {
        target: Target { reps: None, time: Some(Duration::from_secs(30)) },
        active: Duration::from_millis(millis),
        ..set("drop", number, result)
    }
}

/// Whether a session of this plan comes to such a fraction.
fn comes_to(plan: &[PlannedExercise], records: &[SetRecord], fraction: f64) -> bool {
    (outcome(plan, records).fraction - fraction).abs() < 1e-9
}

fn done(number: u32) -> SetRecord {
    set("drop", number, SetResult::Done)
}

#[test]
fn streak_outcome_of_sessions() {
    use SessionResult::{Completed, Partial, Short, StoppedPain};
    let stopped = set("drop", 1, SetResult::StoppedPain);
    let skipped = |number| set("drop", number, SetResult::Skipped(None));
    let table: Vec<(&str, Vec<SetRecord>, SessionResult, f64)> = vec![
        ("nothing", vec![], Short, 0.0),
        ("all", vec![done(1), done(2)], Completed, 1.0),
        ("half of the sets", vec![done(1)], Partial, 0.5),
        ("a little less than half", vec![early(1, 9)], Short, 0.45),
        ("reps in parts", vec![done(1), early(2, 4)], Partial, 0.7),
        ("more reps than asked are one set", vec![early(1, 40)], Partial, 0.5),
        ("the last record of a set holds", vec![done(1), done(2), early(1, 5)], Partial, 0.75),
        ("put right upwards", vec![early(1, 5), done(2), done(1)], Completed, 1.0),
        ("done, but put right to fewer reps", vec![SetRecord { reps: Some(5), ..done(1) }, done(2)], Partial, 0.75),
        ("done with more reps", vec![SetRecord { reps: Some(12), ..done(1) }, done(2)], Completed, 1.0),
        ("time in parts", vec![held(1, SetResult::Early, 15_000), done(2)], Partial, 0.75),
        ("held to its target less 0.1 s", vec![held(1, SetResult::Done, 29_900), done(2)], Completed, 1.0),
        ("all skipped", vec![skipped(1), skipped(2)], Short, 0.0),
        ("skipped, whatever its time says", vec![held(1, SetResult::Skipped(None), 30_000)], Short, 0.0),
        ("stopped in the first set", vec![stopped.clone()], StoppedPain, 0.0),
        ("stopped, then done again", vec![stopped, done(1), done(2)], Completed, 1.0),
        ("skipped for pain before anything", vec![set("drop", 1, PAIN)], Short, 0.0),
        ("skipped for pain, then half done", vec![set("drop", 1, PAIN), done(2)], Partial, 0.5),
        ("skipped for pain after a set", vec![early(1, 1), set("drop", 2, PAIN)], StoppedPain, 0.05),
        (
            "skipped for being tired",
            vec![early(1, 1), set("drop", 2, SetResult::Skipped(Some(SkipReason::Tired)))],
            Short,
            0.05,
        ),
        (
            "another exercise's sets",
            vec![set("other", 1, SetResult::Done), set("other", 2, SetResult::Done)],
            Short,
            0.0,
        ),
        ("the other side", vec![SetRecord { side: Some(Side::Right), ..done(1) }, done(2)], Partial, 0.5),
    ];
    for (name, records, result, fraction) in table {
        let got = outcome(&[planned("drop", 2)], &records);
        assert_eq!(got.result, result, "{name}: {got:?}");
        assert!((got.fraction - fraction).abs() < 1e-9, "{name}: {got:?}");
        assert_eq!(got.counts, result != Short, "{name}");
    }
}

#[test]
fn streak_outcome_leaves_optional_exercises_out() {
    let optional = PlannedExercise { optional: true, ..planned("walk", 3) };
    let plan = [planned("drop", 1), optional.clone()];
    assert_eq!(outcome(&plan, &[done(1)]).result, SessionResult::Completed);
    assert_eq!(outcome(&plan, &[set("walk", 1, SetResult::Done)]).result, SessionResult::Short);
    let only = [optional];
    assert_eq!(outcome(&only, &[]).result, SessionResult::Short, "nothing done is never completed");
    assert_eq!(outcome(&only, &[1, 2].map(|n| set("walk", n, SetResult::Done))).result, SessionResult::Partial);
    assert_eq!(outcome(&[], &[done(1)]).result, SessionResult::Short);
    let nobody = PlannedExercise { sides: vec![], ..planned("drop", 2) };
    let all_that_is_left = [nobody.clone(), PlannedExercise { optional: true, ..planned("walk", 1) }];
    assert!(comes_to(&all_that_is_left, &[set("walk", 1, SetResult::Done)], 1.0));
    assert!(comes_to(&[nobody, planned("walk", 1)], &[set("walk", 1, SetResult::Done)], 1.0));
}

#[test]
fn streak_outcome_without_a_number_to_reach() {
    let open = |result| SetRecord { target: Target::default(), ..set("drop", 1, result) };
    let plan = [planned("drop", 1)];
    assert_eq!(outcome(&plan, &[open(SetResult::Done)]).result, SessionResult::Completed);
    assert!(comes_to(&plan, &[open(SetResult::Early)], 0.0));
    let uncounted = SetRecord {
        target: Target { reps: Some(10), time: Some(Duration::from_mins(1)) },
        active: Duration::from_secs(45),
        ..set("drop", 1, SetResult::Early)
    };
    assert!(comes_to(&plan, &[uncounted], 0.75), "reps that nobody counted: the time tells");
}

#[test]
fn streak_rest_is_advised_over_the_limit_and_from_six() {
    let (today, next) = (day("2026-11-30"), Some(day("2026-12-01")));
    let advised = [(Some(6), 5, next), (Some(5), 3, None), (Some(6), 6, None), (Some(7), 6, next), (None, 0, None)];
    for (pain, limit, rest) in advised {
        assert_eq!(rest_advised(pain, limit, today), rest, "{pain:?} of {limit}");
    }
}

#[test]
fn streak_a_session_goes_on_at_the_exact_set_and_side() {
    let sides = [Some(Side::Left), Some(Side::Right)];
    let order: Vec<_> = (1..=2).flat_map(|n| sides.map(|side| (id("drop"), n, side))).collect();
    let lines = [
        line(Happened::Rate(rated(soleus::domain::session::When::Before, 1))),
        line(Happened::Set(done(1))),
        line(Happened::Set(done(2))),
        line(Happened::Resumed),
    ];
    assert_eq!(next_set(&order, set_records(&lines)), Some(1));
    assert_eq!(next_set(&order, &[]), Some(0));
    let all: Vec<SetRecord> =
        order.iter().map(|(_, n, side)| SetRecord { side: *side, ..set("drop", *n, PAIN) }).collect();
    assert_eq!(next_set(&order, &all), None, "a skipped set is behind");
}

#[test]
fn streak_every_side_has_its_own_dose_and_the_order_is_the_one_of_the_plan() {
    let plan = crate::scenarios::plan_of(
        "{ id = 'raise', reps = 10, sets = 2, side = 'each', circuit = 'x', left = { sets = 1, reps = 4 } },
         { id = 'most', reps = 'max', sets = 2, circuit = 'x', measure = 'cm' }",
    );
    let order = order(&plan);
    let words: Vec<String> =
        order.iter().map(|(exercise, n, side)| format!("{exercise} {n} {}", side.map_or("both", Side::word))).collect();
    assert_eq!(words, ["raise 1 right", "raise 1 left", "most 1 both", "raise 2 right", "most 2 both"]);
    let reps = |side| match side {
        Some(Side::Right) => Some(10),
        Some(Side::Left) => Some(4),
        None => None,
    };
    let mut records: Vec<SetRecord> = order
        .iter()
        .map(|(exercise, n, side)| SetRecord {
            exercise: exercise.clone(),
            side: *side,
            target: Target { reps: reps(*side), time: None },
            reps: reps(*side),
            ..set("raise", *n, SetResult::Done)
        })
        .collect();
    let planned = plan.planned();
    assert_eq!(planned.len(), 3, "two doses of one exercise, and another");
    assert_eq!(outcome(&planned, &records).result, SessionResult::Completed);
    assert_eq!(next_set(&order, &records[..2]), Some(2), "on with the next station");
    records[1].reps = Some(2);
    records[1].result = SetResult::Early;
    assert!(comes_to(&planned, &records, 0.9), "half of one set of five");
    assert!(comes_to(&planned, &records[2..], 0.6), "a set that was measured or counted is one when done");
}

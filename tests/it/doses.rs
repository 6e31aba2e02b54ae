//! The doses of the bundled programs against a table written from the clinical facts (5.1, 5.2, 5.4) alone.
//!
//! Whoever changes a program has to change its row too, with the source in hand: a dose is never changed by a slip.

use std::time::Duration;

use soleus::domain::exercise::{Affected, Exercise, SideRule, Work};
use soleus::domain::plan::Plan;
use soleus::domain::program::{PainQuestion, Program};
use soleus::domain::schedule::{Rhythm, Schedule};
use soleus::domain::timeline::Timeline;
use soleus::io::library::Library;

/// Id; sets; reps (0: none); phases of a rep, or the hold, or hold and relax, in seconds; side; rest between sets where
/// there is more than one set or side rule that needs it.
type Row = (&'static str, u32, u32, &'static [u64], SideRule, u64);

/// Clinical facts 5.1, weeks 1 and 2. Where the sheet names no rest there is one set, and the format's 30 s is unused.
const ANKLE: [Row; 5] = [
    ("calf-raise", 1, 10, &[2, 1, 3], SideRule::Both, 30),
    ("tib-raise", 2, 10, &[2, 1, 2], SideRule::Both, 30),
    ("towel-scrunch", 1, 10, &[2, 2, 1], SideRule::Each, 30),
    ("soleus-stretch", 2, 0, &[30], SideRule::Each, 10),
    ("single-leg-balance", 2, 0, &[20], SideRule::Each, 15),
];

/// Clinical facts 5.4, weeks 1 and 2: up 1 s with both, change feet, down 3 s; affected side; 60 s rest.
const ACHILLES: [Row; 2] = [
    ("heel-drop-straight", 3, 15, &[1, 1, 3], SideRule::Affected, 60),
    ("heel-drop-bent", 3, 15, &[1, 1, 3], SideRule::Affected, 60),
];

/// Clinical facts 5.2, week 4 on; 2 s press and 4 s relax.
const HIP: [Row; 5] = [
    ("hip-ball-release", 1, 0, &[30], SideRule::Each, 30),
    ("hip-release-psoas", 1, 0, &[90], SideRule::Each, 30),
    ("hip-release-iliacus", 1, 0, &[90], SideRule::Each, 30),
    ("hip-realign", 1, 10, &[2, 4], SideRule::Affected, 30),
    ("hip-flexor-stretch", 1, 0, &[30], SideRule::Each, 30),
];

fn program(id: &str) -> Program {
    Library::bundled().find(id).unwrap_or_else(|| panic!("{id} is not bundled")).program.clone()
}

fn dose(exercise: &Exercise) -> (u32, Vec<u64>) {
    match &exercise.work {
        Work::Paced { reps, tempo } => {
            (reps.target().unwrap(), tempo.phases.iter().map(|phase| phase.length.as_secs()).collect())
        }
        Work::HeldReps { reps, hold, relax } => (reps.low(), vec![hold.low().as_secs(), relax.as_secs()]),
        Work::Hold { hold } => (0, vec![hold.low().as_secs()]),
        Work::Timed { .. } | Work::OwnPace { .. } | Work::Instruction => panic!("{} has no such dose", exercise.id),
    }
}

fn holds(id: &str, rows: &[Row]) {
    let program = program(id);
    let exercises: Vec<&Exercise> = program.exercises().collect();
    assert_eq!(exercises.len(), rows.len(), "{id}");
    for (exercise, (name, sets, reps, seconds, side, rest)) in exercises.iter().zip(rows) {
        assert_eq!(exercise.id.as_str(), *name, "{id}: the order");
        assert_eq!(exercise.sets.low(), *sets, "{name}: sets");
        assert!(!exercise.sets.is_range(), "{name}: no range");
        assert_eq!(dose(exercise), (*reps, seconds.to_vec()), "{name}: reps and seconds");
        assert_eq!(exercise.side, *side, "{name}: side");
        assert_eq!(exercise.rest, Duration::from_secs(*rest), "{name}: rest");
    }
}

fn minutes(id: &str, affected: Affected) -> u64 {
    let plan = Plan::new(&program(id), affected).unwrap();
    Timeline::of(&plan).length(&plan).as_secs().div_ceil(60)
}

#[test]
fn the_ankle_program_has_the_doses_of_its_first_weeks() {
    holds("ankle-strength-five", &ANKLE);
    let ankle = program("ankle-strength-five");
    assert_eq!(ankle.schedule, Schedule { rhythm: Rhythm::PerWeek(4), times: 1 });
    assert_eq!(ankle.pain.limit, 5);
    // The sheet computes 12 minutes.
    assert!((11..=14).contains(&minutes("ankle-strength-five", Affected::Left)));
}

#[test]
fn the_heel_drops_are_three_times_fifteen_of_each_twice_a_day() {
    holds("achilles-eccentric-12w", &ACHILLES);
    let achilles = program("achilles-eccentric-12w");
    assert_eq!(achilles.schedule, Schedule { times: 2, ..Schedule::DAILY });
    assert_eq!(achilles.gap, Some(Duration::from_hours(5)));
    assert_eq!(achilles.pain.limit, 5);
    assert_eq!(achilles.pain.ask, [PainQuestion::Before, PainQuestion::After, PainQuestion::NextMorning]);
    for exercise in achilles.exercises() {
        let Work::Paced { tempo, .. } = &exercise.work else { panic!("the drops are paced") };
        let verbs: Vec<&str> = tempo.phases.iter().map(|phase| phase.verb.as_str()).collect();
        assert_eq!(verbs, ["raise", "change feet", "lower"], "up with both, move over, down on one");
        let easier = exercise.easier.as_ref().unwrap();
        assert_eq!((easier.id.as_str(), easier.sets.low(), easier.side), ("heel-lower-floor", 3, SideRule::Affected));
    }
    // The sheet computes 12 minutes for one leg and 21 for both.
    assert!((11..=13).contains(&minutes("achilles-eccentric-12w", Affected::Right)));
    assert!((20..=23).contains(&minutes("achilles-eccentric-12w", Affected::Both)));
}

#[test]
fn the_hip_program_releases_then_realigns_then_stretches() {
    holds("hip-release-realign", &HIP);
    let hip = program("hip-release-realign");
    assert_eq!(hip.schedule, Schedule::DAILY);
    assert!(hip.summary.unwrap().contains("low evidence"));
    let optional: Vec<&str> =
        hip.phases[0].sessions[0].exercises.iter().filter(|e| e.optional).map(|e| e.id.as_str()).collect();
    assert_eq!(optional, ["hip-ball-release"]);
    assert!(hip.phases[0].sessions[0].exercises.iter().all(|e| e.rest_after == Duration::from_secs(20)));
    // The sheet computes 10 minutes without the ball; the ball takes two more.
    assert!((11..=13).contains(&minutes("hip-release-realign", Affected::Left)));
}

#[test]
fn every_program_names_every_emergency() {
    // Clinical facts 3.1, the tier where somebody must be called or seen today.
    let signs = ["Chest pain", "breathless", "coughing blood", "pop", "snap", "kick", "push off", "rise on your toes"];
    let more =
        ["four steps", "misshapen", "bone through", "numb", "cold", "pale or blue", "calf swollen", "fever", "arch"];
    for entry in Library::bundled().entries {
        let said: Vec<&str> = entry.program.stop_if.iter().map(soleus::domain::text::Clean::as_str).collect();
        let said = said.join("\n");
        for sign in signs.iter().chain(&more) {
            assert!(said.contains(sign), "{}: `{sign}` is missing", entry.program.id);
        }
    }
}

#[test]
fn nothing_claims_what_nobody_knows() {
    // Clinical facts 0.3 and 3.4: words that are never written, product names among them.
    let never =
        ["treats", "cures", "heals", "diagnos", "prescribed", "clinically proven", "approved", "isolate", "hip hook"];
    let texts = soleus::io::library::CATALOGUE.iter().chain(soleus::io::library::PROGRAMS);
    for (id, text) in texts {
        for word in never {
            assert!(!text.to_lowercase().contains(word), "{id} says `{word}`");
        }
    }
}

#[test]
fn what_is_spoken_is_short() {
    for entry in Library::bundled().entries {
        for exercise in entry.program.exercises() {
            assert!((2..=4).contains(&exercise.cues.len()), "{} has {} cues", exercise.id, exercise.cues.len());
            for cue in &exercise.cues {
                assert!(cue.chars().count() <= 32, "`{cue}` takes too long to say");
            }
            assert!(exercise.setup.is_some() && !exercise.steps.is_empty(), "{} says how", exercise.id);
        }
    }
}

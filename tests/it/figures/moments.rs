//! Every moment of every figure: what is pinned stays, nothing goes through a floor, phases join, nothing jumps.

use soleus::domain::exercise::{Exercise, Work};
use soleus::figure::joint::JOINTS;
use soleus::figure::lint::faults;
use soleus::figure::rhythm::Rhythm;
use soleus::figure::{Figure, Joint};
use soleus::io::library::{CATALOGUE, Library, figure_of};

use super::all;

/// Moments of a phase that are looked at.
const MOMENTS: u32 = 20;
/// No joint is faster, cm/s; what is in the air may be.
const FASTEST: f64 = 200.0;

fn moments() -> impl Iterator<Item = f64> {
    (0..=MOMENTS).map(|n| f64::from(n) / f64::from(MOMENTS))
}

/// Every exercise of the catalogue that has a figure.
fn shown() -> Vec<(Exercise, Figure)> {
    let library = Library::bundled();
    let shown = |exercise: Exercise| figure_of(&exercise, None).map(|figure| (exercise, figure));
    library.catalogue().exercises().filter_map(shown).collect()
}

#[test]
fn nothing_is_wrong_between_two_poses() {
    let mut wrong = Vec::new();
    for figure in all() {
        for phase in &figure.phases {
            for part in moments() {
                let seconds = part * phase.cycle.unwrap_or(1.0);
                let stance = figure.stance(phase.name(), part, seconds);
                for fault in faults(&figure, &stance.now) {
                    wrong.push(format!("{} {} {part:.2}: {}", figure.id, phase.name(), fault.words()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_second_rep_may_be_another_one() {
    let (exercise, figure) = shown().into_iter().find(|(exercise, _)| exercise.id.as_str() == "toe-yoga").unwrap();
    assert_eq!([1, 2, 3, 4].map(|rep| figure.of_rep("lift", rep)), ["lift", "lift second", "lift", "lift second"]);
    assert_eq!(figure.of_rep("rest", 2), "rest", "where there is no other one, it is the same");
    let rhythm = Rhythm::of(Some(&exercise), &figure);
    let words: Vec<&str> = rhythm.phases.iter().map(|(word, _)| word.as_str()).collect();
    assert_eq!(words, ["lift", "hold", "lower", "lift second", "hold second", "lower second"]);
    // The big toe alone, and the other four alone.
    let up = |word| {
        let leg = figure.stance(word, 0.5, 0.0).now.leg;
        (leg.big_toe > 40.0, leg.toes > 40.0)
    };
    assert_eq!([up("hold"), up("hold second")], [(true, false), (false, true)]);
}

#[test]
fn every_phase_begins_where_the_one_before_ends() {
    let mut wrong = Vec::new();
    for (exercise, figure) in shown() {
        // A figure of a hold has ways in and out that the player does not tell.
        if !matches!(exercise.work, Work::Paced { .. }) {
            continue;
        }
        let rhythm = Rhythm::of(Some(&exercise), &figure);
        let words: Vec<&str> = rhythm.phases.iter().map(|(word, _)| word.as_str()).collect();
        for (word, next) in words.iter().zip(words.iter().cycle().skip(1)) {
            let (end, begin) = (figure.stance(word, 1.0, 0.0).now, figure.stance(next, 0.0, 0.0).now);
            if figure.phase(word).is_some_and(|phase| phase.cycle.is_some()) {
                continue;
            }
            let (end, begin) = (figure.body(&end), figure.body(&begin));
            let far = JOINTS.iter().map(|(_, joint)| end.get(*joint).to(begin.get(*joint))).fold(0.0, f64::max);
            if far > 0.5 {
                wrong.push(format!(
                    "{} ({}): `{next}` begins {far:.1} cm from where `{word}` ends",
                    figure.id, exercise.id
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_word_of_a_tempo_moves_or_holds() {
    let mut wrong = Vec::new();
    let shown = shown();
    assert_eq!(shown.len(), CATALOGUE.len(), "every exercise of the catalogue has a figure");
    for (exercise, figure) in shown {
        let words: Vec<String> = match &exercise.work {
            Work::Paced { tempo, .. } => tempo.phases.iter().map(|phase| phase.verb.to_string()).collect(),
            Work::HeldReps { .. } => vec!["hold".to_owned(), "relax".to_owned()],
            Work::Hold { .. } => vec!["hold".to_owned()],
            Work::Timed { .. } => vec!["go".to_owned()],
            Work::OwnPace { .. } => vec!["your pace".to_owned()],
            Work::Instruction => Vec::new(),
        };
        for word in words.iter().filter(|word| figure.phase(word).is_none()) {
            wrong.push(format!("{} has no phase `{word}`, which {} has", figure.id, exercise.id));
        }
        if let Work::Paced { .. } = exercise.work
            && !words.iter().any(|word| figure.phase(word).is_some_and(|phase| phase.moves(&figure)))
        {
            wrong.push(format!("{} stands still all through {}", figure.id, exercise.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_joint_is_faster_than_two_metres_a_second() {
    let mut wrong = Vec::new();
    for (exercise, figure) in shown() {
        let lengths: Vec<(String, f64)> = match &exercise.work {
            Work::Paced { tempo, .. } => {
                tempo.phases.iter().map(|phase| (phase.verb.to_string(), phase.length.as_secs_f64())).collect()
            }
            _ => figure.phases.iter().map(|phase| (phase.name().to_owned(), phase.cycle.unwrap_or(2.0))).collect(),
        };
        for (word, length) in lengths.into_iter().filter(|(_, length)| *length > 0.0) {
            let speed = figure.speed(&word, length);
            if speed > FASTEST {
                wrong.push(format!("{} ({}): {speed:.0} cm/s in `{word}` of {length} s", figure.id, exercise.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_lint_finds_what_is_planted() {
    let mut figure = all().into_iter().find(|figure| figure.id.as_str() == "heel-drop-straight").unwrap();
    let mut pose = figure.start();
    pose.at.y -= 5.0;
    let said: Vec<String> = faults(&figure, &pose).iter().map(soleus::figure::lint::Fault::words).collect();
    assert!(said.iter().any(|fault| fault == "the toe is 5.0 cm inside the step"), "{said:?}");
    pose.arm.pin = pose.arm.pin.map(|pin| soleus::figure::Pin { at: pin.at * 3.0, ..pin });
    let said: Vec<String> = faults(&figure, &pose).iter().map(soleus::figure::lint::Fault::words).collect();
    assert!(said.iter().any(|fault| fault.starts_with("the hand misses its place by ")), "{said:?}");
    figure.default_view = figure.views.iter().position(|view| view.name.as_str() == "body").unwrap();
    pose.at.y += 400.0;
    assert!(faults(&figure, &pose).contains(&soleus::figure::lint::Fault::Unseen(Joint::Head)));
}

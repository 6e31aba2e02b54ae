//! Programs, a history and a runner, built by hand.

use std::time::Duration;

use soleus::domain::amount::Amount;
use soleus::domain::exercise::{Affected, Exercise, Reps, SideRule, Tempo, TempoPhase, Work};
use soleus::domain::program::{PainQuestion, PainRule, Program};
use soleus::domain::text::{Clean, Id};
use soleus::domain::today::{Morning, Row, StreakLine, Today, Unfinished};

pub(crate) fn id(raw: &str) -> Id {
    Id::new(raw).unwrap()
}

pub(crate) fn texts(raw: &[&str]) -> Vec<Clean> {
    raw.iter().map(|text| Clean::text(text)).collect()
}

pub(crate) const fn secs(n: u64) -> Duration {
    Duration::from_secs(n)
}

pub(crate) fn exercise(name: &str, work: Work, sets: u32, side: SideRule) -> Exercise {
    Exercise {
        sets: Amount::fixed(sets),
        side,
        rest: secs(60),
        setup: Some(Clean::text("Stand on the edge of the step on your {side} foot, hand on the rail.")),
        steps: texts(&["Rise on both feet.", "Shift to the one.", "Lower slowly until the heel is below the step."]),
        cues: texts(&["Up on both feet, down on one.", "Let the heel sink."]),
        mistakes: texts(&["Dropping fast.", "Bending the knee."]),
        equipment: texts(&["step"]),
        ..Exercise::new(Id::from_name(name).unwrap(), Clean::name(name), work)
    }
}

pub(crate) fn paced(reps: u32) -> Work {
    let phase = |verb, n| TempoPhase { verb: Clean::name(verb), length: secs(n) };
    let tempo = Tempo { phases: vec![phase("raise", 1), phase("change feet", 1), phase("lower", 3)] };
    Work::Paced { reps: Reps::Count(Amount::fixed(reps)), tempo }
}

pub(crate) fn held(reps: u32) -> Work {
    Work::HeldReps { reps: Amount::fixed(reps), hold: Amount::fixed(secs(2)), relax: secs(4) }
}

pub(crate) fn program(name: &str, exercises: Vec<Exercise>) -> Program {
    Program {
        summary: Some(Clean::text("Slow lowering over the edge of a step, knee straight and bent.")),
        equipment: texts(&["step", "rail"]),
        sources: texts(&["Alfredson 1998"]),
        not_for: texts(&["you felt a pop or a kick in the calf", "the pain is where the tendon meets the heel bone"]),
        stop_if: texts(&["pain above 5 of 10", "a calf that is swollen, warm and red", "chest pain or short breath"]),
        expect: Some(Clean::text("Soreness of muscle and tendon in the first two weeks.")),
        pain: PainRule {
            ask: vec![PainQuestion::After],
            limit: 5,
            lighten_over: 3,
            place: Some(Clean::name("Achilles tendon")),
        },
        ..Program::new(Id::from_name(name).unwrap(), Clean::name(name), exercises)
    }
}

/// Heel drops on the affected side, then a held press on both: a program that asks everything.
pub(crate) fn drops() -> Program {
    let mut drop = exercise("Heel drop, straight knee", paced(15), 3, SideRule::Affected);
    let easier = exercise("Two-leg heel drop", paced(8), 3, SideRule::Affected);
    drop.easier = Some(Box::new(easier));
    let press = exercise("Realignment press", held(10), 1, SideRule::Each);
    program("Achilles heel drops", vec![drop, press])
}

/// One of each kind of work.
pub(crate) fn medley() -> Program {
    let own = Work::OwnPace { reps: Reps::Count(Amount::fixed(12)) };
    let mut walk = exercise("Instruction walk", Work::Instruction, 1, SideRule::Both);
    walk.rest_after = secs(0);
    let hold = Work::Hold { hold: Amount::fixed(secs(45)) };
    program(
        "Medley",
        vec![
            exercise("Tib raise", own, 2, SideRule::Both),
            exercise("Wall sit", hold, 2, SideRule::EachInTurn),
            walk,
            exercise("Rolling", Work::Timed { time: Amount::fixed(secs(60)) }, 1, SideRule::Right),
        ],
    )
}

pub(crate) fn row(program: &Program, enrolled: Option<Affected>) -> Row {
    Row {
        id: program.id.clone(),
        title: program.title.clone(),
        summary: program.summary.clone(),
        length: secs(742),
        exercises: program.exercises().count(),
        equipment: program.equipment.clone(),
        due: true,
        when: "1 of 2 today, next after 15:00".to_owned(),
        streak: enrolled.map(|_| streak()),
        enrolled,
        briefing: soleus::domain::today::Briefing::first(enrolled.unwrap_or(Affected::Left)),
    }
}

pub(crate) const fn streak() -> StreakLine {
    StreakLine { current: 5, longest: 12, unit: "day", today: "open", at_risk: true, habit: Some(87) }
}

pub(crate) fn today(programs: &[Program], enrolled: Option<Affected>) -> Today {
    let rows = programs.iter().map(|program| row(program, enrolled)).collect();
    Today { rows, streak: streak(), ..Today::default() }
}

pub(crate) fn unfinished() -> Unfinished {
    Unfinished {
        session: "01J".to_owned(),
        program: id("achilles-heel-drops"),
        title: Clean::name("Achilles heel drops"),
        began: "today at 06:12".to_owned(),
        place: Some("Heel drop, straight knee, set 2 of 3, right".to_owned()),
    }
}

pub(crate) fn morning() -> Morning {
    Morning {
        sessions: vec!["01H".to_owned()],
        title: Clean::name("Achilles heel drops"),
        place: Some(Clean::name("Achilles tendon")),
        ask: vec![PainQuestion::NextMorning, PainQuestion::MorningStiffness],
    }
}

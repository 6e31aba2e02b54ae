//! Good programs: each file of `tests/good/` beside what is read from it.

use std::fmt::Write as _;

use soleus::domain::climb::{Step, thousandths};
use soleus::domain::exercise::{Exercise, SideDose, SideDoses};
use soleus::domain::prescription::{count, dose, schedule};
use soleus::domain::program::{Phase, Program, Session};
use soleus::domain::time::in_words;
use soleus::io::diagnostic::report;

use crate::readings::each_is_as_written;

/// What was read, in lines; only what is not by default.
fn program(program: &Program) -> String {
    let mut out = format!("{}: {}\n", program.id, schedule(&program.schedule));
    for variant in &program.variants {
        writeln!(out, "variant {}: {}", variant.id, variant.title).unwrap();
    }
    for one in &program.phases {
        phase(&mut out, one);
    }
    out
}

fn phase(out: &mut String, phase: &Phase) {
    let Phase { title, weeks, goal, advance_when, back_when, entry, skip_if, schedule: own, sessions } = phase;
    let mut words = vec![title.as_deref().unwrap_or("-").to_owned()];
    words.extend(weeks.map(|weeks| count(weeks, "week")));
    words.extend(goal.as_ref().map(|goal| format!("goal {goal}")));
    words.extend(advance_when.map(|when| {
        let pain = when.pain_at_most.map(|pain| format!(" with pain {pain} at most")).unwrap_or_default();
        format!("next after {}{pain}", count(when.sessions, "session"))
    }));
    words.extend(
        back_when.map(|back| format!("back after {} over {}", count(back.sessions, "session"), back.pain_over)),
    );
    words.extend(skip_if.iter().map(|said| format!("skip if {said}")));
    words.extend(entry.iter().map(|said| format!("entry {said}")));
    words.extend(own.map(|own| schedule(&own)));
    writeln!(out, "phase {}", words.join("; ")).unwrap();
    for Session { title, schedule: own, exercises } in sessions {
        let mut words = vec![title.as_deref().unwrap_or("-").to_owned()];
        words.extend(own.map(|own| schedule(&own)));
        writeln!(out, "  session {}", words.join("; ")).unwrap();
        for one in exercises {
            exercise(out, "    ", one);
        }
    }
}

fn exercise(out: &mut String, margin: &str, exercise: &Exercise) {
    writeln!(out, "{margin}{} ({}): {}", exercise.id, exercise.name, dose(exercise)).unwrap();
    let mut words = Vec::new();
    words.extend(exercise.schedule.map(|own| schedule(&own)));
    words.extend(exercise.only_if_pain.map(|pain| format!("only if pain {pain} at most")));
    words.extend(exercise.circuit.as_ref().map(|label| format!("circuit {label}")));
    words.extend(exercise.measure.as_ref().map(|unit| format!("measure {unit}")));
    words.extend(exercise.get_ready.map(|length| format!("get ready {}", in_words(length))));
    words.extend(exercise.optional.then(|| "optional".to_owned()));
    if let Some(progress) = exercise.progress {
        let step = match progress.step {
            Step::Count(n) => n.to_string(),
            Step::Time(length) => in_words(length),
            Step::Load(n) => format!("{} of the load", thousandths(n)),
            Step::LoadShare(percent) => format!("{percent} % of the load"),
            Step::TimeShare(percent) => format!("{percent} % of the time"),
        };
        let apart = progress.no_sooner_than.map(|apart| format!(", {} apart", in_words(apart))).unwrap_or_default();
        let (every, pain) = (count(progress.every, "session"), progress.pain_at_most);
        words.push(format!("step {step} every {every}, pain {pain} at most{apart}, {} steps", exercise.top_level()));
    }
    if !words.is_empty() {
        writeln!(out, "{margin}  {}", words.join("; ")).unwrap();
    }
    let SideDoses { affected, unaffected, left, right } = &exercise.sides;
    for (side, own) in [("affected", affected), ("unaffected", unaffected), ("left", left), ("right", right)] {
        if let Some(SideDose { sets, work, load }) = own.as_deref() {
            let (sets, work, load) = (*sets, work.clone(), load.clone());
            writeln!(out, "{margin}  {side}: {}", dose(&Exercise { sets, work, load, ..exercise.clone() })).unwrap();
        }
    }
    for variant in &exercise.left_out_by {
        writeln!(out, "{margin}  not in {variant}").unwrap();
    }
    for (variant, other) in &exercise.variants {
        writeln!(out, "{margin}  in {variant}:").unwrap();
        self::exercise(out, &format!("{margin}    "), other);
    }
}

#[test]
fn every_good_program_is_read_as_it_is_meant() {
    each_is_as_written("good", 16, |name, reading| {
        let problems = report(&reading.problems, &reading.source);
        assert!(reading.problems.iter().all(|p| p.code == "many-exercises"), "{name}:\n{problems}");
        program(reading.program.as_ref().unwrap_or_else(|| panic!("{name} is refused\n{problems}")))
    });
}

//! The first-aid timers: never due, inside the ranges of the clinical facts (1.4) in every form, and a command each.

use std::time::Duration;

use soleus::domain::exercise::{Affected, Work};
use soleus::domain::plan::Plan;
use soleus::domain::schedule::Rhythm;
use soleus::domain::standing::Occasion;
use soleus::io::library::Library;

use crate::cli::Home;

/// Seconds, both ends in: ice T05, roll E07, pressure E16.
const RANGES: [(&str, u64, u64); 3] = [("timer-ice", 900, 1_200), ("timer-roll", 120, 180), ("timer-pressure", 30, 90)];

#[test]
fn every_form_keeps_the_time_of_the_sheet() {
    let library = Library::bundled();
    for (id, low, high) in RANGES {
        let program = &library.find(id).unwrap().program;
        assert_eq!(program.schedule.rhythm, Rhythm::AsNeeded, "{id} is never due");
        let forms = std::iter::once(None).chain(program.variants.iter().map(|variant| Some(variant.id.clone())));
        let mut times = Vec::new();
        for variant in forms {
            let mut occasion = Occasion::first(Affected::Neither);
            occasion.standing.variant = variant;
            for item in Plan::of(program, &occasion).unwrap().items {
                let (Work::Timed { time } | Work::Hold { hold: time }) = item.exercise.work else { panic!("{id}") };
                assert!(
                    (Duration::from_secs(low)..=Duration::from_secs(high)).contains(&time.high()),
                    "{id}: {time:?}"
                );
                times.push(time.low().as_secs());
            }
        }
        assert!(times.contains(&low), "{id}: the low end is there: {times:?}");
        assert!(id == "timer-roll" || times.contains(&high), "{id}: the high end is there: {times:?}");
    }
}

#[test]
fn the_cautions_of_the_sheet_are_there() {
    let library = Library::bundled();
    let text = |id: &str| format!("{:?}", library.find(id).unwrap().program).to_lowercase();
    for words in ["a cloth always lies between", "20 minutes at the latest", "never on bare skin"] {
        assert!(text("timer-ice").contains(words), "{words}");
    }
    assert!(text("timer-roll").contains("never roll it"));
    for words in ["hernia", "aneurysm", "osteoporosis", "kidney stones", "implant", "pregnant", "groin fold"] {
        assert!(text("timer-pressure").contains(words), "3.3: {words}");
    }
}

#[test]
fn each_is_a_command_and_stays_out_of_the_streak() {
    let home = Home::new();
    let now = "2026-11-21T07:12:00+01:00";
    for what in ["ice", "roll", "pressure"] {
        let said = home.good(now, &["timer", what, "--plain", "--speed", "max", "--yes"]);
        assert!(said.contains("completed") && said.trim_end().ends_with("saved"), "{said}");
    }
    let said = home.good("2026-11-21T12:00:00+01:00", &["timer", "ice", "--variant", "twenty", "--speed", "max"]);
    assert!(said.contains("completed"), "{said}");
    let streak = home.good("2026-11-22T12:00:00+01:00", &["streak"]);
    assert!(streak.starts_with("all programs: 0 days, longest 0"), "{streak}");
}

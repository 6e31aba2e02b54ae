//! The catalogue against `tests/scenarios/catalogue.toml`: section 6 of the clinical facts, entry by entry, and the dose
//! that each exercise begins with. The table was written before the catalogue was looked at.
//!
//! Where both differ on purpose the difference is named here with its reason, and must still exist.

use std::collections::BTreeSet;
use std::time::Duration;

use serde::Deserialize;
use soleus::domain::amount::Amount;
use soleus::domain::exercise::{Exercise, Reps, SideRule, Work};
use soleus::domain::text::Clean;
use soleus::io::library::Library;

#[derive(Deserialize)]
struct Table {
    exercise: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    name: String,
    also_called: String,
    mistakes: String,
    easier: String,
    harder: String,
    dose: Dose,
}

/// Seconds throughout.
#[derive(Deserialize)]
struct Dose {
    sets: Option<u32>,
    reps: Option<u32>,
    tempo: Option<Vec<f64>>,
    rep_seconds: Option<f64>,
    in_rep: Option<f64>,
    hold: Option<(f64, f64)>,
    relax: Option<f64>,
    time: Option<(f64, f64)>,
    side: Option<String>,
    rest: Option<f64>,
}

fn table() -> Vec<Entry> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/catalogue.toml");
    toml::from_str::<Table>(&std::fs::read_to_string(path).unwrap()).unwrap().exercise
}

fn both(library: &Library) -> Vec<(Entry, Exercise)> {
    let find = |entry: Entry| {
        let exercise = library.catalogue().exercises().find(|exercise| exercise.id.as_str() == entry.id);
        let exercise = exercise.unwrap_or_else(|| panic!("{} is not in the catalogue", entry.id));
        (entry, exercise)
    };
    table().into_iter().map(find).collect()
}

/// Compares found differences with those that are known, both ways.
fn known(found: &[String], known: &[(&str, &str)]) {
    let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    let known: BTreeSet<&str> = known.iter().map(|(line, _)| *line).collect();
    let new: Vec<&&str> = found.difference(&known).collect();
    let gone: Vec<&&str> = known.difference(&found).collect();
    assert!(new.is_empty() && gone.is_empty(), "new: {new:#?}\ngone: {gone:#?}");
}

#[test]
fn the_catalogue_and_the_sheet_have_the_same_exercises() {
    let library = Library::bundled();
    let ours: BTreeSet<String> = library.catalogue().exercises().map(|exercise| exercise.id.to_string()).collect();
    let theirs: BTreeSet<String> = table().into_iter().map(|entry| entry.id).collect();
    assert_eq!((ours.len(), &ours), (59, &theirs));
}

#[test]
fn every_entry_has_all_that_the_sheet_gives_it() {
    let library = Library::bundled();
    let mut lacking = Vec::new();
    for (entry, exercise) in both(&library) {
        let mut lacks = |what: &str| lacking.push(format!("{}: {what}", entry.id));
        let lists = [
            ("muscles", &exercise.muscles),
            ("equipment", &exercise.equipment),
            ("steps", &exercise.steps),
            ("cues", &exercise.cues),
            ("mistakes", &exercise.mistakes),
            ("sources", &exercise.sources),
        ];
        lists.into_iter().filter(|(_, list)| list.is_empty()).for_each(|(what, _)| lacks(what));
        if exercise.purpose.is_none() {
            lacks("purpose");
        }
        if exercise.setup.is_none() {
            lacks("setup");
        }
        if exercise.name.as_str() != entry.name {
            lacks(&format!("name: the sheet has `{}`, the file `{}`", entry.name, exercise.name));
        }
        let known: Vec<String> = exercise.synonyms.iter().map(|synonym| synonym.to_lowercase()).collect();
        // `stage 2` is a part of the name before it.
        for name in entry
            .also_called
            .replace(", stage", "; stage")
            .split(", ")
            .map(|name| name.split(" (").next().unwrap().to_lowercase())
        {
            let name = name.replace("; stage", ", stage");
            if !known.iter().any(|synonym| synonym.starts_with(&name)) {
                lacks(&format!("synonym `{name}`"));
            }
        }
        // Mistakes stand one after the other; a colon or a semicolon in the sheet may join two.
        if exercise.mistakes.len() < entry.mistakes.split([';', ',']).count().min(3) {
            lacks(&format!("mistakes `{}`", entry.mistakes));
        }
        let note = exercise.note.as_ref().map(|note| note.to_lowercase()).unwrap_or_default();
        if !entry.easier.starts_with("none") && exercise.easier.is_none() && !note.contains("easier") {
            lacks(&format!("easier: {}", entry.easier));
        }
        if !entry.harder.starts_with("none") && exercise.harder.is_none() && !note.contains("harder") {
            lacks(&format!("harder: {}", entry.harder));
        }
    }
    known(&lacking, WORDS);
}

#[test]
fn every_default_is_the_dose_of_the_sheet() {
    let library = Library::bundled();
    let mut all = Vec::new();
    for (entry, exercise) in both(&library) {
        let found = differences(&entry.dose, &exercise);
        all.extend(found.into_iter().map(|difference| format!("{}: {difference}", entry.id)));
    }
    known(&all, DOSES);
}

fn seconds(amount: Amount<Duration>) -> (f64, f64) {
    (amount.low().as_secs_f64(), amount.high().as_secs_f64())
}

/// What differs between the dose of the sheet and the one that the exercise begins with. Of a range of the sheet its low
/// end is a dose too.
fn differences(dose: &Dose, exercise: &Exercise) -> Vec<String> {
    let mut out = Vec::new();
    let mut say = |what: &str, sheet: String, file: String| {
        if sheet != file {
            out.push(format!("{what}: the sheet has {sheet}, the file {file}"));
        }
    };
    if let Some(sets) = dose.sets {
        say("sets", sets.to_string(), exercise.sets.low().to_string());
    }
    let reps = match &exercise.work {
        Work::Paced { reps: Reps::Count(n), .. } | Work::OwnPace { reps: Reps::Count(n) } => Some(n.low()),
        Work::HeldReps { reps, .. } => Some(reps.low()),
        _ => None,
    };
    say("reps", format!("{:?}", dose.reps), format!("{reps:?}"));
    let phases: Vec<f64> = match &exercise.work {
        Work::Paced { tempo, .. } => tempo.phases.iter().map(|phase| phase.length.as_secs_f64()).collect(),
        _ => Vec::new(),
    };
    if let Some(tempo) = &dose.tempo {
        let sheet: Vec<f64> = tempo.iter().copied().filter(|length| *length > 0.0).collect();
        // A rep that begins with the way down has its phases the other way round.
        let turned: Vec<f64> = phases.iter().rev().copied().collect();
        let file = if turned == sheet { turned } else { phases.clone() };
        say("tempo", format!("{sheet:?}"), format!("{file:?}"));
    }
    if let Some(length) = dose.rep_seconds {
        say("seconds a rep", length.to_string(), phases.iter().sum::<f64>().to_string());
    }
    if let Some(held) = dose.in_rep {
        say("held in the rep", held.to_string(), if phases.contains(&held) { held.to_string() } else { "none".into() });
    }
    let hold = match &exercise.work {
        Work::Hold { hold } | Work::HeldReps { hold, .. } => Some(seconds(*hold)),
        _ => None,
    };
    say_range(&mut say, "hold", dose.hold, hold);
    let time = if let Work::Timed { time } = &exercise.work { Some(seconds(*time)) } else { None };
    say_range(&mut say, "time", dose.time, time);
    if let (Some(relax), Work::HeldReps { relax: file, .. }) = (dose.relax, &exercise.work) {
        say("relax", relax.to_string(), file.as_secs_f64().to_string());
    }
    if let Some(side) = &dose.side {
        let file = match exercise.side {
            SideRule::Both => "both",
            SideRule::Each | SideRule::EachInTurn => "each",
            SideRule::Affected => "affected",
            SideRule::Unaffected => "unaffected",
            SideRule::Left => "left",
            SideRule::Right => "right",
        };
        say("side", side.clone(), file.to_owned());
    }
    if let Some(rest) = dose.rest {
        say("rest", rest.to_string(), exercise.rest.as_secs_f64().to_string());
    }
    out
}

fn say_range(
    say: &mut impl FnMut(&str, String, String),
    what: &str,
    sheet: Option<(f64, f64)>,
    file: Option<(f64, f64)>,
) {
    let low_end = sheet.map(|(low, _)| (low, low));
    if file != low_end {
        say(what, format!("{sheet:?}"), format!("{file:?}"));
    }
}

/// Exercises that no program prescribes: they are there for whoever writes one.
const CATALOGUE_ONLY: &[&str] = &[];

#[test]
fn every_exercise_is_used_or_is_for_writers_alone() {
    let mut used = BTreeSet::new();
    for (_, text) in soleus::io::library::PROGRAMS {
        for (id, _) in soleus::io::library::CATALOGUE {
            if text.contains(&format!("\"{id}\"")) {
                used.insert(*id);
            }
        }
    }
    let unused: Vec<&str> =
        soleus::io::library::CATALOGUE.iter().map(|(id, _)| *id).filter(|id| !used.contains(id)).collect();
    assert_eq!(unused, CATALOGUE_ONLY);
}

#[test]
fn what_must_be_placed_has_the_time_for_it() {
    // A tool, a ball, a roller, a towel or a band under load. What stays where it is for the other side has no more than
    // the usual count: the scrunched towel, the mini band.
    let placed = [
        "ankle-roll",
        "arch-roll",
        "band-eversion",
        "glute-ball-release",
        "hip-ball-release",
        "hip-release-iliacus",
        "hip-release-psoas",
        "towel-stretch",
        "towel-toe-heel-raise",
    ];
    let library = Library::bundled();
    let counts = |exercise: &Exercise| exercise.get_ready == Some(Duration::from_secs(25));
    let found: Vec<String> =
        library.catalogue().exercises().filter(counts).map(|exercise| exercise.id.to_string()).collect();
    assert_eq!(found, placed);
}

#[test]
fn the_calf_muscles_stand_the_right_way_round() {
    // Clinical facts 1.5 and 2.1: knee straight, gastrocnemius with soleus; knee bent, soleus does most of it.
    let library = Library::bundled();
    let has = |id: &str, muscle: &str| {
        let exercise = library.catalogue().exercises().find(|exercise| exercise.id.as_str() == id).unwrap();
        exercise.muscles.iter().any(|name: &Clean| name.starts_with(muscle))
    };
    for straight in
        ["heel-drop-straight", "calf-stretch-straight", "towel-stretch", "calf-raise", "single-leg-calf-raise"]
    {
        assert!(has(straight, "gastrocnemius") && has(straight, "soleus"), "{straight}");
    }
    for bent in ["heel-drop-bent", "soleus-stretch", "bent-knee-calf-raise", "seated-calf-raise"] {
        assert!(!has(bent, "gastrocnemius") && has(bent, "soleus"), "{bent}");
    }
}

/// Words that differ on purpose, each with its reason.
const WORDS: &[(&str, &str)] = &[
    (
        "box-jump: name: the sheet has `Box jump (step down)`, the file `Box jump, stepping down`",
        "names are spoken and shown in one line: no brackets",
    ),
    ("brisk-walk: name: the sheet has `Walk / jog`, the file `Brisk walk`", "one entry of the sheet, two exercises"),
    ("brisk-walk: synonym `shuffle jog`", "that is the jog"),
    ("easy-jog: name: the sheet has `Walk / jog`, the file `Easy jog`", "one entry of the sheet, two exercises"),
    ("easy-jog: synonym `warm-up walk`", "that is the walk"),
    (
        "glute-ball-release: name: the sheet has `Ball release, back of hip`, the file `Ball release, back of the hip`",
        "a whole phrase",
    ),
    (
        "heel-drop-bent: name: the sheet has `Heel drop, bent knee (eccentric)`, the file `Heel drop, bent knee`",
        "no brackets; the synonyms say eccentric",
    ),
    (
        "heel-drop-straight: name: the sheet has `Heel drop, straight knee (eccentric)`, the file `Heel drop, straight \
         knee`",
        "no brackets; the synonyms say eccentric",
    ),
    (
        "hip-ball-release: name: the sheet has `Ball release, front of hip`, the file `Ball release, front of the hip`",
        "a whole phrase",
    ),
    (
        "hip-release-iliacus: name: the sheet has `Iliacus release (tool)`, the file `Iliacus release`",
        "no brackets; the set-up and the equipment name the tool",
    ),
    ("hip-release-psoas: name: the sheet has `Psoas release (tool)`, the file `Psoas release`", "as above"),
    (
        "leg-swing-front: name: the sheet has `Leg swings`, the file `Leg swing, front to back`",
        "one entry, two exercises",
    ),
    (
        "leg-swing-side: name: the sheet has `Leg swings`, the file `Leg swing, side to side`",
        "one entry, two exercises",
    ),
    ("run-interval: name: the sheet has `Walk-run items`, the file `Run`", "one entry, two exercises"),
    ("walk-interval: name: the sheet has `Walk-run items`, the file `Walk`", "one entry, two exercises"),
    (
        "towel-toe-heel-raise: name: the sheet has `Heel raise with toes on a towel (Rathleff)`, the file `Heel raise \
         with toes on a towel`",
        "no brackets; a synonym and the source name the author",
    ),
];

/// Doses that differ on purpose, each with its reason.
const DOSES: &[(&str, &str)] = &[
    (
        "calf-raise-step: reps: the sheet has Some(15), the file Some(10)",
        "1.1 E11: ten at the edge of a step, once a day, is where somebody begins; fifteen are 5.12's third week",
    ),
    ("calf-raise-step: sets: the sheet has 3, the file 1", "as above"),
    ("calf-raise-step: rest: the sheet has 45, the file 30", "one set has no rest; the format's own stands there"),
    (
        "calf-raise-step: tempo: the sheet has [2.0, 1.0, 2.0], the file [2.0, 1.0, 3.0]",
        "the pace of 5.1 for beginners",
    ),
    (
        "deadlift: reps: the sheet has Some(8), the file Some(10)",
        "the light one with which 5.9 begins: 2 sets of 10, 2-0-2, rest 45 s",
    ),
    ("deadlift: sets: the sheet has 3, the file 2", "as above"),
    ("deadlift: rest: the sheet has 60, the file 45", "as above"),
    ("deadlift: tempo: the sheet has [2.0, 3.0], the file [2.0, 2.0]", "as above"),
    (
        "heel-lower-floor: sets: the sheet has 3, the file 2",
        "5.3, its first column: both legs, for prevention; the programs for a sore tendon write 3 sets on its side",
    ),
    ("heel-lower-floor: side: the sheet has affected, the file each", "as above"),
    ("heel-lower-floor: rest: the sheet has 30, the file 45", "as above"),
    (
        "hip-ball-release: hold: the sheet has Some((45.0, 45.0)), the file Some((30.0, 30.0))",
        "the low end of 30 to 90 s (1.1 E16), and the first of the steps without a tool; 5.2 writes its 45 s itself",
    ),
    (
        "pogo-hop: sets: the sheet has 3, the file 2",
        "a jump begins with the least that the sheet has, 2 sets of 10 (5.15)",
    ),
    (
        "single-leg-balance: hold: the sheet has Some((30.0, 30.0)), the file Some((20.0, 20.0))",
        "5.1, its first column",
    ),
    ("single-leg-balance: sets: the sheet has 3, the file 2", "as above"),
];

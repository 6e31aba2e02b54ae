//! The doses of the bundled programs and of the catalogue against `tests/scenarios/doses.toml`, a table that was
//! written from the clinical facts alone, its sections as the key, by somebody who had not seen the program files.
//!
//! Whoever changes a program has to change its row too, with the source in hand: a dose is never changed by a slip.
//! Where program and row differ on purpose, the difference is named here with its reason, and must still exist.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::time::Duration;

use serde::Deserialize;
use soleus::domain::exercise::{Exercise, Reps, SideRule, Work};
use soleus::domain::program::{Phase, Program, Session};
use soleus::io::library::Library;

#[derive(Deserialize)]
struct Table {
    dose: Vec<Row>,
}

#[derive(Clone, Deserialize)]
struct Row {
    section: String,
    program: String,
    phase: usize,
    session: Option<String>,
    exercise: String,
    sets: u32,
    reps: Option<toml::Value>,
    tempo: Option<Vec<f64>>,
    tempo_elsewhere: Option<Vec<f64>>,
    hold: Option<toml::Value>,
    relax: Option<f64>,
    time: Option<toml::Value>,
    side: String,
    rest: Option<f64>,
    #[serde(default)]
    optional: bool,
    only_if_pain_at_most: Option<u8>,
    #[serde(default)]
    inferred: Vec<String>,
    #[serde(default)]
    carried: Vec<String>,
}

fn table() -> Table {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/doses.toml");
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Where a row is found: the file's id of the program, the index of its stage, the id of the exercise there, the variant.
struct Place<'a> {
    program: &'a str,
    stage: usize,
    exercise: &'a str,
    variant: Option<&'a str>,
}

/// The same exercise in the same column, by the names that the files have: a form of a catalogue entry that stands
/// beside its plain form in one program needs an id of its own, and so do the gym's machines, which have none.
fn place(row: &Row) -> Place<'_> {
    let column = row.phase.saturating_sub(1);
    let home = row.session.as_deref() == Some("home");
    let (mut program, mut stage, mut variant) = (row.program.as_str(), column, None);
    let exercise = match (row.program.as_str(), row.exercise.as_str(), row.phase) {
        ("ankle-strength-five" | "foot-core", "single-leg-balance", 3) => "balance-eyes-closed",
        ("steady-ankle", "single-leg-balance", 3) => "balance-cushion",
        ("foot-core", "short-foot", 2) => "short-foot-standing",
        ("foot-core", "short-foot", 3) => "short-foot-one-leg",
        ("foot-core", "toe-yoga", 3) => "toe-yoga-standing",
        ("foot-core", "towel-scrunch", 3) => "towel-scrunch-standing",
        ("achilles-combined", "single-leg-calf-raise", 2..) => "single-leg-calf-raise-step",
        ("achilles-heavy-slow", "(seated)", _) => "seated-machine-raise",
        ("achilles-heavy-slow", "(leg press straight)", _) => "leg-press-raise",
        ("achilles-heavy-slow", "(standing straight)", _) => "standing-bar-raise",
        ("achilles-heavy-slow", "seated-calf-raise", _) if home => "seated-raise-pack",
        ("achilles-heavy-slow", "single-leg-calf-raise", _) if home => "single-leg-raise-pack",
        ("monthly-check", "knee-to-wall", _) => "knee-to-wall-test",
        ("monthly-check", "single-leg-balance", _) => "balance-test",
        ("monthly-check", "single-leg-calf-raise", _) => "heel-raise-test",
        ("monthly-check", "(one-leg hops)", _) => "hop-test",
        ("hip-release-realign", "hip-ball-release", 1) => "hip-ball-first",
        ("plantar-high-load", _, 1) => "towel-toe-raise-two-legs",
        ("achilles-eccentric-12w", exercise, 1) => {
            variant = Some("as-tolerated");
            exercise
        }
        ("cool-down-stretch", "brisk-walk", _) => "easy-walk",
        (_, exercise, _) => exercise,
    };
    if home {
        program = "achilles-heavy-slow-home";
    }
    if program == "achilles-combined" {
        // The week of holds before the first column is a stage of its own.
        stage = row.phase;
    }
    Place { program, stage, exercise, variant }
}

fn sessions<'a>(phase: &'a Phase, row: &'a Row) -> impl Iterator<Item = &'a Session> {
    let named = row.session.as_deref().filter(|word| !["gym", "home"].contains(word)).map(str::to_lowercase);
    let several = phase.sessions.len() > 1;
    phase.sessions.iter().filter(move |session| {
        let title = session.title.as_ref().map(|title| title.to_lowercase()).unwrap_or_default();
        !several || named.as_ref().is_none_or(|named| title.starts_with(named))
    })
}

fn find<'a>(program: &'a Program, row: &'a Row) -> Option<&'a Exercise> {
    let place = place(row);
    let phase = program.phases.get(place.stage)?;
    let mut all = sessions(phase, row).flat_map(|session| &session.exercises);
    let found = all.find(|exercise| exercise.id.as_str() == place.exercise)?;
    let Some(variant) = place.variant else { return Some(found) };
    found.variants.iter().find(|(id, _)| id.as_str() == variant).map(|(_, stands_in)| stands_in)
}

fn seconds(length: Duration) -> f64 {
    length.as_secs_f64()
}

/// The reps of a row: low end, high end.
fn reps(row: &Row) -> Option<(u32, u32)> {
    match row.reps.as_ref()? {
        toml::Value::Integer(n) => Some((u32::try_from(*n).unwrap(), u32::try_from(*n).unwrap())),
        toml::Value::String(text) if text == "max" => None,
        toml::Value::String(text) => {
            let (low, high) = text.split_once(" to ").unwrap();
            Some((low.parse().unwrap(), high.parse().unwrap()))
        }
        other => panic!("{other}"),
    }
}

/// Seconds of a row: low end, high end.
fn length(value: &toml::Value) -> (f64, f64) {
    match value {
        toml::Value::String(text) => {
            let (low, high) = text.split_once(" to ").unwrap();
            (low.parse().unwrap(), high.parse().unwrap())
        }
        toml::Value::Float(seconds) => (*seconds, *seconds),
        toml::Value::Integer(seconds) => {
            (f64::from(i32::try_from(*seconds).unwrap()), f64::from(i32::try_from(*seconds).unwrap()))
        }
        other => panic!("{other}"),
    }
}

fn ends(amount: soleus::domain::amount::Amount<Duration>) -> (f64, f64) {
    (seconds(amount.low()), seconds(amount.high()))
}

/// What differs between a row and the exercise.
fn differences(row: &Row, exercise: &Exercise) -> Vec<String> {
    let mut out = Vec::new();
    let mut say = |what: &str, sheet: String, file: String| {
        if sheet != file {
            out.push(format!("{what}: the sheet has {sheet}, the file {file}"));
        }
    };
    let given = |key: &str| !row.inferred.iter().any(|k| k == key);
    if given("sets") {
        say("sets", row.sets.to_string(), exercise.sets.low().to_string());
    }
    let counted = match &exercise.work {
        Work::Paced { reps: Reps::Count(n), .. } | Work::OwnPace { reps: Reps::Count(n) } => Some((n.low(), n.high())),
        Work::HeldReps { reps, .. } => Some((reps.low(), reps.high())),
        _ => None,
    };
    if given("reps") {
        say("reps", format!("{:?}", reps(row)), format!("{counted:?}"));
    }
    let held = match &exercise.work {
        Work::Hold { hold } | Work::HeldReps { hold, .. } => Some(ends(*hold)),
        // Landed and held: a phase of every rep.
        Work::Paced { tempo, .. } if row.hold.is_some() => tempo
            .phases
            .iter()
            .find(|phase| phase.verb.as_str() == "hold")
            .map(|phase| (seconds(phase.length), seconds(phase.length))),
        _ => None,
    };
    if given("hold") {
        say("hold", format!("{:?}", row.hold.as_ref().map(length)), format!("{held:?}"));
    }
    if let (Some(sheet), Work::HeldReps { relax, .. }) = (row.relax, &exercise.work) {
        say("relax", sheet.to_string(), seconds(*relax).to_string());
    }
    if let Some(sheet) = row.time.as_ref().map(length) {
        let file = if let Work::Timed { time } = &exercise.work { Some(ends(*time)) } else { None };
        say("time", format!("{:?}", Some(sheet)), format!("{file:?}"));
    }
    if let Some(sheet) = row.tempo.as_ref().or(row.tempo_elsewhere.as_ref()) {
        say("tempo", format!("{:?}", without_zeros(sheet)), format!("{:?}", tempo(exercise, sheet)));
    }
    if given("side") {
        let file = match exercise.side {
            SideRule::Both => "both",
            SideRule::Each | SideRule::EachInTurn => "each",
            SideRule::Affected => "affected",
            SideRule::Unaffected => "unaffected",
            SideRule::Left => "left",
            SideRule::Right => "right",
        };
        say("side", row.side.clone(), file.to_owned());
    }
    if let Some(rest) = row.rest.filter(|_| given("rest") && !row.carried.iter().any(|k| k == "rest")) {
        say("rest", rest.to_string(), seconds(exercise.rest).to_string());
    }
    say("optional", row.optional.to_string(), exercise.optional.to_string());
    // A jump that its program's own gate leaves out at a pain of 3 (3.2) is left out though its cell does not say so.
    let gated = row.only_if_pain_at_most.is_none() && exercise.only_if_pain == Some(2);
    if !gated {
        say("only_if", format!("{:?}", row.only_if_pain_at_most), format!("{:?}", exercise.only_if_pain));
    }
    out
}

fn without_zeros(lengths: &[f64]) -> Vec<f64> {
    lengths.iter().copied().filter(|length| *length > 0.0).collect()
}

/// The lengths of the phases in the sheet's order: up, hold, down. A rep that begins with the way down is turned round,
/// and the change of feet of a heel drop, which the sheet leaves out, stands for the time on top.
fn tempo(exercise: &Exercise, sheet: &[f64]) -> Vec<f64> {
    let Work::Paced { tempo, .. } = &exercise.work else { return Vec::new() };
    let mut file: Vec<f64> = tempo.phases.iter().map(|phase| seconds(phase.length)).collect();
    file.retain(|length| *length > 0.0);
    if file != without_zeros(sheet) {
        file.reverse();
    }
    file
}

fn compared() -> Vec<(String, String)> {
    let library = Library::bundled();
    let mut all = Vec::new();
    for row in table().dose {
        let place = format!("{} {} {} {}", row.section, row.program, row.phase, row.exercise);
        let session = row.session.as_ref().map(|session| format!(" ({session})")).unwrap_or_default();
        let place = format!("{place}{session}");
        let id = self::place(&row).program;
        let program = &library.find(id).unwrap_or_else(|| panic!("{id} is not bundled")).program;
        match find(program, &row) {
            Some(exercise) => {
                all.extend(differences(&row, exercise).into_iter().map(|difference| (place.clone(), difference)));
            }
            None => all.push((place, "the file does not have it".to_owned())),
        }
    }
    all
}

#[test]
fn every_dose_is_the_one_of_the_sheet() {
    let mut text = String::new();
    for (place, difference) in compared() {
        writeln!(text, "{place}: {difference}").unwrap();
    }
    let known: BTreeSet<&str> = KNOWN.iter().map(|(line, _)| *line).collect();
    let found: BTreeSet<&str> = text.lines().collect();
    let new: Vec<&&str> = found.difference(&known).collect();
    let gone: Vec<&&str> = known.difference(&found).collect();
    assert!(new.is_empty() && gone.is_empty(), "new: {new:#?}\ngone: {gone:#?}");
}

/// Differences on purpose, each with its reason.
const KNOWN: &[(&str, &str)] = &[
    (
        "5.11 return-to-run 10 run-interval: time: the sheet has Some((1800.0, 1800.0)), the file Some((1800.0, 3000.0))",
        "after level 10 at most 10 % more a week: three minutes of thirty, up to fifty",
    ),
    (GLUTE[0], "an optional extra without a stage: the file has it where the tool is known"),
    (GLUTE[1], "as above"),
    (GLUTE[2], "as above"),
    ("5.3 achilles-prevention 2 deadlift: the file does not have it", "`hip-thrust` or `deadlift`: one of them"),
    (
        "5.5 heel-pain-daily 2 towel-toe-heel-raise (5.6 on alternate days): the file does not have it",
        "the other program is named in the stage's goal: a file cannot hold another",
    ),
];

const GLUTE: [&str; 3] = [
    "5.2 hip-release-realign 1 glute-ball-release: the file does not have it",
    "5.2 hip-release-realign 2 glute-ball-release: the file does not have it",
    "5.2 hip-release-realign 3 glute-ball-release: the file does not have it",
];

fn low_end(row: &Row) -> Row {
    let low = |value: &toml::Value| toml::Value::Float(length(value).0);
    Row { hold: row.hold.as_ref().map(low), time: row.time.as_ref().map(low), ..row.clone() }
}

#[test]
fn every_default_of_the_catalogue_is_a_dose_of_the_sheet() {
    let library = Library::bundled();
    let mut rows = table().dose;
    // Where the sheet has a range, its low end is a dose too.
    let lows: Vec<Row> = rows.iter().map(low_end).collect();
    rows.extend(lows);
    let mut without = Vec::new();
    for exercise in library.catalogue().exercises() {
        if exercise.id.as_str() == "calf-raise-step" {
            // Ten a day at a step's edge (1.1, E11) at the pace of 5.1: the programs have later doses only.
            continue;
        }
        let own: Vec<&Row> = rows.iter().filter(|row| row.exercise == exercise.id.as_str()).collect();
        let of_the_work = |difference: &String| {
            ["reps", "hold", "time", "tempo"].iter().any(|key| difference.starts_with(&format!("{key}: ")))
        };
        let fits = |row: &&&Row| !differences(row, &exercise).iter().any(of_the_work);
        if own.iter().find(fits).is_none() {
            let nearest = own.first().map(|row| differences(row, &exercise));
            without.push(format!("{}: {nearest:?}", exercise.id));
        }
    }
    assert!(without.is_empty(), "{without:#?}");
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

//! The bundled programs against the `[[program]]` rows of `tests/scenarios/doses.toml`: weeks, schedule, gap, pain limit
//! and minutes of each stage. What differs on purpose is named with its reason, and must still exist.

use std::collections::BTreeSet;

use serde::Deserialize;
use soleus::domain::exercise::Affected;
use soleus::domain::plan::Plan;
use soleus::domain::prescription::schedule;
use soleus::domain::program::Program;
use soleus::domain::standing::Occasion;
use soleus::domain::time::minutes;
use soleus::domain::timeline::Timeline;
use soleus::io::library::Library;

#[derive(Deserialize)]
struct Table {
    program: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    schedule: String,
    weeks: Option<u32>,
    gap: Option<String>,
    pain_limit: Option<u8>,
    #[serde(default)]
    minutes: Vec<u64>,
}

fn rows() -> Vec<Row> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/doses.toml");
    toml::from_str::<Table>(&std::fs::read_to_string(path).unwrap()).unwrap().program
}

/// Minutes of every session of every stage that all need, in order, one side sore, as they are played.
fn lengths(program: &Program) -> Vec<u64> {
    let of = |phase: usize, session: usize| {
        let plan = Plan::of(program, &Occasion::whole(Affected::Left, phase, session)).unwrap();
        minutes(Timeline::of(&plan).length(&plan))
    };
    let sessions = |phase: usize| (0..program.phases[phase].sessions.len()).map(move |session| (phase, session));
    let usual = (0..program.phases.len()).filter(|phase| program.phases[*phase].skip_if.is_empty());
    usual.flat_map(sessions).map(|(phase, session)| of(phase, session)).collect()
}

fn differences(row: &Row, program: &Program) -> Vec<String> {
    let mut out = Vec::new();
    let mut say = |what: &str, sheet: String, file: String| {
        if sheet != file {
            out.push(format!("{}: {what}: the sheet has {sheet}, the file {file}", row.id));
        }
    };
    let words = schedule(&program.schedule).replace("every day", "daily");
    say("schedule", row.schedule.clone(), words);
    if let Some(weeks) = row.weeks {
        let usual = program.phases.iter().filter(|phase| phase.skip_if.is_empty());
        let sum: u32 = usual.filter_map(|phase| phase.weeks).sum();
        say("weeks", weeks.to_string(), sum.to_string());
    }
    if let Some(gap) = &row.gap {
        let hours = program.gap.map(|gap| format!("{}h", gap.as_secs() / 3_600));
        say("gap", gap.clone(), hours.unwrap_or_else(|| "none".to_owned()));
    }
    if let Some(limit) = row.pain_limit {
        say("pain limit", limit.to_string(), program.pain.limit.to_string());
    }
    say("minutes", format!("{:?}", row.minutes), format!("{:?}", lengths(program)));
    out
}

#[test]
fn every_program_keeps_its_section() {
    let library = Library::bundled();
    let mut found = Vec::new();
    for row in rows() {
        let program = &library.find(&row.id).unwrap_or_else(|| panic!("{} is not bundled", row.id)).program;
        found.extend(differences(&row, program));
    }
    let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    let known: BTreeSet<&str> = KNOWN.iter().map(|(line, _)| *line).collect();
    let new: Vec<&&str> = found.difference(&known).collect();
    let gone: Vec<&&str> = known.difference(&found).collect();
    assert!(new.is_empty() && gone.is_empty(), "new: {new:#?}\ngone: {gone:#?}");
}

/// Differences on purpose, each with its reason. Minutes are those that the player takes: 15 s before the first
/// exercise, and 25 s wherever something has to be placed.
const KNOWN: &[(&str, &str)] = &[
    ("achilles-combined: weeks: the sheet has 12, the file 24", "its fourth column, weeks 13 to 24, is a stage too"),
    ("achilles-prevention: minutes: the sheet has [19, 26, 27], the file [19, 26, 27, 26]", "two sessions, A and B"),
    (
        "cool-down-stretch: minutes: the sheet has [10, 6], the file [19, 6]",
        "all that is optional is counted: two stretches (14) and the roll of 2 min a side",
    ),
    (
        "depth-jump-prep: minutes: the sheet has [23, 24, 23, 17], the file [23, 24, 23, 17, 17]",
        "`maintain: 1 a week` is a stage of its own",
    ),
    ("foot-core: minutes: the sheet has [17, 18, 18], the file [17, 18, 18, 18]", "`then twice a week` likewise"),
    ("glute-strength: gap: the sheet has 48h, the file 40h", GAP),
    ("plantar-high-load: gap: the sheet has 48h, the file 40h", GAP),
    (
        "heel-pain-daily: minutes: the sheet has [4, 2, 10], the file [5, 2, 10, 15, 5, 2, 10, 15, 5, 15]",
        "three blocks and the ice in each stage, one block in the last; the towel takes 25 s",
    ),
    (
        "heel-pain-daily: weeks: the sheet has 8, the file 2",
        "the second stage ends with ten quiet days and not with a date",
    ),
    (
        "hip-release-realign: minutes: the sheet has [5, 8, 8, 10], the file [6, 10, 12, 16]",
        "ball and tool take 25 s on each side, and the optional balls are counted",
    ),
    ("hip-release-realign: weeks: the sheet has 4, the file 3", "`wk 4 on` stays open"),
    (
        "monthly-check: minutes: the sheet has [7], the file [11]",
        "three trials of balance a side, and the optional hops",
    ),
    (
        "plantar-high-load: minutes: the sheet has [8, 9, 12, 14], the file [9, 12, 14]",
        "the first column is a stage for two legs, which only some need",
    ),
    (
        "return-to-run: weeks: the sheet has 10, the file 0",
        "three sessions a level, not a week: the next is never due by a date",
    ),
    ("shin-care: minutes: the sheet has [21, 25, 25], the file [22, 25, 25]", "15 s before the first exercise"),
    (
        "steady-ankle: minutes: the sheet has [15, 26, 24], the file [16, 28, 25]",
        "the band is placed once a side, 25 s each, and all sets of a side are done with their rests",
    ),
];

const GAP: &str =
    "a day between: counted from the end of a session 48 h would begin each one later than the one before";

#[test]
fn a_summary_says_the_minutes_that_it_takes() {
    for program in Library::bundled().programs() {
        let summary = program.summary.as_ref().unwrap();
        let Some((before, _)) = summary.split_once(" minutes") else { continue };
        let words: Vec<&str> = before.rsplit(' ').take(3).collect();
        let [most, "to", least] = words[..] else { continue };
        let (least, most): (u64, u64) = (least.parse().unwrap(), most.parse().unwrap());
        let lengths = lengths(program);
        // The least of the monthly check is without what is optional.
        let is_least = lengths.iter().min() == Some(&least) || program.id.as_str() == "monthly-check";
        assert!(is_least && lengths.iter().max() == Some(&most), "{}: {summary} {lengths:?}", program.id);
    }
}

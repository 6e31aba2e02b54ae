//! The player's scenarios: `tests/scenarios/player/*.toml`, each a small plan, a script and the events it must give.
//!
//! A script has a line a deed: `to 12.5` lets time pass in ticks of 0.1 s, `jump 12.5` in one, `sleep 60` lets the
//! machine sleep so many seconds, `back 3` turns both clocks back once, `open` tells the questions that are open,
//! `shown` what is shown of the moment, anything else is a command at the present moment (`answer hop 1 right measure
//! 12.5` among them). Expected are the events with the moment at which each was due, beats only where the scenario
//! says `beats = true`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use serde::Deserialize;
use soleus::domain::amount::Amount;
use soleus::domain::climb::thousandths;
use soleus::domain::exercise::{
    Affected, Exercise, Reps, Side, SideDose, SideDoses, SideRule, Tempo, TempoPhase, Work,
};
use soleus::domain::plan::{Bout, Plan};
use soleus::domain::player::{Asks, Command, Event, Pause, Player, Question, What, measured};
use soleus::domain::program::{PainRule, Program};
use soleus::domain::session::{Happened, SetRecord, SetResult, SkipReason};
use soleus::domain::text::{Clean, Id};
use soleus::domain::time::Moment;
use soleus::domain::timeline::{StepKind, Timeline};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    why: String,
    #[serde(default)]
    affected: Option<String>,
    #[serde(default)]
    limit: Option<u8>,
    #[serde(default)]
    beats: bool,
    exercise: Vec<Given>,
    /// Ids and sets that are recorded already: `raise 1 right`.
    #[serde(default)]
    done: Vec<String>,
    script: String,
    #[serde(default)]
    length: Option<f64>,
    expect: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Given {
    id: String,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    setup: Option<String>,
    #[serde(default)]
    steps: Vec<String>,
    #[serde(default)]
    cues: Vec<String>,
    #[serde(default)]
    reps: Option<toml::Value>,
    #[serde(default)]
    tempo: Option<String>,
    #[serde(default)]
    hold: Option<f64>,
    #[serde(default)]
    relax: Option<f64>,
    #[serde(default)]
    time: Option<f64>,
    #[serde(default)]
    sets: Option<u32>,
    #[serde(default)]
    side: Option<String>,
    #[serde(default)]
    get_ready: Option<f64>,
    #[serde(default)]
    rest: Option<f64>,
    #[serde(default)]
    rest_after: Option<f64>,
    #[serde(default)]
    change_over: Option<f64>,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    circuit: Option<String>,
    #[serde(default)]
    measure: Option<String>,
    #[serde(default)]
    left: Option<Box<OneSide>>,
    #[serde(default)]
    right: Option<Box<OneSide>>,
    #[serde(default)]
    affected: Option<Box<OneSide>>,
    #[serde(default)]
    unaffected: Option<Box<OneSide>>,
    #[serde(default)]
    easier: Option<Box<Self>>,
    #[serde(default)]
    harder: Option<Box<Self>>,
}

/// Another dose of one side.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct OneSide {
    #[serde(default)]
    sets: Option<u32>,
    #[serde(default)]
    reps: Option<toml::Value>,
    #[serde(default)]
    hold: Option<f64>,
    #[serde(default)]
    time: Option<f64>,
}

fn seconds(n: f64) -> Duration {
    Duration::from_secs_f64(n)
}

fn work(given: &Given) -> Work {
    let reps = given.reps.as_ref().map(|reps| match reps.as_integer() {
        Some(n) => Reps::Count(Amount::fixed(u32::try_from(n).unwrap())),
        None => Reps::Max,
    });
    match (reps, &given.tempo, given.hold, given.time) {
        (Some(reps), Some(tempo), None, None) => {
            let phases = tempo.split(", ").map(|phase| {
                let (verb, length) = phase.rsplit_once(' ').unwrap();
                TempoPhase { verb: Clean::name(verb), length: seconds(length.parse().unwrap()) }
            });
            Work::Paced { reps, tempo: Tempo { phases: phases.collect() } }
        }
        (Some(Reps::Count(reps)), None, Some(hold), None) => {
            Work::HeldReps { reps, hold: Amount::fixed(seconds(hold)), relax: seconds(given.relax.unwrap_or(3.0)) }
        }
        (Some(reps), None, None, None) => Work::OwnPace { reps },
        (None, None, Some(hold), None) => Work::Hold { hold: Amount::fixed(seconds(hold)) },
        (None, None, None, Some(time)) => Work::Timed { time: Amount::fixed(seconds(time)) },
        (None, None, None, None) => Work::Instruction,
        _ => panic!("{}: no such work", given.id),
    }
}

/// What a side leaves open is the exercise's.
fn side_dose(given: &Given, one: &OneSide) -> SideDose {
    let mut own = given.clone();
    if one.hold.is_some() || one.time.is_some() {
        (own.hold, own.time) = (one.hold, one.time);
    }
    own.reps = one.reps.clone().or(own.reps);
    let sets = Amount::fixed(one.sets.or(given.sets).unwrap_or(1));
    SideDose { sets, work: work(&own), load: None }
}

fn exercise(given: &Given) -> Exercise {
    let of = |one: &Option<Box<OneSide>>| one.as_ref().map(|one| Box::new(side_dose(given, one)));
    let side = match given.side.as_deref().unwrap_or("both") {
        "both" => SideRule::Both,
        "each" => SideRule::Each,
        "each in turn" => SideRule::EachInTurn,
        "left" => SideRule::Left,
        "right" => SideRule::Right,
        "affected" => SideRule::Affected,
        "unaffected" => SideRule::Unaffected,
        other => panic!("no side {other}"),
    };
    Exercise {
        sets: Amount::fixed(given.sets.unwrap_or(1)),
        side,
        get_ready: given.get_ready.map(seconds),
        rest: seconds(given.rest.unwrap_or(30.0)),
        rest_after: seconds(given.rest_after.unwrap_or(15.0)),
        change_over: seconds(given.change_over.unwrap_or(10.0)),
        optional: given.optional,
        circuit: given.circuit.as_deref().map(Clean::name),
        measure: given.measure.as_deref().map(Clean::name),
        sides: SideDoses {
            left: of(&given.left),
            right: of(&given.right),
            affected: of(&given.affected),
            unaffected: of(&given.unaffected),
        },
        setup: given.setup.as_deref().map(Clean::text),
        steps: given.steps.iter().map(|step| Clean::text(step)).collect(),
        cues: given.cues.iter().map(|cue| Clean::text(cue)).collect(),
        easier: given.easier.as_ref().map(|easier| Box::new(exercise(easier))),
        harder: given.harder.as_ref().map(|harder| Box::new(exercise(harder))),
        ..Exercise::new(Id::new(&given.id).unwrap(), Clean::name(given.name.as_ref().unwrap_or(&given.id)), work(given))
    }
}

fn plan(scenario: &Scenario) -> Plan {
    plan_in("en", &scenario.exercise, scenario.affected.as_deref(), scenario.limit)
}

/// The plan of a program in a language.
pub(crate) fn plan_in(language: &str, exercises: &[Given], affected: Option<&str>, limit: Option<u8>) -> Plan {
    let affected = match affected.unwrap_or("right") {
        "left" => Affected::Left,
        "right" => Affected::Right,
        "both" => Affected::Both,
        "neither" => Affected::Neither,
        other => panic!("no side {other}"),
    };
    let pain = PainRule { limit: limit.unwrap_or(5), ..PainRule::default() };
    let exercises = exercises.iter().map(exercise).collect();
    let program = Program::new(Id::new("scenario").unwrap(), Clean::name("scenario"), exercises);
    let program = Program { pain, language: Clean::name(language), ..program };
    Plan::new(&program, affected).unwrap()
}

/// `hop 1 right measure 12.5`, `squat 2 reps 9`.
fn answer(line: &str, plan: &Plan) -> Command {
    let parts: Vec<&str> = line.split(' ').collect();
    let item = plan.items.iter().position(|item| item.planned.as_str() == parts[0]).unwrap();
    let side = match parts[2] {
        "left" => Some(Side::Left),
        "right" => Some(Side::Right),
        _ => None,
    };
    let bout = Bout { item, set: parts[1].parse().unwrap(), side };
    let (asks, value) = match parts[parts.len() - 2] {
        "reps" => (Asks::Reps, parts[parts.len() - 1].parse().unwrap()),
        "measure" => (Asks::Measure, measured(parts[parts.len() - 1]).unwrap()),
        other => panic!("nothing asks {other}"),
    };
    Command::Answer(Question { bout, asks }, value)
}

/// A command as a line of a script.
pub(crate) fn command(line: &str, plan: &Plan) -> Command {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    match word {
        "pause" => Command::Pause,
        "resume" => Command::Resume,
        "done" => Command::Done,
        "onward" => Command::Onward,
        "extend" => Command::Extend(seconds(rest.parse().unwrap())),
        "again" => Command::SetAgain,
        "count-as-done" => Command::CountAsDone,
        "next" => Command::NextExercise,
        "skip" => Command::Skip(match rest {
            "pain" => SkipReason::Pain,
            "tired" => SkipReason::Tired,
            "time" => SkipReason::NoTime,
            "kit" => SkipReason::NoEquipment,
            other => panic!("no reason {other}"),
        }),
        "pain" => Command::Pain(rest.parse().unwrap()),
        "reps" => Command::Reps(rest.parse().unwrap()),
        "easier" => Command::Easier,
        "harder" => Command::Harder,
        "answer" => answer(rest, plan),
        "quit" => Command::AskQuit,
        "end" => Command::End,
        other => panic!("no command {other}"),
    }
}

fn side(side: Option<Side>) -> String {
    side.map(|side| format!(" {}", side.word())).unwrap_or_default()
}

fn kind(kind: StepKind) -> &'static str {
    match kind {
        StepKind::GetReady => "get-ready",
        StepKind::Work => "work",
        StepKind::Rest => "rest",
        StepKind::ChangeOver => "change-over",
        StepKind::Between => "between",
    }
}

fn set(record: &SetRecord) -> String {
    let result = match record.result {
        SetResult::Done => "done".to_owned(),
        SetResult::Early => "early".to_owned(),
        SetResult::StoppedPain => "stopped-pain".to_owned(),
        SetResult::Skipped(None) => "skipped".to_owned(),
        SetResult::Skipped(Some(SkipReason::Pain)) => "skipped, pain".to_owned(),
        SetResult::Skipped(Some(SkipReason::Tired)) => "skipped, tired".to_owned(),
        SetResult::Skipped(Some(SkipReason::NoTime)) => "skipped, no time".to_owned(),
        SetResult::Skipped(Some(SkipReason::NoEquipment)) => "skipped, no equipment".to_owned(),
    };
    let mut words = format!("set {} {}{} {result}", record.exercise, record.set, side(record.side));
    if let Some(reps) = record.reps {
        write!(words, " {reps} reps").unwrap();
    }
    if !record.active.is_zero() {
        write!(words, " {:.1} s", record.active.as_secs_f64()).unwrap();
    }
    if let Some(measure) = record.measure {
        write!(words, " measured {}", thousandths(measure)).unwrap();
    }
    if let Some(instead) = &record.instead {
        write!(words, " as {instead}").unwrap();
    }
    words
}

fn words(event: &Event, player: &Player, beats: bool) -> Option<String> {
    let items = &player.plan().items;
    Some(match &event.what {
        What::Step { kind: step, bout } => {
            format!("{} {} {}{}", kind(*step), items[bout.item].exercise.id, bout.set, side(bout.side))
        }
        What::Beat { bout, rep, beat } => {
            if !beats {
                return None;
            }
            let step = player.step_of(StepKind::Work, *bout).unwrap();
            format!("beat {} {rep}", step.beats[beat % step.beats.len()].verb)
        }
        What::Log(Happened::Set(record)) => set(record),
        What::Log(Happened::Rate(rating)) => format!("pain {}", rating.pain.unwrap()),
        What::Log(Happened::Interrupted) => "interrupted".to_owned(),
        What::Log(Happened::Resumed) => "no longer interrupted".to_owned(),
        What::Log(other) => format!("{other:?}"),
        What::Paused(Pause::Asked) => "paused".to_owned(),
        What::Paused(Pause::Quit) => "asks to quit".to_owned(),
        What::Paused(Pause::Gap(gap)) => format!("asks after a gap of {:.1} s", gap.as_secs_f64()),
        What::Paused(Pause::Pain { score, easier, between }) => {
            let easier = if *easier { ", easier" } else { "" };
            let between = if *between { ", between" } else { "" };
            format!("asks after pain {score}{easier}{between}")
        }
        What::Wanted(None) => "wants no other".to_owned(),
        What::Wanted(Some(to)) => format!("wants {to:?}").to_lowercase(),
        What::Swapped(item) => format!("now {}", items[*item].exercise.id),
        What::Resumed => "goes on".to_owned(),
        What::Over(end) => format!("over {end:?}").to_lowercase(),
    })
}

fn open(player: &Player) -> String {
    let names = player.questions().into_iter().map(|question| {
        let Bout { item, set, side: of } = question.bout;
        let asked = player.asked(question).unwrap();
        format!("{} {set}{} in {}", player.plan().items[item].planned, side(of), asked.unit)
    });
    let names = names.collect::<Vec<_>>().join(", ");
    if names.is_empty() { "open: none".to_owned() } else { format!("open: {names}") }
}

/// What a face shows: the place, what is left, what may be asked for.
fn shown(player: &Player, now: Moment) -> String {
    let shown = player.snapshot(now).unwrap();
    let left = shown.left().as_secs_f64();
    let mut words = format!("shown {} {} of {}{}", shown.exercise.id, shown.set, shown.sets, side(shown.side));
    if let Some(reps) = shown.reps {
        write!(words, ", {reps} reps").unwrap();
    }
    write!(words, ", {left:.1} s left").unwrap();
    for (word, other) in [("easier", shown.easier), ("harder", shown.harder)] {
        if let Some(other) = other {
            write!(words, ", {word} {}", other.id).unwrap();
        }
    }
    words
}

fn recorded(plan: &Plan, done: &[String]) -> Vec<SetRecord> {
    done.iter()
        .map(|line| {
            let (line, instead) =
                line.split_once(" as ").map_or((line.as_str(), None), |(line, id)| (line, Id::new(id)));
            let parts: Vec<&str> = line.split(' ').collect();
            let item = plan.items.iter().find(|item| item.planned.as_str() == parts[0]).unwrap();
            let side = parts.get(2).map(|side| if *side == "left" { Side::Left } else { Side::Right });
            SetRecord {
                exercise: item.planned.clone(),
                set: parts[1].parse().unwrap(),
                side,
                result: SetResult::Done,
                target: soleus::domain::plan::target(item.work(side)),
                reps: None,
                active: Duration::ZERO,
                instead,
                measure: None,
                unconfirmed: false,
            }
        })
        .collect()
}

fn play(scenario: &Scenario) -> String {
    let plan = plan(scenario);
    let mut told = String::new();
    if let Some(length) = scenario.length {
        let laid_out = Timeline::of(&plan).length(&plan);
        if laid_out != seconds(length) {
            writeln!(told, "the length is {:.1} s", laid_out.as_secs_f64()).unwrap();
        }
    }
    let records = recorded(&plan, &scenario.done);
    let mut now = Moment::default();
    let (mut player, mut events) = Player::resume(plan, records, now);
    for line in std::iter::once("").chain(scenario.script.lines()) {
        let line = line.split('#').next().unwrap().trim();
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "" => {}
            "to" => {
                let target = seconds(rest.parse().unwrap());
                while now.awake < target {
                    let tick = Duration::from_millis(100).min(target.checked_sub(now.awake).unwrap());
                    now = Moment { awake: now.awake + tick, elapsed: now.elapsed + tick };
                    events.extend(player.advance(now));
                }
            }
            "jump" => {
                let by = seconds(rest.parse().unwrap()).checked_sub(now.awake).unwrap();
                now = Moment { awake: now.awake + by, elapsed: now.elapsed + by };
                events.extend(player.advance(now));
            }
            "back" => {
                let earlier = seconds(rest.parse().unwrap());
                events.extend(player.advance(Moment { awake: earlier, elapsed: earlier }));
            }
            "sleep" => {
                now.elapsed += seconds(rest.parse().unwrap());
                events.extend(player.advance(now));
            }
            "open" => writeln!(told, "{:.1} {}", now.awake.as_secs_f64(), open(&player)).unwrap(),
            "shown" => writeln!(told, "{:.1} {}", now.awake.as_secs_f64(), shown(&player, now)).unwrap(),
            _ => events.extend(player.command(command(line, player.plan()), now)),
        }
        for event in events.drain(..) {
            assert!(event.due.awake <= now.awake, "an event from the future: {event:?}");
            if let Some(words) = words(&event, &player, scenario.beats) {
                writeln!(told, "{:.1} {words}", event.due.awake.as_secs_f64()).unwrap();
            }
        }
    }
    told
}

/// A plan from the exercises of a scenario, for other tests.
pub(crate) fn plan_of(exercises: &str) -> Plan {
    let text = format!("why = ''\nscript = ''\nexpect = ''\nexercise = [{exercises}]");
    plan(&toml::from_str(&text).unwrap())
}

fn scenarios() -> Vec<(String, Scenario)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/player");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            let scenario = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, scenario)
        })
        .collect()
}

#[test]
fn every_scenario_of_the_player_gives_its_events() {
    let scenarios = scenarios();
    assert!(scenarios.len() >= 20, "only {} scenarios were found", scenarios.len());
    let mut failed = Vec::new();
    for (name, scenario) in &scenarios {
        let told = play(scenario);
        if told.trim() != scenario.expect.trim() {
            failed.push(format!("--- {name}: {}\nexpected:\n{}\ngot:\n{told}", scenario.why, scenario.expect));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

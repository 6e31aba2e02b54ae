//! Programs and histories in the small form of the scenarios.
//!
//! Schedules: `daily`, `daily 2` (twice a day), `mon wed`, `3 a week`, `every 2`, `needed`. Ranges: `8-15`.
//! Sessions: `11-16 08:00 after 2`, or on each of several days `11-16..11-20 08:00 after 2`; more words are
//! `before N`, `during N`, `morning N`, `stiff N` (minutes of the next morning), `phase N`, `turn N`, `partial`, `short`,
//! `stopped`, `open` (no end), `empty` (opened and left), `rehearsal`, `skip ID`, `hurt ID` (skipped because it hurts),
//! `easier ID`, `alone ID` (went on by itself, and nobody confirmed it). Phases and turns count from 0, as the history does.
//! Decisions: `11-16 07:59 phase 1 Add load`, `… level drop 2`, `… variant floor`, `… not phase 1`, `… not level drop 1`,
//! `… lighter`, `… not lighter`.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Deserialize;
use soleus::domain::amount::{Amount, Load, LoadRange};
use soleus::domain::climb::{Progress, Step};
use soleus::domain::day::{ROLLOVER, logical_day};
use soleus::domain::exercise::{Affected, Exercise, Reps, Work};
use soleus::domain::history::{Choice, Chosen, History, Offered, SessionLog};
use soleus::domain::plan::Plan;
use soleus::domain::program::{Advance, Back, PainQuestion, Phase, Program, Session, Variant};
use soleus::domain::schedule::{Rhythm, Schedule, Weekdays};
use soleus::domain::session::{
    Finish, Happened, Line, ProgramRef, Rating, SessionResult, SetRecord, SetResult, SkipReason, Start, When,
};
use soleus::domain::standing::Occasion;
use soleus::domain::text::{Clean, Id};

pub(super) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// `11-16 08:00`, in 2026 on the clock of Berlin in winter.
pub(super) fn at(text: &str) -> DateTime<FixedOffset> {
    let (day, time) = text.split_once(' ').unwrap();
    format!("2026-{day}T{time}:00+01:00").parse().unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    format!("2026-{text}").parse().unwrap()
}

pub(super) fn schedule(text: &str) -> Schedule {
    let words: Vec<&str> = text.split(' ').collect();
    let rhythm = match words.as_slice() {
        ["daily", times] => return Schedule { times: times.parse().unwrap(), ..Schedule::DAILY },
        ["daily"] => Rhythm::Days(Weekdays::ALL),
        [n, "a", "week"] => Rhythm::per_week(n.parse().unwrap()),
        ["every", n] => Rhythm::EveryDays(n.parse().unwrap()),
        ["needed"] => Rhythm::AsNeeded,
        days => Rhythm::Days(days.iter().fold(Weekdays::default(), |set, day| set.with(day.parse().unwrap()))),
    };
    Schedule { rhythm, times: 1 }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProgramShape {
    #[serde(default)]
    ask: Vec<String>,
    limit: Option<u8>,
    lighten_over: Option<u8>,
    schedule: Option<String>,
    gap_hours: Option<u64>,
    lighter_week: Option<u32>,
    #[serde(default)]
    variants: Vec<String>,
    review_by: Option<String>,
    phase: Vec<PhaseShape>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PhaseShape {
    title: Option<String>,
    weeks: Option<u32>,
    sessions: Option<u32>,
    pain: Option<u8>,
    /// Pain over which, and in how many sessions in a row, the stage before is offered.
    back: Option<(u8, u32)>,
    #[serde(default)]
    entry: Vec<String>,
    #[serde(default)]
    skip_if: Vec<String>,
    schedule: Option<String>,
    session: Vec<SessionShape>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SessionShape {
    title: Option<String>,
    schedule: Option<String>,
    exercise: Vec<ExerciseShape>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExerciseShape {
    id: String,
    name: Option<String>,
    sets: Option<u32>,
    reps: Option<String>,
    load: Option<String>,
    step: Option<u32>,
    every: Option<u32>,
    pain: Option<u8>,
    sooner_days: Option<u64>,
    schedule: Option<String>,
    only_if: Option<u8>,
    variant: Option<Box<Self>>,
    /// The variant `floor` leaves it out.
    #[serde(default)]
    not_on_floor: bool,
}

fn range(text: &str) -> Amount<u32> {
    match text.split_once('-') {
        Some((low, high)) => Amount::range(low.parse().unwrap(), high.parse().unwrap()).unwrap(),
        None => Amount::fixed(text.parse().unwrap()),
    }
}

impl ExerciseShape {
    fn build(&self) -> Exercise {
        let reps = range(self.reps.as_deref().unwrap_or("10"));
        let work = Work::OwnPace { reps: Reps::Count(reps) };
        let name = self.name.clone().unwrap_or_else(|| self.id.clone());
        let load = self.load.as_deref().map(|text| {
            let kilos = range(text);
            let thousandths = Amount::range(kilos.low() * 1_000, kilos.high() * 1_000).unwrap();
            let words = Clean::name(&format!("{} kg to {} kg", kilos.low(), kilos.high()));
            Load { words, range: Some(LoadRange { thousandths, unit: Clean::name("kg") }) }
        });
        let step = self.step.unwrap_or(1);
        let step = if load.is_some() { Step::Load(step * 1_000) } else { Step::Count(step) };
        let sooner = self.sooner_days.map(|days| Duration::from_hours(days * 24));
        let progress = Progress {
            every: self.every.unwrap_or(3),
            step,
            pain_at_most: self.pain.unwrap_or(3),
            no_sooner_than: sooner,
        };
        let climbs = reps.is_range() || load.is_some();
        let variants = self.variant.iter().map(|other| (id("floor"), other.build())).collect();
        Exercise {
            load,
            sets: Amount::fixed(self.sets.unwrap_or(1)),
            progress: climbs.then_some(progress),
            schedule: self.schedule.as_deref().map(schedule),
            only_if_pain: self.only_if,
            variants,
            left_out_by: self.not_on_floor.then(|| id("floor")).into_iter().collect(),
            ..Exercise::new(id(&self.id), Clean::name(&name), work)
        }
    }
}

impl ProgramShape {
    pub(super) fn build(&self) -> Program {
        let question = |word: &String| match word.as_str() {
            "before" => PainQuestion::Before,
            "after" => PainQuestion::After,
            "morning" => PainQuestion::NextMorning,
            "stiffness" => PainQuestion::MorningStiffness,
            other => panic!("{other} is no question"),
        };
        let mut program = Program::new(id("knee"), Clean::name("Knee"), Vec::new());
        program.pain.ask = self.ask.iter().map(question).collect();
        program.pain.limit = self.limit.unwrap_or(5);
        program.pain.lighten_over = self.lighten_over.unwrap_or(3);
        program.schedule = self.schedule.as_deref().map_or(Schedule::DAILY, schedule);
        program.gap = self.gap_hours.map(Duration::from_hours);
        program.lighter_week = self.lighter_week;
        program.review_by = self.review_by.as_deref().map(|date| date.parse().unwrap());
        program.variants = self.variants.iter().map(|v| Variant { id: id(v), title: Clean::name(v) }).collect();
        program.phases = self.phase.iter().map(PhaseShape::build).collect();
        program
    }
}

impl PhaseShape {
    fn build(&self) -> Phase {
        let session = |shape: &SessionShape| Session {
            title: shape.title.as_deref().map(Clean::name),
            schedule: shape.schedule.as_deref().map(schedule),
            exercises: shape.exercise.iter().map(ExerciseShape::build).collect(),
        };
        Phase {
            title: self.title.as_deref().map(Clean::name),
            weeks: self.weeks,
            back_when: self.back.map(|(pain_over, sessions)| Back { pain_over, sessions }),
            entry: self.entry.iter().map(|said| Clean::text(said)).collect(),
            skip_if: self.skip_if.iter().map(|said| Clean::text(said)).collect(),
            advance_when: self.sessions.map(|sessions| Advance { sessions, pain_at_most: self.pain }),
            schedule: self.schedule.as_deref().map(schedule),
            sessions: self.session.iter().map(session).collect(),
            ..Phase::default()
        }
    }
}

/// The history of a case.
pub(super) fn history(program: &Program, sessions: &[String], choices: &[String]) -> History {
    History {
        sessions: sessions.iter().flat_map(|line| logs(program, line)).collect(),
        choices: choices.iter().map(|line| choice(line)).collect(),
        ..History::default()
    }
}

fn choice(line: &str) -> Choice {
    let words: Vec<&str> = line.split(' ').collect();
    let [date, time, what @ ..] = words.as_slice() else { panic!("{line}") };
    let number = |text: &&str| text.parse().unwrap();
    let what = match what {
        ["phase", index, title @ ..] => {
            let title = (!title.is_empty()).then(|| Clean::name(&title.join(" ")));
            Chosen::Phase { index: number(index) as usize, title }
        }
        ["level", exercise, level] => Chosen::Level { exercise: id(exercise), level: number(level) },
        ["lighter"] => Chosen::Lighter,
        ["not", "lighter"] => Chosen::NotNow(Offered::Lighter),
        ["variant", "none"] => Chosen::Variant(None),
        ["variant", named] => Chosen::Variant(Some(id(named))),
        ["not", "phase", index] => Chosen::NotNow(Offered::Phase(number(index) as usize)),
        ["not", "level", exercise, to] => Chosen::NotNow(Offered::Level { exercise: id(exercise), to: number(to) }),
        _ => panic!("{line}"),
    };
    Choice { at: at(&format!("{date} {time}")), day: day(date), program: id("knee"), what }
}

fn logs(program: &Program, line: &str) -> Vec<SessionLog> {
    let (days, rest) = line.split_once(' ').unwrap();
    let (from, to) = days.split_once("..").unwrap_or((days, days));
    let days = soleus::domain::day::span(day(from), day(to));
    days.map(|day| log(program, &format!("{} {rest}", day.format("%m-%d")))).collect()
}

fn log(program: &Program, line: &str) -> SessionLog {
    let words: Vec<&str> = line.split(' ').collect();
    let value = |word: &str| words.iter().position(|w| *w == word).map(|place| words[place + 1]);
    let number = |word: &str| value(word).map(|text| text.parse::<u8>().unwrap());
    let has = |word: &str| words.contains(&word);
    let start = at(&format!("{} {}", words[0], words[1]));
    let phase = usize::from(number("phase").unwrap_or(0));
    let turn = usize::from(number("turn").unwrap_or(0));
    let plan = Plan::of(program, &Occasion::whole(Affected::Left, phase, turn)).unwrap();
    let planned = plan.planned();
    let records = planned.iter().filter(|_| !has("empty")).map(|entry| {
        let of = |word: &str| value(word) == Some(entry.exercise.as_str());
        let result = if of("skip") {
            SetResult::Skipped(None)
        } else if of("hurt") {
            SetResult::Skipped(Some(SkipReason::Pain))
        } else {
            SetResult::Done
        };
        SetRecord {
            exercise: entry.exercise.clone(),
            set: 1,
            side: None,
            result,
            target: entry.target,
            reps: None,
            active: Duration::ZERO,
            instead: of("easier").then(|| id("easier")),
            measure: None,
            unconfirmed: of("alone"),
        }
    });
    let rating = |when, pain| Rating { when, pain: Some(pain), effort: None, stiffness: None, place: None };
    let rated = |word, when| number(word).map(|pain| Happened::Rate(rating(when, pain)));
    let told = [rated("before", When::Before), rated("during", When::During), rated("after", When::After)];
    let happened = records.map(Happened::Set).chain(told.into_iter().flatten());
    let finish = finish(&words);
    SessionLog {
        start: Start {
            session: line.to_owned(),
            at: start,
            zone: None,
            day: logical_day(start, ROLLOVER),
            rollover: ROLLOVER,
            program: ProgramRef { id: id("knee"), title: Clean::name("Knee"), hash: plan.fingerprint() },
            affected: Affected::Left,
            pain_limit: program.pain.limit,
            phase,
            turn,
            variant: None,
            plan: planned.clone(),
            lighter: false,
            rehearsal: has("rehearsal"),
            continues: None,
        },
        lines: happened.map(|what| Line { at: Duration::from_mins(20), what }).collect(),
        later: morning(number("morning"), number("stiff")).into_iter().collect(),
        finish: (!has("open")).then_some(finish),
        last: Duration::from_mins(30),
        ours: true,
    }
}

fn morning(pain: Option<u8>, stiffness: Option<u8>) -> Option<Rating> {
    let given = pain.is_some() || stiffness.is_some();
    given.then_some(Rating { when: When::NextMorning, pain, effort: None, stiffness, place: None })
}

fn finish(words: &[&str]) -> Finish {
    let has = |word: &str| words.contains(&word);
    let result = if has("partial") {
        SessionResult::Partial
    } else if has("short") || has("empty") {
        SessionResult::Short
    } else if has("stopped") {
        SessionResult::StoppedPain
    } else {
        SessionResult::Completed
    };
    let counts = result != SessionResult::Short;
    Finish { result, fraction: 1.0, counts, rest_advised: None, clock_step: None }
}

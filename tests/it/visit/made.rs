//! A history for the visit page, made session by session.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};
use soleus::domain::day::ROLLOVER;
use soleus::domain::exercise::{Affected, Side};
use soleus::domain::history::{Choice, Chosen, DatedPlan, History, Manual, Offered, Pause, SessionLog};
use soleus::domain::program::Program;
use soleus::domain::schedule::Schedule;
use soleus::domain::session::{
    Finish, Happened, Line, PlannedExercise, ProgramRef, Rating, SessionResult, SetRecord, SetResult, SkipReason,
    Start, Target, When,
};
use soleus::domain::text::{Clean, Id};
use soleus::io::library::Library;

pub(super) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    format!("2026-{text}").parse().unwrap()
}

pub(super) fn at(text: &str) -> DateTime<FixedOffset> {
    let (day, time) = text.split_once(' ').unwrap();
    format!("2026-{day}T{time}:00+01:00").parse().unwrap()
}

/// The program as it is now.
pub(super) fn program() -> Program {
    let text = "id = \"knee\"\ntitle = \"Knee strength\"\nschedule = \"daily\"\n[pain]\nlimit = 4\nwhere = \"kneecap\"\n\
        [[phase]]\ntitle = \"Load\"\nweeks = 2\n\
        [[phase.exercise]]\nname = \"Squat\"\nid = \"squat\"\nreps = \"10 to 12\"\nsets = 2\nside = \"each\"\n\
        [[phase.exercise]]\nname = \"Wall sit\"\nid = \"wall-sit\"\nhold = \"30 s\"\nmeasure = \"s\"\n\
        [[phase.exercise]]\nname = \"Hop\"\nid = \"hop\"\nreps = 10\nonly_if = { pain_at_most = 2 }\n\
        [[phase]]\ntitle = \"Heavier\"\n\
        [[phase.exercise]]\nname = \"Squat\"\nid = \"squat\"\nreps = 12\n";
    let library = Library::bundled();
    let reading = soleus::io::program_file::read(text.as_bytes(), "knee.toml", library.catalogue());
    reading.program.unwrap_or_else(|| panic!("{}", soleus::io::diagnostic::report(&reading.problems, &reading.source)))
}

/// One session in the making.
pub(super) struct Made(SessionLog);

impl Made {
    pub(super) fn on(date: &str) -> Self {
        Self::at_day(day(date))
    }

    pub(super) fn at_day(day: NaiveDate) -> Self {
        let at: DateTime<FixedOffset> = format!("{day}T07:12:00+01:00").parse().unwrap();
        let program = ProgramRef { id: id("knee"), title: Clean::name("Knee strength"), hash: "ab".repeat(32) };
        Self(SessionLog {
            start: Start {
                session: format!("s{day}"),
                at,
                zone: None,
                day,
                rollover: ROLLOVER,
                program,
                affected: Affected::Left,
                pain_limit: 4,
                phase: 0,
                turn: 0,
                variant: None,
                plan: Vec::new(),
                lighter: false,
                rehearsal: false,
                continues: None,
            },
            lines: Vec::new(),
            later: Vec::new(),
            finish: None,
            last: Duration::from_mins(12),
            ours: true,
        })
    }

    fn line(mut self, what: Happened) -> Self {
        let minutes = self.0.lines.len() as u64;
        self.0.lines.push(Line { at: Duration::from_mins(minutes), what });
        self
    }

    fn rate(self, when: When, pain: Option<u8>, effort: Option<u8>, place: Option<&str>) -> Self {
        let place = place.map(|exercise| (id(exercise), 1, Some(Side::Left)));
        self.line(Happened::Rate(Rating { when, pain, effort, stiffness: None, place }))
    }

    pub(super) fn before(self, pain: u8) -> Self {
        self.rate(When::Before, Some(pain), None, None)
    }

    pub(super) fn after(self, pain: u8, effort: u8) -> Self {
        self.rate(When::After, Some(pain), Some(effort), None)
    }

    pub(super) fn morning(mut self, pain: u8, stiffness: Option<u8>) -> Self {
        let when = When::NextMorning;
        self.0.later.push(Rating { when, pain: Some(pain), effort: None, stiffness, place: None });
        self
    }

    pub(super) fn note(self, text: &str) -> Self {
        self.line(Happened::Note(Clean::note(text)))
    }

    fn planned(&mut self, (exercise, name): (&str, &str), sets: u32, sides: &[Option<Side>], target: Target) {
        self.0.start.plan.push(PlannedExercise {
            exercise: id(exercise),
            name: Clean::name(name),
            sets,
            sides: sides.to_vec(),
            target,
            optional: exercise == "hop",
            load: None,
            level: 0,
            manner: None,
        });
    }

    fn set(self, exercise: &str, (set, side): (u32, Option<Side>), result: SetResult, reps: Option<u32>) -> Self {
        let target = self.0.start.plan.iter().find(|entry| entry.exercise == id(exercise)).unwrap().target;
        let seconds = if matches!(result, SetResult::Skipped(_)) { 0 } else { 30 };
        self.line(Happened::Set(SetRecord {
            exercise: id(exercise),
            set,
            side,
            result,
            target,
            reps,
            active: Duration::from_secs(seconds),
            instead: None,
            measure: None,
            unconfirmed: false,
        }))
    }

    fn with_squat(mut self, reps: u32, load: &str, level: u32) -> Self {
        self.planned(("squat", "Squat"), 2, &SIDES, Target { reps: Some(reps), time: None });
        let entry = self.0.start.plan.last_mut().unwrap();
        (entry.load, entry.level) = (Some(Clean::name(load)), level);
        self
    }

    /// Two sets a side, all done.
    pub(super) fn squat(self, reps: u32, load: &str, level: u32) -> Self {
        let sets = [(1, SIDES[0]), (1, SIDES[1]), (2, SIDES[0]), (2, SIDES[1])];
        let made = self.with_squat(reps, load, level);
        sets.into_iter().fold(made, |made, (set, side)| made.set("squat", (set, side), SetResult::Done, Some(reps)))
    }

    /// The left side is skipped for a reason, the right one done.
    pub(super) fn squat_left_out(self, why: SkipReason) -> Self {
        let skipped = SetResult::Skipped(Some(why));
        let sets = [(1, SIDES[0], skipped), (1, SIDES[1], SetResult::Done), (2, SIDES[0], skipped)];
        let made = self.with_squat(10, "5 kg", 0);
        sets.into_iter().fold(made, |made, (set, side, result)| {
            made.set("squat", (set, side), result, (result == SetResult::Done).then_some(10))
        })
    }

    /// Pain over the limit in the first set.
    pub(super) fn stopped(self, pain: u8) -> Self {
        let made = self.with_squat(10, "5 kg", 0).rate(When::During, Some(pain), None, Some("squat"));
        made.set("squat", (1, SIDES[0]), SetResult::StoppedPain, Some(4))
    }

    /// A wall sit of 30 s, held so long.
    pub(super) fn sit(mut self, held: u64) -> Self {
        self.planned(("wall-sit", "Wall sit"), 1, &[None], Target { reps: None, time: Some(Duration::from_secs(30)) });
        let result = if held < 30 { SetResult::Early } else { SetResult::Done };
        let mut made = self.set("wall-sit", (1, None), result, None);
        if let Some(Line { what: Happened::Set(record), .. }) = made.0.lines.last_mut() {
            record.active = Duration::from_secs(held.min(30));
            record.measure = u32::try_from(held * 1_000).ok();
        }
        made
    }

    /// The wall sit as something easier.
    pub(super) fn easier(self) -> Self {
        let mut made = self.sit(30);
        if let Some(Line { what: Happened::Set(record), .. }) = made.0.lines.last_mut() {
            (record.instead, record.measure) = (Some(id("high-wall-sit")), None);
        }
        made
    }

    pub(super) fn hop(mut self) -> Self {
        self.planned(("hop", "Hop"), 1, &[None], Target { reps: Some(10), time: None });
        self.set("hop", (1, None), SetResult::Done, None)
    }

    pub(super) fn finish(mut self, result: SessionResult) -> Self {
        let counts = result != SessionResult::Short;
        self.0.finish = Some(Finish { result, fraction: 1.0, counts, rest_advised: None, clock_step: None });
        self
    }

    pub(super) fn rest(mut self, on: &str) -> Self {
        self.0.finish.as_mut().unwrap().rest_advised = Some(day(on));
        self
    }

    pub(super) fn other_program(mut self) -> Self {
        self.0.start.program.id = id("other");
        self.0.start.session.push('o');
        self
    }

    pub(super) fn rehearsal(mut self) -> Self {
        self.0.start.rehearsal = true;
        self.0.start.session.push('r');
        self
    }

    /// The same plan with other doses.
    pub(super) fn program_changed(&mut self) {
        self.0.start.program.hash = "cd".repeat(32);
        if let Some(sit) = self.0.start.plan.iter_mut().find(|entry| entry.exercise == id("wall-sit")) {
            sit.target.time = Some(Duration::from_secs(45));
        }
    }
}

const SIDES: [Option<Side>; 2] = [Some(Side::Left), Some(Side::Right)];

pub(super) fn history(made: Vec<Made>) -> History {
    History { sessions: made.into_iter().map(|made| made.0).collect(), ..History::default() }
}

/// `level squat 1`, `phase 1`, `not phase 1`.
pub(super) fn choice(when: &str, what: &str) -> Choice {
    let number = |text: &str| text.parse().unwrap();
    let what = match what.split(' ').collect::<Vec<_>>().as_slice() {
        ["level", exercise, level] => Chosen::Level { exercise: id(exercise), level: number(level) },
        ["phase", index] => {
            let index = number(index) as usize;
            Chosen::Phase { index, title: Some(Clean::name(if index == 0 { "Load" } else { "Heavier" })) }
        }
        ["not", "phase", index] => Chosen::NotNow(Offered::Phase(number(index) as usize)),
        _ => panic!("{what}"),
    };
    Choice { at: at(when), day: day(when.split(' ').next().unwrap()), program: id("knee"), what }
}

pub(super) fn pause(from: &str, to: &str) -> Pause {
    Pause { from: day(from), to: day(to), ..Pause::default() }
}

pub(super) fn typed(date: &str) -> Manual {
    Manual {
        id: format!("typed {date}"),
        program: id("knee"),
        day: day(date),
        counts: true,
        fraction: 1.0,
        pain: None,
        at: at(&format!("{date} 20:00")),
    }
}

pub(super) fn plan(from: &str, schedule: Schedule) -> DatedPlan {
    DatedPlan { at: at("11-01 08:00"), program: id("knee"), from: day(from), schedule }
}

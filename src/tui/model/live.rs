//! The preview of a file while it is written: its last good state, what is wrong with the present one.

use crate::domain::exercise::{Affected, Exercise};
use crate::domain::plan::Plan;
use crate::domain::problem::Problem;
use crate::domain::program::{Phase, Program, Session};
use crate::domain::text::Clean;
use crate::tui::effect::live::Told;
use crate::tui::keymap::Context;

/// How fast an exercise is rehearsed.
pub const SPEEDS: [u32; 4] = [1, 2, 5, 10];

/// The preview of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    /// Its path, in words.
    pub file: Clean,
    /// The last program without an error.
    pub program: Option<Program>,
    /// What is wrong with the file as it is now.
    pub problems: Vec<Problem>,
    /// How the file stands.
    pub state: State,
    /// Which exercise is chosen, counted through all stages and sessions.
    pub chosen: usize,
    /// So many times as fast as the clock.
    pub speed: u32,
    /// The problems have the whole screen.
    pub reading: bool,
    /// Lines scrolled of the program.
    pub scroll: u16,
    /// Lines scrolled of the problems.
    pub down: u16,
}

/// How the file stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It was read at this time of day.
    Read(String),
    /// It is not there; why.
    Gone(String),
}

impl Live {
    /// A preview of a file that was not read yet.
    pub fn new(file: Clean) -> Self {
        Self {
            file,
            program: None,
            problems: Vec::new(),
            state: State::Gone("not read yet".to_owned()),
            chosen: 0,
            speed: 1,
            reading: false,
            scroll: 0,
            down: 0,
        }
    }

    /// The file was read, or is gone. The last good state stays.
    pub fn hear(&mut self, told: Told) {
        match told {
            Told::Gone(why) => self.state = State::Gone(why),
            Told::Read { program, problems, at } => {
                self.state = State::Read(at);
                self.problems = problems;
                self.down = 0;
                if let Some(program) = program {
                    self.program = Some(*program);
                }
                self.chosen = self.chosen.min(self.exercises().len().saturating_sub(1));
            }
        }
    }

    /// Whether what is shown is not what the file says now.
    pub fn is_old(&self) -> bool {
        matches!(self.state, State::Gone(_))
            || self.problems.iter().any(|p| p.gravity == crate::domain::problem::Gravity::Error)
    }

    /// Every exercise of the last good state.
    pub fn exercises(&self) -> Vec<&Exercise> {
        self.program.as_ref().map(|program| program.exercises().collect()).unwrap_or_default()
    }

    /// A plan of the chosen exercise alone; where a side is affected it is the left one.
    pub fn plan(&self) -> Option<Plan> {
        let program = self.program.as_ref()?;
        let exercise = (*self.exercises().get(self.chosen)?).clone();
        let session = Session { exercises: vec![exercise], ..Session::default() };
        let phase = Phase { sessions: vec![session], ..Phase::default() };
        Plan::new(&Program { phases: vec![phase], ..program.clone() }, Affected::Left)
    }

    /// Which keys mean something.
    pub fn contexts(&self) -> Vec<Context> {
        let mut contexts = vec![Context::Live];
        contexts.extend((!self.problems.is_empty()).then_some(Context::LiveProblems));
        contexts.extend((!self.reading && self.program.is_some()).then_some(Context::LiveExercises));
        contexts
    }
}

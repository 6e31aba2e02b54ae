//! Numbers that are typed: how many reps, the result of a measurement. What is not typed stays unknown.

use std::time::Duration;

use crate::domain::climb::thousandths;
use crate::domain::player::{Asked, Asks, MOST_MEASURED, MOST_REPS, Player, Question, Run, measured};
use crate::domain::time::Moment;
use crate::domain::timeline::StepKind;
use crate::tui::model::Play;

/// So long after the next set has begun a digit may still be meant for the number that was asked before.
const STILL_TYPING: Duration = Duration::from_secs(2);
/// The longest number: `1000000.000`.
const LONGEST: usize = 11;

/// A number that is asked, as far as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// What is asked of which set.
    pub question: Question,
    /// What was typed.
    pub typed: String,
    /// The answer that was given already.
    pub given: Option<u32>,
}

impl Number {
    /// A question without an answer.
    pub const fn new(question: Question) -> Self {
        Self { question, typed: String::new(), given: None }
    }

    /// A question with the answer that was given, to be put right.
    pub fn again(question: Question, given: u32) -> Self {
        let typed = match question.asks {
            Asks::Reps => given.to_string(),
            Asks::Measure => thousandths(given),
        };
        Self { question, typed, given: Some(given) }
    }

    /// Takes a digit, or a point where parts are measured.
    pub fn press(&mut self, letter: char) {
        let point = matches!(letter, '.' | ',');
        let takes = if point { self.takes_parts() } else { letter.is_ascii_digit() };
        if takes && self.typed.len() < LONGEST {
            self.typed.push(if point { '.' } else { letter });
        }
    }

    /// Whether a point may stand at the end now: a result has parts, a count has none.
    fn takes_parts(&self) -> bool {
        self.question.asks == Asks::Measure && !self.typed.is_empty() && !self.typed.contains('.')
    }

    /// The answer: reps, or thousandths of what is measured. None where what was typed is none.
    pub fn value(&self) -> Option<u32> {
        match self.question.asks {
            Asks::Reps => self.typed.parse().ok().filter(|reps| *reps <= MOST_REPS),
            Asks::Measure => measured(self.typed.trim_end_matches('.')),
        }
    }

    /// The highest number that is taken.
    pub const fn most(&self) -> u32 {
        match self.question.asks {
            Asks::Reps => MOST_REPS,
            Asks::Measure => MOST_MEASURED / 1_000,
        }
    }
}

/// The number that is asked in a rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measuring {
    /// The one that is asked now.
    pub number: Option<Number>,
    /// … it was given before, and is put right.
    pub correcting: bool,
    /// Those that were left open until the session is over.
    pub later: Vec<Question>,
    /// When the next set took a question away that was on the screen.
    pub taken_away: Option<Moment>,
}

impl Measuring {
    /// Nothing is asked.
    pub const fn new() -> Self {
        Self { number: None, correcting: false, later: Vec::new(), taken_away: None }
    }

    /// Follows the session: a rest asks what the set before it left open, and the next set ends the question.
    pub fn follow(&mut self, player: &Player, now: Moment) {
        let open = player.questions();
        let Some(step) = player.step().filter(|_| !matches!(player.run(), Run::Over(_))) else {
            self.number = None;
            return;
        };
        if self.correcting && step.kind != StepKind::Work {
            return;
        }
        self.correcting = false;
        if step.kind == StepKind::Work {
            if self.number.take().is_some() {
                self.taken_away = Some(now);
            }
            // The set that is done now will be asked about, also where it is done once more.
            self.later = open.into_iter().filter(|question| question.bout != step.bout).collect();
            return;
        }
        let next = open.into_iter().find(|question| !self.later.contains(question));
        if self.number.as_ref().map(|number| number.question) != next {
            self.number = next.map(Number::new);
        }
    }
}

impl Measuring {
    /// Asks anew for the number that was given last, where one was.
    pub fn correct(&mut self, player: &Player) {
        if let Some((question, given)) = player.given().pop() {
            self.number = Some(Number::again(question, given));
            self.correcting = true;
        }
    }

    /// Whether a digit is rather the end of a number than a score: the question went away while it was typed.
    pub fn still_typing(&self, now: Moment, speed: u32) -> bool {
        let so_long = STILL_TYPING.saturating_mul(speed.max(1));
        self.taken_away.is_some_and(|at| now.awake.saturating_sub(at.awake) < so_long)
    }
}

impl Play {
    /// The number that is asked now, with what has to be known to ask it. It waits while something else is asked, and
    /// while time stands still.
    pub fn asks_number(&self) -> Option<(&Number, Asked<'_>)> {
        let number = self.measuring.number.as_ref().filter(|_| matches!(self.player.run(), Run::Running { .. }))?;
        Some((number, self.player.asked(number.question)?))
    }
}

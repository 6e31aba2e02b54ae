//! The phases of a rep one after another, for a picture that plays by itself: the exercise's tempo, again and again.

use crate::domain::exercise::{Exercise, Work};
use crate::domain::text::Clean;
use crate::figure::model::Figure;

/// Phases with their lengths in seconds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rhythm {
    /// In order; never empty, each 0.3 s or longer.
    pub phases: Vec<(Clean, f64)>,
}

/// A moment of a rhythm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beat<'a> {
    /// The word of the phase.
    pub phase: &'a str,
    /// How much of it is over, 0 to 1.
    pub part: f64,
    /// How many seconds of it are over.
    pub seconds: f64,
    /// How long it is, seconds.
    pub length: f64,
}

/// A phase of a figure without an exercise, seconds.
const USUAL: f64 = 2.0;
/// A longer hold is not waited for by one who only looks, seconds.
const LONGEST: f64 = 4.0;

impl Rhythm {
    /// The rhythm of an exercise, its holds cut short.
    pub fn of(exercise: Option<&Exercise>, figure: &Figure) -> Self {
        let short = |length: std::time::Duration| length.as_secs_f64().clamp(0.3, LONGEST);
        let mut phases: Vec<(Clean, f64)> = match exercise.map(|exercise| &exercise.work) {
            Some(Work::Paced { tempo, .. }) => {
                let timed = tempo.phases.iter().filter(|phase| !phase.length.is_zero());
                timed.map(|phase| (phase.verb.clone(), short(phase.length))).collect()
            }
            Some(Work::HeldReps { hold, relax, .. }) => {
                vec![(Clean::name("hold"), short(hold.low())), (Clean::name("relax"), short(*relax).max(1.0))]
            }
            _ => Vec::new(),
        };
        // Where every second rep is another one both are shown.
        let second: Vec<(Clean, f64)> =
            phases.iter().map(|(word, length)| (Clean::name(figure.of_rep(word, 2)), *length)).collect();
        if second.iter().zip(&phases).any(|(second, first)| second.0 != first.0) {
            phases.extend(second);
        }
        if phases.is_empty() { Self::own(figure) } else { Self { phases } }
    }

    /// The figure's own phases, in the order of its file.
    pub fn own(figure: &Figure) -> Self {
        let length = |cycle: Option<f64>, moves: bool| match cycle {
            Some(cycle) => (LONGEST / cycle).ceil().max(1.0) * cycle,
            None if moves => USUAL,
            None => LONGEST,
        };
        let phases = figure.phases.iter();
        Self {
            phases: phases.map(|phase| (Clean::name(phase.name()), length(phase.cycle, phase.moves(figure)))).collect(),
        }
    }

    /// How long one round takes, seconds.
    pub fn length(&self) -> f64 {
        self.phases.iter().map(|(_, length)| length).sum()
    }

    /// The moment so many seconds after the beginning.
    pub fn at(&self, seconds: f64) -> Beat<'_> {
        let mut rest = if self.length() > 0.0 { seconds.rem_euclid(self.length()) } else { 0.0 };
        for (phase, length) in &self.phases {
            if rest < *length {
                return Beat { phase, part: rest / length, seconds: rest, length: *length };
            }
            rest -= length;
        }
        Beat { phase: "", part: 0.0, seconds: 0.0, length: 1.0 }
    }
}

/// Frames a second that a phase needs: no joint moves much more than a pixel between two, 0 where nothing moves.
/// `pixels` is how many pixels a cm has.
pub fn frames_a_second(figure: &Figure, phase: &str, length: f64, pixels: f64) -> f64 {
    let Some(found) = figure.phase(phase).filter(|phase| phase.moves(figure)) else { return 0.0 };
    let seconds = found.cycle.unwrap_or(length);
    let speed = match found.cycle {
        // A whole cycle, whatever part of the phase it is.
        Some(cycle) => figure.speed(phase, cycle),
        None => figure.speed(phase, seconds),
    };
    (1.1 * speed * pixels).ceil().clamp(6.0, 12.0)
}

//! What lies over a screen: something to read, or a question.

use crate::domain::time::Moment;

/// What lies over a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// What it is.
    pub what: Over,
    /// Lines scrolled.
    pub scroll: u16,
    /// It stopped the time, and gives it back when it closes.
    pub paused: bool,
    /// Since when it is there.
    pub since: Moment,
}

/// The overlays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The keys.
    Help,
    /// The warning signs.
    Warnings,
    /// How to do the exercise.
    HowTo,
    /// Why the exercise is skipped.
    Reason,
    /// Which form of the program.
    Variant,
    /// Really a stage back?
    StageBack,
    /// Which climbed step back?
    StepBack,
    /// Shall a voice lead?
    Voice,
    /// Really not follow it any more?
    Stop,
}

//! The loop: hear, tick, draw what changed. All it knows comes from an [`App`] and goes to a [`Stage`].

use std::time::Duration;

use ratatui::Frame;

use crate::domain::time::Moment;
use crate::error::Error;
use crate::tui::gate::Aside;
use crate::tui::key::KeyPress;

/// A cell of the terminal, from the upper left one on, which is 0, 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// Columns from the left.
    pub column: u16,
    /// Rows from the top.
    pub row: u16,
}

/// What comes from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key went down, or repeats.
    Key(KeyPress),
    /// A button of the mouse went down on a cell.
    Click(Spot),
    /// The wheel of the mouse was turned: up, or down.
    Wheel(bool),
    /// Text that was pasted: never keys.
    Paste(String),
    /// The terminal is so many columns wide and rows high now.
    Resize(u16, u16),
    /// The window got the focus, or lost it.
    Focus(bool),
    /// The program was suspended and came back.
    Back,
    /// A signal asks to end, or the terminal went away: there are 400 ms.
    Ended,
}

/// What the loop drives.
pub trait App {
    /// What comes back from work done elsewhere.
    type Answer;
    /// Hears an input.
    fn input(&mut self, input: Input, now: Moment);
    /// Hears an answer.
    fn answer(&mut self, answer: Self::Answer, now: Moment);
    /// Goes on to `now`: called once a turn, after inputs and answers.
    fn tick(&mut self, now: Moment);
    /// How long nothing will change by itself, at most.
    fn wait(&self, now: Moment) -> Duration;
    /// Whether anything to be seen changed since this was asked last.
    fn changed(&mut self) -> bool;
    /// Draws all of it.
    fn view(&self, frame: &mut Frame<'_>, now: Moment);
    /// What the terminal is to do beside showing frames; asked once a turn.
    fn aside(&mut self, _now: Moment) -> Aside {
        Aside::default()
    }
    /// Whether the loop is to end.
    fn done(&self) -> bool;
    /// Whether it wants to be suspended: says yes once for each time.
    fn suspend(&mut self) -> bool;
}

/// Where an [`App`] plays: the terminal, or a script.
pub trait Stage<A> {
    /// The moment it is.
    fn now(&self) -> Moment;
    /// Waits for input, no longer than `at_most`, and takes all that is there.
    fn wait(&mut self, at_most: Duration) -> Result<Vec<Input>, Error>;
    /// The answers that arrived.
    fn answers(&mut self) -> Vec<A>;
    /// Draws a frame.
    fn draw(&mut self, paint: &mut dyn FnMut(&mut Frame<'_>)) -> Result<(), Error>;
    /// Does what is wanted beside frames.
    fn aside(&mut self, _wanted: &Aside) -> Result<(), Error> {
        Ok(())
    }
    /// Gives the terminal back, stops, and takes it again when woken; [`Input::Back`] follows.
    fn suspend(&mut self) -> Result<(), Error>;
}

/// Plays until the app is done. The clock is read once a turn, and all input is heard before a frame is drawn.
pub fn run<P: App>(app: &mut P, stage: &mut impl Stage<P::Answer>) -> Result<(), Error> {
    let mut at_most = Duration::ZERO;
    let mut owed = true;
    loop {
        let inputs = stage.wait(at_most)?;
        let now = stage.now();
        for input in inputs {
            owed |= matches!(input, Input::Resize(..) | Input::Back);
            app.input(input, now);
        }
        for answer in stage.answers() {
            app.answer(answer, now);
        }
        app.tick(now);
        if app.done() {
            return Ok(());
        }
        let changed = app.changed();
        if app.suspend() {
            stage.suspend()?;
            owed = true;
            at_most = Duration::ZERO;
            continue;
        }
        stage.aside(&app.aside(now))?;
        if changed || owed {
            stage.draw(&mut |frame| app.view(frame, now))?;
            owed = false;
        }
        at_most = app.wait(now);
    }
}

#[cfg(test)]
mod tests;

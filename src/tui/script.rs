//! A stage for tests: steps instead of a person, a clock that moves only when a step waits, screens kept as text.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::fmt;
use std::time::Duration;

use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::{Frame, Terminal};

use crate::domain::time::Moment;
use crate::error::Error;
use crate::tui::key::{Key, KeyPress};
use crate::tui::run::{Input, Stage};

/// The longest that the clock moves in a turn: what the player calls a gap is longer.
const STRIDE: Duration = Duration::from_millis(100);
/// So many turns an app may take to end once the script is over.
const PATIENCE: u32 = 600;

enum Step {
    Hear(Input),
    Wait(Duration),
    Jump(Duration),
    Shot(String),
}

/// A scripted stage; when the steps are over the app hears [`Input::Ended`].
pub struct Script<A> {
    terminal: Terminal<TestBackend>,
    steps: VecDeque<Step>,
    now: Moment,
    answers: Box<dyn FnMut(Moment) -> Vec<A>>,
    shots: Vec<(String, String)>,
    frames: usize,
    suspended: usize,
    begun: bool,
    back: bool,
    over: u32,
}

impl<A> fmt::Debug for Script<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Script").field("now", &self.now).field("left", &self.steps.len()).finish_non_exhaustive()
    }
}

fn never(error: Infallible) -> Error {
    match error {}
}

impl<A> Script<A> {
    /// A screen of so many columns and rows, at the start of time, with nothing to do.
    pub fn new(columns: u16, rows: u16) -> Result<Self, Error> {
        Ok(Self {
            terminal: Terminal::new(TestBackend::new(columns, rows)).map_err(never)?,
            steps: VecDeque::new(),
            now: Moment::default(),
            answers: Box::new(|_| Vec::new()),
            shots: Vec::new(),
            frames: 0,
            suspended: 0,
            begun: false,
            back: false,
            over: 0,
        })
    }

    fn step(mut self, step: Step) -> Self {
        self.steps.push_back(step);
        self
    }

    /// Anything from outside.
    #[must_use]
    pub fn hear(self, input: Input) -> Self {
        self.step(Step::Hear(input))
    }

    /// A key.
    #[must_use]
    pub fn key(self, key: KeyPress) -> Self {
        self.hear(Input::Key(key))
    }

    /// A key with nothing held.
    #[must_use]
    pub fn press(self, key: Key) -> Self {
        self.key(KeyPress::plain(key))
    }

    /// Letters, one after the other.
    #[must_use]
    pub fn keys(self, letters: &str) -> Self {
        letters.chars().fold(self, |script, letter| script.key(KeyPress::char(letter)))
    }

    /// So much time goes by, in strides of at most 100 ms.
    #[must_use]
    pub fn wait(self, length: Duration) -> Self {
        self.step(Step::Wait(length))
    }

    /// So much time goes by at once, asleep: a gap.
    #[must_use]
    pub fn sleep(self, length: Duration) -> Self {
        self.step(Step::Jump(length))
    }

    /// The window changes its size.
    #[must_use]
    pub fn resize(self, columns: u16, rows: u16) -> Self {
        self.hear(Input::Resize(columns, rows))
    }

    /// The screen is kept under this name.
    #[must_use]
    pub fn shot(self, name: &str) -> Self {
        self.step(Step::Shot(name.to_owned()))
    }

    /// Where answers come from, asked once a turn.
    #[must_use]
    pub fn answering(mut self, answers: impl FnMut(Moment) -> Vec<A> + 'static) -> Self {
        self.answers = Box::new(answers);
        self
    }

    /// The screen that was kept under a name: lines without spaces at their ends.
    pub fn taken(&self, name: &str) -> Option<&str> {
        self.shots.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str())
    }

    /// All screens that were kept, in order.
    pub fn shots(&self) -> &[(String, String)] {
        &self.shots
    }

    /// The screen as it is.
    pub fn screen(&self) -> String {
        text_of(self.buffer())
    }

    /// The screen with its colours.
    pub fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// How many frames were drawn.
    pub const fn frames(&self) -> usize {
        self.frames
    }

    /// How often the app was suspended.
    pub const fn suspended(&self) -> usize {
        self.suspended
    }

    fn go_on(&mut self, length: Duration, asleep: bool) {
        self.now.elapsed += length;
        if !asleep {
            self.now.awake += length;
        }
    }

    fn hear_now(&mut self, input: Input) -> Result<Vec<Input>, Error> {
        if let Input::Resize(columns, rows) = input {
            self.terminal.backend_mut().resize(columns, rows);
            self.terminal.autoresize().map_err(never)?;
        }
        Ok(vec![input])
    }

    fn finish(&mut self) -> Result<Vec<Input>, Error> {
        self.over += 1;
        if self.over > PATIENCE {
            return Err(Error::failed("the script is over and the app goes on"));
        }
        if self.over == 1 {
            return Ok(vec![Input::Ended]);
        }
        self.go_on(STRIDE, false);
        Ok(Vec::new())
    }
}

/// The letters of a screen, line by line.
fn text_of(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width).max(1);
    let mut lines = Vec::new();
    for row in buffer.content().chunks(width) {
        let mut line = String::new();
        let mut covered = 0;
        for cell in row {
            if covered == 0 {
                line.push_str(cell.symbol());
                covered = unicode_width::UnicodeWidthStr::width(cell.symbol());
            }
            covered = covered.saturating_sub(1);
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

impl<A> Stage<A> for Script<A> {
    fn now(&self) -> Moment {
        self.now
    }

    fn wait(&mut self, at_most: Duration) -> Result<Vec<Input>, Error> {
        if std::mem::take(&mut self.back) {
            return Ok(vec![Input::Back]);
        }
        if !std::mem::replace(&mut self.begun, true) {
            // The first frame is drawn before anything happens.
            return Ok(Vec::new());
        }
        loop {
            match self.steps.pop_front() {
                None => return self.finish(),
                Some(Step::Hear(input)) => return self.hear_now(input),
                Some(Step::Shot(name)) => self.shots.push((name, self.screen())),
                Some(Step::Jump(length)) => {
                    self.go_on(length, true);
                    return Ok(Vec::new());
                }
                Some(Step::Wait(length)) => {
                    let stride = length.min(STRIDE).min(at_most.max(Duration::from_millis(1)));
                    self.go_on(stride, false);
                    if length > stride {
                        self.steps.push_front(Step::Wait(length.saturating_sub(stride)));
                    }
                    return Ok(Vec::new());
                }
            }
        }
    }

    fn answers(&mut self) -> Vec<A> {
        (self.answers)(self.now)
    }

    fn draw(&mut self, paint: &mut dyn FnMut(&mut Frame<'_>)) -> Result<(), Error> {
        self.frames += 1;
        self.terminal.draw(paint).map(|_| ()).map_err(never)
    }

    fn suspend(&mut self) -> Result<(), Error> {
        self.suspended += 1;
        self.back = true;
        Ok(())
    }
}

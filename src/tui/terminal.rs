//! The terminal: taken, listened to, drawn on, and given back on every way out.
//!
//! `modes` saves and restores, `signals` and `watch` see to it that somebody does, `ears` and `keys` hear,
//! `screen` and `outlet` draw. Signals and panics belong to the whole process, so that what they need is static.

#[cfg(unix)]
mod ears;
#[cfg(any(unix, test))]
mod keys;
#[cfg(unix)]
mod modes;
#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod outlet;
mod screen;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod watch;

use std::fmt;
use std::io::{self, IsTerminal as _};
use std::sync::Once;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use ratatui::layout::{Rect, Size};
use ratatui::{Frame, Terminal};

use crate::domain::time::Moment;
use crate::error::Error;
use crate::tui::run::{Input, Stage};
use screen::{Screen, clamped};

#[cfg(unix)]
use ears::Ears;
#[cfg(unix)]
use modes::{restore, size, take};
#[cfg(not(unix))]
use other::{Ears, Outlet, restore, size, take};
#[cfg(unix)]
use outlet::Outlet;

/// The terminal while it is ours; dropping it gives it back.
pub struct RealTerminal {
    clock: Box<dyn Fn() -> Moment>,
    terminal: Terminal<Screen<Outlet>>,
    ears: Ears,
    back: bool,
    told: bool,
    /// Falls with it: whoever asked to end sees that the loop did.
    _playing: Sender<()>,
}

impl fmt::Debug for RealTerminal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RealTerminal").field("back", &self.back).field("told", &self.told).finish_non_exhaustive()
    }
}

fn cannot_draw(error: io::Error) -> Error {
    Error::failed("the screen could not be drawn").because(error)
}

impl RealTerminal {
    /// Takes the terminal; without one at both ends nothing is touched.
    pub fn enter(clock: impl Fn() -> Moment + 'static) -> Result<Self, Error> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(Error::input("the player needs a terminal, and its input or output is none")
                .hint("run it in a terminal, or play in lines of text with `--plain`"));
        }
        restore_on_panic();
        // The theme decides about colours; crossterm would answer NO_COLOR by undoing bold and reverse as well.
        crossterm::style::force_color_output(true);
        let (playing, over) = mpsc::channel();
        #[cfg(unix)]
        {
            signals::listen()?;
            watch::start()?;
            signals::playing(over);
        }
        #[cfg(not(unix))]
        drop(over);
        let screen = Screen::new(Outlet::default(), size);
        let terminal = take().and_then(|()| Terminal::new(screen).map_err(cannot_draw));
        let terminal = terminal.inspect_err(|_| leave())?;
        Ok(Self {
            clock: Box::new(clock),
            terminal,
            ears: Ears::default(),
            back: false,
            told: false,
            _playing: playing,
        })
    }

    /// Columns and rows.
    pub fn size(&self) -> Size {
        let (columns, rows) = size().map_or((80, 24), clamped);
        Size::new(columns, rows)
    }

    /// The moment it is.
    pub fn now(&self) -> Moment {
        (self.clock)()
    }

    /// Waits for input, no longer than `at_most`, and takes all that is there.
    pub fn wait(&mut self, at_most: Duration) -> Result<Vec<Input>, Error> {
        let at_most = if self.back { Duration::ZERO } else { at_most };
        let mut heard = self.ears.wait(at_most)?;
        #[cfg(unix)]
        self.hear_signals(&mut heard)?;
        for input in &mut heard {
            if let Input::Resize(columns, rows) = input {
                (*columns, *rows) = clamped((*columns, *rows));
            }
        }
        if std::mem::take(&mut self.back) {
            heard.push(Input::Back);
        }
        Ok(heard)
    }

    #[cfg(unix)]
    fn hear_signals(&mut self, heard: &mut Vec<Input>) -> Result<(), Error> {
        if signals::was_resized()
            && let Ok((columns, rows)) = size()
        {
            heard.push(Input::Resize(columns, rows));
        }
        if signals::asked_to_stop() {
            self.suspend()?;
        }
        if signals::was_continued() {
            // Somebody else stopped us and may have changed the modes since.
            self.again()?;
        }
        if signals::ended_by().is_some() && !std::mem::replace(&mut self.told, true) {
            heard.push(Input::Ended);
        }
        Ok(())
    }

    /// Draws a frame, whole.
    pub fn draw(&mut self, paint: &mut dyn FnMut(&mut Frame<'_>)) -> Result<(), Error> {
        self.terminal.backend_mut().begin().map_err(cannot_draw)?;
        self.terminal.draw(paint).map_err(cannot_draw)?;
        self.terminal.backend_mut().end().map_err(cannot_draw)
    }

    /// Rings the bell, through the gate as all else.
    pub fn ring(&mut self) -> Result<(), Error> {
        self.terminal.backend_mut().ring().map_err(cannot_draw)
    }

    /// Gives the terminal back, stops, and takes it again when woken; nothing where nobody would wake us.
    pub fn suspend(&mut self) -> Result<(), Error> {
        #[cfg(unix)]
        if signals::stop() {
            return self.again();
        }
        Ok(())
    }

    /// Takes the terminal again and draws all of it with the next frame.
    #[cfg(unix)]
    fn again(&mut self) -> Result<(), Error> {
        take()?;
        let (columns, rows) = clamped(size().map_err(cannot_draw)?);
        self.terminal.resize(Rect::new(0, 0, columns, rows)).map_err(cannot_draw)?;
        self.back = true;
        Ok(())
    }

    /// A stage with answers from a channel; whoever sends one [wakes](Waker::wake) the loop.
    pub const fn with_answers<A>(self, answers: Receiver<A>) -> RealStage<A> {
        RealStage { terminal: self, answers }
    }

    /// What wakes the loop from its wait, from any thread.
    pub const fn waker(&self) -> Waker {
        Waker(())
    }
}

impl Drop for RealTerminal {
    fn drop(&mut self) {
        leave();
    }
}

fn leave() {
    restore();
    #[cfg(unix)]
    signals::played();
}

/// Wakes the loop: an answer is there.
#[derive(Clone, Copy, Debug)]
pub struct Waker(());

impl Waker {
    /// Ends the present wait, or the next.
    #[cfg_attr(not(unix), expect(clippy::unused_self, reason = "without a bell the loop waits to its deadline"))]
    pub fn wake(self) {
        #[cfg(unix)]
        signals::wake();
    }
}

/// The terminal with a channel of answers.
#[derive(Debug)]
pub struct RealStage<A> {
    terminal: RealTerminal,
    answers: Receiver<A>,
}

impl<A> Stage<A> for RealStage<A> {
    fn now(&self) -> Moment {
        self.terminal.now()
    }

    fn wait(&mut self, at_most: Duration) -> Result<Vec<Input>, Error> {
        self.terminal.wait(at_most)
    }

    fn answers(&mut self) -> Vec<A> {
        self.answers.try_iter().collect()
    }

    fn draw(&mut self, paint: &mut dyn FnMut(&mut Frame<'_>)) -> Result<(), Error> {
        self.terminal.draw(paint)
    }

    fn ring(&mut self) -> Result<(), Error> {
        self.terminal.ring()
    }

    fn suspend(&mut self) -> Result<(), Error> {
        self.terminal.suspend()
    }
}

/// The signal that ended the loop; whoever ran it then says goodbye with [`die_by`].
pub fn ended_by() -> Option<i32> {
    #[cfg(unix)]
    return signals::ended_by();
    #[cfg(not(unix))]
    None
}

/// Ends the program as that signal would have; with 129 if the terminal went away.
#[cfg_attr(not(unix), expect(clippy::exit, reason = "where there are no signals a code must do"))]
pub fn die_by(signal: i32) -> ! {
    restore();
    #[cfg(unix)]
    signals::die_by(signal);
    #[cfg(not(unix))]
    std::process::exit(128 + signal)
}

/// A panic anywhere ends the program, on a terminal that can be read.
#[expect(clippy::exit, reason = "a panic in another thread must end the program too; all that counts is on disk")]
fn restore_on_panic() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            restore();
            before(panic);
            std::process::exit(101);
        }));
    });
}

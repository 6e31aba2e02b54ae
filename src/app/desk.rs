//! The world of a plain session: the clock at its speed, the typed lines, standard output, the history.

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use crate::app::listener::Listener;
use crate::app::say;
use crate::app::sitting::Sitting;
use crate::app::world::SessionClock;
use crate::domain::cue::{Cue, Hearing, Place};
use crate::domain::player::Event;
use crate::domain::session::Happened;
use crate::domain::text::{Clean, Id};
use crate::domain::time::Moment;
use crate::error::Error;
use crate::io::timings::Timings;
use crate::plain::Desk;
use crate::tui::effect::Call;

/// The world of a plain session.
pub(crate) struct PlainDesk<'a> {
    pub(crate) clock: &'a SessionClock,
    pub(crate) sitting: &'a mut Sitting,
    speed: u32,
    typed: Option<&'a Receiver<String>>,
    told: Option<String>,
    timings: Option<Timings>,
    /// Who hears, and of which program; nobody where time does not pass as on the wall.
    ears: Option<(&'a mut Listener, Id)>,
}

impl<'a> PlainDesk<'a> {
    /// A desk; with the lines that are typed, where somebody can type.
    pub(crate) const fn new(
        clock: &'a SessionClock,
        sitting: &'a mut Sitting,
        speed: u32,
        typed: Option<&'a Receiver<String>>,
    ) -> Self {
        Self { clock, sitting, speed, typed, told: None, timings: None, ears: None }
    }

    /// The same, with a table of how late everything is told.
    #[must_use]
    pub(crate) fn measured(mut self, timings: Option<Timings>) -> Self {
        self.timings = timings;
        self
    }

    /// The same, heard by somebody.
    #[must_use]
    pub(crate) fn heard(mut self, ears: Option<&'a mut Listener>, program: &Id) -> Self {
        self.ears = ears.map(|ears| (ears, program.clone()));
        self
    }

    /// Rings and tells what the ears ask for: the bell on a terminal alone.
    fn tell_ears(&mut self) {
        let Some((ears, _)) = &mut self.ears else { return };
        for notice in ears.notices() {
            say(&format!("note: {notice}"));
        }
        let mut out = std::io::stdout().lock();
        if ears.rings() && out.is_terminal() {
            // A bell that cannot ring is no reason to end a session.
            let _rung = out.write_all(b"\x07").and_then(|()| out.flush());
        }
    }

    /// Says once that something could not be saved, and once that it was after all.
    fn tell_trouble(&mut self) {
        let trouble = self.sitting.trouble().map(|(_, why)| why);
        if trouble != self.told {
            match &trouble {
                Some(why) => say(&format!("warning: NOT SAVED: {why}; the session is kept in memory and tried again")),
                None => say("saved after all"),
            }
            self.told = trouble;
        }
    }
}

/// Reads lines from standard input on a thread, cleaned: the one reader of it, before, during and after a session.
pub(crate) fn listen() -> Receiver<String> {
    let (send, receive) = channel();
    // The thread ends with standard input, or with the process.
    let _thread = std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            if send.send(Clean::text(&line).to_string()).is_err() {
                break;
            }
        }
    });
    receive
}

impl Desk for PlainDesk<'_> {
    fn now(&self) -> Moment {
        self.clock.clock().moment()
    }

    fn wait(&mut self, until: Duration) -> Result<Option<String>, Error> {
        self.tell_trouble();
        self.tell_ears();
        let left = until.saturating_sub(self.now().awake);
        if let SessionClock::Virtual(clock) = self.clock {
            clock.advance(left.max(Duration::from_millis(1)));
            return Ok(self.typed.as_ref().and_then(|typed| typed.try_recv().ok()));
        }
        let left = (left / self.speed.max(1)).max(Duration::from_micros(200));
        match self.typed {
            Some(typed) => match typed.recv_timeout(left) {
                Ok(line) => return Ok(Some(line)),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => self.typed = None,
            },
            None => std::thread::park_timeout(left),
        }
        Ok(None)
    }

    fn attended(&self) -> bool {
        self.typed.is_some()
    }

    fn say(&mut self, line: &str) -> Result<(), Error> {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{line}")?;
        out.flush()?;
        Ok(())
    }

    fn told(&mut self, event: &Event) {
        let now = self.now().awake;
        if let Some(timings) = &mut self.timings {
            timings.told(event.due.awake, now, event.what.word());
        }
    }

    fn hear(&mut self, cues: &[Cue], breaks: bool, place: &Place) {
        if let Some((ears, program)) = &mut self.ears {
            let hearing = ears.of(program);
            ears.hear(&Call { cues: cues.to_vec(), breaks, hearing, place: place.clone() });
        }
    }

    fn next_hearing(&mut self) -> Option<Hearing> {
        let (ears, program) = self.ears.as_mut()?;
        let hearing = ears.of(program).next();
        if let Err(error) = ears.keep(program, hearing) {
            say(&format!("note: {}", error.message()));
        }
        Some(hearing)
    }

    fn log(&mut self, what: Happened, at: Moment) -> Result<(), Error> {
        self.sitting.log(what, at);
        Ok(())
    }
}

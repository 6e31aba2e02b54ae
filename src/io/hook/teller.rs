//! The craft of telling the runner's program.

use std::io::{ErrorKind, Write as _};
use std::process::ChildStdin;
use std::time::Duration;

use crate::io::helper::{Craft, Ended, Input, Notices, Report, Running, Surroundings, Ways, fill};

/// How long it may take to end after its pipe was closed.
const GRACE: Duration = Duration::from_millis(300);
/// Tells.
#[derive(Debug)]
pub(crate) struct Teller {
    ways: Ways,
    around: Surroundings,
    running: Option<(usize, Running)>,
    /// The end of a line that was taken in part (up to `PIPE_BUF` bytes are taken whole or not at all: 512 to 4096).
    rest: Vec<u8>,
    /// When it is killed, once its pipe is closed.
    until: Option<Duration>,
    notices: Notices,
    told: bool,
}

impl Teller {
    /// Looks for the program.
    pub(crate) fn new(command: &[String], around: Surroundings, notices: Notices) -> Self {
        let ways = Ways::own(command, true, &around);
        Self { ways, around, running: None, rest: Vec::new(), until: None, notices, told: false }
    }

    fn start(&mut self) {
        let Some((number, way)) = self.ways.present() else { return self.give_up() };
        let Some(path) = way.path() else { return };
        match Running::start(path, &fill(&way.arguments, &[]), &self.around, Input::Open) {
            Ok(mut running) => {
                if let Some(pipe) = running.input() {
                    never_wait(pipe);
                }
                self.rest.clear();
                self.running = Some((number, running));
            }
            Err(error) => {
                self.ways.strike(number, error.to_string());
                self.give_up();
            }
        }
    }

    fn give_up(&mut self) {
        if !self.told {
            self.told = true;
            self.notices.add(&format!("the hook is told of no more cues: {}", self.ways.why_none()));
        }
    }

    /// Writes what is left of the line before, or a line; says whether it can take another.
    fn write(&mut self, line: &[u8]) -> bool {
        let Some((_, running)) = &mut self.running else { return false };
        let bytes = if line.is_empty() { std::mem::take(&mut self.rest) } else { line.to_vec() };
        if bytes.is_empty() {
            return true;
        }
        match running.input().map(|pipe| pipe.write(&bytes)) {
            Some(Ok(taken)) => {
                self.rest = bytes.get(taken..).unwrap_or_default().to_vec();
                self.rest.is_empty()
            }
            Some(Err(error)) if error.kind() == ErrorKind::WouldBlock => {
                // Half a line must not be followed by another one; a whole one is dropped.
                if line.is_empty() {
                    self.rest = bytes;
                }
                false
            }
            // It has closed its ears, and may end for it.
            Some(Err(_)) => {
                running.close();
                false
            }
            None => false,
        }
    }

    /// Notes how it ended, if it has.
    fn settle(&mut self) {
        let Some((number, running)) = &mut self.running else { return };
        let Some(ended) = running.ended() else { return };
        let number = *number;
        self.running = None;
        if ended == Ended::Well {
            self.ways.works(number);
        } else if self.ways.failed(number, ended.words()) {
            self.give_up();
        } else {
            // once more with the next cue
        }
    }
}

impl Craft for Teller {
    type Order = String;

    fn take(&mut self, order: String, _now: Duration) {
        self.settle();
        if self.running.is_none() {
            self.start();
        }
        // The end of the line before comes first; where even that does not fit, this line is not for it.
        if self.write(&[]) {
            self.write(order.as_bytes());
        }
    }

    fn look(&mut self, now: Duration) -> Option<Duration> {
        self.settle();
        let until = self.until?;
        let (_, running) = self.running.as_mut()?;
        if now >= until {
            running.kill();
            self.running = None;
            return None;
        }
        Some(Duration::from_millis(10))
    }

    fn hush(&mut self, _now: Duration) {}

    fn leave(&mut self, now: Duration) {
        self.until = Some(now + GRACE);
        if let Some((_, running)) = &mut self.running {
            running.close();
        }
    }

    fn report(&self) -> Report {
        self.ways.report()
    }
}

/// A full pipe says so instead of waiting; up to 4096 bytes are written whole or not at all.
#[cfg(unix)]
fn never_wait(pipe: &ChildStdin) {
    let flags = rustix::fs::fcntl_getfl(pipe);
    let _blocks = flags.and_then(|flags| rustix::fs::fcntl_setfl(pipe, flags | rustix::fs::OFlags::NONBLOCK));
}

/// There the thread waits, and cues are dropped at the mailbox.
#[cfg(not(unix))]
fn never_wait(_pipe: &ChildStdin) {}

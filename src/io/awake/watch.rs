//! The craft of staying awake: holds the lock of the first program that keeps it.

use std::time::Duration;

use super::keepers::KEEPERS;
use crate::io::helper::{Craft, Input, Notices, Report, Running, Surroundings, System, Ways, fill};

/// Who is still there after this holds the lock: those that cannot have it end within a few milliseconds.
const HOLDS: Duration = Duration::from_millis(500);
/// How long it may take to end after its pipe was closed.
const GRACE: Duration = Duration::from_millis(300);

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Stay awake from now on.
    Hold,
    /// No more.
    Release,
}

#[derive(Debug)]
struct Held {
    running: Running,
    way: usize,
    since: Duration,
    /// When it is killed, once it was let go.
    until: Option<Duration>,
}

/// Stays awake.
#[derive(Debug)]
pub(crate) struct Watch {
    ways: Ways,
    around: Surroundings,
    held: Option<Held>,
    wanted: bool,
    notices: Notices,
    told: bool,
}

impl Watch {
    /// Looks for a program.
    pub(crate) fn new(around: Surroundings, notices: Notices) -> Self {
        let ways = Ways::of(KEEPERS, System::here(), &around);
        Self { ways, around, held: None, wanted: false, notices, told: false }
    }

    fn hold(&mut self, now: Duration) {
        let cat = self.around.find("cat").map_or_else(|| "cat".to_owned(), |path| path.to_string_lossy().into_owned());
        let pid = std::process::id().to_string();
        while let Some((number, way)) = self.ways.present() {
            let Some(path) = way.path() else { break };
            let arguments = fill(&way.arguments, &[("{cat}", &cat), ("{pid}", &pid)]);
            match Running::start(path, &arguments, &self.around, Input::Open) {
                Ok(running) => {
                    self.held = Some(Held { running, way: number, since: now, until: None });
                    return;
                }
                Err(error) => self.ways.strike(number, error.to_string()),
            }
        }
        if !self.told {
            self.told = true;
            self.notices.add(&format!("the screen may go dark during a session: {}", self.ways.why_none()));
        }
    }

    fn release(&mut self, now: Duration) {
        if let Some(held) = &mut self.held {
            held.running.close();
            held.until.get_or_insert(now + GRACE);
        }
    }
}

impl Craft for Watch {
    type Order = Order;

    fn take(&mut self, order: Order, now: Duration) {
        self.wanted = order == Order::Hold;
        match order {
            Order::Hold if self.held.is_none() => self.hold(now),
            // One that was let go is waited for; the next one is started then.
            Order::Hold => {}
            Order::Release => self.release(now),
        }
    }

    fn look(&mut self, now: Duration) -> Option<Duration> {
        let mut held = self.held.take()?;
        if held.until.is_some_and(|until| now >= until) {
            held.running.kill();
        }
        let age = now.saturating_sub(held.since);
        match held.running.ended() {
            None if held.until.is_some() => {
                self.held = Some(held);
                return Some(Duration::from_millis(10));
            }
            None => {
                let holds = age >= HOLDS;
                if holds {
                    self.ways.works(held.way);
                }
                self.held = Some(held);
                // Nothing to look after any more than once in a while: whether it is still there.
                return Some(if holds { Duration::from_secs(5) } else { Duration::from_millis(20) });
            }
            Some(_) if held.until.is_some() => {}
            Some(ended) => self.ways.strike(held.way, format!("it ended by itself: {}", ended.words())),
        }
        if self.wanted {
            self.hold(now);
            return self.held.as_ref().map(|_| Duration::from_millis(20));
        }
        None
    }

    fn hush(&mut self, _now: Duration) {}

    fn leave(&mut self, now: Duration) {
        self.wanted = false;
        self.release(now);
    }

    fn report(&self) -> Report {
        self.ways.report()
    }
}

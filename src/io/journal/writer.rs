//! A thread that saves, so that the player never waits for the disk.

use std::collections::VecDeque;
use std::fmt;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender, TrySendError};
use std::thread::{self, JoinHandle};

use super::recorder::Recorder;
use crate::domain::session::Line;
use crate::error::Error;

/// Orders that may wait for the thread; more of them wait in front of the door.
const QUEUE: usize = 256;

/// What became of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is on the disk.
    Saved(u64),
    /// It is in memory only, and so are so many lines in all. It is tried again with the next one.
    NotSaved {
        /// The ticket of the line that was tried last.
        ticket: u64,
        /// What the disk said, in a few words: `the disk is full`.
        why: String,
        /// Lines in memory only.
        unsaved: usize,
    },
}

/// What could not be saved at the end.
pub struct Unsaved {
    /// The lines as they would have been written, in order.
    pub lines: Vec<String>,
    /// What the disk said.
    pub why: String,
    /// To try again, or to save to another folder; none when the thread died.
    pub recorder: Option<Recorder>,
}

enum Order {
    Line(Line),
    Retry,
}

/// Hands the lines of a session to a thread that saves them in order.
pub struct Writer {
    orders: SyncSender<Order>,
    answers: Receiver<Answer>,
    /// Orders for which there was no room in the queue.
    waiting: VecDeque<Order>,
    given: u64,
    settled: u64,
    thread: JoinHandle<Recorder>,
}

impl Writer {
    /// Starts the thread.
    pub fn new(recorder: Recorder) -> Result<Self, Error> {
        let (orders, queue) = mpsc::sync_channel(QUEUE);
        let (report, answers) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("journal".to_owned())
            .spawn(move || work(recorder, &queue, &report))
            .map_err(|error| Error::failed("the thread that saves could not be started").because(error))?;
        Ok(Self { orders, answers, waiting: VecDeque::new(), given: 0, settled: 0, thread })
    }

    /// Hands over a line and returns its ticket, at once.
    pub fn append(&mut self, line: Line) -> u64 {
        self.given += 1;
        self.waiting.push_back(Order::Line(line));
        self.hand_over();
        self.given
    }

    /// Asks for another try, without a new line.
    pub fn retry(&mut self) {
        self.waiting.push_back(Order::Retry);
        self.hand_over();
    }

    /// The next answer, if there is one.
    pub fn try_answer(&mut self) -> Option<Answer> {
        self.hand_over();
        let answer = self.answers.try_recv().ok()?;
        if let Answer::Saved(ticket) = answer {
            self.settled = self.settled.max(ticket);
        }
        Some(answer)
    }

    /// All answers that are there.
    pub fn answers(&mut self) -> Vec<Answer> {
        std::iter::from_fn(|| self.try_answer()).collect()
    }

    /// Lines without a [`Answer::Saved`] so far: with 0, [`Self::finish`] does not wait.
    pub const fn unanswered(&self) -> u64 {
        self.given - self.settled
    }

    /// Waits until everything was tried; what could not be saved comes back.
    pub fn finish(mut self) -> Result<(), Box<Unsaved>> {
        while let Some(order) = self.waiting.pop_front() {
            // here it may wait: the session is over
            if self.orders.send(order).is_err() {
                break;
            }
        }
        drop(self.orders);
        let mut why = "the thread that saves stopped".to_owned();
        let recorder = self.thread.join().ok();
        if recorder.as_ref().is_some_and(|recorder| recorder.unsaved().is_empty()) {
            return Ok(());
        }
        while let Ok(answer) = self.answers.try_recv() {
            if let Answer::NotSaved { why: said, .. } = answer {
                why = said;
            }
        }
        let lines = recorder.as_ref().map(|recorder| recorder.unsaved().to_vec()).unwrap_or_default();
        Err(Box::new(Unsaved { lines, why, recorder }))
    }

    fn hand_over(&mut self) {
        while let Some(order) = self.waiting.pop_front() {
            match self.orders.try_send(order) {
                Ok(()) => {}
                Err(TrySendError::Full(order) | TrySendError::Disconnected(order)) => {
                    self.waiting.push_front(order);
                    break;
                }
            }
        }
    }
}

impl fmt::Debug for Unsaved {
    /// A count only: a log must never hold notes or pain scores.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unsaved").field("lines", &self.lines.len()).field("why", &self.why).finish_non_exhaustive()
    }
}

impl fmt::Debug for Writer {
    /// Counts only, as above.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").field("given", &self.given).field("settled", &self.settled).finish_non_exhaustive()
    }
}

/// The thread: tickets are lines in order, so what the recorder has saved says which tickets are.
fn work(mut recorder: Recorder, queue: &Receiver<Order>, report: &Sender<Answer>) -> Recorder {
    let before = recorder.count();
    let ticket_of = |lines: usize| lines.saturating_sub(before) as u64;
    let mut told = 0;
    // the last try comes when nobody can order any more
    loop {
        let order = queue.recv();
        let tried = match &order {
            Ok(Order::Line(line)) => recorder.append(line),
            Err(_) if recorder.unsaved().is_empty() => return recorder,
            Ok(Order::Retry) | Err(_) => recorder.retry(),
        };
        // nobody listens any more: saving goes on all the same
        let tell = |answer| drop(report.send(answer));
        while told < ticket_of(recorder.saved()) {
            told += 1;
            tell(Answer::Saved(told));
        }
        if let Err(error) = tried {
            let unsaved = recorder.unsaved().len();
            let why = recorder.trouble().map_or_else(|| error.to_string(), str::to_owned);
            tell(Answer::NotSaved { ticket: ticket_of(recorder.count()), why, unsaved });
        }
        if order.is_err() {
            return recorder;
        }
    }
}

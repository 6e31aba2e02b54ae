//! Orders for a helper's thread: bounded, never waited for; where there is no room, what matters least goes.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::ways::Report;
use crate::domain::cue::Weight;

/// What the thread is to do next.
#[derive(Debug)]
pub(super) enum Next<O> {
    /// An order.
    Order(O),
    /// Be silent: what was ordered before is void.
    Hush,
    /// Nothing new; time has gone by.
    Time,
    /// Nobody orders any more.
    Closed,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that a thread waits for")]
#[derive(Debug)]
struct State<O> {
    orders: VecDeque<(Weight, O)>,
    hush: bool,
    closed: bool,
    /// The thread has nothing to do and nothing running.
    idle: bool,
    /// The thread has ended.
    over: bool,
    report: Option<Report>,
}

/// The box between whoever orders and the thread. Its lock is held for a few instructions only, never over anything
/// that may wait.
#[derive(Debug)]
pub(super) struct Mailbox<O> {
    room: usize,
    state: Mutex<State<O>>,
    /// Something was put in.
    came: Condvar,
    /// The thread has become idle, or is over.
    rest: Condvar,
}

impl<O> Mailbox<O> {
    /// A box with room for so many orders.
    pub(super) fn new(room: usize) -> Self {
        let orders = VecDeque::with_capacity(room);
        let state = State { orders, hush: false, closed: false, idle: false, over: false, report: None };
        Self { room, state: Mutex::new(state), came: Condvar::new(), rest: Condvar::new() }
    }

    fn state(&self) -> MutexGuard<'_, State<O>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts an order in. Where the box is full, the oldest of the lightest orders goes: counts first. The new one goes
    /// itself where all others weigh more.
    pub(super) fn put(&self, weight: Weight, order: O) {
        let mut state = self.state();
        state.idle = false;
        if state.orders.len() >= self.room {
            let lightest = state.orders.iter().map(|(weight, _)| *weight).min();
            if lightest.is_none_or(|lightest| lightest > weight) {
                return;
            }
            let place = state.orders.iter().position(|(weight, _)| Some(*weight) == lightest);
            drop(place.and_then(|place| state.orders.remove(place)));
        }
        state.orders.push_back((weight, order));
        self.came.notify_one();
    }

    /// Whatever was ordered is void, and what is running is to stop.
    pub(super) fn hush(&self) {
        let mut state = self.state();
        state.orders.clear();
        (state.hush, state.idle) = (true, false);
        self.came.notify_one();
    }

    /// Nobody orders any more.
    pub(super) fn close(&self) {
        self.state().closed = true;
        self.came.notify_one();
    }

    /// The next thing to do, at the latest after `wait`; without it, when something comes.
    pub(super) fn next(&self, wait: Option<Duration>, report: Report) -> Next<O> {
        let mut state = self.state();
        state.report = Some(report);
        let nothing = |state: &mut State<O>| state.orders.is_empty() && !state.hush && !state.closed;
        if nothing(&mut state) {
            state.idle = wait.is_none();
            self.rest.notify_all();
            state = match wait {
                None => self.came.wait_while(state, nothing).unwrap_or_else(PoisonError::into_inner),
                Some(wait) => {
                    self.came.wait_timeout_while(state, wait, nothing).unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
        if std::mem::take(&mut state.hush) {
            return Next::Hush;
        }
        match state.orders.pop_front() {
            Some((_, order)) => Next::Order(order),
            None if state.closed => Next::Closed,
            None => Next::Time,
        }
    }

    /// Waits so long although the box is closed.
    pub(super) fn pause(&self, wait: Duration) {
        drop(self.came.wait_timeout(self.state(), wait));
    }

    /// The thread is over.
    pub(super) fn over(&self) {
        self.state().over = true;
        self.rest.notify_all();
    }

    /// Waits until the thread has nothing left to do, at most so long; says whether it has not.
    pub(super) fn wait_for_rest(&self, at_most: Duration) -> bool {
        let busy = |state: &mut State<O>| !state.over && (!state.idle || !state.orders.is_empty() || state.hush);
        let waited = self.rest.wait_timeout_while(self.state(), at_most, busy);
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }

    /// Waits until the thread is over, at most so long.
    pub(super) fn wait_for_end(&self, at_most: Duration) {
        drop(self.rest.wait_timeout_while(self.state(), at_most, |state| !state.over));
    }

    /// The last report of the thread; none before it has begun.
    pub(super) fn report(&self) -> Option<Report> {
        self.state().report.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::helper::Source;

    fn next(mailbox: &Mailbox<&'static str>) -> Next<&'static str> {
        mailbox.next(Some(Duration::ZERO), Report { source: Source::Table, verdicts: Vec::new(), used: None })
    }

    #[test]
    fn a_full_box_drops_counts_first_and_nobody_waits() {
        let mailbox = Mailbox::new(3);
        for (weight, order) in [(Weight::Word, "squat"), (Weight::Count, "one"), (Weight::Hint, "halfway")] {
            mailbox.put(weight, order);
        }
        mailbox.put(Weight::Word, "left");
        mailbox.put(Weight::Count, "two");
        mailbox.put(Weight::Word, "rest");
        mailbox.put(Weight::Hint, "ten seconds");
        let left: Vec<&str> = std::iter::from_fn(|| match next(&mailbox) {
            Next::Order(order) => Some(order),
            _ => None,
        })
        .collect();
        assert_eq!(left, ["squat", "left", "rest"]);
    }

    #[test]
    fn hushing_makes_void_what_was_ordered_and_closing_lets_the_rest_be_done() {
        let mailbox = Mailbox::new(3);
        mailbox.put(Weight::Word, "old");
        mailbox.hush();
        mailbox.put(Weight::Count, "new");
        mailbox.close();
        assert!(matches!(next(&mailbox), Next::Hush));
        assert!(matches!(next(&mailbox), Next::Order("new")));
        assert!(matches!(next(&mailbox), Next::Closed));
        assert!(!mailbox.wait_for_rest(Duration::ZERO), "it is not idle while the thread looks after something");
    }
}

//! The thread of a craft: it takes orders, looks after what is running, and ends in order.

use std::fmt;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::mailbox::{Mailbox, Next};
use super::ways::Report;
use crate::domain::cue::Weight;
use crate::io::clock::{Clock as _, RealClock};

/// What a thread of helpers can do. Time is an argument: `now` is counted from the start of the thread.
pub(crate) trait Craft {
    /// What can be asked of it.
    type Order: Send + 'static;
    /// Does what was asked.
    fn take(&mut self, order: Self::Order, now: Duration);
    /// Looks after what is running; says when to look again, and nothing where nothing runs.
    fn look(&mut self, now: Duration) -> Option<Duration>;
    /// Stops what is running.
    fn hush(&mut self, now: Duration);
    /// Nobody asks any more: what is running may have until [`Self::look`] says that nothing is.
    fn leave(&mut self, now: Duration);
    /// Which way is in use, and why.
    fn report(&self) -> Report;
}

/// A craft on its thread.
pub(crate) struct Worker<O> {
    mailbox: Arc<Mailbox<O>>,
}

impl<O: Send + 'static> Worker<O> {
    /// Starts the thread; what it begins with is made there, so that nobody waits for it. Where there can be no thread
    /// there is silence.
    pub(crate) fn start<C: Craft<Order = O>>(
        name: &str,
        room: usize,
        begin: impl FnOnce() -> C + Send + 'static,
    ) -> Self {
        let mailbox = Arc::new(Mailbox::new(room));
        let theirs = Arc::clone(&mailbox);
        // Busy until it has looked round once.
        let started = thread::Builder::new().name(name.to_owned()).spawn(move || {
            let over = Over(theirs);
            work(begin(), &over.0);
        });
        if started.is_err() {
            mailbox.over();
        }
        Self { mailbox }
    }

    /// Orders something; never waits.
    pub(crate) fn order(&self, weight: Weight, order: O) {
        self.mailbox.put(weight, order);
    }

    /// Stops what is running and forgets what was ordered; never waits.
    pub(crate) fn hush(&self) {
        self.mailbox.hush();
    }

    /// Waits until nothing is left to do, at most so long; says whether nothing is.
    pub(crate) fn wait_for_rest(&self, at_most: Duration) -> bool {
        self.mailbox.wait_for_rest(at_most)
    }

    /// Nobody orders any more; the thread ends by itself.
    pub(crate) fn close(&self) {
        self.mailbox.close();
    }

    /// Waits for the end of the thread, at most so long.
    pub(crate) fn wait_for_end(&self, at_most: Duration) {
        self.mailbox.wait_for_end(at_most);
    }

    /// Which way is in use, and why; nothing before the thread has looked round.
    pub(crate) fn report(&self) -> Option<Report> {
        self.mailbox.report()
    }
}

impl<O> fmt::Debug for Worker<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker").finish_non_exhaustive()
    }
}

impl<O> Drop for Worker<O> {
    fn drop(&mut self) {
        self.mailbox.close();
    }
}

/// Tells the box that the thread is over, whatever ended it.
struct Over<O>(Arc<Mailbox<O>>);

impl<O> Drop for Over<O> {
    fn drop(&mut self) {
        self.0.over();
    }
}

fn work<C: Craft>(mut craft: C, mailbox: &Mailbox<C::Order>) {
    let clock = RealClock::new(None);
    let now = || clock.moment().awake;
    loop {
        let wait = craft.look(now());
        match mailbox.next(wait, craft.report()) {
            Next::Order(order) => craft.take(order, now()),
            Next::Hush => craft.hush(now()),
            Next::Time => {}
            Next::Closed => break,
        }
    }
    craft.leave(now());
    while let Some(wait) = craft.look(now()) {
        mailbox.pause(wait);
    }
}

//! The terminal's bell, where nothing else sounds: counted here, rung by whoever has the terminal.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// Bells that nobody has rung yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bells(Arc<Count>);

#[derive(Debug, Default)]
struct Count {
    due: AtomicU32,
    stands_in: AtomicBool,
}

impl Bells {
    /// One more.
    pub(crate) fn ring(&self) {
        self.0.due.fetch_add(1, Ordering::Relaxed);
    }

    /// From now on there is nothing but the bell: it need not be asked of the player first.
    pub(crate) fn stand_in(&self) {
        self.0.stands_in.store(true, Ordering::Relaxed);
    }

    /// Whether there is nothing but the bell.
    pub(crate) fn stands_in(&self) -> bool {
        self.0.stands_in.load(Ordering::Relaxed)
    }

    /// How many are due; they count as rung.
    pub(crate) fn take(&self) -> u32 {
        self.0.due.swap(0, Ordering::Relaxed)
    }
}

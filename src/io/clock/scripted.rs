//! A clock that goes only when it is told to: for `--speed max` and for tests.

use std::cell::Cell;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::domain::text::Clean;
use crate::domain::time::Moment;
use crate::io::clock::{Clock, later};

/// A clock that goes only when it is told to.
#[derive(Debug)]
pub struct VirtualClock {
    start: Cell<DateTime<FixedOffset>>,
    now: Cell<Moment>,
    zone: Option<Clean>,
}

impl VirtualClock {
    /// A clock whose calendar starts there.
    pub const fn new(start: DateTime<FixedOffset>) -> Self {
        Self { start: Cell::new(start), now: Cell::new(Moment::awake(Duration::ZERO)), zone: None }
    }

    /// In a zone of this name.
    #[must_use]
    pub fn in_zone(mut self, name: &str) -> Self {
        self.zone = Some(Clean::name(name));
        self
    }

    /// Goes to this moment.
    pub fn set(&self, now: Moment) {
        self.now.set(now);
    }

    /// Goes on, awake.
    pub fn advance(&self, by: Duration) {
        let now = self.now.get();
        self.set(Moment { awake: now.awake.saturating_add(by), elapsed: now.elapsed.saturating_add(by) });
    }

    /// Goes on, asleep: timers stand still.
    pub fn sleep(&self, by: Duration) {
        let now = self.now.get();
        self.set(Moment { awake: now.awake, elapsed: now.elapsed.saturating_add(by) });
    }

    /// Somebody puts the calendar right, or wrong.
    pub fn step(&self, by: TimeDelta) {
        let start = self.start.get();
        self.start.set(start.checked_add_signed(by).unwrap_or(start));
    }
}

impl Clock for VirtualClock {
    fn moment(&self) -> Moment {
        self.now.get()
    }

    fn wall(&self) -> DateTime<FixedOffset> {
        later(self.start.get(), self.now.get().elapsed)
    }

    fn zone(&self) -> Option<Clean> {
        self.zone.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sleep_moves_the_calendar_but_no_timer() {
        let clock = VirtualClock::new(DateTime::parse_from_rfc3339("2026-11-21T07:00:00+01:00").unwrap());
        clock.advance(Duration::from_secs(5));
        clock.sleep(Duration::from_mins(10));
        clock.step(TimeDelta::hours(1));
        assert_eq!(clock.moment().awake, Duration::from_secs(5));
        assert_eq!(clock.moment().elapsed, Duration::from_secs(605));
        assert_eq!(clock.wall().to_rfc3339(), "2026-11-21T08:10:05+01:00");
    }
}

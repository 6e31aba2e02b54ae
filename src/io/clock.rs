//! The only reader of the time.
//!
//! Three clocks (reliability, section 5.1): one that stands still while the machine sleeps, one that goes on, and the
//! calendar, which is good for stamps only. Nothing else in the program asks what time it is.

use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, Local, SubsecRound as _, TimeDelta, Utc};

use crate::domain::text::Clean;
use crate::domain::time::Moment;

pub use self::scripted::VirtualClock;
pub use self::zone::Zone;

mod scripted;
mod zone;

/// Tells the time.
pub trait Clock {
    /// The moment on the two monotonic clocks, counted from the clock's own origin.
    fn moment(&self) -> Moment;
    /// Date and time of day with the offset of the runner's zone, to the millisecond.
    fn wall(&self) -> DateTime<FixedOffset>;
    /// The zone's name, where it is known.
    fn zone(&self) -> Option<Clean>;
}

/// The clocks of the machine.
#[derive(Debug)]
pub struct RealClock {
    origin: Origin,
    /// Where the calendar started: given (`SOLEUS_NOW`), or the real time when it runs at another speed.
    start_at: Option<DateTime<FixedOffset>>,
    speed: u32,
    zone: Zone,
}

/// The two clocks are read one after the other: what lies below this between them is that, not sleep.
const SHORTEST_SLEEP: Duration = Duration::from_secs(1);

/// The readings at the start.
#[derive(Debug)]
struct Origin {
    awake: Instant,
    elapsed: Duration,
}

impl RealClock {
    /// A clock that starts now; its calendar starts at `start_at` where that is given (`SOLEUS_NOW`).
    pub fn new(start_at: Option<DateTime<FixedOffset>>) -> Self {
        Self {
            origin: Origin { awake: awake_now(), elapsed: elapsed_now() },
            start_at,
            speed: 1,
            zone: Zone::default(),
        }
    }

    /// In this zone; without it, in the one of the machine.
    #[must_use]
    pub fn in_zone(mut self, zone: Zone) -> Self {
        self.zone = zone;
        self
    }

    /// So many times as fast (`--speed`): moments and calendar alike.
    #[must_use]
    pub fn at_speed(mut self, speed: u32) -> Self {
        if speed > 1 && self.start_at.is_none() {
            self.start_at = Some(wall_now(&self.zone));
        }
        self.speed = speed.max(1);
        self
    }
}

impl Clock for RealClock {
    fn moment(&self) -> Moment {
        let awake = awake_now().saturating_duration_since(self.origin.awake);
        let elapsed = elapsed_now().saturating_sub(self.origin.elapsed);
        let slept = elapsed.checked_sub(awake).filter(|slept| *slept >= SHORTEST_SLEEP).unwrap_or_default();
        let elapsed = awake.saturating_add(slept);
        Moment { awake: awake.saturating_mul(self.speed), elapsed: elapsed.saturating_mul(self.speed) }
    }

    fn wall(&self) -> DateTime<FixedOffset> {
        self.start_at.map_or_else(|| wall_now(&self.zone), |start| later(start, self.moment().elapsed)).trunc_subsecs(3)
    }

    fn zone(&self) -> Option<Clean> {
        self.zone.name()
    }
}

/// A date so much later; the same one where the calendar ends.
fn later(start: DateTime<FixedOffset>, by: Duration) -> DateTime<FixedOffset> {
    TimeDelta::from_std(by).ok().and_then(|by| start.checked_add_signed(by)).unwrap_or(start)
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock of timers")]
fn awake_now() -> Instant {
    Instant::now()
}

/// `Instant` stands still while a Linux machine sleeps; this one does not.
#[cfg(target_os = "linux")]
fn elapsed_now() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    Duration::try_from(time).unwrap_or_default()
}

/// Elsewhere there is no second clock without `unsafe`: sleep is then seen as a gap between ticks only.
#[cfg(not(target_os = "linux"))]
fn elapsed_now() -> Duration {
    static FIRST: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    awake_now().saturating_duration_since(*FIRST.get_or_init(awake_now))
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the calendar")]
fn wall_now(zone: &Zone) -> DateTime<FixedOffset> {
    // chrono would fall back to the machine's zone where TZ is garbage; the promise is UTC (F29)
    if zone.unknown().is_some() { Utc::now().fixed_offset() } else { Local::now().fixed_offset() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_never_go_back_and_sleep_is_never_negative() {
        let clock = RealClock::new(None);
        let mut last = clock.moment();
        for _ in 0..1000 {
            let now = clock.moment();
            assert!(now.awake >= last.awake && now.elapsed >= last.elapsed && now.elapsed >= now.awake);
            last = now;
        }
    }

    #[test]
    fn a_given_start_moves_the_calendar_and_keeps_its_offset() {
        let start = DateTime::parse_from_rfc3339("2026-11-21T23:50:00+05:45").unwrap();
        let wall = RealClock::new(Some(start)).at_speed(1000).wall();
        assert_eq!(wall.offset(), start.offset());
        assert!(wall >= start && wall < start + TimeDelta::hours(12));
    }

    #[test]
    fn an_unknown_zone_is_utc() {
        let clock = RealClock::new(None).in_zone(Zone::find(Some("Garbage/Nowhere".as_ref())));
        assert_eq!((clock.wall().offset().local_minus_utc(), clock.zone()), (0, None));
    }
}

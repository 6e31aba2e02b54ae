//! Steps in per cent of what was reached, rounded so that they can be put on a bar or set on a watch.

use std::time::Duration;

use crate::domain::amount::Amount;
use crate::domain::climb::TIME_STEP;

/// Half a unit, in thousandths: the least step of a load, and what its steps are rounded to.
const HALF: u32 = 500;
/// Steps of a minute and more are whole minutes.
const MINUTE: Duration = Duration::from_mins(1);

/// The load after one step more, in thousandths: so many per cent of it, rounded to half a unit, half a unit at least.
pub(super) fn heavier(reached: u32, percent: u32) -> u32 {
    let share = u64::from(reached) * u64::from(percent) / 100;
    let halves = (share + u64::from(HALF) / 2) / u64::from(HALF);
    let step = u32::try_from(halves.max(1)).unwrap_or(u32::MAX).saturating_mul(HALF);
    reached.saturating_add(step)
}

/// The time after one step more: so many per cent of it at most, down to whole minutes or whole 5 s, 5 s at least.
pub(super) fn longer(reached: Duration, percent: u32) -> Duration {
    let share = reached.saturating_mul(percent) / 100;
    let grain = if share >= MINUTE { MINUTE } else { TIME_STEP };
    let rest = Duration::from_nanos(u64::try_from(share.as_nanos() % grain.as_nanos()).unwrap_or(0));
    reached.saturating_add(share.saturating_sub(rest).max(TIME_STEP))
}

/// What is reached after so many steps, the high end at most.
pub(super) fn reach<T: Copy + PartialOrd>(ends: Amount<T>, level: u32, next: impl Fn(T) -> T) -> T {
    let mut reached = ends.low();
    for _ in 0..level {
        if reached >= ends.high() {
            break;
        }
        reached = next(reached);
    }
    if reached > ends.high() { ends.high() } else { reached }
}

/// The steps from the low end to the high one.
pub(super) fn steps<T: Copy + PartialOrd>(ends: Amount<T>, next: impl Fn(T) -> T) -> u32 {
    let mut reached = ends.low();
    let mut steps = 0;
    while reached < ends.high() && steps < u32::MAX {
        reached = next(reached);
        steps += 1;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_a_load_is_rounded_to_half_a_unit() {
        assert_eq!([heavier(0, 10), heavier(2_000, 10), heavier(7_000, 10)], [500, 2_500, 7_500]);
        assert_eq!([heavier(7_500, 10), heavier(20_000, 10), heavier(42_000, 5)], [8_500, 22_000, 44_000]);
        assert_eq!(heavier(u32::MAX, 100), u32::MAX);
        let ends = Amount::range(20_000, 30_000).unwrap();
        let at = |level| reach(ends, level, |load| heavier(load, 10));
        assert_eq!(
            [at(0), at(1), at(2), at(3), at(4), at(5), at(9)],
            [20_000, 22_000, 24_000, 26_500, 29_000, 30_000, 30_000]
        );
        assert_eq!(steps(ends, |load| heavier(load, 10)), 5);
        let from_nothing = Amount::range(0, 1_000_000_000).unwrap();
        assert!(steps(from_nothing, |load| heavier(load, 1)) < 2_000, "no climb takes for ever");
    }

    #[test]
    fn a_share_of_a_time_is_never_more_than_it_says() {
        let after = |seconds, percent| longer(Duration::from_secs(seconds), percent).as_secs();
        assert_eq!([after(30 * 60, 10), after(33 * 60, 10), after(40 * 60, 10)], [33 * 60, 36 * 60, 44 * 60]);
        assert_eq!([after(90, 10), after(100, 10), after(20, 10)], [95, 110, 25], "5 s at least");
    }
}

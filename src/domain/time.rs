//! Moments while a session is played, and the words for lengths of time.

use std::time::Duration;

/// A moment of the running program, on its two monotonic clocks, both counted from the same origin.
///
/// Timers compare deadlines on `awake`; what is written down is counted on `elapsed`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Time during which the machine was awake.
    pub awake: Duration,
    /// The same with the time slept: never less than `awake`.
    pub elapsed: Duration,
}

impl Moment {
    /// A moment at which nothing was slept yet.
    pub const fn awake(since_origin: Duration) -> Self {
        Self { awake: since_origin, elapsed: since_origin }
    }
}

/// Whole seconds that are left, rounded up: 0 only when nothing is left (rule T3).
pub fn seconds_left(left: Duration) -> u64 {
    left.as_secs() + u64::from(left.subsec_nanos() > 0)
}

/// `0:07`, `1:30`, `1:05:00`: a length as a clock shows it, seconds rounded up.
pub fn clock_face(length: Duration) -> String {
    let all = seconds_left(length);
    let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// The same with the seconds rounded down: a moment that has been reached.
pub fn clock_face_down(moment: Duration) -> String {
    clock_face(Duration::from_secs(moment.as_secs()))
}

/// `30 s`, `2.5 s`, `90 s`, `2 min`, `1 h 5 min`, `7 days`: a length as a prescription writes it.
pub fn in_words(length: Duration) -> String {
    let millis = length.as_millis();
    if !millis.is_multiple_of(1000) {
        return format!("{}.{} s", millis / 1000, millis % 1000 / 100);
    }
    let all = length.as_secs();
    let (days, hours, minutes, seconds) = (all / 86_400, all / 3600 % 24, all / 60 % 60, all % 60);
    if all >= 86_400 && hours + minutes + seconds == 0 {
        return if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
    }
    if all < 120 && seconds + minutes > 0 && all != 60 || all == 0 {
        return format!("{all} s");
    }
    let parts = [(all / 3600, "h"), (minutes, "min"), (seconds, "s")];
    let parts: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, unit)| format!("{n} {unit}")).collect();
    parts.join(" ")
}

/// Minutes to the nearest whole, at least one for anything at all.
pub fn minutes(length: Duration) -> u64 {
    let seconds = length.as_secs();
    if seconds == 0 { 0 } else { ((seconds + 30) / 60).max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_reach_zero_only_at_the_end() {
        assert_eq!(seconds_left(Duration::from_millis(1)), 1);
        assert_eq!(seconds_left(Duration::from_secs(3)), 3);
        assert_eq!(seconds_left(Duration::ZERO), 0);
    }

    #[test]
    fn lengths_read_as_on_a_prescription() {
        let said = |seconds| in_words(Duration::from_secs(seconds));
        assert_eq!(
            [0, 1, 30, 60, 90, 119, 120, 150, 3600, 3900, 86_400, 604_800].map(said),
            [
                "0 s",
                "1 s",
                "30 s",
                "1 min",
                "90 s",
                "119 s",
                "2 min",
                "2 min 30 s",
                "1 h",
                "1 h 5 min",
                "1 day",
                "7 days"
            ]
        );
        assert_eq!(in_words(Duration::from_millis(2500)), "2.5 s");
        assert_eq!(clock_face(Duration::from_millis(89_001)), "1:30");
        assert_eq!(clock_face(Duration::from_mins(65)), "1:05:00");
    }
}

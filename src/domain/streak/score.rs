//! How firm the habit is: a number beside the streak, so that one lapse does not read as failure.
//!
//! After the manner of Loop Habit Tracker: every day that asked for something moves the score towards 1 where it was
//! kept and towards 0 where it was not; half of what was is gone after 13 such days. Rest, pauses, advised rest and a day
//! that is still open move nothing. A forgiven day keeps the streak, and moves the score all the same.

use chrono::NaiveDate;

use crate::domain::streak::State;

/// Days after which half of the past is forgotten (Loop's own constant for a daily habit).
const HALF: f64 = 13.0;

/// The score of days in their order, 0 to 100; none before any day asked for anything.
pub fn score<'a>(states: impl IntoIterator<Item = (&'a NaiveDate, &'a State)>) -> Option<u8> {
    let keep = 0.5_f64.powf(HALF.recip());
    let mut score = None;
    for (_, state) in states {
        let value = match state {
            State::Met => 1.0,
            State::Missed | State::Forgiven => 0.0,
            State::Excused | State::Rest | State::Open => continue,
        };
        let before: f64 = score.unwrap_or(0.0);
        score = Some(before.mul_add(keep, value * (1.0 - keep)));
    }
    score.map(per_cent)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100 by the clamp")]
fn per_cent(score: f64) -> u8 {
    (score * 100.0).round().clamp(0.0, 100.0) as u8
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::day;

    fn of(states: &[State]) -> Option<u8> {
        let first = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
        let days: BTreeMap<NaiveDate, State> =
            states.iter().enumerate().map(|(n, state)| (day::after(first, n as u64), *state)).collect();
        score(&days)
    }

    #[test]
    fn half_is_reached_after_thirteen_days_and_a_lapse_costs_little() {
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[State::Rest, State::Open]), None);
        assert_eq!(of(&[State::Met; 13]), Some(50));
        assert_eq!(of(&[State::Met; 26]), Some(75));
        let mut lapse = vec![State::Met; 60];
        assert_eq!(of(&lapse), Some(96));
        lapse.push(State::Missed);
        assert_eq!(of(&lapse), Some(91));
        lapse.pop();
        lapse.extend([State::Excused, State::Rest, State::Open]);
        assert_eq!(of(&lapse), Some(96), "nothing was asked");
        lapse.push(State::Forgiven);
        assert_eq!(of(&lapse), Some(91), "forgiven is not done");
    }
}

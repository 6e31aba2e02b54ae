//! How fast, in the words of each voice: -100 half as fast, 0 usual, 100 twice as fast.

/// Words a minute, where a voice says so many usually.
pub(super) fn words_a_minute(usual: f64, rate: i8) -> String {
    format!("{:.0}", usual * 2_f64.powf(f64::from(rate.clamp(-100, 100)) / 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_is_twice_as_fast() {
        assert_eq!([-100, 0, 100].map(|rate| words_a_minute(175.0, rate)), ["88", "175", "350"]);
    }
}

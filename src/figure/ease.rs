//! How a phase's time becomes its way.

/// The course of the speed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ease {
    /// Even speed with soft ends: what a tempo wants.
    #[default]
    Steady,
    /// Fastest in the middle: to and fro.
    Smooth,
    /// Even speed throughout: a part of a longer way.
    Linear,
}

/// The part of a phase in which a steady movement gathers speed, and that in which it loses it.
const RAMP: f64 = 0.15;

impl Ease {
    /// The part of the way for a part of the time, both 0 to 1.
    pub fn way(self, time: f64) -> f64 {
        let t = time.clamp(0.0, 1.0);
        match self {
            Self::Linear => t,
            Self::Smooth => t * t * 2.0_f64.mul_add(-t, 3.0),
            Self::Steady => {
                let v = 1.0 / (1.0 - RAMP);
                if t < RAMP {
                    v * t * t / (2.0 * RAMP)
                } else if t > 1.0 - RAMP {
                    1.0 - v * (1.0 - t) * (1.0 - t) / (2.0 * RAMP)
                } else {
                    v * (t - RAMP / 2.0)
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_begins_ends_and_never_turns_back() {
        for ease in [Ease::Steady, Ease::Smooth, Ease::Linear] {
            let ways: Vec<f64> = (0..=100).map(|n| ease.way(f64::from(n) / 100.0)).collect();
            assert!(ways[0].abs() < 1e-9 && (ways[100] - 1.0).abs() < 1e-9, "{ease:?}");
            assert!((ways[50] - 0.5).abs() < 1e-9, "{ease:?}");
            for pair in ways.windows(2) {
                assert!(pair[1] >= pair[0] && pair[1] - pair[0] < 0.02, "{ease:?}: {pair:?}");
            }
        }
    }
}

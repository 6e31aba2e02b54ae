//! Which parts of the body are lit, and how strong the muscles glow.

use crate::figure::ink::Ink;
use crate::figure::model::{Figure, Muscle};

/// The inks of a leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LegInks {
    pub(super) thigh: Ink,
    pub(super) low: Ink,
    pub(super) shorts: Ink,
    pub(super) glow: Option<Ink>,
}

/// The light of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Light {
    pub(super) glow: Option<Ink>,
    low: bool,
    high: bool,
    both: bool,
}

impl Light {
    pub(super) fn new(figure: &Figure, effort: f64) -> Self {
        Self {
            glow: Ink::glow(effort),
            low: figure.work.iter().any(|muscle| muscle.is_low()),
            high: figure.work.iter().any(|muscle| !muscle.is_low() && *muscle != Muscle::Hip),
            both: figure.both,
        }
    }

    /// The leg that works.
    pub(super) const fn near(self) -> LegInks {
        LegInks {
            thigh: if self.high { Ink::Lit } else { Ink::Body },
            low: if self.low || self.high { Ink::Lit } else { Ink::Body },
            shorts: Ink::Shorts,
            glow: self.glow,
        }
    }

    /// The other leg from the side: darker, further away.
    pub(super) const fn far(self) -> LegInks {
        if self.both {
            return LegInks { thigh: Ink::Far, low: Ink::Body, shorts: Ink::FarDark, glow: self.glow };
        }
        LegInks { thigh: Ink::Far, low: Ink::Far, shorts: Ink::FarDark, glow: None }
    }

    /// The other leg from the front: as near as the one that works.
    pub(super) const fn other(self) -> LegInks {
        if self.both {
            return self.near();
        }
        LegInks { thigh: Ink::Body, low: Ink::Body, shorts: Ink::Shorts, glow: None }
    }
}

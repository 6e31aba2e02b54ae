//! How much: a fixed amount, or a range that is climbed from its low end.

use crate::domain::text::Clean;

/// A fixed amount, or a range from low to high. The runner starts at the low end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount<T> {
    low: T,
    high: T,
}

impl<T: Copy + PartialOrd> Amount<T> {
    /// The same for everybody, every day.
    pub const fn fixed(value: T) -> Self {
        Self { low: value, high: value }
    }

    /// A range, low end first; `None` when the ends stand the wrong way round.
    pub fn range(low: T, high: T) -> Option<Self> {
        (low <= high).then_some(Self { low, high })
    }

    /// Where the runner starts.
    pub const fn low(&self) -> T {
        self.low
    }

    /// Where a range ends; the same as [`Self::low`] for a fixed amount.
    pub const fn high(&self) -> T {
        self.high
    }

    /// Whether there is anything to climb.
    pub fn is_range(&self) -> bool {
        self.low < self.high
    }
}

/// What is carried or pulled: words, and the numbers in them where they form a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// As the therapist wrote it: `body weight`, `10 kg`, `12RM`, `red band`, `0 kg to 20 kg`.
    pub words: Clean,
    /// A range of a load, in thousandths of its unit.
    pub range: Option<LoadRange>,
}

/// A load that may rise, with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadRange {
    /// Ends of the range in thousandths of `unit`.
    pub thousandths: Amount<u32>,
    /// `kg`, `lb`: as written.
    pub unit: Clean,
}

//! What the runner wants to be different, as far as the screens are concerned.

use crate::domain::player::GoesOn;

/// The runner's wishes; given from outside.
#[expect(clippy::struct_excessive_bools, reason = "each is a setting of its own")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wants {
    /// The whole screen flashes at the end of a phase.
    pub flash: bool,
    /// When a set at the runner's own pace goes on by itself; none: only if a key asks for it.
    pub goes_on: Option<GoesOn>,
    /// A click pauses and goes on, and chooses in the history.
    pub mouse: bool,
    /// Exercise and seconds in the window's title.
    pub title: bool,
    /// Progress in the terminal's bar.
    pub progress: bool,
    /// A notification at the end of a rest.
    pub notification: bool,
}

impl Default for Wants {
    fn default() -> Self {
        Self { flash: false, goes_on: None, mouse: true, title: true, progress: true, notification: true }
    }
}

impl Wants {
    /// The rule where a key asks for it: half as long again as expected, so that nobody is hurried (design choice).
    pub fn rule(self) -> GoesOn {
        self.goes_on.unwrap_or(GoesOn::Expected(150))
    }
}

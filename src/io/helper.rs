//! Foreign programs, run so that they can disturb nothing (reliability, section 9.3).
//!
//! Players of tones, voices, what keeps the screen awake, a runner's own hook: each is a program of somebody else. It is
//! looked for once, over absolute folders of PATH alone; it runs in a process group of its own with a short environment,
//! nothing of it reaches the terminal, it is killed as a group, and it is always waited for. All of it happens on a
//! thread of its own behind a [`mailbox`] that never lets anybody wait: no helper can disturb timing or saving.
//!
//! The text of a program file never becomes an argument, and no program file can name a helper: the tables are built in,
//! and the runner's own settings beat them.

mod child;
mod mailbox;
mod notices;
mod surroundings;
mod table;
mod ways;
mod worker;

pub use surroundings::Surroundings;
pub use ways::{Fate, Report, Source, Verdict};

pub(crate) use child::{Ended, Input, Running, fill};
pub(crate) use notices::Notices;
pub(crate) use table::{Row, System};
pub(crate) use ways::Ways;
pub(crate) use worker::{Craft, Worker};

/// How often a helper may fail before it is left alone for the rest of the session.
pub(crate) const PATIENCE: u8 = 3;

#[cfg(test)]
pub(crate) mod fake;

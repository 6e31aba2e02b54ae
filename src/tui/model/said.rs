//! A short word about the last key or deed. During a session it stands in the place of what comes next, so it goes
//! by itself; elsewhere the next key takes it away.

use std::time::Duration;

use crate::domain::time::Moment;
use crate::tui::model::{Model, Screen};

/// A word stays at least so long.
const LEAST: Duration = Duration::from_secs(3);
/// For a runner who reads 150 words a minute.
const A_WORD: Duration = Duration::from_millis(400);

impl Model {
    /// Says something; during a session only for as long as it takes to read.
    pub fn say(&mut self, words: impl Into<String>) {
        let words = words.into();
        let count = u32::try_from(words.split_whitespace().count()).unwrap_or(u32::MAX);
        let stays = LEAST.max(A_WORD.saturating_mul(count)).saturating_mul(self.speed.max(1));
        let plays = matches!(self.screen, Screen::Play(_));
        self.fades = plays.then(|| self.now.awake.saturating_add(stays));
        self.message = Some(words);
    }

    /// Takes back what was said.
    pub fn hush(&mut self) {
        self.message = None;
        self.fades = None;
    }

    /// Takes back what was read by now.
    pub(crate) fn hush_what_was_read(&mut self, now: Moment) {
        if self.fades.is_some_and(|at| now.awake >= at) {
            self.hush();
        }
    }

    /// What is said now.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

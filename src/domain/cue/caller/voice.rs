//! Who speaks: what is being said, until when, and what waits for its turn.

use std::time::Duration;

use crate::domain::cue::{Spoken, Weight, speaking_time};
use crate::domain::exercise::Side;
use crate::domain::text::{Clean, Id};

/// The longest text that is spoken, in letters (fault F85 of `reliability.md`).
const LONGEST: usize = 300;

/// A text that is to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) weight: Weight,
    /// Of which exercise and side it is the set-up, where it is one.
    pub(super) set_up: Option<(Id, Option<Side>)>,
    /// Not before this moment of the awake clock.
    pub(super) not_before: Duration,
}

/// The one voice.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    until: Duration,
    weight: Weight,
    waiting: Vec<Line>,
}

impl Voice {
    pub(super) const fn new() -> Self {
        Self { until: Duration::ZERO, weight: Weight::Count, waiting: Vec::new() }
    }

    /// Silence at once.
    pub(super) fn hush(&mut self) {
        self.until = Duration::ZERO;
        self.waiting.clear();
    }

    /// Nothing waits any more; what is being said goes on.
    pub(super) fn forget(&mut self) {
        self.waiting.clear();
    }

    /// Whether nothing is being said at a moment, and nothing waits.
    pub(super) fn is_free(&self, at: Duration) -> bool {
        at >= self.until && self.waiting.iter().all(|line| line.not_before > at)
    }

    /// Whether a word is being said at a moment, or waits.
    pub(super) fn has_words(&self, at: Duration) -> bool {
        at < self.until && self.weight == Weight::Word || !self.waiting.is_empty()
    }

    /// When the next waiting text may be said: the first of those that may be said soonest.
    pub(super) fn next(&self) -> Option<Duration> {
        self.waiting.iter().map(|line| line.not_before).min().map(|soonest| soonest.max(self.until))
    }

    /// A text that waits for its turn.
    pub(super) fn wait(&mut self, line: Line) {
        self.waiting.push(line);
    }

    /// The next of those that wait, taken.
    pub(super) fn take(&mut self) -> Option<Line> {
        let soonest = self.waiting.iter().map(|line| line.not_before).min()?;
        let index = self.waiting.iter().position(|line| line.not_before == soonest)?;
        Some(self.waiting.remove(index))
    }

    /// Says a text, or lets it wait, or drops it: a word waits for a word, all else that is not weightier than what is
    /// being said is dropped or takes its place. `cuts`: whatever it is, it is said.
    pub(super) fn say(&mut self, line: Line, due: Duration, cuts: bool) -> Option<Spoken> {
        if line.text.is_empty() {
            return None;
        }
        let busy = due < self.until;
        let queue = self.waiting.iter().any(|other| other.not_before <= due);
        if !cuts && line.weight == Weight::Word && (busy && self.weight == Weight::Word || queue) {
            self.waiting.push(line);
            return None;
        }
        if !cuts && busy && line.weight < self.weight {
            return None;
        }
        Some(self.speak(&line, due, cuts || busy))
    }

    /// Says a text now.
    pub(super) fn speak(&mut self, line: &Line, due: Duration, cuts: bool) -> Spoken {
        let text = clipped(&line.text);
        self.until = due + speaking_time(&text);
        self.weight = line.weight;
        Spoken { text, weight: line.weight, cuts }
    }
}

/// At most 300 letters, up to the last whole sentence or word that fits.
pub(super) fn clipped(text: &str) -> Clean {
    let text = Clean::text(text);
    if text.chars().count() <= LONGEST {
        return text;
    }
    let short: String = text.chars().take(LONGEST).collect();
    let sentence = short.rsplit_once(". ").map(|(whole, _)| format!("{whole}."));
    let word = || short.rsplit_once(' ').map_or_else(|| short.clone(), |(whole, _)| whole.to_owned());
    Clean::text(&sentence.unwrap_or_else(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, weight: Weight) -> Line {
        Line { text: text.to_owned(), weight, set_up: None, not_before: Duration::ZERO }
    }

    #[test]
    fn a_count_is_dropped_while_a_word_is_said_and_cut_off_by_one() {
        let mut voice = Voice::new();
        let at = Duration::from_millis;
        assert!(voice.say(line("1", Weight::Count), at(0), false).is_some_and(|said| !said.cuts));
        assert!(voice.say(line("Change sides", Weight::Word), at(100), false).is_some_and(|said| said.cuts));
        assert_eq!(voice.say(line("2", Weight::Count), at(500), false), None);
        assert_eq!(voice.say(line("Set 2", Weight::Word), at(600), false), None, "it waits");
        assert_eq!(voice.next(), Some(at(100) + speaking_time("Change sides")));
        assert!(voice.say(line("Paused", Weight::Word), at(700), true).is_some_and(|said| said.cuts));
    }

    #[test]
    fn long_texts_end_with_a_sentence_or_a_word() {
        let long = format!("One sentence. {}", "word ".repeat(80));
        assert_eq!(clipped(&long).as_str(), "One sentence.");
        let text = "word ".repeat(80);
        assert!(clipped(&text).ends_with("word") && clipped(&text).chars().count() <= LONGEST);
        assert_eq!(clipped("short").as_str(), "short");
    }
}

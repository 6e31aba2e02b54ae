//! A session is over: its record is closed, and what it comes to is told.

use crate::app::hands::Hands;
use crate::domain::due::{due, schedule_now, words};
use crate::domain::session::Finish;
use crate::domain::text::Id;
use crate::domain::today::StreakLine;
use crate::domain::{progress, streak};
use crate::io::clock::Clock as _;
use crate::tui::effect::{Answer, SummaryFacts};

impl Hands {
    /// The session is over: its last line is on its way to the disk.
    pub(super) fn finish(&mut self) {
        if let Some(sitting) = &mut self.sitting
            && self.ending.is_none()
        {
            self.ending = Some(sitting.finish(self.world.clock.as_ref()));
        }
    }

    /// All is on disk: the record is closed, the history folded again, the summary told.
    pub(super) fn close(&mut self) {
        let (Some(sitting), Some(finish)) = (self.sitting.take(), self.ending.take()) else { return };
        let id = sitting.start().program.id.clone();
        let _all_is_saved = sitting.close();
        self.lock = None;
        self.refresh();
        let facts = self.facts(&id, &finish);
        self.answers.push(Answer::Finished(Box::new(facts)));
    }

    fn facts(&self, id: &Id, finish: &Finish) -> SummaryFacts {
        let (now, rules) = (self.world.clock.wall(), self.world.rules());
        let history = &self.loaded.history;
        let next = self.program(id).map(|program| (program, due(program, history, &rules, now)));
        let streak = next.as_ref().map(|(program, _)| {
            StreakLine::of(&streak::streak(
                &progress::record(history, id, schedule_now(program, history), &rules, now),
                now,
            ))
        });
        SummaryFacts {
            counts: finish.counts,
            rest_advised: finish.rest_advised.map(|_| "tomorrow".to_owned()),
            streak: streak.unwrap_or_default(),
            next: next.map(|(_, due)| words(&due)).unwrap_or_default(),
        }
    }
}

//! Numbers that are asked of a set which is over: how many reps, or what was measured.

use crate::domain::exercise::{Reps, Work};
use crate::domain::plan::Bout;
use crate::domain::player::{Asks, Event, Player, Question, What};
use crate::domain::session::{Happened, SetRecord, SetResult};
use crate::domain::text::Clean;
use crate::domain::time::Moment;

/// The most reps that are taken as an answer.
pub const MOST_REPS: u32 = 1_000;
/// The highest result that is taken as an answer, in thousandths.
pub const MOST_MEASURED: u32 = 1_000_000_000;

/// A question with what has to be known to ask it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// What is asked of which set.
    pub question: Question,
    /// The name of the exercise that was done.
    pub name: &'a Clean,
    /// What is counted: `reps`, or the unit of the measurement.
    pub unit: &'a str,
    /// Sets on its side.
    pub sets: u32,
}

impl Player {
    /// The numbers that are asked and not given yet, the oldest first. They may be given at any time, also when the
    /// session is over; what is not given stays unknown.
    pub fn questions(&self) -> Vec<Question> {
        let mut bouts: Vec<Bout> = Vec::new();
        for bout in self.records.iter().filter_map(|record| self.bout_of(record)) {
            if !bouts.contains(&bout) {
                bouts.push(bout);
            }
        }
        let asked = bouts.into_iter().flat_map(|bout| [Asks::Reps, Asks::Measure].map(|asks| Question { bout, asks }));
        asked.filter(|question| self.is_open(*question)).collect()
    }

    /// What has to be known to ask a question; none where the set has no such question.
    pub fn asked(&self, question: Question) -> Option<Asked<'_>> {
        let record = self.holding(question.bout).filter(|record| has_result(record))?;
        let item = self.plan.items.get(question.bout.item)?;
        let exercise = item.done_as(record);
        let unit = match question.asks {
            Asks::Reps => matches!(item.work_of(record), Work::OwnPace { reps: Reps::Max }).then_some("reps"),
            Asks::Measure => exercise.measure.as_ref().map(Clean::as_str),
        }?;
        Some(Asked { question, name: &exercise.name, unit, sets: item.sets(question.bout.side) })
    }

    fn is_open(&self, question: Question) -> bool {
        let Some(record) = self.holding(question.bout) else { return false };
        let given = match question.asks {
            // One question is enough where the result is the number of reps.
            Asks::Reps => record.reps.is_some() || self.measures_reps(record),
            Asks::Measure => record.measure.is_some(),
        };
        !given && self.asked(question).is_some()
    }

    /// Whether the result that is asked of a set is its number of reps.
    fn measures_reps(&self, record: &SetRecord) -> bool {
        let item = self.plan.items.iter().find(|item| item.planned == record.exercise);
        let measure = item.and_then(|item| item.done_as(record).measure.as_ref());
        measure.is_some_and(|unit| unit.as_str().trim().eq_ignore_ascii_case("reps"))
    }

    /// Reps that soleus counted are the result, where that is the number of reps.
    pub(super) fn measured(&self, record: SetRecord) -> SetRecord {
        let item = self.plan.items.iter().find(|item| item.planned == record.exercise);
        let counted =
            item.is_some_and(|item| matches!(item.work_of(&record), Work::Paced { .. } | Work::HeldReps { .. }));
        let reps = record.reps.filter(|_| counted && has_result(&record) && self.measures_reps(&record));
        SetRecord { measure: reps.map(|reps| reps.saturating_mul(1_000)).or(record.measure), ..record }
    }

    /// Takes an answer: a new record of the set, which holds from now on.
    pub(super) fn answer(&mut self, question: Question, value: u32, now: Moment, events: &mut Vec<Event>) {
        let most = match question.asks {
            Asks::Reps => MOST_REPS,
            Asks::Measure => MOST_MEASURED,
        };
        if value > most || self.asked(question).is_none() {
            return;
        }
        let Some(mut record) = self.holding(question.bout).cloned() else { return };
        let measures_reps = self.measures_reps(&record);
        match question.asks {
            Asks::Reps => record.reps = Some(value),
            Asks::Measure => record.measure = Some(value),
        }
        if measures_reps && self.asked(Question { asks: Asks::Reps, ..question }).is_some() {
            match question.asks {
                Asks::Reps => record.measure = Some(value.saturating_mul(1_000)),
                Asks::Measure => record.reps = Some((value / 1_000).min(MOST_REPS)),
            }
        }
        self.records.push(record.clone());
        events.push(Event { due: now, what: What::Log(Happened::Set(record)) });
    }
}

/// Whether anything of a set can be asked: it was not skipped, and not stopped because of pain.
const fn has_result(record: &SetRecord) -> bool {
    matches!(record.result, SetResult::Done | SetResult::Early)
}

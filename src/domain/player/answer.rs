//! Numbers that are asked of a set which is over: how many reps, or what was measured.

use crate::domain::exercise::{Reps, SideDoses, Work};
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
        self.may_be_asked().filter(|question| self.is_open(*question)).collect()
    }

    /// The numbers that were given, the oldest set first: reps, or thousandths of what was measured. Each may be given
    /// anew at any time.
    pub fn given(&self) -> Vec<(Question, u32)> {
        self.may_be_asked().filter_map(|question| Some((question, self.number(question)?))).collect()
    }

    /// What may be asked of the sets that are over.
    fn may_be_asked(&self) -> impl Iterator<Item = Question> {
        let asking: Vec<usize> = (0..self.plan.items.len()).filter(|item| self.may_ask(*item)).collect();
        let mut bouts: Vec<Bout> = Vec::new();
        for record in self.records.iter().filter(|_| !asking.is_empty()) {
            let bout = self.bout_of(record).filter(|bout| asking.contains(&bout.item) && !bouts.contains(bout));
            bouts.extend(bout);
        }
        bouts.into_iter().flat_map(|bout| [Asks::Reps, Asks::Measure].map(|asks| Question { bout, asks }))
    }

    /// The number that was given.
    fn number(&self, question: Question) -> Option<u32> {
        let record = self.holding(question.bout).filter(|_| self.asked(question).is_some())?;
        match question.asks {
            Asks::Reps if self.measures_reps(record) => None,
            Asks::Reps => record.reps,
            Asks::Measure => record.measure,
        }
    }

    /// Whether an item, or a neighbour that stood in for it, has anything to ask.
    fn may_ask(&self, item: usize) -> bool {
        let Some(item) = self.plan.items.get(item) else { return false };
        item.forms().any(|exercise| {
            let SideDoses { affected, unaffected, left, right } = &exercise.sides;
            let sides = [affected, unaffected, left, right].into_iter().flatten().map(|dose| &dose.work);
            let is_max = |work: &Work| matches!(work, Work::OwnPace { reps: Reps::Max });
            exercise.measure.is_some() || is_max(&exercise.work) || sides.into_iter().any(is_max)
        })
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
        let one_number = self.measures_reps(&record) && self.counts_reps(&record);
        match question.asks {
            Asks::Reps => record = with_reps(record, value),
            Asks::Measure => {
                record.measure = Some(value);
                record.unconfirmed = false;
                if one_number {
                    record = with_reps(record, (value / 1_000).min(MOST_REPS));
                }
            }
        }
        if one_number {
            record.measure = record.reps.map(|reps| reps.saturating_mul(1_000));
        }
        self.records.push(record.clone());
        events.push(Event { due: now, what: What::Log(Happened::Set(record)) });
    }
}

/// A record with other reps: a set is done when they reach its target. Where there is none, it stays what it was.
pub(super) fn with_reps(record: SetRecord, reps: u32) -> SetRecord {
    let result = match record.target.reps {
        Some(target) if reps >= target => SetResult::Done,
        Some(_) => SetResult::Early,
        None => record.result,
    };
    // Whoever puts a number right was there.
    SetRecord { reps: Some(reps), result, unconfirmed: false, ..record }
}

/// A result as it is typed, in thousandths: `12`, `12.5`, `12,5`; up to three digits behind the point and
/// [`MOST_MEASURED`] in all.
pub fn measured(text: &str) -> Option<u32> {
    let text = text.trim();
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 3 {
        return None;
    }
    let thousandths = whole.parse::<u32>().ok()?.checked_mul(1_000)?;
    let value = thousandths.checked_add(format!("{part:0<3}").parse().ok()?)?;
    (value <= MOST_MEASURED).then_some(value)
}

/// Whether anything of a set can be asked: it was not skipped, and not stopped because of pain.
const fn has_result(record: &SetRecord) -> bool {
    matches!(record.result, SetResult::Done | SetResult::Early)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_read_as_they_are_typed() {
        let read = ["12", "12.5", " 12,5 ", "0.125", "1000000"].map(measured);
        assert_eq!(read, [Some(12_000), Some(12_500), Some(12_500), Some(125), Some(MOST_MEASURED)]);
        let refused = ["", ".5", "5.", "1.2345", "-3", "1000000.001", "99999999999", "1e3", "12 cm"].map(measured);
        assert_eq!(refused, [None; 9]);
    }
}

//! Ranges and how they are climbed: a range starts at its low end, a level is so many steps above it.

mod share;

use std::time::Duration;

use crate::domain::amount::{Amount, Load};
use crate::domain::exercise::{Exercise, Reps, SideDose, SideDoses, Work};
use crate::domain::text::Clean;

/// How a range is climbed (program-format.md, `progress`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// A step is offered after so many completed sessions; 3 unless written.
    pub every: u32,
    /// How far a step goes.
    pub step: Step,
    /// Only where the pain of those sessions was at most this, 0 to 10; 3 unless written, 2 for a load.
    pub pain_at_most: u8,
    /// No sooner than so many days after the last climb; none unless written, 7 days for a load.
    pub no_sooner_than: Option<Duration>,
}

/// How far a step goes, in the unit of the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Sets or reps.
    Count(u32),
    /// A hold or a time.
    Time(Duration),
    /// Thousandths of the load's unit.
    Load(u32),
    /// Per cent of the load that was reached, 1 to 100, rounded to half a unit, half a unit at least.
    LoadShare(u32),
    /// Per cent of the hold or the time that was reached, 1 to 100, rounded down to whole minutes or 5 s, 5 s at least.
    TimeShare(u32),
}

/// The step of sets and reps where none is written.
pub const COUNT_STEP: u32 = 1;
/// The step of a hold or a time where none is written.
pub const TIME_STEP: Duration = Duration::from_secs(5);
/// The step of a load where none is written: 2.5 of its unit.
pub const LOAD_STEP: u32 = 2_500;

impl Exercise {
    /// The same with every range fixed at a level: a step that would pass the high end stops at it.
    #[must_use]
    pub fn at_level(&self, level: u32) -> Self {
        let Some(progress) = self.progress else { return self.clone() };
        let fixed = |dose: &SideDose| Box::new(dose.at(level, progress.step));
        let of = |dose: &Option<Box<SideDose>>| dose.as_deref().map(fixed);
        let SideDoses { affected, unaffected, left, right } = &self.sides;
        let own = SideDose { sets: self.sets, work: self.work.clone(), load: self.load.clone() };
        let SideDose { sets, work, load } = own.at(level, progress.step);
        Self {
            sets,
            work,
            load,
            sides: SideDoses { affected: of(affected), unaffected: of(unaffected), left: of(left), right: of(right) },
            ..self.clone()
        }
    }

    /// The steps from the low end of its range to the high one; 0 where nothing is a range.
    pub fn top_level(&self) -> u32 {
        let Some(progress) = self.progress else { return 0 };
        let SideDoses { affected, unaffected, left, right } = &self.sides;
        let own = SideDose { sets: self.sets, work: self.work.clone(), load: self.load.clone() };
        let sides = [affected, unaffected, left, right].into_iter().filter_map(Option::as_deref);
        sides.chain([&own]).map(|dose| dose.steps(progress.step)).max().unwrap_or(0)
    }
}

impl SideDose {
    fn at(&self, level: u32, step: Step) -> Self {
        let mut fixed = self.clone();
        match step {
            Step::Count(step) => {
                fixed.sets = count_at(self.sets, level, step);
                match &mut fixed.work {
                    Work::Paced { reps: Reps::Count(reps), .. }
                    | Work::OwnPace { reps: Reps::Count(reps) }
                    | Work::HeldReps { reps, .. } => *reps = count_at(*reps, level, step),
                    Work::Paced { reps: Reps::Max, .. }
                    | Work::OwnPace { reps: Reps::Max }
                    | Work::Hold { .. }
                    | Work::Timed { .. }
                    | Work::Instruction => {}
                }
            }
            Step::Time(_) | Step::TimeShare(_) => match &mut fixed.work {
                Work::HeldReps { hold: length, .. } | Work::Hold { hold: length } | Work::Timed { time: length } => {
                    *length = time_at(*length, level, step);
                }
                Work::Paced { .. } | Work::OwnPace { .. } | Work::Instruction => {}
            },
            Step::Load(_) | Step::LoadShare(_) => {
                fixed.load = self.load.as_ref().map(|load| load_at(load, level, step));
            }
        }
        fixed
    }

    fn steps(&self, step: Step) -> u32 {
        let whole = |distance: u32, step: u32| distance.div_ceil(step.max(1));
        let counted = |amount: Amount<u32>, step: u32| whole(amount.high() - amount.low(), step);
        match step {
            Step::Count(step) => {
                let reps = match &self.work {
                    Work::Paced { reps: Reps::Count(reps), .. }
                    | Work::OwnPace { reps: Reps::Count(reps) }
                    | Work::HeldReps { reps, .. } => counted(*reps, step),
                    Work::Paced { reps: Reps::Max, .. }
                    | Work::OwnPace { reps: Reps::Max }
                    | Work::Hold { .. }
                    | Work::Timed { .. }
                    | Work::Instruction => 0,
                };
                reps.max(counted(self.sets, step))
            }
            Step::Time(_) | Step::TimeShare(_) => match &self.work {
                Work::HeldReps { hold: length, .. } | Work::Hold { hold: length } | Work::Timed { time: length } => {
                    time_steps(*length, step)
                }
                Work::Paced { .. } | Work::OwnPace { .. } | Work::Instruction => 0,
            },
            Step::Load(_) | Step::LoadShare(_) => {
                let range = self.load.as_ref().and_then(|load| load.range.as_ref());
                range.map_or(0, |range| match step {
                    Step::Load(step) => counted(range.thousandths, step),
                    Step::LoadShare(percent) => share::steps(range.thousandths, |load| share::heavier(load, percent)),
                    Step::Count(_) | Step::Time(_) | Step::TimeShare(_) => 0,
                })
            }
        }
    }
}

fn count_at(amount: Amount<u32>, level: u32, step: u32) -> Amount<u32> {
    Amount::fixed(amount.low().saturating_add(level.saturating_mul(step)).min(amount.high()))
}

fn time_at(length: Amount<Duration>, level: u32, step: Step) -> Amount<Duration> {
    match step {
        Step::Time(step) => Amount::fixed((length.low() + step.saturating_mul(level)).min(length.high())),
        Step::TimeShare(percent) => Amount::fixed(share::reach(length, level, |time| share::longer(time, percent))),
        Step::Count(_) | Step::Load(_) | Step::LoadShare(_) => length,
    }
}

fn time_steps(length: Amount<Duration>, step: Step) -> u32 {
    match step {
        Step::Time(step) => {
            let distance = length.high().saturating_sub(length.low()).as_millis();
            u32::try_from(distance.div_ceil(step.as_millis().max(1))).unwrap_or(u32::MAX)
        }
        Step::TimeShare(percent) => share::steps(length, |time| share::longer(time, percent)),
        Step::Count(_) | Step::Load(_) | Step::LoadShare(_) => 0,
    }
}

fn load_at(load: &Load, level: u32, step: Step) -> Load {
    let Some(range) = &load.range else { return load.clone() };
    let reached = match step {
        Step::Load(step) => count_at(range.thousandths, level, step).low(),
        Step::LoadShare(percent) => share::reach(range.thousandths, level, |load| share::heavier(load, percent)),
        Step::Count(_) | Step::Time(_) | Step::TimeShare(_) => range.thousandths.low(),
    };
    Load { words: Clean::name(&format!("{} {}", thousandths(reached), range.unit)), range: None }
}

/// `2.5`, `10`: thousandths as a number is written.
pub fn thousandths(n: u32) -> String {
    let (whole, rest) = (n / 1_000, n % 1_000);
    if rest == 0 {
        return whole.to_string();
    }
    format!("{whole}.{}", format!("{rest:03}").trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::amount::LoadRange;

    fn dose(sets: u32, work: Work) -> SideDose {
        SideDose { sets: Amount::fixed(sets), work, load: None }
    }

    #[test]
    fn a_step_that_would_pass_the_high_end_stops_at_it() {
        let reps = |low, high| Reps::Count(Amount::range(low, high).unwrap());
        let eight_to_fifteen = dose(3, Work::OwnPace { reps: reps(8, 15) });
        let at = |level| {
            let Work::OwnPace { reps: Reps::Count(reps) } = eight_to_fifteen.at(level, Step::Count(2)).work else {
                panic!("another work")
            };
            (reps.low(), reps.high())
        };
        assert_eq!([at(0), at(1), at(3), at(4), at(9)], [(8, 8), (10, 10), (14, 14), (15, 15), (15, 15)]);
        assert_eq!(eight_to_fifteen.steps(Step::Count(2)), 4);
        let hold = dose(1, Work::Hold { hold: Amount::range(TIME_STEP * 6, TIME_STEP * 18).unwrap() });
        assert_eq!(hold.steps(Step::Time(TIME_STEP)), 12);
        assert_eq!(hold.at(1, Step::Time(TIME_STEP)).work, Work::Hold { hold: Amount::fixed(TIME_STEP * 7) });
    }

    #[test]
    fn a_load_says_what_was_reached() {
        let range = LoadRange { thousandths: Amount::range(0, 20_000).unwrap(), unit: Clean::name("kg") };
        let load = Load { words: Clean::name("0 kg to 20 kg"), range: Some(range) };
        let words = |level, step| load_at(&load, level, Step::Load(step)).words.to_string();
        assert_eq!(
            [words(0, 2_500), words(1, 2_500), words(4, 2_500), words(9, 2_500)],
            ["0 kg", "2.5 kg", "10 kg", "20 kg"]
        );
        let share = |level| load_at(&load, level, Step::LoadShare(10)).words.to_string();
        assert_eq!([share(0), share(1), share(2)], ["0 kg", "0.5 kg", "1 kg"]);
    }
}

//! What wins: the exercise in place, then its definition, then the defaults, then the catalogue.

use std::ops::Range;

use crate::domain::amount::Amount;
use crate::domain::exercise::{Reps, SideRule};
use crate::io::program_file::draft::{Draft, Placing, Rests, Texts, WorkKeys};
use crate::io::program_file::table::At;

/// What `defaults` holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Defaults {
    pub(super) sets: Option<At<Amount<u32>>>,
    pub(super) side: Option<SideRule>,
    pub(super) rests: Rests,
}

impl Draft {
    /// This draft over another one.
    pub(super) fn over(self, base: Self) -> Self {
        Self {
            span: self.span,
            uses: self.uses,
            id: self.id,
            name: self.name.or(base.name),
            work: self.work.over(base.work),
            sets: self.sets.or(base.sets),
            side: self.side.or(base.side),
            rests: self.rests.over(base.rests),
            load: self.load.or(base.load),
            sides: self.sides.over(base.sides),
            progress: match (self.progress, base.progress) {
                (Some(own), Some(base)) => Some(own.over(base)),
                (own, base) => own.or(base),
            },
            placing: self.placing.over(base.placing),
            measure: self.measure.or(base.measure),
            texts: self.texts.over(base.texts),
            easier: self.easier.or(base.easier),
            harder: self.harder.or(base.harder),
            faulty: self.faulty || base.faulty,
        }
    }

    /// This draft, what it lacks from the defaults.
    pub(super) fn with_defaults(mut self, defaults: &Defaults) -> Self {
        self.sets = self.sets.or_else(|| defaults.sets.clone());
        self.side = self.side.or(defaults.side);
        self.rests = self.rests.over(defaults.rests);
        self
    }

    /// The same with every place moved to one span: what comes from another file has no place in this one.
    pub(super) fn seen_from(mut self, span: &Range<usize>) -> Self {
        self.span = span.clone();
        self.sets = self.sets.map(|at| moved(at, span));
        self.load = self.load.map(|at| moved(at, span));
        self.easier = self.easier.map(|at| moved(at, span));
        self.harder = self.harder.map(|at| moved(at, span));
        self.work = self.work.seen_from(span);
        self.sides = self.sides.seen_from(span);
        self.progress = self.progress.map(|progress| progress.seen_from(span));
        self.placing.only_if = self.placing.only_if.map(|at| moved(at, span));
        self.placing.circuit = self.placing.circuit.map(|at| moved(at, span));
        self
    }

    /// What stays where another exercise takes this one's place: the dose (sets, reps, hold, time, load and side, with
    /// the doses of single sides and the way the range is climbed) and the place in the session.
    pub(super) fn staying(&self) -> Self {
        let WorkKeys { reps, tempo: _, hold, relax: _, time } = self.work.clone();
        Self {
            span: self.span.clone(),
            sets: self.sets.clone(),
            side: self.side,
            load: self.load.clone(),
            work: WorkKeys { reps, hold, time, tempo: None, relax: None },
            sides: self.sides.clone(),
            progress: self.progress.clone(),
            placing: self.placing.clone(),
            faulty: self.faulty,
            ..Self::default()
        }
    }

    /// Whether there is something to read and do.
    pub(super) fn has_steps(&self) -> bool {
        self.texts.steps.as_ref().is_some_and(|steps| !steps.is_empty())
    }
}

pub(super) fn moved<T>(at: At<T>, span: &Range<usize>) -> At<T> {
    At { value: at.value, span: span.clone() }
}

impl WorkKeys {
    /// Whether it is counted, held, timed: what two doses must share to be exchanged.
    pub(super) const fn kind(&self) -> (bool, bool, bool) {
        (self.reps.is_some(), self.hold.is_some(), self.time.is_some())
    }

    pub(super) const fn is_empty(&self) -> bool {
        let Self { reps, tempo, hold, relax, time } = self;
        reps.is_none() && tempo.is_none() && hold.is_none() && relax.is_none() && time.is_none()
    }

    pub(super) fn seen_from(self, span: &Range<usize>) -> Self {
        let Self { reps, tempo, hold, relax, time } = self;
        Self {
            reps: reps.map(|at| moved(at, span)),
            tempo: tempo.map(|at| moved(at, span)),
            hold: hold.map(|at| moved(at, span)),
            relax: relax.map(|at| moved(at, span)),
            time: time.map(|at| moved(at, span)),
        }
    }

    /// A key that the base has too replaces that key alone; `tempo` may be added to reps, `relax` to held reps; any other
    /// key replaces the work of the base whole.
    pub(super) fn over(self, base: Self) -> Self {
        if base.is_empty() || self.is_empty() {
            return if self.is_empty() { base } else { self };
        }
        let paced = base.hold.is_none() && base.time.is_none() && base.reps.is_some();
        let held = base.hold.is_some() && base.reps.is_some();
        let alone = (self.reps.is_none() || base.reps.is_some())
            && (self.tempo.is_none() || base.tempo.is_some() || paced)
            && (self.hold.is_none() || base.hold.is_some())
            && (self.relax.is_none() || base.relax.is_some() || held)
            && (self.time.is_none() || base.time.is_some());
        if !alone {
            return self;
        }
        // As many as possible is no number of holds: the runner's pace takes over from nothing here.
        let max = matches!(self.reps, Some(At { value: Reps::Max, .. }));
        Self {
            reps: self.reps.or(base.reps),
            tempo: self.tempo.or(base.tempo),
            hold: if max { self.hold } else { self.hold.or(base.hold) },
            relax: if max { self.relax } else { self.relax.or(base.relax) },
            time: self.time.or(base.time),
        }
    }
}

impl Defaults {
    /// A phase's defaults over the program's.
    pub(super) fn over(self, base: &Self) -> Self {
        Self {
            sets: self.sets.or_else(|| base.sets.clone()),
            side: self.side.or(base.side),
            rests: self.rests.over(base.rests),
        }
    }
}

impl Placing {
    fn over(self, base: Self) -> Self {
        Self {
            schedule: self.schedule.or(base.schedule),
            only_if: self.only_if.or(base.only_if),
            circuit: self.circuit.or(base.circuit),
            optional: self.optional.or(base.optional),
        }
    }
}

impl Rests {
    fn over(self, base: Self) -> Self {
        Self {
            get_ready: self.get_ready.or(base.get_ready),
            rest: self.rest.or(base.rest),
            rest_after: self.rest_after.or(base.rest_after),
            change_over: self.change_over.or(base.change_over),
        }
    }
}

impl Texts {
    fn over(self, base: Self) -> Self {
        Self {
            setup: self.setup.or(base.setup),
            purpose: self.purpose.or(base.purpose),
            note: self.note.or(base.note),
            figure: self.figure.or(base.figure),
            steps: self.steps.or(base.steps),
            cues: self.cues.or(base.cues),
            mistakes: self.mistakes.or(base.mistakes),
            muscles: self.muscles.or(base.muscles),
            equipment: self.equipment.or(base.equipment),
            synonyms: self.synonyms.or(base.synonyms),
            sources: self.sources.or(base.sources),
        }
    }
}

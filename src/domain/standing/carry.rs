//! What of a reached level goes along into another stage.
//!
//! A level means the same only where the exercise is the same: the same work, the same range, the same step. There it
//! goes along ("keep the load that you have reached"). Anywhere else a range is a new one, and begins at its low end:
//! seven steps of a rep are not seven steps of five kilos. A stage with more sets begins anew too.

use std::collections::BTreeMap;

use crate::domain::exercise::Exercise;
use crate::domain::plan::choose;
use crate::domain::program::Program;
use crate::domain::standing::Standing;
use crate::domain::text::Id;

/// The levels that go along from the stage of a standing to another one.
pub(super) fn along(program: &Program, from: &Standing, to: usize) -> BTreeMap<Id, u32> {
    let same = |exercise: &Id| {
        let (here, there) = (find(program, from, from.phase, exercise), find(program, from, to, exercise));
        here.zip(there).is_some_and(|(here, there)| alike(here, there))
    };
    from.levels.iter().filter(|(exercise, _)| same(exercise)).map(|(id, level)| (id.clone(), *level)).collect()
}

/// An exercise of a stage, as the variant has it.
fn find<'a>(program: &'a Program, standing: &'a Standing, phase: usize, id: &Id) -> Option<&'a Exercise> {
    let sessions = program.phases.get(phase).map(|phase| phase.sessions.as_slice()).unwrap_or_default();
    sessions.iter().flat_map(|session| choose::resolved(session, standing)).find(|exercise| &exercise.id == id)
}

fn alike(here: &Exercise, there: &Exercise) -> bool {
    let step = |exercise: &Exercise| exercise.progress.map(|progress| progress.step);
    step(here) == step(there)
        && here.work == there.work
        && here.load == there.load
        && here.sides == there.sides
        && (here.sets == there.sets || !there.sets.is_range() && there.sets.high() <= here.sets.low())
}

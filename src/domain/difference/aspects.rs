//! All of an exercise that is not wording, a part each with its words.

use crate::domain::exercise::{Exercise, SideDose, Work};
use crate::domain::prescription::{climb, schedule, short_dose, side, side_dose, tempo};
use crate::domain::time::in_words;

/// The parts of an exercise in a fixed order: a label, and what holds.
pub(super) fn aspects(exercise: &Exercise) -> Vec<(&'static str, String)> {
    let Exercise { rest, rest_after, change_over, get_ready, sides, .. } = exercise;
    let or = |words: Option<String>, none: &str| words.unwrap_or_else(|| none.to_owned());
    let named = |text: Option<&crate::domain::text::Clean>| text.map(ToString::to_string);
    let own = |dose: Option<&SideDose>| or(dose.map(side_dose), "as the exercise");
    let neighbour = |other: Option<&Exercise>| or(other.map(|other| other.id.to_string()), "none");
    let optional = if exercise.optional { "may be skipped" } else { "not optional" };
    vec![
        ("", short_dose(exercise)),
        ("", pace(&exercise.work)),
        ("", or(side(exercise.side).map(str::to_owned), "both sides at once")),
        ("", or(exercise.load.as_ref().map(|load| load.words.to_string()), "no load")),
        ("rest of ", in_words(*rest)),
        ("rest after it of ", in_words(*rest_after)),
        ("change of sides in ", in_words(*change_over)),
        ("count before it of ", or(get_ready.map(in_words), "the usual length")),
        ("", optional.to_owned()),
        ("", or(exercise.schedule.as_ref().map(schedule), "in every session")),
        ("", or(exercise.only_if_pain.map(|most| format!("only with pain of {most} or less")), "whatever the pain")),
        ("circuit ", or(named(exercise.circuit.as_ref()), "none")),
        ("it asks for ", or(named(exercise.measure.as_ref()), "nothing")),
        ("", or(climb(exercise), "no step more")),
        ("affected side ", own(sides.affected.as_deref())),
        ("unaffected side ", own(sides.unaffected.as_deref())),
        ("left side ", own(sides.left.as_deref())),
        ("right side ", own(sides.right.as_deref())),
        ("easier: ", neighbour(exercise.easier.as_deref())),
        ("harder: ", neighbour(exercise.harder.as_deref())),
    ]
}

/// The tempo of the reps, or that the pace is the runner's; nothing for work without reps.
fn pace(work: &Work) -> String {
    match work {
        Work::Paced { tempo: phases, .. } => tempo(phases),
        Work::OwnPace { .. } => "your own pace".to_owned(),
        Work::HeldReps { .. } | Work::Hold { .. } | Work::Timed { .. } | Work::Instruction => String::new(),
    }
}

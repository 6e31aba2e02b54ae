//! Another form of a program, a stage or a climbed step back, and leaving it: decisions that are written down.

use crate::domain::history::Chosen;
use crate::domain::standing;
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Screen};
use crate::tui::update::home;

/// The form of this number: before the first session it is kept until that begins, later it holds at once.
pub(super) fn choose(model: &mut Model, number: u8) -> Vec<Effect> {
    let Some(program) = model.program_in_focus() else { return Vec::new() };
    let variant = match usize::from(number).checked_sub(1) {
        None => None,
        Some(index) => match program.variants.get(index) {
            Some(variant) => Some(variant.id.clone()),
            None => return Vec::new(),
        },
    };
    let changed = model.occasion(program).standing.variant != variant;
    let program = program.id.clone();
    model.overlays.clear();
    match &mut model.screen {
        Screen::Before(before) => {
            before.variant = variant;
            Vec::new()
        }
        Screen::Preview(preview) if changed => {
            preview.scroll = 0;
            vec![Effect::Choose { program, what: vec![Chosen::Variant(variant)] }]
        }
        _ => Vec::new(),
    }
}

/// The program is not followed any more.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    let Some((id, title)) = model.program_in_focus().map(|program| (program.id.clone(), program.title.clone())) else {
        return Vec::new();
    };
    home::go_home(model);
    model.say(format!("{title} is not followed any more; what you did stays"));
    vec![Effect::Stop(id)]
}

/// Back to the stage before the present one.
pub(super) fn stage_back(model: &mut Model) -> Vec<Effect> {
    let Some(program) = model.program_in_focus() else { return Vec::new() };
    let choice = standing::stage_back(program, &model.occasion(program));
    decide(model, choice)
}

/// The climbed step of this number in the list, 1 and up, is taken back.
pub(super) fn step_back(model: &mut Model, number: u8) -> Vec<Effect> {
    let Some(program) = model.program_in_focus() else { return Vec::new() };
    let steps = standing::steps_back(program, &model.occasion(program));
    let Some(step) = usize::from(number).checked_sub(1).and_then(|index| steps.get(index)) else { return Vec::new() };
    let (choice, words) = (step.choice(), step.words.clone());
    model.say(format!("{words}; it climbs again from there"));
    decide(model, Some(choice))
}

/// Writes a decision of the preview down.
fn decide(model: &mut Model, choice: Option<Chosen>) -> Vec<Effect> {
    let Some(program) = model.program_in_focus().map(|program| program.id.clone()) else { return Vec::new() };
    model.overlays.clear();
    if let Screen::Preview(preview) = &mut model.screen {
        preview.scroll = 0;
    }
    choice.map(|choice| Effect::Choose { program, what: vec![choice] }).into_iter().collect()
}

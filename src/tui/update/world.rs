//! What the world answers, and the size of the window.

use ratatui::layout::Size;

use crate::domain::time::Moment;
use crate::tui::effect::{Answer, Effect};
use crate::tui::model::{Model, Saving, Screen};
use crate::tui::update::{builder, decide, history, live, play};

/// The world answered.
pub fn answer(model: &mut Model, answer: Answer, now: Moment) -> Vec<Effect> {
    match answer {
        Answer::Saved => model.saving = Saving::Saved,
        Answer::Saving => model.saving = Saving::Saving,
        Answer::NotSaved(why) => model.saving = Saving::NotSaved(why),
        Answer::Today(today) => {
            model.today = *today;
            let last = model.today.rows.len().saturating_sub(1);
            if let Screen::Home(home) = &mut model.screen {
                home.chosen = home.chosen.min(last);
            }
        }
        Answer::Decided => return decide::go_on(model, now),
        Answer::Programs(programs) => model.programs = programs,
        Answer::Resumed { plan, records } => return play::enter(model, *plan, records, now),
        Answer::Finished(facts) => {
            if let Screen::Summary(summary) = &mut model.screen {
                summary.facts = Some(*facts);
            }
        }
        Answer::Builder(told) => builder::hear(model, told, now),
        Answer::Live(told) => live::hear(model, told),
        Answer::Past(past) => history::hear(model, *past),
        Answer::Failed(why) => model.say(why),
    }
    Vec::new()
}

/// The window has another size.
pub const fn resize(model: &mut Model, size: Size) {
    model.size = size;
}

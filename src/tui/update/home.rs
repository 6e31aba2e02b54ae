//! Home, preview, and the way back from the summary.

use crate::domain::exercise::Affected;
use crate::domain::plan::Plan;
use crate::domain::text::Id;
use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::effect::builder::Ask;
use crate::tui::keymap::{Action, Write};
use crate::tui::model::{Before, Home, Model, Morning, Preview, ResumeStep, Screen};
use crate::tui::update::{overlay, play};

pub(super) fn act(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    match (&mut model.screen, action) {
        (Screen::Home(home), Action::Up) => home.chosen = home.chosen.saturating_sub(1),
        (Screen::Home(home), Action::Down) => {
            home.chosen = (home.chosen + 1).min(model.today.rows.len().saturating_sub(1));
        }
        (Screen::Home(home), Action::Open) => {
            let row = model.today.rows.get(home.chosen);
            match row.map(|row| row.id.clone()).filter(|id| model.programs.iter().any(|p| p.id == *id)) {
                Some(program) => model.screen = Screen::Preview(Preview { program, scroll: 0 }),
                None => model.message = Some("there is no program here yet".to_owned()),
            }
        }
        (Screen::Home(_), Action::Resume) => model.screen = Screen::Resume(ResumeStep::Choose),
        (Screen::Home(_), Action::Morning) => {
            let ask = model.today.morning.as_ref().map(|morning| morning.ask.clone()).unwrap_or_default();
            model.screen = Screen::Morning(Morning::new(&ask));
        }
        (Screen::Home(_), Action::Write(Write::New)) => return vec![Effect::Builder(Ask::New)],
        (Screen::Home(home), Action::Write(Write::Edit)) => match model.today.rows.get(home.chosen) {
            Some(row) => return vec![Effect::Builder(Ask::Open(row.id.clone()))],
            None => model.message = Some("there is no program here yet; n writes one".to_owned()),
        },
        (Screen::Home(_), Action::Quit) => return vec![Effect::Quit],
        (Screen::Preview(preview), Action::Start) => {
            let program = preview.program.clone();
            return start(model, &program, now);
        }
        (Screen::Preview(_), Action::Back) => go_home(model),
        (Screen::Preview(_), Action::Up | Action::Down | Action::PageUp | Action::PageDown) => {
            overlay::scroll(model, action);
        }
        _ => {}
    }
    Vec::new()
}

/// Home again, with the row chosen that the screen before was about.
pub(super) fn go_home(model: &mut Model) {
    let focus = model.program_in_focus().map(|program| program.id.clone());
    let chosen = focus.and_then(|id| model.today.rows.iter().position(|row| row.id == id)).unwrap_or(0);
    model.overlays.clear();
    model.screen = Screen::Home(Home { chosen });
}

pub(super) fn leave_summary(model: &mut Model, action: Action) -> Vec<Effect> {
    if action != Action::Back {
        return Vec::new();
    }
    go_home(model);
    vec![Effect::Refresh]
}

/// From the preview on: to what must be confirmed or asked first, else straight into the session.
fn start(model: &mut Model, id: &Id, now: Moment) -> Vec<Effect> {
    let enrolled = model.row(id).and_then(|row| row.enrolled);
    let Some(program) = model.program(id) else { return Vec::new() };
    let before = Before::new(program, enrolled);
    match enrolled {
        Some(affected) if !before.is_needed() => begin(model, id, affected, Vec::new(), now),
        _ => {
            model.screen = Screen::Before(before);
            Vec::new()
        }
    }
}

/// The session begins.
pub(super) fn begin(
    model: &mut Model,
    id: &Id,
    affected: Affected,
    before: Vec<crate::domain::session::Rating>,
    now: Moment,
) -> Vec<Effect> {
    let Some(plan) = model.program(id).and_then(|program| Plan::new(program, affected)) else {
        model.message = Some("nothing to do: every exercise is for an affected side, and you named none".to_owned());
        return Vec::new();
    };
    let mut effects = vec![Effect::Begin { plan: Box::new(plan.clone()), before, at: now }];
    effects.extend(play::enter(model, plan, Vec::new(), now));
    effects
}

//! Home, preview, and the way back from the summary.

use crate::domain::exercise::Affected;
use crate::domain::plan::Plan;
use crate::domain::program::PainQuestion;
use crate::domain::session::Rating;
use crate::domain::standing::Occasion;
use crate::domain::text::Id;
use crate::domain::time::Moment;
use crate::tui::effect::builder::Ask;
use crate::tui::effect::{Effect, past};
use crate::tui::keymap::{Action, Look, Write};
use crate::tui::model::{Before, Decide, Home, Model, Morning, Over, Preview, ResumeStep, Screen, Which};
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
        (Screen::Home(_), Action::Which) => model.screen = Screen::Which(Which::new()),
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
        (Screen::Home(_), Action::Look(Look::Open)) => return vec![Effect::Past(past::Ask::Look)],
        (Screen::Home(_), Action::Quit) => return vec![Effect::Quit],
        (Screen::Preview(preview), Action::Start) => {
            let program = preview.program.clone();
            if model.listening.offers_voice {
                let mut effects = overlay::open(model, Over::Voice, now);
                effects.push(Effect::SoundCheck);
                return effects;
            }
            return start(model, &program, now);
        }
        (Screen::Preview(_), Action::PageOn) => {
            // The end of the text is the ready state: whatever a clicker can send starts from there.
            if overlay::is_at_the_end(model) {
                return act(model, Action::Start, now);
            }
            overlay::scroll(model, Action::PageDown);
        }
        (Screen::Preview(_), Action::Back) => go_home(model),
        (Screen::Preview(_), Action::Variants) => return overlay::open(model, Over::Variant, now),
        (Screen::Preview(_), Action::Leave) => return overlay::open(model, Over::Stop, now),
        (Screen::Preview(_), Action::StepBack) => return overlay::open(model, Over::StepBack, now),
        (Screen::Preview(_), Action::StageBack) => return overlay::open(model, Over::StageBack, now),
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

/// From the preview on: to what is to be decided, where there is something. Who does not follow the program yet may skip
/// a first stage that only some need.
pub(super) fn start(model: &mut Model, id: &Id, now: Moment) -> Vec<Effect> {
    let row = model.row(id);
    if let (Some(program), Some(row)) = (model.program(id), row)
        && let Some(decide) = Decide::new(program, &row.briefing, now)
    {
        model.screen = Screen::Decide(decide);
        return Vec::new();
    }
    onward(model, id, now)
}

/// To what must be confirmed or asked first, else straight into the session.
pub(super) fn onward(model: &mut Model, id: &Id, now: Moment) -> Vec<Effect> {
    let enrolled = model.row(id).and_then(|row| row.enrolled);
    let Some(program) = model.program(id) else { return Vec::new() };
    let mut before = Before::new(program, enrolled);
    before.occasion = model.occasion(program);
    before.variant.clone_from(&before.occasion.standing.variant);
    match enrolled {
        Some(affected) if !before.is_needed() => {
            let occasion = occasion(model, id, affected, &[]);
            begin(model, id, &occasion, Vec::new(), now)
        }
        _ => {
            model.screen = Screen::Before(before);
            Vec::new()
        }
    }
}

/// The session of an occasion begins.
pub(super) fn begin(model: &mut Model, id: &Id, occasion: &Occasion, before: Vec<Rating>, now: Moment) -> Vec<Effect> {
    let Some(program) = model.program(id) else { return Vec::new() };
    let Some(plan) = Plan::of(program, occasion) else {
        let left_out = Plan::left_out(program, occasion);
        let why = left_out.first().map(|(name, why)| format!(": {name}: {why}")).unwrap_or_default();
        model.message = Some(format!("nothing is left to do today{why}"));
        return Vec::new();
    };
    let mut effects = vec![Effect::Begin { plan: Box::new(plan.clone()), before, at: now }];
    effects.extend(play::enter(model, plan, Vec::new(), now));
    effects
}

/// The occasion of the session that begins: as the home screen has it, with the side that was named and the pain that
/// was told just now.
pub(super) fn occasion(model: &Model, id: &Id, affected: Affected, before: &[Rating]) -> Occasion {
    let known = model.row(id).map(|row| row.briefing.occasion.clone());
    let mut occasion = known.unwrap_or_else(|| Occasion::first(affected));
    occasion.standing.affected = affected;
    let asked = model.program(id).is_some_and(|program| program.pain.ask.contains(&PainQuestion::Before));
    if let Some(on) = occasion.on.as_mut().filter(|_| asked) {
        on.pain = before.iter().find_map(|rating| rating.pain);
    }
    occasion
}
